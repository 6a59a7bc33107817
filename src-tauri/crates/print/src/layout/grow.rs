//! Sheets to copy: empty rows take the room a page has left.

use crate::measure::a4::HALF;

use super::slab::{EMPTY_ROW, Slab, empty_row};

/// A row higher than this becomes several: people write small.
const HIGHEST: f64 = 12.0;
/// What those several rows measure, about.
const COMFORTABLE: f64 = 9.5;

/// Spreads `left_over` mm over the growing rows of a page and moves down what is below them.
pub(super) fn grow(held: Vec<(f64, Slab)>, left_over: f64) -> Vec<(f64, Slab)> {
    let rows = held.iter().filter(|(_, slab)| slab.grows.is_some()).count();
    if rows == 0 || left_over <= 0.0 {
        return held;
    }
    // Ruled to the half millimetre; what is left over stays below.
    let more = (left_over / rows as f64 / HALF).floor() * HALF;
    let height = EMPTY_ROW + more;
    let times = if height > HIGHEST { (height / COMFORTABLE).floor().max(1.0) as usize } else { 1 };
    let mut grown = Vec::with_capacity(held.len() + rows * (times - 1));
    let mut down = 0.0;
    for (y, slab) in held {
        let Some(edges) = slab.grows.clone() else {
            grown.push((y + down, slab));
            continue;
        };
        let each = (height / times as f64 / HALF).floor() * HALF;
        for nth in 0..times {
            let row = empty_row(&edges, each);
            let mut row =
                if nth == 0 { Slab { anchors: slab.anchors.clone(), about: slab.about.clone(), ..row } } else { row };
            if nth == 0 {
                row.marks.extend(slab.marks.said());
            }
            // The first row of a table without heads closes it above.
            if let (0, true, Some(frame)) = (nth, slab.opens, &slab.frame) {
                row.marks.push(frame.rule(0.0));
            }
            grown.push((y + down + each * nth as f64, row));
        }
        down += each * times as f64 - EMPTY_ROW;
    }
    grown
}
