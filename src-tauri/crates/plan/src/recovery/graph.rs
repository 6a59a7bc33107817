//! The live systems and their dependencies, by position.

use crate::{Id, Plan, System};
use std::collections::HashMap;

/// Systems in the order of the plan; positions in `systems` stand for them everywhere below.
#[derive(Debug)]
pub struct Graph<'a> {
    /// The live systems.
    pub systems: Vec<&'a System>,
    /// What each needs directly, each once, in the plan's order.
    pub needs: Vec<Vec<usize>>,
    /// Who needs each directly.
    pub needed_by: Vec<Vec<usize>>,
    at: HashMap<Id, usize>,
}

impl<'a> Graph<'a> {
    /// The graph of a plan. Links to removed systems sleep; a system that needs itself is no dependency.
    pub fn of(plan: &'a Plan) -> Self {
        let systems: Vec<&System> = plan.rows.systems.live().collect();
        let at: HashMap<Id, usize> = systems.iter().enumerate().map(|(at, one)| (one.row.id, at)).collect();
        let mut needs = vec![Vec::new(); systems.len()];
        let mut needed_by = vec![Vec::new(); systems.len()];
        for link in plan.rows.system_links.live() {
            let end = |id: Option<Id>| id.and_then(|id| at.get(&id).copied());
            if let (Some(from), Some(to)) = (end(link.system), end(link.needs))
                && from != to
            {
                needs[from].push(to);
                needed_by[to].push(from);
            }
        }
        for list in needs.iter_mut().chain(&mut needed_by) {
            list.sort_unstable();
            list.dedup();
        }
        Self { systems, needs, needed_by, at }
    }

    /// Where a system stands.
    pub fn at(&self, id: Id) -> Option<usize> {
        self.at.get(&id).copied()
    }

    /// Everything reachable from these along `edges`, these included.
    pub fn reach(&self, from: impl IntoIterator<Item = usize>, edges: &[Vec<usize>]) -> Vec<bool> {
        let mut seen = vec![false; self.systems.len()];
        let mut waiting: Vec<usize> = from.into_iter().collect();
        while let Some(at) = waiting.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                waiting.extend(edges[at].iter().copied().filter(|to| !seen[*to]));
            }
        }
        seen
    }

    /// The same systems with only the dependencies among those kept.
    pub fn among(&self, kept: &[bool]) -> Self {
        let only = |edges: &[Vec<usize>]| -> Vec<Vec<usize>> {
            let ends = |at: usize| edges[at].iter().copied().filter(|to| kept[at] && kept[*to]).collect();
            (0..edges.len()).map(ends).collect()
        };
        Self {
            systems: self.systems.clone(),
            needs: only(&self.needs),
            needed_by: only(&self.needed_by),
            at: self.at.clone(),
        }
    }

    /// The groups of systems that need each other, ordered so that a group stands behind all it needs.
    /// Most groups have one member. (Tarjan, without recursion: a chain may be as long as the plan.)
    pub fn groups(&self) -> Vec<Vec<usize>> {
        let count = self.systems.len();
        let mut found = Found { index: vec![usize::MAX; count], low: vec![0; count], ..Found::default() };
        for start in 0..count {
            if found.index[start] == usize::MAX {
                self.visit(start, &mut found);
            }
        }
        found.groups
    }

    fn visit(&self, start: usize, found: &mut Found) {
        let mut path: Vec<(usize, usize)> = Vec::new();
        found.enter(start);
        path.push((start, 0));
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            if let Some(&to) = self.needs[at].get(*next) {
                *next += 1;
                if found.index[to] == usize::MAX {
                    found.enter(to);
                    path.push((to, 0));
                } else if found.open.contains(&to) {
                    found.low[at] = found.low[at].min(found.index[to]);
                }
                continue;
            }
            path.pop();
            if let Some((above, _)) = path.last() {
                found.low[*above] = found.low[*above].min(found.low[at]);
            }
            if found.low[at] == found.index[at] {
                found.close(at);
            }
        }
    }
}

#[derive(Default)]
struct Found {
    index: Vec<usize>,
    low: Vec<usize>,
    stack: Vec<usize>,
    open: std::collections::HashSet<usize>,
    entered: usize,
    groups: Vec<Vec<usize>>,
}

impl Found {
    fn enter(&mut self, at: usize) {
        self.index[at] = self.entered;
        self.low[at] = self.entered;
        self.entered += 1;
        self.stack.push(at);
        self.open.insert(at);
    }

    fn close(&mut self, at: usize) {
        let mut group = Vec::new();
        while let Some(member) = self.stack.pop() {
            self.open.remove(&member);
            group.push(member);
            if member == at {
                break;
            }
        }
        group.sort_unstable();
        self.groups.push(group);
    }
}
