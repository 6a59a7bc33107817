//! The contract with the screens.
//!
//! Each command is declared once in [`contract`]: the rights a window needs for
//! it, its name, request and reply. From that list come the dispatcher the app
//! calls ([`call`]), which refuses a window that lacks a right, and the
//! TypeScript types the screens use (`ui/src/backend/contract.ts`, compared by
//! a test). A command unpacks its request, calls one `binder` function and
//! packs the reply; rules live below.
//!
//! Deliberately not here: Tauri, dialogs, which windows there are, the wording of errors, any rule
//! about plans. Screens and core ship together, so the contract has no version.

mod commands;
mod contract;
mod fault;
mod host;
mod news;
mod rights;
mod types;
mod typescript;

pub use commands::{preview, room_act};

pub use contract::{Answered, COMMANDS, call};
pub use fault::Fault;
pub use host::Host;
pub use news::News;
pub use rights::Rights;
pub use types::*;
pub use typescript::typescript;
