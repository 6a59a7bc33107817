//! What a window may do.

use crate::Fault;
use serde::Serialize;
use ts_rs::TS;

/// What a window may do with the open plan and with what lies around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Rights {
    /// Read the open plan and hear of its changes.
    pub look: bool,
    /// Change it.
    pub edit: bool,
    /// Reach beyond it: files and folders, which plan is open, what the program remembers.
    pub files: bool,
    /// See what the room sees of an exercise.
    pub room: bool,
}

impl Rights {
    /// A window nobody has heard of.
    pub const NONE: Self = Self { look: false, edit: false, files: false, room: false };
    /// A window that only looks.
    pub const LOOK: Self = Self { look: true, ..Self::NONE };
    /// The window people work in.
    pub const ALL: Self = Self { look: true, edit: true, files: true, room: true };
    /// The window of the room: nothing but what arrived there.
    pub const ROOM: Self = Self { room: true, ..Self::NONE };

    /// Lets whoever has at least the rights `needed` go on.
    ///
    /// # Errors
    /// `window-may-not`.
    pub fn need(self, needed: Self) -> Result<(), Fault> {
        let has =
            [(self.look, needed.look), (self.edit, needed.edit), (self.files, needed.files), (self.room, needed.room)];
        if has.iter().all(|(has, needed)| *has || !needed) { Ok(()) } else { Err(Fault::of("window-may-not")) }
    }
}
