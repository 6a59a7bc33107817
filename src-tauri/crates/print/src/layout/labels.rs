//! Labels to cut out, fold over the edge of a page and stick together: they show from both sides when the binder is shut
//! → slabs of two.

use crate::measure::a4::{BODY, RULE_PT};
use crate::measure::{Setting, Type, lines};

use super::page::Mark;
use super::slab::Slab;

/// Half of a label, what shows from one side, in mm.
const SIDE: f64 = 36.0;
/// Height of a label, in mm.
const HIGH: f64 = 25.0;
/// What is glued to the page, white, at both ends, in mm.
const GLUE: f64 = 5.0;
/// The letter, to be read from two metres.
const LETTER: Type = Type { size_pt: 30.0, leading_pt: 34.0, bold: true };
/// The title under it.
const TITLE: Type = Type { size_pt: 9.5, leading_pt: 12.0, bold: true };

pub(super) fn labels(list: &[(char, String)], setting: &mut Setting) -> Vec<Slab> {
    list.chunks(2).map(|two| row(two, setting)).collect()
}

fn row(two: &[(char, String)], setting: &mut Setting) -> Slab {
    let mut slab = Slab { front_only: true, ..Slab::new(HIGH + 3.0, Vec::new()) };
    for (nth, (letter, title)) in two.iter().enumerate() {
        let left = nth as f64 * (BODY / 2.0);
        let wide = 2.0 * (SIDE + GLUE);
        slab.marks.push(Mark::Rect { at_mm: (left, 0.0), size_mm: (wide, HIGH), fill: None, stroke_pt: Some(RULE_PT) });
        for side in [GLUE, GLUE + SIDE] {
            // A black bar at the fold is what shows of a shut binder.
            let fold = if side == GLUE { left + side + SIDE - 4.0 } else { left + side };
            slab.marks.push(Mark::Rect { at_mm: (fold, 0.0), size_mm: (4.0, HIGH), fill: Some(0.0), stroke_pt: None });
            let start = left + side + if side == GLUE { 1.0 } else { 5.0 };
            let room = SIDE - 6.0;
            let mut y = 2.0;
            for line in lines(&[letter.to_string().into()], LETTER, room, setting) {
                line.draw(start, y, &mut slab.marks);
                y += line.height;
            }
            for line in lines(&[title.as_str().into()], TITLE, room, setting).iter().take(2) {
                line.draw(start, y, &mut slab.marks);
                y += line.height;
            }
        }
        let (x, dotted) = (left + GLUE + SIDE, true);
        slab.marks.push(Mark::Line {
            from_mm: (x, -2.0),
            to_mm: (x, HIGH + 2.0),
            width_pt: RULE_PT,
            grey: 0.0,
            dotted,
        });
        for x in [left + GLUE, left + wide - GLUE] {
            slab.marks.push(Mark::Line { from_mm: (x, 0.0), to_mm: (x, HIGH), width_pt: RULE_PT, grey: 0.0, dotted });
        }
    }
    slab
}
