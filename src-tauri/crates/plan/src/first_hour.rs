//! The first hour: which questions an institution is asked, and how each stands.
//!
//! 「わからない・後で」 is a remark on the question, so that it shows up wherever
//! open things are listed. Deliberately not here: the questions (the pack), the screens.

use crate::{Change, Field, Id, Kind, Plan, Record, order};
use template::{HourFills, HourPart, HourQuestion, Template};

/// The noun remarks on these questions carry.
pub const REMARK_KIND: &str = "first-hour";

/// What is written when a plan is made: nobody was asked yet.
const AT_THE_START: [&str; 3] = ["name", "kind", "beds"];

/// How a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Something was filled in.
    Answered,
    /// 「わからない・後で」.
    Later,
    /// Not yet reached.
    Open,
}

/// The questions of this institution, in order.
pub fn questions<'t>(plan: &Plan, template: &'t Template) -> Vec<&'t HourQuestion> {
    template.first_hour.iter().filter(|question| meant(plan, &question.institutions)).collect()
}

/// The groups of a question for this institution.
pub fn parts<'t>(plan: &Plan, question: &'t HourQuestion) -> Vec<&'t HourPart> {
    question.parts.iter().filter(|part| meant(plan, &part.institutions)).collect()
}

fn meant(plan: &Plan, institutions: &[String]) -> bool {
    institutions.is_empty() || institutions.iter().any(|one| one == plan.institution())
}

/// How a question stands. What a new plan starts with counts as nobody's answer.
pub fn standing(plan: &Plan, template: &Template, question: &HourQuestion) -> Standing {
    if later(plan, &question.id).is_some() {
        return Standing::Later;
    }
    let answered = parts(plan, question).into_iter().any(|part| match &part.fills {
        HourFills::Facility { fields } => plan.facility().is_some_and(|facility| {
            fields.iter().any(|field| !AT_THE_START.contains(&field.as_str()) && facility.field(field).is_some())
        }),
        HourFills::Tick { kind } => Kind::from_noun(kind).is_some_and(|kind| chosen(plan, template, kind)),
        HourFills::Entries { entries, fields } => {
            let filled = |record: &dyn Record| fields.iter().any(|field| own_value(template, record, field));
            entries.iter().filter_map(|entry| plan.from_entry(entry)).any(filled)
        }
        HourFills::Rows { kind, values, .. } => Kind::from_noun(kind).is_some_and(|kind| {
            plan.live(kind).any(|record| {
                record.row().source.is_none()
                    && values.iter().all(|(field, value)| record.field(field).as_ref() == Some(value))
            })
        }),
    });
    if answered { Standing::Answered } else { Standing::Open }
}

/// Whether somebody chose: adopted a row, added one of their own, or ticked other than is usual.
fn chosen(plan: &Plan, template: &Template, kind: Kind) -> bool {
    let own = |record: &dyn Record| record.row().adopted_by.is_some() || record.row().source.is_none();
    let differs = |entry: &template::Entry| {
        let usual = entry.usual.iter().any(|one| one == plan.institution());
        usual != plan.from_entry(&entry.id).is_some()
    };
    plan.live(kind).any(own) || plan.offered(template, kind).into_iter().any(differs)
}

/// What a catalogue proposes is nobody's answer until somebody adopts or changes it.
fn own_value(template: &Template, record: &dyn Record, field: &str) -> bool {
    let Some(value) = record.field(field) else { return false };
    let row = record.row();
    let proposed = row.source.as_deref().and_then(|source| template.entry(source)?.values.get(field));
    // A proposed link names another entry; it counts as proposed while the row is a draft.
    let link = record.kind().field(field).is_some_and(Field::is_link);
    !row.is_draft() || proposed.is_none_or(|proposed| !link && *proposed != value)
}

/// The remark that puts a question off.
pub fn later<'a>(plan: &'a Plan, question: &str) -> Option<&'a crate::Remark> {
    plan.rows.remarks.live().find(|remark| {
        remark.of_kind.as_deref() == Some(REMARK_KIND)
            && remark.of.as_deref() == Some(question)
            && remark.sort.as_deref() == Some("later")
    })
}

/// The changes of leaving a question: one remark however often it is put off, removed once it is not.
pub fn leave(plan: &Plan, question: &str, later: bool, now: &str) -> Vec<Change> {
    let id = Id::derived(plan.id, Kind::Remark.noun(), &format!("{REMARK_KIND}/{question}/later"));
    let there = plan.rows.remarks.get(id);
    let removed_at = if later { None } else { Some(now.to_owned()) };
    match there {
        Some(remark) if remark.row.is_removed() != later => Vec::new(),
        Some(_) => {
            vec![Change { kind: Kind::Remark, id, new: false, columns: vec![("removed_at".to_owned(), removed_at)] }]
        }
        None if later => {
            let last = plan.rows.remarks.last().map(|remark| remark.row.position.clone());
            let columns = [
                ("position", order::after(last.as_deref(), 1).pop()),
                ("of_kind", Some(REMARK_KIND.to_owned())),
                ("of", Some(question.to_owned())),
                ("sort", Some("later".to_owned())),
            ];
            let columns = columns.map(|(column, value)| (column.to_owned(), value)).to_vec();
            vec![Change { kind: Kind::Remark, id, new: true, columns }]
        }
        None => Vec::new(),
    }
}
