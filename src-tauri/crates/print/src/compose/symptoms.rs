//! こんなときは: what people see → the first act → pages. Behind the first page [PRACTICE-WARD-NIGHT].

use super::{procedures, words::Words};
use crate::outline::{Block, Look, Piece, Run, Table, TableRow};
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
    table(words, leads(words, there, department).map(|(one, led)| row(words, one, led)).collect())
}

/// What each row of the index says and leads to, for whoever looks for a page by words.
pub(super) fn rows<'a>(words: &Words<'a>, there: &BTreeSet<String>, department: Option<Id>) -> Vec<SymptomRow<'a>> {
    let rows = leads(words, there, department);
    rows.map(|(symptom, led)| SymptomRow { symptom, anchors: led.into_iter().map(|led| led.anchor).collect() })
        .collect()
}

/// A row of the index of a book.
#[derive(Debug, Clone)]
pub(crate) struct SymptomRow<'a> {
    /// What is seen and the first act.
    pub symptom: &'a Symptom,
    /// Where it leads, what to open first first.
    pub anchors: Vec<String>,
}

fn leads<'a>(
    words: &Words<'a>,
    there: &BTreeSet<String>,
    department: Option<Id>,
) -> impl Iterator<Item = (&'a Symptom, Vec<Led<'a>>)> {
    let here = move |target: &String| {
        let own = department.and_then(|department| procedures::alike(words, target, department));
        own.map(of_procedure).or_else(|| led(words, target)).filter(|led| there.contains(&led.anchor))
    };
    let row = move |one: &'a Symptom| (one, one.see.iter().filter_map(&here).collect::<Vec<_>>());
    listed(words).map(row).filter(|(_, led)| !led.is_empty())
}

/// The symptoms this institution may see.
fn listed<'a>(words: &Words<'a>) -> impl Iterator<Item = &'a Symptom> {
    let institution = words.plan.institution();
    let own = move |one: &&Symptom| one.institutions.is_empty() || one.institutions.iter().any(|id| id == institution);
    words.template.symptoms.iter().filter(own)
}

fn table(words: &Words<'_>, rows: Vec<TableRow>) -> Piece {
    let columns = vec![
        (words.word("symptom-says").to_owned(), 34.5),
        (words.word("symptom-first").to_owned(), 43.5),
        (words.word("symptom-see").to_owned(), 22.0),
    ];
    Piece::plain(Block::Ruled(Table { columns, rows, blank_rows: 0, fill: false }, Look::Index))
}

fn row(words: &Words<'_>, one: &Symptom, led: Vec<Led<'_>>) -> TableRow {
    let mut see: Vec<Run> = Vec::new();
    let mut about = Vec::new();
    for Led { anchor, record } in led {
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
        "first" if !super::first_pages::printed(words, id.strip_suffix("/back").unwrap_or(id)) => None,
        _ => Some(Led { anchor: target.to_owned(), record: None }),
    }
}

fn of_procedure(own: &Procedure) -> Led<'_> {
    Led { anchor: procedures::anchor(own), record: Some(own) }
}
