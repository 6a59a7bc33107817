//! Plan + template + copy → [`Outline`].
//!
//! The whole binder is always composed; a copy only selects parts afterwards
//! ([`Copy::takes`]), so page bodies and page references are the same in every
//! copy. Only the cover and the ward's own sheet differ.

mod blocks;
mod call_sheets;
mod cards;
mod channels;
mod check_table;
mod contact_kit;
mod contact_tree;
mod contacts;
mod cover;
mod cutoff;
mod downtime;
mod extracts;
mod first_pages;
mod forms;
mod handover;
mod ledger;
mod map;
mod minimum;
mod paper_kit;
mod paper_limits;
mod procedures;
mod questions;
mod reach;
mod recovery;
mod sections;
mod stock;
mod symptoms;
mod wallet;
mod words;

use crate::outline::{Block, Furniture, Outline, Paper, Part, PartSort, Piece, Run, Style, TreeNode};
pub use cards::{Sheet as CardSheet, sheets as card_sheets};
pub use contact_kit::{compose_channels, compose_contacts, compose_handover, compose_wallet};
pub use extracts::{compose_cutoff, compose_recovery};
pub use forms::anchor as form_anchor;
pub use map::{map_nodes, map_words};
pub use minimum::compose_minimum;
pub use paper_kit::{compose_cards, compose_forms, compose_poster, compose_stock};
use plan::{Department, Id, Plan};
pub use questions::{Asked, compose_questions};
pub use recovery::AFTER as RECOVERY_AFTER;
use template::Template;
use words::Words;

/// Which copy is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copy {
    /// 本部用: everything.
    Hq,
    /// 部署用: cover, A, contents, B, C, J; part A for one department where it is named.
    Ward(Option<Id>),
}

impl Copy {
    /// Whether this copy carries a part (`design.md` §5).
    pub fn takes(self, part: PartSort) -> bool {
        match (self, part) {
            (Copy::Hq, _) | (_, PartSort::Cover | PartSort::Contents) => true,
            (Copy::Ward(_), PartSort::Lettered(letter)) => matches!(letter, 'A' | 'B' | 'C' | 'J'),
        }
    }
}

/// Composes the binder.
pub fn compose(plan: &Plan, template: &Template, copy: Copy, date: &str) -> Outline {
    let here: Option<&Department> = match copy {
        Copy::Ward(id) => plan.department(id),
        Copy::Hq => None,
    };
    let words = Words { plan, template, here, private: false, starting: false };
    let secret = Words { private: true, ..words };
    let mut parts = vec![cover::part(&words, copy, date)];
    for part in &template.parts {
        let letter = part.letter.chars().next().unwrap_or('?');
        let blocks = match letter {
            'A' => first_part(&words),
            'B' => contacts::sheet(&words),
            'C' => decisions(&words),
            'D'..='G' => sections::chapter(&words, letter as u32 - 'D' as u32 + 1),
            'H' => check_table::pieces(&words),
            'J' => forms::part(&words),
            'S' => secret_part(&secret),
            _ => Vec::new(),
        };
        let sort = PartSort::Lettered(letter);
        let note = if Copy::Ward(None).takes(sort) { "" } else { template.word("hq-only") };
        parts.push(Part { sort, title: part.title.clone(), note: note.to_owned(), blocks });
        if letter == 'A' {
            parts.push(Part {
                sort: PartSort::Contents,
                title: template.word("contents").to_owned(),
                note: String::new(),
                blocks: vec![words.heading(2, template.word("contents"), None, false), Piece::plain(Block::Contents)],
            });
        }
    }
    outline(&words, &template.cover.title, parts, copy_word(&words, copy), date)
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
        paper: Paper::Bound,
    }
}

/// Part A: the first pages, and behind them what people see and where to look.
fn first_part(words: &Words<'_>) -> Vec<Piece> {
    let mut out = first_pages::pages(words, "A");
    out.push(Piece::plain(Block::PageBreak));
    out.extend(blocks::titled(words, "symptoms"));
    out
}

/// 「本部用」, or 「部署用 3階病棟」.
fn copy_word(words: &Words<'_>, copy: Copy) -> String {
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
    out.extend(cards::pages(&open, Copy::Hq));
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
