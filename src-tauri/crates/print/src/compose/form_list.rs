//! Which forms there are: for whoever writes, and with the stock for whoever keeps them. The forms themselves are in `forms`.

use super::forms::anchor;
use super::words::{Book, Words};
use crate::outline::{Block, Piece, Run, Table, TableRow};
use plan::{Form, Kind, stock};

/// Which forms there are, what becomes of them, and where each is printed or lies.
pub(super) fn list(words: &Words<'_>) -> Vec<Piece> {
    vec![table(words, &stock::kit(words.plan))]
}

/// Of some forms what whoever writes wants to know: what becomes of it, and where it is.
pub(super) fn quick(words: &Words<'_>, kit: &[&Form]) -> Piece {
    let row = |form: &&Form| TableRow {
        cells: vec![
            words.cell(*form, "number"),
            words.name(*form, "name"),
            words.cell(*form, "reentry"),
            place(words, form),
        ],
        about: words.about(*form),
        ..TableRow::default()
    };
    let label = |field: &'static str| words.label(Kind::Form, field);
    let columns = vec![
        (label("number"), 12.0),
        (label("name"), 46.0),
        (label("reentry"), 22.0),
        (words.word("page").to_owned(), 20.0),
    ];
    let blank_rows = if kit.is_empty() { 4 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows: kit.iter().map(row).collect(), blank_rows, fill: false }))
}

/// The page of a form, or where its original lies.
pub(super) fn place(words: &Words<'_>, form: &Form) -> Vec<Run> {
    let drawn = form.row.source.as_deref().and_then(|source| words.template.form(source));
    if form.image.is_none() && drawn.is_some_and(template::Form::is_wide) {
        return vec![Run::from(words.word("form-on-a3"))];
    }
    if form.image.is_some() || drawn.is_some() {
        return if words.book == Book::Whole { vec![Run::PageRef(anchor(form))] } else { Vec::new() };
    }
    let mut runs = vec![Run::from(words.word("form-elsewhere"))];
    runs.extend(words.cell(form, "place"));
    runs
}

/// The same with what concerns the stock, a band above each group. Where forms are a kit of their own, no page is known.
fn table(words: &Words<'_>, kit: &[&Form]) -> Piece {
    let places: Vec<Vec<Run>> = kit.iter().map(|form| place(words, form)).collect();
    let known = places.iter().any(|place| !place.is_empty());
    let mut rows: Vec<TableRow> = Vec::new();
    let mut group = None;
    for (form, place) in kit.iter().zip(places) {
        if group != Some(&form.group) && form.group.is_some() {
            rows.push(TableRow { cells: vec![words.cell(*form, "group")], band: true, ..TableRow::default() });
        }
        group = Some(&form.group);
        let mut edition = words.cell(*form, "edition");
        if form.confirmed_by.is_some() {
            edition.push(Run::Text(format!("\n{} ", words.word("confirmed"))));
            edition.extend(words.cell(*form, "confirmed_by"));
            edition.push(Run::from(" "));
            edition.extend(words.cell(*form, "confirmed_on"));
        }
        let mut cells = vec![
            words.cell(*form, "number"),
            words.name(*form, "name"),
            edition,
            counted(words, form),
            reentry(words, form),
        ];
        cells.extend(known.then_some(place));
        rows.push(TableRow { cells, about: words.about(*form), ..TableRow::default() });
    }
    let label = |field: &'static str| words.label(Kind::Form, field);
    let mut columns = vec![
        (label("number"), 10.0),
        (label("name"), 34.0),
        (label("edition"), 14.0),
        (words.word("form-count").to_owned(), 20.0),
        (label("reentry"), 16.0),
    ];
    columns.extend(known.then(|| (words.word("page").to_owned(), 13.0)));
    let blank_rows = if kit.is_empty() { 4 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}

/// 「在棟患者4人に1枚」, 「手術1件に2枚」, 「部署ごと1日に3枚」.
fn counted(words: &Words<'_>, form: &Form) -> Vec<Run> {
    let per = form.per.as_deref().filter(|per| *per != "0");
    let Some((sheets, per)) = form.sheets.as_deref().zip(per) else { return Vec::new() };
    let said = match form.basis.as_deref() {
        Some("department") => "count-day",
        Some("operations") => "count-cases",
        _ => "count-people",
    };
    let mut runs = words.cell(form, "basis");
    runs.push(Run::Text(words.word(said).replace("{n}", per).replace("{m}", sheets)));
    runs
}

/// What becomes of it when the screens return, and how long a sheet takes.
fn reentry(words: &Words<'_>, form: &Form) -> Vec<Run> {
    let mut runs = words.cell(form, "reentry");
    if let Some(minutes) = &form.reentry_minutes {
        runs.push(Run::Text(format!("（{minutes}{}）", words.word("minutes-unit"))));
    }
    runs
}
