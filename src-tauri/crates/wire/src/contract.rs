//! The list of commands: name, request, reply. Everything else derives from it.

use crate::{Fault, Host, commands, types::*};
use serde_json::Value;

/// A command's answer, and what every window should hear of.
pub struct Answered {
    /// The reply as JSON.
    pub reply: Value,
    /// Rows that changed, for the event `changed`.
    pub changed: Option<Value>,
}

/// Whether a reply tells of changes.
trait Tells: serde::Serialize {
    fn changes(&self) -> Option<Value> {
        None
    }
}

impl Tells for Changed {
    fn changes(&self) -> Option<Value> {
        Some(serde_json::json!({ "seq": self.seq, "changed": self.changed }))
    }
}

macro_rules! silent { ($($type:ty),+) => { $( impl Tells for $type {} )+ }; }
silent!(
    Start,
    Opened,
    Nothing,
    Status,
    Rows,
    Vec<Offer>,
    Guide,
    Vec<SectionInfo>,
    SectionText,
    Vec<FindingView>,
    Vec<FirstPageView>,
    StockView,
    Vec<StepNewsView>,
    Vec<OutdatedView>,
    ReachView,
    Vec<DrillView>,
    PrintedView,
    Vec<BackupView>,
    FirstHour,
    Overview,
    Agenda,
    TreePicture,
    Vec<TermView>,
    Vec<PackView>,
    Vec<Word>,
    MapPicture,
    RecoveryView,
    Page,
    ImportPreview,
    Exported
);

macro_rules! contract {
    ($( $(#[$doc:meta])* $name:ident : $request:ty => $reply:ty; )+) => {
        /// Runs a command by name.
        ///
        /// # Errors
        /// The command's own fault, or `value-unknown` for a request that does not fit.
        pub fn call(host: &Host, name: &str, request: Value) -> Result<Answered, Fault> {
            match name {
                $( stringify!($name) => {
                    let request: $request = serde_json::from_value(request)
                        .map_err(|error| Fault::from(plan::EditProblem::NoField(error.to_string())))?;
                    let reply: $reply = commands::$name(host, request)?;
                    let changed = reply.changes();
                    Ok(Answered { reply: serde_json::to_value(reply).unwrap_or_default(), changed })
                } )+
                other => Err(Fault::from(plan::EditProblem::NoField(other.to_owned()))),
            }
        }

        /// (name, request type, reply type) of every command.
        pub(crate) fn listed(config: &ts_rs::Config) -> Vec<(&'static str, String, String)> {
            use ts_rs::TS;
            vec![ $( (stringify!($name), <$request as TS>::name(config), <$reply as TS>::name(config)) ),+ ]
        }
    };
}

contract! {
    /// The start screen.
    start: Empty => Start;
    /// Makes a plan and opens it.
    new_plan: NewPlanRequest => Opened;
    /// Opens a plan.
    open_plan: PathRequest => Opened;
    /// Makes a copy of the sample and opens it.
    open_sample: SampleRequest => Opened;
    /// The plan that is open already (a reloaded window).
    current: Empty => Opened;
    /// Closes the plan; a copy is kept.
    close_plan: Empty => Nothing;
    /// Automatic copies of a plan.
    backups: PathRequest => Vec<BackupView>;
    /// Puts a copy in the place of a damaged file and opens it.
    restore_backup: RestoreRequest => Opened;
    /// Writes a checked copy.
    save_copy: PathRequest => Nothing;
    /// Remembers who sits here.
    set_person: PersonRequest => Nothing;
    /// The top line.
    status: Empty => Status;
    /// Records of a kind.
    rows: KindRequest => Rows;
    /// What may be ticked.
    catalogue: KindRequest => Vec<Offer>;
    /// Ticks or unticks.
    tick: TickRequest => Changed;
    /// Adds a record.
    add_record: AddRequest => Changed;
    /// Puts a field.
    set_field: SetFieldRequest => Changed;
    /// Moves a record.
    move_record: MoveRequest => Changed;
    /// Removes a record.
    remove_record: RecordRequest => Changed;
    /// Brings a removed record back.
    restore_record: RecordRequest => Changed;
    /// Adopts drafts.
    adopt: AdoptRequest => Changed;
    /// Takes the last step back.
    undo: Empty => Changed;
    /// Does it again.
    redo: Empty => Changed;
    /// The check table as a guide.
    guide: Empty => Guide;
    /// Answers a question, or confirms a first page.
    answer: AnswerRequest => Changed;
    /// The model plan's sections.
    sections: Empty => Vec<SectionInfo>;
    /// A section's text.
    section: SectionRequest => SectionText;
    /// Puts a section's text.
    edit_section: EditSectionRequest => Changed;
    /// Gives up a section's own text: it follows the pack again.
    follow_pack: SectionRequest => Changed;
    /// Keeps a section's own text after comparing it with the pack's new one.
    keep_own_text: SectionRequest => Changed;
    /// The questions of the first hour.
    first_hour: Empty => FirstHour;
    /// Leaves a question of the first hour, putting it off or not.
    leave_question: LeaveRequest => Changed;
    /// Where the plan stands and what comes next.
    overview: Empty => Overview;
    /// The next sitting.
    agenda: AgendaRequest => Agenda;
    /// The contact tree as the paper draws it.
    contact_tree: Empty => TreePicture;
    /// The map of dependencies as the paper draws it.
    dependency_map: Empty => MapPicture;
    /// The order of recovery; with systems hit, what stops and how it comes back.
    recovery: RecoveryRequest => RecoveryView;
    /// A part of a long list, searched.
    page: PageRequest => Page;
    /// Attaches a file.
    attach: AttachRequest => Changed;
    /// Writes an attached file out again.
    save_attachment: AttachRequest => Nothing;
    /// Calls a column of the ledger otherwise.
    name_column: ColumnNameRequest => Changed;
    /// Looks at a sheet: what importing it would do.
    look_at_sheet: ImportRequest => ImportPreview;
    /// Imports exactly what was looked at, as one step.
    import_sheet: ImportRequest => Changed;
    /// Writes records as a sheet.
    export_sheet: ExportRequest => Exported;
    /// Words explained.
    terms: Empty => Vec<TermView>;
    /// Packs found somewhere, and what each would change.
    packs: PacksRequest => Vec<PackView>;
    /// Puts the plan on a pack.
    accept_pack: AcceptPackRequest => Changed;
    /// Packs the plan was on before: hash and title.
    earlier_packs: Empty => Vec<Word>;
    /// What is open or odd.
    findings: Empty => Vec<FindingView>;
    /// First pages and their confirmations.
    first_pages: Empty => Vec<FirstPageView>;
    /// What each department needs and has of forms.
    stock: Empty => StockView;
    /// Lines of a text become steps.
    paste_steps: PasteRequest => Changed;
    /// A procedure with steps and forms, for another department.
    copy_procedure: CopyRequest => Changed;
    /// What the catalogue says otherwise about a procedure.
    compare_steps: RecordRequest => Vec<StepNewsView>;
    /// Takes steps over from the catalogue.
    take_steps: TakeStepsRequest => Changed;
    /// Cards and forms on the shelves that are out of date.
    to_reprint: Empty => Vec<OutdatedView>;
    /// Who is next, and after how many minutes of waiting.
    reach: ReachRequest => ReachView;
    /// What the drills of the contact tree gave, oldest first.
    drills: Empty => Vec<DrillView>;
    /// Adds a row for every place of the tree a drill has none for.
    fill_drill: RecordRequest => Changed;
    /// Prints a document to a file.
    print: PrintCommand => PrintedView;
    /// Cancels the running print.
    cancel_print: Empty => Nothing;
}
