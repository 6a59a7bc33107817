//! Rows the file and its history disagree about, in words, and what a person decided.

use crate::binder::Core;
use crate::{Binder, Done, Error, Result, Snapshot, Step};
use plan::{Change, Disputed, Id, Kind, title_of};
use store::Keep;
use template::Template;

/// Such a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubtSaid {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// What people call it.
    pub title: String,
    /// The values that differ.
    pub disputed: Vec<Disputed>,
    /// Whether its history is proven to be as it was written.
    pub history_whole: bool,
}

impl DoubtSaid {
    /// Both values of each, in words.
    pub fn lines(&self, template: &Template) -> Vec<String> {
        self.disputed.iter().map(|one| one.line(template)).collect()
    }
}

impl Snapshot {
    /// What may leave the program as data: a plan nobody doubts.
    ///
    /// # Errors
    /// [`Error::InDoubt`].
    pub(crate) fn beyond_doubt(&self) -> Result<()> {
        match self.plan.doubts.len() {
            0 => Ok(()),
            count => Err(Error::InDoubt(count)),
        }
    }
}

impl Binder {
    /// The rows a person has to decide about.
    pub fn doubts(&self) -> Vec<DoubtSaid> {
        let now = self.snapshot();
        let said = now.plan.doubts.iter().map(|doubt| DoubtSaid {
            kind: doubt.kind,
            id: doubt.id,
            title: now
                .plan
                .rows
                .get(doubt.kind, doubt.id)
                .map_or_else(String::new, |record| title_of(&now.plan, &now.template, record)),
            disputed: doubt.disputed(&now.plan, &now.template, true),
            history_whole: doubt.history_whole,
        });
        said.collect()
    }

    /// Keeps one side of a row in doubt, or of all of them, as one step.
    ///
    /// # Errors
    /// Nothing was changed; [`Error::NotFound`] for a row nobody doubts.
    pub fn decide(&self, row: Option<(Kind, Id)>, keep: Keep, step: &Step) -> Result<Done> {
        self.writable()?;
        let now = self.outside.now();
        let mut core = self.core();
        let meant = |doubt: &&plan::Doubt| row.is_none_or(|row| row == (doubt.kind, doubt.id));
        let doubts: Vec<plan::Doubt> = core.plan.doubts.iter().filter(meant).cloned().collect();
        if doubts.is_empty() {
            return Err(Error::NotFound(row.map_or_else(String::new, |(_, id)| id.to_string())));
        }
        self.keep(&mut core, &doubts, keep, step, &now)
    }

    /// Whoever types into a row the file has lost decided that it is there: first it is put back as its history has it.
    pub(crate) fn put_back_lost(&self, core: &mut Core, changes: &[Change], step: &Step, now: &str) -> Result<()> {
        let typed = |doubt: &&plan::Doubt| {
            doubt.found.is_none() && changes.iter().any(|one| !one.new && (one.kind, one.id) == (doubt.kind, doubt.id))
        };
        let lost: Vec<plan::Doubt> = core.plan.doubts.iter().filter(typed).cloned().collect();
        if lost.is_empty() {
            return Ok(());
        }
        self.keep(core, &lost, Keep::Logged, &Step { id: None, ..step.clone() }, now).map(drop)
    }

    fn keep(&self, core: &mut Core, doubts: &[plan::Doubt], keep: Keep, step: &Step, now: &str) -> Result<Done> {
        let op = self.op(plan::Operation::KeepFound, step, now.to_owned());
        let written = core.store()?.decide(&op, doubts, keep)?;
        core.decided(doubts);
        Ok(core.take(written, now.to_owned()))
    }
}
