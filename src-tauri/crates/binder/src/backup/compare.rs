//! Copies side by side: which open, and what the newest sound one has that an older one has not, or has otherwise.

use super::Backup;
use crate::{Outside, Unwatched, embedded};
use plan::{Kind, Record, Rows};
use store::Intent;

/// So many rows are named.
const NAMED: usize = 5;

/// What a copy is worth.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Whether it opens, with every row as its history says.
    pub sound: bool,
    /// Rows of the newest sound copy that are not in it, or are otherwise, and those it has more.
    pub rows: usize,
    /// Some of them, in words.
    pub named: Vec<String>,
}

/// Opens each copy and compares it with the newest that is sound; one answer for each, in their order.
///
/// # Errors
/// Only when the program's own pack cannot be read.
pub fn compared(backups: &[Backup], outside: &dyn Outside) -> crate::Result<Vec<Difference>> {
    let (_, template) = embedded::own_pack(embedded::PACK)?;
    let op = store::Op { at: outside.now(), ..store::Op::default() };
    let mut newest: Option<Rows> = None;
    let mut out = Vec::with_capacity(backups.len());
    for backup in backups {
        let opened = store::open(&backup.path, Intent::Read, &op, &Unwatched);
        let Some(opened) = opened.ok().filter(|opened| opened.doubts.is_empty()) else {
            out.push(Difference::default());
            continue;
        };
        let Some(newest) = &newest else {
            newest = Some(opened.rows);
            out.push(Difference { sound: true, ..Difference::default() });
            continue;
        };
        let differing = differing(newest, &opened.rows);
        let name = |record: &dyn Record| {
            let kind = template.labels.get(record.kind().noun()).map_or("", |labels| labels.name.as_str());
            format!("{kind}「{}」", record.title())
        };
        let named = differing.iter().filter(|record| !record.title().is_empty()).take(NAMED);
        out.push(Difference { sound: true, rows: differing.len(), named: named.map(|record| name(*record)).collect() });
    }
    Ok(out)
}

/// Live rows that are otherwise in the other, or are not there, either way.
fn differing<'a>(newest: &'a Rows, older: &'a Rows) -> Vec<&'a dyn Record> {
    let mut out: Vec<&dyn Record> = Vec::new();
    for kind in Kind::ALL.iter().filter(|kind| !kind.is_append_only()) {
        let same = |one: &dyn Record, other: &dyn Record| {
            let columns = plan::ROW_COLUMNS.iter().copied().chain(one.fields().iter().map(|field| field.id));
            columns.into_iter().all(|column| one.column(column) == other.column(column))
        };
        out.extend(newest.all(*kind).filter(|one| older.get(*kind, one.id()).is_none_or(|other| !same(*one, other))));
        out.extend(older.all(*kind).filter(|one| newest.get(*kind, one.id()).is_none()));
    }
    out
}
