//! For whoever edits an exported plan by hand, or picks the wrong JSON file.

use binder::plan::{Edit, Kind};
use serde_json::{Value, json};
use std::path::Path;
use suite::rows::alone;
use suite::scene::{Scene, whole};
use suite::sonae;

#[test]
fn json_that_is_not_a_plan_is_refused_and_nothing_is_made() {
    let scene = Scene::of("clinic");
    sonae::did(&["export", &text(&scene.plan), "--format", "json", "-o", &text(&scene.at("good.json"))]);
    let good: Value = serde_json::from_slice(&std::fs::read(scene.at("good.json")).expect("there")).expect("JSON");
    let bytes = serde_json::to_vec(&good).expect("JSON");
    let with = |pointer: &str, value: Value| {
        let mut changed = good.clone();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        let parent = changed.pointer_mut(parent).expect("there");
        match parent {
            Value::Array(list) => list.push(value),
            other => other[key] = value,
        }
        serde_json::to_vec(&changed).expect("JSON")
    };
    let row = |extra: Value| {
        let mut row = json!({ "id": "7b0f5f5c-9f2e-4a57-8a43-0d6b8e6c9a11", "position": "i", "name": "x" });
        row.as_object_mut().expect("a row").extend(extra.as_object().expect("fields").clone());
        row
    };
    let person = |extra: Value| with("/rows/people", json!([row(extra)]));
    let system = |extra: Value| with("/rows/systems/-", row(extra));
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("no JSON", "計画".into(), "json-broken"),
        ("empty", Vec::new(), "json-broken"),
        ("cut off", bytes[..bytes.len() / 2].to_vec(), "json-broken"),
        ("not UTF-8", [&bytes[..20], &[0x83, 0x65, 0xFF]].concat(), "json-broken"),
        ("of another program", br#"{"name": "x", "version": "1.0"}"#.to_vec(), "json-broken"),
        ("a list", b"[]".to_vec(), "json-broken"),
        ("a later format", with("/format", json!(exchange::FORMAT + 1)), "json-newer"),
        ("format 0", with("/format", json!(0)), "json-broken"),
        ("an unknown part", with("/later", json!(1)), "json-broken"),
        ("an unknown kind", with("/rows/spaceships", json!([row(json!({}))])), "json-broken"),
        ("an unknown field", person(json!({ "shoe_size": "42" })), "json-broken"),
        ("no id", with("/rows/people", json!([{ "name": "x" }])), "json-broken"),
        ("an id twice", with("/rows/people", json!([row(json!({})), row(json!({}))])), "json-broken"),
        ("no facility", with("/rows/facility", json!([])), "json-broken"),
        ("a control character", person(json!({ "job": "a\u{1}b" })), "json-broken"),
        ("100,000 characters", person(json!({ "job": "長".repeat(100_000) })), "json-broken"),
        ("an unknown choice", system(json!({ "importance": "z" })), "json-broken"),
        ("a link to nowhere", system(json!({ "vendor": "the vendor" })), "json-broken"),
        (
            "a flag that is none",
            with("/rows/backups", json!([{ "id": "7b0f5f5c-9f2e-4a57-8a43-0d6b8e6c9a11", "offline": "0" }])),
            "json-broken",
        ),
        (
            "blocks that are none",
            with(
                "/rows/blocks",
                json!([{ "id": "7b0f5f5c-9f2e-4a57-8a43-0d6b8e6c9a11", "section": "1.1", "form": "table", "cells": "[[" }]),
            ),
            "json-broken",
        ),
        ("another program's pack", with("/pack", json!({ "id": "mhlw-2031" })), "pack-unknown"),
        ("a broken pack", with("/pack/files/incidents.toml", json!("incident = 3")), "pack-broken"),
    ];
    for (name, bytes, code) in cases {
        println!("{name}");
        let (path, made) = (scene.at("bad.json"), scene.at("made.sonae"));
        std::fs::write(&path, &bytes).expect("written");
        sonae::sonae(&["import", "plan", &text(&path), "-o", &text(&made)]).refused(code, 3);
        assert!(!made.exists(), "{name}: nothing was made");
    }
    sonae::sonae(&["import", "plan", "/nowhere/a.json", "-o", &text(&scene.at("made.sonae"))])
        .refused("file-missing", 3);
    assert_eq!(scene.files(), ["bad.json", "good.json", "計画.sonae"], "and nothing half-made is left");
}

#[test]
fn an_odd_but_readable_json_makes_a_plan_that_verifies_prints_and_can_be_put_in_order() {
    let scene = Scene::of("clinic");
    sonae::did(&["export", &text(&scene.plan), "--format", "json", "-o", &text(&scene.at("a.json"))]);
    let mut odd: Value = serde_json::from_slice(&std::fs::read(scene.at("a.json")).expect("there")).expect("JSON");
    let id = |n: u32| format!("7B0F5F5C-9F2E-4A57-8A43-0D6B8E6C9A{n:02}");
    // Rows without a place, and systems that need each other in a ring; ids in capitals.
    let people: Vec<Value> = (10..14).map(|n| json!({ "id": id(n), "name": format!("職員{n}") })).collect();
    odd["rows"]["people"] = json!(people);
    odd["rows"]["systems"] = json!([{ "id": id(20), "name": "甲" }, { "id": id(21), "name": "乙" }]);
    odd["rows"]["system_links"] = json!([
        { "id": id(30), "system": id(20), "needs": id(21) },
        { "id": id(31), "system": id(21), "needs": id(20) },
        { "id": id(32), "system": id(20), "needs": id(20) },
    ]);
    std::fs::write(scene.at("odd.json"), odd.to_string()).expect("written");
    std::fs::remove_file(&scene.plan).expect("gone");
    sonae::did(&["import", "plan", &text(&scene.at("odd.json")), "-o", &text(&scene.plan)]);
    whole(&scene.plan, "an odd plan");
    sonae::did(&["print", &text(&scene.plan), "-o", &text(&scene.at("odd.pdf"))]);
    let binder = scene.open();
    let ids: Vec<_> = binder.plan().rows.people.iter().map(|one| one.row.id).collect();
    for (moved, after) in [(ids[3], None), (ids[2], Some(ids[0])), (ids[0], Some(ids[1]))] {
        binder.edit(&Edit::Move { kind: Kind::Person, id: moved, after }, &alone()).expect("a move comes to an end");
    }
    drop(binder);
    whole(&scene.plan, "after moving rows that had no place");
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn a_name_that_stands_twice_is_refused_by_name_wherever_it_stands() {
    let scene = Scene::sample("clinic");
    let json = scene.at("plan.json");
    let (plan, path) = (scene.plan.display().to_string(), json.display().to_string());
    sonae::did(&["export", &plan, "--format", "json", "-o", &path]);
    let whole = std::fs::read_to_string(&json).expect("written");
    for (find, twice, name) in [
        ("\"people\": [", "\"people\": [], \"people\": [", "people"),
        ("\"name\": ", "\"name\": \"別の名前\", \"name\": ", "name"),
        ("\"rows\": {", "\"rows\": {}, \"rows\": {", "rows"),
        ("\"files\": {", "\"files\": { \"incidents.toml\": \"\",", "incidents.toml"),
    ] {
        assert!(whole.contains(find), "{find}");
        std::fs::write(&json, whole.replacen(find, twice, 1)).expect("written");
        let ran = sonae::sonae(&["import", "plan", &path, "-o", &scene.at("b.sonae").display().to_string()]);
        ran.refused("json-broken", 3);
        assert!(ran.err.contains(name), "{ran:?}");
    }
}

#[test]
fn whatever_a_plan_writes_as_a_sheet_comes_in_again() {
    let scene = Scene::empty();
    let (plan, sheet) = (scene.plan.display().to_string(), scene.at("a.xlsx").display().to_string());
    sonae::did(&["generate", "--systems", "1", "--people", "20000", "--seed", "1", "-o", &plan]);
    for (format, to) in [("xlsx", sheet), ("csv", scene.at("a.csv").display().to_string())] {
        sonae::did(&["export", &plan, "--format", format, "--kind", "people", "-o", &to]);
        let ran = sonae::did(&["import", "people", &to, &plan, "--dry-run", "--json"]);
        let said: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        assert_eq!(said["rows"].as_array().map(Vec::len), Some(20_000), "{format}");
    }
}
