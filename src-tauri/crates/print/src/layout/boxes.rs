//! Notices and approval boxes → slabs.

use std::rc::Rc;

use crate::measure::a4::{BODY, RULE_PT};
use crate::measure::{Line, Setting, Type, lines, width};
use crate::outline::Run;

use super::draw::{baseline, text};
use super::ink::Ink;
use super::page::Mark;
use super::prose::spaced;
use super::slab::{Frame, Slab, keep_company};

/// The frame of a notice, in pt: heavier than a rule, so it is not taken for a table.
const FRAME_PT: f64 = 1.0;
/// Between the frame and its text.
const INSIDE: f64 = 3.0;
/// A notice lower than this is not divided.
const SHORT: f64 = 70.0;
/// An approval box.
const BOX: Approval = Approval { width: 34.0, seal: 20.0, date: 6.5 };

/// Width of an approval box, heights of the room for the seal and of the date below it.
struct Approval {
    width: f64,
    seal: f64,
    date: f64,
}

/// A framed box with a bold first line.
pub(super) fn notice(title: &str, runs: &[Run], setting: &mut Setting) -> Vec<Slab> {
    let body = Type::BODY;
    let mut set = lines(&[title.into()], Type { bold: true, ..body }, BODY - 2.0 * INSIDE, setting);
    let title_lines = set.len();
    set.extend(lines(runs, body, BODY - 2.0 * INSIDE, setting));
    let frame = Rc::new(Frame { head: None, rule_pt: FRAME_PT });
    let count = set.len();
    let mut slabs = Vec::with_capacity(count);
    for (nth, line) in set.iter().enumerate() {
        let above = if nth == 0 { INSIDE * 0.6 } else { 0.0 };
        let below = if nth + 1 == count { INSIDE * 0.6 } else { 0.0 };
        let mut slab = Slab::new(above + line.height + below, Vec::new());
        line.draw(INSIDE, above, &mut slab.marks);
        for x in [0.0, BODY] {
            slab.marks.push(side(x, slab.height));
        }
        slab.frame = Some(frame.clone());
        slab.with_next = nth < title_lines && nth + 1 < count;
        slabs.push(slab);
    }
    let tall: f64 = slabs.iter().map(|slab| slab.height).sum();
    if let Some(first) = slabs.first_mut() {
        first.opens = true;
        first.marks.push(frame.rule(0.0));
    }
    if let Some(last) = slabs.last_mut() {
        last.marks.push(frame.rule(last.height));
    }
    keep_company(&mut slabs);
    if tall < SHORT {
        let until_last = slabs.len().saturating_sub(1);
        slabs.iter_mut().take(until_last).for_each(|slab| slab.with_next = true);
    }
    spaced(&mut slabs, 3.0, 4.5);
    slabs
}

fn side(x: f64, height: f64) -> Mark {
    Mark::Line { from_mm: (x, 0.0), to_mm: (x, height), width_pt: FRAME_PT, grey: 0.0, dotted: false }
}

/// Boxes side by side at the right: title above, room for a seal, date below.
pub(super) fn approvals(titles: &[String], date: &str, setting: &mut Setting) -> Vec<Slab> {
    let across = (BODY / BOX.width) as usize;
    let mut slabs: Vec<Slab> = titles.chunks(across).map(|row| approval_row(row, date, setting)).collect();
    spaced(&mut slabs, 4.0, 4.0);
    slabs
}

fn approval_row(titles: &[String], date: &str, setting: &mut Setting) -> Slab {
    let kind = Type { size_pt: 8.5, leading_pt: 12.0, ..Type::BODY };
    let small = Type { size_pt: 8.0, ..kind };
    crate::measure::note_missing(date, setting);
    let set: Vec<Vec<Line>> =
        titles.iter().map(|title| lines(&[title.as_str().into()], kind, BOX.width - 2.0, setting)).collect();
    let most = set.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let head = kind.line() * most as f64 + 2.0;
    let height = head + BOX.seal + BOX.date;
    let left = BODY - BOX.width * titles.len() as f64;
    let mut marks = Ink::default();
    for (nth, title) in set.iter().enumerate() {
        let x = left + BOX.width * nth as f64;
        marks.push(Mark::Rect { at_mm: (x, 0.0), size_mm: (BOX.width, height), fill: None, stroke_pt: Some(RULE_PT) });
        for y in [head, head + BOX.seal] {
            marks.push(Mark::rule((x, y), (x + BOX.width, y)));
        }
        let mut y = (head - kind.line() * title.len() as f64) / 2.0;
        for line in title {
            line.draw(x + (BOX.width - line.width()) / 2.0, y, &mut marks);
            y += line.height;
        }
        let y = head + BOX.seal + (BOX.date - small.line()) / 2.0;
        let date_width = width(date, small);
        marks.push(text(date, x + BOX.width - date_width - 1.5, baseline(y, small), small, false));
    }
    Slab::new(height, marks)
}
