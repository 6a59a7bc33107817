//! One answer to each question, whoever asks: the window's contract and the command line say the same of the same plan.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use suite::scene::Scene;
use suite::window::{got as ask, opened as window};

/// What the command line prints as JSON. It opens the plan for reading, beside the window.
fn line(arguments: &[&str]) -> Value {
    let said = suite::sonae::sonae(arguments);
    serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{}{}", said.out, said.err))
}

fn texts<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().into_iter().flatten().map(|one| one[field].as_str().unwrap_or_default()).collect()
}

#[test]
fn findings_are_the_same_in_the_window_and_on_the_command_line() {
    for name in ["hospital", "clinic"] {
        let scene = Scene::sample(name);
        let host = window(&scene);
        let shown = ask(&host, "findings", json!({}));
        let check = line(&["check", &scene.plan.to_string_lossy(), "--json"]);
        let on_paper: BTreeSet<&str> = print::checks().map(|check| check.id).collect();
        let all = check["findings"].as_array().expect("a list");
        let said: Vec<&str> = all
            .iter()
            .filter(|one| !on_paper.contains(one["code"].as_str().unwrap_or_default()))
            .map(|one| one["text"].as_str().unwrap_or_default())
            .collect();
        assert!(!said.is_empty());
        assert_eq!(texts(&shown, "text"), said, "{name}");
    }
}

#[test]
fn the_order_of_recovery_is_the_same_in_the_window_and_on_the_command_line() {
    let scene = Scene::sample("hospital");
    let host = window(&scene);
    let plan = scene.plan.to_string_lossy().into_owned();
    let systems = ask(&host, "rows", json!({ "kind": "systems" }));
    let network = &systems["rows"].as_array().expect("a list")[0];
    let hit = network["title"].as_str().expect("a name");
    for (asked, arguments) in [
        (json!({ "hit": [] }), vec!["recovery", &plan, "--json"]),
        (json!({ "hit": [network["id"]] }), vec!["recovery", &plan, "--hit", hit, "--json"]),
    ] {
        let (shown, said) = (ask(&host, "recovery", asked), line(&arguments));
        assert_eq!(texts(&shown["waves"], "label"), texts(&said["waves"], "wave"));
        assert_eq!(shown["circles"], said["circles"]);
        assert_eq!(json!(texts(&shown["tasks"], "title")), said["tasks"]);
        assert_eq!(json!(texts(&shown["running"], "title")), said["running"]);
        let waves = shown["waves"].as_array().into_iter().flatten().zip(said["waves"].as_array().into_iter().flatten());
        for (here, there) in waves {
            for (field, other) in [("id", "id"), ("title", "name"), ("state", "state")] {
                assert_eq!(texts(&here["systems"], field), texts(&there["systems"], other));
            }
        }
    }
}

#[test]
fn a_search_finds_the_same_in_the_window_and_on_the_command_line() {
    let scene = Scene::sample("hospital");
    let host = window(&scene);
    let plan = scene.plan.to_string_lossy().into_owned();
    for (kind, words) in [("people", "ﾐﾎﾝ"), ("systems", "カルテ"), ("devices", "外来 パソコン"), ("forms", "無い言葉")]
    {
        let asked = json!({ "kind": kind, "search": words, "from": 0, "most": 500, "with": "" });
        let (shown, said) = (ask(&host, "some_rows", asked), line(&["list", &plan, words, "--kind", kind, "--json"]));
        assert_eq!(texts(&shown["rows"], "id"), texts(&said["found"], "id"), "{kind} {words}");
        // A list of the screen draws no sign that only asks for a form of a letter.
        assert_eq!(texts(&shown["rows"], "title"), texts(&said["found"], "title"), "{kind} {words}");
    }
}

/// Files of other programs name answers by other ids; what a person chose is answered as it is stored.
#[test]
fn an_answer_whose_row_has_another_id_is_told_as_stored() {
    let scene = Scene::sample("hospital");
    let plan = scene.plan.to_string_lossy().into_owned();
    let json = scene.at("plan.json");
    suite::sonae::did(&["export", &plan, "--format", "json", "-o", &json.to_string_lossy()]);
    let text = std::fs::read_to_string(&json).expect("written");
    let whole: Value = serde_json::from_str(&text).expect("JSON");
    let rows = whole["rows"]["answers"].as_array().expect("answers");
    let row = rows.iter().find(|one| one["item"] == "1-1" && one["list"].is_null()).expect("an answer of the table");
    let (id, question) = (row["id"].as_str().expect("an id"), row["field"].as_str().expect("a question"));
    let other = Scene::empty();
    std::fs::write(&json, text.replace(id, "00000000-0000-4000-8000-00000000abcd")).expect("written");
    suite::sonae::did(&["import", "plan", &json.to_string_lossy(), "-o", &other.plan.to_string_lossy()]);
    let host = window(&other);
    for value in ["no", "yes", ""] {
        let asked = json!({ "list": "bcp", "round": "", "item": "1-1", "field": question, "value": value, "step": "", "leaving": false });
        assert_eq!(ask(&host, "answer", asked)["value"], value);
    }
}

#[test]
fn that_something_was_printed_is_told_to_every_window() {
    let scene = Scene::sample("clinic");
    let host = window(&scene);
    let asked = json!({ "document": "poster", "copy": "hq", "date": "", "forms": true, "path": scene.at("p.pdf").to_string_lossy() });
    let answered = wire::call(&host, wire::Rights::ALL, "print", asked).expect("printed");
    let Some(wire::News::Changed { seq, changed }) = answered.changed else { panic!("nothing was told") };
    assert_eq!(changed.iter().map(|one| one.kind.as_str()).collect::<Vec<_>>(), ["prints"]);
    assert_eq!(ask(&host, "status", json!({}))["seq"], seq);
}

#[test]
fn that_a_list_was_made_of_a_workbook_is_told_to_every_window() {
    let scene = Scene::sample("clinic");
    let host = window(&scene);
    let form = suite::checkout("tests/fixtures/forms/next-year.xlsx").to_string_lossy().into_owned();
    let look = json!({ "path": form, "take": false });
    assert!(wire::call(&host, wire::Rights::ALL, "list_file", look).expect("a list").changed.is_none());
    let take = json!({ "path": form, "take": true });
    let answered = wire::call(&host, wire::Rights::ALL, "list_file", take).expect("made");
    let Some(wire::News::Changed { seq, changed }) = answered.changed else { panic!("nothing was told") };
    assert!(changed.iter().all(|one| one.kind == "list_files") && !changed.is_empty());
    assert_eq!(ask(&host, "status", json!({}))["seq"], seq);
}
