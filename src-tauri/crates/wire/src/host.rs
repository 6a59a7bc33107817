//! What the commands work on: the open plan, settings, and what is running: works and previews.

use crate::types::Work;
use crate::{Fault, News};
use binder::{Binder, Doing, Error, Outside, Places, Progress};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

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
    works: Mutex<BTreeMap<Work, Arc<AtomicU64>>>,
    told: OnceLock<Told>,
}

/// Who hears how far works are.
type Told = Box<dyn Fn(News) + Send + Sync>;

/// What the program remembers between starts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// Plans opened last, newest first.
    pub recent: Vec<PathBuf>,
    /// Who sits at the program.
    pub person: String,
    /// A second folder for automatic copies.
    pub second_backups: Option<PathBuf>,
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
            works: Mutex::default(),
            told: OnceLock::new(),
        }
    }

    /// The open plan.
    pub(crate) fn binder(&self) -> Result<Arc<Binder>, Fault> {
        self.slot().clone().ok_or_else(|| Error::NotFound("plan".to_owned()).into())
    }

    /// Puts another plan, or none, in place of the open one, which is closed
    /// whoever still reads it; what runs on it is cancelled.
    pub(crate) fn set_binder(&self, binder: Option<Binder>) {
        let old = std::mem::replace(&mut *self.slot(), binder.map(Arc::new));
        self.count_opening();
        // Without its plan a print has no pictures, and an import nowhere to go.
        for work in [Work::Print, Work::Copy, Work::Look, Work::Import] {
            self.cancel(work);
        }
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

    /// Where automatic copies are kept.
    pub(crate) fn places(&self) -> Places {
        Places { own: self.data.join("backups"), second: self.settings().second_backups }
    }

    /// Keeps a copy of a plan that can be written. Nobody is held up by one that could not be kept; the next opening says so.
    pub(crate) fn keep(&self, binder: &Binder) {
        if binder.read_only().is_none() {
            let _ = self.places().keep(binder, &self.work(Work::Keep));
        }
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

    /// From now on this is told how far works are; the first to ask stays.
    pub fn tell_works(&self, told: impl Fn(News) + Send + Sync + 'static) {
        let _ = self.told.set(Box::new(told));
    }

    /// A progress that is told, and that `cancel` cancels.
    pub(crate) fn work(&self, work: Work) -> Working<'_> {
        let counter = held(&self.works).entry(work).or_default().clone();
        let mine = counter.load(Ordering::SeqCst);
        Working { host: self, newest: Newest { counter, mine }, work, last: Mutex::new(None) }
    }

    /// Cancels the running work of a sort.
    pub(crate) fn cancel(&self, work: Work) {
        if let Some(counter) = held(&self.works).get(&work) {
            counter.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// A work that is watched.
pub(crate) struct Working<'a> {
    host: &'a Host,
    newest: Newest,
    work: Work,
    /// When and of what was told last.
    last: Mutex<Option<(Duration, Doing)>>,
}

/// Between two times a work is told: quicker nobody reads.
const PAUSE: Duration = Duration::from_millis(100);

impl Progress for Working<'_> {
    fn go_on(&self, doing: Doing, done: usize, all: usize) -> bool {
        if let Some(told) = self.host.told.get() {
            let now = self.host.outside.elapsed();
            let mut last = held(&self.last);
            if last.is_none_or(|(at, before)| before != doing || now >= at + PAUSE) {
                *last = Some((now, doing));
                let count = crate::commands::count;
                told(News::Working { work: self.work, doing: doing.into(), done: count(done), all: count(all) });
            }
        }
        self.newest.go_on(doing, done, all)
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
    fn go_on(&self, _: Doing, _: usize, _: usize) -> bool {
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

    fn goes_on(progress: &dyn Progress) -> bool {
        progress.go_on(Doing::Placing, 0, 1)
    }

    #[test]
    fn a_work_is_told_and_cancelled_and_two_of_a_sort_run_beside_each_other() {
        let host = Host::new(Arc::new(Nowhere), PathBuf::new());
        let heard = Arc::new(Mutex::new(Vec::new()));
        let hears = heard.clone();
        host.tell_works(move |news| held(&hears).push(news));
        let (print, copy) = (host.work(Work::Print), host.work(Work::Copy));
        assert!(goes_on(&print) && goes_on(&print) && goes_on(&copy));
        assert_eq!(held(&heard).len(), 2, "not each step: the clock stands");
        assert!(print.go_on(Doing::Writing, 1, 2) && held(&heard).len() == 3, "but what else is done, at once");
        host.cancel(Work::Print);
        assert!(!goes_on(&print) && goes_on(&copy));
        let (first, second) = (host.work(Work::Print), host.work(Work::Print));
        assert!(goes_on(&first) && goes_on(&second), "nobody stopped either");
        host.set_binder(None);
        assert!(!goes_on(&first) && !goes_on(&copy), "without its plan a print would have no pictures");
    }

    #[test]
    fn a_preview_is_cancelled_by_a_newer_one_of_its_own_window_only() {
        let host = Host::new(Arc::new(Nowhere), PathBuf::new());
        let first = host.newest_preview("main");
        let other = host.newest_preview("look");
        assert!(goes_on(&first), "another window's preview is none of its business");
        let newer = host.newest_preview("main");
        assert!(!goes_on(&first) && goes_on(&newer) && goes_on(&other));
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
