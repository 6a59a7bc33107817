//! An exercise at the table on the institution's own plan: the script made of a scenario and the plan, the run as a log
//! that is only added to, what the room may see of it, what it gave.
//!
//! Deliberately not here: the clock (moments come in from outside), scoring, anything that happens by itself.

mod cast;
mod fill;
mod script;
mod words;

pub use cast::{Cast, Part};
pub use fill::{Filled, Lack};
pub use script::{Card, Parting, Script, ScriptBranch, ScriptModule, ScriptSign};
pub(crate) use words::WORDS;
