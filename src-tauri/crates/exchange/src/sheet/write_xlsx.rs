//! Writing xlsx.

use super::Table;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError, utility,
};
use thiserror::Error;

/// Why a table is no xlsx.
#[derive(Debug, Error)]
pub enum Unwritable {
    /// Excel takes at most 32,767 characters in a cell.
    #[error("line {line}, column {column}: too long for a cell of Excel")]
    TooLong {
        /// As Excel counts: the head is line 1.
        line: u32,
        /// As Excel counts, from 1.
        column: u32,
    },
    /// More than Excel takes otherwise.
    #[error(transparent)]
    Excel(XlsxError),
}

/// The built-in number format "@": text. By its number; spelled out it would become a format of the file's own.
const TEXT: u8 = 49;
/// Narrowest and widest column, in half-width characters.
const NARROWEST: usize = 6;
const WIDEST: usize = 60;
/// Most UTF-16 units in the name of a sheet.
const LONGEST_NAME: usize = 31;

/// A table as a workbook of one sheet. Every cell is text, so that Excel keeps
/// leading zeros and takes nothing for a date or a formula. The same table gives the same bytes.
///
/// # Errors
/// [`Unwritable`], when Excel has no room for it.
pub fn write_xlsx(table: &Table) -> Result<Vec<u8>, Unwritable> {
    let mut book = Workbook::new();
    // Without a date of its own the library puts the present moment.
    let fixed = ExcelDateTime::from_ymd(2000, 1, 1).map_err(Unwritable::Excel)?;
    book.set_properties(&DocProperties::new().set_title(&table.title).set_creation_datetime(&fixed));
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(&table.title)).map_err(Unwritable::Excel)?;
    let text = Format::new().set_num_format_index(TEXT).set_align(FormatAlign::Top).set_text_wrap();
    let bold = text.clone().set_bold();
    line(sheet, 0, &table.head, &bold)?;
    for (index, row) in (1..).zip(&table.rows) {
        line(sheet, index, row, &text)?;
    }
    dress(sheet, table).map_err(Unwritable::Excel)?;
    book.save_to_buffer().map_err(Unwritable::Excel)
}

fn line(sheet: &mut Worksheet, row: u32, values: &[String], format: &Format) -> Result<(), Unwritable> {
    for (column, value) in (0..).zip(values) {
        sheet.write_string_with_format(row, column, value, format).map_err(|error| match error {
            XlsxError::MaxStringLengthExceeded => Unwritable::TooLong { line: row + 1, column: u32::from(column) + 1 },
            other => Unwritable::Excel(other),
        })?;
    }
    Ok(())
}

/// Head frozen and with filters, columns as wide as their text, no green corners at numbers that are text.
fn dress(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let (Some(last_column), last_row) = (table.head.len().checked_sub(1), table.rows.len() as u32) else {
        return Ok(());
    };
    let last_column = u16::try_from(last_column).map_err(|_| XlsxError::RowColumnLimitError)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    for column in 0..=last_column {
        let values = std::iter::once(&table.head).chain(&table.rows).filter_map(|row| row.get(usize::from(column)));
        let widest = values.map(|value| width(value)).max().unwrap_or(0);
        // Two more for the button of the filter.
        sheet.set_column_width(column, (widest + 2).clamp(NARROWEST, WIDEST) as f64)?;
    }
    Ok(())
}

/// The widest line of a text in half-width characters.
fn width(text: &str) -> usize {
    let one = |character: char| match character {
        // Variation selectors have no width of their own.
        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => 0,
        // Half-width kana.
        '\u{FF61}'..='\u{FF9F}' => 1,
        other if other.is_ascii() => 1,
        _ => 2,
    };
    text.lines().map(|line| line.chars().map(one).sum()).max().unwrap_or(0)
}

/// A title as Excel allows it: its seven forbidden signs become their
/// full-width twins, so that 「内線・PHS 4/1 現在」 still reads the same.
fn sheet_name(title: &str) -> String {
    let mut name = String::new();
    for character in title.chars().filter(|character| !character.is_control()) {
        let allowed = match character {
            '[' => '［',
            ']' => '］',
            ':' => '：',
            '*' => '＊',
            '?' => '？',
            '/' => '／',
            '\\' => '＼',
            other => other,
        };
        if name.encode_utf16().count() + allowed.len_utf16() > LONGEST_NAME {
            break;
        }
        name.push(allowed);
    }
    let name = name.trim().trim_matches('\'');
    // Excel keeps these two names for itself.
    let reserved = name.eq_ignore_ascii_case("History") || name == "履歴";
    let name = if reserved { format!("{name}_") } else { name.to_owned() };
    if utility::check_sheet_name(&name).is_ok() { name } else { "Sheet1".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_title_becomes_a_name_excel_takes() {
        assert_eq!(sheet_name("内線・PHS 4/1 現在"), "内線・PHS 4／1 現在");
        assert_eq!(sheet_name("[]:*?/\\"), "［］：＊？／＼");
        assert_eq!(sheet_name("'a'"), "a");
        assert_eq!(sheet_name(" \n"), "Sheet1");
        assert_eq!(sheet_name("履歴"), "履歴_");
        assert_eq!(sheet_name(&"備".repeat(40)), "備".repeat(31));
        // 𠮷 counts two, and is never cut in half.
        assert_eq!(sheet_name(&"𠮷".repeat(40)), "𠮷".repeat(15));
    }

    #[test]
    fn full_width_counts_double() {
        assert_eq!(width("abcｶﾅ"), 5);
        assert_eq!(width("備え\n備"), 4);
        assert_eq!(width("辻󠄀"), 2);
        assert_eq!(width(""), 0);
    }
}
