//! When a system is back at the latest by what people believe: never before what it needs. How long paper must last is
//! decided by the latest moment, not by the hoped-for one.

use super::Graph;
use crate::span;

/// What is believed of one system, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Belief {
    /// At the latest: of its own and of all it needs. `None` while nobody believes anything.
    pub latest: Option<u32>,
    /// The system that decides it, itself or one it needs.
    pub decided_by: Option<usize>,
}

/// The beliefs, by position in the graph. What nobody said anything about delays nothing.
pub fn beliefs(graph: &Graph<'_>) -> Vec<Belief> {
    let own = |at: usize| {
        let system = graph.systems[at];
        // Who only knows the earliest moment believes in that one.
        [&system.back_to, &system.back_from].into_iter().flatten().find_map(|said| span::minutes(said))
    };
    let mut out = vec![Belief { latest: None, decided_by: None }; graph.systems.len()];
    // A group stands behind all it needs, so one pass is enough; its members come back together.
    for group in graph.groups() {
        let mut latest = Belief { latest: None, decided_by: None };
        for at in &group {
            let mine = Belief { latest: own(*at), decided_by: Some(*at) };
            for one in std::iter::once(mine).chain(graph.needs[*at].iter().map(|to| out[*to])) {
                if one.latest > latest.latest {
                    latest = one;
                }
            }
        }
        for at in group {
            out[at] = latest;
        }
    }
    out
}
