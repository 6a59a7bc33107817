//! A scenario plays the plan of those who play: what fits, what is filled, what the plan lacks.

use binder::Rehearsal;
use binder::plan::Kind;
use binder::plan::{Edit, Record};
use suite::rows::{add, alone, put};
use suite::scene::Scene;
use template::{PackFiles, PackKind, Piece, check_scenario, slots};

fn of(binder: &binder::Binder, id: &str) -> Rehearsal {
    binder.rehearsal(id, &[]).expect("this scenario")
}

/// How many slots the texts of a scenario have.
fn slots_of(id: &str) -> usize {
    let files = PackFiles::read(PackKind::Scenario, &suite::checkout("templates"), id).expect("readable");
    let scenario = check_scenario(&files, &plan::vocabulary()).expect("sound");
    let all = scenario.injects.iter().chain(&scenario.reserves).flat_map(template::Inject::texts);
    let texts = all.chain([&scenario.opening, &scenario.purpose]).chain(&scenario.unusable);
    let slot = |piece: &Piece| matches!(piece, Piece::Slot(_));
    texts.map(|text| slots(text).expect("sound").iter().filter(|piece| slot(piece)).count()).sum()
}

#[test]
fn in_the_samples_everything_is_filled_with_the_names_of_the_house() {
    for (sample, ids) in
        [("hospital", vec!["night-ransomware", "alarm-cuts-the-network"]), ("clinic", vec!["clinic-monday-morning"])]
    {
        let scene = Scene::sample(sample);
        let binder = scene.open();
        for id in ids {
            let one = of(&binder, id);
            assert!(one.fits(), "{id}: {:?}", one.lacks);
            let asked = slots_of(id);
            assert!(asked >= 3, "{id}: {asked}");
            assert_eq!(one.lacks, [], "{id}: all of {asked} are filled, and every inject has its record");
            for told in one.script.told() {
                assert!(!told.text.contains('{') && !told.text.contains("  "), "{id}: {}", told.text);
            }
        }
    }
}

#[test]
fn every_scenario_says_of_every_institution_whether_it_fits_and_what_is_missing() {
    for (kind, own) in [("hospital", 2), ("clinic", 1), ("pharmacy", 1), ("dental", 1)] {
        let scene = Scene::of(kind);
        let binder = scene.open();
        let all = binder.rehearsals().expect("readable");
        assert_eq!(all.len(), 5, "{kind}");
        assert_eq!(all.iter().filter(|one| one.for_here).count(), own, "{kind}");
        for one in &all {
            let lacking = one.lacks.iter().any(|lack| lack.needed);
            assert_eq!(one.fits(), one.for_here && !lacking, "{kind}: {}", one.scenario.id);
            assert!(one.for_here || one.lacks.is_empty(), "what is not for here lacks nothing");
        }
    }
}

#[test]
fn what_is_missing_leads_to_the_field_and_filling_it_makes_the_scenario_fit() {
    let scene = Scene::of("dental");
    let binder = scene.open();
    let lacks: Vec<_> = of(&binder, "dental-morning").lacks.into_iter().filter(|lack| lack.needed).collect();
    assert_eq!(lacks.len(), 1, "{lacks:?}");
    assert_eq!((lacks[0].noun.as_str(), lacks[0].field.as_deref()), ("decisions", Some("day_role")));
    assert!(lacks[0].text.contains("紙運用を始める") && lacks[0].text.contains("昼の決定者"), "{lacks:?}");
    let decision = binder.plan().from_entry("decisions/paper-start").expect("usual").id();
    let role = add(&binder, Kind::Role, "院長（歯科）");
    put(&binder, Kind::Decision, decision, "day_role", &role.to_string(), &alone()).expect("set");
    let one = of(&binder, "dental-morning");
    assert!(one.fits(), "{:?}", one.lacks);
    assert!(one.script.cards[0].text.text.contains("院長（歯科）は、まだ来ていません"), "in the house's own words");
}

#[test]
fn a_system_that_is_gone_is_named_with_what_may_be_hit_instead() {
    let scene = Scene::of("dental");
    let binder = scene.open();
    for entry in ["systems/emr", "systems/billing", "systems/dental-images"] {
        if let Some(id) = binder.plan().from_entry(entry).map(Record::id) {
            binder.edit(&Edit::Remove { kind: Kind::System, id }, &alone()).expect("removed");
        }
    }
    let one = of(&binder, "dental-morning");
    let lack = one.lacks.iter().find(|lack| lack.noun == "systems").expect("the hit system");
    assert!(lack.text.contains("カルテと会計のパソコン"), "{lack:?}");
    assert!(!one.fits());
    let other = add(&binder, Kind::System, "会計の箱");
    let chosen = binder.rehearsal("dental-morning", &["会計の箱".to_owned()]).expect("chosen");
    assert_eq!(chosen.script.hits[0].text, "会計の箱");
    assert_eq!(chosen.cast.parts[0].system, Some(other));
    let none = binder.rehearsal("dental-morning", &["無い箱".to_owned()]).expect_err("not there");
    assert_eq!(none.code(), "not-found");
    assert_eq!(binder.rehearsal("no-such", &[]).expect_err("not there").code(), "not-found");
}

#[test]
fn the_pages_that_answer_are_those_of_the_book() {
    let scene = Scene::sample("hospital");
    let one = of(&scene.open(), "night-ransomware");
    for card in one.script.cards.iter().filter(|card| card.page.is_some()) {
        assert!(!card.pages.is_empty(), "{}: {:?}", card.id, card.page);
    }
}

/// No telephone number and no person's name is in any script: the wall is seen by everybody.
#[test]
fn no_number_and_no_name_of_a_person_is_in_a_script() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    for id in ["night-ransomware", "alarm-cuts-the-network"] {
        let text = serde_json::to_string(&of(&binder, id).script).expect("JSON");
        for person in plan.rows.people.live() {
            let name = person.name.clone().unwrap_or_default();
            assert!(!text.contains(&name), "{name}");
        }
        assert!(!text.contains("内線") && !text.contains("0000"), "{id}");
    }
}

/// From a stick: ten thousand injects are refused, and text stays text.
#[test]
fn a_scenario_from_a_stick_cannot_flood_the_program_and_its_text_is_text() {
    use binder::PackSource;
    let scene = Scene::sample("clinic");
    let binder = scene.open();
    let folder = scene.at("stick");
    let to = folder.join("scenarios/clinic-monday-morning");
    std::fs::create_dir_all(&to).expect("made");
    let own = suite::checkout("templates/scenarios/clinic-monday-morning/scenario.toml");
    let text = std::fs::read_to_string(own).expect("there");
    let take = |text: String| {
        std::fs::write(to.join("scenario.toml"), text).expect("written");
        binder.take_packs(PackKind::Scenario, &PackSource::Folder(folder.clone()), "山田").map_err(|error| error.code())
    };
    let one = |nth: usize| {
        format!(
            "\n[[inject]]\nid = \"n{nth}\"\nminute = 15\nfrom = \"受付\"\nto = \"全員\"\ntext = \"a\"\nlisten = \"b\"\n"
        )
    };
    let flood: String = (0..10_000).map(one).collect();
    assert_eq!(take(text.clone() + &flood), Err("pack-broken"));
    assert_eq!(take(text.replacen("format = 3", "format = 99", 1)), Err("pack-broken"));
    let script = "<script>alert(1)</script>";
    take(text.replacen("入口に12人並びました。", script, 1)).expect("text is text");
    let one = of(&binder, "clinic-monday-morning");
    assert!(one.script.cards[1].text.text.contains(script), "neither run nor changed");
}

/// A script tells what nobody may know yet: no search finds it, and a window that only looks is not given it.
#[test]
fn no_search_and_no_looking_window_shows_a_script() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    binder.begin_exercise("night-ransomware", &[], "会議室", "山田").expect("begun");
    let found = binder.search_all("前回の条件の紙は先週");
    let hits: Vec<_> = found.records.iter().chain(&found.near).collect();
    assert!(hits.iter().all(|hit| hit.kind != Kind::Exercise && hit.kind != Kind::ExerciseEntry), "{hits:?}");
    assert!(Kind::Exercise.field("script").is_some_and(|field| field.private));
}
