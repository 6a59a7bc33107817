//! What is odd about the lines outside, suppliers, the ledger and what is cut.

use super::{Finding, Severity};
use crate::recovery::Graph;
use crate::{CutoffPoint, Device, Id, Plan, Record, System};
use std::collections::{BTreeMap, BTreeSet};

/// `today` as `2026-11-26`: support ends on a day.
pub(super) fn outside(plan: &Plan, today: &str, out: &mut Vec<Finding>) {
    let graph = Graph::of(plan);
    cutoffs(plan, &graph, out);
    suppliers(plan, &graph, out);
    ledger(plan, &graph, today, out);
}

/// A cut that takes away the very means by which it is announced (`practice.md` §1-7).
fn cutoffs(plan: &Plan, graph: &Graph<'_>, out: &mut Vec<Finding>) {
    for point in plan.rows.cutoff_points.live() {
        let dies = dies_with(plan, graph, point);
        let channel = point.announce.and_then(|id| graph.at(id));
        match channel {
            Some(at) if dies[at] => {
                let words = vec![point.title(), graph.systems[at].title()];
                out.push(Finding::at("cutoff-silences", Severity::Stop, point, "announce", words));
            }
            None => {
                let lost: Vec<String> = (0..dies.len())
                    .filter(|at| dies[*at] && graph.systems[*at].channel)
                    .map(|at| graph.systems[at].title())
                    .collect();
                let other = plan.facility().is_some_and(|facility| facility.other_means.is_some());
                if !lost.is_empty() && !other {
                    let words = vec![point.title(), lost.join("、")];
                    out.push(Finding::at("cutoff-no-channel", Severity::Mend, point, "announce", words));
                }
            }
            Some(_) => {}
        }
    }
}

/// Everything that stops when a point is cut, by position in the graph.
fn dies_with(plan: &Plan, graph: &Graph<'_>, point: &CutoffPoint) -> Vec<bool> {
    let links = plan.rows.cutoff_stops.live().filter(|link| link.cutoff == Some(point.row.id));
    graph.reach(links.filter_map(|link| link.system.and_then(|id| graph.at(id))), &graph.needed_by)
}

/// A supplier of something patients depend on, whom nobody can call at night.
fn suppliers(plan: &Plan, graph: &Graph<'_>, out: &mut Vec<Finding>) {
    let mut vital: BTreeMap<Id, &System> = BTreeMap::new();
    for system in graph.systems.iter().filter(|one| matches!(one.importance.as_deref(), Some("a" | "b"))) {
        if let Some(vendor) = system.vendor {
            vital.entry(vendor).or_insert(system);
        }
    }
    for organisation in plan.rows.organisations.live() {
        let Some(system) = vital.get(&organisation.row.id) else { continue };
        let by_point = plan.rows.contact_points.live().any(|point| {
            point.of == Some(organisation.row.id)
                && point.value.is_some()
                && matches!(point.hours.as_deref(), Some("always" | "night"))
        });
        if organisation.night_phone.is_none() && !by_point {
            let words = vec![organisation.title(), system.title()];
            out.push(Finding::at("no-night-window", Severity::Mend, organisation, "night_phone", words));
        }
    }
}

/// Whether a text says more than 「なし」.
fn said(text: &str) -> bool {
    !matches!(text.trim(), "なし" | "無し" | "無" | "ない" | "-" | "－" | "ー" | "×")
}

/// Ways in that the ledger does not know, support that ended, one number twice.
fn ledger(plan: &Plan, graph: &Graph<'_>, today: &str, out: &mut Vec<Finding>) {
    let used = |device: &&Device| device.state.as_deref() != Some("retired");
    let known: BTreeSet<Id> = plan
        .rows
        .devices
        .live()
        .filter(used)
        .filter(|one| one.remote.as_deref() == Some("yes") || one.sort.as_deref() == Some("maintenance"))
        .filter_map(|one| one.system)
        .collect();
    for system in
        graph.systems.iter().filter(|one| one.remote.as_deref().is_some_and(said) && !known.contains(&one.row.id))
    {
        out.push(Finding::at("remote-not-in-ledger", Severity::Mend, *system, "remote", vec![system.title()]));
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for device in plan.rows.devices.live().filter(used) {
        if let Some(until) = device.support_until.as_deref()
            && crate::readable(crate::FieldKind::Date, until)
            && until < today
        {
            let words = vec![device.title(), device.asset_no.clone().unwrap_or_default(), until.to_owned()];
            out.push(Finding::at("support-ended", Severity::Mend, device, "support_until", words));
        }
        if let Some(number) = device.asset_no.as_deref() {
            let count = seen.entry(number).or_default();
            *count += 1;
            if *count == 2 {
                out.push(Finding::at("same-asset-no", Severity::Mend, device, "asset_no", vec![number.to_owned()]));
            }
        }
    }
}
