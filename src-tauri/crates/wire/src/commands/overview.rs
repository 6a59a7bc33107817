//! Where the plan stands: the overview, the next sitting, words explained.

use super::{count, moment};
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::plan::overview::{self as standing, AgendaItem};
use binder::plan::{Id, Kind, Plan, Print, Remark, Shown, calendar, day, first_hour, show_field, title_of};
use binder::remark_place;
use binder::template::Template;

/// Where the plan stands and what comes next.
pub(crate) fn overview(host: &Host, _: Empty) -> Result<Overview, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let template = &*template;
    let today = binder.outside().today();
    let hour: Vec<_> = first_hour::questions(&plan, template)
        .into_iter()
        .map(|one| first_hour::standing(&plan, template, one))
        .collect();
    let hour_of = |standing| count(hour.iter().filter(|one| **one == standing).count());
    let phases = standing::progress(&plan, template).into_iter().zip(&template.phases);
    Ok(Overview {
        seq,
        due: due_soon(&plan, template, &today),
        phases: phases
            .map(|(done, phase)| PhaseView {
                number: phase.number.clone(),
                title: phase.title.clone(),
                about: phase.about.clone(),
                yes: count(done.yes),
                answered: count(done.answered),
                questions: count(done.questions),
            })
            .collect(),
        next: standing::next_steps(&plan, template)
            .into_iter()
            .map(|step| NextView {
                id: step.id.clone(),
                title: step.title.clone(),
                value: step.value.clone(),
                minutes: u32::from(step.minutes),
                go: step.go.clone(),
            })
            .collect(),
        owed: standing::owed(&plan, template)
            .into_iter()
            .filter_map(|owed| owed_view(&plan, template, owed.remark, owed.role))
            .collect(),
        hour_answered: hour_of(first_hour::Standing::Answered),
        hour_later: hour_of(first_hour::Standing::Later),
        hour_questions: count(hour.len()),
        saved_at: moment(&binder.last_saved()?.unwrap_or_default(), &today),
        prints: standing::last_prints(&plan).into_iter().map(|print| print_note(print, &today)).collect(),
    })
}

/// So many days ahead something is shown at the start.
const AHEAD: u32 = 31;

fn due_soon(plan: &Plan, template: &Template, today: &str) -> Vec<CalendarDue> {
    let Some(now) = day::stored(today) else { return Vec::new() };
    let soon = |due: &calendar::Due| day::days_later(now, AHEAD).is_some_and(|until| due.on <= until);
    // A month that is only proposed and went by was moved, not missed.
    let wanted = |due: &calendar::Due| due.said || due.on >= now;
    let all = calendar::year_of(plan, template, today);
    let view = |due: &calendar::Due| CalendarDue {
        text: due.says(template),
        on: if due.said { due.on.to_string() } else { String::new() },
        over: due.on < now,
        kind: due.kind.noun().to_owned(),
    };
    all.iter().filter(|due| soon(due) && wanted(due)).map(view).collect()
}

fn owed_view(plan: &Plan, template: &Template, remark: Id, role: Option<Id>) -> Option<OwedView> {
    let remark = plan.rows.remarks.get(remark)?;
    let (at, go) = place_of(plan, remark);
    Some(OwedView {
        remark: remark.row.id.to_string(),
        role: role
            .and_then(|id| plan.find(Kind::Role, id))
            .map(|role| title_of(plan, template, role))
            .unwrap_or_default(),
        place: remark_place(plan, template, remark, true),
        text: remark.text.clone().unwrap_or_default(),
        go,
        at,
        field: remark.field.clone(),
    })
}

/// Where a remark leads: to its record, else to a place.
pub(super) fn place_of(plan: &Plan, remark: &Remark) -> (Option<Ref>, String) {
    let (noun, of) = (remark.of_kind.clone().unwrap_or_default(), remark.of.clone().unwrap_or_default());
    match Kind::from_noun(&noun).and_then(|kind| plan.find(kind, Id::parse(&of)?)) {
        Some(record) => (Some(Ref { kind: noun, id: record.id().to_string() }), String::new()),
        None => (None, place(&noun, &of, remark)),
    }
}

/// Where a remark about no record leads.
fn place(noun: &str, of: &str, remark: &Remark) -> String {
    match noun {
        first_hour::REMARK_KIND => format!("{noun}/{of}"),
        "blocks" => format!("text/{of}"),
        _ => format!("guide/{}", remark.of.as_deref().unwrap_or_default()),
    }
}

fn print_note(print: &Print, today: &str) -> PrintNote {
    PrintNote {
        document: print.document.clone().unwrap_or_default(),
        copy: print.copy.clone().unwrap_or_default(),
        at: moment(print.printed_at.as_deref().unwrap_or_default(), today),
        pages: print.pages.as_deref().and_then(|pages| pages.parse().ok()).unwrap_or(0),
    }
}

/// The next sitting.
pub(crate) fn agenda(host: &Host, request: AgendaRequest) -> Result<Agenda, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, .. } = binder.snapshot();
    let template = &*template;
    let items = standing::agenda(&plan, template, request.minutes);
    let entry = |one: &AgendaItem<'_>| AgendaEntry {
        number: one.item.number.clone(),
        title: template.titled(&one.item.title, one.item.mark),
        minutes: u32::from(one.item.minutes),
        open: count(one.open),
        prepare: one.item.prepare.clone(),
    };
    let holder = |role| match show_field(&plan, template, role, "holder", true) {
        Shown::Value(name) => name,
        _ => String::new(),
    };
    Ok(Agenda {
        minutes: u32::from(request.minutes),
        items: items.iter().map(entry).collect(),
        table: standing::table(&plan, &items)
            .into_iter()
            .map(|role| AgendaRole { role: title_of(&plan, template, role), holder: holder(role) })
            .collect(),
        questions: count(standing::owed(&plan, template).len()),
    })
}

/// Words explained.
pub(crate) fn terms(host: &Host, _: Empty) -> Result<Vec<TermView>, Fault> {
    let template = host.binder()?.template();
    let view = |term: &binder::template::Term| TermView {
        words: std::iter::once(&term.word).chain(&term.also).cloned().collect(),
        text: term.text.clone(),
    };
    Ok(template.terms.iter().map(view).collect())
}
