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
                let sign = match reference.as_ref() {
                    "quot" => "\"",
                    "amp" => "&",
                    "apos" => "'",
                    "lt" => "<",
                    "gt" => ">",
                    _ => "",
                };
                put(&mut open, &inside, sign);
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

fn put(open: &mut Option<(Choices, bool)>, inside: &str, said: &str) {
    let Some((choices, _)) = open else { return };
    match inside {
        "formula1" | "f" if !said.trim().is_empty() => choices.formula.push_str(said),
        "sqref" => choices.areas.extend(areas(said)),
        _ => {}
    }
}

fn areas(text: &str) -> Vec<((u32, u32), (u32, u32))> {
    text.split_whitespace().filter_map(range_at).collect()
}

impl Choices {
    /// Whether it belongs to a cell.
    pub(super) fn covers(&self, (row, column): (u32, u32)) -> bool {
        self.areas.iter().any(|(from, to)| (from.0..=to.0).contains(&row) && (from.1..=to.1).contains(&column))
    }

    /// What it offers; nothing when its list is not found, and then anything is taken.
    pub(super) fn offered(&self, book: &Workbook, workbook: &[u8], sheet: &str) -> Option<Vec<String>> {
        let formula = self.formula.trim();
        if let Some(list) = formula.strip_prefix('"').and_then(|list| list.strip_suffix('"')) {
            return Some(list.split(',').map(|one| one.trim().to_owned()).collect());
        }
        let named = elements(workbook, "definedName").find(|tag| attribute(tag, "name").as_deref() == Some(formula));
        let target = match named {
            Some(_) => defined(workbook, formula)?,
            None => formula.to_owned(),
        };
        let (name, range) = match target.rsplit_once('!') {
            Some((name, range)) => (name.trim_matches('\'').replace("''", "'"), range.to_owned()),
            None => (sheet.to_owned(), target),
        };
        let (from, to) = range_at(&range)?;
        let sheet = book.sheets.iter().find(|sheet| sheet.name == name)?;
        let cell = |row: u32, column: u32| sheet.rows.get(row as usize)?.get(column as usize);
        let all = (from.0..=to.0).flat_map(|row| (from.1..=to.1).map(move |column| (row, column)));
        Some(
            all.filter_map(|(row, column)| cell(row, column))
                .filter(|cell| cell.is_counted())
                .map(|cell| cell.text.trim().to_owned())
                .collect(),
        )
    }
}

/// What a name of the workbook stands for.
fn defined(workbook: &[u8], name: &str) -> Option<String> {
    let mut reader = Reader::from_reader(workbook);
    let mut here = false;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(tag) if tag.local_name().as_ref() == "definedName" => {
                here = attribute(&tag, "name").as_deref() == Some(name);
            }
            Event::Text(text) if here => return Some(text.trim().to_owned()),
            _ => {}
        }
    }
}
