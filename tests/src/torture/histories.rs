//! Random histories: undone to the beginning and redone to the end, a plan says at every step what it said then.

use super::{Chance, Outcome};
use crate::rows::{add, alone, put};
use crate::scene::{Scene, open};
use binder::plan::{Edit, Id, Kind, Rows};
use binder::{Binder, Direction, Unwatched};

/// Edits of one history.
const EDITS: usize = 30;
/// What is edited.
const KINDS: [Kind; 5] = [Kind::Person, Kind::System, Kind::Department, Kind::Organisation, Kind::Device];

/// Makes a history, takes it back and makes it again.
///
/// # Panics
/// When an edit is refused.
pub fn one(seed: u64, plan: &[u8]) -> Outcome {
    let mut chance = Chance::of(seed);
    let scene = Scene::empty();
    std::fs::write(&scene.plan, plan).expect("written");
    let mut binder = scene.open();
    let mut states: Vec<Rows> = vec![binder.plan().rows.clone()];
    for nth in 0..EDITS {
        edit(&binder, &mut chance, nth);
        let now = binder.plan().rows.clone();
        // A step that changed nothing is none.
        if states.last() != Some(&now) {
            states.push(now);
        }
        // Now and then it is closed and opened again.
        if chance.below(10) == 0 {
            drop(binder);
            binder = scene.open();
        }
    }
    let wrong = |what: String| Outcome { done: "history".to_owned(), said: "wrong".to_owned(), wrong: Some(what) };
    for (nth, state) in states.iter().enumerate().rev().skip(1) {
        if binder.step_back(Direction::Undo, "").is_err() || binder.plan().rows != *state {
            return wrong(format!("undone to step {nth}"));
        }
    }
    for (nth, state) in states.iter().enumerate().skip(1) {
        if binder.step_back(Direction::Redo, "").is_err() || binder.plan().rows != *state {
            return wrong(format!("redone to step {nth}"));
        }
    }
    drop(binder);
    let faults = open(&scene.plan, true).0.verify(&Unwatched).expect("readable");
    match faults.is_empty() {
        true => Outcome { done: "history".to_owned(), said: "undone and redone".to_owned(), wrong: None },
        false => wrong(format!("{faults:?}")),
    }
}

fn edit(binder: &Binder, chance: &mut Chance, nth: usize) {
    let kind = *chance.one(&KINDS);
    let live: Vec<Id> = binder.plan().live(kind).map(binder::plan::Record::id).collect();
    match chance.below(7) {
        _ if live.is_empty() => drop(add(binder, kind, &format!("新しい{nth}"))),
        0 => drop(add(binder, kind, &format!("新しい{nth}"))),
        1 => drop(binder.edit(&Edit::Remove { kind, id: *chance.one(&live) }, &alone()).expect("removed")),
        2 => {
            let gone: Vec<Id> =
                binder.plan().rows.all(kind).filter(|one| one.row().is_removed()).map(|one| one.id()).collect();
            if let Some(id) = gone.first() {
                binder.edit(&Edit::Restore { kind, id: *id }, &alone()).expect("restored");
            }
        }
        3 if live.len() > 1 => {
            let edit = Edit::Move { kind, id: *chance.one(&live), after: Some(*chance.one(&live)) };
            let _ = binder.edit(&edit, &alone());
        }
        _ => drop(
            put(binder, kind, *chance.one(&live), "name", &format!("名前{}", chance.below(50)), &alone())
                .expect("saved"),
        ),
    }
}
