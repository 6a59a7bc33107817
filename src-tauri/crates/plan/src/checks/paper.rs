//! What is odd about paper operation: forms, stock [PRACTICE-WEEKS], boxes [PAPER-BOX], cards [PRACTICE-NIGHT-STAFF].

use super::{Found, Leads, Look, Run};
use crate::stock::{self, bridge_days, lines};
use crate::{Id, Kind, Plan, Record, checks, day, number_fields};
use std::collections::{BTreeMap, BTreeSet};

checks! { CHECKS: Run;
    /// Fewer sheets than the days to bridge need.
    "stock-short" {
        severity: Mend, about: Record,
        reads: [FormStock, Form, Department, Procedure(department), ProcedureForm, Facility(bridge_days)],
        leads: Leads::Record,
        run: Run::Whole(short),
    }
    /// Sheets of an older edition.
    "stock-outdated" {
        severity: Mend, about: Record,
        reads: [FormStock, Form, Department, Procedure(department), ProcedureForm],
        leads: Leads::Record,
        run: Run::Whole(outdated),
    }
    /// No form was chosen.
    "no-forms" {
        severity: Mend, about: Institution, reads: [Form], leads: Leads::List(Kind::Form),
        run: Run::Whole(no_forms),
    }
    /// A form nobody can print or fetch.
    "form-nowhere" {
        severity: Mend, about: Record, reads: [Form], leads: Leads::Record,
        run: Run::Whole(nowhere),
    }
    /// No way to print more when the shelf is empty.
    "no-reprint" {
        severity: Mend, about: Record, reads: [Facility(reprint), Form], leads: Leads::Record,
        run: Run::Whole(no_reprint),
    }
    /// Where patients are, a box must be.
    "no-box" {
        severity: Mend, about: Record, reads: [Department(patients box_place)], leads: Leads::Record,
        run: Run::Whole(no_box),
    }
    /// A box is looked through every month.
    "box-unchecked" {
        severity: Note, about: Record, reads: [Department(box_checked_on)], by_day: true, leads: Leads::Record,
        run: Run::Whole(unchecked),
    }
    /// A card that says nothing to do.
    "card-empty" {
        severity: Mend, about: Record, reads: [Card(name), CardStep(card)], leads: Leads::Record,
        run: Run::Whole(no_steps),
    }
    /// A card that sends somebody to a telephone without a number.
    "call-no-number" {
        severity: Mend, about: Record,
        reads: [Card(name), CardCall, Role, Department, Organisation, Person(extension)],
        leads: Leads::Record,
        run: Run::Whole(no_number),
    }
}

fn short(look: &Look<'_>, found: &mut Found<'_>) {
    for line in lines(look.plan).iter().filter(|line| line.short()) {
        let (Some(stock), Some(department)) = (line.stock, line.department) else { continue };
        if let Some((count, need)) = line.count().zip(line.need) {
            let days = bridge_days(look.plan).to_string();
            let words = vec![department.title(), line.form.title(), count.to_string(), need.to_string(), days];
            found.field(stock, "count", words);
        }
    }
}

fn outdated(look: &Look<'_>, found: &mut Found<'_>) {
    for line in lines(look.plan).iter().filter(|line| line.outdated()) {
        let (Some(stock), Some(department)) = (line.stock, line.department) else { continue };
        if let (Some(there), Some(now)) = (&stock.edition, &line.form.edition) {
            found.field(stock, "edition", vec![department.title(), line.form.title(), there.clone(), now.clone()]);
        }
    }
}

fn no_forms(look: &Look<'_>, found: &mut Found<'_>) {
    if look.plan.rows.forms.live().next().is_none() {
        found.institution(Vec::new());
    }
}

fn nowhere(look: &Look<'_>, found: &mut Found<'_>) {
    for form in stock::kit(look.plan) {
        let drawn = form.row.source.as_deref().and_then(|source| look.template.form(source)).is_some();
        if !drawn && form.image.is_none() && form.place.is_none() {
            found.field(form, "place", vec![form.title()]);
        }
    }
}

fn no_reprint(look: &Look<'_>, found: &mut Found<'_>) {
    let some = look.plan.rows.forms.live().next().is_some();
    if let Some(facility) = look.plan.facility().filter(|facility| some && facility.reprint.is_none()) {
        found.field(facility, "reprint", Vec::new());
    }
}

fn no_box(look: &Look<'_>, found: &mut Found<'_>) {
    for department in look.plan.rows.departments.live() {
        if department.patients && department.box_place.is_none() {
            found.field(department, "box_place", vec![department.title()]);
        }
    }
}

fn unchecked(look: &Look<'_>, found: &mut Found<'_>) {
    for department in look.plan.rows.departments.live() {
        let Some(on) = department.box_checked_on.as_ref() else { continue };
        let both = look.done(Some(on)).zip(day::stored(look.today));
        if both.is_some_and(|(on, today)| day::months_between(on, today) > 1) {
            found.field(department, "box_checked_on", vec![department.title(), on.clone()]);
        }
    }
}

fn no_steps(look: &Look<'_>, found: &mut Found<'_>) {
    let said: BTreeSet<Id> = look.plan.rows.card_steps.live().filter_map(|step| step.card).collect();
    for card in look.plan.rows.cards.live().filter(|card| !said.contains(&card.row.id)) {
        found.record(card, vec![card.title()]);
    }
}

/// About whom it is: mended at the number. The cards that send people there are named.
fn no_number(look: &Look<'_>, found: &mut Found<'_>) {
    let mut silent: BTreeMap<(Kind, Id), Vec<String>> = BTreeMap::new();
    for call in look.plan.rows.card_calls.live() {
        let Some(card) = look.plan.rows.cards.find(call.card) else { continue };
        let at = call.of_kind.as_deref().and_then(Kind::from_noun).zip(call.of);
        let called = at.and_then(|(kind, id)| look.plan.find(kind, id));
        if let Some(called) = called.filter(|called| !reachable(look.plan, *called)) {
            silent.entry((called.kind(), called.id())).or_default().push(card.title());
        }
    }
    for ((kind, id), mut cards) in silent {
        cards.dedup();
        let called = look.plan.find(kind, id).map(|called| look.title(called)).unwrap_or_default();
        found.at((kind, id), vec![cards.join("」「"), called]);
    }
}

/// Whether a record has a number, or a role's people have.
fn reachable(plan: &Plan, record: &dyn Record) -> bool {
    let own = number_fields(record.kind())
        .is_some_and(|(day, night)| record.has(day) || night.is_some_and(|night| record.has(night)));
    let person = |field: &str| plan.rows.people.find(record.link(field)).is_some_and(|one| one.extension.is_some());
    own || (record.kind() == Kind::Role && ["holder", "deputy1", "deputy2"].into_iter().any(person))
}
