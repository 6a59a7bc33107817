//! What a check found.

use super::{About, Check, Leads};
use crate::{Id, Kind, Record};

/// One finding: about a record, or about the institution. The words are in `templates/messages.toml` under its check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The check that found it.
    pub check: &'static Check,
    /// The record it is about.
    pub at: Option<(Kind, Id)>,
    /// The kind it is about, where it is about none of its records.
    pub of: Option<Kind>,
    /// The field it is about: there it also stands in the form.
    pub field: Option<&'static str>,
    /// The item of the check table or the section of the model plan it belongs to.
    pub part: Option<String>,
    /// What fills the sentence's {0}, {1} …
    pub words: Vec<String>,
}

/// What makes a finding the same finding tomorrow, whatever was moved: no two of a plan share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity<'a> {
    /// The check's id.
    pub check: &'static str,
    /// The record.
    pub at: Option<(Kind, Id)>,
    /// The kind, where no record is named.
    pub of: Option<Kind>,
    /// The field.
    pub field: Option<&'static str>,
    /// The item or the section.
    pub part: Option<&'a str>,
}

/// Where a finding is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead<'a> {
    /// A record, and perhaps a field of it.
    Record(Kind, Id, Option<&'static str>),
    /// The list of a kind.
    List(Kind),
    /// An item of the check table.
    Item(&'a str),
    /// A section of the model plan.
    Section(&'a str),
    /// An item of a checklist: `list/item`.
    Checklist(&'a str),
    /// The place where one prints.
    Print,
}

impl Finding {
    /// What makes it the same finding again.
    pub fn identity(&self) -> Identity<'_> {
        let Self { check, at, of, field, .. } = *self;
        Identity { check: check.id, at, of, field, part: self.part.as_deref() }
    }

    /// The record in whose form it stands beside the field, too. That something is still empty is seen there without it.
    pub fn beside(&self) -> Option<(Kind, Id)> {
        self.at.filter(|_| self.field.is_some() && self.check.id != "required-empty")
    }

    /// Whether something is still to be filled in, rather than wrong.
    pub fn is_open(&self) -> bool {
        matches!(self.check.id, "required-empty" | "number-to-fill")
    }

    /// The item of the check table it belongs to, where it belongs to one.
    pub fn item(&self) -> Option<&str> {
        if self.check.leads == Leads::Item { self.part.as_deref() } else { self.check.item }
    }

    /// Where it is mended.
    pub fn lead(&self) -> Lead<'_> {
        let part = self.part.as_deref().unwrap_or_default();
        match (self.check.leads, self.at) {
            (Leads::List(kind), _) => Lead::List(kind),
            (Leads::Item, _) => Lead::Item(part),
            (Leads::Section, _) => Lead::Section(part),
            (Leads::Checklist, _) => Lead::Checklist(part),
            (Leads::Record, Some((kind, id))) => Lead::Record(kind, id, self.field),
            (Leads::Record, None) | (Leads::Print, _) => Lead::Print,
        }
    }
}

/// Where a check puts what it finds.
pub struct Found<'a> {
    check: &'static Check,
    out: &'a mut Vec<Finding>,
}

impl<'a> Found<'a> {
    /// For one check.
    pub fn of(check: &'static Check, out: &'a mut Vec<Finding>) -> Self {
        Self { check, out }
    }

    /// About a record.
    pub fn record(&mut self, record: &dyn Record, words: Vec<String>) {
        self.at((record.kind(), record.id()), words);
    }

    /// About a record named by kind and id.
    pub fn at(&mut self, at: (Kind, Id), words: Vec<String>) {
        self.put(About::Record, Some(at), None, words);
    }

    /// About a field of a record.
    pub fn field(&mut self, record: &dyn Record, field: &str, words: Vec<String>) {
        let declared = record.kind().field(field);
        debug_assert!(declared.is_some(), "{}: {field}", self.check.id);
        let finding = self.put(About::Record, Some((record.kind(), record.id())), None, words);
        finding.field = declared.map(|one| one.id);
    }

    /// About the institution.
    pub fn institution(&mut self, words: Vec<String>) {
        self.put(About::Institution, None, None, words);
    }

    /// About the institution, and an item or a section.
    pub fn part(&mut self, part: &str, words: Vec<String>) {
        self.put(About::Institution, None, Some(part), words);
    }

    /// About the institution, and what an item asks of a kind.
    pub fn asked(&mut self, item: &str, kind: Option<Kind>, field: Option<&str>, words: Vec<String>) {
        let finding = self.put(About::Institution, None, Some(item), words);
        finding.of = kind;
        finding.field = kind.zip(field).and_then(|(kind, field)| kind.field(field)).map(|one| one.id);
    }

    fn put(&mut self, about: About, at: Option<(Kind, Id)>, part: Option<&str>, words: Vec<String>) -> &mut Finding {
        debug_assert!(self.check.about == about, "{} is about {:?}", self.check.id, self.check.about);
        let part = part.map(str::to_owned);
        let place = self.out.len();
        self.out.push(Finding { check: self.check, at, of: None, field: None, part, words });
        &mut self.out[place]
    }
}
