//! Tables, made from the declared kinds.

use crate::{Error, Result, ladder, triggers};
use plan::{Kind, ROW_COLUMNS, SCHEMA};
use rusqlite::{Connection, OptionalExtension};

/// "SONA" in the header of every plan file, so that `file` and we know it.
pub(crate) const APPLICATION_ID: i32 = 0x534F_4E41;

/// Every column of a kind but the id, in table order.
pub(crate) fn columns(kind: Kind) -> Vec<&'static str> {
    ROW_COLUMNS.iter().copied().chain(kind.fields().iter().map(|field| field.id)).collect()
}

/// Makes everything in an empty database.
pub(crate) fn make(connection: &Connection) -> Result<()> {
    ladder::climb(connection, 0)?;
    for kind in Kind::ALL {
        let list: Vec<String> = columns(*kind).iter().map(|column| format!("\"{column}\" TEXT")).collect();
        let noun = kind.noun();
        connection
            .execute_batch(&format!("CREATE TABLE \"{noun}\"(id TEXT PRIMARY KEY NOT NULL, {});", list.join(", ")))?;
    }
    triggers::make_triggers(connection)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", SCHEMA)?;
    Ok(())
}

/// Brings a file of an earlier version to this one: the fixed tables, and the columns the declared kinds have and the
/// file does not. The schema only grows.
/// Whoever calls it makes the triggers anew in the same transaction.
pub(crate) fn grow(connection: &Connection, version: u32) -> Result<()> {
    ladder::climb(connection, version)?;
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

/// The tables that are in every file of ours besides those of the kinds.
const FIXED: [&str; 8] = ["meta", "packs", "tx", "log", "cur", "attachments", "chosen_packs", "seals"];

/// Whether what has the name of a table of ours is one. A view may have no end, and a virtual table runs what it likes.
///
/// # Errors
/// [`Error::Damaged`] with the name.
pub(crate) fn only_tables(connection: &Connection) -> Result<()> {
    let mut statement = connection.prepare("SELECT name, type, ifnull(sql, '') FROM sqlite_schema")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (name, sort, sql): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let ours = FIXED.contains(&name.as_str()) || Kind::from_noun(&name).is_some();
        if ours && (sort != "table" || !sql.to_ascii_uppercase().starts_with("CREATE TABLE")) {
            return Err(Error::Damaged(format!("{name} is no table")));
        }
    }
    Ok(())
}

/// A value of `meta`.
pub(crate) fn meta(connection: &Connection, key: &str) -> Result<Option<String>> {
    Ok(connection.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0)).optional()?)
}

/// Puts a value of `meta`.
pub(crate) fn set_meta(connection: &Connection, key: &str, value: &str) -> Result<()> {
    connection.execute(
        "INSERT INTO meta(key, value) VALUES (?1, ?2) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        [key, value],
    )?;
    Ok(())
}
