//! Dependencies that say something new: those no other dependency implies.
//!
//! Whoever needs the chart needs what the chart needs; a drawing says it once.

use super::Graph;
use super::closure::{Groups, Positions};

/// For each system what it needs directly and not already through something else it needs. What shares a
/// circle with it is left out: the circle says so.
pub fn essential(graph: &Graph<'_>) -> Vec<Vec<usize>> {
    let groups = Groups::of(graph);
    // What each group reaches, groups counted.
    let reached = groups.down(graph, |nth| Positions::of([nth]));
    let of = |at: usize| groups.of[at];
    (0..graph.systems.len())
        .map(|at| {
            let needs: Vec<usize> = graph.needs[at].iter().copied().filter(|to| of(*to) != of(at)).collect();
            let implied =
                |to: usize| needs.iter().any(|other| of(*other) != of(to) && reached[of(*other)].contains(of(to)));
            needs.iter().copied().filter(|to| !implied(*to)).collect()
        })
        .collect()
}
