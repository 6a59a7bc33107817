//! What is needed in the first minutes and lies behind a key, a seal, or nobody's decision [PRACTICE-WARD-NIGHT].

use super::{Found, Leads, Look, Run};
use crate::{Record, checks};

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

fn infusion(look: &Look<'_>, found: &mut Found<'_>) {
    let Some(facility) = look.plan.facility().filter(|_| look.plan.has_beds()) else { return };
    if facility.runs_out.is_none() {
        found.field(facility, "runs_out", vec![]);
    }
}
