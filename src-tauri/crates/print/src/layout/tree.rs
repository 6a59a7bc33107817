//! A tree of boxes → one slab for each of its sheets.

use crate::diagram::{self, LINE, SIZE_PT, Sheet, TreeBox};
use crate::fonts::width_em;
use crate::outline::TreeNode;

use super::desk::Desk;
use super::ink::Ink;
use super::lines::{lines, part_of, text};
use super::page::Mark;
use super::sheet::{PT, RULE_PT, Type};
use super::slab::Slab;

/// Lines of boxes are a little heavier than rules, so that a bad copier keeps them.
const LINE_PT: f64 = 0.8;
/// What says that a box hangs on the one before it that has one of these fewer.
const HANGS: &str = "└";
/// Between frame and text.
const INSIDE: f64 = 1.6;

/// The sheets. Each has an anchor, so that the box whose rest it shows can name its page.
pub(super) fn tree(heads: &[TreeNode], desk: &mut Desk) -> Vec<Slab> {
    diagram::sheets(heads).iter().map(|sheet| slab(sheet, desk)).collect()
}

fn slab(sheet: &Sheet, desk: &mut Desk) -> Slab {
    let mut marks = Ink::default();
    for (from, to) in &sheet.lines {
        marks.push(Mark::Line { from_mm: *from, to_mm: *to, width_pt: LINE_PT, grey: 0.0, dotted: false });
    }
    let mut about = Vec::new();
    for one in &sheet.boxes {
        draw(one, sheet, desk, &mut marks);
        about.extend(one.about.iter().cloned());
    }
    // Where a row goes on, and where it came from, so that nobody stops in the middle of it.
    let kind = Type { size_pt: SIZE_PT, leading_pt: LINE / PT, bold: true, grey: 0.0 };
    let at = |y: f64| super::lines::baseline(y, kind);
    if sheet.goes_on {
        let x = sheet.boxes.get(1).map_or(0.0, |one| one.at_mm.0);
        page('↓', anchor(&sheet.key, sheet.part + 1), (x, at(sheet.height_mm - LINE)), kind, &mut marks);
    }
    if let (true, Some(head)) = (sheet.part > 0, sheet.boxes.first()) {
        let below = (head.at_mm.0, at(head.at_mm.1 + head.size_mm.1 + 1.0));
        page('↑', anchor(&sheet.key, sheet.part - 1), below, kind, &mut marks);
    }
    let height = sheet.height_mm.max(bottom(sheet));
    let mut slab = Slab { after: 6.0, ..Slab::new(height, marks) }.about(&about.into());
    slab.anchors.push(anchor(&sheet.key, sheet.part));
    slab
}

/// Room for the mark below the head of a sheet that continues another.
fn bottom(sheet: &Sheet) -> f64 {
    sheet.boxes.first().map_or(0.0, |head| head.at_mm.1 + head.size_mm.1 + 1.0 + LINE)
}

fn draw(one: &TreeBox, sheet: &Sheet, desk: &mut Desk, marks: &mut Ink) {
    marks.push(Mark::Rect { at_mm: one.at_mm, size_mm: one.size_mm, fill: None, stroke_pt: Some(2.0 * RULE_PT) });
    let kind = Type { size_pt: SIZE_PT, leading_pt: LINE / PT, bold: false, grey: 0.0 };
    let (x, mut y) = (one.at_mm.0 + INSIDE, one.at_mm.1 + INSIDE);
    let of = desk.next_text();
    // On what it hangs is drawn with lines.
    marks.push(Mark::Says { text: HANGS.repeat(one.level), of });
    for (words, bold) in &one.lines {
        super::atoms::note_missing(words, desk);
        marks.push(part_of(of, text(words, x, super::lines::baseline(y, kind), kind, *bold)));
        y += LINE;
    }
    if one.elsewhere && one.key != sheet.key {
        page('→', anchor(&one.key, 0), (x, super::lines::baseline(y, kind)), kind, marks);
    }
}

/// An arrow and the page it leads to.
fn page(arrow: char, anchor: String, (x, y): (f64, f64), kind: Type, marks: &mut Ink) {
    marks.later(move |labels, marks| marks.push(text(&format!("{arrow} {}", labels.of(&anchor)), x, y, kind, true)));
}

fn anchor(key: &str, part: usize) -> String {
    format!("tree/{key}/{part}")
}

/// A text in lines of `room` mm.
pub(crate) fn wrapped(words: &str, size_pt: f64, bold: bool, room: f64) -> Vec<String> {
    let kind = Type { size_pt, leading_pt: LINE / PT, bold, grey: 0.0 };
    lines(&[words.into()], kind, room, &mut Desk::default()).iter().map(super::lines::Line::words).collect()
}

/// A text cut to `room` mm, keeping its last character.
pub(crate) fn fitted(words: &str, size_pt: f64, bold: bool, room: f64) -> String {
    let mut kept: Vec<char> = words.chars().collect();
    while kept.len() > 1 && width_em(&kept.iter().collect::<String>(), bold) * size_pt * PT > room {
        kept.remove(kept.len() - 2);
    }
    kept.into_iter().collect()
}
