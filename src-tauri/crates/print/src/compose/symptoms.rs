//! こんなときは: what people see → the first act → pages. Behind the first page [PRACTICE-WARD-NIGHT].

use super::words::Words;
use crate::outline::{Block, Piece, Run, Table, TableRow};
use plan::Record;
use template::Symptom;

/// The index for this institution.
pub(super) fn index(words: &Words<'_>) -> Piece {
    let institution = words.plan.institution();
    let own = |one: &&Symptom| one.institutions.is_empty() || one.institutions.iter().any(|id| id == institution);
    let rows = words.template.symptoms.iter().filter(own).map(|one| row(words, one)).collect();
    let columns = vec![
        (words.word("symptom-says").to_owned(), 34.0),
        (words.word("symptom-first").to_owned(), 42.0),
        (words.word("symptom-see").to_owned(), 24.0),
    ];
    Piece::plain(Block::Table(Table { columns, rows, blank_rows: 1, fill: false }))
}

fn row(words: &Words<'_>, one: &Symptom) -> TableRow {
    let mut see: Vec<Run> = Vec::new();
    let mut about = Vec::new();
    for target in &one.see {
        let Some(anchor) = anchor(words, target, &mut about) else { continue };
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
fn anchor(words: &Words<'_>, target: &str, about: &mut Vec<crate::outline::About>) -> Option<String> {
    let (noun, id) = target.split_once('/')?;
    match noun {
        "procedures" | "forms" => {
            let record: &dyn Record = words.plan.from_entry(target)?;
            about.extend(words.about(record));
            Some(format!("{}/{}", noun.trim_end_matches('s'), record.id()))
        }
        "first" => super::first_pages::printed(words, id).then(|| target.to_owned()),
        _ => Some(target.to_owned()),
    }
}
