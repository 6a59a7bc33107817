//! For the full stick and the unplugged one: a clear message, nothing lost, nothing half-written.

use binder::plan::{Id, Kind};
use binder::{Binder, restore_backup};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use suite::outside::Still;
use suite::rows::{add, alone, get, put};
use suite::scene::{Scene, fresh, open, whole};
use suite::{actor, sonae};

/// A small disk only the actor sees, mounted over its stage.
const SMALL_DISK: &str = "mount -t tmpfs -o size=6m tmpfs \"$stage\"";

#[test]
fn an_edit_refused_by_a_full_disk_leaves_the_plan_as_it_was() {
    actor::inside(SMALL_DISK, "disk::actor_edits_on_a_full_disk", Scene::empty().folder());
}

#[test]
#[ignore = "runs on a small disk of its own"]
fn actor_edits_on_a_full_disk() {
    let Some(stage) = actor::stage() else { return };
    let plan = stage.join("計画.sonae");
    fresh(&plan, "clinic");
    let (binder, _) = open(&plan, false);
    let id = add(&binder, Kind::Person, "佐藤");
    put(&binder, Kind::Person, id, "job", "看護師", &alone()).expect("there is room");
    let filler = fill(&stage);
    let before = binder.snapshot().seq;
    let long = "あ".repeat(10_000);
    let refused = put(&binder, Kind::Person, id, "job", &long, &alone()).expect_err("there is no room");
    assert_eq!(refused.code(), "disk-full", "{refused}");
    assert_eq!(get(&binder, Kind::Person, id, "job").as_deref(), Some("看護師"), "memory is as it was");
    assert_eq!(binder.snapshot().seq, before, "no change was counted");
    assert_eq!(binder.verify(&binder::Unwatched).expect("still readable"), [], "the file is as it was");
    let copy = binder.save_copy(&stage.join("写し.sonae"), &binder::Unwatched).expect_err("no room for a copy");
    assert_eq!(copy.code(), "disk-full", "{copy}");
    assert!(
        binder.step_back(binder::Direction::Undo, "").is_err()
            || binder.verify(&binder::Unwatched).is_ok_and(|f| f.is_empty())
    );
    std::fs::remove_file(filler).expect("somebody tidies up");
    put(&binder, Kind::Person, id, "job", &long, &alone()).expect("with room the same edit is saved");
    drop(binder);
    assert_eq!(get(&open(&plan, true).0, Kind::Person, id, "job").map(|job| job.chars().count()), Some(10_000));
    whole(&plan, "after the disk was full");
    let left: Vec<String> = names(&stage).into_iter().filter(|name| !name.ends_with("-journal")).collect();
    assert_eq!(left, ["計画.sonae"], "the refused copy left nothing");
    actor::curtain();
}

#[test]
fn an_exercise_on_a_full_disk_shows_nothing_it_could_not_keep_and_goes_on_with_room() {
    actor::inside(SMALL_DISK, "disk::actor_plays_on_a_full_disk", Scene::empty().folder());
}

#[test]
#[ignore = "runs on a small disk of its own"]
fn actor_plays_on_a_full_disk() {
    use binder::plan::exercise::{Act, Said};
    let Some(stage) = actor::stage() else { return };
    let plan = stage.join("計画.sonae");
    sonae::did(&["sample", "clinic", "-o", &plan.to_string_lossy()]);
    let (binder, _) = open(&plan, false);
    binder.begin_exercise("clinic-monday-morning", &[], "", "").expect("begun");
    let act = |act: Act, said: &Said| binder.exercise_act(act, said, "").map(|_| ()).map_err(|error| error.code());
    act(Act::Play, &Said::default()).expect("play");
    let filler = fill(&stage);
    // Whatever fits into pages that are there may still be kept: until it is refused.
    let long = Said { text: Some("長い言葉。".repeat(2_000)), ..Said::default() };
    let refused = (0..200).find_map(|_| act(Act::Improvise, &long).err());
    assert_eq!(refused, Some("disk-full"));
    let (shown, kept) = (binder.room().arrived.len(), binder.plan().rows.exercise_log.live().count());
    assert_eq!(act(Act::Improvise, &long), Err("disk-full"));
    assert_eq!(binder.room().arrived.len(), shown, "what could not be kept is not shown");
    assert!(binder.exercise_now().expect("the clock goes on").expect("going on").0.runs);
    // The stop word is shown whatever the disk does.
    let stopped = (0..50).find_map(|_| act(Act::Stop, &Said::default()).err());
    assert_eq!(binder.room().face, binder::plan::exercise::Face::Stopped, "{stopped:?}");
    std::fs::remove_file(filler).expect("somebody tidies up");
    binder.exercise_now().expect("kept as soon as there is room");
    let stops = binder.plan().rows.exercise_log.live().filter(|line| line.act.as_deref() == Some("stop")).count();
    assert!(stops >= 1, "the line is there");
    act(Act::Resume, &Said { text: Some("場所ができた".to_owned()), ..Said::default() }).expect("goes on");
    let kept = binder.plan().rows.exercise_log.live().count().max(kept);
    act(Act::Improvise, &long).expect("with room it is kept");
    assert_eq!(binder.room().arrived.len(), shown + 1);
    assert_eq!(binder.plan().rows.exercise_log.live().count(), kept + 1);
    drop(binder);
    whole(&plan, "after an exercise on a full disk");
    actor::curtain();
}

#[test]
fn a_command_refused_by_a_full_disk_leaves_nothing_half_written() {
    actor::inside(SMALL_DISK, "disk::actor_commands_on_a_full_disk", Scene::empty().folder());
}

#[test]
#[ignore = "runs on a small disk of its own"]
fn actor_commands_on_a_full_disk() {
    let Some(stage) = actor::stage() else { return };
    let at = |name: &str| stage.join(name).display().to_string();
    sonae::did(&["sample", "clinic", "-o", &at("計画.sonae")]);
    sonae::did(&["export", &at("計画.sonae"), "--format", "json", "-o", &at("計画.json")]);
    std::fs::write(at("綴じ物.pdf"), "last year's binder").expect("there is room");
    let filler = fill(&stage);
    let before = names(&stage);
    sonae::sonae(&["sample", "clinic", "-o", &at("b.sonae")]).refused("disk-full", 4);
    sonae::sonae(&["new", "--kind", "clinic", "--name", "x", "-o", &at("b.sonae")]).refused("disk-full", 4);
    sonae::sonae(&["import", "plan", &at("計画.json"), "-o", &at("b.sonae")]).refused("disk-full", 4);
    sonae::sonae(&["export", &at("計画.sonae"), "--format", "json", "-o", &at("b.json")])
        .refused("disk-full-output", 4);
    sonae::sonae(&["print", &at("計画.sonae"), "-o", &at("綴じ物.pdf")]).refused("disk-full-output", 4);
    assert_eq!(std::fs::read(at("綴じ物.pdf")).expect("there"), b"last year's binder", "the old file stays");
    assert_eq!(names(&stage), before, "nothing half-written is left");
    assert_eq!(sonae::sonae(&["verify", &at("計画.sonae")]).code, Some(0), "reading needs no room");
    std::fs::remove_file(filler).expect("somebody tidies up");
    sonae::did(&["sample", "clinic", "-o", &at("b.sonae")]);
    whole(Path::new(&at("b.sonae")), "made once there is room");
    actor::curtain();
}

#[test]
fn a_backup_that_does_not_fit_leaves_the_damaged_plan_at_its_place() {
    actor::inside(SMALL_DISK, "disk::actor_restores_on_a_full_disk", Scene::empty().folder());
}

#[test]
#[ignore = "runs on a small disk of its own"]
fn actor_restores_on_a_full_disk() {
    let Some(stage) = actor::stage() else { return };
    let plan = stage.join("計画.sonae");
    let backups = tempfile::tempdir_in("/dev/shm").expect("another disk");
    let backup = backups.path().join("控え.sonae");
    fresh(&backup, "clinic");
    std::fs::write(&plan, "damaged").expect("a damaged plan");
    let filler = fill(&stage);
    let full = restore_backup(&plan, &backup, "2026-11-22T10:00:00").expect_err("there is no room");
    assert_eq!(full.code(), "disk-full", "the sentence says what is in the way");
    assert_eq!(std::fs::read(&plan).expect("still at its place"), b"damaged");
    std::fs::remove_file(filler).expect("somebody tidies up");
    let aside = restore_backup(&plan, &backup, "2026-11-22T10:00:01").expect("there is room");
    assert_eq!(std::fs::read(aside).expect("moved aside, not deleted"), b"damaged");
    whole(&plan, "the backup is in its place");
    actor::curtain();
}

#[test]
fn a_protected_folder_is_named_and_nothing_is_written() {
    let scene = Scene::of("clinic");
    sonae::did(&["export", &text(&scene.plan), "--format", "json", "-o", &text(&scene.at("a.json"))]);
    let before = scene.files();
    let mounts = "mount --bind \"$stage\" \"$stage\"; mount -o remount,bind,ro \"$stage\"";
    actor::inside(mounts, "disk::actor_commands_in_a_protected_folder", scene.folder());
    assert_eq!(scene.files(), before, "nothing was written");
}

#[test]
#[ignore = "runs in a mount namespace of its own"]
fn actor_commands_in_a_protected_folder() {
    let Some(stage) = actor::stage() else { return };
    let at = |name: &str| stage.join(name).display().to_string();
    assert!(std::fs::write(at("x"), "x").is_err(), "the folder really takes no file");
    sonae::sonae(&["sample", "clinic", "-o", &at("b.sonae")]).refused("disk", 4);
    sonae::sonae(&["import", "plan", &at("a.json"), "-o", &at("b.sonae")]).refused("disk", 4);
    sonae::sonae(&["print", &at("計画.sonae"), "-o", &at("b.pdf")]).refused("output", 4);
    sonae::sonae(&["export", &at("計画.sonae"), "--format", "json", "-o", &at("b.json")]).refused("output", 4);
    assert_eq!(sonae::sonae(&["verify", &at("計画.sonae")]).code, Some(0), "reading is possible");
    actor::curtain();
}

#[test]
fn a_plan_renamed_unlinked_or_replaced_while_open_takes_no_edit_in_silence() {
    type Away = fn(&Scene);
    let ways: [(&str, Away); 4] = [
        ("renamed", |scene| std::fs::rename(&scene.plan, scene.at("別名.sonae")).expect("renamed")),
        ("unlinked", |scene| std::fs::remove_file(&scene.plan).expect("unlinked")),
        ("replaced by another plan", |scene| {
            fresh(&scene.at("another.sonae"), "pharmacy");
            std::fs::rename(scene.at("another.sonae"), &scene.plan).expect("replaced");
        }),
        ("replaced by its own copy", |scene| {
            std::fs::copy(&scene.plan, scene.at("copy")).expect("copied");
            std::fs::rename(scene.at("copy"), &scene.plan).expect("replaced");
        }),
    ];
    for (how, away) in ways {
        let scene = Scene::of("clinic");
        let (binder, id) = with_a_nurse(&scene);
        away(&scene);
        let there = std::fs::read(&scene.plan).ok();
        let refused = put(&binder, Kind::Person, id, "job", "医師", &alone()).expect_err(how);
        assert_eq!(refused.code(), "vanished", "{how}: {refused}");
        assert_eq!(get(&binder, Kind::Person, id, "job").as_deref(), Some("看護師"), "{how}: memory is as it was");
        assert_eq!(std::fs::read(&scene.plan).ok(), there, "{how}: what lies there now is not ours to write");
        // What the message promises: a copy gets everything out.
        binder.save_copy(&scene.at("写し.sonae"), &binder::Unwatched).unwrap_or_else(|error| panic!("{how}: {error}"));
        drop(binder);
        let copy = open(&scene.at("写し.sonae"), true).0;
        assert_eq!(get(&copy, Kind::Person, id, "job").as_deref(), Some("看護師"), "{how}: all that was saved");
        whole(&scene.at("写し.sonae"), how);
    }
}

#[test]
fn a_plan_that_comes_back_takes_edits_again() {
    let scene = Scene::of("clinic");
    let (binder, id) = with_a_nurse(&scene);
    let elsewhere = scene.at("抜かれた.sonae");
    std::fs::rename(&scene.plan, &elsewhere).expect("the stick is pulled");
    put(&binder, Kind::Person, id, "job", "医師", &alone()).expect_err("gone");
    std::fs::rename(&elsewhere, &scene.plan).expect("and plugged in again");
    put(&binder, Kind::Person, id, "job", "医師", &alone()).expect("the same edit is saved now");
    drop(binder);
    whole(&scene.plan, "after it was away");
}

#[test]
fn an_output_never_replaces_a_plan_or_a_link() {
    let scene = Scene::of("clinic");
    let plan = text(&scene.plan);
    let before = std::fs::read(&scene.plan).expect("readable");
    sonae::sonae(&["print", &plan, "-o", &plan]).refused("file-exists", 3);
    sonae::sonae(&["export", &plan, "--format", "json", "-o", &plan]).refused("file-exists", 3);
    assert_eq!(std::fs::read(&scene.plan).expect("readable"), before, "a slip of the hand does not cost the plan");
    // As with /dev/stdout, which is a link and must stay one.
    let (real, link) = (scene.at("実物.json"), scene.at("近道.json"));
    std::fs::write(&real, "").expect("a file");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    sonae::did(&["export", &plan, "--format", "json", "-o", &text(&link)]);
    assert!(link.is_symlink(), "the link is still a link");
    assert!(std::fs::read_to_string(&real).expect("a text").starts_with('{'), "and what it names was written");
}

#[test]
fn what_is_no_place_for_a_file_is_refused_at_once() {
    let scene = Scene::of("clinic");
    let (plan, pipe) = (text(&scene.plan), scene.at("pipe"));
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let kept = [format!("{plan}-journal"), format!("{plan}-wal"), text(&scene.at(".計画.sonae.lock")), plan.clone()];
    let none = [text(&pipe), "/dev/null".to_owned(), ":memory:".to_owned(), "file:x.sonae?mode=memory".to_owned()];
    for (to, code) in kept.iter().map(|to| (to, "file-exists")).chain(none.iter().map(|to| (to, "no-place"))) {
        let arguments: [&[&str]; 5] = [
            &["print", &plan, "--document", "poster", "-o", to],
            &["export", &plan, "--format", "json", "-o", to],
            &["export", &plan, "--format", "csv", "-o", to],
            &["sample", "clinic", "-o", to],
            &["new", "--kind", "clinic", "--name", "みらい", "-o", to],
        ];
        for arguments in arguments {
            let ran = sonae::ran(sonae::command(arguments).current_dir(scene.folder()).output().expect("it ends"));
            let said = sonae::code_of(&ran.err);
            // Something is there already: that is said of a new plan.
            let there = arguments[0] != "print" && arguments[0] != "export" && said.as_deref() == Some("file-exists");
            assert!(there || said.as_deref() == Some(code), "{arguments:?}: {ran:?}");
        }
    }
    whole(&scene.plan, "none of them touched it");
    sonae::sonae(&["check", &text(&pipe)]).refused("not-a-plan", 3);
}

#[test]
fn killed_prints_and_exports_leave_nothing_behind() {
    let scene = Scene::sample("hospital");
    let plan = text(&scene.plan);
    let outputs = [("本部用.pdf", &["print", &plan][..]), ("計画.json", &["export", &plan, "--format", "json"])];
    for (name, arguments) in outputs {
        let to = text(&scene.at(name));
        let arguments = [arguments, &["-o", &to]].concat();
        let start = std::time::Instant::now();
        sonae::did(&arguments);
        let whole = std::fs::read(&to).expect("written");
        let took = start.elapsed();
        for nth in 0..40_u32 {
            std::fs::remove_file(&to).ok();
            let mut child = sonae::command(&arguments).stderr(Stdio::null()).spawn().expect("started");
            // Around its end, where the file is written.
            std::thread::sleep(took * (20 + nth) / 50);
            let _ = child.kill();
            child.wait().expect("ended");
            let there = std::fs::read(&to).ok();
            assert!(there.is_none_or(|there| there.len() == whole.len()), "{name}: none or the whole");
            let left: Vec<String> = scene.files().into_iter().filter(|one| one.contains(".unfinished")).collect();
            assert_eq!(left, Vec::<String>::new(), "{name}, kill {nth}");
        }
        std::fs::remove_file(&to).ok();
    }
}

#[test]
fn a_plan_with_the_longest_name_has_its_lock_its_prints_and_its_way_back() {
    let mut scene = Scene::empty();
    // 247 bytes: with "-journal" the longest the system takes.
    scene.plan = scene.at(&format!("{}abcd.sonae", "計".repeat(79)));
    suite::scene::fresh(&scene.plan, "clinic");
    let binder = scene.open();
    add(&binder, Kind::Person, "佐藤");
    let pdf = scene.at(&format!("{}.pdf", "本".repeat(83)));
    sonae::did(&["print", &text(&scene.plan), "--document", "poster", "-o", &text(&pdf)]);
    drop(binder);
    let copy = scene.at("写し.sonae");
    scene.open().save_copy(&copy, &binder::Unwatched).expect("copied");
    std::fs::write(&scene.plan, b"spoilt").expect("spoilt");
    let aside = binder::restore_backup(&scene.plan, &copy, "2026-11-29T10:00:00").expect("restored");
    assert_eq!(std::fs::read(aside).expect("kept"), b"spoilt");
    whole(&scene.plan, "restored");
    // One letter more, and nothing could be kept beside it.
    let longer = scene.at(&format!("{}abcde.sonae", "計".repeat(79)));
    sonae::sonae(&["sample", "clinic", "-o", &text(&longer)]).refused("name-long", 3);
    std::fs::copy(&scene.plan, &longer).expect("a file manager can");
    assert_eq!(binder::Binder::open(&longer, false, Still::world()).err().map(|error| error.code()), Some("name-long"));
    assert!(binder::Binder::open(&longer, true, Still::world()).is_ok(), "read it can be");
}

#[test]
fn results_that_cannot_be_printed_are_a_failure_of_the_disk_and_no_crash() {
    let scene = Scene::of("clinic");
    for arguments in [["verify", "--json"], ["check", "--json"], ["check", "--lang=ja"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
        let output = sonae::command(&[arguments[0], &text(&scene.plan), arguments[1]]).stdout(full).output();
        let ran = sonae::ran(output.expect("started"));
        assert_eq!(ran.code, Some(4), "{arguments:?}: {ran:?}");
        assert_eq!(sonae::code_of(&ran.err).as_deref(), Some("disk-full-output"), "{ran:?}");
    }
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a full device");
    let status = sonae::command(&["verify", "/nowhere/計画.sonae"]).stderr(full).stdout(Stdio::null()).status();
    assert_eq!(status.expect("started").code(), Some(3), "a message that cannot be printed changes no exit code");
}

/// Fills a disk to the last byte and returns the file that fills it.
fn fill(stage: &Path) -> PathBuf {
    let filler = stage.join("filler");
    let mut file = std::fs::File::create(&filler).expect("a name is still to be had");
    for size in [65_536, 4096, 1] {
        let piece = vec![b'x'; size];
        while file.write_all(&piece).is_ok() {}
    }
    filler
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("listed");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.ends_with(".lock")); // who writes leaves its lock file
    names.sort();
    names
}

fn with_a_nurse(scene: &Scene) -> (Binder, Id) {
    let binder = scene.open();
    let id = add(&binder, Kind::Person, "佐藤");
    put(&binder, Kind::Person, id, "job", "看護師", &alone()).expect("saved");
    (binder, id)
}

fn text(path: &Path) -> String {
    path.display().to_string()
}
