//! Tags to cut out → slabs of two.

use crate::measure::a4::{BODY, PT, RULE_PT};
use crate::measure::{ALONE, Line, Setting, Type, lines};
use crate::outline::Tag;

use super::page::Mark;
use super::slab::Slab;

/// Width of a tag, in mm.
const TAG: f64 = BODY / 2.0;
/// Height of its head, in mm.
const HEAD: f64 = 15.0;
/// From the cutting line to the text, in mm.
const INSIDE: f64 = 4.0;
/// What the black bar of a warning says.
const WARNS: &str = "■";
/// The least height of a tag, in mm: it can be folded around a cable and still be read.
const LEAST: f64 = 44.0;

pub(super) fn tags(tags: &[Tag], setting: &mut Setting) -> Vec<Slab> {
    tags.chunks(2).map(|two| pair(two, setting)).collect()
}

fn pair(two: &[Tag], setting: &mut Setting) -> Slab {
    let set: Vec<(Vec<Line>, Vec<Line>)> = two.iter().map(|tag| set(tag, setting)).collect();
    let tall = |list: &[Line]| list.iter().map(|line| line.height).sum::<f64>();
    let head = set.iter().map(|(head, _)| tall(head) + 4.0).fold(HEAD, f64::max);
    let height = set.iter().map(|(_, body)| head + tall(body) + 2.0 * INSIDE).fold(LEAST, f64::max);
    let mut slab = Slab { front_only: true, ..Slab::new(height, Vec::new()) };
    for (nth, (tag, (head_lines, body))) in two.iter().zip(&set).enumerate() {
        let left = nth as f64 * TAG;
        let edge = Mark::Rect { at_mm: (left, 0.0), size_mm: (TAG, height), fill: None, stroke_pt: Some(RULE_PT) };
        slab.marks.push(edge);
        // A band that a bad copier keeps: a warning has a black bar, the other only a rule.
        let band =
            |y: f64, high: f64| Mark::Rect { at_mm: (left, y), size_mm: (TAG, high), fill: Some(0.0), stroke_pt: None };
        if tag.warns {
            slab.marks.push(band(0.0, 3.0));
            slab.marks.push(band(head, 1.5));
            slab.marks.push(Mark::Says { text: WARNS.to_owned(), of: ALONE });
        } else {
            slab.marks.push(band(head, 0.6));
        }
        let mut y = (head - tall(head_lines)) / 2.0 + 1.0;
        for line in head_lines {
            line.draw(left + INSIDE, y, &mut slab.marks);
            y += line.height;
        }
        y = head + INSIDE;
        for line in body {
            line.draw(left + INSIDE, y, &mut slab.marks);
            y += line.height;
        }
        slab = slab.about(&tag.about.as_slice().into());
    }
    slab
}

fn set(tag: &Tag, setting: &mut Setting) -> (Vec<Line>, Vec<Line>) {
    let large = Type { size_pt: 18.0, leading_pt: 9.0 / PT, bold: true };
    let head = lines(&[tag.head.clone().into()], large, TAG - 2.0 * INSIDE, setting);
    let body = tag.lines.iter().flat_map(|runs| lines(runs, Type::BODY, TAG - 2.0 * INSIDE, setting)).collect();
    (head, body)
}
