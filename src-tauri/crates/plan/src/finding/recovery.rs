//! What is odd about targets, beliefs, dependencies and the order of recovery.

use super::{Finding, Severity};
use crate::recovery::{Graph, Order, TIERS, beliefs, order};
use crate::{Kind, Plan, Record, System, span};
use template::Template;

/// All of it; the graph is made once.
pub(super) fn recovery(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    let graph = Graph::of(plan);
    let order = order(&graph);
    circles(&graph, &order, out);
    moved(&graph, &order, template, out);
    targets(&graph, out);
    data_age(plan, &graph, out);
    fallbacks(plan, &graph, out);
    paper_limits(plan, template, &graph, out);
}

/// Systems that need each other: which one first, nobody can say.
fn circles(graph: &Graph<'_>, order: &Order, out: &mut Vec<Finding>) {
    for circle in &order.circles {
        let names: Vec<String> = circle.iter().map(|at| graph.systems[*at].title()).collect();
        let first = graph.systems[circle[0]];
        out.push(Finding::of("system-circle", Severity::Mend, first, vec![names.join("、")]));
    }
}

/// Systems that come back later than their tier says, and systems moved without a reason.
fn moved(graph: &Graph<'_>, order: &Order, template: &Template, out: &mut Vec<Finding>) {
    for (system, placed) in graph.systems.iter().zip(&order.placed) {
        let field = if placed.moved { "wave_tier" } else { "recovery" };
        if let (Some(own), Some(by)) = (placed.own, placed.lifted_by) {
            let tier = |at: usize| template.choice("systems", "recovery", TIERS[at]).to_owned();
            let words = vec![system.title(), tier(own), graph.systems[by].title(), tier(order.waves[placed.wave].tier)];
            out.push(Finding::at("tier-lifted", Severity::Note, *system, field, words));
        }
        if placed.moved && system.wave_reason.is_none() {
            out.push(Finding::at("wave-no-reason", Severity::Mend, *system, "wave_reason", vec![system.title()]));
        }
    }
}

/// A target earlier than that of something it depends on (guide 4-1).
fn targets(graph: &Graph<'_>, out: &mut Vec<Finding>) {
    type Read = fn(&System) -> Option<&String>;
    let shifts: [(&str, Read); 2] = [("rto_day", |s| s.rto_day.as_ref()), ("rto_night", |s| s.rto_night.as_ref())];
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
                let words = vec![system.title(), span::words(mine), other, span::words(theirs)];
                out.push(Finding::at("target-too-early", Severity::Mend, *system, field, words));
                break;
            }
        }
    }
}

/// Data may go back less far than the newest copy is old.
fn data_age(plan: &Plan, graph: &Graph<'_>, out: &mut Vec<Finding>) {
    for backup in plan.rows.backups.live() {
        let Some(system) = backup.system.and_then(|id| graph.at(id)).map(|at| graph.systems[at]) else { continue };
        // The most frequent copy counts, and is looked at once.
        let own = plan.rows.backups.live().filter(|one| one.system == backup.system);
        let often = own.filter_map(|one| Some((span::minutes(one.interval.as_deref()?)?, one.row.id))).min();
        let Some((interval, _)) = often.filter(|(_, id)| *id == backup.row.id) else { continue };
        for (field, said) in [("rpo_day", &system.rpo_day), ("rpo_night", &system.rpo_night)] {
            if let Some(age) = said.as_deref().and_then(span::minutes).filter(|age| *age < interval) {
                let words = vec![system.title(), span::words(age), span::words(interval)];
                out.push(Finding::at("rpo-under-interval", Severity::Mend, system, field, words));
                break;
            }
        }
    }
}

/// A system people work with, and nothing to do instead.
fn fallbacks(plan: &Plan, graph: &Graph<'_>, out: &mut Vec<Finding>) {
    let used: std::collections::BTreeSet<_> =
        plan.live(Kind::TaskNeed).filter(|need| plan.awake(*need)).filter_map(|need| need.field("system")).collect();
    for system in &graph.systems {
        let matters =
            matches!(system.importance.as_deref(), Some("a" | "b")) || used.contains(&system.row.id.to_string());
        let written = system.fallback.is_some() || plan.rows.procedures.live().any(|p| p.system == Some(system.row.id));
        if matters && !written {
            out.push(Finding::at("no-fallback", Severity::Mend, *system, "fallback", vec![system.title()]));
        }
    }
}

/// Paper lasts less long than anybody believes the recovery takes: a decision is missing (`practice.md` §1-10).
fn paper_limits(plan: &Plan, template: &Template, graph: &Graph<'_>, out: &mut Vec<Finding>) {
    let believed = beliefs(graph);
    for task in plan.rows.clinical_tasks.live() {
        let needs = plan.rows.task_needs.live().filter(|n| n.task == Some(task.row.id));
        let systems = needs.filter_map(|need| need.system.and_then(|id| graph.at(id)));
        let Some((from, at)) = systems.filter_map(|at| Some((believed[at].from?, at))).max() else { continue };
        for (field, said) in [("paper_night", &task.paper_night), ("paper_day", &task.paper_day)] {
            let Some(limit) = said.as_deref().and_then(span::minutes) else { continue };
            if limit < from && task.way.is_none() {
                let shift = template.label("clinical_tasks", field).to_owned();
                let words = vec![task.title(), shift, span::words(limit), graph.systems[at].title(), span::words(from)];
                out.push(Finding::at("paper-too-short", Severity::Mend, task, "way", words));
                break;
            }
        }
    }
}
