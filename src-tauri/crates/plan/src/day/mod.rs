//! The calendar: what a day is, is called and is counted from.
//!
//! Days are `chrono`'s [`NaiveDate`]; what people type, and eras, are ours, because no crate reads them.
//! A day is stored as `2026-11-22`, whatever was typed. Deliberately not here: today, which the outside
//! knows, and lengths of time ([`crate::span`]), which no calendar bends.

mod count;
mod era;
mod moment;
mod typed;

use chrono::Datelike;
pub use chrono::NaiveDate;
pub use count::{age, days_later, fiscal_year, fiscal_year_end, month_end, months_between, months_later, weekday};
pub use era::{fiscal_era, in_era};
pub use moment::{day_of, millis_of, second_of, stamp, time_of};
pub use typed::{Typed, typed, year};

/// The first and the last year a day may be stored with: four digits, so that order by text is order by time.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=9999;

/// The day a stored value says: exactly `2026-11-22`, and a day that exists.
pub fn stored(value: &str) -> Option<NaiveDate> {
    let day: NaiveDate = value.parse().ok()?;
    // The parser also takes `2026-1-5` and spaces.
    (day.to_string() == value && YEARS.contains(&day.year())).then_some(day)
}

/// `2026年11月22日`.
pub fn long(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}

/// `令和8年11月22日（2026年11月22日）`; before the eras we count, the day alone.
pub fn both(day: NaiveDate) -> String {
    in_era(day).map_or_else(|| long(day), |named| format!("{named}（{}）", long(day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_stored_form_of_a_day_that_exists_is_stored() {
        let day = stored("2028-02-29").expect("a leap day");
        assert_eq!(day.to_string(), "2028-02-29");
        assert_eq!(long(day), "2028年2月29日");
        assert_eq!(both(day), "令和10年2月29日（2028年2月29日）");
        assert_eq!(both(stored("1872-12-31").expect("a day")), "1872年12月31日");
        for value in [
            "2026-02-29",
            "2100-02-29",
            "2026-11-31",
            "2026-13-01",
            "2026-1-5",
            "2026-11-22 ",
            " 2026-11-22",
            "+2026-11-22",
            "0999-01-01",
            "12026-01-01",
            "+12026-01-01",
            "-2026-01-01",
            "20261122",
            "2026/11/22",
            "令和8年11月22日",
            "２０２６-11-22",
            "",
        ] {
            assert_eq!(stored(value), None, "{value:?}");
        }
    }
}
