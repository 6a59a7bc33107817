//! Rows that are records: systems, devices, people, organisations.

use super::columns::Column;
use super::growing::{Found, Growing, Likeness, Names, refused};
use super::known::{key, number_key};
use super::values::{Read, read};
use super::{FieldChange, Line, Note, Row, Verdict, What};
use crate::sheet::Cell;
use plan::{Edit, Field, FieldKind, Id, Kind};
use std::collections::HashMap;

/// The institution's own number, by which a record is found again.
fn number_field(kind: Kind) -> Option<&'static str> {
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

struct Index {
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
}

pub(super) fn rows(growing: &mut Growing<'_>, what: What, columns: &[Column], lines: &[Line<'_>]) -> Vec<Row> {
    let Some(kind) = what.kind() else { return Vec::new() };
    let mapped = |target: &str| columns.iter().any(|column| column.target.as_deref() == Some(target));
    let fields: Vec<&Field> = kind.fields().iter().filter(|field| mapped(field.id)).collect();
    let mut index = index(growing, kind);
    let titles: HashMap<&str, &str> =
        columns.iter().filter_map(|column| Some((column.target.as_deref()?, column.title.as_str()))).collect();
    let mut out = Vec::new();
    let mut wanted: Vec<(usize, Id, String, bool)> = Vec::new();
    for line in lines {
        let (row, made) = row(growing, kind, &fields, line, &mut index, &titles);
        if let Some((id, own)) = made
            && kind == Kind::System
            && mapped("needs")
        {
            wanted.push((out.len(), id, line.text("needs").to_owned(), own));
        }
        out.push(row);
    }
    // What a system needs may stand further down.
    for (at, id, text, own) in wanted {
        needs(growing, id, &text, own, &mut out[at]);
    }
    out
}

fn index(growing: &Growing<'_>, kind: Kind) -> Index {
    let mut index = Index {
        ids: HashMap::new(),
        numbers: HashMap::new(),
        names: HashMap::new(),
        alike: Names::default(),
        serials: HashMap::new(),
        bare: HashMap::new(),
        seen: HashMap::new(),
        taken: HashMap::new(),
    };
    for record in growing.plan.rows.all(kind) {
        let live = record.row().removed_at.is_none();
        index.ids.insert(record.id(), live);
        if live {
            if let Some(number) = number_field(kind).and_then(|field| record.field(field)) {
                index.numbers.entry(number_key(&number)).or_default().push(record.id());
            }
            if let Some(serial) = serial(kind, |field| record.field(field)) {
                index.serials.entry(serial).or_default().push(record.id());
            }
            index.bare.entry(key(&record.title())).or_default().push(record.id());
            index.names.entry(told(kind, |field| record.field(field))).or_default().push(record.id());
            index.alike.take(growing.known, kind, &record.title(), record.id());
        }
    }
    index
}

impl Index {
    /// A record is written by one row of a sheet: a copied row with another name would overwrite the first.
    fn take(&mut self, found: Option<(Id, By)>, title: &str, line: usize) -> Result<Option<(Id, By)>, Note> {
        let before = found.and_then(|(id, _)| self.taken.insert(id, line));
        match before {
            Some(before) => Err(Note::new("row-twice", [title.to_owned(), before.to_string()])),
            None => Ok(found),
        }
    }

    /// Whether one of that name is there with another number: two people may share a name, two systems hardly.
    fn other_number(&self, growing: &Growing<'_>, kind: Kind, line: &Line<'_>) -> bool {
        matches!(kind, Kind::Person | Kind::System)
            && matches!(self.alike.find(growing.known, kind, line.text("name")), Found::One(..) | Found::Several)
    }
}

/// Lists of staff have profession and post in two columns; a person has both in one field.
fn post(kind: Kind, field: &Field, cell: &Cell, line: &Line<'_>) -> Option<Cell> {
    let post = line.text("post");
    if kind != Kind::Person || field.id != "job" || post.is_empty() || cell.text.contains(post) {
        return None;
    }
    let text = if cell.text.is_empty() { post.to_owned() } else { format!("{}・{post}", cell.text) };
    Some(Cell { text, ..cell.clone() })
}

fn serial(kind: Kind, text: impl Fn(&str) -> Option<String>) -> Option<String> {
    let serial = if kind == Kind::Device { text("serial") } else { None };
    serial.map(|serial| number_key(&serial)).filter(|serial| !serial.is_empty())
}

fn told(kind: Kind, text: impl Fn(&str) -> Option<String>) -> String {
    telling(kind).iter().map(|field| key(&text(field).unwrap_or_default())).collect::<Vec<_>>().join("\n")
}

/// The row, and the record it is about with whether it came out of our own export.
fn row(
    growing: &mut Growing<'_>,
    kind: Kind,
    fields: &[&Field],
    line: &Line<'_>,
    index: &mut Index,
    titles: &HashMap<&str, &str>,
) -> (Row, Option<(Id, bool)>) {
    let number = number_field(kind).map(|field| line.text(field)).unwrap_or_default();
    let name = line.text("name");
    let title = if name.is_empty() { number.to_owned() } else { name.to_owned() };
    let skipped = |code| (line.row(title.clone(), Verdict::Skipped, vec![Note::new(code, [])]), None);
    if line.cells.values().all(|cell| cell.text.is_empty() && cell.odd.is_none()) {
        return (line.row(String::new(), Verdict::Skipped, vec![Note::new("blank", [])]), None);
    }
    // A total may stand in any column, but not in a row of our own export.
    if Id::parse(line.text("id")).is_none() && line.cells.values().any(|cell| growing.known.is("totals", &cell.text)) {
        return skipped("total");
    }
    if fields.iter().all(|field| line.text(field.id) == titles.get(field.id).copied().unwrap_or_default()) {
        return skipped("heading");
    }
    let found = match find(growing, kind, line, number, index).and_then(|found| index.take(found, &title, line.number))
    {
        Ok(found) => found,
        Err(note) => return (line.row(title, Verdict::Problem, vec![note]), None),
    };
    let mut notes = Vec::new();
    let mut values: Vec<(String, Option<String>)> = Vec::new();
    let own = matches!(found, Some((_, By::OwnId)));
    let alike = match found {
        Some((id, By::Heart)) => {
            let meant = growing.shown(kind, id, "name");
            notes.push(Note::new("read-as", [name.to_owned(), meant]));
            true
        }
        None if index.other_number(growing, kind, line) => {
            notes.push(Note::new("name-other-number", [name.to_owned()]));
            false
        }
        _ => false,
    };
    for field in fields.iter().filter(|field| !(alike && field.id == "name")) {
        let Some(cell) = line.cells.get(field.id) else { continue };
        let joined = post(kind, field, cell, line);
        let cell = joined.as_ref().unwrap_or(cell);
        // What stands there already says the same, whatever it looks like.
        if let Some((id, _)) = found
            && cell.odd.is_none()
            && !cell.text.is_empty()
            && growing.shown(kind, id, field.id).trim() == cell.text
        {
            continue;
        }
        match read(growing, kind, field, cell, &mut notes) {
            // A list that says less than is written already does not shorten it.
            Read::Value(value) if !own && says_less(growing, kind, found, field, &value) => {}
            Read::Value(value) => values.push((field.id.to_owned(), Some(value))),
            Read::Empty if own => values.push((field.id.to_owned(), None)),
            Read::Empty => {}
            Read::Leave => spare(kind, field, &cell.text, line, &mut values, &mut notes),
            Read::Refused => return (line.row(title, Verdict::Problem, notes), None),
        }
    }
    written(growing, kind, line, found, values, (title, notes), index)
}

/// Whether a text stands, whole, as one of several parts in what is written already.
fn says_less(growing: &Growing<'_>, kind: Kind, found: Option<(Id, By)>, field: &Field, value: &str) -> bool {
    let Some((id, _)) = found.filter(|_| matches!(field.kind, FieldKind::Text | FieldKind::Long)) else { return false };
    let there = growing.shown(kind, id, field.id);
    field.id != "name"
        && there
            .split(['、', '\n', '・', '（'])
            .map(|part| part.trim().trim_end_matches('）'))
            .any(|part| part == value)
}

/// A system that is not in the plan still says what a device is for.
fn spare(
    kind: Kind,
    field: &Field,
    text: &str,
    line: &Line<'_>,
    values: &mut Vec<(String, Option<String>)>,
    notes: &mut Vec<Note>,
) {
    let lost = notes.last().is_some_and(|note| note.code == "link-unknown");
    if kind == Kind::Device && field.id == "system" && lost && line.text("purpose").is_empty() {
        notes.pop();
        notes.push(Note::new("system-as-purpose", [text.to_owned()]));
        values.push(("purpose".to_owned(), Some(text.to_owned())));
    }
}

fn written(
    growing: &mut Growing<'_>,
    kind: Kind,
    line: &Line<'_>,
    found: Option<(Id, By)>,
    values: Vec<(String, Option<String>)>,
    (title, notes): (String, Vec<Note>),
    index: &mut Index,
) -> (Row, Option<(Id, bool)>) {
    let fields: Vec<&str> = values.iter().map(|(field, _)| field.as_str()).collect();
    if let Some((id, by)) = found {
        let own = by == By::OwnId;
        let before: Vec<String> = fields.iter().map(|field| growing.shown(kind, id, field)).collect();
        if let Err(problem) = growing.set(kind, id, &values) {
            return (line.row(title, Verdict::Problem, vec![refused(&problem)]), None);
        }
        let changes = growing.differences(kind, id, &fields, &before);
        let verdict = if changes.is_empty() { Verdict::Same } else { Verdict::Update };
        return (Row { changes, ..line.row(title, verdict, notes) }, Some((id, own)));
    }
    if !values.iter().any(|(field, value)| field == "name" && value.is_some()) {
        return (line.row(title, Verdict::Problem, vec![Note::new("no-name", [])]), None);
    }
    let given: Vec<(String, String)> =
        values.iter().filter_map(|(field, v)| Some((field.clone(), v.clone()?))).collect();
    match growing.add(kind, given) {
        Ok(Some(id)) => {
            index.ids.insert(id, true);
            let before = vec![String::new(); fields.len()];
            let changes = growing.differences(kind, id, &fields, &before);
            (Row { changes, ..line.row(title, Verdict::New, notes) }, Some((id, false)))
        }
        Ok(None) => (line.row(title, Verdict::Same, notes), None),
        Err(problem) => (line.row(title, Verdict::Problem, vec![refused(&problem)]), None),
    }
}

/// How a row found its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// By the number our own export gave it.
    OwnId,
    /// By number or name.
    Name,
    /// By the heart of its name, which then stays as it is.
    Heart,
}

/// The record a row is about; `None` = a new one.
fn find(
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

/// Links a system to what a cell names. In a row of our own export, what is not named any more is unlinked.
fn needs(growing: &mut Growing<'_>, id: Id, text: &str, own: bool, row: &mut Row) {
    let before = growing.needs_of(id);
    let mut named: Vec<Id> = Vec::new();
    for one in growing.named_systems(text) {
        match one {
            Ok(needed) if needed == id => {}
            Ok(needed) if growing.leads_to(needed, id) && !growing.linked(id, needed) => {
                let words = [&id, &needed].map(|one| growing.shown(Kind::System, *one, "name"));
                row.notes.push(Note::new("needs-circle", words));
            }
            Ok(needed) => named.push(needed),
            Err(unknown) => row.notes.push(Note::new("needs-unknown", [unknown])),
        }
    }
    for needed in &named {
        let _ = growing.link(id, *needed);
    }
    if own {
        let gone: Vec<Id> = growing
            .plan
            .rows
            .system_links
            .iter()
            .filter(|link| link.row.removed_at.is_none() && link.system == Some(id))
            .filter(|link| link.needs.is_some_and(|needed| !named.contains(&needed)))
            .map(|link| link.row.id)
            .collect();
        // A name nobody knows may be a slip of the pen: then nothing is unlinked.
        if !row.notes.iter().any(|note| note.code == "needs-unknown") {
            for link in gone {
                let _ = growing.edit(&Edit::Remove { kind: Kind::SystemLink, id: link });
            }
        }
    }
    let after = growing.needs_of(id);
    if before != after {
        let label = growing.plan.label(growing.template, "system_links", "needs");
        row.changes.push(FieldChange { label, before: before.join("、"), after: after.join("、") });
        if row.verdict == Verdict::Same {
            row.verdict = Verdict::Update;
        }
    }
}
