//! What visitors ask for: 立入検査 of the 保健所, 適時調査 of the 厚生局, 薬事監視. Three papers, each in the order in which its
//! visitor works; and, for the institution alone, what a visitor would ask.
//!
//! Nothing of part S stands in them: no address, no point of cutting, no private number, no place of a backup. What is いいえ
//! stands there as it is, with its day.

mod answers;
mod open;

pub(crate) use open::compose as open_points;
pub(in crate::compose) use open::heaviest;

use super::blocks::titled;
use super::words::{Book, Words};
use super::{Composing, outline};
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Run, Style, Table, TableRow};
use plan::checklist::{self, Sheet};
use plan::exercise::{Act, Report};
use plan::{Device, Kind, Record, day};
use std::collections::BTreeMap;

/// 立入検査 and 薬事監視 use one list.
pub(crate) use plan::checklist::INSPECTION;
/// 適時調査.
pub(crate) const FEE: &str = "fee";

/// 立入検査.
pub(crate) fn inspection(of: &Composing<'_>) -> Outline {
    compose(of, "visit-inspection", INSPECTION, |institution| institution != "pharmacy")
}

/// 適時調査.
pub(crate) fn fee(of: &Composing<'_>) -> Outline {
    compose(of, "visit-fee", FEE, |institution| institution == "hospital")
}

/// 薬事監視.
pub(crate) fn pharmacy(of: &Composing<'_>) -> Outline {
    compose(of, "visit-pharmacy", INSPECTION, |institution| institution == "pharmacy")
}

fn compose(of: &Composing<'_>, title: &str, visit: &str, fits: fn(&str) -> bool) -> Outline {
    let words = Words { book: Book::Inspection, ..of.words() };
    let title = words.word(title);
    let mut blocks = vec![words.heading(1, title, None, true)];
    match checklist::for_visit(of.plan, of.template, visit) {
        _ if !fits(of.plan.institution()) => {
            blocks.push(words.paragraph(vec![words.word("visit-other").into()], Style::Body))
        }
        None => blocks.push(words.paragraph(vec![words.word("visit-no-list").into()], Style::Body)),
        Some(sheet) => whole(&words, &sheet, (visit, of.date), &mut blocks),
    }
    let part = Part { sort: PartSort::Lettered('K'), title: title.to_owned(), blocks };
    let copy = words.word("copy-inspection").to_owned();
    Outline { paper: Paper::Single, ..outline(&words, title, vec![part], copy, of.date) }
}

fn whole(words: &Words<'_>, sheet: &Sheet<'_>, (visit, date): (&str, &str), blocks: &mut Vec<Piece>) {
    blocks.push(words.paragraph(vec![words.word("visit-how").into()], Style::Small));
    if let Some(said) = past(words, sheet, date) {
        blocks.push(words.paragraph(vec![Run::Bold(said)], Style::Body));
    }
    blocks.push(Piece::plain(Block::KeyValues(head(words, sheet))));
    blocks.push(words.heading(2, words.word("visit-answers"), None, true));
    blocks.push(answers::table(words, sheet));
    if sheet.list.asked(sheet.form).any(|asked| !asked.mark.verified()) {
        blocks.push(words.paragraph(vec![words.word("visit-titles").into()], Style::Small));
    }
    if visit == INSPECTION && sheet.list.supplier_form().is_some() {
        blocks.push(words.heading(2, words.word("visit-suppliers"), Some("block/visit-suppliers".to_owned()), true));
        blocks.extend(suppliers(words, sheet));
    }
    blocks.extend(titled(words, "editions"));
    blocks.push(words.heading(2, words.word("roles"), Some("block/roles".to_owned()), true));
    blocks.push(narrow(words, Kind::Role, &[("name", 26.0), ("holder", 22.0), ("duty", 52.0)]));
    if visit == INSPECTION {
        blocks.push(Piece::plain(Block::PageBreak));
        blocks.push(words.heading(2, words.word("contact-tree"), Some("block/contact-sheet".to_owned()), true));
        blocks.extend(super::blocks::pieces(words, "contact-tree"));
        blocks.extend(titled(words, "external-bodies"));
        blocks.push(words.heading(2, words.word("visit-devices"), Some("block/devices".to_owned()), true));
        blocks.push(devices(words, date));
        blocks.push(words.paragraph(vec![words.word("visit-drawings").into()], Style::Body));
    }
    // How it is done and what it would take to undo it stays in the house.
    blocks.push(words.heading(2, words.word("backups"), Some("block/backups".to_owned()), true));
    blocks.push(narrow(
        words,
        Kind::Backup,
        &[("system", 40.0), ("frequency", 20.0), ("offline", 18.0), ("tested_on", 22.0)],
    ));
    blocks.extend(titled(words, "exercises-held"));
}

/// That the list is of another year than the day of the print.
pub(super) fn past(words: &Words<'_>, sheet: &Sheet<'_>, date: &str) -> Option<String> {
    let now = day::stored(date).map(day::fiscal_year)?;
    sheet.list.year.filter(|year| *year < now)?;
    let now = day::fiscal_era(now).unwrap_or_default();
    Some(template::filled(words.word("visit-past"), &[sheet.list.edition.clone(), now]))
}

fn head(words: &Words<'_>, sheet: &Sheet<'_>) -> Vec<(String, Vec<Run>)> {
    let facility = words.plan.facility();
    let field = |field: &'static str| {
        let runs = facility.map(|one| words.cell(one, field)).unwrap_or_default();
        (words.label(Kind::Facility, field), if runs.is_empty() { vec![Run::Blank(14)] } else { runs })
    };
    let counts = checklist::counts(words.plan, sheet);
    let word = |id: &str| sheet.list.answers.iter().find(|one| one.id == id).map_or("", |one| one.text.as_str());
    let said = [(word("yes"), counts.yes), (word("no"), counts.no), (word("none"), counts.none)];
    let mut said: Vec<String> = said.iter().map(|(word, count)| format!("{word} {count}")).collect();
    said.push(format!("{} {}", words.word("visit-blank"), counts.open + counts.unsigned));
    let list = format!(
        "{}　{} {}",
        words.template.titled(&sheet.list.title, sheet.list.mark),
        sheet.list.edition,
        sheet.form.title
    );
    vec![
        field("name"),
        field("director"),
        (words.word("visit-list").to_owned(), vec![Run::Text(list)]),
        (words.word("visit-counts").to_owned(), vec![Run::Text(said.join("　"))]),
    ]
}

/// Each supplier's form, behind the other.
fn suppliers(words: &Words<'_>, own: &Sheet<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    for row in words.plan.rows.supplier_forms.live().filter(|row| row.list.as_ref() == Some(&own.list.id)) {
        let Some(sheet) = Sheet::of_supplier(own.list, row) else { continue };
        let name = row.supplier.and_then(|id| words.plan.rows.organisations.find(id)).map(Record::title);
        out.push(words.heading(3, &name.unwrap_or_default(), None, true));
        let runs = words.labelled(row, &["sent_on", "due_on", "asked_again_on", "returned_on", "answered_by"]);
        out.push(words.paragraph(runs, Style::Body));
        if !sheet.is_begun(words.plan) {
            out.push(words.paragraph(vec![words.word("visit-not-returned").into()], Style::Body));
            continue;
        }
        out.push(answers::table(words, &sheet));
    }
    if out.is_empty() {
        out.push(words.paragraph(vec![words.word("visit-no-suppliers").into()], Style::Body));
    }
    out
}

/// A few fields of a kind, without rows to write on: what a visitor is shown is what there is.
fn narrow(words: &Words<'_>, kind: Kind, fields: &[(&'static str, f64)]) -> Piece {
    let row = |record: &dyn Record| TableRow {
        cells: fields.iter().map(|(field, _)| words.cell(record, field)).collect(),
        about: words.about(record),
        ..TableRow::default()
    };
    // What nobody adopted yet is the catalogue's, not the house's.
    let rows = words.plan.live(kind).filter(|record| words.plan.awake(*record) && !record.row().is_draft());
    let columns = fields.iter().map(|(field, share)| (words.label(kind, field), *share)).collect();
    let rows: Vec<TableRow> = rows.map(row).collect();
    let blank_rows = if rows.is_empty() { 2 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}

/// How many devices of each sort, how many of them without support, and when they were counted last: no address, no name.
fn devices(words: &Words<'_>, date: &str) -> Piece {
    let in_use = words.plan.rows.devices.live().filter(|one| one.state.as_deref() != Some("retired"));
    let mut sorts: BTreeMap<String, Vec<&Device>> = BTreeMap::new();
    for device in in_use {
        let sort: String = words.cell(device, "sort").iter().map(text_of).collect();
        sorts.entry(sort).or_default().push(device);
    }
    let row = |(sort, all): (String, Vec<&Device>)| {
        let over = |one: &&&Device| {
            one.support_until.as_deref().filter(|until| day::stored(until).is_some()).is_some_and(|until| until < date)
        };
        let counted =
            all.iter().filter_map(|one| one.counted_on.as_deref()).filter(|on| day::stored(on).is_some()).max();
        let cells = [
            sort,
            all.len().to_string(),
            all.iter().filter(over).count().to_string(),
            counted.unwrap_or_default().to_owned(),
        ];
        TableRow { cells: cells.map(|text| vec![Run::Text(text)]).to_vec(), ..TableRow::default() }
    };
    let label = words.label(Kind::Device, "sort");
    let heads =
        ["visit-device-count", "visit-device-ended", "visit-device-counted"].map(|word| words.word(word).to_owned());
    let columns = std::iter::once((label, 40.0)).chain(heads.into_iter().zip([16.0, 22.0, 22.0])).collect();
    let rows: Vec<TableRow> = sorts.into_iter().map(row).collect();
    let blank_rows = if rows.is_empty() { 3 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}

fn text_of(run: &Run) -> &str {
    match run {
        Run::Text(text) | Run::Bold(text) | Run::Keep(text) => text,
        _ => "",
    }
}

/// What was rehearsed: exercises to their end, drills of the contact tree, and what came of them.
pub(super) fn held(words: &Words<'_>) -> Vec<Piece> {
    let exercises = words.plan.rows.exercises.live().filter_map(|one| Report::of(words.plan, one.row.id));
    let exercises: Vec<Report<'_>> = exercises.filter(|report| report.run.was_held()).collect();
    let drills = words.plan.rows.drills.live().filter(|one| one.held_on.as_deref().and_then(day::stored).is_some());
    let mut rows: Vec<TableRow> = exercises
        .iter()
        .map(|report| {
            let of = report.run.exercise;
            let people = report.last(Act::People).map(|line| line.text.clone()).unwrap_or_default();
            let done = report.improvements.iter().filter(|one| one.is_over()).count();
            let improved = format!("{}/{}", done, report.improvements.len());
            TableRow {
                cells: vec![
                    words.cell(of, "held_on"),
                    words.cell(of, "name"),
                    vec![Run::Text(people)],
                    vec![Run::Text(improved)],
                ],
                about: words.about(of),
                ..TableRow::default()
            }
        })
        .collect();
    rows.extend(drills.map(|drill| TableRow {
        cells: vec![words.cell(drill, "held_on"), words.name(drill, "name"), Vec::new(), Vec::new()],
        about: words.about(drill),
        ..TableRow::default()
    }));
    if rows.is_empty() {
        return vec![words.paragraph(vec![words.word("visit-held-none").into()], Style::Body)];
    }
    let heads = [
        (words.label(Kind::Exercise, "held_on"), 20.0),
        (words.label(Kind::Exercise, "name"), 36.0),
        (words.word("visit-held-people").to_owned(), 26.0),
        (words.word("visit-improved").to_owned(), 18.0),
    ];
    vec![Piece::plain(Block::Table(Table { columns: heads.to_vec(), rows, blank_rows: 0, fill: false }))]
}
