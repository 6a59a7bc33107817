//! Atoms → lines of a given width, and lines → marks.

use crate::fonts::Face;
use crate::outline::Run;

use super::atoms::{Atom, Atoms, BADGE_GAP, BADGE_PAD, BADGE_SIZE, What, paragraphs};
use super::breaks::{breaks, good_end, may_begin};
use super::desk::Desk;
use super::ink::{Ink, Labels};
use super::page::{ALONE, Mark};
use super::sheet::{PT, RULE_PT, Type, WRITING};

/// Rounding must not push the last character of a full line off it.
const SLACK: f64 = 1e-6;
/// What a box to tick and room to write say.
pub(super) const TICK: &str = "□";
const BLANK: &str = "＿";
/// From the baseline up to the middle of the em box, in em (BIZ UDGothic: ascent 0.88, descent 0.12).
const MIDDLE: f64 = 0.38;

/// One set line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// From the top of this line to the top of the next, in mm.
    pub(super) height: f64,
    /// What stands in it, from left to right.
    items: Vec<Item>,
    kind: Type,
    /// The number of the text it is a line of.
    of: u32,
    /// What the break after it took from the text: spaces, a forced break.
    taken: String,
}

#[derive(Debug, Clone)]
struct Item {
    width: f64,
    text: String,
    what: What,
}

/// Sets runs in lines of `width` mm. Nothing in the runs gives no line.
pub(super) fn lines(runs: &[Run], kind: Type, width: f64, desk: &mut Desk) -> Vec<Line> {
    if is_empty(runs) {
        return Vec::new();
    }
    // Most texts take one line.
    let mut out: Vec<Line> = Vec::with_capacity(1);
    paragraphs(runs, kind, width, desk, |paragraph| {
        if let Some(last) = out.last_mut() {
            last.taken.push('\n');
        }
        set(paragraph, kind, width, &mut out);
    });
    let of = desk.next_text();
    out.iter_mut().for_each(|line| line.of = of);
    out
}

/// Whether runs print nothing: such a cell can be written on.
pub(super) fn is_empty(runs: &[Run]) -> bool {
    runs.iter().all(|run| match run {
        Run::Text(text) | Run::Bold(text) | Run::Keep(text) => text.trim().is_empty(),
        Run::Blank(wide) => *wide == 0,
        Run::Badge(_) | Run::PageRef(_) | Run::Tick => false,
    })
}

fn set(paragraph: &mut Atoms, kind: Type, width: f64, out: &mut Vec<Line>) {
    let Atoms { text, atoms } = paragraph;
    for atom in atoms.iter_mut() {
        atom.width = atom.width.min(width);
    }
    if atoms.is_empty() {
        // A forced empty line still takes its room.
        out.push(line("", &[], kind));
    }
    // Only what does not fit on one line is asked where it may be broken.
    let mut may_break: Option<Vec<bool>> = None;
    let mut start = 0;
    while start < atoms.len() {
        let full = overflow(atoms, start, width);
        let end = if full == atoms.len() {
            full
        } else {
            let may_break = may_break.get_or_insert_with(|| starts(text, atoms));
            cut(atoms, may_break, start, full, width)
        };
        out.push(line(text, &atoms[start..end], kind));
        start = end;
    }
}

/// Which atoms may begin a line.
fn starts(text: &str, atoms: &[Atom]) -> Vec<bool> {
    let mut allowed = breaks(text).into_iter().peekable();
    let may_start = |atom: &Atom| {
        while allowed.next_if(|at| *at < atom.start).is_some() {}
        allowed.peek() == Some(&atom.start)
    };
    atoms.iter().map(may_start).collect()
}

/// The first atom from `start` on for which a line has no room.
fn overflow(atoms: &[Atom], start: usize, width: f64) -> usize {
    let mut x = 0.0;
    for (at, atom) in atoms.iter().enumerate().skip(start) {
        if x + atom.width - empty_end(atom) > width + SLACK {
            return at;
        }
        x += atom.width;
    }
    atoms.len()
}

/// The atom that begins the next line, where `full` has no room on this one.
fn cut(atoms: &[Atom], may_break: &[bool], start: usize, full: usize, width: f64) -> usize {
    let last_break = (start + 1..=full).rev().find(|&at| may_break[at]);
    let filled = |cut: usize| atoms[start..cut].iter().map(|atom| atom.width).sum();
    match last_break {
        Some(cut) if !is_long_word(atoms, may_break, cut, filled(cut), width) => cut,
        _ => cut_word(atoms, start, full),
    }
}

/// How much of an atom may stand beyond the line, in mm: spaces, and the empty
/// right half of a closing mark. Its ink never does.
fn empty_end(atom: &Atom) -> f64 {
    match atom.first {
        ' ' | '\u{3000}' | '\t' => atom.width,
        '。' | '、' | '，' | '．' | '」' | '』' | '）' | '】' | '〕' | '］' => atom.width / 2.0,
        _ => 0.0,
    }
}

/// Whether the word that begins at `cut` is longer than a line, and moving it down would leave most of this one empty.
fn is_long_word(atoms: &[Atom], may_break: &[bool], cut: usize, x: f64, width: f64) -> bool {
    let word = (cut + 1..atoms.len()).find(|&at| may_break[at]).unwrap_or(atoms.len());
    let wide: f64 = atoms[cut..word].iter().map(|atom| atom.width).sum();
    wide > width && x < width / 2.0
}

/// Where to cut a word too long for a line: after a slash or the like, else anywhere lawful, else at `full`.
fn cut_word(atoms: &[Atom], start: usize, full: usize) -> usize {
    let least = start + 1 + (full - start) / 2;
    let good = (least..=full).rev().find(|&at| good_end(atoms[at - 1].first));
    let lawful = || (start + 1..=full).rev().find(|&at| may_begin(atoms[at].first));
    good.or_else(lawful).unwrap_or(full).max(start + 1)
}

fn line(text: &str, atoms: &[Atom], kind: Type) -> Line {
    let inked = atoms.iter().rposition(|atom| atom.first != ' ').map_or(0, |last| last + 1);
    let mut items: Vec<Item> = Vec::with_capacity(1);
    let joined = |one: &Atom, next: &Atom| {
        matches!(one.what, What::Glyph { .. }) && one.what == next.what && one.end == next.start
    };
    for run in atoms[..inked].chunk_by(joined) {
        let what = &run[0].what;
        let piece = &text[run[0].start..run[run.len() - 1].end];
        match (items.last_mut(), what) {
            (Some(item), What::Glyph { .. }) if item.what == *what => {
                run.iter().for_each(|atom| item.width += atom.width);
                item.text.push_str(piece);
            }
            _ => {
                let width = run.iter().map(|atom| atom.width).sum();
                items.push(Item { width, text: piece.to_owned(), what: what.clone() });
            }
        }
    }
    let writes = items.iter().any(|item| item.what == What::Blank);
    let height = if writes { kind.line().max(WRITING) } else { kind.line() };
    let taken = atoms[inked..].iter().map(|atom| &text[atom.start..atom.end]).collect();
    Line { height, items, kind, of: ALONE, taken }
}

impl Line {
    /// What it says.
    pub(super) fn words(&self) -> String {
        self.items.iter().map(|item| item.text.as_str()).collect()
    }

    /// Its width in mm, references at their full room.
    pub(super) fn width(&self) -> f64 {
        self.items.iter().map(|item| item.width).sum()
    }

    /// How much lower than usual its letters stand, in mm: in a line to write on.
    pub(super) fn lowered(&self) -> f64 {
        self.height - self.kind.line()
    }

    /// Draws it with its upper left corner at a place; with references in it, as soon as their labels are known.
    pub(super) fn draw(&self, left: f64, top: f64, marks: &mut Ink) {
        if self.items.iter().any(|item| matches!(item.what, What::PageRef(_))) {
            let line = self.clone();
            marks.later(move |labels, marks| line.drawn(left, top, labels, marks));
        } else {
            self.drawn(left, top, &Labels::default(), marks.marks());
        }
    }

    /// What follows a reference moves up to its label, so no gap shows.
    fn drawn(&self, left: f64, top: f64, labels: &Labels, marks: &mut Vec<Mark>) {
        let em = self.kind.em();
        // In a line to write on the letters stand low, with the room above the rule.
        let middle = top + self.height - self.kind.line() / 2.0;
        let baseline = middle + MIDDLE * em;
        let mut x = left;
        // In a list of references a page is said once; in running text every word counts.
        let list = self.items.iter().all(|item| matches!(item.what, What::PageRef(_)) || item.text.trim().is_empty());
        let mut said: Vec<String> = Vec::new();
        for item in &self.items {
            let mut width = item.width;
            match &item.what {
                What::Glyph { bold } => marks.push(self.piece(&item.text, x, baseline, self.kind, *bold)),
                What::Blank => {
                    let y = baseline + 0.14 * em;
                    marks.push(Mark::rule((x + 0.1 * em, y), (x + width - 0.1 * em, y)));
                    marks.push(self.says(BLANK));
                }
                What::Tick => {
                    let side = 0.85 * em;
                    let at_mm = (x + 0.1 * em, middle - side / 2.0);
                    marks.push(Mark::Rect { at_mm, size_mm: (side, side), fill: None, stroke_pt: Some(0.7) });
                    marks.push(self.says(TICK));
                }
                What::Badge(word) => self.badge(word, x, width, middle, marks),
                What::PageRef(anchor) => {
                    let label = labels.of(anchor);
                    if list && said.iter().any(|one| one == label) {
                        continue;
                    }
                    said.push(label.to_owned());
                    width = crate::fonts::width_em(label, self.kind.bold) * em;
                    marks.push(self.piece(label, x, baseline, self.kind, self.kind.bold));
                    marks.push(Mark::Link {
                        at_mm: (x, middle - 0.6 * em),
                        size_mm: (width, 1.2 * em),
                        to: anchor.clone(),
                    });
                }
            }
            x += width;
        }
        if !self.taken.is_empty() {
            marks.push(self.says(&self.taken));
        }
    }

    fn piece(&self, words: &str, x: f64, y: f64, kind: Type, bold: bool) -> Mark {
        part_of(self.of, text(words, x, y, kind, bold))
    }

    fn says(&self, text: &str) -> Mark {
        Mark::Says { text: text.to_owned(), of: self.of }
    }

    fn badge(&self, word: &str, x: f64, width: f64, middle: f64, marks: &mut Vec<Mark>) {
        let em = self.kind.em();
        let small = Type { size_pt: self.kind.size_pt * BADGE_SIZE, ..self.kind };
        let high = 1.05 * em;
        marks.push(Mark::Rect {
            at_mm: (x + BADGE_GAP * em, middle - high / 2.0),
            size_mm: (width - 2.0 * BADGE_GAP * em, high),
            fill: None,
            stroke_pt: Some(RULE_PT),
        });
        let inside = x + (BADGE_GAP + BADGE_PAD) * em;
        marks.push(self.piece(word, inside, middle + MIDDLE * small.em(), small, false));
    }
}

/// A text mark.
pub(super) fn text(text: &str, x_mm: f64, y_mm: f64, kind: Type, bold: bool) -> Mark {
    let face = if bold { Face::Bold } else { Face::Regular };
    Mark::Text { x_mm, y_mm, face, size_pt: kind.size_pt, grey: kind.grey, text: text.into(), of: ALONE }
}

/// The same as a piece of a text.
pub(super) fn part_of(text: u32, mut mark: Mark) -> Mark {
    if let Mark::Text { of, .. } | Mark::Says { of, .. } = &mut mark {
        *of = text;
    }
    mark
}

/// The baseline of a line of this type whose top is at `top`.
pub(super) fn baseline(top: f64, kind: Type) -> f64 {
    top + kind.line() / 2.0 + MIDDLE * kind.em()
}

/// The width of a text in mm.
pub(super) fn width(text: &str, kind: Type) -> f64 {
    crate::fonts::width_em(text, kind.bold) * kind.size_pt * PT
}
