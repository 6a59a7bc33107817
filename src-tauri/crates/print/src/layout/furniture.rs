//! Header, footer, thumb tab: what is on every page but says nothing about the plan.

use crate::measure::a4::{BODY, BOTTOM, HEIGHT, TOP, WIDTH, left};
use crate::measure::{Setting, Type, width};
use crate::outline::{Outline, Paper, PartSort};

use super::draw::text;
use super::page::{Mark, Page};

/// Baseline of the header and the rule below it.
const HEADER: (f64, f64) = (12.5, 14.8);
/// Baseline of the footer.
const FOOTER: f64 = HEIGHT - 8.2;
/// Baseline of what stands between body and foot, below the body.
const BESIDE: f64 = 3.0;
/// Room that stays between the inner and the outer text.
const GAP: f64 = 6.0;
/// Letters of header and footer, and the smallest they may shrink to, in pt.
const SIZES: (f64, f64) = (8.0, 6.5);
/// A thumb tab: width and height. Found by fanning, so black, and as near to the edge as printers reach.
const TAB: (f64, f64) = (12.0, 25.0);
/// How near.
const EDGE: f64 = 5.0;
/// So many stand below each other; then they begin at the top again.
const TABS: u32 = 10;
/// What a blank page shows, so nobody thinks printing failed.
const BLANK: &str = "—";
/// What ends a text that was cut.
const CUT: &str = "…";

/// Adds the furniture of a page of a part that has so many.
pub(super) fn furnish(page: &mut Page, of: usize, outline: &Outline, setting: &mut Setting) {
    let mut marks = Vec::new();
    if page.blank {
        let kind = Type { size_pt: 14.0, ..Type::BODY };
        let x = left(page.right) + (BODY - width(BLANK, kind)) / 2.0;
        marks.push(text(BLANK, x, HEIGHT / 2.0, kind, false));
    }
    if page.part != PartSort::Cover {
        header(page, outline, setting, &mut marks);
        footer(page, of, outline, setting, &mut marks);
        beside(page, outline, setting, &mut marks);
    }
    // What lies about singly is not fanned through.
    if let (PartSort::Lettered(letter), Paper::Bound) = (page.part, outline.paper) {
        tab(letter, page.right, &mut marks);
    }
    page.furniture = marks;
}

fn header(page: &Page, outline: &Outline, setting: &mut Setting, marks: &mut Vec<Mark>) {
    crate::measure::note_missing(&outline.facility, setting);
    crate::measure::note_missing(&page.title, setting);
    let kind = Type { size_pt: SIZES.0, ..Type::BODY };
    let outer = cut(&page.title, kind, BODY * 0.5);
    let room = BODY - GAP - width(&outer, kind);
    let (inner, small) = squeezed(&outline.facility, kind, room);
    both_ends(page.right, (&inner, small), (&outer, kind), HEADER.0, marks);
    let x = left(page.right);
    marks.push(Mark::rule((x, HEADER.1), (x + BODY, HEADER.1)));
}

fn footer(page: &Page, of: usize, outline: &Outline, setting: &mut Setting, marks: &mut Vec<Mark>) {
    let words = &outline.furniture;
    let said = [&words.edition, &words.copy, &words.printed_on];
    let line: Vec<&str> = said.iter().map(|word| word.as_str()).filter(|word| !word.is_empty()).collect();
    let line = line.join("　");
    crate::measure::note_missing(&line, setting);
    let big = Type { size_pt: 13.0, bold: true, ..Type::BODY };
    let kind = Type { size_pt: SIZES.0, ..Type::BODY };
    // Of how many: who finds a part shorter knows that a page is missing.
    let lettered = matches!(page.part, PartSort::Lettered(_)) && outline.paper == Paper::Bound;
    let label = if lettered { format!("{}／{of}", page.label) } else { page.label.clone() };
    let (inner, small) = squeezed(&line, kind, BODY - GAP - width(&label, big));
    both_ends(page.right, (&inner, small), (&label, big), FOOTER, marks);
}

/// What must not be missing on a page with certain words, between body and foot.
fn beside(page: &Page, outline: &Outline, setting: &mut Setting, marks: &mut Vec<Mark>) {
    let texts = page.body.iter().filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(&**text),
        _ => None,
    });
    let said: String = texts.collect();
    let missing = |(on, says): &&(String, String)| !on.is_empty() && said.contains(on) && !said.contains(says);
    // Several words may ask for the same line: it stands once.
    let mut lines: Vec<&str> = outline.furniture.beside.iter().filter(missing).map(|(_, says)| says.as_str()).collect();
    lines.dedup();
    for says in lines {
        crate::measure::note_missing(says, setting);
        let (line, small) = squeezed(says, Type { size_pt: SIZES.0, bold: true, ..Type::BODY }, BODY);
        both_ends(page.right, (&line, small), ("", small), BOTTOM + BESIDE, marks);
    }
}

/// One text at the binding, the other at the outer edge.
fn both_ends(right: bool, inner: (&str, Type), outer: (&str, Type), y: f64, marks: &mut Vec<Mark>) {
    let start = left(right);
    let (first, last) = if right { (inner, outer) } else { (outer, inner) };
    let end = start + BODY - width(last.0, last.1);
    for ((words, kind), x) in [(first, start), (last, end)] {
        if !words.is_empty() {
            marks.push(text(words, x, y, kind, kind.bold));
        }
    }
}

/// A text smaller, and if that is not enough cut, so that it fits into `room` mm.
fn squeezed(words: &str, kind: Type, room: f64) -> (String, Type) {
    let wide = width(words, kind);
    if wide <= room {
        return (words.to_owned(), kind);
    }
    let size_pt = (kind.size_pt * room / wide).max(SIZES.1);
    let small = Type { size_pt, ..kind };
    (cut(words, small, room), small)
}

/// A text shortened to `room` mm, with a mark at the cut.
fn cut(words: &str, kind: Type, room: f64) -> String {
    // A hair more than the room: a text squeezed to fit exactly is not cut.
    if width(words, kind) <= room + 0.01 {
        return words.to_owned();
    }
    // Halving: a name of thousands of characters is measured a dozen times, not thousands.
    let ends: Vec<usize> = words.char_indices().map(|(at, _)| at).collect();
    let shorter = |kept: usize| format!("{}{CUT}", words[..ends.get(kept).copied().unwrap_or(0)].trim_end());
    let (mut fits, mut over) = (0, ends.len());
    while over - fits > 1 {
        let middle = fits + (over - fits) / 2;
        if width(&shorter(middle), kind) <= room { fits = middle } else { over = middle }
    }
    shorter(fits)
}

/// The letter of the part at the outer edge, lower for later letters.
fn tab(letter: char, right: bool, marks: &mut Vec<Mark>) {
    let (wide, high) = TAB;
    let nth = (letter.to_ascii_uppercase() as u32).saturating_sub('A' as u32) % TABS;
    // The parts a book may have beside each other stand on heights of their own; between two stays a gap.
    let y = TOP + (HEIGHT - 2.0 * TOP - high) * f64::from(nth) / f64::from(TABS - 1);
    let x = if right { WIDTH - EDGE - wide } else { EDGE };
    marks.push(Mark::Rect { at_mm: (x, y), size_mm: (wide, high), fill: Some(0.0), stroke_pt: None });
    let kind = Type { size_pt: 20.0, bold: true, ..Type::BODY };
    let letter = letter.to_string();
    let (x, y) = (x + (wide - width(&letter, kind)) / 2.0, y + high / 2.0 + 0.36 * kind.em());
    marks.push(white(text(&letter, x, y, kind, true)));
}

/// White on black.
fn white(mut mark: Mark) -> Mark {
    if let Mark::Text { grey, .. } = &mut mark {
        *grey = 1.0;
    }
    mark
}
