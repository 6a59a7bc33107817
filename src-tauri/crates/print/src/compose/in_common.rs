//! Procedures that several departments have in common: printed once, with what each does otherwise.

use super::procedures::anchor;
use super::words::Words;
use crate::outline::{Block, Piece, Run, Table, TableRow};
use plan::{Kind, Plan, Procedure, ProcedureStep, Record, stock};

/// What a procedure is called before the brackets: 病棟の与薬 of 病棟の与薬（3階西）.
pub(super) fn called(title: &str) -> &str {
    title.split(['（', '(']).next().unwrap_or_default().trim()
}

/// Each procedure with those of other departments that are called as it is, but for the brackets, and do at least half of
/// it alike; in the order of the first of them.
pub(super) fn groups<'a>(plan: &Plan, list: &[&'a Procedure]) -> Vec<(&'a Procedure, Vec<&'a Procedure>)> {
    let mut out: Vec<(&Procedure, Vec<&Procedure>)> = Vec::new();
    for one in list {
        let title = one.title();
        let name = called(&title);
        let common = |first: &Procedure, others: &[&Procedure]| {
            let elsewhere =
                std::iter::once(first).chain(others.iter().copied()).all(|of| of.department != one.department);
            name != title && !name.is_empty() && elsewhere && called(&first.title()) == name && alike(plan, first, one)
        };
        match out.iter_mut().find(|(first, others)| common(first, others)) {
            Some((_, others)) => others.push(one),
            None => out.push((one, Vec::new())),
        }
    }
    out
}

fn steps_of<'a>(plan: &'a Plan, one: &Procedure) -> Vec<&'a ProcedureStep> {
    plan.rows.procedure_steps.live().filter(|step| step.procedure == Some(one.row.id)).collect()
}

fn alike(plan: &Plan, one: &Procedure, other: &Procedure) -> bool {
    let (ours, theirs) = (steps_of(plan, one), steps_of(plan, other));
    let same = ours.iter().zip(&theirs).filter(|(our, their)| our.text == their.text).count();
    2 * same >= ours.len().max(theirs.len())
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
        rows.extend(forms(words, first, other));
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
        cells: vec![vec![Run::Text(words.label(Kind::Procedure, field.id))], there(words, other, field.id)],
        about: words.about(other),
        ..TableRow::default()
    };
    differs.map(row).collect()
}

/// A value, or that there is none.
fn there(words: &Words<'_>, of: &dyn Record, field: &str) -> Vec<Run> {
    let runs = words.cell(of, field);
    if runs.is_empty() { vec![Run::from(words.word("nothing-there"))] } else { runs }
}

/// The forms, where they are others.
fn forms(words: &Words<'_>, first: &Procedure, other: &Procedure) -> Option<TableRow> {
    let of = |one: &Procedure| stock::forms_of(words.plan, one.row.id);
    let (ours, theirs) = (of(first), of(other));
    let ids = |list: &[&plan::Form]| list.iter().map(|form| form.row.id).collect::<Vec<_>>();
    let names: Vec<String> = theirs.iter().map(|form| form.title()).collect();
    let said = if names.is_empty() { words.word("nothing-there").to_owned() } else { names.join("、") };
    (ids(&ours) != ids(&theirs)).then(|| TableRow {
        cells: vec![vec![Run::from(words.word("card-forms"))], vec![Run::Text(said)]],
        about: words.about(other),
        ..TableRow::default()
    })
}

/// Steps by their place: what another says there, what it has more, and what it leaves out.
fn steps(words: &Words<'_>, first: &Procedure, other: &Procedure) -> Vec<TableRow> {
    let (ours, theirs) = (steps_of(words.plan, first), steps_of(words.plan, other));
    let mut rows = Vec::new();
    for at in 0..ours.len().max(theirs.len()) {
        let said = |step: &ProcedureStep| ["text", "role", "caution", "band", "minutes"].map(|field| step.field(field));
        let (our, their) = (ours.get(at).copied(), theirs.get(at).copied());
        if our.map(said) == their.map(said) {
            continue;
        }
        let mut runs: Vec<Run> = Vec::new();
        if let Some(step) = their {
            let otherwise = |field: &&str| our.is_none_or(|our| our.field(field) != step.field(field));
            for field in ["band", "role", "text", "caution", "minutes"].into_iter().filter(otherwise) {
                if our.is_none() && step.field(field).is_none() {
                    continue;
                }
                if !runs.is_empty() {
                    runs.push(Run::from("\n"));
                }
                runs.push(Run::Text(format!("{}：", words.label(Kind::ProcedureStep, field))));
                runs.extend(there(words, step, field));
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
