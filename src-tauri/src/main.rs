//! The shell: the windows and what each may do, dialogs, and one door to the contract.
//!
//! `wire::call` dispatches every command by name, so this crate only carries
//! requests across and tells windows what changed. Deliberately not here:
//! any rule about plans, any text for people besides titles of windows and dialogs.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod dialogs;
mod followers;
mod looking;
mod outside;
mod room;
mod windows;

use std::sync::Arc;
use tauri::{Manager, Window, WindowEvent};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .setup(|app| {
            // A folder of its own: WebKit keeps its files in the parent.
            let data = app.path().app_data_dir()?.join("sonae");
            app.manage(commands::Shared::new(Arc::new(outside::System), data, start_path()));
            Ok(())
        })
        .invoke_handler(windows::gate)
        .on_window_event(gone)
        .run(tauri::generate_context!());
    if let Err(error) = built {
        eprintln!("the window could not be opened: {error}");
        std::process::exit(4);
    }
}

/// Without the main window there is no plan, and nothing to look at.
fn gone(window: &Window, event: &WindowEvent) {
    if !matches!(event, WindowEvent::Destroyed) {
        return;
    }
    window.state::<commands::Shared>().followers.remove(window.label());
    if window.label() == windows::MAIN {
        window.app_handle().exit(0);
    }
}

/// A plan named on the command line (a double click on a file).
fn start_path() -> Option<String> {
    std::env::args_os().nth(1).map(|path| path.to_string_lossy().into_owned()).filter(|path| path.ends_with(".sonae"))
}
