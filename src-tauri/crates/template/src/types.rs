//! The checked template. Everything here has passed [`crate::check`].

use crate::{Form, HourQuestion, Inline, NextStep, Symptom, Term};
use std::collections::BTreeMap;

/// How sure we are of an official title (the marks of the reference).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Seen in the official document.
    Seen,
    /// Seen, but cut off; counts as not seen.
    Half,
    /// A second-hand source gives the number; the title is ours.
    Secondary,
    /// Inferred from neighbouring numbers.
    Inferred,
    /// Word for word as a file of the institution's own has it, which nobody compared with the published one.
    File,
}

impl Mark {
    /// Whether the title may stand without 〔 〕.
    pub fn verified(self) -> bool {
        self == Mark::Seen
    }

    /// A title or number in 〔 〕 where it is not the official one word for word. The remark that belongs to it stands once
    /// for many (`Template::remark`).
    pub fn bracketed(self, text: &str) -> String {
        if matches!(self, Mark::Seen | Mark::File) { text.to_owned() } else { format!("〔{text}〕") }
    }
}

/// A whole pack.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// Pack id, for ever (`mhlw-2024`).
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Which official editions it follows.
    pub edition: String,
    /// SHA-256 of the files ([`crate::PackFiles::hash`]).
    pub hash: String,
    /// The official documents by id.
    pub documents: BTreeMap<String, Document>,
    /// The five phases of the check table.
    pub phases: Vec<Phase>,
    /// The items of the check table in order.
    pub items: Vec<Item>,
    /// Possible answers to a question of the check table: (id, text).
    pub answers: Vec<(String, String)>,
    /// The sections of the model plan in order, chapters included.
    pub sections: Vec<Section>,
    /// The first pages.
    pub first_pages: Vec<FirstPage>,
    /// Blank forms to copy, in the order of their numbers.
    pub forms: Vec<Form>,
    /// The index of what people see.
    pub symptoms: Vec<Symptom>,
    /// The cover.
    pub cover: Cover,
    /// Letters and titles of the binder's parts.
    pub parts: Vec<Part>,
    /// Labels and help of kinds, fields and choices.
    pub labels: BTreeMap<String, KindLabels>,
    /// What was done, in words with {0} and {1}, by the verb of the log.
    pub operations: BTreeMap<String, String>,
    /// Short words of the paper by key.
    pub words: BTreeMap<String, String>,
    /// Facts of published incidents by id.
    pub incidents: BTreeMap<String, Incident>,
    /// What a new plan may tick, by noun.
    pub catalogue: BTreeMap<String, Vec<Entry>>,
    /// Words explained where they stand.
    pub terms: Vec<Term>,
    /// The questions of the first hour in order [PRACTICE-FIRST-HOUR].
    pub first_hour: Vec<HourQuestion>,
    /// What to do after it, most valuable first.
    pub next_steps: Vec<NextStep>,
    /// The checklists the plan keeps beside the pack, in the order of their ids; whoever opens a plan puts them here.
    pub checklists: Vec<crate::Checklist>,
}

/// An official document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Official title.
    pub title: String,
    /// Short name on paper.
    pub short: String,
    /// Number of the file at the ministry.
    pub number: String,
}

/// A phase of the check table.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// 1 to 5.
    pub number: String,
    /// Official title.
    pub title: String,
    /// Our one line on what it is for.
    pub about: String,
}

/// An item of the check table.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Official number (`1-1`), also its id.
    pub number: String,
    /// Short title.
    pub title: String,
    /// How sure the title is.
    pub mark: Mark,
    /// Document id and page.
    pub source: (String, String),
    /// What is asked, in our words.
    pub asked: String,
    /// Why it matters, in our words.
    pub why: String,
    /// The incident that shows it.
    pub incident: String,
    /// What to prepare.
    pub prepare: Vec<String>,
    /// The questions of the table (`a`, `b` …), in our words.
    pub questions: Vec<Question>,
    /// Examples by size.
    pub examples: BTreeMap<String, String>,
    /// Sections of the model plan it fills.
    pub sections: Vec<String>,
    /// What proves it: `section/…` or `block/…`.
    pub proof: Vec<String>,
    /// Where in the program it is filled in: nouns of record kinds.
    pub records: Vec<String>,
    /// Checks by rule.
    pub checks: Vec<Check>,
    /// How long it takes at the table, in minutes; ours. 0 = not said.
    pub minutes: u16,
    /// Who should be at the table: catalogue entries of roles.
    pub table: Vec<String>,
}

impl Item {
    /// The example for a size: the exact one, else the nearest given.
    pub fn example(&self, size: &str) -> Option<&str> {
        let near: &[&str] = match size {
            "pharmacy" => &["pharmacy", "clinic"],
            "hospital-under-100" => &["hospital-under-100", "hospital-under-300", "clinic"],
            "hospital-300-up" => &["hospital-300-up", "hospital-under-300"],
            other => &[other, "hospital-under-300", "clinic"],
        };
        near.iter().find_map(|one| self.examples.get(*one)).map(String::as_str)
    }
}

/// One question of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// `a`, `b` …
    pub id: String,
    /// Our wording.
    pub text: String,
    /// What must be there for a yes.
    pub proved_by: Vec<Check>,
}

/// A check by rule name.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Name from [`crate::Vocabulary::rules`].
    pub rule: String,
    /// Noun it looks at.
    pub kind: String,
    /// Field it looks at, where the rule wants one.
    pub field: Option<String>,
}

/// A chapter or section of the model plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// `1`, `1.1`, `2.1.3` …, also its id.
    pub number: String,
    /// Short title.
    pub title: String,
    /// How sure the title is.
    pub mark: Mark,
    /// Document id and page.
    pub source: (String, String),
    /// What belongs here, in our words.
    pub about: String,
    /// Starting text.
    pub blocks: Vec<TextBlock>,
    /// Record blocks printed after the text.
    pub prints: Vec<String>,
}

impl Section {
    /// 1 for a chapter, 2 for `1.1`, 3 for `1.1.1`.
    pub fn level(&self) -> u8 {
        self.number.matches('.').count() as u8 + 1
    }
}

/// A block of a starting text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBlock {
    /// Id inside the section, for ever.
    pub id: String,
    /// What it is.
    pub kind: TextKind,
    /// Cells of a table by row; one row with one cell for every other kind.
    pub cells: Vec<Vec<Vec<Inline>>>,
    /// Printed only where one of these catalogue entries exists.
    pub when: Vec<String>,
}

/// Kinds of section text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A paragraph.
    Paragraph,
    /// A small heading.
    Heading,
    /// A list item.
    Item,
    /// A table; its first row is the head.
    Table,
}

/// A first page for one reader.
#[derive(Debug, Clone, PartialEq)]
pub struct FirstPage {
    /// Id, for ever (`ward`).
    pub id: String,
    /// Title, large.
    pub title: String,
    /// For whom, in one line.
    pub reader: String,
    /// Part letter (`A` or `S`); `P` is a poster, which is a document of its own.
    pub part: String,
    /// Institutions it is for.
    pub institutions: Vec<String>,
    /// Professions that must confirm it: (id, name). Until then 要確認 prints at the head.
    pub confirm: Vec<(String, String)>,
    /// In the book of a department it is printed only where all of these forms are used; empty = everywhere.
    pub with_forms: Vec<String>,
    /// Printed only in the book of these departments of the catalogue; empty = everywhere.
    pub departments: Vec<String>,
    /// The first page that it stands for there: who prepares medicines has no patients to go round.
    pub in_place_of: Option<String>,
    /// A record block printed on its back.
    pub behind: Option<String>,
    /// A record block printed under its steps.
    pub below: Option<String>,
    /// The steps.
    pub steps: Vec<Step>,
}

/// One step of a first page.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The text.
    pub text: Vec<Inline>,
    /// Printed only where one of these catalogue entries exists; empty = always.
    pub when: Vec<String>,
    /// Not printed where one of these catalogue entries exists.
    pub unless: Vec<String>,
    /// Printed only for these institutions; empty = all.
    pub institutions: Vec<String>,
    /// Whether it starts the back of the sheet.
    pub back: bool,
}

/// The cover.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// Title of the binder.
    pub title: String,
    /// Second line.
    pub subtitle: String,
    /// 取扱注意 texts, by copy: hq, ward.
    pub notices: BTreeMap<String, String>,
    /// Approval boxes.
    pub approvals: Vec<String>,
    /// How to use the binder, a few lines, by copy: hq, ward.
    pub how: BTreeMap<String, Vec<Vec<Inline>>>,
}

/// A part of the binder.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// `A` … `S`.
    pub letter: String,
    /// Title on tab and header.
    pub title: String,
}

/// The words for one kind.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KindLabels {
    /// The kind itself.
    pub name: String,
    /// What the list is for (empty state).
    pub about: String,
    /// One row as an example (empty state).
    pub example: String,
    /// Fields by id.
    pub fields: BTreeMap<String, FieldLabels>,
}

/// The words for one field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FieldLabels {
    /// Label.
    pub label: String,
    /// Help under the label; may be empty.
    pub help: String,
    /// Words of the choices by id.
    pub choices: BTreeMap<String, String>,
}

/// A fact of a published incident.
#[derive(Debug, Clone, PartialEq)]
pub struct Incident {
    /// Where and when.
    pub place: String,
    /// The fact, in our words.
    pub fact: String,
    /// Who published it.
    pub source: String,
    /// How sure (確認・報道・二次).
    pub mark: String,
}

/// Something a new plan may tick.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// `systems/emr`, for ever.
    pub id: String,
    /// Field values; links name other entries.
    pub values: BTreeMap<String, String>,
    /// Institutions that usually have it; ticked for them in a new plan.
    pub usual: Vec<String>,
    /// Institutions it is offered to; empty = all.
    pub institutions: Vec<String>,
    /// Entries a system usually depends on.
    pub depends: Vec<String>,
}

impl Template {
    /// An official title as it may stand: in 〔 〕 with a remark where the official document was not seen, with a remark
    /// where it is of a file that nobody compared.
    pub fn titled(&self, title: &str, mark: Mark) -> String {
        let remark = self.remark(mark);
        if remark.is_empty() { mark.bracketed(title) } else { format!("{}（{remark}）", mark.bracketed(title)) }
    }

    /// What is to be said of a title; empty where it was seen.
    pub fn remark(&self, mark: Mark) -> &str {
        match mark {
            Mark::Seen => "",
            Mark::File => self.word("to-compare"),
            _ => self.word("title-unverified"),
        }
    }

    /// The checklist of that id.
    pub fn checklist(&self, id: &str) -> Option<&crate::Checklist> {
        self.checklists.iter().find(|list| list.id == id)
    }

    /// A short word of the paper. The lint made sure it is there.
    pub fn word(&self, key: &str) -> &str {
        self.words.get(key).map_or("", String::as_str)
    }

    /// The label of a field (its id when a plan names one this pack does not know).
    pub fn label<'a>(&'a self, kind: &str, field: &'a str) -> &'a str {
        self.labels.get(kind).and_then(|labels| labels.fields.get(field)).map_or(field, |field| field.label.as_str())
    }

    /// The word of a choice; the value itself when it is none of the choices.
    pub fn choice<'a>(&'a self, kind: &str, field: &str, value: &'a str) -> &'a str {
        self.labels
            .get(kind)
            .and_then(|labels| labels.fields.get(field))
            .and_then(|field| field.choices.get(value))
            .map_or(value, String::as_str)
    }

    /// A catalogue entry by id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        let (kind, _) = id.split_once('/')?;
        self.catalogue.get(kind)?.iter().find(|entry| entry.id == id)
    }

    /// The form a record made from a catalogue entry (`forms/<id>`) is drawn from.
    pub fn form(&self, entry: &str) -> Option<&Form> {
        let id = entry.strip_prefix("forms/")?;
        self.forms.iter().find(|form| form.id == id)
    }

    /// A section by number.
    pub fn section(&self, number: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number)
    }
}
