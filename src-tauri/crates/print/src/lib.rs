//! Plan + document + copy → outline → placed pages → PDF.
//!
//! Everything difficult happens before the PDF: [`layout`] measures and places,
//! [`pdf`] only translates. Deliberately not here: reading or writing files,
//! the clock (the print date comes in), questions of who may see what beyond
//! the declared `private` fields.

mod compose;
pub mod diagram;
pub mod fonts;
pub mod layout;
pub mod outline;
pub mod pdf;
mod progress;

pub use compose::{Asked, Copy, compose, compose_minimum, compose_questions, tree_nodes};
pub use layout::{Laid, layout};
pub use pdf::{Info, PdfError, pdf_of};
pub use progress::{Cancelled, Progress, Unwatched};
