//! Packs, stored whole by their hash; the one of the model a plan stays on.

use crate::{Error, Op, Result, Store, Written, packed, schema, transact};
use plan::Change;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;
use template::{PackFiles, PackKind};

/// A pack as the plan keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPack {
    /// What sort of pack.
    pub kind: PackKind,
    /// Pack id.
    pub id: String,
    /// Its hash.
    pub hash: String,
    /// Paths and texts.
    pub files: BTreeMap<String, String>,
}

impl StoredPack {
    /// Whether its texts are those the hash names.
    fn is_whole(&self) -> bool {
        PackFiles(self.files.clone()).hash() == self.hash
    }
}

impl Store {
    /// The pack this plan is on.
    ///
    /// # Errors
    /// When the file cannot be read; [`Error::Damaged`] when the pack cannot be unpacked.
    pub fn pack(&self) -> Result<Option<StoredPack>> {
        let Some(hash) = schema::meta(&self.connection, "pack")? else { return Ok(None) };
        self.pack_by_hash(&hash)
    }

    /// A pack this plan is or was on, or keeps or kept beside it.
    ///
    /// # Errors
    /// When the file cannot be read; [`Error::Damaged`] when the pack cannot be unpacked.
    pub fn pack_by_hash(&self, hash: &str) -> Result<Option<StoredPack>> {
        // Up to schema 4 packs stood there as text; those stay, and an older file opened for reading has no other.
        let since_5 = if has(&self.connection, "packed")? { "packed, kind" } else { "NULL, NULL" };
        let sql = format!("SELECT id, files, {since_5} FROM packs WHERE hash = ?1");
        type Row = (String, String, Option<Vec<u8>>, Option<String>);
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        let found: Option<Row> = self.connection.query_row(&sql, [hash], read).optional()?;
        let Some((id, text, packed, kind)) = found else { return Ok(None) };
        let kind = kind.as_deref().map_or(Some(PackKind::Model), PackKind::from_folder);
        let kind = kind.ok_or_else(|| Error::Damaged(format!("pack: the sort of {hash}")))?;
        let as_text = packed.is_none();
        let files = match packed {
            Some(packed) => packed::unpack(&packed)?,
            None => packed::texts(text.as_bytes())?,
        };
        let pack = StoredPack { kind, id, hash: hash.to_owned(), files };
        // One stored as text is opened whatever it says, as it always was; `verify` tells.
        if as_text || pack.is_whole() { Ok(Some(pack)) } else { Err(Error::Damaged(format!("pack: not {hash}"))) }
    }

    /// Hashes of packs whose texts are no longer what they name; an empty one where the plan is on none.
    pub(crate) fn spoilt_packs(&self) -> Result<Vec<String>> {
        let mut hashes = self.hashes("1")?;
        let on = schema::meta(&self.connection, "pack")?.unwrap_or_default();
        for hash in self.chosen()?.into_iter().map(|(_, hash)| hash).chain([on]) {
            if !hashes.contains(&hash) {
                hashes.push(hash);
            }
        }
        let mut out = Vec::new();
        for hash in hashes {
            match self.pack_by_hash(&hash) {
                Ok(Some(pack)) if pack.is_whole() => {}
                Ok(_) | Err(Error::Damaged(_)) => out.push(hash),
                Err(other) => return Err(other),
            }
        }
        Ok(out)
    }

    /// Hashes of all packs of the model this plan was ever on, the first one first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn packs(&self) -> Result<Vec<String>> {
        let model = if has(&self.connection, "kind")? { "kind IS NULL OR kind = 'packs'" } else { "1" };
        self.hashes(model)
    }

    fn hashes(&self, which: &str) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare(&format!("SELECT hash FROM packs WHERE {which} ORDER BY rowid"))?;
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

fn has(connection: &Connection, column: &str) -> Result<bool> {
    let sql = "SELECT count(*) FROM pragma_table_info('packs') WHERE name = ?1";
    Ok(connection.query_row(sql, [column], |row| row.get::<_, i64>(0))? > 0)
}

/// Stores a pack, compressed; one that is there already is left alone.
pub(crate) fn keep(connection: &Connection, pack: &StoredPack) -> Result<()> {
    connection.execute(
        "INSERT INTO packs(hash, id, files, packed, kind) VALUES (?1, ?2, '', ?3, ?4) ON CONFLICT(hash) DO NOTHING",
        params![pack.hash, pack.id, packed::pack(&pack.files), pack.kind.folder()],
    )?;
    Ok(())
}

/// Stores a pack and puts the plan on it.
pub(crate) fn put(connection: &Connection, pack: &StoredPack) -> Result<()> {
    keep(connection, pack)?;
    schema::set_meta(connection, "pack", &pack.hash)
}
