//! Undo and redo, read back from the log; they work across restarts.
//!
//! Undo takes the newest undoable step that is neither undone nor an undo and
//! reverses all its transactions as a new one; redo undoes that undo. A new
//! edit ends redo. Steps the program wrote itself are left alone by both, and so are rows that are only added.

use crate::{Error, Op, Result, Store, Written, acknowledge, schema, seal};
use plan::{Id, Kind, Operation};
use rusqlite::{Connection, OptionalExtension, params_from_iter};

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
}

/// The step an undo or redo would work on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepInfo {
    /// The step to be reversed.
    pub step: String,
    /// What the person did.
    pub operation: Operation,
}

/// The newest step of a person that is not undone.
const UNDO: &str = "
SELECT t.step, t.operation FROM tx t
WHERE t.undoable = 1 AND t.undoes IS NULL AND NOT EXISTS (
  SELECT 1 FROM tx u WHERE u.undoes = t.step AND NOT EXISTS (SELECT 1 FROM tx r WHERE r.undoes = u.step))
ORDER BY t.seq DESC LIMIT 1";

/// The newest undo that is not undone, unless the person has edited since.
const REDO: &str = "
SELECT u.step, (SELECT t.operation FROM tx t WHERE t.step = u.undoes ORDER BY t.seq LIMIT 1) FROM tx u
WHERE u.undoes IS NOT NULL
  AND (SELECT t.undoes FROM tx t WHERE t.step = u.undoes LIMIT 1) IS NULL
  AND NOT EXISTS (SELECT 1 FROM tx r WHERE r.undoes = u.step)
  AND NOT EXISTS (SELECT 1 FROM tx n WHERE n.undoable = 1 AND n.undoes IS NULL AND n.seq > u.seq)
ORDER BY u.seq DESC LIMIT 1";

impl Store {
    /// The step that would be reversed; `None` when there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_step(&self, direction: Direction) -> Result<Option<StepInfo>> {
        let sql = match direction {
            Direction::Undo => UNDO,
            Direction::Redo => REDO,
        };
        Ok(self
            .connection
            .query_row(sql, [], |row| {
                let Ok(operation) = row.get::<_, Option<String>>(1)?.unwrap_or_default().parse();
                Ok(StepInfo { step: row.get(0)?, operation })
            })
            .optional()?)
    }

    /// Reverses the next step in that direction as a new transaction.
    ///
    /// # Errors
    /// The plan on disk is as before.
    pub fn step_back(&mut self, direction: Direction, op: &Op) -> Result<Written> {
        let Some(step) = self.next_step(direction)? else { return Ok(Written::default()) };
        let op = Op { undoes: Some(step.step.clone()), undoable: true, operation: step.operation, ..op.clone() };
        self.transact(&op, |connection| reverse(connection, &step.step))
    }
}

fn reverse(connection: &Connection, step: &str) -> Result<()> {
    as_entered(connection, step)?;
    let mut statement = connection.prepare(
        "SELECT l.kind, l.id, l.op, l.before FROM log l JOIN tx t ON t.seq = l.tx WHERE t.step = ?1 ORDER BY l.n DESC",
    )?;
    let entries: Vec<(String, String, String, Option<String>)> = statement
        .query_map([step], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let meant = entries.iter().filter_map(|(noun, id, ..)| Kind::from_noun(noun).zip(Id::parse(id))).collect();
    let mut unfound = acknowledge::Unfound::default();
    for (noun, id, op, before) in entries {
        let Some(kind) = Kind::from_noun(&noun) else { continue };
        // What is only added stays: the step is undone without it.
        if kind.is_append_only() {
            continue;
        }
        let before = object(before.as_deref());
        match op.as_str() {
            // The only DELETE: taking back an insert. The log keeps the row.
            "I" => {
                let touched = connection.execute(&format!("DELETE FROM \"{noun}\" WHERE id = ?1"), [&id])?;
                unfound.one(touched, kind, &id)?;
            }
            "U" => set(connection, kind, &id, &before, &mut unfound)?,
            _ => {
                connection.execute(&format!("INSERT INTO \"{noun}\"(id) VALUES (?1)"), [&id])?;
                set(connection, kind, &id, &before, &mut unfound)?;
            }
        }
    }
    unfound.are_gone(connection)?;
    acknowledge::only(connection, &meant)
}

/// What is written now is what the log says: it has to say what it said when the step was done.
fn as_entered(connection: &Connection, step: &str) -> Result<()> {
    let mut statement = connection.prepare("SELECT seq FROM tx WHERE step = ?1 ORDER BY seq")?;
    let mut rows = statement.query([step])?;
    while let Some(row) = rows.next()? {
        let seq = row.get(0)?;
        if !seal::holds(connection, seq)? {
            return Err(Error::Damaged(format!("transaction {seq} is not as it was entered")));
        }
    }
    Ok(())
}

fn set(
    connection: &Connection,
    kind: Kind,
    id: &str,
    values: &[(String, Option<String>)],
    unfound: &mut acknowledge::Unfound,
) -> Result<()> {
    let known = schema::columns(kind);
    let values: Vec<_> = values.iter().filter(|(name, _)| known.contains(&name.as_str())).collect();
    if values.is_empty() {
        return Ok(());
    }
    let sets: Vec<String> =
        values.iter().enumerate().map(|(at, (name, _))| format!("\"{name}\" = ?{}", at + 2)).collect();
    let sql = format!("UPDATE \"{}\" SET {} WHERE id = ?1", kind.noun(), sets.join(", "));
    let mut all = vec![Some(id.to_owned())];
    all.extend(values.iter().map(|(_, value)| value.clone()));
    let touched = connection.execute(&sql, params_from_iter(all))?;
    unfound.one(touched, kind, id)
}

/// A logged JSON object as columns.
pub(crate) fn object(json: Option<&str>) -> Vec<(String, Option<String>)> {
    let read: serde_json::Map<String, serde_json::Value> =
        json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
    read.into_iter().map(|(name, value)| (name, value.as_str().map(str::to_owned))).collect()
}
