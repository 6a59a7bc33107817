//! What the screens are told of where the plan stands: the first hour, the overview, the next sitting.

use super::{Offer, Ref};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

replies! {
    /// The questions of the first hour.
    FirstHour {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
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
}
