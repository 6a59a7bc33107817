//! Who needs whom while a list grows, found by either end: no row of a sheet looks at every link of the plan.

use super::growing::Growing;
use plan::{Change, EditProblem, Id, Kind, Plan};
use std::collections::{HashMap, HashSet};

/// The live links between systems.
#[derive(Default)]
pub(super) struct Links {
    /// By system: what it needs, and by which link.
    down: HashMap<Id, Vec<(Id, Id)>>,
    /// By what is needed: who needs it, and by which link.
    up: HashMap<Id, Vec<(Id, Id)>>,
    pairs: HashSet<(Id, Id)>,
}

impl Links {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut links = Self::default();
        for link in plan.rows.system_links.live() {
            links.take(link.system, link.needs, link.row.id);
        }
        links
    }

    fn take(&mut self, system: Option<Id>, needed: Option<Id>, link: Id) {
        let (Some(system), Some(needed)) = (system, needed) else { return };
        self.down.entry(system).or_default().push((needed, link));
        self.up.entry(needed).or_default().push((system, link));
        self.pairs.insert((system, needed));
    }

    /// A link was made, removed or restored. A list never gives one another end.
    pub(super) fn note(&mut self, plan: &Plan, change: &Change) {
        let Some(link) = plan.rows.system_links.get(change.id) else { return };
        if let (false, Some(system), Some(needed)) = (change.new, link.system, link.needs) {
            self.down.entry(system).or_default().retain(|(_, by)| *by != change.id);
            self.up.entry(needed).or_default().retain(|(_, by)| *by != change.id);
            if !self.down[&system].iter().any(|(other, _)| *other == needed) {
                self.pairs.remove(&(system, needed));
            }
        }
        if !link.row.is_removed() {
            self.take(link.system, link.needs, change.id);
        }
    }

    fn of_system(&self, system: Id) -> &[(Id, Id)] {
        self.down.get(&system).map_or(&[], Vec::as_slice)
    }

    /// Whether a way leads down. It is sought from both ends in turn and costs what the shorter search costs: a chain of
    /// thousands, in whatever order its rows stand, is no square of them.
    fn leads_to(&self, from: Id, to: Id) -> bool {
        let (mut down, mut up) = (Search::of(from), Search::of(to));
        from == to
            || loop {
                for (search, edges, goal) in [(&mut down, &self.down, to), (&mut up, &self.up, from)] {
                    match search.step(edges) {
                        None => return false,
                        Some(met) if met == goal => return true,
                        Some(_) => {}
                    }
                }
            }
    }
}

/// A search along links, one link a step.
struct Search {
    met: Vec<Id>,
    seen: HashSet<Id>,
    at: usize,
    edge: usize,
}

impl Search {
    fn of(start: Id) -> Self {
        Self { met: vec![start], seen: HashSet::from([start]), at: 0, edge: 0 }
    }

    /// What the next link leads to; `None` when there is none.
    fn step(&mut self, edges: &HashMap<Id, Vec<(Id, Id)>>) -> Option<Id> {
        loop {
            let here = self.met.get(self.at)?;
            if let Some((next, _)) = edges.get(here).and_then(|list| list.get(self.edge)) {
                self.edge += 1;
                if self.seen.insert(*next) {
                    self.met.push(*next);
                }
                return Some(*next);
            }
            (self.at, self.edge) = (self.at + 1, 0);
        }
    }
}

impl Growing<'_> {
    fn links(&mut self) -> &Links {
        self.links.get_or_insert_with(|| Links::of(&self.plan))
    }

    /// What a system needs, by name, in the plan's order.
    pub(super) fn needs_of(&mut self, system: Id) -> Vec<String> {
        let mut needed = self.links().of_system(system).to_vec();
        let place = |link: Id| self.plan.rows.system_links.get(link).map(|link| (&link.row.position, link.row.id));
        needed.sort_by(|(_, one), (_, two)| place(*one).cmp(&place(*two)));
        needed.iter().filter_map(|(id, _)| Some(self.plan.find(Kind::System, *id)?.title())).collect()
    }

    /// The links by which a system needs something that is not among those named.
    pub(super) fn links_beside(&mut self, system: Id, named: &[Id]) -> Vec<Id> {
        let named: HashSet<&Id> = named.iter().collect();
        let links = self.links().of_system(system);
        links.iter().filter(|(needed, _)| !named.contains(needed)).map(|(_, link)| *link).collect()
    }

    /// Whether a system needs another, directly or not: a list must not make a circle of it. Two that need each
    /// other are drawn on the screen, by somebody who knows them.
    pub(super) fn leads_to(&mut self, from: Id, to: Id) -> bool {
        self.links().leads_to(from, to)
    }

    /// Whether a system needs another directly.
    pub(super) fn linked(&mut self, system: Id, needed: Id) -> bool {
        self.links().pairs.contains(&(system, needed))
    }

    /// Links two systems; nothing happens when they are linked.
    pub(super) fn link(&mut self, system: Id, needed: Id) -> Result<Option<Id>, EditProblem> {
        let values = [("system", system), ("needs", needed)];
        self.add(Kind::SystemLink, values.map(|(field, id)| (field.to_owned(), id.to_string())).to_vec())
    }
}
