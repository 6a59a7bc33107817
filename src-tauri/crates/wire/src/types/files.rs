//! Plans as files: the start screen, what is open, the top line.

use super::{SheetOf, Work, DocumentInfo, FieldSort, Word};

types! {
    /// What the start screen shows.
    reply Start {
        /// Program version.
        version: String,
        /// Plans opened last.
        recent: Vec<Recent>,
        /// Kinds of institution: id and word.
        institutions: Vec<Word>,
        /// Who sat here last.
        person: String,
    }
    /// A plan opened before.
    reply Recent {
        /// Full path.
        path: String,
        /// File name.
        name: String,
        /// Folder.
        folder: String,
        /// Whether it is still there.
        there: bool,
    }
    /// A new plan.
    request NewPlanRequest {
        /// Where.
        path: String,
        /// Kind of institution.
        kind: String,
        /// Name.
        name: String,
        /// Beds.
        beds: Option<u32>,
    }
    /// A copy of a sample.
    request SampleRequest {
        /// Where.
        path: String,
        /// Which (`hospital`, `clinic`).
        name: String,
    }
    /// Puts a backup in the place of a damaged file.
    request RestoreRequest {
        /// The damaged file.
        path: String,
        /// The copy.
        backup: String,
    }
    /// Who sits here.
    request PersonRequest {
        /// Name.
        person: String,
    }
    /// A work to cancel.
    request CancelRequest {
        /// Which.
        work: Work,
    }
    /// An automatic copy.
    reply BackupView {
        /// Full path.
        path: String,
        /// The plan's name then.
        name: String,
        /// The last change in it.
        saved: String,
        /// Whether it was opened and is sound; unknown of those further down.
        sound: Option<bool>,
        /// Whether it is the newest sound one: the others are compared with it.
        newest: bool,
        /// Rows it has otherwise than that.
        rows: u32,
        /// Some of them, in words.
        named: Vec<String>,
    }
    /// Where automatic copies are kept.
    reply BackupPlaces {
        /// The program's own folder.
        own: String,
        /// The second place; empty = none chosen.
        second: String,
        /// Whether it is there now.
        second_there: bool,
        /// The last change in the newest copy; empty = there is none.
        last: String,
        /// How many copies of this plan there are in the program's own folder.
        count: u32,
        /// What they take, in MB.
        size: u32,
        /// What they take at most, in MB.
        most: u32,
    }
    /// A second place for copies.
    request SecondPlaceRequest {
        /// The folder; empty = none any more.
        path: String,
    }
    /// A copy to be opened as a file of its own.
    request OpenBackupRequest {
        /// The copy.
        backup: String,
        /// The new file.
        path: String,
    }
    /// An opened plan.
    reply Opened {
        /// Full path.
        path: String,
        /// Things to tell the person: read-only, changes by another program.
        notices: Vec<String>,
        /// Every record kind.
        kinds: Vec<KindInfo>,
        /// What can be printed, in order.
        documents: Vec<DocumentInfo>,
        /// What findings ask for.
        causes: Vec<CauseInfo>,
        /// Where the plan stands.
        status: Status,
    }
    /// What findings of several checks ask for: one thing to do.
    reply CauseInfo {
        /// Id.
        id: String,
        /// What people call it.
        title: String,
        /// How many minutes one line of it takes.
        minutes: u32,
    }
    /// A record kind: everything a form or table needs.
    reply KindInfo {
        /// Noun.
        noun: String,
        /// Word.
        name: String,
        /// What the list is for.
        about: String,
        /// One row as an example.
        example: String,
        /// The field that stands for a row.
        title: Option<String>,
        /// The fields a list shows beside it, in order.
        columns: Vec<String>,
        /// Whether lists are in the order of the reading: there is nothing to move.
        by_reading: bool,
        /// What its records are written under and adopted with.
        part_of: Option<PartOf>,
        /// Whether a row only joins two records: it is there or not, and no end of it is chosen anew.
        joins: bool,
        /// Whether nobody but the program adds, changes or removes rows.
        program: bool,
        /// The sheet of the institution that fills the list.
        sheet: Option<SheetOf>,
        /// Whether the list can be written as that sheet.
        written: bool,
        /// Fields in order.
        fields: Vec<FieldInfo>,
    }
    /// What records of a kind are part of.
    reply PartOf {
        /// Noun of the whole.
        kind: String,
        /// The field that names it.
        field: String,
    }
    /// A field.
    reply FieldInfo {
        /// Id.
        id: String,
        /// What it takes.
        kind: FieldSort,
        /// Label.
        label: String,
        /// Help.
        help: String,
        /// Whether it must be filled.
        required: bool,
        /// Whether it prints only in 本部用.
        private: bool,
        /// Choices.
        choices: Vec<Word>,
        /// For a link: the noun it points to.
        link: Option<String>,
    }
    /// Where the plan stands: the top line.
    reply Status {
        /// Number of the last change.
        seq: i64,
        /// Facility name.
        facility: String,
        /// Its kind.
        institution: String,
        /// Whether patients stay overnight.
        has_beds: bool,
        /// `10:32` of the last save, or the day when it was not today.
        saved_at: String,
        /// Why nothing can be saved; empty when it can.
        read_only: String,
        /// What undo takes back.
        undo: Option<String>,
        /// What redo brings again.
        redo: Option<String>,
        /// Findings of severity 止まる.
        stops: u32,
        /// How often something else was found since the plan was opened: findings are the same while it is.
        found: u32,
        /// Questions of the check table answered, and all.
        answered: u32,
        /// All questions of the check table.
        questions: u32,
    }
}
