//! One writer: an advisory lock on a file beside the plan.

use crate::{Error, Result};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// The right to write, until dropped.
///
/// The file stays behind: removing it while another program waits for it
/// would let two programs each lock a different file of that name.
pub struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing is not enough: a program being started at this moment (a file
        // manager, a printer dialog) holds a copy of the open file until it runs.
        let _ = self.0.unlock();
    }
}

/// What came of asking for the lock.
pub enum Asked {
    /// We may write.
    Ours(Lock),
    /// Another program writes.
    Theirs,
    /// The folder takes no file: reading only.
    ReadOnlyFolder,
}

/// The lock file of a plan: hidden, beside it; the same by whatever way the plan is reached.
pub fn path(plan: &Path) -> PathBuf {
    let real = std::fs::canonicalize(plan);
    let plan = real.as_deref().unwrap_or(plan);
    let name = plan.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    plan.with_file_name(format!(".{name}.lock"))
}

impl Lock {
    /// Asks for the right to write.
    ///
    /// # Errors
    /// When the system fails in another way than a refusal.
    pub fn ask(plan: &Path) -> Result<Asked> {
        let path = path(plan);
        let file = match OpenOptions::new().create(true).truncate(false).write(true).open(&path) {
            Ok(file) => file,
            Err(cause) => {
                use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
                return match cause.kind() {
                    PermissionDenied | ReadOnlyFilesystem => Ok(Asked::ReadOnlyFolder),
                    _ => Err(Error::io(path)(cause)),
                };
            }
        };
        match file.try_lock() {
            Ok(()) => Ok(Asked::Ours(Self(file))),
            Err(TryLockError::WouldBlock) => Ok(Asked::Theirs),
            Err(TryLockError::Error(cause)) => Err(Error::io(path)(cause)),
        }
    }
}
