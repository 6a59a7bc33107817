//! What the screens ask.

use super::NodeView;
use plan::Cells;
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Declares request types (sent by the screens).
macro_rules! requests {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$fdoc:meta])* $field:ident : $type:ty, )* } )+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Deserialize, TS)]
        pub struct $name { $( $(#[$fdoc])* pub $field: $type, )* }
    )+
        /// Their declarations in TypeScript.
        pub(crate) fn declared(config: &ts_rs::Config) -> Vec<String> {
            vec![ $( $name::decl(config) ),+ ]
        }
    };
}

requests! {
    /// No arguments.
    Empty {}
    /// A new plan.
    NewPlanRequest {
        /// Where.
        path: String,
        /// Kind of institution.
        kind: String,
        /// Name.
        name: String,
        /// Beds.
        beds: Option<u32>,
    }
    /// A file.
    PathRequest {
        /// Full path.
        path: String,
    }
    /// A copy of a sample.
    SampleRequest {
        /// Where.
        path: String,
        /// Which (`hospital`, `clinic`).
        name: String,
    }
    /// A question of the first hour is left.
    LeaveRequest {
        /// The question.
        question: String,
        /// Whether it is put off (わからない・後で).
        later: bool,
    }
    /// A sitting.
    AgendaRequest {
        /// Minutes.
        minutes: u16,
    }
    /// Where packs are looked for.
    PacksRequest {
        /// `own`, `folder` or `stored`.
        source: String,
        /// The folder, or the hash of a stored one.
        at: String,
    }
    /// The pack that is accepted.
    AcceptPackRequest {
        /// `own`, `folder` or `stored`.
        source: String,
        /// The folder, or the hash of a stored one.
        at: String,
        /// Its hash.
        hash: String,
    }
    /// A kind.
    KindRequest {
        /// Noun.
        kind: String,
    }
    /// Ticks or unticks a catalogue entry.
    TickRequest {
        /// Entry id.
        entry: String,
        /// Whether it is there.
        ticked: bool,
    }
    /// Adds a record.
    AddRequest {
        /// Noun.
        kind: String,
        /// First values.
        values: BTreeMap<String, String>,
    }
    /// Puts a field.
    SetFieldRequest {
        /// Noun.
        kind: String,
        /// Record.
        id: String,
        /// Field.
        field: String,
        /// Text; empty = unanswered.
        value: String,
        /// Whether the field was left.
        leaving: bool,
        /// The step: from focus to leaving.
        step: String,
    }
    /// Moves a record.
    MoveRequest {
        /// Noun.
        kind: String,
        /// Record.
        id: String,
        /// The one it shall stand behind; null = to the front.
        after: Option<String>,
    }
    /// A record.
    RecordRequest {
        /// Noun.
        kind: String,
        /// Record.
        id: String,
    }
    /// Adopts drafts.
    AdoptRequest {
        /// Nouns on the page.
        kinds: Vec<String>,
        /// Only these rows; none = all of them.
        ids: Vec<String>,
        /// Who adopts.
        by: String,
    }
    /// Answers a question.
    AnswerRequest {
        /// Which list: bcp (the check table), first (first pages).
        list: String,
        /// Which round of it; empty for those two.
        round: String,
        /// Item, or page.
        item: String,
        /// Question.
        field: String,
        /// Answer; empty = unanswered.
        value: String,
        /// The step.
        step: String,
    }
    /// A section.
    SectionRequest {
        /// Number.
        number: String,
    }
    /// New text of a section.
    EditSectionRequest {
        /// Number.
        number: String,
        /// Its blocks.
        blocks: Vec<BlockEdit>,
        /// The step.
        step: String,
    }
    /// A block as the editor hands it in.
    BlockEdit {
        /// The block it was; null = new.
        id: Option<String>,
        /// paragraph, heading, item or table.
        form: String,
        /// Text.
        #[ts(as = "Vec<Vec<Vec<NodeView>>>")]
        cells: Cells,
    }
    /// Prints a document.
    PrintCommand {
        /// Document (`binder`).
        document: String,
        /// `hq`, `ward` or `ward:ID`, as the record of prints keeps it.
        copy: String,
        /// Print date, `2026-11-22`; empty = today.
        date: String,
        /// Where.
        path: String,
    }
    /// What a preview is about.
    PreviewRequest {
        /// A record's noun, or `template`.
        kind: String,
        /// A record's id, or a section, item or first page.
        id: String,
    }
    /// Puts a backup in the place of a damaged file.
    RestoreRequest {
        /// The damaged file.
        path: String,
        /// The copy.
        backup: String,
    }
    /// Who sits here.
    PersonRequest {
        /// Name.
        person: String,
    }
    /// Which systems are hit; none = the order of everything.
    RecoveryRequest {
        /// System ids.
        hit: Vec<String>,
    }
    /// A part of a long list.
    PageRequest {
        /// Noun.
        kind: String,
        /// Words that must all occur in a record; empty = every record.
        search: String,
        /// How many to pass over.
        from: u32,
        /// How many at most.
        most: u32,
        /// A record to begin with, so that it is seen; empty = none.
        with: String,
    }
    /// The attached file of a field.
    AttachRequest {
        /// Noun.
        kind: String,
        /// The record.
        id: String,
        /// The field.
        field: String,
        /// The file it comes from, or is written to.
        path: String,
    }
    /// A column of the ledger is called otherwise.
    ColumnNameRequest {
        /// Noun.
        kind: String,
        /// The field.
        field: String,
        /// The institution's word; empty = as usual.
        label: String,
    }
    /// A sheet, and what the person said of it.
    ImportRequest {
        /// systems, devices, people, organisations, contacts, dependencies or contracts.
        what: String,
        /// The file.
        path: String,
        /// The sheet; none = the likeliest.
        sheet: Option<u32>,
        /// The line of the column names; none = the likeliest.
        header: Option<u32>,
        /// What columns become, by position; an empty word leaves one out. Columns not named are guessed.
        columns: BTreeMap<u32, String>,
        /// The token of the preview that is confirmed; empty = only look.
        token: String,
    }
    /// Records as a sheet.
    ExportRequest {
        /// systems, devices, people, organisations or dependencies.
        what: String,
        /// xlsx or csv.
        format: String,
        /// Where.
        path: String,
    }    /// A text whose lines become steps.
    PasteRequest {
        /// procedure_steps or card_steps.
        kind: String,
        /// The procedure or card.
        whole: String,
        /// The text.
        text: String,
    }
    /// A procedure for another department.
    CopyRequest {
        /// The procedure.
        id: String,
        /// The department.
        department: String,
    }
    /// A case of the contact tree.
    ReachRequest {
        /// At night or on a holiday.
        night: bool,
        /// nothing, phs or exchange.
        down: String,
        /// Who does not answer: a person or role; empty = everybody does.
        silent: String,
    }
    /// Steps of the catalogue to take over.
    TakeStepsRequest {
        /// The procedure.
        id: String,
        /// Catalogue entries.
        entries: Vec<String>,
    }
}
