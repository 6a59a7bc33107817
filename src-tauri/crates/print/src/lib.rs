//! Plan + document + copy → outline → placed pages → PDF.
//!
//! Everything difficult happens before the PDF: [`layout`] measures and places,
//! [`pdf`] only translates. Deliberately not here: reading or writing files,
//! the clock (the print date comes in), questions of who may see what beyond
//! the declared `private` fields.

mod compose;
pub mod fonts;
pub mod layout;
pub mod outline;
pub mod pdf;
mod progress;

pub use compose::{Copy, compose};
pub use layout::{Laid, layout};
pub use pdf::{Info, PdfError, pdf_of};
pub use progress::{Cancelled, Progress, Unwatched};
