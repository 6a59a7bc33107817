//! For two people with one plan on a shared folder: one writes, the other is told.

use binder::ReadOnly;
use binder::plan::Kind;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use suite::rows::{add, alone, put};
use suite::scene::{Scene, open, whole};
use suite::{actor, sonae};

#[test]
fn the_second_to_open_a_plan_reads_only_and_is_told_so() {
    let scene = Scene::of("clinic");
    let writer = scene.open();
    let id = add(&writer, Kind::Person, "佐藤");
    let (second, report) = open(&scene.plan, false);
    assert_eq!(report.read_only, Some(ReadOnly::OtherProgram), "it is told why");
    assert_eq!(second.plan().rows.people.len(), writer.plan().rows.people.len(), "and sees what was saved so far");
    let refused = put(&second, Kind::Person, id, "job", "看護師", &alone()).expect_err("it cannot write");
    assert_eq!(refused.code(), "other-writes");
    assert_eq!(second.plan().rows.people.first().expect("one").job, None, "nothing changed in its memory either");
    drop(writer);
    drop(second);
    assert_eq!(open(&scene.plan, false).1.read_only, None, "once the first has closed, the next may write");
}

#[test]
fn a_sheet_is_not_brought_in_while_a_window_writes_and_it_says_why() {
    let scene = Scene::of("clinic");
    let _writer = scene.open();
    let before = std::fs::read(&scene.plan).expect("the plan");
    let sheet = scene.at("名簿.csv");
    std::fs::write(&sheet, "氏名,職種\n佐藤,看護師\n").expect("written");
    let ran = sonae::sonae(&["import".as_ref(), "people".as_ref(), sheet.as_os_str(), scene.plan.as_os_str()]);
    ran.refused("other-writes", 4);
    assert_eq!(std::fs::read(&scene.plan).expect("the plan"), before, "nothing was written");
}

#[test]
fn a_plan_opened_by_another_path_is_the_same_plan() {
    let scene = Scene::of("clinic");
    let link = scene.at("近道.sonae");
    std::os::unix::fs::symlink(&scene.plan, &link).expect("a link");
    let _writer = scene.open();
    assert_eq!(open(&link, false).1.read_only, Some(ReadOnly::OtherProgram), "by a shortcut");
    let round =
        scene.folder().join(".").join("..").join(scene.folder().file_name().expect("a name")).join("計画.sonae");
    assert_eq!(open(&round, false).1.read_only, Some(ReadOnly::OtherProgram), "by a roundabout path");
}

#[test]
fn an_open_reader_never_stops_the_writer() {
    let scene = Scene::of("clinic");
    let writer = scene.open();
    let id = add(&writer, Kind::Person, "佐藤");
    let readers: Vec<_> = (0..3).map(|_| open(&scene.plan, true).0).collect();
    for round in 0..20 {
        put(&writer, Kind::Person, id, "job", &format!("職{round}"), &alone()).expect("readers hold nothing");
        assert!(
            readers[0].verify(&binder::Unwatched).expect("readable").is_empty(),
            "a reader may look while we write"
        );
    }
    assert_eq!(sonae::did(&["verify".as_ref(), scene.plan.as_os_str()]).code, Some(0), "so may the command line");
}

#[test]
fn opening_again_and_again_while_the_plan_grows_never_finds_it_damaged() {
    let scene = Scene::of("clinic");
    let writer = scene.open();
    let id = add(&writer, Kind::Facility, "みらい診療所");
    let (plan, done) = (&scene.plan, &AtomicBool::new(false));
    let opened = &AtomicU32::new(0);
    std::thread::scope(|threads| {
        let reader = threads.spawn(move || {
            while !done.load(Ordering::Relaxed) {
                drop(open(plan, true));
                opened.fetch_add(1, Ordering::Relaxed);
            }
        });
        // As long as it takes on a machine of any speed until it was opened often enough, or an opening failed.
        let mut round = 0;
        while round < 150 || (opened.load(Ordering::Relaxed) < 8 && !reader.is_finished()) {
            round += 1;
            let long: String = format!("{round} ").repeat(1500);
            put(&writer, Kind::Facility, id, "broadcast", &long, &alone()).expect("saved");
            // Nobody types without a pause; a reader needs one to get in.
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        done.store(true, Ordering::Relaxed);
        reader.join().expect("no opening failed");
    });
}

#[test]
fn a_plan_in_a_folder_that_takes_no_file_opens_for_reading() {
    let scene = Scene::of("clinic");
    let mounts = "mount --bind \"$stage\" \"$stage\"; mount -o remount,bind,ro \"$stage\"";
    actor::inside(mounts, "lock::actor_opens_on_a_stick_with_its_switch_set", scene.folder());
    assert_eq!(scene.files(), ["計画.sonae"], "nothing was written beside it");
}

#[test]
#[ignore = "runs in a mount namespace of its own"]
fn actor_opens_on_a_stick_with_its_switch_set() {
    let Some(stage) = actor::stage() else { return };
    let plan = stage.join("計画.sonae");
    assert!(std::fs::write(stage.join("x"), "x").is_err(), "the folder really takes no file");
    let (binder, report) = open(&plan, false);
    assert_eq!(report.read_only, Some(ReadOnly::Protected), "it is told why");
    let id = binder.plan().facility().expect("the facility").row.id;
    let refused = put(&binder, Kind::Facility, id, "address", "高知市", &alone()).expect_err("it cannot write");
    assert_eq!(refused.code(), "read-only");
    assert_eq!(sonae::sonae(&["verify".as_ref(), plan.as_os_str()]).code, Some(0), "the command line reads it too");
    whole(&plan, "on a protected stick");
    actor::curtain();
}

#[test]
fn a_plan_another_program_has_open_is_not_taken_away_to_restore_a_backup() {
    let scene = Scene::of("clinic");
    let (binder, _) = open(&scene.plan, false);
    let copy = scene.at("写し.sonae");
    binder.save_copy(&copy, &binder::Unwatched).expect("copied");
    let before = std::fs::read(&scene.plan).expect("a file");
    let refused = binder::restore_backup(&scene.plan, &copy, "2026-11-29T10:00:00").expect_err("refused");
    assert_eq!(refused.code(), "in-use");
    assert_eq!(std::fs::read(&scene.plan).expect("still there"), before);
    drop(binder);
    std::fs::write(scene.at("壊れた写し.sonae"), &before[..before.len() / 2]).expect("written");
    let broken = binder::restore_backup(&scene.plan, &scene.at("壊れた写し.sonae"), "2026-11-29T10:00:00");
    assert_eq!(broken.expect_err("a copy that is damaged itself").code(), "damaged");
    assert_eq!(std::fs::read(&scene.plan).expect("still there"), before);
    let aside = binder::restore_backup(&scene.plan, &copy, "2026-11-29T10:00:00").expect("free now");
    assert_eq!(std::fs::read(aside).expect("kept aside"), before);
    whole(&scene.plan, "restored");
}

#[test]
fn nothing_is_printed_over_a_plan_though_its_first_bytes_say_nothing() {
    let scene = Scene::of("clinic");
    let (plan, encrypted) = (scene.plan.to_string_lossy().into_owned(), scene.at("鍵つき.sonae-kagi"));
    std::fs::write(&encrypted, [0x5a; 4096]).expect("written");
    for to in [&encrypted, &scene.plan] {
        let before = std::fs::read(to).expect("a file");
        sonae::sonae(&["print", &plan, "--document", "poster", "-o", &to.to_string_lossy()]).refused("file-exists", 3);
        sonae::sonae(&["export", &plan, "--format", "json", "-o", &to.to_string_lossy()]).refused("file-exists", 3);
        assert_eq!(std::fs::read(to).expect("a file"), before);
    }
}
