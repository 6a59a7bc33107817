//! Files a person chose, other than the plan.

use crate::{Error, Result};
use std::path::Path;

/// Says before any work is done whether a file may be written there.
///
/// # Errors
/// [`store::Error::Exists`] for a plan and what belongs to it, [`store::Error::NoPlace`] for what is no file.
pub fn place_for(to: &Path) -> Result<()> {
    Ok(store::place_for(to)?)
}

/// Writes a file a person chose, whole or not at all.
///
/// # Errors
/// [`store::Error::Exists`] for a plan and what belongs to it, [`Error::File`] with what the system said.
pub fn write_whole(to: &Path, bytes: &[u8]) -> Result<()> {
    store::write_whole(to, bytes).map_err(of_a_file)
}

/// Makes a folder a person chose and has it filled, whole or not at all.
///
/// # Errors
/// [`store::Error::Exists`] where something is, [`Error::File`] with what the system said, and what filling says.
pub(crate) fn folder_whole<T>(to: &Path, fill: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
    store::folder_whole(to, fill).map_err(of_a_file)?
}

/// No trouble of the plan's own file.
fn of_a_file(error: store::Error) -> Error {
    match error {
        store::Error::Io { path, cause } => Error::File { path, cause },
        other => other.into(),
    }
}

/// Reads a file a person chose.
///
/// # Errors
/// [`Error::File`].
pub fn read_whole(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|cause| Error::File { path: path.to_owned(), cause })
}
