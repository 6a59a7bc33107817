//! Packs, stored whole by their hash; the one of the model a plan stays on.

use crate::{Error, Op, Result, Store, Written, packed, schema, transact};
use plan::Change;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
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
    /// Whether its texts are those the hash names, under the id they have themselves.
    fn is_whole(&self) -> bool {
        let files = PackFiles(self.files.clone());
        files.hash() == self.hash && files.id(self.kind).as_deref() == Some(&self.id)
    }
}

/// Where a program looks for a pack it carries itself: the one a hash names.
pub type Reserve = fn(&str) -> Option<StoredPack>;

impl Store {
    /// Lets a pack whose texts were spoilt be read from the program instead, where that carries the very same.
    pub fn fall_back_on(&mut self, reserve: Reserve) {
        self.reserve = reserve;
    }

    /// The pack this plan is on; `None` when its texts are gone and nobody has the same. The hash that should name it, the
    /// name it is stored under and its texts may each be spoilt alone, and two of the three find the third.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pack(&self) -> Result<Option<StoredPack>> {
        let named = self.pack_hash()?;
        match self.pack_by_hash(&named) {
            Ok(Some(pack)) if pack.kind == PackKind::Model => return Ok(Some(pack)),
            Ok(_) | Err(Error::Damaged(_)) => {}
            Err(other) => return Err(other),
        }
        let models = self.readable()?.into_iter().filter_map(|(_, name, files)| {
            let id = files.id(PackKind::Model)?;
            let pack = StoredPack { kind: PackKind::Model, id, hash: files.hash(), files: files.0 };
            Some((name, pack))
        });
        let mut models: Vec<(String, StoredPack)> = models.collect();
        if let Some(at) = models.iter().position(|(_, pack)| pack.hash == named) {
            return Ok(Some(models.swap_remove(at).1));
        }
        // A plan that was only ever on one pack, which has its name, is on that.
        let only = if models.len() == 1 { models.pop() } else { None };
        Ok(only.filter(|(name, pack)| *name == pack.hash).map(|(_, pack)| pack))
    }

    /// Every pack whose texts can be read, whatever names it: its row, its name, its texts.
    fn readable(&self) -> Result<Vec<(i64, String, PackFiles)>> {
        let packed = if has(&self.connection, "packed")? { "packed" } else { "NULL" };
        let mut statement = self.connection.prepare(&format!("SELECT rowid, hash, files, {packed} FROM packs"))?;
        let mut rows = statement.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let text = |at: usize| row.get_ref(at).ok().and_then(|cell| cell.as_str().ok()).unwrap_or_default();
            let files = match row.get_ref(3)?.as_blob() {
                Ok(packed) => packed::unpack(packed),
                Err(_) => packed::texts(text(2).as_bytes()),
            };
            if let Ok(files) = files {
                out.push((row.get(0)?, text(1).to_owned(), PackFiles(files)));
            }
        }
        Ok(out)
    }

    /// What names the pack this plan is on; empty where nothing does.
    pub(crate) fn pack_hash(&self) -> Result<String> {
        Ok(schema::meta(&self.connection, "pack")?.unwrap_or_default())
    }

    /// Writes again what was spoilt of the packs this plan is on and keeps, where somebody has the very same. Says how
    /// many.
    ///
    /// # Errors
    /// The plan on disk is as before.
    pub fn mend_packs(&mut self) -> Result<usize> {
        let named = self.pack_hash()?;
        let wanted = self.chosen()?.into_iter().map(|(_, hash)| hash).chain([named.clone()]);
        let mut mended: Vec<StoredPack> = Vec::new();
        for hash in wanted {
            if self.as_it_is(&hash).is_ok_and(|found| found.is_some_and(|pack| pack.is_whole())) {
                continue;
            }
            let found = if hash == named { self.pack()? } else { (self.reserve)(&hash) };
            mended.extend(found);
        }
        if mended.is_empty() {
            return Ok(0);
        }
        let misnamed = self.readable()?.into_iter().filter(|(_, name, files)| *name != files.hash());
        let misnamed: Vec<(i64, String)> = misnamed.map(|(row, _, files)| (row, files.hash())).collect();
        let tx = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for pack in &mended {
            // The row that is spoilt says nothing: the whole one takes its place, with the same texts under their name.
            tx.execute("DELETE FROM packs WHERE hash = ?1", [&pack.hash])?;
            for (row, _) in misnamed.iter().filter(|(_, hash)| *hash == pack.hash) {
                tx.execute("DELETE FROM packs WHERE rowid = ?1", [row])?;
            }
            keep(&tx, pack)?;
            if pack.kind == PackKind::Model {
                schema::set_meta(&tx, "pack", &pack.hash)?;
            }
        }
        tx.commit()?;
        Ok(mended.len())
    }

    /// A pack this plan is or was on, or keeps or kept beside it.
    ///
    /// # Errors
    /// When the file cannot be read; [`Error::Damaged`] when its texts are not those the hash names, and nobody has them.
    pub fn pack_by_hash(&self, hash: &str) -> Result<Option<StoredPack>> {
        match self.as_it_is(hash) {
            Ok(Some(pack)) if pack.is_whole() => Ok(Some(pack)),
            Ok(None) => Ok((self.reserve)(hash)),
            Ok(_) => (self.reserve)(hash).map(Some).ok_or_else(|| Error::Damaged(format!("pack: not {hash}"))),
            Err(damaged @ Error::Damaged(_)) => (self.reserve)(hash).map(Some).ok_or(damaged),
            Err(other) => Err(other),
        }
    }

    /// A pack as it is stored under that name, whatever it is.
    fn as_it_is(&self, hash: &str) -> Result<Option<StoredPack>> {
        // Up to schema 4 packs stood there as text; those stay, and an older file opened for reading has no other.
        let since_5 = if has(&self.connection, "packed")? { "packed, kind" } else { "NULL, NULL" };
        let sql = format!("SELECT id, files, {since_5} FROM packs WHERE hash = ?1");
        type Row = (String, String, Option<Vec<u8>>, Option<String>);
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        let found: Option<Row> = self.connection.query_row(&sql, [hash], read).optional()?;
        let Some((id, text, packed, kind)) = found else { return Ok(None) };
        let kind = kind.as_deref().map_or(Some(PackKind::Model), PackKind::from_folder);
        let kind = kind.ok_or_else(|| Error::Damaged(format!("pack: the sort of {hash}")))?;
        let files = match packed {
            Some(packed) => packed::unpack(&packed)?,
            None => packed::texts(text.as_bytes())?,
        };
        Ok(Some(StoredPack { kind, id, hash: hash.to_owned(), files }))
    }

    /// Hashes of packs whose texts are no longer what they name; an empty one where the plan is on none.
    pub(crate) fn spoilt_packs(&self) -> Result<Vec<String>> {
        let (mut hashes, mut out) = (Vec::new(), Vec::new());
        let mut statement = self.connection.prepare("SELECT hash FROM packs ORDER BY rowid")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            // A name that is no text names nothing.
            match row.get_ref(0)?.as_str() {
                Ok(hash) => hashes.push(hash.to_owned()),
                Err(_) => out.push(String::new()),
            }
        }
        let on = self.pack_hash()?;
        for hash in self.chosen()?.into_iter().map(|(_, hash)| hash).chain([on]) {
            if !hashes.contains(&hash) {
                hashes.push(hash);
            }
        }
        for hash in hashes {
            match self.as_it_is(&hash) {
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
