//! The first hour.

use super::{changed, reads};
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::plan::first_hour::{parts, questions, standing};
use binder::plan::{Kind, Plan, Record};
use binder::template::{HourFills, HourPart, HourQuestion, Template};
use std::collections::BTreeMap;

/// The questions of the first hour.
pub(crate) fn first_hour(host: &Host, _: Empty) -> Result<FirstHour, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let template = &*template;
    let asked = questions(&plan, template);
    let filled =
        asked.iter().flat_map(|question| &question.parts).filter_map(|part| Kind::from_noun(part.fills.kind()));
    let read: Vec<Kind> = filled.chain([Kind::Facility, Kind::Remark]).collect();
    let questions = asked.into_iter().map(|question| view(&plan, template, question)).collect();
    Ok(FirstHour { seq, reads: reads(&read), questions })
}

fn view(plan: &Plan, template: &Template, question: &HourQuestion) -> HourQuestionView {
    HourQuestionView {
        id: question.id.clone(),
        asked: question.asked.clone(),
        why: question.why.clone(),
        example: question.example(plan.institution()).to_owned(),
        standing: standing(plan, template, question).into(),
        parts: parts(plan, question).into_iter().map(|part| part_view(plan, template, part)).collect(),
    }
}

fn part_view(plan: &Plan, template: &Template, part: &HourPart) -> HourPartView {
    let (sort, fields, entries, values) = match &part.fills {
        HourFills::Facility { fields } => (HourSort::Facility, fields.clone(), Vec::new(), BTreeMap::new()),
        HourFills::Tick { .. } => (HourSort::Tick, Vec::new(), Vec::new(), BTreeMap::new()),
        HourFills::Entries { entries, fields } => {
            let offers = entries.iter().map(|entry| offer(plan, template, entry)).collect();
            (HourSort::Entries, fields.clone(), offers, BTreeMap::new())
        }
        HourFills::Rows { values, fields, .. } => (HourSort::Rows, fields.clone(), Vec::new(), values.clone()),
    };
    let (text, kind) = (part.text.clone(), part.fills.kind().to_owned());
    HourPartView { text, sort, kind, fields, entries, values }
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
pub(crate) fn leave_question(host: &Host, request: LeaveRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let done = binder.leave_question(&request.question, request.later, &super::records::step(host, None))?;
    changed(&binder, done)
}
