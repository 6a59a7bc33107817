//! The window of the room: what participants of an exercise see, on the projector where there is one.
//!
//! Where it stands is all this knows; what it shows it asks for itself, and is given only what arrived (docs/adr/0042).

use crate::commands::{self, Shared};
use crate::windows::{self, MAIN, ROOM};
use tauri::ipc::Response;
use tauri::{AppHandle, Manager, Monitor, State, WebviewWindow, WebviewWindowBuilder};
use wire::Fault;

/// Opens the room's window, or brings it back: on the screen the main window is not on, where there is another.
// Async: on Windows a window made on the window's own thread would never come up.
#[tauri::command]
pub(crate) async fn open_room(app: AppHandle) -> Result<(), Fault> {
    show(&app).map_err(|_| Fault::of("window-unopened"))
}

/// What the room sees: the one thing its window may ask for.
#[tauri::command]
pub(crate) async fn see_room(window: WebviewWindow, shared: State<'_, Shared>) -> Result<Response, Fault> {
    commands::ask(&shared, windows::rights(window.label()), "room").await
}

/// What the room's window may do besides: say the stop word, darken the wall and light it again.
#[tauri::command]
pub(crate) async fn room_act(shared: State<'_, Shared>, act: String) -> Result<(), Fault> {
    if !["stop", "blank", "show"].contains(&act.as_str()) {
        return Err(Fault::of("window-may-not"));
    }
    commands::act_of_room(&shared, act).await
}

/// Whether it is there: `shown`, `hidden` (it made room for the main window) or `gone`.
#[tauri::command]
pub(crate) fn room_state(app: AppHandle) -> &'static str {
    match app.get_webview_window(ROOM).map(|room| room.is_visible().unwrap_or(false)) {
        Some(true) => "shown",
        Some(false) => "hidden",
        None => "gone",
    }
}

/// The two windows change places, each whole on its screen. With one screen the room comes to the front: its own key leads
/// back.
#[tauri::command]
pub(crate) async fn swap_screens(app: AppHandle) -> Result<(), Fault> {
    swap(&app).map_err(|_| Fault::of("window-unopened"))
}

/// The room's window goes out of sight, and the main one is in front. It never ends anything.
#[tauri::command]
pub(crate) fn leave_room(app: AppHandle) -> Result<(), Fault> {
    let leave = || -> tauri::Result<()> {
        if let Some(room) = app.get_webview_window(ROOM) {
            room.hide()?;
        }
        app.get_webview_window(MAIN).map_or(Ok(()), |main| main.set_focus())
    };
    leave().map_err(|_| Fault::of("window-unopened"))
}

fn show(app: &AppHandle) -> tauri::Result<()> {
    let room = match app.get_webview_window(ROOM) {
        Some(room) => room,
        None => {
            let config = app.config().app.windows.iter().find(|window| window.label == ROOM);
            WebviewWindowBuilder::from_config(app, config.ok_or(tauri::Error::WindowNotFound)?)?.build()?
        }
    };
    let screens = room.available_monitors()?;
    if let Some(main) = app.get_webview_window(MAIN)
        && let Some(other) = other_than(main.current_monitor()?, &screens)
    {
        stand(&room, other)?;
    }
    room.unminimize()?;
    room.show()?;
    match screens.len() {
        // With one screen whoever leads keeps the keys.
        0 | 1 => app.get_webview_window(MAIN).map_or(Ok(()), |main| main.set_focus()),
        _ => Ok(()),
    }
}

fn swap(app: &AppHandle) -> tauri::Result<()> {
    let (Some(main), Some(room)) = (app.get_webview_window(MAIN), app.get_webview_window(ROOM)) else {
        return show(app);
    };
    let screens = room.available_monitors()?;
    let Some(of_main) = main.current_monitor()? else { return room.set_focus() };
    let Some(other) = other_than(Some(of_main.clone()), &screens) else {
        room.show()?;
        return room.set_focus();
    };
    let full = room.is_fullscreen()?;
    room.set_fullscreen(false)?;
    main.set_position(*other.position())?;
    room.set_position(*of_main.position())?;
    room.set_fullscreen(full)?;
    main.set_focus()
}

fn stand(room: &WebviewWindow, on: &Monitor) -> tauri::Result<()> {
    room.set_position(*on.position())?;
    room.set_fullscreen(true)
}

fn other_than(here: Option<Monitor>, screens: &[Monitor]) -> Option<&Monitor> {
    let here = here?;
    screens.iter().find(|screen| screen.position() != here.position())
}
