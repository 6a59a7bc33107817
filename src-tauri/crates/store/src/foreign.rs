//! Changes another program made behind the log's back.

use crate::{Op, Result, Store, load, replay, schema, seal, transact, triggers};
use plan::{Columns, Doubt, Operation, SCHEMA, Unwatched};
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::BTreeMap;

/// When triggers are missing or altered: enters what differs as one
/// transaction nobody can undo, makes the triggers anew, says how many rows.
///
/// An older file, and one that lacks a column, grows in the same transaction: killed in
/// between, it is as it was, and what another program changed is still seen next time.
/// Where nobody touched the triggers, what differs is no change of anybody's: a person decides (`decide`).
pub(crate) fn settle(store: &mut Store, op: &Op, version: u32) -> Result<usize> {
    let untouched = triggers::has_its_triggers(&store.connection)?;
    if version == SCHEMA && untouched {
        return Ok(0);
    }
    let tx = store.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    schema::grow(&tx, version)?;
    let found = if untouched { Vec::new() } else { replay::differences(&tx, &load::rows_within(&tx, &Unwatched)?)? };
    triggers::drop_triggers(&tx)?;
    if !found.is_empty() {
        let op = Op { operation: Operation::Outside, undoable: false, undoes: None, ..op.clone() };
        let seq = transact::begin(&tx, &op)?;
        found.iter().try_for_each(|one| enter(&tx, seq, one))?;
        if version >= seal::SINCE {
            seal::put(&tx, seq)?;
        }
        tx.execute("UPDATE cur SET tx = NULL", [])?;
    }
    if version < seal::SINCE {
        seal::all(&tx)?;
    }
    triggers::make_triggers(&tx)?;
    if version < SCHEMA {
        schema::set_meta(&tx, "program", &op.program)?;
        tx.pragma_update(None, "user_version", SCHEMA)?;
    }
    tx.commit()?;
    Ok(found.len())
}

/// Enters in the log what a row says in the file, in the place of what the log said of it.
pub(crate) fn enter(connection: &Connection, seq: i64, one: &Doubt) -> Result<()> {
    let (verb, before, after) = match (&one.logged, &one.found) {
        (None, found) => ("I", None, found.as_ref().map(json)),
        (logged, None) => ("D", logged.as_ref().map(json), None),
        (Some(logged), Some(found)) => {
            let (before, after) = narrowed(logged, found);
            ("U", Some(before), Some(after))
        }
    };
    connection.execute(
        "INSERT INTO log(tx, kind, id, op, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![seq, one.kind.noun(), one.id.to_string(), verb, before, after],
    )?;
    Ok(())
}

fn json(columns: &Columns) -> String {
    serde_json::to_string(columns).unwrap_or_default()
}

/// Only the columns that differ, as the triggers would have written them.
fn narrowed(logged: &Columns, found: &Columns) -> (String, String) {
    let names: Vec<&String> =
        logged.keys().chain(found.keys()).filter(|name| logged.get(*name) != found.get(*name)).collect();
    let pick = |from: &Columns| {
        let picked: BTreeMap<&String, Option<&String>> = names.iter().map(|name| (*name, from.get(*name))).collect();
        serde_json::to_string(&picked).unwrap_or_default()
    };
    (pick(logged), pick(found))
}
