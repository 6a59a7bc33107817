//! For whoever shows the plan on a second screen: a window that only looks can change nothing.

use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use suite::scene::Scene;
use suite::window::{self, asked, request};
use wire::{COMMANDS, Host, PreviewRequest, Rights, call, preview};

/// A sample plan, open.
fn opened() -> (Scene, Host) {
    let scene = Scene::sample("hospital");
    let host = window::opened(&scene);
    (scene, host)
}

/// Every file below a folder, byte by byte, but for the lock, which Windows lets nobody read.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(bytes(&path));
        } else if path.extension().is_none_or(|ending| ending != "lock") {
            let bytes = std::fs::read(&path).expect("a file");
            all.insert(path, bytes);
        }
    }
    all
}

fn looks(needed: Rights) -> bool {
    needed == Rights::LOOK
}

#[test]
fn every_command_that_is_more_than_looking_is_refused_to_a_looking_window_and_changes_nothing() {
    let (scene, host) = opened();
    let before = bytes(scene.folder());
    let mut refused = 0;
    for (name, _) in COMMANDS.iter().filter(|(_, needed)| !looks(*needed)) {
        for rights in [Rights::LOOK, Rights::NONE] {
            let fault = asked(&host, rights, name, json!({})).expect_err(name);
            assert_eq!(fault.code, "window-may-not", "{name}");
            assert!([&fault.happened, &fault.safe, &fault.now].iter().all(|said| !said.is_empty()), "three sentences");
            refused += 1;
        }
    }
    assert!(refused > 60, "the list was really walked: {refused}");
    assert_eq!(bytes(scene.folder()), before);
    assert!(asked(&host, Rights::LOOK, "current", json!({})).is_ok(), "the plan is still open");
}

#[test]
fn an_edit_that_is_right_in_every_other_way_is_refused_too() {
    let (_scene, host) = opened();
    let system = request("recovery", &host)["hit"][0].clone();
    let edit =
        json!({ "kind": "systems", "id": system, "field": "name", "value": "別の名前", "leaving": true, "step": "" });
    let seq = |host: &Host| asked(host, Rights::LOOK, "status", json!({})).expect("status")["seq"].clone();
    let before = seq(&host);
    for rights in [Rights::LOOK, Rights::NONE, Rights { files: true, ..Rights::LOOK }] {
        let fault = asked(&host, rights, "set_field", edit.clone()).expect_err("an edit");
        assert_eq!(fault.code, "window-may-not");
    }
    assert_eq!(seq(&host), before);
    asked(&host, Rights::ALL, "set_field", edit).expect("whoever may edit, may");
    assert_ne!(seq(&host), before);
}

#[test]
fn every_command_that_only_looks_answers_a_looking_window_and_leaves_every_byte_as_it_was() {
    let (scene, host) = opened();
    let before = bytes(scene.folder());
    let seq = asked(&host, Rights::LOOK, "status", json!({})).expect("status")["seq"].clone();
    for (name, _) in COMMANDS.iter().filter(|(_, needed)| looks(*needed)) {
        let answered = call(&host, Rights::LOOK, name, request(name, &host));
        let answered = answered.unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        assert!(answered.changed.is_none(), "{name} tells of a change");
        let fault = asked(&host, Rights::NONE, name, request(name, &host)).expect_err(name);
        assert_eq!(fault.code, "window-may-not", "a window without rights may not even look: {name}");
    }
    assert_eq!(asked(&host, Rights::LOOK, "status", json!({})).expect("status")["seq"], seq);
    assert_eq!(bytes(scene.folder()), before);
}

#[test]
fn the_preview_is_looking_and_nothing_else() {
    let (scene, host) = opened();
    let before = bytes(scene.folder());
    let about = PreviewRequest { kind: "template".to_owned(), id: "2.1.5".to_owned(), whole: true };
    assert!(preview(&host, "look", Rights::LOOK, &about).expect("a page").starts_with(b"%PDF"));
    assert_eq!(preview(&host, "other", Rights::NONE, &about).expect_err("no right").code, "window-may-not");
    assert_eq!(bytes(scene.folder()), before);
}

#[test]
fn a_looking_window_is_told_that_it_only_looks_and_has_nothing_to_undo() {
    let (_scene, host) = opened();
    let place = json!({ "kind": "systems", "values": { "name": "新しいシステム" } });
    asked(&host, Rights::ALL, "add_record", place).expect("an edit");
    let own = asked(&host, Rights::ALL, "status", json!({})).expect("status");
    assert_eq!((own["read_only"].as_str(), own["undo"].is_string()), (Some(""), true));
    let current = asked(&host, Rights::LOOK, "current", json!({})).expect("current");
    for status in [asked(&host, Rights::LOOK, "status", json!({})).expect("status"), current["status"].clone()] {
        assert!(status["read_only"].as_str().is_some_and(|said| said.contains("見るだけ")), "{status}");
        assert!(status["undo"].is_null() && status["redo"].is_null(), "{status}");
        assert_eq!(status["seq"], own["seq"]);
    }
}

#[test]
fn windows_that_follow_learn_when_another_plan_or_none_takes_the_place_of_the_open_one() {
    let (scene, host) = opened();
    let path = json!({ "path": scene.plan });
    let mut before = host.openings();
    for (name, request) in [("close_plan", json!({})), ("open_plan", path.clone()), ("open_plan", path)] {
        asked(&host, Rights::ALL, name, request).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        assert!(host.openings() > before, "{name}");
        before = host.openings();
    }
    // A plan that cannot be opened again is gone from the screen all the same.
    std::fs::write(&scene.plan, "半分").expect("a broken file");
    assert!(asked(&host, Rights::ALL, "open_plan", json!({ "path": scene.plan })).is_err());
    assert!(host.openings() > before);
    assert!(asked(&host, Rights::LOOK, "current", json!({})).is_err());
    before = host.openings();
    assert!(asked(&host, Rights::LOOK, "close_plan", json!({})).is_err());
    assert_eq!(host.openings(), before, "what was refused is no news");
}

#[test]
fn a_name_that_is_no_command_is_refused_to_everybody() {
    let (_scene, host) = opened();
    for rights in [Rights::ALL, Rights::LOOK, Rights::NONE] {
        for name in ["", "quit", "Status", "set_field "] {
            assert_eq!(asked(&host, rights, name, json!({})).expect_err(name).code, "value-unknown", "{name:?}");
        }
    }
}
