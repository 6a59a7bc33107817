//! What stops when some systems are hit, and in which order it can come back.

use super::{Graph, Order, waves};
use crate::{Id, Plan};

/// The answer, by positions in the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// What is hit itself.
    pub hit: Vec<usize>,
    /// What stops: the hit ones and everything that needs one of them, directly or not.
    pub stopped: Vec<bool>,
    /// What goes on.
    pub running: Vec<usize>,
    /// Clinical tasks that need a stopped system, in the plan's order.
    pub tasks: Vec<Id>,
    /// The waves in which it can come back. Those of tier L0 also name the foundations that were not hit
    /// but that stopped systems stand on: they are examined before anything is restored (docs/adr/0012).
    pub waves: Vec<waves::Wave>,
}

/// What if these were hit. Positions outside the graph are ignored.
pub fn what_if(plan: &Plan, graph: &Graph<'_>, order: &Order, hit: &[usize]) -> WhatIf {
    let hit: Vec<usize> = hit.iter().copied().filter(|at| *at < graph.systems.len()).collect();
    let stopped = graph.reach(hit.iter().copied(), &graph.needed_by);
    let lost: Vec<usize> = (0..stopped.len()).filter(|at| stopped[*at]).collect();
    let under = graph.reach(lost, &graph.needs);
    let shown: Vec<bool> = (0..stopped.len())
        .map(|at| stopped[at] || (under[at] && order.waves[order.placed[at].wave].tier == 0))
        .collect();
    // What still runs holds nobody back: only what stopped, or is examined, has to come first.
    let waves = waves::order(&graph.among(&shown)).waves;
    let kept = waves
        .into_iter()
        .map(|wave| waves::Wave { systems: wave.systems.iter().copied().filter(|at| shown[*at]).collect(), ..wave });
    WhatIf {
        running: (0..stopped.len()).filter(|at| !stopped[*at]).collect(),
        tasks: tasks(plan, graph, &stopped),
        waves: steps(kept.filter(|wave| !wave.systems.is_empty()).collect()),
        hit,
        stopped,
    }
}

/// Steps counted anew where some of a tier are not among them.
fn steps(mut waves: Vec<waves::Wave>) -> Vec<waves::Wave> {
    for tier in waves.chunk_by_mut(|one, next| one.tier == next.tier) {
        let stepped = tier.len() > 1;
        for (nth, wave) in tier.iter_mut().enumerate() {
            (wave.step, wave.stepped) = (nth + 1, stepped);
        }
    }
    waves
}

fn tasks(plan: &Plan, graph: &Graph<'_>, stopped: &[bool]) -> Vec<Id> {
    let needs_stopped: std::collections::HashSet<Id> = plan
        .rows
        .task_needs
        .live()
        .filter(|need| need.system.and_then(|id| graph.at(id)).is_some_and(|at| stopped[at]))
        .filter_map(|need| need.task)
        .collect();
    let live = plan.rows.clinical_tasks.live();
    live.map(|task| task.row.id).filter(|id| needs_stopped.contains(id)).collect()
}
