//! What is played in an exercise at the table: how it begins, and what is told when.

/// A scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Pack id, for ever.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Which edition it is.
    pub edition: String,
    /// The facts it is made from, and where they stand.
    pub source: String,
    /// SHA-256 of the files ([`crate::PackFiles::hash`]).
    pub hash: String,
    /// Kinds of institution it is for; empty = all.
    pub institutions: Vec<String>,
    /// How long it takes.
    pub minutes: u16,
    /// What it is for.
    pub purpose: String,
    /// How things stand when it begins: read out first.
    pub opening: String,
    /// What cannot be used from the beginning.
    pub unusable: Vec<String>,
    /// What is told when, in order.
    pub injects: Vec<Inject>,
    /// What everybody fills in at the end: who can, has passed.
    pub closing: Vec<String>,
}

/// Something that is told to somebody at a minute (注入).
#[derive(Debug, Clone, PartialEq)]
pub struct Inject {
    /// Id, for ever.
    pub id: String,
    /// Minutes since the beginning.
    pub minute: u16,
    /// Who tells it.
    pub sender: String,
    /// Whom.
    pub addressee: String,
    /// What.
    pub text: String,
    /// What is listened for in the talk that follows; for whoever leads.
    pub listen: String,
    /// The fact behind it, and where it stands; `None` = our own.
    pub source: Option<String>,
}
