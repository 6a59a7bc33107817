//! The first hour.

use super::changed;
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::plan::first_hour::{Standing, parts, questions, standing};
use binder::plan::{Plan, Record};
use binder::template::{HourFills, HourPart, HourQuestion, Template};
use std::collections::BTreeMap;

/// The questions of the first hour.
pub fn first_hour(host: &Host, _: Empty) -> Result<FirstHour, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let template = &*template;
    let questions = questions(&plan, template).into_iter().map(|question| view(&plan, template, question)).collect();
    Ok(FirstHour { seq, questions })
}

fn view(plan: &Plan, template: &Template, question: &HourQuestion) -> HourQuestionView {
    HourQuestionView {
        id: question.id.clone(),
        asked: question.asked.clone(),
        why: question.why.clone(),
        example: question.example(plan.institution()).to_owned(),
        standing: match standing(plan, template, question) {
            Standing::Answered => "answered",
            Standing::Later => "later",
            Standing::Open => "open",
        }
        .to_owned(),
        parts: parts(plan, question).into_iter().map(|part| part_view(plan, template, part)).collect(),
    }
}

fn part_view(plan: &Plan, template: &Template, part: &HourPart) -> HourPartView {
    let (sort, kind, fields, entries, values) = match &part.fills {
        HourFills::Facility { fields } => ("facility", "facility", fields.clone(), Vec::new(), BTreeMap::new()),
        HourFills::Tick { kind } => ("tick", kind.as_str(), Vec::new(), Vec::new(), BTreeMap::new()),
        HourFills::Entries { entries, fields } => {
            let kind = entries.first().and_then(|entry| entry.split('/').next()).unwrap_or_default();
            let offers = entries.iter().map(|entry| offer(plan, template, entry)).collect();
            ("entries", kind, fields.clone(), offers, BTreeMap::new())
        }
        HourFills::Rows { kind, values, fields } => ("rows", kind.as_str(), fields.clone(), Vec::new(), values.clone()),
    };
    HourPartView { text: part.text.clone(), sort: sort.to_owned(), kind: kind.to_owned(), fields, entries, values }
}

fn offer(plan: &Plan, template: &Template, entry: &str) -> Offer {
    let record = plan.from_entry(entry);
    let name = template.entry(entry).and_then(|entry| entry.values.get("name")).cloned().unwrap_or_default();
    Offer {
        entry: entry.to_owned(),
        name: record.map(Record::title).unwrap_or(name),
        about: String::new(),
        record: record.map(|record| record.id().to_string()),
    }
}

/// Leaves a question, putting it off or not.
pub fn leave_question(host: &Host, request: LeaveRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.leave_question(&request.question, request.later, &super::records::step(host, None))?;
    changed(&binder, done)
}
