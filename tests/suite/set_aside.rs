//! For whoever reads the findings: one can be set aside with a reason, a name and the day it comes back; it stays counted.

use binder::Binder;
use binder::plan::{Finding, Kind, Severity, set_aside};
use serde_json::Value;
use suite::rows::{added, alone, put};
use suite::scene::Scene;
use suite::sonae;

fn one(binder: &Binder) -> Finding {
    let found = binder.findings();
    found.iter().find(|finding| finding.check.severity == Severity::Mend).expect("a new plan has some").clone()
}

#[test]
fn a_finding_waits_while_somebody_says_why_and_comes_back_on_its_day() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let finding = one(&binder);
    let count = binder.findings().iter().count();
    let key = finding.identity().text();
    let row = added(
        &binder,
        Kind::SetAside,
        &[("finding", key.clone()), ("said", "見本".into()), ("reason", "更新まで待つ".into())],
    );
    let waits = |today: &str| set_aside(&binder.plan(), &finding, today).is_some();
    assert!(!waits("2026-11-28"), "nobody decided so");
    assert!(binder.findings().iter().any(|one| one.check.id == "set-aside-unsigned"), "and that is found");
    put(&binder, Kind::SetAside, row, "set_by", "事務長", &alone()).expect("saved");
    assert!(waits("2026-11-28") && waits("2099-01-01"), "without a day it waits for ever");
    put(&binder, Kind::SetAside, row, "until", "令和9年3月31日", &alone()).expect("saved");
    assert!(waits("2027-03-30") && !waits("2027-03-31"), "on its day it is back");
    assert_eq!(binder.findings().iter().count(), count, "it stays counted");
    drop(binder);
    let plan = scene.plan.to_string_lossy().into_owned();
    let said: Value = serde_json::from_str(&sonae::sonae(&["check", &plan, "--json"]).out).expect("JSON");
    let found = said["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .find(|one| one["finding"] == key.as_str())
        .expect("it")
        .clone();
    assert_eq!(found["set_aside"]["reason"], "更新まで待つ", "{found}");
    assert_eq!(
        said["findings"].as_array().map(|all| all.iter().filter(|one| !one["set_aside"].is_null()).count()),
        Some(1)
    );
}

#[test]
fn why_and_by_whom_something_waits_is_not_told_on_the_wall() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let waits = one(&binder).identity().text();
    let said = [("reason", "院長の入院中"), ("set_by", "事務長"), ("until", "令和99年1月1日")];
    let said = [("finding", waits), ("said", "見本".to_owned())]
        .into_iter()
        .chain(said.map(|(field, text)| (field, text.to_owned())));
    added(&binder, Kind::SetAside, &said.collect::<Vec<_>>());
    drop(binder);
    let host = suite::window::opened(&scene);
    let told = |rights| wire::call(&host, rights, "findings", serde_json::json!({})).expect("findings").reply;
    assert!(told(wire::Rights::ALL).contains("院長の入院中"));
    let wall = told(wire::Rights::LOOK);
    assert!(wall.contains("\"aside\":{"), "that something waits may be seen");
    for secret in ["院長の入院中", "事務長", "99年", "2117"] {
        assert!(!wall.contains(secret), "{secret}");
    }
}

/// No two findings of a plan share the text by which a row sets one aside.
#[test]
fn the_text_of_a_finding_names_it_alone() {
    for sample in ["hospital", "clinic"] {
        let scene = Scene::sample(sample);
        let found = scene.open().findings();
        let mut texts: Vec<String> = found.iter().map(|one| one.identity().text()).collect();
        let all = texts.len();
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), all, "{sample}");
    }
}
