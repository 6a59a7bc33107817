//! Lengths of time as people say them: 30分, 2時間, 半日, 3日, 2週間, 2か月.
//!
//! Stored in one form, which is also what is shown. A month counts as 30 days: what these lengths
//! are compared with (how long paper lasts, when a system comes back) is never known more closely.

use unicode_normalization::UnicodeNormalization;

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// Units by their names; a longer name stands before one it begins with.
const UNITS: &[(&str, u32)] = &[
    ("時間", HOUR),
    ("日間", DAY),
    ("週間", 7 * DAY),
    ("か月", 30 * DAY),
    ("カ月", 30 * DAY),
    ("ヶ月", 30 * DAY),
    ("ヵ月", 30 * DAY),
    ("ケ月", 30 * DAY),
    ("箇月", 30 * DAY),
    ("分", 1),
    ("日", DAY),
    ("週", 7 * DAY),
    ("月", 30 * DAY),
];

/// The minutes of a length of time; `None` when it cannot be read. A number without its unit cannot:
/// whether minutes or hours were meant, nobody can tell.
pub fn minutes(text: &str) -> Option<u32> {
    let plain: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_end_matches("以内");
    if plain == "半日" {
        return Some(DAY / 2);
    }
    let mut rest = plain;
    let mut total: u32 = 0;
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let count: u32 = rest[..digits].parse().ok()?;
        rest = &rest[digits..];
        let (name, unit) = UNITS.iter().find(|(name, _)| rest.starts_with(name))?;
        rest = &rest[name.len()..];
        total = total.checked_add(count.checked_mul(*unit)?)?;
        if let Some(half) = rest.strip_prefix('半') {
            total = total.checked_add(unit / 2)?;
            rest = half;
        }
    }
    (!plain.is_empty()).then_some(total)
}

/// The one form: days, hours and minutes.
pub fn words(minutes: u32) -> String {
    let parts = [(minutes / DAY, "日"), (minutes % DAY / HOUR, "時間"), (minutes % HOUR, "分")];
    let said: String =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, unit)| format!("{count}{unit}")).collect();
    if said.is_empty() { "0分".to_owned() } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_as_people_say_them_have_one_form() {
        let cases = [
            ("30分", "30分"),
            ("９０分", "1時間30分"),
            ("2時間半", "2時間30分"),
            ("半日", "12時間"),
            ("1日半", "1日12時間"),
            ("３ 日以内", "3日"),
            ("2週間", "14日"),
            ("２か月", "60日"),
            ("2ヶ月", "60日"),
            ("0分", "0分"),
        ];
        for (typed, form) in cases {
            let read = minutes(typed).unwrap_or_else(|| panic!("{typed} is read"));
            assert_eq!(words(read), form, "{typed}");
            assert_eq!(minutes(form), Some(read), "{form} stays");
        }
    }

    #[test]
    fn what_has_no_unit_or_no_number_is_not_guessed_at() {
        for typed in ["", "72", "翌朝まで", "分", "3日くらい", "99999999999日", "4294967295か月"] {
            assert_eq!(minutes(typed), None, "{typed}");
        }
    }
}
