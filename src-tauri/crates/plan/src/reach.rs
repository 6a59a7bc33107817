//! The worst case of the contact tree: who is next when somebody does not answer, after how many minutes of waiting
//! a place or a decider is reached, by day and by night, with PHS or the exchange down, and on whom many chains hang
//! (docs/adr/0019; probabilities are known to nobody, none are asked for: [PRACTICE-NEVER-FILLED]).
//!
//! A place has one waiting time. Those who may answer there are tried one after the other: the worst case is that only
//! the last of them answers, which is (tries − 1) × waiting time after the caller was reached. What works is known by
//! the words of a number: 「PHS」 dies with PHS and exchange, 「内線」 and short numbers with the exchange. Places called by
//! the same caller are called side by side; the longest counts.

use crate::tree::{Branch, forest, reached};
use crate::{FieldKind, Id, Kind, Plan, Record, Role, TreePlace, normalise, readable};
use std::collections::{BTreeMap, BTreeSet};

/// Minutes waited at a place while nobody said how long. Ours: none of the reference gives one.
const UNSAID: u32 = 0;

/// When the calls are made, what is dead, and who does not answer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Case {
    /// At night or on a holiday.
    pub night: bool,
    /// What is dead.
    pub down: Down,
    /// A person, role, department or organisation that does not answer.
    pub silent: Option<Id>,
}

/// What is dead.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Down {
    /// Nothing.
    #[default]
    Nothing,
    /// The PHS.
    Phs,
    /// The telephone exchange, and the PHS with it.
    Exchange,
}

/// Somebody who is tried at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Try {
    /// Who: a person, or the role, department or organisation whose number it is.
    pub who: (Kind, Id),
    /// The number.
    pub number: Option<String>,
    /// Whether anybody can answer there in this case.
    pub works: bool,
    /// The one person who carries this telephone; `None` = a place, or several share it.
    pub carrier: Option<Id>,
}

/// What becomes of a place in a case.
#[derive(Debug, Clone)]
pub struct Stop<'a> {
    /// The place.
    pub place: &'a TreePlace,
    /// How deep in its tree, from 0.
    pub depth: usize,
    /// The tree it belongs to: its own, or that of whoever calls it.
    pub tree: Option<&'a str>,
    /// Who is tried, in order.
    pub tries: Vec<Try>,
    /// Minutes until the last who can answers at its caller: then it is called. `None` = nobody calls it.
    pub called: Option<u32>,
    /// Minutes until the first who can answers, counted from the start; `None` = nobody can.
    pub soonest: Option<u32>,
    /// Minutes until the last who can answers; `None` = nobody can.
    pub latest: Option<u32>,
    /// Whether it, or whoever calls it, is reached only by the other way (runner, radio …).
    pub other_way: bool,
    /// Whether nobody said how long to wait here, or above, though there is more than one to try: then it may take longer.
    pub unsaid: bool,
}

/// Every place of every tree, callers before whom they call.
pub fn stops(plan: &Plan, case: Case) -> Vec<Stop<'_>> {
    let mut out = Vec::new();
    for head in forest(plan) {
        // A head that should have a caller (removed, cut from a circle, too deep) is one nobody calls.
        let start = head.place.above.is_none().then_some(0);
        let caller = Caller { depth: 0, tree: None, soonest: start, latest: start, unsaid: false, other_way: false };
        walk(plan, case, &head, caller, &mut out);
    }
    out
}

/// What is known of the caller.
#[derive(Clone, Copy)]
struct Caller<'a> {
    depth: usize,
    tree: Option<&'a str>,
    soonest: Option<u32>,
    latest: Option<u32>,
    unsaid: bool,
    other_way: bool,
}

fn walk<'a>(plan: &'a Plan, case: Case, branch: &Branch<'a>, caller: Caller<'a>, out: &mut Vec<Stop<'a>>) {
    let place = branch.place;
    let wait = place.wait_minutes.as_deref().and_then(|text| text.parse().ok());
    let tries = tries(plan, place, case);
    let works = |at: &usize| tries[*at].works;
    let first = (0..tries.len()).find(works);
    let last = (0..tries.len()).rev().find(works);
    // Who has no number is not waited for.
    let waits = |at: usize| tries[..at].iter().filter(|one| one.number.is_some()).count();
    let after = |at: usize| u32::try_from(waits(at)).unwrap_or(u32::MAX).saturating_mul(wait.unwrap_or(UNSAID));
    // When nobody can answer a telephone, the other way is taken after all were tried.
    let other = first.is_none() && place.other_way.is_some();
    let at = |start: Option<u32>, nth: Option<usize>| {
        let nth = nth.or_else(|| other.then_some(tries.len()))?;
        Some(start?.saturating_add(after(nth)))
    };
    let (soonest, latest) = (at(caller.soonest, first), at(caller.latest, last));
    let unsaid = caller.unsaid || (wait.is_none() && waits(tries.len()) > usize::from(!other));
    let (depth, tree) = (caller.depth, place.tree.as_deref().or(caller.tree));
    // Who was reached by a runner has no telephone that works: below, nothing goes as usual.
    let other_way = caller.other_way || (other && latest.is_some());
    let called = caller.latest;
    out.push(Stop { place, depth, tree, tries, called, soonest, latest, other_way, unsaid });
    for below in &branch.calls {
        walk(plan, case, below, Caller { depth: depth + 1, tree, soonest, latest, unsaid, other_way }, out);
    }
}

/// Who is tried at a place: its own people, then the substitute's.
fn tries(plan: &Plan, place: &TreePlace, case: Case) -> Vec<Try> {
    let mut out = Vec::new();
    match reached(plan, place) {
        Some(record) if record.kind() == Kind::Role => {
            out.extend(plan.role(Some(record.id())).into_iter().flat_map(|role| of_role(plan, role, case)));
        }
        Some(record) => out.push(own(record, case)),
        None => {}
    }
    if let Some(role) = plan.role(place.substitute) {
        out.extend(of_role(plan, role, case));
    }
    for one in &mut out {
        let outside = one.who.0 == Kind::Organisation;
        let silent = case.silent.is_some_and(|silent| one.who.1 == silent || one.carrier == Some(silent));
        one.works = !silent && one.number.as_deref().is_some_and(|number| alive(number, outside, case.down));
    }
    // One telephone is tried once, and one person.
    let mut tried: Vec<Try> = Vec::new();
    for one in out {
        if tried.iter().any(|known| known.who == one.who) {
            continue;
        }
        match tried.iter_mut().find(|known| known.number.is_some() && known.number == one.number) {
            Some(same) => {
                same.works |= one.works;
                same.carrier = same.carrier.filter(|carrier| one.carrier == Some(*carrier));
            }
            None => tried.push(one),
        }
    }
    tried
}

/// The telephone of a role, then its people: those of the night first when it is night.
fn of_role(plan: &Plan, role: &Role, case: Case) -> Vec<Try> {
    let mut out = Vec::new();
    let silent = case.silent == Some(role.row.id);
    let night = [role.night_holder, role.night_deputy].into_iter().flatten();
    let day = [role.holder, role.deputy1, role.deputy2].into_iter().flatten();
    let people: Vec<Id> = if case.night { night.chain(day).collect() } else { day.collect() };
    if own_number(role, case).is_some() || people.is_empty() {
        out.push(Try { carrier: people.first().copied(), ..own(role, case) });
    }
    // The telephone of a role is carried by its first person: a role that is silent is silent with them.
    for (nth, id) in people.into_iter().enumerate() {
        if (nth == 0 && silent) || out.iter().any(|one| one.who.1 == id) {
            continue;
        }
        let Some(person) = plan.find(Kind::Person, id) else { continue };
        out.push(own(person, case));
    }
    out
}

fn own(record: &dyn Record, case: Case) -> Try {
    let carrier = (record.kind() == Kind::Person).then(|| record.id());
    Try { who: (record.kind(), record.id()), number: own_number(record, case), works: false, carrier }
}

/// The number that counts at this time. Somebody who sleeps at home is reached on the private number.
fn own_number(record: &dyn Record, case: Case) -> Option<String> {
    let by = |fields: [&str; 2]| fields.iter().find_map(|field| record.field(field));
    match (record.kind(), case.night) {
        (Kind::Person, true) => by(["private_phone", "extension"]),
        (Kind::Person, false) => by(["extension", "private_phone"]),
        (Kind::Organisation, true) => record.field("night_phone"),
        (Kind::Organisation, false) => record.field("day_phone"),
        (_, true) => by(["night_phone", "phone"]),
        (_, false) => record.field("phone"),
    }
}

/// Whether a number still rings; of several in one field, any. What has no figures is no number. A short number is one of
/// the house's own, unless it is an outside party's (110, 119).
fn alive(number: &str, outside: bool, down: Down) -> bool {
    number.split(['／', '/', '、', ',']).any(|one| {
        let digits = one.chars().filter(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).count();
        let phs = ["PHS", "ＰＨＳ", "ピッチ"].iter().any(|word| one.to_uppercase().contains(word));
        let extension = one.trim_start().starts_with("内線");
        let inside = phs || (!outside && (extension || digits <= 6));
        let dead = match down {
            Down::Nothing => false,
            Down::Phs => phs,
            Down::Exchange => inside,
        };
        digits > 0 && !dead
    })
}

/// What a telephone dials: the figures of exactly one outside number, without its extension. `None` for anything that
/// is not plainly one number: a wrong number is worse than none.
pub fn dialled(number: &str) -> Option<String> {
    let plain = normalise(FieldKind::Phone, number);
    let main = plain.split("内線").next().unwrap_or_default().trim();
    // 「110 119」 is two, and nobody dials the 0 of 「+81(0)3」.
    let two = number.trim().contains([' ', '　']) && !main.starts_with(['0', '+']);
    if !readable(FieldKind::Phone, &plain) || main.contains(['#', '*', 'P']) || two || main.contains("-0-") {
        return None;
    }
    let figures: String = main.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    ((3..=15).contains(&figures.len()) && !figures.trim_start_matches('+').contains('+')).then_some(figures)
}

/// When a role that decides something is reached.
#[derive(Debug, Clone)]
pub struct Decider {
    /// The role.
    pub role: Id,
    /// What it decides at that time.
    pub decisions: Vec<Id>,
    /// Minutes of waiting by the tree; `None` = by no tree.
    pub latest: Option<u32>,
    /// Whether only by the other way.
    pub other_way: bool,
    /// Whether a waiting time is missing.
    pub unsaid: bool,
    /// Whether the role stands in a tree at all.
    pub placed: bool,
}

/// The deciders of a time of day, in the order of the decisions.
pub fn deciders(plan: &Plan, case: Case) -> Vec<Decider> {
    let stops = stops(plan, case);
    let mut out: Vec<Decider> = Vec::new();
    for decision in plan.rows.decisions.live() {
        let Some(role) = (if case.night { decision.night_role } else { decision.day_role }) else { continue };
        if plan.role(Some(role)).is_none() {
            continue;
        }
        if let Some(known) = out.iter_mut().find(|one| one.role == role) {
            known.decisions.push(decision.row.id);
            continue;
        }
        let best = best(&stops, role);
        out.push(Decider {
            role,
            decisions: vec![decision.row.id],
            latest: best.and_then(|stop| stop.latest),
            other_way: best.is_some_and(|stop| stop.other_way),
            unsaid: best.is_some_and(|stop| stop.unsaid),
            placed: best.is_some(),
        });
    }
    out
}

/// The place at which a role is reached first; one where nobody is, rather than none.
pub fn best<'a, 'p>(stops: &'a [Stop<'p>], role: Id) -> Option<&'a Stop<'p>> {
    stops.iter().filter(|stop| stop.place.of == Some(role)).min_by_key(|stop| stop.latest.unwrap_or(u32::MAX))
}

/// Somebody on whom several chains hang.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hinge {
    /// The person.
    pub person: Id,
    /// Places at which they are tried.
    pub places: usize,
    /// Places that nobody reaches any more when they do not answer.
    pub lost: usize,
}

/// People who are tried at more than one place, or without whom places are lost; the heaviest first.
///
/// A place is lost with a person who is the only one left to answer there, and so is everything its caller would have
/// called. One walk over the trees finds it for everybody at once.
pub fn hinges(plan: &Plan, case: Case) -> Vec<Hinge> {
    let whole = stops(plan, Case { silent: None, ..case });
    let mut hinges: BTreeMap<Id, Hinge> = BTreeMap::new();
    for stop in &whole {
        let people: BTreeSet<Id> = stop.tries.iter().filter_map(|one| one.carrier).collect();
        for person in people {
            hinges.entry(person).or_insert(Hinge { person, places: 0, lost: 0 }).places += 1;
        }
    }
    // Who holds up the places above the one that is looked at, by depth.
    let mut above: Vec<Option<Id>> = Vec::new();
    for stop in &whole {
        above.truncate(stop.depth);
        let working: BTreeSet<Option<Id>> = stop.tries.iter().filter(|one| one.works).map(|one| one.carrier).collect();
        let alone = working.first().copied().flatten().filter(|_| working.len() == 1);
        above.push(alone.filter(|_| stop.place.other_way.is_none()));
        if stop.latest.is_none() {
            continue;
        }
        let holders: BTreeSet<Id> = above.iter().copied().flatten().collect();
        for person in holders {
            if let Some(hinge) = hinges.get_mut(&person) {
                hinge.lost += 1;
            }
        }
    }
    let mut out: Vec<Hinge> = hinges.into_values().filter(|hinge| hinge.places > 1 || hinge.lost > 0).collect();
    out.sort_by_key(|hinge| (std::cmp::Reverse((hinge.lost, hinge.places)), hinge.person));
    out
}
