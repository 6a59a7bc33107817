//! More than one window of the same program.

use crate::{Window, until};
use serde_json::{Value, json};

impl Window {
    /// From now on everything is done in the window with this label.
    ///
    /// # Panics
    /// When there is no such window.
    pub async fn turn_to(&self, label: &str) {
        until(&format!("the window {label}"), || async {
            for handle in self.session.windows().await.ok()? {
                // A window that is just closing is still listed.
                if self.session.switch_to_window(handle).await.is_ok() && self.label().await == json!(label) {
                    return Some(());
                }
            }
            None
        })
        .await;
    }

    /// The label of the window things are done in.
    pub async fn label(&self) -> Value {
        let label = "return window.__TAURI_INTERNALS__?.metadata.currentWindow.label ?? null;";
        self.try_js(label, json!([])).await.unwrap_or_default()
    }

    /// How many windows there are.
    ///
    /// # Panics
    /// When the driver does not say.
    pub async fn count(&self) -> usize {
        self.session.windows().await.expect("the driver lists windows").len()
    }

    /// What the program says against a command asked by hand in this window; nothing when it does it.
    pub async fn refused(&self, command: &str, request: Value) -> Value {
        let body = r#"return await window.__TAURI_INTERNALS__.invoke(given[0], given[1]).then(() => null, (error) => error.code ?? String(error));"#;
        self.js(body, json!([command, request])).await
    }
}
