//! Eras: from which day to which, and what a day is called in them.

use super::NaiveDate;
use chrono::Datelike;

/// One era. Where two share a day (1912-07-30, 1926-12-25), it is a day of both.
pub(super) struct Era {
    name: &'static str,
    letter: char,
    /// The year before its first.
    zero: i32,
    first: NaiveDate,
    last: NaiveDate,
}

/// Newest first. Before 明治6年 people counted by the moon: such a date is not read, because ours would be another day.
const ERAS: [Era; 5] = [
    era("令和", 'R', 2018, day(2019, 5, 1), NaiveDate::MAX),
    era("平成", 'H', 1988, day(1989, 1, 8), day(2019, 4, 30)),
    era("昭和", 'S', 1925, day(1926, 12, 25), day(1989, 1, 7)),
    era("大正", 'T', 1911, day(1912, 7, 30), day(1926, 12, 25)),
    era("明治", 'M', 1867, day(1873, 1, 1), day(1912, 7, 30)),
];

const fn era(name: &'static str, letter: char, zero: i32, first: NaiveDate, last: NaiveDate) -> Era {
    Era { name, letter, zero, first, last }
}

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of history")
}

/// Where a day stands to an era.
pub(super) enum Position {
    /// In it.
    Within,
    /// The era had ended.
    After,
    /// The era had not begun, but an earlier one had.
    Before,
    /// No era of ours had begun.
    Unknown,
}

impl Era {
    /// The era a text begins with, by name (令和), by its first letter (令, R); and the rest.
    pub(super) fn leading(text: &str) -> Option<(&'static Self, &str)> {
        ERAS.iter().find_map(|era| {
            let short = era.name.chars().next()?;
            let rest = text.strip_prefix(era.name).or_else(|| text.strip_prefix(short));
            Some((era, rest.or_else(|| text.strip_prefix([era.letter, era.letter.to_ascii_lowercase()]))?))
        })
    }

    /// The year in which the era's year lies, whether it came to that or not.
    pub(super) fn year(&self, year: i32) -> i32 {
        self.zero + year
    }

    /// Whether the era had days in that year.
    pub(super) fn reaches(&self, year: i32) -> bool {
        (self.first.year()..=self.last.year()).contains(&year)
    }

    pub(super) fn position(&self, day: NaiveDate) -> Position {
        if day > self.last {
            Position::After
        } else if day >= self.first {
            Position::Within
        } else if in_era(day).is_some() {
            Position::Before
        } else {
            Position::Unknown
        }
    }
}

/// `令和元年5月1日`; none before 明治6年. A day of two eras is called after the later one.
pub fn in_era(day: NaiveDate) -> Option<String> {
    let era = ERAS.iter().find(|era| era.first <= day)?;
    let year = match day.year() - era.zero {
        1 => "元".to_owned(),
        year => year.to_string(),
    };
    Some(format!("{}{year}年{}月{}日", era.name, day.month(), day.day()))
}

/// `令和7年度`; a fiscal year is called after the era at the end of its calendar year.
pub fn fiscal_era(year: i32) -> Option<String> {
    let named = in_era(NaiveDate::from_ymd_opt(year, 12, 31)?)?;
    Some(format!("{}年度", named.split('年').next()?))
}

#[cfg(test)]
mod tests {
    use super::super::stored;
    use super::*;

    #[test]
    fn every_era_begins_and_ends_on_its_day() {
        for (value, named) in [
            ("1873-01-01", "明治6年1月1日"),
            ("1912-07-29", "明治45年7月29日"),
            ("1912-07-30", "大正元年7月30日"),
            ("1926-12-24", "大正15年12月24日"),
            ("1926-12-25", "昭和元年12月25日"),
            ("1989-01-07", "昭和64年1月7日"),
            ("1989-01-08", "平成元年1月8日"),
            ("2019-04-30", "平成31年4月30日"),
            ("2019-05-01", "令和元年5月1日"),
            ("2100-12-31", "令和82年12月31日"),
        ] {
            assert_eq!(in_era(stored(value).expect("a day")).as_deref(), Some(named));
        }
        assert_eq!(in_era(day(1872, 12, 31)), None, "明治5年 was counted by the moon");
    }
}
