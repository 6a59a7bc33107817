//! Single sheets of the binder as documents of their own: the order of recovery, and what is cut.

use super::blocks::titled;
use super::words::Words;
use super::{Composing, map, outline, recovery};
use crate::outline::{Block, Outline, Part, PartSort, Piece};

/// The order of recovery with its gate, who tests, the map and the weak points.
pub(crate) fn recovery(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let mut blocks = titled(&words, "recovery-order");
    blocks.push(Piece::plain(Block::PageBreak));
    blocks.extend(recovery::duties(&words));
    blocks.push(Piece::plain(Block::PageBreak));
    blocks.extend(titled(&words, "dependency-map"));
    blocks.push(words.heading(2, words.word("weak-points"), Some("block/weak-points".to_owned()), true));
    blocks.push(map::weak(&words));
    one_part(&words, 'F', "recovery-title", blocks, of.date)
}

/// The sheet of what is cut, and the tags. Part S: it goes to the duty manager, never to a ward.
pub(crate) fn cutoff(of: &Composing<'_>) -> Outline {
    let words = Words { private: true, ..of.words() };
    let mut blocks = titled(&words, "cutoff-sheet");
    blocks.push(Piece::plain(Block::FrontSide));
    blocks.extend(titled(&words, "cutoff-tags"));
    one_part(&words, 'S', "cutoff-title", blocks, of.date)
}

fn one_part(words: &Words<'_>, letter: char, title: &str, blocks: Vec<Piece>, date: &str) -> Outline {
    let title = words.word(title);
    let part = Part { sort: PartSort::Lettered(letter), title: title.to_owned(), blocks };
    outline(words, title, vec![part], words.template.word("copy-hq").to_owned(), date)
}
