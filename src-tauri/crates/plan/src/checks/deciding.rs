//! Who decides, said in two places that differ [PRACTICE-DECISIONS] [PRACTICE-NIGHT-STAFF].

use super::{Found, Leads, Look, Run};
use crate::reach::best;
use crate::wording::{sentences, words};
use crate::{Decision, Id, Plan, Record, Restriction, Role, checks};
use std::collections::{BTreeMap, BTreeSet};

checks! { CHECKS: Run;
    /// A card lets its holder decide what the table of decisions gives to others.
    "decides-anothers" {
        severity: Mend, about: Record, item: "3-4",
        reads: [CardStep(card text), Card(name role), Decision(name day_role night_role next_role),
                Restriction(name decider night_decider), Role(name)],
        leads: Leads::Record,
        run: Run::Whole(anothers),
    }
    /// The next one decides after so many minutes without an answer, and by then the contact tree has not even reached
    /// the first.
    "decider-late" {
        severity: Mend, about: Record, item: "3-4",
        reads: [Decision(name night_role wait_minutes), TreePlace, Role, Person, Department, Organisation],
        leads: Leads::Record,
        run: Run::Whole(late),
    }
    /// The tree waits longer for somebody than the table of decisions does.
    "decider-waits" {
        severity: Mend, about: Record,
        reads: [Decision(name day_role night_role next_role wait_minutes), TreePlace(of of_kind wait_minutes), Role(name)],
        leads: Leads::Record,
        run: Run::Whole(waits_longer),
    }
    /// The table of decisions and a service's own line name others: both stand on one page, and whoever reads the one
    /// calls somebody else than whoever reads the other.
    "deciders-differ" {
        severity: Mend, about: Record, item: "3-4",
        reads: [Decision(name day_role night_role), Restriction(name decider night_decider), Role(name)],
        leads: Leads::Record,
        run: Run::Whole(differ),
    }
    /// Who decides at night has no number at night.
    "decider-no-night-number" {
        severity: Stop, about: Record, item: "3-4",
        reads: [Decision(name night_role), Restriction(name night_decider), Role(name night_phone night_holder),
                Person(extension private_phone), ContactPoint(of hours means value)],
        leads: Leads::Record,
        run: Run::Whole(no_night_number),
    }
    /// Who watches over safety is the only one who can pull the lines: nobody is left who says stop.
    "cutter-is-manager" {
        severity: Note, about: Record, item: "3-3",
        reads: [CutoffPoint(name who), Role(name holder deputy1 deputy2 night_holder night_deputy), Person(name)],
        leads: Leads::Record,
        run: Run::Whole(cutter),
    }
}

/// Who may decide what somebody calls by one of these words.
#[derive(Default)]
struct Deciders<'a> {
    roles: BTreeSet<Id>,
    named: Vec<(&'a str, Id)>,
}

/// By the words of the decisions' and services' names. 診療 stands for every service, which the pack says.
fn deciders<'a>(look: &Look<'a>) -> BTreeMap<&'a str, Deciders<'a>> {
    let rows = &look.plan.rows;
    let mut out: BTreeMap<&str, Deciders<'_>> = BTreeMap::new();
    let mut put = |word: &'a str, name: &'a str, roles: &[Option<Id>]| {
        let one = out.entry(word).or_default();
        one.roles.extend(roles.iter().flatten());
        one.named.extend(roles.iter().flatten().map(|role| (name, *role)));
    };
    let service = look.template.word("service");
    let services: BTreeSet<&str> = rows
        .restrictions
        .live()
        .flat_map(|one: &Restriction| one.name.as_deref().map(words).unwrap_or_default())
        .collect();
    for one in rows.restrictions.live() {
        let Some(name) = one.name.as_deref() else { continue };
        for word in words(name).into_iter().chain([service]) {
            put(word, name, &[one.decider, one.night_decider]);
        }
    }
    for one in rows.decisions.live() {
        let Some(name) = one.name.as_deref() else { continue };
        let roles = [one.day_role, one.night_role, one.next_role];
        let own = words(name);
        let about_services = own.iter().any(|word| services.contains(word));
        for word in own.into_iter().chain(about_services.then_some(service)) {
            put(word, name, &roles);
        }
    }
    out.retain(|word, one| !word.is_empty() && !one.roles.is_empty());
    out
}

fn anothers(look: &Look<'_>, found: &mut Found<'_>) {
    let known = deciders(look);
    for step in look.plan.rows.card_steps.live() {
        let card = look.plan.rows.cards.find(step.card);
        let Some((card, role)) = card.and_then(|card| Some((card, look.plan.role(card.role)?))) else { continue };
        let text = step.text.as_deref().unwrap_or_default();
        let given = decided(look, text).into_iter().flat_map(words).find_map(|word| {
            let (key, one) = known.iter().find(|(key, _)| is_about(word, key))?;
            (!one.roles.contains(&role.row.id)).then_some((*key, one))
        });
        if let Some((word, one)) = given
            && let Some((_, decider)) = one.named.first()
        {
            let decider = look.plan.role(Some(*decider)).map(|role| look.title(role)).unwrap_or_default();
            found.field(step, "text", vec![card.title(), word.to_owned(), decider]);
        }
    }
}

/// Whether a word of a step is that word: the same, or the same with more figures in circles behind it (遮断②③).
fn is_about(word: &str, key: &str) -> bool {
    let more = |rest: &str| rest.is_empty() || (key.ends_with(is_circled) && rest.chars().all(is_circled));
    word.strip_prefix(key).is_some_and(more)
}

fn is_circled(sign: char) -> bool {
    ('①'..='⑳').contains(&sign)
}

/// What a step says its reader decides: the sentence behind 「決める。」, or one that ends so. Who was given it, or names
/// somebody else, says so.
fn decided<'t>(look: &Look<'_>, text: &'t str) -> Vec<&'t str> {
    let decide = look.template.word("decide");
    let others = look.template.word("decide-others");
    let mut out = Vec::new();
    let mut headed = false;
    for sentence in sentences(text) {
        let own = headed || sentence.ends_with(decide);
        if own && !others.split_whitespace().any(|word| sentence.contains(word)) {
            out.push(sentence);
        }
        headed = sentence == decide;
    }
    if decide.is_empty() { Vec::new() } else { out }
}

fn late(look: &Look<'_>, found: &mut Found<'_>) {
    for decision in look.plan.rows.decisions.live() {
        let wait: Option<u32> = decision.wait_minutes.as_deref().and_then(|text| text.parse().ok());
        let Some((role, wait)) = look.plan.role(decision.night_role).zip(wait) else { continue };
        let called = best(look.night(), role.row.id).and_then(|stop| stop.called);
        if let Some(called) = called.filter(|called| *called > wait) {
            let words = vec![decision.title(), look.title(role), wait.to_string(), called.to_string()];
            found.field(decision, "wait_minutes", words);
        }
    }
}

fn waits_longer(look: &Look<'_>, found: &mut Found<'_>) {
    let mut shortest: BTreeMap<Id, (u32, &Decision)> = BTreeMap::new();
    for decision in look.plan.rows.decisions.live().filter(|one| one.next_role.is_some()) {
        let wait: Option<u32> = decision.wait_minutes.as_deref().and_then(|text| text.parse().ok());
        for role in [decision.day_role, decision.night_role].into_iter().flatten() {
            if let Some(wait) = wait.filter(|wait| shortest.get(&role).is_none_or(|(known, _)| wait < known)) {
                shortest.insert(role, (wait, decision));
            }
        }
    }
    for place in look.plan.rows.contact_tree.live() {
        let wait: Option<u32> = place.wait_minutes.as_deref().and_then(|text| text.parse().ok());
        let decides = place.of.and_then(|role| shortest.get(&role));
        if let Some(((said, decision), wait)) = decides.zip(wait).filter(|((said, _), wait)| wait > said) {
            let words = vec![look.title(place), wait.to_string(), decision.title(), said.to_string()];
            found.field(place, "wait_minutes", words);
        }
    }
}

/// What a decision of the catalogue settles for which of its services.
const SETTLED: [(&str, &[&str]); 5] = [
    ("decisions/emergency-intake", &["restrictions/er", "restrictions/transfer"]),
    ("decisions/surgery", &["restrictions/elective-surgery", "restrictions/emergency-surgery"]),
    ("decisions/dialysis", &["restrictions/dialysis"]),
    ("decisions/delivery", &["restrictions/delivery"]),
    ("decisions/chemo", &["restrictions/chemo"]),
];

fn differ(look: &Look<'_>, found: &mut Found<'_>) {
    let rows = &look.plan.rows;
    for (decision, services) in SETTLED {
        let of = |source: &Option<String>, entry: &str| source.as_deref() == Some(entry);
        let Some(decision) = rows.decisions.live().find(|one| of(&one.row.source, decision)) else { continue };
        for service in rows.restrictions.live().filter(|one| services.iter().any(|entry| of(&one.row.source, entry))) {
            let pairs = [
                ("decider", "day", service.decider, decision.day_role),
                ("night_decider", "night", service.night_decider, decision.night_role),
            ];
            for (field, when, own, table) in pairs {
                if let Some((own, table)) = own.zip(table).filter(|(own, table)| own != table) {
                    let role = |id| look.plan.role(Some(id)).map(|role| look.title(role)).unwrap_or_default();
                    let when = look.template.word(when).to_owned();
                    found.field(service, field, vec![service.title(), when, role(own), decision.title(), role(table)]);
                }
            }
        }
    }
}

fn no_night_number(look: &Look<'_>, found: &mut Found<'_>) {
    let rows = &look.plan.rows;
    let of_decisions = rows.decisions.live().filter_map(|one: &Decision| Some((one.night_role?, one.title())));
    let of_services = rows.restrictions.live().filter_map(|one| Some((one.night_decider?, one.title())));
    let mut named: BTreeMap<Id, Vec<String>> = BTreeMap::new();
    for (role, what) in of_decisions.chain(of_services) {
        named.entry(role).or_default().push(what);
    }
    for (role, mut what) in named {
        let Some(role) = look.plan.role(Some(role)).filter(|role| !reached_at_night(look.plan, role)) else { continue };
        what.truncate(NAMED);
        found.field(role, "night_phone", vec![look.title(role), what.join("」「")]);
    }
}

/// So many things decided are named.
const NAMED: usize = 2;

/// A number of the day is none at night: the desk is empty.
pub(super) fn reached_at_night(plan: &Plan, role: &Role) -> bool {
    let person = plan.rows.people.find(role.night_holder);
    let held = person.is_some_and(|one| one.extension.is_some() || one.private_phone.is_some());
    let spoken = |means: Option<&str>| matches!(means, Some("phone" | "mobile" | "radio"));
    let further = plan.rows.contact_points.live().any(|one| {
        one.of == Some(role.row.id)
            && one.value.is_some()
            && one.hours.as_deref() != Some("day")
            && spoken(one.means.as_deref())
    });
    role.night_phone.is_some() || held || further
}

fn cutter(look: &Look<'_>, found: &mut Found<'_>) {
    let rows = &look.plan.rows;
    let manager = look.plan.from_entry("roles/safety-manager").and_then(|role| role.link("holder"));
    let Some(manager) = rows.people.find(manager) else { return };
    for point in rows.cutoff_points.live() {
        let Some(who) = point.who.as_deref() else { continue };
        let roles: Vec<&Role> = rows.roles.live().filter(|role| names(who, role)).collect();
        // A post that is held in turns is somebody else every night.
        if roles.iter().any(|role| role.holder.is_none() && role.night_holder.is_none()) {
            continue;
        }
        let of_role = |role: &&Role| [role.holder, role.deputy1, role.deputy2, role.night_holder, role.night_deputy];
        let by_name = rows.people.live().filter(|person| person.name.as_deref().is_some_and(|name| who.contains(name)));
        let hands: BTreeSet<Id> =
            roles.iter().flat_map(of_role).flatten().chain(by_name.map(|person| person.row.id)).collect();
        if hands.len() == 1 && hands.contains(&manager.row.id) {
            found.field(point, "who", vec![look.title(point), manager.title()]);
        }
    }
}

fn names(text: &str, role: &Role) -> bool {
    role.name.as_deref().is_some_and(|name| !name.is_empty() && text.contains(name))
}
