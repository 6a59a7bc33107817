//! What is hit: chosen from the plan's systems, and what stops with it by the map of dependencies.

use super::fill;
use crate::recovery::Graph;
use crate::{Id, Plan, Record, System};
use template::{Scenario, Template};

/// The systems a scenario hits in this plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cast {
    /// One for each the scenario wants, in its order.
    pub parts: Vec<Part>,
    /// Everything that stops, in the plan's order: the hit systems and whatever needs one of them.
    pub stops: Vec<Id>,
}

/// A system the scenario wants hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it stands for in the story.
    pub what: String,
    /// The system of the plan; `None` = the plan has none that is meant.
    pub system: Option<Id>,
    /// Whether a person chose it.
    pub chosen: bool,
}

impl Cast {
    /// Chooses what is hit: for each part the system a person named in its place, else the first the scenario means. One
    /// system plays one part.
    pub fn of(plan: &Plan, template: &Template, scenario: &Scenario, named: &[Option<Id>]) -> Self {
        let mut taken: Vec<Id> = named.iter().flatten().copied().collect();
        let mut parts = Vec::new();
        for (nth, hit) in scenario.hits.iter().enumerate() {
            let named = named.get(nth).copied().flatten().filter(|id| plan.rows.systems.find(*id).is_some());
            let meant = || {
                let mut ways =
                    hit.entries.iter().filter_map(|entry| fill::meant(plan, template, entry)).map(Record::id);
                ways.find(|system| !taken.contains(system))
            };
            let system = named.or_else(meant);
            taken.extend(system);
            parts.push(Part { what: hit.what.clone(), system, chosen: named.is_some() });
        }
        let stops = stops(plan, parts.iter().filter_map(|part| part.system));
        Self { parts, stops }
    }

    /// The systems a person may choose instead, the weightiest for patients first.
    pub fn candidates<'p>(&self, plan: &'p Plan) -> Vec<&'p System> {
        let taken: Vec<Id> = self.parts.iter().filter_map(|part| part.system).collect();
        let mut out: Vec<&System> = plan.rows.systems.live().filter(|one| !taken.contains(&one.row.id)).collect();
        out.sort_by_key(|one| weight(one));
        out
    }
}

/// Everything that stops with these, in the plan's order.
pub(super) fn stops(plan: &Plan, hit: impl IntoIterator<Item = Id>) -> Vec<Id> {
    let graph = Graph::of(plan);
    let hit: Vec<usize> = hit.into_iter().filter_map(|id| graph.at(id)).collect();
    let stopped = graph.reach(hit, &graph.needed_by);
    graph.systems.iter().zip(stopped).filter(|(_, stops)| *stops).map(|(system, _)| system.row.id).collect()
}

/// What these systems are called, without some, the weightiest for patients first.
pub(super) fn titles_by_weight(plan: &Plan, systems: &[Id], without: &[Id]) -> Vec<String> {
    let others = systems.iter().filter(|id| !without.contains(id));
    let mut out: Vec<&System> = others.filter_map(|id| plan.rows.systems.find(*id)).collect();
    out.sort_by_key(|one| weight(one));
    out.into_iter().map(Record::title).filter(|title| !title.is_empty()).collect()
}

fn weight(system: &System) -> String {
    system.importance.clone().unwrap_or_else(|| "z".to_owned())
}
