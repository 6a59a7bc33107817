//! A short share of `cargo xtask torture`, the same every time: a number tells what is done.

use suite::scene::Scene;
use suite::torture::{Figures, damage, histories, power, system};

/// Nothing that must not be, and what was said.
fn sound(figures: &Figures) {
    assert!(figures.wrong.is_empty(), "{:#?} beside {:?}", figures.wrong, figures.said);
    assert!(figures.tried > 0);
}

#[test]
fn damaged_files_are_opened_recovered_or_refused_as_damaged() {
    let bases = damage::bases();
    let mut figures = Figures::default();
    (0..150).for_each(|seed| figures.take(seed, damage::one(seed, &bases)));
    sound(&figures);
}

#[test]
fn every_byte_of_the_header_may_be_another() {
    let base = damage::bases().swap_remove(0);
    let mut figures = Figures::default();
    (0..100).for_each(|at| figures.take(at as u64, damage::header(at, &base)));
    sound(&figures);
}

#[test]
fn random_histories_are_undone_and_redone() {
    let plan = std::fs::read(Scene::of("clinic").plan).expect("the plan");
    let mut figures = Figures::default();
    (0..8).for_each(|seed| figures.take(seed, histories::one(seed, &plan)));
    sound(&figures);
}

#[test]
fn kills_at_system_calls_and_writes_that_fail_lose_nothing_acknowledged() {
    let run = system::Run::counted();
    let mut figures = Figures::default();
    for seed in 0..15 {
        figures.take(seed, run.one(seed, false));
        figures.take(seed, run.one(seed * 7, true));
    }
    sound(&figures);
}

#[test]
fn power_that_goes_leaves_the_plan_before_the_edit_or_after_it() {
    let trace = power::Trace::taken();
    let mut figures = Figures::default();
    (0..60).for_each(|seed| figures.take(seed, trace.one(seed)));
    sound(&figures);
}
