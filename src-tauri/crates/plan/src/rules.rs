//! Checks a template may ask for by name. A closed list; a new need is a new
//! rule here with a test, never an expression in TOML.

use crate::exercise::Run;
use crate::first_hour::{self, Standing};
use crate::{AnswerKey, Kind, Plan, day};
use template::{Check, FirstPage, Template};

/// The names, for the vocabulary.
pub const NAMES: &[&str] =
    &["some-records", "every-filled", "one-filled", "adopted", "confirmed", "hour-answered", "practised"];

/// Whether a check holds.
pub fn holds(plan: &Plan, template: &Template, check: &Check) -> bool {
    let Some(kind) = Kind::from_noun(&check.kind) else { return true };
    let field = check.field.as_deref().unwrap_or_default();
    match check.rule.as_str() {
        // Of prints only a book counts: whoever printed a poster has none to open at night.
        "some-records" if kind == Kind::Print => {
            let book = |one: &crate::Print| matches!(one.document.as_deref(), Some("binder" | "minimum"));
            plan.rows.prints.live().any(book)
        }
        "some-records" => plan.live(kind).next().is_some(),
        "every-filled" => plan.live(kind).all(|record| record.has(field)),
        "one-filled" => plan.live(kind).any(|record| record.has(field)),
        "adopted" => plan.live(kind).filter(|record| plan.awake(*record)).all(|record| !record.row().is_draft()),
        "confirmed" => first_pages(plan, template),
        "practised" => practised(plan),
        "hour-answered" => {
            let open = |question| first_hour::standing(plan, template, question) != Standing::Answered;
            !first_hour::questions(plan, template).into_iter().any(open)
        }
        _ => true,
    }
}

/// Whether anything was rehearsed: an exercise to its end, a drill of a ward, a drill of the contact tree.
fn practised(plan: &Plan) -> bool {
    let readable = |held_on: &Option<String>| held_on.as_deref().and_then(day::stored).is_some();
    let held = |one: &crate::Exercise| Run::of(plan, one.row.id).is_some_and(|run| run.was_held());
    plan.rows.exercises.live().any(held)
        || plan.rows.ward_drills.live().any(|one| readable(&one.held_on))
        || plan.rows.drills.live().any(|one| readable(&one.held_on))
}

/// The first pages of this institution, in order.
pub fn first_pages_of<'t>(plan: &Plan, template: &'t Template) -> impl Iterator<Item = &'t FirstPage> {
    template.first_pages.iter().filter(|page| page.institutions.iter().any(|one| one == plan.institution()))
}

/// Whether every profession confirmed every first page of this institution.
fn first_pages(plan: &Plan, template: &Template) -> bool {
    first_pages_of(plan, template)
        .all(|page| page.confirm.iter().all(|(who, _)| plan.answer(&AnswerKey::first_page(&page.id, who)).is_some()))
}
