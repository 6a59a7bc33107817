//! An error as a screen shows it.

use binder::{Error, Message};
use serde::Serialize;
use ts_rs::TS;

/// What happened, is my work safe, what do I do now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Fault {
    /// The code, a section of `templates/messages.toml`; screens act on `damaged`, `not-a-plan`, `not-found` and `cancelled`.
    pub code: String,
    /// What happened.
    pub happened: String,
    /// Is my work safe.
    pub safe: String,
    /// What do I do now.
    pub now: String,
}

impl Fault {
    /// A fault of the windows themselves, which the floors below know nothing of.
    pub fn of(code: &str) -> Self {
        Message::coded(code, &[]).into()
    }
}

impl From<Message> for Fault {
    fn from(Message { code, happened, safe, now }: Message) -> Self {
        Self { code, happened, safe, now }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Message::of(&error).into()
    }
}

impl From<plan::EditProblem> for Fault {
    fn from(problem: plan::EditProblem) -> Self {
        Error::from(problem).into()
    }
}
