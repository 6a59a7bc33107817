//! Two marks, of two hands: 案 until the house adopts a row the catalogue gave, 要確認 until a profession confirmed a text
//! that may harm a patient [PRACTICE-TO-CONFIRM].
//!
//! Adopting never confirms. Who edits a row makes it the house's, unless it holds what is adopted alone: a mended typo
//! must not clear the mark on a text that may harm [PRACTICE-TO-CONFIRM]. A change of clinical text (`Field::clinical`) takes the
//! confirmation back in the same step, so that undo gives both back.

use crate::{Change, FieldKind, Id, Kind, Plan, Record};
use std::collections::BTreeSet;
use template::Template;

/// The draft rows of a kind.
pub fn drafts(plan: &Plan, kind: Kind) -> impl Iterator<Item = &dyn Record> {
    plan.live(kind).filter(|record| record.row().is_draft())
}

/// Whether a draft is adopted only by itself, by somebody who opened it: clinical text, who decides, and numbers the
/// catalogue gave. A number that stands there otherwise was typed by somebody who has it.
pub fn adopted_alone(template: &Template, record: &dyn Record) -> bool {
    let entry = record.row().source.as_deref().and_then(|source| template.entry(source));
    let given = |field: &&crate::Field| {
        let proposed = entry.and_then(|entry| entry.values.get(field.id));
        field.kind == FieldKind::Phone && proposed.is_some() && record.field(field.id).as_ref() == proposed
    };
    record.kind().facts().alone || record.fields().iter().any(|field| given(&field))
}

/// Adopts the rows a person's hand changed, but for those that are adopted alone.
pub fn by_hand(plan: &Plan, template: &Template, changes: &[Change], by: &str, on: &str) -> Vec<Change> {
    let edited =
        |change: &&Change| !change.new && change.columns.iter().any(|(column, _)| change.kind.field(column).is_some());
    let drafts = changes.iter().filter(edited).filter_map(|change| plan.find(change.kind, change.id));
    let drafts = drafts.filter(|record| record.row().is_draft() && !adopted_alone(template, *record));
    drafts
        .map(|record| {
            let by = Some(by.to_owned()).filter(|by| !by.is_empty());
            let columns = vec![("adopted_by".to_owned(), by), ("adopted_on".to_owned(), Some(on.to_owned()))];
            Change { kind: record.kind(), id: record.id(), new: false, columns }
        })
        .collect()
}

/// What takes back confirmations of whose text these changes change.
pub(crate) fn unconfirmed(plan: &Plan, changes: &[Change]) -> Vec<Change> {
    let mut touched: BTreeSet<(Kind, Id)> = BTreeSet::new();
    for change in changes {
        let clinical = change.kind.fields().iter().any(|field| field.clinical);
        let said =
            |column: &str| column == "removed_at" || change.kind.field(column).is_some_and(|field| field.clinical);
        if !clinical || !change.columns.iter().any(|(column, _)| said(column)) {
            continue;
        }
        touched.extend(whole_of(plan, change));
    }
    let set_now = |kind: Kind, id: Id| {
        changes.iter().any(|one| {
            (one.kind, one.id) == (kind, id) && one.columns.iter().any(|(column, _)| column == "confirmed_by")
        })
    };
    let records =
        touched.into_iter().filter(|(kind, id)| !set_now(*kind, *id)).filter_map(|(kind, id)| plan.find(kind, id));
    let back = |record: &dyn Record| {
        let fields = ["confirmed_by", "confirmed_on"].into_iter().filter(|field| record.has(field));
        let columns: Vec<_> = fields.map(|field| (field.to_owned(), None)).collect();
        (!columns.is_empty()).then(|| Change { kind: record.kind(), id: record.id(), new: false, columns })
    };
    records.filter_map(back).collect()
}

/// What a row's confirmation stands on: itself, or what it is part of.
fn whole_of(plan: &Plan, change: &Change) -> Option<(Kind, Id)> {
    if change.kind.field("confirmed_by").is_some() {
        return (!change.new).then_some((change.kind, change.id));
    }
    let field = change.kind.facts().part_of?;
    let named =
        change.columns.iter().find(|(column, _)| column == field).and_then(|(_, value)| Id::parse(value.as_deref()?));
    let id = named.or_else(|| plan.rows.get(change.kind, change.id)?.link(field))?;
    Some((change.kind.whole()?, id))
}
