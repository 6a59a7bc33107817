import type { FindingView, Ref } from "../backend/contract";
import { nav, plan } from "../state/app";
import { placeOf, placeOfGo, type Place } from "../state/places";
import { focusOn, toField } from "./toField";

/** Goes to a place and, where a record's field is meant, into that field. */
export async function leadTo(place: Place, at: Ref | null, field: string | null) {
  if (!(await nav.go(place)) || !at || !field) return;
  const name = `${at.kind}.${field}`;
  // What is written under another record stands there among others of its kind.
  await (plan.wholeOf(at.kind) ? focusOn(`[data-id="${at.id}"] [data-field="${name}"]`) : toField(name));
}

/** Where a record, or the list of its kind, is filled in. */
export const placeOfRef = (at: Ref): Place => placeOf(at.kind, at.id, plan.wholeOf);

export const placeOfFinding = ({ at, go }: FindingView): Place => (at ? placeOfRef(at) : placeOfGo(go));
