//! Copies the program keeps by itself, to be offered when a file is damaged: taken when a plan was opened with changes, when
//! it is closed, before an older file grows, before a sheet is imported. Each is opened once before it counts.
//!
//! Kept by the plan's id, so a plan that was moved or named otherwise still has its own; a file so damaged that it has no id
//! any more finds them by its place.

mod compare;
mod places;
mod rotate;

use crate::{Binder, Error, Progress, Result};
use plan::day;
use std::path::{Path, PathBuf};

pub use compare::{Difference, compared};
pub use places::{Places, open_with_backups};
pub use rotate::MOST_BYTES;

/// Letters of a transaction's id in a name: enough to tell two changes of one second apart.
const TOLD_APART: usize = 8;
/// Bytes of a plan's name in the name of its copies: with everything else a name no system finds too long.
const NAME: usize = 90;

/// A copy the program keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where.
    pub path: PathBuf,
    /// The plan's name then.
    pub name: String,
    /// The plan's last change in it (`2026-11-22T10-32-00`).
    pub saved: String,
    /// Its size.
    pub bytes: u64,
    /// Which change that is (`00000123-1a2b3c4d`); empty in names of older programs, which went by the second alone.
    change: String,
    /// Whether it was taken of the plan at this very place.
    same_place: bool,
}

impl Binder {
    /// Keeps a copy of the plan as it is now, unless its last change is in one already.
    ///
    /// # Errors
    /// The plan itself is untouched; [`store::Error::Damaged`] when the copy does not open: it is not kept.
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
        let key = Key::of(self.path(), Some(self.plan().id.to_string()));
        let to = folder.join(format!("{}@{}.{change}.{}", key.name(), day::stamp(&last.at), store::ENDING));
        if !to.exists() {
            self.save_copy(&to, progress)?;
            if let Err(error) = opens(&to) {
                let _ = std::fs::remove_file(&to);
                return Err(error);
            }
        }
        // A clock that was put back makes the newest copy look old; it stays all the same.
        let (mut own, others): (Vec<Backup>, Vec<Backup>) =
            backups(folder, self.path()).into_iter().filter(|kept| kept.same_place).partition(|kept| kept.path == to);
        own.extend(others);
        for nth in rotate::surplus(&own.iter().map(|kept| (kept.saved.as_str(), kept.bytes)).collect::<Vec<_>>()) {
            let _ = std::fs::remove_file(&own[nth].path);
        }
        Ok(())
    }
}

/// Whether a copy opens, with every row as its history says and the pack it is on.
fn opens(copy: &Path) -> Result<()> {
    let opened = store::open(copy, store::Intent::Read, &store::Op::default(), &crate::Unwatched)?;
    match opened.doubts.is_empty() && opened.store.pack()?.is_some() {
        true => Ok(()),
        false => Err(store::Error::Damaged("the copy is not sound".to_owned()).into()),
    }
}

/// The copies of a plan, newest first: those of its place and, where the file still says which plan it is, those that were
/// taken of it elsewhere.
pub fn backups(folder: &Path, plan: &Path) -> Vec<Backup> {
    let key = Key::of(plan, store::id_of(plan).map(|id| id.to_string()));
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<Backup> = entries.filter_map(|entry| key.read(&entry)).collect();
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

/// Makes a file of its own of a copy; the copy stays.
///
/// # Errors
/// [`store::Error::Exists`]: nothing is ever overwritten. [`store::Error::Damaged`] for a copy that is not sound.
pub fn take_backup(backup: &Path, to: &Path) -> Result<()> {
    Ok(store::copy(backup, to, &Alone)?)
}

/// Nobody edits a copy.
struct Alone;

impl store::Turns for Alone {
    fn turn(&self, step: &mut dyn FnMut()) {
        step();
    }

    fn progress(&self) -> &dyn Progress {
        &crate::Unwatched
    }
}

/// What the copies of one plan have in their names.
struct Key {
    stem: String,
    place: String,
    /// How programs before named them: by stem and folder.
    before: String,
    plan: Option<String>,
}

impl Key {
    fn of(path: &Path, plan: Option<String>) -> Self {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        let before = format!("{stem}-{}", hash(&folder));
        Self { place: hash(&format!("{folder}\n{stem}")), before, plan, stem: shortened(&stem) }
    }

    /// `計画-1a2b…-<plan>`: the name for people, the place, the plan.
    fn name(&self) -> String {
        format!("{}-{}-{}", self.stem, self.place, self.plan.as_deref().unwrap_or_default())
    }

    /// An entry of the folder, if it is a copy of this plan.
    fn read(&self, entry: &std::fs::DirEntry) -> Option<Backup> {
        let name = entry.file_name().to_string_lossy().into_owned();
        let (key, told) = name.strip_suffix(store::ENDING)?.strip_suffix('.')?.rsplit_once('@')?;
        let (saved, change) = told.split_once('.').unwrap_or((told, ""));
        let (stem, same_place) = self.fits(key)?;
        let bytes = entry.metadata().map_or(0, |file| file.len());
        let (saved, change) = (saved.to_owned(), change.to_owned());
        Some(Backup { path: entry.path(), name: stem, saved, bytes, change, same_place })
    }

    /// The plan's name in the name of a copy, and whether it was taken at this place.
    fn fits(&self, key: &str) -> Option<(String, bool)> {
        if key == self.before {
            return Some((self.stem.clone(), true));
        }
        // An id is five groups of letters, the place one before them.
        let mut parts = key.rsplitn(7, '-');
        let mut id: Vec<&str> = parts.by_ref().take(5).collect();
        id.reverse();
        let (place, stem) = (parts.next()?, parts.next()?);
        let same_place = place == self.place;
        let same_plan = self.plan.as_deref().is_some_and(|plan| plan == id.join("-"));
        // Another plan may lie at the place of an earlier one: its copies are not this plan's.
        let ours = if self.plan.is_some() { same_plan } else { same_place };
        ours.then(|| (stem.to_owned(), same_place))
    }
}

/// As much of a name as fits, at the end of a letter.
fn shortened(name: &str) -> String {
    let mut end = name.len().min(NAME);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name[..end].to_owned()
}

/// FNV-1a: short, stable between runs, and no secret.
fn hash(text: &str) -> String {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, step))
}
