//! What is played in an exercise at the table: how it begins, what is told when, and what whoever leads looks for.
//!
//! Its texts hold [`Slot`]s (`{hit.1.name}`): they are filled from the plan of those who play. Deliberately not here:
//! conditions, dice, points, a clock that runs faster; a branch is chosen by whoever leads, and leads to no further one.

mod slot;
mod write;

pub use slot::{ASPECTS, Piece, Slot, SlotOf, slots};

/// A scenario.
#[derive(Debug, Clone, Default, PartialEq)]
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
    /// In which year of exercises it is of use: 1 is the first. 0 in formats before 3.
    pub level: u8,
    /// Whether it begins by night or on a holiday: who decides then is asked of the plan.
    pub night: bool,
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
    /// The systems that are hit, chosen from the plan.
    pub hits: Vec<Hit>,
    /// What cannot be used from the beginning, besides what stops with the hit systems.
    pub unusable: Vec<String>,
    /// Stretches of the story; none in formats before 3.
    pub modules: Vec<Module>,
    /// What is told when, in order.
    pub injects: Vec<Inject>,
    /// Injects outside the time table, for when nothing moves.
    pub reserves: Vec<Inject>,
    /// What whoever leads asks into a silence.
    pub prompts: Vec<String>,
    /// What is asked in 振り返り.
    pub questions: Vec<String>,
    /// What everybody fills in at the end: who can, has passed.
    pub closing: Vec<String>,
}

/// A system that is hit.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Catalogue entries, the one meant first; the first of them the plan has is hit.
    pub entries: Vec<String>,
    /// What it stands for in the story, for who has none of them and chooses another.
    pub what: String,
}

/// A stretch of the story. Between two the time of the story jumps, and that is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Module {
    /// Id, for ever.
    pub id: String,
    /// What whoever leads calls it.
    pub title: String,
    /// Minute of play with which it begins.
    pub minute: u16,
    /// What the clocks of the story say then: `金曜 1:20`.
    pub clock: String,
    /// What is said when the story jumps here; empty for the first.
    pub jump: String,
}

/// Something that is told to somebody at a minute (注入).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Inject {
    /// Id, for ever.
    pub id: String,
    /// Minutes since play began (in format 1: since everything began); 0 in a reserve.
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
    /// Whether it may fall away when time runs short.
    pub may_fall: bool,
    /// Who leaves the room with it.
    pub leaves: Option<String>,
    /// The record of the plan that should answer it: a catalogue entry, or a noun for any of its records.
    pub record: Option<String>,
    /// What is asked of the book: "which page says so?". Words as one would look for them; none = not asked.
    pub page: Option<String>,
    /// Items of the check table it touches.
    pub items: Vec<String>,
    /// What whoever plays the other end of the telephone knows and says.
    pub phone: Option<String>,
    /// What to say after which sign.
    pub signs: Vec<Sign>,
    /// What may follow, at most two.
    pub branches: Vec<Branch>,
}

/// A sign, and what is said to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sign {
    /// What is seen or heard.
    pub sign: String,
    /// After so many minutes.
    pub after: u16,
    /// What is said then.
    pub say: String,
}

/// What may follow an inject.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// Id within its inject.
    pub id: String,
    /// What the group did, for whoever chooses.
    pub when: String,
    /// Who tells it, where another than who told the inject.
    pub sender: Option<String>,
    /// What is told then.
    pub text: String,
}

impl Scenario {
    /// What the id of one begins with that was made in the program, from a copy.
    pub const OWN: &'static str = "own-";

    /// Whether an id is that of one made in the program, from a copy.
    pub fn is_own(id: &str) -> bool {
        id.starts_with(Self::OWN)
    }

    /// Minutes of play: what the opening and 振り返り leave.
    pub fn play_minutes(&self) -> u16 {
        self.minutes
            .saturating_sub(self.opening_minutes.unwrap_or_default())
            .saturating_sub(self.review_minutes.unwrap_or_default())
    }

    /// The minute of the whole exercise at which play should be winding down: 60 of 90, 40 of 60, 20 of 30.
    pub fn wind_down(&self) -> u16 {
        self.minutes - self.minutes / 3
    }

    /// An inject or a reserve.
    pub fn inject(&self, id: &str) -> Option<&Inject> {
        self.injects.iter().chain(&self.reserves).find(|inject| inject.id == id)
    }
}

impl Inject {
    /// Every text of it that may hold slots.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        [&self.sender, &self.addressee, &self.text, &self.listen]
            .into_iter()
            .chain(&self.leaves)
            .chain(&self.phone)
            .chain(self.signs.iter().flat_map(|sign| [&sign.sign, &sign.say]))
            .chain(
                self.branches.iter().flat_map(|branch| [&branch.when, &branch.text].into_iter().chain(&branch.sender)),
            )
    }
}
