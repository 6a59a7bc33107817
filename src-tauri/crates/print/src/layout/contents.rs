//! The list of contents: parts, and the headings that ask to be listed, with dotted leaders.

use crate::measure::a4::{BODY, BOTTOM, RULE_PT, TOP};
use crate::measure::{Setting, Type, lines, width};
use crate::outline::{Block, Outline, PartSort, Run};

use super::draw::{baseline, text};
use super::page::Mark;
use super::prose::spaced;
use super::slab::{Slab, keep_company};

/// Room kept for the page label at the right, in mm.
const LABEL: f64 = 16.0;
/// What the heading of the contents leaves of a page, in mm.
const ROOM: f64 = BOTTOM - TOP - 20.0;

/// An entry: of the contents, and of the bookmarks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// 0 for a part, then as the heading.
    pub(super) level: u8,
    /// What it says.
    pub(super) title: String,
    /// Where it leads.
    pub(super) anchor: String,
    /// The part it is in.
    pub(super) sort: PartSort,
}

/// The name that leads to a part.
pub(super) fn part_anchor(part: usize) -> String {
    format!("part:{part}")
}

/// The name that leads to a block of a part.
pub(super) fn block_anchor(part: usize, block: usize) -> String {
    format!("part:{part}/block:{block}")
}

/// Whether a name only counts parts and blocks.
pub(super) fn is_counted(anchor: &str) -> bool {
    anchor.starts_with("part:")
}

/// All parts and listed headings, in order. A first heading that only repeats its part's title is left out.
pub(super) fn entries(outline: &Outline) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (nth, part) in outline.parts.iter().enumerate() {
        let sort = part.sort;
        entries.push(Entry { level: 0, title: part.title.clone(), anchor: part_anchor(nth), sort });
        for (at, piece) in part.blocks.iter().enumerate() {
            let Block::Heading { level, runs, listed: true } = &piece.block else { continue };
            let title = plain(runs);
            if *level > 1 || title != part.title {
                entries.push(Entry {
                    level: if *level == 5 { 3 } else { (*level).max(1) },
                    title,
                    anchor: block_anchor(nth, at),
                    sort,
                });
            }
        }
    }
    entries
}

/// The words of runs.
fn plain(runs: &[Run]) -> String {
    runs.iter()
        .filter_map(|run| match run {
            Run::Text(text) | Run::Bold(text) | Run::Keep(text) => Some(text.replace('\n', " ")),
            Run::Badge(word) => Some(format!("[{word}]")),
            Run::Blank(_) | Run::PageRef(_) | Run::Tick | Run::Ticked => None,
        })
        .collect::<String>()
        .trim()
        .to_owned()
}

/// The contents as slabs. Neither the cover nor the contents list themselves.
/// Where all entries would not fit on one page, sections of the third level are left to the bookmarks.
pub(super) fn contents(entries: &[Entry], setting: &mut Setting) -> Vec<Slab> {
    let all = listed(entries, u8::MAX, setting);
    let tall: f64 = all.iter().map(|slab| slab.before + slab.height).sum();
    if tall <= ROOM { all } else { listed(entries, 2, setting) }
}

/// The entries down to a level.
fn listed(entries: &[Entry], deepest: u8, setting: &mut Setting) -> Vec<Slab> {
    let mut slabs = Vec::new();
    for entry in entries.iter().filter(|entry| entry.level <= deepest) {
        let PartSort::Lettered(letter) = entry.sort else { continue };
        let (kind, indent, before) = match entry.level {
            0 => (Type { bold: true, leading_pt: 15.0, ..Type::BODY }, 0.0, 2.0),
            1 | 2 => (Type { size_pt: 9.5, leading_pt: 12.8, ..Type::BODY }, 8.0, 0.0),
            _ => (Type { size_pt: 9.0, leading_pt: 14.0, ..Type::BODY }, 14.0, 0.0),
        };
        let mut set = row(entry, kind, indent, setting);
        if entry.level == 0 {
            crate::measure::note_missing(&entry.title, setting);
            let letter = letter.to_string();
            if let Some(first) = set.first_mut() {
                first.marks.push(text(&letter, 0.0, baseline(0.0, kind), kind, true));
            }
        }
        keep_company(&mut set);
        if let (0, Some(last)) = (entry.level, set.last_mut()) {
            last.with_next = true;
        }
        spaced(&mut set, before, 0.0);
        slabs.append(&mut set);
    }
    // A part without headings must not tie itself to the blocks after the list.
    if let Some(last) = slabs.last_mut() {
        last.with_next = false;
    }
    slabs
}

fn row(entry: &Entry, kind: Type, indent: f64, setting: &mut Setting) -> Vec<Slab> {
    let left = if entry.level == 0 { 8.0 } else { indent };
    let set = lines(&[entry.title.as_str().into()], kind, BODY - LABEL - left, setting);
    let count = set.len();
    set.iter()
        .enumerate()
        .map(|(nth, line)| {
            let mut slab = Slab::new(line.height, Vec::new());
            line.draw(left, 0.0, &mut slab.marks);
            if nth + 1 == count {
                let (anchor, from) = (entry.anchor.clone(), left + line.width() + 2.0);
                slab.marks.later(move |labels, marks| leader(labels.of(&anchor), from, kind, marks));
            }
            slab.marks.push(Mark::Link {
                at_mm: (left, 0.0),
                size_mm: (BODY - left, line.height),
                to: entry.anchor.clone(),
            });
            slab
        })
        .collect()
}

/// Dots from the end of a title to the page label at the right.
fn leader(label: &str, from: f64, kind: Type, marks: &mut Vec<Mark>) {
    let wide = width(label, kind);
    let (y, to) = (baseline(0.0, kind), BODY - wide - 2.0);
    if from < to {
        marks.push(Mark::Line {
            from_mm: (from, y - 0.4),
            to_mm: (to, y - 0.4),
            width_pt: 2.0 * RULE_PT,
            grey: 0.0,
            dotted: true,
        });
    }
    marks.push(text(label, BODY - wide, y, kind, kind.bold));
}
