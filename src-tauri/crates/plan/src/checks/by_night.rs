//! What those who are there by night cannot do, because they are too few or somewhere else [PRACTICE-TWO]
//! [PRACTICE-NIGHT-STAFF].

use super::deciding::reached_at_night;
use super::{Found, Leads, Look, Run};
use crate::wording::words;
use crate::{Department, Id, Kind, Plan, Record, Restriction, Role, checks, has_mobile};
use std::collections::BTreeSet;

checks! { CHECKS: Run;
    /// One nurse, and only the one doctor on duty to be the second: two cannot be had.
    "two-only-doctor" {
        severity: Stop, about: Record, item: "3-4",
        reads: [Department(name patients night_nurses second_ward second_role second_last), Role(name), Facility(lone_help)],
        leads: Leads::Record,
        run: Run::Whole(only_doctor),
    }
    /// Who pulls the lines is who answers the wards: neither is done.
    "puller-answers-wards" {
        severity: Mend, about: Record, item: "3-3",
        reads: [CutoffPoint(name who), Role(name), TreePlace(of of_kind above), Department(name patients),
                Decision(name night_role)],
        leads: Leads::Record,
        run: Run::Whole(puller),
    }
    /// Who works by day stands in the tree with a day number alone: at night it rings at an empty desk.
    "night-rings-desk" {
        severity: Mend, about: Record, item: "3-2",
        reads: [TreePlace(of of_kind), Role(name holder phone night_phone night_holder), Person(extension private_phone),
                ContactPoint(of value hours means), Decision(night_role), Restriction(night_decider), Facility(kind)],
        leads: Leads::Record,
        run: Run::Whole(empty_desk),
    }
    /// A service that goes on, and nobody who may reduce or stop it at night.
    "service-no-night-decider" {
        severity: Note, about: Record, item: "3-4", reads: [Restriction(name stance night_decider), Facility(kind)],
        leads: Leads::Record,
        run: Run::Whole(undecided),
    }
    /// Patients stay there, and nothing says how many nurses are there at night: whether two can look is not known.
    "night-nurses-unknown" {
        severity: Note, about: Record, item: "3-4", reads: [Department(name patients census night_nurses)],
        leads: Leads::Record,
        run: Run::Whole(unstaffed),
    }
}

/// The doctor on duty, of the catalogue.
const DOCTOR: &str = "roles/duty-doctor";
/// The decision by which paper starts: who takes it at night is called by every ward.
const PAPER_START: &str = "decisions/paper-start";

fn only_doctor(look: &Look<'_>, found: &mut Found<'_>) {
    let doctor = look.plan.from_entry(DOCTOR);
    let title = doctor.map(Record::title).unwrap_or_default();
    let lone = look.plan.facility().and_then(|one| one.lone_help.clone()).unwrap_or_default();
    // What is written for the whole house counts where the department says nothing of its own.
    let by_text = names_another(&lone, &title);
    for one in look.plan.rows.departments.live().filter(|one| one.patients) {
        let alone = one.night_nurses.as_deref().and_then(|text| text.parse::<u32>().ok()) == Some(1);
        if !alone || asks_somebody(look.plan, one, doctor.map(Record::id)) || (asks_nobody(one) && by_text) {
            continue;
        }
        let field = if asks_nobody(one) { "second_ward" } else { "second_role" };
        found.field(one, field, vec![one.title(), title.clone()]);
    }
}

/// Whether a text names anybody besides the doctor; a number in brackets or behind the name is nobody.
fn names_another(text: &str, doctor: &str) -> bool {
    let outside = text.split(['（', '(']).next().unwrap_or_default();
    let named = |word: &&str| *word != doctor && *word != "内線" && !word.chars().all(|sign| sign.is_numeric());
    words(outside).iter().any(named)
}

fn asks_nobody(one: &Department) -> bool {
    one.second_ward.is_none() && one.second_role.is_none() && one.second_last.is_none()
}

/// Whether anybody but the doctor can come.
fn asks_somebody(plan: &Plan, one: &Department, doctor: Option<Id>) -> bool {
    let roles = [one.second_role, one.second_last];
    plan.department(one.second_ward).is_some_and(|ward| ward.row.id != one.row.id)
        || roles.into_iter().flatten().any(|role| Some(role) != doctor && plan.role(Some(role)).is_some())
}

fn puller(look: &Look<'_>, found: &mut Found<'_>) {
    let answers: Vec<&Role> = look.plan.rows.roles.live().filter(|role| answers_wards(look.plan, role)).collect();
    for point in look.plan.rows.cutoff_points.live() {
        let Some(who) = point.who.as_deref() else { continue };
        let named =
            answers.iter().find(|role| role.name.as_deref().is_some_and(|name| !name.is_empty() && who.contains(name)));
        if let Some(role) = named {
            found.field(point, "who", vec![look.title(point), look.title(*role)]);
        }
    }
}

/// Whether wards are told to call this role: it starts paper at night, or calls places where patients are.
fn answers_wards(plan: &Plan, role: &Role) -> bool {
    let starts = plan.from_entry(PAPER_START).and_then(|one| one.link("night_role")) == Some(role.row.id);
    let own = plan.rows.contact_tree.live().filter(|place| place.of == Some(role.row.id)).map(|place| place.row.id);
    let own: Vec<Id> = own.collect();
    let called = plan.rows.contact_tree.live().filter(|place| place.above.is_some_and(|above| own.contains(&above)));
    let wards = called.filter(|place| place.of_kind.as_deref() == Some(Kind::Department.noun()));
    starts || wards.filter_map(|place| plan.department(place.of)).filter(|ward| ward.patients).nth(1).is_some()
}

/// Whoever decides at night is found as such.
fn empty_desk(look: &Look<'_>, found: &mut Found<'_>) {
    let rows = &look.plan.rows;
    let places = rows.contact_tree.live().filter(|place| place.of_kind.as_deref() == Some(Kind::Role.noun()));
    let placed: BTreeSet<Id> = places.filter_map(|place| place.of).collect();
    let of_decisions = rows.decisions.live().filter_map(|one| one.night_role);
    let deciding: BTreeSet<Id> =
        of_decisions.chain(rows.restrictions.live().filter_map(|one| one.night_decider)).collect();
    let by_day = |role: &&Role| role.holder.is_some() && role.night_holder.is_none();
    let here = |role: &&Role| placed.contains(&role.row.id) && !deciding.contains(&role.row.id);
    for role in rows.roles.live().filter(here).filter(by_day).filter(|_| look.plan.has_beds()) {
        let desk = role.phone.as_deref().filter(|phone| !has_mobile(phone));
        if let Some(phone) = desk.filter(|_| !reached_at_night(look.plan, role)) {
            found.field(role, "night_phone", vec![role.title(), phone.to_owned()]);
        }
    }
}

fn undecided(look: &Look<'_>, found: &mut Found<'_>) {
    let goes_on = |one: &&Restriction| matches!(one.stance.as_deref(), Some("continue" | "reduce"));
    let open = look.plan.rows.restrictions.live().filter(goes_on).filter(|one| one.night_decider.is_none());
    for service in open.filter(|_| look.plan.has_beds()) {
        found.field(service, "night_decider", vec![service.title()]);
    }
}

fn unstaffed(look: &Look<'_>, found: &mut Found<'_>) {
    let staying = |one: &&Department| one.patients && one.census.is_some();
    for ward in look.plan.rows.departments.live().filter(staying).filter(|one| one.night_nurses.is_none()) {
        found.field(ward, "night_nurses", vec![ward.title()]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_doctor_and_the_number_behind_are_nobody_else() {
        assert!(!names_another("当直医（内線 7090）", "当直医"));
        assert!(!names_another("当直医 内線 7090", "当直医"));
        assert!(!names_another(" 　", "当直医"));
        assert!(names_another("隣の病棟の看護師（声で）", "当直医"));
        assert!(names_another("管理当直師長、当直医", "当直医"));
    }
}
