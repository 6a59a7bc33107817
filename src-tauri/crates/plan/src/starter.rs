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

/// The changes of ticking a catalogue entry: the row; for a system the links to what it
/// usually needs, as far as that is ticked; for a procedure its steps.
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
    if kind == Kind::System {
        let ends = template.catalogue.get("systems").into_iter().flatten().flat_map(|other| {
            let here = (other.id == entry).then(|| other.depends.iter().map(|to| (entry.to_owned(), to.clone())));
            let there = other.depends.iter().any(|to| to == entry).then(|| (other.id.clone(), entry.to_owned()));
            here.into_iter().flatten().chain(there)
        });
        for (from, to) in ends {
            let other = if from == entry { &to } else { &from };
            if other == entry || plan.from_entry(other).is_none() {
                continue;
            }
            let id_of = |entry: &str| Id::derived(plan.id, "systems", entry).to_string();
            let link = Edit::Add {
                kind: Kind::SystemLink,
                fresh: id,
                source: None,
                values: vec![("system".to_owned(), id_of(&from)), ("needs".to_owned(), id_of(&to))],
            };
            out.extend(changes(plan, template, &link, "").unwrap_or_default());
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
    let mut columns: Vec<(String, Option<String>)> =
        plan.rows.get(change.kind, change.id).map_or_else(Vec::new, |old| {
            crate::ROW_COLUMNS
                .iter()
                .copied()
                .chain(old.fields().iter().map(|f| f.id))
                .map(|column| (column.to_owned(), old.column(column)))
                .collect()
        });
    columns.extend(change.columns.iter().cloned());
    plan.rows.put(change.kind, change.id, Some(&columns));
    out.push(change);
}
