//! Workbooks of checklists: what one is taken for, filling and reading it, and the list one makes.

use super::records::step;
use super::{changed, count, id, refs};
use crate::types::*;
use crate::{Fault, Host};
use binder::Unfilled;
use binder::list_form::{Answer, Left, Round, Shape, cell_name};
use std::path::Path;

fn row(of: &str) -> Result<Option<binder::plan::Id>, Fault> {
    Some(of).filter(|of| !of.is_empty()).map(id).transpose()
}

/// What a workbook is taken for as the form of a sheet, and what it says.
pub(crate) fn look_at_form(host: &Host, request: ListFormRequest) -> Result<ListFormView, Fault> {
    let binder = host.binder()?;
    let (of, path) = (row(&request.of)?, Path::new(&request.path));
    let look = binder.look_at_form(&request.list, of, path)?;
    let read = binder.read_form(&request.list, of, path)?;
    let said = |one: &binder::ReadAnswer| FormAnswer {
        number: one.number.clone(),
        question: one.key.question.clone(),
        says: one.says.clone(),
        plan: one.plan.clone().unwrap_or_default(),
    };
    let left = |one: &Left| FormLeft { cell: one.cell.clone(), text: one.text.clone(), why: one.why.into() };
    let word = |(id, text): &(String, String)| Word { id: id.clone(), text: text.clone() };
    Ok(ListFormView {
        top: look.shape.top.clone(),
        official: look.official.clone().unwrap_or_default(),
        columns: columns(&look.shape),
        there: look.there,
        missing: look.missing,
        others: look.others.iter().map(word).collect(),
        taken: read.taken.iter().map(said).collect(),
        kept: read.kept.iter().map(said).collect(),
        same: count(read.same),
        left: read.left.iter().map(left).collect(),
        further: read.further.iter().map(|(number, round)| word(&(number.clone(), round.to_string()))).collect(),
    })
}

/// Letters of columns, and what each is for: `answer/1`, `day/1`, `yes/1`, `no/1`, `target`, `note`.
fn columns(shape: &Shape) -> Vec<Word> {
    let letters = |column: u32| cell_name(0, column).trim_end_matches('1').to_owned();
    let mut out = Vec::new();
    let mut put = |column: u32, what: String| out.push(Word { id: what, text: letters(column) });
    for Round { round, answer, day } in &shape.rounds {
        match answer {
            Answer::One(column) => put(*column, format!("answer/{round}")),
            Answer::Two { yes, no } => {
                put(*yes, format!("yes/{round}"));
                put(*no, format!("no/{round}"));
            }
        }
        day.iter().for_each(|column| put(*column, format!("day/{round}")));
    }
    shape.target.iter().for_each(|column| put(*column, "target".to_owned()));
    shape.note.iter().for_each(|column| put(*column, "note".to_owned()));
    out
}

/// Takes what a form says where the plan says nothing.
pub(crate) fn take_form(host: &Host, request: ListFormRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.take_form(&request.list, row(&request.of)?, Path::new(&request.path), &step(host, None))?;
    changed(&binder, done)
}

/// Writes the answers that count into a copy of a form.
pub(crate) fn fill_form(host: &Host, request: FillFormRequest) -> Result<FilledView, Fault> {
    let binder = host.binder()?;
    let (of, to) = (row(&request.of)?, Path::new(&request.to));
    let filled = match request.path.as_str() {
        "" => binder.fill_kept_form(&request.list, of, to)?,
        path => binder.fill_form(&request.list, of, (Path::new(path), to), &step(host, None))?,
    };
    let out = |why: Unfilled| {
        filled.left_out.iter().filter(|(_, one)| *one == why).map(|(number, _)| number.clone()).collect::<Vec<_>>()
    };
    Ok(FilledView {
        seq: filled.kept.seq,
        changed: refs(&filled.kept),
        path: request.to.clone(),
        cells: count(filled.cells.len()),
        open: out(Unfilled::Open),
        unsigned: out(Unfilled::Unsigned),
        no_line: [out(Unfilled::NoLine), out(Unfilled::NoColumn)].concat(),
    })
}

/// Writes a blank form, to be sent.
pub(crate) fn blank_form(host: &Host, request: BlankFormRequest) -> Result<Nothing, Fault> {
    host.binder()?.blank_form(&request.list, row(&request.of)?, Path::new(&request.to))?;
    Ok(Nothing {})
}

/// Looks at the list a workbook makes, or makes it.
pub(crate) fn list_file(host: &Host, request: ListFileRequest) -> Result<ListFileView, Fault> {
    let binder = host.binder()?;
    let from = Path::new(&request.path);
    let (list, noted) = match request.take {
        true => binder.take_list_in(from, &step(host, None))?,
        false => (binder.look_at_list_in(from)?, binder::Done::default()),
    };
    Ok(ListFileView {
        seq: noted.seq,
        changed: refs(&noted),
        items: list.items.into_iter().map(|(id, text)| Word { id, text }).collect(),
        official: list.official.unwrap_or_default(),
        supplier: list.supplier,
        id: list.id,
        title: list.title,
        edition: list.edition,
    })
}
