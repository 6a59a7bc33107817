//! Part B: numbers by job and place, short enough for every ward; and the fuller tables of chapters 2 and 3.

use super::table::{Column, table};
use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::{ContactPoint, Kind, Record, is_own_number, sort_key};
use std::collections::BTreeMap;

/// The contact sheet.
pub(super) fn sheet(words: &Words<'_>) -> Vec<Piece> {
    let mut out = vec![words.heading(2, words.word("contact-sheet"), Some("block/contact-sheet".to_owned()), true)];
    // One mark for the whole sheet: nobody signs number by number.
    let checked = vec![Run::from(words.word("numbers-checked")), Run::from(" "), Run::Blank(14)];
    out.push(words.paragraph(checked, Style::Body));
    let mut part = |kind: Kind, columns: &[Column]| {
        out.push(words.heading(4, &words.template.labels[kind.noun()].name, None, false));
        // Room to write is at the foot of the sheet, once, not after each list.
        out.push(table(words, kind, columns, 0));
    };
    part(Kind::Department, &[col("name", 32.0), col("phone", 17.0), col("night_phone", 17.0), col("box_place", 34.0)]);
    part(
        Kind::Role,
        &[
            col("name", 28.0),
            col("holder", 16.0),
            col("deputy1", 14.0),
            col("deputy2", 14.0),
            col("phone", 14.0),
            col("night_phone", 14.0),
        ],
    );
    out.push(words.heading(4, &words.template.labels["organisations"].name, None, false));
    out.push(outside(words));
    let title = &words.template.labels["contact_points"].name;
    out.push(words.heading(4, title, Some("block/phones-dead".to_owned()), false));
    out.push(points(words, |one| is_inside(words, one), 1));
    out
}

/// Whom somebody on duty may have to call. Suppliers are called by headquarters,
/// so a hospital's wards need not carry them; a place without beds has only this sheet.
fn outside(words: &Words<'_>) -> Piece {
    let called = |one: &&dyn Record| !words.plan.has_beds() || one.field("group").as_deref() != Some("vendor");
    let fields = ["name", "day_phone", "night_phone"];
    let rows = words.plan.live(Kind::Organisation).filter(called).map(|one| TableRow {
        cells: fields
            .iter()
            .map(|field| if *field == "name" { words.name(one, field) } else { words.cell(one, field) })
            .collect(),
        about: words.about(one),
        ..TableRow::default()
    });
    let rows = rows.collect();
    let columns =
        fields.iter().zip([46.0, 27.0, 27.0]).map(|(field, share)| (words.label(Kind::Organisation, field), share));
    Piece::plain(Block::Table(Table { columns: columns.collect(), rows, blank_rows: 1, fill: false }))
}

/// 外部関係機関: when, by when, what. The one clock of the law is the privacy commission's, counted from when any
/// department knew [LAW-PRIVACY-26]; every other is the institution's own aim [OWN-REPORT-TIMES].
pub(super) fn external(words: &Words<'_>) -> Piece {
    let row = |one: &dyn Record| {
        let mut deadline = words.cell(one, "deadline");
        if !deadline.is_empty() {
            let law = one.field("group").as_deref() == Some("privacy");
            let whose = words.word(if law { "law-deadline" } else { "own-deadline" });
            // Whoever typed it may have said so.
            if !matches!(deadline.first(), Some(Run::Text(text)) if text.starts_with(whose)) {
                deadline.insert(0, Run::from(whose));
            }
        }
        let mut name = words.name(one, "name");
        if one.field("checked_on").is_none() {
            name.push(Run::Badge(words.word("card-confirm").to_owned()));
        }
        let cells = vec![
            name,
            words.cell(one, "group"),
            words.cell(one, "when_to_call"),
            deadline,
            words.cell(one, "what_to_tell"),
        ];
        TableRow { cells, about: words.about(one), ..TableRow::default() }
    };
    let rows: Vec<TableRow> = words.plan.live(Kind::Organisation).map(row).collect();
    let fields = [("name", 24.0), ("group", 12.0), ("when_to_call", 24.0), ("deadline", 17.0), ("what_to_tell", 23.0)];
    let columns = fields.map(|(field, share)| (words.label(Kind::Organisation, field), share)).to_vec();
    Piece::plain(Block::Table(Table { columns, rows, blank_rows: 2, fill: false }))
}

/// Whether a further number rings in the house, everybody may read it, and it stands beside no other.
pub(super) fn is_inside(words: &Words<'_>, point: &ContactPoint) -> bool {
    let outside = point.of_kind.as_deref() == Some(Kind::Organisation.noun());
    !outside && !is_own_number(point) && !plan::numbers::stands_beside(words.plan, point)
}

/// Whether it is one of a supplier or an authority.
fn is_outside(point: &ContactPoint) -> bool {
    !is_own_number(point) && point.of_kind.as_deref() == Some(Kind::Organisation.noun())
}

/// Further numbers of some sort.
pub(super) fn points(words: &Words<'_>, of: impl Fn(&ContactPoint) -> bool, spare: u8) -> Piece {
    let fields = ["of", "means", "hours", "value", "note"];
    let rows: Vec<TableRow> = words
        .plan
        .rows
        .contact_points
        .live()
        .filter(|point| of(point))
        .map(|point| TableRow {
            cells: fields.iter().map(|field| words.cell(point, field)).collect(),
            about: words.about(point),
            ..TableRow::default()
        })
        .collect();
    let blank_rows = if rows.is_empty() { spare.max(2) } else { spare };
    let shares = [25.0, 8.0, 9.0, 22.0, 36.0];
    let columns = fields.iter().zip(shares).map(|(field, share)| (words.label(Kind::ContactPoint, field), share));
    Piece::plain(Block::Table(Table { columns: columns.collect(), rows, blank_rows, fill: false }))
}

fn col(field: &'static str, share: f64) -> Column {
    Column { fields: vec![field], share, labels: false }
}

/// Everything about the outside: whom, when, under which contract.
pub(super) fn organisations(words: &Words<'_>) -> Vec<Piece> {
    let columns = [
        col("name", 24.0),
        col("contact", 14.0),
        col("day_phone", 15.0),
        col("night_phone", 15.0),
        Column { fields: vec!["open_hours", "contract", "contract_until", "checked_on"], share: 32.0, labels: true },
    ];
    let mut out = vec![table(words, Kind::Organisation, &columns, 1)];
    if has_points(words, is_outside) {
        out.push(points(words, is_outside, 0));
    }
    out.extend(super::channels::codes(words));
    out
}

pub(super) fn has_points(words: &Words<'_>, of: impl Fn(&ContactPoint) -> bool) -> bool {
    words.plan.rows.contact_points.live().any(of)
}

/// People in the order of their reading.
pub(super) fn people(words: &Words<'_>) -> Piece {
    by_reading(words, ["name", "job", "department", "extension"], [30.0, 28.0, 24.0, 18.0])
}

/// The same with their own numbers; part S only.
pub(super) fn private(words: &Words<'_>) -> Piece {
    by_reading(words, ["name", "job", "extension", "private_phone"], [28.0, 32.0, 15.0, 25.0])
}

fn by_reading(words: &Words<'_>, fields: [&'static str; 4], shares: [f64; 4]) -> Piece {
    let mut list: Vec<&dyn Record> = words.plan.live(Kind::Person).collect();
    list.sort_by_cached_key(|one| sort_key(one.field("kana").as_deref(), one.field("name").as_deref()));
    let rows: Vec<TableRow> = list
        .into_iter()
        .map(|person| TableRow {
            cells: fields.iter().map(|field| words.cell(person, field)).collect(),
            about: words.about(person),
            ..TableRow::default()
        })
        .collect();
    let columns = fields.iter().zip(shares).map(|(field, share)| (words.label(Kind::Person, field), share));
    Piece::plain(Block::Table(Table { columns: columns.collect(), rows, blank_rows: 1, fill: false }))
}

/// 部門連絡先一覧: 部署名 / 担当者 / 連絡先 [MODEL-3.1].
pub(super) fn departments(words: &Words<'_>) -> Vec<Piece> {
    let columns = vec![
        (words.label(Kind::Department, "name"), 36.0),
        (words.label(Kind::Department, "contact"), 28.0),
        (words.word("contact").to_owned(), 36.0),
    ];
    let rows = words
        .plan
        .live(Kind::Department)
        .map(|one| TableRow {
            cells: vec![
                words.name(one, "name"),
                words.cell(one, "contact"),
                words.labelled(one, &["phone", "night_phone", "roster"]),
            ],
            about: words.about_called(one),
            ..TableRow::default()
        })
        .collect();
    vec![Piece::plain(Block::Table(Table { columns, rows, blank_rows: 2, fill: false }))]
}

/// A vendor, if there is one, and its systems.
type Supplied<'a> = (Option<&'a dyn Record>, Vec<&'a dyn Record>);

/// 医療システム・サービス事業者連絡先一覧: システム / 事業者 / 担当者 / 連絡先 [MODEL-3.1].
pub(super) fn vendors(words: &Words<'_>) -> Vec<Piece> {
    let columns = vec![
        (words.label(Kind::Backup, "system"), 26.0),
        (words.label(Kind::System, "vendor"), 26.0),
        (words.label(Kind::Organisation, "contact"), 18.0),
        (words.word("contact").to_owned(), 30.0),
    ];
    // One row for each vendor: its systems are repeated nowhere, its number stands once.
    let mut groups: Vec<Supplied<'_>> = Vec::new();
    let mut places: BTreeMap<Option<plan::Id>, usize> = BTreeMap::new();
    for system in words.plan.live(Kind::System) {
        let id = system.field("vendor").and_then(|id| plan::Id::parse(&id));
        let vendor = id.and_then(|id| words.plan.find(Kind::Organisation, id));
        let next = groups.len();
        let at = *places.entry(vendor.map(Record::id)).or_insert(next);
        if at == next {
            groups.push((vendor, Vec::new()));
        }
        groups[at].1.push(system);
    }
    // Those without a vendor come last, with room to write one.
    groups.sort_by_key(|(vendor, _)| vendor.is_none());
    let row = |(vendor, systems): Supplied<'_>| {
        let mut names: Vec<Run> = Vec::new();
        for system in &systems {
            if !names.is_empty() {
                names.push(Run::from("、"));
            }
            names.extend(words.name(*system, "name"));
        }
        let of_vendor = match vendor {
            Some(vendor) => [
                words.name(vendor, "name"),
                words.cell(vendor, "contact"),
                words.labelled(vendor, &["day_phone", "night_phone", "contract"]),
            ],
            None => [Vec::new(), Vec::new(), Vec::new()],
        };
        let about = systems
            .iter()
            .flat_map(|system| words.about(*system))
            .chain(vendor.iter().flat_map(|one| words.about(*one)));
        let about = about.collect();
        TableRow { cells: [names].into_iter().chain(of_vendor).collect(), about, ..TableRow::default() }
    };
    let rows = groups.into_iter().map(row).collect();
    vec![Piece::plain(Block::Table(Table { columns, rows, blank_rows: 2, fill: false }))]
}

/// Further numbers that are somebody's own: private, so they print in part S.
pub(super) fn own_points(words: &Words<'_>) -> Vec<Piece> {
    let own = |point: &ContactPoint| is_own_number(point);
    if has_points(words, own) { vec![points(words, own, 0)] } else { Vec::new() }
}
