//! Changes another program made behind the log's back.

use crate::{Op, Result, Store, load, schema, transact, triggers, undo};
use plan::{Id, Kind, Operation, Record, Rows, SCHEMA, Unwatched};
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::BTreeMap;

/// Rows as the log says they are.
pub(crate) type Replayed = BTreeMap<(Kind, Id), BTreeMap<String, String>>;

/// One row that is not as the log says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// What the log says; `None` = no such row.
    pub logged: Option<BTreeMap<String, String>>,
    /// What stands in the table; `None` = no such row.
    pub stands: Option<BTreeMap<String, String>>,
}

/// When triggers are missing or altered: enters what differs as one
/// transaction nobody can undo, makes the triggers anew, says how many rows.
///
/// An older file, and one that lacks a column, grows in the same transaction: killed in
/// between, it is as it was, and what another program changed is still seen next time.
pub(crate) fn settle(store: &mut Store, op: &Op, version: u32) -> Result<usize> {
    if version == SCHEMA && triggers::has_its_triggers(&store.connection)? {
        return Ok(0);
    }
    let tx = store.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    schema::grow(&tx, version)?;
    let rows = load::rows_within(&tx, &Unwatched)?;
    let found = differences(&tx, &rows)?;
    triggers::drop_triggers(&tx)?;
    if !found.is_empty() {
        let op = Op { operation: Operation::Outside, undoable: false, undoes: None, ..op.clone() };
        let seq = transact::begin(&tx, &op)?;
        for one in &found {
            let (verb, before, after) = match (&one.logged, &one.stands) {
                (None, stands) => ("I", None, stands.as_ref().map(json)),
                (logged, None) => ("D", logged.as_ref().map(json), None),
                (Some(logged), Some(stands)) => {
                    let (before, after) = narrowed(logged, stands);
                    ("U", Some(before), Some(after))
                }
            };
            tx.execute(
                "INSERT INTO log(tx, kind, id, op, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![seq, one.kind.noun(), one.id.to_string(), verb, before, after],
            )?;
        }
        tx.execute("UPDATE cur SET tx = NULL", [])?;
    }
    triggers::make_triggers(&tx)?;
    if version < SCHEMA {
        schema::set_meta(&tx, "program", &op.program)?;
        tx.pragma_update(None, "user_version", SCHEMA)?;
    }
    tx.commit()?;
    Ok(found.len())
}

/// How many rows a writer would enter in the log; a reader only says so.
pub(crate) fn unlogged(store: &mut Store) -> Result<usize> {
    if triggers::has_its_triggers(&store.connection)? {
        return Ok(0);
    }
    let rows = load::rows(&mut store.connection, &Unwatched)?;
    Ok(differences(&store.connection, &rows)?.len())
}

/// Where tables and log disagree.
pub(crate) fn differences(connection: &Connection, rows: &Rows) -> Result<Vec<Difference>> {
    let mut logged = replay(connection)?;
    let mut out = Vec::new();
    for kind in Kind::ALL {
        for record in rows.all(*kind) {
            let stands = stands(record);
            let logged = logged.remove(&(*kind, record.id()));
            if logged.as_ref() != Some(&stands) {
                out.push(Difference { kind: *kind, id: record.id(), logged, stands: Some(stands) });
            }
        }
    }
    out.extend(logged.into_iter().map(|((kind, id), logged)| Difference {
        kind,
        id,
        logged: Some(logged),
        stands: None,
    }));
    Ok(out)
}

fn stands(record: &dyn Record) -> BTreeMap<String, String> {
    schema::columns(record.kind())
        .into_iter()
        .filter_map(|column| record.column(column).map(|value| (column.to_owned(), value)))
        .collect()
}

fn replay(connection: &Connection) -> Result<Replayed> {
    let mut out = Replayed::new();
    let mut statement = connection.prepare("SELECT kind, id, op, after FROM log ORDER BY n")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (Some(kind), Some(id)) = (Kind::from_noun(&row.get::<_, String>(0)?), Id::parse(&row.get::<_, String>(1)?))
        else {
            continue;
        };
        if row.get::<_, String>(2)? == "D" {
            out.remove(&(kind, id));
            continue;
        }
        let columns = out.entry((kind, id)).or_default();
        for (name, value) in undo::object(row.get::<_, Option<String>>(3)?.as_deref()) {
            match value {
                Some(value) => columns.insert(name, value),
                None => columns.remove(&name),
            };
        }
    }
    Ok(out)
}

fn json(columns: &BTreeMap<String, String>) -> String {
    serde_json::to_string(columns).unwrap_or_default()
}

/// Only the columns that differ, as the triggers would have written them.
fn narrowed(logged: &BTreeMap<String, String>, stands: &BTreeMap<String, String>) -> (String, String) {
    let names: Vec<&String> =
        logged.keys().chain(stands.keys()).filter(|name| logged.get(*name) != stands.get(*name)).collect();
    let pick = |from: &BTreeMap<String, String>| {
        let picked: BTreeMap<&String, Option<&String>> = names.iter().map(|name| (*name, from.get(*name))).collect();
        serde_json::to_string(&picked).unwrap_or_default()
    };
    (pick(logged), pick(stands))
}
