//! The keyboard: what someone does who cannot use a pointer.

use crate::Window;
use serde_json::json;
use thirtyfour::Key;

/// More stops than any screen has.
const STOPS: usize = 250;

impl Window {
    /// Strikes one key.
    pub async fn key(&self, key: Key) {
        self.strike(key.value().to_string()).await;
    }

    /// Strikes Tab until the focus is on something; every stop on the way must be visible.
    pub async fn tab_to(&self, selector: &str) {
        self.walk_to(selector, false).await;
    }

    /// Strikes Shift+Tab until the focus is on something.
    pub async fn tab_back_to(&self, selector: &str) {
        self.walk_to(selector, true).await;
    }

    async fn walk_to(&self, selector: &str, back: bool) {
        let mut way = Vec::new();
        for _ in 0..STOPS {
            let here = r#"const here = document.activeElement;
                const box = here.getBoundingClientRect();
                return [here.matches(given[0]), `${here.tagName} ${here.dataset.do ?? here.dataset.go ?? here.dataset.field ?? here.textContent.slice(0, 20)}`, box.width > 0 && box.height > 0];"#;
            let here = self.js(here, json!([selector])).await;
            assert_eq!(here[2], json!(true), "the focus is on something invisible: {here}");
            if here[0] == json!(true) {
                return;
            }
            way.push(here[1].as_str().unwrap_or_default().to_owned());
            if back { self.chord(Key::Shift, Key::Tab).await } else { self.key(Key::Tab).await }
        }
        self.screenshot("failed").await;
        panic!("Tab never came to {selector}: {}", way[..way.len().min(70)].join(" → "));
    }

    /// Goes to a button by Tab and presses it with Enter. Afterwards the focus must not be
    /// nowhere: who hears the screen would begin again at its top.
    pub async fn enter(&self, button: &str, what: &str, look: &str) {
        self.tab_to(button).await;
        self.key(Key::Enter).await;
        self.until(what, look).await;
        self.focus_stays(button).await;
    }

    /// Waits until the focus is on something after a button was pressed.
    pub async fn focus_stays(&self, after: &str) {
        let held = "document.activeElement && document.activeElement !== document.body";
        self.until(&format!("the focus to be somewhere after {after}"), held).await;
    }

    /// Types over what the field in focus holds.
    pub async fn type_over(&self, text: &str) {
        self.chord(Key::Control, 'a').await;
        self.strike(text).await;
    }
}
