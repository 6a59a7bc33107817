//! A day as people type it.

use super::era::{Era, Position};
use super::{NaiveDate, YEARS, month_end, weekday};
use unicode_normalization::UnicodeNormalization;

/// What somebody typed as a day. Only [`Typed::Day`] is ever stored in another form than typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// A day that exists.
    Day(NaiveDate),
    /// 2月31日: the month has no such day. Its last one.
    PastMonthEnd(NaiveDate),
    /// 13月1日.
    NoSuchMonth,
    /// 平成40年3月31日, common in old contracts: the day it would be.
    EraEnded(NaiveDate),
    /// 令和元年4月1日: the day it would be.
    EraNotBegun(NaiveDate),
    /// Not year, month and day, or a weekday that is not the day's.
    Unreadable,
}

/// `2026-11-22`, `2026/11/22`, `2026年11月22日（日）`, `20261122`, `令和8年11月22日`, `令8.11.22`, `R8.11.22`, `令和元年…`, in
/// letters and figures of any width.
pub fn typed(text: &str) -> Typed {
    let plain = plain(text);
    let (date, named) = match plain.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
        Some((date, named)) => (date, Some(named)),
        None => (plain.as_str(), None),
    };
    let found = read(date).unwrap_or(Typed::Unreadable);
    match (found, named) {
        (Typed::Day(day), Some(named)) if !says(named, weekday(day)) => Typed::Unreadable,
        (found, _) => found,
    }
}

/// The year of `2026`, `令和8`, `R8` or `令和元`; none where the era did not come to that year.
pub fn year(text: &str) -> Option<i32> {
    let plain = plain(text);
    match Era::leading(&plain) {
        Some((era, rest)) => Some(era.year(era_year(rest)?)).filter(|year| era.reaches(*year)),
        None => plain.parse().ok(),
    }
    .filter(|year| YEARS.contains(year))
}

fn read(date: &str) -> Option<Typed> {
    let (era, rest) = Era::leading(date).map_or((None, date), |(era, rest)| (Some(era), rest));
    let whole = eight(rest).filter(|_| era.is_none());
    let (year, month, day) = whole.or_else(|| parts(rest))?;
    let year = match era {
        Some(era) => era.year(era_year(year)?),
        None => year.parse().ok()?,
    };
    if !YEARS.contains(&year) {
        return None;
    }
    let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
    let Some(found) = NaiveDate::from_ymd_opt(year, month, day) else {
        let first = NaiveDate::from_ymd_opt(year, month, 1);
        return Some(first.map_or(Typed::NoSuchMonth, |first| Typed::PastMonthEnd(month_end(first))));
    };
    match era.map_or(Position::Within, |era| era.position(found)) {
        Position::Within => Some(Typed::Day(found)),
        Position::After => Some(Typed::EraEnded(found)),
        Position::Before => Some(Typed::EraNotBegun(found)),
        Position::Unknown => None,
    }
}

/// Year, month and day of eight figures without a sign between them.
fn eight(text: &str) -> Option<(&str, &str, &str)> {
    let figures = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    figures.then(|| (&text[..4], &text[4..6], &text[6..]))
}

fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let mut parts = text.split(['年', '月', '日', '/', '.', '-', '・']).filter(|part| !part.is_empty());
    let found = (parts.next()?, parts.next()?, parts.next()?);
    parts.next().is_none().then_some(found)
}

/// The first year is 元. Four figures are no year of an era.
fn era_year(text: &str) -> Option<i32> {
    let year = if text == "元" { 1 } else { text.parse().ok()? };
    (1..1000).contains(&year).then_some(year)
}

/// Without spaces, in letters of one width; what the hyphen key gives while kana are typed is a hyphen.
fn plain(text: &str) -> String {
    let letters = text.nfkc().filter(|c| !c.is_whitespace());
    letters.map(|c| if "ー−‐–—―".contains(c) { '-' } else { c }).collect()
}

/// 日, 日曜 or 日曜日.
fn says(named: &str, weekday: char) -> bool {
    named.strip_prefix(weekday).is_some_and(|rest| ["", "曜", "曜日"].contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::super::{in_era, long, stored};
    use super::*;
    use chrono::Datelike;

    fn day(value: &str) -> NaiveDate {
        stored(value).expect("a day")
    }

    #[test]
    fn a_day_is_read_however_it_is_spelled() {
        for spelled in [
            "2026-11-22",
            "2026/11/22",
            "2026.11.22",
            "2026年11月22日",
            "20261122",
            "２０２６１１２２",
            "２０２６／１１／２２",
            "２０２６ー１１ー２２",
            "2026−11−22",
            "2026 年 11 月 22 日",
            "2026・11・22",
            "2026年11月22日（日）",
            "2026/11/22(日曜日)",
            "2026-11-22㈰",
            "令和8年11月22日",
            "令和８年１１月２２日",
            "令和08年11月22日",
            "令和8.11.22",
            "㋿8年11月22日",
            "㋿8.11.22",
            "令8.11.22",
            "R8.11.22",
            "R8/11/22",
            "R8-11-22",
            "r8.11.22",
            "Ｒ８．１１．２２",
            "R.8.11.22",
            "R08.11.22",
            "R8年11月22日（日曜）",
        ] {
            assert_eq!(typed(spelled), Typed::Day(day("2026-11-22")), "{spelled}");
        }
        for (spelled, value) in [
            ("2026-1-5", "2026-01-05"),
            ("2028.2.29", "2028-02-29"),
            ("令和元年5月1日", "2019-05-01"),
            ("R元.5.1", "2019-05-01"),
            ("令和1年5月1日", "2019-05-01"),
            ("㍻31年4月30日", "2019-04-30"),
            ("H31.4.30", "2019-04-30"),
            ("平成元年1月8日", "1989-01-08"),
            ("㍼64年1月7日", "1989-01-07"),
            ("昭64.1.7", "1989-01-07"),
            ("昭和元年12月25日", "1926-12-25"),
            ("大正15年12月25日", "1926-12-25"),
            ("㍽元年7月30日", "1912-07-30"),
            ("T1.7.30", "1912-07-30"),
            ("明治45年7月30日", "1912-07-30"),
            ("M6.1.1", "1873-01-01"),
            ("㍾6年1月1日", "1873-01-01"),
        ] {
            assert_eq!(typed(spelled), Typed::Day(day(value)), "{spelled}");
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_told_from_no_date() {
        for (spelled, last) in [
            ("2026年2月31日", "2026-02-28"),
            ("2028-02-30", "2028-02-29"),
            ("2100/2/29", "2100-02-28"),
            ("20260431", "2026-04-30"),
            ("令和8年6月31日", "2026-06-30"),
            ("平成40年2月31日", "2028-02-29"),
            ("2026-11-0", "2026-11-30"),
            ("2026年2月31日（火）", "2026-02-28"),
        ] {
            assert_eq!(typed(spelled), Typed::PastMonthEnd(day(last)), "{spelled}");
        }
        for spelled in ["2026-13-01", "令和8年0月5日", "20261301"] {
            assert_eq!(typed(spelled), Typed::NoSuchMonth, "{spelled}");
        }
        for spelled in [
            "",
            "来年の春",
            "2026年11月",
            "平成40年3月",
            "8.11.22",
            "26-11-22",
            "22.11.2026",
            "2026-11-22-1",
            "12026-11-22",
            "令和0年5月1日",
            "元年5月1日",
            "R4294967295.1.1",
            "R2147483647.1.1",
            "202611222",
            "2026年11月22日（月）",
            "2026年11月22日（祝）",
            "2026年11月22日まで",
            "明治5年12月2日",
            "M1.1.1",
            "令和2026年11月22日",
            "令和20261122",
        ] {
            assert_eq!(typed(spelled), Typed::Unreadable, "{spelled}");
        }
    }

    #[test]
    fn an_era_that_did_not_hold_on_the_day_is_never_converted_in_silence() {
        for (spelled, meant) in [
            ("平成40年3月31日", "2028-03-31"),
            ("H31.5.1", "2019-05-01"),
            ("昭和64年1月8日", "1989-01-08"),
            ("昭和99年12月31日", "2024-12-31"),
            ("大正15年12月26日", "1926-12-26"),
            ("明治45年7月31日", "1912-07-31"),
        ] {
            assert_eq!(typed(spelled), Typed::EraEnded(day(meant)), "{spelled}");
        }
        for (spelled, meant) in [
            ("令和元年4月30日", "2019-04-30"),
            ("平成元年1月7日", "1989-01-07"),
            ("S1.12.24", "1926-12-24"),
            ("大正元年7月29日", "1912-07-29"),
        ] {
            assert_eq!(typed(spelled), Typed::EraNotBegun(day(meant)), "{spelled}");
        }
    }

    #[test]
    fn a_year_is_read_where_its_era_came_to_it() {
        for (spelled, read) in [
            ("2026", Some(2026)),
            ("令和８", Some(2026)),
            ("R元", Some(2019)),
            ("平成31", Some(2019)),
            ("昭和64", Some(1989)),
            ("平成32", None),
            ("令和0", None),
            ("8", None),
            ("春", None),
            ("明治5", None),
        ] {
            assert_eq!(year(spelled), read, "{spelled}");
        }
    }

    #[test]
    fn every_day_of_the_eras_is_read_back_from_each_of_its_names() {
        for day in day("1873-01-01").iter_days().take_while(|day| day.year() <= 2100) {
            let named = in_era(day).expect("an era");
            for spelled in [named, long(day), day.to_string(), day.format("%Y%m%d").to_string()] {
                assert_eq!(typed(&spelled), Typed::Day(day), "{spelled}");
            }
        }
    }
}
