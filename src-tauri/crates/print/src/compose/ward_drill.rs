//! 15分ドリル: three small drills of five minutes each, over several shifts; a ringing call interrupts and is no failure. For a
//! ward its sheet and one to write on, which is no form of the house; for headquarters the table of the year. No patient is in it but 訓練 花子, and
//! nothing of a real list is copied [PRACTICE-EXERCISE-BUDGET].

use super::words::Words;
use super::{Composing, outline};
use crate::Copy;
use crate::outline::{Block, Look, Outline, Paper, Part, PartSort, Piece, Run, Style, Table, TableRow};
use plan::exercise::Year;
use plan::{Channel, Department, Kind, Record, WardDrill};

/// Composes the cards of a ward, or the table of all.
pub(crate) fn compose(of: &Composing<'_>) -> Outline {
    let words = of.here();
    let title = words.word("drill-title");
    let blocks = match (of.copy, words.here) {
        (Copy::Hq, _) | (_, None) => year(&words, of.date),
        (Copy::Ward(_), Some(ward)) => cards(&words, ward),
    };
    let part = Part { sort: PartSort::Lettered('T'), title: title.to_owned(), blocks };
    let outline = outline(&words, title, vec![part], words.word("ex-mark").to_owned(), of.date);
    Outline { paper: Paper::Single, ..outline }
}

/// A line to tick off.
fn tick(text: &str) -> Piece {
    Piece::plain(Block::Item { marker: None, runs: vec![Run::from(text)], style: Style::Body })
}

fn ticks(words: &Words<'_>, key: &str) -> Vec<Piece> {
    words.word(key).split('|').map(tick).collect()
}

fn cards(words: &Words<'_>, ward: &Department) -> Vec<Piece> {
    let mut out = vec![
        words.heading(5, &format!("{}　{}", words.word("drill-title"), ward.title()), None, true),
        words.paragraph(vec![words.word("drill-how").into()], Style::Body),
        words.heading(4, words.word("drill-card-1"), None, false),
    ];
    out.extend(ticks(words, "drill-find"));
    out.push(words.heading(4, words.word("drill-card-2"), None, false));
    let lists = words.plan.rows.downtime.live().filter(|one| one.department == Some(ward.row.id));
    let named: Vec<Vec<Run>> = lists
        .map(|list| [words.cell(list, "name"), vec![Run::from("：")], words.cell(list, "place")].concat())
        .collect();
    for runs in named {
        out.push(Piece::plain(Block::Item { marker: Some("・".to_owned()), runs, style: Style::Body }));
    }
    out.extend(ticks(words, "drill-open"));
    out.push(words.heading(4, words.word("drill-card-3"), None, false));
    // Nobody is woken and no line for emergencies is taken: neither broadcast nor a line to the outside.
    let quiet = |one: &&Channel| matches!(one.sort.as_deref(), Some("radio" | "runner" | "mobile" | "phs" | "other"));
    let works = words.plan.rows.channels.live().filter(|one| one.no_exchange.as_deref() == Some("yes")).filter(quiet);
    let ways: Vec<String> = works.map(Record::title).filter(|title| !title.is_empty()).collect();
    if !ways.is_empty() {
        out.push(
            words.paragraph(vec![Run::Text(format!("{}：{}", words.word("drill-ways"), ways.join("、")))], Style::Body),
        );
    }
    out.extend(ticks(words, "drill-write"));
    out.push(words.heading(4, words.word("drill-result"), None, false));
    let fields =
        ["held_on", "page_seconds", "hours_old", "handwriting", "reach_minutes", "channel", "cable", "sealed_by"];
    let table = Table {
        columns: fields.map(|field| (words.label(Kind::WardDrill, field), 1.0)).to_vec(),
        rows: Vec::new(),
        blank_rows: 2,
        fill: false,
    };
    out.push(Piece::plain(Block::Ruled(table, Look::Form)));
    out.extend(sheet(words));
    out
}

/// The sheet to write on: not the real form, so that nobody takes it for an order.
fn sheet(words: &Words<'_>) -> Vec<Piece> {
    let heads =
        ["drug", "once", "day", "when", "last", "sign"].map(|one| words.word(&format!("drill-copy-{one}")).to_owned());
    let table = Table {
        columns: heads.into_iter().zip([24.0, 12.0, 12.0, 18.0, 16.0, 18.0]).collect(),
        rows: Vec::new(),
        blank_rows: 3,
        fill: false,
    };
    let large = |key: &str| words.paragraph(vec![Run::Bold(words.word(key).to_owned())], Style::Large);
    vec![
        Piece::plain(Block::PageBreak),
        words.paragraph(vec![Run::from(words.word("ex-mark"))], Style::Act),
        words.heading(5, words.word("drill-sheet"), None, true),
        large("drill-sheet-how"),
        words.heading(4, words.word("drill-model"), None, false),
        words.paragraph(vec![words.word("drill-model-text").into()], Style::Large),
        words.heading(4, words.word("drill-copy"), None, false),
        Piece::plain(Block::Ruled(table, Look::Form)),
        words.paragraph(vec![words.word("handwriting-strip").into()], Style::Small),
    ]
}

/// The wards of the year: who did it when, with which result; those that did not, with an empty line; then other years.
fn year(words: &Words<'_>, date: &str) -> Vec<Piece> {
    let year = Year::of(words.plan, date);
    let of_year = |one: &&WardDrill| year.as_ref().is_none_or(|year| year.has(one.held_on.as_deref()));
    let (now, others): (Vec<_>, Vec<_>) = words.plan.rows.ward_drills.live().partition(of_year);
    let mut rows: Vec<TableRow> = now.into_iter().map(|one| result(words, one)).collect();
    let wards = year.iter().flat_map(|year| &year.wards);
    rows.extend(wards.filter(|(_, days)| days.is_empty()).map(|(ward, _)| {
        let mut cells = vec![vec![Run::Text(ward.title())]];
        cells.resize(COLUMNS.len(), Vec::new());
        TableRow { cells, about: words.about(*ward), ..TableRow::default() }
    }));
    let mut out = vec![
        words.heading(1, words.word("drill-year"), None, true),
        words.paragraph(vec![words.word("drill-year-how").into()], Style::Small),
        table(words, rows),
    ];
    if !others.is_empty() {
        out.push(words.heading(3, words.word("drill-other-years"), None, true));
        out.push(table(words, others.into_iter().map(|one| result(words, one)).collect()));
    }
    out
}

fn table(words: &Words<'_>, rows: Vec<TableRow>) -> Piece {
    let columns = COLUMNS.map(|(field, share)| (words.label(Kind::WardDrill, field), share)).to_vec();
    Piece::plain(Block::Table(Table { columns, rows, ..Table::default() }))
}

const COLUMNS: [(&str, f64); 10] = [
    ("department", 16.0),
    ("held_on", 12.0),
    ("shift", 9.0),
    ("page_seconds", 9.0),
    ("hours_old", 9.0),
    ("handwriting", 8.0),
    ("reach_minutes", 9.0),
    ("channel", 11.0),
    ("cable", 7.0),
    ("sealed_by", 10.0),
];

fn result(words: &Words<'_>, one: &WardDrill) -> TableRow {
    let mut cells: Vec<Vec<Run>> = COLUMNS.iter().map(|(field, _)| words.cell(one, field)).collect();
    let note = words.cell(one, "note");
    if !note.is_empty() {
        cells[0].push(Run::from("\n"));
        cells[0].extend(note);
    }
    TableRow { cells, about: words.about(one), ..TableRow::default() }
}
