//! The one door: every connection to a file comes from here, and here a key would be turned.

use crate::{Error, Result};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// The one mode (docs/adr/0001): safe when the power goes, one file when copied.
#[expect(clippy::disallowed_methods, reason = "this is the door")]
pub(crate) fn connect(path: &Path, write: bool) -> Result<Connection> {
    let access = if write { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    // By its whole path: a file called ":memory:" is a file.
    let path = std::path::absolute(path).map_err(Error::io(path))?;
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // A slow disk under a busy writer keeps a reader waiting; ten seconds are not yet a fault.
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    if write {
        connection.pragma_update(None, "journal_mode", "TRUNCATE")?;
        connection.pragma_update(None, "synchronous", "EXTRA")?;
    }
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

/// For a file nobody knows yet: without a journal, and not waiting for the disk; whoever gives it a name syncs it.
pub(crate) fn connect_unnamed(path: &Path) -> Result<Connection> {
    let connection = connect(path, true)?;
    connection.pragma_update(None, "journal_mode", "OFF")?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    Ok(connection)
}

/// Leaving mode TRUNCATE for DELETE removes the zero-length journal TRUNCATE keeps.
/// Failing to is harmless: the next opening does not mind an empty journal.
pub(crate) fn remove_journal(connection: &Connection) {
    let _ = connection.pragma_update(None, "journal_mode", "DELETE");
}

/// Whether a file is sound, page by page.
///
/// # Errors
/// [`Error::Damaged`] with the first thing SQLite says.
pub(crate) fn examine(path: &Path) -> Result<()> {
    let said: String = connect(path, false)?.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
    if said == "ok" { Ok(()) } else { Err(Error::Damaged(said)) }
}
