//! An attached picture → one slab, as large as a page allows.

use plan::Picture;

use crate::measure::a4::{BODY, BOTTOM, TOP};

use super::page::Mark;
use super::slab::Slab;

/// Room for the heading above it, in mm.
const HEADING: f64 = 22.0;
/// A picture so much wider than high is turned: a network drawn across a wide screen would be unreadable upright.
const WIDE: f64 = 1.25;

pub(super) fn picture(picture: &Picture) -> Slab {
    let (width, height) = (f64::from(picture.pixels.0), f64::from(picture.pixels.1));
    let turned = width > height * WIDE;
    let (across, down) = if turned { (height, width) } else { (width, height) };
    let scale = (BODY / across).min((BOTTOM - TOP - HEADING) / down);
    let size_mm = (across * scale, down * scale);
    let at_mm = ((BODY - size_mm.0) / 2.0, 0.0);
    let mark = Mark::Picture { at_mm, size_mm, turned, hash: picture.hash.clone() };
    let frame = Mark::Rect { at_mm, size_mm, fill: None, stroke_pt: Some(crate::measure::a4::RULE_PT) };
    Slab { after: 4.0, ..Slab::new(size_mm.1, vec![mark, frame]) }
}
