import type { SheetOf } from "../backend/contract";

export type Screen =
  | "start"
  | "overview"
  | "first-hour"
  | "guide"
  | "systems"
  | "recovery"
  | "procedures"
  | "contacts"
  | "decisions"
  | "text"
  | "checks"
  | "exercise"
  | "print"
  | "import"
  | "packs";

/** Where a person is. */
export type Place = { screen: Screen; tab?: string; record?: string; item?: string; section?: string; list?: string; question?: string; document?: string; sheet?: SheetOf };

/** The rail, in the order of the work. */
export const RAIL: Screen[] = ["overview", "guide", "systems", "recovery", "procedures", "contacts", "decisions", "text", "checks", "exercise", "print"];

/** The tabs of a screen. A tab that is a noun shows that kind's records. */
export const TABS: Partial<Record<Screen, string[]>> = {
  overview: ["now", "agenda", "facility", "departments"],
  systems: ["systems", "clinical_tasks", "system_links", "backups", "devices", "diagrams"],
  recovery: ["recovery", "map", "what-if", "wave_duties", "gates"],
  procedures: ["procedures", "signals", "late_drugs", "forms", "stock", "cards"],
  contacts: [
    "numbers", "sheet_checks", "people", "roles", "changeover", "organisations", "contact_points", "channels", "contact_tree", "reach", "drills",
  ],
  checks: ["inspect", "checklists", "suppliers"],
  exercise: ["exercises", "own_scenarios", "ward_drills", "improvements"],
  decisions: ["decisions", "restrictions", "downtime", "cutoff_points", "first"],
};

/** The tabs of a screen that has many of them, by what they are about. */
const GROUPS: Partial<Record<Screen, { id: string; tabs: string[] }[]>> = {
  contacts: [
    { id: "numbers", tabs: ["numbers", "sheet_checks"] },
    { id: "people", tabs: ["people", "roles", "changeover"] },
    { id: "others", tabs: ["organisations", "contact_points", "channels"] },
    { id: "tree", tabs: ["contact_tree", "reach", "drills"] },
  ],
};

export const groupsOf = (screen: Screen) => GROUPS[screen] ?? [];

/** Where the records of a kind are filled in; those written under another are found by what they are part of. */
export function placeOf(noun: string, record?: string, wholeOf?: (noun: string) => string | undefined): Place {
  for (const [screen, tabs] of Object.entries(TABS)) {
    if (tabs.includes(noun)) return { screen: screen as Screen, tab: noun, record };
  }
  const whole = wholeOf?.(noun);
  if (whole) return placeOf(whole, record);
  if (noun === "form_stocks") return { screen: "procedures", tab: "stock" };
  if (noun === "column_names") return placeOf("devices");
  if (noun === "supplier_forms") return { screen: "checks", tab: "suppliers", record };
  if (noun === "proofs") return { screen: "checks", tab: "checklists", record };
  if (noun === "list_files") return { screen: "checks", tab: "checklists" };
  if (noun === "set_asides") return { screen: "checks", tab: "inspect" };
  if (noun === "blocks") return { screen: "text" };
  if (noun === "answers" || noun === "remarks") return { screen: "guide" };
  return { screen: "overview", tab: "now" };
}

/** Where the core says something leads: a noun, `guide/<item>`, `text/<section>`, `first-hour/<question>`, `print` or `print/<document>`. */
export function placeOfGo(go: string): Place {
  const [where = "", what] = go.split("/");
  switch (where) {
    case "guide":
      return { screen: "guide", item: what };
    case "text":
      return { screen: "text", section: what };
    case "first-hour":
      return { screen: "first-hour", question: what };
    case "checks":
      return { screen: "checks", tab: "checklists", list: what, item: go.split("/")[2] };
    case "print":
      return { screen: "print", document: what ?? "minimum" };
    default:
      return placeOf(where);
  }
}
