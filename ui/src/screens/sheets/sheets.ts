import { placeOf, type Place } from "../../state/places";

/** Which sheet of the institution fills the list of a kind. */
export const SHEET_OF: Record<string, string> = {
  departments: "contacts",
  contact_points: "contacts",
  systems: "systems",
  system_links: "dependencies",
  devices: "devices",
  people: "people",
  organisations: "organisations",
};

/** What can be written as a sheet, by its kind. */
export const EXPORT_OF: Record<string, string> = {
  systems: "systems",
  system_links: "dependencies",
  devices: "devices",
  people: "people",
  organisations: "organisations",
};

/** The list a sheet goes to. The telephone list fills several; the one in which most changed is shown. */
const LISTS: Record<string, string> = { dependencies: "system_links", contracts: "organisations" };

export function placeOfSheet(what: string, changed: { kind: string }[]): Place {
  if (what !== "contacts") return placeOf(LISTS[what] ?? what);
  const count = (noun: string) => changed.filter((one) => one.kind === noun).length;
  const [most = "people"] = [...new Set(changed.map((one) => one.kind))].sort((a, b) => count(b) - count(a));
  return placeOf(most);
}
