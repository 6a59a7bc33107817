//! How many acts an honest first hour takes besides typing: every field of every question, by keyboard alone.
//! The numbers stand in docs/performance.md; what must hold is that most presses lead into a field.

use serde_json::json;
use thirtyfour::Key;
use window::{Home, Window, file};

/// Where the focus is, and what is to be done there.
const HERE: &str = r#"const one = document.activeElement;
    const field = one?.dataset?.field ?? one?.dataset?.tick ?? "";
    const text = one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && !["radio", "checkbox"].includes(one.type));
    const last = [...document.querySelectorAll(".hour :is([data-field], [data-tick])")].at(-1);
    const next = one?.dataset?.do === "hour-next" || (field !== "" && one === last);
    return [field, text && one.value === "" && !one.readOnly, next, document.querySelector("h1")?.textContent ?? "",
        one?.dataset?.do ?? one?.tagName ?? ""];"#;

#[tokio::test]
async fn most_presses_of_a_first_hour_lead_into_a_field() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::hospital(&plan);
    let window = Window::open(home, &plan).await;
    window.tab("overview", "now").await;
    window.press("first-hour").await;
    window.until("a question", "document.querySelector('[data-do=\"hour-next\"]')").await;
    let (mut presses, mut fields, mut questions) = (0, 0_usize, 0);
    let mut last = String::new();
    let mut others = std::collections::BTreeMap::<String, usize>::new();
    // Twice what was counted when this was written; a circle without a way out ends here.
    while questions < 20 && presses < 2000 {
        let here = window.js(HERE, json!([])).await;
        let question = here[3].as_str().unwrap_or_default().to_owned();
        if question != last {
            questions += 1;
            last = question;
        }
        let field = here[0].as_str().is_some_and(|field| !field.is_empty());
        fields += usize::from(field);
        if !field {
            *others.entry(here[4].as_str().unwrap_or_default().to_owned()).or_default() += 1;
        }
        if here[1] == json!(true) {
            window.strike("あ").await;
        }
        if here[2] == json!(true) {
            if field {
                window.chord(Key::Control, Key::Enter).await;
            } else {
                window.key(Key::Enter).await;
            }
            presses += 1;
            let moved = format!("document.querySelector('h1').textContent !== {}", json!(last));
            window.until("the next question", &moved).await;
            if window.js("return !document.querySelector('[data-do=\"hour-next\"]');", json!([])).await == json!(true) {
                break;
            }
            continue;
        }
        window.key(Key::Tab).await;
        presses += 1;
    }
    eprintln!("first hour: {presses} presses, {fields} of them in fields, {questions} questions; elsewhere {others:?}");
    assert!(presses < 2000, "it ends");
    assert!(presses * 2 < fields * 3, "{presses} presses for {fields} fields");
}
