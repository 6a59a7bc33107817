//! Edits in one line.

use binder::plan::{Edit, Id, Kind, Record};
use binder::{Binder, Done, Result, Step};

/// A step of its own.
pub fn alone() -> Step {
    Step { id: None, person: "山田".to_owned() }
}

/// One step of several saves: from focus to leaving.
pub fn step(name: &str) -> Step {
    Step { id: Some(name.to_owned()), person: "山田".to_owned() }
}

/// Adds a record with a name and returns its id.
///
/// # Panics
/// When it is not saved.
pub fn add(binder: &Binder, kind: Kind, name: &str) -> Id {
    let edit = Edit::Add {
        kind,
        fresh: binder.outside().new_id(),
        source: None,
        values: vec![("name".to_owned(), name.to_owned())],
    };
    binder.edit(&edit, &alone()).expect("a record with a name can be added").record.expect("the id of the new record")
}

/// Adds a record with these values and returns its id.
///
/// # Panics
/// When it is not saved.
pub fn added(binder: &Binder, kind: Kind, values: &[(&str, String)]) -> Id {
    let values = values.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect();
    let edit = Edit::Add { kind, fresh: binder.outside().new_id(), source: None, values };
    binder.edit(&edit, &alone()).expect("saved").record.expect("an id")
}

/// The codes of the findings at a record.
pub fn codes(binder: &Binder, id: Id) -> Vec<&'static str> {
    binder.findings().iter().filter(|one| one.at.is_some_and(|(_, at)| at == id)).map(|one| one.check.id).collect()
}

/// Puts a field and leaves it.
///
/// # Errors
/// Whatever `binder` says.
pub fn put(binder: &Binder, kind: Kind, id: Id, field: &str, value: &str, step: &Step) -> Result<Done> {
    let value = Some(value.to_owned());
    binder.edit(&Edit::SetField { kind, id, field: field.to_owned(), value, leaving: true }, step)
}

/// A field of a record as it is in memory; `None` for no record or no answer.
pub fn get(binder: &Binder, kind: Kind, id: Id, field: &str) -> Option<String> {
    binder.plan().rows.get(kind, id).and_then(|record: &dyn Record| record.column(field))
}
