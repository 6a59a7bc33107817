//! Single points of failure: one system, one supplier, under many.

use super::Graph;
use super::closure::{Groups, Positions};
use crate::{Id, Plan};
use std::collections::BTreeMap;

/// What is weak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// A system (platform, line, login …), by its position in the graph.
    System(usize),
    /// A supplier who maintains many.
    Vendor(Id),
}

/// One point on which much hangs.
#[derive(Debug, Clone)]
pub struct WeakPoint {
    /// What it is.
    pub at: Weak,
    /// Systems that stop with it, or that this supplier maintains; positions in the graph.
    pub systems: Positions,
    /// How many clinical tasks need one of them.
    pub tasks: usize,
}

/// From so many systems on, a point is worth naming: with fewer it is an ordinary dependency.
const MANY: usize = 3;

/// The points on which most hangs, heaviest first.
pub fn weak_points(plan: &Plan, graph: &Graph<'_>) -> Vec<WeakPoint> {
    let count = graph.systems.len();
    let mut needed: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut tasks: BTreeMap<Id, usize> = BTreeMap::new();
    for task in plan.rows.clinical_tasks.live() {
        let next = tasks.len();
        tasks.insert(task.row.id, next);
    }
    for need in plan.rows.task_needs.live() {
        let ends = (need.task.and_then(|id| tasks.get(&id)), need.system.and_then(|id| graph.at(id)));
        if let (Some(task), Some(system)) = ends {
            needed[system].push(*task);
        }
    }
    let groups = Groups::of(graph);
    let of = |at: usize| groups.of[at];
    // What stops with each group, and the tasks that need any of it.
    let stops = groups.up(graph, |nth| Positions::of(groups.list[nth].iter().copied()));
    let hit = groups.up(graph, |nth| Positions::of(groups.list[nth].iter().flat_map(|at| &needed[*at]).copied()));
    let mut out: Vec<WeakPoint> = Vec::new();
    for at in 0..count {
        let systems = stops[of(at)].without(at);
        if systems.count() >= MANY {
            out.push(WeakPoint { at: Weak::System(at), tasks: hit[of(at)].count(), systems });
        }
    }
    let mut vendors: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
    for (at, system) in graph.systems.iter().enumerate() {
        if let Some(vendor) = system.vendor {
            vendors.entry(vendor).or_default().push(at);
        }
    }
    for (vendor, own) in vendors.into_iter().filter(|(_, own)| own.len() >= MANY) {
        // Of the tasks, all that stop with its systems count, not only those of what it maintains itself.
        let mut tasks = Positions::default();
        own.iter().for_each(|at| tasks.join(&hit[of(*at)]));
        out.push(WeakPoint { at: Weak::Vendor(vendor), tasks: tasks.count(), systems: Positions::of(own) });
    }
    out.sort_by_cached_key(|one| (std::cmp::Reverse(one.systems.count()), std::cmp::Reverse(one.tasks)));
    out
}
