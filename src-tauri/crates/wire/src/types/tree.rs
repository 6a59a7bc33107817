//! The contact tree as it is drawn.

types! {
    /// The contact tree as the paper draws it; lengths in mm.
    reply TreePicture {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Width of every panel.
        width: f64,
        /// Size of the letters.
        letters: f64,
        /// From line to line.
        line: f64,
        /// Panels in order.
        panels: Vec<TreePanel>,
    }
    /// One panel.
    reply TreePanel {
        /// The place it begins with.
        key: String,
        /// 0, or which continuation of the panel before it is.
        part: u32,
        /// Whether its row goes on, on the next panel.
        goes_on: bool,
        /// Height.
        height: f64,
        /// Boxes.
        boxes: Vec<TreeBoxView>,
        /// Lines: x1, y1, x2, y2.
        lines: Vec<[f64; 4]>,
    }
    /// A box.
    reply TreeBoxView {
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
        /// The panel that draws what hangs on it, from 1; 0 = this one.
        elsewhere: u32,
    }
    /// A line of text.
    reply TreeLine {
        /// The text.
        text: String,
        /// Whether it is bold.
        bold: bool,
    }
}
