//! What the screens are told.

use plan::Cells;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Declares reply types (sent to the screens).
macro_rules! replies {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$fdoc:meta])* $field:ident : $type:ty, )* } )+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, TS)]
        pub struct $name { $( $(#[$fdoc])* pub $field: $type, )* }
    )+
        /// Their declarations in TypeScript.
        pub(crate) fn declared(config: &ts_rs::Config) -> Vec<String> {
            vec![ $( $name::decl(config) ),+ ]
        }
    };
}

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
        /// Fields in order.
        fields: Vec<FieldInfo>,
    }
    /// A field.
    FieldInfo {
        /// Id.
        id: String,
        /// text, long, date, number, phone, kana, code, choice, flag, link or cells.
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
        /// Questions of the check table answered, and all.
        answered: u32,
        /// All questions of the check table.
        questions: u32,
    }
    /// The records of a kind.
    Rows {
        /// Number of the last change they show.
        seq: i64,
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
        fields: BTreeMap<String, String>,
        /// Words of the answered fields: choices and links by name.
        shown: BTreeMap<String, String>,
        /// Whether it is still 案.
        draft: bool,
        /// Catalogue entry it came from.
        source: Option<String>,
        /// Fields that need attention, with the sentence.
        problems: BTreeMap<String, String>,
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
        /// The record it is about.
        at: Option<Ref>,
        /// The field it is about.
        field: Option<String>,
        /// The check-table item it belongs to.
        item: Option<String>,
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
        /// Full path.
        path: String,
        /// Pages.
        pages: u32,
        /// What only shows on paper.
        findings: Vec<FindingView>,
    }
    /// The questions of the first hour.
    FirstHour {
        /// Number of the last change it shows.
        seq: i64,
        /// Questions of this institution, in order.
        questions: Vec<HourQuestionView>,
    }
    /// A question of the first hour; one per screen.
    HourQuestionView {
        /// Id.
        id: String,
        /// The question.
        asked: String,
        /// Why it is asked.
        why: String,
        /// An example of such an institution.
        example: String,
        /// answered, later or open.
        standing: String,
        /// What is filled in.
        parts: Vec<HourPartView>,
    }
    /// A group of fields.
    HourPartView {
        /// What the group is.
        text: String,
        /// facility, tick, entries or rows.
        sort: String,
        /// Noun.
        kind: String,
        /// Field ids.
        fields: Vec<String>,
        /// For `entries`: the catalogue entries.
        entries: Vec<Offer>,
        /// For `rows`: what a new record starts with; only records that have it belong here.
        values: BTreeMap<String, String>,
    }
    /// Where the plan stands.
    Overview {
        /// Number of the last change it shows.
        seq: i64,
        /// The five phases.
        phases: Vec<PhaseView>,
        /// What to do next, most valuable first.
        next: Vec<NextView>,
        /// What is put off or asked and not answered.
        owed: Vec<OwedView>,
        /// Questions of the first hour that were answered.
        hour_answered: u32,
        /// Questions put off.
        hour_later: u32,
        /// All of them.
        hour_questions: u32,
        /// When it was last saved, in words.
        saved_at: String,
        /// The last print of each document and copy, newest first.
        prints: Vec<PrintNote>,
    }
    /// A phase and how far it is.
    PhaseView {
        /// Number.
        number: String,
        /// Official title.
        title: String,
        /// What it is for.
        about: String,
        /// Answered with yes.
        yes: u32,
        /// Answered at all.
        answered: u32,
        /// All questions.
        questions: u32,
    }
    /// What to do next.
    NextView {
        /// Id.
        id: String,
        /// What to do.
        title: String,
        /// What one has afterwards.
        value: String,
        /// Minutes, about.
        minutes: u32,
        /// A noun, `guide/<item>`, `text/<section>`, `first-hour` or `print`.
        go: String,
    }
    /// Something somebody owes.
    OwedView {
        /// The remark.
        remark: String,
        /// Name of the role; empty = nobody in particular.
        role: String,
        /// Where it belongs, in words.
        place: String,
        /// What is asked; empty for what was only put off.
        text: String,
        /// The same places as `NextView::go`; empty where a record is meant.
        go: String,
        /// The record it is about.
        at: Option<Ref>,
        /// The field it is about.
        field: Option<String>,
    }
    /// A print that went to a file.
    PrintNote {
        /// Document.
        document: String,
        /// Copy.
        copy: String,
        /// When, in words.
        at: String,
        /// Pages.
        pages: u32,
    }
    /// The next sitting.
    Agenda {
        /// Minutes it is for.
        minutes: u32,
        /// What is worked on.
        items: Vec<AgendaEntry>,
        /// Who should be there.
        table: Vec<AgendaRole>,
        /// Questions that can be printed for those who cannot come.
        questions: u32,
    }
    /// An item of the agenda.
    AgendaEntry {
        /// Number.
        number: String,
        /// Title.
        title: String,
        /// Minutes, about.
        minutes: u32,
        /// Questions without an answer.
        open: u32,
        /// What to bring.
        prepare: Vec<String>,
    }
    /// Who should be at the table.
    AgendaRole {
        /// Role.
        role: String,
        /// Who holds it; empty = nobody yet.
        holder: String,
    }
    /// The contact tree as the paper draws it; lengths in mm.
    TreePicture {
        /// Number of the last change it shows.
        seq: i64,
        /// Width of every sheet.
        width: f64,
        /// Size of the letters.
        letters: f64,
        /// From line to line.
        line: f64,
        /// Sheets in order.
        sheets: Vec<TreeSheet>,
    }
    /// One sheet.
    TreeSheet {
        /// The place it begins with.
        key: String,
        /// 0, or which continuation of the sheet before it is.
        part: u32,
        /// Whether its row goes on, on the next sheet.
        goes_on: bool,
        /// Height.
        height: f64,
        /// Boxes.
        boxes: Vec<TreeBoxView>,
        /// Lines: x1, y1, x2, y2.
        lines: Vec<[f64; 4]>,
    }
    /// A box.
    TreeBoxView {
        /// The place.
        key: String,
        /// Left.
        x: f64,
        /// Top.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Lines of text.
        lines: Vec<TreeLine>,
        /// The sheet that draws what hangs on it, from 1; 0 = this one.
        elsewhere: u32,
    }
    /// A line of text.
    TreeLine {
        /// The text.
        text: String,
        /// Whether it is bold.
        bold: bool,
    }
    /// A word explained.
    TermView {
        /// The word and other ways to write it.
        words: Vec<String>,
        /// What it means.
        text: String,
    }
    /// A pack the plan may be put on.
    PackView {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Which official editions it follows.
        edition: String,
        /// Its hash.
        hash: String,
        /// Whether the plan is on it.
        current: bool,
        /// What it would change.
        changes: Vec<PackChangeView>,
    }
    /// One difference.
    PackChangeView {
        /// item, section, first-page, sheet, entry or term.
        of: String,
        /// added, removed or changed.
        what: String,
        /// Number or id.
        id: String,
        /// Title.
        title: String,
        /// Answers, own texts or rows of the plan that it touches; all are kept.
        touches: u32,
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
