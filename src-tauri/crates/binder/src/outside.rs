//! The world outside: implemented by the app, the command line and the tests only.

use plan::{Id, day};

/// Clock and new ids.
pub trait Outside: Send + Sync {
    /// Now, RFC 3339 with offset and milliseconds.
    fn now(&self) -> String;
    /// A new random id.
    fn new_id(&self) -> Id;

    /// Today, `2026-11-22`.
    fn today(&self) -> String {
        day::day_of(&self.now())
    }
}
