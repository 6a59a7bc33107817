//! A cell as the value of a field.

use super::Note;
use super::growing::Growing;
use super::names::{Found, Likeness};
use crate::sheet::{Cell, Odd};
use plan::day::{self, Typed};
use plan::{Field, FieldKind, Kind, normalise, readable};
use unicode_normalization::UnicodeNormalization;

/// What a cell says of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Read {
    /// This value.
    Value(String),
    /// Nothing.
    Empty,
    /// Nobody can tell: the field is left alone.
    Leave,
    /// The row cannot be taken.
    Refused,
}

/// Days at the end of something (or of the month in which all was counted): without its day, the last one.
const ENDS: [&str; 4] = ["support_until", "maintained_until", "contract_until", "counted_on"];

/// Reads a cell for a field; what a person should know goes into `notes`.
pub(super) fn read(growing: &mut Growing<'_>, kind: Kind, field: &Field, cell: &Cell, notes: &mut Vec<Note>) -> Read {
    let label = growing.plan.label(growing.template, kind.noun(), field.id);
    let text = cell.text.as_str();
    match cell.odd {
        Some(Odd::Formula) => {
            notes.push(Note::new("formula", [label, text.chars().take(12).collect()]));
            return Read::Refused;
        }
        Some(Odd::FormulaWithoutValue) => {
            notes.push(Note::new("formula-empty", [label]));
            return Read::Leave;
        }
        Some(Odd::ErrorValue) => {
            notes.push(Note::new("error-value", [label, text.to_owned()]));
            return Read::Leave;
        }
        None => {}
    }
    if text.is_empty() {
        return Read::Empty;
    }
    let named = format!("{}.{}", kind.noun(), field.id);
    if let FieldKind::Choice(choices) = field.kind {
        return choice(growing, kind, field, choices, &named, (text, label), notes);
    }
    if field.kind == FieldKind::Flag {
        return flag(growing, text, label, notes);
    }
    if growing.known.is("nothing", text) {
        return Read::Empty;
    }
    match field.kind {
        FieldKind::Link(to) => link(growing, to, text, label, notes),
        FieldKind::Date => date(field.id, text, label, notes),
        FieldKind::Phone => {
            let value = normalise(field.kind, text);
            let digits: String = value.chars().filter(char::is_ascii_digit).collect();
            if (9..=10).contains(&digits.len()) && !digits.starts_with('0') && !value.starts_with('+') {
                notes.push(Note::new("zero-lost", [label, value.clone()]));
            }
            kept(field.kind, value, notes, &growing.plan.label(growing.template, kind.noun(), field.id))
        }
        other => kept(other, normalise(other, text), notes, &label),
    }
}

/// What cannot be read stays as typed, and is said.
fn kept(kind: FieldKind, value: String, notes: &mut Vec<Note>, label: &str) -> Read {
    if !readable(kind, &value) {
        notes.push(Note::new("unreadable", [label.to_owned(), value.clone()]));
    }
    Read::Value(value)
}

fn choice(
    growing: &Growing<'_>,
    kind: Kind,
    field: &Field,
    choices: &[&str],
    named: &str,
    (text, label): (&str, String),
    notes: &mut Vec<Note>,
) -> Read {
    let own = choices.iter().find(|one| {
        *one == &text
            || super::known::key(growing.template.choice(kind.noun(), field.id, one)) == super::known::key(text)
    });
    if let Some(choice) = own {
        return Read::Value((*choice).to_owned());
    }
    if let Some((choice, whole)) = growing.known.choice(named, text) {
        if !whole {
            let read = growing.template.choice(kind.noun(), field.id, choice).to_owned();
            notes.push(Note::new("choice-read-as", [label, text.to_owned(), read]));
        }
        return Read::Value(choice.to_owned());
    }
    if growing.known.is("nothing", text) {
        return Read::Empty;
    }
    notes.push(Note::new("choice-unknown", [label, text.to_owned()]));
    Read::Leave
}

fn flag(growing: &Growing<'_>, text: &str, label: String, notes: &mut Vec<Note>) -> Read {
    if growing.known.is("yes", text) {
        return Read::Value("1".to_owned());
    }
    if growing.known.is("no", text) || growing.known.is("nothing", text) {
        return Read::Empty;
    }
    notes.push(Note::new("choice-unknown", [label, text.to_owned()]));
    Read::Leave
}

fn link(growing: &mut Growing<'_>, to: &str, text: &str, label: String, notes: &mut Vec<Note>) -> Read {
    let Some(kind) = Kind::from_noun(to) else { return Read::Leave };
    match growing.by_name(kind, text) {
        Found::One(id, likeness) => {
            if likeness == Likeness::Alike {
                let meant = growing.plan.rows.get(kind, id).map(plan::Record::title).unwrap_or_default();
                notes.push(Note::new("read-as", [text.to_owned(), meant]));
            }
            Read::Value(id.to_string())
        }
        Found::Several => {
            notes.push(Note::new("link-several", [label, text.to_owned()]));
            Read::Leave
        }
        Found::None => match growing.lacks(kind, text) {
            Some(made) => {
                notes.push(Note::new("link-made", [label, text.to_owned()]));
                Read::Value(made.to_string())
            }
            None => {
                notes.push(Note::new("link-unknown", [label, text.to_owned()]));
                Read::Leave
            }
        },
    }
}

fn date(field: &str, text: &str, label: String, notes: &mut Vec<Note>) -> Read {
    // A cell of Excel may carry the time of its day.
    let clock = |time: &str| time.contains(':') && time.chars().all(|c| c.is_ascii_digit() || c == ':');
    let day = text.split_once(' ').filter(|(_, time)| clock(time)).map_or(text, |(day, _)| day);
    let value = normalise(FieldKind::Date, day);
    if readable(FieldKind::Date, &value) {
        return Read::Value(value);
    }
    if ENDS.contains(&field)
        && let Some(last) = last_day(day)
    {
        notes.push(Note::new("year-end", [label, text.to_owned(), last.clone()]));
        return Read::Value(last);
    }
    notes.push(Note::new("unreadable", [label, text.to_owned()]));
    Read::Value(text.to_owned())
}

/// The last day of a year (`2026年`), a fiscal year (`令和元年度`: ends in March) or a month (`2026/6`).
pub(super) fn last_day(text: &str) -> Option<String> {
    let plain: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_end_matches(['末', '迄']).trim_end_matches("まで");
    if let Some(year) = plain.strip_suffix("年度") {
        return day::fiscal_year_end(day::year(year)?).map(|last| last.to_string());
    }
    let first = match plain.strip_suffix('年') {
        Some(year) => format!("{}-12-1", day::year(year)?),
        None => format!("{}/1", plain.trim_end_matches('月')),
    };
    match day::typed(&first) {
        Typed::Day(first) => Some(day::month_end(first).to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_without_its_day_is_the_last_one() {
        for (typed, last) in [
            ("令和元年度", "2020-03-31"),
            ("平成31年度", "2020-03-31"),
            ("平成31年", "2019-12-31"),
            ("R8年度末", "2027-03-31"),
            ("2026年", "2026-12-31"),
            ("2026/2", "2026-02-28"),
            ("令和８年６月", "2026-06-30"),
            ("R10.3", "2028-03-31"),
            ("2026年12月末", "2026-12-31"),
        ] {
            assert_eq!(last_day(typed).as_deref(), Some(last), "{typed}");
        }
        for typed in ["不明", "", "春", "12", "2026/13", "2026/6/5", "平成32年度", "平成40年3月"] {
            assert_eq!(last_day(typed), None, "{typed}");
        }
    }
}
