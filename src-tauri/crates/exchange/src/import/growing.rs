//! The plan as it will be, growing row by row, so that later rows meet what earlier ones made.

use super::known::{Known, key};
use super::{FieldChange, Note};
use plan::{Cancelled, Change, Edit, EditProblem, Id, Kind, Plan, Shown, Watch, changes, show_field};
use std::collections::{BTreeMap, HashMap, HashSet};
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
    /// Numbers that stand beside the first: whose, which.
    points: Option<HashSet<(Id, String)>>,
}

/// What a name leads to.
pub(super) enum Found {
    /// This record, and whether only the heart of its name is the same.
    One(Id, Likeness),
    Several,
    None,
}

/// How a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Letter for letter, as far as letters count.
    Same,
    /// 「検体検査システム（LIS）」 for 「検体検査（LIS）」.
    Alike,
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
        let points = self.points.get_or_insert_with(|| {
            let live = self.plan.rows.contact_points.live();
            live.filter_map(|point| Some((point.of?, point.value.clone()?))).collect()
        });
        !points.insert((of, number.to_owned()))
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

/// Records of a kind by their names, and by the hearts of their names.
#[derive(Default)]
pub(super) struct Names {
    whole: HashMap<String, Vec<Id>>,
    hearts: HashMap<String, Vec<(Id, Heart)>>,
}

impl Names {
    pub(super) fn take(&mut self, known: &Known, kind: Kind, name: &str, id: Id) {
        self.whole.entry(key(name)).or_default().push(id);
        if let Some(heart) = Heart::of(known, kind, name) {
            for part in heart.parts() {
                self.hearts.entry(part).or_default().push((id, heart.clone()));
            }
        }
    }

    /// The records that have exactly this name.
    pub(super) fn all(&self, name: &str) -> &[Id] {
        self.whole.get(&key(name)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn find(&self, known: &Known, kind: Kind, name: &str) -> Found {
        match self.all(name) {
            [one] => return Found::One(*one, Likeness::Same),
            [_, _, ..] => return Found::Several,
            [] => {}
        }
        let Some(heart) = Heart::of(known, kind, name) else { return Found::None };
        let there = heart.parts().into_iter().filter_map(|part| self.hearts.get(&part)).flatten();
        let mut alike: Vec<Id> = there.filter(|(_, other)| heart.is_like(other)).map(|(id, _)| *id).collect();
        alike.sort_unstable();
        alike.dedup();
        match alike[..] {
            [one] => Found::One(one, Likeness::Alike),
            // Alike to several is like none: nothing is guessed.
            _ => Found::None,
        }
    }
}

/// What a name is at heart: what stands outside its brackets and what stands inside, without the words every
/// system (システム) or company (株式会社) has. People and places have only their names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Heart {
    outside: String,
    inside: String,
    /// Whether what is in brackets may be the name itself (LIS); of a company it is a branch or a remark.
    both: bool,
}

impl Heart {
    fn of(known: &Known, kind: Kind, name: &str) -> Option<Self> {
        let list = match kind {
            Kind::Organisation => "companies",
            Kind::System => "systems",
            _ => return None,
        };
        let mut plain = plan::usual_form(name);
        for word in known.list(list) {
            plain = plain.replace(&plan::usual_form(word), "");
        }
        let (outside, inside) = match plain.split_once('(') {
            Some((outside, rest)) => (outside, rest.split(')').next().unwrap_or_default()),
            None => (plain.as_str(), ""),
        };
        Some(Self { outside: key(outside), inside: key(inside), both: kind == Kind::System })
    }

    fn parts(&self) -> Vec<String> {
        let inside = if self.both { self.inside.clone() } else { String::new() };
        [self.outside.clone(), inside].into_iter().filter(|part| part.chars().count() > 1).collect()
    }

    /// One name outside with two different things in brackets (外来, 病棟) is two records. What is in brackets
    /// is a name only where it is an abbreviation.
    fn is_like(&self, other: &Self) -> bool {
        let short = |text: &str| text.chars().count() > 1 && text.chars().all(|c| c.is_ascii_alphanumeric());
        let same = |one: &str, two: &str| one.chars().count() > 1 && one == two;
        let turned = same(&self.outside, &other.inside) || same(&self.inside, &other.outside);
        let open = self.inside.is_empty() || other.inside.is_empty() || self.inside == other.inside;
        same(&self.outside, &other.outside) && open
            || self.both && turned
            || self.both && short(&self.inside) && self.inside == other.inside
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
