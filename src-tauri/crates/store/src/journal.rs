//! A journal that lies beside a plan when it is opened. SQLite plays whatever has the right name into the file, also one
//! that was left by another file that lay there before: a backup copied over the plan in the file manager would become a
//! mixture of both. So it is played into a copy first, and the copy is looked at.
//!
//! Where a journal lies and nobody writes, a reader reads the copy: reading changes no byte of a plan or beside it.
//!
//! Deliberately not here: a journal another program is writing at this moment; SQLite's locks tell it from one left behind.

use crate::{Error, Result, door, file, load, replay, schema, triggers, whole};
use plan::{Id, SCHEMA, Unwatched};
use rusqlite::Connection;
use std::io::Read;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What SQLite would play into a file, by the ending of its name.
const PLAYED: [&str; 2] = [file::JOURNAL, file::WAL];
/// A journal larger than that is looked at no further: its first page record lies at its beginning.
const LOOKED_AT: u64 = 16 * 1024 * 1024;

/// What became of a journal that does not belong to the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stray {
    /// It is kept under this name.
    Aside(PathBuf),
    /// It lies where it lay beside this plan, and was not used.
    Unused(PathBuf),
}

/// What lies beside a plan.
pub(crate) enum Beside {
    /// Nothing that could be played.
    Nothing,
    /// What a cut-off commit of this plan left: the copy is the plan as it was before.
    Ours(Copied),
    /// Something of another file: the copy is the plan as it stands.
    Strays(Copied),
}

/// A copy of a plan that is gone when it is no longer read.
pub(crate) struct Copied(TempDir);

impl Copied {
    /// Copies a plan, with what would be played into it or alone.
    fn of(path: &Path, with: &[&'static str]) -> Result<Self> {
        let copied = Self(tempfile::tempdir().map_err(Error::io(path))?);
        std::fs::copy(path, copied.path()).map_err(Error::io(path))?;
        for ending in with {
            let from = file::beside(path, ending);
            std::fs::copy(&from, file::beside(&copied.path(), ending)).map_err(Error::io(from))?;
        }
        Ok(copied)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> PathBuf {
        self.0.path().join("copy")
    }
}

/// Whether something lies beside a plan that SQLite would play into it.
pub(crate) fn lies(path: &Path) -> bool {
    PLAYED.iter().any(|ending| lying(path, ending))
}

/// An empty journal says nothing, nor does one whose first byte was taken away: so SQLite leaves them. A folder of that name
/// holds nothing to play, but SQLite stumbles over it.
fn lying(path: &Path, ending: &str) -> bool {
    let beside = file::beside(path, ending);
    beside.is_dir() || read(&beside, 1).is_ok_and(|first| first.first().is_some_and(|byte| *byte != 0))
}

fn read(path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Says whether what lies beside a plan belongs to it. Nobody may write the plan meanwhile.
///
/// # Errors
/// [`Error::Damaged`] when the plan is sound neither with it nor without it.
pub(crate) fn examine(path: &Path) -> Result<Beside> {
    let with: Vec<&str> = PLAYED.into_iter().filter(|ending| lying(path, ending)).collect();
    if with.is_empty() {
        return Ok(Beside::Nothing);
    }
    let alone = Copied::of(path, &[])?;
    let stands = || door::connect(&alone.path(), false).and_then(|found| looked_at(found, None)).ok();
    if with.iter().any(|ending| file::beside(path, ending).is_dir()) {
        return stands().map(|_| Beside::Strays(alone)).ok_or_else(unmended);
    }
    let whole = Copied::of(path, &with)?;
    let id = |found: Connection| schema::only_tables(&found).and_then(|()| schema::meta(&found, "plan"));
    let named = door::connect(&alone.path(), false).and_then(id).ok().flatten();
    let fits = fits(path);
    let played = door::connect(&whole.path(), true).and_then(|found| looked_at(found, named.as_deref())).ok();
    // What fits is tried first; a page that was torn may hide that it does.
    if fits && played == Some(Rows::AsLogged) {
        return Ok(Beside::Ours(whole));
    }
    match (stands(), played) {
        (Some(Rows::AsLogged), _) => Ok(Beside::Strays(alone)),
        (_, Some(Rows::AsLogged)) => Ok(Beside::Ours(whole)),
        // A plan somebody has to decide about differs either way: the journal is its own if it was begun on it.
        (_, Some(Rows::InDoubt)) if fits => Ok(Beside::Ours(whole)),
        (Some(Rows::InDoubt), _) if !fits => Ok(Beside::Strays(alone)),
        _ => Err(unmended()),
    }
}

/// What the rows of a whole file are like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rows {
    /// As its log says, or its triggers were changed: that is told as a change of another program when the plan is opened.
    AsLogged,
    /// Some are otherwise: rows in doubt, or a mixture of two files.
    InDoubt,
}

fn unmended() -> Error {
    Error::Damaged("sound neither with the journal beside it nor without".to_owned())
}

/// Whether a copy is whole and is the plan it should be, and what its rows are like.
fn looked_at(mut found: Connection, plan: Option<&str>) -> Result<Rows> {
    schema::only_tables(&found)?;
    let said: String = found.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
    let id = schema::meta(&found, "plan")?.filter(|id| Id::parse(id).is_some() && plan.is_none_or(|plan| plan == id));
    let version: u32 = found.pragma_query_value(None, "user_version", |row| row.get(0))?;
    // What a newer program wrote it reads itself; this one only says its name.
    if said == "ok" && id.is_some() && version > SCHEMA {
        return Ok(Rows::AsLogged);
    }
    if said != "ok" || id.is_none() {
        return Err(unmended());
    }
    let rows = load::rows(&mut found, &Unwatched)?;
    let as_logged = !triggers::has_its_triggers(&found)? || replay::differences(&found, &rows)?.is_empty();
    Ok(if as_logged { Rows::AsLogged } else { Rows::InDoubt })
}

/// Whether a journal was begun on this very file: SQLite counts the changes of a file in its first page, and the journal
/// holds that page as it was. What says nothing of it may fit (a commit that was cut off early; a log of another sort).
fn fits(path: &Path) -> bool {
    let (Ok(head), Ok(journal)) = (read(path, 100), read(&file::beside(path, file::JOURNAL), LOOKED_AT)) else {
        return true;
    };
    // Something of that name that is no journal.
    if !journal.is_empty() && !file::is_journal(&journal) {
        return false;
    }
    match (file::counter(&head), first_page(&journal)) {
        (Some(now), Some(page)) => file::counter(page).is_some_and(|then| now == then || now == then.wrapping_add(1)),
        _ => true,
    }
}

/// The first page of the file as a journal holds it. Its head says how large pages and sectors are; then come the pages,
/// each behind its number and before its sum (sqlite.org, "Database File Format", 3).
fn first_page(journal: &[u8]) -> Option<&[u8]> {
    let word = |at: usize| Some(u32::from_be_bytes(journal.get(at..at + 4)?.try_into().ok()?));
    let [sector, size] = [word(20)?, word(24)?].map(|size| usize::try_from(size).unwrap_or(0));
    if !file::is_journal(journal) || sector < 28 || size < 512 {
        return None;
    }
    let records = (0..).map(|nth| sector + nth * (size + 8)).take_while(|at| at + 8 + size <= journal.len());
    let first = records.into_iter().find(|at| word(*at) == Some(1))?;
    journal.get(first + 4..first + 4 + size)
}

/// Gives what does not belong to a plan another name: nothing is deleted.
///
/// # Errors
/// [`Error::Io`] when the folder does not let us; then nothing has moved, or a part of it.
pub(crate) fn set_aside(plan: &Path) -> Result<Option<PathBuf>> {
    let mut aside = None;
    for ending in PLAYED.into_iter().filter(|ending| lying(plan, ending)) {
        let stray = file::beside(plan, ending);
        let to = free(&stray);
        whole::rename(&stray, &to).map_err(Error::io(&stray))?;
        aside.get_or_insert(to);
    }
    // Only an index of what was set aside; SQLite would read it as that of the next.
    let _ = std::fs::remove_file(file::beside(plan, file::SHM));
    Ok(aside)
}

/// Moves what belongs to a plan along with it.
///
/// # Errors
/// [`Error::Io`].
pub(crate) fn move_along(from: &Path, to: &Path) -> Result<()> {
    for ending in [file::JOURNAL, file::WAL, file::SHM] {
        let stray = file::beside(from, ending);
        if stray.exists() {
            whole::rename(&stray, &file::beside(to, ending)).map_err(Error::io(stray))?;
        }
    }
    Ok(())
}

/// `計画.sonae-journal.old`, or with a number where there is one.
fn free(stray: &Path) -> PathBuf {
    let named = |more: &str| {
        let mut name = stray.as_os_str().to_owned();
        name.push(format!(".old{more}"));
        PathBuf::from(name)
    };
    let numbers = (2..).map(|number| named(&format!("-{number}")));
    std::iter::once(named("")).chain(numbers).find(|name| !name.exists()).unwrap_or_else(|| named(""))
}
