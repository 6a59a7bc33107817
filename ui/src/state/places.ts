export type Screen = "start" | "overview" | "guide" | "systems" | "contacts" | "decisions" | "text" | "print";

/** Where a person is. */
export type Place = { screen: Screen; tab?: string; record?: string; item?: string; section?: string };

/** The rail, in the order of the work. */
export const RAIL: Screen[] = ["overview", "guide", "systems", "contacts", "decisions", "text", "print"];

/** The tabs of a screen. A tab that is a noun shows that kind's records. */
export const TABS: Partial<Record<Screen, string[]>> = {
  overview: ["now", "facility", "departments"],
  systems: ["systems", "system_links", "backups"],
  contacts: ["people", "roles", "organisations", "contact_points"],
  decisions: ["decisions", "restrictions", "downtime", "cutoff_points", "first"],
};

/** Where the records of a kind are filled in. */
export function placeOf(noun: string, record?: string): Place {
  for (const [screen, tabs] of Object.entries(TABS)) {
    if (tabs.includes(noun)) return { screen: screen as Screen, tab: noun, record };
  }
  if (noun === "blocks") return { screen: "text" };
  if (noun === "answers" || noun === "remarks") return { screen: "guide" };
  return { screen: "overview", tab: "now" };
}
