//! How wide the columns of a table are: by their shares, but wide enough for what no line may divide. A date in the middle of
//! which a line ends is read wrongly at three in the morning. Deliberately not here: words; they are broken where they may be.

use crate::measure::a4::BODY;
use crate::measure::{Type, width};
use crate::outline::{Run, Table};

use super::table::BESIDE;

/// No column takes more than this share of the width for one thing.
const MOST: f64 = 0.35;
/// Rounding must not push the last sign of a date into the next line.
const HAIR: f64 = 0.2;

/// The edges of the columns, from 0 to the width of the body; letters look as `kinds` say.
pub(super) fn edges(table: &Table, kinds: &[Type]) -> Vec<f64> {
    let mut wide = by_shares(table);
    let needed: Vec<f64> = (0..wide.len()).map(|nth| needed(table, nth, kinds)).collect();
    let lacking: f64 = wide.iter().zip(&needed).map(|(wide, needed)| (needed - wide).max(0.0)).sum();
    let spare: f64 = wide.iter().zip(&needed).map(|(wide, needed)| (wide - needed).max(0.0)).sum();
    if lacking > 0.0 && spare > 0.0 {
        // Each gives of what it can spare; where all together cannot, each gets its part of it.
        let given = lacking.min(spare);
        for (wide, needed) in wide.iter_mut().zip(&needed) {
            *wide += if needed > wide { (needed - *wide) * given / lacking } else { (needed - *wide) * given / spare };
        }
    }
    let mut edges = vec![0.0];
    let mut so_far = 0.0;
    for wide in &wide {
        so_far += wide;
        edges.push(so_far);
    }
    if let Some(last) = edges.last_mut() {
        *last = BODY;
    }
    edges
}

fn by_shares(table: &Table) -> Vec<f64> {
    let shares: Vec<f64> = table.columns.iter().map(|(_, share)| share.max(0.0)).collect();
    let all: f64 = shares.iter().sum();
    if shares.is_empty() {
        return vec![BODY];
    }
    let even = BODY / shares.len() as f64;
    shares.into_iter().map(|share| if all > 0.0 { share / all * BODY } else { even }).collect()
}

/// What a column needs for its longest date, time or number.
fn needed(table: &Table, column: usize, kinds: &[Type]) -> f64 {
    let Some(kind) = kinds.get(column) else { return 0.0 };
    let cells = table.rows.iter().filter(|row| !row.band).filter_map(|row| row.cells.get(column));
    let mut longest = Longest::default();
    for run in cells.flatten() {
        match run {
            Run::Text(text) | Run::Bold(text) => longest.of(text),
            Run::Keep(text) => longest.whole(text),
            _ => {}
        }
    }
    if longest.text.is_empty() {
        return 0.0;
    }
    (width(&longest.text, *kind) + 2.0 * BESIDE + HAIR).min(MOST * BODY)
}

/// The longest thing so far, by its width counted in half ems: only that one is measured.
#[derive(Default)]
struct Longest {
    text: String,
    halves: usize,
}

impl Longest {
    /// Looks for numbers with what belongs to them in a text.
    fn of(&mut self, text: &str) {
        if !text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)) {
            return;
        }
        for piece in text.split(|c| !belongs(c)) {
            if piece.chars().filter(|c| c.is_numeric()).count() > 1 {
                self.whole(piece);
            }
        }
    }

    fn whole(&mut self, text: &str) {
        let halves = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        if halves > self.halves {
            (self.text, self.halves) = (text.to_owned(), halves);
        }
    }
}

/// Whether a line may not end before or after it in a date, a time, a telephone number or an address of the network.
fn belongs(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "年月日時分-:./".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::TableRow;

    fn table(cells: &[&str], shares: &[f64]) -> Table {
        let row = TableRow { cells: cells.iter().map(|text| vec![Run::from(*text)]).collect(), ..TableRow::default() };
        Table {
            columns: shares.iter().map(|share| ("欄".to_owned(), *share)).collect(),
            rows: vec![row],
            ..Table::default()
        }
    }

    fn widths(table: &Table) -> Vec<f64> {
        let kinds = vec![Type::CELL; table.columns.len()];
        edges(table, &kinds).windows(2).map(|edge| edge[1] - edge[0]).collect()
    }

    #[test]
    fn a_column_is_wide_enough_for_a_date_and_the_others_give_way() {
        let wide = widths(&table(&["長い文", "2026年10月31日", "文"], &[60.0, 5.0, 35.0]));
        assert!(wide[1] >= width("2026年10月31日", Type::CELL) + 2.0 * BESIDE, "{wide:?}");
        assert!((wide.iter().sum::<f64>() - BODY).abs() < 1e-6, "{wide:?}");
        assert!(wide[0] > wide[2], "who has more gives more: {wide:?}");
    }

    #[test]
    fn an_address_of_the_network_is_one_number() {
        let wide = widths(&table(&["長い文", "198.51.100.206", "文"], &[60.0, 5.0, 35.0]));
        assert!(wide[1] >= width("198.51.100.206", Type::CELL) + 2.0 * BESIDE, "{wide:?}");
    }

    #[test]
    fn what_fits_keeps_its_share() {
        let wide = widths(&table(&["2026年10月31日", "文"], &[50.0, 50.0]));
        assert!((wide[0] - wide[1]).abs() < 1e-6, "{wide:?}");
    }

    #[test]
    fn where_there_is_no_room_at_all_everybody_gets_a_part() {
        let dates = ["2026年10月31日"; 12];
        let wide = widths(&table(&dates, &[1.0; 12]));
        assert!(wide.iter().all(|one| *one > 10.0) && (wide.iter().sum::<f64>() - BODY).abs() < 1e-6, "{wide:?}");
    }
}
