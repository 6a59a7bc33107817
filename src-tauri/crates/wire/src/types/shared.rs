//! What many commands ask and tell.

use super::{Status};

types! {
    /// No arguments.
    request Empty {}
    /// Nothing to say.
    reply Nothing {}
    /// An id and its word.
    reply Word {
        /// Id.
        id: String,
        /// Word.
        text: String,
    }
    /// A record by kind and id.
    reply Ref {
        /// Noun.
        kind: String,
        /// Id.
        id: String,
    }
    /// A record with its name.
    reply NamedRef {
        /// Id.
        id: String,
        /// Name.
        title: String,
    }
    /// What an edit did.
    reply Changed {
        /// Number of the last change.
        seq: i64,
        /// Rows that changed.
        changed: Vec<Ref>,
        /// Whether anything may show otherwise: the plan is on another pack.
        everything: bool,
        /// The record that was added.
        record: Option<String>,
        /// The text now stored in the field that was set.
        value: Option<String>,
        /// Where the plan stands now.
        status: Status,
    }
    /// A kind.
    request KindRequest {
        /// Noun.
        kind: String,
    }
    /// A record.
    request RecordRequest {
        /// Noun.
        kind: String,
        /// Record.
        id: String,
    }
    /// A file.
    request PathRequest {
        /// Full path.
        path: String,
    }
}
