//! How wide texts are and where their lines break: runs → lines of a given width.
//!
//! What layout places and what drawings (`tree`, `map`) fit into their boxes is measured here, so neither needs the other.
//! Deliberately not here: where a line stands, and what it is drawn as.

pub(crate) mod a4;
mod atoms;
mod breaks;
mod fit;
mod kept;
mod lines;
mod setting;

pub(crate) use a4::Type;
pub(crate) use atoms::{BADGE_GAP, BADGE_PAD, BADGE_SIZE, What, note_missing};
pub(crate) use fit::{fitted, wrapped};
pub use kept::Kept;
pub(crate) use lines::{Line, is_empty, lines, width};
pub use setting::Missing;
pub(crate) use setting::{ALONE, Abouts, Setting};
