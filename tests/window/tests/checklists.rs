//! The clerk who must hand the list in: answers with day and name, はい that does not count, proofs, the change of the year.

use serde_json::json;
use window::{Home, Window, file};

const LAST: &str = "mhlw-security-2024";
const THIS: &str = "mhlw-security-2025";

/// Chooses a list by its id, and an item of it.
async fn item(window: &Window, list: &str, item: &str) {
    let body = r#"const list = document.querySelector('[data-field="checklists.list"]');
        if (list.value !== given[0]) { list.value = given[0]; list.dispatchEvent(new Event("change", { bubbles: true })); }
        await until(given[1], () => document.querySelector(`[data-field^="answers.${given[0]}/"]`) && document.querySelector(`[data-item="${given[1]}"]`));
        document.querySelector(`[data-item="${given[1]}"]`).click();
        await until(given[1], () => document.querySelector(`[data-field="answers.${given[0]}/1/${given[1]}.result"]`));"#;
    window.js(body, json!([list, item])).await;
}

/// Answers it in its first round.
async fn answer(window: &Window, list: &str, item: &str, result: &str) {
    let body = r#"[...all(`[data-field="${given[0]}"]`)].find((one) => one.value === given[1]).click();"#;
    window.js(body, json!([format!("answers.{list}/1/{item}.result"), result])).await;
    window.saved().await;
}

async fn stands(window: &Window, item: &str, state: &str) {
    let look = format!("document.querySelector('[data-item=\"{item}\"]')?.dataset.state === '{state}'");
    window.until(&format!("{item} is {state}"), &look).await;
}

#[tokio::test]
async fn a_list_is_answered_proved_and_carried_to_the_next_year() {
    let home = Home::new();
    let plan = home.at("一覧.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.size(1280, 720).await;
    window.go("checks").await;
    window.until("this year's list", "all('[data-item]').length === 19").await;
    window.screenshot("checklists").await;

    // はい without day or name does not count, and says so.
    item(&window, LAST, "2-4").await;
    answer(&window, LAST, "2-4", "yes").await;
    stands(&window, "2-4", "unsigned").await;
    window.screenshot("checklist-unsigned").await;
    let at = |item: &str, field: &str| format!("answers.{LAST}/1/{item}.{field}");
    window.fill(&at("2-4", "checked_on"), "令和6年11月20日").await;
    window.shows(&at("2-4", "checked_on"), "2024-11-20").await;
    window.fill(&at("2-4", "checked_by"), "医療情報システム安全管理責任者").await;
    stands(&window, "2-4", "yes").await;

    // The same day and person again by hand, one item at a time; いいえ asks until when.
    item(&window, LAST, "2-9").await;
    answer(&window, LAST, "2-9", "no").await;
    window.press("same-day-and-person").await;
    stands(&window, "2-9", "no").await;
    window.fill(&at("2-9", "target_on"), "R7.3.31").await;
    window.shows(&at("2-9", "target_on"), "2025-03-31").await;
    window.fill(&format!("answers.{LAST}/2-9.rule"), "運用管理規程 第12条").await;
    window.press("add-proof").await;
    window.until("a line for it", "document.querySelector('[data-proof] [data-field=\"proofs.name\"]')").await;
    window.fill("proofs.name", "端末の権限の一覧（11月の見直し）").await;
    window.saved().await;
    window.screenshot("checklist-item").await;

    // The change of the year: two items became one, and no answer comes along.
    item(&window, THIS, "2-4").await;
    window.press("carry").await;
    window.until("what each was", "all('[data-carry]').length === 19").await;
    window.screenshot("checklist-carry").await;
    let fate = window.js("return document.querySelector('[data-carry=\"2-4\"]').dataset.fate;", json!([])).await;
    assert_eq!(fate, json!("merged"));
    let ticked = window.js("return all('[data-tick]:checked').length;", json!([])).await;
    assert_eq!(ticked, json!(0), "nothing is ticked before somebody does");
    window.js("document.querySelector('[data-tick=\"2-4\"]').click();", json!([])).await;
    window.press("carry-ticked").await;
    window.until("it is done", "!document.querySelector('dialog[open]')").await;
    window.shows(&format!("answers.{THIS}/2-4.rule"), "運用管理規程 第12条").await;
    window.until("its proof", "document.querySelector('[data-proof] [data-field=\"proofs.name\"]')").await;
    stands(&window, "2-4", "open").await;
    window.size(1920, 1080).await;
    window.screenshot("checklist-carried").await;
}
