//! Dialogs, opened from Rust only, so that the screens need no file permission.

use crate::commands::Shared;
use std::path::{Path, PathBuf};
use std::process::Command;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, FilePath};

/// Asks for a file, or a folder. `null` when the person cancelled.
#[tauri::command]
pub(crate) async fn pick_file(app: AppHandle, purpose: String, suggestion: String) -> Option<String> {
    if let Some(answer) = scripted() {
        return answer;
    }
    let (ends, kind): (&[&str], &str) = match purpose.as_str() {
        "pdf" => (&["pdf"], "PDF"),
        "picture" => (&["png", "jpg", "jpeg"], "PNG・JPEG"),
        "sheet" => (&["xlsx", "csv", "xls", "vcf"], "Excel・CSV・vCard"),
        "vcf" => (&["vcf"], "vCard"),
        "xlsx" => (&["xlsx"], "Excel"),
        "csv" => (&["csv"], "CSV"),
        "scenario" | "take-scenario" => (&["toml"], "シナリオ"),
        // Files of any type: one to attach, one to save out.
        "file" | "any" => (&[], ""),
        _ => (&["sonae"], "備え（Sonae）"),
    };
    let opens = matches!(purpose.as_str(), "open" | "picture" | "file" | "sheet" | "take-scenario");
    let ask = move |suggestion: String| {
        if purpose == "folder" {
            let picked = app.dialog().file().blocking_pick_folder()?.into_path().ok()?;
            return Some((picked.clone(), picked));
        }
        let dialog = app.dialog().file();
        let dialog = if ends.is_empty() { dialog } else { dialog.add_filter(kind, ends) };
        let picked =
            if opens { dialog.blocking_pick_file() } else { dialog.set_file_name(suggestion).blocking_save_file() };
        match picked {
            Some(FilePath::Path(path)) if opens => Some((path.clone(), path)),
            Some(FilePath::Path(path)) => {
                let whole = ends.first().map_or_else(|| path.clone(), |end| with_ending(path.clone(), end));
                Some((whole, path))
            }
            _ => None,
        }
    };
    tauri::async_runtime::spawn_blocking(move || {
        let mut suggestion = suggestion;
        loop {
            let (whole, typed) = ask(suggestion)?;
            // The system asked about overwriting the name as typed; with the
            // ending added it may be another file, so it is asked about once more.
            if whole == typed || !whole.exists() {
                return Some(whole.display().to_string());
            }
            suggestion = whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        }
    })
    .await
    .ok()
    .flatten()
}

/// A name typed without its ending gets it.
fn with_ending(path: PathBuf, end: &str) -> PathBuf {
    if path.extension().is_some_and(|given| given.eq_ignore_ascii_case(end)) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(end);
    PathBuf::from(name)
}

/// Answers of a test script, one per line; an empty line is a cancel. Never in a release build.
#[expect(clippy::disallowed_methods, reason = "a script of the tests, not a file of a person")]
fn scripted() -> Option<Option<String>> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let script = PathBuf::from(std::env::var_os("SONAE_PICK_SCRIPT")?);
    let text = std::fs::read_to_string(&script).unwrap_or_default();
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    let rest: Vec<&str> = lines.collect();
    let _ = std::fs::write(&script, rest.join("\n"));
    Some(Some(first).filter(|line| !line.is_empty()))
}

/// Shows a file in the system's file manager.
#[tauri::command]
pub(crate) fn show_in_folder(path: String) -> bool {
    let path = Path::new(&path);
    if cfg!(windows) {
        return Command::new("explorer").arg("/select,").arg(path).spawn().is_ok();
    }
    open(path.parent().unwrap_or(path))
}

/// Opens a PDF this program has just written in the system's viewer; no other file.
#[tauri::command]
pub(crate) fn open_printed(shared: State<'_, Shared>, path: String) -> bool {
    let path = Path::new(&path);
    shared.has_printed(path) && path.is_file() && open(path)
}

/// Hands a file or folder to the program the system has for it.
fn open(path: &Path) -> bool {
    Command::new(if cfg!(windows) { "explorer" } else { "xdg-open" }).arg(path).spawn().is_ok()
}
