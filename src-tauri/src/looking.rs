//! The window that only looks: a second screen, a projector, a colleague at the same table.

use crate::windows::LOOK;
use tauri::{AppHandle, Manager, WebviewWindowBuilder};
use wire::Fault;

/// Opens the one looking window; when it is open already, brings it to the front.
// Async: on Windows a window made on the window's own thread would never come up.
#[tauri::command]
pub(crate) async fn open_look(app: AppHandle) -> Result<(), Fault> {
    show(&app).map_err(|_| Fault::of("window-unopened"))
}

fn show(app: &AppHandle) -> tauri::Result<()> {
    let window = match app.get_webview_window(LOOK) {
        Some(window) => window,
        None => {
            let config = app.config().app.windows.iter().find(|window| window.label == LOOK);
            WebviewWindowBuilder::from_config(app, config.ok_or(tauri::Error::WindowNotFound)?)?.build()?
        }
    };
    window.unminimize()?;
    window.show()?;
    window.set_focus()
}
