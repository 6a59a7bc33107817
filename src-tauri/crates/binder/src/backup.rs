//! Copies the program keeps by itself, to be offered when a file is damaged.

use crate::{Binder, Error, Progress, Result};
use plan::day;
use std::path::{Path, PathBuf};

/// How many copies of one plan are kept.
const KEPT: usize = 10;

/// Letters of a transaction's id in a name: enough to tell two changes of one second apart.
const TOLD_APART: usize = 8;

/// A copy the program keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where.
    pub path: PathBuf,
    /// The plan's last change in it (`2026-11-22T10-32-00`).
    pub saved: String,
    /// Which change that is (`00000123-1a2b3c4d`); empty in names of older programs, which went by the second alone.
    change: String,
}

impl Binder {
    /// Keeps a copy of the plan as it is now, unless its last change is in one already.
    ///
    /// # Errors
    /// The plan itself is untouched.
    pub fn keep_backup(&self, folder: &Path, progress: &dyn Progress) -> Result<()> {
        // A plan in doubt would take the place of a copy nobody doubts.
        if !self.plan().doubts.is_empty() {
            return Ok(());
        }
        let Some(last) = self.last_write()? else { return Ok(()) };
        std::fs::create_dir_all(folder).map_err(|cause| Error::File { path: folder.to_owned(), cause })?;
        // The second is for people. What tells copies apart is the change: there may be two in one second.
        let id: String = last.id.chars().filter(char::is_ascii_alphanumeric).take(TOLD_APART).collect();
        let change = format!("{:08}-{id}", last.seq);
        let name = format!("{}@{}.{change}.{}", key(self.path()), day::stamp(&last.at), store::ENDING);
        let to = folder.join(name);
        if !to.exists() {
            self.save_copy(&to, progress)?;
        }
        // A clock that was put back makes the newest copy look old; it stays all the same.
        let others = backups(folder, self.path()).into_iter().filter(|kept| kept.path != to);
        for old in others.skip(KEPT - 1) {
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
            let told = name.strip_prefix(&start)?.strip_suffix(store::ENDING)?.strip_suffix('.')?;
            let (saved, change) = told.split_once('.').unwrap_or((told, ""));
            Some(Backup { path: entry.path(), saved: saved.to_owned(), change: change.to_owned() })
        })
        .collect();
    found.sort_by(|a, b| (&b.saved, &b.change).cmp(&(&a.saved, &a.change)));
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
