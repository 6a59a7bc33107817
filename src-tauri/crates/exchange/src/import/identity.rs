//! Which record a row of a sheet means: by our own number, the institution's number, the name. Deliberately
//! not here: what the row says of it.

use super::growing::Growing;
use super::known::{key, number_key};
use super::names::{Found, Likeness, Names};
use super::{Line, Note};
use plan::{Id, Kind};
use std::collections::HashMap;

/// The institution's own number, by which a record is found again.
pub(super) fn number_field(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::System | Kind::Device => Some("asset_no"),
        Kind::Person => Some("staff_no"),
        _ => None,
    }
}

/// What tells apart records without a number: forty terminals of one model have one name.
fn telling(kind: Kind) -> &'static [&'static str] {
    if kind == Kind::Device { &["name", "serial", "place"] } else { &["name"] }
}

/// The records of a kind, by everything a row may know them by.
pub(super) struct Index {
    ids: HashMap<Id, bool>,
    numbers: HashMap<String, Vec<Id>>,
    names: HashMap<String, Vec<Id>>,
    /// Names and the hearts of names.
    alike: Names,
    /// What tells one of several of a name: the serial number, where there is one.
    serials: HashMap<String, Vec<Id>>,
    /// Names alone.
    bare: HashMap<String, Vec<Id>>,
    /// Numbers and names met in this sheet, and where.
    seen: HashMap<String, usize>,
    /// Records met in this sheet, and where.
    taken: HashMap<Id, usize>,
    /// People by the numbers of their posts and by their own, and by their names in new forms of characters.
    posts: HashMap<String, Vec<Id>>,
    own: HashMap<String, Vec<Id>>,
    forms: HashMap<String, Vec<Id>>,
}

pub(super) fn index(growing: &Growing<'_>, kind: Kind) -> Index {
    let mut index = Index {
        ids: HashMap::new(),
        numbers: HashMap::new(),
        names: HashMap::new(),
        alike: Names::default(),
        serials: HashMap::new(),
        bare: HashMap::new(),
        seen: HashMap::new(),
        taken: HashMap::new(),
        posts: HashMap::new(),
        own: HashMap::new(),
        forms: HashMap::new(),
    };
    for record in growing.plan.rows.all(kind) {
        let live = !record.row().is_removed();
        index.ids.insert(record.id(), live);
        if live {
            if let Some(number) = number_field(kind).and_then(|field| record.field(field)) {
                index.numbers.entry(number_key(&number)).or_default().push(record.id());
            }
            if let Some(serial) = serial(kind, |field| record.field(field)) {
                index.serials.entry(serial).or_default().push(record.id());
            }
            if kind == Kind::Person {
                let numbers = [("extension", &mut index.posts), ("private_phone", &mut index.own)];
                for (field, by) in numbers {
                    if let Some(number) = record.field(field) {
                        by.entry(number_key(&number)).or_default().push(record.id());
                    }
                }
                index.forms.entry(growing.known.form_key(&record.title())).or_default().push(record.id());
            }
            index.bare.entry(key(&record.title())).or_default().push(record.id());
            index.names.entry(told(kind, |field| record.field(field))).or_default().push(record.id());
            index.alike.take(growing.known, kind, &record.title(), record.id());
        }
    }
    index
}

impl Index {
    /// A record this sheet made.
    pub(super) fn made(&mut self, id: Id) {
        self.ids.insert(id, true);
    }

    /// A record is written by one row of a sheet: a copied row with another name would overwrite the first.
    pub(super) fn take(&mut self, found: Option<(Id, By)>, title: &str, line: usize) -> Result<Option<(Id, By)>, Note> {
        let before = found.and_then(|(id, _)| self.taken.insert(id, line));
        match before {
            Some(before) => Err(Note::new("row-twice", [title.to_owned(), before.to_string()])),
            None => Ok(found),
        }
    }

    /// What a person should know of somebody new: that there is one whose name only looks otherwise, one who has the post's
    /// number now, one with the same number of his own. Nothing is merged for it.
    pub(super) fn hints(&self, growing: &Growing<'_>, kind: Kind, line: &Line<'_>, name: &str) -> Vec<Note> {
        if kind != Kind::Person {
            return Vec::new();
        }
        let title = |id: &Id| growing.shown(kind, *id, "name");
        let by = |of: &HashMap<String, Vec<Id>>, key: &str| of.get(key).and_then(|ids| ids.first()).map(title);
        let number = |target: &str| {
            let number = super::numbers::numbers_of(line.text(target)).swap_remove(0);
            (number_key(&number), number)
        };
        let mut out = Vec::new();
        if let Some(alike) = by(&self.forms, &growing.known.form_key(name)) {
            out.push(Note::new("similar-name", [name.to_owned(), alike]));
        }
        let (post, own) = (number("extension"), number("private_phone"));
        if let Some(before) = by(&self.posts, &post.0).filter(|_| !post.0.is_empty()) {
            out.push(Note::new("successor", [post.1, before]));
        }
        if let Some(other) = by(&self.own, &own.0).filter(|_| !own.0.is_empty()) {
            out.push(Note::new("same-own-number", [other]));
        }
        out
    }

    /// Whether one of that name is there with another number: two people may share a name, two systems hardly.
    pub(super) fn other_number(&self, growing: &Growing<'_>, kind: Kind, line: &Line<'_>) -> bool {
        matches!(kind, Kind::Person | Kind::System)
            && matches!(self.alike.find(growing.known, kind, line.text("name")), Found::One(..) | Found::Several)
    }
}

fn serial(kind: Kind, text: impl Fn(&str) -> Option<String>) -> Option<String> {
    let serial = if kind == Kind::Device { text("serial") } else { None };
    serial.map(|serial| number_key(&serial)).filter(|serial| !serial.is_empty())
}

fn told(kind: Kind, text: impl Fn(&str) -> Option<String>) -> String {
    telling(kind).iter().map(|field| key(&text(field).unwrap_or_default())).collect::<Vec<_>>().join("\n")
}

/// How a row found its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// By the number our own export gave it.
    OwnId,
    /// By number or name.
    Name,
    /// By the heart of its name, which then stays as it is.
    Heart,
}

/// The record a row is about; `None` = a new one.
pub(super) fn find(
    growing: &Growing<'_>,
    kind: Kind,
    line: &Line<'_>,
    number: &str,
    index: &mut Index,
) -> Result<Option<(Id, By)>, Note> {
    let number = if growing.known.is("nothing", number) { "" } else { number };
    let label = |field: &str| growing.plan.label(growing.template, kind.noun(), field);
    let number_label = || number_field(kind).map(label).unwrap_or_default();
    if let Some(id) = Id::parse(line.text("id")) {
        match index.ids.get(&id) {
            Some(true) => {
                return Ok(Some((id, By::OwnId)));
            }
            Some(false) => return Err(Note::new("removed-row", [])),
            None => {}
        }
    }
    let name = told(kind, |field| Some(line.text(field).to_owned()));
    if !number.is_empty() {
        if let Some(before) = index.seen.insert(format!("number {}", number_key(number)), line.number) {
            return Err(Note::new("number-twice", [number_label(), number.to_owned(), before.to_string()]));
        }
        match index.numbers.get(&number_key(number)).map(Vec::as_slice) {
            Some([one]) => return Ok(Some((*one, By::Name))),
            Some([_, _, ..]) => return Err(Note::new("number-several", [number_label(), number.to_owned()])),
            _ => {}
        }
        // A record of that name that has no number yet gets this one.
        let unnumbered = |id: &&Id| {
            let record = growing.plan.rows.get(kind, **id);
            record.is_some_and(|record| number_field(kind).is_none_or(|field| record.field(field).is_none()))
        };
        let same: Vec<Id> = index.names.get(&name).into_iter().flatten().filter(unnumbered).copied().collect();
        let free = |one: &Id| !index.taken.contains_key(one);
        return Ok(match same[..] {
            [one] if free(&one) => Some((one, By::Name)),
            [] => match index.alike.find(growing.known, kind, line.text("name")) {
                Found::One(one, Likeness::Alike) if free(&one) && unnumbered(&&one) => Some((one, By::Heart)),
                _ => None,
            },
            _ => None,
        });
    }
    if let Some(before) = index.seen.insert(format!("name {name}"), line.number) {
        return Err(Note::new("name-twice", [line.text("name").to_owned(), before.to_string()]));
    }
    match index.names.get(&name).map(Vec::as_slice) {
        Some([one]) => Ok(Some((*one, By::Name))),
        Some([_, _, ..]) => Err(Note::new("name-several", [line.text("name").to_owned()])),
        _ => Ok(moved(kind, line, index).or_else(|| match index.alike.find(growing.known, kind, line.text("name")) {
            Found::One(one, Likeness::Alike) if !index.taken.contains_key(&one) => Some((one, By::Heart)),
            _ => None,
        })),
    }
}

/// A device that stands elsewhere now, by its serial number; or one that a list names without saying more.
fn moved(kind: Kind, line: &Line<'_>, index: &Index) -> Option<(Id, By)> {
    if kind != Kind::Device {
        return None;
    }
    let one = |list: Option<&Vec<Id>>| match list.map(Vec::as_slice) {
        Some([one]) if !index.taken.contains_key(one) => Some((*one, By::Name)),
        _ => None,
    };
    match serial(kind, |field| Some(line.text(field).to_owned())) {
        Some(serial) => one(index.serials.get(&serial)),
        None if line.text("place").is_empty() => one(index.bare.get(&key(line.text("name")))),
        None => None,
    }
}
