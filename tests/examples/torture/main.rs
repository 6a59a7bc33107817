//! Much of what `suite::torture` does a little of: `torture KIND COUNT [FROM]`, figures and all that is wrong at the end. A
//! number (FROM and onwards) says what is done, so a run that was broken off goes on where it was (`state`), and one trial
//! can be done again.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it works in folders of its own and says what it found"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;
use suite::scene::Scene;
use suite::torture::{Figures, Outcome, damage, histories, power, system};

/// Trials between two times the state is written down.
const STRIDE: u64 = 100;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let kind = arguments.first().map_or("", String::as_str).to_owned();
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<u64>().ok());
    let Some(count) = number(1) else {
        println!("torture damage|histories|kills|writes|power COUNT [FROM]");
        std::process::exit(2);
    };
    // Whatever panics is told by the figures.
    std::panic::set_hook(Box::new(|_| {}));
    let mut trial = trials(&kind);
    let state = PathBuf::from(format!("target/torture-{kind}.json"));
    let (mut next, mut figures) = begun(&state).unwrap_or_default();
    if let Some(from) = number(2) {
        (next, figures) = (from, Figures::default());
    }
    let end = number(2).unwrap_or(0) + count;
    while next < end {
        figures.take(next, trial(next));
        next += 1;
        if number(2).is_none() && (next % STRIDE == 0 || next == end) {
            let Figures { tried, said, wrong } = &figures;
            let reached = serde_json::json!({ "next": next, "said": said, "wrong": wrong, "tried": tried });
            let _ = std::fs::write(&state, reached.to_string());
        }
    }
    println!("{kind}: {} trials", figures.tried);
    for (said, count) in &figures.said {
        println!("  {said}: {count}");
    }
    for (seed, wrong) in &figures.wrong {
        println!("  WRONG {seed}: {wrong}");
    }
    std::process::exit(i32::from(!figures.wrong.is_empty()));
}

/// Where an earlier run was.
fn begun(state: &PathBuf) -> Option<(u64, Figures)> {
    let said: serde_json::Value = serde_json::from_slice(&std::fs::read(state).ok()?).ok()?;
    let counts: BTreeMap<String, u64> = serde_json::from_value(said["said"].clone()).ok()?;
    let wrong: Vec<(u64, String)> = serde_json::from_value(said["wrong"].clone()).ok()?;
    Some((said["next"].as_u64()?, Figures { tried: said["tried"].as_u64()?, said: counts, wrong }))
}

fn trials(kind: &str) -> Box<dyn FnMut(u64) -> Outcome> {
    match kind {
        "damage" => {
            let bases = damage::bases();
            Box::new(move |seed| damage::one(seed, &bases))
        }
        "histories" => {
            let plan = std::fs::read(Scene::of("clinic").plan).expect("the plan");
            Box::new(move |seed| histories::one(seed, &plan))
        }
        "kills" | "writes" => {
            let (run, fails) = (system::Run::counted(), kind == "writes");
            Box::new(move |seed| run.one(seed, fails))
        }
        "power" => {
            let trace = power::Trace::taken();
            Box::new(move |seed| trace.one(seed))
        }
        other => {
            println!("{other} is no torture");
            std::process::exit(2);
        }
    }
}
