//! Atoms → lines of a given width.

use std::ops::Deref;
use std::sync::Arc;

use crate::outline::Run;

use super::a4::{PT, Type, WRITING};
use super::atoms::{Atom, Atoms, What, paragraphs};
use super::breaks::{breaks, good_end, may_begin};
use super::setting::Setting;

/// Rounding must not push the last character of a full line off it.
const SLACK: f64 = 1e-6;

/// A line of a text.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    text: Arc<[Broken]>,
    at: usize,
    /// The number of its text.
    pub(crate) of: u32,
}

impl Deref for Line {
    type Target = Broken;

    fn deref(&self) -> &Broken {
        &self.text[self.at]
    }
}

/// A line as it was broken, whichever text of the document it is a line of.
#[derive(Debug)]
pub(crate) struct Broken {
    /// From the top of this line to the top of the next, in mm.
    pub(crate) height: f64,
    /// What stands in it, from left to right.
    pub(crate) items: Vec<Item>,
    /// How its letters look.
    pub(crate) kind: Type,
    /// What the break after it took from the text: spaces, a forced break.
    pub(crate) taken: String,
}

/// What stands in a line.
#[derive(Debug)]
pub(crate) struct Item {
    /// In mm.
    pub(crate) width: f64,
    /// What it says.
    pub(crate) text: String,
    /// What it is.
    pub(crate) what: What,
}

/// Sets runs in lines of `width` mm. Nothing in the runs gives no line.
pub(crate) fn lines(runs: &[Run], kind: Type, width: f64, setting: &mut Setting) -> Vec<Line> {
    if is_empty(runs) {
        return Vec::new();
    }
    let text = match setting.kept.as_mut().and_then(|kept| kept.find(runs, kind, width)) {
        Some((text, missing)) => {
            missing.iter().for_each(|character| setting.miss(*character));
            text
        }
        None => {
            setting.missed.clear();
            // Most texts take one line.
            let mut out: Vec<Broken> = Vec::with_capacity(1);
            paragraphs(runs, kind, width, setting, |paragraph| {
                if let Some(last) = out.last_mut() {
                    last.taken.push('\n');
                }
                set(paragraph, kind, width, &mut out);
            });
            let text: Arc<[Broken]> = out.into();
            if let Some(kept) = &mut setting.kept {
                kept.keep(runs, kind, width, &text, &setting.missed);
            }
            text
        }
    };
    let of = setting.next_text();
    (0..text.len()).map(|at| Line { text: text.clone(), at, of }).collect()
}

/// Whether runs print nothing: such a cell can be written on.
pub(crate) fn is_empty(runs: &[Run]) -> bool {
    runs.iter().all(|run| match run {
        Run::Text(text) | Run::Bold(text) | Run::Keep(text) => text.trim().is_empty(),
        Run::Blank(wide) => *wide == 0,
        Run::Badge(_) | Run::PageRef(_) | Run::Tick | Run::Ticked => false,
    })
}

fn set(paragraph: &mut Atoms, kind: Type, width: f64, out: &mut Vec<Broken>) {
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

fn line(text: &str, atoms: &[Atom], kind: Type) -> Broken {
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
    Broken { height, items, kind, taken }
}

impl Broken {
    /// What it says.
    pub(crate) fn words(&self) -> String {
        self.items.iter().map(|item| item.text.as_str()).collect()
    }

    /// Its width in mm, references at their full room.
    pub(crate) fn width(&self) -> f64 {
        self.items.iter().map(|item| item.width).sum()
    }

    /// How much lower than usual its letters stand, in mm: in a line to write on.
    pub(crate) fn lowered(&self) -> f64 {
        self.height - self.kind.line()
    }
}

/// The width of a text in mm.
pub(crate) fn width(text: &str, kind: Type) -> f64 {
    crate::fonts::width_em(text, kind.bold) * kind.size_pt * PT
}
