//! The text of a section block: checked JSON of inline nodes.

use crate::{Id, Kind, Plan};
use serde::{Deserialize, Serialize};
use template::Inline;

/// One inline node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Node {
    /// Plain text.
    Text(String),
    /// Emphasised text.
    Bold(String),
    /// A placeholder: (kind, record, field).
    Field {
        /// Noun of the kind.
        kind: String,
        /// The record.
        record: Id,
        /// Field id.
        field: String,
    },
    /// A field of the department a copy is for.
    Here(String),
    /// A ruled blank, in em.
    Blank(u8),
    /// Names of the records that exist, of these catalogue entries.
    Names(Vec<String>),
    /// Where something is printed (`section/2.1.3`).
    Page(String),
}

/// Rows of cells of nodes. A paragraph, heading or item is one row with one cell.
pub type Cells = Vec<Vec<Vec<Node>>>;

/// Reads the column of a block.
///
/// # Errors
/// What is wrong with the JSON, the kinds or the shape, in English (a log text).
pub fn parse_cells(json: &str) -> Result<Cells, String> {
    let cells: Cells = serde_json::from_str(json).map_err(|error| error.to_string())?;
    let width = cells.first().map_or(0, Vec::len);
    if width == 0 || cells.iter().any(|row| row.len() != width) {
        return Err("rows of different width, or none".to_owned());
    }
    for node in cells.iter().flatten().flatten() {
        if let Node::Field { kind, field, .. } = node {
            let known = Kind::from_noun(kind).is_some_and(|kind| kind.field(field).is_some());
            if !known {
                return Err(format!("unknown field {kind}.{field}"));
            }
        }
    }
    Ok(cells)
}

/// Writes the column of a block.
pub fn write_cells(cells: &Cells) -> String {
    serde_json::to_string(cells).unwrap_or_default()
}

/// The nodes of a starting text, with catalogue entries turned into record ids of this plan.
pub fn cells_from_template(plan: Id, cells: &[Vec<Vec<Inline>>]) -> Cells {
    let node = |inline: &Inline| match inline {
        Inline::Text(text) => Node::Text(text.clone()),
        Inline::Bold(text) => Node::Bold(text.clone()),
        Inline::Field { kind, source, field } => Node::Field {
            kind: kind.clone(),
            record: source.as_ref().map_or_else(|| Plan::facility_id(plan), |source| Id::derived(plan, kind, source)),
            field: field.clone(),
        },
        Inline::Here(field) => Node::Here(field.clone()),
        Inline::Blank(width) => Node::Blank(*width),
        Inline::Names(sources) => Node::Names(sources.clone()),
        // The lint keeps it to first pages.
        Inline::Unless { text, .. } => Node::Text(text.clone()),
        Inline::Page(target) => Node::Page(target.clone()),
    };
    cells.iter().map(|row| row.iter().map(|cell| cell.iter().map(node).collect()).collect()).collect()
}
