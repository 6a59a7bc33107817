//! For the ward that works on paper: the steps are on the sheet in the order in which they were put.

use serde_json::json;
use std::path::Path;
use thirtyfour::Key;
use window::{Home, Window, file, paper};

const NAME: &str = "髙島病棟の点滴";
const STEPS: [&str; 3] = ["一つめの紙に薬の名前を写す", "二つめの印を二人で押す", "三つめの棚へ紙を戻す"];

/// The steps on screen, in order.
async fn shown(window: &Window) -> Vec<String> {
    let body =
        "return all('[data-row=\"procedure_steps\"] [data-field=\"procedure_steps.text\"]').map((one) => one.value);";
    let texts = window.js(body, json!([])).await;
    texts.as_array().into_iter().flatten().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}

async fn stands(window: &Window, wanted: &[&str]) {
    let body = r#"const now = () => all('[data-row="procedure_steps"] [data-field="procedure_steps.text"]').map((one) => one.value).join(" / ");
        await until(`the steps ${given[0]}`, () => now() === given[0]);"#;
    window.js(body, json!([wanted.join(" / ")])).await;
    window.saved().await;
}

/// Writes a procedure with three steps, from the list of procedures.
async fn written(window: &Window) {
    window.go("procedures").await;
    window.add("procedures").await;
    window.fill("procedures.name", NAME).await;
    window.fill("procedures.department", "病棟").await;
    window.fill("procedures.ends_when", "画面と紙を二人で照らし合わせたとき").await;
    for (at, step) in STEPS.iter().enumerate() {
        window.press("add-procedure_steps").await;
        let fresh = format!(
            "document.activeElement === all('[data-row=\"procedure_steps\"] textarea[data-field=\"procedure_steps.text\"]')[{at}]"
        );
        window.until("the focus in the new step", &fresh).await;
        window.strike(*step).await;
    }
    window.saved().await;
    stands(window, &STEPS).await;
}

#[tokio::test]
async fn steps_are_put_in_order_by_keyboard_taken_out_brought_back_and_printed_in_that_order() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::hospital(&plan);
    let window = Window::open(home, &plan).await;
    written(&window).await;
    let [one, two, three] = STEPS;

    // The focus is still in the third step.
    window.chord(Key::Alt, Key::Up).await;
    stands(&window, &[one, three, two]).await;
    let here = window.js("return document.activeElement.value ?? null;", json!([])).await;
    assert_eq!(here, json!(three), "the focus goes with the step");
    window.chord(Key::Alt, Key::Up).await;
    stands(&window, &[three, one, two]).await;
    window.chord(Key::Alt, Key::Up).await;
    window.chord(Key::Alt, Key::Down).await;
    stands(&window, &[one, three, two]).await;

    // The acts of a line stand behind one stop, the last of the line.
    window.enter("[data-do='step-acts']", "its menu", "document.activeElement.parentElement.open").await;
    window
        .enter("[data-do='step-remove']", "one step fewer", "all('[data-row=\"procedure_steps\"]').length === 2")
        .await;
    stands(&window, &[one, two]).await;
    window.until("word of it", "document.querySelector('[data-note] [data-do=\"restore\"]')").await;
    window.focus_stays("taking a step out").await;
    window.press("restore").await;
    stands(&window, &[one, three, two]).await;
    // The note's way back and the top line's are one stack.
    window.press("redo").await;
    stands(&window, &[one, two]).await;
    window.press("undo").await;
    stands(&window, &[one, three, two]).await;

    let pdf = window.home.at("本部用.pdf");
    window.print(&pdf).await;
    on_paper(&pdf, &[one, three, two]);
    let window = window.restart(&plan).await;
    window.go("procedures").await;
    window.choose("procedures", NAME).await;
    stands(&window, &[one, three, two]).await;
    file::verify(&plan, "after it");
}

/// On its own page, behind the name, in this order.
fn on_paper(pdf: &Path, wanted: &[&str]) {
    let pages = paper::pages(pdf);
    let page = pages.iter().find(|(_, text)| text.contains(&paper::bare(wanted[0]))).expect("a page of the steps");
    let at: Vec<Option<usize>> =
        std::iter::once(&NAME).chain(wanted).map(|one| page.1.find(&paper::bare(one))).collect();
    assert!(at.iter().all(Option::is_some), "name and steps on one page: {at:?}");
    assert!(at.is_sorted(), "the steps in their order: {at:?} in {}", page.1);
}

#[tokio::test]
async fn a_procedure_ticked_from_the_catalogue_is_a_draft_with_steps_until_somebody_adopts_it() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::hospital(&plan);
    let window = Window::open(home, &plan).await;
    window.go("procedures").await;
    window.press("tick-procedures").await;
    let tick = r#"const box = await until("the entry", () => all('[data-tick="procedures/emergency"]')[0]);
        if (box.checked) throw new Error("it is ticked already");
        box.click();
        await until("it to be stored", () => all('[data-tick="procedures/emergency"]')[0].checked && state() === "saved");
        await press('[data-do="close-dialog"]');"#;
    window.js(tick, json!([])).await;
    window.choose("procedures", "救急外来").await;
    window.until("its steps", "all('[data-row=\"procedure_steps\"]').length >= 3").await;
    let steps = shown(&window).await;
    assert!(steps.iter().all(|step| !step.is_empty()), "the catalogue brings the steps: {steps:?}");

    window.press("adopt-row").await;
    window.fill("adopt.by", "髙橋（見本）").await;
    window.press("adopt-now").await;
    window
        .until(
            "no draft",
            "!document.querySelector('dialog[open]') && !document.querySelector('[data-do=\"adopt-row\"]')",
        )
        .await;
    window.focus_stays("adopting").await;
    let own = |row: &serde_json::Value| row["source"] == "procedures/emergency";
    let rows = file::rows(&plan, "procedures");
    let id = rows.iter().find(|row| own(row)).map(|row| row["id"].clone()).expect("it is in the file");
    assert!(rows.iter().filter(|row| own(row)).all(|row| row["adopted_by"] == "髙橋（見本）"), "adopted by name");
    let parts: Vec<_> = file::rows(&plan, "procedure_steps").into_iter().filter(|row| row["procedure"] == id).collect();
    assert_eq!(parts.len(), steps.len());
    assert!(parts.iter().all(|row| row["adopted_by"] == "髙橋（見本）"), "with all its steps");
    let others = rows.iter().filter(|row| !own(row) && row["adopted_by"].is_null()).count();
    assert_eq!(others, rows.len() - 1, "and nothing else: {rows:?}");
}
