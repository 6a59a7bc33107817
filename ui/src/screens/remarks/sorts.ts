import type { RowView } from "../../backend/contract";

/** What can be left at a place. */
export const SORTS = ["later", "comment", "question"] as const;
export type Sort = (typeof SORTS)[number];

/** Where a remark belongs is given by the screen it stands on. */
const PLACE = ["of_kind", "of", "field", "sort"];
const REPLY = ["reply", "replied_by", "replied_on"];

/** Fields a remark of that sort has no use for. */
export function skipped(sort: string | undefined): string[] {
  if (sort === "question") return PLACE;
  return sort === "comment" ? [...PLACE, "to_role", ...REPLY] : [...PLACE, ...REPLY];
}

export const answered = (row: RowView) => row.fields.sort === "question" && (row.fields.reply ?? "") !== "";

/** A question nobody has answered yet. */
export const waits = (row: RowView) => row.fields.sort === "question" && !answered(row);
