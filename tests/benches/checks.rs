//! What looking again costs after one edit, whichever it was: `cargo xtask bench`.
//!
//! Every field of the first row of every kind is cleared in turn, and the first row of every kind is removed; what is
//! measured is the looking alone. One line says which edit was the dearest. Nothing here is a limit.

use binder::plan::{Edit, Findings, Kind, Plan, Touched, changes};
use binder::template::Template;
use binder::{Binder, Size};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::time::{Duration, Instant};
use suite::outside::Still;
use suite::scene::Scene;

/// The allocator of both programs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const TODAY: &str = "2026-11-26";

/// The sample hospital, and the large plan [OWN-SIZES] with a ledger and dependencies.
fn plans() -> Vec<(&'static str, Scene)> {
    let sample = Scene::empty();
    Binder::create_sample("hospital", &sample.plan, &Still::default()).expect("the sample");
    let large = Scene::empty();
    let size = Size { systems: 300, people: 1_500, devices: 3_000, dependencies: 600, seed: 1 };
    binder::generate(size, &large.plan, &Still::default()).expect("a plan of that size");
    vec![("sample-hospital", sample), ("large", large)]
}

/// Every edit, by what it does.
fn edits(plan: &Plan) -> Vec<(String, Edit)> {
    let mut out = Vec::new();
    for kind in Kind::ALL.iter().copied() {
        let Some(first) = plan.live(kind).next() else { continue };
        let id = first.id();
        first.each(&mut |field, _| {
            let clear = Edit::SetField { kind, id, field: field.id.to_owned(), value: None, leaving: true };
            out.push((format!("{}.{}", kind.noun(), field.id), clear));
        });
        out.push((kind.noun().to_owned(), Edit::Remove { kind, id }));
    }
    out
}

/// The plan after an edit, and what it touched; nothing where the edit is refused.
fn after(plan: &Plan, template: &Template, edit: &Edit) -> Option<(Plan, Touched)> {
    let made = changes(plan, template, edit, "2026-11-26T09:00:00+09:00").ok().filter(|made| !made.is_empty())?;
    let mut after = plan.clone();
    made.iter().for_each(|change| after.apply(change));
    let rows: Vec<_> = made.iter().map(|change| (change.kind, change.id)).collect();
    let touched = Touched::between(plan, &after, template, &rows);
    Some((after, touched))
}

fn all(criterion: &mut Criterion) {
    for (name, scene) in plans() {
        let binder = Binder::open(&scene.plan, false, Still::world()).expect("it opens").0;
        let (plan, template) = (binder.plan(), binder.template());
        let found = Findings::of(&plan, &template, TODAY);
        let mut took: Vec<(Duration, String, Edit)> = Vec::new();
        for (what, edit) in edits(&plan) {
            let Some((after, touched)) = after(&plan, &template, &edit) else { continue };
            let mut runs: Vec<Duration> = (0..3)
                .map(|_| {
                    let begin = Instant::now();
                    std::hint::black_box(found.after(&after, &template, TODAY, &touched));
                    begin.elapsed()
                })
                .collect();
            runs.sort();
            took.push((runs[1], what, edit));
        }
        took.sort_by_key(|(time, ..)| std::cmp::Reverse(*time));
        let middle = took[took.len() / 2].0;
        eprintln!("{name}: {} findings, {} edits, middle {middle:?}", found.iter().count(), took.len());
        took.iter().take(5).for_each(|(time, what, _)| eprintln!("  {what}: {time:?}"));
        let (_, what, dearest) = &took[0];
        let (after, touched) = after(&plan, &template, dearest).expect("possible a moment ago");
        let mut group = criterion.benchmark_group("checks-after-edit");
        group.sample_size(20);
        group.bench_function(BenchmarkId::new(what, name), |bench| {
            bench.iter(|| found.after(&after, &template, TODAY, &touched));
        });
        group.finish();
    }
}

criterion_group!(benches, all);
criterion_main!(benches);
