//! The template pack a plan stays on, stored whole by its hash.

use crate::{Op, Result, Store, Written, schema, transact};
use plan::Change;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

/// A pack as the plan keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPack {
    /// Pack id.
    pub id: String,
    /// Its hash.
    pub hash: String,
    /// Paths and texts.
    pub files: BTreeMap<String, String>,
}

impl Store {
    /// The pack this plan is on.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pack(&self) -> Result<Option<StoredPack>> {
        let Some(hash) = schema::meta(&self.connection, "pack")? else { return Ok(None) };
        self.pack_by_hash(&hash)
    }

    /// A pack this plan was on at some time.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pack_by_hash(&self, hash: &str) -> Result<Option<StoredPack>> {
        let hash = hash.to_owned();
        Ok(self
            .connection
            .query_row("SELECT id, files FROM packs WHERE hash = ?1", [&hash], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })
            .optional()?
            .map(|(id, files)| StoredPack { id, hash, files: serde_json::from_str(&files).unwrap_or_default() }))
    }

    /// Hashes of all packs this plan was ever on, the first one first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn packs(&self) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare("SELECT hash FROM packs ORDER BY rowid")?;
        let hashes = statement.query_map([], |row| row.get(0))?;
        Ok(hashes.collect::<rusqlite::Result<_>>()?)
    }

    /// Puts the plan on another pack, with the changes that go with it, in one transaction.
    /// The packs it was on stay in the file.
    ///
    /// # Errors
    /// The plan on disk is as before.
    pub fn change_pack(&mut self, op: &Op, pack: &StoredPack, changes: &[Change]) -> Result<Written> {
        self.run(op, true, |connection| {
            put(connection, pack)?;
            for change in changes {
                transact::put(connection, change)?;
            }
            Ok(())
        })
    }
}

/// Stores a pack and puts the plan on it.
pub fn put(connection: &Connection, pack: &StoredPack) -> Result<()> {
    let files = serde_json::to_string(&pack.files).unwrap_or_default();
    connection.execute(
        "INSERT INTO packs(hash, id, files) VALUES (?1, ?2, ?3) ON CONFLICT(hash) DO NOTHING",
        params![pack.hash, pack.id, files],
    )?;
    schema::set_meta(connection, "pack", &pack.hash)
}
