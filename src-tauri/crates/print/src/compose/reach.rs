//! The worst case of the contact tree on paper: after how many minutes a decider is reached, by day, by night, with PHS
//! and exchange down; and on whom several chains hang. Names of people: headquarters only (chapter 2).

use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::reach::{Case, Down, Hinge, best, deciders, hinges, stops};
use plan::{Id, Kind, Record};

/// The cases that are compared, with the word of each column.
const CASES: [(&str, Case); 4] = [
    ("day", Case { night: false, down: Down::Nothing, silent: None }),
    ("night", Case { night: true, down: Down::Nothing, silent: None }),
    ("night-phs", Case { night: true, down: Down::Phs, silent: None }),
    ("night-exchange", Case { night: true, down: Down::Exchange, silent: None }),
];

/// Deciders, then people.
pub(super) fn pieces(words: &Words<'_>) -> Vec<Piece> {
    let mut out = vec![words.paragraph(vec![words.word("reach-how").into()], Style::Small), minutes(words)];
    let hinges = hinges(words.plan, CASES[1].1);
    let (alone, often): (Vec<_>, Vec<_>) = hinges.into_iter().partition(|hinge| hinge.lost > 0);
    if alone.is_empty() {
        out.push(words.paragraph(vec![words.word("hinge-none").into()], Style::Body));
    } else {
        out.push(people(words, &alone));
    }
    if !often.is_empty() {
        let named = |hinge: &Hinge| words.plan.find(Kind::Person, hinge.person).map(Record::title);
        let names: Vec<String> = often.iter().filter_map(named).collect();
        let line = format!("{}{}", words.word("hinge-often"), names.join("、"));
        out.push(words.paragraph(vec![Run::Text(line)], Style::Body));
    }
    out
}

fn people(words: &Words<'_>, hinges: &[Hinge]) -> Piece {
    let row = |hinge: &Hinge| {
        let person = words.plan.find(Kind::Person, hinge.person)?;
        let count = |count: usize| vec![Run::Text(count.to_string())];
        let cells = vec![words.name(person, "name"), count(hinge.places), count(hinge.lost)];
        Some(TableRow { cells, about: words.about(person), ..TableRow::default() })
    };
    let columns = [("hinge-who", 50.0), ("hinge-places", 25.0), ("hinge-lost", 25.0)]
        .map(|(word, share)| (words.word(word).to_owned(), share));
    let rows = hinges.iter().filter_map(row).collect();
    Piece::plain(Block::Table(Table { columns: columns.to_vec(), rows, blank_rows: 0, fill: false }))
}

/// One row for each role that decides, one column for each case.
fn minutes(words: &Words<'_>) -> Piece {
    let columns: Vec<(String, f64)> = std::iter::once((words.word("decided-by").to_owned(), 36.0))
        .chain(CASES.iter().map(|(word, _)| (words.word(word).to_owned(), 16.0)))
        .collect();
    let cases: Vec<_> = CASES.iter().map(|(_, case)| stops(words.plan, *case)).collect();
    let mut roles: Vec<Id> = Vec::new();
    for decider in CASES.iter().flat_map(|(_, case)| deciders(words.plan, *case)) {
        if !roles.contains(&decider.role) {
            roles.push(decider.role);
        }
    }
    let row = |role: &Id| {
        let record: &dyn Record = words.plan.find(Kind::Role, *role)?;
        let mut cells = vec![words.name(record, "name")];
        for stops in &cases {
            let text = match best(stops, *role) {
                None => words.word("reach-nowhere").to_owned(),
                Some(stop) => said(words, stop.latest, stop.other_way, stop.unsaid),
            };
            cells.push(vec![Run::Text(text)]);
        }
        Some(TableRow { cells, about: words.about(record), ..TableRow::default() })
    };
    let rows: Vec<TableRow> = roles.iter().filter_map(row).collect();
    let blank_rows = if rows.is_empty() { 3 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}

/// 「15分」, 「届かない」, 「15分（伝令・無線など）」, 「15分より長い」.
fn said(words: &Words<'_>, latest: Option<u32>, other_way: bool, unsaid: bool) -> String {
    let Some(minutes) = latest else { return words.word("reach-never").to_owned() };
    let minutes = format!("{minutes}{}", words.word("minutes-unit"));
    match (other_way, unsaid) {
        (true, true) => format!("{minutes}{}{}", words.word("reach-longer"), words.word("reach-other")),
        (true, false) => format!("{minutes}{}", words.word("reach-other")),
        (false, true) => format!("{minutes}{}", words.word("reach-longer")),
        (false, false) => minutes,
    }
}
