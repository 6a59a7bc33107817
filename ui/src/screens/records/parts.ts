import type { Component } from "svelte";
import type { RowView } from "../../backend/contract";
import { plan } from "../../state/app";
import { steps } from "../../text/procedures";
import { records as words, ticks } from "../../text/records";
import Steps from "../procedures/Steps.svelte";
import LinkTicks from "./LinkTicks.svelte";

type Parts = {
  /** Kind of the records that are part of another. */
  noun: string;
  /** Their field that says of which. */
  of: string;
  /** What they are together. */
  title: string;
  /** What one is called where they are counted. */
  unit: string;
  /** Shows them under the form. */
  editor: Component<{ row: RowView; noun: string; of: string }>;
};

/** Records that belong to a record of another kind: written under its form, adopted with it. */
const PARTS: Record<string, Parts> = {
  procedures: { noun: "procedure_steps", of: "procedure", title: steps.title, unit: steps.unit, editor: Steps },
  clinical_tasks: { noun: "task_needs", of: "task", title: ticks.task_needs.title, unit: ticks.unit, editor: LinkTicks },
  cutoff_points: { noun: "cutoff_stops", of: "cutoff", title: ticks.cutoff_stops.title, unit: ticks.unit, editor: LinkTicks },
};

export const partsOf = (noun: string): Parts | undefined => PARTS[noun];

/** The kinds that are adopted together. */
export const kindsOf = (noun: string): string[] => [noun, ...(PARTS[noun] ? [PARTS[noun].noun] : [])];

/** What is still 案 in these records, their parts included. */
export function draftsOf(noun: string, rows: RowView[]): RowView[] {
  const parts = PARTS[noun];
  if (!parts) return rows.filter((row) => row.draft);
  const belong = (row: RowView) => plan.rows(parts.noun).filter((part) => part.fields[parts.of] === row.id);
  return rows.flatMap((row) => [row, ...belong(row)]).filter((row) => row.draft);
}

/** Whether a record, or anything that belongs to it, is still 案. */
export const isDraft = (noun: string, row: RowView): boolean => draftsOf(noun, [row]).length > 0;

/** What is adopted, by name; parts are counted at the record they belong to. */
export function namesOf(noun: string, rows: RowView[]): string[] {
  const parts = PARTS[noun];
  if (!parts) return rows.map((row) => row.title);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const whole = row.fields[parts.of];
    counts.set(whole ?? row.id, (counts.get(whole ?? row.id) ?? 0) + (whole ? 1 : 0));
  }
  return [...counts].map(([id, count]) => words.withParts(plan.row(noun, id)?.title || words.untitled, parts.unit, count));
}
