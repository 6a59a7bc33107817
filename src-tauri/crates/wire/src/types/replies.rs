//! What the screens are told: the plan and its records, the guide, texts, findings, files.

use super::DocumentInfo;
use plan::Cells;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

replies! {
    /// What the start screen shows.
    Start {
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
    Recent {
        /// Full path.
        path: String,
        /// File name.
        name: String,
        /// Folder.
        folder: String,
        /// Whether it is still there.
        there: bool,
    }
    /// An id and its word.
    Word {
        /// Id.
        id: String,
        /// Word.
        text: String,
    }
    /// An opened plan.
    Opened {
        /// Full path.
        path: String,
        /// Things to tell the person: read-only, changes by another program.
        notices: Vec<String>,
        /// Every record kind.
        kinds: Vec<KindInfo>,
        /// What can be printed, in order.
        documents: Vec<DocumentInfo>,
        /// Where the plan stands.
        status: Status,
    }
    /// A record kind: everything a form or table needs.
    KindInfo {
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
        /// Whether nobody but the program adds, changes or removes rows.
        program: bool,
        /// The sheet of the institution that fills the list; empty = none.
        sheet: String,
        /// Whether the list can be written as that sheet.
        written: bool,
        /// Fields in order.
        fields: Vec<FieldInfo>,
    }
    /// What records of a kind are part of.
    PartOf {
        /// Noun of the whole.
        kind: String,
        /// The field that names it.
        field: String,
    }
    /// A field.
    FieldInfo {
        /// Id.
        id: String,
        /// text, long, date, span, number, phone, kana, code, choice, flag, link, image, file or cells.
        kind: String,
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
    Status {
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
    /// The records of a kind.
    Rows {
        /// Number of the last change they show.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Records in order, removed ones left out.
        rows: Vec<RowView>,
    }
    /// A record.
    RowView {
        /// Id.
        id: String,
        /// What people call it.
        title: String,
        /// Stored text of the answered fields.
        fields: BTreeMap<&'static str, String>,
        /// Words of the answered fields: choices and links by name.
        shown: BTreeMap<&'static str, String>,
        /// Whether it is still 案.
        draft: bool,
        /// Catalogue entry it came from.
        source: Option<String>,
    }
    /// What may be ticked.
    Offers {
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Entries of the catalogue, in its order.
        offers: Vec<Offer>,
    }
    /// A catalogue entry.
    Offer {
        /// Entry id.
        entry: String,
        /// Its name.
        name: String,
        /// A line about it.
        about: String,
        /// The record it became, if ticked.
        record: Option<String>,
    }
    /// What an edit did.
    Changed {
        /// Number of the last change.
        seq: i64,
        /// Rows that changed.
        changed: Vec<Ref>,
        /// Whether anything may show otherwise: the plan is on another pack.
        everything: bool,
        /// The record that was added.
        record: Option<String>,
        /// The text now stored in the field that was set.
        value: Option<String>,
        /// Where the plan stands now.
        status: Status,
    }
    /// A record by kind and id.
    Ref {
        /// Noun.
        kind: String,
        /// Id.
        id: String,
    }
    /// The check table as a guide.
    Guide {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from besides the findings in it: it changes only with them and with what is found.
        reads: Vec<String>,
        /// Phases in order.
        phases: Vec<GuidePhase>,
        /// Possible answers.
        answers: Vec<Word>,
    }
    /// A phase.
    GuidePhase {
        /// Number.
        number: String,
        /// Official title.
        title: String,
        /// What it is for.
        about: String,
        /// Its items.
        items: Vec<GuideItem>,
    }
    /// An item of the check table.
    GuideItem {
        /// Official number.
        number: String,
        /// Title, in 〔 〕 with a remark where it was not seen.
        title: String,
        /// Document and page.
        source: String,
        /// What is asked.
        asked: String,
        /// Why it matters.
        why: String,
        /// The incident behind it: place, fact and source in one line.
        incident: String,
        /// What to prepare.
        prepare: Vec<String>,
        /// Questions with their answers.
        questions: Vec<GuideQuestion>,
        /// An example of this size.
        example: String,
        /// The note.
        note: String,
        /// Where in the program it is filled in.
        records: Vec<Word>,
        /// Sections it fills.
        sections: Vec<Word>,
        /// What is still open, in sentences.
        open: Vec<String>,
    }
    /// A question of an item.
    GuideQuestion {
        /// Id.
        id: String,
        /// Wording.
        text: String,
        /// Answer id, or empty.
        answer: String,
    }
    /// The model plan's sections.
    Sections {
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Sections in order.
        sections: Vec<SectionInfo>,
    }
    /// A section of the model plan.
    SectionInfo {
        /// Number.
        number: String,
        /// Title, in 〔 〕 where it was not seen.
        title: String,
        /// Depth, 1 to 3.
        level: u32,
        /// Whether it has the plan's own text.
        edited: bool,
    }
    /// A section with its text.
    SectionText {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Number.
        number: String,
        /// Title.
        title: String,
        /// Document and page.
        source: String,
        /// What belongs here.
        about: String,
        /// Whether it has the plan's own text.
        edited: bool,
        /// Its blocks.
        blocks: Vec<BlockView>,
        /// Names of the tables printed after the text.
        prints: Vec<String>,
        /// Words of the placeholders in it, by `kind/record/field`.
        shown: BTreeMap<String, String>,
        /// What the pack says differently since the plan's own text was last compared with it; empty = nothing.
        newer: Vec<NewerBlock>,
    }
    /// A block of the pack's starting text, before and now.
    NewerBlock {
        /// same, changed, added or removed.
        sort: String,
        /// What it said; empty where it is new.
        before: String,
        /// What it says; empty where it is gone.
        now: String,
    }
    /// A block.
    BlockView {
        /// Id.
        id: String,
        /// paragraph, heading, item or table.
        form: String,
        /// Text.
        #[ts(as = "Vec<Vec<Vec<NodeView>>>")]
        cells: Cells,
    }
    /// A finding.
    FindingView {
        /// stop, mend or note.
        severity: String,
        /// 止まる・直す・気づき.
        word: String,
        /// The sentence.
        text: String,
        /// The record where it is mended; an empty id leads to the list of the kind.
        at: Option<Ref>,
        /// The record whose form shows the sentence beside the field, too.
        beside: Option<Ref>,
        /// The field it is about.
        field: Option<String>,
        /// The check-table item it belongs to.
        item: Option<String>,
        /// Where it is mended when at no record: guide/…, text/… or print.
        go: String,
    }
    /// The first pages of this institution.
    FirstPages {
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Pages in order.
        pages: Vec<FirstPageView>,
    }
    /// A first page and who must confirm it.
    FirstPageView {
        /// Id.
        id: String,
        /// Title.
        title: String,
        /// For whom.
        reader: String,
        /// Professions.
        confirm: Vec<Confirmation>,
    }
    /// One profession's confirmation.
    Confirmation {
        /// Id of the profession.
        id: String,
        /// Its name.
        text: String,
        /// Who confirmed and when; empty = open.
        by: String,
    }
    /// A printed file.
    PrintedView {
        /// Number of the change that notes the print; 0 where the plan took no note.
        seq: i64,
        /// The note.
        changed: Vec<Ref>,
        /// Full path.
        path: String,
        /// Pages.
        pages: u32,
        /// What only shows on paper.
        findings: Vec<FindingView>,
    }
    /// An automatic copy.
    BackupView {
        /// Full path.
        path: String,
        /// The last change in it.
        saved: String,
    }
    /// Nothing to say.
    Nothing {}
}

/// One inline node, as TypeScript sees it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename_all = "kebab-case")]
pub enum NodeView {
    /// Plain text.
    Text(String),
    /// Emphasised text.
    Bold(String),
    /// A placeholder.
    Field {
        /// Noun.
        kind: String,
        /// Record id.
        record: String,
        /// Field id.
        field: String,
    },
    /// A field of the department of a copy.
    Here(String),
    /// A ruled blank, in em.
    Blank(u8),
    /// Names of existing records.
    Names(Vec<String>),
    /// A page reference.
    Page(String),
}
