// A small stand-in for the core: one clinic, two systems, one item, one section.
import type {
  Changed, Contract, DocumentInfo, FieldInfo, FieldSort, HourPartView, HourQuestionView, HourSort, ImportPreview,
  KindInfo, NewerBlock, RecoveryView, RowView, SheetOf, StandingView, Status, WaveSystem, WaveView,
} from "../src/backend/contract";

type Names = keyof Contract;
type Heard = { name: string; request: Record<string, unknown> };

export const heard: Heard[] = [];
let seq = 1;

const field = (id: string, kind: FieldSort = "text", more: Partial<FieldInfo> = {}): FieldInfo => ({
  id, kind, label: `label-${id}`, help: `help-${id}`, required: id === "name", private: false, choices: [], link: null, ...more,
});
const SHEETS: Record<string, SheetOf> = {
  departments: "contacts", contact_points: "contacts", system_links: "dependencies",
  systems: "systems", devices: "devices", people: "people", organisations: "organisations",
};
const sheetOf = (noun: string): SheetOf | null => SHEETS[noun] ?? null;
const kind = (noun: string, fields: FieldInfo[], part_of: KindInfo["part_of"] = null): KindInfo => ({
  noun, name: `kind-${noun}`, about: "about", example: "example", title: "name", columns: [], by_reading: false, part_of, program: false, fields,
  sheet: sheetOf(noun), written: ![null, "contacts"].includes(sheetOf(noun)),
});
const KINDS = [
  kind("facility", [field("name"), field("phone", "phone"), field("broadcast", "long")]),
  kind("departments", [field("name"), field("place")]),
  kind("organisations", [field("name")]),
  kind("systems", [
    field("name"),
    field("vendor", "link", { link: "organisations" }),
    field("place", "choice", { choices: [{ id: "inside", text: "inside" }, { id: "cloud", text: "cloud" }] }),
    field("address", "text", { private: true }),
  ]),
  kind("roles", [field("name"), field("holder"), field("deputy1"), field("phone", "phone"), field("night_phone", "phone")]),
  kind("remarks", [field("text", "long")]),
  kind("procedures", [field("name"), field("department", "link", { link: "departments" })]),
  kind("procedure_steps", [field("procedure", "link", { link: "procedures" }), field("text", "long"), field("caution", "long")], { kind: "procedures", field: "procedure" }),
  kind("procedure_forms", [field("procedure", "link", { link: "procedures" }), field("form", "link", { link: "forms" })], { kind: "procedures", field: "procedure" }),
  kind("system_links", [field("system", "link", { link: "systems" }), field("needs", "link", { link: "systems" })]),
  kind("clinical_tasks", [field("name"), field("paper_day", "span"), field("beyond", "long")]),
  kind("task_needs", [field("task", "link", { link: "clinical_tasks" }), field("system", "link", { link: "systems" })], { kind: "clinical_tasks", field: "task" }),
  kind("devices", [field("name"), field("asset_no"), field("system", "link", { link: "systems" }), field("support_until", "date"), field("answer_file", "file")]),
  kind("column_names", [field("of_kind"), field("field"), field("label")]),
  kind("diagrams", [field("name"), field("image", "image")]),
  kind("people", [field("name")]),
  kind("wave_duties", [field("tier", "choice"), field("tester", "link", { link: "roles" }), field("declarer", "link", { link: "roles" })]),
  kind("gates", [field("name"), field("decider", "link", { link: "roles" })]),
  kind("contact_tree", [
    field("of_kind", "choice", { choices: [{ id: "roles", text: "roles" }] }),
    field("of", "link", { link: "any" }),
    field("above", "link", { link: "contact_tree" }),
  ]),
];

const NOUNS = KINDS.map((one) => one.noun);

const row = (id: string, title: string, draft = false): RowView => ({
  id, title, fields: { name: title }, shown: { name: title }, draft, source: null,
});
export const rows: Record<string, RowView[]> = {};

export function reset() {
  heard.length = 0;
  seq = 1;
  standings = {};
  Object.assign(rows, {
    facility: [row("f", "Clinic")],
    departments: [],
    systems: [row("s1", "Charts", true), row("s2", "Network")],
    organisations: [row("o1", "Vendor")],
    roles: [row("r1", "Duty doctor")],
    remarks: [],
    system_links: [{ ...row("l1", ""), fields: { system: "s1", needs: "s2" } }],
    clinical_tasks: [row("k1", "Intake")],
    task_needs: [],
    devices: Array.from({ length: 250 }, (_, at) => row(`d${at}`, `PC-${at}`)),
    column_names: [],
    diagrams: [row("m1", "Network drawing")],
    wave_duties: [],
    gates: [row("g1", "Way in shut")],
    procedures: [row("p1", "Paper orders", true)],
    procedure_steps: ["one", "two", "three"].map((text, at) => ({ ...row(`t${at + 1}`, text, at === 0), fields: { procedure: "p1", text } })),
    contact_tree: [row("c1", "Head"), { ...row("c2", "Below"), fields: { above: "c1" } }],
  });
}

export const status = (): Status => ({
  seq, facility: "Clinic", institution: "clinic", has_beds: false, saved_at: "10:32", read_only: "",
  undo: seq > 1 ? "name" : null, redo: null, stops: 1, found: seq, answered: 0, questions: 1,
});
const document = (name: string, more: Partial<DocumentInfo> = {}): DocumentInfo => ({
  name, title: `title-${name}`, about: `about-${name}`, caution: "", file: `file-${name}`, file_ward: `file-${name}`,
  copies: "headquarters", parts: false, listed: true, ...more,
});
const DOCUMENTS = [
  document("binder", { copies: "departments", parts: true, file: "hq", file_ward: "ward" }),
  document("minimum", { copies: "wards", parts: true }),
  document("recovery"),
  document("wallet", { caution: "secret" }),
  document("cards", { copies: "departments" }),
  document("questions", { copies: "same", listed: false }),
];
const opened = () => ({ path: "/plan.sonae", notices: [], kinds: KINDS, documents: DOCUMENTS, status: status() });
const changed = (noun: string, id: string, value: string | null = null, record: string | null = null): Changed => {
  seq += 1;
  return { seq, changed: [{ kind: noun, id }], everything: false, record, value, status: status() };
};

const ITEM = {
  number: "1-1", title: "title", source: "source", asked: "asked", why: "why", incident: "incident", prepare: ["prepare"],
  questions: [{ id: "a", text: "question", answer: "" }], example: "example", note: "",
  records: [{ id: "systems", text: "systems" }], sections: [{ id: "1", text: "section" }], open: ["open"],
};
export const section = {
  number: "1", title: "title", source: "source", about: "about", edited: false, prints: ["table"],
  blocks: [
    { id: "b1", form: "paragraph", cells: [[[{ text: "by " }, { field: { kind: "facility", record: "f", field: "name" } }]]] },
    { id: "b2", form: "table", cells: [[[{ text: "a" }], [{ text: "b" }]]] },
  ],
  shown: { "facility/f/name": "Clinic" }, newer: [] as NewerBlock[],
};

/** Two questions of the first hour: fields of the facility and a list to tick; a role that must be ticked first. */
let standings: Record<string, StandingView> = {};
const part = (sort: HourSort, kind: string, more: Partial<HourPartView>): HourPartView => ({ text: `group-${kind}`, sort, kind, fields: [], entries: [], values: {}, ...more });
const hour = () => {
  const duty = rows.roles?.find((one) => one.source === "roles/duty");
  const question = (id: string, parts: HourPartView[]): HourQuestionView => ({
    id, asked: `asked-${id}`, why: "why", example: "example", standing: standings[id] ?? "open", parts,
  });
  return [
    question("facility", [part("facility", "facility", { fields: ["phone"] }), part("tick", "departments", {})]),
    question("night", [
      part("entries", "roles", { fields: ["phone"], entries: [{ entry: "roles/duty", name: "duty", about: "", record: duty?.id ?? null }] }),
      part("rows", "departments", { fields: ["place"], values: { name: "new" } }),
    ]),
  ];
};
const count = (standing: string) => hour().filter((one) => one.standing === standing).length;

/** The network before the charts, with the gate between them. */
const recovery = (hit: string[]): RecoveryView => {
  const system = (id: string, title: string, needs: string[]): WaveSystem => ({
    id, title, needs, lifted_by: "", moved: false, reason: "", state: hit.length === 0 ? "unasked" : hit.includes(id) ? "hit" : "stopped",
  });
  const wave = (label: string, systems: WaveSystem[]): WaveView => ({
    label, tier: label.toLowerCase(), tier_text: `tier-${label}`, duty: "", tester: "", declarer: "", trial: "", systems,
  });
  return {
    seq, reads: NOUNS, circles: [], running: [], stopped: hit.length > 0 ? 2 : 0, gate_note: "note",
    waves: [wave("L0", [system("s2", "Network", [])]), wave("L2", [system("s1", "Charts", ["Network"])])],
    gate: [{ id: "g1", title: "Way in shut", decider: "", evidence: "" }],
    tasks: hit.length > 0 ? [{ id: "k1", title: "Intake", paper_day: "8 h", paper_night: "", beyond: "" }] : [],
  };
};

type Request = Record<string, string>;

/** A sheet of 300 new rows and one that cannot be taken. */
const sheet = ({ header }: Request): ImportPreview => ({
  list: "devices", token: "token", sheets: ["Sheet1", "Sheet2"], sheet: 0, header: Number(header ?? 2), trouble: "",
  lines: [{ line: 1, cells: ["Title"] }, { line: 2, cells: ["No", "Name"] }, { line: 3, cells: ["1", "PC"] }],
  columns: [{ at: 0, title: "No", target: "asset_no", example: "1" }, { at: 1, title: "Name", target: "name", example: "PC" }],
  targets: [{ id: "asset_no", text: "number" }, { id: "name", text: "name" }],
  counts: { new: 300, update: 0, same: 0, skipped: 0, problem: 1 },
  rows: Array.from({ length: 301 }, (_, at) => ({
    line: at + 3, title: `PC-${at}`, verdict: at < 300 ? "new" : "problem", notes: at < 300 ? [] : ["no name"], changes: [],
  })),
});

/** Kinds without a catalogue. */
const ATTACHED = `image/png 9 1200x800 ${"0f".repeat(32)} drawing.png`;
const UNLISTED = ["clinical_tasks", "wave_duties", "people", "devices", "diagrams"];

/** What the core would answer; the compiler holds it to the contract. */
const ANSWERS: { [K in keyof Contract]?: (request: Request) => Contract[K]["reply"] } = {
  start: () => ({ version: "0.1.0", recent: [{ path: "/a.sonae", name: "a.sonae", folder: "/", there: false }], institutions: [{ id: "hospital", text: "hospital" }, { id: "clinic", text: "clinic" }], person: "" }),
  current: opened,
  open_plan: opened,
  new_plan: opened,
  rows: ({ kind: noun = "" }) => ({ seq, reads: NOUNS, rows: rows[noun] ?? [] }),
  catalogue: ({ kind: noun = "" }) => ({
    reads: NOUNS, offers: UNLISTED.includes(noun) ? [] : [{ entry: "systems/emr", name: "Charts", about: "about", record: "s1" }],
  }),
  guide: () => ({ seq, reads: NOUNS, phases: [{ number: "1", title: "phase", about: "about", items: [ITEM] }], answers: [{ id: "yes", text: "yes" }, { id: "no", text: "no" }] }),
  findings: () => [{ severity: "stop", word: "stop", text: "finding", at: { kind: "systems", id: "s1" }, field: null, beside: null, item: null, go: "" }],
  first_pages: () => ({ reads: NOUNS, pages: [] }),
  sections: () => ({ reads: NOUNS, sections: [{ number: "1", title: "title", level: 1, edited: false }] }),
  section: () => ({ ...section, seq, reads: NOUNS }),
  edit_section: () => changed("blocks", "b1"),
  terms: () => [{ words: ["asked"], text: "meaning" }],
  some_rows: ({ kind: noun = "", search = "", from, most, with: record }) => {
    const all = rows[noun] ?? [];
    const found = all.filter((one) => one.title.includes(search));
    const at = found.findIndex((one) => one.id === record);
    const start = at < 0 ? Number(from) : at - (at % Number(most));
    return { seq, reads: NOUNS, total: all.length, found: found.length, rows: found.slice(start, start + Number(most)) };
  },
  attach: ({ kind: noun = "", id = "", field: name = "" }) => {
    const there = rows[noun]?.find((one) => one.id === id);
    if (there) Object.assign(there, { fields: { ...there.fields, [name]: ATTACHED }, shown: { ...there.shown, [name]: "PNG 1200×800" } });
    return changed(noun, id);
  },
  name_column: ({ field: name = "", label = "" }) => {
    rows.column_names = [{ ...row("n1", ""), fields: { of_kind: "devices", field: name, label } }];
    return changed("column_names", "n1");
  },
  look_at_sheet: (request) => sheet(request),
  import_sheet: () => changed("devices", "d0"),
  export_sheet: ({ path = "" }) => ({ path, rows: 3 }),
  recovery: ({ hit }) => recovery(hit as unknown as string[]),
  dependency_map: () => ({
    seq, reads: NOUNS, width: 100, letters: 3, line: 4, how: "how", weak: [{ at: { kind: "systems", id: "s2" }, title: "Network", count: 1, systems: ["Charts"], tasks: 1 }],
    panels: [{
      height: 40, lines: [[20, 10, 20, 20]], dots: [[20, 15]], waves: [{ y: 0, text: "L0" }],
      boxes: (rows.systems ?? []).map((one, at) => ({
        key: one.id, x: 10, y: at * 20, width: 40, height: 10, lines: [{ text: one.title, bold: true }],
        needs: one.id === "s1" ? ["s2"] : [], needed_by: one.id === "s2" ? ["s1"] : [],
      })),
    }],
  }),
  contact_tree: () => ({
    seq, reads: NOUNS, width: 100, letters: 3, line: 4,
    panels: [{
      key: "c1", part: 0, goes_on: false, height: 20, lines: [[40, 5, 50, 5]],
      boxes: (rows.contact_tree ?? []).map((one, at) => ({ key: one.id, x: at * 50, y: 0, width: 40, height: 10, lines: [{ text: one.title, bold: true }], elsewhere: 0 })),
    }],
  }),
  packs: ({ source = "" }) => [
    source === "own"
      ? { id: "own", title: "Own", edition: "1", hash: "h1", current: true, changes: [] }
      : { id: "own", title: "Newer", edition: "2", hash: "h2", current: false, changes: [{ of: "item", what: "removed", id: "1-1", title: "title", touches: 2 }] },
  ],
  earlier_packs: () => [{ id: "h0", text: "Earlier" }],
  accept_pack: () => changed("facility", "f"),
  follow_pack: () => changed("blocks", "b1"),
  keep_own_text: () => changed("blocks", "b1"),
  move_record: ({ kind: noun = "", id = "" }) => changed(noun, id),
  status,
  set_field: ({ kind: noun = "", id = "", field: name = "", value = "" }) => {
    const there = rows[noun]?.find((one) => one.id === id);
    if (there) Object.assign(there, { fields: { ...there.fields, [name]: value } });
    return changed(noun, id, value);
  },
  add_record: ({ kind: noun = "" }) => {
    rows[noun] = [...(rows[noun] ?? []), row(`new-${seq}`, "")];
    return changed(noun, `new-${seq}`, null, `new-${seq}`);
  },
  remove_record: ({ kind: noun = "", id = "" }) => {
    rows[noun] = (rows[noun] ?? []).filter((one) => one.id !== id);
    return changed(noun, id);
  },
  adopt: () => {
    rows.systems = (rows.systems ?? []).map((one) => ({ ...one, draft: false }));
    return changed("systems", "s1");
  },
  answer: ({ value = "" }) => changed("answers", "x", value),
  open_sample: opened,
  first_hour: () => ({ seq, reads: NOUNS, questions: hour() }),
  leave_question: ({ question = "", later }) => {
    standings[question] = later ? "later" : "answered";
    return changed("remarks", "r");
  },
  tick: ({ entry = "" }) => {
    const [noun = "", name = ""] = entry.split("/");
    rows[noun] = [...(rows[noun] ?? []), { ...row(name, name), source: entry }];
    return changed(noun, name, null, name);
  },
  overview: () => ({
    seq, phases: [{ number: "1", title: "phase", about: "about", yes: 0, answered: 0, questions: 1 }],
    next: [{ id: "a", title: "step", value: "value", minutes: 10, go: "systems" }],
    owed: [{ remark: "q", role: "role", place: "place", text: "text", go: "guide/1-1", at: null, field: null }],
    hour_answered: count("answered"), hour_later: count("later"), hour_questions: hour().length, saved_at: "10:32", prints: [],
  }),
  agenda: ({ minutes }) => ({
    minutes: Number(minutes), items: [{ number: "1-1", title: "title", minutes: 20, open: 1, prepare: ["prepare"] }],
    table: [{ role: "role", holder: "" }], questions: 0,
  }),
  print: ({ path = "" }) => ({ seq, changed: [], path, pages: 8, findings: [] }),
};

export async function call(name: Names, request: unknown): Promise<unknown> {
  heard.push({ name, request: request as Record<string, unknown> });
  return ANSWERS[name]?.(request as Request) ?? {};
}
