//! Maintenance contracts, gathered by supplier: a supplier with three contracts stays one organisation.

use super::growing::{Found, Growing, Likeness, refused};
use super::values::last_day;
use super::{Line, Note, Row, Verdict};
use plan::{FieldKind, Kind, normalise, readable};

pub(super) fn rows(growing: &mut Growing<'_>, lines: &[Line<'_>]) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    let mut groups: Vec<(String, Vec<(usize, &Line<'_>)>)> = Vec::new();
    for line in lines {
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
        if let Some((_, cell)) = line.cells.iter().find(|(_, cell)| cell.odd == Some(crate::sheet::Odd::Formula)) {
            let words = [vendor.to_owned(), cell.text.chars().take(12).collect()];
            out.push(Row { verdict: Verdict::Problem, notes: vec![Note::new("formula", words)], ..row });
            continue;
        }
        match groups.iter_mut().find(|(name, _)| growing.same_name(Kind::Organisation, name, vendor)) {
            Some((_, list)) => list.push((out.len(), line)),
            None => groups.push((vendor.to_owned(), vec![(out.len(), line)])),
        }
        out.push(row);
    }
    for (vendor, list) in groups {
        group(growing, &vendor, &list, &mut out);
    }
    out
}

/// One supplier with all its contracts; the first row carries the verdict.
fn group(growing: &mut Growing<'_>, vendor: &str, list: &[(usize, &Line<'_>)], out: &mut [Row]) {
    let mut notes = Vec::new();
    if list.len() > 1 {
        notes.push(Note::new("same-vendor", [list.len().to_string()]));
    }
    let first = |target: &str| list.iter().map(|(_, line)| line.text(target)).find(|text| !text.is_empty());
    let numbers: Vec<String> = list
        .iter()
        .filter(|(_, line)| !line.text("number").is_empty())
        .map(|(_, line)| match line.text("about") {
            "" => line.text("number").to_owned(),
            _ if list.len() == 1 => line.text("number").to_owned(),
            about => format!("{about} {}", line.text("number")),
        })
        .collect();
    let ends: Vec<String> = list.iter().filter_map(|(_, line)| end(line.text("term"))).collect();
    let mut values: Vec<(String, Option<String>)> = Vec::new();
    let mut put = |field: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            values.push((field.to_owned(), Some(value)));
        }
    };
    put("contract", Some(numbers.join("、")));
    put("open_hours", first("hours").map(str::to_owned));
    put("day_phone", first("phone").map(|text| normalise(FieldKind::Phone, text)));
    put("night_phone", first("night").map(|text| normalise(FieldKind::Phone, text)));
    // The one that ends first is the one to think of.
    put("contract_until", ends.into_iter().min());
    let kind = Kind::Organisation;
    let at = list[0].0;
    let row = match growing.by_name(kind, vendor) {
        Found::Several => {
            out[at].verdict = Verdict::Problem;
            out[at].notes = vec![Note::new("name-several", [vendor.to_owned()])];
            return;
        }
        Found::One(id, likeness) => {
            if likeness == Likeness::Alike {
                let meant = growing.shown(kind, id, "name");
                notes.push(Note::new("read-as", [vendor.to_owned(), meant]));
            }
            let fields: Vec<&str> = values.iter().map(|(field, _)| field.as_str()).collect();
            let before: Vec<String> = fields.iter().map(|field| growing.shown(kind, id, field)).collect();
            match growing.set(kind, id, &values) {
                Ok(()) => {
                    let changes = growing.differences(kind, id, &fields, &before);
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
                    let changes = growing.differences(kind, id, &fields, &vec![String::new(); fields.len()]);
                    Row { changes, verdict: Verdict::New, notes, ..out[at].clone() }
                }
                Ok(None) => out[at].clone(),
                Err(problem) => Row { verdict: Verdict::Problem, notes: vec![refused(&problem)], ..out[at].clone() },
            }
        }
    };
    for (other, _) in &list[1..] {
        out[*other].verdict = row.verdict;
        out[*other].notes = row.notes.clone();
    }
    out[at] = row;
}

/// The last day of a period such as `R8.4.1～R9.3.31`, or a day alone.
fn end(term: &str) -> Option<String> {
    let last = term.rsplit(['～', '〜', '~', '-', '－', '→']).next().unwrap_or(term);
    [last, term].into_iter().find_map(|text| {
        let date = normalise(FieldKind::Date, text.trim());
        if readable(FieldKind::Date, &date) { Some(date) } else { last_day(text.trim()) }
    })
}
