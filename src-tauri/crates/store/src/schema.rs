//! Tables and triggers, made from the declared kinds.

use crate::Result;
use plan::{Kind, ROW_COLUMNS, SCHEMA};
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;

/// "SONA" in the header of every plan file, so that `file` and we know it.
pub const APPLICATION_ID: i32 = 0x534F_4E41;

/// The fixed tables. `log` and `tx` are append-only; `cur` names the running transaction,
/// so a write outside [`crate::Store::transact`] fails on `log.tx NOT NULL`.
const FIXED: &str = "
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
INSERT INTO cur(one, tx) VALUES (1, NULL);
";

/// Every column of a kind but the id, in table order.
pub fn columns(kind: Kind) -> Vec<&'static str> {
    ROW_COLUMNS.iter().copied().chain(kind.fields().iter().map(|field| field.id)).collect()
}

/// Makes everything in an empty database.
pub fn make(connection: &Connection) -> Result<()> {
    connection.execute_batch(FIXED)?;
    connection.execute_batch(crate::attachment::TABLE)?;
    connection.execute_batch(crate::beside::TABLE)?;
    crate::pack::grow(connection)?;
    for kind in Kind::ALL {
        let list: Vec<String> = columns(*kind).iter().map(|column| format!("\"{column}\" TEXT")).collect();
        let noun = kind.noun();
        connection
            .execute_batch(&format!("CREATE TABLE \"{noun}\"(id TEXT PRIMARY KEY NOT NULL, {});", list.join(", ")))?;
    }
    make_triggers(connection)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", SCHEMA)?;
    Ok(())
}

/// Adds the columns the declared kinds have and the file does not: the schema only grows.
/// Whoever calls it makes the triggers anew in the same transaction.
pub fn grow(connection: &Connection) -> Result<()> {
    connection.execute_batch(crate::attachment::TABLE)?;
    connection.execute_batch(crate::beside::TABLE)?;
    crate::pack::grow(connection)?;
    for kind in Kind::ALL {
        let noun = kind.noun();
        let there: Vec<String> = connection
            .prepare("SELECT name FROM pragma_table_info(?1)")?
            .query_map([noun], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        if there.is_empty() {
            connection.execute_batch(&format!("CREATE TABLE \"{noun}\"(id TEXT PRIMARY KEY NOT NULL);"))?;
        }
        for column in columns(*kind).into_iter().filter(|column| !there.iter().any(|one| one == column)) {
            connection.execute_batch(&format!("ALTER TABLE \"{noun}\" ADD COLUMN \"{column}\" TEXT;"))?;
        }
    }
    Ok(())
}

/// Every column but the id that a kind had in a schema version; none where the kind came later.
fn columns_of(kind: Kind, version: u32) -> Vec<&'static str> {
    let fields: Vec<_> = kind.fields().iter().filter(|field| field.since <= version).map(|field| field.id).collect();
    if fields.is_empty() { Vec::new() } else { ROW_COLUMNS.iter().copied().chain(fields).collect() }
}

/// The trigger that refuses to change or delete rows of a table.
fn refused(table: &str, verb: &str) -> (String, String) {
    let name = format!("{table}_is_append_only_{}", verb.to_lowercase());
    let sql = format!("CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END");
    (name, sql)
}

/// The triggers as they should be in a file of this schema version, by name.
pub fn triggers(version: u32) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for table in ["log", "tx"] {
        for verb in ["UPDATE", "DELETE"] {
            let (name, sql) = refused(table, verb);
            out.insert(name, sql);
        }
    }
    for kind in Kind::ALL {
        let noun = kind.noun();
        let columns = columns_of(*kind, version);
        if columns.is_empty() {
            continue;
        }
        let object = |row: &str| {
            let pairs: Vec<String> = columns
                .iter()
                .map(|column| {
                    format!("SELECT '{column}' AS k, {row}.\"{column}\" AS v WHERE {row}.\"{column}\" IS NOT NULL")
                })
                .collect();
            format!("(SELECT json_group_object(k, v) FROM ({}))", pairs.join(" UNION ALL "))
        };
        let changed = |row: &str| {
            let pairs: Vec<String> = columns
                .iter()
                .map(|column| {
                    format!(
                        "SELECT '{column}' AS k, {row}.\"{column}\" AS v WHERE OLD.\"{column}\" IS NOT NEW.\"{column}\""
                    )
                })
                .collect();
            format!("(SELECT json_group_object(k, v) FROM ({}))", pairs.join(" UNION ALL "))
        };
        let differs: Vec<String> =
            columns.iter().map(|column| format!("OLD.\"{column}\" IS NOT NEW.\"{column}\"")).collect();
        let insert = |id: &str, op: &str, before: &str, after: &str| {
            format!(
                "INSERT INTO log(tx, kind, id, op, before, after) \
                 VALUES ((SELECT tx FROM cur), '{noun}', {id}, '{op}', {before}, {after});"
            )
        };
        if added_only(*kind, version) {
            for verb in ["UPDATE", "DELETE"] {
                let (name, sql) = refused(noun, verb);
                out.insert(name, sql);
            }
        }
        let mut put = |suffix: &str, head: String, body: String| {
            let name = format!("log_{noun}_{suffix}");
            let sql = format!("CREATE TRIGGER {name} {head} BEGIN {body} END");
            out.insert(name, sql);
        };
        put("insert", format!("AFTER INSERT ON \"{noun}\""), insert("NEW.id", "I", "NULL", &object("NEW")));
        put(
            "update",
            format!("AFTER UPDATE ON \"{noun}\" WHEN {}", differs.join(" OR ")),
            insert("NEW.id", "U", &changed("OLD"), &changed("NEW")),
        );
        put("delete", format!("AFTER DELETE ON \"{noun}\""), insert("OLD.id", "D", &object("OLD"), "NULL"));
    }
    out
}

/// Whether rows of a kind were only added in files of a schema version.
fn added_only(kind: Kind, version: u32) -> bool {
    kind.facts().append_only.is_some_and(|since| since <= version)
}

/// Makes every trigger.
pub fn make_triggers(connection: &Connection) -> Result<()> {
    for sql in triggers(SCHEMA).values() {
        connection.execute_batch(sql)?;
    }
    Ok(())
}

/// Drops every trigger of the file, ours or not.
pub fn drop_triggers(connection: &Connection) -> Result<()> {
    for name in present_triggers(connection)?.keys() {
        connection.execute_batch(&format!("DROP TRIGGER \"{}\";", name.replace('"', "\"\"")))?;
    }
    Ok(())
}

/// The triggers the file has.
pub fn present_triggers(connection: &Connection) -> Result<BTreeMap<String, String>> {
    let mut statement = connection.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether the triggers are those of the file's own version: an older plan opened
/// for reading is not upgraded.
pub fn has_its_triggers(connection: &Connection) -> Result<bool> {
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(present_triggers(connection)? == triggers(version))
}

/// A value of `meta`.
pub fn meta(connection: &Connection, key: &str) -> Result<Option<String>> {
    Ok(connection.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0)).optional()?)
}

/// Puts a value of `meta`.
pub fn set_meta(connection: &Connection, key: &str, value: &str) -> Result<()> {
    connection.execute(
        "INSERT INTO meta(key, value) VALUES (?1, ?2) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        [key, value],
    )?;
    Ok(())
}
