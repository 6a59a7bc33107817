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
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Error::Full,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::Busy,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Error::Damaged(error.to_string()),
            Some(Code::ReadOnly) => Error::ReadOnly,
            _ => Error::Sql(error),
        }
    }
}
