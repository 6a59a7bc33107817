//! Packs a plan keeps beside the model's: checklists and scenarios, at most one of each id.

use crate::{Error, Op, Result, Store, StoredPack, Written, pack};
use rusqlite::{Connection, params};
use template::PackKind;

impl Store {
    /// The packs of a sort this plan keeps, by id; none in a file of a program before schema 5.
    ///
    /// # Errors
    /// When the file cannot be read; [`Error::Damaged`] when a pack is missing or cannot be unpacked.
    pub fn beside(&self, kind: PackKind) -> Result<Vec<StoredPack>> {
        let chosen = self.chosen()?.into_iter().filter(|(of, _)| of == kind.folder());
        let found = |hash: String| self.pack_by_hash(&hash)?.ok_or_else(|| Error::Damaged(format!("pack: no {hash}")));
        chosen.map(|(_, hash)| found(hash)).collect()
    }

    /// Puts packs in the place of those of the same id, in one transaction. Those stay in the file.
    ///
    /// # Errors
    /// The plan on disk is as before.
    pub fn change_beside(&mut self, op: &Op, packs: &[StoredPack]) -> Result<Written> {
        self.run(op, true, |connection| packs.iter().try_for_each(|pack| choose(connection, pack)))
    }

    /// Sort and hash of every pack that counts, by sort and id.
    pub(crate) fn chosen(&self) -> Result<Vec<(String, String)>> {
        let there = "SELECT count(*) FROM sqlite_master WHERE name = 'chosen_packs'";
        if self.connection.query_row(there, [], |row| row.get::<_, i64>(0))? == 0 {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare("SELECT kind, hash FROM chosen_packs ORDER BY kind, id")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// Stores a pack and makes it the one of its id.
pub(crate) fn choose(connection: &Connection, pack: &StoredPack) -> Result<()> {
    pack::keep(connection, pack)?;
    connection.execute(
        "INSERT INTO chosen_packs(kind, id, hash) VALUES (?1, ?2, ?3)
         ON CONFLICT(kind, id) DO UPDATE SET hash = excluded.hash",
        params![pack.kind.folder(), pack.id, pack.hash],
    )?;
    Ok(())
}
