//! Tables of the weeks after: which beds are closed first, where the first screens that only read stand, how far each
//! department is back, what the imaging machines can still keep, who types how much [PRACTICE-WEEKS]. What nobody decided
//! beforehand is written on the day: there is a column for it.

use super::stock::{SPANS, hundredths, uncounted};
use super::table::in_one_line;
use super::words::Words;
use crate::outline::{Block, Look, Piece, Run, Style, Table, TableRow};
use plan::stock::{days_of, kit, typing, typing_by};
use plan::{Department, Kind, Record};

/// Wards in the order in which they are closed; those that are never closed stand at the end.
pub(super) fn closing_beds(words: &Words<'_>) -> Vec<Piece> {
    let list = ordered(
        words,
        |one| one.close_order.is_some() || (one.patients && one.census.is_some()),
        |one| one.close_order.as_deref(),
    );
    let columns = [("close_order", 8.0), ("name", 30.0), ("census", 12.0), ("night_nurses", 12.0), ("close_to", 18.0)];
    by_department(words, &list, &columns, &[("closed-on", 20.0)])
}

/// Departments with patients in the order in which they get a screen that only reads.
pub(super) fn viewer_order(words: &Words<'_>) -> Vec<Piece> {
    let sees = |one: &Department| one.patients || one.viewer_order.is_some();
    let list = ordered(words, sees, |one| one.viewer_order.as_deref());
    by_department(words, &list, &[("viewer_order", 8.0), ("name", 36.0), ("place", 26.0)], &[("put-up-on", 30.0)])
}

/// For each department and task the day it is back on the screen, to be written as it becomes known.
pub(super) fn boundary(words: &Words<'_>) -> Vec<Piece> {
    let tasks = Kind::Signal
        .choices("task")
        .iter()
        .map(|task| words.template.choice(Kind::Signal.noun(), "task", task).to_owned());
    let shown =
        |one: &&Department| one.patients || words.plan.rows.signals.live().any(|of| of.department == Some(one.row.id));
    let list: Vec<&Department> = words.plan.rows.departments.live().filter(shown).collect();
    let mut columns = vec![(words.label(Kind::Department, "name"), 25.0)];
    columns.extend(tasks.map(|task| (task, 8.0)));
    let row = |one: &&Department| TableRow {
        cells: vec![words.name(*one, "name")],
        about: words.about(*one),
        ..TableRow::default()
    };
    ruled(columns, list.iter().map(row).collect())
}

/// The machines that keep images themselves, with what they can keep.
pub(super) fn imaging_room(words: &Words<'_>) -> Vec<Piece> {
    let list: Vec<_> = words.plan.rows.devices.live().filter(|one| one.keeps.is_some()).collect();
    let row = |one: &&plan::Device| TableRow {
        cells: vec![words.name(*one, "name"), words.cell(*one, "place"), words.cell(*one, "keeps")],
        about: words.about(*one),
        ..TableRow::default()
    };
    let label = |field| words.label(Kind::Device, field);
    let columns = vec![
        (label("name"), 28.0),
        (label("place"), 20.0),
        (label("keeps"), 14.0),
        (words.word("room-left").to_owned(), 24.0),
        (words.word("looked-at").to_owned(), 14.0),
    ];
    let mut out = ruled(columns, list.iter().map(row).collect());
    // Nobody has the numbers of all machines beforehand.
    if let [Piece { block: Block::Ruled(table, _), .. }] = &mut out[..] {
        table.blank_rows = table.blank_rows.max(3);
    }
    out
}

/// Who types how long, of what was counted; what was not, and what is never typed.
pub(super) fn typing_people(words: &Words<'_>) -> Vec<Piece> {
    let typing = typing(words.plan);
    let row = |share: &plan::stock::Share| {
        let by = share.by.as_deref().map(|by| words.template.choice(Kind::Form.noun(), "typed_by", by).to_owned());
        let said = |text: String| vec![Run::Text(text)];
        let counted = share.daily > 0;
        let days = SPANS.iter().skip(2).map(|days| {
            // Whole days: a guess with decimals is believed.
            if counted {
                said(format!("{}{}", words.word("about"), days_of(share.daily, *days).div_ceil(10)))
            } else {
                said(words.word("not-counted").to_owned())
            }
        });
        let mut cells = vec![said(by.unwrap_or_else(|| words.word("typing-nobody").to_owned()))];
        cells.push(said(if counted { hundredths(share.daily) } else { words.word("not-counted").to_owned() }));
        cells.extend(days);
        cells.push(said(share.uncounted.to_string()));
        TableRow { cells, ..TableRow::default() }
    };
    let mut columns = vec![(words.word("typing-by").to_owned(), 26.0), (words.word("minutes-a-day").to_owned(), 16.0)];
    columns.extend(
        SPANS
            .iter()
            .skip(2)
            .map(|days| (format!("{days}{}（{}）", words.word("day-unit"), words.word("person-days")), 14.0)),
    );
    columns.push((words.word("not-counted-forms").to_owned(), 16.0));
    let rows: Vec<TableRow> = typing_by(&typing).iter().map(row).collect();
    let blank_rows = if rows.is_empty() { 4 } else { 0 };
    let mut out = vec![Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))];
    out.extend(uncounted(words, &typing));
    let kept = kit(words.plan).into_iter().filter(|form| form.reentry.as_deref() == Some("keep"));
    let kept: Vec<&dyn Record> = kept.map(|form| form as &dyn Record).collect();
    if !kept.is_empty() {
        out.push(in_one_line(words, &format!("{}：", words.word("never-typed")), &kept));
    }
    out
}

/// Departments by a number somebody gave them, those without behind, in their own order.
fn ordered<'a>(
    words: &Words<'a>,
    shown: impl Fn(&Department) -> bool,
    by: impl Fn(&Department) -> Option<&str>,
) -> Vec<&'a Department> {
    let mut list: Vec<&Department> = words.plan.rows.departments.live().filter(|one| shown(one)).collect();
    list.sort_by_key(|one| by(one).and_then(|text| text.parse::<u64>().ok()).unwrap_or(u64::MAX));
    list
}

fn by_department(
    words: &Words<'_>,
    list: &[&Department],
    fields: &[(&'static str, f64)],
    by_hand: &[(&str, f64)],
) -> Vec<Piece> {
    let row = |one: &&Department| {
        let cell = |field: &'static str| match field {
            "name" => words.name(*one, field),
            field => words.cell(*one, field),
        };
        let cells = fields.iter().map(|(field, _)| cell(field)).collect();
        TableRow { cells, about: words.about(*one), ..TableRow::default() }
    };
    let head = |field: &'static str| match field {
        "close_order" | "viewer_order" => words.word("decided-order").to_owned(),
        field => words.label(Kind::Department, field),
    };
    let mut columns: Vec<(String, f64)> = fields.iter().map(|(field, share)| (head(field), *share)).collect();
    columns.extend(by_hand.iter().map(|(word, share)| (words.word(word).to_owned(), *share)));
    let mut out = ruled(columns, list.iter().map(row).collect());
    out.push(words.paragraph(vec![Run::from(words.word("order-by-hand"))], Style::Small));
    out
}

fn ruled(columns: Vec<(String, f64)>, rows: Vec<TableRow>) -> Vec<Piece> {
    let blank_rows = if rows.is_empty() { 4 } else { 0 };
    vec![Piece::plain(Block::Ruled(Table { columns, rows, blank_rows, fill: false }, Look::Form))]
}
