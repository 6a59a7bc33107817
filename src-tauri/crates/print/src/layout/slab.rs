//! Slabs: horizontal slices no page break divides, with the rules for the breaks between them.

use std::rc::Rc;

use crate::measure::Abouts;
use crate::measure::a4::{BODY, RULE_PT, WRITING};

use super::ink::Ink;
use super::page::Mark;

/// What pages are made of, in order.
pub(super) enum Step {
    /// A slice.
    Slab(Slab),
    /// The rest goes on a new page.
    Break,
    /// The same, unless the page is the little that a full one left over: then the rest goes below it.
    BreakUnlessLittle,
    /// The rest goes on the back of this sheet.
    BackSide,
    /// The rest goes on the front of the next sheet.
    FrontSide,
}

/// A slice. Marks in mm from its upper left corner at the left edge of the body.
#[derive(Clone, Default)]
pub(super) struct Slab {
    /// Its height.
    pub(super) height: f64,
    /// Room above it, unless it begins a page; the larger of this and the room below the last counts.
    pub(super) before: f64,
    /// Room below it.
    pub(super) after: f64,
    /// No page ends after it.
    pub(super) with_next: bool,
    /// What it draws.
    pub(super) marks: Ink,
    /// Names that lead to it.
    pub(super) anchors: Vec<String>,
    /// What it is about.
    pub(super) about: Vec<Abouts>,
    /// The table or box it is part of.
    pub(super) frame: Option<Rc<Frame>>,
    /// Whether it is the first of its frame: then nothing is repeated above it.
    pub(super) opens: bool,
    /// An empty row that grows when the page has room left: the edges of its columns.
    pub(super) grows: Option<Vec<f64>>,
    /// Only on the front of a sheet: it is cut out, and its back stays blank.
    pub(super) front_only: bool,
    /// Mere room, dropped at the top of a page.
    pub(super) room: bool,
}

/// A table or box that may continue on the next page.
pub(super) struct Frame {
    /// Drawn again on each further page.
    pub(super) head: Option<Slab>,
    /// Thickness of the rule that closes a page and opens the next.
    pub(super) rule_pt: f64,
}

impl Slab {
    /// A slice of a height that draws these marks.
    pub(super) fn new(height: f64, marks: impl Into<Ink>) -> Self {
        Self { height, marks: marks.into(), ..Self::default() }
    }

    /// The same, about this too.
    pub(super) fn about(mut self, about: &Abouts) -> Self {
        if !about.is_empty() {
            self.about.push(about.clone());
        }
        self
    }
}

impl Frame {
    /// A rule across the body at a height.
    pub(super) fn rule(&self, y: f64) -> Mark {
        Mark::Line { from_mm: (0.0, y), to_mm: (BODY, y), width_pt: self.rule_pt, grey: 0.0, dotted: false }
    }
}

/// Forbids a page to end after the first slab or before the last:
/// no line of a paragraph stands alone.
pub(super) fn keep_company(slabs: &mut [Slab]) {
    if let [first, .., before_last, _] = slabs {
        first.with_next = true;
        before_last.with_next = true;
    } else if let [first, _] = slabs {
        first.with_next = true;
    }
}

/// An empty ruled row: verticals at the edges and the rule below.
pub(super) fn empty_row(edges: &[f64], height: f64) -> Slab {
    let mut marks: Vec<Mark> = edges.iter().map(|&x| Mark::rule((x, 0.0), (x, height))).collect();
    marks.push(Mark::rule((0.0, height), (BODY, height)));
    Slab::new(height, marks)
}

/// The least an empty row measures.
pub(super) const EMPTY_ROW: f64 = WRITING;
/// The frame of a table.
pub(super) const TABLE_RULE_PT: f64 = RULE_PT;
