//! The sheet: A4 portrait, its margins, and the sizes of type. All in mm unless a name says pt.

use crate::outline::Style;

/// Width of the paper.
pub const WIDTH: f64 = 210.0;
/// Height of the paper.
pub const HEIGHT: f64 = 297.0;
/// The edge with the holes of the binder.
pub(crate) const BINDING: f64 = 25.0;
/// The edge opposite the binding: room for a thumb tab.
pub(crate) const OUTER: f64 = 17.5;
/// Where the body begins.
pub(crate) const TOP: f64 = 16.0;
/// Where the body ends.
pub(crate) const BOTTOM: f64 = HEIGHT - 16.5;
/// Width of the body.
pub(crate) const BODY: f64 = WIDTH - BINDING - OUTER;
/// The least height of a row someone writes into by hand.
pub(crate) const WRITING: f64 = 8.0;
/// What forms are ruled to.
pub(crate) const HALF: f64 = 0.5;
/// The one thin rule, in pt.
pub(crate) const RULE_PT: f64 = 0.8;
/// A shade behind black text.
pub(crate) const SHADE: f64 = 0.88;

/// Millimetres of one point.
pub(crate) const PT: f64 = 25.4 / 72.0;

/// A height up to the next whole half millimetre.
pub(crate) fn halved(height: f64) -> f64 {
    // A hair less: what is whole already stays.
    ((height - 1e-6) / HALF).ceil() * HALF
}

/// The left edge of the body on a right-hand or left-hand page.
pub(crate) fn left(right_hand: bool) -> f64 {
    if right_hand { BINDING } else { OUTER }
}

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Type {
    /// Size in pt.
    pub size_pt: f64,
    /// From baseline to baseline, in pt.
    pub leading_pt: f64,
    /// Whether all of it is bold.
    pub bold: bool,
}

impl Type {
    const fn new(size_pt: f64, leading_pt: f64, bold: bool) -> Self {
        Self { size_pt, leading_pt, bold }
    }

    /// Body text.
    pub(crate) const BODY: Self = Self::new(10.5, 17.0, false);
    /// Cells of tables.
    pub(crate) const CELL: Self = Self::new(9.0, 13.0, false);
    /// Heads of tables and bands.
    pub(crate) const HEAD: Self = Self::new(9.0, 13.0, true);

    /// Of a style.
    pub(crate) const fn of(style: Style) -> Self {
        match style {
            Style::Body => Self::BODY,
            Style::Small => Self::new(8.5, 12.5, false),
            Style::Large => Self::new(14.0, 20.0, false),
            Style::Snug => Self::new(12.5, 17.5, false),
            Style::Close => Self::new(11.5, 15.5, false),
            Style::Poster => Self::new(17.0, 25.0, false),
            Style::Act => Self::new(28.5, 37.0, true),
            Style::Title => Self::new(22.0, 30.0, true),
        }
    }

    /// Of a heading.
    pub(crate) const fn heading(level: u8) -> Self {
        match level {
            0 | 1 => Self::new(18.0, 25.0, true),
            2 => Self::new(14.0, 20.0, true),
            5 => Self::new(16.0, 21.0, true),
            3 => Self::new(11.5, 17.0, true),
            _ => Self::new(10.5, 16.0, true),
        }
    }

    /// One em in mm.
    pub(crate) fn em(self) -> f64 {
        self.size_pt * PT
    }

    /// One line in mm.
    pub(crate) fn line(self) -> f64 {
        self.leading_pt * PT
    }
}
