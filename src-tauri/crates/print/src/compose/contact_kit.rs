//! What contacts need on paper, as documents of their own: tree and call sheets, the poster of what still talks, cards to
//! carry, handovers. All but the poster are of headquarters: they carry names, two of them private numbers.

use super::blocks::titled;
use super::words::Words;
use super::{channels, handover, outline, wallet};
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Style};
use plan::Plan;
use template::Template;

/// The tree, its call sheets, the worst case and what was tried when.
pub fn compose_contacts(plan: &Plan, template: &Template, date: &str) -> Outline {
    let words = Words { plan, template, here: None, private: true, starting: false };
    let mut blocks = Vec::new();
    for name in ["contact-tree", "call-sheets", "reach", "channels", "drills", "sheet-checks"] {
        if matches!(name, "call-sheets" | "reach") {
            blocks.push(Piece::plain(Block::PageBreak));
        }
        blocks.extend(titled(&words, name));
    }
    document(&words, 'S', "contacts-title", blocks, Paper::Single, date)
}

/// What still talks when other things are dead; A3, on the wall.
pub fn compose_channels(plan: &Plan, template: &Template, date: &str) -> Outline {
    let words = Words { plan, template, here: None, private: false, starting: false };
    let blocks = vec![
        words.heading(1, words.word("channels"), Some("block/channels".to_owned()), true),
        words.paragraph(vec![words.word("channels-how").into()], Style::Body),
        channels::table(&words),
    ];
    document(&words, 'A', "channels", blocks, Paper::Poster, date)
}

/// Cards to carry.
pub fn compose_wallet(plan: &Plan, template: &Template, date: &str) -> Outline {
    let words = Words { plan, template, here: None, private: true, starting: false };
    let cards = wallet::cards(&words);
    let blocks = if cards.is_empty() {
        vec![words.paragraph(vec![words.word("wallet-none").into()], Style::Body)]
    } else {
        vec![words.paragraph(vec![words.word("wallet-how").into()], Style::Small), Piece::plain(Block::Wallet(cards))]
    };
    document(&words, 'S', "wallet-title", blocks, Paper::Single, date)
}

/// A page for each role that is handed over.
pub fn compose_handover(plan: &Plan, template: &Template, date: &str) -> Outline {
    let words = Words { plan, template, here: None, private: false, starting: false };
    document(&words, 'S', "handover-title", handover::pages(&words), Paper::Single, date)
}

fn document(words: &Words<'_>, letter: char, title: &str, blocks: Vec<Piece>, paper: Paper, date: &str) -> Outline {
    let copy = if letter == 'S' { words.word("copy-hq") } else { "" };
    let title = words.word(title);
    let part = Part { sort: PartSort::Lettered(letter), title: title.to_owned(), note: String::new(), blocks };
    let outline = outline(words, title, vec![part], copy.to_owned(), date);
    Outline { paper, ..outline }
}
