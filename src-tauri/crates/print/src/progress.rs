//! How long work is watched and cancelled.

/// Told between pages and chapters; may cancel.
pub trait Progress: Send + Sync {
    /// `done` of `all` steps are done. `false` cancels.
    fn go_on(&self, done: usize, all: usize) -> bool;
}

/// Nobody watches, nobody cancels.
pub struct Unwatched;

impl Progress for Unwatched {
    fn go_on(&self, _: usize, _: usize) -> bool {
        true
    }
}

/// The work was cancelled; nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;
