//! For whoever writes kana first and chooses the kanji after: while the input method composes, nothing is stored, read,
//! turned round or submitted, in no field of any screen; what it gives in the end is.

use serde_json::json;
use thirtyfour::Key;
use window::{Home, Window, file, tour};

/// Begins to compose in every field of the screen at once, waits longer than a pause in typing, and says what changed under
/// the hand; then the input method gives its text, which must be stored.
const COMPOSE: &str = r#"await saved();
    const event = (one, name) => one.dispatchEvent(new CompositionEvent(name, { bubbles: true }));
    const key = (one, name) => one.dispatchEvent(new KeyboardEvent(name, { key: "Process", keyCode: 229, isComposing: true, bubbles: true }));
    const part = (one, text) => write(one, text, { isComposing: true, inputType: "insertCompositionText", data: text });
    const seq = async () => (await window.__TAURI_INTERNALS__.invoke("call", { name: "current", request: {} })).status.seq;
    const texts = [...document.querySelectorAll("main :is(input, textarea)[data-field]")].filter((one) =>
        one.offsetParent && !one.readOnly && !one.disabled && ["text", "tel", "textarea"].includes(one.type) && !SEEN.includes(one.dataset.field)
        // What is only asked for one print or one list is kept nowhere; who confirmed goes with a change of the text.
        && !/^(print|import)[.]|[.]confirmed_/.test(one.dataset.field));
    const names = [];
    const fields = texts.filter((one) => !names.includes(one.dataset.field) && names.push(one.dataset.field)).slice(0, 12);
    const old = fields.map((one) => one.value);
    const before = await seq();
    const wrong = [];
    for (const one of fields) { event(one, "compositionstart"); key(one, "keydown"); part(one, "へんかん"); key(one, "keyup"); }
    await pause(900);
    for (const one of fields) if (one.value !== "へんかん") wrong.push(`${one.dataset.field} holds ${one.value} while one composes`);
    if (await seq() !== before) wrong.push(`something was stored while one composes: ${names.join()}`);
    for (const one of fields) { part(one, "変換"); event(one, "compositionend"); one.dispatchEvent(new KeyboardEvent("keyup", { key: "Enter", bubbles: true })); }
    if (fields.length) { await until("the text to be stored", () => state() !== "saved"); await saved(); }
    for (const one of fields) if (one.isConnected && one.value !== "変換") wrong.push(`${one.dataset.field} holds ${one.value} after it`);
    if (fields.length && await seq() <= before) wrong.push(`nothing was stored: ${names.join()}`);
    for (const [at, one] of fields.entries()) if (one.isConnected) { one.focus({ preventScroll: true }); write(one, old[at]); one.blur(); }
    await saved();
    return [names, wrong];"#;

#[tokio::test]
async fn nothing_is_stored_or_changed_while_an_input_method_composes() {
    let home = Home::new();
    let plan = home.at("見本.sonae");
    file::sample_of("hospital", &plan);
    let window = Window::open(home, &plan).await;
    let (mut seen, mut wrong) = (Vec::<serde_json::Value>::new(), Vec::new());
    tour::walk(&window, async |window, at| {
        tour::open(window, 1).await;
        let said = window.js(&format!("const SEEN = {}; {COMPOSE}", json!(seen)), json!([])).await;
        seen.extend(said[0].as_array().into_iter().flatten().cloned());
        let here = said[1].as_array().into_iter().flatten();
        wrong.extend(here.map(|one| format!("{at}: {}", one.as_str().unwrap_or("?"))));
    })
    .await;
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(seen.len() > 100, "fields of every screen: {}", seen.len());
    file::verify(&plan, "after it");
}

/// The Enter that takes a candidate is no Enter of the window.
const ENTER: &str = r#"const one = document.activeElement;
    one.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    write(one, given[0], { isComposing: true });
    for (const name of ["keydown", "keyup"]) one.dispatchEvent(new KeyboardEvent(name, { key: "Enter", keyCode: 229, isComposing: true, ctrlKey: given[1], bubbles: true, cancelable: true }));
    await pause(300);
    const stays = document.activeElement === one && one.isConnected;
    one.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    return stays;"#;

#[tokio::test]
async fn the_enter_that_takes_a_candidate_submits_nothing() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::hospital(&plan);
    let window = Window::open(home, &plan).await;
    let takes = async |what: &str, text: &str, control: bool| {
        assert_eq!(window.js(ENTER, json!([text, control])).await, json!(true), "{what} keeps the focus");
    };
    window.chord(Key::Control, 'k').await;
    window.until("the search", "document.activeElement.matches('[data-find]')").await;
    takes("the search", "薬剤部", false).await;
    window.key(Key::Escape).await;

    window.tab("procedures", "procedures").await;
    window.choose("procedures", "病棟の与薬（注射・内服）").await;
    window.until("steps", "all('[data-row=\"procedure_steps\"]').length").await;
    let rows = async || window.js("return all('[data-row=\"procedure_steps\"]').length;", json!([])).await;
    let before = rows().await;
    window.js("controls('procedure_steps.text')[0].focus();", json!([])).await;
    takes("a step", "手順", true).await;
    assert_eq!(rows().await, before, "no line is added");

    window.press("adopt-row").await;
    window.until("who adopts", "controls('adopt.by').length").await;
    window.js("controls('adopt.by')[0].focus();", json!([])).await;
    takes("who adopts", "髙橋", false).await;
    window.press("close-dialog").await;

    window.tab("overview", "now").await;
    window.press("first-hour").await;
    window.js("await press('[data-go=\"hour-facility\"]');", json!([])).await;
    window.until("the first question", "controls('facility.name').length").await;
    window.js("controls('facility.name')[0].focus();", json!([])).await;
    takes("a question", "みほん病院", true).await;
}
