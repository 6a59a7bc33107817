//! The one API above all floors: open a plan, edit, undo, check, print, export. No Tauri.
//!
//! A [`Binder`] is one open plan. It may be shared between threads; edits take
//! turns, readers work on an `Arc<Plan>` snapshot. The world outside (clock,
//! new ids) comes in through [`Outside`].
//!
//! Deliberately not here: windows, dialogs, settings, the wording of errors
//! (`templates/messages.toml`, read by [`Message`]).

mod attachment;
mod backup;
mod beside;
mod binder;
mod cause;
mod checklists;
mod checks;
mod copies;
mod doubts;
mod edits;
mod embedded;
mod error;
mod exercise;
mod files;
mod generate;
mod list;
mod list_file;
mod list_pack;
mod message;
mod new_plan;
mod operation_words;
mod outside;
mod own;
mod pack;
mod paper;
mod plan_files;
mod procedures;
mod recovery;
mod rehearse;
mod replay;
mod search;
mod sections;
mod sheets;
mod sheets_of_exercise;
mod visit_folder;

pub use attachment::read_to_attach;
pub use backup::{
    Backup, Difference, MOST_BYTES, Places, backups, compared, open_with_backups, restore_backup, take_backup,
};
pub use beside::{Taken, Taking};
pub use binder::{Binder, OpenReport, Snapshot};
pub use cause::Cause;
pub use checklists::{ChecklistOffer, sheet, supplier_form};
pub use doubts::DoubtSaid;
pub use edits::{Done, Step};
pub use embedded::{Linted, PACK, lint_folder, own_pack, sample};
pub use error::{Error, FormProblem, Result};
pub use exercise::{Acted, ExerciseNow};
pub use files::{place_for, read_whole, write_whole};
pub use generate::{Size, generate};
pub use list::{Listed, Part};
pub use list_file::{FilledForm, FormLook, FormRead, ListFrom, ReadAnswer, Unfilled};
pub use message::{FindingText, Message};
pub use new_plan::NewPlan;
pub use operation_words::operation_words;
pub use outside::Outside;
pub use pack::{NewerText, PackOffer, PackSource};
pub use paper::{DocumentWords, Outdated, PrintLook, PrintRequest, Printed, Shows, Stale, WhichExercise, print_date};
pub use plan::remark_place;
pub use recovery::{Recovery, State, SystemSaid, WaveSaid};
pub use rehearse::{LackSaid, Rehearsal};
pub use search::{Answer, among, is_called};
pub use sections::{BlockNews, News, placeholder_words};
pub use sheets::{ImportRequest, Looked, SheetFormat, import_lost, import_note};
pub use visit_folder::{Put, VisitFolder};

pub use exchange::{ExerciseLine, ExerciseLog, LOG_FORMAT, import, list_form};
pub use plan;
pub use plan::{Doing, Progress, Unwatched};
pub use print;
pub use print::{Copies, Copy, DOCUMENTS, Document, EXAMPLES};
pub use store::{Direction, Fault, Keep, ReadOnly, Stray, change_whole};
pub use template;
