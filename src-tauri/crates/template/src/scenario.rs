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
    /// How long it takes, the opening and 振り返り included.
    pub minutes: u16,
    /// Minutes to say how things stand, before play begins; `None` in scenarios of format 1, which parted no time.
    pub opening_minutes: Option<u16>,
    /// Minutes of 振り返り at the end: play gives way, never they.
    pub review_minutes: Option<u16>,
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

impl Scenario {
    /// Minutes of play: what the opening and 振り返り leave.
    pub fn play_minutes(&self) -> u16 {
        self.minutes
            .saturating_sub(self.opening_minutes.unwrap_or_default())
            .saturating_sub(self.review_minutes.unwrap_or_default())
    }
}

/// Something that is told to somebody at a minute (注入).
#[derive(Debug, Clone, PartialEq)]
pub struct Inject {
    /// Id, for ever.
    pub id: String,
    /// Minutes since play began (in format 1: since everything began).
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
