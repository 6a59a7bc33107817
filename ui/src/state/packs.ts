import type { PackChangeView } from "../backend/contract";

export type ChangeGroup = { of: string; changes: PackChangeView[] };

/** In the order in which people meet them. */
const OF = ["item", "section", "first-page", "sheet", "entry", "term"];
const WHAT = ["added", "changed", "removed"];

const place = (list: string[], one: string) => (list.includes(one) ? list.indexOf(one) : list.length);

/** What a pack would change, by what it is; within a group what is new first. The core's order else stays. */
export function grouped(changes: PackChangeView[]): ChangeGroup[] {
  const kinds = [...new Set(changes.map((change) => change.of))].sort((a, b) => place(OF, a) - place(OF, b));
  return kinds.map((of) => ({
    of,
    changes: changes.filter((change) => change.of === of).sort((a, b) => place(WHAT, a.what) - place(WHAT, b.what)),
  }));
}

/** How many are added, changed and removed. */
export const counted = (changes: PackChangeView[]): { what: string; count: number }[] =>
  WHAT.map((what) => ({ what, count: changes.filter((change) => change.what === what).length })).filter((one) => one.count > 0);
