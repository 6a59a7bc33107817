//! The check table as a guide, findings, first pages, words explained.

use super::{Ref, SeverityView, Word};

types! {
    /// The check table as a guide.
    reply Guide {
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
    reply GuidePhase {
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
    reply GuideItem {
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
    reply GuideQuestion {
        /// Id.
        id: String,
        /// Wording.
        text: String,
        /// Answer id, or empty.
        answer: String,
    }
    /// Answers a question.
    request AnswerRequest {
        /// Which list: bcp (the check table), first (first pages), or the id of a checklist.
        list: String,
        /// Which round of it; empty for those two, and for what is said once of an item.
        round: String,
        /// Item, or page.
        item: String,
        /// Question.
        field: String,
        /// Answer; empty = unanswered.
        value: String,
        /// Whether the person left the field: then a day is read.
        leaving: bool,
        /// The step.
        step: String,
    }
    /// A finding.
    reply FindingView {
        /// How serious it is.
        severity: SeverityView,
        /// 止まる・直す・気づき.
        word: String,
        /// Id of what it asks for, with others that ask for the same.
        cause: String,
        /// Whether something is still to be filled in, rather than wrong.
        open: bool,
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
        /// Where it is mended when at no record: guide/…, text/…, checks/… or print.
        go: String,
        /// What makes it the same finding tomorrow.
        key: String,
        /// Whether its sentence may say what only headquarters may see.
        secret: bool,
        /// Who set it aside; none = nobody, or its day has come.
        aside: Option<AsideView>,
    }
    /// A finding that was set aside.
    reply AsideView {
        /// The row.
        id: String,
        /// Why.
        reason: String,
        /// Who.
        set_by: String,
        /// The day it comes back; empty = none.
        until: String,
    }
    /// The first pages of this institution.
    reply FirstPages {
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Pages in order.
        pages: Vec<FirstPageView>,
    }
    /// A first page and who must confirm it.
    reply FirstPageView {
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
    reply Confirmation {
        /// Id of the profession.
        id: String,
        /// Its name.
        text: String,
        /// Who confirmed and when; empty = open.
        by: String,
    }
    /// A word explained.
    reply TermView {
        /// The word and other ways to write it.
        words: Vec<String>,
        /// What it means.
        text: String,
    }
}

impl AsideView {
    /// Leaves only that it was set aside: why, by whom and until when is headquarters' own.
    pub(crate) fn hide(&mut self) {
        let Self { id, reason, set_by, until } = self;
        [id, reason, set_by, until].into_iter().for_each(String::clear);
    }
}
