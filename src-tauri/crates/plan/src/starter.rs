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
    Kind::Procedure,
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
    let mut growing = Plan { id: plan, rows: crate::Rows::default() };
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

/// The changes of ticking a catalogue entry: the row; the links to the systems it usually needs or
/// stops, as far as those are ticked; for a procedure its steps.
pub fn tick(plan: &Plan, template: &Template, entry: &str) -> Vec<Change> {
    let Some(kind) = entry.split('/').next().and_then(Kind::from_noun) else { return Vec::new() };
    if plan.from_entry(entry).is_some() {
        return Vec::new(); // ticked already: a double click
    }
    let id = Id::derived(plan.id, kind.noun(), entry);
    let add = Edit::Add { kind, fresh: id, source: Some(entry.to_owned()), values: Vec::new() };
    let mut out = changes(plan, template, &add, "").unwrap_or_default();
    if kind == Kind::Procedure {
        out.extend(steps(plan, template, entry, id));
    }
    out.extend(links(plan, template, entry));
    out
}

/// Kinds whose entries name systems (`depends`), and the kind of the rows that say so.
const LINKED: [(Kind, Kind); 3] =
    [(Kind::System, Kind::SystemLink), (Kind::ClinicalTask, Kind::TaskNeed), (Kind::CutoffPoint, Kind::CutoffStop)];

/// The links an entry brings: from it to the ticked systems it names, and to it from what is ticked and names it.
fn links(plan: &Plan, template: &Template, entry: &str) -> Vec<Change> {
    let mut out = Vec::new();
    for (kind, link) in LINKED {
        let Some((from_end, to_end)) = link.ends() else { continue };
        for other in template.catalogue.get(kind.noun()).into_iter().flatten() {
            for needed in other.depends.iter().filter(|to| other.id == entry || *to == entry) {
                let far = if other.id == entry { needed } else { &other.id };
                if far == entry || plan.from_entry(far).is_none() {
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

/// The steps of a procedure of the catalogue, in its order.
fn steps(plan: &Plan, template: &Template, procedure: &str, id: Id) -> Vec<Change> {
    let all = template.catalogue.get(Kind::ProcedureStep.noun()).into_iter().flatten();
    let own: Vec<_> = all.filter(|step| step.values.get("procedure").is_some_and(|one| one == procedure)).collect();
    let last = plan.rows.procedure_steps.last().map(|step| step.row.position.clone());
    let places = order::after(last.as_deref(), own.len());
    let mut out = Vec::new();
    for (step, place) in own.into_iter().zip(places) {
        // Unticking takes only the procedure away: its steps are there still when it comes back.
        let derived = Id::derived(plan.id, Kind::ProcedureStep.noun(), &step.id);
        if plan.find(Kind::ProcedureStep, derived).is_some() {
            continue;
        }
        let add = Edit::Add {
            kind: Kind::ProcedureStep,
            fresh: id,
            source: Some(step.id.clone()),
            // The procedure itself is made in the same breath and not in the plan yet.
            values: vec![("procedure".to_owned(), id.to_string())],
        };
        for mut change in changes(plan, template, &add, "").unwrap_or_default() {
            for (_, value) in change.columns.iter_mut().filter(|(column, _)| column == "position") {
                *value = Some(place.clone());
            }
            out.push(change);
        }
    }
    out
}

fn take(plan: &mut Plan, out: &mut Vec<Change>, change: Change) {
    plan.apply(&change);
    out.push(change);
}
