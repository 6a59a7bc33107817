//! The ledger of devices and the drawings.

use super::blocks::{Column, one, rows_of, table};
use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::{Attachment, Device, Kind, Record};
use std::collections::BTreeMap;

/// From so many devices on, terminals are only counted: nobody looks for one of a thousand in a binder.
const WHOLE: usize = 200;

/// The ledger.
pub fn devices(words: &Words<'_>) -> Vec<Piece> {
    let all: Vec<&Device> = words.plan.rows.devices.iter().filter(|one| one.row.removed_at.is_none()).collect();
    let counted = |one: &&Device| all.len() > WHOLE && one.sort.as_deref() == Some("terminal");
    let listed: Vec<&dyn Record> = all.iter().filter(|one| !counted(one)).map(|one| *one as &dyn Record).collect();
    let both = |fields: &[&'static str], share: f64| Column { fields: fields.to_vec(), share, labels: true };
    let columns = [
        both(&["asset_no", "sort", "state"], 16.0),
        both(&["name", "maker", "serial", "os"], 27.0),
        both(&["place", "department", "keeper"], 22.0),
        both(&["system", "purpose", "backed_up"], 19.0),
        both(&["support_until", "bought_on", "counted_on"], 16.0),
    ];
    let mut out = vec![rows_of(words, Kind::Device, listed, &columns, 2)];
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
pub fn remote(words: &Words<'_>) -> Piece {
    let fields = ["address", "remote", "remote_vendor", "answered_on", "answer_source"];
    let told = |one: &&dyn Record| fields.iter().any(|field| one.field(field).is_some());
    let rows: Vec<&dyn Record> = words.plan.live(Kind::Device).filter(told).collect();
    let columns = [
        Column { fields: vec!["name", "asset_no", "place"], share: 32.0, labels: true },
        one("address", 16.0),
        Column { fields: vec!["remote", "remote_vendor"], share: 26.0, labels: true },
        Column { fields: vec!["answered_on", "answer_source"], share: 26.0, labels: true },
    ];
    rows_of(words, Kind::Device, rows, &columns, 2)
}

/// The drawings there are, and where the picture of each is.
pub fn diagrams(words: &Words<'_>) -> Piece {
    let columns = [one("name", 40.0), one("sort", 20.0), one("drawn_on", 20.0), one("image", 20.0)];
    table(words, Kind::Diagram, &columns, 2)
}

/// The pictures, one to a page; part S only.
pub fn pictures(words: &Words<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    for diagram in words.plan.live(Kind::Diagram) {
        let picture = diagram.field("image").and_then(|text| Attachment::parse(&text));
        if !out.is_empty() {
            out.push(Piece::plain(Block::PageBreak));
        }
        let runs = words.name(diagram, "name");
        let about = words.about(diagram);
        out.push(Piece { block: Block::Heading { level: 4, runs, listed: false }, about: about.clone(), anchor: None });
        match picture {
            Some(picture) => out.push(Piece { block: Block::Picture(picture), about, anchor: None }),
            None => out.push(words.paragraph(vec![words.word("no-picture").into()], Style::Small)),
        }
    }
    if out.is_empty() {
        out.push(words.paragraph(vec![words.word("no-rows").into()], Style::Small));
    }
    out
}
