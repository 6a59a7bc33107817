//! Procedures that several departments have in common: printed once, with what each does otherwise.

use super::procedures::anchor;
use super::words::Words;
use crate::outline::{Block, Piece, Run, Table, TableRow};
use plan::{Kind, Procedure, ProcedureStep, Record};

/// What a procedure is called before the brackets: 病棟の与薬 of 病棟の与薬（3階西）.
pub(super) fn called(title: &str) -> &str {
    title.split(['（', '(']).next().unwrap_or_default().trim()
}

/// Each procedure with those that are called as it is, but for the brackets, in the order of the first of them.
pub(super) fn groups<'a>(list: &[&'a Procedure]) -> Vec<(&'a Procedure, Vec<&'a Procedure>)> {
    let mut out: Vec<(&Procedure, Vec<&Procedure>)> = Vec::new();
    for one in list {
        let title = one.title();
        let name = called(&title);
        // Without brackets two of one name are two procedures.
        let common = name != title && !name.is_empty();
        match out.iter_mut().find(|(first, _)| common && first.title() != name && called(&first.title()) == name) {
            Some((_, others)) => others.push(one),
            None => out.push((one, Vec::new())),
        }
    }
    out
}

/// What the others do otherwise; one that differs in nothing says so.
pub(super) fn differences(words: &Words<'_>, first: &Procedure, others: &[&Procedure]) -> Vec<Piece> {
    if others.is_empty() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for other in others {
        let mut name = words.name(*other, "name");
        name.push(Run::Text(format!("　{}：", words.label(Kind::Procedure, "department"))));
        name.extend(words.inline(*other, "department"));
        rows.push(TableRow { cells: vec![name], about: words.about(*other), anchor: Some(anchor(other)), band: true });
        let before = rows.len();
        rows.extend(fields(words, first, other));
        rows.extend(steps(words, first, other));
        if rows.len() == before {
            let cells = vec![vec![Run::from(words.word("no-difference"))], Vec::new()];
            rows.push(TableRow { cells, ..TableRow::default() });
        }
    }
    let columns = vec![(words.word("differs-where").to_owned(), 26.0), (words.word("differs-how").to_owned(), 74.0)];
    vec![
        words.heading(4, words.word("differs"), None, false),
        Piece::plain(Block::Table(Table { columns, rows, blank_rows: 0, fill: false })),
    ]
}

fn fields(words: &Words<'_>, first: &Procedure, other: &Procedure) -> Vec<TableRow> {
    let said =
        Kind::Procedure.fields().iter().filter(|field| field.printed && !matches!(field.id, "name" | "department"));
    let differs = said.filter(|field| first.field(field.id) != other.field(field.id));
    let row = |field: &plan::Field| TableRow {
        cells: vec![vec![Run::Text(words.label(Kind::Procedure, field.id))], words.inline(other, field.id)],
        about: words.about(other),
        ..TableRow::default()
    };
    differs.map(row).collect()
}

/// Steps by their place: what another says there, what it has more, and what it leaves out.
fn steps(words: &Words<'_>, first: &Procedure, other: &Procedure) -> Vec<TableRow> {
    let of = |one: &Procedure| -> Vec<&ProcedureStep> {
        words.plan.rows.procedure_steps.live().filter(|step| step.procedure == Some(one.row.id)).collect()
    };
    let (ours, theirs) = (of(first), of(other));
    let mut rows = Vec::new();
    for at in 0..ours.len().max(theirs.len()) {
        let said = |step: &ProcedureStep| ["text", "role", "caution", "band", "minutes"].map(|field| step.field(field));
        let (our, their) = (ours.get(at).copied(), theirs.get(at).copied());
        if our.map(said) == their.map(said) {
            continue;
        }
        let mut runs: Vec<Run> = Vec::new();
        if let Some(step) = their {
            let other_there = |field: &&str| our.is_none_or(|our| our.field(field) != step.field(field));
            for field in ["band", "role", "text", "caution"].into_iter().filter(other_there) {
                let value = words.cell(step, field);
                if !value.is_empty() && !runs.is_empty() {
                    runs.push(Run::from("　"));
                }
                runs.extend(value);
            }
            if let Some(minutes) = step.field("minutes").filter(|_| other_there(&"minutes")) {
                runs.push(Run::Text(format!("（{minutes}{}）", words.word("minutes-unit"))));
            }
        } else {
            runs.push(Run::from(words.word("left-out")));
        }
        let number = words.word("step-number").replace("{n}", &(at + 1).to_string());
        let about = their.or(our).map(|step| words.about(step)).unwrap_or_default();
        rows.push(TableRow { cells: vec![vec![Run::Text(number)], runs], about, ..TableRow::default() });
    }
    rows
}
