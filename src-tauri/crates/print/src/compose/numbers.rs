//! The numbers of a department's book, on one leaf: for whoever calls at night, and for when telephones are dead. The
//! fuller tables are in `contacts`.

use super::table::{line, one, rows_of};
use super::words::Words;
use super::{channels, contacts};
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::{ContactPoint, Id, Kind, Record};
use std::collections::BTreeSet;

/// The numbers of a department's book on one leaf: whom to call, first the posts its pages name; on the back, what is
/// left when telephones are dead [PRACTICE-OTHER-MEANS].
pub(super) fn leaf(words: &Words<'_>, named: &BTreeSet<Id>) -> Vec<Piece> {
    let checked = vec![Run::from(words.word("numbers-checked")), Run::from(" "), Run::Blank(14)];
    let mut out = vec![
        words.heading(2, words.word("contact-sheet"), Some("block/contact-sheet".to_owned()), true),
        words.paragraph(checked, Style::Body),
    ];
    out.extend(numbers(words, named));
    out.push(Piece::plain(Block::BackSide));
    out.push(words.heading(2, words.word("phones-dead"), Some("block/phones-dead".to_owned()), true));
    out.extend(dead_phones(words));
    out
}

/// What is left when telephones are dead: whom to call how, and the ways there are [PRACTICE-OTHER-MEANS].
pub(super) fn dead_phones(words: &Words<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    if let Some(facility) = words.plan.facility() {
        let lines = ["emergency_call", "other_means", "runner_place"].map(|field| line(words, facility, field));
        out.push(Piece { block: Block::KeyValues(lines.to_vec()), about: words.about(facility), anchor: None });
    }
    out.push(channels::short(words));
    out.push(words.heading(4, &words.template.labels["contact_points"].name, None, false));
    // What reaches somebody when the exchange is dead; papers and mail are for the office.
    let talks = |one: &&ContactPoint| matches!(one.means.as_deref(), Some("radio" | "mobile" | "phone"));
    let inside = words.plan.rows.contact_points.live().filter(|one| contacts::is_inside(words, one)).filter(talks);
    let points: Vec<_> = inside.map(|one| one as &dyn Record).collect();
    out.push(rows_of(words, Kind::ContactPoint, points, &[one("of", 30.0), one("value", 26.0), one("note", 44.0)], 0));
    out
}

/// The posts its pages name and the departments that are there by night, with their numbers by day and by night, two
/// beside each other; below, in running text, whoever else has a number. Outside, a ward calls the fire brigade;
/// everybody else is called by headquarters, where there is one.
fn numbers(words: &Words<'_>, named: &BTreeSet<Id>) -> Vec<Piece> {
    let inside = |one: &&dyn Record| !words.plan.has_beds() || one.field("group").as_deref() == Some("fire");
    let (mut rows, mut others): (Vec<TableRow>, Vec<&dyn Record>) = Default::default();
    for kind in [Kind::Role, Kind::Department, Kind::Organisation] {
        let called = words.plan.live(kind).filter(|one| kind != Kind::Organisation || inside(one));
        let (list, rest): (Vec<&dyn Record>, Vec<&dyn Record>) =
            called.partition(|one| match (kind, super::words::numbers_of(*one)) {
                (Kind::Role, _) => named.contains(&one.id()),
                // Where few work, a place without a number is one to write.
                (Kind::Department, (day, night)) => night.is_some() || (day.is_none() && !words.plan.has_beds()),
                _ => true,
            });
        let rest = rest.into_iter().filter(|one| super::words::numbers_of(*one) != (None, None));
        others.extend(rest);
        if list.is_empty() {
            continue;
        }
        let title = vec![Run::from(words.template.labels[kind.noun()].name.as_str())];
        rows.push(TableRow { cells: vec![title], band: true, ..TableRow::default() });
        rows.extend(list.chunks(2).map(|two| TableRow {
            cells:
                two.iter().flat_map(|one| called_at(words, *one)).chain(vec![Vec::new(); 6 - 3 * two.len()]).collect(),
            about: two.iter().flat_map(|record| words.about_called(*record)).collect(),
            ..TableRow::default()
        }));
    }
    let heads = [(words.word("called"), 22.0), (words.word("day"), 14.0), (words.word("night"), 14.0)];
    let columns = heads.iter().chain(&heads).map(|(title, share)| ((*title).to_owned(), *share)).collect();
    let blank_rows = if rows.is_empty() { 4 } else { 0 };
    let mut out = vec![Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))];
    out.extend(further(words, &others));
    out
}

/// Name, number by day, number by night. A number nobody gave leaves its place free; with none there is room to write.
fn called_at(words: &Words<'_>, one: &dyn Record) -> [Vec<Run>; 3] {
    let fields = plan::number_fields(one.kind());
    let known = super::words::numbers_of(one) != (None, None);
    let number = |field: Option<&'static str>| match field.map(|field| words.cell(one, field)).unwrap_or_default() {
        // An empty cell would be as high as handwriting: here a row is a line.
        runs if runs.is_empty() && known => vec![Run::from(" ")],
        runs => runs,
    };
    [words.name(one, "name"), number(fields.map(|(day, _)| day)), number(fields.and_then(|(_, night)| night))]
}

/// Whoever else has a number, in running text.
fn further(words: &Words<'_>, list: &[&dyn Record]) -> Option<Piece> {
    let mut runs = vec![Run::Bold(words.word("called-too").to_owned())];
    for one in list {
        let (day, night) = super::words::numbers_of(*one);
        let said = |key: &str, number: &str| format!("{} {number}", words.word(key));
        let beside = plan::numbers::beside(words.plan, *one).into_iter().map(plan::numbers::as_phs);
        let day = day.map(|day| std::iter::once(day).chain(beside).collect::<Vec<_>>().join("、"));
        let numbers = match (day, night) {
            (Some(day), Some(night)) if day == night => day,
            (Some(day), Some(night)) => format!("{}・{}", said("day", &day), said("night", &night)),
            (Some(day), None) => said("day", &day),
            (None, night) => said("night", &night.unwrap_or_default()),
        };
        runs.push(Run::from("　"));
        // A name at the end of a line and its number on the next are read as two callers.
        let mut name = words.name(*one, "name");
        match name.pop() {
            Some(Run::Text(text)) => name.push(Run::Keep(format!("{text} {numbers}"))),
            last => name.extend(last.into_iter().chain([Run::from(" "), Run::Keep(numbers)])),
        }
        runs.extend(name);
    }
    let about = list.iter().flat_map(|one| words.about_called(*one)).collect();
    (!list.is_empty()).then_some(Piece { block: Block::Paragraph { runs, style: Style::Small }, about, anchor: None })
}
