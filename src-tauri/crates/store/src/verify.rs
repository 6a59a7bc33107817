//! The whole examination: integrity, triggers, rows = log, packs and attachments = their hashes.

use crate::{Error, Result, Store, Turns, copy, door, load, replay, schema, seal, triggers};
use plan::{Id, Kind, Unwatched};
use std::path::Path;

/// Something wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// SQLite's own check says this.
    Integrity(String),
    /// A trigger is missing, altered or not ours.
    Trigger(String),
    /// A row is not as the log says.
    Row(Kind, Id),
    /// A row whose id is none: nothing finds it.
    Unnamed(Kind),
    /// A transaction that is not as it was entered, or not there, though others or the log name it (its number).
    Transaction(i64),
    /// A stored pack is not the one its hash names, or the one the plan is on is missing (its hash, or nothing).
    Pack(String),
    /// An attached file is not the one its hash names.
    Attachment(String),
}

/// Examines a copy of the plan at `path`, so that nobody waits for it; an empty list is a clean bill.
///
/// # Errors
/// When the file cannot be read at all; [`Error::Cancelled`].
pub fn verify(path: &Path, turns: &dyn Turns) -> Result<Vec<Fault>> {
    let folder = tempfile::tempdir().map_err(Error::io(path))?;
    let copied = folder.path().join("copy");
    match copy::pages(path, &copied, turns) {
        // No room for a copy, or nothing that can be copied: the file itself is examined.
        Err(error) if !matches!(error, Error::Cancelled) => examined(path),
        done => {
            done?;
            copy::checking(turns)?;
            examined(&copied)
        }
    }
}

fn examined(path: &Path) -> Result<Vec<Fault>> {
    let connection = door::connect(path, false)?;
    schema::only_tables(&connection)?;
    let plan = schema::meta(&connection, "plan")?.and_then(|id| Id::parse(&id));
    let plan = plan.ok_or_else(|| Error::Damaged("no plan id".to_owned()))?;
    let file = same_file::Handle::from_path(path).map_err(Error::io(path))?;
    Store { connection, read: None, path: path.to_owned(), file, lock: None, plan, reserve: |_| None }.examine()
}

impl Store {
    fn examine(&mut self) -> Result<Vec<Fault>> {
        let mut out = Vec::new();
        let said: Vec<String> = {
            let mut statement = self.connection.prepare("PRAGMA integrity_check")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            rows.collect::<rusqlite::Result<_>>()?
        };
        out.extend(said.into_iter().filter(|line| line != "ok").map(Fault::Integrity));
        // An older plan opened for reading is not upgraded; its triggers are those of its own version.
        let version: u32 = self.connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let (there, wanted) = (triggers::present_triggers(&self.connection)?, triggers::triggers(version));
        let names: std::collections::BTreeSet<&String> = there.keys().chain(wanted.keys()).collect();
        out.extend(names.into_iter().filter(|name| there.get(*name) != wanted.get(*name)).cloned().map(Fault::Trigger));
        let rows = load::rows(&mut self.connection, &Unwatched)?;
        out.extend(self.unnamed()?);
        out.extend(seal::broken(&self.connection)?.into_iter().map(Fault::Transaction));
        for one in replay::differences(&self.connection, &rows)? {
            out.push(Fault::Row(one.kind, one.id));
        }
        out.extend(self.spoilt_packs()?.into_iter().map(Fault::Pack));
        out.extend(self.spoilt_attachments()?.into_iter().map(Fault::Attachment));
        Ok(out)
    }

    /// Rows nobody can name, once for each kind that has some.
    fn unnamed(&self) -> Result<Vec<Fault>> {
        let mut out = Vec::new();
        for kind in Kind::ALL.iter().filter(|kind| self.connection.table_exists(None, kind.noun()).unwrap_or(false)) {
            let mut statement = self.connection.prepare(&format!("SELECT id FROM \"{}\" NOT INDEXED", kind.noun()))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                if row.get_ref(0)?.as_str().ok().and_then(Id::parse).is_none() {
                    out.push(Fault::Unnamed(*kind));
                    break;
                }
            }
        }
        Ok(out)
    }
}
