//! Days in cells: as a number where the cell's format shows a day, in words where it does not.

use super::scan::{attribute, elements};
use plan::day::NaiveDate;

/// Which styles of a workbook show days, by their number.
pub(super) fn day_styles(styles: &[u8]) -> Vec<bool> {
    let custom: Vec<(u32, bool)> = elements(styles, "numFmt")
        .filter_map(|tag| {
            Some((attribute(&tag, "numFmtId")?.parse().ok()?, shows_days(&attribute(&tag, "formatCode")?)))
        })
        .collect();
    let inside = super::scan::between(styles, "cellXfs").unwrap_or_default();
    let day = |id: u32| custom.iter().find(|(one, _)| *one == id).map_or_else(|| is_built_in(id), |(_, day)| *day);
    elements(inside, "xf")
        .map(|tag| attribute(&tag, "numFmtId").and_then(|id| id.parse().ok()).is_some_and(day))
        .collect()
}

/// The built-in formats of days, Japanese ones too (ECMA-376 part 1, 18.8.30).
fn is_built_in(id: u32) -> bool {
    matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

fn shows_days(code: &str) -> bool {
    // A number's format, of which one letter is also an era's.
    let code = code.to_ascii_lowercase().replace("general", "").replace("e+", "").replace("e-", "");
    let mut quoted = false;
    let mut bracketed = false;
    let mut skipped = false;
    code.chars().any(|sign| {
        if std::mem::take(&mut skipped) {
            return false;
        }
        match sign {
            '\\' => skipped = true,
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            'd' | 'y' | 'e' | 'g' if !quoted && !bracketed => return true,
            _ => {}
        }
        false
    })
}

/// The number of a day in a workbook that counts from 1900, or from 1904.
pub(super) fn serial(day: NaiveDate, since_1904: bool) -> Option<i64> {
    let first = if since_1904 { NaiveDate::from_ymd_opt(1904, 1, 1) } else { NaiveDate::from_ymd_opt(1899, 12, 30) };
    Some((day - first?).num_days())
}
