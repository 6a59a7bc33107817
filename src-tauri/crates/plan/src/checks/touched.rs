//! What a change touched: so that only the checks that read it look again.

use super::Reads;
use crate::{Id, Kind, Plan, ROW_COLUMNS, Record, title_of};
use std::collections::{BTreeMap, BTreeSet};
use template::Template;

/// What a commit touched, kind by kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched(BTreeMap<Kind, Rows>);

/// What was touched of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// A row came, went, was moved or adopted.
    pub(super) whole: bool,
    /// A record is called otherwise.
    pub(super) titled: bool,
    /// Fields with another value.
    pub(super) fields: BTreeSet<&'static str>,
    /// The records.
    pub(super) ids: BTreeSet<Id>,
}

impl Touched {
    /// What differs in these rows between two states of a plan.
    pub fn between(before: &Plan, after: &Plan, template: &Template, changed: &[(Kind, Id)]) -> Self {
        let mut out = BTreeMap::<Kind, Rows>::new();
        for (kind, id) in changed {
            let rows = out.entry(*kind).or_default();
            rows.ids.insert(*id);
            let (Some(old), Some(new)) = (before.rows.get(*kind, *id), after.rows.get(*kind, *id)) else {
                rows.whole = true;
                continue;
            };
            rows.whole |= ROW_COLUMNS.iter().any(|column| old.column(column) != new.column(column));
            rows.fields.extend(changed_fields(old, new));
            rows.titled |= title_of(before, template, old) != title_of(after, template, new);
        }
        Self(out)
    }

    /// Takes in what came after.
    pub fn extend(&mut self, later: Self) {
        for (kind, rows) in later.0 {
            let known = self.0.entry(kind).or_default();
            known.whole |= rows.whole;
            known.titled |= rows.titled;
            known.fields.extend(rows.fields);
            known.ids.extend(rows.ids);
        }
    }

    /// Whether nothing was.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The records of a kind that were.
    pub(crate) fn ids(&self, kind: Kind) -> impl Iterator<Item = Id> {
        self.0.get(&kind).into_iter().flat_map(|rows| rows.ids.iter().copied())
    }

    /// What was touched of a kind.
    pub(super) fn of(&self, kind: Kind) -> Option<&Rows> {
        self.0.get(&kind)
    }

    /// Whether it can change the answer of a check that reads this.
    pub(super) fn concerns(&self, reads: Reads) -> bool {
        let Reads::Kinds(kinds) = reads else { return !self.is_empty() };
        kinds.iter().any(|(kind, fields)| {
            self.of(*kind).is_some_and(|rows| {
                let read = fields.is_empty() || fields.iter().any(|field| rows.fields.contains(field));
                rows.whole || rows.titled || read
            }) || self.what_it_names(*kind)
        })
    }

    /// Whether a record that this kind's titles and links show came, went or is called otherwise.
    pub(crate) fn what_it_names(&self, kind: Kind) -> bool {
        kind.names().iter().any(|named| self.of(*named).is_some_and(|rows| rows.whole || rows.titled))
    }
}

fn changed_fields<'a>(old: &'a dyn Record, new: &'a dyn Record) -> impl Iterator<Item = &'static str> + 'a {
    let differs = |field: &&'static crate::Field| old.held(field.id) != new.held(field.id);
    old.fields().iter().filter(differs).map(|field| field.id)
}
