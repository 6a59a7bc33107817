//! What ink says without letters, as signs among the letters of a page. Only the fingerprint of what is said reads them;
//! nothing draws them.
//!
//! They are private characters of Unicode, where 外字 may lie too: a page would have to lose a drawn thing and gain that
//! very 外字 at its place to say the same. Another sign for a thing is another [`METHOD`](super::METHOD).

/// A box to tick.
pub(super) const TICK: &str = "\u{E000}";
/// The same, ticked.
pub(super) const TICKED: &str = "\u{E009}";
/// An em of room to write.
pub(super) const BLANK: &str = "\u{E001}";
/// Before and behind a word in a box.
pub(super) const BOXED: [&str; 2] = ["\u{E002}", "\u{E003}"];
/// Before and behind what is bold among what is not.
pub(super) const EMPHASISED: &str = "\u{E004}";
/// A cell of a table that holds something, and one that does not: a value in another column is another value.
pub(super) const FILLED: char = '\u{E005}';
pub(super) const EMPTY: char = '\u{E006}';
/// Empty rows fill the rest of the page.
pub(super) const FILLS: char = '\u{E007}';
/// A box of a form.
pub(super) const BOX: char = '\u{E008}';
/// The row of a map in which a box stands: its wave follows. No table has such a text, so it shares a sign with cells.
pub(super) const WAVE: char = FILLED;
