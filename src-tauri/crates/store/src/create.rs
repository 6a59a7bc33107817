//! A new plan file: made whole under another name, then renamed. A killed
//! program leaves no file or a whole one.

use crate::{Error, Op, Result, StoredPack, open, pack, schema, transact};
use plan::{Change, Id};
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};

/// What a new file holds.
pub struct Seed<'a> {
    /// The plan's id.
    pub plan: Id,
    /// The pack it is on.
    pub pack: &'a StoredPack,
    /// Its first rows.
    pub rows: &'a [Change],
    /// Who made it; the program's own write, nobody undoes it.
    pub op: &'a Op,
}

/// Makes a plan at `path`.
///
/// # Errors
/// [`Error::Exists`] when something is there; nothing is ever overwritten.
pub fn create(path: &Path, seed: &Seed<'_>) -> Result<()> {
    if path.exists() {
        return Err(Error::Exists(path.to_owned()));
    }
    let growing = unfinished(path);
    remove_leftover(&growing)?;
    let made = make(&growing, seed).and_then(|()| finish(&growing, path));
    if made.is_err() {
        let _ = std::fs::remove_file(&growing);
    }
    made
}

fn make(path: &Path, seed: &Seed<'_>) -> Result<()> {
    std::fs::File::create_new(path).map_err(Error::io(path))?;
    let mut connection: Connection = open::connect(path, true)?;
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    schema::make(&tx)?;
    for (key, value) in
        [("plan", seed.plan.to_string()), ("created_at", seed.op.at.clone()), ("program", seed.op.program.clone())]
    {
        schema::set_meta(&tx, key, &value)?;
    }
    pack::put(&tx, seed.pack)?;
    transact::begin(&tx, &Op { undoable: false, ..seed.op.clone() })?;
    for change in seed.rows {
        transact::put(&tx, change)?;
    }
    tx.execute("UPDATE cur SET tx = NULL", [])?;
    tx.commit()?;
    open::remove_journal(&connection);
    connection.close().map_err(|(_, error)| Error::from(error))
}

/// The name a file has until it is whole: hidden, beside its place, on the same disk.
pub fn unfinished(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.unfinished"))
}

/// An earlier, killed attempt of ours.
pub fn remove_leftover(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Ok(()) => Ok(()),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(cause) => Err(Error::io(path)(cause)),
    }
}

/// Makes sure it is on the disk, then gives it its name.
pub fn finish(from: &Path, to: &Path) -> Result<()> {
    let file = std::fs::OpenOptions::new().write(true).open(from).map_err(Error::io(from))?;
    file.sync_all().map_err(Error::io(from))?;
    drop(file);
    std::fs::rename(from, to).map_err(Error::io(to))?;
    // The new name itself must survive a power cut; only Unix lets us ask for that.
    #[cfg(unix)]
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}
