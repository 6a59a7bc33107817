//! How long a list takes to come in, looked at and written, and how that grows: `cargo xtask bench`. What no list may do is
//! in `suite::growth`; nothing here is a limit.

use binder::import::{Setup, What};
use binder::{Binder, ImportRequest, Step, Unwatched};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use suite::outside::Still;
use suite::scene::Scene;

/// The allocator of both programs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A list of so many rows.
fn list(what: What, count: usize) -> ImportRequest {
    let (head, row): (&str, &dyn Fn(usize) -> String) = match what {
        What::Systems => ("管理番号,システム名,事業者,要るもの", &|nth| {
            format!("S{nth},鎖{nth},会社{nth},鎖{}、鎖{}", nth / 2, nth / 3)
        }),
        What::Devices => ("管理番号,機器名,製造番号,設置場所,部署,IPアドレス", &|nth| {
            format!("D{nth},端末{nth},S{nth},{}階,第{}病棟,10.0.{}.{}", nth % 9, nth % 20, nth / 250, nth % 250)
        }),
        _ => {
            ("職員番号,氏名,所属,内線", &|nth| format!("{nth},見本 {nth},第{}病棟,{}", nth % 20, 1000 + nth))
        }
    };
    let text = (0..count).fold(format!("{head}\n"), |text, nth| text + &row(nth) + "\n");
    ImportRequest { what, bytes: text.into(), setup: Setup { make_missing: true, ..Setup::default() } }
}

/// A plan that has nothing of it.
fn fresh() -> (Scene, Binder) {
    let scene = Scene::empty();
    Binder::create_sample("clinic", &scene.plan, &Still::default()).expect("the sample");
    let binder = scene.open();
    (scene, binder)
}

fn all(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("list");
    group.sample_size(10);
    let lists = [What::Systems, What::Devices, What::People].into_iter().zip([
        [1_500, 3_000],
        [10_000, 20_000],
        [10_000, 20_000],
    ]);
    for (what, counts) in lists {
        for count in counts {
            let request = list(what, count);
            group.bench_function(BenchmarkId::new(what.name(), count), |bench| {
                bench.iter_batched(
                    fresh,
                    |(scene, binder)| {
                        let token = binder.look_at_sheet(&request, &Unwatched).expect("it can be read").token;
                        binder.import_sheet(&request, &token, &Step::default(), &Unwatched).expect("it is imported");
                        (scene, binder)
                    },
                    BatchSize::PerIteration,
                );
            });
        }
    }
    group.finish();
}

criterion_group!(benches, all);
criterion_main!(benches);
