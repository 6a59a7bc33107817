//! What only paper shows, looked for once per change, day and pack.

use crate::{Binder, Error, Result};
use plan::{Department, Finding, Id, Plan};
use print::{Books, Composing, Copy, DOCUMENTS, Document, Kept, Unwatched};
use std::collections::BTreeSet;
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
    let (mut kept, books, mut out) = (Kept::default(), Books::default(), Vec::<Finding>::new());
    let whole = DOCUMENTS.iter().filter(|document| document.listed).map(|document| (document, Copy::Hq));
    for (document, copy) in whole.chain(shelves(plan).map(|copy| (Document::binder(), copy))) {
        let composing = Composing { copy: &copy, ..Composing::hq(plan, template, date) };
        let outline = document.compose_among(&composing, &books);
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

/// Departments with patients or with a procedure of their own; where there is none, all of them.
fn shelves(plan: &Plan) -> impl Iterator<Item = Copy> {
    let own: BTreeSet<Id> = plan.rows.procedures.live().filter_map(|one| one.department).collect();
    let reads = move |one: &Department| one.patients || own.contains(&one.row.id);
    let some = plan.rows.departments.live().any(&reads);
    let shelves = plan.rows.departments.live().filter(move |one| reads(one) || !some);
    shelves.map(|one| Copy::Ward(Some(one.row.id.to_string())))
}
