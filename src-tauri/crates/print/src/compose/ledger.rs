//! The ledger of devices and the drawings.

use super::table::{one, rows_of, table};
use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::{Attachment, Device, Kind, Record};
use std::collections::BTreeMap;

/// From so many devices on, terminals are only counted: nobody looks for one of a thousand in a binder.
const WHOLE: usize = 200;

/// What stands in the cells of a row, line by line: one device takes as few lines as can be read.
const CELLS: [&[&[&str]]; 5] = [
    &[&["asset_no"], &["sort"], &["state"]],
    &[&["name"], &["maker", "serial"], &["os"]],
    &[&["place"], &["department"], &["keeper"]],
    &[&["system"], &["purpose"], &["backed_up"], &["keeps"]],
    &[&["support_until"], &["maintained_until"], &["bought_on"], &["counted_on"]],
];
/// Shares of the width.
const SHARES: [f64; 5] = [12.0, 25.0, 21.0, 17.0, 25.0];
/// Said with their label: a date or a word that could be another's.
const LABELLED: [&str; 6] = ["backed_up", "keeps", "support_until", "maintained_until", "bought_on", "counted_on"];

fn cell(words: &Words<'_>, device: &dyn Record, lines: &[&[&'static str]]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for line in lines {
        let mut said: Vec<Run> = Vec::new();
        for field in *line {
            let value = if *field == "name" { words.name(device, field) } else { words.cell(device, field) };
            if value.is_empty() {
                continue;
            }
            if !said.is_empty() {
                said.push(Run::from("　"));
            }
            if LABELLED.contains(field) {
                said.push(Run::Text(format!("{} ", words.label(Kind::Device, field))));
            }
            said.extend(value);
        }
        if !said.is_empty() && !runs.is_empty() {
            runs.push(Run::from("\n"));
        }
        runs.extend(said);
    }
    runs
}

/// The ledger.
pub(super) fn devices(words: &Words<'_>) -> Vec<Piece> {
    let all: Vec<&Device> = words.plan.rows.devices.live().collect();
    let counted = |one: &&Device| all.len() > WHOLE && one.sort.as_deref() == Some("terminal");
    let listed: Vec<&dyn Record> = all.iter().filter(|one| !counted(one)).map(|one| *one as &dyn Record).collect();
    let rows = listed.into_iter().map(|device| TableRow {
        cells: CELLS.iter().map(|lines| cell(words, device, lines)).collect(),
        about: words.about(device),
        ..TableRow::default()
    });
    let heads = CELLS.iter().zip(SHARES).map(|(lines, share)| {
        let fields = lines.iter().flat_map(|line| line.iter());
        let titles: Vec<String> = fields.map(|field| words.label(Kind::Device, field)).collect();
        (titles.join(words.word("and")), share)
    });
    let table = Table { columns: heads.collect(), rows: rows.collect(), blank_rows: 2, fill: false };
    let mut out = vec![Piece::plain(Block::Table(table))];
    if all.iter().any(counted) {
        out.push(words.paragraph(vec![words.word("more-terminals").into()], Style::Small));
        out.push(terminals(words, all.iter().copied().filter(|one| counted(one))));
    }
    out
}

/// Terminals by department, with their number.
fn terminals<'a>(words: &Words<'_>, list: impl Iterator<Item = &'a Device>) -> Piece {
    let mut by_place: BTreeMap<String, usize> = BTreeMap::new();
    for device in list {
        let department = device.department.and_then(|id| words.plan.find(Kind::Department, id));
        let name = department.map(Record::title).or_else(|| device.place.clone()).unwrap_or_default();
        *by_place.entry(name).or_default() += 1;
    }
    let row = |(name, count): (String, usize)| TableRow {
        cells: vec![vec![Run::Text(name)], vec![Run::Text(count.to_string())]],
        ..TableRow::default()
    };
    let columns = vec![(words.label(Kind::Device, "department"), 70.0), (words.label(Kind::System, "terminals"), 30.0)];
    Piece::plain(Block::Table(Table {
        columns,
        rows: by_place.into_iter().map(row).collect(),
        blank_rows: 0,
        fill: false,
    }))
}

/// Addresses and ways in from outside; part S only.
pub(super) fn remote(words: &Words<'_>) -> Piece {
    let fields = ["address", "remote", "remote_vendor", "answered_on", "answer_source"];
    let told = |one: &&dyn Record| fields.iter().any(|field| one.field(field).is_some());
    let rows: Vec<&dyn Record> = words.plan.live(Kind::Device).filter(told).collect();
    let columns = [
        one("asset_no", 11.0),
        one("name", 24.0),
        one("address", 14.0),
        one("remote", 9.0),
        one("remote_vendor", 15.0),
        one("answered_on", 13.0),
        one("answer_source", 14.0),
    ];
    rows_of(words, Kind::Device, rows, &columns, 2)
}

/// The drawings there are, and where the picture of each is.
pub(super) fn diagrams(words: &Words<'_>) -> Piece {
    let columns = [one("name", 40.0), one("sort", 20.0), one("drawn_on", 20.0), one("image", 20.0)];
    table(words, Kind::Diagram, &columns, 2)
}

/// Whether any drawing has its picture in the plan.
pub(super) fn has_pictures(words: &Words<'_>) -> bool {
    words.plan.live(Kind::Diagram).any(|diagram| picture(diagram).is_some())
}

fn picture(diagram: &dyn Record) -> Option<plan::Picture> {
    Attachment::parse(&diagram.field("image")?)?.picture()
}

/// The pictures, one to a page; part S only.
pub(super) fn pictures(words: &Words<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    for diagram in words.plan.live(Kind::Diagram) {
        // The list says which drawing has no picture yet; a page with nothing but its name helps nobody.
        let Some(picture) = picture(diagram) else { continue };
        if !out.is_empty() {
            out.push(Piece::plain(Block::PageBreak));
        }
        let runs = words.name(diagram, "name");
        let about = words.about(diagram);
        out.push(Piece { block: Block::Heading { level: 4, runs, listed: false }, about: about.clone(), anchor: None });
        out.push(Piece { block: words.picture(picture), about, anchor: None });
    }
    if out.is_empty() {
        out.push(words.paragraph(vec![words.word("no-picture").into()], Style::Small));
    }
    out
}
