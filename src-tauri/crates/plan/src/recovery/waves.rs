//! The order of recovery: tiers and dependencies → waves.
//!
//! A system comes back no earlier than its tier says and strictly after everything it needs. Within a
//! tier, what needs nothing else of it comes in step 1, what needs that in step 2, and so on. Systems
//! that need each other come back together and are named.

use super::Graph;
use crate::Plan;

/// The tiers in their order. `lx` is what others restore: it comes last, because nobody here can say when.
pub const TIERS: [&str; 7] = ["l0", "l1", "l2", "l3", "l4", "l5", "lx"];

/// A system without a tier that nothing needs is put off to this one, and said to have none.
const UNDECIDED: usize = 5;

/// The whole order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Where each system comes back, by its position in the graph.
    pub placed: Vec<Placed>,
    /// The waves, first one first.
    pub waves: Vec<Wave>,
    /// Systems that need each other in a circle.
    pub circles: Vec<Vec<usize>>,
}

/// The place of one system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// The wave, from 0.
    pub wave: usize,
    /// Its own tier: where people moved it, else its recovery priority; `None` when neither is said.
    pub own: Option<usize>,
    /// The system because of which it comes later than its own tier.
    pub lifted_by: Option<usize>,
    /// Whether people moved it.
    pub moved: bool,
}

/// A wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wave {
    /// Which tier, as a position in [`TIERS`].
    pub tier: usize,
    /// Which step of the tier, from 1.
    pub step: usize,
    /// Whether the tier has more than one step.
    pub stepped: bool,
    /// Its systems, in the plan's order.
    pub systems: Vec<usize>,
}

impl Wave {
    /// `L3`, or `L3-2` where the tier has several steps.
    pub fn label(&self) -> String {
        let tier = TIERS[self.tier].to_uppercase();
        if self.stepped { format!("{tier}-{}", self.step) } else { tier }
    }
}

/// The order of recovery of a plan's systems.
pub fn order(graph: &Graph<'_>) -> Order {
    let count = graph.systems.len();
    let groups = graph.groups();
    let mut tier = vec![0; count];
    let mut step = vec![1; count];
    let mut lifted_by = vec![None; count];
    let own: Vec<Option<usize>> = graph.systems.iter().map(|one| own_tier(one)).collect();
    let wants = wanted_tiers(graph, &groups, &own);
    // Groups come in an order in which everything a group needs was placed before it.
    for group in &groups {
        let outside = || group.iter().flat_map(|at| &graph.needs[*at]).copied().filter(|to| !group.contains(to));
        let wanted = group.iter().map(|at| wants[*at]).max().unwrap_or(UNDECIDED);
        let latest = outside().max_by_key(|to| (tier[*to], step[*to], std::cmp::Reverse(*to)));
        let reached = latest.map_or(wanted, |to| tier[to].max(wanted));
        let behind = outside().filter(|to| tier[*to] == reached).map(|to| step[to]).max().unwrap_or(0);
        for at in group {
            tier[*at] = reached;
            step[*at] = behind + 1;
            if own[*at].is_some_and(|own| own < reached) {
                let member = group.iter().copied().find(|other| wants[*other] == reached);
                lifted_by[*at] = latest.filter(|to| tier[*to] == reached).or(member);
            }
        }
    }
    let mut keys: Vec<(usize, usize)> = tier.iter().copied().zip(step.iter().copied()).collect();
    keys.sort_unstable();
    keys.dedup();
    let wave = |at: usize| keys.binary_search(&(tier[at], step[at])).unwrap_or(0);
    let mut waves: Vec<Wave> = keys
        .iter()
        .map(|(tier, step)| Wave { tier: *tier, step: *step, stepped: false, systems: Vec::new() })
        .collect();
    for steps in waves.chunk_by_mut(|one, next| one.tier == next.tier) {
        let stepped = steps.len() > 1;
        steps.iter_mut().for_each(|wave| wave.stepped = stepped);
    }
    for at in 0..count {
        waves[wave(at)].systems.push(at);
    }
    let placed = (0..count).map(|at| Placed {
        wave: wave(at),
        own: own[at],
        lifted_by: lifted_by[at],
        moved: graph.systems[at].wave_tier.is_some(),
    });
    Order { placed: placed.collect(), waves, circles: groups.into_iter().filter(|group| group.len() > 1).collect() }
}

/// The tier each system asks for. One that nobody gave a tier comes with the first of those that need it: an
/// imported list without priorities must not drag the chart behind the office systems.
fn wanted_tiers(graph: &Graph<'_>, groups: &[Vec<usize>], own: &[Option<usize>]) -> Vec<usize> {
    let mut wants: Vec<usize> = own.iter().map(|own| own.unwrap_or(UNDECIDED)).collect();
    // Those that need a group stand behind it.
    for group in groups.iter().rev() {
        let above = group.iter().flat_map(|at| &graph.needed_by[*at]).filter(|by| !group.contains(by));
        let said = group.iter().filter_map(|at| own[*at]);
        let first = above.map(|by| wants[*by]).chain(said).min().unwrap_or(UNDECIDED);
        for at in group.iter().filter(|at| own[**at].is_none()) {
            wants[*at] = first;
        }
    }
    wants
}

fn own_tier(system: &crate::System) -> Option<usize> {
    let said = system.wave_tier.as_deref().or(system.recovery.as_deref())?;
    TIERS.iter().position(|tier| *tier == said)
}

impl Order {
    /// The order of a plan, where the graph is needed no further.
    pub fn of(plan: &Plan) -> Self {
        order(&Graph::of(plan))
    }
}
