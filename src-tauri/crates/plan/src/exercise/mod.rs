//! An exercise at the table on the institution's own plan: the script made of a scenario and the plan, the run as a log
//! that is only added to, what the room may see of it, what it gave.
//!
//! Deliberately not here: the clock (moments come in from outside), scoring, anything that happens by itself.

mod act;
mod cast;
mod clock;
mod fill;
mod may;
mod own;
mod report;
mod room;
mod run;
mod script;
mod words;
mod year;

pub use act::{Act, Said, Stamped, entries, entry};
pub use cast::{Cast, Part};
pub use clock::{Look, Passed, PlayClock};
pub use fill::{Filled, Lack};
pub use may::RunProblem;
pub use own::{copied, id_of, own, own_injects, unreadable_minute};
pub use report::{Decided, Line, Report, Sought};
pub use room::{Arrived, Face, Room};
pub use run::{Held, Phase, Run, Told, later};
pub use script::{Card, Parting, Script, ScriptBranch, ScriptModule, ScriptSign};
pub(crate) use words::WORDS;
pub use year::{Due, Year};
