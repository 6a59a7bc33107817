//! Where the plan stands: progress by phase, who owes what, what comes next, the next sitting.
//!
//! Deliberately not here: dates (nothing here knows a clock), words (the pack), findings.

use crate::{AnswerKey, Id, Kind, Plan, Print, Record, Remark, first_hour, rules};
use template::{Item, NextStep, Template};

/// A phase of the check table and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseProgress {
    /// Its number.
    pub number: String,
    /// Questions answered with yes.
    pub yes: usize,
    /// Questions answered at all.
    pub answered: usize,
    /// All its questions.
    pub questions: usize,
}

/// Something a role owes an answer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// The remark.
    pub remark: Id,
    /// The role that is asked; `None` = nobody in particular.
    pub role: Option<Id>,
}

/// Progress of each phase.
pub fn progress(plan: &Plan, template: &Template) -> Vec<PhaseProgress> {
    let of = |number: &str| {
        let mut done = PhaseProgress { number: number.to_owned(), yes: 0, answered: 0, questions: 0 };
        for item in template.items.iter().filter(|item| item.number.split('-').next() == Some(number)) {
            for question in &item.questions {
                let answer = plan.answer(&AnswerKey::check_table(&item.number, &question.id));
                done.questions += 1;
                done.answered += usize::from(answer.is_some());
                done.yes += usize::from(answer == Some("yes"));
            }
        }
        done
    };
    template.phases.iter().map(|phase| of(&phase.number)).collect()
}

/// What is put off or asked and not answered, in order.
pub fn owed(plan: &Plan, template: &Template) -> Vec<Owed> {
    let open = |remark: &&Remark| {
        let waits = matches!(remark.sort.as_deref(), Some("later" | "question"));
        waits && remark.reply.is_none() && leads_somewhere(plan, template, remark)
    };
    let role = |remark: &Remark| remark.to_role.filter(|id| plan.find(Kind::Role, *id).is_some());
    plan.rows.remarks.live().filter(open).map(|remark| Owed { remark: remark.row.id, role: role(remark) }).collect()
}

/// Not about a removed record, nor about a question this institution is not asked (any more).
fn leads_somewhere(plan: &Plan, template: &Template, remark: &Remark) -> bool {
    let (noun, of) = (remark.of_kind.as_deref().unwrap_or_default(), remark.of.as_deref().unwrap_or_default());
    if noun == first_hour::REMARK_KIND {
        return first_hour::questions(plan, template).iter().any(|question| question.id == of);
    }
    match (Kind::from_noun(noun), Id::parse(of)) {
        (Some(kind), Some(id)) => plan.find(kind, id).is_some(),
        _ => true,
    }
}

/// The last print of each document and copy, newest first.
pub fn last_prints(plan: &Plan) -> Vec<&Print> {
    let mut out: Vec<&Print> = Vec::new();
    for print in plan.rows.prints.live().rev() {
        if !out.iter().any(|one| one.document == print.document && one.copy == print.copy) {
            out.push(print);
        }
    }
    out
}

/// What to do next, most valuable first: steps of this institution that are not done.
pub fn next_steps<'t>(plan: &Plan, template: &'t Template) -> Vec<&'t NextStep> {
    let own = |step: &&NextStep| {
        step.institutions.is_empty() || step.institutions.iter().any(|one| one == plan.institution())
    };
    template.next_steps.iter().filter(own).filter(|step| !done(plan, template, step)).collect()
}

/// A step about records is not done while there are none.
fn done(plan: &Plan, template: &Template, step: &NextStep) -> bool {
    let some = Kind::from_noun(&step.check.kind).is_none_or(|kind| plan.live(kind).next().is_some());
    (some || matches!(step.check.rule.as_str(), "confirmed" | "hour-answered"))
        && rules::holds(plan, template, &step.check)
}

/// An item for the next sitting.
#[derive(Debug, Clone, PartialEq)]
pub struct AgendaItem<'t> {
    /// The item.
    pub item: &'t Item,
    /// Questions that have no answer yet.
    pub open: usize,
}

/// Items for a sitting of so many minutes: the first open ones in the order of the table that fit, at least one.
pub fn agenda<'t>(plan: &Plan, template: &'t Template, minutes: u16) -> Vec<AgendaItem<'t>> {
    let mut left = minutes;
    let mut out = Vec::new();
    for item in &template.items {
        let open = item
            .questions
            .iter()
            .filter(|q| plan.answer(&AnswerKey::check_table(&item.number, &q.id)).is_none())
            .count();
        let takes = if item.minutes == 0 { 20 } else { item.minutes };
        if open == 0 || (takes > left && !out.is_empty()) {
            continue;
        }
        out.push(AgendaItem { item, open });
        left = left.saturating_sub(takes);
        if left == 0 {
            break;
        }
    }
    out
}

/// Who should be at the table for these items: roles of the plan, each once, in the plan's order.
pub fn table<'a>(plan: &'a Plan, items: &[AgendaItem<'_>]) -> Vec<&'a dyn Record> {
    let wanted = |role: &&dyn Record| {
        let source = role.row().source.as_deref();
        source.is_some_and(|source| items.iter().any(|one| one.item.table.iter().any(|entry| entry == source)))
    };
    plan.live(Kind::Role).filter(wanted).collect()
}
