//! 様式の在庫: what each department needs and has, to be counted by hand; what typing in will cost; the downtime boxes
//! [PRACTICE-WEEKS] [PAPER-BOX].

use super::table::in_one_line;
use super::words::Words;
use crate::outline::{Block, Look, Piece, Run, Style, Table, TableRow};
use plan::stock::{Line, bridge_days, lines, person_days, typing};
use plan::{Kind, Record};

/// Spans of which the work of typing in is said.
pub(super) const SPANS: [u64; 5] = [1, 7, 14, 30, 60];

/// What a department has on an ordinary day: the need is counted from it.
const BASES: [&str; 6] = ["census", "outpatients", "emergencies", "operations", "dialysis_shifts", "dialysis_seats"];

/// A table for each department.
pub(super) fn list(words: &Words<'_>) -> Vec<Piece> {
    let how = words.word("days-to-bridge").replace("{n}", &bridge_days(words.plan).to_string());
    let mut out = vec![words.paragraph(vec![Run::Text(how)], Style::Small)];
    if let Some(facility) = words.plan.facility() {
        let lines = ["reprint", "paper_store"].map(|field| super::table::line(words, facility, field)).to_vec();
        out.push(Piece { block: Block::KeyValues(lines), about: words.about(facility), anchor: None });
    }
    let all = lines(words.plan);
    let own =
        |line: &&Line<'_>| words.here.is_none_or(|here| line.department.is_some_and(|one| one.row.id == here.row.id));
    let all: Vec<&Line<'_>> = all.iter().filter(own).collect();
    if all.is_empty() {
        out.push(words.paragraph(vec![Run::from(words.word("no-rows"))], Style::Small));
        out.push(table(words, &[]));
    }
    for department in all.chunk_by(|one, other| place(one) == place(other)) {
        let name = department[0].department.map_or(words.word("copy-hq").to_owned(), |one| one.title());
        out.push(words.heading(4, &name, None, false));
        if let Some(one) = department[0].department {
            let counted = BASES.iter().filter(|field| one.field(field).is_some());
            let counted: Vec<&'static str> = counted.copied().collect();
            if !counted.is_empty() {
                out.push(words.paragraph(words.labelled(one, &counted), Style::Small));
            }
            let mut runs = vec![Run::Text(format!("{}：", words.label(Kind::Department, "box_place")))];
            runs.extend(words.inline(one, "box_place"));
            out.push(words.paragraph(runs, Style::Body));
        }
        out.push(table(words, department));
    }
    out
}

fn place(line: &Line<'_>) -> Option<plan::Id> {
    line.department.map(|one| one.row.id)
}

fn table(words: &Words<'_>, lines: &[&Line<'_>]) -> Piece {
    let row = |line: &&Line<'_>| {
        let need = line.need.map_or(words.word("need-unknown").to_owned(), |need| need.to_string());
        let mut counted: Vec<Run> = line.count().map(|count| Run::Text(count.to_string())).into_iter().collect();
        let mut marked = |word: &str| counted.extend([Run::from(" "), Run::Badge(words.word(word).to_owned())]);
        if line.short() {
            marked("short");
        }
        if line.outdated() {
            marked("outdated");
        }
        if let Some(edition) = line.stock.and_then(|stock| stock.edition.as_deref()) {
            counted.push(Run::Text(format!(" {} {edition}", words.word("form-edition"))));
        }
        let stock = |field: &str| line.stock.map_or(Vec::new(), |stock| words.cell(stock, field));
        let mut about = words.about(line.form);
        about.extend(line.stock.map(|stock| words.about(stock)).into_iter().flatten());
        about.extend(line.department.map(|one| words.about(one)).into_iter().flatten());
        TableRow {
            cells: vec![
                words.cell(line.form, "number"),
                words.name(line.form, "name"),
                line.daily.map_or(Vec::new(), |daily| vec![Run::Text(hundredths(daily))]),
                vec![Run::Text(need)],
                counted,
                stock("place"),
                stock("counted_on"),
                Vec::new(),
            ],
            about,
            ..TableRow::default()
        }
    };
    let columns = vec![
        (words.label(Kind::Form, "number"), 9.0),
        (words.label(Kind::Form, "name"), 26.0),
        (words.word("sheets-a-day").to_owned(), 8.0),
        (words.word("need").to_owned(), 10.0),
        (words.word("on-shelf").to_owned(), 12.0),
        (words.label(Kind::FormStock, "place"), 10.0),
        (words.word("counted-on").to_owned(), 17.0),
        (words.word("counted-by").to_owned(), 8.0),
    ];
    let blank_rows = if lines.is_empty() { 4 } else { 0 };
    let table = Table { columns, rows: lines.iter().map(row).collect(), blank_rows, fill: false };
    Piece::plain(Block::Ruled(table, Look::Form))
}

/// 150 → `1.5`.
pub(super) fn hundredths(value: u64) -> String {
    let tenths = value.div_ceil(10);
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// Sheets a day × minutes = person-days, for spans of paper.
pub(super) fn estimate(words: &Words<'_>) -> Vec<Piece> {
    let typing = typing(words.plan);
    let row = |one: &plan::stock::Typing<'_>| TableRow {
        cells: vec![
            words.cell(one.form, "number"),
            words.name(one.form, "name"),
            words.cell(one.form, "reentry"),
            words.cell(one.form, "typed_by"),
            vec![Run::Text(hundredths(one.daily))],
            // A blank would read as nothing to do.
            one.minutes.map_or(vec![Run::from(words.word("not-counted"))], |_| words.cell(one.form, "reentry_minutes")),
            one.minutes.map_or(Vec::new(), |minutes| vec![Run::Text(hundredths(one.daily.saturating_mul(minutes)))]),
        ],
        about: words.about(one.form),
        ..TableRow::default()
    };
    let columns = vec![
        (words.label(Kind::Form, "number"), 10.0),
        (words.label(Kind::Form, "name"), 34.0),
        (words.label(Kind::Form, "reentry"), 12.0),
        (words.word("typing-by").to_owned(), 13.0),
        (words.word("sheets-a-day").to_owned(), 9.0),
        (words.label(Kind::Form, "reentry_minutes"), 12.0),
        (words.word("minutes-a-day").to_owned(), 10.0),
    ];
    let rows: Vec<TableRow> = typing.iter().map(row).collect();
    let blank_rows = if rows.is_empty() { 3 } else { 0 };
    let mut out = vec![Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))];
    if typing.iter().any(|one| one.minutes.is_some()) {
        let tenths = |days: u64| person_days(&typing, days);
        let said = |days: u64| {
            let tenths = tenths(days);
            (
                format!("{days}{}", words.word("day-unit")),
                vec![Run::Text(format!("{}.{} {}", tenths / 10, tenths % 10, words.word("person-days")))],
            )
        };
        out.push(Piece::plain(Block::KeyValues(SPANS.iter().map(|days| said(*days)).collect())));
    }
    out.extend(uncounted(words, &typing));
    out.push(words.paragraph(vec![Run::from(words.word("person-days-how"))], Style::Small));
    out
}

/// The forms no number above has in it: a sum that hides them is believed.
pub(super) fn uncounted(words: &Words<'_>, typing: &[plan::stock::Typing<'_>]) -> Option<Piece> {
    let uncounted = typing.iter().filter(|one| one.minutes.is_none());
    let forms: Vec<&dyn Record> = uncounted.map(|one| one.form as &dyn Record).collect();
    let said = format!("{} {}：", words.word("not-counted-forms"), forms.len());
    (!forms.is_empty()).then(|| in_one_line(words, &said, &forms))
}

/// Where each box stands and whether it was looked through, month by month; what belongs into it.
pub(super) fn boxes(words: &Words<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    if let Some(facility) = words.plan.facility() {
        let title = words.word("box-contents-title").to_owned();
        let lines = vec![(title, words.inline(facility, "box_contents"))];
        out.push(Piece { block: Block::KeyValues(lines), about: words.about(facility), anchor: None });
    }
    let months: Vec<&str> = words.word("months").split('|').collect();
    let mut columns = vec![
        (words.label(Kind::Department, "name"), 17.0),
        (words.label(Kind::Department, "box_place"), 20.0),
        (words.label(Kind::Department, "box_checked_on"), 12.0),
    ];
    columns.extend(months.iter().map(|month| ((*month).to_owned(), 51.0 / months.len() as f64)));
    let shown = |one: &&dyn Record| {
        one.field("patients").is_some() || one.field("box_place").is_some() || one.field("box_checked_on").is_some()
    };
    let own = |one: &&dyn Record| words.here.is_none_or(|here| here.row.id == one.id());
    let row = |one: &dyn Record| TableRow {
        cells: vec![words.cell(one, "name"), words.cell(one, "box_place"), words.cell(one, "box_checked_on")],
        about: words.about(one),
        ..TableRow::default()
    };
    let rows: Vec<TableRow> = words.plan.live(Kind::Department).filter(shown).filter(own).map(row).collect();
    let blank_rows = if rows.is_empty() { 3 } else { 0 };
    out.push(Piece::plain(Block::Ruled(Table { columns, rows, blank_rows, fill: false }, Look::Form)));
    out
}
