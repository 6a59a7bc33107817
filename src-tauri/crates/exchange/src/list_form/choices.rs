//! What the drop-down of a cell offers.

use super::range_at;
use super::scan::{attribute, elements};
use crate::sheet::Workbook;
use quick_xml::Reader;
use quick_xml::events::Event;

/// A drop-down of a sheet: where, and what it offers.
#[derive(Debug, Clone, Default)]
pub(super) struct Choices {
    areas: Vec<((u32, u32), (u32, u32))>,
    /// As its formula has it: `"はい,いいえ"`, `設定!$A$1:$A$2`, a name.
    formula: String,
}

/// The drop-downs of a sheet, those an extension holds too (lists on another sheet).
pub(super) fn of(xml: &[u8]) -> Vec<Choices> {
    let mut out = Vec::new();
    let mut reader = Reader::from_reader(xml);
    let mut open: Option<(Choices, bool)> = None;
    let mut inside = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(tag) => {
                let name = tag.local_name().as_ref().to_owned();
                if name == "dataValidation" {
                    let areas = attribute(&tag, "sqref").map(|text| areas(&text)).unwrap_or_default();
                    let list = attribute(&tag, "type").is_some_and(|sort| sort == "list");
                    open = Some((Choices { areas, formula: String::new() }, list));
                }
                inside = name;
            }
            Event::Text(text) => {
                let said = text.to_string();
                put(&mut open, &inside, &said);
            }
            Event::GeneralRef(reference) => {
                put(&mut open, &inside, &referred(reference.as_ref()));
            }
            Event::CData(text) => {
                let said = text.to_string();
                put(&mut open, &inside, &said);
            }
            Event::End(tag) => {
                if tag.local_name().as_ref() == "dataValidation"
                    && let Some((done, true)) = open.take()
                {
                    out.push(done);
                }
                // `<x14:formula1><xm:f>…</xm:f></x14:formula1>`: what closes gives back to its parent.
                if tag.local_name().as_ref() != "f" {
                    inside.clear();
                }
            }
            _ => {}
        }
    }
    out
}

/// What `&amp;` or `&#12399;` stands for.
fn referred(name: &str) -> String {
    quick_xml::escape::unescape(&format!("&{name};")).map(|text| text.into_owned()).unwrap_or_default()
}

fn put(open: &mut Option<(Choices, bool)>, inside: &str, said: &str) {
    let Some((choices, _)) = open else { return };
    match inside {
        "formula1" | "f" if !said.trim().is_empty() => choices.formula.push_str(said),
        "sqref" => choices.areas.extend(areas(said)),
        _ => {}
    }
}

fn areas(text: &str) -> Vec<((u32, u32), (u32, u32))> {
    text.split_whitespace().filter_map(wide_range).collect()
}

impl Choices {
    /// Whether it belongs to a cell.
    pub(super) fn covers(&self, (row, column): (u32, u32)) -> bool {
        self.areas.iter().any(|(from, to)| (from.0..=to.0).contains(&row) && (from.1..=to.1).contains(&column))
    }

    /// Where its list comes from, as it is written.
    pub(super) fn formula(&self) -> &str {
        self.formula.trim()
    }

    /// What it offers; nothing when its list cannot be worked out without the program that made it.
    pub(super) fn offered(&self, book: &Workbook, workbook: &[u8], sheet: &str) -> Option<Vec<String>> {
        let formula = self.formula.trim();
        if let Some(list) = formula.strip_prefix('"').and_then(|list| list.strip_suffix('"')) {
            return Some(list.split(',').map(|one| one.trim().to_owned()).collect());
        }
        let named = elements(workbook, "definedName")
            .find(|tag| attribute(tag, "name").is_some_and(|name| name.eq_ignore_ascii_case(formula)));
        let target = match named {
            Some(_) => defined(workbook, formula)?,
            None => formula.to_owned(),
        };
        let (name, range) = match target.rsplit_once('!') {
            Some((name, range)) => (name.trim_matches('\'').replace("''", "'"), range.to_owned()),
            None => (sheet.to_owned(), target),
        };
        let sheet = book.sheets.iter().find(|sheet| sheet.name == name)?;
        let (from, to) = wide_range(&range)?;
        let cell = |row: u32, column: u32| sheet.rows.get(row as usize)?.get(column as usize);
        // Whole columns are common: only what the sheet has is looked at.
        let last = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        let widest = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
        let last_column = to.1.min(u32::try_from(widest).unwrap_or(u32::MAX));
        let all = (from.0..=to.0.min(last)).flat_map(|row| (from.1..=last_column).map(move |column| (row, column)));
        Some(
            all.filter_map(|(row, column)| cell(row, column))
                .filter(|cell| cell.is_counted())
                .map(|cell| cell.text.trim().to_owned())
                .collect(),
        )
    }
}

/// A range that may be of whole columns: `$A:$A`.
fn wide_range(text: &str) -> Option<super::scan::Area> {
    range_at(text).or_else(|| {
        let (from, to) = text.split_once(':')?;
        let column = |name: &str| super::cell_at(&format!("{name}1")).map(|(_, column)| column);
        Some(((0, column(from)?), (u32::MAX - 1, column(to)?)))
    })
}

/// What a name of the workbook stands for.
fn defined(workbook: &[u8], name: &str) -> Option<String> {
    let mut reader = Reader::from_reader(workbook);
    let mut here = false;
    let mut out = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(tag) if tag.local_name().as_ref() == "definedName" => {
                here = attribute(&tag, "name").is_some_and(|one| one.eq_ignore_ascii_case(name));
            }
            Event::Text(text) if here => out.push_str(&text),
            Event::CData(text) if here => out.push_str(&text),
            Event::GeneralRef(reference) if here => out.push_str(&referred(reference.as_ref())),
            Event::End(_) if here => return Some(out.trim().to_owned()),
            _ => {}
        }
    }
}
