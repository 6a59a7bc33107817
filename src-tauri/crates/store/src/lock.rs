//! One writer: an advisory lock on a file beside the plan.

use crate::{Error, Result, file};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

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

impl Lock {
    /// Asks for the right to write.
    ///
    /// # Errors
    /// When the system fails in another way than a refusal.
    pub fn ask(plan: &Path) -> Result<Asked> {
        let path = file::lock(plan);
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
