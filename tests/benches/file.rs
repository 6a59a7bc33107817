//! What an edit waits for while something reads the whole file: a copy, an examination, plan JSON with 200 MB attached.
//!
//! A person types a field a second at most; here one edit comes four times a second. Only the edit is measured.

use binder::plan::Kind;
use binder::{Binder, Unwatched};
use criterion::{Criterion, criterion_group, criterion_main};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use suite::rows::{add, added, alone, put};
use suite::scene::Scene;

/// The allocator of both programs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const FILES: u8 = 10;
const BYTES: usize = 20_000_000;
const BETWEEN: Duration = Duration::from_millis(250);

/// What reads the whole file meanwhile.
type Work<'a> = &'a (dyn Fn(&Binder) + Sync);

fn all(criterion: &mut Criterion) {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    for nth in 0..FILES {
        let device = added(&binder, Kind::Device, &[("name", format!("機器{nth}"))]);
        let bytes: Vec<u8> =
            (0..BYTES).map(|at| (at as u32).wrapping_mul(2_654_435_761).to_le_bytes()[3] ^ nth).collect();
        binder.attach(Kind::Device, device, "answer_file", "回答.bin", &bytes, &alone()).expect("attached");
    }
    let person = add(&binder, Kind::Person, "見本");
    let copies = AtomicUsize::new(0);
    let copy = |binder: &Binder| {
        let to = scene.at(&format!("{}.sonae", copies.fetch_add(1, Ordering::SeqCst)));
        binder.save_copy(&to, &Unwatched).expect("copied");
        std::fs::remove_file(to).expect("removed");
    };
    let verify = |binder: &Binder| assert!(binder.verify(&Unwatched).expect("examined").is_empty());
    let export = |binder: &Binder| assert!(binder.export_json(&Unwatched).expect("exported").len() > BYTES);
    let works: [(&str, Option<Work<'_>>); 4] =
        [("alone", None), ("copy", Some(&copy)), ("verify", Some(&verify)), ("export", Some(&export))];
    let mut group = criterion.benchmark_group("edit-during");
    group.sample_size(10).measurement_time(Duration::from_secs(15));
    for (name, work) in works {
        let (stop, done) = (AtomicBool::new(false), AtomicUsize::new(0));
        std::thread::scope(|threads| {
            if let Some(work) = work {
                threads.spawn(|| {
                    while !stop.load(Ordering::SeqCst) {
                        work(&binder);
                        done.fetch_add(1, Ordering::SeqCst);
                    }
                });
            }
            let (mut count, mut longest) = (0, Duration::ZERO);
            group.bench_function(name, |bench| {
                bench.iter_custom(|times| {
                    let mut whole = Duration::ZERO;
                    for _ in 0..times {
                        std::thread::sleep(BETWEEN);
                        count += 1;
                        let begun = Instant::now();
                        put(&binder, Kind::Person, person, "job", &format!("職{count}"), &alone()).expect("saved");
                        longest = longest.max(begun.elapsed());
                        whole += begun.elapsed();
                    }
                    whole
                });
            });
            stop.store(true, Ordering::SeqCst);
            eprintln!("{name}: longest edit {longest:?} of {count}, {} times done", done.load(Ordering::SeqCst));
        });
    }
    group.finish();
}

criterion_group!(benches, all);
criterion_main!(benches);
