//! Kinds of value a field may have, and the ids of records.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The id of a record.
///
/// Rows made from a template entry and links have deterministic ids
/// ([`Id::derived`]); all others are random and come from the outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Uuid);

impl Id {
    /// From a random UUID the outside made.
    pub fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid)
    }

    /// UUIDv5 of plan, kind and what the row was made from (an entry id, or both ends of a link).
    pub fn derived(plan: Id, kind: &str, from: &str) -> Self {
        Self(Uuid::new_v5(&plan.0, format!("{kind}\n{from}").as_bytes()))
    }

    /// Reads the text form; `None` when it is not a UUID.
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::try_parse(text).ok().map(Self)
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// What kind of value a field holds. Decides the form field, the normalising and the printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One line, as typed.
    Text,
    /// Several lines, as typed.
    Long,
    /// A calendar day, stored `2026-11-22`.
    Date,
    /// A whole number, stored in ASCII digits.
    Number,
    /// A telephone number, stored with ASCII digits and hyphens.
    Phone,
    /// A reading in katakana.
    Kana,
    /// A code of ASCII letters and digits.
    Code,
    /// One of these ids.
    Choice(&'static [&'static str]),
    /// Yes, or nothing.
    Flag,
    /// The id of a record of this noun (`any`: of any kind).
    Link(&'static str),
    /// Checked JSON: the cells of a section block.
    Cells,
    /// A length of time in words, stored in one form: `30分`, `2時間`, `1日`, `1日12時間`.
    Span,
    /// A picture that can be drawn: hash, type, size and pixels of an attachment ([`crate::Attachment`]).
    Image,
    /// A file of any type: the same of any attachment.
    File,
}

/// A field as declared.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Id, for ever; also the column in SQLite.
    pub id: &'static str,
    /// Kind of value.
    pub kind: FieldKind,
    /// Whether a plan without it has a finding.
    pub required: bool,
    /// Prints only in part S (本部用).
    pub private: bool,
    /// Whether the value appears in the 本部用 binder.
    pub printed: bool,
    /// A day on which something was done: never one that is still to come.
    pub past: bool,
    /// Text that may harm a patient: a change of it brings 要確認 back to what it belongs to.
    pub clinical: bool,
    /// Whether a form shows it; what only the program writes, as where a copy came from, none does.
    pub shown: bool,
    /// Schema version that brought it.
    pub since: u32,
}

impl Field {
    /// Whether it names a record.
    pub fn is_link(&self) -> bool {
        matches!(self.kind, FieldKind::Link(_))
    }
}

/// An answered value where it lies: looking at it copies nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held<'a> {
    /// Text of whatever kind.
    Text(&'a str),
    /// A flag that is set.
    Yes,
    /// A record it names.
    Record(Id),
}

/// How a typed field turns into the text of the log and back.
pub trait Cell {
    /// The value where it lies; `None` = unanswered.
    fn held(&self) -> Option<Held<'_>>;
    /// The stored text; `None` = unanswered.
    fn read(&self) -> Option<String>;
    /// Takes the stored text.
    fn write(&mut self, value: Option<String>);
}

impl Cell for Option<String> {
    fn held(&self) -> Option<Held<'_>> {
        self.as_deref().map(Held::Text)
    }
    fn read(&self) -> Option<String> {
        self.clone()
    }
    fn write(&mut self, value: Option<String>) {
        *self = value;
    }
}

impl Cell for bool {
    fn held(&self) -> Option<Held<'_>> {
        self.then_some(Held::Yes)
    }
    fn read(&self) -> Option<String> {
        self.then(|| "1".to_owned())
    }
    fn write(&mut self, value: Option<String>) {
        *self = value.as_deref() == Some("1");
    }
}

impl Cell for Option<Id> {
    fn held(&self) -> Option<Held<'_>> {
        self.map(Held::Record)
    }
    fn read(&self) -> Option<String> {
        self.map(|id| id.to_string())
    }
    fn write(&mut self, value: Option<String>) {
        *self = value.as_deref().and_then(Id::parse);
    }
}
