//! For whoever uses no pointer: everything can be reached, and no key press leaves them nowhere.

use serde_json::json;
use thirtyfour::Key;
use window::{Home, Window, file, until};

#[tokio::test]
async fn from_the_start_screen_to_a_new_system_without_the_pointer() {
    let window = Window::new().await;
    let plan = window.home.at("鍵盤.sonae");
    window.home.pick(&plan);
    window.until("the start", "all('[data-do=\"new\"]').length").await;
    window.enter("[data-do='new']", "the form", "controls('new.name').length").await;
    window.enter("[data-do='cancel-new']", "the start again", "!controls('new.name').length").await;
    window.enter("[data-do='new']", "the form", "controls('new.name').length").await;
    window.tab_to("[data-field='new.kind']").await;
    window.strike(" ").await;
    window.key(Key::Down).await;
    window.tab_to("[data-field='new.name']").await;
    window.strike("鍵盤診療所").await;
    window.tab_to("[data-do='create']").await;
    window.key(Key::Enter).await;
    window.opened().await;
    window.until("the focus on the heading", "document.activeElement.tagName === 'H1'").await;

    // From the heading backwards into the rail, as someone who hears the screen would.
    window.tab_back_to("[data-go='systems']").await;
    window.key(Key::Enter).await;
    window.until("the systems", "document.querySelector('[data-go=\"systems\"]').ariaCurrent === 'page'").await;
    window.until("the list", "all('[data-do=\"add-systems\"]').length").await;
    window.tab_to("[data-tab='systems']").await;
    window.key(Key::Right).await;
    window.until("the next tab", "document.activeElement.dataset.tab === 'clinical_tasks'").await;
    window.key(Key::Left).await;
    window.until("the first tab", "document.activeElement.dataset.tab === 'systems'").await;
    let first = "document.activeElement.dataset.field === 'systems.name'";
    window.enter("[data-do='add-systems']", "the focus in the first field", first).await;
    window.strike("鍵盤だけの装置").await;
    window.key(Key::Tab).await;
    window.saved().await;
    assert!(file::holds(&plan, "systems", "name", "鍵盤だけの装置"), "it lies in the file");
}

#[tokio::test]
async fn a_button_that_takes_itself_away_leaves_the_focus_somewhere() {
    let home = Home::new();
    let plan = home.at("計画.sonae");
    file::hospital(&plan);
    let window = Window::open(home, &plan).await;
    window.tab("systems", "systems").await;
    window.until("the list", "all('[data-row=\"systems\"]').length > 3").await;
    let rows = file::rows(&plan, "systems").len();
    let note = "document.querySelector('[data-note]')";
    let shows = |count: usize| format!("all('[data-row=\"systems\"]').length === {count}");

    window.enter("[data-row='systems']", "a form", "all('[data-form=\"systems\"]').length").await;
    window.enter("[data-do='adopt-row']", "the question who", "controls('adopt.by').length").await;
    window.tab_to("[data-field='adopt.by']").await;
    window.type_over("髙橋").await;
    window
        .enter(
            "[data-do='adopt-now']",
            "an adopted row",
            "!document.querySelector('dialog') && !all('[data-do=\"adopt-row\"]').length",
        )
        .await;
    window.enter("[data-do='remove']", "one row less", &shows(rows - 1)).await;
    window.enter("[data-do='restore']", "the row again", &shows(rows)).await;
    window.enter("[data-row='systems']", "a form", "all('[data-form=\"systems\"]').length").await;
    window.enter("[data-do='close-detail']", "the list alone", "!all('[data-form=\"systems\"]').length").await;
    window.enter("[data-do='show-preview']", "the preview", "document.querySelector('.preview')").await;
    window.enter("[data-do='hide-preview']", "no preview", "!document.querySelector('.preview')").await;
    for direction in ["undo", "redo"] {
        let spent = format!("document.querySelector('[data-do=\"{direction}\"]').disabled");
        while window.js(&format!("return {spent};"), json!([])).await == false {
            let before = seq(&window).await;
            window.tab_to(&format!("[data-do='{direction}']")).await;
            window.key(Key::Enter).await;
            let what = format!("{direction} to be done");
            let later = async || (seq(&window).await > before).then_some(());
            until(&what, later).await;
            window.focus_stays(direction).await;
            window.saved().await;
        }
    }
    window.until("word of it", note).await;
    window.enter("[data-note] button:last-of-type", "no note", &format!("!{note}")).await;
    window.go("guide").await;
    window.enter("[data-do='remark-later']", "a remark", "all('[data-remark]').length").await;
    window.enter("[data-do='remove-remark']", "no remark", "!all('[data-remark]').length").await;
    window.tab("contacts", "contact_tree").await;
    window.enter("[data-do='add-contact_tree']", "a box", "all('[data-tree-box]').length").await;
    window.enter("[data-do='tree-remove']", "no box", "!all('[data-tree-box]').length").await;
    window.enter(".top [data-do='menu']", "the menu", "document.querySelector('.top .menu').open").await;
    window.enter("[data-do='close']", "the start screen", "document.querySelector('main.start')").await;
}

async fn seq(window: &Window) -> Option<u64> {
    window.ask("current", json!({})).await["status"]["seq"].as_u64()
}
