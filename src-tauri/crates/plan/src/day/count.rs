//! Counting in the calendar: months, ages, deadlines, fiscal years, weekdays.

use super::NaiveDate;
use chrono::{Datelike, Days, Months};

/// Months by the sheets of a calendar: from 31 March to 1 April it is one. Negative backwards.
pub fn months_between(from: NaiveDate, to: NaiveDate) -> i32 {
    (to.year() - from.year()) * 12 + to.month0() as i32 - from.month0() as i32
}

/// Full years since a day; none before it. Who was born on 29 February grows older on 1 March.
pub fn age(since: NaiveDate, on: NaiveDate) -> Option<u32> {
    on.years_since(since)
}

/// The day so many days later; none beyond the end of the calendar.
pub fn days_later(day: NaiveDate, days: u32) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::from(days)))
}

/// The same day so many months later, or the last of that month: 31 January and one month is the end of February.
pub fn months_later(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months))
}

/// The last day of the day's month.
pub fn month_end(day: NaiveDate) -> NaiveDate {
    day.with_day(u32::from(day.num_days_in_month())).unwrap_or(day)
}

/// The year in whose April the day's fiscal year (年度) began.
pub fn fiscal_year(day: NaiveDate) -> i32 {
    day.year() - i32::from(day.month() < 4)
}

/// The last day of a fiscal year: 31 March of the next year.
pub fn fiscal_year_end(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.checked_add(1)?, 3, 31)
}

/// 日 to 土.
pub fn weekday(day: NaiveDate) -> char {
    ['日', '月', '火', '水', '木', '金', '土'][day.weekday().num_days_from_sunday() as usize]
}

#[cfg(test)]
mod tests {
    use super::super::stored;
    use super::*;

    fn day(value: &str) -> NaiveDate {
        stored(value).expect("a day")
    }

    #[test]
    fn months_are_counted_by_the_sheet() {
        for (from, to, months) in [
            ("2026-03-31", "2026-04-01", 1),
            ("2026-03-01", "2026-03-31", 0),
            ("2025-12-31", "2026-01-01", 1),
            ("2026-01-01", "2025-12-31", -1),
            ("2019-04-30", "2026-11-22", 91),
        ] {
            assert_eq!(months_between(day(from), day(to)), months, "{from} {to}");
        }
    }

    #[test]
    fn an_age_changes_on_its_day() {
        for (since, on, years) in [
            ("2000-11-22", "2026-11-21", Some(25)),
            ("2000-11-22", "2026-11-22", Some(26)),
            ("2000-02-29", "2001-02-28", Some(0)),
            ("2000-02-29", "2001-03-01", Some(1)),
            ("2000-02-29", "2004-02-29", Some(4)),
            ("2026-11-22", "2026-11-21", None),
        ] {
            assert_eq!(age(day(since), day(on)), years, "{since} {on}");
        }
    }

    #[test]
    fn a_deadline_keeps_to_the_month() {
        assert_eq!(days_later(day("2028-02-28"), 2), Some(day("2028-03-01")));
        assert_eq!(days_later(day("2026-12-31"), 1), Some(day("2027-01-01")));
        for (from, months, to) in [
            ("2026-01-31", 1, "2026-02-28"),
            ("2028-01-31", 1, "2028-02-29"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2026-11-22", 12, "2027-11-22"),
        ] {
            assert_eq!(months_later(day(from), months), Some(day(to)), "{from} {months}");
        }
        assert_eq!((days_later(day("2026-11-22"), u32::MAX), months_later(day("2026-11-22"), u32::MAX)), (None, None));
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        for (one, last) in [
            ("2026-02-01", "2026-02-28"),
            ("2028-02-29", "2028-02-29"),
            ("2000-02-03", "2000-02-29"),
            ("2100-02-03", "2100-02-28"),
            ("2026-04-30", "2026-04-30"),
            ("2026-12-05", "2026-12-31"),
        ] {
            assert_eq!(month_end(day(one)), day(last));
        }
    }

    #[test]
    fn a_fiscal_year_begins_in_april() {
        assert_eq!(fiscal_year(day("2026-03-31")), 2025);
        assert_eq!(fiscal_year(day("2026-04-01")), 2026);
        assert_eq!(fiscal_year(day("2026-12-31")), 2026);
        assert_eq!(fiscal_year_end(2026), Some(day("2027-03-31")));
        assert_eq!(fiscal_year_end(i32::MAX), None);
    }

    #[test]
    fn a_week_goes_from_sunday_to_saturday() {
        // From printed calendars.
        for (value, name) in [
            ("1873-01-01", '水'),
            ("1926-12-25", '土'),
            ("1945-08-15", '水'),
            ("1964-10-10", '土'),
            ("1989-01-08", '日'),
            ("2000-01-01", '土'),
            ("2011-03-11", '金'),
            ("2019-05-01", '水'),
            ("2024-02-29", '木'),
            ("2026-11-22", '日'),
            ("2026-11-24", '火'),
            ("2100-03-01", '月'),
        ] {
            assert_eq!(weekday(day(value)), name, "{value}");
        }
    }
}
