//! For whoever says when paper ends: orders and giving are moved together, and what does not agree is said beside it; a
//! changed step takes the confirmation of its procedure back before one's eyes.

use serde_json::json;
use window::{Home, Window, file};

#[tokio::test]
async fn giving_moved_at_another_boundary_than_orders_is_said_at_once() {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.tab("procedures", "signals").await;
    window.choose("signals", "与薬").await;
    window.screenshot("signals").await;
    window.fill("signals.boundary", "12時の与薬から").await;
    window.saved().await;
    window.until("it is said", "document.body.textContent.includes('同じ薬を二度与えるか')").await;
    window.screenshot("signals-split").await;
    let stored = file::rows(&plan, "signals");
    assert!(stored.iter().any(|row| row["task"] == "medication" && row["boundary"] == "12時の与薬から"), "{stored:?}");
    window.tab("procedures", "late_drugs").await;
    window.choose("late_drugs", "インスリン").await;
    window.screenshot("late-drugs").await;
}

#[tokio::test]
async fn a_changed_step_empties_who_confirmed_its_procedure() {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.tab("procedures", "procedures").await;
    window.choose("procedures", "病棟の与薬（3階東）").await;
    let by = "all('[data-field=\"procedures.confirmed_by\"]')[0]?.value";
    window.until("who confirmed it", &format!("({by} ?? '').includes('薬剤部長')")).await;
    let body = r#"const step = all('[data-field="procedure_steps.text"]')[0]; step.focus(); step.value += "すぐに。";
        step.dispatchEvent(new InputEvent("input", { bubbles: true })); step.blur();"#;
    window.js(body, json!([])).await;
    window.saved().await;
    window.until("nobody has confirmed the new words", &format!("{by} === ''")).await;
    window.screenshot("unconfirmed").await;
}
