//! 停止時用患者情報: where each list lies, and below it how it is printed. Wards whose lists are
//! printed in the same way share one entry, so that the whole fits into a ward's copy.

use super::words::Words;
use crate::outline::{Block, Piece, Run, Table, TableRow};
use plan::Kind;

/// The table of places, then the ways.
pub(super) fn pieces(words: &Words<'_>) -> Vec<Piece> {
    let columns = [("name", 26.0), ("department", 22.0), ("interval", 18.0), ("place", 18.0), ("checked_by", 16.0)]
        .map(|(field, share)| (words.label(Kind::Downtime, field), share))
        .to_vec();
    let rows = places(words);
    let blank_rows = if rows.is_empty() { 3 } else { 1 };
    let mut out = vec![Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))];
    let rows = ways(words);
    if !rows.is_empty() {
        let columns = [("print_how", 38.0), ("name", 38.0), ("shred", 24.0)]
            .map(|(field, share)| (words.label(Kind::Downtime, field), share))
            .to_vec();
        out.push(Piece::plain(Block::Table(Table { columns, rows, blank_rows: 0, fill: false })));
    }
    out
}

/// One row for each list; wards that make and keep a list in the same way share one.
fn places(words: &Words<'_>) -> Vec<TableRow> {
    type Same = [Option<String>; 3];
    let mut places: Vec<(Same, TableRow)> = Vec::new();
    for list in words.plan.live(Kind::Downtime) {
        let same: Same = ["interval", "place", "checked_by"].map(|field| list.field(field));
        let told = same.iter().all(Option::is_some);
        let cells = [words.name(list, "name"), words.cell(list, "department")];
        match places.iter_mut().find(|(one, _)| told && *one == same) {
            Some((_, row)) => {
                for (at, runs) in cells.into_iter().enumerate() {
                    join(words, &mut row.cells[at], runs);
                }
                row.about.extend(words.about(list));
            }
            None => {
                let [name, department] = cells;
                let rest = ["interval", "place", "checked_by"].map(|field| words.cell(list, field));
                let cells = [name, department].into_iter().chain(rest).collect();
                places.push((same, TableRow { cells, about: words.about(list), ..TableRow::default() }));
            }
        }
    }
    places.into_iter().map(|(_, row)| row).collect()
}

/// Puts a name behind others, unless it is among them.
fn join(words: &Words<'_>, said: &mut Vec<Run>, name: Vec<Run>) {
    if !name.iter().all(|run| said.contains(run)) {
        said.push(Run::from(words.word("and")));
        said.extend(name);
    }
}

/// One row for each way; the lists made that way are named in it.
fn ways(words: &Words<'_>) -> Vec<TableRow> {
    let mut ways: Vec<([Option<String>; 2], TableRow)> = Vec::new();
    for list in words.plan.live(Kind::Downtime) {
        let way = ["print_how", "shred"].map(|field| list.field(field));
        let name = words.cell(list, "name");
        match ways.iter_mut().find(|(one, _)| *one == way) {
            Some((_, row)) => {
                join(words, &mut row.cells[1], name);
                row.about.extend(words.about(list));
            }
            None => {
                let cells = vec![words.cell(list, "print_how"), name, words.cell(list, "shred")];
                ways.push((way, TableRow { cells, about: words.about(list), ..TableRow::default() }));
            }
        }
    }
    ways.into_iter().filter(|(way, _)| way.iter().any(Option::is_some)).map(|(_, row)| row).collect()
}
