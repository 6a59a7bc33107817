//! The kit of an exercise at the table: what whoever leads holds (part M) and what lies on the table (part P). Nothing of
//! the first may stand on the second: a test compares the texts.
//!
//! Every page says 訓練. Cards are numbered n/N in the order of the script, so that they can be counted in again; a number
//! betrays nothing: branches and reserves have letters behind the number of the last.

mod cards;
mod leader;
mod table;

use super::words::Words;
use super::{Composing, outline};
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Run, Style, Table, TableRow};
use plan::{Record, exercise::Script};

/// Composes the kit; without a script, the sentence that one has to be chosen.
pub(crate) fn compose(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let title = words.word("ex-kit");
    let mut parts = Vec::new();
    match of.script {
        None => {
            let blocks = vec![
                words.heading(1, title, None, true),
                words.paragraph(vec![words.word("ex-kit-none").into()], Style::Body),
            ];
            parts.push(part(&words, 'M', "ex-part-leader", blocks));
        }
        Some(script) => {
            parts.push(part(&words, 'M', "ex-part-leader", leader::pages(&words, script)));
            parts.push(part(&words, 'P', "ex-part-table", table::pages(&words, script)));
            parts.push(part(&words, 'Q', "ex-part-cards", cards::pages(&words, script)));
        }
    }
    let outline = outline(&words, title, parts, words.word("ex-mark").to_owned(), of.date);
    Outline { paper: Paper::Single, ..outline }
}

fn part(words: &Words<'_>, letter: char, title: &str, blocks: Vec<Piece>) -> Part {
    Part { sort: PartSort::Lettered(letter), title: words.word(title).to_owned(), blocks }
}

/// A page with its heading. The first of a part stands where the part begins.
fn page(words: &Words<'_>, out: &mut Vec<Piece>, title: &str, about: &str) {
    if !out.is_empty() {
        out.push(Piece::plain(Block::PageBreak));
    }
    out.push(words.heading(5, words.word(title), Some(format!("exercise/{title}")), true));
    if !about.is_empty() {
        out.push(words.paragraph(vec![words.word(about).into()], Style::Body));
    }
}

/// Lines to tick off, written with `|` between them.
fn ticks(words: &Words<'_>, key: &str) -> Vec<Piece> {
    let lines = words.word(key).split('|').map(str::trim).filter(|line| !line.is_empty());
    let item = |line: &str| Block::Item { marker: None, runs: vec![line.into()], style: Style::Body };
    lines.map(|line| Piece::plain(item(line))).collect()
}

/// A table to write in by hand: heads with shares, rows with what is printed in the first cells, and blank ones.
fn ruled(words: &Words<'_>, columns: &[(&str, f64)], rows: Vec<Vec<String>>, blank: u8, fill: bool) -> Piece {
    let table = Table {
        columns: columns.iter().map(|(word, share)| (words.word(word).to_owned(), *share)).collect(),
        rows: rows.into_iter().map(|cells| row(columns.len(), cells)).collect(),
        blank_rows: blank,
        fill,
    };
    Piece::plain(Block::Ruled(table, crate::outline::Look::Form))
}

fn row(width: usize, cells: Vec<String>) -> TableRow {
    let mut cells: Vec<Vec<Run>> = cells.into_iter().map(|text| vec![Run::Text(text)]).collect();
    cells.resize(width, Vec::new());
    TableRow { cells, ..TableRow::default() }
}

/// The roles of those who play, in the order in which they are first spoken to; each once. 「全員」 is none.
fn roles(words: &Words<'_>, script: &Script) -> Vec<String> {
    let of_the_house = |name: &String| {
        let roles = words.plan.rows.roles.live().map(Record::title);
        roles.chain(words.plan.rows.departments.live().map(Record::title)).any(|title| title == *name)
    };
    let mut out: Vec<String> = Vec::new();
    for card in &script.cards {
        for role in card.decider.iter().chain([&card.addressee.text]).filter(|name| of_the_house(name)) {
            if !out.contains(role) {
                out.push(role.clone());
            }
        }
    }
    out
}
