//! Plan JSON. Format 2 brought attached pictures, format 3 files of any type and packs
//! beside the model's.

use crate::once::Once;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plan::{Change, Id, Kind, Plan, ROW_COLUMNS, clean, order, stored};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use template::PackKind;
use thiserror::Error;

/// The format number this program writes; it reads every one since 1.
pub const FORMAT: u32 = 3;

/// Why a JSON file is not a plan.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// Not JSON, or not of this shape.
    #[error("{0}")]
    Shape(String),
    /// A newer format.
    #[error("format {0}")]
    Newer(u32),
    /// A kind, field or id this program does not know; nothing is dropped in silence.
    #[error("{0}")]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    plan: Id,
    pack: Pack,
    /// Said of every plan since format 3, even when it keeps none; absent in the samples of the repository.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checklists: Option<Vec<Pack>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scenarios: Option<Vec<Pack>>,
    rows: Once<Vec<Once<String>>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attached>,
}

/// Bytes are told by themselves: whoever reads them computes their hash anew.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Attached {
    #[serde(rename = "type")]
    mime: String,
    base64: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    id: String,
    /// Absent in the samples of the repository, which name only the id.
    #[serde(default, skip_serializing_if = "none")]
    files: Once<String>,
}

fn none(files: &Once<String>) -> bool {
    files.0.is_empty()
}

/// A pack a plan keeps beside the model's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonPack {
    /// What sort of pack.
    pub kind: PackKind,
    /// Its id.
    pub id: String,
    /// Paths and texts.
    pub files: BTreeMap<String, String>,
}

/// A plan as read from JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanJson {
    /// The plan's id.
    pub plan: Id,
    /// The pack's id.
    pub pack: String,
    /// The pack's files; empty = the program's own pack of that id.
    pub files: BTreeMap<String, String>,
    /// Packs beside the model's; `None` where nothing is said of them.
    pub beside: Option<Vec<JsonPack>>,
    /// Every row, ready to be written.
    pub rows: Vec<Change>,
    /// Attached files: type and bytes.
    pub attachments: Vec<(String, Vec<u8>)>,
}

/// A whole plan as JSON; `attachments` as type and bytes, asked for one by one.
///
/// # Errors
/// What asking for an attachment gave.
pub fn write_json<E>(
    plan: &Plan,
    pack: &str,
    files: &BTreeMap<String, String>,
    beside: &[JsonPack],
    attachments: impl Iterator<Item = Result<(String, Vec<u8>), E>>,
) -> Result<String, E> {
    let mut rows = Once::default();
    for kind in Kind::ALL {
        let list: Vec<Once<String>> = plan
            .rows
            .all(*kind)
            .map(|record| {
                let columns = ROW_COLUMNS.iter().copied().chain(record.fields().iter().map(|f| f.id));
                let mut row: BTreeMap<String, String> = columns
                    .filter_map(|column| record.column(column).map(|value| (column.to_owned(), value)))
                    .collect();
                row.insert("id".to_owned(), record.id().to_string());
                Once(row)
            })
            .collect();
        if !list.is_empty() {
            rows.0.insert(kind.noun().to_owned(), list);
        }
    }
    let pack = Pack { id: pack.to_owned(), files: Once(files.clone()) };
    let attached =
        |one: Result<(String, Vec<u8>), E>| one.map(|(mime, bytes)| Attached { mime, base64: STANDARD.encode(bytes) });
    let attachments = attachments.map(attached).collect::<Result<_, E>>()?;
    let packs = |kind| {
        let of_kind = beside.iter().filter(|one| one.kind == kind);
        Some(of_kind.map(|one| Pack { id: one.id.clone(), files: Once(one.files.clone()) }).collect())
    };
    let (checklists, scenarios) = (packs(PackKind::Checklist), packs(PackKind::Scenario));
    let file = File { format: FORMAT, plan: plan.id, pack, checklists, scenarios, rows, attachments };
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    Ok(text)
}

/// Reads plan JSON.
///
/// # Errors
/// [`Error`]: what stands in the way, naming the kind, row and field.
pub fn read_json(text: &str) -> Result<PlanJson, Error> {
    #[derive(Deserialize)]
    struct Head {
        format: u32,
    }
    let head: Head = serde_json::from_str(text).map_err(|error| Error::Shape(error.to_string()))?;
    match head.format {
        0 => return Err(Error::Shape("format 0".to_owned())),
        1..=FORMAT => {}
        newer => return Err(Error::Newer(newer)),
    }
    let file: File = serde_json::from_str(text).map_err(|error| Error::Shape(error.to_string()))?;
    let mut rows = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (noun, list) in &file.rows.0 {
        let kind = Kind::from_noun(noun).ok_or_else(|| Error::Unknown(noun.clone()))?;
        // Rows without a place stand in the order of the file.
        let places = order::after(None, list.len());
        for (row, place) in list.iter().zip(places) {
            let change = row_of(kind, &row.0, place)?;
            if !seen.insert((kind, change.id)) {
                return Err(Error::Unknown(format!("{noun}: id {} twice", change.id)));
            }
            rows.push(change);
        }
    }
    if !rows.iter().any(|row| row.kind == Kind::Facility && row.id == Plan::facility_id(file.plan)) {
        return Err(Error::Shape("no facility row of this plan".to_owned()));
    }
    let mut attachments = Vec::new();
    for one in file.attachments {
        let bytes = STANDARD.decode(&one.base64).map_err(|error| Error::Shape(format!("attachments: {error}")))?;
        attachments.push((one.mime, bytes));
    }
    let mut beside = None;
    for (kind, packs) in [(PackKind::Checklist, file.checklists), (PackKind::Scenario, file.scenarios)] {
        let Some(packs) = packs else { continue };
        let packs = packs.into_iter().map(|pack| JsonPack { kind, id: pack.id, files: pack.files.0 });
        beside.get_or_insert_with(Vec::new).extend(packs);
    }
    Ok(PlanJson { plan: file.plan, pack: file.pack.id, files: file.pack.files.0, beside, rows, attachments })
}

fn row_of(kind: Kind, row: &BTreeMap<String, String>, place: String) -> Result<Change, Error> {
    let noun = kind.noun();
    let unknown = |what: &str| Error::Unknown(format!("{noun}: {what}"));
    let id = row.get("id").and_then(|id| Id::parse(id)).ok_or_else(|| unknown("id"))?;
    let mut columns = Vec::new();
    for (name, value) in row.iter().filter(|(name, _)| *name != "id") {
        let value = if ROW_COLUMNS.contains(&name.as_str()) {
            let value = clean(value).map_err(|c| unknown(&format!("{name}: U+{:04X}", c as u32)))?;
            Some(value).filter(|value| !value.is_empty())
        } else {
            stored(kind, name, value).map_err(|problem| unknown(&format!("{name}: {problem}")))?
        };
        columns.extend(value.map(|value| (name.clone(), Some(value))));
    }
    if !columns.iter().any(|(name, _)| name == "position") {
        columns.push(("position".to_owned(), Some(place)));
    }
    Ok(Change { kind, id, new: true, columns })
}
