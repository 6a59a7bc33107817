//! Reading xlsx, cell by cell.

use super::format::Telling;
use super::grid::{Allowance, Area, Grid};
use super::{Cell, Odd, Problem, Sheet, Workbook, archive, format, hidden, shown, text_cell};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use std::io::Cursor;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, Problem> {
    archive::check(bytes)?;
    // calamine 0.38 adds up what it finds in cell references without looking
    // for an overflow. A made-up reference must not take the window down.
    quietly(|| sheets(bytes)).unwrap_or_else(|| Err(Problem::Damaged("unreadable".to_owned())))
}

thread_local! {
    /// Whether a panic of this thread is expected, and nobody has to read of it.
    static QUIET: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Runs what may panic; nothing is printed when it does. Other threads say theirs as before.
fn quietly<T>(work: impl FnOnce() -> T + std::panic::UnwindSafe) -> Option<T> {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                usual(panic);
            }
        }));
    });
    QUIET.set(true);
    let done = std::panic::catch_unwind(work).ok();
    QUIET.set(false);
    done
}

fn sheets(bytes: &[u8]) -> Result<Workbook, Problem> {
    let mut book: Book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut allowance = Allowance::new();
    let (mut sheets, mut unread) = (Vec::new(), Vec::new());
    let hidden = hidden::rows(bytes);
    let mut first = None;
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let invisible = sheet.visible != SheetVisible::Visible;
        // A good sheet beside a bad one is read; what is too large stays refused whole.
        match one(&mut book, Grid::new(&sheet.name, invisible, &mut allowance), &sheet.name) {
            Ok(read) => sheets.extend(
                read.map(|read| Sheet { hidden_rows: hidden.get(&sheet.name).cloned().unwrap_or_default(), ..read }),
            ),
            Err(Problem::Damaged(said)) => {
                first.get_or_insert(Problem::Damaged(said.clone()));
                unread.push((sheet.name.clone(), said));
            }
            Err(other) => return Err(other),
        }
    }
    match first {
        Some(problem) if sheets.is_empty() => Err(problem),
        _ => Ok(Workbook { sheets, unread, encoding: None }),
    }
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
    // An area calamine cannot read (whole columns, E:F) repeats nothing that is missed: its text stands in its first cell.
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
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
