//! For whoever keeps the contacts: what happens if X does not answer, what the drill gave, who it is since April.

use serde_json::json;
use window::{Home, Window, file};

async fn sample() -> Window {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample_of("hospital", &plan);
    Window::open(home, &plan).await
}

#[tokio::test]
async fn if_somebody_does_not_answer_the_minutes_and_the_next_are_shown_and_nothing_is_written() {
    let window = sample().await;
    window.tab("contacts", "reach").await;
    window.until("every place", "all('[data-stop]').length > 30").await;
    let before = window.js("return all('[data-stop]').map((one) => one.dataset.latest).join();", json!([])).await;
    let body = r#"const down = all('[data-field="reach.down"]')[2]; down.click();
        await until("other minutes", () => all('[data-stop]').map((one) => one.dataset.latest).join() !== given[0]);
        return all('[data-stop] p').some((one) => one.textContent.includes("×"));"#;
    assert_eq!(window.js(body, json!([before])).await, json!(true), "who is dead is marked");
    let body = r#"const silent = all('[data-field="reach.silent"]')[0];
        silent.value = silent.options[1].value; silent.dispatchEvent(new Event("change", { bubbles: true }));
        await pause(300); return true;"#;
    window.js(body, json!([])).await;
    let undo = window.js("return document.querySelector('[data-do=\"undo\"]').disabled;", json!([])).await;
    assert_eq!(undo, json!(true), "trying changes nothing");
}

#[tokio::test]
async fn a_drill_is_typed_in_with_the_keyboard_and_gives_its_figures() {
    let window = sample().await;
    window.tab("contacts", "drills").await;
    window.add("drills").await;
    window.fill("drills.name", "冬の連絡訓練").await;
    window.fill("drills.held_on", "2026-12-05").await;
    window.press("fill-drill").await;
    window.until("a row for every place", "all('[data-row=\"drill_calls\"]').length > 30").await;
    let body = r#"all('[data-row="drill_calls"] [data-field="drill_calls.minutes"]')[0].focus();"#;
    window.js(body, json!([])).await;
    window.strike("３").await;
    let body = r#"const result = all('[data-row="drill_calls"] [data-field="drill_calls.result"]')[0];
        result.value = "first"; result.dispatchEvent(new Event("change", { bubbles: true })); result.blur();"#;
    window.js(body, json!([])).await;
    window.saved().await;
    window.until("one was reached", "document.querySelector('[data-outcome=\"1\"]')").await;
    window.js("await press('[data-do=\"undo\"]');", json!([])).await;
}

#[tokio::test]
async fn after_april_each_role_is_asked_who_it_is_and_what_was_seen_is_counted() {
    let window = sample().await;
    window.tab("contacts", "changeover").await;
    window.press("start-changeover").await;
    window.until("nobody was looked at", "all('[data-row=\"roles\"] .is-open').length > 20").await;
    let open = window.js("return all('[data-row=\"roles\"] .is-open').length;", json!([])).await;
    window.js("all('[data-do=\"confirm-role\"]')[0].click();", json!([])).await;
    let fewer = format!("all('[data-row=\"roles\"] .is-open').length === {} - 1", open);
    window.until("one fewer", &fewer).await;
}

#[tokio::test]
async fn a_long_list_of_people_is_searched_as_one_types() {
    let home = Home::new();
    let plan = home.at("大きい.sonae");
    file::large(&plan, 1_500);
    let window = Window::open(home, &plan).await;
    window.tab("contacts", "people").await;
    window.until("the search", "all('[data-search=\"people\"]').length").await;
    let drawn = window.js("return all('[data-row=\"people\"]').length;", json!([])).await;
    assert_eq!(drawn, json!(200), "not all 1,500 are drawn");
    let body = r#"const field = all('[data-search="people"]')[0]; const times = [];
        const name = all('[data-row="people"]')[120].textContent.trim();
        for (const text of [name.slice(0, 1), name.slice(0, 2), name]) {
            const before = performance.now();
            field.value = text; field.dispatchEvent(new InputEvent("input", { bubbles: true }));
            await Promise.resolve(); document.body.offsetHeight;
            times.push(performance.now() - before);
        }
        await until("it is found", () => all('[data-row="people"]').some((one) => one.textContent.trim() === name) && all('[data-row="people"]').length < 200);
        return times;"#;
    println!("search as you type over 1,500 people, ms: {}", window.js(body, json!([])).await);
}
