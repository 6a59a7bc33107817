//! The declared checks: each has a sentence, a case in which it finds something and one in which it does not; what it
//! reads is declared whole; findings keep their identity; kept findings are those one would find anew.

use binder::plan::{
    CHECKS, Change, Check, Edit, FieldKind, Findings, Id, Kind, Leads, Plan, Reads, Record, Touched, changes, order,
};
use binder::template::Template;
use std::collections::BTreeSet;
use suite::case::{self, Case, Expected, found};
use suite::scene::Scene;

fn all() -> impl Iterator<Item = &'static Check> {
    CHECKS.iter().map(|one| &one.check).chain(print::checks())
}

#[test]
fn every_check_finds_its_failing_case_and_leaves_the_mended_one_in_peace() {
    let ids: BTreeSet<&str> = all().map(|check| check.id).collect();
    assert_eq!(ids.len(), all().count(), "no id is there twice");
    for check in all() {
        let case = case::read(check.id);
        let about = |plan: &Plan, template: &Template| -> BTreeSet<Expected> {
            found(check.id, plan, template, &case).iter().map(Expected::of).collect()
        };
        let expected: BTreeSet<Expected> = case.finds.iter().cloned().collect();
        assert!(!expected.is_empty(), "{}: the case names what is found", check.id);
        let (failing, passing) = (about(&case.failing, &case.broken), about(&case.passing, &case.pack));
        // What the pack asks of an empty plan is much; the case names some of it.
        if check.leads == Leads::Item {
            assert!(failing.is_superset(&expected), "{}: {failing:?}", check.id);
            assert!(passing.is_disjoint(&expected), "{}: still found when mended", check.id);
        } else {
            assert_eq!(failing, expected, "{}", check.id);
            assert_eq!(passing, BTreeSet::new(), "{}: still found when mended", check.id);
        }
    }
}

#[test]
fn no_case_is_left_of_a_check_that_is_no_more() {
    let ids: BTreeSet<String> = all().map(|check| format!("{}.toml", check.id)).collect();
    let folder = std::fs::read_dir(suite::checkout("tests/fixtures/checks")).expect("the cases");
    let files: BTreeSet<String> =
        folder.flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(files, ids);
}

#[test]
fn whatever_changes_what_a_check_finds_is_declared_as_read() {
    for one in CHECKS.iter() {
        let check = &one.check;
        let case = case::read(check.id);
        let template = case.broken.clone();
        let before = found(check.id, &case.failing, &template, &case);
        for (kind, id, column) in every_value(&case.failing) {
            let mut after = case.failing.clone();
            after.apply(&Change { kind, id, new: false, columns: vec![(column.to_owned(), None)] });
            if found(check.id, &after, &template, &case) != before {
                let touched = Touched::between(&case.failing, &after, &template, &[(kind, id)]);
                let again =
                    Findings::of(&case.failing, &template, &case.day).after(&after, &template, &case.day, &touched);
                let now: Vec<_> = again.iter().filter(|one| one.check.id == check.id).cloned().collect();
                assert_eq!(
                    now,
                    found(check.id, &after, &template, &case),
                    "{} reads {}.{column}",
                    check.id,
                    kind.noun()
                );
            }
        }
    }
}

fn every_value(plan: &Plan) -> Vec<(Kind, Id, &'static str)> {
    let mut out = Vec::new();
    for record in Kind::ALL.iter().flat_map(|kind| plan.live(*kind)) {
        record.each(&mut |field, _| out.push((record.kind(), record.id(), field.id)));
    }
    out
}

#[test]
fn a_check_reads_fields_its_kinds_have_and_its_day_only_where_it_says_so() {
    for check in all() {
        let Reads::Kinds(kinds) = check.reads else { continue };
        for (kind, fields) in kinds {
            for field in *fields {
                assert!(kind.field(field).is_some(), "{} reads {}.{field}", check.id, kind.noun());
            }
        }
    }
    for check in CHECKS.iter().map(|one| &one.check).filter(|check| !check.by_day) {
        let case = case::read(check.id);
        let later = Case { day: "2031-03-31".to_owned(), ..case::read(check.id) };
        let of = |case: &Case| found(check.id, &case.failing, &case.broken, case);
        assert_eq!(of(&case), of(&later), "{} depends on the day", check.id);
    }
}

/// Every finding of a plan, by what makes it the same tomorrow.
fn identities(plan: &Plan, template: &Template) -> BTreeSet<String> {
    let findings = Findings::of(plan, template, "2026-11-28");
    let names: Vec<String> = findings.iter().map(|one| format!("{:?}", one.identity())).collect();
    let set: BTreeSet<String> = names.iter().cloned().collect();
    assert_eq!(set.len(), names.len(), "two findings are one: {:?}", twice(&names));
    set
}

fn twice(names: &[String]) -> Vec<&String> {
    names.iter().enumerate().filter(|(at, one)| names[..*at].contains(one)).map(|(_, one)| one).collect()
}

/// The plan with the rows of every kind the other way round.
fn turned(plan: &Plan) -> Plan {
    let mut out = plan.clone();
    for kind in Kind::ALL {
        let ids: Vec<Id> = plan.rows.all(*kind).map(Record::id).collect();
        for (id, position) in ids.iter().rev().zip(order::after(None, ids.len())) {
            let columns = vec![("position".to_owned(), Some(position))];
            out.apply(&Change { kind: *kind, id: *id, new: false, columns });
        }
    }
    out
}

#[test]
fn a_finding_stays_the_same_finding_whatever_the_order_of_the_rows() {
    let (_, template) = binder::own_pack(binder::PACK).expect("its own pack");
    let cases = CHECKS.iter().map(|one| case::read(one.check.id).failing);
    let samples = ["hospital", "clinic"].map(|name| (*Scene::sample(name).open().plan()).clone());
    for plan in cases.chain(samples) {
        assert_eq!(identities(&plan, &template), identities(&turned(&plan), &template));
    }
}

/// What is said in two places and differs, or cannot be done by who is there.
const CONTRADICTIONS: &[&str] = &[
    "decides-anothers",
    "deciders-differ",
    "decider-late",
    "decider-waits",
    "decider-no-night-number",
    "cutter-is-manager",
    "tag-waits",
    "channel-differs",
    "box-lacks-form",
    "stock-under-lines",
    "yes-unproved",
    "paper-too-short",
    "signal-split",
    "signal-two-declarers",
    "signal-no-declarer",
    "signal-no-way",
    "end-by-two",
    "two-only-doctor",
    "puller-answers-wards",
    "form-not-in-kit",
    "card-behind-key",
    "radio-in-box",
    "called-by-two",
    "tree-own-number",
    "card-before-page",
];

#[test]
fn the_samples_contradict_themselves_nowhere() {
    for name in ["hospital", "clinic"] {
        let scene = Scene::sample(name);
        let binder = scene.open();
        let found = Findings::of(&binder.plan(), &binder.template(), "2026-11-28");
        let said: Vec<_> = found.iter().filter(|one| CONTRADICTIONS.contains(&one.check.id)).collect();
        assert!(said.is_empty(), "{name}: {said:?}");
    }
}

/// A generator of numbers anybody can follow (Knuth's).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}

/// Some edit: a field emptied or filled with something odd or borrowed, a row removed, brought back, moved, added.
fn some_edit(plan: &Plan, dice: &mut Dice, nth: u128) -> Edit {
    let fresh = Id::from_uuid(uuid::Uuid::from_u128(nth));
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| plan.rows.all(*kind).next().is_some()).collect();
    let kind = kinds[dice.roll(kinds.len())];
    let ids: Vec<Id> = plan.rows.all(kind).map(Record::id).collect();
    let id = ids[dice.roll(ids.len())];
    match dice.roll(12) {
        0 => Edit::Remove { kind, id },
        1 | 2 => Edit::Restore { kind, id },
        3 => Edit::Move { kind, id, after: None },
        4 => Edit::Add { kind, fresh, source: None, values: Vec::new() },
        _ => {
            let field = &kind.fields()[dice.roll(kind.fields().len())];
            let other = plan.rows.all(kind).nth(dice.roll(ids.len())).and_then(|one| one.field(field.id));
            let odd = match field.kind {
                FieldKind::Choice(choices) => Some(choices[dice.roll(choices.len())].to_owned()),
                FieldKind::Flag => Some("1".to_owned()),
                FieldKind::Link(_) | FieldKind::Cells | FieldKind::Image => other.clone(),
                _ => Some(["2020-01-31", "1日", "ｶﾞ", "内線 12", "99"][dice.roll(5)].to_owned()),
            };
            let value = [None, other, odd][dice.roll(3)].clone();
            Edit::SetField { kind, id, field: field.id.to_owned(), value, leaving: false }
        }
    }
}

#[test]
fn what_is_kept_after_a_change_is_what_would_be_found_anew() {
    for (seed, name) in [(1, "hospital"), (2, "clinic")] {
        let binder = Scene::of(name).open();
        let (mut plan, template, mut dice) = ((*binder.plan()).clone(), binder.template(), Dice(seed));
        let today = "2026-11-28";
        let mut kept = Findings::of(&plan, &template, today);
        for nth in 0..400 {
            let edit = some_edit(&plan, &mut dice, nth);
            let Ok(made) = changes(&plan, &template, &edit, "2026-11-28T09:00:00+09:00") else { continue };
            let before = plan.clone();
            made.iter().for_each(|change| plan.apply(change));
            let rows: Vec<(Kind, Id)> = made.iter().map(|change| (change.kind, change.id)).collect();
            kept = kept.after(&plan, &template, today, &Touched::between(&before, &plan, &template, &rows));
            let anew = Findings::of(&plan, &template, today);
            assert_eq!(kept.iter().collect::<Vec<_>>(), anew.iter().collect::<Vec<_>>(), "after {nth}: {edit:?}");
        }
    }
}
