//! The shell: one window, dialogs, and one door to the contract.
//!
//! `wire::call` dispatches every command by name, so this crate only carries
//! requests across and tells every window what changed. Deliberately not here:
//! any rule about plans, any text for people besides dialog titles.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod dialogs;
mod outside;

use std::sync::Arc;
use tauri::Manager;

fn main() {
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .setup(|app| {
            // A folder of its own: WebKit keeps its files in the parent.
            let data = app.path().app_data_dir()?.join("sonae");
            app.manage(commands::Shared::new(Arc::new(outside::System), data, start_path()));
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::preview,
            commands::start_file,
            dialogs::pick_file,
            dialogs::show_in_folder,
        ])
        .run(tauri::generate_context!());
    if let Err(error) = built {
        eprintln!("the window could not be opened: {error}");
        std::process::exit(4);
    }
}

/// A plan named on the command line (a double click on a file).
fn start_path() -> Option<String> {
    std::env::args_os().nth(1).map(|path| path.to_string_lossy().into_owned()).filter(|path| path.ends_with(".sonae"))
}
