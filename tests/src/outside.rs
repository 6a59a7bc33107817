//! Clocks that only move when asked, and ids that never repeat.

use binder::{Outside, plan::Id};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::Duration;
use uuid::Uuid;

/// The world outside of a test: 22 November 2026, one second later at every look at the clock on the wall;
/// the other clock stands until [`Still::pass`].
#[derive(Debug, Default)]
pub struct Still {
    looks: AtomicU32,
    passed: AtomicU64,
}

impl Still {
    /// Ready to hand to `Binder::open`.
    pub fn world() -> Arc<dyn Outside> {
        Arc::new(Self::default())
    }

    /// Lets whole seconds pass.
    pub fn pass(&self, seconds: u64) {
        self.passed.fetch_add(seconds, Ordering::Relaxed);
    }
}

impl Outside for Still {
    fn now(&self) -> String {
        let look = self.looks.fetch_add(1, Ordering::Relaxed);
        format!("2026-11-22T10:{:02}:{:02}.000+09:00", look / 60 % 60, look % 60)
    }

    fn elapsed(&self) -> Duration {
        Duration::from_secs(self.passed.load(Ordering::Relaxed))
    }

    fn new_id(&self) -> Id {
        // Random, as outside: a plan opened twice must not meet its own ids again.
        Id::from_uuid(Uuid::new_v4())
    }
}
