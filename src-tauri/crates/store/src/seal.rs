//! A seal for each transaction: a hash over what `tx` says of it and every entry it has in the log (ADR 37). Rows are
//! compared with the log; nothing compared the log with anything, and an undo writes what the log says.
//!
//! It finds damage, not forgery: whoever can write the file can seal anew.

use crate::{Error, Result};
use plan::Doubt;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The first schema whose transactions have one.
pub(crate) const SINCE: u32 = 10;

/// Seals a transaction that has entered everything. It stands for good: the table is only added to.
pub(crate) fn put(connection: &Connection, seq: i64) -> Result<()> {
    let seal = made(connection, seq)?.ok_or_else(|| Error::Damaged(format!("transaction {seq} is not found again")))?;
    connection.prepare_cached("INSERT INTO seals(seq, seal) VALUES (?1, ?2)")?.execute((seq, seal))?;
    Ok(())
}

/// Seals every transaction of a file of an earlier schema, as it is found. One that has a seal keeps it: a damaged header may
/// call a file of this schema an earlier one.
pub(crate) fn all(connection: &Connection) -> Result<()> {
    numbers(connection, "SELECT seq FROM tx WHERE seq NOT IN (SELECT seq FROM seals) ORDER BY seq")?
        .into_iter()
        .try_for_each(|seq| put(connection, seq))
}

/// Whether a transaction is as it was entered.
pub(crate) fn holds(connection: &Connection, seq: i64) -> Result<bool> {
    let mut statement = connection.prepare_cached("SELECT seal FROM seals WHERE seq = ?1")?;
    let made = made(connection, seq)?;
    // What is no text any more does not hold; the rest of the file does.
    let same = |row: &Row<'_>| Ok(made.is_some() && row.get_ref(0)?.as_str().ok() == made.as_deref());
    Ok(statement.query_row([seq], same).optional()?.unwrap_or(false))
}

/// Transactions that are not as they were entered, and those that are gone: they are counted without a gap, and every entry
/// of the log has one. Of a file of an earlier schema only those that are gone.
pub(crate) fn broken(connection: &Connection) -> Result<BTreeSet<i64>> {
    let gone = "SELECT seq - 1 FROM tx WHERE seq > 1 AND seq - 1 NOT IN (SELECT seq FROM tx)
        UNION SELECT DISTINCT tx FROM log WHERE tx NOT IN (SELECT seq FROM tx)";
    let mut out: BTreeSet<i64> = numbers(connection, gone)?.into_iter().collect();
    if has_seals(connection)? {
        for seq in numbers(connection, "SELECT seq FROM tx UNION SELECT seq FROM seals")? {
            if !holds(connection, seq)? {
                out.insert(seq);
            }
        }
    }
    Ok(out)
}

/// Says of each row in doubt whether its history is proven: no seal of the file is broken, and every entry about the row,
/// from the first, was sealed by the program that wrote it. What was sealed when the file grew may have been damaged before.
pub(crate) fn vouch(connection: &Connection, doubts: &mut [Doubt]) -> Result<()> {
    if doubts.is_empty() || !has_seals(connection)? || !broken(connection)?.is_empty() {
        return Ok(());
    }
    let entries =
        "SELECT l.op, t.schema FROM log l JOIN tx t ON t.seq = l.tx WHERE l.kind = ?1 AND l.id = ?2 ORDER BY l.n";
    let mut statement = connection.prepare(entries)?;
    for doubt in doubts {
        let read = |row: &Row<'_>| {
            Ok((row.get_ref(0)?.as_str() == Ok("I"), row.get_ref(1)?.as_i64().unwrap_or_default() >= i64::from(SINCE)))
        };
        let found = statement.query_map((doubt.kind.noun(), doubt.id.to_string()), read)?;
        let found: Vec<(bool, bool)> = found.collect::<rusqlite::Result<_>>()?;
        doubt.history_whole = found.first().is_some_and(|(made, _)| *made) && found.iter().all(|(_, sealed)| *sealed);
    }
    Ok(())
}

fn has_seals(connection: &Connection) -> Result<bool> {
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(version >= SINCE)
}

fn numbers(connection: &Connection, sql: &str) -> Result<Vec<i64>> {
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok(row.get_ref(0)?.as_i64().unwrap_or_default()))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The seal of what stands there now; `None` where there is no such transaction.
fn made(connection: &Connection, seq: i64) -> Result<Option<String>> {
    let mut hash = Sha256::new();
    let transaction = "SELECT seq, id, at, person, operation, step, undoes, undoable, sitting, program, schema \
        FROM tx WHERE seq = ?1";
    let entries = "SELECT n, kind, id, op, before, after FROM log WHERE tx = ?1 ORDER BY n";
    if every(connection, transaction, seq, &mut hash)? == 0 {
        return Ok(None);
    }
    every(connection, entries, seq, &mut hash)?;
    Ok(Some(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
}

/// Takes in every row a statement gives; says how many there were.
fn every(connection: &Connection, sql: &str, seq: i64, hash: &mut Sha256) -> Result<usize> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([seq])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        (0..columns).try_for_each(|at| value(row, at, hash))?;
        count += 1;
    }
    Ok(count)
}

/// A value with its sort and its length before it, so that no two different rows are told by the same bytes.
fn value(row: &Row<'_>, at: usize, hash: &mut Sha256) -> Result<()> {
    let number;
    let (sort, bytes): (u8, &[u8]) = match row.get_ref(at)? {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(of) => {
            number = of.to_le_bytes();
            (1, &number)
        }
        ValueRef::Real(of) => {
            number = of.to_le_bytes();
            (2, &number)
        }
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    hash.update([sort]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two transactions, the first with two entries.
    const MADE: &str = "INSERT INTO tx(id, at, person, operation, step, undoable, sitting, program, schema)
            VALUES ('a', '2026-11-22T09:00:00+09:00', '髙橋', 'tick', 's', 1, 't', '1', 10), ('b', '', '', '', '', 0, '', '', 10);
        INSERT INTO log(tx, kind, id, op, before, after)
            VALUES (1, 'people', 'x', 'U', '{\"job\":\"医\"}', '{\"job\":\"薬\"}'), (1, 'people', 'y', 'I', NULL, '{}');";

    fn sealed() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        crate::ladder::climb(&connection, 0).unwrap();
        connection.pragma_update(None, "user_version", SINCE).unwrap();
        connection.execute_batch(MADE).unwrap();
        all(&connection).unwrap();
        connection
    }

    #[test]
    fn whatever_is_changed_of_a_transaction_breaks_its_seal_and_no_other() {
        assert!(broken(&sealed()).unwrap().is_empty());
        for change in [
            "UPDATE tx SET at = '2026-11-22T09:00:01+09:00' WHERE seq = 1",
            "UPDATE tx SET person = '' WHERE seq = 1",
            "UPDATE tx SET undoes = '' WHERE seq = 1",
            "UPDATE tx SET undoable = '1x' WHERE seq = 1",
            "DELETE FROM tx WHERE seq = 1",
            "UPDATE log SET before = '{\"job\":\"看\"}' WHERE n = 1",
            "UPDATE log SET after = CAST(after AS BLOB) WHERE n = 1",
            "UPDATE log SET before = '' WHERE n = 2",
            "DELETE FROM log WHERE n = 2",
            "UPDATE log SET n = 9 WHERE n = 1",
            "UPDATE log SET kind = 'peoplex', id = '' WHERE n = 2",
            "DELETE FROM seals WHERE seq = 1",
            "UPDATE seals SET seal = upper(seal) WHERE seq = 1",
            "INSERT INTO log(tx, kind, id, op) VALUES (1, 'people', 'z', 'D')",
        ] {
            let connection = sealed();
            assert_eq!(connection.execute(change, []).unwrap(), 1, "{change}");
            assert_eq!(broken(&connection).unwrap(), BTreeSet::from([1]), "{change}");
        }
        let connection = sealed();
        connection.execute_batch("DELETE FROM tx; DELETE FROM log;").unwrap();
        assert_eq!(broken(&connection).unwrap(), BTreeSet::from([1, 2]), "emptied");
    }
}
