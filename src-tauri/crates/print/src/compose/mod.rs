//! Plan + template + copy → [`Outline`], one function for each document of [`crate::DOCUMENTS`].
//!
//! Each shelf has a book of its own, composed for itself with its own labels (docs/adr/0033): 本部用, the 部署用 of a
//! department, and its common part.

mod blocks;
pub(crate) mod board;
pub(crate) mod books;
pub(crate) mod calendar;
mod call_sheets;
mod cards;
mod channels;
mod check_table;
pub(crate) mod contact_kit;
mod contact_tree;
mod contacts;
mod cover;
mod cutoff;
pub(crate) mod doubts;
mod downtime;
mod examples;
pub(crate) mod exercise_kit;
pub(crate) mod exercise_report;
pub(crate) mod extracts;
mod first_pages;
mod form_list;
mod forms;
mod handover;
mod here;
pub(crate) mod improvements;
mod in_common;
mod ledger;
mod map;
pub(crate) mod minimum;
mod numbers;
pub(crate) mod paper_kit;
mod paper_limits;
mod procedures;
pub(crate) mod questions;
mod reach;
mod recovery;
mod sections;
mod signals;
mod stock;
mod symptoms;
mod table;
pub(crate) mod visit;
mod wallet;
mod ward_book;
pub(crate) mod ward_drill;
mod weeks;
mod words;

use crate::Copy;
use crate::outline::{Furniture, Outline, Part, TreeNode};
pub use cards::{CardCopy, copies_of as card_copies};
pub use forms::anchor as form_anchor;
pub use map::{map_nodes, map_words};
use plan::exercise::Script;
use plan::{Id, Plan};
pub use questions::Asked;
pub use recovery::AFTER as RECOVERY_AFTER;
use std::collections::BTreeSet;
pub(crate) use symptoms::SymptomRow;
use template::Template;
use words::{Book, Words};

/// What a document is composed of.
#[derive(Debug, Clone, Copy)]
pub struct Composing<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its template.
    pub template: &'a Template,
    /// The copy; a document that is the same for everybody does not look at it.
    pub copy: &'a Copy,
    /// Print date.
    pub date: &'a str,
    /// What is asked of whom, for the document that asks.
    pub asked: &'a [Asked],
    /// The script that is printed, for the documents of an exercise.
    pub script: Option<&'a Script>,
    /// The exercise that is reported; the last one while none is named.
    pub held: Option<Id>,
}

impl<'a> Composing<'a> {
    /// 本部用 of a plan, with nothing asked.
    pub fn hq(plan: &'a Plan, template: &'a Template, date: &'a str) -> Self {
        Self { plan, template, copy: &Copy::Hq, date, asked: &[], script: None, held: None }
    }

    /// The words of a paper that is the same in every department.
    fn words(&self) -> Words<'a> {
        Words {
            plan: self.plan,
            template: self.template,
            here: None,
            private: false,
            starting: false,
            book: Book::Whole,
        }
    }

    /// The words of the paper of this copy's department.
    fn here(&self) -> Words<'a> {
        Words { here: self.copy.department(self.plan), ..self.words() }
    }
}

/// Composes the book of a shelf.
pub(crate) fn binder(of: &Composing<'_>) -> Outline {
    match (of.copy, of.copy.department(of.plan)) {
        (Copy::Hq, _) => books::headquarters(of),
        (Copy::Ward(_), Some(department)) => ward_book::compose(of, department),
        (Copy::Ward(_), None) => books::common(of),
    }
}

/// The boxes of the contact tree, as the paper has them.
pub fn tree_nodes(plan: &Plan, template: &Template) -> Vec<TreeNode> {
    contact_tree::nodes(&Composing::hq(plan, template, "").words())
}

/// The rows of the index of symptoms in a book that has these anchors.
pub(crate) fn symptom_rows<'a>(of: &Composing<'a>, there: &BTreeSet<String>) -> Vec<SymptomRow<'a>> {
    symptoms::rows(&of.here(), there, of.copy.department(of.plan).map(|one| one.row.id))
}

/// A document around its parts.
fn outline(words: &Words<'_>, title: &str, parts: Vec<Part>, copy: String, date: &str) -> Outline {
    let facility = words.plan.facility().and_then(|f| f.name.clone()).unwrap_or_default();
    Outline {
        title: format!("{title} {facility}"),
        facility,
        parts,
        furniture: Furniture {
            edition: words.word("unissued").to_owned(),
            printed_on: format!("{} {date}", words.word("print-date")),
            copy,
            // Whoever is alone and saves a life must not read on that page that it takes two [PRACTICE-TWO].
            beside: words
                .word("must-be-two")
                .split('|')
                .map(|on| (on.to_owned(), words.word("rescue").to_owned()))
                .collect(),
        },
        ..Outline::default()
    }
}

/// 「本部用」, or 「部署用 3階病棟」.
fn copy_word(words: &Words<'_>, copy: &Copy) -> String {
    match (copy, words.here.and_then(|here| here.name.as_deref())) {
        (Copy::Hq, _) => words.template.word("copy-hq").to_owned(),
        (Copy::Ward(_), Some(name)) => format!("{} {name}", words.template.word("copy-ward")),
        (Copy::Ward(_), None) => words.template.word("copy-ward").to_owned(),
    }
}
