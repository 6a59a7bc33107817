//! For the clerk who keeps the shelves: what is counted on screen is on the list, what is pasted is on the sheet, and
//! a ward's cards print for that ward.

use serde_json::json;
use std::path::Path;
use window::{Home, Window, file, paper};

#[tokio::test]
async fn a_count_is_typed_shows_what_is_missing_and_is_on_the_printed_list() {
    let home = Home::new();
    let (plan, pdf) = (home.at("見本.sonae"), home.at("在庫.pdf"));
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.tab("procedures", "stock").await;
    window.until("the shelves", "all('[data-row=\"form_stocks\"] [data-do=\"count\"]').length").await;
    let body = r#"const line = all('[data-row="form_stocks"]').find((one) => one.querySelector('[data-do="count"]'));
        line.id = "counted"; line.querySelector('[data-do="count"]').click();
        await until("its field has the focus", () => line.isConnected && document.activeElement?.matches('#counted [data-field="form_stocks.count"]'));
        return line.querySelector("[role=rowheader]").textContent.trim();"#;
    let form = window.js(body, json!([])).await;
    window.strike("１").await;
    window.js("document.activeElement.blur();", json!([])).await;
    window.saved().await;
    window.until("what is missing", "document.querySelector('#counted .badge.is-mend')").await;
    let shown =
        window.js("return document.querySelector('#counted [data-field=\"form_stocks.count\"]').value;", json!([]));
    assert_eq!(shown.await, json!("1"), "a full-width figure is a figure");
    window.press("print-stock").await;
    printed(&window, &pdf).await;
    let (form, text) = (form.as_str().unwrap_or_default().to_owned(), paper::bare_pdf(&pdf));
    let number = form.split(' ').next().unwrap_or_default().to_owned();
    assert!(text.contains(&number) && text.contains("不足"), "{number} is on the list");
}

#[tokio::test]
async fn a_text_pasted_from_elsewhere_becomes_steps_and_the_procedure_goes_to_the_next_ward() {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.tab("procedures", "procedures").await;
    window.add("procedures").await;
    window.fill("procedures.name", "夜の巡回").await;
    window.press("paste-procedure_steps").await;
    let text = "1. 灯りを点ける\n2. 一巡する\n\n・戻って書く";
    let body = r#"const field = all('[data-field="paste.text"]')[0]; field.value = given[0];
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));"#;
    window.js(body, json!([text])).await;
    window.press("paste-now").await;
    let count = r#"all('[data-row="procedure_steps"] [data-field="procedure_steps.text"]').map((one) => one.value).join("/") === "灯りを点ける/一巡する/戻って書く""#;
    window.until("three steps without their marks", count).await;
    window.press("copy-procedure").await;
    let body = r#"const field = all('[data-field="copy.department"]')[0];
        field.value = [...field.options].find((one) => one.textContent.startsWith("5階病棟")).value;
        field.dispatchEvent(new Event("change", { bubbles: true }));"#;
    window.js(body, json!([])).await;
    window.press("copy-now").await;
    let name = r#"all('[data-field="procedures.name"]')[0]?.value === "夜の巡回（5階病棟（療養））""#;
    window.until("the copy is shown", name).await;
    window.until("with its steps", count).await;
    window.press("compare-steps").await;
    window.until("it says that it has no catalogue", "all('dialog p').length === 1").await;
}

#[tokio::test]
async fn the_cards_of_one_ward_print_alone_and_name_no_secret() {
    let home = Home::new();
    let (plan, pdf) = (home.at("見本.sonae"), home.at("カード.pdf"));
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.go("print").await;
    let body = r#"const choose = async (field, value) => {
            await until(field, () => all(`[data-field="${field}"][value="${value}"]`).length);
            all(`[data-field="${field}"][value="${value}"]`)[0].click();
        };
        await choose("print.document", "cards"); await choose("print.copy", "ward");
        await until("the wards", () => all('[data-field="print.ward"] option').length > 1);
        const ward = all('[data-field="print.ward"]')[0];
        ward.value = [...ward.options].find((one) => one.textContent.startsWith("4階病棟")).value;
        ward.dispatchEvent(new Event("change", { bubbles: true }));"#;
    window.js(body, json!([])).await;
    printed(&window, &pdf).await;
    let text = paper::bare_pdf(&pdf);
    assert!(text.contains("4階病棟") && text.contains("最初にすること"), "{text}");
    assert!(!text.contains("5階病棟") && !text.contains("本部用の文書") && !text.contains("（見本）"), "{text}");
}

#[tokio::test]
async fn cards_that_changed_after_printing_are_named_and_lead_to_the_cards() {
    let home = Home::new();
    let (plan, pdf) = (home.at("見本.sonae"), home.at("カード.pdf"));
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.go("print").await;
    choose(&window, "cards").await;
    printed(&window, &pdf).await;
    window.tab("contacts", "roles").await;
    window.choose("roles", "管理当直師長").await;
    window.fill("roles.phone", "内線 8642").await;
    window.saved().await;
    window.tab("procedures", "cards").await;
    window.until("the cards with the number", "all('[data-stale=\"changed\"] summary').length").await;
    window.screenshot("paper-kit-reprint").await;
    window.js("all('[data-stale=\"changed\"] summary')[0].click();", json!([])).await;
    let named = r#"all('[data-stale="changed"] li').some((one) => one.textContent.startsWith("当直医"))"#;
    window.until("their names", named).await;
    window.press("reprint-cards").await;
    let chosen = r#"document.querySelector('[data-field="print.document"][value="cards"]')?.checked"#;
    window.until("cards are what is printed", chosen).await;
    printed(&window, &pdf).await;
    window.tab("procedures", "cards").await;
    window
        .until("the shelves are up to date", "all('[data-row=\"cards\"]').length && !all('[data-reprint]').length")
        .await;
}

/// Chooses what is printed.
async fn choose(window: &Window, document: &str) {
    let body = r#"const box = `[data-field="print.document"][value="${given[0]}"]`;
        (await until(`the document ${given[0]}`, () => all(box)[0])).click();"#;
    window.js(body, json!([document])).await;
}

/// Prints what the screen asks for now.
async fn printed(window: &Window, pdf: &Path) {
    window.home.pick(pdf);
    window.press("print").await;
    window.until("the PDF", "document.querySelector('[data-printed]')").await;
}
