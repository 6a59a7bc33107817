//! Where in a book something is answered.

use super::printing::meant;
use crate::{Binder, Error, Result, Snapshot};
use print::{Composing, Copy, Document, Hit, Unwatched};

impl Binder {
    /// The pages of the book of a shelf that answer some words, the first to open first.
    ///
    /// # Errors
    /// A department that is not there.
    pub fn find_pages(&self, copy: &Copy, words: &str) -> Result<Vec<Hit>> {
        let Snapshot { plan, template, .. } = self.snapshot();
        meant(&plan, copy)?;
        let of = Composing { copy, ..Composing::hq(&plan, &template, "") };
        let laid = print::layout(Document::binder().compose(&of), &Unwatched).map_err(|_| Error::Cancelled)?;
        Ok(print::find(&of, &laid, words))
    }
}
