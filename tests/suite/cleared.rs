//! Nothing a check reads goes missing without a word: in the samples every filled field a check names is cleared, every
//! record another names is removed, one at a time; nearly each time something is found that was not found before.

use binder::plan::{CHECKS, Edit, Findings, Id, Kind, Plan, Reads, Touched, changes};
use binder::template::Template;
use std::collections::{BTreeMap, BTreeSet};
use suite::scene::Scene;

const TODAY: &str = "2026-11-28";

/// The fields the checks name, by kind. A check that reads whole rows names none.
fn named() -> BTreeMap<Kind, BTreeSet<&'static str>> {
    let mut out = BTreeMap::<Kind, BTreeSet<&'static str>>::new();
    for one in CHECKS.iter() {
        let Reads::Kinds(kinds) = one.check.reads else { continue };
        kinds.iter().for_each(|(kind, fields)| out.entry(*kind).or_default().extend(*fields));
    }
    out
}

/// Something that is lost, by what it is called when nothing says so.
type Loss = (String, Edit);

/// Every field that can be cleared, and every record that can be removed.
fn losses(plan: &Plan) -> (Vec<Loss>, Vec<Loss>) {
    let (mut cleared, mut removed) = (Vec::new(), Vec::new());
    for (kind, fields) in named() {
        for record in plan.live(kind) {
            for field in fields.iter().filter(|field| record.has(field)) {
                let (id, field, value) = (record.id(), (*field).to_owned(), None);
                let name = format!("{}.{field}", kind.noun());
                cleared.push((name, Edit::SetField { kind, id, field, value, leaving: true }));
            }
        }
    }
    let all = || Kind::ALL.iter().flat_map(|kind| plan.live(*kind));
    // What is written under a record goes with it.
    let names = |record: &dyn binder::plan::Record| -> Vec<Id> {
        let under = record.kind().facts().part_of;
        let others = record.fields().iter().filter(|field| under != Some(field.id));
        others.filter_map(|field| record.link(field.id)).collect()
    };
    let referenced: BTreeSet<Id> = all().flat_map(names).collect();
    for record in all().filter(|record| referenced.contains(&record.id())) {
        removed.push((record.kind().noun().to_owned(), Edit::Remove { kind: record.kind(), id: record.id() }));
    }
    (cleared, removed)
}

/// How many of these leave nothing new to be found, by name.
fn unnoticed(plan: &Plan, template: &Template, losses: &[Loss]) -> BTreeMap<String, usize> {
    let before = Findings::of(plan, template, TODAY);
    let known: BTreeSet<_> = before.iter().map(|one| one.identity()).collect();
    let mut out = BTreeMap::new();
    for (name, edit) in losses {
        let made = changes(plan, template, edit, "2026-11-28T09:00:00+09:00").expect("possible");
        let mut after = plan.clone();
        made.iter().for_each(|change| after.apply(change));
        let rows: Vec<(Kind, Id)> = made.iter().map(|change| (change.kind, change.id)).collect();
        let now = before.after(&after, template, TODAY, &Touched::between(plan, &after, template, &rows));
        if now.iter().all(|one| known.contains(&one.identity())) {
            *out.entry(name.clone()).or_default() += 1;
        }
    }
    out
}

#[test]
fn what_is_cleared_or_removed_in_a_complete_plan_is_found() {
    // What is left may rightly be empty: a caution of one's own, a night number of an office, whichever system. A clinic has
    // two or three rows of a kind: nothing is usual there.
    for (name, least) in [("hospital", 93), ("clinic", 85)] {
        let binder = Scene::sample(name).open();
        let (plan, template) = (binder.plan(), binder.template());
        let (cleared, removed) = losses(&plan);
        for (what, losses, least) in [("cleared", cleared, least), ("removed", removed, 95)] {
            let silent = unnoticed(&plan, &template, &losses);
            let noticed = losses.len() - silent.values().sum::<usize>();
            println!("{name}: {noticed} of {} {what} are found; silent: {silent:?}", losses.len());
            assert!(noticed * 100 >= losses.len() * least, "{name}, {what}: {noticed} of {}: {silent:?}", losses.len());
        }
    }
}
