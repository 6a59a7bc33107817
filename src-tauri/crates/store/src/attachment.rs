//! Attached files: bytes by their hash, outside the log. A row that names one may come and go;
//! the bytes stay, so undo needs no copy of them.

use crate::{Op, Result, Store, Written, transact};
use plan::{Attachment, Change};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

/// What names these bytes.
pub fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Store {
    /// Writes changes together with the bytes they name, as one transaction.
    ///
    /// # Errors
    /// The plan on disk is as before.
    pub fn write_attached(&mut self, op: &Op, changes: &[Change], of: &Attachment, bytes: &[u8]) -> Result<Written> {
        // Attached again because the bytes were spoilt: no row changes, and there is nothing to undo.
        let spoilt = self.attachment(&of.hash)?.is_some_and(|(_, there)| there != bytes);
        let op = Op { undoable: op.undoable && !changes.is_empty(), ..transact::as_step(op, changes) };
        self.run(&op, spoilt, |connection| {
            put(connection, &of.mime, bytes)?;
            for change in changes {
                transact::put(connection, change)?;
            }
            Ok(())
        })
    }

    /// Type and bytes with this hash; `None` when the file has none (also one of an older program, opened for reading).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn attachment(&self, hash: &str) -> Result<Option<(String, Vec<u8>)>> {
        if !there(&self.connection)? {
            return Ok(None);
        }
        let mut statement = self.connection.prepare_cached("SELECT type, bytes FROM attachments WHERE hash = ?1")?;
        Ok(statement.query_row([hash], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    /// The hashes of all attachments, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn attachment_hashes(&self) -> Result<Vec<String>> {
        if !there(&self.connection)? {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare("SELECT hash FROM attachments ORDER BY hash")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Hashes whose bytes are no longer what they name.
    pub(crate) fn spoilt_attachments(&self) -> Result<Vec<String>> {
        if !there(&self.connection)? {
            return Ok(Vec::new());
        }
        let mut statement = self.connection.prepare("SELECT hash, bytes FROM attachments ORDER BY hash")?;
        let mut rows = statement.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let hash: String = row.get(0)?;
            if row.get_ref(1)?.as_bytes().is_ok_and(|bytes| hash_of(bytes) != hash) {
                out.push(hash);
            }
        }
        Ok(out)
    }
}

fn there(connection: &Connection) -> Result<bool> {
    let count: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_master WHERE name = 'attachments'", [], |row| row.get(0))?;
    Ok(count > 0)
}

/// Stores bytes under their hash; the same bytes are stored once, and again where those that are there were spoilt.
pub(crate) fn put(connection: &Connection, mime: &str, bytes: &[u8]) -> Result<()> {
    connection.execute(
        "INSERT INTO attachments(hash, type, bytes) VALUES (?1, ?2, ?3)
         ON CONFLICT(hash) DO UPDATE SET bytes = excluded.bytes WHERE bytes IS NOT excluded.bytes",
        params![hash_of(bytes), mime, bytes],
    )?;
    Ok(())
}
