//! What is wrong with the places of the contact tree.

use super::look::NIGHT;
use super::{Found, Leads, Look, Run};
use crate::reach::{Stop, hinges};
use crate::{Kind, Record, checks, numbers_of, tree};
use std::collections::BTreeSet;

checks! { CHECKS: Run;
    /// Places that call each other in a circle: every one of them, whichever was cut.
    "tree-circle" {
        severity: Mend, about: Record, reads: [TreePlace(above)], leads: Leads::Record,
        run: Run::Whole(circles),
    }
    /// Places so deep that a tree of their own begins with them.
    "tree-deep" {
        severity: Note, about: Record, reads: [TreePlace(above)], leads: Leads::Record,
        run: Run::Whole(deep),
    }
    /// A substitute who is the one nobody reached.
    "tree-own-substitute" {
        severity: Note, about: Record, reads: [TreePlace(of substitute)], leads: Leads::Record,
        run: Run::Whole(own_substitute),
    }
    /// A substitute on the very telephone nobody answered, or on the one that is calling.
    "tree-same-number" {
        severity: Mend, about: Record,
        reads: [TreePlace(of of_kind substitute above), Role(phone night_phone), Department(phone night_phone),
                Organisation(day_phone night_phone), Person(extension)],
        leads: Leads::Record,
        run: Run::Whole(same_number),
    }
    /// Who is called at night answers the telephone of the one who calls: it rings beside the caller, and nobody is told.
    "tree-own-number" {
        severity: Mend, about: Record,
        reads: [TreePlace(of of_kind above), Role(phone night_phone), Department(phone night_phone),
                Organisation(day_phone night_phone), Person(extension)],
        leads: Leads::Record,
        run: Run::Whole(own_number),
    }
    /// Nobody calls it and it calls nobody, where there is a tree.
    "tree-alone" {
        severity: Note, about: Record, reads: [TreePlace(above)], leads: Leads::Record,
        run: Run::Whole(alone),
    }
    /// Nobody can be reached there at night, nor by another way.
    "tree-no-number" {
        severity: Mend, about: Record, reads: [TreePlace, Role, Person, Department, Organisation], leads: Leads::Record,
        run: Run::Whole(no_number),
    }
    /// One of the house is called and does not answer: there is nobody to call next.
    "tree-nobody-next" {
        severity: Note, about: Record, reads: [TreePlace, Role, Person, Department, Organisation], leads: Leads::Record,
        run: Run::Whole(nobody_next),
    }
    /// Several are tried, and nobody said how long to wait for each.
    "tree-no-wait" {
        severity: Note, about: Record, reads: [TreePlace, Role, Person, Department, Organisation], leads: Leads::Record,
        run: Run::Whole(no_wait),
    }
    /// Places that are lost when the telephone exchange dies.
    "tree-no-other-way" {
        severity: Mend, about: Institution, reads: [TreePlace, Role, Person, Department, Organisation],
        leads: Leads::List(Kind::TreePlace),
        run: Run::Whole(no_other_way),
    }
    /// Somebody without whom many are not reached.
    "tree-hinge" {
        severity: Mend, about: Record, reads: [TreePlace, Role, Person, Department, Organisation], leads: Leads::Record,
        run: Run::Whole(hinge),
    }
}

/// A person without whom so many places are lost holds up the tree.
const MANY: usize = 3;
/// So many places are named; the number says how many there are.
const NAMED: usize = 3;

fn circles(look: &Look<'_>, found: &mut Found<'_>) {
    for place in tree::circles(look.plan) {
        found.field(place, "above", vec![look.title(place)]);
    }
}

fn deep(look: &Look<'_>, found: &mut Found<'_>) {
    for place in tree::deep(look.plan) {
        found.record(place, vec![look.title(place)]);
    }
}

fn own_substitute(look: &Look<'_>, found: &mut Found<'_>) {
    for place in look.plan.rows.contact_tree.live() {
        if place.substitute.is_some() && place.of == place.substitute {
            found.field(place, "substitute", vec![look.title(place)]);
        }
    }
}

/// What is dialled at night.
fn by_night(record: &dyn Record) -> Option<String> {
    let (day, night) = numbers_of(record);
    night.or(day)
}

fn same_number(look: &Look<'_>, found: &mut Found<'_>) {
    for place in look.plan.rows.contact_tree.live().filter(|place| place.of != place.substitute) {
        let Some(substitute) = look.plan.rows.roles.find(place.substitute) else { continue };
        let caller = look.plan.rows.contact_tree.get(place.above);
        let silent = [tree::reached(look.plan, place), caller.and_then(|caller| tree::reached(look.plan, caller))];
        let Some(wanted) = by_night(substitute) else { continue };
        if silent.into_iter().flatten().any(|record| by_night(record).as_ref() == Some(&wanted)) {
            found.field(place, "substitute", vec![look.title(place), substitute.title(), wanted]);
        }
    }
}

fn own_number(look: &Look<'_>, found: &mut Found<'_>) {
    for place in look.plan.rows.contact_tree.live() {
        let Some(above) = look.plan.rows.contact_tree.find(place.above) else { continue };
        let number = |place| tree::reached(look.plan, place).and_then(by_night);
        let Some(wanted) = number(place) else { continue };
        if number(above).as_ref() == Some(&wanted) {
            found.field(place, "of", vec![look.title(above), look.title(place), wanted]);
        }
    }
}

fn alone(look: &Look<'_>, found: &mut Found<'_>) {
    let callers: BTreeSet<_> = look.plan.rows.contact_tree.live().filter_map(|one| one.above).collect();
    let heads = tree::forest(look.plan);
    if heads.len() < 2 {
        return;
    }
    for head in heads.iter().filter(|head| head.calls.is_empty() && !callers.contains(&head.place.row.id)) {
        found.record(head.place, vec![look.title(head.place)]);
    }
}

/// Whether nobody can be reached there, by telephone or otherwise.
fn is_lost(stop: &Stop<'_>) -> bool {
    !stop.tries.iter().any(|one| one.works) && stop.place.other_way.is_none()
}

fn no_number(look: &Look<'_>, found: &mut Found<'_>) {
    for stop in look.night().iter().filter(|stop| is_lost(stop)) {
        found.field(stop.place, "of", vec![look.title(stop.place)]);
    }
}

/// Outside the house there is one desk, and it is called again; to a ward somebody runs.
fn nobody_next(look: &Look<'_>, found: &mut Found<'_>) {
    let alone = |stop: &&Stop<'_>| match stop.place.of_kind.as_deref().and_then(Kind::from_noun) {
        Some(Kind::Organisation) => false,
        Some(Kind::Department) => stop.place.other_way.is_none(),
        _ => true,
    };
    for stop in look.night().iter().filter(alone).filter(|stop| stop.tries.len() == 1 && !is_lost(stop)) {
        found.field(stop.place, "substitute", vec![look.title(stop.place)]);
    }
}

fn no_wait(look: &Look<'_>, found: &mut Found<'_>) {
    let unsaid = |stop: &&Stop<'_>| !is_lost(stop) && stop.tries.len() > 1 && stop.place.wait_minutes.is_none();
    for stop in look.night().iter().filter(unsaid) {
        found.field(stop.place, "wait_minutes", vec![look.title(stop.place)]);
    }
}

/// Those that are lost with the exchange alone; who has no number at all is found as such.
fn no_other_way(look: &Look<'_>, found: &mut Found<'_>) {
    let anyhow: BTreeSet<_> = look.night().iter().filter(|stop| is_lost(stop)).map(|stop| stop.place.row.id).collect();
    let dead: Vec<_> =
        look.silent().iter().filter(|stop| is_lost(stop) && !anyhow.contains(&stop.place.row.id)).collect();
    if !dead.is_empty() {
        let names: Vec<String> = dead.iter().take(NAMED).map(|stop| look.title(stop.place)).collect();
        found.institution(vec![dead.len().to_string(), names.join("、")]);
    }
}

fn hinge(look: &Look<'_>, found: &mut Found<'_>) {
    for hinge in hinges(look.plan, NIGHT).into_iter().filter(|hinge| hinge.lost >= MANY) {
        if let Some(person) = look.plan.rows.people.find(hinge.person) {
            found.record(person, vec![person.title(), hinge.lost.to_string()]);
        }
    }
}
