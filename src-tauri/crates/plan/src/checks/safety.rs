//! What must not be missing on the night [PRACTICE-PATIENT-LISTS] [PRACTICE-DECISIONS] [PRACTICE-CUTS].

use super::{Found, Leads, Look, Run};
use crate::{Department, Id, Kind, Record, checks};
use std::collections::BTreeSet;

checks! { CHECKS: Run;
    /// A department with patients, and nowhere last night's lists.
    "no-downtime" {
        severity: Stop, about: Record, item: "3-4", reads: [Department(patients), Downtime(department place)],
        leads: Leads::List(Kind::Downtime),
        run: Run::Whole(no_downtime),
    }
    /// Nobody may start paper operation.
    "no-paper-start" {
        severity: Stop, about: Institution, item: "3-4", reads: [Decision], leads: Leads::List(Kind::Decision),
        run: Run::Whole(no_paper_start),
    }
    /// Somebody may, and nobody said who.
    "paper-start-undecided" {
        severity: Stop, about: Record, item: "3-4", reads: [Decision(day_role night_role), Facility(kind)], leads: Leads::Record,
        run: Run::Whole(undecided),
    }
    /// The path to the backups is not among what is cut first.
    "no-backup-cutoff" {
        severity: Mend, about: Institution, item: "3-3", reads: [CutoffPoint(step)], leads: Leads::List(Kind::CutoffPoint),
        run: Run::Whole(no_backup_cutoff),
    }
}

/// The decision of the catalogue by which paper starts.
const PAPER_START: &str = "decisions/paper-start";

/// A hospital's further wards are rows of its own; the flag says that patients are there.
fn no_downtime(look: &Look<'_>, found: &mut Found<'_>) {
    let entries = ["departments/ward", "departments/icu", "departments/dialysis", "departments/delivery"];
    let from = |one: &Department| one.row.source.as_deref().is_some_and(|source| entries.contains(&source));
    let lists = look.plan.rows.downtime.live().filter(|list| list.place.is_some());
    let covered: BTreeSet<Id> = lists.filter_map(|list| list.department).collect();
    for department in look.plan.rows.departments.live().filter(|one| one.patients || from(one)) {
        if !covered.contains(&department.row.id) {
            found.record(department, vec![department.title()]);
        }
    }
}

fn no_paper_start(look: &Look<'_>, found: &mut Found<'_>) {
    if look.plan.from_entry(PAPER_START).is_none() {
        found.institution(Vec::new());
    }
}

fn undecided(look: &Look<'_>, found: &mut Found<'_>) {
    let needed = if look.plan.has_beds() { "night_role" } else { "day_role" };
    if let Some(decision) = look.plan.from_entry(PAPER_START).filter(|decision| !decision.has(needed)) {
        found.field(decision, needed, vec![decision.title()]);
    }
}

fn no_backup_cutoff(look: &Look<'_>, found: &mut Found<'_>) {
    if !look.plan.rows.cutoff_points.live().any(|point| point.step.as_deref() == Some("1")) {
        found.institution(Vec::new());
    }
}
