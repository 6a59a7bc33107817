//! A list of the ministry that an institution answers once a year, item by item.

use crate::Mark;

/// A checklist of one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Checklist {
    /// Pack id, for ever (`mhlw-security-2025`).
    pub id: String,
    /// Official title.
    pub title: String,
    /// How sure the title is.
    pub mark: Mark,
    /// Which year's (`令和7年度`).
    pub edition: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where we know it from.
    pub source: String,
    /// The guideline its chapters are of.
    pub guideline: String,
    /// SHA-256 of the files ([`crate::PackFiles::hash`]).
    pub hash: String,
    /// Kinds of institution it is for; empty = all.
    pub institutions: Vec<String>,
    /// What an item may be answered with.
    pub answers: Vec<ChecklistAnswer>,
    /// What is asked of every item: the columns of the form.
    pub questions: Vec<ChecklistQuestion>,
    /// The parts it has, in order.
    pub groups: Vec<ChecklistGroup>,
    /// Its items, in the order of the form.
    pub items: Vec<ChecklistItem>,
}

/// An answer that may be given.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistAnswer {
    /// Id, for ever.
    pub id: String,
    /// As the form has it.
    pub text: String,
}

/// A column of the form.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistQuestion {
    /// Id, for ever.
    pub id: String,
    /// As the form has it.
    pub text: String,
    /// Whether a day is asked for; else one of the answers.
    pub day: bool,
    /// The answer after which it is asked; `None` = always.
    pub after: Option<String>,
}

/// A part of a checklist.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistGroup {
    /// Official number.
    pub number: String,
    /// Short title.
    pub title: String,
    /// How sure the title is.
    pub mark: Mark,
}

/// One item.
#[derive(Debug, Clone, PartialEq)]
pub struct ChecklistItem {
    /// Id, for ever; numbers of other years may mean another item.
    pub id: String,
    /// Official number (`2⑦`).
    pub number: String,
    /// Number of its group; `None` before the first one.
    pub group: Option<String>,
    /// What it looks at (`サーバ`), where the list says so.
    pub target: Option<String>,
    /// Short title: the official one where the mark says so.
    pub title: String,
    /// How sure the title is.
    pub mark: Mark,
    /// What it means, in our words.
    pub about: String,
    /// When it need not be answered, in our words.
    pub unless: Option<String>,
    /// The answer after which nothing else of the list is asked.
    pub ends: Option<String>,
    /// Chapters of the guideline it comes from.
    pub chapters: Option<String>,
    /// Where the title was seen.
    pub source: String,
}
