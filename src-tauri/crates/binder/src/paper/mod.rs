//! A plan on paper: what is printed, previewed, found on it, and out of date on the shelves.

mod asked;
mod findings;
mod preview;
mod printing;
mod reprint;
mod words;

pub(crate) use findings::OnPaper;
pub use printing::{PrintRequest, Printed, print_date};
pub use reprint::{Outdated, Stale};
pub use words::DocumentWords;

use crate::{Binder, Error};
use print::{Info, Laid, PdfError};

/// The bytes of attached pictures, read as they are needed. One that cannot be read leaves its frame empty.
struct Attached<'a>(&'a Binder);

impl print::Pictures for Attached<'_> {
    fn bytes(&self, hash: &str) -> Option<Vec<u8>> {
        self.0.attachment(hash).ok().flatten()
    }
}

fn no_pdf(error: PdfError) -> Error {
    match error {
        PdfError::Cancelled => Error::Cancelled,
        fault => Error::Pdf(fault.to_string()),
    }
}

fn info(laid: &Laid, date: &str) -> Info {
    Info {
        title: laid.title.clone(),
        facility: laid.facility.clone(),
        date: date.to_owned(),
        language: "ja-JP".to_owned(),
    }
}
