//! Blocks: what pieces of an outline are.

use super::{About, Run, Style};

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
    /// Labels for the edge of a page, letter and title, two beside each other, each printed on both sides of its fold.
    IndexLabels(Vec<(char, String)>),
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
    /// The same, but not behind the last few lines of what did not fit on one page: a page under a third full is paper for
    /// nothing.
    PageBreakUnlessLittle,
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
    /// The first column is the largest: an index, searched by what is seen; nobody writes in it.
    Index,
}

/// A box of a form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BoxCell {
    /// Small, in the upper left corner.
    pub label: String,
    /// Share of the width.
    pub share: f64,
    /// Height in rows of 8 mm.
    pub lines: f64,
    /// Choices to tick.
    pub ticks: Vec<String>,
    /// Which of them are ticked (記入例).
    pub ticked: Vec<String>,
    /// What a hand wrote into it (記入例).
    pub hand: String,
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

/// A system as the map needs it. What it needs is given by position in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct MapNode {
    /// A name of its own: the record's id.
    pub key: String,
    /// Bold first lines, the number before it.
    pub title: String,
    /// Further lines, whole.
    pub lines: Vec<String>,
    /// The name of its wave.
    pub wave: String,
    /// What it needs, as far as nothing else it needs implies it; earlier in the list, each once.
    pub needs: Vec<usize>,
    /// What it needs and is needed by: both come back together.
    pub circle: Vec<usize>,
    /// What it is about.
    pub about: Vec<About>,
}

/// Words the boxes need.
#[derive(Debug, Clone, Default)]
pub struct MapWords {
    /// Before the numbers of what it needs: 要る.
    pub needs: String,
    /// Before the numbers of what it shares a circle with.
    pub circle: String,
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
