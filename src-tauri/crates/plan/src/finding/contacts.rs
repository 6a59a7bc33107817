//! What is odd about people, roles, the worst case of the contact tree, and the age of numbers.

use super::{Finding, Severity};
use crate::reach::{Case, Down, deciders, dialled, hinges, stops};
use crate::{Id, Kind, Plan, drill, title_of, tree};
use template::Template;

/// Months after which numbers are tried again while nobody said otherwise.
const CHECK_MONTHS: u32 = 6;
/// A person without whom so many places are lost holds up the tree.
const MANY: usize = 3;

/// All of it. `today` as `2026-11-26`.
pub(super) fn contacts(plan: &Plan, template: &Template, today: &str, out: &mut Vec<Finding>) {
    deputies(plan, template, out);
    places(plan, template, out);
    people(plan, template, out);
    age(plan, template, today, out);
    changed(plan, template, out);
    wrong(plan, template, out);
    codes(plan, template, out);
}

/// A QR code is wanted, and what stands there is not plainly one number.
fn codes(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    for one in plan.live(Kind::Organisation).filter(|one| one.field("qr").is_some()) {
        let number = one.field("day_phone").or_else(|| one.field("night_phone")).unwrap_or_default();
        if dialled(&number).is_none() {
            out.push(Finding::of("no-code", Severity::Mend, one, vec![title_of(plan, template, one), number]));
        }
    }
}

/// A deputy who is the holder is no deputy.
fn deputies(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    for role in plan.rows.roles.live() {
        let chain = [("deputy1", role.deputy1, role.holder), ("deputy2", role.deputy2, role.holder)];
        let night = [("night_deputy", role.night_deputy, role.night_holder)];
        let twice = [("deputy2", role.deputy2, role.deputy1)];
        for (field, one, other) in chain.into_iter().chain(twice).chain(night) {
            let person = one.filter(|one| other == Some(*one)).and_then(|id| plan.find(Kind::Person, id));
            if let Some(person) = person {
                let words = vec![title_of(plan, template, role), person.title()];
                out.push(Finding::at("deputy-same", Severity::Mend, role, field, words));
                break;
            }
        }
    }
}

/// Places nobody calls, places nobody can reach, places without a waiting time.
fn places(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    let alone = |id: Id| !plan.rows.contact_tree.live().any(|one| one.above == Some(id));
    let heads = tree::forest(plan);
    for head in heads.iter().filter(|head| heads.len() > 1 && head.calls.is_empty() && alone(head.place.row.id)) {
        let words = vec![title_of(plan, template, head.place)];
        out.push(Finding::of("tree-alone", Severity::Note, head.place, words));
    }
    let night = Case { night: true, ..Case::default() };
    for stop in stops(plan, night) {
        let words = || vec![title_of(plan, template, stop.place)];
        if !stop.tries.iter().any(|one| one.works) && stop.place.other_way.is_none() {
            out.push(Finding::at("tree-no-number", Severity::Mend, stop.place, "of", words()));
        } else if stop.tries.len() > 1 && stop.place.wait_minutes.is_none() {
            out.push(Finding::at("tree-no-wait", Severity::Note, stop.place, "wait_minutes", words()));
        }
    }
    let dead: Vec<_> = stops(plan, Case { down: Down::Exchange, ..night })
        .into_iter()
        .filter(|stop| !stop.tries.iter().any(|one| one.works) && stop.place.other_way.is_none())
        .collect();
    let asleep =
        |place: Id| out.iter().any(|one| one.code == "tree-no-number" && one.at.is_some_and(|(_, id)| id == place));
    let dead: Vec<_> = dead.into_iter().filter(|stop| !asleep(stop.place.row.id)).collect();
    if let Some(first) = dead.first() {
        let names: Vec<String> = dead.iter().take(3).map(|stop| title_of(plan, template, stop.place)).collect();
        let words = vec![dead.len().to_string(), names.join("、")];
        out.push(Finding::at("tree-no-other-way", Severity::Mend, first.place, "other_way", words));
    }
}

/// Somebody without whom many are not reached; a decider who stands in no tree.
fn people(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    let night = Case { night: true, ..Case::default() };
    for hinge in hinges(plan, night).into_iter().filter(|hinge| hinge.lost >= MANY) {
        let Some(person) = plan.find(Kind::Person, hinge.person) else { continue };
        out.push(Finding::of("tree-hinge", Severity::Mend, person, vec![person.title(), hinge.lost.to_string()]));
    }
    // A plan without a tree says so elsewhere.
    if plan.live(Kind::TreePlace).next().is_none() {
        return;
    }
    for decider in deciders(plan, night).into_iter().filter(|decider| !decider.placed) {
        let Some(role) = plan.find(Kind::Role, decider.role) else { continue };
        out.push(Finding::of("decider-not-in-tree", Severity::Note, role, vec![title_of(plan, template, role)]));
    }
}

/// Sheets whose numbers were tried too long ago.
fn age(plan: &Plan, template: &Template, today: &str, out: &mut Vec<Finding>) {
    let months = |day: &str| Some(day.get(..4)?.parse::<u32>().ok()? * 12 + day.get(5..7)?.parse::<u32>().ok()?);
    let said = plan.facility().and_then(|facility| facility.check_months.as_deref()?.parse().ok());
    let most: u32 = said.unwrap_or(CHECK_MONTHS);
    let mut checks = plan.rows.sheet_checks.live();
    let tried = checks.any(|one| one.sheet.as_deref() == Some("contact-tree"));
    if let (false, Some(head)) = (tried, plan.live(Kind::TreePlace).next()) {
        out.push(Finding::of("numbers-never", Severity::Note, head, vec![]));
    }
    for check in plan.rows.sheet_checks.live() {
        let newest = plan.rows.sheet_checks.live().filter(|one| one.sheet == check.sheet);
        let newest = newest.max_by_key(|one| (one.checked_on.clone(), one.row.position.clone()));
        let Some(on) = check.checked_on.as_deref().filter(|_| newest.is_some_and(|one| one.row.id == check.row.id))
        else {
            continue;
        };
        if months(today).zip(months(on)).is_some_and(|(now, then)| now > then.saturating_add(most)) {
            let sheet = check.sheet.as_deref().unwrap_or_default();
            let words =
                vec![template.choice("sheet_checks", "sheet", sheet).to_owned(), on.to_owned(), most.to_string()];
            out.push(Finding::at("numbers-old", Severity::Mend, check, "checked_on", words));
        }
    }
}

/// Roles nobody looked at since the last change of staff.
fn changed(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    let Some(since) = plan.facility().and_then(|facility| facility.changeover_on.clone()) else { return };
    for role in plan.rows.roles.live().filter(|role| role.holder.is_some()) {
        if role.confirmed_on.as_ref().is_none_or(|on| *on < since) {
            let words = vec![title_of(plan, template, role), since.clone()];
            out.push(Finding::at("role-untouched", Severity::Note, role, "confirmed_on", words));
        }
    }
}

/// Numbers that were wrong in the newest drill.
fn wrong(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    // A drill that is only planned does not make the numbers right.
    let Some(last) = drill::outcomes(plan).into_iter().rfind(|one| one.called > 0) else { return };
    for call in drill::calls(plan, last.drill).filter(|call| call.result.as_deref() == Some("wrong")) {
        let place = call.place.and_then(|id| plan.find(Kind::TreePlace, id));
        let place = place.and_then(|_| plan.rows.contact_tree.iter().find(|one| Some(one.row.id) == call.place));
        let Some(record) = place.and_then(|place| tree::reached(plan, place)) else { continue };
        out.push(Finding::of("drill-wrong", Severity::Mend, record, vec![title_of(plan, template, record)]));
    }
}
