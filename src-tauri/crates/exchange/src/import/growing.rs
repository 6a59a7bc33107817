//! The plan as it will be, growing row by row, so that later rows meet what earlier ones made.

use super::known::{Known, key};
use super::{FieldChange, Note};
use plan::{Change, Edit, EditProblem, Id, Kind, Plan, Shown, changes, show_field};
use std::collections::HashMap;
use template::Template;

pub(super) struct Growing<'a> {
    pub(super) plan: Plan,
    pub(super) template: &'a Template,
    pub(super) known: &'a Known,
    /// What was changed so far, in order.
    pub(super) changes: Vec<Change>,
    fresh: &'a mut dyn FnMut() -> Id,
    names: HashMap<Kind, HashMap<String, Vec<Id>>>,
}

/// What a name leads to.
pub(super) enum Found {
    One(Id),
    Several,
    None,
}

impl<'a> Growing<'a> {
    pub(super) fn new(plan: &Plan, template: &'a Template, known: &'a Known, fresh: &'a mut dyn FnMut() -> Id) -> Self {
        Self { plan: plan.clone(), template, known, changes: Vec::new(), fresh, names: HashMap::new() }
    }

    /// Makes an edit; the record an addition made.
    pub(super) fn edit(&mut self, edit: &Edit) -> Result<Option<Id>, EditProblem> {
        let made = changes(&self.plan, self.template, edit, "")?;
        let id = made.first().map(|change| change.id);
        for change in made {
            self.plan.apply(&change);
            self.note_name(&change);
            self.changes.push(change);
        }
        Ok(id)
    }

    /// Adds a record.
    pub(super) fn add(&mut self, kind: Kind, values: Vec<(String, String)>) -> Result<Option<Id>, EditProblem> {
        let fresh = (self.fresh)();
        self.edit(&Edit::Add { kind, fresh, source: None, values })
    }

    /// Puts several fields of a record as one change.
    pub(super) fn set(&mut self, kind: Kind, id: Id, fields: &[(String, Option<String>)]) -> Result<(), EditProblem> {
        let mut columns = Vec::new();
        for (field, value) in fields {
            let edit = Edit::SetField { kind, id, field: field.clone(), value: value.clone(), leaving: true };
            for change in changes(&self.plan, self.template, &edit, "")? {
                columns.extend(change.columns);
            }
        }
        if !columns.is_empty() {
            let change = Change { kind, id, new: false, columns };
            self.plan.apply(&change);
            self.note_name(&change);
            self.changes.push(change);
        }
        Ok(())
    }

    /// A new name joins the list; after a changed one the list is made anew.
    fn note_name(&mut self, change: &Change) {
        let name = change.columns.iter().find(|(column, _)| column == "name");
        let Some(names) = name.and_then(|_| self.names.get_mut(&change.kind)) else { return };
        match name {
            Some((_, Some(name))) if change.new => {
                names.entry(name_key(self.known, change.kind, name)).or_default().push(change.id);
            }
            _ => drop(self.names.remove(&change.kind)),
        }
    }

    /// The live record of a kind with this name.
    pub(super) fn by_name(&mut self, kind: Kind, name: &str) -> Found {
        let names = self.names.entry(kind).or_insert_with(|| {
            let mut names: HashMap<String, Vec<Id>> = HashMap::new();
            for record in self.plan.live(kind) {
                names.entry(name_key(self.known, kind, &record.title())).or_default().push(record.id());
            }
            names
        });
        match names.get(&name_key(self.known, kind, name)).map(Vec::as_slice) {
            Some([one]) => Found::One(*one),
            Some([_, _, ..]) => Found::Several,
            _ => Found::None,
        }
    }

    /// What a field shows.
    pub(super) fn shown(&self, kind: Kind, id: Id, field: &str) -> String {
        let Some(record) = self.plan.rows.get(kind, id) else { return String::new() };
        match show_field(&self.plan, self.template, record, field, true) {
            Shown::Value(text) | Shown::Removed(text) => text,
            Shown::Blank | Shown::Private => String::new(),
        }
    }

    /// What changed in a record since it showed `before`.
    pub(super) fn differences(&self, kind: Kind, id: Id, fields: &[&str], before: &[String]) -> Vec<FieldChange> {
        let mut out = Vec::new();
        for (field, before) in fields.iter().zip(before) {
            let after = self.shown(kind, id, field);
            if after != *before {
                let label = self.plan.label(self.template, kind.noun(), field);
                out.push(FieldChange { label, before: before.clone(), after });
            }
        }
        out
    }
}

/// By what a name is found: companies also without the words for their legal form.
fn name_key(known: &Known, kind: Kind, name: &str) -> String {
    if kind != Kind::Organisation {
        return key(name);
    }
    let mut plain = plan::usual_form(name);
    for word in known.list("companies") {
        plain = plain.replace(&plan::usual_form(word), "");
    }
    let short = key(&plain);
    if short.is_empty() { key(name) } else { short }
}

/// Why an edit was refused, as a sentence about the row.
pub(super) fn refused(problem: &EditProblem) -> Note {
    match problem {
        EditProblem::TooLong(length) => Note::new("too-long", [length.to_string()]),
        EditProblem::Control(code) => Note::new("control", [format!("U+{code:04X}")]),
        _ => Note::new("no-name", []),
    }
}
