//! A value of a cell as the text a person sees.

use calamine::{ExcelDateTime, ExcelDateTimeType};

const SECONDS_PER_DAY: f64 = 86_400.0;
/// The day after 9999-12-31, the last Excel knows.
const END_OF_TIME: f64 = 2_958_466.0;

/// Line breaks as LF.
pub(super) fn breaks(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A number with at most the fifteen digits Excel shows, no ".0" and no separators.
pub(super) fn number(value: f64) -> String {
    let rounded = format!("{value:.14e}").parse().unwrap_or(value);
    // Excel has no negative zero.
    if rounded == 0.0 { "0".to_owned() } else { format!("{rounded}") }
}

/// Days since the epoch as `2026-06-01`, `2026-06-01 08:30` or, within the first day, `08:30`.
pub(super) fn date(days: f64, epoch_1904: bool) -> String {
    // Excel shows only ##### for these.
    if !(0.0..END_OF_TIME).contains(&days) {
        return number(days);
    }
    // To the second first: 08:30 is stored as 0.354166666666667, a little more or less.
    let seconds = (days * SECONDS_PER_DAY).round() as u64;
    let (day, minutes) = (seconds / 86_400, seconds % 86_400 / 60);
    let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    if day == 0 {
        return time;
    }
    let moment = ExcelDateTime::new(day as f64, ExcelDateTimeType::DateTime, epoch_1904);
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if minutes == 0 { date } else { format!("{date} {time}") }
}

/// A length of time in days as hours and minutes: `30:00`.
pub(super) fn duration(days: f64) -> String {
    if !(0.0..END_OF_TIME).contains(&days) {
        return number(days);
    }
    let minutes = (days * SECONDS_PER_DAY).round() as u64 / 60;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A date that the file spells out (`2026-06-01T08:30:00`), in the same form as the others.
pub(super) fn iso(text: &str) -> String {
    let text = text.trim_end_matches('Z');
    let Some((date, time)) = text.split_once('T').filter(|(date, _)| !date.starts_with('P')) else {
        return text.to_owned();
    };
    match time.get(..5) {
        Some("00:00") | None => date.to_owned(),
        Some(time) => format!("{date} {time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_as_in_excel() {
        for (value, text) in [
            (1_234_567.0, "1234567"),
            (0.5, "0.5"),
            (-0.0, "0"),
            (0.1 + 0.2, "0.3"),
            (-12.25, "-12.25"),
            (123_456_789_012_345.0, "123456789012345"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        for (days, text) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            // The day that never was.
            (60.0, "1900-02-29"),
            (61.0, "1900-03-01"),
            (366.0, "1900-12-31"),
            (367.0, "1901-01-01"),
            (36_585.0, "2000-02-29"),
            (46_174.0, "2026-06-01"),
            (46_174.354_166_666_664, "2026-06-01 08:30"),
            (46_173.999_999_999, "2026-06-01"),
            (2_958_465.0, "9999-12-31"),
            (0.354_166_666_666_667, "08:30"),
            (0.0, "00:00"),
            (-1.0, "-1"),
        ] {
            assert_eq!(date(days, false), text);
        }
        assert_eq!(date(44_712.0, true), "2026-06-01");
        assert_eq!(date(1.0, true), "1904-01-02");
        assert_eq!(date(0.5, true), "12:00");
    }

    #[test]
    fn lengths_and_spelled_out_dates_have_one_form() {
        assert_eq!(duration(1.25), "30:00");
        assert_eq!(iso("2026-06-01T08:30:00"), "2026-06-01 08:30");
        assert_eq!(iso("2026-06-01T00:00:00.000Z"), "2026-06-01");
        assert_eq!(iso("2026-06-01"), "2026-06-01");
        assert_eq!(iso("PT8H30M"), "PT8H30M");
    }
}
