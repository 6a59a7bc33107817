//! The checked first hour, what comes after it, and words explained.

use crate::Check;
use std::collections::BTreeMap;

/// A word of the field, explained to people who never met it.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The word as it stands in texts.
    pub word: String,
    /// Other ways to write it.
    pub also: Vec<String>,
    /// What it means, in plain Japanese.
    pub text: String,
}

/// A question of the first hour; one per screen.
#[derive(Debug, Clone, PartialEq)]
pub struct HourQuestion {
    /// Id, for ever.
    pub id: String,
    /// Its number in the full set of 15.
    pub number: u8,
    /// The question.
    pub asked: String,
    /// Why it is asked.
    pub why: String,
    /// Institutions it is asked of; empty = all.
    pub institutions: Vec<String>,
    /// Examples by institution; `hospital` is the fall-back.
    pub examples: BTreeMap<String, String>,
    /// What is filled in, in order.
    pub parts: Vec<HourPart>,
}

impl HourQuestion {
    /// The example for a kind of institution.
    pub fn example(&self, institution: &str) -> &str {
        let near: &[&str] = match institution {
            "dental" => &["dental", "clinic", "hospital"],
            "pharmacy" => &["pharmacy", "clinic", "hospital"],
            other => &[other, "hospital"],
        };
        near.iter().find_map(|one| self.examples.get(*one)).map_or("", String::as_str)
    }
}

/// A group of fields on a screen of the first hour.
#[derive(Debug, Clone, PartialEq)]
pub struct HourPart {
    /// What the group is.
    pub text: String,
    /// Institutions it is for; empty = all.
    pub institutions: Vec<String>,
    /// What it fills.
    pub fills: HourFills,
}

/// What a group fills.
#[derive(Debug, Clone, PartialEq)]
pub enum HourFills {
    /// Fields of the facility.
    Facility {
        /// Field ids.
        fields: Vec<String>,
    },
    /// Ticks of a kind's catalogue.
    Tick {
        /// Noun.
        kind: String,
    },
    /// Fields of the records made from these catalogue entries.
    Entries {
        /// Catalogue entries, all of one kind.
        entries: Vec<String>,
        /// Field ids.
        fields: Vec<String>,
    },
    /// Records of one's own.
    Rows {
        /// Noun.
        kind: String,
        /// Values a new one starts with; only records that have them are shown.
        values: BTreeMap<String, String>,
        /// Field ids.
        fields: Vec<String>,
    },
}

impl HourFills {
    /// The noun of the kind it fills.
    pub fn kind(&self) -> &str {
        match self {
            Self::Facility { .. } => "facility",
            Self::Tick { kind } | Self::Rows { kind, .. } => kind,
            Self::Entries { entries, .. } => {
                entries.first().and_then(|entry| entry.split('/').next()).unwrap_or_default()
            }
        }
    }
}

/// What to do next, and what it is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct NextStep {
    /// Id, for ever.
    pub id: String,
    /// What to do.
    pub title: String,
    /// What one has afterwards.
    pub value: String,
    /// How long it takes, in minutes; ours, to be corrected by those who did it.
    pub minutes: u16,
    /// Institutions it is for; empty = all.
    pub institutions: Vec<String>,
    /// Where it is done: a noun, `guide/<item>`, `text/<section>`, `first-hour`, `first` (confirming first pages) or `print`.
    pub go: String,
    /// It is done once this holds.
    pub check: Check,
}
