//! A plan on paper: what is printed, previewed, found on it, and out of date on the shelves.

mod asked;
mod find;
mod findings;
mod preview;
mod printing;
mod reprint;
mod words;

pub(crate) use findings::OnPaper;
pub use preview::Shows;
pub use printing::{PrintLook, PrintRequest, Printed, WhichExercise, print_date};
pub use reprint::{Outdated, Stale};
pub use words::DocumentWords;

use crate::{Binder, Error};
use print::{Info, Laid, PdfError};
use std::sync::atomic::{AtomicBool, Ordering};

/// The bytes of attached pictures, read as they are needed. One that cannot be read leaves its frame empty, and that is
/// remembered: such a sheet is not what its fingerprint says.
struct Attached<'a> {
    binder: &'a Binder,
    missed: AtomicBool,
}

impl<'a> Attached<'a> {
    fn of(binder: &'a Binder) -> Self {
        Self { binder, missed: AtomicBool::new(false) }
    }

    /// Whether one could not be read.
    fn missed(&self) -> bool {
        self.missed.load(Ordering::Relaxed)
    }
}

impl print::Pictures for Attached<'_> {
    fn bytes(&self, hash: &str) -> Option<Vec<u8>> {
        let bytes = self.binder.attachment(hash).ok().flatten();
        self.missed.fetch_or(bytes.is_none(), Ordering::Relaxed);
        bytes
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
