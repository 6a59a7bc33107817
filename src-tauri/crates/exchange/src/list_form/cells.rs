//! The bytes of a sheet with some cells anew, each in its place.

use super::scan::{Row, Sheet};
use super::{Problem, cell_name};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a cell is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    /// Words.
    Text(String),
    /// A day, as a number.
    Number(i64),
}

/// A sheet with some cells anew. Nothing else of it changes.
pub(super) fn edited(xml: &[u8], sheet: &Sheet, cells: &BTreeMap<(u32, u32), Content>) -> Result<Vec<u8>, Problem> {
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let mut new_rows: BTreeMap<u32, Vec<(u32, &Content)>> = BTreeMap::new();
    for ((row, column), content) in cells {
        match sheet.rows.iter().find(|one| one.number == *row) {
            Some(there) => changes.push(in_row(xml, sheet, there, *column, content)?),
            None => new_rows.entry(*row).or_default().push((*column, content)),
        }
    }
    for (row, cells) in new_rows {
        let p = &sheet.prefix;
        let inside: String = cells.iter().map(|(column, content)| cell(sheet, row, *column, None, content)).collect();
        let text = format!("<{p}row r=\"{}\">{inside}</{p}row>", row + 1);
        let next = sheet.rows.iter().find(|one| one.number > row).map(|one| one.at.start);
        changes.push(match next.or(sheet.data_end) {
            Some(at) => (at..at, text),
            // `<sheetData/>`
            None => (sheet.data.clone(), format!("<{p}sheetData>{text}</{p}sheetData>")),
        });
    }
    Ok(spliced(xml, changes))
}

/// Where a cell goes, and its text; several new cells of one place come in the order of their columns.
fn in_row(
    xml: &[u8],
    sheet: &Sheet,
    row: &Row,
    column: u32,
    content: &Content,
) -> Result<(Range<usize>, String), Problem> {
    if let Some(there) = row.cells.iter().find(|one| one.column == column) {
        if there.formula {
            return Err(Problem::Formula(cell_name(row.number, column)));
        }
        return Ok((there.at.clone(), cell(sheet, row.number, column, there.style.as_deref(), content)));
    }
    let text = cell(sheet, row.number, column, row.style.as_deref(), content);
    let next = row.cells.iter().find(|one| one.column > column).map(|one| one.at.start);
    Ok(match next.or(row.inside_end) {
        Some(at) => (at..at, text),
        // `<row r="5"/>`: its slash goes, and it gets an end.
        None => {
            let end =
                xml[row.at.clone()].iter().rposition(|byte| *byte == b'/').map_or(row.at.end, |at| row.at.start + at);
            (end..row.at.end, format!(">{text}</{}row>", sheet.prefix))
        }
    })
}

fn cell(sheet: &Sheet, row: u32, column: u32, style: Option<&str>, content: &Content) -> String {
    let p = &sheet.prefix;
    let of_column =
        || sheet.columns.iter().find(|(from, to, _)| (*from..=*to).contains(&column)).map(|(.., style)| style.as_str());
    let style = style.or_else(of_column).map(|style| format!(" s=\"{style}\"")).unwrap_or_default();
    let name = cell_name(row, column);
    match content {
        Content::Text(text) => {
            let text = quick_xml::escape::escape(text.as_str());
            format!(
                "<{p}c r=\"{name}\"{style} t=\"inlineStr\"><{p}is><{p}t xml:space=\"preserve\">{text}</{p}t></{p}is></{p}c>"
            )
        }
        Content::Number(number) => format!("<{p}c r=\"{name}\"{style}><{p}v>{number}</{p}v></{p}c>"),
    }
}

/// The bytes with each range in the place of which something else stands. Ranges of one place join.
pub(super) fn spliced(xml: &[u8], mut changes: Vec<(Range<usize>, String)>) -> Vec<u8> {
    // Stable: what was worked out first stands first.
    changes.sort_by_key(|(at, _)| at.start);
    let mut out = Vec::with_capacity(xml.len() + changes.iter().map(|(_, text)| text.len()).sum::<usize>());
    let mut from = 0;
    let mut rest = changes.into_iter().peekable();
    while let Some((at, mut text)) = rest.next() {
        // Several cells of an empty row: one end for all of them.
        while let Some((next, more)) = rest.peek().filter(|(next, _)| *next == at && !at.is_empty()) {
            let _ = next;
            let inside = more.split_once('>').map_or("", |(_, inside)| inside);
            let end = text.rfind("</").unwrap_or(text.len());
            let more = inside[..inside.rfind("</").unwrap_or(inside.len())].to_owned();
            text.insert_str(end, &more);
            rest.next();
        }
        out.extend_from_slice(&xml[from..at.start]);
        out.extend_from_slice(text.as_bytes());
        from = at.end;
    }
    out.extend_from_slice(&xml[from..]);
    out
}
