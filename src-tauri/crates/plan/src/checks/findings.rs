//! All that was found in a plan on a day, check by check, and kept up to date change by change.

use super::touched::Touched;
use super::{Declared, Finding, Found, LISTS, Look, Run, Severity};
use crate::{Id, Kind, Plan, Record};
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use template::Template;

/// Every check of the plan, most serious first, those of one severity in the order of their declaration.
pub static CHECKS: LazyLock<Vec<&'static Declared<Run>>> = LazyLock::new(|| {
    let mut all: Vec<&Declared<Run>> = LISTS.iter().flat_map(|list| list.iter()).collect();
    all.sort_by_key(|one| one.check.severity);
    all
});

/// What was found. Copies share what did not change.
#[derive(Debug, Clone)]
pub struct Findings {
    today: String,
    pack: String,
    /// In the order of [`CHECKS`]; a check that looks at each record or kind has a list for each kind.
    lists: Vec<Vec<Arc<[Finding]>>>,
}

impl Findings {
    /// Looks at everything. `today` as `2026-11-26`.
    pub fn of(plan: &Plan, template: &Template, today: &str) -> Self {
        let look = Look::new(plan, template, today);
        let lists = CHECKS.iter().map(|one| whole(one, &look)).collect();
        Self { today: today.to_owned(), pack: packs(template), lists }
    }

    /// What is found after a change. On another day or another pack everything is looked at anew.
    pub fn after(&self, plan: &Plan, template: &Template, today: &str, touched: &Touched) -> Self {
        if !self.is_of(template, today) {
            return Self::of(plan, template, today);
        }
        let look = Look::new(plan, template, today);
        let one = |(one, known): (&&'static Declared<Run>, &Vec<Arc<[Finding]>>)| again(one, known, &look, touched);
        Self { lists: CHECKS.iter().zip(&self.lists).map(one).collect(), ..self.clone() }
    }

    /// Whether this is what was found on that day, with that pack.
    pub fn is_of(&self, template: &Template, today: &str) -> bool {
        self.today == today && self.pack == packs(template)
    }

    /// Whether the same is found here and there.
    pub fn same_as(&self, other: &Self) -> bool {
        let lists = |one: &Self| one.lists.iter().flatten().cloned().collect::<Vec<_>>();
        lists(self).iter().zip(&lists(other)).all(|(one, other)| Arc::ptr_eq(one, other) || one == other)
    }

    /// Every finding, most serious first.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.lists.iter().flatten().flat_map(|list| list.iter())
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        let of = CHECKS.iter().zip(&self.lists).filter(|(one, _)| one.check.severity == severity);
        of.flat_map(|(_, lists)| lists).map(|list| list.len()).sum()
    }
}

/// Which texts were looked with: the pack and the checklists beside it.
fn packs(template: &Template) -> String {
    let lists = template.checklists.iter().map(|list| list.hash.as_str());
    std::iter::once(template.hash.as_str()).chain(lists).collect::<Vec<_>>().join(" ")
}

fn whole(one: &'static Declared<Run>, look: &Look<'_>) -> Vec<Arc<[Finding]>> {
    match one.run {
        Run::Whole(run) => vec![collected(one, |found| run(look, found))],
        Run::Each(run) => Kind::ALL
            .iter()
            .map(|kind| collected(one, |found| each(look, *kind, |record| run(look, record, found))))
            .collect(),
        Run::Kinds(run) => Kind::ALL.iter().map(|kind| collected(one, |found| run(look, *kind, found))).collect(),
    }
}

fn again(
    one: &'static Declared<Run>,
    known: &[Arc<[Finding]>],
    look: &Look<'_>,
    touched: &Touched,
) -> Vec<Arc<[Finding]>> {
    match one.run {
        Run::Whole(_) if !touched.concerns(one.check.reads) => known.to_vec(),
        Run::Whole(_) => whole(one, look),
        Run::Kinds(run) => {
            let list = |(kind, known): (&Kind, &Arc<[Finding]>)| {
                let is_other = touched.of(*kind).is_some() || touched.what_it_names(*kind);
                if is_other { collected(one, |found| run(look, *kind, found)) } else { known.clone() }
            };
            Kind::ALL.iter().zip(known).map(list).collect()
        }
        Run::Each(run) => {
            let list = |(kind, known): (&Kind, &Arc<[Finding]>)| {
                let rows = touched.of(*kind);
                if rows.is_some_and(|rows| rows.whole) || touched.what_it_names(*kind) {
                    return collected(one, |found| each(look, *kind, |record| run(look, record, found)));
                }
                let Some(rows) = rows else { return known.clone() };
                let mut fresh = Vec::new();
                let mut found = Found::of(&one.check, &mut fresh);
                let records = rows.ids.iter().filter_map(|id| look.plan.find(*kind, *id));
                records
                    .filter(|record| is_looked_at(look.plan, *record))
                    .for_each(|record| run(look, record, &mut found));
                spliced(look.plan, *kind, known, fresh, &rows.ids)
            };
            Kind::ALL.iter().zip(known).map(list).collect()
        }
    }
}

fn collected(one: &'static Declared<Run>, run: impl FnOnce(&mut Found<'_>)) -> Arc<[Finding]> {
    let mut out = Vec::new();
    run(&mut Found::of(&one.check, &mut out));
    out.into()
}

fn each(look: &Look<'_>, kind: Kind, mut see: impl FnMut(&dyn Record)) {
    look.plan.live(kind).filter(|record| is_looked_at(look.plan, *record)).for_each(&mut see);
}

/// What sleeps with the removed record it is written under is not wrong. What is written under none, or joins it to what
/// is removed, prints nowhere either, and that is.
fn is_looked_at(plan: &Plan, record: &dyn Record) -> bool {
    let kind = record.kind();
    let is_gone = |field: &str| match (kind.leads_to(field), record.link(field)) {
        (Some(to), Some(id)) => plan.find(to, id).is_none(),
        _ => false,
    };
    !kind.facts().sleeps_with().any(is_gone)
}

/// The known findings without those of `ids`, the fresh ones in their place among them.
fn spliced(plan: &Plan, kind: Kind, known: &Arc<[Finding]>, fresh: Vec<Finding>, ids: &BTreeSet<Id>) -> Arc<[Finding]> {
    let of_ids = |one: &Finding| one.at.is_some_and(|(_, id)| ids.contains(&id));
    if fresh.is_empty() && !known.iter().any(of_ids) {
        return known.clone();
    }
    let mut out: Vec<Finding> = known.iter().filter(|one| !of_ids(one)).cloned().chain(fresh).collect();
    let place = |one: &Finding| {
        let (_, id) = one.at?;
        Some((plan.rows.get(kind, id)?.row().position.clone(), id))
    };
    out.sort_by_cached_key(place);
    out.into()
}
