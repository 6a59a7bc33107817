//! Rows the file and its history disagree about.

use super::{Ref, SideView};

types! {
    /// What a person has to decide.
    reply Doubts {
        /// Number of the last change it shows.
        seq: i64,
        /// The rows.
        rows: Vec<DoubtView>,
    }
    /// A row in doubt.
    reply DoubtView {
        /// Which.
        at: Ref,
        /// The word of its kind.
        kind: String,
        /// What people call it.
        title: String,
        /// The values that differ.
        disputed: Vec<DisputedView>,
        /// Whether its history is proven to be as it was written: then it is the file that was damaged.
        history_whole: bool,
    }
    /// A value in doubt.
    reply DisputedView {
        /// What it is called.
        label: String,
        /// What the file says.
        found: String,
        /// What its history says.
        logged: String,
    }
    /// What a person decided.
    request DecideRequest {
        /// Noun; empty = all rows in doubt.
        kind: String,
        /// Record.
        id: String,
        /// Which side is kept.
        keep: SideView,
    }
}
