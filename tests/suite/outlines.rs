//! For whoever changes what is printed: every word of it stands in `tests/outlines/`, one file for each part, so that a
//! change shows in the diff before it shows on a ward.

use binder::plan::Kind;
use binder::{Binder, Copy, DOCUMENTS, Document};
use std::collections::BTreeMap;
use std::path::PathBuf;
use suite::outside::Still;
use suite::scene::Scene;
use suite::{checkout, outline};

#[test]
fn both_samples_print_what_stands_in_the_checkout() {
    let mut wrong = Vec::new();
    let now = told();
    for (path, text) in &now {
        let kept = std::fs::read_to_string(kept(path)).unwrap_or_default().replace("\r\n", "\n");
        if let Some(said) = first_difference(path, &kept, text) {
            wrong.push(said);
        }
    }
    for path in there() {
        if !now.contains_key(&path) {
            wrong.push(format!("{path}: nothing prints this any more"));
        }
    }
    assert!(wrong.is_empty(), "{}\nmeant? `outlines::actor_writes_the_outlines`, and read the diff", wrong.join("\n"));
}

#[test]
#[ignore = "writes tests/outlines anew when the paper was meant to change; SUITE_STAGE is that folder"]
fn actor_writes_the_outlines() {
    let Some(stage) = suite::actor::stage() else { return };
    for path in there() {
        std::fs::remove_file(stage.join(path)).expect("removed");
    }
    for (path, text) in told() {
        let to = stage.join(path);
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        std::fs::write(to, text).expect("written");
    }
}

/// Every part of every document of both samples, by the path of its file.
fn told() -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for sample in ["hospital", "clinic"] {
        let scene = Scene::empty();
        Binder::create_sample(sample, &scene.plan, &Still::default()).expect("the sample");
        let binder = scene.open();
        for document in DOCUMENTS {
            for (part, text) in outline::parts(&binder, document, &Copy::Hq) {
                out.insert(format!("{sample}/{}-{part}.txt", document.name), text);
            }
        }
        // The book of the first department.
        let first = binder.plan().live(Kind::Department).next().map(|one| one.id().to_string());
        for (part, text) in outline::parts(&binder, Document::binder(), &Copy::Ward(first)) {
            out.insert(format!("{sample}/binder-ward-{part}.txt"), text);
        }
    }
    out
}

fn kept(path: &str) -> PathBuf {
    checkout("tests/outlines").join(path)
}

/// The files that are kept.
fn there() -> Vec<String> {
    let mut out = Vec::new();
    for sample in ["hospital", "clinic"] {
        for entry in std::fs::read_dir(kept(sample)).into_iter().flatten() {
            out.push(format!("{sample}/{}", entry.expect("readable").file_name().to_string_lossy()));
        }
    }
    out
}

fn first_difference(path: &str, kept: &str, now: &str) -> Option<String> {
    let (was, is): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), now.lines().collect());
    let at = (0..was.len().max(is.len())).find(|at| was.get(*at) != is.get(*at))?;
    Some(format!("{path}:{}\nwas {:?}\nis  {:?}", at + 1, was.get(at), is.get(at)))
}
