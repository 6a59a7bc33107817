//! What is found in the open plan: looked for once per change, day and pack, and only where the change was read.

use crate::Binder;
use plan::Findings;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

impl Binder {
    /// What is open or odd, most serious first. What only paper shows comes from [`Binder::paper_findings`].
    pub fn findings(&self) -> Arc<Findings> {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let (now, touched) = self.snapshot_and_touched();
        let today = self.outside().today();
        // Taken out while looking: a check that panics leaves nothing behind, and all are asked anew.
        let known = found.take();
        let before = known.clone();
        let fresh = match known {
            Some(known) if touched.is_empty() && known.is_of(&now.template, &today) => known,
            Some(known) => Arc::new(known.after(&now.plan, &now.template, &today, &touched)),
            None => Arc::new(Findings::of(&now.plan, &now.template, &today)),
        };
        if before.is_none_or(|before| !before.same_as(&fresh)) {
            self.times_found.fetch_add(1, Ordering::SeqCst);
        }
        *found = Some(fresh.clone());
        fresh
    }

    /// How often something else was found since the plan was opened. What is found also changes with the day, so no
    /// number of a change says it.
    pub fn times_found(&self) -> u32 {
        self.times_found.load(Ordering::SeqCst)
    }
}
