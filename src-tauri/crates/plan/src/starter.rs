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

/// The changes of ticking a catalogue entry: the row, and for a system the
/// links to what it usually needs, as far as that is ticked.
pub fn tick(plan: &Plan, template: &Template, entry: &str) -> Vec<Change> {
    let Some(kind) = entry.split('/').next().and_then(Kind::from_noun) else { return Vec::new() };
    if plan.from_entry(entry).is_some() {
        return Vec::new(); // ticked already: a double click
    }
    let id = Id::derived(plan.id, kind.noun(), entry);
    let add = Edit::Add { kind, fresh: id, source: Some(entry.to_owned()), values: Vec::new() };
    let mut out = changes(plan, template, &add, "").unwrap_or_default();
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
