//! Cards to carry → slabs, two to a page: outside above, inside below the fold.

use crate::measure::a4::{BODY, RULE_PT};
use crate::measure::{Line, Setting, Type, lines};
use crate::outline::WalletCard;

use super::page::Mark;
use super::slab::Slab;

/// Width and folded height of a card, in mm.
const CARD: (f64, f64) = (91.0, 55.0);
/// From the edge to the text, in mm.
const INSIDE: f64 = 3.5;
/// Between two cards, in mm.
const APART: f64 = 8.0;

pub(super) fn wallet(cards: &[WalletCard], setting: &mut Setting) -> Vec<Slab> {
    cards.iter().map(|card| drawn(card, setting)).collect()
}

fn drawn(card: &WalletCard, setting: &mut Setting) -> Slab {
    let small = Type { size_pt: 8.5, leading_pt: 11.0, ..Type::CELL };
    let head = Type { size_pt: 10.5, leading_pt: 14.5, bold: true };
    let room = CARD.0 - 2.0 * INSIDE;
    let set = |rows: &[Vec<crate::outline::Run>], setting: &mut Setting| -> Vec<Line> {
        rows.iter().flat_map(|runs| lines(runs, small, room, setting)).collect()
    };
    let mut outside = lines(&[card.head.as_str().into()], head, room, setting);
    outside.extend(set(&card.outside, setting));
    let inside = set(&card.inside, setting);
    let left = (BODY - CARD.0) / 2.0;
    let about = card.about.as_slice().into();
    let mut slab = Slab { after: APART, ..Slab::new(2.0 * CARD.1, Vec::new()) }.about(&about);
    let size_mm = (CARD.0, 2.0 * CARD.1);
    slab.marks.push(Mark::Rect { at_mm: (left, 0.0), size_mm, fill: None, stroke_pt: Some(RULE_PT) });
    let fold = [(left, CARD.1), (left + CARD.0, CARD.1)];
    slab.marks.push(Mark::Line { from_mm: fold[0], to_mm: fold[1], width_pt: RULE_PT, grey: 0.0, dotted: true });
    for (top, list) in [(0.0, &outside), (CARD.1, &inside)] {
        let mut y = top + INSIDE;
        for line in list {
            // What does not fit is left out whole: half a number is worse than none. A finding says so.
            if y + line.height > top + CARD.1 - INSIDE * 0.5 {
                setting.cut.extend(card.about.iter().cloned());
                break;
            }
            line.draw(left + INSIDE, y, &mut slab.marks);
            y += line.height;
        }
    }
    slab
}
