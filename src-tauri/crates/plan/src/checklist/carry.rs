//! The change of the year: what an earlier list asked instead, and what of its answers may come along.
//!
//! An answer itself never does: はい of another year says nothing about this one. What is said once of an item (rule,
//! note) and its proofs do, where a person ticks the item. The earlier list is only read.

use super::{NOTE, RULE, Sheet};
use crate::{Change, Edit, EditProblem, Id, Kind, Plan, Proof, changes};
use std::collections::BTreeMap;
use template::{Checklist, ChecklistItem, Template};

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// One item was this one before.
    Same,
    /// Several became one.
    Merged,
    /// One became several.
    Split,
    /// Nothing like it was asked.
    New,
    /// Its text was compared with no other (照合が要る): what is named is only a candidate, or nothing is.
    Uncompared,
}

impl How {
    /// Its name on the wire and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            How::Same => "same",
            How::Merged => "merged",
            How::Split => "split",
            How::New => "new",
            How::Uncompared => "uncompared",
        }
    }
}

/// What an item of the new list was in the earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal<'t> {
    /// The item.
    pub item: &'t ChecklistItem,
    /// What it was.
    pub how: How,
    /// The items it was.
    pub of: Vec<&'t ChecklistItem>,
    /// What is not the same.
    pub why: Option<&'t str>,
}

/// What each item of the new list was in the earlier one.
pub fn proposals<'t>(old: &'t Checklist, new: &'t Checklist) -> Vec<Proposal<'t>> {
    let told = new.carries.iter().any(|carry| carry.from == old.id);
    if !told {
        return new.items.iter().map(|item| compared(old, item)).collect();
    }
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    let carries = || new.carries.iter().filter(|carry| carry.from == old.id);
    carries().flat_map(|carry| &carry.of).for_each(|of| *used.entry(of).or_default() += 1);
    let proposal = |item: &'t ChecklistItem| {
        let Some(carry) = carries().find(|carry| carry.item == item.id) else {
            return Proposal { item, how: How::New, of: Vec::new(), why: None };
        };
        let of: Vec<&ChecklistItem> = carry.of.iter().filter_map(|id| old.item(id)).collect();
        let split = carry.of.iter().any(|id| used.get(id.as_str()).is_some_and(|times| *times > 1));
        let how = match of.len() {
            0 => How::Uncompared,
            1 if split => How::Split,
            1 => How::Same,
            _ => How::Merged,
        };
        Proposal { item, how, of, why: carry.why.as_deref() }
    };
    new.items.iter().map(proposal).collect()
}

/// The items of the earlier list nothing came of.
pub fn dropped<'t>(old: &'t Checklist, proposals: &[Proposal<'t>]) -> Vec<&'t ChecklistItem> {
    let kept = |item: &&ChecklistItem| proposals.iter().any(|one| one.of.iter().any(|of| of.id == item.id));
    old.items.iter().filter(|item| !kept(item)).collect()
}

/// What a list says nothing about is the same item only where its text is, word for word.
fn compared<'t>(old: &'t Checklist, item: &'t ChecklistItem) -> Proposal<'t> {
    let plain = |title: &str| title.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let same = old.items.iter().find(|one| plain(&one.title) == plain(&item.title));
    let numbered = old.items.iter().find(|one| one.number == item.number);
    let (how, of) = match same {
        Some(one) => (How::Same, Some(one)),
        None => (How::Uncompared, numbered),
    };
    Proposal { item, how, of: of.into_iter().collect(), why: None }
}

/// What would come along for one item: rules and notes as they stand, names of proofs; nothing the new list has already.
pub fn comes(plan: &Plan, (old, new): (&Sheet<'_>, &Sheet<'_>), one: &Proposal<'_>) -> Vec<String> {
    let open = [RULE, NOTE].into_iter().filter(|question| new.once(plan, &one.item.id, question).is_none());
    let said = open
        .flat_map(|question| one.of.iter().filter_map(move |of| old.once(plan, &of.id, question).map(str::to_owned)));
    let proofs = proofs_for(plan, (old, new), one);
    once(said.chain(proofs.into_iter().filter_map(|proof| proof.name.clone())))
}

/// Each once, in the order in which it came first.
fn once<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut out: Vec<T> = Vec::new();
    for one in all {
        if !out.contains(&one) {
            out.push(one);
        }
    }
    out
}

/// The proofs that would come along for one item, each once: those the new list has already stay behind.
fn proofs_for<'p>(plan: &'p Plan, (old, new): (&Sheet<'_>, &Sheet<'_>), one: &Proposal<'_>) -> Vec<&'p Proof> {
    let what = |proof: &'p Proof| (&proof.name, &proof.place, &proof.file);
    let is_new =
        |proof: &&Proof| proof.list.as_ref() == Some(&new.list.id) && proof.item.as_ref() == Some(&one.item.id);
    let mut there: Vec<_> = plan.rows.proofs.live().filter(is_new).map(what).collect();
    let mut out = Vec::new();
    for proof in plan.rows.proofs.live().filter(|proof| is_of(proof, old, one)) {
        if !there.contains(&what(proof)) {
            there.push(what(proof));
            out.push(proof);
        }
    }
    out
}

fn is_of(proof: &Proof, old: &Sheet<'_>, one: &Proposal<'_>) -> bool {
    let item = proof.item.as_ref();
    proof.list.as_ref() == Some(&old.list.id) && item.is_some_and(|item| one.of.iter().any(|of| of.id == *item))
}

/// What of the earlier sheet comes along for the ticked items of the new one: the rule, the note, the proofs. What the
/// new sheet says already stays.
///
/// # Errors
/// [`EditProblem`]; nothing is changed.
pub fn carried(
    plan: &Plan,
    template: &Template,
    (old, new): (&Sheet<'_>, &Sheet<'_>),
    ticked: &[String],
    fresh: &mut dyn FnMut() -> Id,
) -> Result<Vec<Change>, EditProblem> {
    let mut out = Vec::new();
    let mut last = plan.last_place(Kind::Proof);
    for one in proposals(old.list, new.list).iter().filter(|one| ticked.contains(&one.item.id)) {
        for question in [RULE, NOTE] {
            let key = new.key(None, &one.item.id, question);
            let said = once(one.of.iter().filter_map(|of| old.once(plan, &of.id, question)));
            if plan.answer(&key).is_none() && !said.is_empty() {
                let value = Some(said.join(if question == RULE { "、" } else { "\n" }));
                out.extend(changes(plan, template, &Edit::Answer { key, value, leaving: false }, "")?);
            }
        }
        for proof in proofs_for(plan, (old, new), one) {
            let position = crate::order::after(last.as_deref(), 1).remove(0);
            last = Some(position.clone());
            let mut columns = vec![("position".to_owned(), Some(position))];
            let own = [("list", new.list.id.clone()), ("item", one.item.id.clone())];
            columns.extend(own.map(|(column, value)| (column.to_owned(), Some(value))));
            let same = ["name", "place", "file", "dated_on"];
            columns.extend(same.map(|field| (field.to_owned(), crate::Record::field(proof, field))));
            columns.retain(|(_, value)| value.is_some());
            out.push(Change { kind: Kind::Proof, id: fresh(), new: true, columns });
        }
    }
    Ok(one_after_another(plan, Kind::Answer, out))
}

/// New rows of a kind each behind the last: worked out one by one, they all stand in one place.
pub fn one_after_another(plan: &Plan, kind: Kind, mut all: Vec<Change>) -> Vec<Change> {
    let is_new = |change: &Change| change.kind == kind && change.new;
    let count = all.iter().filter(|change| is_new(change)).count();
    let places = crate::order::after(plan.last_place(kind).as_deref(), count);
    for (change, place) in all.iter_mut().filter(|change| is_new(change)).zip(places) {
        let position = change.columns.iter_mut().filter(|(column, _)| column == "position");
        position.for_each(|one| one.1 = Some(place.clone()));
    }
    all
}
