//! What must not be missing on the night.

use super::{Finding, Severity};
use crate::{Department, FieldKind, Id, Kind, Plan, Record, title_of};
use std::collections::BTreeSet;
use template::Template;

/// What must not be missing on the night (`practice.md` §1-2, §1-3, §1-7).
pub(super) fn safety(plan: &Plan, out: &mut Vec<Finding>) {
    // A hospital's further wards are rows of its own; the flag says that patients are there.
    let entries = ["departments/ward", "departments/icu", "departments/dialysis", "departments/delivery"];
    let from = |one: &Department| one.row.source.as_deref().is_some_and(|source| entries.contains(&source));
    let live = plan.rows.departments.live();
    for department in live.filter(|one| one.patients || from(one)) {
        let id = department.row.id;
        if !plan.rows.downtime.live().any(|d| d.department == Some(id) && d.place.is_some()) {
            out.push(Finding::of("no-downtime", Severity::Stop, department, vec![department.title()]));
        }
    }
    let general = |code, severity| Finding { code, severity, at: None, field: None, item: None, words: Vec::new() };
    match plan.from_entry("decisions/paper-start") {
        None => out.push(general("no-paper-start", Severity::Stop)),
        Some(decision) => {
            let needed = if plan.has_beds() { "night_role" } else { "day_role" };
            if decision.field(needed).is_none() {
                out.push(Finding {
                    field: Some(needed.to_owned()),
                    ..Finding::of("paper-start-undecided", Severity::Stop, decision, vec![decision.title()])
                });
            }
        }
    }
    if !plan.rows.cutoff_points.live().any(|c| c.step.as_deref() == Some("1")) {
        out.push(general("no-backup-cutoff", Severity::Mend));
    }
}

/// A role somebody counts on, with nobody in it and no number (`practice.md` §1-9).
pub(super) fn roles_without_holder(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    let counted_on: BTreeSet<Id> = Kind::ALL
        .iter()
        .filter(|kind| **kind != Kind::Remark)
        .flat_map(|kind| plan.live(*kind).filter(|record| plan.awake(*record)))
        .flat_map(|record| {
            let of_role = record.field("of_kind").as_deref() == Some(Kind::Role.noun());
            record.fields().iter().filter_map(move |field| match field.kind {
                FieldKind::Link("roles") => record.field(field.id),
                FieldKind::Link("any") if of_role => record.field(field.id),
                _ => None,
            })
        })
        .filter_map(|id| Id::parse(&id))
        .collect();
    for role in plan.live(Kind::Role).filter(|role| counted_on.contains(&role.id())) {
        if ["holder", "phone", "night_phone"].iter().all(|field| role.field(field).is_none()) {
            out.push(Finding {
                field: Some("holder".to_owned()),
                ..Finding::of("role-empty", Severity::Mend, role, vec![title_of(plan, template, role)])
            });
        }
    }
}
