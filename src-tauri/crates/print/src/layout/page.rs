//! Placed pages: what stands where. Nothing here knows PDF.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

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
    /// Everything it shows.
    pub about: BTreeSet<About>,
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
        /// The text as typed.
        text: String,
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

impl Page {
    /// Of body, label and side, in hexadecimal. Furniture does not count: a new date is no new page;
    /// nor do links, which are not on paper.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.label.as_bytes());
        hash.update([0, u8::from(self.right), u8::from(self.blank)]);
        self.feed(hash)
    }

    /// Of the body alone, in hexadecimal: for sheets that lie about singly, wherever they stood when they were printed.
    pub fn body_fingerprint(&self) -> String {
        self.feed(Sha256::new())
    }

    fn feed(&self, mut hash: Sha256) -> String {
        for mark in &self.body {
            mark.feed(&mut hash);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
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
        }
        self
    }

    /// A thin black rule.
    pub fn rule(from_mm: (f64, f64), to_mm: (f64, f64)) -> Self {
        Mark::Line { from_mm, to_mm, width_pt: super::sheet::RULE_PT, grey: 0.0, dotted: false }
    }

    fn feed(&self, hash: &mut Sha256) {
        // Thousandths of a millimetre: finer differences are noise of floating point.
        let mut number = |value: f64| hash.update(((value * 1000.0).round() as i64).to_le_bytes());
        match self {
            Mark::Text { x_mm, y_mm, face, size_pt, grey, text } => {
                for value in [1.0, *x_mm, *y_mm, *size_pt, *grey, f64::from(*face as u8), text.len() as f64] {
                    number(value);
                }
                hash.update(text.as_bytes());
            }
            Mark::Line { from_mm, to_mm, width_pt, grey, dotted } => {
                let dotted = f64::from(u8::from(*dotted));
                for value in [2.0, from_mm.0, from_mm.1, to_mm.0, to_mm.1, *width_pt, *grey, dotted] {
                    number(value);
                }
            }
            Mark::Rect { at_mm, size_mm, fill, stroke_pt } => {
                let (fill, stroke) = (fill.unwrap_or(-1.0), stroke_pt.unwrap_or(-1.0));
                for value in [3.0, at_mm.0, at_mm.1, size_mm.0, size_mm.1, fill, stroke] {
                    number(value);
                }
            }
            Mark::Picture { at_mm, size_mm, turned, hash: name } => {
                for value in [4.0, at_mm.0, at_mm.1, size_mm.0, size_mm.1, f64::from(u8::from(*turned))] {
                    number(value);
                }
                hash.update(name.as_bytes());
            }
            Mark::Link { .. } => {}
        }
    }
}
