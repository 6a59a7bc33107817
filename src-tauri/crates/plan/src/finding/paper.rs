//! What is odd about paper operation: forms, stock, boxes, cards (`practice.md` §1-9, §1-11, §1-12).

use super::{Finding, Severity};
use crate::stock::{self, bridge_days, lines};
use crate::{Id, Kind, Plan, Record, number_fields, title_of};
use template::Template;

/// All of it. `today` as `2026-11-26`: boxes are looked through every month.
pub(super) fn paper(plan: &Plan, template: &Template, today: &str, out: &mut Vec<Finding>) {
    stocks(plan, out);
    forms(plan, template, out);
    boxes(plan, today, out);
    cards(plan, template, out);
}

/// Fewer sheets than the days to bridge need; sheets of an older edition.
fn stocks(plan: &Plan, out: &mut Vec<Finding>) {
    for line in lines(plan) {
        let (Some(stock), Some(department)) = (line.stock, line.department) else { continue };
        let names = [department.title(), line.form.title()];
        if let Some((count, need)) = line.count().zip(line.need).filter(|_| line.short()) {
            let words = [&names[..], &[count.to_string(), need.to_string(), bridge_days(plan).to_string()]].concat();
            out.push(Finding::at("stock-short", Severity::Mend, stock, "count", words));
        }
        if let (true, Some(there), Some(now)) = (line.outdated(), &stock.edition, &line.form.edition) {
            let words = [&names[..], &[there.clone(), now.clone()]].concat();
            out.push(Finding::at("stock-outdated", Severity::Mend, stock, "edition", words));
        }
    }
}

/// A form nobody can print or fetch, and no way to print more when the shelf is empty.
fn forms(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    let kit = stock::kit(plan);
    if kit.is_empty() {
        let (at, field, item) = (None, None, None);
        out.push(Finding { code: "no-forms", severity: Severity::Mend, at, field, item, words: Vec::new() });
    }
    for form in &kit {
        let drawn = form.row.source.as_deref().and_then(|source| template.form(source)).is_some();
        if !drawn && form.image.is_none() && form.place.is_none() {
            out.push(Finding::at("form-nowhere", Severity::Mend, *form, "place", vec![form.title()]));
        }
    }
    let facility = plan.facility().filter(|facility| facility.reprint.is_none() && !kit.is_empty());
    if let Some(facility) = facility {
        out.push(Finding::at("no-reprint", Severity::Mend, facility, "reprint", Vec::new()));
    }
}

/// Where patients are, a box must be; it is looked through every month.
fn boxes(plan: &Plan, today: &str, out: &mut Vec<Finding>) {
    for department in plan.rows.departments.live() {
        if department.patients && department.box_place.is_none() {
            out.push(Finding::at("no-box", Severity::Mend, department, "box_place", vec![department.title()]));
        }
        let old = |on: &&String| months(today).zip(months(on)).is_some_and(|(now, then)| now > then + 1);
        if let Some(on) = department.box_checked_on.as_ref().filter(old) {
            let words = vec![department.title(), on.clone()];
            out.push(Finding::at("box-unchecked", Severity::Note, department, "box_checked_on", words));
        }
    }
}

/// `2026-11-26` → months since year 0.
fn months(day: &str) -> Option<u32> {
    let (year, month) = (day.get(..4)?, day.get(5..7)?);
    Some(year.parse::<u32>().ok()? * 12 + month.parse::<u32>().ok()?)
}

/// A card that says nothing to do, or sends somebody to a telephone without a number.
fn cards(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    for card in plan.rows.cards.live() {
        let own = |whole: Option<Id>| whole == Some(card.row.id);
        if !plan.rows.card_steps.live().any(|step| own(step.card)) {
            out.push(Finding::of("card-empty", Severity::Mend, card, vec![card.title()]));
        }
        for call in plan.rows.card_calls.live().filter(|call| own(call.card)) {
            let kind = call.of_kind.as_deref().and_then(Kind::from_noun);
            let called = kind.zip(call.of).and_then(|(kind, id)| plan.find(kind, id));
            let Some(called) = called.filter(|called| !reachable(plan, *called)) else { continue };
            let words = vec![card.title(), title_of(plan, template, called)];
            out.push(Finding::of("call-no-number", Severity::Mend, called, words));
        }
    }
}

/// Whether a record has a number, or a role's people have.
fn reachable(plan: &Plan, record: &dyn Record) -> bool {
    let own = number_fields(record.kind()).is_some_and(|(day, night)| {
        record.field(day).is_some() || night.is_some_and(|night| record.field(night).is_some())
    });
    let person = |field: &str| {
        let id = record.field(field).and_then(|id| Id::parse(&id));
        id.and_then(|id| plan.find(Kind::Person, id)).is_some_and(|person| person.field("extension").is_some())
    };
    own || (record.kind() == Kind::Role && ["holder", "deputy1", "deputy2"].into_iter().any(person))
}
