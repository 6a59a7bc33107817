//! What is odd about the copies of the data (model plan 2.2.4).

use super::{Finding, Severity};
use crate::{Backup, Id, Plan};
use std::collections::BTreeMap;

/// Copies an attacker can reach, all of them behind one set of keys, never tried.
pub(super) fn backups(plan: &Plan, out: &mut Vec<Finding>) {
    let rows: Vec<&Backup> = plan.rows.backups.live().collect();
    let system = |one: &Backup| one.system.and_then(|id| plan.link_title("systems", id).ok());
    // A row of a removed system sleeps with it.
    let rows: Vec<(&Backup, String)> = rows.into_iter().filter_map(|one| Some((one, system(one)?))).collect();
    let mut by_system: BTreeMap<Id, Vec<&Backup>> = BTreeMap::new();
    for (row, _) in &rows {
        by_system.entry(row.system.unwrap_or(row.row.id)).or_default().push(row);
    }
    for (row, name) in &rows {
        let own = &by_system[&row.system.unwrap_or(row.row.id)];
        let first = own.first().is_some_and(|first| first.row.id == row.row.id);
        let safe = |one: &&Backup| one.offline || one.write_once || one.credentials.as_deref() == Some("none");
        if first && !own.iter().any(safe) {
            out.push(Finding::at("no-offline-copy", Severity::Mend, *row, "offline", vec![name.clone()]));
        }
        if first && own.iter().all(|one| one.tested_on.is_none()) {
            out.push(Finding::at("restore-untried", Severity::Mend, *row, "tested_on", vec![name.clone()]));
        }
    }
    let said: Vec<&str> = rows.iter().filter_map(|(row, _)| row.credentials.as_deref()).collect();
    if let Some((first, _)) = rows.first()
        && said.len() == rows.len()
        && said.iter().all(|one| *one == "shared")
    {
        out.push(Finding::at("same-credentials", Severity::Mend, *first, "credentials", vec![said.len().to_string()]));
    }
}
