//! For whoever needs yesterday's plan: copies are there, they open, and they are found again.

use binder::plan::Kind;
use binder::{Binder, Places, Unwatched, backups, compared, open_with_backups, restore_backup, take_backup};
use suite::fixture;
use suite::outside::Still;
use suite::rows::{add, alone, put};
use suite::scene::{Scene, open, whole};
use suite::sonae;
use suite::witness::{damaged, sql};

fn places(scene: &Scene) -> Places {
    Places { own: scene.at("backups"), second: None }
}

/// Opens as the window does.
fn opened(scene: &Scene, places: &Places) -> (Binder, Vec<String>) {
    let (binder, _, said) =
        open_with_backups(&scene.plan, Still::world(), places, &Unwatched).expect("the plan can be opened");
    (binder, said)
}

#[test]
fn a_plan_that_was_moved_and_named_otherwise_finds_its_copies_and_another_at_its_place_does_not() {
    let mut scene = Scene::of("clinic");
    let places = places(&scene);
    drop(opened(&scene, &places));
    assert_eq!(backups(&places.own, &scene.plan).len(), 1);
    let moved = scene.at("別のフォルダ").join("令和8年度.sonae");
    std::fs::create_dir(moved.parent().expect("a folder")).expect("made");
    std::fs::rename(&scene.plan, &moved).expect("moved");
    assert_eq!(backups(&places.own, &moved)[0].name, "計画", "with the name it had");
    suite::scene::fresh(&scene.plan, "pharmacy");
    assert_eq!(backups(&places.own, &scene.plan), [], "another plan at the old place");
    // So damaged that nobody knows which plan it was: by its place.
    std::fs::write(&moved, b"SQLite format 3\0 and nothing more").expect("spoilt");
    assert_eq!(backups(&places.own, &moved), []);
    drop(opened(&scene, &places));
    std::fs::write(&scene.plan, b"").expect("spoilt");
    assert_eq!(backups(&places.own, &scene.plan).len(), 2, "both that lay here: a person sees the names");
    scene.plan = moved;
}

#[test]
fn a_copy_is_kept_before_an_older_plan_grows_and_it_is_the_older_plan() {
    let scene = fixture::plan(5);
    let places = places(&scene);
    let (binder, said) = opened(&scene, &places);
    assert!(said.is_empty(), "{said:?}");
    drop(binder);
    let kept = backups(&places.own, &scene.plan);
    assert_eq!(sql(&kept[0].path, "PRAGMA user_version").as_deref(), Ok("5"), "as it was before");
    whole(&kept[0].path, "the copy");
}

#[test]
fn what_does_not_open_is_no_copy_and_a_plan_in_doubt_is_not_copied() {
    let scene = Scene::of("clinic");
    let places = places(&scene);
    let (binder, _) = opened(&scene, &places);
    add(&binder, Kind::Person, "佐藤");
    drop(binder);
    damaged(&scene.plan, "UPDATE people SET name = '別人';");
    let (binder, _) = opened(&scene, &places);
    drop(binder);
    assert_eq!(backups(&places.own, &scene.plan).len(), 1, "only the one nobody doubts");
    // A copy whose pages rot while it is written is not kept; here the plan itself rots under the open program.
    let binder = scene.open();
    binder.decide(None, binder::Keep::Logged, &alone()).expect("decided");
    sql(&scene.plan, "DELETE FROM packs; UPDATE meta SET value = 'gone' WHERE key = 'pack';").expect("spoilt");
    let said = places.keep(&binder, &Unwatched);
    assert!(said[0].contains("バックアップを取れませんでした"), "{said:?}");
    assert_eq!(backups(&places.own, &scene.plan).len(), 1);
}

#[test]
fn a_second_place_gets_the_same_and_is_missed_when_it_is_gone() {
    let scene = Scene::of("clinic");
    let stick = scene.at("stick");
    let places = Places { second: Some(stick.clone()), ..places(&scene) };
    let (binder, said) = opened(&scene, &places);
    assert!(said.len() == 1 && said[0].contains("2つ目のバックアップの置き場所"), "{said:?}");
    assert!(!stick.exists(), "a stick that is not there is not made");
    std::fs::create_dir(&stick).expect("it is put in");
    assert_eq!(places.keep(&binder, &Unwatched), Vec::<String>::new());
    drop(binder);
    let name =
        |folder: &std::path::Path| backups(folder, &scene.plan)[0].path.file_name().map(std::ffi::OsStr::to_owned);
    assert_eq!(name(&stick), name(&places.own));
}

#[test]
fn copies_stand_side_by_side_with_what_differs_and_one_that_is_spoilt_says_so() {
    let scene = Scene::of("clinic");
    let places = places(&scene);
    let mut people = Vec::new();
    for name in ["佐藤", "髙橋", "渡邉"] {
        let (binder, _) = opened(&scene, &places);
        people.push(add(&binder, Kind::Person, name));
        places.keep(&binder, &Unwatched);
    }
    let (binder, _) = opened(&scene, &places);
    put(&binder, Kind::Person, people[0], "job", "医師", &alone()).expect("saved");
    places.keep(&binder, &Unwatched);
    drop(binder);
    let all = backups(&places.own, &scene.plan);
    let bytes = std::fs::read(&all[0].path).expect("the newest");
    std::fs::write(&all[0].path, &bytes[..bytes.len() / 2]).expect("spoilt");
    let said = compared(&all, &Still::default()).expect("compared");
    assert!(!said[0].sound && said[1].sound && said[1].rows == 0, "{said:?}");
    assert_eq!((said[2].rows, said[2].named.concat()), (1, "職員「渡邉」".to_owned()));
    assert_eq!(said[3].rows, 2);
    // The next best one, as a file of its own and in the place of the damaged plan.
    let own = scene.at("戻した計画.sonae");
    take_backup(&all[1].path, &own).expect("a file of its own");
    assert_eq!(open(&own, false).0.plan().rows.people.len(), 3);
    assert_eq!(take_backup(&all[1].path, &own).expect_err("never over a file").code(), "file-exists");
    assert_eq!(take_backup(&all[0].path, &scene.at("x.sonae")).expect_err("spoilt").code(), "damaged");
    assert!(!scene.at("x.sonae").exists());
    std::fs::write(&scene.plan, &bytes[..9000]).expect("spoilt");
    restore_backup(&scene.plan, &all[1].path, "2026-11-29T10:00:00").expect("restored");
    whole(&scene.plan, "restored");
}

#[test]
fn a_long_name_has_copies_too() {
    let mut scene = Scene::empty();
    scene.plan = scene.at(&format!("{}.sonae", "みらい病院の計画".repeat(9)));
    suite::scene::fresh(&scene.plan, "clinic");
    let places = places(&scene);
    let (binder, said) = opened(&scene, &places);
    assert!(said.is_empty(), "{said:?}");
    drop(binder);
    assert_eq!(backups(&places.own, &scene.plan).len(), 1);
}

#[test]
fn the_command_line_keeps_one_before_it_writes() {
    let scene = Scene::of("clinic");
    let sheet = scene.at("a.csv");
    std::fs::write(&sheet, "氏名,内線\n佐藤 花子,7001\n").expect("written");
    let arguments = ["import", "people", &sheet.display().to_string(), &scene.plan.display().to_string()];
    let mut command = sonae::command(&arguments);
    command.env("XDG_DATA_HOME", scene.folder());
    let ran = sonae::ran(command.output().expect("it runs"));
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let kept = backups(&scene.at("jp.sonae.desktop/sonae/backups"), &scene.plan);
    assert_eq!(kept.len(), 1);
    assert_eq!(open(&kept[0].path, true).0.plan().rows.people.len(), 0, "as it was before");
}
