//! What is asked of the file before an edit is acknowledged. SQLite finds rows through an index; one flipped bit in it, and
//! `UPDATE … WHERE id = ?` changes no row or another one, and says that all is well. Each answer here is told by the
//! rows themselves, inside the transaction: where one is wrong nothing is written, and the file is called damaged.
//!
//! Deliberately not here: the whole file is looked at when it is opened (`open`), and by `verify`.

use crate::{Error, Result};
use plan::{Id, Kind};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// A statement that names one row has to change one.
pub(crate) fn one(touched: usize, noun: &str, id: &str) -> Result<()> {
    match touched {
        1 => Ok(()),
        _ => Err(Error::Damaged(format!("{touched} rows written as {noun} {id}"))),
    }
}

/// Rows an undo did not find. Another program may have taken them away; then no row at all has such an id. Asked once for
/// all: every row of a kind is looked at.
#[derive(Default)]
pub(crate) struct Unfound(BTreeMap<Kind, BTreeSet<String>>);

impl Unfound {
    /// As [`one`], but none is asked about later.
    pub(crate) fn one(&mut self, touched: usize, kind: Kind, id: &str) -> Result<()> {
        if touched == 0 {
            self.0.entry(kind).or_default().insert(id.to_owned());
            return Ok(());
        }
        one(touched, kind.noun(), id)
    }

    /// Whether they are really gone; else the file is damaged.
    pub(crate) fn are_gone(&self, connection: &Connection) -> Result<()> {
        for (kind, ids) in &self.0 {
            let mut statement = connection.prepare(&format!("SELECT id FROM \"{}\" NOT INDEXED", kind.noun()))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id: String = row.get(0)?;
                if ids.contains(&id) {
                    return one(0, kind.noun(), &id);
                }
            }
        }
        Ok(())
    }
}

/// Whether no row has that id, by every row and not by the index.
pub(crate) fn is_gone(connection: &Connection, noun: &str, id: &str) -> Result<bool> {
    let sql = format!("SELECT count(*) FROM \"{noun}\" NOT INDEXED WHERE id = ?1");
    let there: i64 = connection.query_row(&sql, [id], |row| row.get(0))?;
    Ok(there == 0)
}

/// The last entry of the log, before a transaction adds its own.
pub(crate) fn last_entry(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("SELECT ifnull(max(n), 0) FROM log", [], |row| row.get(0))?)
}

/// The entries of the running transaction are found again by its number, all of them.
pub(crate) fn entries_found(connection: &Connection, seq: i64, last: i64) -> Result<()> {
    let count = |sql: &str, of: i64| connection.query_row(sql, [of], |row| row.get::<_, i64>(0));
    let there = count("SELECT count(*) FROM log NOT INDEXED WHERE n > ?1", last)?;
    let found = count("SELECT count(*) FROM log WHERE tx = ?1", seq)?;
    if there == found { Ok(()) } else { Err(Error::Damaged(format!("{found} of {there} log entries found"))) }
}

/// The running transaction has changed no other rows than those that were meant.
pub(crate) fn only(connection: &Connection, meant: &BTreeSet<(Kind, Id)>) -> Result<()> {
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT kind, id FROM log WHERE tx = (SELECT tx FROM cur)")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (noun, id): (String, String) = (row.get(0)?, row.get(1)?);
        let changed = Kind::from_noun(&noun).zip(Id::parse(&id));
        if !changed.is_some_and(|one| meant.contains(&one)) {
            return Err(Error::Damaged(format!("{noun} {id} would be changed in place of another row")));
        }
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests make the files they damage")]
mod tests {
    use super::*;
    use crate::{Direction, Op, Store, schema};
    use plan::Change;

    fn id(last: char) -> Id {
        Id::parse(&format!("00000000-0000-4000-8000-00000000000{last}")).unwrap()
    }

    fn change(kind: Kind, last: char, new: bool, name: &str) -> Change {
        Change { kind, id: id(last), new, columns: vec![("name".to_owned(), Some(name.to_owned()))] }
    }

    fn op(step: &str) -> Op {
        Op { id: step.to_owned(), step: step.to_owned(), undoable: true, ..Op::default() }
    }

    /// Two devices; systems have the same ids in the other order.
    fn store(folder: &std::path::Path) -> Store {
        let path = folder.join("計画.sonae");
        std::fs::write(&path, b"").unwrap();
        let connection = crate::door::connect(&path, true).unwrap();
        schema::make(&connection).unwrap();
        let file = same_file::Handle::from_path(&path).unwrap();
        let mut store = Store { connection, read: None, path, file, lock: None, plan: id('f'), reserve: |_| None };
        let first = [change(Kind::Device, 'a', true, "甲"), change(Kind::Device, 'b', true, "乙")];
        let other = [change(Kind::System, 'b', true, "乙"), change(Kind::System, 'a', true, "甲")];
        store.write(&op("devices"), &first).unwrap();
        store.write(&op("systems"), &other).unwrap();
        store
    }

    /// The index of a table becomes that of another: it finds nothing, or other rows.
    fn misled(store: &Store, index: &str, other: &str) {
        let sql = format!(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = '{other}')
             WHERE name = '{index}'; PRAGMA writable_schema = RESET;"
        );
        store.connection.execute_batch(&sql).unwrap();
    }

    fn names(store: &Store) -> Vec<String> {
        let mut all = store.connection.prepare("SELECT name FROM devices NOT INDEXED ORDER BY rowid").unwrap();
        all.query_map([], |row| row.get(0)).unwrap().map(|name| name.unwrap()).collect()
    }

    const DEVICES: &str = "sqlite_autoindex_devices_1";

    #[test]
    fn an_edit_that_finds_no_row_is_damage_and_no_success() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = store(folder.path());
        misled(&store, DEVICES, "sqlite_autoindex_people_1");
        let said = store.write(&op("edit"), &[change(Kind::Device, 'a', false, "丙")]);
        assert!(matches!(said, Err(Error::Damaged(_))), "{said:?}");
        assert_eq!(names(&store), ["甲", "乙"]);
    }

    #[test]
    fn an_edit_that_would_change_another_row_is_damage() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = store(folder.path());
        misled(&store, DEVICES, "sqlite_autoindex_systems_1");
        let said = store.write(&op("edit"), &[change(Kind::Device, 'a', false, "丙")]);
        assert!(matches!(said, Err(Error::Damaged(_))), "{said:?}");
        assert_eq!(names(&store), ["甲", "乙"]);
    }

    #[test]
    fn an_undo_that_finds_no_row_is_damage_and_one_of_a_row_that_is_gone_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = store(folder.path());
        store.write(&op("edit"), &[change(Kind::Device, 'a', false, "丙")]).unwrap();
        misled(&store, DEVICES, "sqlite_autoindex_people_1");
        let said = store.step_back(Direction::Undo, &op("undo"));
        assert!(matches!(said, Err(Error::Damaged(_))), "{said:?}");
        assert_eq!(names(&store), ["丙", "乙"]);
        let mut gone = Unfound::default();
        gone.one(0, Kind::Device, &id('c').to_string()).unwrap();
        assert!(gone.are_gone(&store.connection).is_ok());
    }

    #[test]
    fn a_log_whose_entries_are_not_found_again_is_damage() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = store(folder.path());
        let last = last_entry(&store.connection).unwrap();
        let written = store.write(&op("edit"), &[change(Kind::Device, 'a', false, "丙")]).unwrap();
        let seq = written.seq.unwrap();
        assert!(entries_found(&store.connection, seq, last).is_ok());
        misled(&store, "log_by_tx", "tx_by_undoes");
        assert!(matches!(entries_found(&store.connection, seq, last), Err(Error::Damaged(_))));
    }
}
