//! A clock that only moves when asked, and ids that never repeat.

use binder::{Outside, plan::Id};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use uuid::Uuid;

/// The world outside of a test: 22 November 2026, one second later at every look.
#[derive(Debug, Default)]
pub struct Still {
    looks: AtomicU32,
}

impl Still {
    /// Ready to hand to `Binder::open`.
    pub fn world() -> Arc<dyn Outside> {
        Arc::new(Self::default())
    }
}

impl Outside for Still {
    fn now(&self) -> String {
        let look = self.looks.fetch_add(1, Ordering::Relaxed);
        format!("2026-11-22T10:{:02}:{:02}.000+09:00", look / 60 % 60, look % 60)
    }

    fn new_id(&self) -> Id {
        // Random, as outside: a plan opened twice must not meet its own ids again.
        Id::from_uuid(Uuid::new_v4())
    }
}
