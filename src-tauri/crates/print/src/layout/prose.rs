//! Headings, paragraphs, list items.

use crate::measure::a4::{BODY, RULE_PT};
use crate::measure::{Line, Setting, Type, lines, width};
use crate::outline::{Run, Style};

use super::draw::{baseline, text};
use super::page::Mark;
use super::slab::{Slab, keep_company};

/// A tick box, in em.
const TICK: f64 = 0.9;

/// A heading. It keeps with what follows.
pub(super) fn heading(level: u8, runs: &[Run], setting: &mut Setting) -> Vec<Slab> {
    let kind = Type::heading(level);
    let mut slabs = stacked(&lines(runs, kind, BODY, setting), 0.0);
    let (before, after) = match level {
        0 | 1 => (8.0, 5.0),
        2 => (8.0, 3.0),
        5 => (8.0, 2.5),
        3 => (6.0, 2.0),
        _ => (4.0, 1.2),
    };
    if let (Some(last), true) = (slabs.last_mut(), level <= 1) {
        let y = last.height + 1.2;
        last.marks.push(Mark::Line {
            from_mm: (0.0, y),
            to_mm: (BODY, y),
            width_pt: 2.0 * RULE_PT,
            grey: 0.0,
            dotted: false,
        });
        last.height = y;
    }
    spaced(&mut slabs, before, after);
    for slab in &mut slabs {
        slab.with_next = true;
    }
    slabs
}

/// A paragraph.
pub(super) fn paragraph(runs: &[Run], style: Style, setting: &mut Setting) -> Vec<Slab> {
    let mut slabs = stacked(&lines(runs, Type::of(style), BODY, setting), 0.0);
    keep_company(&mut slabs);
    let after = match style {
        Style::Body => 2.0,
        Style::Small => 1.5,
        Style::Large | Style::Snug | Style::Close => 3.0,
        Style::Title | Style::Poster => 5.0,
        Style::Act => 0.5,
    };
    spaced(&mut slabs, 0.0, after);
    slabs
}

/// A list item, its text beside the marker; no marker means a box to tick.
pub(super) fn item(marker: Option<&str>, runs: &[Run], style: Style, setting: &mut Setting) -> Vec<Slab> {
    let kind = Type::of(style);
    let em = kind.em();
    let indent = match marker {
        Some("・") => 1.1 * em,
        Some(marker) => (width(marker, kind) + 0.5 * em).max(2.0 * em),
        None => 1.7 * em,
    };
    let mut slabs = stacked(&lines(runs, kind, BODY - indent, setting), indent);
    if slabs.is_empty() {
        slabs.push(Slab::new(kind.line(), Vec::new()));
    }
    let first = &mut slabs[0];
    // A line to write on is higher; the marker stands beside its letters.
    let top = first.height - kind.line();
    match marker {
        Some(marker) => {
            crate::measure::note_missing(marker, setting);
            first.marks.under(text(marker, 0.0, baseline(top, kind), kind, kind.bold));
        }
        None => {
            first.marks.under(Mark::Rect {
                at_mm: (0.1 * em, top + (kind.line() - TICK * em) / 2.0),
                size_mm: (TICK * em, TICK * em),
                fill: None,
                stroke_pt: Some(0.8),
            });
            first.marks.under(Mark::Says { text: super::signs::TICK.to_owned(), of: crate::measure::ALONE });
        }
    }
    keep_company(&mut slabs);
    let after = match style {
        Style::Poster => 5.0,
        Style::Act => 0.5,
        Style::Large => 2.0,
        Style::Snug => 1.3,
        _ => 0.8,
    };
    spaced(&mut slabs, 0.0, after);
    slabs
}

/// One slab for each line.
pub(super) fn stacked(lines: &[Line], left: f64) -> Vec<Slab> {
    lines
        .iter()
        .map(|line| {
            let mut slab = Slab::new(line.height, Vec::new());
            line.draw(left, 0.0, &mut slab.marks);
            slab
        })
        .collect()
}

/// Room above the first and below the last.
pub(super) fn spaced(slabs: &mut [Slab], before: f64, after: f64) {
    if let Some(first) = slabs.first_mut() {
        first.before = before;
    }
    if let Some(last) = slabs.last_mut() {
        last.after = after;
    }
}
