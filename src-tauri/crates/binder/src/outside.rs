//! The world outside: implemented by the app, the command line and the tests only.

use plan::{Id, day};
use std::time::Duration;

/// Clocks and new ids.
pub trait Outside: Send + Sync {
    /// Now on the clock on the wall, RFC 3339 with offset and milliseconds. Somebody may set it, also back.
    fn now(&self) -> String;
    /// Time since some fixed moment of this run of the program: what lies between two looks is how long it
    /// took, whatever happens to the clock on the wall. Whether a computer asleep counts is the system's choice.
    fn elapsed(&self) -> Duration;
    /// A new random id.
    fn new_id(&self) -> Id;

    /// Today, `2026-11-22`.
    fn today(&self) -> String {
        day::day_of(&self.now())
    }
}
