//! The year of exercises: what was held, which wards did the drill, what is due; and the exercise as proof of 確認表 1-2.

use binder::Binder;
use binder::plan::exercise::{Due, Year};
use binder::plan::{AnswerKey, Edit, Kind};
use suite::rows::{added, alone};
use suite::scene::Scene;

/// The sentences of what is due on a day.
fn due(binder: &Binder, today: &str) -> Vec<String> {
    let now = binder.snapshot();
    let year = Year::of(&now.plan, today).expect("a day");
    year.due.iter().map(|due| due.says(&now.plan, &now.template)).collect()
}

#[test]
fn what_is_due_follows_from_what_was_held_in_the_fiscal_year() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let wards = binder.plan().rows.departments.live().filter(|one| one.patients).count();
    assert!(wards > 5, "more than a sentence names");
    let before = due(&binder, "2026-11-30");
    assert_eq!(before[0], "机上演習を、今年度のうちに1回します。");
    assert!(before[1].starts_with("15分ドリルがまだの部署：") && before[1].contains("ほか"), "{before:?}");
    assert_eq!(before.len(), 2, "no improvement is late");

    drop(binder);
    super::replay::take(&scene, &super::replay::on_paper());
    let binder = scene.open();
    let plan = binder.plan();
    let held = plan.rows.exercises.live().next().and_then(|one| one.held_on.clone()).expect("held");
    assert_eq!(held.get(..4), Some("2026"));
    let year = Year::of(&plan, "2027-03-31").expect("a day");
    assert_eq!((year.year, year.held.len(), year.held[0].1), (2026, 1, 1));
    assert!(!year.due.contains(&Due::Exercise));
    assert_eq!(due(&binder, "2027-04-01")[0], "机上演習を、今年度のうちに1回します。");

    assert_eq!(Year::of(&plan, "2027-04-01").map(|year| (year.year, year.level)), Some((2027, 2)));
    let ward = plan.rows.departments.live().find(|one| one.patients).expect("a ward").row.id;
    added(&binder, Kind::WardDrill, &[("department", ward.to_string()), ("held_on", "2026-11-20".to_owned())]);
    added(&binder, Kind::WardDrill, &[("department", ward.to_string()), ("held_on", "2026-12-20".to_owned())]);
    added(&binder, Kind::Improvement, &[("name", "番号を載せる".to_owned()), ("due_on", "2026-11-29".to_owned())]);
    let plan = binder.plan();
    let year = Year::of(&plan, "2026-11-30").expect("a day");
    let did: Vec<_> = year.wards.iter().filter(|(_, days)| !days.is_empty()).map(|(ward, _)| ward.row.id).collect();
    assert_eq!(did, [ward]);
    let days = year.wards.iter().find(|(one, _)| one.row.id == ward).map(|(_, days)| days.clone());
    assert_eq!(days.expect("there"), ["2026-11-20"], "a day that is still to come was not held");
    assert_eq!(due(&binder, "2026-11-30").last().expect("late"), "期限を過ぎた改善が1件あります。");
    assert!(!due(&binder, "2026-11-29").iter().any(|text| text.contains("期限")), "its day is not over");
    assert!(Year::of(&plan, "昨日").is_none());
}

#[test]
fn an_exercise_or_a_drill_proves_that_people_are_trained() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let yes = Edit::Answer { key: AnswerKey::check_table("1-2", "c"), value: Some("yes".to_owned()), leaving: false };
    binder.edit(&yes, &alone()).expect("answered");
    let unproved = |binder: &Binder| {
        binder
            .findings()
            .iter()
            .any(|one| one.check.id == "yes-unproved" && one.words.iter().any(|word| word.contains("教育訓練")))
    };
    assert!(unproved(&binder), "{:?}", binder.findings().iter().map(|one| one.check.id).collect::<Vec<_>>());
    let begun = added(&binder, Kind::WardDrill, &[("department", ward(&binder).to_string())]);
    assert!(unproved(&binder), "a drill without a day was not held");
    suite::rows::put(&binder, Kind::WardDrill, begun, "held_on", "2026-11-20", &alone()).expect("held");
    assert!(!unproved(&binder));
}

fn ward(binder: &Binder) -> binder::plan::Id {
    suite::rows::add(binder, Kind::Department, "3階東病棟")
}
