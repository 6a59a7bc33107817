//! こんなときは: what people see → the first act → pages. Behind the first page [PRACTICE-WARD-NIGHT].

use super::{procedures, words::Words};
use crate::outline::{Block, Piece, Run, Table, TableRow};
use plan::{Id, Procedure, Record};
use std::collections::BTreeSet;
use template::Symptom;

/// Where a row leads: a name to refer to, and the record that is printed there.
struct Led<'a> {
    anchor: String,
    record: Option<&'a dyn Record>,
}

/// The index of a book. A row that leads to none of its pages is for others; in the book of a department that has a
/// procedure of its own like the one that is named, its own is meant.
pub(super) fn of_book(words: &Words<'_>, there: &BTreeSet<String>, department: Option<Id>) -> Piece {
    let here = |target: &str| {
        let own = department.and_then(|department| procedures::alike(words.plan, target, department));
        own.map(of_procedure).or_else(|| led(words, target)).filter(|led| there.contains(&led.anchor))
    };
    let for_us = |one: &&Symptom| one.see.iter().any(|target| here(target).is_some());
    table(words, listed(words).filter(for_us).map(|one| row(words, one, here)).collect())
}

/// The symptoms this institution may see.
fn listed<'a>(words: &Words<'a>) -> impl Iterator<Item = &'a Symptom> {
    let institution = words.plan.institution();
    let own = move |one: &&Symptom| one.institutions.is_empty() || one.institutions.iter().any(|id| id == institution);
    words.template.symptoms.iter().filter(own)
}

fn table(words: &Words<'_>, rows: Vec<TableRow>) -> Piece {
    let columns = vec![
        (words.word("symptom-says").to_owned(), 32.0),
        (words.word("symptom-first").to_owned(), 47.0),
        (words.word("symptom-see").to_owned(), 21.0),
    ];
    Piece::plain(Block::Table(Table { columns, rows, blank_rows: 0, fill: false }))
}

fn row<'a>(words: &Words<'_>, one: &Symptom, led: impl Fn(&str) -> Option<Led<'a>>) -> TableRow {
    let mut see: Vec<Run> = Vec::new();
    let mut about = Vec::new();
    for Led { anchor, record } in one.see.iter().filter_map(|target| led(target)) {
        about.extend(record.iter().flat_map(|record| words.about(*record)));
        if !see.is_empty() {
            see.push(Run::from(" "));
        }
        see.push(Run::PageRef(anchor));
    }
    TableRow {
        cells: vec![vec![Run::Bold(one.says.clone())], vec![Run::from(one.first.as_str())], see],
        about,
        ..TableRow::default()
    }
}

/// Where a target is printed; nothing for what this plan does not have.
fn led<'a>(words: &Words<'a>, target: &str) -> Option<Led<'a>> {
    let (noun, id) = target.split_once('/')?;
    match noun {
        "procedures" | "forms" => {
            let record: &dyn Record = words.plan.from_entry(target)?;
            Some(Led { anchor: format!("{}/{}", noun.trim_end_matches('s'), record.id()), record: Some(record) })
        }
        "first" if !super::first_pages::printed(words, id) => None,
        _ => Some(Led { anchor: target.to_owned(), record: None }),
    }
}

fn of_procedure(own: &Procedure) -> Led<'_> {
    Led { anchor: procedures::anchor(own), record: Some(own) }
}
