//! What is odd about the order of recovery, targets and how long paper lasts.

use super::{Found, Leads, Look, Run};
use crate::recovery::TIERS;
use crate::{Id, Record, System, checks, span};
use std::collections::{BTreeMap, BTreeSet};

checks! { CHECKS: Run;
    /// Systems that need each other: which one first, nobody can say.
    "system-circle" {
        severity: Mend, about: Record, item: "4-1", reads: [System(name), SystemLink], leads: Leads::Record,
        run: Run::Whole(circles),
    }
    /// Systems that come back later than their tier says.
    "tier-lifted" {
        severity: Note, about: Record, item: "4-1", reads: [System(recovery wave_tier), SystemLink], leads: Leads::Record,
        run: Run::Whole(lifted),
    }
    /// Systems moved without a reason.
    "wave-no-reason" {
        severity: Mend, about: Record, item: "4-1", reads: [System(wave_tier wave_reason)], leads: Leads::Record,
        run: Run::Whole(no_reason),
    }
    /// A target earlier than that of something it depends on [GUIDE-4-1].
    "target-too-early" {
        severity: Mend, about: Record, item: "4-1", reads: [System(rto_day rto_night), SystemLink], leads: Leads::Record,
        run: Run::Whole(too_early),
    }
    /// Data may go back less far than the newest copy is old.
    "rpo-under-interval" {
        severity: Mend, about: Record, reads: [System(rpo_day rpo_night), Backup(system interval)], leads: Leads::Record,
        run: Run::Whole(too_old),
    }
    /// A system people work with, and nothing to do instead.
    "no-fallback" {
        severity: Mend, about: Record, item: "1-1",
        reads: [System(importance fallback), TaskNeed, ClinicalTask(name), Procedure(system)],
        leads: Leads::Record,
        run: Run::Whole(no_fallback),
    }
    /// Paper lasts less long than anybody believes the recovery takes: a decision is missing [PRACTICE-RESTRICTIONS].
    "paper-too-short" {
        severity: Mend, about: Record,
        reads: [ClinicalTask(paper_day paper_night way), TaskNeed, System(back_from back_to), SystemLink],
        leads: Leads::Record,
        run: Run::Whole(paper_too_short),
    }
}

fn circles(look: &Look<'_>, found: &mut Found<'_>) {
    let systems = &look.graph().systems;
    for circle in &look.order().circles {
        let names: Vec<String> = circle.iter().map(|at| systems[*at].title()).collect();
        for at in circle {
            found.record(systems[*at], vec![names.join("、")]);
        }
    }
}

fn lifted(look: &Look<'_>, found: &mut Found<'_>) {
    let (systems, order) = (&look.graph().systems, look.order());
    let tier = |at: usize| look.template.choice("systems", "recovery", TIERS[at]).to_owned();
    for (system, placed) in systems.iter().zip(&order.placed) {
        let field = if placed.moved { "wave_tier" } else { "recovery" };
        if let (Some(own), Some(by)) = (placed.own, placed.lifted_by) {
            let reached = tier(order.waves[placed.wave].tier);
            found.field(*system, field, vec![system.title(), tier(own), systems[by].title(), reached]);
        }
    }
}

fn no_reason(look: &Look<'_>, found: &mut Found<'_>) {
    let moved = |one: &&System| one.wave_tier.is_some() && one.wave_reason.is_none();
    for system in look.plan.rows.systems.live().filter(moved) {
        found.field(system, "wave_reason", vec![system.title()]);
    }
}

fn too_early(look: &Look<'_>, found: &mut Found<'_>) {
    type Read = fn(&System) -> Option<&String>;
    let shifts: [(&str, Read); 2] = [("rto_day", |s| s.rto_day.as_ref()), ("rto_night", |s| s.rto_night.as_ref())];
    let graph = look.graph();
    for (at, system) in graph.systems.iter().enumerate() {
        if system.rto_day.is_none() && system.rto_night.is_none() {
            continue;
        }
        let needed = graph.reach([at], &graph.needs);
        for (field, read) in shifts {
            let minutes = |one: &System| read(one).and_then(|said| span::minutes(said));
            let Some(mine) = minutes(system) else { continue };
            let others = (0..needed.len()).filter(|other| needed[*other] && *other != at);
            let latest = others.filter_map(|other| Some((minutes(graph.systems[other])?, other))).max();
            if let Some((theirs, other)) = latest.filter(|(theirs, _)| *theirs > mine) {
                let other = graph.systems[other].title();
                found.field(*system, field, vec![system.title(), span::words(mine), other, span::words(theirs)]);
                break;
            }
        }
    }
}

/// Of several copies the most frequent counts.
fn too_old(look: &Look<'_>, found: &mut Found<'_>) {
    let mut often: BTreeMap<Id, u32> = BTreeMap::new();
    for backup in look.plan.rows.backups.live() {
        if let Some((system, interval)) = backup.system.zip(backup.interval.as_deref().and_then(span::minutes)) {
            often.entry(system).and_modify(|known| *known = interval.min(*known)).or_insert(interval);
        }
    }
    for (id, interval) in often {
        let Some(system) = look.plan.rows.systems.find(id) else { continue };
        let may = |said: &Option<String>| said.as_deref().and_then(span::minutes).filter(|age| *age < interval);
        let fields = [("rpo_day", &system.rpo_day), ("rpo_night", &system.rpo_night)];
        if let Some((field, age)) = fields.into_iter().find_map(|(field, said)| Some((field, may(said)?))) {
            found.field(system, field, vec![system.title(), span::words(age), span::words(interval)]);
        }
    }
}

fn no_fallback(look: &Look<'_>, found: &mut Found<'_>) {
    let rows = &look.plan.rows;
    let used: BTreeSet<Id> =
        rows.task_needs.live().filter(|need| look.plan.awake(*need)).filter_map(|need| need.system).collect();
    let written: BTreeSet<Id> = rows.procedures.live().filter_map(|procedure| procedure.system).collect();
    for system in rows.systems.live() {
        let id = system.row.id;
        let matters = matches!(system.importance.as_deref(), Some("a" | "b")) || used.contains(&id);
        if matters && system.fallback.is_none() && !written.contains(&id) {
            found.field(system, "fallback", vec![system.title()]);
        }
    }
}

fn paper_too_short(look: &Look<'_>, found: &mut Found<'_>) {
    let (graph, believed) = (look.graph(), look.beliefs());
    let mut needed: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
    for need in look.plan.rows.task_needs.live() {
        if let Some((task, at)) = need.task.zip(need.system.and_then(|id| graph.at(id))) {
            needed.entry(task).or_default().push(at);
        }
    }
    for task in look.plan.rows.clinical_tasks.live().filter(|task| task.way.is_none()) {
        let systems = needed.get(&task.row.id).into_iter().flatten();
        let Some((back, at)) = systems.filter_map(|at| Some((believed[*at].latest?, *at))).max() else { continue };
        for (field, said) in [("paper_night", &task.paper_night), ("paper_day", &task.paper_day)] {
            let Some(limit) = said.as_deref().and_then(span::minutes).filter(|limit| *limit < back) else { continue };
            let shift = look.template.label("clinical_tasks", field).to_owned();
            let system = graph.systems[at].title();
            found.field(task, "way", vec![task.title(), shift, span::words(limit), system, span::words(back)]);
            break;
        }
    }
}
