//! A copy is put in the place of a damaged plan. Nothing is deleted.

use crate::{Error, Lock, Result, create, door, file, journal, lock::Asked, whole};
use std::path::{Path, PathBuf};

/// Moves the damaged file aside, with its journal, and puts a copy in its place; `stamp` (`2026-11-22T10-32-00`) goes
/// into the name it is kept under.
///
/// # Errors
/// [`Error::InUse`] while another program has the plan open; [`Error::Damaged`] for a copy that is not sound itself.
/// Whatever fails, the damaged file is at its place or beside it.
pub fn restore(plan: &Path, copy: &Path, stamp: &str) -> Result<PathBuf> {
    // A plan another program writes is not damaged, and must not be taken away under its hands.
    let _lock = match Lock::ask(plan)? {
        Asked::Ours(lock) => Some(lock),
        Asked::Theirs => return Err(Error::InUse(plan.to_owned())),
        Asked::ReadOnlyFolder => None, // the system says why when we write
    };
    let aside = free_beside(plan, stamp);
    // First the copy, then the places: when it does not fit, nothing has moved.
    let growing = file::unfinished(plan);
    create::remove_leftover(&growing)?;
    let grown = std::fs::copy(copy, &growing)
        .and_then(|_| std::fs::OpenOptions::new().write(true).open(&growing)?.sync_all())
        .map_err(Error::io(copy))
        .and_then(|()| door::examine(&growing));
    if let Err(error) = grown {
        let _ = create::remove_leftover(&growing);
        return Err(error);
    }
    whole::rename(plan, &aside).map_err(Error::io(plan))?;
    // The journal belongs to the damaged file and must not be played into the copy.
    journal::move_along(plan, &aside)?;
    whole::rename(&growing, plan).map_err(Error::io(plan))?;
    if let Some(folder) = plan.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        whole::sync_folder(folder);
    }
    Ok(aside)
}

/// A name nobody has yet: two damaged files of one second both stay.
fn free_beside(plan: &Path, stamp: &str) -> PathBuf {
    let stem = plan.file_stem().map(|stem| file::short(Path::new(stem))).unwrap_or_default();
    let named = |more: &str| plan.with_file_name(format!("{stem}.damaged-{stamp}{more}.{}", file::ENDING));
    let mut number = 1;
    let mut aside = named("");
    while aside.exists() {
        number += 1;
        aside = named(&format!("-{number}"));
    }
    aside
}
