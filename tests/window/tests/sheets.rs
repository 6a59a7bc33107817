//! For the clerk with a list in Excel: it comes in through the real window and one press takes all of it back.

use serde_json::{Value, json};
use window::{Home, Window, checkout, file};

const LEDGER: &str = "tests/fixtures/sheets/ledger-500.xlsx";

/// The sentence of the note, once it is there.
async fn note(window: &Window) -> String {
    window.until("word of it", "document.querySelector('[data-note]')").await;
    window.js("return document.querySelector('[data-note]').textContent;", json!([])).await.to_string()
}

fn devices(plan: &std::path::Path) -> usize {
    file::rows(plan, "devices").iter().filter(|row| row["removed_at"] == Value::Null).count()
}

#[tokio::test]
async fn a_ledger_comes_in_after_it_was_looked_at_and_is_undone_in_one_step() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::sample_of("hospital", &plan);
    let before = devices(&plan);
    let window = Window::open(home, &plan).await;
    window.tab("systems", "devices").await;
    window.until("the ledger", "document.querySelector('[data-row=\"devices\"]')").await;
    window.press("import-devices").await;
    window.until("the sheet is asked for", "document.querySelector('[data-do=\"pick-sheet\"]')").await;
    window.home.pick(&checkout(LEDGER));
    window.press("pick-sheet").await;
    window.until("the verdicts", "document.querySelector('[data-verdicts]')").await;
    let body = "const text = document.querySelector('[data-verdicts]').textContent; return given[0].filter((said) => !text.includes(said));";
    let unsaid = window.js(body, json!([["499", "22", "取り込めない 1"]])).await;
    assert_eq!(unsaid, json!([]), "the counts are said before anything is written");
    assert_eq!(devices(&plan), before, "looking writes nothing");

    window.press("import-now").await;
    let said = note(&window).await;
    assert!(said.contains("499"), "{said}");
    window.saved().await;
    assert_eq!(devices(&plan), before + 499);

    window.press("undo").await;
    window.saved().await;
    let page = json!({ "kind": "devices", "search": "", "from": 0, "most": 1, "with": "" });
    assert_eq!(window.ask("some_rows", page).await["total"], json!(before));
    assert_eq!(devices(&plan), before, "one press took all of it back");
    window.close().await;
    window.gone().await;
    file::verify(&plan, "after an import and its undoing");
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_so_and_leaves_the_plan_alone() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    window.tab("systems", "devices").await;
    window.until("the ledger", "document.querySelector('[data-row=\"devices\"]')").await;
    window.press("import-devices").await;
    window.until("the sheet is asked for", "document.querySelector('[data-do=\"pick-sheet\"]')").await;
    window.home.pick(&checkout("tests/fixtures/sheets/bad/password.xlsx"));
    window.press("pick-sheet").await;
    window.until("what happened", "document.body.textContent.includes('パスワード')").await;
    let offered = window.js("return document.querySelector('[data-do=\"import-now\"]') !== null;", json!([])).await;
    assert_eq!(offered, json!(false), "there is nothing to confirm");
}
