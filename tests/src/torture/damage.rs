//! Damaged files: each is opened, recovered or refused as damaged; reading changes no byte; nothing prints another value in
//! silence.

use super::{Chance, Outcome};
use crate::outside::Still;
use crate::scene::Scene;
use crate::{journal, rows, witness};
use binder::Binder;
use binder::plan::{Kind, Plan};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// A sound plan, and what belongs to it.
pub struct Base {
    bytes: Vec<u8>,
    plan: Arc<Plan>,
    /// A journal of a commit of its own that was cut off later, and how the plan was before that.
    own: Vec<u8>,
    /// One of another plan.
    stray: Vec<u8>,
}

/// Plans to be damaged: a sample and a small one with a history.
///
/// # Panics
/// When they cannot be made.
pub fn bases() -> Vec<Base> {
    let other = Scene::of("pharmacy");
    let first = std::fs::read(&other.plan).expect("the plan");
    rows::add(&other.open(), Kind::Person, "別の計画の人");
    let stray = journal::between(&first, &std::fs::read(&other.plan).expect("the plan"));
    let base = |scene: Scene| {
        let binder = scene.open();
        for nth in 0..5 {
            rows::add(&binder, Kind::Person, &format!("職員{nth}"));
        }
        let plan = binder.plan();
        drop(binder);
        let bytes = std::fs::read(&scene.plan).expect("the plan");
        rows::add(&scene.open(), Kind::Device, "切れた書き込み");
        let own = journal::between(&bytes, &std::fs::read(&scene.plan).expect("the plan"));
        Base { bytes, plan, own, stray: stray.clone() }
    };
    vec![base(Scene::sample("clinic")), base(Scene::of("hospital"))]
}

/// What is done to a file.
const KINDS: [&str; 10] =
    ["bits", "bytes", "cut", "zeroed", "swapped", "overwritten", "own journal", "stray journal", "sql", "head"];

/// Damages a plan in one way, and opens it.
///
/// # Panics
/// When the file cannot be written.
pub fn one(seed: u64, bases: &[Base]) -> Outcome {
    let mut chance = Chance::of(seed);
    let base = chance.one(bases);
    let scene = Scene::empty();
    let mut bytes = base.bytes.clone();
    let kind = KINDS[chance.below(KINDS.len())];
    let page = 4096;
    let pages = bytes.len() / page;
    let mut beside = None;
    match kind {
        "bits" => {
            for _ in 0..=chance.below(3) {
                let at = chance.below(bytes.len());
                bytes[at] ^= 1 << chance.below(8);
            }
        }
        "bytes" => {
            for _ in 0..=chance.below(20) {
                let at = chance.below(bytes.len());
                bytes[at] = chance.below(256) as u8;
            }
        }
        "cut" => bytes.truncate(chance.below(bytes.len())),
        "zeroed" => {
            let (at, length) = (chance.below(bytes.len()), 1 + chance.below(40_000));
            let end = (at + length).min(bytes.len());
            bytes[at..end].fill(0);
        }
        "swapped" => {
            let (one, two) = (chance.below(pages), chance.below(pages));
            for at in 0..page {
                bytes.swap(one * page + at, two * page + at);
            }
        }
        "overwritten" => {
            let (from, to) = (chance.below(pages), chance.below(pages));
            bytes.copy_within(from * page..(from + 1) * page, to * page);
        }
        "own journal" | "stray journal" => {
            let mut journal = if kind == "own journal" { base.own.clone() } else { base.stray.clone() };
            match chance.below(3) {
                0 => journal.truncate(chance.below(journal.len())),
                1 => {
                    let at = chance.below(journal.len());
                    journal[at] ^= 1 << chance.below(8);
                }
                _ => {}
            }
            beside = Some(journal);
        }
        "head" => {
            let at = chance.below(100);
            bytes[at] = chance.below(256) as u8;
        }
        _ => {}
    }
    std::fs::write(&scene.plan, &bytes).expect("written");
    if let Some(journal) = beside {
        std::fs::write(journal::of(&scene.plan), journal).expect("written");
    }
    if kind == "sql" {
        let table = chance.one(&["people", "departments", "roles", "systems", "organisations", "facility"]);
        let nth = 1 + chance.below(6);
        let statement = match chance.below(4) {
            0 => format!("UPDATE {table} SET name = '別の名前{nth}' WHERE rowid = {nth};"),
            1 => format!("DELETE FROM {table} WHERE rowid = {nth};"),
            2 => format!("UPDATE log SET after = replace(after, '1', '2') WHERE n = {nth};"),
            _ => format!("UPDATE {table} SET position = 'x{nth}' WHERE rowid = {nth};"),
        };
        witness::damaged(&scene.plan, &statement);
    }
    let outcome = opened(&scene, base);
    Outcome { done: kind.to_owned(), ..outcome }
}

/// Gives one byte of the file's header every bit it has not.
///
/// # Panics
/// When the file cannot be written.
pub fn header(at: usize, base: &Base) -> Outcome {
    let scene = Scene::empty();
    let mut bytes = base.bytes.clone();
    bytes[at] ^= 0xFF;
    std::fs::write(&scene.plan, &bytes).expect("written");
    Outcome { done: "header".to_owned(), ..opened(&scene, base) }
}

fn opened(scene: &Scene, base: &Base) -> Outcome {
    let wrong = |said: &str, wrong: String| Outcome { done: String::new(), said: said.to_owned(), wrong: Some(wrong) };
    let before = journal::all(scene.folder());
    let open = |read_only: bool| {
        catch_unwind(AssertUnwindSafe(|| {
            let (binder, report) = Binder::open(&scene.plan, read_only, Still::world())?;
            let plan = binder.plan();
            // Whoever opened it also looks at everything.
            binder.findings();
            binder.steps()?;
            Ok::<_, binder::Error>((plan, report))
        }))
    };
    let read = open(true);
    if journal::all(scene.folder()) != before {
        return wrong("read", "reading changed bytes".to_owned());
    }
    let written = open(false);
    for done in [&read, &written] {
        if done.is_err() {
            return wrong("panic", "it panicked".to_owned());
        }
    }
    let said = match written.expect("looked at") {
        Ok((plan, report)) => {
            let told = report.doubts + report.foreign_changes + report.foreign_unlogged;
            if told == 0 && plan.rows != base.plan.rows {
                return wrong("opened", "other values, and nothing said".to_owned());
            }
            match () {
                () if report.doubts > 0 => "opened, in doubt",
                () if told > 0 => "opened, changed outside",
                () if report.mended_packs > 0 => "opened, pack mended",
                () if report.stray.is_some() => "opened, journal put aside",
                () if report.read_only.is_some() => "opened, only reading",
                () => "opened",
            }
        }
        Err(error) => match error.code() {
            "damaged" => "damaged",
            "not-a-plan" => "not a plan",
            "newer" => "newer",
            other => return wrong(other, format!("refused as {other}: {error}")),
        },
    };
    Outcome { done: String::new(), said: said.to_owned(), wrong: None }
}
