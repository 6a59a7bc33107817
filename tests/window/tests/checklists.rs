//! The clerk who must hand the list in: answers with day and name, はい that does not count, proofs, the change of the year.

use serde_json::json;
use window::{Home, Window, file};

const LAST: &str = "mhlw-security-2024";
const THIS: &str = "mhlw-security-2025";

/// Chooses a list by its id, and an item of it.
pub(crate) async fn item(window: &Window, list: &str, item: &str) {
    let body = r#"const list = document.querySelector('[data-field="checklists.list"]');
        if (list.value !== given[0]) { list.value = given[0]; list.dispatchEvent(new Event("change", { bubbles: true })); }
        await until(given[1], () => document.querySelector(`[data-field^="answers.${given[0]}/"]`) && document.querySelector(`[data-item="${given[1]}"]`));
        document.querySelector(`[data-item="${given[1]}"]`).click();
        await until(given[1], () => document.querySelector(`[data-field="answers.${given[0]}/1/${given[1]}.result"]`));"#;
    window.js(body, json!([list, item])).await;
}

/// Answers it in its first round.
pub(crate) async fn answer(window: &Window, list: &str, item: &str, result: &str) {
    let body = r#"[...all(`[data-field="${given[0]}"]`)].find((one) => one.value === given[1]).click();"#;
    window.js(body, json!([format!("answers.{list}/1/{item}.result"), result])).await;
    window.saved().await;
}

pub(crate) async fn stands(window: &Window, item: &str, state: &str) {
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
    window.tab("checks", "checklists").await;
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

    // Nobody could lay hands on that proof: what is found leads to its own list, not to the newest.
    window.tab("checks", "inspect").await;
    window.until("it is found", "all('[data-key^=\"proof-nowhere\"]').length === 1").await;
    let go = "document.querySelector('[data-key^=\"proof-nowhere\"] [data-do=\"go-finding\"]').click();";
    window.js(go, json!([])).await;
    let there = format!(
        "document.querySelector('[data-field=\"checklists.list\"]')?.value === '{LAST}' && document.querySelector('.is-chosen[data-item=\"2-9\"]')"
    );
    window.until("its list and item", &there).await;
    window.until("its line", "document.querySelector('[data-proof] [data-field=\"proofs.place\"]')").await;

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

#[tokio::test]
async fn a_suppliers_form_is_sent_and_answered() {
    let home = Home::new();
    let plan = home.at("事業者.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.size(1280, 720).await;
    window.tab("checks", "suppliers").await;
    window.press("add-suppliers").await;
    window.until("the suppliers", "all('dialog[open] [data-tick]').length > 1").await;
    window.js("all('dialog[open] [data-tick]')[0].click();", json!([])).await;
    window.press("make-supplier-forms").await;
    window.until("one form", "all('[data-sent=\"unsent\"]').length === 1").await;
    window.js("document.querySelector('[data-sent=\"unsent\"]').click();", json!([])).await;
    window.until("its fields", "document.querySelector('[data-field=\"supplier_forms.sent_on\"]')").await;
    window.fill("supplier_forms.sent_on", "2026-04-10").await;
    window.fill("supplier_forms.due_on", "2026-05-31").await;
    window.until("its day is over", "document.querySelector('.is-chosen[data-sent=\"overdue\"]')").await;
    window.fill("supplier_forms.answered_by", "保守部").await;
    window.until("its items", "all('.supplier-item').length > 10").await;
    window.js("document.querySelector('.supplier-item').open = true;", json!([])).await;
    window.screenshot("supplier-form").await;
}
