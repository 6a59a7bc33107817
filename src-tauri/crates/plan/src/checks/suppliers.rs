//! What is odd about suppliers and their lines into the house, the ledger, and what is cut.

use super::{Found, Leads, Look, Run};
use crate::{CutoffPoint, Device, Id, Record, System, checks, day};
use std::collections::{BTreeMap, BTreeSet};

checks! { CHECKS: Run;
    /// A cut that takes away the very means by which it is announced [PRACTICE-CUTS].
    "cutoff-silences" {
        severity: Stop, about: Record, item: "3-3", reads: [CutoffPoint(announce), CutoffStop, System(name), SystemLink],
        leads: Leads::Record,
        run: Run::Whole(silences),
    }
    /// A cut that takes channels away, and nothing says by what it is announced.
    "cutoff-no-channel" {
        severity: Mend, about: Record, item: "3-3",
        reads: [CutoffPoint(announce), CutoffStop, System(channel), SystemLink, Facility(other_means)],
        leads: Leads::Record,
        run: Run::Whole(no_channel),
    }
    /// A supplier of something patients depend on, whom nobody can call at night.
    "no-night-window" {
        severity: Mend, about: Record, item: "3-2",
        reads: [System(importance vendor), Organisation(night_phone), ContactPoint(of value hours)],
        leads: Leads::Record,
        run: Run::Whole(suppliers),
    }
    /// A way in that the ledger does not know.
    "remote-not-in-ledger" {
        severity: Mend, about: Record, item: "1-1", reads: [System(remote), Device(system remote sort state)], leads: Leads::Record,
        run: Run::Whole(unknown_ways),
    }
    /// Support that ended.
    "support-ended" {
        severity: Mend, about: Record, item: "1-1", reads: [Device(support_until state asset_no)], by_day: true,
        leads: Leads::Record,
        run: Run::Whole(ended),
    }
    /// One number of the ledger on several devices.
    "same-asset-no" {
        severity: Mend, about: Record, item: "1-1", reads: [Device(asset_no state)], leads: Leads::Record,
        run: Run::Whole(same_number),
    }
}

/// Everything that stops when a point is cut, by position in the graph.
fn dies_with(look: &Look<'_>, point: &CutoffPoint) -> Vec<bool> {
    let graph = look.graph();
    let links = look.plan.rows.cutoff_stops.live().filter(|link| link.cutoff == Some(point.row.id));
    graph.reach(links.filter_map(|link| link.system.and_then(|id| graph.at(id))), &graph.needed_by)
}

/// Where the channel of a cut stands in the graph; `None` when none is said, or it is gone.
fn channel(look: &Look<'_>, point: &CutoffPoint) -> Option<usize> {
    point.announce.and_then(|id| look.graph().at(id))
}

fn silences(look: &Look<'_>, found: &mut Found<'_>) {
    for point in look.plan.rows.cutoff_points.live() {
        if let Some(at) = channel(look, point).filter(|at| dies_with(look, point)[*at]) {
            found.field(point, "announce", vec![point.title(), look.graph().systems[at].title()]);
        }
    }
}

fn no_channel(look: &Look<'_>, found: &mut Found<'_>) {
    if look.plan.facility().is_some_and(|facility| facility.other_means.is_some()) {
        return;
    }
    for point in look.plan.rows.cutoff_points.live().filter(|point| channel(look, point).is_none()) {
        let dies = dies_with(look, point);
        let systems = look.graph().systems.iter().zip(dies);
        let lost: Vec<String> =
            systems.filter(|(one, dies)| *dies && one.channel).map(|(one, _)| one.title()).collect();
        if !lost.is_empty() {
            found.field(point, "announce", vec![point.title(), lost.join("、")]);
        }
    }
}

fn suppliers(look: &Look<'_>, found: &mut Found<'_>) {
    let rows = &look.plan.rows;
    let mut vital: BTreeMap<Id, &System> = BTreeMap::new();
    for system in rows.systems.live().filter(|one| matches!(one.importance.as_deref(), Some("a" | "b"))) {
        if let Some(vendor) = system.vendor {
            vital.entry(vendor).or_insert(system);
        }
    }
    let at_night = rows
        .contact_points
        .live()
        .filter(|point| point.value.is_some() && matches!(point.hours.as_deref(), Some("always" | "night")));
    let reached: BTreeSet<Id> = at_night.filter_map(|point| point.of).collect();
    for (vendor, system) in vital {
        let Some(organisation) = rows.organisations.find(vendor) else { continue };
        if organisation.night_phone.is_none() && !reached.contains(&vendor) {
            found.field(organisation, "night_phone", vec![organisation.title(), system.title()]);
        }
    }
}

/// Whether a text says more than 「なし」.
fn said(text: &str) -> bool {
    !matches!(text.trim(), "なし" | "無し" | "無" | "ない" | "-" | "－" | "ー" | "×")
}

/// The devices that are not retired.
fn in_use<'a>(look: &Look<'a>) -> impl Iterator<Item = &'a Device> {
    look.plan.rows.devices.live().filter(|device| device.state.as_deref() != Some("retired"))
}

fn unknown_ways(look: &Look<'_>, found: &mut Found<'_>) {
    let known: BTreeSet<Id> = in_use(look)
        .filter(|one| one.remote.as_deref() == Some("yes") || one.sort.as_deref() == Some("maintenance"))
        .filter_map(|one| one.system)
        .collect();
    for system in look.plan.rows.systems.live() {
        if system.remote.as_deref().is_some_and(said) && !known.contains(&system.row.id) {
            found.field(system, "remote", vec![system.title()]);
        }
    }
}

fn ended(look: &Look<'_>, found: &mut Found<'_>) {
    for device in in_use(look) {
        let until = device.support_until.as_deref();
        let over =
            |until: &&str| day::stored(until).zip(day::stored(look.today)).is_some_and(|(until, now)| until < now);
        if let Some(until) = until.filter(over) {
            let words = vec![device.title(), device.asset_no.clone().unwrap_or_default(), until.to_owned()];
            found.field(device, "support_until", words);
        }
    }
}

/// Each of them is found: which one came first says nothing.
fn same_number(look: &Look<'_>, found: &mut Found<'_>) {
    let mut numbered: BTreeMap<&str, Vec<&Device>> = BTreeMap::new();
    for device in in_use(look) {
        if let Some(number) = device.asset_no.as_deref() {
            numbered.entry(number).or_default().push(device);
        }
    }
    for (number, devices) in numbered.into_iter().filter(|(_, devices)| devices.len() > 1) {
        for device in devices {
            found.field(device, "asset_no", vec![number.to_owned()]);
        }
    }
}
