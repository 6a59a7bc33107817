//! A window asks again when something changed that a reply says it was read from, and only then: so every reply must
//! name all it was read from.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use suite::scene::Scene;
use suite::window::{asked, got, opened, request};
use wire::{COMMANDS, Host, Rights};

/// The replies of all commands that name what they were read from, without the number of the last change.
fn replies(host: &Host) -> Vec<(String, BTreeSet<String>, Value)> {
    let looking = COMMANDS.iter().filter(|(_, needed)| *needed == Rights::LOOK).map(|(name, _)| *name);
    let lists = ["roles", "contact_points", "system_links", "contact_tree", "procedures", "remarks", "drill_calls"];
    let asked = looking.map(|name| (name.to_owned(), name, request(name, host)));
    let more = lists.map(|kind| (format!("rows of {kind}"), "rows", json!({ "kind": kind })));
    asked.chain(more).filter_map(|(said, name, request)| reply(host, said, name, request)).collect()
}

fn reply(host: &Host, said: String, name: &str, request: Value) -> Option<(String, BTreeSet<String>, Value)> {
    let mut reply = got(host, name, request);
    let reads = reply.get("reads")?.as_array()?.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let fields = reply.as_object_mut()?;
    fields.remove("seq");
    Some((said, reads, reply))
}

#[test]
fn what_a_reply_does_not_say_it_was_read_from_changes_nothing_in_it() {
    let scene = Scene::sample("hospital");
    let host = opened(&scene);
    let list = request("checklist", &host)["list"].clone();
    let proof = json!({ "list": list, "item": "1-1", "name": "辞令の写し" });
    got(&host, "add_record", json!({ "kind": "proofs", "values": proof }));
    let organisation = got(&host, "rows", json!({ "kind": "organisations" }))["rows"][0]["id"].clone();
    let sent = json!({ "list": list, "supplier": organisation });
    got(&host, "add_record", json!({ "kind": "supplier_forms", "values": sent }));
    let before = replies(&host);
    assert!(before.len() > 14, "replies that name what they read: {}", before.len());
    let mut changed = BTreeSet::new();
    for kind in plan::Kind::ALL.iter().map(|kind| kind.noun()) {
        let rows = got(&host, "rows", json!({ "kind": kind }));
        let mut ids = rows["rows"].as_array().expect("rows").iter().map(|row| row["id"].clone());
        // The first and the last: what is first may be what is named elsewhere, what is last may be nobody's.
        for id in ids.next().into_iter().chain(ids.next_back()) {
            let request = json!({ "kind": kind, "id": id });
            let Ok(done) = asked(&host, Rights::ALL, "remove_record", request) else { continue };
            // A step that goes takes the confirmation of its procedure with it.
            let kinds: Vec<String> = done["changed"]
                .as_array()
                .expect("rows")
                .iter()
                .filter_map(|row| row["kind"].as_str().map(str::to_owned))
                .collect();
            for ((said, reads, was), (_, _, now)) in before.iter().zip(replies(&host)) {
                if *was != now {
                    changed.insert(said.clone());
                    assert!(
                        kinds.iter().any(|kind| reads.contains(kind)),
                        "{said} shows {kind} and does not say so: {reads:?}"
                    );
                }
            }
            got(&host, "undo", json!({}));
        }
    }
    let never: Vec<_> = before.iter().map(|(said, ..)| said).filter(|said| !changed.contains(*said)).collect();
    assert!(never.len() < 3, "nothing that was removed changed these, so nothing was tried on them: {never:?}");
}

#[test]
fn a_finding_stands_beside_its_field_and_what_is_only_empty_does_not() {
    let scene = Scene::sample("hospital");
    let host = opened(&scene);
    let role = got(&host, "rows", json!({ "kind": "roles" }))["rows"][0]["id"].clone();
    let put = |field: &str, value: &str| {
        let request =
            json!({ "kind": "roles", "id": role, "field": field, "value": value, "leaving": true, "step": "" });
        got(&host, "set_field", request);
    };
    put("phone", "内線だったか");
    put("name", "");
    let found = got(&host, "findings", json!({}));
    let about = |field: &str| {
        let about = found.as_array().expect("a list").iter().filter(|one| one["at"]["id"] == role);
        about.filter(|one| one["field"] == field).collect::<Vec<_>>()
    };
    assert!(about("phone").iter().any(|one| one["beside"]["id"] == role), "{found}");
    assert!(about("name").iter().any(|one| one["beside"].is_null()), "{found}");
}
