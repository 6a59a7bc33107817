//! Rows out of the tables.

use crate::{Error, Result, replay, schema, seal};
use plan::{Doing, Doubt, Id, Kind, Progress, Rows, SCHEMA, Watch};
use rusqlite::{Connection, Row, TransactionBehavior};

/// Columns of one row, by name.
pub(crate) type Columns = Vec<(String, Option<String>)>;

/// Every row of every kind, in one short transaction.
pub(crate) fn rows(connection: &mut Connection, progress: &dyn Progress) -> Result<Rows> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
    let out = rows_within(&tx, progress)?;
    tx.commit()?;
    Ok(out)
}

/// Every row, and those that are not as the log says: of one moment, so that nobody's edit comes between.
pub(crate) fn compared(connection: &mut Connection, progress: &dyn Progress) -> Result<(Rows, Vec<Doubt>)> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
    let rows = rows_within(&tx, progress)?;
    let mut differing = replay::differences(&tx, &rows)?;
    seal::vouch(&tx, &mut differing)?;
    tx.commit()?;
    Ok((rows, differing))
}

/// The same inside a transaction somebody else began.
pub(crate) fn rows_within(connection: &Connection, progress: &dyn Progress) -> Result<Rows> {
    let mut out = Rows::default();
    let mut watch = Watch::of(progress, Doing::Opening, 1, Kind::ALL.len());
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for kind in Kind::ALL {
        watch.step().map_err(|_| Error::Cancelled)?;
        let names = columns_there(connection, *kind)?;
        // An older plan that is only read has not grown the newer kinds; one of this version has them all.
        if names.is_empty() && version == SCHEMA {
            return Err(Error::Damaged(format!("no table {}", kind.noun())));
        }
        if names.is_empty() {
            continue;
        }
        let sql = format!("{} ORDER BY position, id", select(*kind, &names));
        let mut statement = connection.prepare(&sql)?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            if let Some((id, columns)) = read(row, &names)? {
                out.put(*kind, id, Some(&columns));
            }
        }
    }
    Ok(out)
}

/// One row as it stands, inside whatever transaction is running; `None` when there is none.
pub(crate) fn row(connection: &Connection, kind: Kind, id: Id) -> Result<Option<Columns>> {
    let names = schema::columns(kind);
    let sql = format!("{} WHERE id = ?1", select(kind, &names));
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query([id.to_string()])?;
    Ok(match found.next()? {
        Some(row) => read(row, &names)?.map(|(_, columns)| columns),
        None => None,
    })
}

/// A read-only plan of an older program lacks the newer columns; they read as unanswered.
fn columns_there(connection: &Connection, kind: Kind) -> Result<Vec<&'static str>> {
    let there: Vec<String> = connection
        .prepare("SELECT name FROM pragma_table_info(?1)")?
        .query_map([kind.noun()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(schema::columns(kind).into_iter().filter(|column| there.iter().any(|one| one == column)).collect())
}

fn select(kind: Kind, names: &[&str]) -> String {
    let list: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    format!("SELECT id, {} FROM \"{}\"", list.join(", "), kind.noun())
}

fn read(row: &Row<'_>, names: &[&str]) -> Result<Option<(Id, Columns)>> {
    let Some(id) = Id::parse(&row.get::<_, String>(0)?) else { return Ok(None) };
    let mut columns = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        columns.push(((*name).to_owned(), row.get(at + 1)?));
    }
    Ok(Some((id, columns)))
}
