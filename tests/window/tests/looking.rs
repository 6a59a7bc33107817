//! The second window only looks.

use serde_json::json;
use window::{Home, Window, file};

/// The clinic's sample, and the looking window opened from the foot of the rail.
async fn two_windows() -> (Window, std::path::PathBuf) {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample(&plan);
    let window = Window::open(home, &plan).await;
    window.press("open-look").await;
    window.turn_to("look").await;
    window.opened().await;
    (window, plan)
}

#[tokio::test]
async fn it_follows_the_main_window_and_is_refused_whatever_is_more_than_looking() {
    let (window, plan) = two_windows().await;
    let told = "return document.querySelector('.troubles').innerText;";
    let told = window.js(told, json!([])).await;
    assert!(told.as_str().is_some_and(|said| said.contains("この窓は見るだけです")), "it says so itself: {told}");
    window.tab("overview", "facility").await;
    window.until("the form", "controls('facility.headquarters')[0]?.readOnly").await;
    let acts = window.js("return all('[data-do]').map((one) => one.dataset.do);", json!([])).await;
    for act in ["undo", "redo", "copy", "folder", "close", "open-look", "import-systems"] {
        assert!(!acts.as_array().is_some_and(|all| all.contains(&json!(act))), "{act} is not offered: {acts}");
    }

    // Whoever asks past the screen is refused all the same.
    let before = file::export(&plan);
    let facility = window.ask("rows", json!({ "kind": "facility" })).await["rows"][0]["id"].clone();
    let edit = json!({ "kind": "facility", "id": facility, "field": "headquarters", "value": "屋上", "leaving": true, "step": "" });
    let by_hand = [
        ("call", json!({ "name": "set_field", "request": edit })),
        ("call", json!({ "name": "undo", "request": {} })),
        ("call", json!({ "name": "close_plan", "request": {} })),
        ("call", json!({ "name": "start", "request": {} })),
        ("pick_file", json!({ "purpose": "open", "suggestion": "" })),
        ("show_in_folder", json!({ "path": plan })),
        ("start_file", json!({})),
        ("open_look", json!({})),
    ];
    for (command, request) in by_hand {
        let code = window.refused(command, request.clone()).await;
        assert_eq!(code, json!("window-may-not"), "{command} {request}");
    }
    for (command, request) in [
        ("plugin:window|close", json!({ "label": "main" })),
        ("plugin:window|destroy", json!({ "label": "main" })),
        ("plugin:event|listen", json!({ "event": "changed", "target": { "kind": "Any" }, "handler": 1 })),
    ] {
        let said = window.refused(command, request).await;
        assert!(said.as_str().is_some_and(|said| said.contains("not allowed")), "{command}: {said}");
    }
    assert_eq!(file::export(&plan), before, "nothing in the file has changed");

    // What the main window writes appears here, the top line too.
    window.turn_to("main").await;
    window.tab("overview", "facility").await;
    window.fill("facility.headquarters", "髙橋院長室").await;
    window.fill("facility.name", "𠮷野診療所").await;
    window.saved().await;
    window.turn_to("look").await;
    window.shows("facility.headquarters", "髙橋院長室").await;
    window.until("the new name", "document.querySelector('.facility').textContent === '𠮷野診療所'").await;
    window.screenshot("look-1280").await;
    window.size(1920, 1000).await;
    window.screenshot("look-1920").await;
}

#[tokio::test]
async fn there_is_one_and_it_follows_from_plan_to_plan_and_ends_with_the_main_window() {
    let (window, plan) = two_windows().await;
    window.turn_to("main").await;
    window.press("open-look").await;
    assert_eq!(window.refused("open_look", json!({})).await, json!(null));
    assert_eq!(window.count().await, 2, "asked again, the same window comes to the front");

    window.press("close").await;
    window.until("the start screen", "document.querySelector('[data-recent]')").await;
    window.turn_to("look").await;
    window.until("a sentence", "screen() === '開いている計画はありません'").await;
    assert_eq!(window.js("return all('button').length;", json!([])).await, json!(0), "and nothing to press");
    window.screenshot("look-no-plan").await;

    window.turn_to("main").await;
    window.js("await press('[data-recent]');", json!([])).await;
    window.opened().await;
    window.turn_to("look").await;
    window.opened().await;

    window.turn_to("main").await;
    window.close().await;
    window.gone().await;
    file::verify(&plan, "after both windows went");
}
