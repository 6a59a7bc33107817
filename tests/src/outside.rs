//! Clocks that only move when asked, and ids that never repeat.

use binder::{Outside, plan::Id};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, AtomicU64, Ordering};
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

/// Two clocks a test moves as it likes: the one on the wall, and the one that only goes on.
#[derive(Debug, Default)]
pub struct TwoClocks {
    wall: AtomicI64,
    passed: AtomicU64,
}

impl TwoClocks {
    /// Ready to hand to `Binder::open`: 22 November 2026, ten o'clock.
    pub fn at_ten() -> Arc<Self> {
        Arc::new(Self { wall: AtomicI64::new(1_795_309_200), passed: AtomicU64::new(0) })
    }

    /// Seconds pass on both.
    pub fn pass(&self, seconds: u32) {
        self.wall.fetch_add(seconds.into(), Ordering::Relaxed);
        self.passed.fetch_add(seconds.into(), Ordering::Relaxed);
    }

    /// Somebody sets the clock on the wall.
    pub fn set(&self, by: i64) {
        self.wall.fetch_add(by, Ordering::Relaxed);
    }
}

impl Outside for TwoClocks {
    fn now(&self) -> String {
        let at = chrono::DateTime::from_timestamp(self.wall.load(Ordering::Relaxed), 0).expect("a moment");
        let japan = chrono::FixedOffset::east_opt(9 * 3600).expect("an offset");
        at.with_timezone(&japan).to_rfc3339_opts(chrono::SecondsFormat::Millis, false)
    }

    fn elapsed(&self) -> Duration {
        Duration::from_secs(self.passed.load(Ordering::Relaxed))
    }

    fn new_id(&self) -> Id {
        Id::from_uuid(Uuid::new_v4())
    }
}
