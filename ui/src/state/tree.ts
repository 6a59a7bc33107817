import type { RowView } from "../backend/contract";

/** The place that calls this one, if it is still there. */
export function callerOf(places: RowView[], place: RowView): string | undefined {
  const above = place.fields.above;
  return places.some((one) => one.id === above) ? above : undefined;
}

/** The places called from the same place, in order; without a caller, the heads. */
export function siblingsOf(places: RowView[], place: RowView): RowView[] {
  const caller = callerOf(places, place);
  return places.filter((one) => callerOf(places, one) === caller);
}

/** The places called from this one. */
export const calledBy = (places: RowView[], id: string): RowView[] => places.filter((one) => one.fields.above === id);
