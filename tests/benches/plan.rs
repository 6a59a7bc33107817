//! How long the work of one plan takes, and how it grows: `cargo xtask bench`.
//!
//! Ratios within one run are what counts (docs/performance.md); nothing here is a limit.

use binder::plan::{self, Edit, Id, Kind};
use binder::print::outline::About;
use binder::print::{self, Composing};
use binder::{Binder, Size, Step, Unwatched};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use std::path::Path;
use suite::outside::Still;
use suite::scene::Scene;

/// The allocator of both programs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const DATE: &str = "2026-11-22";

/// The sample hospital, the large plan [OWN-SIZES], and the series that shows the growth.
fn plans() -> Vec<(String, Scene)> {
    let sample = Scene::empty();
    Binder::create_sample("hospital", &sample.plan, &Still::default()).expect("the sample");
    let mut out = vec![("sample-hospital".to_owned(), sample)];
    for (systems, people) in [(300, 1_500), (30, 150), (3_000, 1_500)] {
        let scene = Scene::empty();
        let size = Size { systems, people, devices: 0, dependencies: 0, seed: 1 };
        binder::generate(size, &scene.plan, &Still::default()).expect("a plan of that size");
        out.push((format!("{systems}-systems-{people}-people"), scene));
    }
    out
}

fn open(path: &Path) -> Binder {
    Binder::open(path, false, Still::world()).expect("it opens").0
}

fn purpose(system: Id, count: u32) -> Edit {
    Edit::SetField {
        kind: Kind::System,
        id: system,
        field: "purpose".to_owned(),
        value: Some(format!("測る {count}")),
        leaving: true,
    }
}

fn all(criterion: &mut Criterion) {
    for (name, scene) in plans() {
        let mut group = criterion.benchmark_group("plan");
        group.sample_size(10);
        group.bench_function(BenchmarkId::new("open", &name), |bench| {
            bench.iter_batched(|| (), |()| open(&scene.plan), BatchSize::PerIteration);
        });

        let binder = open(&scene.plan);
        let system = binder.plan().live(Kind::System).next().expect("a system").id();
        let mut count = 0;
        group.bench_function(BenchmarkId::new("edit-to-commit", &name), |bench| {
            bench.iter(|| {
                count += 1;
                binder.edit(&purpose(system, count), &Step::default()).expect("saved")
            });
        });

        // The edit is not counted: the preview after it is.
        let about = About::Record(Kind::System, system);
        group.bench_function(BenchmarkId::new("preview-after-edit", &name), |bench| {
            bench.iter_batched(
                || {
                    count += 1;
                    binder.edit(&purpose(system, count), &Step::default()).expect("saved")
                },
                |_| binder.preview(&about, binder::Shows::ALL, &Unwatched).expect("its pages"),
                BatchSize::PerIteration,
            );
        });

        // From the first sign, and a word; the first search makes the index, an edit only teaches it one record.
        binder.search_all("測");
        for words in ["測", "システム 12", "電子カルテの会社の夜の電話"] {
            group.bench_function(BenchmarkId::new(format!("search-{}", words.chars().count()), &name), |bench| {
                bench.iter(|| binder.search_all(words))
            });
        }
        group.bench_function(BenchmarkId::new("search-after-edit", &name), |bench| {
            bench.iter_batched(
                || {
                    count += 1;
                    binder.edit(&purpose(system, count), &Step::default()).expect("saved");
                    binder.findings()
                },
                |_| binder.search_all("測る"),
                BatchSize::PerIteration,
            );
        });

        let (plan, template) = (binder.plan(), binder.template());
        group.bench_function(BenchmarkId::new("checks", &name), |bench| {
            bench.iter(|| plan::Findings::of(&plan, &template, "2026-11-26"))
        });
        group.bench_function(BenchmarkId::new("outline", &name), |bench| {
            bench.iter(|| print::Document::binder().compose(&Composing::hq(&plan, &template, DATE)));
        });
        let outline = print::Document::binder().compose(&Composing::hq(&plan, &template, DATE));
        group.bench_function(BenchmarkId::new("layout", &name), |bench| {
            bench.iter_batched(
                || outline.clone(),
                |outline| print::layout(outline, &Unwatched).expect("nobody cancels"),
                BatchSize::PerIteration,
            );
        });
        let mut kept = print::Kept::default();
        group.bench_function(BenchmarkId::new("layout-again", &name), |bench| {
            bench.iter_batched(
                || outline.clone(),
                |outline| print::layout_again(outline, &mut kept, &Unwatched).expect("nobody cancels"),
                BatchSize::PerIteration,
            );
        });
        let laid = print::layout(outline, &Unwatched).expect("nobody cancels");
        let pages = (0..laid.pages.len()).collect::<Vec<_>>();
        let info = print::Info {
            title: laid.title.clone(),
            facility: laid.facility.clone(),
            date: DATE.to_owned(),
            language: "ja-JP".to_owned(),
        };
        eprintln!("{name}: {} pages", pages.len());
        group.bench_function(BenchmarkId::new("pdf", &name), |bench| {
            bench.iter(|| print::pdf_of(&laid, &info, &pages, &print::NoPictures, &Unwatched).expect("a PDF"));
        });
        group.finish();
    }
}

criterion_group!(benches, all);
criterion_main!(benches);
