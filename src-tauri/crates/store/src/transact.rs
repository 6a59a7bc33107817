//! The one way to write.

use crate::{Error, Result, Store, acknowledge, load, load::Columns, schema, seal};
use plan::{Change, Doing, Id, Kind, Operation, Progress, SCHEMA, Unwatched, Watch};
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::BTreeMap;

/// Who does what, when: one row of the log's transactions. Time and ids come from the outside.
#[derive(Debug, Clone, Default)]
pub struct Op {
    /// The transaction's own id.
    pub id: String,
    /// When, with offset.
    pub at: String,
    /// Who sits at the program; may be empty.
    pub person: String,
    /// What was done; the log has its text (`set-field systems.name`).
    pub operation: Operation,
    /// The step it belongs to: all saves of one field from focus to leaving are one step.
    pub step: String,
    /// The step this one reverses.
    pub undoes: Option<String>,
    /// Whether a person may undo it; false for the program's own writes.
    pub undoable: bool,
    /// The sitting: from opening to closing.
    pub sitting: String,
    /// Program version.
    pub program: String,
}

/// What a transaction did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Its number; `None` when there was nothing to write.
    pub seq: Option<i64>,
    /// Every row the log names, as it stands in the file, read before the commit; `None` = it is gone.
    pub rows: Vec<(Kind, Id, Option<Columns>)>,
}

/// The last transaction of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastWrite {
    /// Its number.
    pub seq: i64,
    /// Its own id: two files that end in the same one say the same.
    pub id: String,
    /// When, with offset.
    pub at: String,
}

/// Changes between two questions whether to go on.
const MANY: usize = 500;

/// What is only added nobody takes back: a step of such rows alone is none of undo.
pub(crate) fn as_step(op: &Op, changes: &[Change]) -> Op {
    let added_only = !changes.is_empty() && changes.iter().all(|change| change.kind.is_append_only());
    Op { undoable: op.undoable && !added_only, ..op.clone() }
}

impl Store {
    /// Writes changes as one transaction, or nothing at all.
    ///
    /// # Errors
    /// The plan on disk is as before. [`Error::Vanished`] also when the file
    /// was taken away while we wrote: then the edit is not acknowledged.
    pub fn write(&mut self, op: &Op, changes: &[Change]) -> Result<Written> {
        self.write_many(op, changes, &Unwatched)
    }

    /// The same for thousands of changes, while somebody waits.
    ///
    /// # Errors
    /// As [`Store::write`], and [`Error::Cancelled`]: nothing was written.
    pub fn write_many(&mut self, op: &Op, changes: &[Change], progress: &dyn Progress) -> Result<Written> {
        let mut watch = Watch::of(progress, Doing::Saving, MANY, changes.len());
        self.transact(&as_step(op, changes), |connection| {
            for change in changes {
                put(connection, change)?;
                watch.step().map_err(|_| Error::Cancelled)?;
            }
            acknowledge::only(connection, &changes.iter().map(|change| (change.kind, change.id)).collect())
        })
    }

    /// Runs a closure inside one logged transaction.
    ///
    /// One that changes nothing is not written, except an undo or redo: another
    /// program may have done its work already, and it must not be offered for ever.
    pub(crate) fn transact(&mut self, op: &Op, work: impl FnOnce(&Connection) -> Result<()>) -> Result<Written> {
        self.run(op, op.undoes.is_some(), work)
    }

    /// As [`Store::transact`]; `always` also enters one that changes no row.
    pub(crate) fn run(
        &mut self,
        op: &Op,
        always: bool,
        work: impl FnOnce(&Connection) -> Result<()>,
    ) -> Result<Written> {
        self.still_there()?;
        let tx = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let op = Op { step: own_step(&tx, op)?, ..op.clone() };
        let last = acknowledge::last_entry(&tx)?;
        let seq = begin(&tx, &op)?;
        work(&tx)?;
        acknowledge::entries_found(&tx, seq, last)?;
        let mut rows = Vec::new();
        for ((kind, id), stays) in changed(&tx, seq)? {
            let row = load::row(&tx, kind, id)?;
            if stays && row.is_none() && !acknowledge::is_gone(&tx, kind.noun(), &id.to_string())? {
                return Err(Error::Damaged(format!("{} {id} is not found again", kind.noun())));
            }
            rows.push((kind, id, row));
        }
        if rows.is_empty() && !always {
            return Ok(Written::default()); // dropped: rolled back
        }
        seal::put(&tx, seq)?;
        tx.execute("UPDATE cur SET tx = NULL", [])?;
        tx.commit()?;
        self.still_there()?;
        Ok(Written { seq: Some(seq), rows })
    }

    /// A file that was unlinked or replaced still takes our writes on Unix, and loses them.
    pub(crate) fn still_there(&self) -> Result<()> {
        match same_file::Handle::from_path(&self.path) {
            Ok(now) if now == self.file => Ok(()),
            _ => Err(Error::Vanished(self.path.clone())),
        }
    }

    /// The last transaction; `None` in a fresh file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_write(&self) -> Result<Option<LastWrite>> {
        use rusqlite::OptionalExtension;
        let read = |row: &rusqlite::Row<'_>| Ok(LastWrite { seq: row.get(0)?, id: row.get(1)?, at: row.get(2)? });
        Ok(self.connection.query_row("SELECT seq, id, at FROM tx ORDER BY seq DESC LIMIT 1", [], read).optional()?)
    }
}

/// The step of an edit. One that was undone is closed: who types on in the same field begins another.
fn own_step(connection: &Connection, op: &Op) -> Result<String> {
    let undone: i64 =
        connection
            .query_row("SELECT count(*) FROM tx WHERE undoes = ?1 AND undoable = 1", [&op.step], |row| row.get(0))?;
    Ok(if undone == 0 { op.step.clone() } else { format!("{}+{undone}", op.step) })
}

/// Enters the transaction and makes it the running one.
pub(crate) fn begin(connection: &Connection, op: &Op) -> Result<i64> {
    let operation = op.operation.to_string();
    // Behind every number something in the file has: of a transaction that was lost the seal or entries may be left.
    let seq: i64 = connection.query_row(
        "SELECT 1 + max((SELECT ifnull(max(seq), 0) FROM tx), (SELECT ifnull(max(seq), 0) FROM seals),
                        ifnull((SELECT tx FROM log WHERE tx < 9223372036854775807 ORDER BY tx DESC LIMIT 1), 0))",
        [],
        |row| row.get(0),
    )?;
    connection.execute(
        "INSERT INTO tx(seq, id, at, person, operation, step, undoes, undoable, sitting, program, schema)
         VALUES (?11, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            op.id,
            op.at,
            op.person,
            operation,
            op.step,
            op.undoes,
            op.undoable,
            op.sitting,
            op.program,
            SCHEMA,
            seq
        ],
    )?;
    connection.execute("UPDATE cur SET tx = ?1", [seq])?;
    Ok(seq)
}

/// Writes one row. Never `INSERT OR REPLACE`: its delete fires no trigger.
pub(crate) fn put(connection: &Connection, change: &Change) -> Result<()> {
    let known = schema::columns(change.kind);
    let columns: Vec<&(String, Option<String>)> =
        change.columns.iter().filter(|(name, _)| known.contains(&name.as_str())).collect();
    let noun = change.kind.noun();
    let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let sql = if change.new {
        let marks: Vec<String> = (0..columns.len()).map(|at| format!(", ?{}", at + 2)).collect();
        let list: String = names.iter().map(|name| format!(", {name}")).collect();
        format!("INSERT INTO \"{noun}\"(id{list}) VALUES (?1{})", marks.concat())
    } else {
        let sets: Vec<String> = names.iter().enumerate().map(|(at, name)| format!("{name} = ?{}", at + 2)).collect();
        format!("UPDATE \"{noun}\" SET {} WHERE id = ?1", sets.join(", "))
    };
    let id = change.id.to_string();
    let mut values: Vec<&dyn rusqlite::ToSql> = vec![&id];
    values.extend(columns.iter().map(|(_, value)| value as &dyn rusqlite::ToSql));
    let touched = connection.prepare_cached(&sql)?.execute(&values[..])?;
    acknowledge::one(touched, noun, &id)
}

/// The rows the log names in this transaction, and whether they are there after it.
fn changed(connection: &Connection, seq: i64) -> Result<BTreeMap<(Kind, Id), bool>> {
    let mut statement = connection.prepare_cached("SELECT kind, id, op FROM log WHERE tx = ?1 ORDER BY n")?;
    let mut rows = statement.query([seq])?;
    let mut out = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (kind, id, op): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if let Some(row) = Kind::from_noun(&kind).zip(Id::parse(&id)) {
            out.insert(row, op != "D");
        }
    }
    Ok(out)
}
