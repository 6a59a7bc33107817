//! The fixed tables and how they grew: a step for each version that brought something. A new file climbs all of it, an
//! older one the rest; a step is never changed once a program of its version was given away. `suite::fixtures` has a
//! plan of every version, from which the rest is climbed.
//!
//! Deliberately not here: the tables of the kinds and their triggers, which are made from the declarations.

use crate::Result;
use rusqlite::Connection;

/// What a version brought.
struct Step {
    version: u32,
    sql: &'static str,
}

/// `log` and `tx` are append-only; `cur` names the running transaction, so a write outside
/// [`crate::Store::transact`] fails on `log.tx NOT NULL`.
const LADDER: &[Step] = &[
    Step {
        version: 1,
        sql: "
CREATE TABLE meta(key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE TABLE packs(hash TEXT PRIMARY KEY NOT NULL, id TEXT NOT NULL, files TEXT NOT NULL);
CREATE TABLE tx(
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL, operation TEXT NOT NULL,
  step TEXT NOT NULL, undoes TEXT, undoable INTEGER NOT NULL, sitting TEXT NOT NULL,
  program TEXT NOT NULL, schema INTEGER NOT NULL);
CREATE TABLE log(
  n INTEGER PRIMARY KEY, tx INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, op TEXT NOT NULL,
  before TEXT, after TEXT);
CREATE INDEX log_by_tx ON log(tx);
CREATE INDEX tx_by_step ON tx(step);
CREATE INDEX tx_by_undoes ON tx(undoes) WHERE undoes IS NOT NULL;
CREATE TABLE cur(one INTEGER PRIMARY KEY CHECK(one = 1), tx INTEGER);
INSERT INTO cur(one, tx) VALUES (1, NULL);",
    },
    // Attached files by their hash, outside the log.
    Step {
        version: 3,
        sql: "
CREATE TABLE IF NOT EXISTS attachments(hash TEXT PRIMARY KEY NOT NULL, type TEXT NOT NULL, bytes BLOB NOT NULL);",
    },
    // Packs compressed and of three kinds (docs/adr/0023). Those stored before stay as they are: of the model, and as
    // text; compressing them would free pages inside the file, not make it smaller.
    Step {
        version: 5,
        sql: "
CREATE TABLE IF NOT EXISTS chosen_packs(kind TEXT NOT NULL, id TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY(kind, id));
ALTER TABLE packs ADD COLUMN packed BLOB;
ALTER TABLE packs ADD COLUMN kind TEXT;",
    },
    // What happened to one record, without reading the whole log.
    Step { version: 6, sql: "CREATE INDEX IF NOT EXISTS log_by_row ON log(kind, id);" },
    // What a transaction was when it was entered (docs/adr/0037).
    Step { version: 10, sql: "CREATE TABLE IF NOT EXISTS seals(seq INTEGER PRIMARY KEY, seal TEXT NOT NULL);" },
];

/// Climbs from a version (0: an empty file) to the newest.
pub(crate) fn climb(connection: &Connection, from: u32) -> Result<()> {
    for step in LADDER.iter().filter(|step| step.version > from) {
        connection.execute_batch(step.sql)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_stand_in_order_and_end_with_what_this_program_writes_at_most() {
        let versions: Vec<u32> = LADDER.iter().map(|step| step.version).collect();
        assert!(versions.windows(2).all(|pair| pair[0] < pair[1]), "{versions:?}");
        assert_eq!(versions[0], 1);
        assert!(versions[versions.len() - 1] <= plan::SCHEMA);
    }

    #[test]
    fn a_file_that_climbed_in_parts_is_the_file_that_climbed_at_once() {
        let tables = |from: &[u32]| {
            let connection = Connection::open_in_memory().unwrap();
            for (nth, step) in from.iter().enumerate() {
                let to = from.get(nth + 1).copied().unwrap_or(u32::MAX);
                for one in LADDER.iter().filter(|one| one.version > *step && one.version <= to) {
                    connection.execute_batch(one.sql).unwrap();
                }
            }
            let mut said = connection.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").unwrap();
            let rows =
                said.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?))).unwrap();
            rows.map(|row| row.unwrap()).collect::<Vec<_>>()
        };
        let whole = tables(&[0]);
        assert_eq!(whole, tables(&[0, 1, 2, 3, 4, 5]));
        assert!(whole.iter().any(|(name, _)| name == "log_by_row"));
    }
}
