//! The plan as it will be, growing row by row, so that later rows meet what earlier ones made.

use super::known::{Known, key};
use super::links::Links;
use super::names::{Found, Likeness, Names};
use super::{FieldChange, Note};
use plan::{Cancelled, Change, ContactPoint, Edit, EditProblem, Id, Kind, Plan, Shown, Watch, changes, show_field};
use std::collections::{BTreeMap, HashMap, hash_map::Entry};
use template::Template;

pub(super) struct Growing<'a> {
    pub(super) plan: Plan,
    pub(super) template: &'a Template,
    pub(super) known: &'a Known,
    /// What was changed so far, in order.
    pub(super) changes: Vec<Change>,
    fresh: &'a mut dyn FnMut() -> Id,
    names: HashMap<Kind, Names>,
    watch: Watch<'a>,
    /// Whether what a row names and the plan has not is made.
    pub(super) make_missing: bool,
    missing: BTreeMap<(Kind, String), (String, usize)>,
    /// Numbers that stand beside the first: whose, which; the record of one that is somebody's own.
    points: Option<HashMap<(Id, String), Option<Id>>>,
    pub(super) links: Option<Links>,
}

impl<'a> Growing<'a> {
    pub(super) fn new(
        plan: &Plan,
        template: &'a Template,
        known: &'a Known,
        fresh: &'a mut dyn FnMut() -> Id,
        watch: Watch<'a>,
    ) -> Self {
        Self {
            plan: plan.clone(),
            template,
            known,
            changes: Vec::new(),
            fresh,
            names: HashMap::new(),
            watch,
            make_missing: false,
            missing: BTreeMap::new(),
            points: None,
            links: None,
        }
    }

    /// Something a row names and the plan has not; the record made for it, where that is wanted.
    pub(super) fn lacks(&mut self, kind: Kind, name: &str) -> Option<Id> {
        let (_, count) = self.missing.entry((kind, key(name))).or_insert_with(|| (name.to_owned(), 0));
        *count += 1;
        if !self.make_missing {
            return None;
        }
        let mut values = vec![("name".to_owned(), name.to_owned())];
        if kind == Kind::Organisation {
            values.push(("group".to_owned(), "vendor".to_owned()));
        }
        self.add(kind, values).ok().flatten()
    }

    /// Everything rows name and the plan had not: kind, name, how often; by kind, as the sheet has them.
    pub(super) fn missing(&self) -> Vec<(Kind, String, usize)> {
        self.missing.iter().map(|((kind, _), (name, count))| (*kind, name.clone(), *count)).collect()
    }

    /// Whether a number stands beside others of a record; from now on it does.
    pub(super) fn has_point(&mut self, of: Id, number: &str) -> bool {
        match self.points().entry((of, number.to_owned())) {
            Entry::Occupied(_) => true,
            Entry::Vacant(free) => {
                free.insert(None);
                false
            }
        }
    }

    /// The number beside others of a record that is somebody's own; from now on it is the house's.
    pub(super) fn own_point(&mut self, of: Id, number: &str) -> Option<Id> {
        self.points().get_mut(&(of, number.to_owned()))?.take()
    }

    fn points(&mut self) -> &mut HashMap<(Id, String), Option<Id>> {
        self.points.get_or_insert_with(|| {
            let live = self.plan.rows.contact_points.live();
            let own = |point: &ContactPoint| (point.whose.as_deref() == Some("own")).then_some(point.row.id);
            live.filter_map(|point| Some(((point.of?, point.value.clone()?), own(point)))).collect()
        })
    }

    /// Another row is looked at.
    pub(super) fn next_row(&mut self) -> Result<(), Cancelled> {
        self.watch.step()
    }

    /// Makes an edit; the record an addition made.
    pub(super) fn edit(&mut self, edit: &Edit) -> Result<Option<Id>, EditProblem> {
        let made = changes(&self.plan, self.template, edit, "")?;
        let id = made.first().map(|change| change.id);
        for change in made {
            self.plan.apply(&change);
            self.note(&change);
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
            self.note(&change);
            self.changes.push(change);
        }
        Ok(())
    }

    /// A new name joins the list; after a changed one the list is made anew. Links are followed.
    fn note(&mut self, change: &Change) {
        if let (Kind::SystemLink, Some(links)) = (change.kind, &mut self.links) {
            links.note(&self.plan, change);
        }
        let name = change.columns.iter().find(|(column, _)| column == "name");
        let Some(names) = name.and_then(|_| self.names.get_mut(&change.kind)) else { return };
        match name {
            Some((_, Some(name))) if change.new => names.take(self.known, change.kind, name, change.id),
            _ => drop(self.names.remove(&change.kind)),
        }
    }

    /// The live record of a kind with this name.
    pub(super) fn by_name(&mut self, kind: Kind, name: &str) -> Found {
        let names = self.names.entry(kind).or_insert_with(|| {
            let mut names = Names::default();
            for record in self.plan.live(kind) {
                names.take(self.known, kind, &record.title(), record.id());
            }
            names
        });
        names.find(self.known, kind, name)
    }

    /// All live records of a kind with exactly this name.
    pub(super) fn all_named(&mut self, kind: Kind, name: &str) -> Vec<Id> {
        match self.by_name(kind, name) {
            Found::None | Found::One(_, Likeness::Alike) => Vec::new(),
            _ => self.names.get(&kind).map_or_else(Vec::new, |names| names.all(name).to_vec()),
        }
    }

    /// An id for something of the sheet that is no record yet.
    pub(super) fn fresh(&mut self) -> Id {
        (self.fresh)()
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

/// Why an edit was refused, as a sentence about the row.
pub(super) fn refused(problem: &EditProblem) -> Note {
    match problem {
        EditProblem::TooLong(length) => Note::new("too-long", [length.to_string()]),
        EditProblem::Control(code) => Note::new("control", [format!("U+{code:04X}")]),
        _ => Note::new("no-name", []),
    }
}
