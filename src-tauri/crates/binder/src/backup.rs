//! Copies the program keeps by itself, to be offered when a file is damaged.

use crate::{Binder, Error, Progress, Result};
use plan::day;
use std::path::{Path, PathBuf};

/// How many copies of one plan are kept.
const KEPT: usize = 10;

/// A copy the program keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where.
    pub path: PathBuf,
    /// The plan's last change in it (`2026-11-22T10-32-00`).
    pub saved: String,
}

impl Binder {
    /// Keeps a copy of the plan as it is now, unless its last change is in one already.
    ///
    /// # Errors
    /// The plan itself is untouched.
    pub fn keep_backup(&self, folder: &Path, progress: &dyn Progress) -> Result<()> {
        let Some(saved) = self.last_saved()? else { return Ok(()) };
        let saved = day::stamp(&saved);
        std::fs::create_dir_all(folder).map_err(|cause| Error::File { path: folder.to_owned(), cause })?;
        let to = folder.join(format!("{}@{saved}.{}", key(self.path()), store::ENDING));
        if !to.exists() {
            self.save_copy(&to, progress)?;
        }
        let kept = backups(folder, self.path());
        for old in kept.iter().skip(KEPT) {
            let _ = std::fs::remove_file(&old.path);
        }
        Ok(())
    }
}

/// The copies of a plan, newest first.
pub fn backups(folder: &Path, plan: &Path) -> Vec<Backup> {
    let start = format!("{}@", key(plan));
    let mut found: Vec<Backup> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let saved = name.strip_prefix(&start)?.strip_suffix(store::ENDING)?.strip_suffix('.')?.to_owned();
            Some(Backup { path: entry.path(), saved })
        })
        .collect();
    found.sort_by(|a, b| b.saved.cmp(&a.saved));
    found
}

/// Moves the damaged file aside and puts a copy in its place. Nothing is deleted.
///
/// # Errors
/// The damaged file is at its place or beside it under the returned name.
pub fn restore_backup(plan: &Path, backup: &Path, now: &str) -> Result<PathBuf> {
    Ok(store::restore(plan, backup, &day::stamp(now))?)
}

/// Tells plans of the same name in different folders apart.
fn key(plan: &Path) -> String {
    let stem = plan.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = plan.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    // FNV-1a: short, stable between runs, and no secret.
    let hash = folder
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{stem}-{hash:016x}")
}
