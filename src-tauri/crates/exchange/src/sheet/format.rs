//! Number formats with which a person sees more than the number.
//!
//! Someone who types 00123 into Excel gets 123, and puts the zeros back with
//! the format `00000`; a telephone number gets the format
//! `[<=99999999]####\-####;\(00\)\ ####\-####`. To these people the zeros and
//! hyphens are part of the value. And a year of an era alone (`ggge"年"`) is
//! a date, which calamine takes for a number.

use super::shown;
use std::iter::Peekable;
use std::str::Chars;

/// A format that changes what a whole number says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Telling {
    /// Digits with signs before or between them; each part says up to which value it holds.
    Digits(Vec<Part>),
    /// A day.
    Day,
}

/// One of the parts of a format that `;` separates.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    /// For smaller or equal values; without, for all that are left.
    until: Option<f64>,
    /// Empty when the part says nothing about digits.
    signs: Vec<Sign>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Sign {
    /// `0`: a digit, or a zero where there is none.
    Zero,
    /// `#`: a digit, or nothing.
    Digit,
    Literal(char),
}

/// What a format code tells beyond the number; nothing for the most.
pub(super) fn telling(code: &str) -> Option<Telling> {
    if is_era_or_weekday(code) {
        return Some(Telling::Day);
    }
    let mut parts = Vec::new();
    let mut rest = code.chars().peekable();
    while rest.peek().is_some() {
        parts.push(part(&mut rest)?);
    }
    parts.iter().any(|part| !part.signs.is_empty()).then_some(Telling::Digits(parts))
}

impl Telling {
    /// The value as a person sees it; nothing when the plain number is right.
    pub(super) fn shown(&self, value: f64, epoch_1904: bool) -> Option<String> {
        let parts = match self {
            Self::Day => return Some(shown::date(value, epoch_1904)),
            Self::Digits(parts) => parts,
        };
        if value.fract() != 0.0 || !(0.0..1e15).contains(&value) {
            return None;
        }
        let part = parts.iter().find(|part| part.until.is_none_or(|until| value <= until))?;
        let digits = shown::number(value);
        let mut left = digits.chars().rev();
        let places = part.signs.iter().filter(|sign| !matches!(sign, Sign::Literal(_))).count();
        let mut text: Vec<char> = Vec::new();
        let mut place = 0;
        for sign in part.signs.iter().rev() {
            match sign {
                Sign::Literal(literal) => text.push(*literal),
                Sign::Zero => text.push(left.next().unwrap_or('0')),
                Sign::Digit => text.extend(left.next()),
            }
            place += usize::from(!matches!(sign, Sign::Literal(_)));
            // More digits than places stand at the first place.
            if place == places && !matches!(sign, Sign::Literal(_)) {
                text.extend(left.by_ref());
            }
        }
        (!text.is_empty()).then(|| text.iter().rev().collect())
    }
}

/// One part, with the `;` at its end; nothing when it holds for values we cannot tell.
fn part(rest: &mut Peekable<Chars>) -> Option<Part> {
    let mut part = Part { until: None, signs: Vec::new() };
    let mut plain = true;
    while let Some(sign) = rest.next() {
        match sign {
            ';' => break,
            '0' => part.signs.push(Sign::Zero),
            '#' => part.signs.push(Sign::Digit),
            '-' | ' ' | '(' | ')' => part.signs.push(Sign::Literal(sign)),
            '\\' => part.signs.extend(rest.next().map(Sign::Literal)),
            '"' => part.signs.extend(rest.by_ref().take_while(|sign| *sign != '"').map(Sign::Literal)),
            '[' => {
                let inside: String = rest.by_ref().take_while(|sign| *sign != ']').collect();
                match inside.strip_prefix("<=") {
                    Some(number) => part.until = Some(number.parse().ok()?),
                    None if inside.starts_with(['<', '>', '=']) => return None,
                    // A language or a colour.
                    None => {}
                }
            }
            _ => plain = false,
        }
    }
    let places = part.signs.iter().filter(|sign| !matches!(sign, Sign::Literal(_))).count();
    // After the last digit stands a unit (`0"台"`), and with one digit nothing is kept (`"約"0`): a number.
    let number = places < 2 || matches!(part.signs.last(), Some(Sign::Literal(_)));
    if !plain || number {
        part.signs.clear();
    }
    Some(part)
}

/// Only eras, their years, weekdays and what separates them: `[$-411]ggge"年"`, `aaaa`.
fn is_era_or_weekday(code: &str) -> bool {
    let mut signs = code.chars();
    let mut found = false;
    while let Some(sign) = signs.next() {
        match sign {
            ';' => break,
            'g' | 'e' | 'a' => found = true,
            '.' | '/' | '-' | ' ' => {}
            '\\' => drop(signs.next()),
            '"' => signs.by_ref().take_while(|sign| *sign != '"').for_each(drop),
            '[' => signs.by_ref().take_while(|sign| *sign != ']').for_each(drop),
            _ => return false,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(code: &str, value: f64) -> Option<String> {
        telling(code)?.shown(value, false)
    }

    #[test]
    fn zeros_and_hyphens_of_a_format_are_part_of_the_value() {
        let postal = "[<=999]000;[<=9999]000\\-00;000\\-0000";
        let telephone = "[<=99999999]####\\-####;\\(00\\)\\ ####\\-####";
        for (code, value, text) in [
            ("00000", 123.0, "00123"),
            ("0000;@", 12.0, "0012"),
            ("000", 12345.0, "12345"),
            ("\"PC-\"0000", 7.0, "PC-0007"),
            ("000-0000", 1_234.0, "000-1234"),
            (postal, 1_000_001.0, "100-0001"),
            (postal, 60.0, "060"),
            (telephone, 312_345_678.0, "(03) 1234-5678"),
            (telephone, 1_234_567.0, "123-4567"),
            ("[$-411]ggge\"年\"", 46_174.0, "2026-06-01"),
            ("aaaa", 46_174.0, "2026-06-01"),
        ] {
            assert_eq!(seen(code, value).as_deref(), Some(text), "{code}");
        }
    }

    #[test]
    fn a_plain_number_stays_one() {
        for code in [
            "General",
            "0",
            "#,##0",
            "0.00",
            "0%",
            "0.00E+00",
            "0_ ",
            "#,##0_);[Red]\\(#,##0\\)",
            "0\"台\"",
            "00\"ヶ月\"",
            "\"約\"0",
            "@",
            "yyyy/m/d",
            "[>=100]000;0",
        ] {
            assert_eq!(seen(code, 5.0), None, "{code}");
        }
        assert_eq!(seen("0000", 0.5), None);
        assert_eq!(seen("0000", -5.0), None);
    }
}
