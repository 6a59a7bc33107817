//! A new plan file: made whole under another name, then renamed. A killed
//! program leaves no file or a whole one.

use crate::file::{self, unfinished};
use crate::{
    Error, Lock, Op, Result, StoredPack, beside, door, journal, lock::Asked, pack, schema, seal, transact, whole,
};
use plan::{Change, Id};
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// What a new file holds.
pub struct Seed<'a> {
    /// The plan's id.
    pub plan: Id,
    /// The pack it is on.
    pub pack: &'a StoredPack,
    /// The packs it keeps beside that one.
    pub beside: &'a [StoredPack],
    /// Its first rows.
    pub rows: &'a [Change],
    /// Attached files: type and bytes.
    pub attachments: &'a [(String, Vec<u8>)],
    /// Who made it; the program's own write, nobody undoes it.
    pub op: &'a Op,
}

/// Makes a plan at `path`.
///
/// # Errors
/// [`Error::Exists`] when something is there; nothing is ever overwritten. [`Error::NoPlace`], [`Error::LongName`].
pub fn create(path: &Path, seed: &Seed<'_>) -> Result<()> {
    if !file::name_fits(path) {
        return Err(Error::LongName(path.to_owned()));
    }
    whole::place_for(path)?;
    if path.exists() {
        return Err(Error::Exists(path.to_owned()));
    }
    // Two that make the same plan at once would take each other's half-made file away.
    let _lock = match Lock::ask(path).map_err(|error| named(error, path))? {
        Asked::Ours(lock) => Some(lock),
        Asked::Theirs => return Err(Error::Busy),
        Asked::ReadOnlyFolder => None, // the system says why when we write
    };
    if path.exists() {
        return Err(Error::Exists(path.to_owned()));
    }
    let growing = unfinished(path);
    remove_leftover(&growing)?;
    let made = make(&growing, seed).and_then(|()| finish(&growing, path));
    if made.is_err() {
        let _ = remove_leftover(&growing);
    }
    made.map_err(|error| named(error, path))
}

/// A missing folder is named as the person gave it, not by our hidden file in it.
fn named(error: Error, path: &Path) -> Error {
    match error {
        Error::Missing(_) => Error::Missing(path.parent().unwrap_or(path).to_owned()),
        Error::Io { cause, .. } => Error::Io { path: path.to_owned(), cause },
        other => other,
    }
}

fn make(path: &Path, seed: &Seed<'_>) -> Result<()> {
    std::fs::File::create_new(path).map_err(Error::io(path))?;
    let mut connection: Connection = door::connect(path, true)?;
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    schema::make(&tx)?;
    for (key, value) in
        [("plan", seed.plan.to_string()), ("created_at", seed.op.at.clone()), ("program", seed.op.program.clone())]
    {
        schema::set_meta(&tx, key, &value)?;
    }
    pack::put(&tx, seed.pack)?;
    seed.beside.iter().try_for_each(|pack| beside::choose(&tx, pack))?;
    let seq = transact::begin(&tx, &Op { undoable: false, ..seed.op.clone() })?;
    for change in seed.rows {
        transact::put(&tx, change)?;
    }
    for (mime, bytes) in seed.attachments {
        crate::attachment::put(&tx, mime, bytes)?;
    }
    seal::put(&tx, seq)?;
    tx.execute("UPDATE cur SET tx = NULL", [])?;
    tx.commit()?;
    door::remove_journal(&connection);
    connection.close().map_err(|(_, error)| Error::from(error))
}

/// An earlier, killed attempt of ours, with its journal.
pub(crate) fn remove_leftover(path: &Path) -> Result<()> {
    for path in [file::beside(path, file::JOURNAL), path.to_owned()] {
        match std::fs::remove_file(&path) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => return Err(Error::io(path)(cause)),
            _ => {}
        }
    }
    Ok(())
}

/// Makes sure it is on the disk, then gives it its name.
pub(crate) fn finish(from: &Path, to: &Path) -> Result<()> {
    let file = std::fs::OpenOptions::new().write(true).open(from).map_err(Error::io(from))?;
    file.sync_all().map_err(Error::io(from))?;
    drop(file);
    // TRUNCATE leaves an empty journal behind; it goes with the unfinished name.
    let _ = std::fs::remove_file(file::beside(from, file::JOURNAL));
    // One left by a plan that is no longer there would be played into the new one and ruin it.
    journal::set_aside(to)?;
    whole::rename(from, to).map_err(Error::io(to))?;
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        whole::sync_folder(folder);
    }
    Ok(())
}
