//! What shall be on paper, without a millimetre in it.
//!
//! `compose` makes an [`Outline`] from a plan; `layout` turns it into placed
//! pages. Word export will read the same outline.

mod block;
mod refer;
mod said;

pub use block::*;
use plan::{Id, Kind};
pub use refer::Nowhere;
pub(crate) use said::texts_of;

/// A record, or a text of the template, that a piece of paper is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum About {
    /// A record of the plan.
    Record(Kind, Id),
    /// A section by number, an item by number, a first page by id.
    Template(String),
}

impl About {
    /// A text of the template, for what is about nothing else.
    pub fn template(id: &str) -> Vec<Self> {
        vec![About::Template(id.to_owned())]
    }
}

impl std::fmt::Display for About {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            About::Record(kind, id) => write!(f, "{}/{id}", kind.noun()),
            About::Template(id) => write!(f, "template/{id}"),
        }
    }
}

/// A whole document.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// Document title (metadata and viewer window).
    pub title: String,
    /// Facility name, in every header.
    pub facility: String,
    /// Parts in order.
    pub parts: Vec<Part>,
    /// Words the furniture needs.
    pub furniture: Furniture,
    /// How the sheets are used.
    pub paper: Paper,
    /// Whose shelf it lies on, where that is a department's.
    pub shelf: Option<Shelf>,
    /// References nothing answers.
    pub nowhere: Vec<Nowhere>,
}

/// The shelf a ward's book lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// Of any department: the common part.
    Any,
    /// Of one.
    Of(Id),
}

/// How the sheets of a document are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// A4, both sides, bound: parts begin on a right-hand page.
    #[default]
    Bound,
    /// A4, fronts only: forms to copy, cards to hand out.
    Single,
    /// A4 enlarged to A3, fronts only: posters.
    Poster,
    /// Two A4 pages abreast on A3, fronts only: forms for several days.
    Wide,
}

/// What stands at head and foot of every page besides facility, part and page.
#[derive(Debug, Clone, Default)]
pub struct Furniture {
    /// Edition, or 未発行.
    pub edition: String,
    /// 「印刷日 2026-11-22」, ready to print.
    pub printed_on: String,
    /// 本部用 / 部署用.
    pub copy: String,
    /// What the foot of a page says where the page has certain words: the words, and what must not be missing beside them.
    pub beside: Vec<(String, String)>,
}

/// A part of the binder; starts on a right-hand page.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is.
    pub sort: PartSort,
    /// Title: header, tab, bookmark.
    pub title: String,
    /// Its contents.
    pub blocks: Vec<Piece>,
}

/// Kinds of part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartSort {
    /// Unnumbered, without header and footer.
    Cover,
    /// The contents; its pages are i, ii, iii …
    Contents,
    /// A lettered part: pages `A-1`, `A-2` …
    Lettered(char),
}

/// A block and what it is about.
#[derive(Debug, Clone)]
pub struct Piece {
    /// The block.
    pub block: Block,
    /// Records and template texts it shows: for the preview and for findings.
    pub about: Vec<About>,
    /// Where page references to it point.
    pub anchor: Option<String>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Run {
    /// Plain text. `\n` breaks the line.
    Text(String),
    /// Bold text.
    Bold(String),
    /// Text no line break divides (a telephone number), as long as a line can hold it.
    Keep(String),
    /// A ruled blank of this many em, to write on.
    Blank(u8),
    /// A small boxed word (案).
    Badge(String),
    /// A drawn box to tick.
    Tick,
    /// The same, ticked (記入例).
    Ticked,
    /// The page label of an anchor; takes the width of `WW-000` whatever it turns out to be,
    /// so resolving never re-breaks a line. Prints `—` when the anchor is not in this document.
    PageRef(String),
}

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// 10.5 pt on 17 pt.
    #[default]
    Body,
    /// 8.5 pt: sources and remarks.
    Small,
    /// 14 pt, verbs first: first pages and role sheets.
    Large,
    /// 12.5 pt and 11.5 pt: a first page that would else break over (`layout::snug`).
    Snug,
    /// See [`Style::Snug`].
    Close,
    /// 22 pt, the title of a first page or the cover.
    Title,
    /// 17 pt, 24 on A3: how, under an act of a poster.
    Poster,
    /// 28.5 pt, 40 on A3: an act of a poster, one verb, read from across the room.
    Act,
}

impl Piece {
    /// A block about nothing in particular.
    pub fn plain(block: Block) -> Self {
        Self { block, about: Vec::new(), anchor: None }
    }
}

impl From<&str> for Run {
    fn from(text: &str) -> Self {
        Run::Text(text.to_owned())
    }
}

impl From<String> for Run {
    fn from(text: String) -> Self {
        Run::Text(text)
    }
}
