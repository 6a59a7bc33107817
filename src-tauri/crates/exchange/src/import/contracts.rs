//! Maintenance contracts, gathered by supplier: a supplier with three contracts stays one organisation.

use super::growing::{Growing, refused};
use super::known::key;
use super::names::{Found, Likeness, Names};
use super::numbers::point;
use super::values::last_day;
use super::{FieldChange, Line, Note, Row, Verdict};
use crate::sheet::Odd;
use plan::{Cancelled, FieldKind, Id, Kind, normalise, readable};
use std::collections::{HashMap, HashSet};

pub(super) fn rows(growing: &mut Growing<'_>, lines: &[Line<'_>]) -> Result<Vec<Row>, Cancelled> {
    let mut out: Vec<Row> = Vec::new();
    let mut groups: Vec<(String, Vec<(usize, &Line<'_>)>)> = Vec::new();
    let (mut names, mut group_of) = (Names::default(), HashMap::<Id, usize>::new());
    for line in lines {
        growing.next_row()?;
        let vendor = line.text("vendor");
        let skip = match () {
            () if vendor.is_empty() => Some("blank"),
            () if growing.known.is("totals", vendor) => Some("total"),
            () => None,
        };
        let row = line.row(vendor.to_owned(), Verdict::Same, Vec::new());
        if let Some(code) = skip {
            out.push(Row { verdict: Verdict::Skipped, notes: vec![Note::new(code, [])], ..row });
            continue;
        }
        let odd = |(target, cell): (&&str, &crate::sheet::Cell)| match cell.odd {
            Some(Odd::Formula) => Some("formula"),
            Some(Odd::ErrorValue) if *target == "vendor" => Some("error-value"),
            _ => None,
        };
        if let Some((code, text)) = line.cells.iter().find_map(|one| Some((odd(one)?, &one.1.text))) {
            let words = [vendor.to_owned(), text.chars().take(12).collect()];
            out.push(Row { verdict: Verdict::Problem, notes: vec![Note::new(code, words)], ..row });
            continue;
        }
        match names.find(growing.known, Kind::Organisation, vendor) {
            Found::One(id, _) => groups[group_of[&id]].1.push((out.len(), line)),
            _ => {
                let id = growing.fresh();
                names.take(growing.known, Kind::Organisation, vendor, id);
                group_of.insert(id, groups.len());
                groups.push((vendor.to_owned(), vec![(out.len(), line)]));
            }
        }
        out.push(row);
    }
    let mut taken = HashSet::new();
    for (vendor, list) in groups {
        group(growing, &vendor, &list, &mut taken, &mut out);
    }
    Ok(out)
}

/// One supplier with all its contracts; the first row carries the verdict.
fn group(
    growing: &mut Growing<'_>,
    vendor: &str,
    list: &[(usize, &Line<'_>)],
    taken: &mut HashSet<Id>,
    out: &mut [Row],
) {
    let mut notes = Vec::new();
    if list.len() > 1 {
        notes.push(Note::new("same-vendor", [list.len().to_string()]));
    }
    let first = |target: &str| list.iter().map(|(_, line)| line.text(target)).find(|text| !text.is_empty());
    let contracts: Vec<Contract> = list.iter().filter_map(|(_, line)| Contract::of(line)).collect();
    let terms = || list.iter().map(|(_, line)| line.text("term")).filter(|text| !text.is_empty());
    let (mut ends, mut odd): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for term in terms() {
        match end(term) {
            Some(day) => ends.push(day),
            None => odd.push(term.to_owned()),
        }
    }
    // Beside a day that can be read it is not put in, and counted below.
    for term in odd.into_iter().filter(|_| ends.is_empty()) {
        let label = growing.plan.label(growing.template, Kind::Organisation.noun(), "contract_until");
        notes.push(Note::new("unreadable", [label, term]));
    }
    let mut values: Vec<(String, Option<String>)> = Vec::new();
    let mut put = |field: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            values.push((field.to_owned(), Some(value)));
        }
    };
    put("contract", Some(joined("", &contracts)));
    put("open_hours", first("hours").map(str::to_owned));
    put("day_phone", first("phone").map(|text| normalise(FieldKind::Phone, text)));
    put("night_phone", first("night").map(|text| normalise(FieldKind::Phone, text)));
    // The one that ends first is the one to think of.
    let until = ends.into_iter().min();
    put("contract_until", until.clone().or_else(|| terms().next().map(str::to_owned)));
    let (mut hours, mut until, term) = (first("hours").map(str::to_owned), until, first("term"));
    let kind = Kind::Organisation;
    let at = list[0].0;
    // Two branches alike to one company: the first is it, the second stands beside it.
    let found = match growing.by_name(kind, vendor) {
        Found::One(id, Likeness::Alike) if taken.contains(&id) => Found::None,
        found => found,
    };
    let row = match found {
        Found::Several => {
            let notes = vec![Note::new("name-several", [vendor.to_owned()])];
            Row { verdict: Verdict::Problem, notes, ..out[at].clone() }
        }
        Found::One(id, likeness) => {
            taken.insert(id);
            if likeness == Likeness::Alike {
                let meant = growing.shown(kind, id, "name");
                notes.push(Note::new("read-as", [vendor.to_owned(), meant]));
            }
            if let Some((_, contract)) = values.iter_mut().find(|(field, _)| field == "contract") {
                *contract = Some(joined(&growing.shown(kind, id, "contract"), &contracts));
            }
            // Of another contract that is written, not of this list, stay the hours, and the end that comes first.
            if others(&growing.shown(kind, id, "contract"), &contracts) {
                let there = |field: &str| growing.plan.rows.get(kind, id).and_then(|row| row.field(field));
                hours = there("open_hours").or(hours);
                until = there("contract_until").into_iter().chain(until).min();
                let stands = [("open_hours", &hours), ("contract_until", &until)];
                for (field, value) in &mut values {
                    let stays = stands.iter().find(|(one, _)| one == field);
                    *value = stays.and_then(|(_, stays)| (*stays).clone()).or(value.take());
                }
            }
            let fields: Vec<&str> = values.iter().map(|(field, _)| field.as_str()).collect();
            let before: Vec<String> = fields.iter().map(|field| growing.shown(kind, id, field)).collect();
            match growing.set(kind, id, &values) {
                Ok(()) => {
                    let mut changes = growing.differences(kind, id, &fields, &before);
                    changes.extend(desks(growing, id, list));
                    let verdict = if changes.is_empty() { Verdict::Same } else { Verdict::Update };
                    Row { changes, verdict, notes, ..out[at].clone() }
                }
                Err(problem) => Row { verdict: Verdict::Problem, notes: vec![refused(&problem)], ..out[at].clone() },
            }
        }
        Found::None => {
            let mut given = vec![("name".to_owned(), vendor.to_owned()), ("group".to_owned(), "vendor".to_owned())];
            given.extend(values.into_iter().filter_map(|(field, value)| Some((field, value?))));
            let fields: Vec<String> = given.iter().map(|(field, _)| field.clone()).collect();
            match growing.add(kind, given) {
                Ok(Some(id)) => {
                    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
                    let mut changes = growing.differences(kind, id, &fields, &vec![String::new(); fields.len()]);
                    changes.extend(desks(growing, id, list));
                    Row { changes, verdict: Verdict::New, notes, ..out[at].clone() }
                }
                Ok(None) => out[at].clone(),
                Err(problem) => Row { verdict: Verdict::Problem, notes: vec![refused(&problem)], ..out[at].clone() },
            }
        }
    };
    let taken = row.verdict != Verdict::Problem;
    for (other, _) in &list[1..] {
        out[*other].verdict = row.verdict;
        out[*other].notes = row.notes.clone();
    }
    out[at] = row;
    // Of one company stands one time at the telephone and one end; what another contract says is counted.
    let kept = |target: &str, text: &str| match (target, &until) {
        _ if text.is_empty() => true,
        ("term", Some(until)) => end(text).as_ref().map_or(text, String::as_str) == until,
        ("term", None) => term == Some(text),
        _ => hours.as_deref().map(key) == Some(key(text)),
    };
    let otherwise = |line: &Line<'_>| {
        let others = ["hours", "term"].into_iter().filter(|target| !kept(target, line.text(target)));
        others.map(|target| line.cells_of(target)).sum::<usize>()
    };
    for (at, line) in list.iter().filter(|_| taken) {
        let cells = otherwise(line);
        out[*at].lost.extend((cells > 0).then_some(("other-contract", cells)));
        out[*at].notes.extend((cells > 0).then(|| Note::new("other-contract", [])));
    }
}

/// What a row says of a contract: what it is about, and its number. As one part of a list: without its marks.
struct Contract {
    about: String,
    number: String,
}

impl Contract {
    fn of(line: &Line<'_>) -> Option<Self> {
        let part = |target: &str| {
            let words: Vec<&str> = line.text(target).split(['、', '\n']).map(str::trim).collect();
            words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("・")
        };
        let one = Self { about: part("about"), number: part("number") };
        (!one.about.is_empty() || !one.number.is_empty()).then_some(one)
    }

    fn whole(&self) -> String {
        format!("{} {}", self.about, self.number).trim().to_owned()
    }
}

/// The contracts that are written in a field, and where each is.
struct Written {
    parts: Vec<String>,
    at: HashMap<String, usize>,
    by_number: HashMap<String, usize>,
}

impl Written {
    fn of(there: &str) -> Self {
        let mut out = Self { parts: Vec::new(), at: HashMap::new(), by_number: HashMap::new() };
        there.split('、').filter(|part| !part.is_empty()).for_each(|part| out.push(part.to_owned()));
        out
    }

    fn push(&mut self, part: String) {
        if let Some((_, number)) = part.rsplit_once(' ') {
            self.by_number.entry(number.to_owned()).or_insert(self.parts.len());
        }
        self.at.entry(part.clone()).or_insert(self.parts.len());
        self.parts.push(part);
    }

    /// Where a contract stands: the same, or one of the two says only the number.
    fn find(&self, contract: &Contract) -> Option<usize> {
        let number = Some(&contract.number).filter(|number| !number.is_empty());
        let by_number = || number.filter(|_| contract.about.is_empty()).and_then(|number| self.by_number.get(number));
        let alone = || number.and_then(|number| self.at.get(number));
        self.at.get(&contract.whole()).or_else(alone).or_else(by_number).copied()
    }
}

/// Whether something is written that none of these contracts is.
fn others(there: &str, contracts: &[Contract]) -> bool {
    let written = Written::of(there);
    let found: HashSet<usize> = contracts.iter().filter_map(|contract| written.find(contract)).collect();
    found.len() < written.parts.len()
}

/// What is written, and what of a list is not yet in it: a list of one contract does not drop the others.
fn joined(there: &str, contracts: &[Contract]) -> String {
    let mut all = Written::of(there);
    for contract in contracts {
        let whole = contract.whole();
        match all.find(contract) {
            Some(at) if all.parts[at].len() < whole.len() => {
                all.at.insert(whole.clone(), at);
                all.parts[at] = whole;
            }
            Some(_) => {}
            None => all.push(whole),
        }
    }
    all.parts.join("、")
}

/// A supplier may have another desk for each contract: numbers that differ stand beside the first.
fn desks(growing: &mut Growing<'_>, id: Id, list: &[(usize, &Line<'_>)]) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    for (target, field) in [("phone", "day_phone"), ("night", "night_phone")] {
        let told = || list.iter().filter(|(_, line)| !line.text(target).is_empty());
        let first = told().next().map(|(_, line)| line.text(target));
        for (_, line) in told().filter(|(_, line)| Some(line.text(target)) != first) {
            let number = normalise(FieldKind::Phone, line.text(target));
            let label = growing.plan.label(growing.template, Kind::Organisation.noun(), field);
            let note = [line.text("about"), label.as_str()].join(" ");
            let made = point(growing, Kind::Organisation, id, (note.trim(), &number));
            changes.extend(made.ok().flatten());
        }
    }
    changes
}

/// The last day of a period such as `R8.4.1～R9.3.31`, or a day alone.
fn end(term: &str) -> Option<String> {
    let day = |text: &str| {
        let date = normalise(FieldKind::Date, text.trim());
        if readable(FieldKind::Date, &date) { Some(date) } else { last_day(text.trim()) }
    };
    // A dash parts the two days only where it does not stand within them.
    let after = |marks: &[char]| term.rsplit(marks).next().and_then(day);
    after(&['～', '〜', '~', '→']).or_else(|| day(term)).or_else(|| after(&['-', '－']))
}
