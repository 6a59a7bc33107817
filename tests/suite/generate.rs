//! For whoever measures: the same numbers and seed give the same plan, and it is a sound one.

use suite::scene::{Scene, open, whole};
use suite::sonae;

#[test]
fn the_same_seed_gives_the_same_plan_and_another_seed_another() {
    let json = |seed: &str| {
        let scene = Scene::empty();
        let (plan, out) = (scene.plan.display().to_string(), scene.at("plan.json").display().to_string());
        sonae::did(&["generate", "--systems", "40", "--people", "60", "--seed", seed, "-o", &plan]);
        whole(&scene.plan, "generated");
        sonae::did(&["export", &plan, "--format", "json", "-o", &out]);
        std::fs::read_to_string(out).expect("exported")
    };
    assert_eq!(json("7"), json("7"));
    assert_ne!(json("7"), json("8"));
}

#[test]
fn a_generated_plan_has_what_was_asked_for_and_prints() {
    let scene = Scene::empty();
    let plan = scene.plan.display().to_string();
    sonae::did(&["generate", "--systems", "300", "--people", "1500", "-o", &plan]);
    let rows = open(&scene.plan, true).0.plan();
    let named = |start: &str, list: Vec<String>| list.iter().filter(|name| name.starts_with(start)).count();
    assert_eq!(named("生成システム", rows.rows.systems.iter().filter_map(|s| s.name.clone()).collect()), 300);
    assert_eq!(named("生成", rows.rows.people.iter().filter_map(|p| p.name.clone()).collect()), 1_500);
    sonae::did(&["print", &plan, "-o", &scene.at("large.pdf").display().to_string()]);
    sonae::sonae(&["generate", "--systems", "3", "--people", "3", "-o", &plan]).refused("file-exists", 3);
    let other = scene.at("other.sonae").display().to_string();
    sonae::sonae(&["generate", "--systems", "100001", "--people", "3", "-o", &other]).refused("too-large", 3);
    assert_eq!(scene.files(), ["large.pdf", "計画.sonae"], "nothing is left behind");
}
