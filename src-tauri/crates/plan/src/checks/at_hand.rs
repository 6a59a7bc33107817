//! What is needed in the first minutes and lies behind a key, a seal, or nobody's decision [PRACTICE-WARD-NIGHT]; and who
//! is told to make a call that another makes as well.

use super::{Found, Leads, Look, Run};
use crate::{AnswerKey, Card, Id, Kind, Plan, Record, TreePlace, checks, numbers_of, rules};
use std::collections::BTreeMap;

checks! { CHECKS: Run;
    /// The card of who is in the house at night lies where a key is needed: the first calls come before the key.
    "card-behind-key" {
        severity: Note, about: Record, item: "3-2", reads: [Card(name role place), Role(name)],
        leads: Leads::Record,
        run: Run::Whole(cards),
    }
    /// The radio of a ward lies in the sealed box: telephones are dead before anybody opens it.
    "radio-in-box" {
        severity: Note, about: Record, item: "3-2", reads: [ContactPoint(of of_kind means value note), Department(name patients)],
        leads: Leads::Record,
        run: Run::Whole(radios),
    }
    /// Police or a supplier is called by one role in the tree and by another on its card: nobody calls, or both.
    "called-by-two" {
        severity: Note, about: Record, item: "3-1",
        reads: [CardCall(card of of_kind), Card(name role), TreePlace(of of_kind above), Role(name), Organisation(name)],
        leads: Leads::Record,
        run: Run::Whole(callers),
    }
    /// Who is called at night answers the number of the one who calls: that one rings its own telephone.
    "calls-itself" {
        severity: Mend, about: Record, item: "3-1",
        reads: [TreePlace(of of_kind above), Role(name phone night_phone), Department(name phone night_phone)],
        leads: Leads::Record,
        run: Run::Whole(own_number),
    }
    /// A card is confirmed and the page that tells the same reader the same acts still waits: one of the two is believed.
    "card-before-page" {
        severity: Note, about: Record, item: "3-2",
        reads: [Card(name role department every_ward headquarters confirmed_by), Answer, Facility(kind)],
        leads: Leads::Record,
        run: Run::Whole(confirmed),
    }
    /// Nobody said what is done when an infusion that must not stop runs out and no doctor answers.
    "infusion-runs-out" {
        severity: Mend, about: Record, item: "3-4", reads: [Facility(kind name runs_out)], leads: Leads::Record,
        run: Run::Whole(infusion),
    }
}

/// Who is in the house at night, of the catalogue; the others carry a card of their own.
const AT_NIGHT: [&str; 4] = ["roles/duty-doctor", "roles/night-nurse-manager", "roles/night-office", "roles/guard"];

fn cards(look: &Look<'_>, found: &mut Found<'_>) {
    let locked = look.template.word("says-locked");
    for card in look.plan.rows.cards.live() {
        let source = look.plan.role(card.role).and_then(|role| role.row.source.as_deref());
        let at_night = source.is_some_and(|source| AT_NIGHT.contains(&source));
        let Some(place) = card.place.as_deref().filter(|_| at_night) else { continue };
        if locked.split_whitespace().any(|word| place.contains(word)) {
            found.field(card, "place", vec![look.title(card), place.to_owned()]);
        }
    }
}

fn radios(look: &Look<'_>, found: &mut Found<'_>) {
    let sealed = look.template.word("card-box");
    for point in look.plan.rows.contact_points.live().filter(|one| one.means.as_deref() == Some("radio")) {
        let Some(ward) = look.plan.department(point.of).filter(|one| one.patients) else { continue };
        if point.note.as_deref().is_some_and(|note| note.contains(sealed)) {
            found.field(point, "note", vec![ward.title(), point.value.clone().unwrap_or_default()]);
        }
    }
}

/// Which role calls an outside body, by the tree.
fn by_tree(plan: &Plan) -> BTreeMap<Id, Id> {
    let place = |id: Option<Id>| plan.rows.contact_tree.live().find(|one| Some(one.row.id) == id);
    let outside = |one: &&TreePlace| one.of_kind.as_deref() == Some(Kind::Organisation.noun());
    let caller = |one: &TreePlace| {
        let above = place(one.above)?;
        (above.of_kind.as_deref() == Some(Kind::Role.noun())).then_some((one.of?, above.of?))
    };
    plan.rows.contact_tree.live().filter(outside).filter_map(caller).collect()
}

fn callers(look: &Look<'_>, found: &mut Found<'_>) {
    let plan = look.plan;
    let tree = by_tree(plan);
    let card_of = |id: Option<Id>| plan.rows.cards.live().find(|card: &&Card| Some(card.row.id) == id);
    for call in plan.rows.card_calls.live() {
        let Some((called, caller)) = call.of.and_then(|of| Some((of, *tree.get(&of)?))) else { continue };
        let Some(card) = card_of(call.card).filter(|card| card.role.is_some_and(|role| role != caller)) else {
            continue;
        };
        let (Some(body), Some(role)) = (plan.find(Kind::Organisation, called), plan.role(Some(caller))) else {
            continue;
        };
        found.field(call, "of", vec![body.title(), role.title(), look.title(card)]);
    }
}

/// The night number of whoever stands at a place of the tree.
fn night_number(plan: &Plan, place: &TreePlace) -> Option<String> {
    let kind = [Kind::Role, Kind::Department].into_iter().find(|kind| place.of_kind.as_deref() == Some(kind.noun()))?;
    numbers_of(plan.find(kind, place.of?)?).1
}

fn own_number(look: &Look<'_>, found: &mut Found<'_>) {
    let plan = look.plan;
    for place in plan.rows.contact_tree.live() {
        let Some(above) = plan.rows.contact_tree.live().find(|one| Some(one.row.id) == place.above) else { continue };
        let Some(number) = night_number(plan, place) else { continue };
        if night_number(plan, above).as_ref() == Some(&number) {
            found.field(place, "of", vec![look.title(above), look.title(place), number]);
        }
    }
}

fn confirmed(look: &Look<'_>, found: &mut Found<'_>) {
    let plan = look.plan;
    for card in plan.rows.cards.live().filter(|card| card.confirmed_by.is_some()) {
        let at_bed = card.every_ward || plan.department(card.department).is_some_and(|one| one.patients);
        let part = if card.headquarters { "S" } else { "A" };
        if !at_bed && !card.headquarters {
            continue;
        }
        // A page for some rooms only says other things than the card.
        let pages = rules::first_pages_of(plan, look.template).filter(|one| one.part == part);
        let Some(page) = pages.into_iter().find(|one| one.with_forms.is_empty() && one.departments.is_empty()) else {
            continue;
        };
        let waits = |id: &str| plan.answer(&AnswerKey::first_page(&page.id, id)).is_none();
        let missing: Vec<&str> =
            page.confirm.iter().filter(|(id, _)| waits(id)).map(|(_, name)| name.as_str()).collect();
        if !missing.is_empty() {
            let missing = missing.join(look.template.word("and"));
            found.field(card, "confirmed_by", vec![look.title(card), page.title.clone(), missing]);
        }
    }
}

fn infusion(look: &Look<'_>, found: &mut Found<'_>) {
    let Some(facility) = look.plan.facility().filter(|_| look.plan.has_beds()) else { return };
    if facility.runs_out.is_none() {
        found.field(facility, "runs_out", vec![]);
    }
}
