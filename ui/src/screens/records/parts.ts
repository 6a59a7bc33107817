import type { Component } from "svelte";
import type { RowView } from "../../backend/contract";
import { plan } from "../../state/app";
import { steps } from "../../text/procedures";
import { own } from "../../text/ownScenario";
import { drills } from "../../text/reach";
import { records as words, ticks } from "../../text/records";
import DrillCalls from "../contacts/DrillCalls.svelte";
import Injects from "../exercise/Injects.svelte";
import Steps from "../procedures/Steps.svelte";
import LinkTicks from "./LinkTicks.svelte";

type Shown = {
  /** What they are together. */
  title: string;
  /** What one is called where they are counted. */
  unit: string;
  /** Shows them under the form. */
  editor: Component<{ row: RowView; noun: string; of: string }>;
};

type Part = Shown & {
  /** Kind of the records that are part of another. */
  noun: string;
  /** Their field that says of which. */
  of: string;
};

/** How the parts of a record are shown under its form. What is part of what, the core says. */
const SHOWN: Record<string, Shown> = {
  procedure_steps: { ...steps.procedure_steps, editor: Steps },
  procedure_forms: { title: ticks.procedure_forms.title, unit: ticks.formUnit, editor: LinkTicks },
  card_steps: { ...steps.card_steps, editor: Steps },
  card_calls: { ...steps.card_calls, editor: Steps },
  card_forms: { title: ticks.card_forms.title, unit: ticks.formUnit, editor: LinkTicks },
  improvement_places: { ...steps.improvement_places, editor: Steps },
  own_injects: { title: own.injects, unit: own.injectUnit, editor: Injects },
  drill_calls: { title: drills.calls, unit: drills.unit, editor: DrillCalls },
  task_needs: { title: ticks.task_needs.title, unit: ticks.unit, editor: LinkTicks },
  cutoff_stops: { title: ticks.cutoff_stops.title, unit: ticks.unit, editor: LinkTicks },
};

/** Records that belong to a record of this kind: written under its form, adopted with it. */
export const partsOf = (noun: string): Part[] =>
  (plan.opened?.kinds ?? []).flatMap(({ noun: part, part_of }) => {
    const shown = SHOWN[part];
    return part_of?.kind === noun && shown ? [{ noun: part, of: part_of.field, ...shown }] : [];
  });

/** The kinds that are adopted together. */
export const kindsOf = (noun: string): string[] => [noun, ...partsOf(noun).map((part) => part.noun)];

/** What is still 案 in these records, their parts included. */
export function draftsOf(noun: string, rows: RowView[]): RowView[] {
  const belong = (row: RowView) =>
    partsOf(noun).flatMap((part) => plan.rows(part.noun).filter((one) => one.fields[part.of] === row.id));
  return rows.flatMap((row) => [row, ...belong(row)]).filter((row) => row.draft);
}

/** Whether a record, or anything that belongs to it, is still 案. */
export const isDraft = (noun: string, row: RowView): boolean => draftsOf(noun, [row]).length > 0;

/** What a row says in its list, label by label. */
function saysOf(noun: string, row: RowView): string {
  const kind = plan.kind(noun);
  const said = (kind?.columns ?? []).filter((id) => id !== kind?.title && row.shown[id]);
  return said.map((id) => `${kind?.fields.find((field) => field.id === id)?.label ?? id}：${row.shown[id]}`).join("、");
}

/** What is adopted, by name and by what it says; parts are counted at the record they belong to. */
export function namesOf(noun: string, rows: RowView[]): { title: string; says: string }[] {
  const parts = partsOf(noun);
  const named = (row: RowView | undefined, title: string) => ({ title: title || words.untitled, says: row ? saysOf(noun, row) : "" });
  if (parts.length === 0) return rows.map((row) => named(row, row.title));
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const part = parts.find((one) => row.fields[one.of] !== undefined && plan.row(one.noun, row.id));
    const units = counts.get(row.fields[part?.of ?? ""] ?? row.id) ?? new Map<string, number>();
    counts.set(row.fields[part?.of ?? ""] ?? row.id, units);
    if (part) units.set(part.unit, (units.get(part.unit) ?? 0) + 1);
  }
  return [...counts].map(([id, units]) => {
    const row = plan.row(noun, id);
    return named(row, words.withParts(row?.title || words.untitled, [...units]));
  });
}
