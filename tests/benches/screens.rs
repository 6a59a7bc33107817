//! What a screen waits for: each command of the window, reply and JSON included, and how it grows.
//!
//! A very large hospital: 300 systems, 5,000 devices, 2,000 dependencies [OWN-SIZES]. Nothing here is a limit.

use binder::Size;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use serde_json::{Value, json};
use suite::outside::Still;
use suite::scene::Scene;
use wire::{Host, Rights, call};

/// The allocator of both programs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The reply as it is sent to a window.
fn sent(host: &Host, name: &str, request: Value) -> String {
    match call(host, Rights::ALL, name, request) {
        Ok(answered) => answered.reply,
        Err(fault) => panic!("{name}: {fault:?}"),
    }
}

fn ask(host: &Host, name: &str, request: Value) -> Value {
    serde_json::from_str(&sent(host, name, request)).expect("JSON")
}

fn all(criterion: &mut Criterion) {
    for (systems, devices, dependencies) in [(30, 500, 200), (300, 5_000, 2_000), (3_000, 5_000, 20_000)] {
        let scene = Scene::empty();
        let size = Size { systems, people: 1_500, devices, dependencies, seed: 1 };
        binder::generate(size, &scene.plan, &Still::default()).expect("a plan of that size");
        let name = format!("{systems}-systems-{devices}-devices-{dependencies}-dependencies");
        let host = Host::new(Still::world(), scene.at("settings"));
        ask(&host, "open_plan", json!({ "path": scene.plan.to_string_lossy() }));
        let first = |kind: &str| ask(&host, "rows", json!({ "kind": kind }))["rows"][0]["id"].clone();
        let (system, device) = (first("systems"), page(&host, "", "")["rows"][0]["id"].clone());
        let nowhere = Value::Array(Vec::new());
        let screens: Vec<(&str, &str, Value)> = vec![
            ("systems-list", "rows", json!({ "kind": "systems" })),
            ("dependencies-list", "rows", json!({ "kind": "system_links" })),
            ("map", "dependency_map", json!({})),
            ("waves", "recovery", json!({ "hit": nowhere })),
            ("what-if", "recovery", json!({ "hit": [system] })),
            ("devices-page", "some_rows", request("", "")),
            ("devices-search", "some_rows", request("生成機器07 3階", "")),
            ("devices-with-one", "some_rows", request("", device.as_str().unwrap_or_default())),
            ("overview", "overview", json!({})),
            ("findings", "findings", json!({})),
            ("guide", "guide", json!({})),
        ];
        let mut group = criterion.benchmark_group("screen");
        group.sample_size(10);
        for (what, command, asked) in screens {
            group.bench_function(BenchmarkId::new(what, &name), |bench| {
                bench.iter(|| sent(&host, command, asked.clone()).len());
            });
        }
        let mut count = 0;
        for (what, kind, id, field) in
            [("edit-system", "systems", &system, "purpose"), ("edit-device", "devices", &device, "place")]
        {
            group.bench_function(BenchmarkId::new(what, &name), |bench| {
                bench.iter(|| {
                    count += 1;
                    let value = format!("測る {count}");
                    let asked =
                        json!({ "kind": kind, "id": id, "field": field, "value": value, "leaving": true, "step": "" });
                    sent(&host, "set_field", asked)
                });
            });
        }
        group.finish();
    }
}

fn request(search: &str, with: &str) -> Value {
    json!({ "kind": "devices", "search": search, "from": 0, "most": 100, "with": with })
}

fn page(host: &Host, search: &str, with: &str) -> Value {
    ask(host, "some_rows", request(search, with))
}

/// An exercise with a log as long as no exercise has: what whoever leads and the room wait for each second.
fn exercise(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("exercise");
    group.sample_size(10);
    for lines in [50, 500, 5_000] {
        let scene = Scene::sample("hospital");
        let host = Host::new(Still::world(), scene.at("settings"));
        ask(&host, "open_plan", json!({ "path": scene.plan.to_string_lossy() }));
        ask(&host, "begin_exercise", json!({ "scenario": "night-ransomware", "hits": [], "place": "" }));
        let act = |act: &str, text: &str| {
            let said = json!({ "act": act, "of": null, "text": text, "role": null, "basis": null, "told": null, "corrects": null });
            sent(&host, "exercise_act", said)
        };
        act("play", "");
        (0..lines).for_each(|nth| _ = act("note", &format!("気づき {nth}")));
        group.bench_function(BenchmarkId::new("lead", lines), |bench| {
            bench.iter(|| sent(&host, "exercise", json!({})).len())
        });
        group.bench_function(BenchmarkId::new("room", lines), |bench| {
            bench.iter(|| sent(&host, "room", json!({})).len())
        });
        group.bench_function(BenchmarkId::new("act", lines), |bench| bench.iter(|| act("note", "気づき").len()));
    }
    group.finish();
}

/// A scenario of one's own while it is written: what is asked after each pause in typing, beside what a list costs.
fn own_scenario(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("own-scenario");
    group.sample_size(10);
    let scene = Scene::sample("hospital");
    let host = Host::new(Still::world(), scene.at("settings"));
    ask(&host, "open_plan", json!({ "path": scene.plan.to_string_lossy() }));
    let copied = ask(&host, "copy_scenario", json!({ "scenario": "night-ransomware" }));
    let row = copied["record"].as_str().expect("the row").to_owned();
    group.bench_function("one", |bench| bench.iter(|| sent(&host, "own_scenario", json!({ "scenario": row })).len()));
    group.bench_function("exercises", |bench| bench.iter(|| sent(&host, "exercises", json!({})).len()));
    group.finish();
}

criterion_group!(benches, all, exercise, own_scenario);
criterion_main!(benches);
