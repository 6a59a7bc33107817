//! Opening a plan: look, lock, connect, upgrade, compare.

use crate::journal::{self, Beside, Copied, Stray};
use crate::{Error, Lock, Result, Store, door, file, foreign, load, lock::Asked, schema, triggers};
use plan::{Doing, Doubt, Id, Kind, Progress, Rows, SCHEMA};
use std::io::Read;
use std::path::Path;

/// How often, and after how long, a plan somebody may be writing is looked at again.
const PATIENCE: usize = 3;
const MOMENT: std::time::Duration = std::time::Duration::from_millis(60);

/// What for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// To write, or to read when another program writes.
    Write,
    /// Only to read.
    Read,
}

/// Why a plan was opened for reading only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnly {
    /// It was asked for.
    Asked,
    /// Another program has it open for writing.
    OtherProgram,
    /// The folder, the stick or the file cannot be written.
    Protected,
    /// The texts of its pack are spoilt, and nobody has the same: nothing more is built on others.
    Spoilt,
}

/// An opened plan.
pub struct Opened {
    /// The file.
    pub store: Store,
    /// Everything in it.
    pub rows: Rows,
    /// Rows the file and its log disagree about, though nobody touched the triggers.
    pub doubts: Vec<Doubt>,
    /// Set when nothing can be saved.
    pub read_only: Option<ReadOnly>,
    /// Rows that were changed by another program and have been entered in the log.
    pub foreign_changes: usize,
    /// Rows a reader found changed by another program; they are not in the log yet.
    pub foreign_unlogged: usize,
    /// A journal that lay beside the plan and is not its own.
    pub stray: Option<Stray>,
}

/// Opens a plan. A newer one is refused untouched; an older one is upgraded in one transaction.
///
/// `op` is used only if something must be entered in the log (changes made by another program).
///
/// # Errors
/// See [`Error`]; the file is as it was. [`Error::Cancelled`] only before anything is written.
pub fn open(path: &Path, intent: Intent, op: &crate::Op, progress: &dyn Progress) -> Result<Opened> {
    if intent == Intent::Write && !file::name_fits(path) {
        return Err(Error::LongName(path.to_owned()));
    }
    if !journal::lies(path) {
        refuse_newer(path, look(path)?)?;
    }
    let (lock, mut read_only) = match intent {
        Intent::Read => (None, Some(ReadOnly::Asked)),
        Intent::Write => match Lock::ask(path)? {
            Asked::Ours(lock) => (Some(lock), None),
            Asked::Theirs => (None, Some(ReadOnly::OtherProgram)),
            Asked::ReadOnlyFolder => (None, Some(ReadOnly::Protected)),
        },
    };
    if read_only.is_none() && std::fs::OpenOptions::new().write(true).open(path).is_err() {
        read_only = Some(ReadOnly::Protected);
    }
    let (copied, strays) = beside(path, read_only)?;
    let place = copied.as_ref().map_or_else(|| path.to_owned(), Copied::path);
    refuse_newer(&place, look(&place)?)?;
    // Now it is ours to write: SQLite may play what belongs to it, and what does not is put aside.
    let stray = match strays {
        true if read_only.is_none() => journal::set_aside(path)?.map(Stray::Aside),
        true => Some(Stray::Unused(path.to_owned())),
        false => None,
    };
    let read = copied.filter(|_| read_only.is_some());
    let place = read.as_ref().map_or_else(|| path.to_owned(), Copied::path);
    let connection = door::connect(&place, read_only.is_none())?;
    // Rows are read in one short transaction, so a reader sees one state and
    // never stands in the way of the writer's next commit.
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    refuse_newer(&place, version)?;
    schema::only_tables(&connection)?;
    // Whole, with its indices: what an index cannot find would be edited in vain (docs/performance.md).
    let check: String = connection.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
    if check != "ok" {
        // One line for a person; SQLite writes a hundred.
        let line = check.lines().find(|line| !line.starts_with("***")).unwrap_or(&check);
        return Err(Error::Damaged(line.to_owned()));
    }
    let plan = match schema::meta(&connection, "plan") {
        // Our mark on the file, but none of our tables in it.
        Err(Error::Sql(error)) => return Err(Error::Damaged(error.to_string())),
        found => found?.and_then(|id| Id::parse(&id)).ok_or_else(|| Error::Damaged("no plan id".to_owned()))?,
    };
    let file = same_file::Handle::from_path(path).map_err(Error::io(path))?;
    let mut store = Store { connection, read, path: path.to_owned(), file, lock, plan, reserve: |_| None };
    // The last moment to stop: what comes now may upgrade the file, or enter what other programs changed and has to be told.
    if !progress.go_on(Doing::Opening, 0, Kind::ALL.len()) {
        return Err(Error::Cancelled);
    }
    let foreign_changes = if read_only.is_none() { foreign::settle(&mut store, op, version)? } else { 0 };
    let (mut rows, differing) = load::compared(&mut store.connection, &Heard(progress))?;
    let untouched = triggers::has_its_triggers(&store.connection)?;
    let (doubts, foreign_unlogged) = if untouched { (differing, 0) } else { (Vec::new(), differing.len()) };
    // What only the history still has is shown until a person has decided, and what may be private is.
    for one in doubts.iter().filter(|one| one.found.as_ref() != Some(&one.standing())) {
        let columns = one.standing().into_iter().map(|(name, value)| (name, Some(value)));
        rows.put(one.kind, one.id, Some(&columns.collect::<Vec<_>>()));
    }
    Ok(Opened { store, rows, doubts, read_only, foreign_changes, foreign_unlogged, stray })
}

/// Whether a plan is one of an earlier schema, which grows when it is opened for writing.
pub fn is_older(path: &Path) -> bool {
    look(path).is_ok_and(|version| version < SCHEMA)
}

/// The id of a plan, as far as the file still says it.
pub fn id_of(path: &Path) -> Option<Id> {
    look(path).ok()?;
    let connection = door::connect(path, false).ok()?;
    schema::only_tables(&connection).ok()?;
    schema::meta(&connection, "plan").ok()?.and_then(|id| Id::parse(&id))
}

/// Tells how far it is, and goes on whatever is answered.
struct Heard<'a>(&'a dyn Progress);

impl Progress for Heard<'_> {
    fn go_on(&self, doing: Doing, done: usize, all: usize) -> bool {
        self.0.go_on(doing, done, all);
        true
    }
}

/// Refuses a newer plan by the name of the program that wrote it.
fn refuse_newer(path: &Path, version: u32) -> Result<()> {
    if version <= SCHEMA {
        return Ok(());
    }
    // Whatever mode a newer program chose: nothing may be written, not even by SQLite.
    let said = |newer: rusqlite::Connection| schema::only_tables(&newer).and_then(|()| schema::meta(&newer, "program"));
    let program = door::connect(path, false).and_then(said).ok().flatten();
    Err(Error::Newer { program: program.unwrap_or_default(), schema: version })
}

/// The plan as it is without a commit that was cut off, where something lies beside it; and whether that is not its own.
fn beside(path: &Path, read_only: Option<ReadOnly>) -> Result<(Option<Copied>, bool)> {
    // Where another program writes, its journal lies there for a moment, and SQLite waits for it.
    let lock = match read_only {
        Some(ReadOnly::OtherProgram) => return Ok((None, false)),
        Some(ReadOnly::Asked) if journal::lies(path) => match Lock::ask(path)? {
            Asked::Theirs => return Ok((None, false)),
            Asked::Ours(lock) => Some(lock),
            Asked::ReadOnlyFolder => None,
        },
        _ => None,
    };
    // Without a lock somebody may be writing this very moment, and what was copied is of two: it is copied again.
    let held = read_only.is_none() || lock.is_some();
    let steady = |found: &Result<Beside>| held || matches!(found, Ok(Beside::Nothing | Beside::Ours(_)));
    let mut found = journal::examine(path);
    for _ in 0..PATIENCE {
        if steady(&found) {
            break;
        }
        std::thread::sleep(MOMENT);
        found = journal::examine(path);
    }
    Ok(match found? {
        Beside::Nothing => (None, false),
        Beside::Ours(copied) => (Some(copied), false),
        Beside::Strays(copied) => (Some(copied), true),
    })
}

/// Looks at the first bytes before SQLite touches anything; returns the schema version.
fn look(path: &Path) -> Result<u32> {
    // A pipe keeps whoever opens it waiting.
    if !std::fs::metadata(path).map_err(Error::io(path))?.is_file() {
        return Err(Error::NotAPlan(path.to_owned()));
    }
    let mut open = std::fs::File::open(path).map_err(Error::io(path))?;
    let mut head = [0_u8; 100];
    if open.read_exact(&mut head).is_err() || !file::is_database(&head) {
        return Err(Error::NotAPlan(path.to_owned()));
    }
    let word = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    if word(68) != schema::APPLICATION_ID.cast_unsigned() {
        return Err(Error::NotAPlan(path.to_owned()));
    }
    let page = match u64::from(u16::from_be_bytes([head[16], head[17]])) {
        1 => 65536,
        size => size,
    };
    // In this order: a writer first writes the head, then the rest, then empties the journal.
    let writing = journal::lies(path);
    let length = open.metadata().map_err(Error::io(path))?.len();
    if length < page * u64::from(word(28)) && !writing {
        return Err(Error::Damaged(format!("{length} bytes, {} expected", page * u64::from(word(28)))));
    }
    Ok(word(60))
}
