//! Of two values the file and its log disagree about, a person chose one: the other is entered in the log, and so is the
//! choice. Nothing is deleted.

use crate::{Op, Result, Store, Written, foreign, transact, triggers};
use plan::{Change, Columns, Doubt, Operation};
use rusqlite::Connection;

/// Which of the two is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// What stands in the file.
    Found,
    /// What its log says.
    Logged,
}

impl Store {
    /// Keeps one side of rows in doubt, as one step; of undo, where that gives the other value and deletes nothing.
    ///
    /// # Errors
    /// The plan on disk is as before.
    pub fn decide(&mut self, op: &Op, doubts: &[Doubt], keep: Keep) -> Result<Written> {
        let operation = match keep {
            Keep::Found => Operation::KeepFound,
            Keep::Logged => Operation::KeepLogged,
        };
        // An undo gives the other value. It must take no row out of the file, and what is only added nobody takes back.
        let gives_other = |one: &Doubt| match (&one.found, &one.logged, keep) {
            (Some(_), Some(_), _) | (None, Some(_), Keep::Found) => !one.kind.is_append_only(),
            _ => false,
        };
        let undoable = doubts.iter().all(gives_other);
        let op = Op { operation, undoable, ..op.clone() };
        self.run(&op, true, |connection| {
            let seq = connection.query_row("SELECT tx FROM cur", [], |row| row.get(0))?;
            doubts.iter().try_for_each(|one| match keep {
                Keep::Found => foreign::enter(connection, seq, one),
                Keep::Logged => as_logged(connection, seq, one, &op.at),
            })
        })
    }
}

/// Makes a row again what its log says. One the log does not know is entered and removed: it stays in the file.
fn as_logged(connection: &Connection, seq: i64, one: &Doubt, at: &str) -> Result<()> {
    let change =
        |new: bool, columns: Vec<(String, Option<String>)>| Change { kind: one.kind, id: one.id, new, columns };
    let all = |logged: &Columns| logged.iter().map(|(name, value)| (name.clone(), Some(value.clone()))).collect();
    let change = match (&one.logged, &one.found) {
        (Some(logged), None) => change(true, all(logged)),
        (Some(_), Some(_)) => {
            let differing = one.differing().into_iter();
            change(false, differing.map(|(name, _, logged)| (name.to_owned(), logged.map(str::to_owned))).collect())
        }
        (None, _) => {
            foreign::enter(connection, seq, one)?;
            change(false, vec![("removed_at".to_owned(), Some(at.to_owned()))])
        }
    };
    triggers::without_refusal(connection, one.kind.noun(), || transact::put(connection, &change))
}
