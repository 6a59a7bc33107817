//! Rows that are records: systems, devices, people, organisations.

use super::columns::Column;
use super::dependencies::needs;
use super::growing::{Growing, refused};
use super::identity::{By, Index, find, index, number_field};
use super::known::{is_radical, key};
use super::numbers::{is_unsaid, point, several};
use super::values::{Read, read};
use super::{Line, Note, Row, Verdict, What};
use crate::sheet::Cell;
use plan::{Cancelled, Field, FieldKind, Id, Kind, is_mobile, normalise, readable};
use std::collections::{BTreeSet, HashMap};
use unicode_normalization::UnicodeNormalization;

pub(super) fn rows(
    growing: &mut Growing<'_>,
    what: What,
    columns: &[Column],
    lines: &[Line<'_>],
) -> Result<Vec<Row>, Cancelled> {
    let Some(kind) = what.kind() else { return Ok(Vec::new()) };
    // A heading between rows, or a name put together, says what no column says.
    let told: BTreeSet<&str> = lines.iter().flat_map(|line| line.cells.keys().copied()).collect();
    let mapped =
        |target: &str| told.contains(target) || columns.iter().any(|column| column.target.as_deref() == Some(target));
    let fields: Vec<&Field> = kind.fields().iter().filter(|field| mapped(field.id)).collect();
    let mut index = index(growing, kind);
    let titles: HashMap<&str, &str> =
        columns.iter().filter_map(|column| Some((column.target.as_deref()?, column.title.as_str()))).collect();
    let mut out = Vec::new();
    let mut wanted: Vec<(usize, Id, &Line<'_>, bool)> = Vec::new();
    for line in lines {
        growing.next_row()?;
        let (row, made) = row(growing, kind, &fields, line, &mut index, &titles);
        if let Some((id, own)) = made
            && kind == Kind::System
            && mapped("needs")
        {
            wanted.push((out.len(), id, line, own));
        }
        out.push(row);
    }
    // What a system needs may stand further down.
    for (at, id, line, own) in wanted {
        needs(growing, id, line, own, &mut out[at]);
    }
    Ok(out)
}

/// A name in two columns, a reading in two, profession and post, telephones whose sort only their number tells.
pub(super) fn put_together(line: &mut Line<'_>) {
    for (whole, parts) in [("name", ["family", "given"]), ("kana", ["family_kana", "given_kana"])] {
        let said: Vec<&Cell> =
            parts.iter().filter_map(|part| line.cells.get(part)).filter(|cell| !cell.text.is_empty()).collect();
        let joined = said.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ");
        let odd = said.iter().find_map(|cell| cell.odd);
        let letters = |text: &str| {
            let mut letters: Vec<char> = key(text).chars().collect();
            letters.sort_unstable();
            letters
        };
        // The parts say which is the family's; another name than theirs is not given up for them.
        if line.text(whole).is_empty() || letters(line.text(whole)) == letters(&joined) {
            if said.len() == parts.len() || line.text(whole).is_empty() && !said.is_empty() {
                line.cells.insert(whole, Cell { text: joined, odd, ..Cell::default() });
            }
        } else {
            line.unused += parts.iter().map(|part| line.cells_of(part)).sum::<usize>();
        }
    }
    // Where a list has only the post, that is what a person is.
    if let Some(post) = line.cells.get("post").filter(|post| !post.text.is_empty()).cloned() {
        let job = line.cells.entry("job").or_default();
        if job.text.is_empty() {
            *job = post;
        } else if !job.text.contains(&post.text) {
            *job =
                Cell { text: format!("{}・{}", job.text, post.text), odd: job.odd.take().or(post.odd), ..job.clone() };
        }
        *line.filled.entry("job").or_default() += line.filled.remove("post").unwrap_or(0);
    }
    let numbers: Vec<String> = line.text("phones").split(":::").flat_map(plan::phone_numbers).collect();
    for number in numbers {
        let target = if is_mobile(&normalise(FieldKind::Phone, &number)) { "private_phone" } else { "extension" };
        let cell = line.cells.entry(target).or_default();
        let there = !cell.text.is_empty();
        cell.text = if there { format!("{}\n{number}", cell.text) } else { number };
    }
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
    for (list, code) in [("card-groups", "card-group"), ("card-companies", "card-company")] {
        let passed = growing.known.is(list, line.text("card")) && (list == "card-groups" || kind == Kind::Person);
        if passed {
            let title = [name, line.text("department")].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
            return (line.row(title.to_owned(), Verdict::Skipped, vec![Note::new(code, [])]), None);
        }
    }
    if kind == Kind::Person && is_number(name) {
        return (line.row(String::new(), Verdict::Problem, vec![Note::new("name-is-number", [])]), None);
    }
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
    let mut lost: Vec<(&'static str, usize)> = Vec::new();
    let (mut more, mut own_numbers): (Vec<(String, String)>, Vec<String>) = (Vec::new(), Vec::new());
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
    // Found by its name, a record keeps the spelling it has: 葛城 stays 葛城 when a list has 葛󠄀城.
    let same_name = |id: Id| key(&growing.shown(kind, id, "name")) == key(name);
    let spelled = matches!(found, Some((id, By::Name)) if same_name(id));
    for field in fields.iter().filter(|field| !((alike || spelled) && field.id == "name")) {
        let Some(cell) = line.cells.get(field.id) else { continue };
        let usual = (field.id == "name" && found.is_none()).then(|| ordinary(&cell.text, &mut notes)).flatten();
        let usual = usual.map(|text| Cell { text, ..cell.clone() });
        let cell = usual.as_ref().unwrap_or(cell);
        // Two numbers in a cell are two numbers: the first is the field's, the others stand beside it.
        let several = several(field, cell);
        let first = several.as_ref().map(|several| Cell { text: several[0].clone(), ..cell.clone() });
        let label = || growing.plan.label(growing.template, kind.noun(), field.id);
        more.extend(several.iter().flat_map(|several| &several[1..]).map(|number| (label(), number.clone())));
        let cell = first.as_ref().unwrap_or(cell);
        let count = line.cells_of(field.id);
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
            Read::Value(value) if !own && says_less(growing, kind, found, field, &value) => {
                let label = growing.plan.label(growing.template, kind.noun(), field.id);
                notes.push(Note::new("says-less", [label, value]));
                lost.push(("says-less", count));
            }
            Read::Value(value) if kind == Kind::Person && field.id == "extension" && is_unsaid(line, &value) => {
                notes.push(Note::new("mobile-private", [value.clone()]));
                own_numbers.push(value);
            }
            Read::Value(value) => values.push((field.id.to_owned(), Some(value))),
            Read::Empty if own => values.push((field.id.to_owned(), None)),
            Read::Empty => {}
            Read::Leave => {
                let before = values.len();
                spare(kind, field, &cell.text, line, &mut values, &mut notes);
                if values.len() == before {
                    lost.push((notes.last().map_or("not-taken", |note| note.code), count));
                }
            }
            Read::Refused => return (line.row(title, Verdict::Problem, notes), None),
        }
    }
    let label = growing.plan.label(growing.template, kind.noun(), "private_phone");
    // A number of one's own that is written or comes with the row stays; another stands beside it.
    let there = found.map(|(id, _)| growing.shown(kind, id, "private_phone")).unwrap_or_default();
    for number in own_numbers.into_iter().filter(|number| *number != there) {
        let taken = !there.is_empty() || values.iter().any(|(field, _)| field == "private_phone");
        match taken {
            true => more.push((label.clone(), number)),
            false => values.push(("private_phone".to_owned(), Some(number))),
        }
    }
    if found.is_none() {
        notes.extend(index.hints(growing, kind, line, name));
    }
    let (mut row, made) = written(growing, kind, line, found, values, (title, notes), index);
    if let Some((id, _)) = made {
        for (label, number) in &more {
            let point = point(growing, kind, id, (label, number)).ok().flatten();
            if let Some(change) = point {
                row.changes.push(change);
                row.verdict = if row.verdict == Verdict::Same { Verdict::Update } else { row.verdict };
            }
        }
    }
    // A row that is refused is lost whole.
    if made.is_some() {
        lost.extend((line.unused > 0).then_some(("said-otherwise", line.unused)));
        row.lost = lost;
    }
    (row, made)
}

/// Whether a text is a telephone number and no name: it would be printed as one.
fn is_number(text: &str) -> bool {
    let value = normalise(FieldKind::Phone, text);
    readable(FieldKind::Phone, &value) && value.chars().filter(char::is_ascii_digit).count() >= 4
}

/// A new name in ordinary characters, where it has radicals that only look like them; nobody sees the difference.
fn ordinary(text: &str, notes: &mut Vec<Note>) -> Option<String> {
    if !text.chars().any(is_radical) {
        return None;
    }
    let usual: String =
        text.chars().flat_map(|c| if is_radical(c) { c.nfkc().collect::<Vec<_>>() } else { vec![c] }).collect();
    notes.push(Note::new("radicals", [text.to_owned(), usual.clone()]));
    Some(usual)
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
            index.made(id);
            let before = vec![String::new(); fields.len()];
            let changes = growing.differences(kind, id, &fields, &before);
            (Row { changes, ..line.row(title, Verdict::New, notes) }, Some((id, false)))
        }
        Ok(None) => (line.row(title, Verdict::Same, notes), None),
        Err(problem) => (line.row(title, Verdict::Problem, vec![refused(&problem)]), None),
    }
}
