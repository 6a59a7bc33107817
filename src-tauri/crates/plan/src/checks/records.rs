//! What is wrong with single records: empty, unreadable, pointing to what is gone, too long, twice, odd characters.

use super::{Found, Leads, Look, Run};
use crate::day::{self, Typed};
use crate::{Field, FieldKind, Held, Id, Kind, Record, checks, is_number_to_fill, readable};
use std::collections::{BTreeMap, BTreeSet};

checks! { CHECKS: Run;
    /// A field nobody may leave empty.
    "required-empty" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(empty),
    }
    /// A number, a telephone number, a date, a length of time or a reading that is none.
    "unreadable-number" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(|look, record, found| unreadable(look, record, found, FieldKind::Number)),
    }
    "unreadable-phone" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(|look, record, found| unreadable(look, record, found, FieldKind::Phone)),
    }
    /// A number whose figures stand for others: 0XX-XXX-XXXX. Somebody meant to come back.
    "number-to-fill" {
        severity: Note, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(to_fill),
    }
    "unreadable-date" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(|look, record, found| dates(look, record, found, |typed| matches!(typed, Typed::Unreadable | Typed::Day(_)))),
    }
    /// Something was done on a day that is still to come: mostly a year mistyped. Checks take it as not done.
    "day-to-come" {
        severity: Mend, about: Record, reads: all, by_day: true, leads: Leads::Record,
        run: Run::Each(to_come),
    }
    /// No such day of a month: 2月31日.
    "date-impossible" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(|look, record, found| dates(look, record, found, |typed| matches!(typed, Typed::PastMonthEnd(_)))),
    }
    /// No such month.
    "date-no-such-month" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(|look, record, found| dates(look, record, found, |typed| matches!(typed, Typed::NoSuchMonth))),
    }
    /// A year of an era that had ended, common in old contracts: 平成40年.
    "date-era-ended" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(|look, record, found| dates(look, record, found, |typed| matches!(typed, Typed::EraEnded(_)))),
    }
    /// A day before its era began.
    "date-era-not-begun" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(|look, record, found| dates(look, record, found, |typed| matches!(typed, Typed::EraNotBegun(_)))),
    }
    "unreadable-span" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(|look, record, found| unreadable(look, record, found, FieldKind::Span)),
    }
    "unreadable" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(|look, record, found| unreadable(look, record, found, FieldKind::Kana)),
    }
    /// What was chosen is there no more.
    "link-removed" {
        severity: Mend, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(gone),
    }
    /// One line of hundreds of characters.
    "very-long" {
        severity: Note, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(long),
    }
    /// Characters copied out of a PDF or an old system that look like others and are not: radicals of Kangxi (⼀ for
    /// 一), half-width kana. Stored as typed; search finds them, people and other programs may not.
    "odd-characters" {
        severity: Note, about: Record, reads: all, leads: Leads::Record,
        run: Run::Each(odd),
    }
    /// Two of a kind with one name.
    "same-name" {
        severity: Note, about: Record, reads: all, leads: Leads::Record,
        run: Run::Kinds(doubles),
    }
}

/// A text longer than this is no name and no number.
const LONG: usize = 200;

fn empty(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>) {
    let noun = record.kind().noun();
    for field in record.fields().iter().filter(|field| field.required && !record.has(field.id)) {
        let label = look.template.label(noun, field.id).to_owned();
        found.field(record, field.id, vec![kind_name(look, noun), look.title(record), label]);
    }
}

fn to_fill(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>) {
    for field in record.fields().iter().filter(|field| field.kind == FieldKind::Phone) {
        if let Some(value) = record.text(field.id).filter(|value| is_number_to_fill(value)) {
            found.field(record, field.id, vec![look.title(record), label(look, record, field), value.to_owned()]);
        }
    }
}

fn unreadable(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>, kind: FieldKind) {
    let to_fill = |value: &str| kind == FieldKind::Phone && is_number_to_fill(value);
    for field in record.fields().iter().filter(|field| field.kind == kind) {
        let value = record.text(field.id).filter(|value| !readable(kind, value) && !to_fill(value));
        if let Some(value) = value {
            found.field(record, field.id, vec![look.title(record), label(look, record, field), value.to_owned()]);
        }
    }
}

fn to_come(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>) {
    for field in record.fields().iter().filter(|field| field.past) {
        let Some(value) = record.text(field.id) else { continue };
        if day::stored(value).is_some() && look.done(Some(value)).is_none() {
            found.field(record, field.id, vec![look.title(record), label(look, record, field), value.to_owned()]);
        }
    }
}

/// Dates that cannot be read, of one sort; where a day may have been meant, the sentence asks about it.
fn dates(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>, of_sort: fn(&Typed) -> bool) {
    for field in record.fields().iter().filter(|field| field.kind == FieldKind::Date) {
        let Some(value) = record.text(field.id).filter(|value| !readable(FieldKind::Date, value)) else { continue };
        let typed = day::typed(value);
        if !of_sort(&typed) {
            continue;
        }
        let asked = match typed {
            Typed::PastMonthEnd(meant) | Typed::EraEnded(meant) | Typed::EraNotBegun(meant) => Some(day::both(meant)),
            Typed::NoSuchMonth | Typed::Day(_) | Typed::Unreadable => None,
        };
        let words = [look.title(record), label(look, record, field), value.to_owned()];
        found.field(record, field.id, words.into_iter().chain(asked).collect());
    }
}

/// What is written under a removed system or procedure is asleep, not wrong: it returns with it. What a procedure used
/// and is removed is found: it prints nowhere any more, and nobody said so.
fn gone(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>) {
    let sleeps_with = |field: &Field| record.kind().facts().sleeps_with().any(|one| one == field.id);
    for field in record.fields().iter().filter(|field| !sleeps_with(field)) {
        let FieldKind::Link(to) = field.kind else { continue };
        let Some(id) = record.link(field.id) else { continue };
        let there = |kind: Kind| !kind.is_named_by_link() && look.plan.find(kind, id).is_some();
        if target(record, to).is_some_and(there) {
            continue;
        }
        let noun = target(record, to).map_or("", Kind::noun);
        if let Err(title) = look.plan.link_title(noun, id) {
            found.field(record, field.id, vec![look.title(record), label(look, record, field), title]);
        }
    }
}

fn long(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>) {
    record.each(&mut |field, held| {
        if let (FieldKind::Text, Held::Text(value)) = (field.kind, held)
            && value.len() > LONG
            && value.chars().count() > LONG
        {
            let short: String = value.chars().take(20).collect();
            found.field(record, field.id, vec![short, label(look, record, field), value.chars().count().to_string()]);
        }
    });
}

fn odd(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>) {
    // Answers and remarks are running text of the drafters and print as they are.
    record.each(&mut |field, held| {
        let Held::Text(value) = held else { return };
        if field.kind == FieldKind::Cells || value.is_ascii() {
            return;
        }
        let odd: BTreeSet<char> = value.chars().filter(|c| is_odd(*c)).collect();
        if odd.is_empty() {
            return;
        }
        let shown: String = odd.iter().take(5).collect();
        let meant: String = crate::usual_form(&shown);
        found.field(record, field.id, vec![look.title(record), label(look, record, field), shown, meant]);
    });
}

fn is_odd(c: char) -> bool {
    // Kangxi radicals, the supplement of radicals, half-width katakana with its marks.
    matches!(c, '\u{2F00}'..='\u{2FD5}' | '\u{2E80}'..='\u{2EF3}' | '\u{FF61}'..='\u{FF9F}')
}

/// Each of them is found: which one came first says nothing.
fn doubles(look: &Look<'_>, kind: Kind, found: &mut Found<'_>) {
    if kind.facts().alike || kind.field("name").is_none() {
        return;
    }
    let mut named: BTreeMap<&str, Vec<Id>> = BTreeMap::new();
    for record in look.plan.live(kind) {
        if let Some(name) = record.text("name") {
            named.entry(name).or_default().push(record.id());
        }
    }
    for (name, ids) in named.into_iter().filter(|(_, ids)| ids.len() > 1) {
        for id in ids {
            found.at((kind, id), vec![name.to_owned()]);
        }
    }
}

/// The kind a link points to; one that may point anywhere says so itself.
fn target(record: &dyn Record, to: &str) -> Option<Kind> {
    Kind::from_noun(if to == "any" { record.text("of_kind")? } else { to })
}

fn label(look: &Look<'_>, record: &dyn Record, field: &Field) -> String {
    look.template.label(record.kind().noun(), field.id).to_owned()
}

fn kind_name(look: &Look<'_>, noun: &str) -> String {
    look.template.labels.get(noun).map_or_else(|| noun.to_owned(), |labels| labels.name.clone())
}
