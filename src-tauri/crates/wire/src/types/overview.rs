//! Where the plan stands, and the next sitting.

use super::{Ref};

types! {
    /// Something that is due.
    reply CalendarDue {
        /// What.
        text: String,
        /// The day; empty where only a month is proposed.
        on: String,
        /// Whether its day is over.
        over: bool,
        /// Noun of the list in which it is done.
        kind: String,
    }
    /// Where the plan stands.
    reply Overview {
        /// What is due within a month, or was and is not done; the earliest first.
        due: Vec<CalendarDue>,
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
    reply PhaseView {
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
    reply NextView {
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
    reply OwedView {
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
    reply PrintNote {
        /// Document.
        document: String,
        /// Copy.
        copy: String,
        /// When, in words.
        at: String,
        /// Pages.
        pages: u32,
    }
    /// A sitting.
    request AgendaRequest {
        /// Minutes.
        minutes: u16,
    }
    /// The next sitting.
    reply Agenda {
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
    reply AgendaEntry {
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
    reply AgendaRole {
        /// Role.
        role: String,
        /// Who holds it; empty = nobody yet.
        holder: String,
    }
}
