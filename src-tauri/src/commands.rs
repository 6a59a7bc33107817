//! The door: carries requests to `wire` off the window's thread and tells windows what changed.
//!
//! Who comes through has passed the gate (`windows`); `wire` asks for the rights of the command itself.

use crate::followers::Followers;
use crate::windows;
use binder::Outside;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tauri::ipc::{Channel, Response};
use tauri::{State, WebviewWindow};
use wire::{Fault, Host, News, PreviewRequest, Rights};

/// What the commands share.
pub(crate) struct Shared {
    host: Arc<Host>,
    start: Option<String>,
    /// The PDFs this program has written since it started: only these it opens.
    printed: Mutex<BTreeSet<PathBuf>>,
    /// Who is told of changes, and of how far works are.
    pub followers: Arc<Followers>,
}

impl Shared {
    /// One per program.
    pub(crate) fn new(outside: Arc<dyn Outside>, data: PathBuf, start: Option<String>) -> Self {
        let (host, followers) = (Host::new(outside, data), Arc::new(Followers::default()));
        let told = followers.clone();
        host.tell_works(move |news| told.tell(&news));
        Self { host: Arc::new(host), start, printed: Mutex::default(), followers }
    }

    /// Whether this program has written a PDF.
    pub(crate) fn has_printed(&self, path: &Path) -> bool {
        self.printed.lock().unwrap_or_else(PoisonError::into_inner).contains(path)
    }
}

/// What this window may do.
#[tauri::command]
pub(crate) fn window_rights(window: WebviewWindow) -> Rights {
    windows::rights(window.label())
}

/// Any command of the contract.
#[tauri::command]
pub(crate) async fn call(
    window: WebviewWindow,
    shared: State<'_, Shared>,
    name: String,
    request: Value,
) -> Result<Response, Fault> {
    let (host, rights) = (shared.host.clone(), windows::rights(window.label()));
    let before = host.openings();
    let writes = if matches!(name.as_str(), "print" | "print_exercise") {
        request["path"].as_str().map(PathBuf::from)
    } else {
        None
    };
    let answered = off_the_window(move || wire::call(&host, rights, &name, request)).await;
    // A plan that could not be opened may have cost the one before.
    if shared.host.openings() != before {
        shared.followers.tell(&News::Opened);
    }
    let answered = answered?;
    shared.printed.lock().unwrap_or_else(PoisonError::into_inner).extend(writes);
    if let Some(changed) = answered.changed {
        shared.followers.tell(&changed);
    }
    Ok(Response::new(answered.reply))
}

/// A command of the contract that takes nothing and changes nothing, for a window that may ask for no other.
pub(crate) async fn ask(shared: &Shared, rights: Rights, name: &'static str) -> Result<Response, Fault> {
    let host = shared.host.clone();
    let answered = off_the_window(move || wire::call(&host, rights, name, Value::Object(Default::default()))).await?;
    Ok(Response::new(answered.reply))
}

/// An act of the room's window, which may do no other than those it names.
pub(crate) async fn act_of_room(shared: &Shared, act: String) -> Result<(), Fault> {
    let host = shared.host.clone();
    let acted = off_the_window(move || wire::room_act(&host, &act)).await?;
    shared.followers.tell(&acted);
    Ok(())
}

/// The pages that carry a record, as raw PDF bytes.
#[tauri::command]
pub(crate) async fn preview(
    window: WebviewWindow,
    shared: State<'_, Shared>,
    request: PreviewRequest,
) -> Result<Response, Fault> {
    let (host, rights, label) = (shared.host.clone(), windows::rights(window.label()), window.label().to_owned());
    let bytes = off_the_window(move || wire::preview(&host, &label, rights, &request)).await?;
    Ok(Response::new(bytes))
}

/// From now on this window is told what changes.
#[tauri::command]
pub(crate) fn follow(window: WebviewWindow, shared: State<'_, Shared>, channel: Channel<News>) {
    shared.followers.add(window.label(), channel);
}

/// The plan the program was started with, if any.
#[tauri::command]
pub(crate) fn start_file(shared: State<'_, Shared>) -> Option<String> {
    shared.start.clone()
}

async fn off_the_window<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(done) => done,
        Err(_) => Err(Fault::of("unexpected")),
    }
}
