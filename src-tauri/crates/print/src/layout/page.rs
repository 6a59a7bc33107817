//! Placed pages: what stands where. Nothing here knows PDF.

use std::collections::BTreeMap;

use crate::fonts::Face;
use crate::outline::{About, PartSort};

/// One side of a sheet.
#[derive(Debug, Clone)]
pub struct Page {
    /// The kind of its part.
    pub part: PartSort,
    /// The title of its part.
    pub title: String,
    /// Counted from 1 within the part.
    pub number: u32,
    /// `A-1`, `ii`; empty on the cover.
    pub label: String,
    /// Whether it lies right of the binding (odd pages).
    pub right: bool,
    /// Whether it only fills the back of a sheet.
    pub blank: bool,
    /// What the plan says.
    pub body: Vec<Mark>,
    /// Header, footer, thumb tab.
    pub furniture: Vec<Mark>,
    /// Everything it shows, each from where to where it first stands, in mm from the top of the paper.
    pub about: BTreeMap<About, (f32, f32)>,
    /// Names that lead to it, in order; not those that only count blocks.
    pub anchors: Vec<String>,
}

/// Where an anchor lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Index into the pages of the document.
    pub page: usize,
    /// From the top of the paper, in mm.
    pub y_mm: f64,
}

/// Something at a place. Lengths in mm from the upper left corner of the paper; y of text is its baseline.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// One line of text, or a piece of it, in one weight.
    Text {
        /// Left end.
        x_mm: f64,
        /// Baseline.
        y_mm: f64,
        /// `Regular` or `Bold`; characters it lacks come from the fall-back.
        face: Face,
        /// Size.
        size_pt: f64,
        /// 0 is black, 1 is white.
        grey: f64,
        /// The text as typed. Of a large plan there are a million marks: no room for what no text needs.
        text: Box<str>,
        /// Which text it is a piece of, where one was set in several lines; 0 = it stands alone.
        of: u32,
    },
    /// What ink says without letters: a box to tick, room to write, what a line leads to. Not on paper.
    Says {
        /// In place of what is drawn.
        text: String,
        /// Which text it stands in; 0 = it stands alone.
        of: u32,
    },
    /// A straight line.
    Line {
        /// From.
        from_mm: (f64, f64),
        /// To.
        to_mm: (f64, f64),
        /// Thickness.
        width_pt: f64,
        /// 0 is black.
        grey: f64,
        /// Round dots, for leaders.
        dotted: bool,
    },
    /// An upright rectangle.
    Rect {
        /// Upper left corner.
        at_mm: (f64, f64),
        /// Width and height.
        size_mm: (f64, f64),
        /// Grey of the inside.
        fill: Option<f64>,
        /// Thickness of the black outline.
        stroke_pt: Option<f64>,
    },
    /// An attached picture.
    Picture {
        /// Upper left corner of its place.
        at_mm: (f64, f64),
        /// Width and height of its place.
        size_mm: (f64, f64),
        /// Whether its top lies at the left of the place.
        turned: bool,
        /// SHA-256 of its bytes, in hex.
        hash: String,
    },
    /// A place that leads to an anchor of the document. Not on paper.
    Link {
        /// Upper left corner.
        at_mm: (f64, f64),
        /// Width and height.
        size_mm: (f64, f64),
        /// Name of the anchor.
        to: String,
    },
}

impl Mark {
    /// The same further right and down.
    pub fn moved(mut self, dx: f64, dy: f64) -> Self {
        match &mut self {
            Mark::Text { x_mm, y_mm, .. } => {
                *x_mm += dx;
                *y_mm += dy;
            }
            Mark::Line { from_mm, to_mm, .. } => {
                *from_mm = (from_mm.0 + dx, from_mm.1 + dy);
                *to_mm = (to_mm.0 + dx, to_mm.1 + dy);
            }
            Mark::Rect { at_mm, .. } | Mark::Link { at_mm, .. } | Mark::Picture { at_mm, .. } => {
                *at_mm = (at_mm.0 + dx, at_mm.1 + dy);
            }
            Mark::Says { .. } => {}
        }
        self
    }

    /// A thin black rule.
    pub fn rule(from_mm: (f64, f64), to_mm: (f64, f64)) -> Self {
        Mark::Line { from_mm, to_mm, width_pt: crate::measure::a4::RULE_PT, grey: 0.0, dotted: false }
    }
}
