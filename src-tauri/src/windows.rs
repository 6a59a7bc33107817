//! Which windows there are, by label, what each may do, and the gate they pass.
//!
//! The only such list. A capability file guards the commands of Tauri and its
//! plugins, not the app's own: those are declared here, each with the rights a
//! window needs for it, and no other way leads to them.

use crate::{commands, dialogs, looking, room};
use tauri::Wry;
use tauri::ipc::Invoke;
use wire::{Fault, Rights};

/// The window people work in.
pub(crate) const MAIN: &str = "main";
/// The window that only looks.
pub(crate) const LOOK: &str = "look";

/// The window of the room: what participants of an exercise see.
pub(crate) const ROOM: &str = "room";

/// What a window may do; one that is not named here, nothing.
pub(crate) fn rights(label: &str) -> Rights {
    match label {
        MAIN => Rights::ALL,
        LOOK => Rights::LOOK,
        ROOM => Rights::ROOM,
        _ => Rights::NONE,
    }
}

macro_rules! shell {
    ($( [$($right:ident)*] $module:ident :: $name:ident; )+) => {
        /// The rights each command needs.
        const NEEDED: &[(&str, Rights)] =
            &[ $( (stringify!($name), Rights { $( $right: true, )* ..Rights::NONE }) ),+ ];

        /// Runs a command for a window that may.
        fn run(invoke: Invoke<Wry>) -> bool {
            let commands: fn(Invoke<Wry>) -> bool = tauri::generate_handler![ $( $module::$name ),+ ];
            commands(invoke)
        }
    };
}

shell! {
    [] commands::window_rights;
    // These two ask once more, for what exactly is asked.
    [look] commands::call;
    [look] commands::preview;
    [look] commands::follow;
    [files] commands::start_file;
    [files] dialogs::pick_file;
    [files] dialogs::show_in_folder;
    [files] dialogs::open_printed;
    [files] looking::open_look;
    [files] room::open_room;
    [files] room::room_state;
    [files] room::swap_screens;
    [room] room::see_room;
    [room] room::room_act;
    [room] room::leave_room;
}

/// Every command of the shell comes in here.
pub(crate) fn gate(invoke: Invoke<Wry>) -> bool {
    match admitted(invoke.message.webview_ref().label(), invoke.message.command()) {
        Ok(()) => run(invoke),
        Err(fault) => {
            invoke.resolver.reject(fault);
            true
        }
    }
}

fn admitted(label: &str, command: &str) -> Result<(), Fault> {
    let needed = NEEDED.iter().find(|(name, _)| *name == command).map_or(Rights::ALL, |(_, needed)| *needed);
    rights(label).need(needed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The commands a window is let through to.
    fn admits(label: &str) -> Vec<&'static str> {
        NEEDED.iter().map(|(name, _)| *name).filter(|name| admitted(label, name).is_ok()).collect()
    }

    #[test]
    fn the_main_window_may_everything_a_looking_one_only_look_and_any_other_nothing() {
        assert_eq!(admits(MAIN).len(), NEEDED.len());
        assert_eq!(admits(LOOK), ["window_rights", "call", "preview", "follow"]);
        assert_eq!(admits(ROOM), ["window_rights", "see_room", "room_act", "leave_room"]);
        for other in ["", "Main", "main ", "look2", "looking"] {
            assert_eq!(rights(other), Rights::NONE, "{other}");
            assert_eq!(admits(other), ["window_rights"], "{other}");
        }
    }

    #[test]
    fn the_configuration_has_these_windows_and_only_the_main_one_has_permissions_of_tauri() {
        let json = |path: &str| -> serde_json::Value {
            let text = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
            serde_json::from_str(&text).unwrap()
        };
        let windows = &json("tauri.conf.json")["app"]["windows"];
        let labels: Vec<&str> = windows.as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap()).collect();
        assert_eq!(labels, [MAIN, LOOK, ROOM]);
        assert_eq!(json("capabilities/default.json")["windows"], serde_json::json!([MAIN]));
        assert_eq!(std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities")).unwrap().count(), 1);
    }
}
