//! Reading xlsx, cell by cell.

use super::format::Telling;
use super::grid::{Allowance, Area, Grid};
use super::{Cell, Odd, Problem, Sheet, Workbook, archive, format, shown, text_cell};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use std::io::Cursor;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, Problem> {
    archive::check(bytes)?;
    // calamine 0.38 adds up what it finds in cell references without looking
    // for an overflow. A made-up reference must not take the window down.
    std::panic::catch_unwind(|| sheets(bytes)).unwrap_or_else(|_| Err(Problem::Damaged("unreadable".to_owned())))
}

fn sheets(bytes: &[u8]) -> Result<Workbook, Problem> {
    let mut book: Book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut allowance = Allowance::new();
    let mut sheets = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ == SheetType::WorkSheet {
            let hidden = sheet.visible != SheetVisible::Visible;
            sheets.extend(one(&mut book, Grid::new(&sheet.name, hidden, &mut allowance), &sheet.name)?);
        }
    }
    Ok(Workbook { sheets })
}

fn one(book: &mut Book, mut grid: Grid, name: &str) -> Result<Option<Sheet>, Problem> {
    let epoch_1904 = book.has_1904_epoch();
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A dialog or chart under another name.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
        Err(error) => return Err(damaged(error)),
    };
    let code = |style: &Style| style.number_format.as_ref().and_then(|format| format::telling(&format.format_code));
    let formats: Vec<Option<Telling>> = cells.styles().iter().map(code).collect();
    while let Some(record) = cells.next_cell_with_formula_metadata().map_err(damaged)? {
        let (row, column) = record.pos;
        grid.put(row, column, cell(&record.value, record.formula.is_some(), epoch_1904))?;
    }
    drop(cells);
    if formats.iter().any(Option::is_some) {
        put_formatted(book, &mut grid, name, &formats)?;
    }
    let merged = book.merge_cells_by_sheet_name(name).map_err(damaged)?;
    let areas: Vec<Area> = merged.iter().map(|area| Area { start: area.start, end: area.end }).collect();
    grid.merge(&areas)?;
    Ok(Some(grid.done()))
}

/// Puts numbers again whose format says more than they do. A second reading:
/// calamine tells of a cell either its formula or its format.
fn put_formatted(book: &mut Book, grid: &mut Grid, name: &str, formats: &[Option<Telling>]) -> Result<(), Problem> {
    let epoch_1904 = book.has_1904_epoch();
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(damaged)? {
        let (DataRef::Float(number), Some(Some(format))) = (cell.get_value(), formats.get(style)) else {
            continue;
        };
        if let Some(text) = format.shown(*number, epoch_1904) {
            let (row, column) = cell.get_position();
            grid.put(row, column, Cell { text, ..Cell::default() })?;
        }
    }
    Ok(())
}

fn cell(value: &DataRef, formula: bool, epoch_1904: bool) -> Cell {
    let plain = |text: String| Cell { text, ..Cell::default() };
    match value {
        DataRef::Empty if formula => Cell { odd: Some(Odd::FormulaWithoutValue), ..Cell::default() },
        DataRef::Empty => Cell::default(),
        DataRef::SharedString(text) => text_cell(shown::breaks(text)),
        DataRef::String(text) => text_cell(shown::breaks(text)),
        DataRef::Int(number) => plain(number.to_string()),
        DataRef::Float(number) => plain(shown::number(*number)),
        DataRef::Bool(yes) => plain(if *yes { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::DateTime(moment) if moment.is_duration() => plain(shown::duration(moment.as_f64())),
        DataRef::DateTime(moment) => plain(shown::date(moment.as_f64(), epoch_1904)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => plain(shown::iso(text)),
        DataRef::Error(code) => Cell { text: code.to_string(), odd: Some(Odd::ErrorValue), ..Cell::default() },
    }
}

fn damaged(error: XlsxError) -> Problem {
    Problem::Damaged(error.to_string())
}
