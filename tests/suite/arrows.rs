//! For whoever reads docs/architecture.md: the arrows drawn there are the arrows there are.

use serde_json::Value;
use std::collections::BTreeMap;
use std::process::Command;
use suite::checkout;

/// Which workspace crates a crate may depend on: those to its right in
/// `ui → app → wire → binder → { store, print, exchange } → plan → template` and `cli → binder`.
const ARROWS: &[(&str, &[&str])] = &[
    ("sonae-app", &["wire", "binder", "store", "print", "exchange", "plan", "template"]),
    ("wire", &["binder", "store", "print", "exchange", "plan", "template"]),
    ("cli", &["binder", "store", "print", "exchange", "plan", "template"]),
    ("binder", &["store", "print", "exchange", "plan", "template"]),
    ("store", &["plan", "template"]),
    ("print", &["plan", "template"]),
    ("exchange", &["plan", "template"]),
    ("plan", &["template"]),
    ("template", &[]),
    // The developers' door stands outside the house.
    ("xtask", &["plan", "template"]),
];

/// Packages that only test; nothing may depend on them.
const TESTS: &[&str] = &["suite", "window"];

/// Libraries only one crate may know. A name ending in `*` is a beginning.
const KEPT: &[(&str, &str)] = &[
    ("rusqlite", "store"),
    ("printpdf", "print"),
    ("lopdf", "print"),
    ("subsetter", "print"),
    ("ttf-parser", "print"),
    ("icu_segmenter", "print"),
    ("calamine", "exchange"),
    ("rust_xlsxwriter", "exchange"),
    ("zip", "exchange"),
    ("encoding_rs", "exchange"),
    ("tauri*", "sonae-app"),
    ("ts-rs", "wire"),
];

/// Normal and build dependencies by crate.
type Dependencies = BTreeMap<String, Vec<String>>;

#[test]
fn every_dependency_follows_an_arrow_of_the_design() {
    let found = wrong(&workspace());
    assert!(found.is_empty(), "docs/architecture.md does not allow these: {found:#?}");
}

#[test]
fn a_dependency_against_an_arrow_is_seen() {
    let cases: &[(&str, &str)] = &[
        ("plan", "store"),
        ("template", "plan"),
        ("store", "print"),
        ("exchange", "store"),
        ("print", "binder"),
        ("binder", "wire"),
        ("cli", "wire"),
        ("wire", "sonae-app"),
        ("binder", "suite"),
        ("binder", "rusqlite"),
        ("wire", "tauri"),
        ("cli", "tauri-plugin-dialog"),
        ("binder", "printpdf"),
        ("store", "ts-rs"),
        ("print", "rust_xlsxwriter"),
    ];
    for (from, to) in cases {
        let mut dependencies = workspace();
        dependencies.get_mut(*from).expect("a crate of the workspace").push((*to).to_owned());
        assert_eq!(wrong(&dependencies).len(), 1, "{from} → {to} goes against the arrows and must be seen");
    }
}

#[test]
fn a_crate_nobody_drew_is_seen() {
    let mut dependencies = workspace();
    dependencies.insert("helpers".to_owned(), Vec::new());
    assert_eq!(wrong(&dependencies).len(), 1, "a new crate needs its place in the table first");
}

fn wrong(dependencies: &Dependencies) -> Vec<String> {
    let mut out = Vec::new();
    for (from, list) in dependencies {
        if TESTS.contains(&from.as_str()) {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| name == from) else {
            out.push(format!("{from} has no place in the house"));
            continue;
        };
        for to in list {
            let inside = dependencies.contains_key(to);
            let kept = KEPT.iter().find(|(name, _)| match name.strip_suffix('*') {
                Some(start) => to.starts_with(start),
                None => to == name,
            });
            if inside && !allowed.contains(&to.as_str()) || kept.is_some_and(|(_, owner)| owner != from) {
                out.push(format!("{from} → {to}"));
            }
        }
    }
    out
}

fn workspace() -> Dependencies {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .current_dir(checkout(""))
        .output()
        .expect("cargo can be started");
    let read: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
    let packages = read["packages"].as_array().expect("packages");
    assert!(packages.len() >= ARROWS.len() + TESTS.len(), "all members are there");
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    packages
        .iter()
        .map(|package| {
            let list = package["dependencies"].as_array().expect("dependencies");
            // "dev" dependencies are free: they are not in the house when it is built.
            let list = list.iter().filter(|one| one["kind"] != "dev").map(name).collect();
            (name(package), list)
        })
        .collect()
}
