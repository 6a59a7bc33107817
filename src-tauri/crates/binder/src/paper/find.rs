//! Where in a book something is answered.

use crate::{Binder, Result};
use print::{Composing, Copy, Document, Hit};

impl Binder {
    /// The pages of the book of a shelf that answer some words, the first to open first.
    ///
    /// # Errors
    /// A department that is not there.
    pub fn find_pages(&self, copy: &Copy, words: &str) -> Result<Vec<Hit>> {
        let (laid, now) = self.laid(Document::binder(), copy)?;
        let of = Composing { copy, ..Composing::hq(&now.plan, &now.template, "") };
        Ok(print::find(&of, &laid, words))
    }
}
