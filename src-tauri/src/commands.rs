//! The door: carries requests to `wire` off the window's thread and tells every window what changed.

use binder::Outside;
use serde_json::Value;
use std::path::PathBuf;
use std::sync::Arc;
use tauri::{AppHandle, Emitter, State};
use wire::{Fault, Host, PreviewRequest};

/// What the commands share.
pub struct Shared {
    host: Arc<Host>,
    start: Option<String>,
}

impl Shared {
    /// One per program.
    pub fn new(outside: Arc<dyn Outside>, data: PathBuf, start: Option<String>) -> Self {
        Self { host: Arc::new(Host::new(outside, data)), start }
    }
}

/// Any command of the contract.
#[tauri::command]
pub async fn call(app: AppHandle, shared: State<'_, Shared>, name: String, request: Value) -> Result<Value, Fault> {
    let host = shared.host.clone();
    let answered = off_the_window(move || wire::call(&host, &name, request)).await?;
    if let Some(changed) = answered.changed {
        // A window that is gone does not need to hear of it.
        let _ = app.emit("changed", changed);
    }
    Ok(answered.reply)
}

/// The pages that carry a record, as raw PDF bytes.
#[tauri::command]
pub async fn preview(shared: State<'_, Shared>, request: PreviewRequest) -> Result<tauri::ipc::Response, Fault> {
    let host = shared.host.clone();
    let bytes = off_the_window(move || wire::preview(&host, &request)).await?;
    Ok(tauri::ipc::Response::new(bytes))
}

/// The plan the program was started with, if any.
#[tauri::command]
pub fn start_file(shared: State<'_, Shared>) -> Option<String> {
    shared.start.clone()
}

async fn off_the_window<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(done) => done,
        Err(_) => Err(binder::Error::Pdf("worker".to_owned()).into()),
    }
}
