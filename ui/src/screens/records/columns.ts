/** The columns of a kind's table beside its title. A list is for finding; the form has everything. */
export const COLUMNS: Record<string, string[]> = {
  departments: ["place", "phone", "night_phone", "box_place"],
  systems: ["importance", "recovery", "vendor", "fallback"],
  clinical_tasks: ["paper_day", "paper_night", "department", "level"],
  backups: ["frequency", "offline", "tested_on"],
  devices: ["asset_no", "sort", "system", "place", "support_until"],
  diagrams: ["sort", "drawn_on"],
  wave_duties: ["tester", "declarer"],
  gates: ["decider"],
  procedures: ["department", "system"],
  forms: ["number", "group", "reentry", "confirmed_by"],
  cards: ["role", "department", "headquarters"],
  drills: ["held_on", "shift", "down"],
  sheet_checks: ["checked_on", "checked_by"],
  channels: ["sort", "floor", "number", "no_exchange", "tested_on"],
  people: ["job", "department", "extension"],
  roles: ["holder", "deputy1", "phone", "night_phone"],
  organisations: ["group", "day_phone", "night_phone", "checked_on"],
  contact_points: ["of", "means", "value", "hours"],
  decisions: ["day_role", "night_role", "wait_minutes"],
  restrictions: ["stance", "decider", "review"],
  downtime: ["department", "place", "checked_by"],
  cutoff_points: ["step", "place", "who"],
};

/** The field that stands for the row, where it is not the name. */
export const TITLE: Record<string, string> = { backups: "system", contact_points: "of", wave_duties: "tier", sheet_checks: "sheet" };

/** Kinds the core puts in the order of their reading: nothing to move. */
export const BY_READING = ["people", "organisations"];
