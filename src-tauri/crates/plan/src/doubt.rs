//! A row that stands in the file otherwise than its history says, though only the program could have written either: one of
//! the two was damaged, and only a person can tell which. Until then both are shown wherever one would be.
//!
//! Deliberately not here: finding them and entering what was chosen (`store`), the frames on paper (`print`).

use crate::{Id, Kind, Plan, Record, Shown, is_private, show_value};
use std::collections::BTreeMap;
use template::Template;

/// The columns of a row that have a value, by name.
pub type Columns = BTreeMap<String, String>;

/// Such a row. In memory it is as the file has it; where the file has none, as its history says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// What the file says; `None` = no such row.
    pub found: Option<Columns>,
    /// What its history says; `None` = no such row.
    pub logged: Option<Columns>,
    /// Whether its history is proven to be as it was written, by the seals of the file: then the file was damaged, or a commit
    /// did not arrive whole.
    pub history_whole: bool,
}

/// One value two places disagree about, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disputed {
    /// What the value is called.
    pub label: String,
    /// What the file says.
    pub found: Shown,
    /// What its history says.
    pub logged: Shown,
}

impl Disputed {
    /// `電話：ファイル 03-…／履歴 03-…`; of what is private only where it stands.
    pub fn line(&self, template: &Template) -> String {
        let said = |shown: &Shown| match shown {
            Shown::Value(text) | Shown::Removed(text) => text.clone(),
            Shown::Blank => template.word("doubt-not-there").to_owned(),
            Shown::Private => template.word("see-hq").to_owned(),
        };
        if self.found == Shown::Private {
            return format!("{}：{}", self.label, said(&self.found));
        }
        let [found, logged] = ["doubt-found", "doubt-logged"].map(|side| template.word(side));
        format!("{}：{found} {}／{logged} {}", self.label, said(&self.found), said(&self.logged))
    }
}

impl Doubt {
    /// The row as it stands in memory until a person has decided: as the file has it; where the file has none, as its
    /// history does. What one of them says is somebody's own is private.
    pub fn standing(&self) -> Columns {
        let own = |side: &Columns| {
            let says = |field: &str, value: &str| side.get(field).is_some_and(|said| said == value);
            self.kind == Kind::ContactPoint && (says("whose", "own") || says("of_kind", Kind::Person.noun()))
        };
        let mut out = self.found.as_ref().or(self.logged.as_ref()).cloned().unwrap_or_default();
        if [&self.found, &self.logged].into_iter().flatten().any(own) {
            out.insert("whose".to_owned(), "own".to_owned());
        }
        out
    }

    /// The columns that differ: name, value in the file, value in the history.
    pub fn differing(&self) -> Vec<(&str, Option<&str>, Option<&str>)> {
        const NONE: &Columns = &Columns::new();
        let [found, logged] = [&self.found, &self.logged].map(|side| side.as_ref().unwrap_or(NONE));
        let names: std::collections::BTreeSet<&String> = found.keys().chain(logged.keys()).collect();
        let both = names.into_iter().map(|name| (name.as_str(), found.get(name), logged.get(name)));
        let differ = both.filter(|(_, found, logged)| found != logged);
        differ.map(|(name, found, logged)| (name, found.map(String::as_str), logged.map(String::as_str))).collect()
    }

    /// The same in words, as the fields are declared; what is private only where `private_too`.
    pub fn disputed(&self, plan: &Plan, template: &Template, private_too: bool) -> Vec<Disputed> {
        let Some(record) = plan.rows.get(self.kind, self.id) else { return Vec::new() };
        let whole = |side: &Option<Columns>| {
            Shown::Value(template.word(if side.is_some() { "doubt-there" } else { "doubt-not-there" }).to_owned())
        };
        if self.found.is_none() || self.logged.is_none() {
            let label = template.word("doubt-row").to_owned();
            return vec![Disputed { label, found: whole(&self.found), logged: whole(&self.logged) }];
        }
        let mut out: Vec<Disputed> = Vec::new();
        for (name, found, logged) in self.differing() {
            if self.kind.field(name).is_none() {
                continue;
            }
            let said = |value: Option<&str>| said(plan, template, record, name, value, private_too);
            let label = plan.label(template, self.kind.noun(), name);
            out.push(Disputed { label, found: said(found), logged: said(logged) });
        }
        // What the program keeps of a row has no names people know: it is told once, and whether the row was removed first.
        let kept: Vec<_> = self.differing().into_iter().filter(|(name, ..)| self.kind.field(name).is_none()).collect();
        if let Some((name, found, logged)) = kept.iter().find(|(name, ..)| *name == "removed_at").or(kept.first()) {
            let there = |value: &Option<&str>| match (*name, value) {
                ("removed_at", gone) => whole(&gone.is_none().then(Columns::new)),
                (_, value) => Shown::Value(value.unwrap_or_default().to_owned()),
            };
            let label = template.word("doubt-row").to_owned();
            out.push(Disputed { label, found: there(found), logged: there(logged) });
        }
        out
    }

    /// Takes over that a row was written: what it says now, both say. `None` when nothing is left to decide.
    pub fn after(mut self, written: Option<&dyn Record>, before: Option<&dyn Record>) -> Option<Self> {
        let (Some(written), Some(before)) = (written, before) else { return None };
        let columns: Vec<String> = self.differing().into_iter().map(|(name, ..)| name.to_owned()).collect();
        for name in columns {
            let now = written.column(&name);
            if now == before.column(&name) {
                continue;
            }
            for side in [&mut self.found, &mut self.logged].into_iter().flatten() {
                match &now {
                    Some(value) => side.insert(name.clone(), value.clone()),
                    None => side.remove(&name),
                };
            }
        }
        (self.found != self.logged).then_some(self)
    }
}

fn said(
    plan: &Plan,
    template: &Template,
    record: &dyn Record,
    column: &str,
    value: Option<&str>,
    private_too: bool,
) -> Shown {
    match (record.kind().field(column), value) {
        (Some(field), _) if !private_too && is_private(record, field) => Shown::Private,
        (_, None) => Shown::Blank,
        (Some(field), Some(value)) => show_value(plan, template, record, field, value.to_owned()),
        (None, Some(value)) => Shown::Value(value.to_owned()),
    }
}
