import type { FindingView, Ref } from "../backend/contract";
import { nav } from "../state/app";
import { placeOf, type Place } from "../state/places";
import { toField } from "./toField";

/** Goes to a place and, where a record's field is meant, into that field. */
export async function leadTo(place: Place, at: Ref | null, field: string | null) {
  if ((await nav.go(place)) && at && field) await toField(`${at.kind}.${field}`);
}

export function placeOfFinding({ at, item }: FindingView): Place {
  return at ? placeOf(at.kind, at.id) : { screen: "guide", item: item ?? undefined };
}
