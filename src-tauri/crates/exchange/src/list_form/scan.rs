//! Elements of a part by their bytes, so that all that is not touched stays as it is.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Two corners of an area.
pub(super) type Area = ((u32, u32), (u32, u32));

/// A row of a sheet, and its cells where they were asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// From 0.
    pub(super) number: u32,
    /// The element.
    pub(super) at: Range<usize>,
    /// Where a cell behind all others belongs: before its end tag. A row without one ends as it begins.
    pub(super) inside_end: Option<usize>,
    /// The style of cells that are not written out.
    pub(super) style: Option<String>,
    pub(super) cells: Vec<Cell>,
}

/// A cell of a sheet.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// From 0.
    pub(super) column: u32,
    /// The element.
    pub(super) at: Range<usize>,
    pub(super) style: Option<String>,
    pub(super) formula: bool,
}

/// What a sheet says of where its cells are.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    /// How its elements are named: empty, or `x:`.
    pub(super) prefix: String,
    pub(super) rows: Vec<Row>,
    /// The element of all rows, and where a row behind all others belongs.
    pub(super) data: Range<usize>,
    pub(super) data_end: Option<usize>,
    /// Styles of columns: first, last, style.
    pub(super) columns: Vec<(u32, u32, String)>,
    /// Merged areas.
    pub(super) merged: Vec<Area>,
    /// Areas one formula fills.
    pub(super) arrays: Vec<Area>,
    pub(super) has_formulas: bool,
}

/// Reads where everything of a sheet stands; nothing for what is no sheet.
pub(super) fn sheet(xml: &[u8]) -> Option<Sheet> {
    let mut out = Sheet::default();
    let mut found = false;
    let mut reader = Reader::from_reader(xml);
    let (mut row, mut next_row, mut next_column) = (None::<Row>, 0u32, 0u32);
    let mut cell = None::<Cell>;
    loop {
        let before = position(&reader);
        let event = reader.read_event().ok()?;
        let after = position(&reader);
        let (tag, empty) = match &event {
            Event::Eof => break,
            Event::Start(tag) => (Some(tag), false),
            Event::Empty(tag) => (Some(tag), true),
            Event::End(tag) => {
                match tag.local_name().as_ref() {
                    "c" => {
                        if let (Some(mut done), Some(row)) = (cell.take(), row.as_mut()) {
                            done.at.end = after;
                            row.cells.push(done);
                        }
                    }
                    "row" => {
                        if let Some(mut done) = row.take() {
                            (done.at.end, done.inside_end) = (after, Some(before));
                            out.rows.push(done);
                        }
                    }
                    "sheetData" => (out.data.end, out.data_end) = (after, Some(before)),
                    _ => {}
                }
                continue;
            }
            _ => continue,
        };
        let Some(tag) = tag else { continue };
        let said = |name: &str| attribute_of(tag, name);
        match tag.local_name().as_ref() {
            "sheetData" => {
                found = true;
                out.prefix = tag.name().prefix().map(|prefix| format!("{}:", prefix.as_ref())).unwrap_or_default();
                out.data = before..after;
            }
            "row" => {
                let number = said("r").and_then(|r| r.parse::<u32>().ok()?.checked_sub(1)).unwrap_or(next_row);
                (next_row, next_column) = (number + 1, 0);
                let style = said("s").filter(|_| said("customFormat").is_some_and(|own| own == "1" || own == "true"));
                let this = Row { number, at: before..after, inside_end: None, style, cells: Vec::new() };
                if empty { out.rows.push(this) } else { row = Some(this) }
            }
            "c" => {
                let column = said("r").and_then(|r| super::cell_at(&r)).map_or(next_column, |(_, column)| column);
                next_column = column + 1;
                let this = Cell { column, at: before..after, style: said("s"), formula: false };
                match (empty, row.as_mut()) {
                    (true, Some(row)) => row.cells.push(this),
                    (false, _) => cell = Some(this),
                    (true, None) => {}
                }
            }
            // Only inside a cell: a small drawing names its range in an element of the same name.
            "f" if cell.is_some() => {
                out.has_formulas = true;
                out.arrays
                    .extend(said("ref").and_then(|range| super::range_at(&range)).filter(|_| said("t").is_some()));
                if let Some(cell) = cell.as_mut() {
                    cell.formula = true;
                }
            }
            "col" => {
                let number = |name| said(name).and_then(|text| text.parse::<u32>().ok()?.checked_sub(1));
                if let (Some(first), Some(last), Some(style)) = (number("min"), number("max"), said("style")) {
                    out.columns.push((first, last, style));
                }
            }
            "mergeCell" => out.merged.extend(said("ref").and_then(|range| super::range_at(&range))),
            _ => {}
        }
    }
    found.then_some(out)
}

/// What a reader does not count: the mark some programs put before UTF-8.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// A part without that mark, and how many bytes it has.
pub(super) fn unmarked(xml: &[u8]) -> (&[u8], usize) {
    xml.strip_prefix(BOM).map_or((xml, 0), |rest| (rest, BOM.len()))
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// The elements of a name: their opening tags.
pub(super) fn elements<'a>(xml: &'a [u8], name: &'a str) -> impl Iterator<Item = BytesStart<'static>> + 'a {
    let mut reader = Reader::from_reader(xml);
    std::iter::from_fn(move || {
        loop {
            match reader.read_event().ok()? {
                Event::Eof => return None,
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name => {
                    return Some(tag.into_owned());
                }
                _ => {}
            }
        }
    })
}

/// The opening tag of the first element of a name.
pub(super) fn element(xml: &[u8], name: &str) -> Option<Range<usize>> {
    let mut reader = Reader::from_reader(xml);
    loop {
        let before = position(&reader);
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name => {
                return Some(before..position(&reader));
            }
            _ => {}
        }
    }
}

/// Where the first element of a name ends.
pub(super) fn end_of(xml: &[u8], name: &str) -> Option<usize> {
    let mut reader = Reader::from_reader(xml);
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Empty(tag) if tag.local_name().as_ref() == name => return Some(position(&reader)),
            Event::End(tag) if tag.local_name().as_ref() == name => return Some(position(&reader)),
            _ => {}
        }
    }
}

/// The prefix an element of this name is written with: empty, or `x:`.
pub(super) fn prefix_of(xml: &[u8], name: &str) -> String {
    let tag = elements(xml, name).next();
    tag.and_then(|tag| Some(format!("{}:", tag.name().prefix()?.as_ref()))).unwrap_or_default()
}

/// What stands inside the first element of a name, its own tags left out.
pub(super) fn between<'a>(xml: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let mut reader = Reader::from_reader(xml);
    let mut from = None;
    loop {
        let before = position(&reader);
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(tag) if tag.local_name().as_ref() == name && from.is_none() => from = Some(position(&reader)),
            Event::End(tag) if tag.local_name().as_ref() == name => return xml.get(from?..before),
            _ => {}
        }
    }
}

/// The value of an attribute, by its name without a prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    attribute_of(tag, name)
}

fn attribute_of(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let one = tag.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(quick_xml::escape::unescape(&one.value).ok()?.into_owned())
}
