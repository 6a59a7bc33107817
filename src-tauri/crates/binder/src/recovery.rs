//! The order of recovery in words, of everything or of what stops when something is hit: one answer for window and
//! command line.

use crate::{Binder, Error, Result, Snapshot};
use plan::recovery::{Graph, Order, TIERS, Wave, essential, order, what_if};
use plan::{Id, Kind, Plan, Record, Shown, search_key, show_field};
use template::Template;

/// The whole answer.
#[derive(Debug, Clone)]
pub struct Recovery {
    /// The plan it was read from.
    pub now: Snapshot,
    /// The waves, first one first. The gate stands before the first whose tier is not `l0`.
    pub waves: Vec<WaveSaid>,
    /// Systems that need each other, by name.
    pub circles: Vec<Vec<String>>,
    /// With something hit: what goes on.
    pub running: Vec<(Id, String)>,
    /// With something hit: the clinical tasks that need something stopped.
    pub tasks: Vec<Id>,
    /// With something hit: how many systems stop.
    pub stopped: usize,
}

/// A wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaveSaid {
    /// `L3-2`.
    pub label: String,
    /// `l3`.
    pub tier: &'static str,
    /// The tier in words.
    pub tier_text: String,
    /// The record that says who tests and declares.
    pub duty: Option<Id>,
    /// Who tests, who declares, and what is tried before; empty where nobody said.
    pub tester: String,
    /// See `tester`.
    pub declarer: String,
    /// See `tester`.
    pub trial: String,
    /// Its systems, in the plan's order.
    pub systems: Vec<SystemSaid>,
}

/// A system in its wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemSaid {
    /// Which.
    pub id: Id,
    /// Its name.
    pub title: String,
    /// What it needs, by name, without what another of these needs already.
    pub needs: Vec<String>,
    /// Because of which it comes later than its own tier; empty = it does not.
    pub lifted_by: String,
    /// Whether people moved it.
    pub moved: bool,
    /// Why.
    pub reason: String,
    /// What becomes of it.
    pub state: State,
}

/// What becomes of a system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing was said to be hit.
    Unasked,
    /// It was hit.
    Hit,
    /// It stops with what was hit.
    Stopped,
    /// It runs, and is examined first.
    Examined,
}

impl State {
    /// Its name on the wire and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            State::Unasked => "unasked",
            State::Hit => "hit",
            State::Stopped => "stopped",
            State::Examined => "examined",
        }
    }
}

impl Binder {
    /// The order of recovery; with systems hit, what stops and in which order it comes back. Unknown ids count as
    /// nothing: a system may have been removed meanwhile.
    pub fn recovery(&self, hit: &[Id]) -> Recovery {
        let now = self.snapshot();
        let (plan, template) = (now.plan.clone(), now.template.clone());
        let graph = Graph::of(&plan);
        let order = order(&graph);
        let hit: Vec<usize> = hit.iter().filter_map(|id| graph.at(*id)).collect();
        let seen = Seen { plan: &plan, template: &template, graph: &graph, order: &order, needs: essential(&graph) };
        let circles = order.circles.iter().map(|circle| circle.iter().map(|at| seen.title(*at)).collect()).collect();
        let mut out = Recovery { now, waves: Vec::new(), circles, running: Vec::new(), tasks: Vec::new(), stopped: 0 };
        if hit.is_empty() {
            out.waves = order.waves.iter().map(|wave| seen.wave(wave, |_| State::Unasked)).collect();
            return out;
        }
        let answer = what_if(&plan, &graph, &order, &hit);
        let state = |at: usize| match answer.stopped[at] {
            true if answer.hit.contains(&at) => State::Hit,
            true => State::Stopped,
            false => State::Examined,
        };
        out.waves = answer.waves.iter().map(|wave| seen.wave(wave, state)).collect();
        out.running = answer.running.iter().map(|at| (graph.systems[*at].row.id, seen.title(*at))).collect();
        out.stopped = answer.stopped.iter().filter(|stops| **stops).count();
        out.tasks = answer.tasks;
        out
    }

    /// The system people mean by a name: the whole name, or a part of it that only one has.
    ///
    /// # Errors
    /// [`Error::NotFound`] when none has it, [`Error::Ambiguous`] when several have: what is hit is never guessed.
    pub fn system_called(&self, name: &str) -> Result<Id> {
        let plan = self.plan();
        let asked = search_key(name);
        let named = |part: bool| {
            let systems = plan.rows.systems.live();
            let is = |system: &&plan::System| {
                let title = search_key(&system.title());
                title == asked || part && title.contains(&asked)
            };
            systems.filter(is).collect::<Vec<_>>()
        };
        let mut found = named(false);
        if found.is_empty() {
            found = named(true);
        }
        match found.as_slice() {
            [] => Err(Error::NotFound(name.to_owned())),
            [one] => Ok(one.id()),
            several => Err(Error::Ambiguous {
                name: name.to_owned(),
                meant: several.iter().map(|one| one.title()).collect::<Vec<_>>().join("、"),
            }),
        }
    }
}

struct Seen<'a> {
    plan: &'a Plan,
    template: &'a Template,
    graph: &'a Graph<'a>,
    order: &'a Order,
    needs: Vec<Vec<usize>>,
}

impl Seen<'_> {
    fn title(&self, at: usize) -> String {
        self.graph.systems[at].title()
    }

    fn wave(&self, wave: &Wave, state: impl Fn(usize) -> State) -> WaveSaid {
        let tier = TIERS[wave.tier];
        let duty = self.plan.live(Kind::WaveDuty).find(|duty| duty.text("tier") == Some(tier));
        let said = |field: &str| match duty.map(|duty| show_field(self.plan, self.template, duty, field, true)) {
            Some(Shown::Value(text)) => text,
            _ => String::new(),
        };
        WaveSaid {
            label: wave.label(),
            tier,
            tier_text: self.template.choice("systems", "recovery", tier).to_owned(),
            duty: duty.map(Record::id),
            tester: said("tester"),
            declarer: said("declarer"),
            trial: said("trial"),
            systems: wave.systems.iter().map(|at| self.system(*at, state(*at))).collect(),
        }
    }

    fn system(&self, at: usize, state: State) -> SystemSaid {
        let (system, placed) = (self.graph.systems[at], self.order.placed[at]);
        SystemSaid {
            id: system.row.id,
            title: system.title(),
            needs: self.needs[at].iter().map(|to| self.title(*to)).collect(),
            lifted_by: placed.lifted_by.map(|by| self.title(by)).unwrap_or_default(),
            moved: placed.moved,
            reason: system.wave_reason.clone().unwrap_or_default(),
            state,
        }
    }
}
