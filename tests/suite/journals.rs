//! For whoever copies a backup over a plan in the file manager: what another file left beside it is not played into it.

use binder::plan::Kind;
use binder::{Binder, Error};
use std::path::Path;
use suite::outside::Still;
use suite::rows::{add, alone, get, put};
use suite::scene::{Scene, fresh, open, whole};
use suite::{journal, sonae, witness};

/// A plan as it was before a commit, as that commit left it when it was cut off, and a backup from later.
struct Cut {
    scene: Scene,
    before: Vec<u8>,
    after: Vec<u8>,
    backup: Vec<u8>,
}

/// Devices only the backup has.
const DEVICES: usize = 300;

impl Cut {
    fn off() -> Self {
        let scene = Scene::of("clinic");
        let binder = scene.open();
        let person = add(&binder, Kind::Person, "佐藤");
        drop(binder);
        let before = read(&scene.plan);
        put(&scene.open(), Kind::Person, person, "job", &"看護師".repeat(2000), &alone()).expect("saved");
        let after = read(&scene.plan);
        let binder = scene.open();
        for nth in 0..DEVICES {
            add(&binder, Kind::Device, &format!("ポンプ{nth}"));
        }
        drop(binder);
        let backup = read(&scene.plan);
        Self { scene, before, after, backup }
    }

    /// Puts a plan and the journal of the cut-off commit beside it.
    fn lies(&self, plan: &[u8], beside: &[u8]) {
        write(&self.scene.plan, plan);
        write(&journal::of(&self.scene.plan), beside);
    }

    fn journal(&self) -> Vec<u8> {
        journal::between(&self.before, &self.after)
    }
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("readable")
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("written");
}

/// Every command that only reads, and what it told.
fn read_by_every_command(scene: &Scene) -> Vec<String> {
    let out = tempfile::tempdir().expect("a folder");
    let (plan, to) = (scene.plan.display().to_string(), out.path().join("out").display().to_string());
    let commands: [&[&str]; 6] = [
        &["verify", &plan],
        &["check", &plan],
        &["recovery", &plan],
        &["find", &plan, "電話"],
        &["print", &plan, "--document", "poster", "--date", "2026-11-29", "-o", &to],
        &["export", &plan, "--format", "json", "-o", &to],
    ];
    let ran = commands.iter().map(|command| (command, sonae::sonae(command)));
    ran.map(|(command, ran)| {
        assert!(ran.code.is_some_and(|code| code < 3), "{command:?}: {ran:?}");
        ran.err
    })
    .collect()
}

#[test]
fn a_backup_copied_over_a_plan_is_that_backup_whatever_journal_lies_beside_it() {
    let cut = Cut::off();
    let other = Scene::sample("clinic");
    let (first, second) = (read(&other.plan), {
        add(&other.open(), Kind::Person, "別の計画の人");
        read(&other.plan)
    });
    let strays = [
        ("of the commit that was cut off", cut.journal()),
        ("of another plan", journal::between(&first, &second)),
        ("text", "書きかけのメモ\n".repeat(100).into_bytes()),
        ("cut off itself, and of another", journal::between(&first, &second)[..3000].to_vec()),
    ];
    for (which, bytes) in strays {
        cut.lies(&cut.backup, &bytes);
        let before = journal::all(cut.scene.folder());
        for told in read_by_every_command(&cut.scene) {
            assert!(told.contains("この計画のものではない書きかけの記録があります"), "{which}: {told}");
        }
        assert_eq!(journal::all(cut.scene.folder()), before, "{which}: reading changes no byte");
        let (binder, report) = open(&cut.scene.plan, false);
        assert_eq!(binder.plan().rows.devices.live().count(), DEVICES, "{which}");
        drop(binder);
        let Some(binder::Stray::Aside(aside)) = report.stray else { panic!("{which}: {report:?}") };
        assert_eq!(read(&aside), bytes, "{which}: kept");
        assert_eq!(read(&cut.scene.plan), cut.backup, "{which}: opening changes no byte either");
        std::fs::remove_file(aside).expect("removed");
    }
    whole(&cut.scene.plan, "after all of them");
}

#[test]
fn a_folder_in_the_place_of_the_journal_stops_nobody() {
    let cut = Cut::off();
    std::fs::create_dir(journal::of(&cut.scene.plan)).expect("made");
    read_by_every_command(&cut.scene);
    let person = cut.scene.open().plan().rows.people.live().next().expect("one").row.id;
    put(&cut.scene.open(), Kind::Person, person, "job", "医師", &alone()).expect("saved");
    whole(&cut.scene.plan, "after an edit");
    assert!(journal::beside(&cut.scene.plan, "-journal.old").is_dir(), "nothing is deleted");
}

#[test]
fn a_log_of_the_other_sort_that_is_not_of_this_plan_is_not_played_either() {
    // Another program keeps a plan in SQLite's other mode and is killed; a backup is copied over the plan.
    let cut = Cut::off();
    let other = cut.scene.at("other.sonae");
    fresh(&other, "clinic");
    let kept = "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t(a); INSERT INTO t VALUES (hex(randomblob(90000)));
        SELECT writefile('LOG', readfile('PLAN-wal'));"
        .replace("LOG", &cut.scene.at("log").display().to_string())
        .replace("PLAN", &other.display().to_string());
    suite::witness::sql(&other, &kept).expect("written");
    write(&cut.scene.plan, &cut.backup);
    let log = journal::beside(&cut.scene.plan, "-wal");
    std::fs::rename(cut.scene.at("log"), &log).expect("moved");
    let before = journal::all(cut.scene.folder());
    read_by_every_command(&cut.scene);
    assert_eq!(journal::all(cut.scene.folder()), before, "reading changes no byte");
    assert_eq!(cut.scene.open().plan().rows.devices.live().count(), DEVICES);
    assert_eq!(read(&cut.scene.plan), cut.backup);
    assert!(!log.exists() && journal::beside(&log, ".old").exists());
}

#[test]
fn what_the_plan_itself_left_is_taken_back_and_readers_only_read_it_so() {
    let cut = Cut::off();
    // All pages were written, none was, one was and was torn in the middle.
    let mut torn = cut.before.clone();
    torn[..512].copy_from_slice(&cut.after[..512]);
    torn[512..4096].fill(0x5a);
    for (which, plan) in [("all", &cut.after), ("none", &cut.before), ("torn", &torn)] {
        cut.lies(plan, &cut.journal());
        let before = journal::all(cut.scene.folder());
        for told in read_by_every_command(&cut.scene) {
            assert!(!told.contains("書きかけ"), "{which}: {told}");
        }
        let (reader, report) = open(&cut.scene.plan, true);
        assert!(report.stray.is_none() && reader.plan().rows.people.live().all(|one| one.job.is_none()), "{which}");
        drop(reader);
        assert_eq!(journal::all(cut.scene.folder()), before, "{which}: reading changes no byte");
        let binder = cut.scene.open();
        let person = binder.plan().rows.people.live().next().expect("one").row.id;
        assert_eq!(get(&binder, Kind::Person, person, "job"), None, "{which}: it was not acknowledged");
        drop(binder);
        assert_eq!(read(&cut.scene.plan), cut.before, "{which}");
    }
}

#[test]
fn a_plan_that_is_sound_neither_with_it_nor_without_is_damaged_and_stays_as_it_is() {
    let cut = Cut::off();
    let mut plan = cut.backup.clone();
    let middle = plan.len() / 2;
    plan[middle..middle + 40_960].fill(0);
    cut.lies(&plan, &cut.journal());
    let before = journal::all(cut.scene.folder());
    for read_only in [true, false] {
        let said = Binder::open(&cut.scene.plan, read_only, Still::world()).map(drop);
        assert_eq!(said.map_err(|error| Error::code(&error)), Err("damaged"));
    }
    assert_eq!(journal::all(cut.scene.folder()), before);
}

#[test]
fn a_plan_in_doubt_whose_commit_was_cut_off_opens_with_its_doubt() {
    let scene = Scene::sample("clinic");
    witness::damaged(&scene.plan, "UPDATE people SET job = '別の職' WHERE rowid = 1;");
    let before = read(&scene.plan);
    add(&scene.open(), Kind::Device, "ポンプ");
    let after = read(&scene.plan);
    write(&journal::of(&scene.plan), &journal::between(&before, &after));
    assert_eq!(open(&scene.plan, true).1.doubts, 1, "read");
    let (binder, report) = open(&scene.plan, false);
    assert_eq!((report.doubts, report.stray.is_some()), (1, false), "written");
    assert!(binder.plan().rows.devices.iter().all(|device| device.name.as_deref() != Some("ポンプ")), "as before it");
    drop(binder);
    // The journal of another file beside it is still none of its own.
    let cut = Cut::off();
    write(&scene.plan, &after);
    write(&journal::of(&scene.plan), &cut.journal());
    let (_, report) = open(&scene.plan, false);
    assert_eq!((report.doubts, report.stray.is_some()), (1, true));
}
