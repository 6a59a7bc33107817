//! What a check may look at. What several of them need is worked out once, by the first that asks.

use crate::reach::{Case, Down, Stop, stops};
use crate::recovery::{Belief, Graph, Order, beliefs, order};
use crate::{Plan, Record, day, title_of};
use chrono::NaiveDate;
use std::cell::OnceCell;
use template::Template;

/// The plan on a day, as a check sees it.
pub struct Look<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The template the plan is on.
    pub template: &'a Template,
    /// The day, `2026-11-26`.
    pub today: &'a str,
    graph: OnceCell<Graph<'a>>,
    order: OnceCell<Order>,
    beliefs: OnceCell<Vec<Belief>>,
    night: OnceCell<Vec<Stop<'a>>>,
    silent: OnceCell<Vec<Stop<'a>>>,
}

/// The case most checks of the contact tree are about.
pub(super) const NIGHT: Case = Case { night: true, down: Down::Nothing, silent: None };

impl<'a> Look<'a> {
    /// Nothing is worked out yet.
    pub fn new(plan: &'a Plan, template: &'a Template, today: &'a str) -> Self {
        let (graph, order, beliefs) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { plan, template, today, graph, order, beliefs, night: OnceCell::new(), silent: OnceCell::new() }
    }

    /// What people call a record.
    pub fn title(&self, record: &dyn Record) -> String {
        let title = title_of(self.plan, self.template, record);
        if title.is_empty() { self.template.word("untitled").to_owned() } else { title }
    }

    /// The day on which something was done; `None` for one that cannot be read or is still to come: nothing was done.
    pub fn done(&self, on: Option<&str>) -> Option<NaiveDate> {
        let today = day::stored(self.today);
        on.and_then(day::stored).filter(|on| today.is_none_or(|today| *on <= today))
    }

    /// The systems and what they need.
    pub fn graph(&self) -> &Graph<'a> {
        self.graph.get_or_init(|| Graph::of(self.plan))
    }

    /// The order in which they come back.
    pub fn order(&self) -> &Order {
        self.order.get_or_init(|| order(self.graph()))
    }

    /// When each is believed to be back.
    pub fn beliefs(&self) -> &[Belief] {
        self.beliefs.get_or_init(|| beliefs(self.graph()))
    }

    /// The places of the contact tree at night.
    pub fn night(&self) -> &[Stop<'a>] {
        self.night.get_or_init(|| stops(self.plan, NIGHT))
    }

    /// The same with the telephone exchange dead.
    pub fn silent(&self) -> &[Stop<'a>] {
        self.silent.get_or_init(|| stops(self.plan, Case { down: Down::Exchange, ..NIGHT }))
    }
}
