//! Dependencies that say something new: those no other dependency implies.
//!
//! Whoever needs the chart needs what the chart needs; a drawing says it once.

use super::Graph;

/// For each system what it needs directly and not already through something else it needs. What shares a
/// circle with it is left out: the circle says so.
pub fn essential(graph: &Graph<'_>) -> Vec<Vec<usize>> {
    let count = graph.systems.len();
    let groups = graph.groups();
    let mut of = vec![0; count];
    for (nth, group) in groups.iter().enumerate() {
        for at in group {
            of[*at] = nth;
        }
    }
    // What each group reaches, groups counted; everything a group needs comes before it.
    let mut reached: Vec<Vec<bool>> = Vec::with_capacity(groups.len());
    let mut out = vec![Vec::new(); count];
    for (nth, group) in groups.iter().enumerate() {
        let outside = |at: &usize| of[*at] != nth;
        let mut all = vec![false; groups.len()];
        for to in group.iter().flat_map(|at| &graph.needs[*at]).filter(|to| outside(to)) {
            all[of[*to]] = true;
            for (slot, there) in all.iter_mut().zip(&reached[of[*to]]) {
                *slot |= there;
            }
        }
        for at in group {
            let needs: Vec<usize> = graph.needs[*at].iter().copied().filter(|to| outside(to)).collect();
            let implied = |to: usize| needs.iter().any(|other| of[*other] != of[to] && reached[of[*other]][of[to]]);
            out[*at] = needs.iter().copied().filter(|to| !implied(*to)).collect();
        }
        all.resize(groups.len(), false);
        reached.push(all);
    }
    out
}
