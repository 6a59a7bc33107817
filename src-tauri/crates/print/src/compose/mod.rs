//! Plan + template + copy → [`Outline`], one function for each document of [`crate::DOCUMENTS`].
//!
//! Each shelf has a book of its own, composed for itself with its own labels (docs/adr/0033): 本部用, the 部署用 of a
//! department, and its common part.

mod blocks;
mod call_sheets;
mod cards;
mod channels;
mod check_table;
pub(crate) mod contact_kit;
mod contact_tree;
mod contacts;
mod cover;
mod cutoff;
mod downtime;
pub(crate) mod extracts;
mod first_pages;
mod forms;
mod handover;
mod here;
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
mod stock;
mod symptoms;
mod table;
mod wallet;
mod ward_book;
mod words;

use crate::Copy;
use crate::outline::{Block, Furniture, Outline, Part, PartSort, Piece, Run, Shelf, Style, TreeNode};
pub use cards::{CardCopy, copies_of as card_copies};
pub use forms::anchor as form_anchor;
pub use map::{map_nodes, map_words};
use plan::Plan;
pub use questions::Asked;
pub use recovery::AFTER as RECOVERY_AFTER;
use template::Template;
use words::Words;

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
}

impl<'a> Composing<'a> {
    /// 本部用 of a plan, with nothing asked.
    pub fn hq(plan: &'a Plan, template: &'a Template, date: &'a str) -> Self {
        Self { plan, template, copy: &Copy::Hq, date, asked: &[] }
    }

    /// The words of a paper that is the same in every department.
    fn words(&self) -> Words<'a> {
        Words { plan: self.plan, template: self.template, here: None, private: false, starting: false }
    }

    /// The words of the paper of this copy's department.
    fn here(&self) -> Words<'a> {
        Words { here: self.copy.department(self.plan), ..self.words() }
    }
}

/// Composes the book of a shelf.
pub(crate) fn binder(of: &Composing<'_>) -> Outline {
    match (of.copy, of.copy.department(of.plan)) {
        (Copy::Hq, _) => book(of, |_| true),
        (Copy::Ward(_), Some(department)) => ward_book::compose(of, department),
        (Copy::Ward(_), None) => {
            let common = book(of, |letter| matches!(letter, 'A' | 'B' | 'C' | 'J'));
            Outline { shelf: Some(Shelf::Any), ..common }
        }
    }
}

/// The parts of the pack a book has.
fn book(of: &Composing<'_>, has: impl Fn(char) -> bool) -> Outline {
    let Composing { template, copy, date, .. } = *of;
    let words = of.here();
    let secret = Words { private: true, ..words };
    let mut parts = vec![cover::part(&words, copy, date)];
    for part in &template.parts {
        let letter = part.letter.chars().next().unwrap_or('?');
        if !has(letter) {
            continue;
        }
        let blocks = match letter {
            'A' => first_pages::pages(&words, "A"),
            'B' => contacts::sheet(&words),
            'C' => decisions(&words),
            'D'..='G' => sections::chapter(&words, letter as u32 - 'D' as u32 + 1),
            'H' => check_table::pieces(&words),
            'J' => forms::part(&words),
            'S' => secret_part(&secret),
            _ => Vec::new(),
        };
        parts.push(Part { sort: PartSort::Lettered(letter), title: part.title.clone(), blocks });
        if letter == 'A' {
            parts.push(Part {
                sort: PartSort::Contents,
                title: template.word("contents").to_owned(),
                blocks: vec![words.heading(2, template.word("contents"), None, false), Piece::plain(Block::Contents)],
            });
        }
    }
    let mut out = outline(&words, &template.cover.title, parts, copy_word(&words, copy), date);
    // What the index may lead to in this book is known only now.
    let there = out.anchors();
    if let Some(first) = out.parts.iter_mut().find(|part| part.sort == PartSort::Lettered('A')) {
        first.blocks.push(Piece::plain(Block::PageBreak));
        first.blocks.push(words.heading(2, words.word("symptoms"), Some("block/symptoms".to_owned()), true));
        first.blocks.push(symptoms::of_book(&words, &there, None));
    }
    out
}

/// The boxes of the contact tree, as the paper has them.
pub fn tree_nodes(plan: &Plan, template: &Template) -> Vec<TreeNode> {
    contact_tree::nodes(&Words { plan, template, here: None, private: false, starting: false })
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

fn decisions(words: &Words<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    for name in ["decisions", "restrictions", "downtime"] {
        out.extend(blocks::titled(words, name));
        if name != "downtime" {
            let anchor = format!("block/{}-details", name.trim_end_matches('s'));
            let runs = vec![Run::from(words.word("criteria-at")), Run::PageRef(anchor)];
            out.push(words.paragraph(runs, Style::Body));
        }
    }
    out
}

fn secret_part(words: &Words<'_>) -> Vec<Piece> {
    let mut out = first_pages::pages(words, "S");
    out.push(Piece::plain(Block::PageBreak));
    for name in ["cutoff-sheet", "cutoff-points", "private-phones", "system-addresses", "remote-maintenance"] {
        out.extend(blocks::titled(words, name));
    }
    // Numbered documents that are handed to people; headquarters keeps one of each.
    out.push(Piece::plain(Block::PageBreak));
    out.extend(blocks::titled(words, "cards"));
    let open = Words { private: false, ..*words };
    out.extend(cards::pages(&open, &Copy::Hq));
    out.push(Piece::plain(Block::PageBreak));
    for name in ["device-remote", "backup-places", "diagram-pictures", "cutoff-tags"] {
        match name {
            "diagram-pictures" => out.push(Piece::plain(Block::PageBreak)),
            "cutoff-tags" => out.push(Piece::plain(Block::FrontSide)),
            _ => {}
        }
        out.extend(blocks::titled(words, name));
    }
    out
}
