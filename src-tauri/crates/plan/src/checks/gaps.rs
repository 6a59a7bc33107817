//! What is half said: a field whose companion is filled, and the few rows without what nearly all rows of their kind
//! have. Mostly forgotten, and nobody looks at row 38 of 40.
//!
//! Of the latter only fields that some check reads, so that nobody is asked for what nothing uses. Deliberately not here:
//! what must be there in every row whatever the others have (`records`, `asked`).

use super::{CHECKS as ALL, Found, Leads, Look, Reads, Run};
use crate::{Field, FieldKind, Kind, Record, checks};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

checks! { CHECKS: Run;
    /// A field that is empty in this row and filled in nearly all others.
    "row-with-gap" {
        severity: Note, about: Record, reads: all, leads: Leads::Record,
        run: Run::Kinds(gaps),
    }
    /// A field that says something only together with another, which is empty.
    "half-said" {
        severity: Note, about: Record,
        reads: [Role(name holder deputy1 deputy2 night_holder night_deputy),
                System(name back_from back_to rto_day rto_night rpo_day rpo_night),
                ClinicalTask(name paper_day paper_night),
                Department(name patients night_nurses second_ward second_role second_last),
                Restriction(name decider night_decider), Decision(name day_role night_role), Facility(kind)],
        leads: Leads::Record,
        run: Run::Whole(half),
    }
    /// A card nobody takes: of no role, of no place, and not one for every ward.
    "card-for-nobody" {
        severity: Mend, about: Record, item: "3-2", reads: all, leads: Leads::Record,
        run: Run::Each(nobody),
    }
    /// A card of headquarters by the catalogue, no longer marked so: its names would lie open on a ward.
    "card-left-headquarters" {
        severity: Mend, about: Record, item: "3-2", reads: all, leads: Leads::Record,
        run: Run::Each(left_headquarters),
    }
    /// A way to talk that is called, and no number or channel stands there.
    "channel-no-number" {
        severity: Mend, about: Record, item: "3-2", reads: all, leads: Leads::Record,
        run: Run::Each(numberless),
    }
}

/// Whoever fills in the first has to say the second, too: kind, what is filled, what is asked then.
const TOGETHER: &[(Kind, &str, &str)] = &[
    (Kind::Role, "deputy1", "holder"),
    (Kind::Role, "deputy2", "deputy1"),
    // An outage lasts for weeks: three people take turns.
    (Kind::Role, "deputy1", "deputy2"),
    (Kind::Role, "night_deputy", "night_holder"),
    // How long it takes lies between two values.
    (Kind::System, "back_from", "back_to"),
    (Kind::System, "back_to", "back_from"),
    // Day and night are asked side by side: an empty night reads as "never mind".
    (Kind::System, "rto_day", "rto_night"),
    (Kind::System, "rto_night", "rto_day"),
    (Kind::System, "rpo_day", "rpo_night"),
    (Kind::System, "rpo_night", "rpo_day"),
    (Kind::ClinicalTask, "paper_day", "paper_night"),
    (Kind::ClinicalTask, "paper_night", "paper_day"),
    // Whoever watches patients by night has patients: they are asked before anything is cut.
    (Kind::Department, "night_nurses", "patients"),
    (Kind::Department, "second_ward", "second_role"),
    (Kind::Department, "second_role", "second_last"),
    (Kind::Department, "second_last", "second_ward"),
    (Kind::Restriction, "night_decider", "decider"),
    (Kind::Decision, "night_role", "day_role"),
];

/// Whether so many have it that those who have it not were forgotten: at most one in five is without, or one alone. Ours.
pub(super) fn nearly_all(filled: usize, empty: usize) -> bool {
    filled >= 3 && empty <= ((filled + empty) / 5).max(1)
}

/// Kinds whose rows are of several sorts: each sort has its own columns.
const SORTED: &[(Kind, &str)] =
    &[(Kind::Department, "patients"), (Kind::Organisation, "group"), (Kind::Device, "sort"), (Kind::Channel, "sort")];

/// Of a sort with fewer rows nothing is usual.
const FEW: usize = 5;

/// The fields checks name, by kind. A check that reads whole rows does not say what it needs of them.
static NAMED: LazyLock<BTreeMap<Kind, BTreeSet<&'static str>>> = LazyLock::new(|| {
    let mut out = BTreeMap::<Kind, BTreeSet<&'static str>>::new();
    for one in ALL.iter() {
        let Reads::Kinds(kinds) = one.check.reads else { continue };
        kinds.iter().for_each(|(kind, fields)| out.entry(*kind).or_default().extend(*fields));
    }
    out
});

fn gaps(look: &Look<'_>, kind: Kind, found: &mut Found<'_>) {
    let Some(named) = NAMED.get(&kind) else { return };
    let rows: Vec<&dyn Record> = look.plan.live(kind).filter(|record| look.plan.awake(*record)).collect();
    let sort = SORTED.iter().find(|(sorted, _)| *sorted == kind).map(|(_, field)| *field);
    let sort_of = |record: &dyn Record| sort.and_then(|field| record.field(field));
    let mut sorts = BTreeMap::<Option<String>, Vec<&dyn Record>>::new();
    for record in sort.iter().flat_map(|_| &rows) {
        sorts.entry(sort_of(*record)).or_default().push(*record);
    }
    let asked = |field: &&Field| !field.required && !may_be_empty(kind, field) && named.contains(field.id);
    for field in kind.fields().iter().filter(asked) {
        let mut seen = BTreeSet::new();
        for among in std::iter::once(&rows).chain(sorts.values().filter(|rows| rows.len() >= FEW)) {
            let (filled, empty): (Vec<&dyn Record>, Vec<&dyn Record>) = among.iter().partition(|one| one.has(field.id));
            // Suppliers have a contract, and the police have none.
            let usual = |record: &&&dyn Record| {
                let of_sort = sorts.get(&sort_of(**record)).map_or(&[][..], Vec::as_slice);
                sort == Some(field.id) || of_sort.len() < 2 || of_sort.iter().any(|other| other.has(field.id))
            };
            let forgotten = empty.iter().filter(|_| nearly_all(filled.len(), empty.len())).filter(usual);
            for record in forgotten.filter(|record| seen.insert(record.id())) {
                let label = look.template.label(kind.noun(), field.id).to_owned();
                found.field(*record, field.id, vec![look.title(*record), label, filled.len().to_string()]);
            }
        }
    }
}

/// What says something by being empty: whichever system, all departments; or is one of two ways to say it.
const BY_RIGHT: &[(Kind, &str)] = &[
    (Kind::Procedure, "system"),
    (Kind::Channel, "number"),
    (Kind::Signal, "department"),
    (Kind::TreePlace, "substitute"),
    (Kind::Card, "role"),
    (Kind::Card, "department"),
    (Kind::Proof, "place"),
    (Kind::Proof, "file"),
];

/// An unticked flag is an answer, what names its own kind ends somewhere, and nobody has to give a private number.
fn may_be_empty(kind: Kind, field: &Field) -> bool {
    let is_private_number = field.private && field.kind == FieldKind::Phone;
    let by_right = BY_RIGHT.contains(&(kind, field.id));
    by_right || field.kind == FieldKind::Flag || kind.leads_to(field.id) == Some(kind) || is_private_number
}

fn half(look: &Look<'_>, found: &mut Found<'_>) {
    // Where nobody stays by night, what holds by day is enough, and so is one deputy.
    let wards = look.plan.rows.departments.live().filter(|one| one.patients).count();
    let holds = |asked: &str| match asked {
        "deputy2" => look.plan.has_beds(),
        "second_ward" => wards > 1,
        _ => look.plan.has_beds() || !asked.ends_with("night"),
    };
    for (kind, filled, asked) in TOGETHER.iter().filter(|(.., asked)| holds(asked)) {
        for record in look.plan.live(*kind).filter(|one| one.has(filled) && !one.has(asked)) {
            // Two companions may ask for one field: it is said once.
            let first = TOGETHER.iter().find(|(of, with, one)| of == kind && one == asked && record.has(with));
            if first.is_some_and(|(_, with, _)| with != filled) {
                continue;
            }
            let label = |field: &str| look.template.label(kind.noun(), field).to_owned();
            found.field(record, asked, vec![look.title(record), label(filled), label(asked)]);
        }
    }
}

fn nobody(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>) {
    let takes = ["role", "department", "every_ward"];
    if record.kind() == Kind::Card && !takes.iter().any(|field| record.has(field)) {
        found.field(record, "role", vec![look.title(record)]);
    }
}

fn left_headquarters(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>) {
    let entry = record.row().source.as_deref().filter(|_| record.kind() == Kind::Card && !record.has("headquarters"));
    let entry = entry.and_then(|source| look.template.entry(source));
    if entry.is_some_and(|entry| entry.values.contains_key("headquarters")) {
        found.field(record, "headquarters", vec![look.title(record)]);
    }
}

fn numberless(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>) {
    let is_called = |sort: &str| !matches!(sort, "runner" | "broadcast" | "other");
    if record.kind() == Kind::Channel && record.text("sort").is_some_and(is_called) && !record.has("number") {
        found.field(record, "number", vec![look.title(record)]);
    }
}
