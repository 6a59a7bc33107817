//! An exercise in the real window, with the room's beside it: begun, killed once, resumed, stopped once by the stop word,
//! played to its end; and the report says what the log says.

use serde_json::{Value, json};
use thirtyfour::Key;
use window::{Home, Window, file};

/// What stands on the wall, the page itself: what is not in it was not given.
async fn wall(window: &Window) -> String {
    window.turn_to("room").await;
    let told = window.js("return document.documentElement.outerHTML;", json!([])).await;
    window.turn_to("main").await;
    told.as_str().unwrap_or_default().to_owned()
}

/// Waits for the wall to show a face.
async fn face(window: &Window, face: &str) {
    window.turn_to("room").await;
    window.until(face, &format!("document.querySelector('[data-face=\"{face}\"]')")).await;
    window.turn_to("main").await;
}

async fn told(window: &Window, id: &str) {
    let body = format!(
        "await press('[data-card=\"{id}\"]'); await press('[data-do=\"tell\"]'); await until('{id} told', () => all('[data-do=\"again\"]').length > 0);"
    );
    window.js(&body, json!([])).await;
}

/// A stamp by its key, and words for it.
async fn stamp(window: &Window, digit: char, values: &[(&str, &str)]) {
    window.chord(Key::Control, digit).await;
    window.until("room for words", "document.activeElement?.dataset.field === 'exercise.words'").await;
    for (field, value) in values {
        let body = r#"const one = all(`[data-field="${given[0]}"]`)[0]; one.value = given[1];
            one.dispatchEvent(new Event(one.tagName === "SELECT" ? "change" : "input", { bubbles: true }));"#;
        window.js(body, json!([field, value])).await;
    }
    window.press("keep-words").await;
    window.until("kept", "!document.querySelector('[data-field=\"exercise.words\"]')").await;
}

/// A second press within a second counts as none: a hand does not press so soon.
async fn step(window: &Window, button: &str) {
    tokio::time::sleep(std::time::Duration::from_millis(1100)).await;
    window.press(button).await;
}

/// Everything before it was told: nothing is asked.
async fn jump(window: &Window, to: &str) {
    step(window, "exercise-jump").await;
    let there = format!("all('[data-line=\"jump\"]').length === {}", if to == "morning" { 1 } else { 2 });
    window.until(to, &there).await;
    assert_eq!(window.ask("exercise", json!({})).await["module"], to);
}

async fn running(window: &Window) {
    window.go("exercise").await;
    window.until("the exercise", "document.querySelector('.running')").await;
}

#[tokio::test]
async fn it_is_played_killed_resumed_stopped_and_reported() {
    let home = Home::new();
    let plan = home.at("訓練.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.size(1280, 720).await;
    window.go("exercise").await;
    window.until("the scenarios", "all('[data-scenario]').length === 2").await;
    window.screenshot("exercise-choose").await;
    window.press("prepare-night-ransomware").await;
    window.until("what is hit", "all('[data-field=\"exercise.hit.0\"]').length").await;
    window.write("exercise.place", "大会議室").await;
    window.screenshot("exercise-prepare").await;
    window.press("start-exercise").await;
    window.until("the run", "document.querySelector('[data-phase=\"ready\"]')").await;
    window.press("exercise-room").await;
    window.until("the room's window", "document.querySelector('.room-state')").await;
    face(&window, "waiting").await;
    assert!(!wall(&window).await.contains("プリンタ"), "before the start nothing is given away");
    step(&window, "exercise-begin").await;
    face(&window, "opening").await;
    window.turn_to("room").await;
    window.size(1280, 720).await;
    window.screenshot("room-opening").await;
    window.turn_to("main").await;
    step(&window, "exercise-play").await;
    face(&window, "playing").await;
    told(&window, "printers").await;
    stamp(
        &window,
        '1',
        &[("exercise.words", "紙を始める"), ("exercise.role", "管理当直師長"), ("exercise.basis", "paper")],
    )
    .await;
    window.js("await press('[data-card=\"printers\"]');", json!([])).await;
    window.press("seek").await;
    window.until("looking", "document.querySelector('[data-do=\"found\"]')").await;
    window.screenshot("exercise-running").await;
    window.turn_to("room").await;
    window.until("the timer", "document.querySelector('.is-seeking')").await;
    window.screenshot("room-playing").await;
    window.turn_to("main").await;
    window.press("found").await;
    window.until("room for words", "document.querySelector('[data-field=\"exercise.words\"]')").await;
    window.write("exercise.words", "A-3").await;
    window.press("keep-words").await;

    // Nothing that was not told is on the wall, hidden or not.
    let seen = wall(&window).await;
    let script = window.ask("exercise", json!({})).await["script"].clone();
    for card in script["cards"].as_array().expect("cards") {
        let text = card["text"].as_str().expect("text");
        assert_eq!(seen.contains(text), card["id"] == "printers", "{text}");
        for hidden in ["listen", "source", "phone"] {
            let hidden = card[hidden].as_str().unwrap_or_default();
            assert!(hidden.is_empty() || !seen.contains(hidden), "{hidden}");
        }
    }
    assert!(!seen.contains("紙を始める"), "nor what was decided");

    // The room may ask for nothing else.
    window.turn_to("room").await;
    for (command, request) in [
        ("call", json!({ "name": "exercise", "request": {} })),
        ("call", json!({ "name": "room", "request": {} })),
        ("follow", json!({ "channel": "__CHANNEL__:1" })),
        ("open_room", json!({})),
        ("room_act", json!({ "act": "tell" })),
        ("swap_screens", json!({})),
    ] {
        assert_eq!(window.refused(command, request).await, json!("window-may-not"), "{command}");
    }
    window.turn_to("main").await;

    // One key darkens the wall, and brings it back.
    window.key(Key::F2).await;
    face(&window, "blank").await;
    window.key(Key::F2).await;
    face(&window, "playing").await;

    // The program is killed: the run goes on where it was.
    let window = window.restart(&plan).await;
    running(&window).await;
    window.until("the question", "document.querySelector('[data-held=\"interrupted\"]')").await;
    window.screenshot("exercise-interrupted").await;
    step(&window, "exercise-resume").await;
    window.until("play", "document.querySelector('[data-held=\"\"]')").await;
    window.key(Key::F4).await;
    face(&window, "playing").await;
    assert!(wall(&window).await.contains("英語の紙"), "what was told is there again");

    // The room's window makes room for the main one, and is no less there; closed, it ends nothing, and one key brings it back.
    window.turn_to("room").await;
    window.key(Key::Escape).await;
    window.turn_to("main").await;
    window.until("it made room", "document.querySelector('[data-do=\"exercise-room\"]')").await;
    assert_eq!(window.refused("plugin:window|destroy", json!({ "label": "room" })).await, json!(null), "closed");
    window
        .until(
            "it is gone",
            "document.querySelector('[data-do=\"exercise-room\"]') && all('[data-line=\"room-lost\"]').length",
        )
        .await;
    window.key(Key::F4).await;
    window.until("it is back", "document.querySelector('.room-state')").await;

    for id in ["who-decides", "ambulance"] {
        told(&window, id).await;
    }
    window.press("branch-refuse").await;
    stamp(&window, '2', &[("exercise.words", "朝まで全部断るか"), ("exercise.role", "当直医")]).await;
    // Said in the room itself, while nobody is at the main window.
    window.turn_to("room").await;
    window.key(Key::F8).await;
    window.turn_to("main").await;
    window.until("the stop word", "document.querySelector('.stopped')").await;
    face(&window, "stopped").await;
    window.screenshot("exercise-stopped").await;
    window.turn_to("room").await;
    window.screenshot("room-stopped").await;
    assert!(!wall(&window).await.contains("英語の紙"), "nothing of the story is left there");
    window.write("exercise.reason", "本物の呼び出しは終わった").await;
    window.press("resume-after-stop").await;
    face(&window, "playing").await;

    step(&window, "exercise-jump").await;
    window.until("what would be passed over", "document.querySelector('dialog[open] [data-do=\"jump-now\"]')").await;
    window.key(Key::Escape).await;
    window.until("it stays", "!document.querySelector('dialog[open]')").await;
    told(&window, "cable").await;
    jump(&window, "morning").await;
    told(&window, "last-dose").await;
    told(&window, "dialysis").await;
    window.press("branch-go-on").await;
    window.js("await press('[data-card=\"queue\"]'); await press('[data-do=\"skip\"]');", json!([])).await;
    jump(&window, "third-day").await;
    for id in ["leak", "restore", "third-night"] {
        told(&window, id).await;
    }
    let script = window.ask("exercise", json!({})).await["script"]["cards"].clone();
    let planned: Vec<_> = script.as_array().expect("cards").iter().filter(|card| card["reserve"] == false).collect();
    assert_eq!(planned.len(), 10);
    assert!(planned.iter().all(|card| card["told"] == true || card["skipped"] == true), "to the end: {planned:?}");
    stamp(&window, '4', &[("exercise.words", "院長が出ないときの次の人を1枚目に載せる")]).await;
    step(&window, "exercise-review").await;
    face(&window, "review").await;
    window.screenshot("exercise-review").await;
    window.js("await press('[data-do^=\"improve-\"]');", json!([])).await;
    window.write("exercise.people", "看護師 6、医師 2。名簿は総務の棚").await;
    window.press("keep-people").await;
    window.until("counted", "all('[data-line=\"people\"]').length").await;
    window.press("exercise-end").await;
    step(&window, "end-now").await;
    window.until("the list", "all('[data-held]').length === 1").await;
    let pdf = window.home.at("報告.pdf");
    window.home.pick(&pdf);
    window.press("print-report-1").await;
    window.until("the report", "document.querySelector('[data-note]')?.innerText.includes('PDFに保存しました')").await;
    window.tab("exercise", "improvements").await;
    window.until("the improvement", "all('[data-row]').length === 1").await;
    window.screenshot("exercise-improvements").await;

    file::verify(&plan, "after the exercise");
    let lines = file::rows(&plan, "exercise_log");
    let acts: Vec<&str> = lines.iter().filter_map(|line| line["act"].as_str()).collect();
    for act in [
        "begin",
        "play",
        "tell",
        "decision",
        "found",
        "interrupted",
        "room-lost",
        "stop",
        "jump",
        "undecided",
        "lesson",
        "review",
        "end",
    ] {
        assert!(acts.contains(&act), "{act}: {acts:?}");
    }
    // The times of the paper, read back, are those of the log.
    let printed: String = window::paper::bare_pdf(&pdf);
    let hidden = ["words", "beat", "room-open", "blank", "show"];
    for line in lines.iter().filter(|line| !hidden.contains(&line["act"].as_str().unwrap_or_default())) {
        let at = line["at"].as_str().and_then(|at| at.get(11..19)).expect("a moment");
        assert!(printed.contains(at), "{at} of {line}");
    }
    for said in [
        "紙を始める",
        "管理当直師長",
        "朝まで全部断るか",
        "本物の呼び出しは終わった",
        "院長が出ないときの次の人",
        "看護師6",
        "大会議室",
    ] {
        assert!(printed.contains(said), "{said}");
    }
    keep(&plan);
}

/// The run as a file: copied into tests/fixtures once for each version.
fn keep(plan: &std::path::Path) {
    let to = window::checkout("target/screens/exercise-run.json");
    let made = file::sonae(&["exercise", "log", &plan.to_string_lossy(), "-o", &to.to_string_lossy()]);
    assert!(made.is_ok(), "{made:?}");
    let log: Value = serde_json::from_str(&std::fs::read_to_string(&to).expect("written")).expect("JSON");
    assert_eq!(log["scenario"], "night-ransomware");
}
