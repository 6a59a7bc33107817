//! Tables and lines of the fields of records, for whatever prints some.

use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::{Kind, Record};

/// A column: one field, or several on lines of their own.
pub(super) struct Column {
    /// Field ids.
    pub fields: Vec<&'static str>,
    /// Share of the width.
    pub share: f64,
    /// Whether each value stands on a line of its own, with its label.
    pub labels: bool,
}

/// A column of names.
pub(super) fn named(share: f64) -> Column {
    one("name", share)
}

/// A column of one field.
pub(super) fn one(field: &'static str, share: f64) -> Column {
    Column { fields: vec![field], share, labels: false }
}

/// Several fields, each on a line of its own with its label.
pub(super) fn several(fields: &[&'static str], share: f64) -> Column {
    Column { fields: fields.to_vec(), share, labels: true }
}

/// One table of a kind. Without rows it says so and leaves room to write.
pub(super) fn table(words: &Words<'_>, kind: Kind, columns: &[Column], spare: u8) -> Piece {
    rows_of(words, kind, words.plan.live(kind).collect(), columns, spare)
}

/// The same of chosen records in a chosen order.
pub(super) fn rows_of(
    words: &Words<'_>,
    kind: Kind,
    records: Vec<&dyn Record>,
    columns: &[Column],
    spare: u8,
) -> Piece {
    let heads = columns
        .iter()
        .map(|column| {
            let titles: Vec<String> = column.fields.iter().map(|field| words.label(kind, field)).collect();
            (if column.labels { titles.join(words.word("and")) } else { titles.concat() }, column.share)
        })
        .collect();
    let number = plan::number_fields(kind).map_or("", |(day, _)| day);
    let numbered = columns.iter().any(|column| column.fields.contains(&number));
    let rows: Vec<TableRow> = records
        .into_iter()
        .map(|record| TableRow {
            cells: columns.iter().map(|column| cell(words, record, column)).collect(),
            about: if numbered { words.about_called(record) } else { words.about(record) },
            ..TableRow::default()
        })
        .collect();
    let blank_rows = if rows.is_empty() { spare.max(3) } else { spare };
    Piece::plain(Block::Table(Table { columns: heads, rows, blank_rows, fill: false }))
}

/// A line of a key-value list; what is unanswered leaves most of the line to write on.
pub(super) fn line(words: &Words<'_>, record: &dyn Record, field: &'static str) -> (String, Vec<Run>) {
    let runs = words.inline(record, field);
    let runs = if matches!(runs[..], [Run::Blank(_)]) { vec![Run::Blank(24)] } else { runs };
    (words.label(record.kind(), field), runs)
}

fn cell(words: &Words<'_>, record: &dyn Record, column: &Column) -> Vec<Run> {
    match column.fields[..] {
        _ if column.labels => words.labelled(record, &column.fields),
        ["name" | "system"] => words.name(record, column.fields[0]),
        [field] => words.cell(record, field),
        _ => Vec::new(),
    }
}

/// Records that take no row of their own, named behind what is said of all of them.
pub(super) fn in_one_line(words: &Words<'_>, said: &str, records: &[&dyn Record]) -> Piece {
    let names: Vec<String> = records.iter().map(|one| one.title()).collect();
    let text = Run::Text(format!("{said}{}", names.join(words.word("and"))));
    let about = records.iter().flat_map(|one| words.about(*one)).collect();
    Piece { about, ..words.paragraph(vec![text], Style::Small) }
}
