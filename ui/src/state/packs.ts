import type { PackChangeView, PackOf, PackWhat } from "../backend/contract";

export type ChangeGroup = { of: PackOf; changes: PackChangeView[] };

/** In the order in which people meet them. */
const OF: PackOf[] = ["item", "section", "first-page", "form", "entry", "term", "rest"];
const WHAT: PackWhat[] = ["added", "changed", "removed"];

/** What a pack would change, by what it is; within a group what is new first. The core's order else stays. */
export function grouped(changes: PackChangeView[]): ChangeGroup[] {
  const kinds = [...new Set(changes.map((change) => change.of))].sort((a, b) => OF.indexOf(a) - OF.indexOf(b));
  return kinds.map((of) => ({
    of,
    changes: changes.filter((change) => change.of === of).sort((a, b) => WHAT.indexOf(a.what) - WHAT.indexOf(b.what)),
  }));
}

/** How many are added, changed and removed. */
export const counted = (changes: PackChangeView[]): { what: PackWhat; count: number }[] =>
  WHAT.map((what) => ({ what, count: changes.filter((change) => change.what === what).length })).filter((one) => one.count > 0);
