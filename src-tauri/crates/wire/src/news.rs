//! What windows are told without having asked.

use crate::types::{DoingView, Ref, Work};
use serde::Serialize;
use ts_rs::TS;

/// Told to every window that may look.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "what", rename_all = "lowercase")]
#[ts(tag = "what", rename_all = "lowercase")]
pub enum News {
    /// Rows changed, in whichever window.
    Changed {
        /// Number of the change.
        seq: i64,
        /// The rows.
        changed: Vec<Ref>,
    },
    /// Another plan is open, or none, or it is on another pack.
    Opened,
    /// How far a work is; several times a second at most.
    Working {
        /// Which.
        work: Work,
        /// What is being done.
        doing: DoingView,
        /// So many steps of it are done.
        done: u32,
        /// Of so many.
        all: u32,
    },
}
