//! Outline → placed pages: page breaking, repeated heads, references. How texts are broken into lines is `measure`.
//!
//! One pass: what names a page waits until everything lies, and is written then (`ink`). A reference has a
//! fixed width, so nothing moves. Deliberately not here: anything about PDF.

mod boxes;
mod codes;
mod contents;
mod draw;
mod fingerprint;
mod flow;
mod form;
mod furniture;
mod grow;
mod ink;
mod labels;
mod map;
mod page;
mod picture;
mod prose;
mod signs;
mod slab;
mod snug;
mod table;
mod tags;
mod tree;
mod wallet;
mod widths;

use std::collections::BTreeMap;

use crate::measure::{Abouts, Kept, Missing, Setting, Type};
use crate::outline::{About, Block, Nowhere, Outline, Paper, Part, PartSort, Piece, Shelf};
use plan::{Cancelled, Doing, Progress, Watch};

pub use crate::measure::a4::{HEIGHT as PAPER_HEIGHT_MM, WIDTH as PAPER_WIDTH_MM};
use contents::{Entry, block_anchor, entries, part_anchor};
pub use fingerprint::METHOD;
use flow::Flow;
use ink::Labels;
pub use page::{Mark, Page, Place};
use slab::{Slab, Step};

/// Blocks between two questions whether to go on.
const STRIDE: usize = 50;

/// A document with everything in its place.
#[derive(Debug, Clone)]
pub struct Laid {
    /// The document's title.
    pub title: String,
    /// The facility it is of.
    pub facility: String,
    /// All sides of all sheets, blank backs too; the first is a right-hand page.
    pub pages: Vec<Page>,
    /// Characters no font has, once for each thing they stand in.
    pub missing: Vec<Missing>,
    /// Parts and listed headings, for bookmarks.
    pub headings: Vec<Heading>,
    /// Where every anchor lies.
    pub anchors: BTreeMap<String, Place>,
    /// How the sheets are used.
    pub paper: Paper,
    /// What a card to carry had no room for.
    pub cut: Vec<About>,
    /// Whose shelf it lies on, where that is a department's.
    pub shelf: Option<Shelf>,
    /// References nothing answers.
    pub nowhere: Vec<Nowhere>,
}

/// A part or listed heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 0 for a part, then as in the outline.
    pub level: u8,
    /// What it says.
    pub title: String,
    /// Where it lies.
    pub place: Place,
}

/// Places an outline on pages. It is taken apart on the way: of a large plan it is as large as the pages.
///
/// # Errors
/// [`Cancelled`] when whoever watches does not want to go on.
pub fn layout(outline: Outline, progress: &dyn Progress) -> Result<Laid, Cancelled> {
    laid(outline, &mut Setting::default(), progress)
}

/// The same of a document that was laid out before: the lines of texts that are as they were are not broken anew.
///
/// # Errors
/// As [`layout`]; what was kept stays.
pub fn layout_again(outline: Outline, kept: &mut Kept, progress: &dyn Progress) -> Result<Laid, Cancelled> {
    let mut setting = Setting::with(std::mem::take(kept));
    let laid = laid(outline, &mut setting, progress);
    *kept = setting.kept();
    if laid.is_ok() {
        kept.settle();
    }
    laid
}

fn laid(mut outline: Outline, setting: &mut Setting, progress: &dyn Progress) -> Result<Laid, Cancelled> {
    let entries = entries(&outline);
    let all = outline.parts.iter().map(|part| part.blocks.len()).sum();
    let mut watch = Watch::of(progress, Doing::Placing, STRIDE, all);
    let mut parts = std::mem::take(&mut outline.parts);
    snug::set(&mut parts, &entries);
    let mut flow = flowed(parts, outline.paper, &entries, setting, &mut watch)?;

    let label = |(name, place): (&String, &Place)| (name.clone(), flow.pages[place.page].label.clone());
    let labels = Labels::new(flow.places.iter().map(label));
    ink::write(flow.unwritten, &labels, &mut flow.pages);
    let mut counts: Vec<(PartSort, usize)> = Vec::new();
    for page in &flow.pages {
        match counts.iter_mut().find(|(part, _)| *part == page.part) {
            Some((_, count)) => *count += 1,
            None => counts.push((page.part, 1)),
        }
    }
    for page in &mut flow.pages {
        let of = counts.iter().find(|(part, _)| *part == page.part).map_or(0, |(_, count)| *count);
        furniture::furnish(page, of, &outline, setting);
    }

    if outline.paper == Paper::Wide {
        flow.pages = abreast(flow.pages);
        flow.places.values_mut().for_each(|place| place.page /= 2);
    }

    let heading = |entry: Entry| {
        let place = flow.places.get(&entry.anchor)?.clone();
        Some(Heading { level: entry.level, title: entry.title, place })
    };
    let headings = entries.into_iter().filter_map(heading).collect();
    Ok(Laid {
        title: outline.title,
        facility: outline.facility,
        paper: outline.paper,
        shelf: outline.shelf,
        nowhere: outline.nowhere,
        cut: std::mem::take(&mut setting.cut).into_iter().collect(),
        headings,
        pages: flow.pages,
        missing: std::mem::take(&mut setting.missing).into_iter().collect(),
        anchors: flow.places,
    })
}

/// Puts every second page beside the one before it, on one sheet.
fn abreast(pages: Vec<Page>) -> Vec<Page> {
    let mut sheets = Vec::with_capacity(pages.len().div_ceil(2));
    let mut halves = pages.into_iter();
    while let Some(mut sheet) = halves.next() {
        if let Some(right) = halves.next() {
            let moved = |marks: Vec<Mark>| marks.into_iter().map(|mark| mark.moved(PAPER_WIDTH_MM, 0.0));
            sheet.body.extend(moved(right.body));
            sheet.furniture.extend(moved(right.furniture));
            sheet.about.extend(right.about);
            sheet.anchors.extend(right.anchors);
        }
        sheets.push(sheet);
    }
    sheets
}

fn flowed(
    parts: Vec<Part>,
    paper: Paper,
    entries: &[Entry],
    setting: &mut Setting,
    watch: &mut Watch,
) -> Result<Flow, Cancelled> {
    let mut flow = Flow::new(paper);
    for (nth, part) in parts.into_iter().enumerate() {
        flow.begin(part.sort, part.title, part_anchor(nth));
        for (at, piece) in part.blocks.into_iter().enumerate() {
            watch.step()?;
            for step in steps(&piece, block_anchor(nth, at), entries, setting) {
                flow.push(step);
            }
        }
        flow.end();
    }
    Ok(flow)
}

/// A block as steps, with its anchors and what it is about.
fn steps(piece: &Piece, own_anchor: String, entries: &[Entry], setting: &mut Setting) -> Vec<Step> {
    let about: Abouts = piece.about.as_slice().into();
    setting.about = about.clone();
    let mut slabs = match &piece.block {
        Block::Heading { level, runs, .. } => prose::heading(*level, runs, setting),
        Block::Paragraph { runs, style } => prose::paragraph(runs, *style, setting),
        Block::Item { marker, runs, style } => prose::item(marker.as_deref(), runs, *style, setting),
        Block::KeyValues(pairs) => table::key_values(pairs, setting),
        Block::Table(table) => table::table(table, setting),
        Block::Ruled(table, look) => table::ruled(table, *look, setting),
        Block::Boxes(rows) => form::boxes(rows, setting),
        Block::Notice { title, runs } => boxes::notice(title, runs, setting),
        Block::Approvals { titles, date } => boxes::approvals(titles, date, setting),
        Block::Tree(heads) => tree::tree(heads, setting),
        Block::Map(nodes, words) => map::map(nodes, words, setting),
        Block::Tags(list) => tags::tags(list, setting),
        Block::IndexLabels(list) => labels::labels(list, setting),
        Block::Codes(list) => codes::codes(list, setting),
        Block::Wallet(cards) => wallet::wallet(cards, setting),
        Block::Picture(picture) => vec![picture::picture(picture)],
        Block::Contents => contents::contents(entries, setting),
        Block::PageBreak => return vec![Step::Break],
        Block::PageBreakUnlessLittle => return vec![Step::BreakUnlessLittle],
        Block::BackSide => return vec![Step::BackSide],
        Block::FrontSide => return vec![Step::FrontSide],
        Block::Space(lines) => {
            let height = f64::from(*lines) * Type::BODY.line();
            vec![Slab { room: true, ..Slab::new(height, Vec::new()) }]
        }
    };
    if let Some(first) = slabs.first_mut() {
        first.anchors.push(own_anchor);
        first.anchors.extend(piece.anchor.clone());
    }
    slabs.into_iter().map(|slab| Step::Slab(slab.about(&about))).collect()
}
