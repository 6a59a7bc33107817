//! What is wrong with the signals that end paper [PRACTICE-SIGNAL]. Confirming, declaring and switching are three acts
//! of three people and no contradiction.

use super::{Found, Leads, Look, Run};
use crate::{Department, Id, Record, Signal, checks, signal};
use std::collections::{BTreeMap, BTreeSet};

checks! { CHECKS: Run;
    /// Prescribing and giving on two sides of the boundary: that is how a dose is given twice, or not at all.
    "signal-split" {
        severity: Stop, about: Record, item: "4-4", reads: [Signal(department task state boundary), Department(name)],
        leads: Leads::Record,
        run: Run::Whole(split),
    }
    /// Two who declare the same.
    "signal-two-declarers" {
        severity: Stop, about: Record, item: "4-4", reads: [Signal(department task declared_by), Role(name), Department(name)],
        leads: Leads::Record,
        run: Run::Whole(two_declarers),
    }
    /// Somebody switches, and nobody declares.
    "signal-no-declarer" {
        severity: Mend, about: Record, item: "4-4", reads: [Signal(task department switched_by declared_by), Department(name)],
        leads: Leads::Record,
        run: Run::Whole(no_declarer),
    }
    /// It does not arrive when the telephone exchange is dead.
    "signal-no-way" {
        severity: Stop, about: Record, item: "4-4", reads: [Signal(task department other_way), Department(name)],
        leads: Leads::Record,
        run: Run::Whole(no_way),
    }
    /// A procedure has another end than the signal, or than the table of decisions.
    "end-by-two" {
        severity: Stop, about: Record, item: "4-4",
        reads: [Procedure(name department ended_by), Signal, Decision(name day_role night_role next_role),
                Role(name department)],
        leads: Leads::Record,
        run: Run::Whole(end_by_two),
    }
}

/// The decision of the catalogue by which the house returns to normal.
const NORMAL: &str = "decisions/normal-declare";

/// A signal with the place it is for: 「与薬（3階東病棟）」.
fn called(look: &Look<'_>, one: &Signal) -> String {
    let title = look.title(one);
    look.plan.department(one.department).map_or(title.clone(), |place| format!("{title}（{}）", place.title()))
}

/// Each signal once, though a house's counts for many departments; of a task that is there twice every row is held
/// against every other.
fn split(look: &Look<'_>, found: &mut Found<'_>) {
    let mut said: BTreeSet<Id> = BTreeSet::new();
    let own: BTreeSet<Id> = look.plan.rows.signals.live().filter_map(|one| one.department).collect();
    let places = look.plan.rows.departments.live().filter(|place| own.contains(&place.row.id)).map(Some);
    for place in places.chain([None::<&Department>]) {
        let of = |task: &str| {
            let mut rows = signal::of_task(look.plan, place.map(|place| place.row.id), task);
            rows.sort_by_key(|one| one.row.id);
            rows
        };
        let (orders, giving) = (of("orders"), of("medication"));
        for (one, other) in orders.iter().flat_map(|one| giving.iter().map(move |other| (*one, *other))) {
            let Some(field) = ["state", "boundary"].into_iter().find(|field| differs(one, other, field)) else {
                continue;
            };
            // The department's own row is the one that was meant to differ.
            let at = if other.department.is_some() || one.department.is_none() { other } else { one };
            if said.insert(at.row.id) {
                let place = place.map_or_else(|| look.template.word("every-department").to_owned(), Record::title);
                let words = [one, other].map(|one| shown(look, one, field));
                found.field(at, field, std::iter::once(place).chain(words).collect());
            }
        }
    }
}

/// Whether both say something, and not the same.
fn differs(one: &Signal, other: &Signal, field: &str) -> bool {
    let both = one.field(field).zip(other.field(field));
    both.is_some_and(|(one, other)| one.trim() != other.trim())
}

fn shown(look: &Look<'_>, one: &Signal, field: &str) -> String {
    let value = one.field(field).unwrap_or_default();
    if field == "state" { look.template.choice("signals", "state", &value).to_owned() } else { value }
}

/// Found at every row that says somebody else than the first of them, whatever their order on the screen.
fn two_declarers(look: &Look<'_>, found: &mut Found<'_>) {
    let mut rows: BTreeMap<(Option<Id>, &str), BTreeMap<Id, &Signal>> = BTreeMap::new();
    for one in look.plan.rows.signals.live().filter(|one| one.declared_by.is_some()) {
        if let Some(task) = one.task.as_deref() {
            rows.entry((one.department, task)).or_default().insert(one.row.id, one);
        }
    }
    let role = |one: &Signal| look.plan.role(one.declared_by).map(|role| look.title(role)).unwrap_or_default();
    for rows in rows.values() {
        let Some(first) = rows.values().next() else { continue };
        for one in rows.values().filter(|one| one.declared_by != first.declared_by) {
            found.field(*one, "declared_by", vec![called(look, one), role(first), role(one)]);
        }
    }
}

fn no_declarer(look: &Look<'_>, found: &mut Found<'_>) {
    for one in look.plan.rows.signals.live().filter(|one| one.switched_by.is_some() && one.declared_by.is_none()) {
        found.field(one, "declared_by", vec![called(look, one)]);
    }
}

fn no_way(look: &Look<'_>, found: &mut Found<'_>) {
    for one in look.plan.rows.signals.live().filter(|one| one.other_way.is_none()) {
        found.field(one, "other_way", vec![called(look, one)]);
    }
}

/// Who belongs to the department switches it, and says so there; a deputy of the decision declares in its turn.
fn end_by_two(look: &Look<'_>, found: &mut Found<'_>) {
    let decision = look.plan.from_entry(NORMAL);
    let deciders: Vec<Id> =
        ["day_role", "night_role", "next_role"].iter().filter_map(|field| decision?.link(field)).collect();
    for one in look.plan.rows.procedures.live() {
        let Some((ends, place)) = look.plan.role(one.ended_by).zip(one.department) else { continue };
        let signals = signal::of(look.plan, place);
        let declare = signals.iter().filter_map(|one| one.declared_by);
        let declare: Vec<Id> = declare.chain(deciders.iter().copied()).collect();
        let switches = signals.iter().any(|signal| signal.switched_by == Some(ends.row.id));
        if switches || ends.department == Some(place) || declare.contains(&ends.row.id) {
            continue;
        }
        if let Some(decider) = declare.first().and_then(|role| look.plan.role(Some(*role))) {
            found.field(one, "ended_by", vec![one.title(), look.title(ends), look.title(decider)]);
        }
    }
}
