//! Paper operation: procedures as a whole, forms in stock, sheets to print anew.

use super::records::step;
use super::{changed, count, id, kind, reads};
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::plan::stock::{self, Line};
use binder::plan::{Kind, Record, day, procedure};

/// Spans of which the work of typing in is said, in days.
const SPANS: [u32; 5] = [1, 7, 14, 30, 60];

/// What each department needs and has.
pub(crate) fn stock(host: &Host, _: Empty) -> Result<StockView, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let lines = stock::lines(&plan);
    let of = |line: &Line<'_>| line.department.map(|one| one.row.id);
    let places = lines
        .chunk_by(|one, other| of(one) == of(other))
        .map(|lines| StockPlace {
            department: of(&lines[0]).map(|id| id.to_string()).unwrap_or_default(),
            name: lines[0].department.map_or_else(|| template.word("copy-hq").to_owned(), |one| one.title()),
            lines: lines.iter().map(line).collect(),
        })
        .collect();
    let typing = stock::typing(&plan);
    let known = typing.iter().any(|one| one.minutes.is_some());
    let tenths = |days: u32| u32::try_from(stock::person_days(&typing, u64::from(days))).unwrap_or(u32::MAX);
    Ok(StockView {
        seq,
        reads: reads(&[Kind::Form, Kind::FormStock, Kind::Procedure, Kind::ProcedureForm, Kind::Facility]),
        days: u32::try_from(stock::bridge_days(&plan)).unwrap_or(u32::MAX),
        places,
        person_days: if known { SPANS.iter().map(|days| [*days, tenths(*days)]).collect() } else { Vec::new() },
    })
}

fn line(line: &Line<'_>) -> StockLine {
    StockLine {
        form: line.form.row.id.to_string(),
        number: line.form.number.clone().unwrap_or_default(),
        name: line.form.title(),
        need: line.need.map(|need| count(usize::try_from(need).unwrap_or(usize::MAX))),
        stock: line.stock.map(|stock| stock.row.id.to_string()).unwrap_or_default(),
        short: line.short(),
        outdated: line.outdated(),
    }
}

/// Lines of a text become steps.
pub(crate) fn paste_steps(host: &Host, request: PasteRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.paste_steps(kind(&request.kind)?, id(&request.whole)?, &request.text, &step(host, None))?;
    changed(&binder, done)
}

/// A procedure for another department.
pub(crate) fn copy_procedure(host: &Host, request: CopyRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.copy_procedure(id(&request.id)?, id(&request.department)?, &step(host, None))?;
    changed(&binder, done)
}

/// What the catalogue says otherwise about a procedure.
pub(crate) fn compare_steps(host: &Host, request: RecordRequest) -> Result<Vec<StepNewsView>, Fault> {
    let binder = host.binder()?;
    let news = procedure::compared(&binder.plan(), &binder.template(), id(&request.id)?);
    Ok(news.into_iter().map(|one| StepNewsView { entry: one.entry, there: one.there, here: one.here }).collect())
}

/// Takes steps over from the catalogue.
pub(crate) fn take_steps(host: &Host, request: TakeStepsRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.take_steps(id(&request.id)?, &request.entries, &step(host, None))?;
    changed(&binder, done)
}

/// Cards and forms on the shelves that are out of date.
pub(crate) fn to_reprint(host: &Host, _: Empty) -> Result<Vec<OutdatedView>, Fault> {
    let out = host.binder()?.to_reprint()?;
    Ok(out
        .into_iter()
        .map(|one| OutdatedView {
            title: one.title,
            document: one.document.to_owned(),
            printed_on: day::day_of(&one.printed_at),
            why: one.why.into(),
        })
        .collect())
}
