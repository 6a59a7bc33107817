//! A checklist as somebody's own workbook (票): what stands where is found by its structure, answers are read from it,
//! and written back into that very file.
//!
//! Only the touched cells of the one sheet change, with their style; every other part keeps its bytes and its place. What
//! would change more than an answer is refused. Deliberately not here: which list the workbook is, and whose answers.

mod cells;
mod choices;
mod days;
mod fill;
mod heads;
mod number;
mod parts;
mod read;
mod scan;
mod shape;

pub use fill::{Written, fill};
pub use number::Number;
pub use read::{Answered, Left, Why, answers};
pub use shape::{Answer, Line, Round, Shape, shape};

use crate::sheet;
use thiserror::Error;

/// Why a workbook is no form, or a cell of it is not written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// It cannot be read as a workbook.
    #[error(transparent)]
    Sheet(#[from] sheet::Problem),
    /// No sheet of it has numbered items.
    #[error("no numbered items")]
    NoItems,
    /// Items, but no column in which they are answered.
    #[error("no column for answers")]
    NoAnswers,
    /// A signed workbook: any change breaks the signature.
    #[error("signed")]
    Signed,
    /// The sheet is not there any more, or is of another kind.
    #[error("no sheet {0}")]
    NoSheet(String),
    /// The cell holds a formula.
    #[error("{0} holds a formula")]
    Formula(String),
    /// The cell holds something that is no answer.
    #[error("{cell} holds {text}")]
    Taken {
        /// Which cell, as Excel names it.
        cell: String,
        /// What stands there.
        text: String,
    },
    /// The answer is none of those its drop-down offers.
    #[error("{cell} takes only {offered}")]
    NotOffered {
        /// Which cell.
        cell: String,
        /// What was to be written.
        text: String,
        /// What it offers.
        offered: String,
    },
}

/// Whether two titles are the same words: spaces, width and the signs between do not count.
pub fn alike(one: &str, other: &str) -> bool {
    let plain = |text: &str| heads::plain(text).chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
    plain(one) == plain(other)
}

/// The name of a cell as Excel says it: `D5`. Row and column from 0.
pub fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(b'A' + u8::try_from(left % 26).unwrap_or_default());
        left /= 26;
    }
    letters.reverse();
    format!("{}{}", String::from_utf8_lossy(&letters), row + 1)
}

/// The inverse; nothing for what is no cell.
pub(crate) fn cell_at(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column - 1))
}

/// The corners of `A1:B2`, or of one cell twice.
pub(crate) fn range_at(text: &str) -> Option<((u32, u32), (u32, u32))> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    Some((cell_at(from)?, cell_at(to)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_excel_names_them() {
        for (at, name) in [((0, 0), "A1"), ((4, 3), "D5"), ((99, 25), "Z100"), ((0, 26), "AA1"), ((6, 701), "ZZ7")] {
            assert_eq!(cell_name(at.0, at.1), name);
            assert_eq!(cell_at(name), Some(at));
        }
        assert_eq!(cell_at("$D$5"), Some((4, 3)));
        assert_eq!(range_at("$A$1:$A$2"), Some(((0, 0), (1, 0))));
        for none in ["", "5", "D", "D0", "D-1", "ABCD1", "あ1"] {
            assert_eq!(cell_at(none), None, "{none}");
        }
    }
}
