//! What the screens are told of the contact tree, of words and of packs.

use serde::Serialize;
use ts_rs::TS;

replies! {
    /// The contact tree as the paper draws it; lengths in mm.
    TreePicture {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Width of every sheet.
        width: f64,
        /// Size of the letters.
        letters: f64,
        /// From line to line.
        line: f64,
        /// Sheets in order.
        sheets: Vec<TreeSheet>,
    }
    /// One sheet.
    TreeSheet {
        /// The place it begins with.
        key: String,
        /// 0, or which continuation of the sheet before it is.
        part: u32,
        /// Whether its row goes on, on the next sheet.
        goes_on: bool,
        /// Height.
        height: f64,
        /// Boxes.
        boxes: Vec<TreeBoxView>,
        /// Lines: x1, y1, x2, y2.
        lines: Vec<[f64; 4]>,
    }
    /// A box.
    TreeBoxView {
        /// The place.
        key: String,
        /// Left.
        x: f64,
        /// Top.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Lines of text.
        lines: Vec<TreeLine>,
        /// The sheet that draws what hangs on it, from 1; 0 = this one.
        elsewhere: u32,
    }
    /// A line of text.
    TreeLine {
        /// The text.
        text: String,
        /// Whether it is bold.
        bold: bool,
    }
    /// A word explained.
    TermView {
        /// The word and other ways to write it.
        words: Vec<String>,
        /// What it means.
        text: String,
    }
    /// A pack the plan may be put on.
    PackView {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Which official editions it follows.
        edition: String,
        /// Its hash.
        hash: String,
        /// Whether the plan is on it.
        current: bool,
        /// What it would change.
        changes: Vec<PackChangeView>,
    }
    /// One difference.
    PackChangeView {
        /// item, section, first-page, sheet, entry or term.
        of: String,
        /// added, removed or changed.
        what: String,
        /// Number or id.
        id: String,
        /// Title.
        title: String,
        /// Answers, own texts or rows of the plan that it touches; all are kept.
        touches: u32,
    }
}
