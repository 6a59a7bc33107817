//! 来る人に聞かれそうなこと: ten open points by weight, each with where to look and who answers. For the institution alone.

use super::super::words::Words;
use super::super::{Composing, outline};
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Run, Style, Table, TableRow};
use plan::checklist::{self, RULE, Said, Sent, Standing};
use plan::{Record, day};

/// So many points.
const MOST: usize = 10;

/// So many suppliers are named.
const NAMED: usize = 5;

/// A point: how heavy, what, where to look, who.
struct Point {
    weight: u8,
    what: String,
    page: Vec<Run>,
    who: String,
}

/// Composes the sheet.
pub(crate) fn compose(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let title = words.word("open-title");
    let mut points = points(&words, of.date);
    let mut blocks =
        vec![words.heading(1, title, None, true), words.paragraph(vec![words.word("open-how").into()], Style::Body)];
    let rest = points.len().saturating_sub(MOST);
    points.truncate(MOST);
    if points.is_empty() {
        blocks.push(words.paragraph(vec![words.word("open-none").into()], Style::Body));
    } else {
        let row = |(nth, point): (usize, Point)| TableRow {
            cells: vec![
                vec![Run::Text((nth + 1).to_string())],
                vec![Run::Text(point.what)],
                point.page,
                vec![if point.who.is_empty() { Run::Blank(6) } else { Run::Text(point.who) }],
            ],
            ..TableRow::default()
        };
        let heads = [("item", 6.0), ("open-what", 56.0), ("open-page", 20.0), ("open-who", 18.0)];
        blocks.push(Piece::plain(Block::Table(Table {
            columns: heads.map(|(word, share)| (words.word(word).to_owned(), share)).to_vec(),
            rows: points.into_iter().enumerate().map(row).collect(),
            ..Table::default()
        })));
    }
    if rest > 0 {
        let said = template::filled(words.word("open-more"), &[rest.to_string()]);
        blocks.push(words.paragraph(vec![Run::Text(said)], Style::Small));
    }
    blocks.extend(aside(&words));
    let part = Part { sort: PartSort::Lettered('K'), title: title.to_owned(), blocks };
    Outline { paper: Paper::Single, ..outline(&words, title, vec![part], words.word("open-keep").to_owned(), of.date) }
}

/// Every point, the heaviest first; those of one weight stay in the order of the list.
fn points(words: &Words<'_>, date: &str) -> Vec<Point> {
    let mut points = of_lists(words, date);
    points.extend(of_improvements(words, date));
    points.sort_by_key(|point| point.weight);
    points
}

fn of_lists(words: &Words<'_>, date: &str) -> Vec<Point> {
    let mut points = of_list(words, date);
    points.extend(of_year(words, date));
    points.extend(unasked(words));
    points.extend(of_suppliers(words, date));
    points.sort_by_key(|point| point.weight);
    points
}

/// The heaviest ones of the list and the suppliers, in words. What somebody typed as an improvement may name a system or a
/// number, and stays out.
pub(in crate::compose) fn heaviest(words: &Words<'_>, date: &str, most: usize) -> Vec<String> {
    of_lists(words, date).into_iter().take(most).map(|point| point.what).collect()
}

/// Findings that were set aside: what each is about, why it waits, by whom, until when. What it said may name a cut.
fn aside(words: &Words<'_>) -> Vec<Piece> {
    let row = |one: &plan::SetAside| TableRow {
        cells: vec![
            words.cell(one, "topic"),
            words.cell(one, "reason"),
            words.cell(one, "set_by"),
            words.cell(one, "until"),
        ],
        about: words.about(one),
        ..TableRow::default()
    };
    let rows: Vec<TableRow> = words.plan.rows.set_asides.live().map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let label = |field: &'static str, share: f64| (words.label(plan::Kind::SetAside, field), share);
    let columns = vec![label("topic", 26.0), label("reason", 46.0), label("set_by", 16.0), label("until", 12.0)];
    vec![
        words.heading(2, words.word("open-aside"), None, true),
        Piece::plain(Block::Table(Table { columns, rows, ..Table::default() })),
    ]
}

/// Whether a day is over; what no day can be read from is.
fn is_past(on: &str, date: &str) -> bool {
    day::stored(on).zip(day::stored(date)).is_none_or(|(on, date)| on < date)
}

/// What the list leaves open: what was said without day or name, いいえ, what nobody answered, はい with nothing to show.
fn of_list(words: &Words<'_>, date: &str) -> Vec<Point> {
    let mut out = Vec::new();
    let Some(sheet) = checklist::for_visit(words.plan, words.template, super::INSPECTION) else { return out };
    for asked in sheet.list.asked(sheet.form) {
        let (standing, said) = checklist::standing(words.plan, &sheet, &asked);
        let number = asked.item.number_mark.bracketed(asked.number);
        let title = asked.mark.bracketed(asked.title);
        let says = |key: &str, more: &str| {
            template::filled(words.word(key), &[number.clone(), title.clone(), more.to_owned()])
        };
        let has_proof = !asked.item.proof.is_empty()
            || sheet.once(words.plan, &asked.item.id, RULE).is_some()
            || words
                .plan
                .rows
                .proofs
                .live()
                .any(|one| one.list.as_ref() == Some(&sheet.list.id) && one.item.as_ref() == Some(&asked.item.id));
        let target = |said: Option<Said<'_>>| said.and_then(|said| said.target.map(str::to_owned));
        let (weight, what) = match standing {
            Standing::Unsigned => (1, says("open-unsigned", "")),
            Standing::Open => (2, says("open-unanswered", "")),
            Standing::No => {
                let until = target(said);
                let over = until.as_deref().is_none_or(|until| is_past(until, date));
                let until = until.map(|on| format!("{} {on}", words.word("visit-target"))).unwrap_or_default();
                (if over { 1 } else { 4 }, says("open-no", &until))
            }
            Standing::Yes if !has_proof => (5, says("open-unproved", "")),
            _ => continue,
        };
        let page = vec![Run::Text(template::filled(words.word("open-list"), &[asked.number.to_owned()]))];
        let who = said.and_then(|said| said.by).unwrap_or_default().to_owned();
        out.push(Point { weight, what, page, who });
    }
    out
}

/// The list is of a year that is over.
fn of_year(words: &Words<'_>, date: &str) -> Option<Point> {
    let sheet = checklist::for_visit(words.plan, words.template, super::INSPECTION)?;
    let what = super::past(words, &sheet, date)?;
    Some(Point { weight: 1, what, page: vec![Run::from(words.word("visit-list"))], who: String::new() })
}

/// Suppliers of the house's systems nobody asked for a form.
fn unasked(words: &Words<'_>) -> Option<Point> {
    let sheet = checklist::for_visit(words.plan, words.template, super::INSPECTION)?;
    let asked = |id| {
        let mut forms = words.plan.rows.supplier_forms.live();
        forms.any(|row| row.list.as_ref() == Some(&sheet.list.id) && row.supplier == Some(id))
    };
    let vendors = words.plan.rows.organisations.live().filter(|one| {
        let id = one.row.id;
        words.plan.rows.systems.live().any(|system| system.vendor == Some(id)) && !asked(id)
    });
    let names: Vec<String> = vendors.map(Record::title).collect();
    sheet.list.supplier_form().filter(|_| !names.is_empty())?;
    let said = [names.len().to_string(), words.listed(names, NAMED)];
    let what = template::filled(words.word("open-unasked"), &said);
    Some(Point { weight: 2, what, page: vec![Run::from(words.word("visit-suppliers"))], who: String::new() })
}

fn of_suppliers(words: &Words<'_>, date: &str) -> Vec<Point> {
    let open = words.plan.rows.supplier_forms.live().filter(|row| checklist::sent(row, date) != Sent::Returned);
    open.map(|row| {
        let name = row.supplier.and_then(|id| words.plan.rows.organisations.find(id)).map(Record::title);
        let what = template::filled(words.word("open-supplier"), &[name.unwrap_or_default()]);
        let weight = if checklist::sent(row, date) == Sent::Overdue { 2 } else { 3 };
        Point { weight, what, page: vec![Run::from(words.word("visit-suppliers"))], who: String::new() }
    })
    .collect()
}

fn of_improvements(words: &Words<'_>, date: &str) -> Vec<Point> {
    let open = words.plan.rows.improvements.live().filter(|one| !one.is_over());
    open.map(|one| {
        let due = one.due_on.as_deref();
        let what = template::filled(words.word("open-improvements"), &[one.title()]);
        let who = words.plan.role(one.owner).map(Record::title).unwrap_or_default();
        let weight = if due.is_some_and(|due| is_past(due, date)) { 2 } else { 6 };
        let page = due.map(|due| vec![Run::from(due)]).unwrap_or_default();
        Point { weight, what, page, who }
    })
    .collect()
}
