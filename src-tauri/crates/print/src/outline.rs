//! What shall be on paper, without a millimetre in it.
//!
//! `compose` makes an [`Outline`] from a plan; `layout` turns it into placed
//! pages. Word export will read the same outline.

use crate::map::{MapNode, MapWords};
use plan::{Id, Kind};

/// A record, or a text of the template, that a piece of paper is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum About {
    /// A record of the plan.
    Record(Kind, Id),
    /// A section by number, an item by number, a first page by id.
    Template(String),
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
}

/// A part of the binder; starts on a right-hand page.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is.
    pub sort: PartSort,
    /// Title: header, tab, bookmark.
    pub title: String,
    /// Said after the title in the contents (which copy has this part); may be empty.
    pub note: String,
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The page label of an anchor; takes the width of `WW-000` whatever it turns out to be,
    /// so resolving never re-breaks a line. Prints `—` when the anchor is not in this document.
    PageRef(String),
}

/// A block.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading; keeps with what follows. Level 1 = chapter (starts its part), 2 = `1.1`, 3 = `1.1.1`, 4 = small;
    /// 5 = the title of a sheet that lies about singly (form, card): large, and listed like 3, because its own list
    /// stands before it.
    Heading {
        /// 1 to 5.
        level: u8,
        /// Text with its number.
        runs: Vec<Run>,
        /// Whether it appears in contents and bookmarks.
        listed: bool,
    },
    /// A paragraph.
    Paragraph {
        /// Text.
        runs: Vec<Run>,
        /// How it looks.
        style: Style,
    },
    /// A list item with a hanging marker.
    Item {
        /// `・`, `1.`, `(1)`; `None` = a drawn tick box.
        marker: Option<String>,
        /// Text.
        runs: Vec<Run>,
        /// How it looks.
        style: Style,
    },
    /// Label left, value right, thin rules between.
    KeyValues(Vec<(String, Vec<Run>)>),
    /// A table.
    Table(Table),
    /// A table to write in by hand: ruled to the half millimetre, rows at least 8 mm.
    Ruled(Table, Look),
    /// Rows of ruled boxes, each with a small label and room to write (forms).
    Boxes(Vec<Vec<BoxCell>>),
    /// A framed box with a title, for what must not be overlooked (要確認).
    Notice {
        /// Bold first line.
        title: String,
        /// Text.
        runs: Vec<Run>,
    },
    /// Approval boxes side by side: title above, room for a seal, date below.
    Approvals {
        /// Titles.
        titles: Vec<String>,
        /// The word for the date line.
        date: String,
    },
    /// A tree of boxes joined by lines, split over pages with references (the contact tree).
    Tree(Vec<TreeNode>),
    /// Boxes in rows joined by lines: what needs what (the map of dependencies).
    Map(Vec<MapNode>, MapWords),
    /// Tags to cut out, two beside each other, on fronts only: a tag has a blank back.
    Tags(Vec<Tag>),
    /// QR codes with the words below each: what it is of, what it says.
    Codes(Vec<(String, String)>),
    /// Cards to carry, 91 × 55 mm when folded; the number of the document at the head of each.
    Wallet(Vec<WalletCard>),
    /// An attached picture, as large as a page allows; turned where that shows more of it.
    Picture(plan::Picture),
    /// The list of parts and listed headings with page references. Filled by `layout`.
    Contents,
    /// Continue on a new page.
    PageBreak,
    /// Continue on the back of the sheet (the next left-hand page); first pages use it.
    BackSide,
    /// Continue on the front of the next sheet (the next right-hand page); what is cut out starts there.
    FrontSide,
    /// Vertical room, in lines of body text.
    Space(u8),
}

/// How large a ruled table speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As any table: forms.
    Form,
    /// 12 pt: action cards, read standing.
    Card,
    /// As a form, the third column 12 pt and bold: telephone numbers.
    Numbers,
}

/// A box of a form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BoxCell {
    /// Small, in the upper left corner.
    pub label: String,
    /// Share of the width.
    pub share: f64,
    /// Height in rows of 8 mm.
    pub lines: u8,
    /// Choices to tick.
    pub ticks: Vec<String>,
    /// At the right end, where something is written before it (kg).
    pub unit: String,
    /// Whether it goes on from the box above: no rule between.
    pub joined: bool,
}

/// A card to carry, folded once: outside and inside, each 91 × 55 mm.
#[derive(Debug, Clone, Default)]
pub struct WalletCard {
    /// Bold first line of the outside.
    pub head: String,
    /// Further lines of the outside.
    pub outside: Vec<Vec<Run>>,
    /// Lines of the inside.
    pub inside: Vec<Vec<Run>>,
    /// What it is about.
    pub about: Vec<About>,
}

/// A tag to cut out and tie to a cable.
#[derive(Debug, Clone, Default)]
pub struct Tag {
    /// What is read from two steps away.
    pub head: String,
    /// Whether it warns: white on black.
    pub warns: bool,
    /// Further lines.
    pub lines: Vec<Vec<Run>>,
    /// What it is about.
    pub about: Vec<About>,
}

/// A box of a tree with the boxes it leads to, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TreeNode {
    /// A name of its own in this tree: references to a part of the tree drawn elsewhere use it.
    pub key: String,
    /// Bold first line.
    pub title: String,
    /// Further lines.
    pub lines: Vec<String>,
    /// What it is about.
    pub about: Vec<About>,
    /// Boxes it leads to.
    pub leads_to: Vec<TreeNode>,
}

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// 10.5 pt on 17 pt.
    #[default]
    Body,
    /// 8.5 pt, grey: sources and remarks.
    Small,
    /// 14 pt, verbs first: first pages and role sheets.
    Large,
    /// 22 pt, the title of a first page or the cover.
    Title,
    /// 19 pt, 27 on A3: read from across the room.
    Poster,
}

/// A table; splits between rows, its head repeats.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Column heads and their share of the width (any sum).
    pub columns: Vec<(String, f64)>,
    /// Rows.
    pub rows: Vec<TableRow>,
    /// Empty ruled rows after them, at least 8 mm high, to write on.
    pub blank_rows: u8,
    /// Whether blank rows stretch to fill the page (sheets to copy).
    pub fill: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub struct TableRow {
    /// One per column. An empty cell stays empty and can be written on.
    pub cells: Vec<Vec<Run>>,
    /// What it is about.
    pub about: Vec<About>,
    /// Where page references to it point.
    pub anchor: Option<String>,
    /// A band across the table (a phase); only the first cell is used.
    pub band: bool,
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
