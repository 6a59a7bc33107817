//! A tree of boxes → one slab for each of its panels.

use crate::measure::a4::{PT, RULE_PT};
use crate::measure::{Setting, Type};
use crate::outline::TreeNode;
use crate::tree::{self, LINE, Panel, SIZE_PT, TreeBox};

use super::draw::{part_of, text};
use super::ink::Ink;
use super::page::Mark;
use super::slab::Slab;

/// Lines of boxes are a little heavier than rules, so that a bad copier keeps them.
const LINE_PT: f64 = 0.8;
/// What says that a box hangs on the one before it that has one of these fewer.
const HANGS: &str = "└";
/// Between frame and text.
const INSIDE: f64 = 1.6;

/// The panels. Each has an anchor, so that the box whose rest it shows can name its page.
pub(super) fn tree(heads: &[TreeNode], setting: &mut Setting) -> Vec<Slab> {
    tree::panels(heads).iter().map(|panel| slab(panel, setting)).collect()
}

fn slab(panel: &Panel, setting: &mut Setting) -> Slab {
    let mut marks = Ink::default();
    for (from, to) in &panel.lines {
        marks.push(Mark::Line { from_mm: *from, to_mm: *to, width_pt: LINE_PT, grey: 0.0, dotted: false });
    }
    let mut about = Vec::new();
    for one in &panel.boxes {
        draw(one, panel, setting, &mut marks);
        about.extend(one.about.iter().cloned());
    }
    // Where a row goes on, and where it came from, so that nobody stops in the middle of it.
    let kind = Type { size_pt: SIZE_PT, leading_pt: LINE / PT, bold: true };
    let at = |y: f64| super::draw::baseline(y, kind);
    if panel.goes_on {
        let x = panel.boxes.get(1).map_or(0.0, |one| one.at_mm.0);
        page('↓', anchor(&panel.key, panel.part + 1), (x, at(panel.height_mm - LINE)), kind, &mut marks);
    }
    if let (true, Some(head)) = (panel.part > 0, panel.boxes.first()) {
        let below = (head.at_mm.0, at(head.at_mm.1 + head.size_mm.1 + 1.0));
        page('↑', anchor(&panel.key, panel.part - 1), below, kind, &mut marks);
    }
    let height = panel.height_mm.max(bottom(panel));
    let mut slab = Slab { after: 6.0, ..Slab::new(height, marks) }.about(&about.into());
    slab.anchors.push(anchor(&panel.key, panel.part));
    slab
}

/// Room for the mark below the head of a panel that continues another.
fn bottom(panel: &Panel) -> f64 {
    panel.boxes.first().map_or(0.0, |head| head.at_mm.1 + head.size_mm.1 + 1.0 + LINE)
}

fn draw(one: &TreeBox, panel: &Panel, setting: &mut Setting, marks: &mut Ink) {
    marks.push(Mark::Rect { at_mm: one.at_mm, size_mm: one.size_mm, fill: None, stroke_pt: Some(2.0 * RULE_PT) });
    let kind = Type { size_pt: SIZE_PT, leading_pt: LINE / PT, bold: false };
    let (x, mut y) = (one.at_mm.0 + INSIDE, one.at_mm.1 + INSIDE);
    let of = setting.next_text();
    // On what it hangs is drawn with lines.
    marks.push(Mark::Says { text: HANGS.repeat(one.level), of });
    for (words, bold) in &one.lines {
        crate::measure::note_missing(words, setting);
        marks.push(part_of(of, text(words, x, super::draw::baseline(y, kind), kind, *bold)));
        y += LINE;
    }
    if one.elsewhere && one.key != panel.key {
        page('→', anchor(&one.key, 0), (x, super::draw::baseline(y, kind)), kind, marks);
    }
}

/// An arrow and the page it leads to.
fn page(arrow: char, anchor: String, (x, y): (f64, f64), kind: Type, marks: &mut Ink) {
    marks.later(move |labels, marks| marks.push(text(&format!("{arrow} {}", labels.of(&anchor)), x, y, kind, true)));
}

fn anchor(key: &str, part: usize) -> String {
    format!("tree/{key}/{part}")
}
