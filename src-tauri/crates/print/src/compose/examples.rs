//! 記入例: writes on the composed page of a blank form what the pack says a hand would write. Deliberately not here: how
//! a form is drawn (`forms`), so that an example is always of the very form that lies in the box.

use crate::measure::is_empty;
use crate::outline::{Block, BoxCell, Piece, Run, Table};
use std::collections::BTreeMap;
use template::Example;

/// Between a signature's name and what is written beside it.
const GAP: char = '　';

/// Rows that stay empty below what is written.
const MOST_EMPTY: u8 = 1;

/// Writes on a page.
pub(super) fn write(page: &mut [Piece], example: &Example) {
    let mut seen = BTreeMap::new();
    let mut tables = example.tables.iter();
    for piece in page {
        match &mut piece.block {
            Block::Boxes(rows) => rows.iter_mut().flatten().for_each(|cell| into(cell, example, &mut seen)),
            Block::Ruled(table, _) if is_ticks(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| tick(cell, example));
            }
            Block::Ruled(table, _) => fill(table, tables.next().map_or(&[], Vec::as_slice)),
            _ => {}
        }
    }
}

fn into(cell: &mut BoxCell, example: &Example, seen: &mut BTreeMap<String, usize>) {
    if cell.joined {
        return;
    }
    let nth = seen.entry(cell.label.clone()).or_default();
    *nth += 1;
    let mut hands = example.written_in(&cell.label, *nth);
    if hands.is_empty()
        && let Some((name, _)) = cell.label.split_once(GAP)
    {
        hands = example.written_in(name, *nth);
    }
    let (ticked, written): (Vec<String>, Vec<String>) =
        hands.iter().cloned().partition(|hand| cell.ticks.contains(hand));
    cell.ticked = ticked;
    cell.hand = written.join("\n");
}

fn is_ticks(table: &Table) -> bool {
    table.rows.iter().any(|row| row.cells.iter().any(|cell| cell.first() == Some(&Run::Tick)))
}

fn tick(cell: &mut [Run], example: &Example) {
    if let [sign, Run::Text(item)] = cell
        && example.ticked.contains(item)
    {
        *sign = Run::Ticked;
    }
}

/// What a hand wrote is bold. Where something is printed already, it stays.
fn fill(table: &mut Table, rows: &[Vec<String>]) {
    let columns = table.columns.len();
    for (nth, written) in rows.iter().enumerate() {
        if nth == table.rows.len() {
            table.rows.push(crate::outline::TableRow::default());
            table.blank_rows = table.blank_rows.saturating_sub(1);
        }
        let Some(row) = table.rows.get_mut(nth) else { break };
        row.cells.resize(columns, Vec::new());
        for (cell, hand) in row.cells.iter_mut().zip(written) {
            if is_empty(cell) && !hand.is_empty() {
                *cell = vec![Run::Bold(hand.clone())];
            }
        }
    }
    // What is written needs more room than a rule: fewer rows stay empty.
    if !rows.is_empty() {
        table.blank_rows = table.blank_rows.min(MOST_EMPTY);
    }
}
