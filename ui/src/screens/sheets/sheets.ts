import { placeOf, type Place } from "../../state/places";

/** Where one goes after an import: the telephone list fills several lists, the one in which most changed is shown. */
export function placeOfSheet(what: string, list: string | undefined, changed: { kind: string }[]): Place {
  if (what !== "contacts") return placeOf(list ?? what);
  const count = (noun: string) => changed.filter((one) => one.kind === noun).length;
  const [most = "people"] = [...new Set(changed.map((one) => one.kind))].sort((a, b) => count(b) - count(a));
  return placeOf(most);
}
