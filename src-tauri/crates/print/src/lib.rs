//! Plan + document + copy → outline → placed pages → PDF.
//!
//! Everything difficult happens before the PDF: [`layout`] measures and places,
//! [`pdf`] only translates. Deliberately not here: reading or writing files,
//! the clock (the print date comes in), questions of who may see what beyond
//! the declared `private` fields.

mod checks;
mod compose;
pub mod diagram;
pub mod fonts;
pub mod layout;
pub mod map;
pub mod outline;
pub mod pdf;
pub mod picture;
mod progress;

pub use checks::{Sheets, checks, findings};
pub use compose::{
    Asked, CardSheet, Copy, RECOVERY_AFTER, card_sheets, compose, compose_cards, compose_channels, compose_contacts,
    compose_cutoff, compose_forms, compose_handover, compose_minimum, compose_poster, compose_questions,
    compose_recovery, compose_stock, compose_wallet, form_anchor, map_nodes, map_words, tree_nodes,
};
pub use layout::{Laid, layout};
pub use pdf::{Info, NoPictures, PdfError, Pictures, pdf_of};
pub use progress::{Cancelled, Progress, Unwatched};
