//! For whoever types while a copy is made: no edit waits, and the copy is whole.

use binder::plan::Kind;
use binder::{Binder, Doing, Progress, Unwatched};
use std::sync::atomic::{AtomicUsize, Ordering};
use suite::rows::{add, added, alone, get, put};
use suite::scene::{Scene, open, whole};

/// A plan with some megabytes attached.
fn heavy(scene: &Scene, files: u8) -> Binder {
    let binder = scene.open();
    for nth in 0..files {
        let device = added(&binder, Kind::Device, &[("name", format!("機器{nth}"))]);
        let bytes: Vec<u8> = (0..3_000_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8 ^ nth).collect();
        binder.attach(Kind::Device, device, "answer_file", "回答.bin", &bytes, &alone()).expect("attached");
    }
    binder
}

/// Types between the steps of a copy, so many times; then cancels, if it shall.
struct Typing<'a> {
    binder: &'a Binder,
    left: AtomicUsize,
    seen: AtomicUsize,
    cancels: bool,
}

impl Progress for Typing<'_> {
    fn go_on(&self, _: Doing, done: usize, all: usize) -> bool {
        assert!(done <= all, "{done} of {all}");
        let nth = self.seen.fetch_add(1, Ordering::SeqCst);
        if self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok() {
            add(self.binder, Kind::Person, &format!("打った人{nth}"));
            return true;
        }
        !self.cancels
    }
}

fn typing(binder: &Binder, left: usize, cancels: bool) -> Typing<'_> {
    Typing { binder, left: AtomicUsize::new(left), seen: AtomicUsize::new(0), cancels }
}

#[test]
fn what_is_typed_while_a_copy_grows_is_in_it_or_not_but_the_copy_is_sound() {
    let scene = Scene::of("clinic");
    let binder = heavy(&scene, 4);
    for edits in [0, 1, 2, 40] {
        let (to, typing) = (scene.at(&format!("写し{edits}.sonae")), typing(&binder, edits, false));
        let people = binder.plan().rows.people.len();
        binder.save_copy(&to, &typing).expect("copied");
        assert!(typing.seen.load(Ordering::SeqCst) >= 5, "it was made in steps");
        let (copy, _) = open(&to, true);
        let there = copy.plan().rows.people.len();
        assert!((people..=binder.plan().rows.people.len()).contains(&there), "{there} people after {edits} edits");
        drop(copy);
        whole(&to, "a copy");
    }
    assert!(binder.plan().rows.people.len() >= 6, "edits were made meanwhile");
}

#[test]
fn a_cancelled_copy_leaves_nothing_behind() {
    let scene = Scene::of("clinic");
    let binder = heavy(&scene, 2);
    let names = || std::fs::read_dir(scene.folder()).expect("a folder").count();
    let before = names();
    let refused = binder.save_copy(&scene.at("写し.sonae"), &typing(&binder, 1, true)).expect_err("cancelled");
    assert_eq!((refused.code(), names()), ("cancelled", before));
    assert_eq!(binder.verify(&typing(&binder, 0, true)).expect_err("cancelled").code(), "cancelled");
    assert_eq!(binder.export_json(&typing(&binder, 0, true)).expect_err("cancelled").code(), "cancelled");
    assert_eq!(binder.verify(&Unwatched).expect("examined"), []);
}

#[test]
fn an_examination_looks_at_what_was_there_and_typing_goes_on() {
    let scene = Scene::of("clinic");
    let binder = heavy(&scene, 2);
    let typing = typing(&binder, 3, false);
    assert_eq!(binder.verify(&typing).expect("examined"), [], "sound, whatever is typed meanwhile");
    let person = add(&binder, Kind::Person, "あとの人");
    put(&binder, Kind::Person, person, "job", "看護師", &alone()).expect("saved");
    assert_eq!(get(&binder, Kind::Person, person, "job").as_deref(), Some("看護師"));
    drop(binder);
    whole(&scene.plan, "after an examination");
}
