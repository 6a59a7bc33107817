//! What windows are told without having asked.

use crate::types::Ref;
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
}
