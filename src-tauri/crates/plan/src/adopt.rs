//! Drafts (案): rows the catalogue gave that nobody has adopted yet.

use crate::{Kind, Plan, Record};

/// The draft rows of a kind.
pub fn drafts(plan: &Plan, kind: Kind) -> impl Iterator<Item = &dyn Record> {
    plan.live(kind).filter(|record| record.row().is_draft())
}
