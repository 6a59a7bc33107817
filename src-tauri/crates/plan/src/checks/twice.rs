//! The same thing said in two places, differently: one of them is read at night [PRACTICE-CUTS] [PRACTICE-OTHER-MEANS].

use super::{Found, Leads, Look, Run};
use crate::wording::{bare, figures};
use crate::{AnswerKey, Channel, ContactPoint, Department, Id, Kind, Plan, Record, TreePlace, checks, rules};
use std::collections::BTreeMap;
use template::FirstPage;

checks! { CHECKS: Run;
    /// The tag at a line that is pulled at once says wait, or the other way round. The tag is obeyed.
    "tag-waits" {
        severity: Mend, about: Record, item: "3-3", reads: [CutoffPoint(name step tag)], leads: Leads::Record,
        run: Run::Whole(tags),
    }
    /// A radio, a mobile or a fax with one number here and another there.
    "channel-differs" {
        severity: Mend, about: Record,
        reads: [Channel(name sort place number), ContactPoint(of of_kind means value), Department(name)],
        leads: Leads::Record,
        run: Run::Whole(channels),
    }
    /// Police or a supplier is called by one role in the tree and by another on its card: nobody calls, or both.
    "called-by-two" {
        severity: Note, about: Record, item: "3-1",
        reads: [CardCall(card of of_kind), Card(name role), TreePlace(of of_kind above), Role(name), Organisation(name)],
        leads: Leads::Record,
        run: Run::Whole(callers),
    }
    /// A card is confirmed and the page that tells the same reader the same acts still waits: one of the two is believed.
    "card-before-page" {
        severity: Note, about: Record, item: "3-2",
        reads: [Card(name role department every_ward headquarters confirmed_by), Answer, Facility(kind)],
        leads: Leads::Record,
        run: Run::Whole(confirmed),
    }
}

fn tags(look: &Look<'_>, found: &mut Found<'_>) {
    for point in look.plan.rows.cutoff_points.live() {
        let at_once = point.step.as_deref() == Some("1");
        let wrong = look.template.word(if at_once { "says-wait" } else { "says-at-once" });
        let Some(tag) = point.tag.as_deref().filter(|_| point.step.is_some()) else { continue };
        if let Some(word) = wrong.split_whitespace().find(|word| tag.contains(word)) {
            let step = look.template.choice("cutoff_points", "step", point.step.as_deref().unwrap_or_default());
            found.field(point, "tag", vec![look.title(point), step.to_owned(), word.to_owned()]);
        }
    }
}

/// The means of a contact point that are the same thing as a channel of a sort.
fn means(channel: &Channel) -> Option<&'static str> {
    Some(match channel.sort.as_deref()? {
        "radio" => "radio",
        "mobile" | "priority" => "mobile",
        "fax" => "fax",
        "line" => "phone",
        _ => return None,
    })
}

/// The ways to reach a department, of one sort.
fn points<'a>(look: &Look<'a>, department: &Department, means: &str) -> Vec<&'a ContactPoint> {
    let of = |point: &&ContactPoint| {
        // Somebody's own is named nowhere.
        let own = crate::is_own_number(*point);
        !own && point.of == Some(department.row.id) && point.means.as_deref() == Some(means)
    };
    look.plan.rows.contact_points.live().filter(of).collect()
}

fn channels(look: &Look<'_>, found: &mut Found<'_>) {
    for channel in look.plan.rows.channels.live() {
        let number = figures(channel.number.as_deref().unwrap_or_default());
        let Some(means) = means(channel).filter(|_| !number.is_empty()) else { continue };
        let there = bare(channel.place.as_deref().unwrap_or_default());
        let at = |department: &&Department| {
            let name = bare(department.name.as_deref().unwrap_or_default());
            !name.is_empty() && there.contains(&name)
        };
        let places: Vec<&Department> = look.plan.rows.departments.live().filter(at).collect();
        // One place, another number.
        if let [place] = places.as_slice() {
            let points = points(look, place, means);
            let same = points.iter().any(|point| figures(point.value.as_deref().unwrap_or_default()) == number);
            if let Some(point) = points.first().filter(|_| !same) {
                let words = [channel.number.clone(), Some(place.title()), point.value.clone()];
                let words = std::iter::once(channel.title()).chain(words.map(Option::unwrap_or_default)).collect();
                found.field(channel, "number", words);
                continue;
            }
        }
        // One number, another place. A radio's number is a channel that several may use.
        let elsewhere =
            look.plan.rows.departments.live().filter(|one| !places.iter().any(|place| place.row.id == one.row.id));
        let holder = elsewhere.filter(|_| means != "radio" && !places.is_empty()).find_map(|department| {
            let points = points(look, department, means);
            points
                .into_iter()
                .find(|point| figures(point.value.as_deref().unwrap_or_default()) == number)
                .map(|_| department)
        });
        if let Some(holder) = holder {
            let number = channel.number.clone().unwrap_or_default();
            let here = format!("{} {number}", channel.place.as_deref().unwrap_or_default());
            let words = vec![channel.title(), here, holder.title(), format!("{} {number}", holder.title())];
            found.field(channel, "place", words);
        }
    }
}

/// Which role calls an outside body, by the tree.
fn by_tree(plan: &Plan) -> BTreeMap<Id, Id> {
    let outside = |one: &&TreePlace| one.of_kind.as_deref() == Some(Kind::Organisation.noun());
    let caller = |one: &TreePlace| {
        let above = plan.rows.contact_tree.find(one.above)?;
        (above.of_kind.as_deref() == Some(Kind::Role.noun())).then_some((one.of?, above.of?))
    };
    plan.rows.contact_tree.live().filter(outside).filter_map(caller).collect()
}

fn callers(look: &Look<'_>, found: &mut Found<'_>) {
    let plan = look.plan;
    let tree = by_tree(plan);
    for call in plan.rows.card_calls.live() {
        let Some((called, caller)) = call.of.and_then(|of| Some((of, *tree.get(&of)?))) else { continue };
        let Some(card) = plan.rows.cards.find(call.card).filter(|card| card.role.is_some_and(|role| role != caller))
        else {
            continue;
        };
        let (Some(body), Some(role)) = (plan.find(Kind::Organisation, called), plan.role(Some(caller))) else {
            continue;
        };
        found.field(call, "of", vec![body.title(), role.title(), look.title(card)]);
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
        let for_all = |one: &&FirstPage| one.part == part && one.with_forms.is_empty() && one.departments.is_empty();
        let Some(page) = rules::first_pages_of(plan, look.template).find(for_all) else { continue };
        let waits = |id: &str| plan.answer(&AnswerKey::first_page(&page.id, id)).is_none();
        let missing: Vec<&str> =
            page.confirm.iter().filter(|(id, _)| waits(id)).map(|(_, name)| name.as_str()).collect();
        if !missing.is_empty() {
            let missing = missing.join(look.template.word("and"));
            found.field(card, "confirmed_by", vec![look.title(card), page.title.clone(), missing]);
        }
    }
}
