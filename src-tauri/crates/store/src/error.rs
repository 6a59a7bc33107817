//! What can go wrong with a plan file. Few variants: one per sentence a person can act on.

use std::path::PathBuf;
use thiserror::Error;

/// The result of everything here.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a plan file could not be opened or written.
#[derive(Debug, Error)]
pub enum Error {
    /// No file there.
    #[error("no such file: {0}")]
    Missing(PathBuf),
    /// A file is there already; nothing is ever overwritten.
    #[error("a file is already there: {0}")]
    Exists(PathBuf),
    /// Not a plan of ours at all.
    #[error("not a plan: {0}")]
    NotAPlan(PathBuf),
    /// A plan, but damaged.
    #[error("damaged: {0}")]
    Damaged(String),
    /// Written by a newer program.
    #[error("written by program {program}, schema {schema}")]
    Newer {
        /// The program version that wrote it.
        program: String,
        /// Its schema version.
        schema: u32,
    },
    /// Opened for reading only.
    #[error("opened for reading only")]
    ReadOnly,
    /// Not a place for a file: a pipe, a device, a name that means something else.
    #[error("no place for a file: {0}")]
    NoPlace(PathBuf),
    /// A name so long that nothing can be kept beside it.
    #[error("the name is too long: {0}")]
    LongName(PathBuf),
    /// Another program holds the file.
    #[error("held by another program")]
    Busy,
    /// Another program has the plan open: it must not be taken away under its hands.
    #[error("open in another program: {0}")]
    InUse(PathBuf),
    /// Cancelled by whoever watched.
    #[error("cancelled")]
    Cancelled,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The path no longer is the file that was opened.
    #[error("the file at {0} is gone or was replaced")]
    Vanished(PathBuf),
    /// The system refused to read or write.
    #[error("{path}: {cause}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// Anything else SQLite says.
    #[error(transparent)]
    Sql(rusqlite::Error),
}

impl Error {
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.into();
        move |cause| match cause.kind() {
            std::io::ErrorKind::StorageFull => Error::Full,
            std::io::ErrorKind::NotFound => Error::Missing(path),
            _ => Error::Io { path, cause },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::{Error as Sql, ErrorCode as Code};
        // A cell holds what no program of ours writes into it: bytes that are no text, or something that is not text at all.
        let unreadable = matches!(
            error,
            Sql::FromSqlConversionFailure(..)
                | Sql::IntegralValueOutOfRange(..)
                | Sql::Utf8Error(..)
                | Sql::InvalidColumnType(..)
        );
        if unreadable || refused(&error) {
            return Error::Damaged(error.to_string());
        }
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Error::Full,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::Busy,
            Some(Code::DatabaseCorrupt | Code::NotADatabase | Code::TypeMismatch) => Error::Damaged(error.to_string()),
            Some(Code::ReadOnly) => Error::ReadOnly,
            _ => Error::Sql(error),
        }
    }
}

/// Whether SQLite refused one of our statements as a whole. Every one is tried by the tests on a sound file, so it is the file:
/// a table or column is gone, a view has taken its place, its header names a format nobody knows. There is one code for all.
fn refused(error: &rusqlite::Error) -> bool {
    let said = match error {
        rusqlite::Error::SqliteFailure(said, _) | rusqlite::Error::SqlInputError { error: said, .. } => said,
        _ => return false,
    };
    said.extended_code & 0xFF == rusqlite::ffi::SQLITE_ERROR
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    /// What a statement on an empty database in memory ends in.
    fn said(sql: &str) -> Error {
        let connection = Connection::open_in_memory().unwrap();
        connection.query_row(sql, [], |row| row.get::<_, String>(0)).map_err(Error::from).unwrap_err()
    }

    #[test]
    fn what_a_cell_cannot_hold_and_what_is_not_there_is_damage() {
        for sql in [
            "SELECT x'ff'",
            "SELECT CAST(x'ff' AS TEXT)",
            "SELECT 1",
            "SELECT NULL",
            "SELECT a FROM b",
            "SELECT \"a\".b",
            "SELECT a()",
        ] {
            assert!(matches!(said(sql), Error::Damaged(_)), "{sql}: {:?}", said(sql));
        }
    }

    #[test]
    fn every_code_of_sqlite_has_one_sentence() {
        use rusqlite::ffi;
        let sorted = |code: i32| match Error::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)) {
            Error::Full => "full",
            Error::Busy => "busy",
            Error::Damaged(_) => "damaged",
            Error::ReadOnly => "read-only",
            _ => "disk",
        };
        for (code, kind) in [
            (ffi::SQLITE_FULL, "full"),
            (ffi::SQLITE_BUSY, "busy"),
            (ffi::SQLITE_BUSY_SNAPSHOT, "busy"),
            (ffi::SQLITE_LOCKED, "busy"),
            (ffi::SQLITE_ERROR, "damaged"),
            (ffi::SQLITE_CORRUPT, "damaged"),
            (ffi::SQLITE_CORRUPT_INDEX, "damaged"),
            (ffi::SQLITE_NOTADB, "damaged"),
            (ffi::SQLITE_MISMATCH, "damaged"),
            (ffi::SQLITE_READONLY, "read-only"),
            (ffi::SQLITE_READONLY_DBMOVED, "read-only"),
            (ffi::SQLITE_IOERR, "disk"),
            (ffi::SQLITE_IOERR_WRITE, "disk"),
            (ffi::SQLITE_CANTOPEN, "disk"),
            (ffi::SQLITE_PERM, "disk"),
        ] {
            assert_eq!(sorted(code), kind, "{code}");
        }
    }
}
