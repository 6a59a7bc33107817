//! The signals (合図): for each task where it goes and from when on, who confirms, declares and switches, how it arrives
//! without telephones; what is looked at before it is believed, and when paper comes back [PRACTICE-SIGNAL].
//!
//! What all signals have in common is said once, above; the table has only what differs.

use super::words::Words;
use crate::outline::{About, Block, Piece, Run, Style, Table, TableRow};
use plan::{Kind, Record, Signal};

/// What may be said once: a line, and short things behind it in the same line. Who declares keeps room to write on while
/// nobody does.
const SAID: [(&str, &[&str]); 3] = [
    ("declared_by", &["switched_by", "confirmed_by", "state", "boundary", "other_way"]),
    ("believe", &[]),
    ("back", &["back_by"]),
];
/// What a table has room for; longer things stand under it with their tasks.
const COLUMNS: [(&str, f64); 6] = [
    ("state", 16.0),
    ("boundary", 24.0),
    ("confirmed_by", 28.0),
    ("declared_by", 28.0),
    ("switched_by", 24.0),
    ("other_way", 16.0),
];

/// Those of the whole plan, with their departments.
pub(super) fn all(words: &Words<'_>) -> Vec<Piece> {
    let list: Vec<&Signal> = words.plan.rows.signals.live().collect();
    if list.is_empty() {
        let none = words.paragraph(vec![Run::from(words.word("no-rows"))], Style::Small);
        return vec![none, table(words, &list, &COLUMNS[..4])];
    }
    pieces(words, &list, Vec::new(), Vec::new())
}

/// Those that count for a department, behind what is said of the beginning of paper.
pub(super) fn of_department(
    words: &Words<'_>,
    list: &[&Signal],
    begins: Vec<(String, Vec<Run>)>,
    said: Vec<About>,
) -> Vec<Piece> {
    pieces(words, list, begins, said)
}

fn pieces(words: &Words<'_>, list: &[&Signal], begins: Vec<(String, Vec<Run>)>, mut said: Vec<About>) -> Vec<Piece> {
    let alike = |field: &str| list.iter().all(|one| one.field(field) == list[0].field(field));
    let mut lines = begins;
    for (field, behind) in SAID {
        let (label, mut runs) = (words.label(Kind::Signal, field), Vec::new());
        let column = COLUMNS.iter().any(|(known, _)| *known == field);
        if alike(field) {
            let blank = vec![Run::Blank(10)];
            runs = if list[0].has(field) { words.cell(list[0], field) } else { blank };
        } else if !column {
            runs = each(words, list, field);
        }
        for field in behind.iter().filter(|field| alike(field) && list[0].has(field)) {
            let gap = if runs.is_empty() { "" } else { "　" };
            runs.push(Run::Text(format!("{gap}{}：", words.label(Kind::Signal, field))));
            runs.extend(words.cell(list[0], field));
        }
        if !runs.is_empty() {
            lines.push((label, runs));
        }
    }
    // From when on and by whose confirmation is written by hand where nobody said it.
    let open = |field: &str| matches!(field, "boundary" | "confirmed_by") && !list[0].has(field);
    let columns: Vec<(&'static str, f64)> =
        COLUMNS.into_iter().filter(|(field, _)| !alike(field) || open(field)).collect();
    let rule = words.paragraph(vec![Run::Bold(words.word("signal-rule").to_owned())], Style::Body);
    said.extend(about(words, list));
    vec![rule, Piece { block: Block::KeyValues(lines), about: said, anchor: None }, table(words, list, &columns)]
}

/// Each value once, with the tasks that say it.
fn each(words: &Words<'_>, list: &[&Signal], field: &'static str) -> Vec<Run> {
    let mut said: Vec<(String, Vec<&Signal>)> = Vec::new();
    for one in list {
        let Some(value) = one.field(field) else { continue };
        match said.iter_mut().find(|(known, _)| *known == value) {
            Some((_, of)) => of.push(one),
            None => said.push((value, vec![one])),
        }
    }
    let mut runs: Vec<Run> = Vec::new();
    for (_, of) in said {
        runs.extend((!runs.is_empty()).then(|| Run::from("\n")));
        runs.extend(words.cell(of[0], field));
        let mut tasks: Vec<String> = of.iter().map(|one| plan::title_of(words.plan, words.template, *one)).collect();
        tasks.dedup();
        runs.push(Run::Text(format!("（{}）", tasks.join(words.word("and")))));
    }
    runs
}

/// A row for each task; with departments where any has a signal of its own.
fn table(words: &Words<'_>, list: &[&Signal], fields: &[(&'static str, f64)]) -> Piece {
    let places = list.iter().any(|one| one.department != list[0].department);
    let row = |one: &&Signal| {
        let mut named = Vec::new();
        named.extend(one.row.is_draft().then(|| Run::Badge(words.word("draft").to_owned())));
        named.push(Run::Bold(plan::title_of(words.plan, words.template, *one)));
        let place = places.then(|| match one.department {
            Some(_) => words.cell(*one, "department"),
            None => vec![Run::from(words.word("every-department"))],
        });
        let cells = fields.iter().map(|(field, _)| words.cell(*one, field));
        TableRow {
            cells: std::iter::once(named).chain(place).chain(cells).collect(),
            about: words.about(*one),
            ..TableRow::default()
        }
    };
    let label = |field| words.label(Kind::Signal, field);
    let mut columns = vec![(label("task"), 18.0)];
    columns.extend(places.then(|| (label("department"), 26.0)));
    columns.extend(fields.iter().map(|(field, share)| (label(field), *share)));
    let blank_rows = if list.is_empty() { 5 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows: list.iter().map(row).collect(), blank_rows, fill: false }))
}

fn about(words: &Words<'_>, list: &[&Signal]) -> Vec<About> {
    list.iter().flat_map(|one| words.about(*one)).collect()
}
