//! For whoever waits: whatever can take long says how far it is, can be stopped, and then leaves nothing half done.

use binder::import::{Setup, What};
use binder::plan::Kind;
use binder::{Binder, Copy, Document, Doing, Error, ImportRequest, PrintRequest, Progress, Unwatched};
use std::collections::BTreeSet;
use std::sync::Mutex;
use suite::fixture;
use suite::outside::Still;
use suite::rows::alone;
use suite::scene::{Scene, open, whole};
use suite::witness::sql;

/// What was told; stops at the first step of this, where it shall.
#[derive(Default)]
struct Told {
    heard: Mutex<Vec<(Doing, usize, usize)>>,
    stops_at: Option<Doing>,
}

impl Progress for Told {
    fn go_on(&self, doing: Doing, done: usize, all: usize) -> bool {
        self.heard.lock().expect("nobody panicked").push((doing, done, all));
        self.stops_at != Some(doing)
    }
}

impl Told {
    fn stopping(doing: Doing) -> Self {
        Self { stops_at: Some(doing), ..Self::default() }
    }

    /// What was being done, in order; no number ever fell, none was more than all.
    fn doings(&self) -> Vec<String> {
        let heard = self.heard.lock().expect("nobody panicked");
        let mut out: Vec<String> = Vec::new();
        for (nth, (doing, done, all)) in heard.iter().enumerate() {
            assert!(done <= all, "{doing:?}: {done} of {all}");
            match heard[..nth].last().filter(|(before, _, _)| before == doing) {
                // Both cores write pages: their turns may come in another order than they ended.
                Some((_, before, _)) => assert!(*doing == Doing::Writing || done >= before, "{doing:?}: {done}"),
                None => out.push(format!("{doing:?}")),
            }
        }
        out
    }
}

/// Something that can be stopped.
type Work<'a> = dyn Fn(&Told) -> Result<(), Error> + 'a;

/// A list of so many devices.
fn devices(count: usize) -> ImportRequest {
    let rows: String = (0..count).map(|nth| format!("N{nth:05},端末{nth},1階\n")).collect();
    let bytes = format!("管理番号,機器名,設置場所\n{rows}").into_bytes();
    ImportRequest { what: What::Devices, bytes, setup: Setup::default() }
}

fn binder_of(date: &str) -> PrintRequest {
    PrintRequest {
        document: Document::binder(),
        copy: Copy::Hq,
        date: date.to_owned(),
        forms: true,
        exercise: Default::default(),
    }
}

#[test]
fn each_work_says_what_is_done_and_how_far_it_is() {
    let scene = Scene::sample("hospital");
    let told = Told::default();
    let (binder, _) = Binder::open_watched(&scene.plan, false, Still::world(), &told).expect("it opens");
    assert_eq!(told.doings(), ["Opening"]);
    let told = Told::default();
    binder.print_to(&binder_of(fixture::DATE), &scene.at("a.pdf"), &told).expect("printed");
    assert_eq!(told.doings(), ["Placing", "Writing"]);
    let told = Told::default();
    binder.save_copy(&scene.at("写し.sonae"), &told).expect("copied");
    assert_eq!(told.doings(), ["Copying", "Checking"]);
    let told = Told::default();
    assert_eq!(binder.verify(&told).expect("examined"), []);
    assert_eq!(told.doings(), ["Copying", "Checking"]);
    let told = Told::default();
    let looked = binder.look_at_sheet(&devices(900), &told).expect("read");
    assert_eq!(told.doings(), ["Comparing"]);
    let told = Told::default();
    binder.import_sheet(&devices(900), &looked.token, &alone(), &told).expect("imported");
    assert_eq!(told.doings(), ["Comparing", "Saving"]);
}

#[test]
fn what_is_stopped_leaves_the_plan_and_its_folder_as_they_were() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let looked = binder.look_at_sheet(&devices(900), &Unwatched).expect("read");
    let before = (binder.plan().rows.devices.len(), binder.steps().expect("readable"), names(&scene));
    let (pdf, copy) = (scene.at("a.pdf"), scene.at("写し.sonae"));
    let works: [(Doing, &Work<'_>); 7] = [
        (Doing::Placing, &|told| binder.print_to(&binder_of(fixture::DATE), &pdf, told).map(drop)),
        (Doing::Writing, &|told| binder.print_to(&binder_of(fixture::DATE), &pdf, told).map(drop)),
        (Doing::Copying, &|told| binder.save_copy(&copy, told)),
        (Doing::Checking, &|told| binder.save_copy(&copy, told)),
        (Doing::Comparing, &|told| binder.look_at_sheet(&devices(900), told).map(drop)),
        (Doing::Saving, &|told| binder.import_sheet(&devices(900), &looked.token, &alone(), told).map(drop)),
        (Doing::Checking, &|told| binder.verify(told).map(drop)),
    ];
    for (doing, work) in works {
        let fault = work(&Told::stopping(doing)).expect_err("it was stopped");
        assert_eq!(fault.code(), "cancelled", "{doing:?}");
        let after = (binder.plan().rows.devices.len(), binder.steps().expect("readable"), names(&scene));
        assert_eq!(after, before, "{doing:?}");
    }
    binder.import_sheet(&devices(900), &looked.token, &alone(), &Unwatched).expect("and can be begun again");
    assert_eq!(binder.plan().live(Kind::Device).count(), before.0 + 900);
    drop(binder);
    let stopped = Binder::open_watched(&scene.plan, false, Still::world(), &Told::stopping(Doing::Opening));
    assert_eq!(stopped.err().map(|fault| fault.code()), Some("cancelled"));
    drop(scene.open());
    whole(&scene.plan, "after all that");
}

#[test]
fn an_opening_that_is_stopped_upgrades_nothing_and_hides_nothing() {
    let scene = fixture::plan(6);
    let stopped = || Binder::open_watched(&scene.plan, false, Still::world(), &Told::stopping(Doing::Opening));
    let version = || sql(&scene.plan, "PRAGMA user_version").expect("readable");
    assert_eq!(stopped().err().map(|fault| fault.code()), Some("cancelled"));
    assert_eq!(version(), "6", "an older program still opens it");
    drop(scene.open());
    sql(&scene.plan, "DROP TRIGGER log_roles_update; UPDATE roles SET phone = '内線 0000' WHERE phone IS NOT NULL")
        .expect("somebody changes it");
    assert_eq!(stopped().err().map(|fault| fault.code()), Some("cancelled"));
    let (_, report) = open(&scene.plan, false);
    assert!(report.foreign_changes > 0, "what another program changed is told when it is opened at last");
}

/// What lies in the folder, but for the journal, which is emptied after each write and goes when the plan is closed.
fn names(scene: &Scene) -> BTreeSet<String> {
    scene.files().into_iter().filter(|name| !name.ends_with("-journal")).collect()
}
