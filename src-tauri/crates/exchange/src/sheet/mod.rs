//! Tables in and out of Excel (xlsx), CSV and vCard files.
//!
//! What a file is, is told by its content, never by its name. Reading gives
//! every sheet as lines of cells with the text a person sees ([`read`]);
//! writing gives one table as a workbook or as CSV ([`write_xlsx`],
//! [`write_csv`]), and what was written reads back equal.
//!
//! A file from outside may be broken or hostile: it is refused before it
//! takes much time or memory, and the reason is a [`Problem`] that a person
//! can act on. Deliberately not here: what a column means, formulas (only the
//! value the last program stored is read), colours, and the old binary `.xls`.

mod archive;
mod decode;
mod format;
mod grid;
mod hidden;
mod separated;
mod shown;
mod vcard;
mod workbook;
mod write_csv;
mod write_xlsx;

pub use vcard::write_vcards;
pub use write_csv::write_csv;
pub use write_xlsx::{Unwritable, write_xlsx};

use std::collections::BTreeSet;
use thiserror::Error;

/// Most lines with a value a sheet may have: what the largest plan writes comes in again, with its head and some lines
/// above it. More is no list of a hospital.
pub const MOST_ROWS: u32 = 100_100;
/// Most columns a sheet may have.
pub const MOST_COLUMNS: u32 = 300;
/// Most a file may weigh, in MiB.
const MOST_PACKED_MIB: u32 = 64;
/// Most a file may unpack to, and most its cells may take as read, in MiB.
const MOST_UNPACKED_MIB: u32 = 200;
/// Bytes in a MiB.
const MIB: usize = 1024 * 1024;

/// A spreadsheet as read; at least one sheet has a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// Every sheet of cells, in the order of the file, hidden and empty ones too.
    pub sheets: Vec<Sheet>,
    /// Sheets that could not be read beside those that could: name, and what was in the way.
    pub unread: Vec<(String, String)>,
    /// The encoding of a text that nobody would guess.
    pub encoding: Option<&'static str>,
}

impl Cell {
    /// Whether anything stands in it.
    pub fn is_filled(&self) -> bool {
        !self.text.trim().is_empty() || self.odd.is_some()
    }

    /// Whether it counts: each value once, a merged area by its first cell.
    pub fn is_counted(&self) -> bool {
        self.is_filled() && !self.merged && !self.again
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab; "CSV" for a CSV file.
    pub name: String,
    /// Whether Excel does not show it.
    pub hidden: bool,
    /// `rows[i]` is line `i + 1` as Excel counts. A blank line inside is an
    /// empty list; blank lines at the end, and blank cells at the end of a line, are left out.
    pub rows: Vec<Vec<Cell>>,
    /// Lines Excel does not show (filtered, or hidden by hand), from 1.
    pub hidden_rows: BTreeSet<usize>,
}

/// One cell.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What a person sees: text as typed, with line breaks as LF; `1234567`,
    /// `0.5`, `TRUE`, `2026-06-01`, `2026-06-01 08:30`, `08:30`; zeros and
    /// hyphens that a number has from its format (`00123`) are part of it.
    pub text: String,
    /// Part of a merged area but not its upper left cell, whose text it repeats.
    pub merged: bool,
    /// Why the text may not be what was meant.
    pub odd: Option<Odd>,
    /// Says once more what another cell of its row says, for a list of another sort.
    pub again: bool,
}

/// What is odd about a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// A formula that no program has worked out yet; the text is empty.
    FormulaWithoutValue,
    /// Text that begins like a formula.
    Formula,
    /// An error of Excel's; the text is its code, such as `#N/A`.
    ErrorValue,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// An Excel file that opens only with a password.
    #[error("protected with a password")]
    Password,
    /// An Excel file of another kind: the old `.xls`, or the binary `.xlsb`.
    #[error("an Excel file of a kind that cannot be read; save it as .xlsx")]
    OldExcel,
    /// A spreadsheet of LibreOffice and the like (`.ods`).
    #[error("an OpenDocument spreadsheet; save it as .xlsx")]
    OpenDocument,
    /// Neither xlsx nor text.
    #[error("neither an Excel workbook nor CSV")]
    NotASheet,
    /// Too heavy, packed or unpacked.
    #[error("larger than {limit_mib} MiB")]
    TooLarge {
        /// The limit it broke.
        limit_mib: u32,
    },
    /// More lines with a value than [`MOST_ROWS`].
    #[error("sheet {sheet}: more than {limit} rows")]
    TooManyRows {
        /// Which sheet.
        sheet: String,
        /// The limit.
        limit: u32,
    },
    /// A value to the right of [`MOST_COLUMNS`].
    #[error("sheet {sheet}: more than {limit} columns")]
    TooManyColumns {
        /// Which sheet.
        sheet: String,
        /// The limit.
        limit: u32,
    },
    /// CSV that ends inside quotes.
    #[error("line {line}: a quote is opened and never closed")]
    Quotes {
        /// Where the quote is opened, counted as a text editor does.
        line: u32,
    },
    /// Text in no encoding we know.
    #[error("line {line}: neither UTF-8 nor Shift_JIS")]
    Encoding {
        /// The first line that cannot be read.
        line: u32,
    },
    /// A workbook that breaks off or contradicts itself.
    #[error("damaged: {0}")]
    Damaged(String),
    /// No value in it.
    #[error("empty")]
    Empty,
}

/// A table to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is called; names the sheet.
    pub title: String,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The lines under them.
    pub rows: Vec<Vec<String>>,
}

/// Reads a file: xlsx, or CSV in UTF-8, UTF-16 (with its mark) or Shift_JIS.
///
/// # Errors
/// [`Problem`]: the first thing that stands in the way.
pub fn read(bytes: &[u8]) -> Result<Workbook, Problem> {
    if bytes.len() > MOST_PACKED_MIB as usize * MIB {
        return Err(Problem::TooLarge { limit_mib: MOST_PACKED_MIB });
    }
    let book = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        workbook::read(bytes)?
    } else if bytes.starts_with(&OLE) {
        return Err(ole(bytes));
    } else {
        let mut encoding = None;
        let sheet = match vcard::is_one(bytes) {
            true => vcard::read(bytes)?,
            false => {
                let (text, told) = decode::decode(bytes)?;
                encoding = told;
                if vcard::is_one(text.as_bytes()) { vcard::read(text.as_bytes())? } else { separated::read(&text)? }
            }
        };
        Workbook { sheets: vec![sheet], unread: Vec::new(), encoding }
    };
    if book.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Problem::Empty);
    }
    Ok(book)
}

/// How every file begins that Office wrote before 2007, and every encrypted one since.
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Which of the two it is. Its directory spells names in UTF-16; looking for
/// one needs no reader of the container, which a broken file could lead astray.
fn ole(bytes: &[u8]) -> Problem {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    match bytes.windows(name.len()).any(|window| window == name) {
        true => Problem::Password,
        false => Problem::OldExcel,
    }
}

/// A cell of text. `="0312"` is how people keep a leading zero in Excel, and
/// is taken for what it shows; anything else that begins with `=` is odd.
fn text_cell(text: String) -> Cell {
    if !text.starts_with('=') {
        return Cell { text, ..Cell::default() };
    }
    match text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(shown) if !shown.contains('"') => Cell { text: shown.to_owned(), ..Cell::default() },
        _ => Cell { text, odd: Some(Odd::Formula), ..Cell::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leading_zero_kept_by_a_formula_is_taken_for_what_it_shows() {
        assert_eq!(text_cell("=\"0312345678\"".into()), Cell { text: "0312345678".into(), ..Cell::default() });
        for odd in ["=1+1", "=", "=\"", "=\"a\"&\"b\"", "=HYPERLINK(\"a\")"] {
            let cell = text_cell(odd.into());
            assert_eq!((cell.text.as_str(), cell.odd), (odd, Some(Odd::Formula)));
        }
    }
}
