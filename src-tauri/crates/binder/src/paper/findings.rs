//! What only paper shows, looked for once per change, day and pack.

use crate::{Binder, Error, Result};
use plan::Finding;
use print::{Composing, Document, Unwatched};
use std::sync::{Arc, PoisonError};

/// What was found on the paper last, and of what.
pub(crate) struct OnPaper {
    of: (i64, String, String),
    found: Arc<[Finding]>,
}

impl Binder {
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
        let outline = Document::binder().compose(&Composing::hq(&now.plan, &now.template, date));
        let laid = print::layout(outline, &Unwatched).map_err(|_| Error::Cancelled)?;
        let found: Arc<[Finding]> = print::findings(&now.plan, &now.template, &laid).into();
        *self.on_paper.lock().unwrap_or_else(PoisonError::into_inner) = Some(OnPaper { of, found: found.clone() });
        Ok(found)
    }
}
