//! For whoever sits at Windows: the paths, locks and half-open files of a day there. These run on every system, and for
//! Windows under wine (`cargo xtask windows`; what wine cannot show stands in docs/windows.md).
#![allow(clippy::disallowed_methods, reason = "tests write the files they damage")]

use binder::plan::{Edit, Id, Kind};
use binder::{Binder, Copy, Document, NewPlan, Outside, PrintRequest, ReadOnly, Step, Unwatched};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

struct World;

impl Outside for World {
    fn now(&self) -> String {
        "2026-11-29T10:00:00.000+09:00".to_owned()
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn new_id(&self) -> Id {
        Id::from_uuid(uuid::Uuid::new_v4())
    }
}

fn made(path: &Path) -> Binder {
    let new = NewPlan { kind: "clinic".to_owned(), name: "みらい診療所".to_owned(), beds: None };
    new.create(path, &World).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    opened(path)
}

fn opened(path: &Path) -> Binder {
    let (binder, _) =
        Binder::open(path, false, Arc::new(World)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    binder
}

fn typed(binder: &Binder, name: &str) {
    let values = vec![("name".to_owned(), name.to_owned())];
    let edit = Edit::Add { kind: Kind::Person, fresh: World.new_id(), source: None, values };
    binder.edit(&edit, &Step::default()).expect("saved");
}

fn printed(binder: &Binder, to: &Path) -> binder::Result<usize> {
    let document = Document::named("poster").expect("a document");
    let request = PrintRequest {
        document,
        copy: Copy::Hq,
        date: "2026-11-29".to_owned(),
        forms: true,
        exercise: Default::default(),
    };
    binder.print_to(&request, to, &Unwatched).map(|printed| printed.pages)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.ends_with(".lock"));
    names.sort();
    names
}

/// Makes, edits, prints, copies, restores, and finds nothing else beside it afterwards.
fn lived_in(plan: &Path) {
    let folder = plan.parent().expect("a folder").to_owned();
    let binder = made(plan);
    typed(&binder, "髙橋 𠮷塚");
    let (pdf, copy) = (folder.join("本部用 壱.pdf"), folder.join("写し 壱.sonae"));
    for _ in 0..2 {
        assert_eq!(printed(&binder, &pdf).expect("printed"), 1, "also over itself");
    }
    binder.save_copy(&copy, &Unwatched).expect("copied");
    drop(binder);
    let aside = binder::restore_backup(plan, &copy, "2026-11-29T10:00:00").expect("restored");
    let again = opened(plan);
    assert_eq!(again.plan().rows.people.len(), 1, "{}", plan.display());
    assert_eq!(again.verify(&Unwatched).expect("examined"), []);
    drop(again);
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    let mut all = [plan, &pdf, &copy, &aside].map(name);
    all.sort();
    assert_eq!(names(&folder), all, "{}", plan.display());
}

#[test]
fn a_plan_lives_in_folders_with_names_of_every_kind() {
    let place = tempfile::tempdir().expect("a folder");
    for folder in ["総務課 共有", "CON ではない", "a&b (1) ^%25", "髙﨑𠮷辻󠄀", "𝔖onae"] {
        let folder = place.path().join(folder);
        std::fs::create_dir(&folder).expect("made");
        lived_in(&folder.join("みらい病院 サイバーBCP（令和8年度）.sonae"));
    }
}

#[test]
fn a_plan_lives_deep_down_or_says_why_it_cannot_and_leaves_nothing() {
    let place = tempfile::tempdir().expect("a folder");
    let mut folder = place.path().to_owned();
    while folder.as_os_str().len() < 300 {
        folder = folder.join("とても長い名前のフォルダ");
    }
    if std::fs::create_dir_all(&folder).is_err() {
        return; // a system that has no such folders
    }
    let plan = folder.join("計画.sonae");
    let new = NewPlan { kind: "clinic".to_owned(), name: "みらい診療所".to_owned(), beds: None };
    match new.create(&plan, &World) {
        Ok(()) => {
            let binder = opened(&plan);
            typed(&binder, "佐藤");
            printed(&binder, &folder.join("掲示.pdf")).expect("printed");
        }
        Err(_) => assert_eq!(names(&folder), Vec::<String>::new(), "nothing is left of it"),
    }
}

#[test]
fn a_name_windows_keeps_for_itself_is_a_plan_or_refused_and_hangs_nobody() {
    let place = tempfile::tempdir().expect("a folder");
    for name in ["CON.sonae", "nul.sonae", "計画.sonae.", "計画?.sonae"] {
        let plan = place.path().join(name);
        let new = NewPlan { kind: "clinic".to_owned(), name: "みらい診療所".to_owned(), beds: None };
        if new.create(&plan, &World).is_ok() {
            typed(&opened(&plan), "佐藤");
        }
    }
}

#[test]
fn the_second_to_open_a_plan_only_reads_and_the_first_goes_on() {
    let place = tempfile::tempdir().expect("a folder");
    let plan = place.path().join("計画.sonae");
    let first = made(&plan);
    let (second, report) = Binder::open(&plan, false, Arc::new(World)).expect("opened");
    assert_eq!(report.read_only, Some(ReadOnly::OtherProgram));
    typed(&first, "佐藤");
    assert_eq!(binder::restore_backup(&plan, &plan, "2026-11-29T10:00:00").expect_err("in use").code(), "in-use");
    drop((first, second));
    assert_eq!(opened(&plan).read_only(), None, "the lock went with the first");
}

#[test]
fn a_plan_that_may_not_be_written_is_read() {
    let place = tempfile::tempdir().expect("a folder");
    let plan = place.path().join("計画.sonae");
    drop(made(&plan));
    let allowed = std::fs::metadata(&plan).expect("there").permissions();
    let mut protected = allowed.clone();
    protected.set_readonly(true);
    std::fs::set_permissions(&plan, protected).expect("protected");
    let (binder, report) = Binder::open(&plan, false, Arc::new(World)).expect("opened");
    // Whoever may do everything (root) is not kept from writing by an attribute.
    if report.read_only.is_some() {
        assert_eq!(report.read_only, Some(ReadOnly::Protected));
        assert_eq!(binder.plan().facility().and_then(|one| one.name.clone()).as_deref(), Some("みらい診療所"));
    }
    drop(binder);
    std::fs::set_permissions(&plan, allowed).expect("allowed again");
}

#[test]
fn every_change_has_its_backup_though_the_clock_stands_still() {
    let place = tempfile::tempdir().expect("a folder");
    let (plan, folder) = (place.path().join("計画.sonae"), place.path().join("バックアップ"));
    let mut open = made(&plan);
    for people in 0..14 {
        open.keep_backup(&folder, &Unwatched).expect("kept");
        open.keep_backup(&folder, &Unwatched).expect("in one already");
        let kept = binder::backups(&folder, &plan);
        assert_eq!(kept.len(), (people + 1).min(10), "one of every change, and no heap of them");
        assert_eq!(opened(&kept[0].path).plan().rows.people.len(), people, "the newest is first");
        assert_eq!(kept[0].saved, "2026-11-29T10-00-00");
        typed(&open, "髙橋");
    }
    // Work goes on from an older one: what is typed then is another change, though one of its number is kept already.
    for name in ["戻したあとの人", "もう一度戻したあとの人"] {
        drop(open);
        let before = std::fs::read(&plan).expect("the plan");
        let middle = binder::backups(&folder, &plan).swap_remove(5);
        let aside = binder::restore_backup(&plan, &middle.path, "2026-11-29T10:00:00").expect("twice in a second");
        assert_eq!(std::fs::read(aside).expect("kept aside"), before);
        open = opened(&plan);
        typed(&open, name);
        open.keep_backup(&folder, &Unwatched).expect("kept");
        let last = |kept: binder::Backup| opened(&kept.path).plan().rows.people.last().and_then(|one| one.name.clone());
        let kept: Vec<String> = binder::backups(&folder, &plan).into_iter().filter_map(last).collect();
        assert!(kept.iter().any(|one| one == name), "{name}: {kept:?}");
    }
}

/// Excel keeps a file for itself; so does a virus scanner, for a second.
#[cfg(windows)]
fn held(path: &Path) -> std::fs::File {
    use std::os::windows::fs::OpenOptionsExt;
    std::fs::OpenOptions::new().read(true).share_mode(0).open(path).expect("held")
}

#[cfg(windows)]
#[test]
fn a_pdf_that_another_program_keeps_for_itself_stays_and_is_written_once_it_lets_go() {
    let place = tempfile::tempdir().expect("a folder");
    let (plan, pdf) = (place.path().join("計画.sonae"), place.path().join("掲示.pdf"));
    let binder = made(&plan);
    std::fs::write(&pdf, b"of last year").expect("written");
    let excel = held(&pdf);
    assert_eq!(printed(&binder, &pdf).expect_err("kept").code(), "output");
    drop(excel);
    assert_eq!(std::fs::read(&pdf).expect("there"), b"of last year");
    assert_eq!(names(place.path()), ["掲示.pdf", "計画.sonae"], "nothing is left behind");
    let scanner = held(&pdf);
    let lets_go = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(700));
        drop(scanner);
    });
    assert_eq!(printed(&binder, &pdf).expect("waited for"), 1);
    lets_go.join().expect("ended");
}

#[test]
fn a_folder_that_goes_away_while_a_plan_is_open_is_told_and_takes_no_edit_in_silence() {
    let place = tempfile::tempdir().expect("a folder");
    let stick: PathBuf = place.path().join("E");
    std::fs::create_dir(&stick).expect("made");
    let plan = stick.join("計画.sonae");
    let binder = made(&plan);
    typed(&binder, "佐藤");
    // Windows lets nobody move a folder with an open file in it: then nothing can go away like this.
    if std::fs::rename(&stick, place.path().join("抜かれた")).is_err() {
        return;
    }
    let values = vec![("name".to_owned(), "鈴木".to_owned())];
    let edit = Edit::Add { kind: Kind::Person, fresh: World.new_id(), source: None, values };
    assert!(binder.edit(&edit, &Step::default()).is_err(), "an edit that reached nobody is not acknowledged");
    binder.save_copy(&place.path().join("救った写し.sonae"), &Unwatched).expect("what is open can be rescued");
}
