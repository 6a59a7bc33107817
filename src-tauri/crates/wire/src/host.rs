//! What the commands work on: the open plan, settings, and the running print or preview.

use crate::Fault;
use binder::{Binder, Error, Outside, Progress};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The file of settings.
const SETTINGS: &str = "settings.json";
/// How many plans the start screen remembers.
const RECENT: usize = 8;

/// Everything the commands need. One per program.
pub struct Host {
    pub(crate) outside: Arc<dyn Outside>,
    data: PathBuf,
    open: Mutex<Option<Arc<Binder>>>,
    /// Read once: an edit must not wait for a disk to say who sits here.
    settings: Mutex<Option<Settings>>,
    openings: AtomicU64,
    previews: Mutex<BTreeMap<String, Arc<AtomicU64>>>,
    print: Arc<AtomicU64>,
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
        Self {
            outside,
            data,
            open: Mutex::new(None),
            settings: Mutex::new(None),
            openings: AtomicU64::new(0),
            previews: Mutex::default(),
            print: Arc::default(),
        }
    }

    /// The open plan.
    pub(crate) fn binder(&self) -> Result<Arc<Binder>, Fault> {
        self.slot().clone().ok_or_else(|| Error::NotFound("plan".to_owned()).into())
    }

    /// Puts another plan, or none, in place of the open one, which is closed
    /// whoever still reads it; running previews are cancelled.
    pub(crate) fn set_binder(&self, binder: Option<Binder>) {
        let old = std::mem::replace(&mut *self.slot(), binder.map(Arc::new));
        self.count_opening();
        if let Some(old) = old {
            for preview in held(&self.previews).values() {
                preview.fetch_add(1, Ordering::SeqCst);
            }
            old.close();
        }
    }

    /// Counts how often another plan, none, or another pack took the place of what windows show.
    pub fn openings(&self) -> u64 {
        self.openings.load(Ordering::SeqCst)
    }

    /// Windows that only follow ask for everything anew.
    pub(crate) fn count_opening(&self) {
        self.openings.fetch_add(1, Ordering::SeqCst);
    }

    fn slot(&self) -> MutexGuard<'_, Option<Arc<Binder>>> {
        held(&self.open)
    }

    /// The folder of automatic copies.
    pub(crate) fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// Settings as this program knows them; a file that cannot be read counts as none.
    pub(crate) fn settings(&self) -> Settings {
        let mut known = held(&self.settings);
        known.get_or_insert_with(|| read(std::fs::read(self.data.join(SETTINGS)).ok())).clone()
    }

    /// Changes settings as they are in the file: another program may have changed them since. They are a convenience: a
    /// failure is not worth stopping anyone, and this program remembers all the same.
    pub(crate) fn change_settings(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings();
        let mut change = Some(change);
        let _ = std::fs::create_dir_all(&self.data);
        let _ = binder::change_whole(&self.data.join(SETTINGS), |there| {
            settings = read(there);
            change.take().into_iter().for_each(|change| change(&mut settings));
            serde_json::to_vec_pretty(&settings).unwrap_or_default()
        });
        // The turn never came: at least here it counts.
        change.take().into_iter().for_each(|change| change(&mut settings));
        *held(&self.settings) = Some(settings);
    }

    /// Puts a plan at the top of the recent ones.
    pub(crate) fn remember(&self, path: &Path) {
        self.change_settings(|settings| {
            settings.recent.retain(|one| one != path);
            settings.recent.insert(0, path.to_owned());
            settings.recent.truncate(RECENT);
        });
    }

    /// A progress that the next preview of the same window cancels.
    pub(crate) fn newest_preview(&self, window: &str) -> Newest {
        Newest::of(held(&self.previews).entry(window.to_owned()).or_default())
    }

    /// A progress that `cancel_print` cancels.
    pub(crate) fn newest_print(&self) -> Newest {
        Newest::of(&self.print)
    }

    pub(crate) fn end_print(&self) {
        self.print.fetch_add(1, Ordering::SeqCst);
    }
}

fn read(there: Option<Vec<u8>>) -> Settings {
    there.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Goes on while nothing newer was asked for.
pub(crate) struct Newest {
    counter: Arc<AtomicU64>,
    mine: u64,
}

impl Newest {
    fn of(counter: &Arc<AtomicU64>) -> Self {
        Self { counter: counter.clone(), mine: counter.fetch_add(1, Ordering::SeqCst) + 1 }
    }
}

impl Progress for Newest {
    fn go_on(&self, _: usize, _: usize) -> bool {
        self.counter.load(Ordering::SeqCst) == self.mine
    }
}

/// What a lock guards, even after a panic elsewhere: nothing is ever left half done under one.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan::Id;

    struct Nowhere;

    impl Outside for Nowhere {
        fn elapsed(&self) -> std::time::Duration {
            std::time::Duration::ZERO
        }

        fn now(&self) -> String {
            "2026-11-22T10:00:00.000+09:00".to_owned()
        }

        fn new_id(&self) -> Id {
            unreachable!("nothing is made here")
        }
    }

    #[test]
    fn a_preview_is_cancelled_by_a_newer_one_of_its_own_window_only() {
        let host = Host::new(Arc::new(Nowhere), PathBuf::new());
        let first = host.newest_preview("main");
        let other = host.newest_preview("look");
        assert!(first.go_on(0, 1), "another window's preview is none of its business");
        let newer = host.newest_preview("main");
        assert!(!first.go_on(0, 1) && newer.go_on(0, 1) && other.go_on(0, 1));
    }

    #[test]
    fn two_programs_remember_what_the_other_one_did() {
        let data = tempfile::tempdir().unwrap();
        let program = || Host::new(Arc::new(Nowhere), data.path().to_owned());
        let (one, other) = (program(), program());
        one.remember(Path::new("/a.sonae"));
        other.settings();
        one.remember(Path::new("/b.sonae"));
        other.change_settings(|settings| settings.person = "見本".to_owned());
        let settings = program().settings();
        assert_eq!(settings.recent, [Path::new("/b.sonae"), Path::new("/a.sonae")]);
        assert_eq!(settings.person, "見本");
    }
}
