//! Who is told of changes: windows that asked to follow, and were let through because they may look.
//!
//! Not an event of Tauri: one sent to a label is still heard by every window
//! that listens without naming a target (docs/adr/0021).

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tauri::ipc::Channel;
use wire::News;

/// One channel for each window, by label.
#[derive(Default)]
pub(crate) struct Followers(Mutex<BTreeMap<String, Channel<News>>>);

impl Followers {
    /// From now on this window is told; a page that was loaded anew takes the place of the one before.
    pub(crate) fn add(&self, label: &str, channel: Channel<News>) {
        self.all().insert(label.to_owned(), channel);
    }

    /// This window is gone.
    pub(crate) fn remove(&self, label: &str) {
        self.all().remove(label);
    }

    /// Tells every window.
    pub(crate) fn tell(&self, news: &News) {
        for channel in self.all().values() {
            // A window that is just going does not need to hear of it.
            let _ = channel.send(news.clone());
        }
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Channel<News>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
