//! A new plan: the facility and what such an institution usually has, ticked as drafts.

use crate::{Change, Edit, Id, Kind, Plan, changes, order};
use template::Template;

/// Kinds a new plan starts with, links last so that both their ends exist.
const KINDS: &[Kind] = &[
    Kind::Department,
    Kind::Role,
    Kind::Organisation,
    Kind::System,
    Kind::CutoffPoint,
    Kind::ClinicalTask,
    Kind::WaveDuty,
    Kind::Gate,
    Kind::Decision,
    Kind::Downtime,
    Kind::Restriction,
    Kind::Form,
    Kind::Procedure,
    Kind::Card,
    Kind::Signal,
    Kind::LateDrug,
];

/// The rows of a new plan, in the order they are written.
pub fn rows(plan: Id, template: &Template, kind: &str, name: &str, beds: Option<u32>) -> Vec<Change> {
    let mut columns = vec![
        ("position".to_owned(), Some(order::between(None, None))),
        ("name".to_owned(), Some(name.to_owned()).filter(|name| !name.is_empty())),
        ("kind".to_owned(), Some(kind.to_owned())),
    ];
    columns.extend(beds.map(|beds| ("beds".to_owned(), Some(beds.to_string()))));
    columns.retain(|(_, value)| value.is_some());
    let facility = Change { kind: Kind::Facility, id: Plan::facility_id(plan), new: true, columns };
    let mut growing = Plan::new(plan, crate::Rows::default());
    let mut out = Vec::new();
    take(&mut growing, &mut out, facility);
    for kind in KINDS {
        let usual: Vec<String> = growing
            .offered(template, *kind)
            .into_iter()
            .filter(|entry| entry.usual.iter().any(|one| one == growing.institution()))
            .map(|entry| entry.id.clone())
            .collect();
        for entry in usual {
            for change in tick(&growing, template, &entry) {
                take(&mut growing, &mut out, change);
            }
        }
    }
    out
}

/// The changes of ticking a catalogue entry: the row; the links to what it names, as far as that is
/// ticked; for a procedure also the forms it uses, and for a procedure or a card its parts.
pub fn tick(plan: &Plan, template: &Template, entry: &str) -> Vec<Change> {
    let Some(kind) = entry.split('/').next().and_then(Kind::from_noun) else { return Vec::new() };
    if plan.from_entry(entry).is_some() {
        return Vec::new(); // ticked already: a double click
    }
    let id = Id::derived(plan.id, kind.noun(), entry);
    let add = Edit::Add { kind, fresh: id, source: Some(entry.to_owned()), values: Vec::new() };
    let mut out = changes(plan, template, &add, "").unwrap_or_default();
    if let (Kind::Signal, [change], Some(role)) = (kind, out.as_mut_slice(), ends(plan)) {
        change.columns.push(("declared_by".to_owned(), Some(role.to_string())));
    }
    let mut fresh = vec![entry.to_owned()];
    if kind == Kind::Procedure {
        out.extend(forms(plan, template, entry, &mut fresh));
    }
    for part in kind.parts() {
        out.extend(parts(plan, template, part, entry, id));
    }
    out.extend(links(plan, template, entry, &fresh));
    out
}

/// Who ends paper by most procedures the house made its own: what was typed there is not asked again for the signals.
fn ends(plan: &Plan) -> Option<Id> {
    let own = plan.rows.procedures.live().filter(|one| !one.row.is_draft());
    let said: Vec<Id> = own.filter_map(|one| one.ended_by).collect();
    let most = said.iter().max_by_key(|role| (said.iter().filter(|one| one == role).count(), **role))?;
    plan.role(Some(*most)).map(|role| role.row.id)
}

/// The plan with the forms such an institution usually has, for printing, where it has none (it is from before there
/// were forms). `None` where it has any, removed ones too: then nobody wants them.
pub fn with_usual_forms(plan: &Plan, template: &Template) -> Option<Plan> {
    if !plan.rows.forms.is_empty() {
        return None;
    }
    let mut growing = plan.clone();
    let offered = plan.offered(template, Kind::Form).into_iter();
    let usual = offered.filter(|entry| entry.usual.iter().any(|one| one == plan.institution()));
    for entry in usual.map(|entry| entry.id.clone()).collect::<Vec<_>>() {
        for change in tick(&growing, template, &entry) {
            growing.apply(&change);
        }
    }
    (!growing.rows.forms.is_empty()).then_some(growing)
}

/// The forms a procedure uses: a procedure that names paper nobody has would be a trap.
fn forms(plan: &Plan, template: &Template, procedure: &str, fresh: &mut Vec<String>) -> Vec<Change> {
    let used = template.entry(procedure).map_or(&[][..], |entry| &entry.depends);
    let offered: Vec<&String> = plan.offered(template, Kind::Form).into_iter().map(|entry| &entry.id).collect();
    let missing: Vec<&String> =
        used.iter().filter(|one| offered.contains(one) && plan.from_entry(one).is_none()).collect();
    let last = plan.rows.forms.last().map(|form| form.row.position.clone());
    let places = order::after(last.as_deref(), missing.len());
    let mut out = Vec::new();
    for (entry, place) in missing.into_iter().zip(places) {
        let id = Id::derived(plan.id, Kind::Form.noun(), entry);
        let add = Edit::Add { kind: Kind::Form, fresh: id, source: Some(entry.clone()), values: Vec::new() };
        out.extend(placed(changes(plan, template, &add, "").unwrap_or_default(), &place));
        fresh.push(entry.clone());
    }
    out
}

/// The links an entry brings: from it to what it names and is ticked or `fresh`, and to it from what is ticked and names it.
fn links(plan: &Plan, template: &Template, entry: &str, fresh: &[String]) -> Vec<Change> {
    let mut out = Vec::new();
    for link in Kind::ALL.iter().copied().filter(|kind| kind.facts().ticked) {
        let Some((from_end, to_end)) = link.facts().joins else { continue };
        let Some(kind) = link.leads_to(from_end) else { continue };
        for other in template.catalogue.get(kind.noun()).into_iter().flatten() {
            for needed in other.depends.iter().filter(|to| other.id == entry || *to == entry) {
                let far = if other.id == entry { needed } else { &other.id };
                if far == entry || (plan.from_entry(far).is_none() && !fresh.contains(far)) {
                    continue;
                }
                let id_of = |entry: &str| {
                    let noun = entry.split('/').next().unwrap_or_default();
                    Id::derived(plan.id, noun, entry)
                };
                let values = [(from_end, id_of(&other.id)), (to_end, id_of(needed))];
                let values = values.map(|(field, id)| (field.to_owned(), id.to_string())).to_vec();
                let add = Edit::Add { kind: link, fresh: id_of(entry), source: None, values };
                out.extend(changes(plan, template, &add, "").unwrap_or_default());
            }
        }
    }
    out
}

/// The parts of a procedure or card of the catalogue, in its order.
fn parts(plan: &Plan, template: &Template, kind: Kind, whole: &str, id: Id) -> Vec<Change> {
    let Some(field) = kind.facts().part_of else { return Vec::new() };
    let all = template.catalogue.get(kind.noun()).into_iter().flatten();
    let here = |part: &&template::Entry| {
        part.institutions.is_empty() || part.institutions.iter().any(|one| one == plan.institution())
    };
    let own: Vec<_> = all.filter(|part| part.values.get(field).is_some_and(|one| one == whole)).filter(here).collect();
    let last = plan.last_place(kind);
    let places = order::after(last.as_deref(), own.len());
    let mut out = Vec::new();
    for (part, place) in own.into_iter().zip(places) {
        // Unticking takes only the whole away: its parts are there still when it comes back.
        let derived = Id::derived(plan.id, kind.noun(), &part.id);
        // A call to whom nobody ticked leads nowhere.
        let leads = |of: &String| plan.from_entry(of).is_some();
        if plan.find(kind, derived).is_some() || !part.values.get("of").is_none_or(leads) {
            continue;
        }
        let add = Edit::Add {
            kind,
            fresh: id,
            source: Some(part.id.clone()),
            // The whole itself is made in the same breath and not in the plan yet.
            values: vec![(field.to_owned(), id.to_string())],
        };
        out.extend(placed(changes(plan, template, &add, "").unwrap_or_default(), &place));
    }
    out
}

/// Several rows made at once each get a place of their own.
pub(crate) fn placed(changes: Vec<Change>, place: &str) -> impl Iterator<Item = Change> {
    changes.into_iter().map(move |mut change| {
        for (_, value) in change.columns.iter_mut().filter(|(column, _)| column == "position") {
            *value = Some(place.to_owned());
        }
        change
    })
}

fn take(plan: &mut Plan, out: &mut Vec<Change>, change: Change) {
    plan.apply(&change);
    out.push(change);
}
