//! A checked copy of the plan, to hand over or to keep as a backup, made in steps while editing goes on.
//!
//! SQLite's backup reads through a connection of its own: rusqlite's borrows the one it copies from, so it cannot be
//! kept while an edit uses the writing connection (docs/adr/0030). What an edit changes meanwhile makes SQLite begin
//! anew; after a few times the rest is copied in one step.

use crate::{Error, Result, Store, create, door, file, journal, whole};
use plan::{Doing, Progress};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Pages of one step: a megabyte, which no edit notices.
const STEP: i32 = 256;
/// How often an edit may make it begin anew before the rest is copied at once.
const ANEW: u32 = 3;
/// How often another program that writes is waited for, and how long each time: ten seconds, as for a commit.
const PATIENCE: (u32, Duration) = (500, Duration::from_millis(20));

/// Who lets a copy have its turns, and sees it grow.
pub trait Turns {
    /// Runs one step while nobody in this program writes.
    fn turn(&self, step: &mut dyn FnMut());
    /// Sees it grow; may cancel.
    fn progress(&self) -> &dyn Progress;
}

impl Store {
    /// Where the plan is read, if its place still is the file that was opened: what is there instead must not be copied
    /// as it.
    ///
    /// # Errors
    /// [`Error::Vanished`].
    pub fn place(&self) -> Result<PathBuf> {
        self.still_there()?;
        Ok(self.read.as_ref().map_or_else(|| self.path.clone(), journal::Copied::path))
    }

    /// Writes a checked copy of what is open although its place is gone (renamed, removed, replaced): at once, through
    /// the connection that still holds it.
    ///
    /// # Errors
    /// [`Error::Exists`] when something is there; nothing is left behind.
    pub fn rescue(&self, to: &Path) -> Result<()> {
        named(to, |growing| {
            let (_, mut to) = new(growing)?;
            if Backup::new(&self.connection, &mut to)?.step(-1)? != StepResult::Done {
                return Err(Error::Busy);
            }
            closed(to)
        })
    }
}

/// Writes a copy of the plan at `from` and checks it before it gets its name.
///
/// # Errors
/// [`Error::Exists`] when something is there, [`Error::Cancelled`]; nothing is left behind, the plan is never touched.
pub fn copy(from: &Path, to: &Path, turns: &dyn Turns) -> Result<()> {
    named(to, |growing| {
        pages(from, growing, turns)?;
        checking(turns)
    })
}

/// Gives a file its name once it was made and is sound.
fn named(to: &Path, make: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    if to.exists() {
        return Err(Error::Exists(to.to_owned()));
    }
    whole::place_for(to)?;
    if !file::name_fits(to) {
        return Err(Error::LongName(to.to_owned()));
    }
    let growing = file::unfinished(to);
    create::remove_leftover(&growing)?;
    let made = make(&growing).and_then(|()| door::examine(&growing)).and_then(|()| create::finish(&growing, to));
    if made.is_err() {
        let _ = create::remove_leftover(&growing);
    }
    made
}

/// Says that what was copied is examined now.
pub(crate) fn checking(turns: &dyn Turns) -> Result<()> {
    if turns.progress().go_on(Doing::Checking, 0, 1) { Ok(()) } else { Err(Error::Cancelled) }
}

/// Copies all pages into a new file, sound or not.
pub(crate) fn pages(from: &Path, to: &Path, turns: &dyn Turns) -> Result<()> {
    let (from, (file, mut to)) = (door::connect(from, false)?, new(to)?);
    step_by_step(&from, &mut to, &file, turns)?;
    closed(to)
}

fn new(to: &Path) -> Result<(File, Connection)> {
    let file = File::create_new(to).map_err(Error::io(to))?;
    Ok((file, door::connect_unnamed(to)?))
}

fn closed(to: Connection) -> Result<()> {
    to.close().map_err(|(_, error)| Error::from(error))
}

fn step_by_step(from: &Connection, to: &mut Connection, file: &File, turns: &dyn Turns) -> Result<()> {
    let backup = Backup::new(from, to)?;
    let (mut left, mut anew, mut waited) = (i32::MAX, 0, 0);
    loop {
        let mut said = Ok(StepResult::Done);
        turns.turn(&mut || said = backup.step(if anew < ANEW { STEP } else { -1 }));
        match said? {
            StepResult::Done => return Ok(()),
            StepResult::More => {
                // Little by little: a disk that is given all at the end keeps the next edit waiting.
                let _ = file.sync_data();
                let progress = backup.progress();
                anew += u32::from(progress.remaining > left);
                left = progress.remaining;
                let count = |pages: i32| usize::try_from(pages).unwrap_or(0);
                if !turns.progress().go_on(Doing::Copying, count(progress.pagecount - left), count(progress.pagecount))
                {
                    return Err(Error::Cancelled);
                }
            }
            // Another program writes at this moment.
            _ if waited < PATIENCE.0 => {
                waited += 1;
                std::thread::sleep(PATIENCE.1);
            }
            _ => return Err(Error::Busy),
        }
    }
}
