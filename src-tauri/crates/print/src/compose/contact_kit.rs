//! What contacts need on paper, as documents of their own: tree and call sheets, the poster of what still talks, cards to
//! carry, handovers. All but the poster are of headquarters: they carry names, two of them private numbers.

use super::blocks::titled;
use super::words::Words;
use super::{Composing, channels, handover, outline, wallet};
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Style};

/// The tree, its call sheets, the worst case and what was tried when.
pub(crate) fn contacts(of: &Composing<'_>) -> Outline {
    let words = Words { private: true, ..of.words() };
    let mut blocks = Vec::new();
    for name in ["contact-tree", "call-sheets", "reach", "channels", "drills", "sheet-checks"] {
        if matches!(name, "call-sheets" | "reach") {
            blocks.push(Piece::plain(Block::PageBreak));
        }
        blocks.extend(titled(&words, name));
    }
    document(&words, 'S', "contacts-title", blocks, Paper::Single, of.date)
}

/// What still talks when other things are dead; A3, on the wall.
pub(crate) fn channels(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let blocks = vec![
        words.heading(1, words.word("channels"), Some("block/channels".to_owned()), true),
        words.paragraph(vec![words.word("channels-how").into()], Style::Body),
        channels::table(&words),
    ];
    document(&words, 'A', "channels", blocks, Paper::Poster, of.date)
}

/// Cards to carry.
pub(crate) fn wallet(of: &Composing<'_>) -> Outline {
    let words = Words { private: true, ..of.words() };
    let cards = wallet::cards(&words);
    let blocks = if cards.is_empty() {
        vec![words.paragraph(vec![words.word("wallet-none").into()], Style::Body)]
    } else {
        vec![words.paragraph(vec![words.word("wallet-how").into()], Style::Small), Piece::plain(Block::Wallet(cards))]
    };
    document(&words, 'S', "wallet-title", blocks, Paper::Single, of.date)
}

/// A page for each role that is handed over.
pub(crate) fn handover(of: &Composing<'_>) -> Outline {
    let words = of.words();
    document(&words, 'S', "handover-title", handover::pages(&words), Paper::Single, of.date)
}

fn document(words: &Words<'_>, letter: char, title: &str, blocks: Vec<Piece>, paper: Paper, date: &str) -> Outline {
    let copy = if letter == 'S' { words.word("copy-hq") } else { "" };
    let title = words.word(title);
    let part = Part { sort: PartSort::Lettered(letter), title: title.to_owned(), blocks };
    let outline = outline(words, title, vec![part], copy.to_owned(), date);
    Outline { paper, ..outline }
}
