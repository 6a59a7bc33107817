//! Cells on their way into a sheet, counted while they come.

use std::collections::BTreeSet;

use super::{Cell, MIB, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED_MIB, Problem, Sheet};

/// As many lines as Excel has.
const EXCEL_ROWS: u32 = 1_048_576;

/// What the cells of one file may still take, in bytes. A few kilobytes of
/// XML can name the same long text, or the last line of Excel, very often.
pub(super) struct Allowance(usize);

impl Allowance {
    pub(super) fn new() -> Self {
        Self(MOST_UNPACKED_MIB as usize * MIB)
    }

    fn take(&mut self, bytes: usize) -> Result<(), Problem> {
        self.0 = self.0.checked_sub(bytes).ok_or(Problem::TooLarge { limit_mib: MOST_UNPACKED_MIB })?;
        Ok(())
    }
}

/// A rectangle of cells, counted from zero, ends included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    /// Row and column of the upper left cell.
    pub(super) start: (u32, u32),
    /// Row and column of the lower right cell.
    pub(super) end: (u32, u32),
}

/// A sheet being filled.
pub(super) struct Grid<'a> {
    sheet: Sheet,
    /// Lines with a value so far.
    used: u32,
    allowance: &'a mut Allowance,
}

impl<'a> Grid<'a> {
    pub(super) fn new(name: &str, hidden: bool, allowance: &'a mut Allowance) -> Self {
        let sheet = Sheet { name: name.to_owned(), hidden, rows: Vec::new(), hidden_rows: BTreeSet::new() };
        Self { sheet, used: 0, allowance }
    }

    /// Puts a cell at a line and column counted from zero; a blank one leaves no trace.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Problem> {
        if cell.text.is_empty() && cell.odd.is_none() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(Problem::TooManyColumns { sheet: self.sheet.name.clone(), limit: MOST_COLUMNS });
        }
        let index = row as usize;
        let rows = &mut self.sheet.rows;
        let fresh = rows.get(index).is_none_or(Vec::is_empty);
        self.used += u32::from(fresh);
        if row >= EXCEL_ROWS || self.used > MOST_ROWS {
            return Err(Problem::TooManyRows { sheet: self.sheet.name.clone(), limit: MOST_ROWS });
        }
        if rows.len() <= index {
            self.allowance.take((index + 1 - rows.len()) * size_of::<Vec<Cell>>())?;
            rows.resize_with(index + 1, Vec::new);
        }
        let (line, column) = (&mut rows[index], column as usize);
        if line.len() <= column {
            self.allowance.take((column + 1 - line.len()) * size_of::<Cell>())?;
            line.resize_with(column + 1, Cell::default);
        }
        self.allowance.take(cell.text.len())?;
        line[column] = cell;
        Ok(())
    }

    /// Repeats the upper left cell of each merged area in all of it, as far as
    /// the sheet is used: a title may be merged over more columns than the table has.
    pub(super) fn merge(&mut self, areas: &[Area]) -> Result<(), Problem> {
        let lines = self.sheet.rows.len() as u32;
        let columns = self.sheet.rows.iter().map(Vec::len).max().unwrap_or(0) as u32;
        // Excel never lets merged areas overlap; if they do, filling could take for ever.
        let mut room = u64::from(lines) * u64::from(columns);
        for Area { start, end } in areas.iter().copied() {
            let end = (end.0.min(lines.saturating_sub(1)), end.1.min(columns.saturating_sub(1)));
            if start.0 > end.0 || start.1 > end.1 {
                continue;
            }
            let size = u64::from(end.0 - start.0 + 1) * u64::from(end.1 - start.1 + 1);
            room =
                room.checked_sub(size).ok_or_else(|| Problem::Damaged(format!("{}: merged twice", self.sheet.name)))?;
            let first = self.sheet.rows[start.0 as usize].get(start.1 as usize).cloned().unwrap_or_default();
            for row in start.0..=end.0 {
                for column in start.1..=end.1 {
                    if (row, column) != start {
                        self.put(row, column, Cell { merged: true, ..first.clone() })?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The sheet.
    pub(super) fn done(self) -> Sheet {
        self.sheet
    }
}
