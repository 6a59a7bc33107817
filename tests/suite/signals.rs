//! The signals that end paper: one act of three people for each task of a department, on its page and on the sheet in
//! every box (docs/adr/0034).

use binder::plan::{Edit, Findings, Id, Kind, signal};
use binder::{Binder, Copy, Document, Snapshot};
use print::Composing;
use suite::rows::{add, added, alone, put};
use suite::scene::Scene;

/// What is found of signals, by check.
fn found(binder: &Binder) -> Vec<&'static str> {
    let Snapshot { plan, template, .. } = binder.snapshot();
    let all = Findings::of(&plan, &template, "2026-11-28");
    all.iter().map(|one| one.check.id).filter(|id| id.starts_with("signal") || *id == "end-by-two").collect()
}

fn given(binder: &Binder, ward: Id, task: &str, more: &[(&str, String)]) -> Id {
    let mut values = vec![("department", ward.to_string()), ("task", task.to_owned())];
    values.push(("other_way", "runner".to_owned()));
    values.extend(more.iter().cloned());
    added(binder, Kind::Signal, &values)
}

#[test]
fn confirming_declaring_and_switching_are_three_acts_and_two_who_declare_are_found() {
    let scene = Scene::of("dental");
    let binder = scene.open();
    let ward = add(&binder, Kind::Department, "3階東病棟");
    let [head, safety, leader] =
        ["院長先生", "安全の責任者", "病棟リーダー"].map(|name| add(&binder, Kind::Role, name));
    let three =
        [("confirmed_by", safety.to_string()), ("declared_by", head.to_string()), ("switched_by", leader.to_string())];
    given(&binder, ward, "medication", &three);
    assert_eq!(found(&binder), Vec::<&str>::new());
    let second = given(&binder, ward, "medication", &[("declared_by", safety.to_string())]);
    assert_eq!(found(&binder), ["signal-two-declarers"]);
    let third = given(&binder, ward, "medication", &[("declared_by", leader.to_string())]);
    assert_eq!(found(&binder), ["signal-two-declarers"; 2], "each row once, however many there are");
    put(&binder, Kind::Signal, third, "declared_by", &head.to_string(), &alone()).expect("saved");
    put(&binder, Kind::Signal, second, "declared_by", &head.to_string(), &alone()).expect("saved");
    assert_eq!(found(&binder), Vec::<&str>::new());
}

#[test]
fn prescribing_on_paper_and_giving_on_the_screen_stops() {
    let scene = Scene::of("dental");
    let binder = scene.open();
    let ward = add(&binder, Kind::Department, "3階東病棟");
    given(&binder, ward, "orders", &[("state", "paper".to_owned())]);
    let giving = given(&binder, ward, "medication", &[("state", "screen".to_owned())]);
    assert_eq!(found(&binder), ["signal-split"]);
    let again = given(&binder, ward, "medication", &[("state", "paper".to_owned())]);
    assert_eq!(found(&binder), ["signal-split"], "a second row that agrees does not hide the one that does not");
    binder.edit(&Edit::Remove { kind: Kind::Signal, id: again }, &alone()).expect("removed");
    put(&binder, Kind::Signal, giving, "state", "paper", &alone()).expect("saved");
    assert_eq!(found(&binder), Vec::<&str>::new());
    put(&binder, Kind::Signal, giving, "other_way", "", &alone()).expect("saved");
    assert_eq!(found(&binder), ["signal-no-way"], "nobody hears of it when the exchange is dead");
}

/// Nothing is typed twice: who ends paper by the house's own procedures declares, as 案.
#[test]
fn a_plan_from_before_there_were_signals_is_offered_what_its_procedures_say() {
    let scene = suite::fixture::plan(7);
    let binder = scene.open();
    let Snapshot { plan, template, .. } = binder.snapshot();
    assert!(plan.rows.signals.is_empty());
    let ends: Vec<Id> = plan.rows.procedures.live().filter_map(|one| one.ended_by).collect();
    // Its own pack knows no signals: the page says what the procedures say, marked as 案.
    let ward = plan.rows.departments.live().find(|one| one.patients).expect("a ward").row.id;
    let copy = Copy::Ward(Some(ward.to_string()));
    let told = |binder: &Binder| {
        let Snapshot { plan, template, .. } = binder.snapshot();
        let of = Composing { copy: &copy, ..Composing::hq(&plan, &template, "2026-11-28") };
        suite::outline::told(&plan, &template, &Document::binder().compose(&of))
    };
    let page = |binder: &Binder| told(binder).into_iter().find(|(name, _)| name == "A").expect("part A").1;
    assert!(page(&binder).contains("終えると言う人"), "read where no signal exists");
    let own = binder::own_pack(binder::PACK).expect("its own pack").1;
    drop(template);
    let changes = binder::plan::starter::tick(&plan, &own, "signals/medication");
    let declares = changes.iter().flat_map(|change| &change.columns).find(|(column, _)| column == "declared_by");
    let declares = declares.and_then(|(_, value)| Id::parse(value.as_deref()?)).expect("offered");
    assert!(ends.contains(&declares), "as the procedures say");
}

#[test]
fn every_ward_of_the_sample_is_told_its_signals_and_has_the_sheet_in_its_box() {
    let scene = Scene::sample("hospital");
    let Snapshot { plan, template, .. } = scene.open().snapshot();
    for ward in plan.rows.departments.live().filter(|one| one.patients) {
        let copy = Copy::Ward(Some(ward.row.id.to_string()));
        let of = Composing { copy: &copy, ..Composing::hq(&plan, &template, "2026-11-28") };
        let parts = suite::outline::told(&plan, &template, &Document::binder().compose(&of));
        let part = |letter: &str| &parts.iter().find(|(name, _)| name == letter).expect("there").1;
        for one in signal::of(&plan, ward.row.id) {
            let boundary = one.boundary.as_deref().expect("said");
            assert!(part("A").contains(boundary), "{:?}: {boundary}", ward.name);
        }
        assert!(part("A").contains("状況速報") && part("J").contains("状況速報"), "{:?}", ward.name);
    }
}
