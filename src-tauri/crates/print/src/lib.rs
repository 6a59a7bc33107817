//! Plan + document + copy → outline → placed pages → PDF.
//!
//! Everything difficult happens before the PDF: [`layout`] measures and places,
//! [`pdf`] only translates. Deliberately not here: reading or writing files,
//! the clock (the print date comes in), questions of who may see what beyond
//! the declared `private` fields.

mod checks;
mod compose;
mod copy;
mod document;
mod find;
pub mod fonts;
pub mod layout;
pub mod map;
mod measure;
pub mod outline;
pub mod pdf;
pub mod picture;
pub mod tree;

pub use checks::{Placed, checks, findings, to_read};
pub use compose::{
    Asked, CardCopy, Composing, RECOVERY_AFTER, card_copies, form_anchor, map_nodes, map_words, tree_nodes,
};
pub use copy::{Copy, NoCopy};
pub use document::{Books, Copies, DOCUMENTS, Document, EXAMPLES, own_pages};
pub use find::{Hit, find};
pub use layout::{Laid, layout, layout_again};
pub use measure::{Kept, Missing};
pub use pdf::{Info, NoPictures, PdfError, Pictures, pdf_of, pdf_strips};
pub use plan::{Cancelled, Doing, Progress, Unwatched};
