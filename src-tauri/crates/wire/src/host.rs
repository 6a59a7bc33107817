//! What the commands work on: the open plan, settings, and the running print or preview.

use crate::Fault;
use binder::{Binder, Error, Outside, Progress};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// How many plans the start screen remembers.
const RECENT: usize = 8;

/// Everything the commands need. One per program.
pub struct Host {
    pub(crate) outside: Arc<dyn Outside>,
    data: PathBuf,
    open: Mutex<Option<Arc<Binder>>>,
    /// Read once: an edit must not wait for a disk to say who sits here.
    settings: Mutex<Option<Settings>>,
    preview: AtomicU64,
    print: AtomicU64,
}

/// What the program remembers between starts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Plans opened last, newest first.
    pub recent: Vec<PathBuf>,
    /// Who sits at the program.
    pub person: String,
}

impl Host {
    /// A host keeping settings and backups below `data` (a folder of its own).
    pub fn new(outside: Arc<dyn Outside>, data: PathBuf) -> Self {
        let (open, settings) = (Mutex::new(None), Mutex::new(None));
        Self { outside, data, open, settings, preview: AtomicU64::new(0), print: AtomicU64::new(0) }
    }

    /// The open plan.
    pub(crate) fn binder(&self) -> Result<Arc<Binder>, Fault> {
        self.slot().clone().ok_or_else(|| Error::NotFound("plan".to_owned()).into())
    }

    /// Puts another plan, or none, in place of the open one, which is closed
    /// whoever still reads it; a running preview is cancelled.
    pub(crate) fn set_binder(&self, binder: Option<Binder>) {
        let old = std::mem::replace(&mut *self.slot(), binder.map(Arc::new));
        if let Some(old) = old {
            self.preview.fetch_add(1, Ordering::SeqCst);
            old.close();
        }
    }

    fn slot(&self) -> std::sync::MutexGuard<'_, Option<Arc<Binder>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The folder of automatic copies.
    pub(crate) fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// Settings; a file that cannot be read counts as none.
    pub(crate) fn settings(&self) -> Settings {
        let read = || {
            let text = std::fs::read_to_string(self.data.join("settings.json")).ok()?;
            serde_json::from_str(&text).ok()
        };
        let mut known = self.settings.lock().unwrap_or_else(PoisonError::into_inner);
        known.get_or_insert_with(|| read().unwrap_or_default()).clone()
    }

    /// Keeps settings. They are a convenience: a failure is not worth stopping anyone.
    pub(crate) fn keep_settings(&self, settings: &Settings) {
        *self.settings.lock().unwrap_or_else(PoisonError::into_inner) = Some(settings.clone());
        let _ = std::fs::create_dir_all(&self.data);
        if let Ok(text) = serde_json::to_string_pretty(settings) {
            let _ = std::fs::write(self.data.join("settings.json"), text);
        }
    }

    /// Puts a plan at the top of the recent ones.
    pub(crate) fn remember(&self, path: &Path) {
        let mut settings = self.settings();
        settings.recent.retain(|one| one != path);
        settings.recent.insert(0, path.to_owned());
        settings.recent.truncate(RECENT);
        self.keep_settings(&settings);
    }

    /// A progress that the next preview cancels.
    pub(crate) fn newest_preview(&self) -> Newest<'_> {
        Newest { counter: &self.preview, mine: self.preview.fetch_add(1, Ordering::SeqCst) + 1 }
    }

    /// A progress that `cancel_print` cancels.
    pub(crate) fn newest_print(&self) -> Newest<'_> {
        Newest { counter: &self.print, mine: self.print.fetch_add(1, Ordering::SeqCst) + 1 }
    }

    pub(crate) fn end_print(&self) {
        self.print.fetch_add(1, Ordering::SeqCst);
    }
}

/// Goes on while nothing newer was asked for.
pub struct Newest<'a> {
    counter: &'a AtomicU64,
    mine: u64,
}

impl Progress for Newest<'_> {
    fn go_on(&self, _: usize, _: usize) -> bool {
        self.counter.load(Ordering::SeqCst) == self.mine
    }
}
