//! Everything can be reached without the pointer.

use serde_json::json;
use thirtyfour::Key;
use window::{Window, file};

/// Strikes Tab until the focus is on something; every stop on the way must be visible.
async fn tab_to(window: &Window, selector: &str) {
    let mut way = Vec::new();
    for _ in 0..80 {
        let here = r#"const here = document.activeElement;
            const box = here.getBoundingClientRect();
            return [here.matches(given[0]), `${here.tagName} ${here.dataset.do ?? here.dataset.go ?? here.dataset.field ?? here.textContent.slice(0, 20)}`, box.width > 0 && box.height > 0];"#;
        let here = window.js(here, json!([selector])).await;
        assert_eq!(here[2], json!(true), "the focus is on something invisible: {here}");
        if here[0] == json!(true) {
            return;
        }
        way.push(here[1].as_str().unwrap_or_default().to_owned());
        strike(window, Key::Tab).await;
    }
    panic!("Tab never came to {selector}: {}", way.join(" → "));
}

async fn strike(window: &Window, key: Key) {
    window.strike(key.value().to_string()).await;
}

#[tokio::test]
async fn from_the_start_screen_to_a_new_system_without_the_pointer() {
    let window = Window::new().await;
    let plan = window.home.at("鍵盤.sonae");
    window.home.pick(&plan);
    window.until("the start", "all('[data-do=\"new\"]').length").await;
    tab_to(&window, "[data-do='new']").await;
    strike(&window, Key::Enter).await;
    window.until("the form", "controls('new.name').length").await;
    tab_to(&window, "[data-field='new.kind']").await;
    window.strike(" ").await;
    strike(&window, Key::Down).await;
    tab_to(&window, "[data-field='new.name']").await;
    window.strike("鍵盤診療所").await;
    tab_to(&window, "[data-do='create']").await;
    strike(&window, Key::Enter).await;
    window.opened().await;
    let focus = "return document.activeElement.tagName;";
    window.until("the focus on the heading", "document.activeElement.tagName === 'H1'").await;
    assert_eq!(window.js(focus, json!([])).await, json!("H1"), "the focus follows to the new screen");

    // From the heading backwards into the rail, as someone who hears the screen would.
    window.js("document.body.focus(); document.querySelector('.skip').focus();", json!([])).await;
    tab_to(&window, "[data-go='systems']").await;
    strike(&window, Key::Enter).await;
    window.until("the systems", "document.querySelector('[data-go=\"systems\"]').ariaCurrent === 'page'").await;
    window.until("the list", "all('[data-do=\"add-systems\"]').length").await;
    tab_to(&window, "[data-tab='systems']").await;
    strike(&window, Key::Right).await;
    window.until("the next tab", "document.activeElement.dataset.tab === 'system_links'").await;
    strike(&window, Key::Left).await;
    window.until("the first tab", "document.activeElement.dataset.tab === 'systems'").await;
    tab_to(&window, "[data-do='add-systems']").await;
    strike(&window, Key::Enter).await;
    window.until("the focus in the first field", "document.activeElement.dataset.field === 'systems.name'").await;
    window.strike("鍵盤だけの装置").await;
    strike(&window, Key::Tab).await;
    window.saved().await;
    assert!(file::holds(&plan, "systems", "name", "鍵盤だけの装置"), "it lies in the file");
}
