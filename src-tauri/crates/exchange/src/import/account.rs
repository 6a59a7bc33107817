//! What becomes of every filled cell of a sheet: it names a column, it is taken, or it is not taken and why. The sum is
//! the number of filled cells, always.

use super::columns::Column;
use super::{Note, Row, Verdict};
use crate::sheet::{Sheet, Workbook};

/// The account of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// Filled cells; of a merged area the first.
    pub cells: usize,
    /// Cells that name columns, and what stands above them (the title, a date).
    pub names: usize,
    /// Cells whose value is in the plan then.
    pub taken: usize,
    /// The rest.
    pub lost: Vec<Lost>,
}

/// Cells that are not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Why: a code of `[notes]` or `[lost]`.
    pub why: &'static str,
    /// The column, where a whole one is left out.
    pub column: String,
    /// How many.
    pub cells: usize,
}

impl Account {
    /// All that are not taken.
    pub fn left(&self) -> usize {
        self.lost.iter().map(|lost| lost.cells).sum()
    }

    fn lose(&mut self, why: &'static str, column: &str, cells: usize) {
        if cells == 0 {
            return;
        }
        match self.lost.iter_mut().find(|lost| lost.why == why && lost.column == column) {
            Some(lost) => lost.cells += cells,
            None => self.lost.push(Lost { why, column: column.to_owned(), cells }),
        }
    }
}

/// Filled cells of a column below the names, in every block.
pub(super) fn in_column(sheet: &Sheet, header: usize, blocks: &[Vec<usize>], at: usize) -> usize {
    let places = blocks.iter().filter_map(|block| block.get(at).copied());
    let of = |place: usize| {
        sheet.rows[header..].iter().filter_map(|row| row.get(place)).filter(|cell| cell.is_counted()).count()
    };
    places.map(of).sum()
}

/// Adds up a sheet.
pub(super) fn of(sheet: &Sheet, header: usize, columns: &[Column], rows: &[Row]) -> Account {
    let counted = |rows: &[Vec<crate::sheet::Cell>]| rows.iter().flatten().filter(|cell| cell.is_counted()).count();
    let mut out = Account {
        cells: counted(&sheet.rows),
        names: counted(&sheet.rows[..header.min(sheet.rows.len())]),
        ..Account::default()
    };
    for row in rows {
        let whole = row.filled;
        let heading = row.notes.first().is_some_and(|note| note.code == "row-heading");
        match row.verdict {
            // What it says stands in the rows below it.
            _ if heading => {
                row.lost.iter().for_each(|(why, cells)| out.lose(why, "", *cells));
                out.taken += whole.saturating_sub(row.lost.iter().map(|(_, cells)| cells).sum());
            }
            Verdict::Skipped | Verdict::Problem if row.lost.is_empty() => {
                out.lose(row.notes.first().map_or("not-taken", |note| note.code), "", whole);
            }
            _ => {
                row.lost.iter().for_each(|(why, cells)| out.lose(why, "", *cells));
                let lost: usize = row.lost.iter().map(|(_, cells)| cells).sum();
                out.taken += whole.saturating_sub(lost);
            }
        }
    }
    // What is left stands in columns that become nothing; rows that are passed over were counted whole.
    let mut left = out.cells.saturating_sub(out.names + out.taken + out.left());
    let passed = rows.iter().filter(|row| row.is_heading() || row.notes.iter().any(|note| note.code == "hidden-left"));
    let passed: std::collections::BTreeSet<usize> = passed.map(|row| row.line).collect();
    let counted_whole = |at: usize| {
        let cells = passed.iter().filter_map(|line| sheet.rows.get(line - 1)?.get(at));
        cells.filter(|cell| cell.is_counted()).count()
    };
    for column in columns.iter().filter(|column| column.target.is_none()) {
        let cells = column.filled.saturating_sub(counted_whole(column.at)).min(left);
        left -= cells;
        out.lose(if column.never { "column-never" } else { "column-unused" }, &column.title, cells);
    }
    out.lose("not-taken", "", left);
    out
}

/// Other sheets of the file: that they are there, and those that could not be read.
pub(super) fn others(book: &Workbook, sheet: usize) -> Vec<Note> {
    let mut out = Vec::new();
    let shown = |at: &usize| *at != sheet && !book.sheets[*at].rows.is_empty();
    let names: Vec<String> =
        (0..book.sheets.len()).filter(shown).map(|at| format!("「{}」", book.sheets[at].name)).collect();
    if !names.is_empty() {
        out.push(Note::new("read-sheet", [book.sheets[sheet].name.clone(), names.concat()]));
    }
    out.extend(book.unread.iter().map(|(name, _)| Note::new("sheet-unread", [name.clone()])));
    out.extend(book.encoding.map(|encoding| Note::new("read-encoding", [encoding.to_owned()])));
    out
}
