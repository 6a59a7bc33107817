//! The map of dependencies → one slab for each of its panels.

use std::collections::BTreeMap;

use crate::map::{self, LINE, MapNode, MapPanel, MapWords, SIZE_PT};
use crate::measure::a4::{PT, RULE_PT};
use crate::measure::{Setting, Type};

use super::draw::{baseline, part_of, text};
use super::page::Mark;
use super::signs::WAVE;
use super::slab::Slab;

/// Lines between boxes are a little heavier than rules, so that a bad copier keeps them.
const LINE_PT: f64 = 0.7;
/// Edge of a dot, in mm.
const DOT: f64 = 1.1;
/// Between frame and text, in mm.
const INSIDE: f64 = 1.4;

pub(super) fn map(nodes: &[MapNode], words: &MapWords, setting: &mut Setting) -> Vec<Slab> {
    let needs: Meant<'_> = nodes.iter().map(|node| (&*node.key, (&*node.wave, needed(node, nodes)))).collect();
    map::panels(nodes, words).iter().map(|panel| slab(panel, &needs, setting)).collect()
}

/// By the key of a box, its wave and the keys of what it needs.
type Meant<'a> = BTreeMap<&'a str, (&'a str, Vec<&'a str>)>;

/// The keys of what a box needs.
fn needed<'a>(node: &MapNode, nodes: &'a [MapNode]) -> Vec<&'a str> {
    node.needs.iter().map(|at| nodes[*at].key.as_str()).collect()
}

fn slab(panel: &MapPanel, needs: &Meant<'_>, setting: &mut Setting) -> Slab {
    let kind = Type { size_pt: SIZE_PT, leading_pt: LINE / PT, bold: false };
    let mut marks = Vec::new();
    for (from, to) in &panel.lines {
        marks.push(Mark::Line { from_mm: *from, to_mm: *to, width_pt: LINE_PT, grey: 0.0, dotted: false });
    }
    for (x, y) in &panel.dots {
        let corner = (x - DOT / 2.0, y - DOT / 2.0);
        marks.push(Mark::Rect { at_mm: corner, size_mm: (DOT, DOT), fill: Some(0.0), stroke_pt: None });
    }
    for (y, wave) in &panel.waves {
        marks.push(text(wave, 0.0, baseline(y + INSIDE, kind), kind, true));
    }
    let mut about = Vec::new();
    for one in &panel.boxes {
        marks.push(Mark::Rect { at_mm: one.at_mm, size_mm: one.size_mm, fill: None, stroke_pt: Some(2.0 * RULE_PT) });
        let of = setting.next_text();
        for (nth, (words, bold)) in one.lines.iter().enumerate() {
            crate::measure::note_missing(words, setting);
            let y = one.at_mm.1 + INSIDE + nth as f64 * LINE;
            marks.push(part_of(of, text(words, one.at_mm.0 + INSIDE, baseline(y, kind), kind, *bold)));
        }
        // What it needs is drawn with lines, its wave by the row it stands in.
        if let Some((wave, needs)) = needs.get(one.key.as_str()) {
            marks.push(Mark::Says { text: format!("{WAVE}{wave}"), of });
            marks.extend(needs.iter().map(|key| Mark::Says { text: format!("←{key}"), of }));
        }
        about.extend(one.about.iter().cloned());
    }
    Slab { after: 6.0, ..Slab::new(panel.height_mm, marks) }.about(&about.into())
}
