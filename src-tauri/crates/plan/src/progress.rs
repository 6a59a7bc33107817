//! How long work is watched and cancelled. Here, because every floor above has some.

/// What is being done while somebody waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// The plan is read.
    Opening,
    /// Pages of the file are copied.
    Copying,
    /// A copy is examined, or what is attached gathered.
    Checking,
    /// Texts are placed on pages.
    Placing,
    /// Pages are written into the PDF.
    Writing,
    /// Rows of a sheet are compared with the plan.
    Comparing,
    /// What changes is saved.
    Saving,
}

/// Told from time to time; may cancel.
pub trait Progress: Send + Sync {
    /// `done` of `all` steps of this are done. `false` cancels.
    fn go_on(&self, doing: Doing, done: usize, all: usize) -> bool;
}

/// Nobody watches, nobody cancels.
pub struct Unwatched;

impl Progress for Unwatched {
    fn go_on(&self, _: Doing, _: usize, _: usize) -> bool {
        true
    }
}

/// The work was cancelled; nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;

/// Asks each time some more was done, and the first and the last time.
pub struct Watch<'a> {
    progress: &'a dyn Progress,
    doing: Doing,
    every: usize,
    done: usize,
    all: usize,
}

impl<'a> Watch<'a> {
    /// Of `all` steps, asking after each `every`.
    pub fn of(progress: &'a dyn Progress, doing: Doing, every: usize, all: usize) -> Self {
        Self { progress, doing, every, done: 0, all }
    }

    /// One more step.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn step(&mut self) -> Result<(), Cancelled> {
        self.done += 1;
        let asks = self.done.is_multiple_of(self.every) || self.done == 1 || self.done == self.all;
        if asks && !self.progress.go_on(self.doing, self.done, self.all) { Err(Cancelled) } else { Ok(()) }
    }
}
