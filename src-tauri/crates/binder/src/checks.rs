//! What is found in the open plan: looked for once per change, day and pack, and only where the change was read.

use crate::{Binder, Error, Result};
use plan::{Finding, Findings};
use print::Unwatched;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

/// What was found on the paper last, and of what.
pub(crate) struct OnPaper {
    of: (i64, String, String),
    found: Arc<[Finding]>,
}

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

    /// What only fonts and layout of the binder show: characters without a glyph, sheets over one page. They are kept
    /// apart, because a layout takes as long as a hundred edits: no edit waits for them. `date` as `2026-11-26`.
    ///
    /// # Errors
    /// Never for want of answers.
    pub fn paper_findings(&self, date: &str) -> Result<Arc<[Finding]>> {
        let now = self.snapshot();
        let of = (now.seq, now.template.hash.clone(), date.to_owned());
        let known = |kept: &Option<OnPaper>| kept.as_ref().filter(|kept| kept.of == of).map(|kept| kept.found.clone());
        if let Some(found) = known(&self.on_paper.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(found);
        }
        let outline = print::Document::binder().compose(&print::Composing::hq(&now.plan, &now.template, date));
        let laid = print::layout(outline, &Unwatched).map_err(|_| Error::Cancelled)?;
        let found: Arc<[Finding]> = print::findings(&now.plan, &now.template, &laid).into();
        *self.on_paper.lock().unwrap_or_else(PoisonError::into_inner) = Some(OnPaper { of, found: found.clone() });
        Ok(found)
    }
}
