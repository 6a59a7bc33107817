//! 停止時用患者情報: where each list lies, and below it how it is printed. Wards whose lists are
//! printed in the same way share one entry, so that the whole fits into a ward's copy.

use super::blocks::{named, one, table};
use super::words::Words;
use crate::outline::{Block, Piece, Run, Table, TableRow};
use plan::Kind;

/// The table of places, then the ways.
pub fn pieces(words: &Words<'_>) -> Vec<Piece> {
    let places =
        [named(20.0), one("department", 18.0), one("interval", 20.0), one("place", 20.0), one("checked_by", 22.0)];
    let mut out = vec![table(words, Kind::Downtime, &places, 2)];
    let rows = ways(words);
    if !rows.is_empty() {
        let columns = [("print_how", 44.0), ("name", 30.0), ("shred", 26.0)]
            .map(|(field, share)| (words.label(Kind::Downtime, field), share))
            .to_vec();
        out.push(Piece::plain(Block::Table(Table { columns, rows, blank_rows: 0, fill: false })));
    }
    out
}

/// One row for each way; the lists made that way are named in it.
fn ways(words: &Words<'_>) -> Vec<TableRow> {
    let mut ways: Vec<([Option<String>; 2], TableRow)> = Vec::new();
    for list in words.plan.live(Kind::Downtime) {
        let way = ["print_how", "shred"].map(|field| list.field(field));
        let name = words.cell(list, "name");
        match ways.iter_mut().find(|(one, _)| *one == way) {
            Some((_, row)) => {
                let said = &row.cells[1];
                if !name.iter().all(|run| said.contains(run)) {
                    row.cells[1].push(Run::from(words.word("and")));
                    row.cells[1].extend(name);
                }
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
