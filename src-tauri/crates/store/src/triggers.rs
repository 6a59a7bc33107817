//! The triggers that write the log, made from the declared kinds: one text for each schema version, for ever.

use crate::{Result, seal};
use plan::{Kind, ROW_COLUMNS, SCHEMA};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// The first version whose triggers name a column half as often. The log they write is the same.
const SHORT: u32 = 5;

/// The triggers as they should be in a file of this schema version, by name.
pub(crate) fn triggers(version: u32) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let sealed = (version >= seal::SINCE).then_some("seals");
    for table in ["log", "tx"].into_iter().chain(sealed) {
        out.extend(refused(table));
    }
    for kind in Kind::ALL {
        let columns = columns_of(*kind, version);
        if columns.is_empty() {
            continue;
        }
        if kind.facts().append_only.is_some_and(|since| since <= version) {
            out.extend(refused(kind.noun()));
        }
        let made = if version < SHORT { long(kind.noun(), &columns) } else { short(kind.noun(), &columns) };
        for (suffix, head, body) in made {
            let name = format!("log_{}_{suffix}", kind.noun());
            let sql = format!("CREATE TRIGGER {name} {head} BEGIN {body} END");
            out.insert(name, sql);
        }
    }
    out
}

/// The triggers that refuse to change or delete rows of a table.
fn refused(table: &str) -> [(String, String); 2] {
    ["UPDATE", "DELETE"].map(|verb| {
        let name = format!("{table}_is_append_only_{}", verb.to_lowercase());
        let sql =
            format!("CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END");
        (name, sql)
    })
}

/// Makes the triggers anew that keep a table append-only, around work that has to put right a row of it.
pub(crate) fn without_refusal(connection: &Connection, table: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    let there = present_triggers(connection)?;
    let refusing: Vec<_> = refused(table).into_iter().filter(|(name, _)| there.contains_key(name)).collect();
    for (name, _) in &refusing {
        connection.execute_batch(&format!("DROP TRIGGER {name};"))?;
    }
    work()?;
    refusing.iter().try_for_each(|(_, sql)| Ok(connection.execute_batch(sql)?))
}

/// Every column but the id that a kind had in a schema version; none where the kind came later.
fn columns_of(kind: Kind, version: u32) -> Vec<&'static str> {
    let fields: Vec<_> = kind.fields().iter().filter(|field| field.since <= version).map(|field| field.id).collect();
    if fields.is_empty() { Vec::new() } else { ROW_COLUMNS.iter().copied().chain(fields).collect() }
}

/// Suffix of the name, head and body of the three triggers of a kind.
type Three = [(&'static str, String, String); 3];

/// As written since version 5. Columns of a bare VALUES have no names inside a trigger; the empty SELECT gives them.
fn short(noun: &str, columns: &[&str]) -> Three {
    let list = |of: &dyn Fn(&str) -> String| columns.iter().map(|column| of(column)).collect::<Vec<_>>().join(",");
    let whole = |row: &str| {
        let rows = list(&|column| format!("('{column}',{row}.\"{column}\")"));
        format!(
            "(SELECT json_group_object(k,v) FROM (SELECT 0 k,0 v WHERE 0 UNION ALL VALUES{rows}) WHERE v IS NOT NULL)"
        )
    };
    let both = list(&|column| format!("('{column}',OLD.\"{column}\",NEW.\"{column}\")"));
    let row = |row: &str| list(&|column| format!("{row}.\"{column}\""));
    let insert = format!("INSERT INTO log(tx,kind,id,op,before,after) SELECT (SELECT tx FROM cur),'{noun}'");
    [
        ("insert", format!("AFTER INSERT ON \"{noun}\""), format!("{insert},NEW.id,'I',NULL,{};", whole("NEW"))),
        (
            "update",
            format!("AFTER UPDATE ON \"{noun}\" WHEN ({}) IS NOT ({})", row("OLD"), row("NEW")),
            format!(
                "{insert},NEW.id,'U',json_group_object(k,o),json_group_object(k,n) \
                 FROM (SELECT 0 k,0 o,0 n WHERE 0 UNION ALL VALUES{both}) WHERE o IS NOT n;"
            ),
        ),
        ("delete", format!("AFTER DELETE ON \"{noun}\""), format!("{insert},OLD.id,'D',{},NULL;", whole("OLD"))),
    ]
}

/// As written up to version 4; a file of those versions is compared with exactly this text.
fn long(noun: &str, columns: &[&str]) -> Three {
    let pairs = |row: &str, when: &dyn Fn(&str) -> String| {
        let pairs: Vec<String> = columns
            .iter()
            .map(|column| format!("SELECT '{column}' AS k, {row}.\"{column}\" AS v WHERE {}", when(column)))
            .collect();
        format!("(SELECT json_group_object(k, v) FROM ({}))", pairs.join(" UNION ALL "))
    };
    let differs = |column: &str| format!("OLD.\"{column}\" IS NOT NEW.\"{column}\"");
    let whole = |row: &str| pairs(row, &|column| format!("{row}.\"{column}\" IS NOT NULL"));
    let changed = |row: &str| pairs(row, &differs);
    let any: Vec<String> = columns.iter().map(|column| differs(column)).collect();
    let insert = |id: &str, op: &str, before: &str, after: &str| {
        format!(
            "INSERT INTO log(tx, kind, id, op, before, after) \
             VALUES ((SELECT tx FROM cur), '{noun}', {id}, '{op}', {before}, {after});"
        )
    };
    [
        ("insert", format!("AFTER INSERT ON \"{noun}\""), insert("NEW.id", "I", "NULL", &whole("NEW"))),
        (
            "update",
            format!("AFTER UPDATE ON \"{noun}\" WHEN {}", any.join(" OR ")),
            insert("NEW.id", "U", &changed("OLD"), &changed("NEW")),
        ),
        ("delete", format!("AFTER DELETE ON \"{noun}\""), insert("OLD.id", "D", &whole("OLD"), "NULL")),
    ]
}

/// Makes every trigger.
pub(crate) fn make_triggers(connection: &Connection) -> Result<()> {
    for sql in triggers(SCHEMA).values() {
        connection.execute_batch(sql)?;
    }
    Ok(())
}

/// Drops every trigger of the file, ours or not.
pub(crate) fn drop_triggers(connection: &Connection) -> Result<()> {
    for name in present_triggers(connection)?.keys() {
        connection.execute_batch(&format!("DROP TRIGGER \"{}\";", name.replace('"', "\"\"")))?;
    }
    Ok(())
}

/// The triggers the file has.
pub(crate) fn present_triggers(connection: &Connection) -> Result<BTreeMap<String, String>> {
    let mut statement = connection.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether the triggers are those of the file's own version: an older plan opened
/// for reading is not upgraded.
pub(crate) fn has_its_triggers(connection: &Connection) -> Result<bool> {
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(present_triggers(connection)? == triggers(version))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the triggers write of the same changes: id, operation, before, after.
    fn logged(made: Three) -> Vec<[Option<String>; 4]> {
        let connection = Connection::open_in_memory().unwrap();
        let tables = "CREATE TABLE cur(tx); INSERT INTO cur VALUES (7);
            CREATE TABLE log(n INTEGER PRIMARY KEY, tx NOT NULL, kind, id, op, before, after);
            CREATE TABLE people(id TEXT PRIMARY KEY, position TEXT, name TEXT, \"group\" TEXT);";
        connection.execute_batch(tables).unwrap();
        for (suffix, head, body) in made {
            connection.execute_batch(&format!("CREATE TRIGGER {suffix}_it {head} BEGIN {body} END")).unwrap();
        }
        let changes = "INSERT INTO people VALUES ('a', 'm', '髙橋 \"花子\"', NULL), ('b', NULL, NULL, NULL);
            UPDATE people SET name = name;
            UPDATE people SET name = NULL, \"group\" = 'x''y' WHERE id = 'a';
            UPDATE people SET position = 'n';
            DELETE FROM people WHERE id = 'a';";
        connection.execute_batch(changes).unwrap();
        let mut statement =
            connection.prepare("SELECT id, op, before, after FROM log WHERE tx = 7 ORDER BY n").unwrap();
        let rows = statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])).unwrap();
        rows.collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn both_texts_write_the_same_log() {
        let columns = ["position", "name", "group"];
        let (short, long) = (logged(short("people", &columns)), logged(long("people", &columns)));
        assert_eq!(short, long);
        assert_eq!(short.len(), 6, "two made, one changed, two moved, one gone; nothing of what changed nothing");
    }
}
