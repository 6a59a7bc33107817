//! Where copies are kept: in the program's own folder and, where a person chose one, in a second place (a stick).

use crate::{Binder, Error, Message, OpenReport, Outside, Progress, Result};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folders copies are kept in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// The program's own.
    pub own: PathBuf,
    /// One a person chose, on another disk or a stick.
    pub second: Option<PathBuf>,
}

impl Places {
    /// Keeps a copy in each, and says what a person has to know of it. No failure stops anybody: the plan itself is whole.
    pub fn keep(&self, binder: &Binder, progress: &dyn Progress) -> Vec<String> {
        let failed = |error: Error| match error {
            Error::Store(store::Error::Cancelled) => None,
            other => Some(Message::report("backup-failed", &[Message::of(&other).happened])),
        };
        let mut said: Vec<String> =
            binder.keep_backup(&self.own, progress).err().and_then(failed).into_iter().collect();
        // A stick that is not there is not made as a folder of its name.
        match self.second.as_deref() {
            Some(second) if !second.is_dir() => {
                said.push(Message::report("backup-second-missing", &[second.display().to_string()]));
            }
            Some(second) => said.extend(binder.keep_backup(second, progress).err().and_then(failed)),
            None => {}
        }
        said
    }
}

/// Opens a plan for writing; a copy of an older one is kept before it grows, and one of what was opened after it. Says
/// what a person has to know of the copies.
///
/// # Errors
/// As [`Binder::open_watched`].
pub fn open_with_backups(
    path: &Path,
    outside: Arc<dyn Outside>,
    places: &Places,
    progress: &dyn Progress,
) -> Result<(Binder, OpenReport, Vec<String>)> {
    let mut said = Vec::new();
    if store::is_older(path)
        && let Ok((older, _)) = Binder::open_watched(path, true, outside.clone(), progress)
    {
        said.extend(places.keep(&older, progress));
    }
    let (binder, report) = Binder::open_watched(path, false, outside, progress)?;
    if report.read_only.is_none() {
        // A plan that opened cleanly is worth a copy; a full disk must not keep anyone from working.
        said.extend(places.keep(&binder, progress));
    }
    said.dedup();
    Ok((binder, report, said))
}
