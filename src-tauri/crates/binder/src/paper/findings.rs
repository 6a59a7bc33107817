//! What only paper shows, looked for once per change, day and pack.

use crate::{Binder, Error, Result};
use plan::{Finding, Plan};
use print::{Composing, Copy, DOCUMENTS, Document, Kept, Unwatched};
use std::sync::{Arc, PoisonError};
use template::Template;

/// What was found on the paper last, and of what.
pub(crate) struct OnPaper {
    of: (i64, String, String),
    found: Arc<[Finding]>,
}

impl Binder {
    /// What only fonts and layout of the books show: characters without a glyph, sheets over one page, references that
    /// lead nowhere. They are kept apart, because a layout takes as long as a hundred edits: no edit waits for them.
    /// `date` as `2026-11-26`.
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
        let found: Arc<[Finding]> = look(&now.plan, &now.template, date)?.into();
        *self.on_paper.lock().unwrap_or_else(PoisonError::into_inner) = Some(OnPaper { of, found: found.clone() });
        Ok(found)
    }
}

/// What is found in every document, and in the book of every department that has one to read at night; in several of
/// them the same, once.
fn look(plan: &Plan, template: &Template, date: &str) -> Result<Vec<Finding>> {
    let (mut kept, mut out) = (Kept::default(), Vec::<Finding>::new());
    let whole = DOCUMENTS.iter().filter(|document| document.listed).map(|document| (document, Copy::Hq));
    for (document, copy) in whole.chain(shelves(plan).map(|copy| (Document::binder(), copy))) {
        let outline = document.compose(&Composing { copy: &copy, ..Composing::hq(plan, template, date) });
        let laid = print::layout_again(outline, &mut kept, &Unwatched).map_err(|_| Error::Cancelled)?;
        for finding in print::findings(plan, template, &laid) {
            if out.iter().all(|known| known.identity() != finding.identity()) {
                out.push(finding);
            }
        }
    }
    out.sort_by_key(|finding| finding.check.severity);
    Ok(out)
}

/// Departments with patients; where no department has any, all of them.
fn shelves(plan: &Plan) -> impl Iterator<Item = Copy> {
    let all = || plan.rows.departments.live();
    let some = all().any(|one| one.patients);
    all().filter(move |one| one.patients || !some).map(|one| Copy::Ward(Some(one.row.id.to_string())))
}
