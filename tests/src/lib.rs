//! What the tests share: a world outside that stands still, a plan in two
//! lines, the built `sonae`, a window without a screen, witnesses that share no code with us, and
//! processes of our own to be killed or shut into a small disk.
//!
//! Deliberately not here: anything that decides whether a test passes, beyond
//! the sentences that hold for every error.
#![allow(clippy::disallowed_methods, reason = "tests write the files they damage")]

pub mod actor;
pub mod case;
pub mod filled;
pub mod fixture;
pub mod forms;
pub mod growth;
pub mod journal;
pub mod outline;
pub mod outside;
pub mod paper;
pub mod rows;
pub mod said;
pub mod scene;
pub mod sonae;
pub mod torture;
pub mod window;
pub mod witness;

use std::path::PathBuf;

/// A place in the checkout.
pub fn checkout(inside: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(inside)
}
