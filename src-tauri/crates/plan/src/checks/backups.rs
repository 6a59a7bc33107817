//! What is odd about the copies of the data [MODEL-2.2.4].

use super::{Found, Leads, Look, Run};
use crate::{Backup, Id, Kind, Record, System, checks};
use std::collections::BTreeMap;

checks! { CHECKS: Run;
    /// Copies of a system an attacker can reach, all of them.
    "no-offline-copy" {
        severity: Mend, about: Record, item: "1-2",
        reads: [Backup(system offline write_once credentials), System(name)],
        leads: Leads::List(Kind::Backup),
        run: Run::Whole(within_reach),
    }
    /// Copies nobody ever restored.
    "restore-untried" {
        severity: Mend, about: Record, item: "4-3",
        reads: [Backup(system tested_on), System(name)], by_day: true,
        leads: Leads::List(Kind::Backup),
        run: Run::Whole(untried),
    }
    /// Every copy lies behind the administrators of everything else.
    "same-credentials" {
        severity: Mend, about: Institution, item: "1-2",
        reads: [Backup(system credentials), System(name)],
        leads: Leads::List(Kind::Backup),
        run: Run::Whole(one_set_of_keys),
    }
}

/// The copies of each live system. A row of a removed system sleeps with it.
fn by_system<'a>(look: &Look<'a>) -> BTreeMap<Id, (&'a System, Vec<&'a Backup>)> {
    let mut out: BTreeMap<Id, (&System, Vec<&Backup>)> = BTreeMap::new();
    for backup in look.plan.rows.backups.live() {
        if let Some(system) = look.plan.rows.systems.find(backup.system) {
            out.entry(system.row.id).or_insert((system, Vec::new())).1.push(backup);
        }
    }
    out
}

fn within_reach(look: &Look<'_>, found: &mut Found<'_>) {
    let safe = |one: &&Backup| one.offline || one.write_once || one.credentials.as_deref() == Some("none");
    for (system, copies) in by_system(look).into_values() {
        if copies.iter().any(safe) {
            continue;
        }
        found.record(system, vec![system.title()]);
    }
}

fn untried(look: &Look<'_>, found: &mut Found<'_>) {
    for (system, copies) in by_system(look).into_values() {
        if copies.iter().all(|one| look.done(one.tested_on.as_deref()).is_none()) {
            found.record(system, vec![system.title()]);
        }
    }
}

fn one_set_of_keys(look: &Look<'_>, found: &mut Found<'_>) {
    let rows: Vec<&Backup> = by_system(look).into_values().flat_map(|(_, copies)| copies).collect();
    if !rows.is_empty() && rows.iter().all(|one| one.credentials.as_deref() == Some("shared")) {
        found.institution(vec![rows.len().to_string()]);
    }
}
