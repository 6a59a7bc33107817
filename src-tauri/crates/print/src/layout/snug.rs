//! First pages that would break over: set in smaller letters until each side holds what was written for it. A sheet that
//! is read at night has a front and a back; a third side with one line on it is a page nobody turns to.
//!
//! Deliberately not here: which page that is (it has the anchor `first/…`), what is said when even this is not enough
//! (`checks`).

use super::contents::Entry;
use super::flow::Flow;
use super::steps;
use crate::measure::Setting;
use crate::outline::{Block, Paper, Part, Piece, Style};
use std::ops::Range;

/// Front and back.
const SIDES: usize = 2;
/// What is tried, in this order.
const SMALLER: [Style; 2] = [Style::Snug, Style::Close];

/// Sets every first page that would break over in the largest letters that fit.
pub(super) fn set(parts: &mut [Part], entries: &[Entry]) {
    for part in parts {
        for sheet in sheets(&part.blocks) {
            let pieces = &mut part.blocks[sheet];
            let sides = sides(pieces, entries);
            if sides.fit() {
                continue;
            }
            for style in SMALLER {
                dress(pieces, style);
                if self::sides(pieces, entries).fit() {
                    break;
                }
            }
            // Small letters that save no side only tire the eye.
            if self::sides(pieces, entries).count >= sides.count {
                dress(pieces, Style::Large);
            }
        }
    }
}

/// Where the first pages of a part lie.
fn sheets(blocks: &[Piece]) -> Vec<Range<usize>> {
    let begins = |piece: &Piece| piece.anchor.as_deref().is_some_and(|anchor| anchor.starts_with("first/"));
    let heads =
        blocks.iter().enumerate().filter(|(_, piece)| matches!(piece.block, Block::Heading { .. }) && begins(piece));
    let end = |from: usize| {
        let breaks = blocks[from..].iter().position(|piece| matches!(piece.block, Block::PageBreak));
        breaks.map_or(blocks.len(), |at| from + at)
    };
    heads.map(|(from, _)| from..end(from)).filter(|range| blocks[range.clone()].iter().any(is_large)).collect()
}

fn is_large(piece: &Piece) -> bool {
    matches!(piece.block, Block::Item { style: Style::Large | Style::Snug | Style::Close, .. })
}

fn dress(pieces: &mut [Piece], with: Style) {
    for piece in pieces.iter_mut().filter(|piece| is_large(piece)) {
        if let Block::Item { style, .. } = &mut piece.block {
            *style = with;
        }
    }
}

/// How a sheet lies by itself.
struct Sides {
    count: usize,
    /// The side on which the back begins, counted from 0.
    back: Option<usize>,
}

impl Sides {
    fn fit(&self) -> bool {
        self.count <= SIDES && self.back.is_none_or(|back| back == 1)
    }
}

fn sides(pieces: &[Piece], entries: &[Entry]) -> Sides {
    let mut setting = Setting::default();
    let mut flow = Flow::new(Paper::Bound);
    for (at, piece) in pieces.iter().enumerate() {
        for step in steps(piece, format!("{at}"), entries, &mut setting) {
            flow.push(step);
        }
    }
    flow.end();
    let back = pieces.iter().filter_map(|piece| piece.anchor.as_deref()).find(|anchor| anchor.ends_with("/back"));
    Sides { count: flow.pages.len(), back: back.and_then(|anchor| flow.places.get(anchor)).map(|place| place.page) }
}
