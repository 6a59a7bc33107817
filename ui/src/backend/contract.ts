// Made from src-tauri/crates/wire by `cargo test -p wire`; not edited by hand.

export type Empty = Record<symbol, never>;

export type Nothing = Record<symbol, never>;

export type Word = { 
/**
 * Id.
 */
id: string, 
/**
 * Word.
 */
text: string, };

export type Ref = { 
/**
 * Noun.
 */
kind: string, 
/**
 * Id.
 */
id: string, };

export type NamedRef = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
title: string, };

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
 * Whether anything may show otherwise: the plan is on another pack.
 */
everything: boolean, 
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

export type KindRequest = { 
/**
 * Noun.
 */
kind: string, };

export type RecordRequest = { 
/**
 * Noun.
 */
kind: string, 
/**
 * Record.
 */
id: string, };

export type PathRequest = { 
/**
 * Full path.
 */
path: string, };

export type SentView = "unsent" | "out" | "overdue" | "returned";

export type LeftWhy = "wrong-column" | "no-answer" | "no-day" | "unasked";

export type ItemState = "open" | "unsigned" | "yes" | "no" | "none" | "not-asked";

export type ItemFate = "same" | "merged" | "split" | "new" | "uncompared";

export type TakingView = "new" | "other" | "same";

export type StaleView = "changed" | "gone" | "compare";

export type CopiesView = "headquarters" | "same" | "wards" | "departments";

export type SeverityView = "stop" | "mend" | "note";

export type FieldSort = "text" | "long" | "date" | "span" | "number" | "phone" | "kana" | "code" | "choice" | "flag" | "link" | "image" | "file" | "cells";

export type StateView = "unasked" | "hit" | "stopped" | "examined";

export type NewsView = "added" | "changed" | "same" | "removed";

export type PackOf = "item" | "section" | "first-page" | "form" | "entry" | "term" | "rest";

export type PackWhat = "added" | "removed" | "changed";

export type StandingView = "answered" | "later" | "open";

export type VerdictView = "new" | "update" | "same" | "skipped" | "problem";

export type SheetOf = "systems" | "devices" | "people" | "organisations" | "contacts" | "dependencies" | "contracts";

export type DoingView = "opening" | "copying" | "checking" | "placing" | "writing" | "comparing" | "saving";

export type SideView = "found" | "logged";

export type DownView = "nothing" | "phs" | "exchange";

export type Work = "open" | "keep" | "copy" | "print" | "look" | "import";

export type PackPlace = "own" | "folder" | "stored";

export type FormatView = "xlsx" | "csv" | "vcf";

export type HourSort = "facility" | "tick" | "entries" | "rows";

export type ActView = "begin" | "play" | "pause" | "resume" | "interrupted" | "stop" | "tell" | "branch" | "again" | "improvise" | "skip" | "delay" | "jump" | "seek" | "found" | "not-found" | "decision" | "undecided" | "note" | "words" | "review" | "lesson" | "people" | "cards" | "room-open" | "room-lost" | "blank" | "show" | "beat" | "end";

export type StageView = "ready" | "opening" | "playing" | "review" | "ended";

export type HeldView = "pause" | "stop" | "interrupted";

export type FaceView = "waiting" | "opening" | "playing" | "paused" | "stopped" | "review" | "ended" | "blank";

export type ChecklistsView = { 
/**
 * Nouns it was read from.
 */
reads: Array<string>, 
/**
 * The lists, the newest year first.
 */
lists: Array<ChecklistHead>, 
/**
 * Lists with a form for suppliers, the newest year first: id, and year.
 */
for_suppliers: Array<Word>, 
/**
 * How many lists the program has that the plan has not, or has in another edition.
 */
others: number, };

export type ChecklistHead = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title, in 〔 〕 where it was not seen.
 */
title: string, 
/**
 * Which year's (令和7年度).
 */
edition: string, 
/**
 * The form this institution fills in (医療機関確認用).
 */
form: string, 
/**
 * The form suppliers fill in; empty where there is none.
 */
supplier_form: string, 
/**
 * How its items stand.
 */
counts: ChecklistCounts, 
/**
 * Lists whose rules, notes and proofs may come along.
 */
earlier: Array<Word>, 
/**
 * The workbook the plan keeps for it; empty = none.
 */
file: string, 
/**
 * The fiscal year it is now, where the list is of an earlier one; empty = it is not.
 */
now: string, };

export type ChecklistCounts = { 
/**
 * Nobody answered.
 */
open: number, 
/**
 * Answered without day or name: it does not count.
 */
unsigned: number, 
/**
 * はい.
 */
yes: number, 
/**
 * いいえ.
 */
no: number, 
/**
 * 該当なし.
 */
none: number, };

export type AskSuppliers = { 
/**
 * The list.
 */
list: string, 
/**
 * Ids of the suppliers.
 */
suppliers: Array<string>, };

export type SuppliersRequest = { 
/**
 * The list.
 */
list: string, };

export type SuppliersView = { 
/**
 * Nouns it was read from.
 */
reads: Array<string>, 
/**
 * One for each supplier that has one.
 */
forms: Array<SupplierFormView>, 
/**
 * Suppliers without one: those of systems first.
 */
without: Array<Word>, };

export type SupplierFormView = { 
/**
 * Its row.
 */
id: string, 
/**
 * The supplier.
 */
supplier: string, 
/**
 * Systems it serves.
 */
systems: Array<string>, 
/**
 * Where it stands.
 */
sent: SentView, 
/**
 * Until when it is asked back.
 */
due_on: string, 
/**
 * How its items stand.
 */
counts: ChecklistCounts, };

export type ChecklistRequest = { 
/**
 * The list.
 */
list: string, 
/**
 * The row of a supplier's form; empty = the institution's own.
 */
of: string, };

export type ChecklistView = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Nouns it was read from.
 */
reads: Array<string>, 
/**
 * The list.
 */
id: string, 
/**
 * Its title, in 〔 〕 where it was not seen.
 */
title: string, 
/**
 * Which year's.
 */
edition: string, 
/**
 * Which form.
 */
form: string, 
/**
 * Where we know it from.
 */
source: string, 
/**
 * The guideline its chapters are of.
 */
guideline: string, 
/**
 * What may be answered.
 */
answers: Array<Word>, 
/**
 * Words of the form for what is asked in a round: result, checked_on, target_on.
 */
questions: Array<Word>, 
/**
 * Its parts in order.
 */
groups: Array<ChecklistGroup>, 
/**
 * How its items stand.
 */
counts: ChecklistCounts, };

export type ChecklistGroup = { 
/**
 * Number; empty before the first part.
 */
number: string, 
/**
 * Title, in 〔 〕 where it was not seen.
 */
title: string, 
/**
 * Its items.
 */
items: Array<ChecklistItem>, };

export type ChecklistItem = { 
/**
 * Its id.
 */
id: string, 
/**
 * Official number, in 〔 〕 where it was not seen.
 */
number: string, 
/**
 * What it looks at (サーバ); empty where the list does not say.
 */
target: string, 
/**
 * Title, in 〔 〕 where it was not seen.
 */
title: string, 
/**
 * What is to be said of the title; empty where it was seen.
 */
remark: string, 
/**
 * What it means, in our words.
 */
about: string, 
/**
 * When it need not be answered; empty = never.
 */
unless: string, 
/**
 * Until when it is only announced; empty = asked now.
 */
later: string, 
/**
 * Chapters of the guideline.
 */
chapters: string, 
/**
 * Where the title was seen.
 */
source: string, 
/**
 * Where it stands.
 */
state: ItemState, 
/**
 * Every round the form has room for.
 */
rounds: Array<RoundView>, 
/**
 * The article of the house's own rules.
 */
rule: string, 
/**
 * The day of the minutes.
 */
minutes_on: string, 
/**
 * The note.
 */
note: string, 
/**
 * Where in the program it is filled in.
 */
records: Array<Word>, 
/**
 * Ids of its proofs.
 */
proofs: Array<string>, };

export type RoundView = { 
/**
 * Which, from 1.
 */
round: number, 
/**
 * The round in the key of its answers.
 */
key: string, 
/**
 * Answer id, or empty.
 */
result: string, 
/**
 * The day it was checked.
 */
checked_on: string, 
/**
 * Who checked.
 */
checked_by: string, 
/**
 * Until when a いいえ becomes はい.
 */
target_on: string, 
/**
 * Whether it counts.
 */
stands: boolean, };

export type CarryLook = { 
/**
 * The earlier one.
 */
from: string, 
/**
 * The other.
 */
to: string, };

export type CarryView = { 
/**
 * Item by item of the new list.
 */
items: Array<CarryItem>, 
/**
 * Items of the earlier one nothing came of.
 */
dropped: Array<Word>, };

export type CarryItem = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number.
 */
number: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What became of it.
 */
fate: ItemFate, 
/**
 * What is not the same; empty = nothing.
 */
why: string, 
/**
 * What it was: number and title, and how it stood at the end of the year.
 */
of: Array<Word>, 
/**
 * What would come along: rules, notes and proofs.
 */
comes: Array<string>, };

export type CarryRequest = { 
/**
 * The earlier list.
 */
from: string, 
/**
 * The other.
 */
to: string, 
/**
 * Ids of the ticked items of the other one.
 */
items: Array<string>, };

export type TakeChecklists = { 
/**
 * A folder or stick; none = the program's own.
 */
folder: string | null, 
/**
 * Whether they are taken; else only looked at.
 */
take: boolean, };

export type TakenChecklist = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Which year's.
 */
edition: string, 
/**
 * What becomes of it.
 */
taking: TakingView, 
/**
 * Items that are not the same as in the plan's edition, by number; empty for a new list.
 */
differs: Array<string>, };

export type ListFormRequest = { 
/**
 * The list.
 */
list: string, 
/**
 * The row of a supplier's form; empty = the institution's own.
 */
of: string, 
/**
 * Where the workbook is.
 */
path: string, };

export type ListFormView = { 
/**
 * What stands above its table.
 */
top: Array<string>, 
/**
 * The official file it is, as far as that is known; empty = not, or a later one.
 */
official: string, 
/**
 * Which column is what: `D` and round, or what it is for.
 */
columns: Array<Word>, 
/**
 * Numbers of items it has a line for.
 */
there: Array<string>, 
/**
 * Numbers of items it has none for.
 */
missing: Array<string>, 
/**
 * Lines that belong to no item: number and text.
 */
others: Array<Word>, 
/**
 * What would be taken: number and words.
 */
taken: Array<FormAnswer>, 
/**
 * What would not: the plan says something else.
 */
kept: Array<FormAnswer>, 
/**
 * How many values the plan has already.
 */
same: number, 
/**
 * Cells that are not taken: which, what stands there, why.
 */
left: Array<FormLeft>, 
/**
 * Answers of rounds the list has no room for: number of the item, and round.
 */
further: Array<Word>, };

export type FormAnswer = { 
/**
 * Number of the item.
 */
number: string, 
/**
 * Which question: result, checked_on, target_on, note.
 */
question: string, 
/**
 * What the form says: an answer id, a day, words.
 */
says: string, 
/**
 * What the plan says; empty = nothing.
 */
plan: string, };

export type FormLeft = { 
/**
 * Which, as Excel names it.
 */
cell: string, 
/**
 * What stands there.
 */
text: string, 
/**
 * Why.
 */
why: LeftWhy, };

export type FillFormRequest = { 
/**
 * The list.
 */
list: string, 
/**
 * The row of a supplier's form; empty = the institution's own.
 */
of: string, 
/**
 * Where the workbook is; empty = the one the plan keeps for this list.
 */
path: string, 
/**
 * Where the copy goes.
 */
to: string, };

export type BlankFormRequest = { 
/**
 * The list.
 */
list: string, 
/**
 * The row of a supplier's form; empty = the institution's own.
 */
of: string, 
/**
 * Where it goes.
 */
to: string, };

export type FilledView = { 
/**
 * Number of the change that keeps the workbook; 0 where nothing was kept.
 */
seq: number, 
/**
 * What that changed.
 */
changed: Array<Ref>, 
/**
 * Where.
 */
path: string, 
/**
 * How many cells.
 */
cells: number, 
/**
 * Numbers of items nobody answered.
 */
open: Array<string>, 
/**
 * Numbers of answers without day or name.
 */
unsigned: Array<string>, 
/**
 * Numbers the form has no line or no column for.
 */
no_line: Array<string>, };

export type ListFileRequest = { 
/**
 * Where the workbook is.
 */
path: string, 
/**
 * Whether the list is made; else only looked at.
 */
take: boolean, };

export type ListFileView = { 
/**
 * Number of the change that keeps the workbook; 0 where nothing was kept.
 */
seq: number, 
/**
 * What that changed.
 */
changed: Array<Ref>, 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Which year's; empty where none stands on it.
 */
edition: string, 
/**
 * The official file it is, as far as that is known; empty = not, or a later one.
 */
official: string, 
/**
 * Its items: number and text.
 */
items: Array<Word>, 
/**
 * Whether it is a supplier's.
 */
supplier: boolean, };

export type ExercisesView = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Scenarios for this kind of institution, by year.
 */
scenarios: Array<ScenarioView>, 
/**
 * Exercises that were begun, the newest first.
 */
held: Array<HeldExercise>, 
/**
 * The one that is going on.
 */
going: string | null, 
/**
 * The fiscal year.
 */
year: YearView, };

export type YearView = { 
/**
 * The year in whose April it began.
 */
year: number, 
/**
 * Exercises that were held to their end.
 */
held: Array<YearLine>, 
/**
 * Departments where patients lie, each with the days of its drills.
 */
wards: Array<YearLine>, 
/**
 * Title and level of the scenario that would be next.
 */
next: YearLine | null, 
/**
 * What is due.
 */
due: Array<DueView>, };

export type YearLine = { 
/**
 * The exercise, or the ward.
 */
title: string, 
/**
 * The days.
 */
days: Array<string>, 
/**
 * The level of the scenario; none for a ward.
 */
level: number | null, };

export type DueView = { 
/**
 * The sentence.
 */
text: string, 
/**
 * The list in which it is done.
 */
kind: string, };

export type ScenarioView = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Edition.
 */
edition: string, 
/**
 * The year of exercises it is for; 0 = not said.
 */
level: number, 
/**
 * Minutes.
 */
minutes: number, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * The row it is made from, where it is the plan's own.
 */
own: string | null, 
/**
 * Whether rows can be made of it, to be changed.
 */
copies: boolean, 
/**
 * Whether it can be played as it is.
 */
fits: boolean, 
/**
 * Whether nothing is wrong with the scenario itself; one of the plan's own may not be finished.
 */
sound: boolean, 
/**
 * What the plan lacks for it.
 */
lacks: Array<LackView>, };

export type LackView = { 
/**
 * The sentence.
 */
text: string, 
/**
 * Noun of what is missing; empty = no one place.
 */
kind: string, 
/**
 * The record in which a field is empty.
 */
record: string | null, 
/**
 * That field.
 */
field: string | null, 
/**
 * Whether it cannot be played without it.
 */
needed: boolean, };

export type HeldExercise = { 
/**
 * Its record.
 */
id: string, 
/**
 * Which of all, from 1: what the command line calls it.
 */
number: number, 
/**
 * Title of the scenario.
 */
title: string, 
/**
 * The day.
 */
held_on: string, 
/**
 * Where.
 */
place: string, 
/**
 * How far it is.
 */
phase: StageView, 
/**
 * Whether it was held: one that was begun by mistake and left was not.
 */
was_held: boolean, 
/**
 * Decisions that were kept.
 */
decisions: number, 
/**
 * Lessons of which no improvement was made yet.
 */
lessons: Array<OpenLesson>, };

export type OpenLesson = { 
/**
 * The line of the log.
 */
entry: string, 
/**
 * Its words.
 */
text: string, };

export type ScenarioRequest = { 
/**
 * It.
 */
scenario: string, };

export type ScenarioFile = { 
/**
 * The scenario.
 */
scenario: string, 
/**
 * Where.
 */
path: string, };

export type TakeScenario = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Whether it may stand in the place of another edition.
 */
replace: boolean, };

export type OwnScenarioView = { 
/**
 * Injects and reserves in the order they are told, filled, those that are left out too; an id is that of the row.
 */
cards: Array<CardView>, 
/**
 * What is wrong with it, and what the plan lacks for it.
 */
lacks: Array<LackView>, 
/**
 * Minutes of all.
 */
minutes: number, 
/**
 * Of play.
 */
play_minutes: number, };

export type TakenScenario = { 
/**
 * Its title.
 */
title: string, 
/**
 * Its edition.
 */
edition: string, 
/**
 * Whether the plan has another edition of it.
 */
other: boolean, 
/**
 * Whether it was taken: in the place of another edition only when that was said.
 */
taken: boolean, 
/**
 * Whether the plan had it already.
 */
same: boolean, };

export type SheetsRequest = { 
/**
 * The scenario.
 */
scenario: string, 
/**
 * The day, as it was typed.
 */
held_on: string, 
/**
 * Where.
 */
place: string, 
/**
 * Names of systems that were hit; empty = as the scenario means.
 */
hits: Array<string>, 
/**
 * Its lines, in any order.
 */
lines: Array<SheetLine>, };

export type SheetLine = { 
/**
 * When: `14:03`; empty = it did not happen.
 */
at: string, 
/**
 * What was done.
 */
act: ActView, 
/**
 * Which inject or stretch.
 */
of: string | null, 
/**
 * Words.
 */
text: string, 
/**
 * Who, by role.
 */
role: string, 
/**
 * `paper`, `heard`, `none`.
 */
basis: string, 
/**
 * Who was told.
 */
told: string, };

export type RehearsalRequest = { 
/**
 * The scenario.
 */
scenario: string, 
/**
 * Names of systems, in the order of its parts; empty = as the scenario means.
 */
hits: Array<string>, };

export type RehearsalView = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * What it says of itself.
 */
scenario: ScenarioView, 
/**
 * The parts that are hit.
 */
hits: Array<PartHit>, 
/**
 * Names of systems that may be hit instead.
 */
candidates: Array<string>, 
/**
 * Every text, filled.
 */
script: ScriptView, };

export type PartHit = { 
/**
 * What it stands for in the story.
 */
what: string, 
/**
 * The system; empty = the plan has none.
 */
system: string, 
/**
 * Whether a person chose it.
 */
chosen: boolean, };

export type ScriptView = { 
/**
 * Title.
 */
title: string, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * Read out first.
 */
opening: string, 
/**
 * What is hit.
 */
hits: Array<string>, 
/**
 * What stops with it.
 */
stops: Array<string>, 
/**
 * What cannot be used besides.
 */
unusable: Array<string>, 
/**
 * Stretches of the story.
 */
modules: Array<ModuleView>, 
/**
 * Injects, in order, and behind them those outside the time table.
 */
cards: Array<CardView>, 
/**
 * Asked into a silence.
 */
prompts: Array<string>, 
/**
 * Asked in 振り返り.
 */
questions: Array<string>, 
/**
 * Filled in at the end.
 */
closing: Array<string>, 
/**
 * Minutes of all.
 */
minutes: number, 
/**
 * Of the opening.
 */
opening_minutes: number, 
/**
 * Of play.
 */
play_minutes: number, 
/**
 * Of 振り返り.
 */
review_minutes: number, 
/**
 * The minute of all at which play winds down.
 */
wind_down: number, };

export type ModuleView = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Minute of play.
 */
minute: number, 
/**
 * The story's clock.
 */
clock: string, 
/**
 * What is said when the story jumps here.
 */
jump: string, };

export type CardView = { 
/**
 * Id.
 */
id: string, 
/**
 * Whether it stands outside the time table.
 */
reserve: boolean, 
/**
 * Minute of play it is planned for, delays included.
 */
minute: number, 
/**
 * Minutes by which it was delayed.
 */
delayed: number, 
/**
 * Whether it was told.
 */
told: boolean, 
/**
 * Whether it fell away.
 */
skipped: boolean, 
/**
 * Whether the wall cannot show it: the plan lacks something.
 */
lacks: boolean, 
/**
 * Who.
 */
sender: string, 
/**
 * Whom.
 */
addressee: string, 
/**
 * What.
 */
text: string, 
/**
 * What is listened for.
 */
listen: string, 
/**
 * The fact behind it.
 */
source: string, 
/**
 * Whether it may fall away.
 */
may_fall: boolean, 
/**
 * Who leaves the room with it.
 */
leaves: string, 
/**
 * The record that should answer it; empty = the plan has none.
 */
answer: string, 
/**
 * Who decides it here.
 */
decider: string, 
/**
 * Minutes after which the next may.
 */
wait: number | null, 
/**
 * Whether the room is asked for a page.
 */
asks_page: boolean, 
/**
 * Where the answer stands in the book.
 */
pages: Array<string>, 
/**
 * Items of the check table.
 */
items: Array<string>, 
/**
 * The other end of the telephone.
 */
phone: string, 
/**
 * What to say after which sign.
 */
signs: Array<SignView>, 
/**
 * What may follow.
 */
branches: Array<BranchView>, };

export type SignView = { 
/**
 * What is seen.
 */
sign: string, 
/**
 * After so many minutes.
 */
after: number, 
/**
 * What is said.
 */
say: string, };

export type BranchView = { 
/**
 * Id.
 */
id: string, 
/**
 * What the group did.
 */
when: string, 
/**
 * What is told then.
 */
text: string, 
/**
 * Whether it was told.
 */
told: boolean, };

export type BeginExercise = { 
/**
 * The scenario.
 */
scenario: string, 
/**
 * Names of systems that are hit.
 */
hits: Array<string>, 
/**
 * Where it is held.
 */
place: string, };

export type ExerciseAct = { 
/**
 * What.
 */
act: ActView, 
/**
 * Which inject, branch or stretch.
 */
of: string | null, 
/**
 * Words.
 */
text: string | null, 
/**
 * Who, by role.
 */
role: string | null, 
/**
 * `paper`, `heard`, `none`.
 */
basis: string | null, 
/**
 * Who was told.
 */
told: string | null, 
/**
 * The line it completes or corrects.
 */
corrects: string | null, };

export type ActedView = { 
/**
 * Number of the last change.
 */
seq: number, 
/**
 * Rows that changed.
 */
changed: Array<Ref>, 
/**
 * The line that was kept.
 */
entry: string, };

export type ExerciseView = { 
/**
 * Number of the last change.
 */
seq: number, 
/**
 * What the program itself kept at this look.
 */
changed: Array<Ref>, 
/**
 * Its record; none = none is going on.
 */
id: string | null, 
/**
 * How far it is.
 */
phase: StageView, 
/**
 * Why its clock stands.
 */
held: HeldView | null, 
/**
 * Seconds of play.
 */
played: number, 
/**
 * The story's clock.
 */
clock: string, 
/**
 * The stretch of the story.
 */
module: string, 
/**
 * Minutes since it was begun, whatever stood meanwhile.
 */
gone: number, 
/**
 * The minute of all at which 振り返り would begin at this pace.
 */
review_at: number, 
/**
 * Injects that may fall away, so that it begins in time.
 */
may_fall: Array<string>, 
/**
 * Seconds since the room began to look for a page.
 */
seeking: number | null, 
/**
 * Whether the room is shown nothing.
 */
blank: boolean, 
/**
 * The script.
 */
script: ScriptView, 
/**
 * The log, the newest first, without mere notes of the clock.
 */
lines: Array<LineView>, 
/**
 * Roles that are offered.
 */
roles: Array<string>, };

export type LineView = { 
/**
 * Its record.
 */
id: string, 
/**
 * What was done.
 */
act: ActView, 
/**
 * What that is called.
 */
called: string, 
/**
 * `10:03:20`.
 */
at: string, 
/**
 * The story's clock.
 */
clock: string, 
/**
 * What it is about, in words.
 */
about: string, 
/**
 * Words.
 */
text: string, 
/**
 * Who.
 */
role: string, 
/**
 * Based on what.
 */
basis: string, 
/**
 * Who was told.
 */
told: string, 
/**
 * Whether words may follow.
 */
stamp: boolean, 
/**
 * How often they were corrected.
 */
corrected: number, 
/**
 * Whether an improvement was made of it.
 */
improved: boolean, };

export type RoomView = { 
/**
 * Which face.
 */
face: FaceView, 
/**
 * Name of the institution.
 */
facility: string, 
/**
 * The story's clock.
 */
clock: string, 
/**
 * Whole minutes of play.
 */
minutes: number, 
/**
 * How things stood when it began.
 */
opening: string, 
/**
 * What was said when the story jumped.
 */
jump: string, 
/**
 * What cannot be used.
 */
unusable: Array<string>, 
/**
 * What arrived, oldest first.
 */
arrived: Array<ArrivedView>, 
/**
 * Seconds since the room began to look for a page.
 */
seeking: number | null, 
/**
 * Whether it goes on after the stop word: it is a drill again.
 */
resumed: boolean, };

export type ArrivedView = { 
/**
 * The story's clock.
 */
clock: string, 
/**
 * Who.
 */
sender: string, 
/**
 * Whom.
 */
addressee: string, 
/**
 * What.
 */
text: string, };

export type PrintExercise = { 
/**
 * `exercise` or `report`.
 */
document: string, 
/**
 * The scenario whose kit it is; empty = the first that fits.
 */
scenario: string, 
/**
 * Names of systems that are hit.
 */
hits: Array<string>, 
/**
 * The exercise that is reported; none = the last.
 */
exercise: string | null, 
/**
 * Where.
 */
path: string, };

export type LessonRequest = { 
/**
 * The line of the log.
 */
entry: string, };

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

export type SampleRequest = { 
/**
 * Where.
 */
path: string, 
/**
 * Which (`hospital`, `clinic`).
 */
name: string, };

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

export type CancelRequest = { 
/**
 * Which.
 */
work: Work, };

export type BackupView = { 
/**
 * Full path.
 */
path: string, 
/**
 * The plan's name then.
 */
name: string, 
/**
 * The last change in it.
 */
saved: string, 
/**
 * Whether it was opened and is sound; unknown of those further down.
 */
sound: boolean | null, 
/**
 * Whether it is the newest sound one: the others are compared with it.
 */
newest: boolean, 
/**
 * Rows it has otherwise than that.
 */
rows: number, 
/**
 * Some of them, in words.
 */
named: Array<string>, };

export type BackupPlaces = { 
/**
 * The program's own folder.
 */
own: string, 
/**
 * The second place; empty = none chosen.
 */
second: string, 
/**
 * Whether it is there now.
 */
second_there: boolean, 
/**
 * The last change in the newest copy; empty = there is none.
 */
last: string, 
/**
 * How many copies of this plan there are in the program's own folder.
 */
count: number, 
/**
 * What they take, in MB.
 */
size: number, 
/**
 * What they take at most, in MB.
 */
most: number, };

export type SecondPlaceRequest = { 
/**
 * The folder; empty = none any more.
 */
path: string, };

export type OpenBackupRequest = { 
/**
 * The copy.
 */
backup: string, 
/**
 * The new file.
 */
path: string, };

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
 * What can be printed, in order.
 */
documents: Array<DocumentInfo>, 
/**
 * What findings ask for.
 */
causes: Array<CauseInfo>, 
/**
 * Where the plan stands.
 */
status: Status, };

export type CauseInfo = { 
/**
 * Id.
 */
id: string, 
/**
 * What people call it.
 */
title: string, 
/**
 * How many minutes one line of it takes.
 */
minutes: number, };

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
 * The field that stands for a row.
 */
title: string | null, 
/**
 * The fields a list shows beside it, in order.
 */
columns: Array<string>, 
/**
 * Whether lists are in the order of the reading: there is nothing to move.
 */
by_reading: boolean, 
/**
 * What its records are written under and adopted with.
 */
part_of: PartOf | null, 
/**
 * Whether a row only joins two records: it is there or not, and no end of it is chosen anew.
 */
joins: boolean, 
/**
 * Whether nobody but the program adds, changes or removes rows.
 */
program: boolean, 
/**
 * The sheet of the institution that fills the list.
 */
sheet: SheetOf | null, 
/**
 * Whether the list can be written as that sheet.
 */
written: boolean, 
/**
 * Fields in order.
 */
fields: Array<FieldInfo>, };

export type PartOf = { 
/**
 * Noun of the whole.
 */
kind: string, 
/**
 * The field that names it.
 */
field: string, };

export type FieldInfo = { 
/**
 * Id.
 */
id: string, 
/**
 * What it takes.
 */
kind: FieldSort, 
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
 * How often something else was found since the plan was opened: findings are the same while it is.
 */
found: number, 
/**
 * Questions of the check table answered, and all.
 */
answered: number, 
/**
 * All questions of the check table.
 */
questions: number, };

export type Doubts = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * The rows.
 */
rows: Array<DoubtView>, };

export type DoubtView = { 
/**
 * Which.
 */
at: Ref, 
/**
 * The word of its kind.
 */
kind: string, 
/**
 * What people call it.
 */
title: string, 
/**
 * The values that differ.
 */
disputed: Array<DisputedView>, 
/**
 * Whether its history is proven to be as it was written: then it is the file that was damaged.
 */
history_whole: boolean, };

export type DisputedView = { 
/**
 * What it is called.
 */
label: string, 
/**
 * What the file says.
 */
found: string, 
/**
 * What its history says.
 */
logged: string, };

export type DecideRequest = { 
/**
 * Noun; empty = all rows in doubt.
 */
kind: string, 
/**
 * Record.
 */
id: string, 
/**
 * Which side is kept.
 */
keep: SideView, };

export type Rows = { 
/**
 * Number of the last change they show.
 */
seq: number, 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
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
 * Fields whose values only headquarters may see; a window that only looks has not got them.
 */
private: Array<string>, 
/**
 * Whether it is still 案.
 */
draft: boolean, 
/**
 * Whether it is adopted only by itself: clinical text, who decides, numbers.
 */
alone: boolean, 
/**
 * Catalogue entry it came from.
 */
source: string | null, };

export type Users = { 
/**
 * By kind, in the order of the tables.
 */
kinds: Array<UsersOfKind>, };

export type UsersOfKind = { 
/**
 * What the kind is called.
 */
name: string, 
/**
 * How many there are.
 */
count: number, 
/**
 * What the first of them are called.
 */
titles: Array<string>, };

export type SomeRowsRequest = { 
/**
 * Noun.
 */
kind: string, 
/**
 * Words that must all occur in a record; empty = every record.
 */
search: string, 
/**
 * How many to pass over.
 */
from: number, 
/**
 * How many at most.
 */
most: number, 
/**
 * A record to begin with, so that it is seen; empty = none.
 */
with: string, };

export type SomeRows = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * How many records there are.
 */
total: number, 
/**
 * How many match the search.
 */
found: number, 
/**
 * Those asked for.
 */
rows: Array<RowView>, };

export type Offers = { 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * Entries of the catalogue, in its order.
 */
offers: Array<Offer>, };

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

export type AdoptRequest = { 
/**
 * Nouns on the page.
 */
kinds: Array<string>, 
/**
 * Only these rows; none = all of them.
 */
ids: Array<string>, 
/**
 * Who adopts.
 */
by: string, };

export type AttachRequest = { 
/**
 * Noun.
 */
kind: string, 
/**
 * The record.
 */
id: string, 
/**
 * The field.
 */
field: string, 
/**
 * The file it comes from, or is written to.
 */
path: string, };

export type ColumnNameRequest = { 
/**
 * Noun.
 */
kind: string, 
/**
 * The field.
 */
field: string, 
/**
 * The institution's word; empty = as usual.
 */
label: string, };

export type Guide = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Nouns it was read from besides the findings in it: it changes only with them and with what is found.
 */
reads: Array<string>, 
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

export type AnswerRequest = { 
/**
 * Which list: bcp (the check table), first (first pages), or the id of a checklist.
 */
list: string, 
/**
 * Which round of it; empty for those two, and for what is said once of an item.
 */
round: string, 
/**
 * Item, or page.
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
 * Whether the person left the field: then a day is read.
 */
leaving: boolean, 
/**
 * The step.
 */
step: string, };

export type FindingView = { 
/**
 * How serious it is.
 */
severity: SeverityView, 
/**
 * 止まる・直す・気づき.
 */
word: string, 
/**
 * Id of what it asks for, with others that ask for the same.
 */
cause: string, 
/**
 * Whether something is still to be filled in, rather than wrong.
 */
open: boolean, 
/**
 * The sentence.
 */
text: string, 
/**
 * The record where it is mended; an empty id leads to the list of the kind.
 */
at: Ref | null, 
/**
 * The record whose form shows the sentence beside the field, too.
 */
beside: Ref | null, 
/**
 * The field it is about.
 */
field: string | null, 
/**
 * The check-table item it belongs to.
 */
item: string | null, 
/**
 * Where it is mended when at no record: guide/…, text/…, checks/… or print.
 */
go: string, 
/**
 * What makes it the same finding tomorrow.
 */
key: string, 
/**
 * Whether its sentence may say what only headquarters may see.
 */
secret: boolean, 
/**
 * Who set it aside; none = nobody, or its day has come.
 */
aside: AsideView | null, };

export type AsideView = { 
/**
 * The row.
 */
id: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who.
 */
set_by: string, 
/**
 * The day it comes back; empty = none.
 */
until: string, };

export type FirstPages = { 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * Pages in order.
 */
pages: Array<FirstPageView>, };

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

export type TermView = { 
/**
 * The word and other ways to write it.
 */
words: Array<string>, 
/**
 * What it means.
 */
text: string, };

export type Sections = { 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * Sections in order.
 */
sections: Array<SectionInfo>, };

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
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
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
shown: { [key in string]: string }, 
/**
 * What the pack says differently since the plan's own text was last compared with it; empty = nothing.
 */
newer: Array<NewerBlock>, };

export type NewerBlock = { 
/**
 * What became of it.
 */
sort: NewsView, 
/**
 * What it said; empty where it is new.
 */
before: string, 
/**
 * What it says; empty where it is gone.
 */
now: string, };

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

export type FirstHour = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * Questions of this institution, in order.
 */
questions: Array<HourQuestionView>, };

export type HourQuestionView = { 
/**
 * Id.
 */
id: string, 
/**
 * The question.
 */
asked: string, 
/**
 * Why it is asked.
 */
why: string, 
/**
 * An example of such an institution.
 */
example: string, 
/**
 * Whether it is answered.
 */
standing: StandingView, 
/**
 * What is filled in.
 */
parts: Array<HourPartView>, };

export type HourPartView = { 
/**
 * What the group is.
 */
text: string, 
/**
 * What it fills.
 */
sort: HourSort, 
/**
 * Noun.
 */
kind: string, 
/**
 * Field ids.
 */
fields: Array<string>, 
/**
 * For `entries`: the catalogue entries.
 */
entries: Array<Offer>, 
/**
 * For `rows`: what a new record starts with; only records that have it belong here.
 */
values: { [key in string]: string }, };

export type LeaveRequest = { 
/**
 * The question.
 */
question: string, 
/**
 * Whether it is put off (わからない・後で).
 */
later: boolean, };

export type NumbersRequest = { 
/**
 * Only of this kind; empty = of all.
 */
kind: string, 
/**
 * Words that must all occur in a line.
 */
words: string, 
/**
 * How many lines at most.
 */
most: number, };

export type Numbers = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * How many lines there are in all.
 */
total: number, 
/**
 * How many answer.
 */
found: number, 
/**
 * Those that are shown.
 */
lines: Array<NumberLine>, };

export type NumberLine = { 
/**
 * The record.
 */
at: Ref, 
/**
 * What people call it.
 */
title: string, 
/**
 * What sort of thing it is, in words.
 */
kind: string, 
/**
 * What is said beside the name: where, or as what.
 */
about: string, 
/**
 * The numbers, in the order of the columns; fields nobody filled in are among them.
 */
numbers: Array<NumberCell>, };

export type NumberCell = { 
/**
 * Its column: inside, phs, outside, night, own.
 */
sort: string, 
/**
 * The record that holds it.
 */
at: Ref, 
/**
 * The field.
 */
field: string, 
/**
 * The number as it is stored; empty = nobody filled it in.
 */
text: string, 
/**
 * What is remarked of it.
 */
note: string, 
/**
 * By which means it is reached where that is no telephone: FAX, radio.
 */
means: string, 
/**
 * Whether only headquarters may see it.
 */
private: boolean, };

export type CalendarDue = { 
/**
 * What.
 */
text: string, 
/**
 * The day; empty where only a month is proposed.
 */
on: string, 
/**
 * Whether its day is over.
 */
over: boolean, 
/**
 * Noun of the list in which it is done.
 */
kind: string, };

export type Overview = { 
/**
 * What is due within a month, or was and is not done; the earliest first.
 */
due: Array<CalendarDue>, 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * The five phases.
 */
phases: Array<PhaseView>, 
/**
 * What to do next, most valuable first.
 */
next: Array<NextView>, 
/**
 * What is put off or asked and not answered.
 */
owed: Array<OwedView>, 
/**
 * Questions of the first hour that were answered.
 */
hour_answered: number, 
/**
 * Questions put off.
 */
hour_later: number, 
/**
 * All of them.
 */
hour_questions: number, 
/**
 * When it was last saved, in words.
 */
saved_at: string, 
/**
 * The last print of each document and copy, newest first.
 */
prints: Array<PrintNote>, };

export type PhaseView = { 
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
 * Answered with yes.
 */
yes: number, 
/**
 * Answered at all.
 */
answered: number, 
/**
 * All questions.
 */
questions: number, };

export type NextView = { 
/**
 * Id.
 */
id: string, 
/**
 * What to do.
 */
title: string, 
/**
 * What one has afterwards.
 */
value: string, 
/**
 * Minutes, about.
 */
minutes: number, 
/**
 * A noun, `guide/<item>`, `text/<section>`, `first-hour` or `print`.
 */
go: string, };

export type OwedView = { 
/**
 * The remark.
 */
remark: string, 
/**
 * Name of the role; empty = nobody in particular.
 */
role: string, 
/**
 * Where it belongs, in words.
 */
place: string, 
/**
 * What is asked; empty for what was only put off.
 */
text: string, 
/**
 * The same places as `NextView::go`; empty where a record is meant.
 */
go: string, 
/**
 * The record it is about.
 */
at: Ref | null, 
/**
 * The field it is about.
 */
field: string | null, };

export type PrintNote = { 
/**
 * Document.
 */
document: string, 
/**
 * Copy.
 */
copy: string, 
/**
 * When, in words.
 */
at: string, 
/**
 * Pages.
 */
pages: number, };

export type AgendaRequest = { 
/**
 * Minutes.
 */
minutes: number, };

export type Agenda = { 
/**
 * Minutes it is for.
 */
minutes: number, 
/**
 * What is worked on.
 */
items: Array<AgendaEntry>, 
/**
 * Who should be there.
 */
table: Array<AgendaRole>, 
/**
 * Questions that can be printed for those who cannot come.
 */
questions: number, };

export type AgendaEntry = { 
/**
 * Number.
 */
number: string, 
/**
 * Title.
 */
title: string, 
/**
 * Minutes, about.
 */
minutes: number, 
/**
 * Questions without an answer.
 */
open: number, 
/**
 * What to bring.
 */
prepare: Array<string>, };

export type AgendaRole = { 
/**
 * Role.
 */
role: string, 
/**
 * Who holds it; empty = nobody yet.
 */
holder: string, };

export type PacksRequest = { 
/**
 * In what.
 */
source: PackPlace, 
/**
 * The folder, or the hash of a stored one.
 */
at: string, };

export type PackView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Which official editions it follows.
 */
edition: string, 
/**
 * Its hash.
 */
hash: string, 
/**
 * Whether the plan is on it.
 */
current: boolean, 
/**
 * What it would change.
 */
changes: Array<PackChangeView>, };

export type PackChangeView = { 
/**
 * What of it.
 */
of: PackOf, 
/**
 * How it differs.
 */
what: PackWhat, 
/**
 * Number or id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Answers, own texts or rows of the plan that it touches; all are kept.
 */
touches: number, };

export type AcceptPackRequest = { 
/**
 * In what.
 */
source: PackPlace, 
/**
 * The folder, or the hash of a stored one.
 */
at: string, 
/**
 * Its hash.
 */
hash: string, };

export type DocumentInfo = { 
/**
 * Its name (`binder`).
 */
name: string, 
/**
 * What people call it.
 */
title: string, 
/**
 * What it is for.
 */
about: string, 
/**
 * What must be heeded with it; empty = nothing.
 */
caution: string, 
/**
 * Whether it carries what only headquarters may see.
 */
secret: boolean, 
/**
 * How its file is named after the institution's name.
 */
file: string, 
/**
 * The same for a ward's copy.
 */
file_ward: string, 
/**
 * Which copies it has.
 */
copies: CopiesView, 
/**
 * Kinds of institution it is for; empty = all.
 */
institutions: Array<string>, 
/**
 * Whether the print screen lists it.
 */
listed: boolean, 
/**
 * Whether a folder for a visitor can be written with it.
 */
visit: boolean, };

export type PrintCommand = { 
/**
 * Document (`binder`).
 */
document: string, 
/**
 * `hq`, `ward` or `ward:ID`, as the record of prints keeps it.
 */
copy: string, 
/**
 * Print date, `2026-11-22`; empty = today.
 */
date: string, 
/**
 * Whether with the blank forms at its end.
 */
forms: boolean, 
/**
 * Where.
 */
path: string, };

export type VisitCommand = { 
/**
 * Document of a visit (`inspection`).
 */
document: string, 
/**
 * Print date, `2026-11-22`; empty = today.
 */
date: string, 
/**
 * The folder in which the new one is made.
 */
folder: string, };

export type VisitFolderView = { 
/**
 * Number of the change that notes the print; 0 where the plan could take none.
 */
seq: number, 
/**
 * What that changed.
 */
changed: Array<Ref>, 
/**
 * Where it is.
 */
path: string, 
/**
 * Its files, in order.
 */
files: Array<VisitFile>, 
/**
 * What is not in it, each a sentence.
 */
missing: Array<string>, };

export type VisitFile = { 
/**
 * Where it lies in the folder.
 */
name: string, 
/**
 * What it is.
 */
what: string, };

export type LookAtPrint = { 
/**
 * Document (`binder`).
 */
document: string, 
/**
 * `hq`, `ward` or `ward:ID`.
 */
copy: string, };

export type PrintLookView = { 
/**
 * Pages before the blank forms.
 */
pages: number, 
/**
 * Pages of blank forms at its end.
 */
forms: number, };

export type PrintedView = { 
/**
 * Number of the change that notes the print; 0 where the plan took no note.
 */
seq: number, 
/**
 * The note.
 */
changed: Array<Ref>, 
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

export type PreviewRequest = { 
/**
 * A record's noun, `template`, `page` or `print`.
 */
kind: string, 
/**
 * A record's id; a section, item or first page; a label of the book of headquarters; a document and a
 * copy, `minimum/hq`.
 */
id: string, 
/**
 * Whole pages, or the strip around it.
 */
whole: boolean, };

export type StockView = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * Days to bridge.
 */
days: number, 
/**
 * Departments in the plan's order; the last may be headquarters.
 */
places: Array<StockPlace>, 
/**
 * Person-days of typing in, in tenths, for 1, 7, 14, 30 and 60 days of paper.
 */
person_days: Array<[number, number]>, };

export type StockPlace = { 
/**
 * The department; empty = headquarters.
 */
department: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its forms in the order of the kit.
 */
lines: Array<StockLine>, };

export type StockLine = { 
/**
 * The form.
 */
form: string, 
/**
 * Its number.
 */
number: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Sheets that must lie there; none while a number is missing.
 */
need: number | null, 
/**
 * The row that says what was counted; empty = nobody counted.
 */
stock: string, 
/**
 * Whether fewer lie there than needed.
 */
short: boolean, 
/**
 * Whether the sheets there are of another edition.
 */
outdated: boolean, };

export type StepNewsView = { 
/**
 * The catalogue entry.
 */
entry: string, 
/**
 * What the catalogue says.
 */
there: string, 
/**
 * What the plan says; empty = it has no such step.
 */
here: string, };

export type OutdatedView = { 
/**
 * What stands at its head.
 */
title: string, 
/**
 * Name of the document with which it is printed.
 */
document: string, 
/**
 * The day it was printed last, `2026-11-22`.
 */
printed_on: string, 
/**
 * What is to be done about it.
 */
why: StaleView, };

export type PasteRequest = { 
/**
 * procedure_steps or card_steps.
 */
kind: string, 
/**
 * The procedure or card.
 */
whole: string, 
/**
 * The text.
 */
text: string, };

export type CopyRequest = { 
/**
 * The procedure.
 */
id: string, 
/**
 * The department.
 */
department: string, };

export type TakeStepsRequest = { 
/**
 * The procedure.
 */
id: string, 
/**
 * Catalogue entries.
 */
entries: Array<string>, };

export type ReachRequest = { 
/**
 * At night or on a holiday.
 */
night: boolean, 
/**
 * What does not work.
 */
down: DownView, 
/**
 * Who does not answer: a person or role; empty = everybody does.
 */
silent: string, };

export type ReachView = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * Places, callers before whom they call.
 */
stops: Array<ReachStop>, 
/**
 * Who decides at that time.
 */
deciders: Array<ReachDecider>, 
/**
 * People who are tried at several places, or without whom places are lost.
 */
hinges: Array<ReachHinge>, 
/**
 * People and roles of the tree: who may be taken as silent.
 */
silent: Array<ReachWho>, };

export type ReachStop = { 
/**
 * The place.
 */
place: string, 
/**
 * Whom it reaches.
 */
title: string, 
/**
 * The tree, in words; empty = none said.
 */
tree: string, 
/**
 * How deep, from 0.
 */
depth: number, 
/**
 * Who is tried, in order.
 */
tries: Array<ReachTry>, 
/**
 * Minutes until somebody answers, at the soonest.
 */
soonest: number | null, 
/**
 * Minutes of waiting until the last who can answers; none = nobody is reached.
 */
latest: number | null, 
/**
 * Whether only by the other way.
 */
other_way: boolean, 
/**
 * Whether it may take longer, because a waiting time is missing.
 */
unsaid: boolean, };

export type ReachTry = { 
/**
 * Name.
 */
name: string, 
/**
 * Number; empty = none.
 */
number: string, 
/**
 * Whether only headquarters may see the number; a window that only looks has not got it.
 */
private: boolean, 
/**
 * Whether anybody can answer there.
 */
works: boolean, };

export type ReachDecider = { 
/**
 * The role.
 */
role: string, 
/**
 * Its name.
 */
title: string, 
/**
 * What it decides.
 */
decides: Array<string>, 
/**
 * Minutes of waiting.
 */
latest: number | null, 
/**
 * Whether only by the other way.
 */
other_way: boolean, 
/**
 * Whether it may take longer, because a waiting time is missing.
 */
unsaid: boolean, 
/**
 * Whether it stands in a tree.
 */
placed: boolean, };

export type ReachHinge = { 
/**
 * The person.
 */
person: string, 
/**
 * Name.
 */
title: string, 
/**
 * Places that name them.
 */
places: number, 
/**
 * Places lost without them.
 */
lost: number, };

export type ReachWho = { 
/**
 * Noun.
 */
kind: string, 
/**
 * Record.
 */
id: string, 
/**
 * Name.
 */
title: string, };

export type Drills = { 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * Drills in order of their day.
 */
drills: Array<DrillView>, };

export type DrillView = { 
/**
 * The drill.
 */
drill: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Places called.
 */
called: number, 
/**
 * Places reached.
 */
reached: number, 
/**
 * Wrong numbers.
 */
wrong: number, 
/**
 * Minutes until 50, 90 and 100 % were reached.
 */
minutes: Array<number | null>, };

export type MapPicture = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * Width of every panel.
 */
width: number, 
/**
 * Height of the letters.
 */
letters: number, 
/**
 * From line to line in a box.
 */
line: number, 
/**
 * Panels in order.
 */
panels: Array<MapPanelView>, 
/**
 * How to read it.
 */
how: string, 
/**
 * Points on which much hangs, heaviest first.
 */
weak: Array<WeakView>, };

export type MapPanelView = { 
/**
 * Height.
 */
height: number, 
/**
 * Boxes.
 */
boxes: Array<MapBoxView>, 
/**
 * Lines: x1, y1, x2, y2.
 */
lines: Array<[number, number, number, number]>, 
/**
 * Where lines meet: x, y.
 */
dots: Array<[number, number]>, 
/**
 * Names of waves at the left edge.
 */
waves: Array<MapWave>, };

export type MapBoxView = { 
/**
 * The system.
 */
key: string, 
/**
 * Left.
 */
x: number, 
/**
 * Top.
 */
y: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, 
/**
 * Its lines.
 */
lines: Array<MapLine>, 
/**
 * How important it is: a, b, c, d; empty = not said.
 */
importance: string, 
/**
 * The systems it needs, not already through another.
 */
needs: Array<string>, 
/**
 * The systems that need it.
 */
needed_by: Array<string>, };

export type MapLine = { 
/**
 * Text.
 */
text: string, 
/**
 * Whether it is bold.
 */
bold: boolean, };

export type MapWave = { 
/**
 * Top.
 */
y: number, 
/**
 * `L3-2`.
 */
text: string, };

export type WeakView = { 
/**
 * A system or a supplier.
 */
at: Ref, 
/**
 * Its name.
 */
title: string, 
/**
 * How many systems stop with it, or with those the supplier maintains.
 */
count: number, 
/**
 * The first of them by name.
 */
systems: Array<string>, 
/**
 * How many clinical tasks need one of them.
 */
tasks: number, };

export type RecoveryRequest = { 
/**
 * System ids.
 */
hit: Array<string>, };

export type RecoveryView = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * The waves, first one first. The gate stands before the first whose tier is not `l0`.
 */
waves: Array<WaveView>, 
/**
 * The six boxes of the gate.
 */
gate: Array<GateView>, 
/**
 * What stands under the gate.
 */
gate_note: string, 
/**
 * Systems that need each other, by name.
 */
circles: Array<Array<string>>, 
/**
 * With something hit: what goes on.
 */
running: Array<NamedRef>, 
/**
 * With something hit: the clinical tasks that need something stopped.
 */
tasks: Array<TaskView>, 
/**
 * With something hit: how many systems stop.
 */
stopped: number, };

export type WaveView = { 
/**
 * `L3-2`.
 */
label: string, 
/**
 * `l3`.
 */
tier: string, 
/**
 * The tier in words.
 */
tier_text: string, 
/**
 * The record that says who tests and declares; empty = none yet.
 */
duty: string, 
/**
 * Who tests.
 */
tester: string, 
/**
 * Who declares.
 */
declarer: string, 
/**
 * What is tried.
 */
trial: string, 
/**
 * Its systems.
 */
systems: Array<WaveSystem>, };

export type WaveSystem = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
title: string, 
/**
 * What it needs, by name, not already through another.
 */
needs: Array<string>, 
/**
 * Why it comes later than its own tier: the system it waits for; empty = it does not.
 */
lifted_by: string, 
/**
 * Whether people moved it.
 */
moved: boolean, 
/**
 * Why they did.
 */
reason: string, 
/**
 * Where it stands.
 */
state: StateView, };

export type GateView = { 
/**
 * Record.
 */
id: string, 
/**
 * What must be true.
 */
title: string, 
/**
 * Who decides; empty = open.
 */
decider: string, 
/**
 * What shows it.
 */
evidence: string, };

export type TaskView = { 
/**
 * Record.
 */
id: string, 
/**
 * Name.
 */
title: string, 
/**
 * How long paper can safely be kept up, by day and by night; empty = not said.
 */
paper_day: string, 
/**
 * At night.
 */
paper_night: string, 
/**
 * What is done beyond; empty = not decided.
 */
beyond: string, };

export type FindRequest = { 
/**
 * Words that must all occur.
 */
words: string, 
/**
 * What the screens call their places, by the screens' own ids: the core alone says what is alike.
 */
screens: { [key in string]: string }, };

export type FoundView = { 
/**
 * Groups that are not empty.
 */
groups: Array<FoundGroup>, 
/**
 * Ids of the screens that are called so.
 */
screens: Array<string>, };

export type FoundGroup = { 
/**
 * numbers, records, near (nothing is called so), says, texts, documents, terms, findings.
 */
id: string, 
/**
 * Those that are shown.
 */
hits: Array<HitView>, 
/**
 * How many there are besides.
 */
more: number, };

export type HitView = { 
/**
 * What it is called.
 */
title: string, 
/**
 * What sort of thing it is: a kind, a field, 「確認表」.
 */
label: string, 
/**
 * What it says.
 */
text: string, 
/**
 * Its numbers, each with its name.
 */
numbers: Array<NumberSaid>, 
/**
 * The record, where it is one.
 */
at: Ref | null, 
/**
 * The field that answers.
 */
field: string | null, 
/**
 * Where it leads when to no record: guide/…, text/…, first-hour/…, print/….
 */
go: string, 
/**
 * Whether only headquarters may see it.
 */
private: boolean, };

export type NumberSaid = { 
/**
 * What the field is called.
 */
label: string, 
/**
 * The number.
 */
text: string, 
/**
 * Whether only headquarters may see it.
 */
private: boolean, };

export type MatchingRequest = { 
/**
 * Noun.
 */
kind: string, 
/**
 * Words that must all occur in a record.
 */
words: string, };

export type Matching = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Their ids, in the order of entry.
 */
ids: Array<string>, };

export type PagesFound = { 
/**
 * The pages.
 */
pages: Array<PageFound>, };

export type PageFound = { 
/**
 * Its label: `A-2`.
 */
label: string, 
/**
 * What it is, or which symptom leads there.
 */
why: string, };

export type ImportRequest = { 
/**
 * What it holds.
 */
what: SheetOf, 
/**
 * The file.
 */
path: string, 
/**
 * The sheet; none = the likeliest.
 */
sheet: number | null, 
/**
 * The line of the column names; none = the likeliest.
 */
header: number | null, 
/**
 * What columns become, by position; an empty word leaves one out. Columns not named are guessed.
 */
columns: { [key in number]: string }, 
/**
 * How many tables stand side by side; none = the likeliest.
 */
blocks: number | null, 
/**
 * Lines that are a heading, or are none.
 */
headings: { [key in number]: boolean }, 
/**
 * Whether rows Excel does not show are left out.
 */
leave_hidden: boolean, 
/**
 * Whether a ledger that mixes systems and devices is read as one list.
 */
one_list: boolean, 
/**
 * Whether what rows name and the plan has not is made.
 */
make_missing: boolean, 
/**
 * The token of the preview that is confirmed; empty = only look.
 */
token: string, };

export type ImportPreview = { 
/**
 * The list people mean by such a sheet.
 */
list: string, 
/**
 * What was looked at, and the plan it was looked at with; handed back to import exactly this.
 */
token: string, 
/**
 * The sheets of the file.
 */
sheets: Array<string>, 
/**
 * The chosen one.
 */
sheet: number, 
/**
 * The line of the column names, as Excel counts; 0 = none found.
 */
header: number, 
/**
 * The first lines of the sheet, to point at the column names.
 */
lines: Array<ImportLine>, 
/**
 * The columns with what each becomes.
 */
columns: Array<ImportColumn>, 
/**
 * What a column may become.
 */
targets: Array<Word>, 
/**
 * Rows that are new, change something, are the same, are passed over, cannot be taken.
 */
counts: ImportCounts, 
/**
 * The rows with their verdicts.
 */
rows: Array<ImportRow>, 
/**
 * Why nothing can be imported as it stands; empty = it can.
 */
trouble: string, 
/**
 * How the sheet was read, in sentences.
 */
how: Array<string>, 
/**
 * How many tables were found side by side.
 */
blocks: number, 
/**
 * Rows Excel does not show.
 */
hidden: number, 
/**
 * Whether its rows fill two lists: systems and devices.
 */
mixed: boolean, 
/**
 * Every filled cell.
 */
account: ImportAccount, 
/**
 * What rows name and the plan has not.
 */
missing: Array<ImportMissing>, };

export type ImportAccount = { 
/**
 * All.
 */
cells: number, 
/**
 * Names of columns and what stands above them.
 */
names: number, 
/**
 * Taken.
 */
taken: number, 
/**
 * Not taken.
 */
left: number, 
/**
 * Why, and how many.
 */
lost: Array<ImportLost>, };

export type ImportLost = { 
/**
 * Why.
 */
why: string, 
/**
 * How many.
 */
cells: number, };

export type ImportMissing = { 
/**
 * The word of the kind.
 */
kind: string, 
/**
 * The names.
 */
names: Array<string>, };

export type ImportLine = { 
/**
 * As Excel counts.
 */
line: number, 
/**
 * Its cells.
 */
cells: Array<string>, };

export type ImportColumn = { 
/**
 * From 0.
 */
at: number, 
/**
 * Its name in the sheet.
 */
title: string, 
/**
 * What it becomes; empty = left out.
 */
target: string, 
/**
 * The first value in it.
 */
example: string, 
/**
 * How many of its cells are filled.
 */
filled: number, 
/**
 * Whether it is never taken, whatever is said.
 */
never: boolean, };

export type ImportCounts = { 
/**
 * new
 */
new: number, 
/**
 * update
 */
update: number, 
/**
 * same
 */
same: number, 
/**
 * skipped
 */
skipped: number, 
/**
 * problem
 */
problem: number, };

export type ImportRow = { 
/**
 * As Excel counts.
 */
line: number, 
/**
 * What it is about.
 */
title: string, 
/**
 * What it does.
 */
verdict: VerdictView, 
/**
 * What to know about it, in sentences.
 */
notes: Array<string>, 
/**
 * What changes.
 */
changes: Array<ImportChange>, 
/**
 * Whether it was read as a heading or a foot.
 */
heading: boolean, 
/**
 * Whether one value stands in it alone: it might be a heading.
 */
alone: boolean, };

export type ImportChange = { 
/**
 * Its label.
 */
label: string, 
/**
 * What it says now; empty = nothing.
 */
before: string, 
/**
 * What it will say.
 */
after: string, };

export type ExportRequest = { 
/**
 * Of what.
 */
what: SheetOf, 
/**
 * How.
 */
format: FormatView, 
/**
 * Where.
 */
path: string, };

export type Exported = { 
/**
 * Full path.
 */
path: string, 
/**
 * Rows in it.
 */
rows: number, };

export type TreePicture = { 
/**
 * Number of the last change it shows.
 */
seq: number, 
/**
 * Nouns it was read from: it changes only with them.
 */
reads: Array<string>, 
/**
 * Width of every panel.
 */
width: number, 
/**
 * Size of the letters.
 */
letters: number, 
/**
 * From line to line.
 */
line: number, 
/**
 * Panels in order.
 */
panels: Array<TreePanel>, };

export type TreePanel = { 
/**
 * The place it begins with.
 */
key: string, 
/**
 * 0, or which continuation of the panel before it is.
 */
part: number, 
/**
 * Whether its row goes on, on the next panel.
 */
goes_on: boolean, 
/**
 * Height.
 */
height: number, 
/**
 * Boxes.
 */
boxes: Array<TreeBoxView>, 
/**
 * Lines: x1, y1, x2, y2.
 */
lines: Array<[number, number, number, number]>, };

export type TreeBoxView = { 
/**
 * The place.
 */
key: string, 
/**
 * Left.
 */
x: number, 
/**
 * Top.
 */
y: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, 
/**
 * Lines of text.
 */
lines: Array<TreeLine>, 
/**
 * The panel that draws what hangs on it, from 1; 0 = this one.
 */
elsewhere: number, };

export type TreeLine = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether it is bold.
 */
bold: boolean, };

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

export type Fault = { 
/**
 * The code, a section of `templates/messages.toml`; screens act on `damaged`, `not-a-plan`, `not-found` and `cancelled`.
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

export type Rights = { 
/**
 * Read the open plan and hear of its changes.
 */
look: boolean, 
/**
 * Change it.
 */
edit: boolean, 
/**
 * Reach beyond it: files and folders, which plan is open, what the program remembers.
 */
files: boolean, 
/**
 * See what the room sees of an exercise.
 */
room: boolean, };

export type News = { "what": "changed", 
/**
 * Number of the change.
 */
seq: number, 
/**
 * The rows.
 */
changed: Array<Ref>, } | { "what": "opened" } | { "what": "working", 
/**
 * Which.
 */
work: Work, 
/**
 * What is being done.
 */
doing: DoingView, 
/**
 * So many steps of it are done.
 */
done: number, 
/**
 * Of so many.
 */
all: number, };

export interface Contract {
  start: { request: Empty; reply: Start };
  new_plan: { request: NewPlanRequest; reply: Opened };
  open_plan: { request: PathRequest; reply: Opened };
  open_sample: { request: SampleRequest; reply: Opened };
  current: { request: Empty; reply: Opened };
  close_plan: { request: Empty; reply: Nothing };
  backups: { request: PathRequest; reply: Array<BackupView> };
  backup_places: { request: Empty; reply: BackupPlaces };
  choose_second_place: { request: SecondPlaceRequest; reply: BackupPlaces };
  open_backup: { request: OpenBackupRequest; reply: Opened };
  restore_backup: { request: RestoreRequest; reply: Opened };
  save_copy: { request: PathRequest; reply: Nothing };
  set_person: { request: PersonRequest; reply: Nothing };
  status: { request: Empty; reply: Status };
  doubts: { request: Empty; reply: Doubts };
  decide: { request: DecideRequest; reply: Changed };
  rows: { request: KindRequest; reply: Rows };
  users: { request: RecordRequest; reply: Users };
  catalogue: { request: KindRequest; reply: Offers };
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
  checklists: { request: Empty; reply: ChecklistsView };
  checklist: { request: ChecklistRequest; reply: ChecklistView };
  suppliers: { request: SuppliersRequest; reply: SuppliersView };
  look_at_carry: { request: CarryLook; reply: CarryView };
  ask_suppliers: { request: AskSuppliers; reply: Changed };
  carry: { request: CarryRequest; reply: Changed };
  take_checklists: { request: TakeChecklists; reply: Array<TakenChecklist> };
  look_at_form: { request: ListFormRequest; reply: ListFormView };
  take_form: { request: ListFormRequest; reply: Changed };
  fill_form: { request: FillFormRequest; reply: FilledView };
  blank_form: { request: BlankFormRequest; reply: Nothing };
  list_file: { request: ListFileRequest; reply: ListFileView };
  sections: { request: Empty; reply: Sections };
  section: { request: SectionRequest; reply: SectionText };
  edit_section: { request: EditSectionRequest; reply: Changed };
  follow_pack: { request: SectionRequest; reply: Changed };
  keep_own_text: { request: SectionRequest; reply: Changed };
  first_hour: { request: Empty; reply: FirstHour };
  leave_question: { request: LeaveRequest; reply: Changed };
  overview: { request: Empty; reply: Overview };
  agenda: { request: AgendaRequest; reply: Agenda };
  contact_tree: { request: Empty; reply: TreePicture };
  dependency_map: { request: Empty; reply: MapPicture };
  recovery: { request: RecoveryRequest; reply: RecoveryView };
  some_rows: { request: SomeRowsRequest; reply: SomeRows };
  find: { request: FindRequest; reply: FoundView };
  matching: { request: MatchingRequest; reply: Matching };
  find_pages: { request: FindRequest; reply: PagesFound };
  numbers: { request: NumbersRequest; reply: Numbers };
  attach: { request: AttachRequest; reply: Changed };
  save_attachment: { request: AttachRequest; reply: Nothing };
  name_column: { request: ColumnNameRequest; reply: Changed };
  look_at_sheet: { request: ImportRequest; reply: ImportPreview };
  import_sheet: { request: ImportRequest; reply: Changed };
  export_sheet: { request: ExportRequest; reply: Exported };
  terms: { request: Empty; reply: Array<TermView> };
  packs: { request: PacksRequest; reply: Array<PackView> };
  accept_pack: { request: AcceptPackRequest; reply: Changed };
  earlier_packs: { request: Empty; reply: Array<Word> };
  findings: { request: Empty; reply: Array<FindingView> };
  first_pages: { request: Empty; reply: FirstPages };
  stock: { request: Empty; reply: StockView };
  paste_steps: { request: PasteRequest; reply: Changed };
  copy_procedure: { request: CopyRequest; reply: Changed };
  compare_steps: { request: RecordRequest; reply: Array<StepNewsView> };
  take_steps: { request: TakeStepsRequest; reply: Changed };
  to_reprint: { request: Empty; reply: Array<OutdatedView> };
  reach: { request: ReachRequest; reply: ReachView };
  drills: { request: Empty; reply: Drills };
  fill_drill: { request: RecordRequest; reply: Changed };
  exercises: { request: Empty; reply: ExercisesView };
  rehearsal: { request: RehearsalRequest; reply: RehearsalView };
  copy_scenario: { request: ScenarioRequest; reply: Changed };
  give_scenario: { request: ScenarioFile; reply: Nothing };
  take_scenario: { request: TakeScenario; reply: TakenScenario };
  own_scenario: { request: ScenarioRequest; reply: OwnScenarioView };
  take_sheets: { request: SheetsRequest; reply: ActedView };
  look_at_sheets: { request: SheetsRequest; reply: Nothing };
  begin_exercise: { request: BeginExercise; reply: ActedView };
  exercise_act: { request: ExerciseAct; reply: ActedView };
  exercise: { request: Empty; reply: ExerciseView };
  room: { request: Empty; reply: RoomView };
  improve_lesson: { request: LessonRequest; reply: Changed };
  look_at_print: { request: LookAtPrint; reply: PrintLookView };
  write_visit: { request: VisitCommand; reply: VisitFolderView };
  print: { request: PrintCommand; reply: PrintedView };
  print_exercise: { request: PrintExercise; reply: PrintedView };
  cancel: { request: CancelRequest; reply: Nothing };
}
