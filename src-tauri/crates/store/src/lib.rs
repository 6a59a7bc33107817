//! One plan in one SQLite file: open, upgrade, transact, log, undo, copy, verify.
//!
//! Only this crate writes. Every write goes through [`Store::transact`];
//! triggers made from the declared kinds put each changed column, by name, into
//! one append-only log, and undo is read back from that log.
//!
//! One journal mode everywhere (TRUNCATE, synchronous EXTRA), because people
//! copy plans with the file manager and open them from sticks.
//!
//! Deliberately not here: rules about the plan (`plan`), the clock and new ids
//! (they come in with each [`Op`]), foreign keys and UNIQUE besides the id:
//! a duplicate or a dangling link is a finding, never a failed save.

mod acknowledge;
mod attachment;
mod beside;
mod copy;
mod create;
mod decide;
mod door;
mod error;
mod file;
mod foreign;
mod journal;
mod ladder;
mod load;
mod lock;
mod open;
mod pack;
mod packed;
mod replay;
mod restore;
mod schema;
mod seal;
mod transact;
mod triggers;
mod undo;
mod verify;
mod whole;

pub use attachment::hash_of;
pub use copy::{Turns, copy};
pub use create::{Seed, create};
pub use decide::Keep;
pub use error::{Error, Result};
pub use file::ENDING;
pub use journal::Stray;
pub use lock::Lock;
pub use open::{Intent, Opened, ReadOnly, id_of, is_older, open};
pub use pack::{Reserve, StoredPack};
pub use restore::restore;
pub use transact::{LastWrite, Op, Written};
pub use undo::{Direction, StepInfo};
pub use verify::{Fault, verify};
pub use whole::{change_whole, folder_whole, place_for, write_whole};

use plan::Id;
use rusqlite::Connection;
use std::path::PathBuf;

/// An open plan file. Lives on one thread; closing it releases the lock.
pub struct Store {
    connection: Connection,
    /// What is read in place of the file, where a journal lies beside it.
    read: Option<journal::Copied>,
    path: PathBuf,
    /// The file we opened, to notice when the path no longer is that file.
    file: same_file::Handle,
    /// Held while we may write.
    lock: Option<Lock>,
    plan: Id,
    /// Where packs are looked for whose texts were spoilt here.
    reserve: Reserve,
}

impl Store {
    /// The plan's id.
    pub fn plan_id(&self) -> Id {
        self.plan
    }

    /// Where the file is.
    pub fn path(&self) -> &std::path::Path {
        &self.path
    }

    /// A value of the `meta` table (`created_at`, `pack` …).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn meta(&self, key: &str) -> Result<Option<String>> {
        schema::meta(&self.connection, key)
    }
}

impl Drop for Store {
    /// Takes the empty journal away, so that nobody wonders about a second file beside the plan.
    fn drop(&mut self) {
        if self.lock.is_some() && self.still_there().is_ok() {
            door::remove_journal(&self.connection);
        }
    }
}
