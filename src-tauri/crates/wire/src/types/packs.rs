//! Packs.

use super::{PackOf, PackPlace, PackWhat};

types! {
    /// Where packs are looked for.
    request PacksRequest {
        /// In what.
        source: PackPlace,
        /// The folder, or the hash of a stored one.
        at: String,
    }
    /// A pack the plan may be put on.
    reply PackView {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Which official editions it follows.
        edition: String,
        /// Its hash.
        hash: String,
        /// Whether the plan is on it.
        current: bool,
        /// What it would change.
        changes: Vec<PackChangeView>,
    }
    /// One difference.
    reply PackChangeView {
        /// What of it.
        of: PackOf,
        /// How it differs.
        what: PackWhat,
        /// Number or id.
        id: String,
        /// Title.
        title: String,
        /// Answers, own texts or rows of the plan that it touches; all are kept.
        touches: u32,
    }
    /// The pack that is accepted.
    request AcceptPackRequest {
        /// In what.
        source: PackPlace,
        /// The folder, or the hash of a stored one.
        at: String,
        /// Its hash.
        hash: String,
    }
}
