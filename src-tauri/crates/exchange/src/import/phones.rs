//! The in-house telephone list: numbers belong to places first, people get them only where they are named.

use super::growing::{Growing, refused};
use super::names::Found;
use super::numbers::{is_unsaid, numbers_of, own_point, point};
use super::{FieldChange, Line, Note, Row, Verdict};
use crate::sheet::Odd;
use plan::{Cancelled, EditProblem, FieldKind, Id, Kind, readable};
use std::collections::HashMap;

/// What earlier rows of this sheet said: the first number of a department or person, and a person's post.
#[derive(Default)]
struct Said {
    numbers: HashMap<Id, String>,
    posts: HashMap<Id, String>,
}

pub(super) fn rows(growing: &mut Growing<'_>, lines: &[Line<'_>]) -> Result<Vec<Row>, Cancelled> {
    let mut said = Said::default();
    let each = |line: &Line<'_>| {
        growing.next_row()?;
        Ok(row(growing, line, &mut said))
    };
    lines.iter().map(each).collect()
}

/// Whom a row names.
enum Whom {
    /// Post and name.
    Person(String, String),
    /// A room or desk of the department; empty = the department itself.
    Place(String),
}

fn row(growing: &mut Growing<'_>, line: &Line<'_>, said: &mut Said) -> Row {
    let title = [line.text("place"), line.text("job_name"), line.text("job"), line.text("name")]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join("　");
    if line.cells.values().all(|cell| cell.text.is_empty() && cell.odd.is_none()) {
        return line.row(title, Verdict::Skipped, vec![Note::new("blank", [])]);
    }
    if line.cells.values().any(|cell| growing.known.is("totals", &cell.text)) {
        return line.row(title, Verdict::Skipped, vec![Note::new("total", [])]);
    }
    let mut notes = Vec::new();
    let label = |target: &str| {
        let own = growing.known.labels("contacts").find(|(id, _)| *id == target);
        own.map_or_else(String::new, |(_, label)| label.to_owned())
    };
    let mut number = |target: &str| {
        let cell = line.cells.get(target)?;
        match cell.odd {
            Some(Odd::FormulaWithoutValue) => notes.push(Note::new("formula-empty", [label(target)])),
            Some(Odd::ErrorValue) => notes.push(Note::new("error-value", [label(target), cell.text.clone()])),
            _ => {}
        }
        if cell.odd.is_some() || cell.text.is_empty() || growing.known.is("nothing", &cell.text) {
            return None;
        }
        let mut numbers = numbers_of(&cell.text);
        if let [value] = &numbers[..]
            && !readable(FieldKind::Phone, value)
        {
            notes.push(Note::new("unreadable", [label(target), value.clone()]));
        }
        Some(numbers.remove(0)).map(|first| (first, numbers))
    };
    let (extension, phs) = (number("extension"), number("phs"));
    let more: Vec<(&str, String)> = [("内線", &extension), ("PHS", &phs)]
        .into_iter()
        .flat_map(|(note, number)| {
            number.iter().flat_map(move |(_, more)| more.iter().map(move |one| (note, one.clone())))
        })
        .collect();
    let (extension, phs) = (extension.map(|(first, _)| first), phs.map(|(first, _)| first));
    for target in ["place", "job_name", "job", "name", "extension", "phs"] {
        let Some(cell) = line.cells.get(target) else { continue };
        let code = match cell.odd {
            Some(Odd::Formula) => "formula",
            Some(Odd::ErrorValue) if !matches!(target, "extension" | "phs") => "error-value",
            _ => continue,
        };
        let words = [label(target), cell.text.chars().take(12).collect()];
        return line.row(title, Verdict::Problem, vec![Note::new(code, words)]);
    }
    if extension.is_none() && phs.is_none() {
        // A remark under the list, or a row whose number nobody worked out.
        let verdict = if notes.is_empty() { Verdict::Skipped } else { Verdict::Problem };
        notes.push(Note::new("no-number", []));
        return line.row(title, verdict, notes);
    }
    if line.text("place").is_empty() {
        notes.push(Note::new("no-place", []));
        return line.row(title, Verdict::Problem, notes);
    }
    let (whom, unused) = whom(growing, line);
    let mut lost = Vec::new();
    lost.extend(unused.map(|target| ("said-otherwise", line.cells_of(target))));
    if line.cells_of("note") > 0 {
        lost.push(("note-unused", line.cells_of("note")));
    }
    match taken(growing, line, &whom, ([extension, phs], more), &mut notes, said) {
        Ok((verdict, changes)) => {
            let odd = notes.iter().filter(|note| ["formula-empty", "error-value"].contains(&note.code)).count();
            lost.extend((odd > 0).then_some(("error-value", odd)));
            Row { changes, lost, ..line.row(title, verdict, notes) }
        }
        Err(Refusal::Edit(problem)) => line.row(title, Verdict::Problem, vec![refused(&problem)]),
        Err(Refusal::Note(note)) => line.row(title, Verdict::Problem, vec![note]),
    }
}

enum Refusal {
    Edit(EditProblem),
    Note(Note),
}

impl From<EditProblem> for Refusal {
    fn from(problem: EditProblem) -> Self {
        Refusal::Edit(problem)
    }
}

type Taken = (Verdict, Vec<FieldChange>);

fn taken(
    growing: &mut Growing<'_>,
    line: &Line<'_>,
    whom: &Whom,
    ([extension, phs], more): ([Option<String>; 2], Vec<(&str, String)>),
    notes: &mut Vec<Note>,
    said: &mut Said,
) -> Result<Taken, Refusal> {
    let place = line.text("place");
    let mut verdict = Verdict::Same;
    let department = match growing.by_name(Kind::Department, place) {
        Found::One(id, _) => id,
        Found::Several => return Err(Refusal::Note(Note::new("name-several", [place.to_owned()]))),
        Found::None => {
            notes.push(Note::new("place-unknown", [place.to_owned()]));
            verdict = Verdict::New;
            let made = growing.add(Kind::Department, vec![("name".to_owned(), place.to_owned())])?;
            made.ok_or_else(|| Refusal::Note(Note::new("no-place", [])))?
        }
    };
    let mut changes = Vec::new();
    match whom {
        Whom::Person(job, name) => {
            let id = match person(growing, department, (job, name), notes, said)? {
                Some(id) => id,
                None => {
                    verdict = Verdict::New;
                    let made = growing.add(Kind::Person, vec![("name".to_owned(), name.clone())])?;
                    made.ok_or_else(|| Refusal::Note(Note::new("no-name", [])))?
                }
            };
            said.posts.insert(id, job.clone());
            let mut values = vec![("department".to_owned(), Some(department.to_string()))];
            values.extend((!job.is_empty()).then(|| ("job".to_owned(), Some(job.clone()))));
            changes.extend(put(growing, Kind::Person, id, &values)?);
            for (number, note) in [(extension, "内線"), (phs, "PHS")] {
                let Some(number) = number else { continue };
                if is_unsaid(line, &number) {
                    notes.push(Note::new("mobile-private", [number.clone()]));
                    changes.extend(private(growing, id, &number)?);
                } else if note == "内線" {
                    changes.extend(first(growing, (Kind::Person, id, "extension"), (note, number), said)?);
                } else {
                    changes.extend(point(growing, Kind::Person, id, (note, &number))?);
                }
            }
            for (note, number) in more {
                changes.extend(point(growing, Kind::Person, id, (note, &number))?);
            }
        }
        Whom::Place(room) => {
            let all = extension.into_iter().chain(phs).chain(more.into_iter().map(|(_, number)| number));
            let (unsaid, kept): (Vec<String>, Vec<String>) = all.partition(|number| is_unsaid(line, number));
            for number in unsaid {
                let label = growing.plan.label(growing.template, Kind::Person.noun(), "private_phone");
                let note = if room.is_empty() { label } else { room.clone() };
                changes.extend(own_point(growing, Kind::Department, department, (&note, &number))?);
                notes.push(Note::new("mobile-private", [number]));
            }
            let there = growing.shown(Kind::Department, department, "phone");
            let main = room.is_empty() || there.is_empty() && is_main(room);
            let mut numbers = kept.into_iter().filter(|number| room.is_empty() || *number != there);
            if main && let Some(number) = numbers.next() {
                changes.extend(first(growing, (Kind::Department, department, "phone"), (place, number), said)?);
            }
            for number in numbers {
                let note = if room.is_empty() { "PHS" } else { room };
                changes.extend(point(growing, Kind::Department, department, (note, &number))?);
            }
        }
    }
    if verdict == Verdict::Same && !changes.is_empty() {
        verdict = Verdict::Update;
    }
    Ok((verdict, changes))
}

/// The person a row names. In-house lists are mostly surnames: one of that name in another department, or with
/// another post in this one, is somebody else.
fn person(
    growing: &mut Growing<'_>,
    department: Id,
    (job, name): (&str, &str),
    notes: &mut Vec<Note>,
    said: &Said,
) -> Result<Option<Id>, Refusal> {
    let all = growing.all_named(Kind::Person, name);
    let at = |id: &Id| growing.plan.rows.get(Kind::Person, *id).and_then(|person| person.field("department"));
    let here: Vec<Id> = all.iter().copied().filter(|id| at(id) == Some(department.to_string())).collect();
    let nowhere: Vec<Id> = all.iter().copied().filter(|id| at(id).is_none()).collect();
    let post = |id: &Id| growing.shown(Kind::Person, *id, "job");
    let free = |id: &&Id| said.posts.get(*id).is_none_or(|post| post == job);
    let fits: Vec<Id> = here.iter().copied().filter(|id| post(id) == job).collect();
    let found = match (&fits[..], &here[..], &nowhere[..]) {
        ([one], ..) | ([], [one], _) | (_, [], [one]) => Some(*one),
        ([_, _, ..], ..) | ([], [_, _, ..], _) => {
            return Err(Refusal::Note(Note::new("name-several", [name.to_owned()])));
        }
        _ => None,
    };
    let found = found.filter(|id| free(&id));
    if found.is_none()
        && let Some(other) = all.iter().find(|id| !here.contains(id))
    {
        let department = growing.shown(Kind::Person, *other, "department");
        notes.push(Note::new("name-other-place", [name.to_owned(), department]));
    }
    Ok(found)
}

/// The first number of a sheet goes into the field; a second one beside it, so that neither is lost.
fn first(
    growing: &mut Growing<'_>,
    (kind, id, field): (Kind, Id, &str),
    (note, number): (&str, String),
    said: &mut Said,
) -> Result<Vec<FieldChange>, EditProblem> {
    match said.numbers.get(&id) {
        Some(before) if *before != number => Ok(point(growing, kind, id, (note, &number))?.into_iter().collect()),
        Some(_) => Ok(Vec::new()),
        None => {
            said.numbers.insert(id, number.clone());
            put(growing, kind, id, &[(field.to_owned(), Some(number))])
        }
    }
}

/// The number of a person's own telephone, which prints only in part S.
fn private(growing: &mut Growing<'_>, id: Id, number: &str) -> Result<Vec<FieldChange>, EditProblem> {
    let there = growing.shown(Kind::Person, id, "private_phone");
    match there.is_empty() {
        true => put(growing, Kind::Person, id, &[("private_phone".to_owned(), Some(number.to_owned()))]),
        false if there == number => Ok(Vec::new()),
        false => Ok(point(growing, Kind::Person, id, ("携帯", number))?.into_iter().collect()),
    }
}

/// Where a department answers first.
fn is_main(room: &str) -> bool {
    ["ナースステーション", "受付", "事務", "代表", "詰所", "窓口"].iter().any(|word| room.contains(word))
}

fn put(
    growing: &mut Growing<'_>,
    kind: Kind,
    id: Id,
    values: &[(String, Option<String>)],
) -> Result<Vec<FieldChange>, EditProblem> {
    let fields: Vec<&str> = values.iter().map(|(field, _)| field.as_str()).collect();
    let before: Vec<String> = fields.iter().map(|field| growing.shown(kind, id, field)).collect();
    growing.set(kind, id, values)?;
    Ok(growing.differences(kind, id, &fields, &before))
}

/// Divides 「院長　渡邉」; what ends like a room is one. Also what stands in a column of which the row needs no more.
fn whom(growing: &mut Growing<'_>, line: &Line<'_>) -> (Whom, Option<&'static str>) {
    let (job, name, both) = (line.text("job"), line.text("name"), line.text("job_name"));
    let known = growing.known;
    let title = |text: &str| known.list("titles").any(|word| text.ends_with(word));
    let beside = |used: bool, target: &'static str| (!used && !line.text(target).is_empty()).then_some(target);
    let person = |job: &str, name: &str| Whom::Person(job.trim().to_owned(), name.trim().to_owned());
    if !name.is_empty() {
        let post = if job.is_empty() && title(both) { both } else { job };
        return (person(post, name), beside(both == post || both == name, "job_name"));
    }
    if both.is_empty() {
        return (Whom::Place(job.to_owned()), None);
    }
    if let Found::One(..) | Found::Several = growing.by_name(Kind::Person, both) {
        return (person(job, both), None);
    }
    if let Some((post, name)) = both.split_once(['　', ' ']).filter(|(post, _)| title(post)) {
        return (person(post, name), beside(post.trim() == job, "job"));
    }
    let bare = both.trim_end_matches([')', '）']);
    if growing.known.list("rooms").any(|word| bare.ends_with(word)) || title(both) {
        return (Whom::Place(both.to_owned()), beside(both == job, "job"));
    }
    (person(job, both), None)
}
