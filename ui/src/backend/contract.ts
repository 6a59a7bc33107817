// Made from src-tauri/crates/wire by `cargo test -p wire`; not edited by hand.

export type Start = { 
/**
 * Program version.
 */
version: string, 
/**
 * Plans opened last.
 */
recent: Array<Recent>, 
/**
 * Kinds of institution: id and word.
 */
institutions: Array<Word>, 
/**
 * Who sat here last.
 */
person: string, };

export type Recent = { 
/**
 * Full path.
 */
path: string, 
/**
 * File name.
 */
name: string, 
/**
 * Folder.
 */
folder: string, 
/**
 * Whether it is still there.
 */
there: boolean, };

export type Word = { 
/**
 * Id.
 */
id: string, 
/**
 * Word.
 */
text: string, };

export type Opened = { 
/**
 * Full path.
 */
path: string, 
/**
 * Things to tell the person: read-only, changes by another program.
 */
notices: Array<string>, 
/**
 * Every record kind.
 */
kinds: Array<KindInfo>, 
/**
 * Where the plan stands.
 */
status: Status, };

export type KindInfo = { 
/**
 * Noun.
 */
noun: string, 
/**
 * Word.
 */
name: string, 
/**
 * What the list is for.
 */
about: string, 
/**
 * One row as an example.
 */
example: string, 
/**
 * Fields in order.
 */
fields: Array<FieldInfo>, };

export type FieldInfo = { 
/**
 * Id.
 */
id: string, 
/**
 * text, long, date, number, phone, kana, code, choice, flag, link or cells.
 */
kind: string, 
/**
 * Label.
 */
label: string, 
/**
 * Help.
 */
help: string, 
/**
 * Whether it must be filled.
 */
required: boolean, 
/**
 * Whether it prints only in 本部用.
 */
private: boolean, 
/**
 * Choices.
 */
choices: Array<Word>, 
/**
 * For a link: the noun it points to.
 */
link: string | null, };

export type Status = { 
/**
 * Number of the last change.
 */
seq: number, 
/**
 * Facility name.
 */
facility: string, 
/**
 * Its kind.
 */
institution: string, 
/**
 * Whether patients stay overnight.
 */
has_beds: boolean, 
/**
 * `10:32` of the last save, or the day when it was not today.
 */
saved_at: string, 
/**
 * Why nothing can be saved; empty when it can.
 */
read_only: string, 
/**
 * What undo takes back.
 */
undo: string | null, 
/**
 * What redo brings again.
 */
redo: string | null, 
/**
 * Findings of severity 止まる.
 */
stops: number, 
/**
 * Questions of the check table answered, and all.
 */
answered: number, 
/**
 * All questions of the check table.
 */
questions: number, };

export type Rows = { 
/**
 * Number of the last change they show.
 */
seq: number, 
/**
 * Records in order, removed ones left out.
 */
rows: Array<RowView>, };

export type RowView = { 
/**
 * Id.
 */
id: string, 
/**
 * What people call it.
 */
title: string, 
/**
 * Stored text of the answered fields.
 */
fields: { [key in string]: string }, 
/**
 * Words of the answered fields: choices and links by name.
 */
shown: { [key in string]: string }, 
/**
 * Whether it is still 案.
 */
draft: boolean, 
/**
 * Catalogue entry it came from.
 */
source: string | null, 
/**
 * Fields that need attention, with the sentence.
 */
problems: { [key in string]: string }, };

export type Offer = { 
/**
 * Entry id.
 */
entry: string, 
/**
 * Its name.
 */
name: string, 
/**
 * A line about it.
 */
about: string, 
/**
 * The record it became, if ticked.
 */
record: string | null, };

export type Changed = { 
/**
 * Number of the last change.
 */
seq: number, 
/**
 * Rows that changed.
 */
changed: Array<Ref>, 
/**
 * The record that was added.
 */
record: string | null, 
/**
 * The text now stored in the field that was set.
 */
value: string | null, 
/**
 * Where the plan stands now.
 */
status: Status, };

export type Ref = { 
/**
 * Noun.
 */
kind: string, 
/**
 * Id.
 */
id: string, };

export type Guide = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Phases in order.
 */
phases: Array<GuidePhase>, 
/**
 * Possible answers.
 */
answers: Array<Word>, };

export type GuidePhase = { 
/**
 * Number.
 */
number: string, 
/**
 * Official title.
 */
title: string, 
/**
 * What it is for.
 */
about: string, 
/**
 * Its items.
 */
items: Array<GuideItem>, };

export type GuideItem = { 
/**
 * Official number.
 */
number: string, 
/**
 * Title, in 〔 〕 with a remark where it was not seen.
 */
title: string, 
/**
 * Document and page.
 */
source: string, 
/**
 * What is asked.
 */
asked: string, 
/**
 * Why it matters.
 */
why: string, 
/**
 * The incident behind it: place, fact and source in one line.
 */
incident: string, 
/**
 * What to prepare.
 */
prepare: Array<string>, 
/**
 * Questions with their answers.
 */
questions: Array<GuideQuestion>, 
/**
 * An example of this size.
 */
example: string, 
/**
 * The note.
 */
note: string, 
/**
 * Where in the program it is filled in.
 */
records: Array<Word>, 
/**
 * Sections it fills.
 */
sections: Array<Word>, 
/**
 * What is still open, in sentences.
 */
open: Array<string>, };

export type GuideQuestion = { 
/**
 * Id.
 */
id: string, 
/**
 * Wording.
 */
text: string, 
/**
 * Answer id, or empty.
 */
answer: string, };

export type SectionInfo = { 
/**
 * Number.
 */
number: string, 
/**
 * Title, in 〔 〕 where it was not seen.
 */
title: string, 
/**
 * Depth, 1 to 3.
 */
level: number, 
/**
 * Whether it has the plan's own text.
 */
edited: boolean, };

export type SectionText = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Number.
 */
number: string, 
/**
 * Title.
 */
title: string, 
/**
 * Document and page.
 */
source: string, 
/**
 * What belongs here.
 */
about: string, 
/**
 * Whether it has the plan's own text.
 */
edited: boolean, 
/**
 * Its blocks.
 */
blocks: Array<BlockView>, 
/**
 * Names of the tables printed after the text.
 */
prints: Array<string>, 
/**
 * Words of the placeholders in it, by `kind/record/field`.
 */
shown: { [key in string]: string }, };

export type BlockView = { 
/**
 * Id.
 */
id: string, 
/**
 * paragraph, heading, item or table.
 */
form: string, 
/**
 * Text.
 */
cells: Array<Array<Array<NodeView>>>, };

export type NodeView = { "text": string } | { "bold": string } | { "field": { 
/**
 * Noun.
 */
kind: string, 
/**
 * Record id.
 */
record: string, 
/**
 * Field id.
 */
field: string, } } | { "here": string } | { "blank": number } | { "names": Array<string> } | { "page": string };

export type FindingView = { 
/**
 * stop, mend or note.
 */
severity: string, 
/**
 * 止まる・直す・気づき.
 */
word: string, 
/**
 * The sentence.
 */
text: string, 
/**
 * The record it is about.
 */
at: Ref | null, 
/**
 * The field it is about.
 */
field: string | null, 
/**
 * The check-table item it belongs to.
 */
item: string | null, };

export type FirstPageView = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * For whom.
 */
reader: string, 
/**
 * Professions.
 */
confirm: Array<Confirmation>, };

export type Confirmation = { 
/**
 * Id of the profession.
 */
id: string, 
/**
 * Its name.
 */
text: string, 
/**
 * Who confirmed and when; empty = open.
 */
by: string, };

export type PrintedView = { 
/**
 * Full path.
 */
path: string, 
/**
 * Pages.
 */
pages: number, 
/**
 * What only shows on paper.
 */
findings: Array<FindingView>, };

export type BackupView = { 
/**
 * Full path.
 */
path: string, 
/**
 * The last change in it.
 */
saved: string, };

export type Nothing = Record<symbol, never>;

export type Empty = Record<symbol, never>;

export type NewPlanRequest = { 
/**
 * Where.
 */
path: string, 
/**
 * Kind of institution.
 */
kind: string, 
/**
 * Name.
 */
name: string, 
/**
 * Beds.
 */
beds: number | null, };

export type PathRequest = { 
/**
 * Full path.
 */
path: string, };

export type KindRequest = { 
/**
 * Noun.
 */
kind: string, };

export type TickRequest = { 
/**
 * Entry id.
 */
entry: string, 
/**
 * Whether it is there.
 */
ticked: boolean, };

export type AddRequest = { 
/**
 * Noun.
 */
kind: string, 
/**
 * First values.
 */
values: { [key in string]: string }, };

export type SetFieldRequest = { 
/**
 * Noun.
 */
kind: string, 
/**
 * Record.
 */
id: string, 
/**
 * Field.
 */
field: string, 
/**
 * Text; empty = unanswered.
 */
value: string, 
/**
 * Whether the field was left.
 */
leaving: boolean, 
/**
 * The step: from focus to leaving.
 */
step: string, };

export type MoveRequest = { 
/**
 * Noun.
 */
kind: string, 
/**
 * Record.
 */
id: string, 
/**
 * The one it shall stand behind; null = to the front.
 */
after: string | null, };

export type RecordRequest = { 
/**
 * Noun.
 */
kind: string, 
/**
 * Record.
 */
id: string, };

export type AdoptRequest = { 
/**
 * Nouns on the page.
 */
kinds: Array<string>, 
/**
 * Only this row; null = all of them.
 */
id: string | null, 
/**
 * Who adopts.
 */
by: string, };

export type AnswerRequest = { 
/**
 * Item, or `first/<page>`.
 */
item: string, 
/**
 * Question.
 */
field: string, 
/**
 * Answer; empty = unanswered.
 */
value: string, 
/**
 * The step.
 */
step: string, };

export type SectionRequest = { 
/**
 * Number.
 */
number: string, };

export type EditSectionRequest = { 
/**
 * Number.
 */
number: string, 
/**
 * Its blocks.
 */
blocks: Array<BlockEdit>, 
/**
 * The step.
 */
step: string, };

export type BlockEdit = { 
/**
 * The block it was; null = new.
 */
id: string | null, 
/**
 * paragraph, heading, item or table.
 */
form: string, 
/**
 * Text.
 */
cells: Array<Array<Array<NodeView>>>, };

export type PrintCommand = { 
/**
 * Document (`binder`).
 */
document: string, 
/**
 * hq or ward.
 */
copy: string, 
/**
 * Department a ward copy is for.
 */
ward: string | null, 
/**
 * Print date, `2026-11-22`; empty = today.
 */
date: string, 
/**
 * Where.
 */
path: string, };

export type PreviewRequest = { 
/**
 * A record's noun, or `template`.
 */
kind: string, 
/**
 * A record's id, or a section, item or first page.
 */
id: string, };

export type RestoreRequest = { 
/**
 * The damaged file.
 */
path: string, 
/**
 * The copy.
 */
backup: string, };

export type PersonRequest = { 
/**
 * Name.
 */
person: string, };

export type Fault = { 
/**
 * The code; screens act on `damaged`, `read-only`, `file-exists` and `cancelled`.
 */
code: string, 
/**
 * What happened.
 */
happened: string, 
/**
 * Is my work safe.
 */
safe: string, 
/**
 * What do I do now.
 */
now: string, };

export interface Contract {
  start: { request: Empty; reply: Start };
  new_plan: { request: NewPlanRequest; reply: Opened };
  open_plan: { request: PathRequest; reply: Opened };
  open_sample: { request: PathRequest; reply: Opened };
  current: { request: Empty; reply: Opened };
  close_plan: { request: Empty; reply: Nothing };
  backups: { request: PathRequest; reply: Array<BackupView> };
  restore_backup: { request: RestoreRequest; reply: Opened };
  save_copy: { request: PathRequest; reply: Nothing };
  set_person: { request: PersonRequest; reply: Nothing };
  status: { request: Empty; reply: Status };
  rows: { request: KindRequest; reply: Rows };
  catalogue: { request: KindRequest; reply: Array<Offer> };
  tick: { request: TickRequest; reply: Changed };
  add_record: { request: AddRequest; reply: Changed };
  set_field: { request: SetFieldRequest; reply: Changed };
  move_record: { request: MoveRequest; reply: Changed };
  remove_record: { request: RecordRequest; reply: Changed };
  restore_record: { request: RecordRequest; reply: Changed };
  adopt: { request: AdoptRequest; reply: Changed };
  undo: { request: Empty; reply: Changed };
  redo: { request: Empty; reply: Changed };
  guide: { request: Empty; reply: Guide };
  answer: { request: AnswerRequest; reply: Changed };
  sections: { request: Empty; reply: Array<SectionInfo> };
  section: { request: SectionRequest; reply: SectionText };
  edit_section: { request: EditSectionRequest; reply: Changed };
  findings: { request: Empty; reply: Array<FindingView> };
  first_pages: { request: Empty; reply: Array<FirstPageView> };
  print: { request: PrintCommand; reply: PrintedView };
  cancel_print: { request: Empty; reply: Nothing };
}
