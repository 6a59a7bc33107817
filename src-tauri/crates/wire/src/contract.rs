//! The list of commands: rights, name, request, reply. Everything else derives from it.

use crate::{Fault, Host, News, Rights, commands, types::*};
use serde_json::Value;

/// A command's answer, and what every window that may look should hear of.
pub struct Answered {
    /// The reply as JSON text, written once: as a tree of values a list of two thousand rows took twice as long.
    pub reply: String,
    /// Rows that changed.
    pub changed: Option<News>,
}

/// Whether a reply tells of changes, and what of it depends on who hears it.
trait Tells: serde::Serialize {
    fn changes(&self) -> Option<News> {
        None
    }

    fn told_to(&mut self, _: Rights) {}
}

impl Tells for Status {
    fn told_to(&mut self, rights: Rights) {
        if !rights.edit {
            self.read_only = binder::Message::report("read-only-window", &[]);
            (self.undo, self.redo) = (None, None);
        }
    }
}

impl Tells for Opened {
    fn told_to(&mut self, rights: Rights) {
        self.status.told_to(rights);
    }
}

/// Tells what the program kept by itself while it did something else, where it kept anything.
macro_rules! keeping { ($($type:ty),+) => { $( impl Tells for $type {
    fn changes(&self) -> Option<News> {
        (!self.changed.is_empty()).then(|| News::Changed { seq: self.seq, changed: self.changed.clone() })
    }
} )+ }; }
keeping!(PrintedView, VisitFolderView, ListFileView, FilledView, ExerciseView);

impl Tells for ActedView {
    fn changes(&self) -> Option<News> {
        Some(News::Changed { seq: self.seq, changed: self.changed.clone() })
    }
}

impl Tells for Changed {
    fn changes(&self) -> Option<News> {
        Some(News::Changed { seq: self.seq, changed: self.changed.clone() })
    }
}

/// What only headquarters may see does not go on the wall.
fn hide(rows: &mut [RowView]) {
    for row in rows {
        row.title = std::mem::take(&mut row.public_title);
        for field in &row.private {
            row.fields.remove(field);
            row.shown.remove(field);
        }
    }
}

/// Whether rows of a kind are for whoever edits only.
fn is_unseen(noun: &str) -> bool {
    plan::Kind::from_noun(noun).is_some_and(|kind| kind.facts().unseen)
}

impl Tells for Rows {
    fn told_to(&mut self, rights: Rights) {
        if !rights.edit {
            self.rows.retain(|_| !self.reads.iter().any(|noun| is_unseen(noun)));
            hide(&mut self.rows);
        }
    }
}

impl Tells for Users {
    fn told_to(&mut self, rights: Rights) {
        if !rights.edit {
            self.kinds.iter_mut().for_each(|kind| kind.titles = std::mem::take(&mut kind.public_titles));
        }
    }
}

impl Tells for SomeRows {
    fn told_to(&mut self, rights: Rights) {
        if !rights.edit {
            self.rows.retain(|_| !self.reads.iter().any(|noun| is_unseen(noun)));
            hide(&mut self.rows);
        }
    }
}

impl Tells for Vec<FindingView> {
    fn told_to(&mut self, rights: Rights) {
        if !rights.edit {
            self.retain(|one| !commands::is_secret(one));
            // That it was set aside may be seen; why and by whom is headquarters' own.
            self.iter_mut().filter_map(|one| one.aside.as_mut()).for_each(AsideView::hide);
        }
    }
}

impl Tells for PagesFound {
    fn told_to(&mut self, rights: Rights) {
        if !rights.edit {
            self.pages.retain(|page| !page.label.starts_with('S'));
        }
    }
}

impl Tells for ReachView {
    fn told_to(&mut self, rights: Rights) {
        if !rights.edit {
            let tries = self.stops.iter_mut().flat_map(|stop| &mut stop.tries);
            tries.filter(|one| one.private).for_each(|one| one.number.clear());
        }
    }
}

impl Tells for ExercisesView {
    /// What a scenario is for tells what happens in it: not on the wall.
    fn told_to(&mut self, rights: Rights) {
        if !rights.edit {
            self.scenarios.iter_mut().for_each(|one| {
                one.purpose.clear();
                one.lacks.clear();
            });
        }
    }
}

impl Tells for Doubts {
    /// That there is a doubt everybody may know, what is in doubt not.
    fn told_to(&mut self, rights: Rights) {
        if !rights.edit {
            self.rows.iter_mut().for_each(|row| row.disputed.clear());
        }
    }
}

impl Tells for Numbers {
    fn told_to(&mut self, rights: Rights) {
        if !rights.edit {
            self.lines.iter_mut().for_each(|line| line.numbers.retain(|number| !number.private));
        }
    }
}

impl Tells for FoundView {
    /// What only headquarters may see is not found by whoever only looks.
    fn told_to(&mut self, rights: Rights) {
        if rights.edit {
            return;
        }
        for group in &mut self.groups {
            group.hits.retain(|hit| !hit.private);
            group.hits.iter_mut().for_each(|hit| hit.numbers.retain(|number| !number.private));
        }
        self.groups.retain(|group| !group.hits.is_empty());
    }
}

macro_rules! silent { ($($type:ty),+) => { $( impl Tells for $type {} )+ }; }
silent!(
    Start,
    Nothing,
    Offers,
    Guide,
    ChecklistsView,
    ChecklistView,
    CarryView,
    SuppliersView,
    ListFormView,
    Vec<TakenChecklist>,
    Sections,
    SectionText,
    FirstPages,
    StockView,
    Vec<StepNewsView>,
    Vec<OutdatedView>,
    Drills,
    Vec<BackupView>,
    BackupPlaces,
    FirstHour,
    Overview,
    Agenda,
    TreePicture,
    Vec<TermView>,
    Vec<PackView>,
    Vec<Word>,
    MapPicture,
    RecoveryView,
    Matching,
    PrintLookView,
    ImportPreview,
    Exported,
    RehearsalView,
    TakenScenario,
    OwnScenarioView,
    RoomView
);

macro_rules! contract {
    ($( $(#[$doc:meta])* [$($right:ident)+] $name:ident : $request:ty => $reply:ty; )+) => {
        /// Runs a command by name, for a window with these rights.
        ///
        /// # Errors
        /// `window-may-not`, the command's own fault, or `value-unknown` for a request that does not fit.
        pub fn call(host: &Host, rights: Rights, name: &str, request: Value) -> Result<Answered, Fault> {
            match name {
                $( stringify!($name) => {
                    rights.need(Rights { $( $right: true, )+ ..Rights::NONE })?;
                    let request: $request = serde_json::from_value(request)
                        .map_err(|error| Fault::from(plan::EditProblem::NoField(error.to_string())))?;
                    let mut reply: $reply = commands::$name(host, request)?;
                    reply.told_to(rights);
                    let changed = reply.changes();
                    // Only a map with other keys than texts could fail, and a commit is never answered with a fault.
                    let reply = serde_json::to_string(&reply).unwrap_or_else(|_| "null".to_owned());
                    Ok(Answered { reply, changed })
                } )+
                other => Err(Fault::from(plan::EditProblem::NoField(other.to_owned()))),
            }
        }

        /// Name and rights of every command.
        pub const COMMANDS: &[(&str, Rights)] =
            &[ $( (stringify!($name), Rights { $( $right: true, )+ ..Rights::NONE }) ),+ ];

        /// (name, request type, reply type) of every command.
        pub(crate) fn listed(config: &ts_rs::Config) -> Vec<(&'static str, String, String)> {
            use ts_rs::TS;
            vec![ $( (stringify!($name), <$request as TS>::name(config), <$reply as TS>::name(config)) ),+ ]
        }
    };
}

contract! {
    /// The start screen.
    [files] start: Empty => Start;
    /// Makes a plan and opens it.
    [files] new_plan: NewPlanRequest => Opened;
    /// Opens a plan.
    [files] open_plan: PathRequest => Opened;
    /// Makes a copy of the sample and opens it.
    [files] open_sample: SampleRequest => Opened;
    /// The plan that is open already (a reloaded window).
    [look] current: Empty => Opened;
    /// Closes the plan; a copy is kept.
    [files] close_plan: Empty => Nothing;
    /// Automatic copies of a plan.
    [files] backups: PathRequest => Vec<BackupView>;
    /// Where automatic copies are kept.
    [files] backup_places: Empty => BackupPlaces;
    /// Chooses a second place for them, or none.
    [files] choose_second_place: SecondPlaceRequest => BackupPlaces;
    /// Opens a copy as a file of its own.
    [files] open_backup: OpenBackupRequest => Opened;
    /// Puts a copy in the place of a damaged file and opens it.
    [files] restore_backup: RestoreRequest => Opened;
    /// Writes a checked copy.
    [files] save_copy: PathRequest => Nothing;
    /// Remembers who sits here.
    [files] set_person: PersonRequest => Nothing;
    /// The top line.
    [look] status: Empty => Status;
    /// Rows the file and its history disagree about.
    [look] doubts: Empty => Doubts;
    /// Keeps one side of them.
    [edit] decide: DecideRequest => Changed;
    /// Records of a kind.
    [look] rows: KindRequest => Rows;
    /// Who uses a record.
    [look] users: RecordRequest => Users;
    /// What may be ticked.
    [look] catalogue: KindRequest => Offers;
    /// Ticks or unticks.
    [edit] tick: TickRequest => Changed;
    /// Adds a record.
    [edit] add_record: AddRequest => Changed;
    /// Puts a field.
    [edit] set_field: SetFieldRequest => Changed;
    /// Moves a record.
    [edit] move_record: MoveRequest => Changed;
    /// Removes a record.
    [edit] remove_record: RecordRequest => Changed;
    /// Brings a removed record back.
    [edit] restore_record: RecordRequest => Changed;
    /// Adopts drafts.
    [edit] adopt: AdoptRequest => Changed;
    /// Takes the last step back.
    [edit] undo: Empty => Changed;
    /// Does it again.
    [edit] redo: Empty => Changed;
    /// The check table as a guide.
    [look] guide: Empty => Guide;
    /// Answers a question, or confirms a first page.
    [edit] answer: AnswerRequest => Changed;
    /// The checklists of the plan.
    [look] checklists: Empty => ChecklistsView;
    /// A sheet of one.
    [look] checklist: ChecklistRequest => ChecklistView;
    /// The forms suppliers fill in.
    [look] suppliers: SuppliersRequest => SuppliersView;
    /// What an earlier list asked instead.
    [look] look_at_carry: CarryLook => CarryView;
    /// Makes forms for suppliers, as one step.
    [edit] ask_suppliers: AskSuppliers => Changed;
    /// Takes rules, notes and proofs of an earlier list over.
    [edit] carry: CarryRequest => Changed;
    /// Looks at other lists, or takes them.
    [edit files] take_checklists: TakeChecklists => Vec<TakenChecklist>;
    /// What a workbook is taken for as the form of a sheet, and what it says.
    [files] look_at_form: ListFormRequest => ListFormView;
    /// Takes what it says where the plan says nothing.
    [edit files] take_form: ListFormRequest => Changed;
    /// Writes the answers that count into a copy of it.
    [edit files] fill_form: FillFormRequest => FilledView;
    /// Writes a blank form, to be sent.
    [files] blank_form: BlankFormRequest => Nothing;
    /// Looks at the list a workbook makes, or makes it.
    [edit files] list_file: ListFileRequest => ListFileView;
    /// The model plan's sections.
    [look] sections: Empty => Sections;
    /// A section's text.
    [look] section: SectionRequest => SectionText;
    /// Puts a section's text.
    [edit] edit_section: EditSectionRequest => Changed;
    /// Gives up a section's own text: it follows the pack again.
    [edit] follow_pack: SectionRequest => Changed;
    /// Keeps a section's own text after comparing it with the pack's new one.
    [edit] keep_own_text: SectionRequest => Changed;
    /// The questions of the first hour.
    [look] first_hour: Empty => FirstHour;
    /// Leaves a question of the first hour, putting it off or not.
    [edit] leave_question: LeaveRequest => Changed;
    /// Where the plan stands and what comes next.
    [look] overview: Empty => Overview;
    /// The next sitting.
    [look] agenda: AgendaRequest => Agenda;
    /// The contact tree as the paper draws it.
    [look] contact_tree: Empty => TreePicture;
    /// The map of dependencies as the paper draws it.
    [look] dependency_map: Empty => MapPicture;
    /// The order of recovery; with systems hit, what stops and how it comes back.
    [look] recovery: RecoveryRequest => RecoveryView;
    /// A part of a long list, searched.
    [look] some_rows: SomeRowsRequest => SomeRows;
    /// Everything in which some words occur.
    [look] find: FindRequest => FoundView;
    /// The records of a list in which some words occur.
    [look] matching: MatchingRequest => Matching;
    /// The pages of the paper that answer some words.
    [look] find_pages: FindRequest => PagesFound;
    /// All telephone numbers as one list.
    [look] numbers: NumbersRequest => Numbers;
    /// Attaches a file.
    [edit files] attach: AttachRequest => Changed;
    /// Writes an attached file out again.
    [files] save_attachment: AttachRequest => Nothing;
    /// Calls a column of the ledger otherwise.
    [edit] name_column: ColumnNameRequest => Changed;
    /// Looks at a sheet: what importing it would do.
    [files] look_at_sheet: ImportRequest => ImportPreview;
    /// Imports exactly what was looked at, as one step.
    [edit files] import_sheet: ImportRequest => Changed;
    /// Writes records as a sheet.
    [files] export_sheet: ExportRequest => Exported;
    /// Words explained.
    [look] terms: Empty => Vec<TermView>;
    /// Packs found somewhere, and what each would change.
    [files] packs: PacksRequest => Vec<PackView>;
    /// Puts the plan on a pack.
    [edit files] accept_pack: AcceptPackRequest => Changed;
    /// Packs the plan was on before: hash and title.
    [look] earlier_packs: Empty => Vec<Word>;
    /// What is open or odd.
    [look] findings: Empty => Vec<FindingView>;
    /// First pages and their confirmations.
    [look] first_pages: Empty => FirstPages;
    /// What each department needs and has of forms.
    [look] stock: Empty => StockView;
    /// Lines of a text become steps.
    [edit] paste_steps: PasteRequest => Changed;
    /// A procedure with steps and forms, for another department.
    [edit] copy_procedure: CopyRequest => Changed;
    /// What the catalogue says otherwise about a procedure.
    [look] compare_steps: RecordRequest => Vec<StepNewsView>;
    /// Takes steps over from the catalogue.
    [edit] take_steps: TakeStepsRequest => Changed;
    /// Cards and forms on the shelves that are out of date.
    [look] to_reprint: Empty => Vec<OutdatedView>;
    /// Who is next, and after how many minutes of waiting.
    [look] reach: ReachRequest => ReachView;
    /// What the drills of the contact tree gave, oldest first.
    [look] drills: Empty => Drills;
    /// Adds a row for every place of the tree a drill has none for.
    [edit] fill_drill: RecordRequest => Changed;
    /// Scenarios on this plan, and the exercises that were begun.
    [look] exercises: Empty => ExercisesView;
    /// A scenario as it would be played: its whole script, so not for a window on the wall.
    [edit] rehearsal: RehearsalRequest => RehearsalView;
    /// Makes rows of a scenario, to be changed.
    [edit] copy_scenario: ScenarioRequest => Changed;
    /// Writes a scenario as a file.
    [files] give_scenario: ScenarioFile => Nothing;
    /// Takes a scenario over from a file.
    [edit files] take_scenario: TakeScenario => TakenScenario;
    /// A scenario of the plan's own, while it is changed.
    [edit] own_scenario: ScenarioRequest => OwnScenarioView;
    /// Takes in what was typed from the sheets of an exercise held on paper.
    [edit] take_sheets: SheetsRequest => ActedView;
    /// Says whether such sheets would be taken.
    [edit] look_at_sheets: SheetsRequest => Nothing;
    /// Begins an exercise.
    [edit] begin_exercise: BeginExercise => ActedView;
    /// Does something in the exercise that is going on.
    [edit] exercise_act: ExerciseAct => ActedView;
    /// The exercise that is going on, for whoever leads; whoever asks lets its clock run on.
    [edit] exercise: Empty => ExerciseView;
    /// What the room sees of it.
    [room] room: Empty => RoomView;
    /// Makes an improvement of a lesson, once.
    [edit] improve_lesson: LessonRequest => Changed;
    /// What a copy of a document would be.
    [look] look_at_print: LookAtPrint => PrintLookView;
    /// Writes what a visitor is handed into a new folder.
    [files] write_visit: VisitCommand => VisitFolderView;
    /// Prints a document to a file.
    [files] print: PrintCommand => PrintedView;
    /// Prints a paper of an exercise to a file.
    [files] print_exercise: PrintExercise => PrintedView;
    /// Cancels a work.
    [files] cancel: CancelRequest => Nothing;
}
