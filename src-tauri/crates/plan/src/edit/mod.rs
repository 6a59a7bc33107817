//! An edit is a value; [`changes`] turns it into column changes or says why not.

use crate::{
    AnswerKey, Cells, Field, FieldKind, Id, Kind, Plan, Record, checklist, clean, normalise, order, parse_cells,
};
use template::Template;
use thiserror::Error;

mod section;

use section::section_changes;

/// The longest text one field takes, in characters.
pub const MAX_CHARACTERS: usize = 20_000;

/// Something a person does to the plan.
#[derive(Debug, Clone)]
pub enum Edit {
    /// Adds a record; from a catalogue entry when `source` names one.
    Add {
        /// Kind of the record.
        kind: Kind,
        /// A random id from the outside, used where no deterministic one applies.
        fresh: Id,
        /// Catalogue entry.
        source: Option<String>,
        /// First values; they win over the catalogue's.
        values: Vec<(String, String)>,
    },
    /// Puts a field. `leaving` normalises dates, numbers, phones, kana and codes.
    SetField {
        /// Kind of the record.
        kind: Kind,
        /// The record.
        id: Id,
        /// Field id.
        field: String,
        /// The text; `None` or empty = unanswered.
        value: Option<String>,
        /// Whether the person left the field.
        leaving: bool,
    },
    /// Moves a record behind another, or to the front.
    Move {
        /// Kind of the record.
        kind: Kind,
        /// The record.
        id: Id,
        /// The one it shall stand behind.
        after: Option<Id>,
    },
    /// Removes a record; it stays in the file.
    Remove {
        /// Kind of the record.
        kind: Kind,
        /// The record.
        id: Id,
    },
    /// Brings a removed record back.
    Restore {
        /// Kind of the record.
        kind: Kind,
        /// The record.
        id: Id,
    },
    /// Adopts the draft rows of these kinds, or one of them.
    Adopt {
        /// The kinds on the page that was adopted.
        kinds: Vec<Kind>,
        /// Only these rows; none = every draft row on the page.
        only: Vec<Id>,
        /// Who adopts.
        by: String,
        /// The day.
        on: String,
    },
    /// Answers a question of a list.
    Answer {
        /// Which.
        key: AnswerKey,
        /// The answer.
        value: Option<String>,
        /// Whether the person left the field: then a day is read.
        leaving: bool,
    },
    /// Replaces the blocks of a section. The first edit writes all of them.
    Section {
        /// Section number.
        number: String,
        /// Its blocks, in order.
        blocks: Vec<NewBlock>,
    },
    /// Gives up a section's own text; it follows the pack again.
    FollowPack {
        /// Section number.
        number: String,
    },
    /// Keeps a section's own text after comparing it with the pack's new one.
    KeepOwnText {
        /// Section number.
        number: String,
    },
}

/// A block as the section editor hands it in.
#[derive(Debug, Clone)]
pub struct NewBlock {
    /// The block it was; `None` = new, then `fresh` is used.
    pub id: Option<Id>,
    /// A random id from the outside.
    pub fresh: Id,
    /// `paragraph`, `heading`, `item` or `table`.
    pub form: String,
    /// The text.
    pub cells: Cells,
}

/// New contents of some columns of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// Whether the row is new.
    pub new: bool,
    /// Columns and their new text.
    pub columns: Vec<(String, Option<String>)>,
}

/// Why an edit was not made. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditProblem {
    /// No such record, or it was removed.
    #[error("no such record")]
    NoRecord,
    /// No such field or choice.
    #[error("no such field or choice: {0}")]
    NoField(String),
    /// Rows of this kind are only added.
    #[error("rows of {0} are only added")]
    AddedOnly(&'static str),
    /// Only the program writes rows of this kind.
    #[error("only the program writes {0}")]
    Program(&'static str),
    /// A control character.
    #[error("control character U+{0:04X}")]
    Control(u32),
    /// Too long for one field.
    #[error("{0} characters are too many for one field")]
    TooLong(usize),
    /// A block that is not well-formed.
    #[error("block text: {0}")]
    Cells(String),
}

/// The column changes of an edit; empty when it changes nothing.
///
/// # Errors
/// [`EditProblem`]; the plan is untouched.
pub fn changes(plan: &Plan, template: &Template, edit: &Edit, now: &str) -> Result<Vec<Change>, EditProblem> {
    if let Edit::Add { kind, .. }
    | Edit::SetField { kind, .. }
    | Edit::Move { kind, .. }
    | Edit::Remove { kind, .. }
    | Edit::Restore { kind, .. } = edit
        && kind.facts().program
    {
        return Err(EditProblem::Program(kind.noun()));
    }
    let mut changes = meant(plan, template, edit, now)?;
    changes.extend(crate::adopt::unconfirmed(plan, &changes));
    match changes.iter().find(|change| change.kind.is_append_only() && !change.new) {
        Some(change) => Err(EditProblem::AddedOnly(change.kind.noun())),
        None => Ok(changes),
    }
}

/// What an edit would change, were every kind to be edited.
fn meant(plan: &Plan, template: &Template, edit: &Edit, now: &str) -> Result<Vec<Change>, EditProblem> {
    match edit {
        Edit::Add { kind, fresh, source, values } => add(plan, template, *kind, *fresh, source.as_deref(), values),
        Edit::SetField { kind, id, field, value, leaving } => {
            let record = plan.find(*kind, *id).ok_or(EditProblem::NoRecord)?;
            let value = checked(*kind, field, value.as_deref(), *leaving)?;
            Ok(real(record, vec![(field.clone(), value)]))
        }
        Edit::Move { kind, id, after } => {
            let record = plan.find(*kind, *id).ok_or(EditProblem::NoRecord)?;
            Ok(real(record, vec![("position".to_owned(), Some(place(plan, *kind, *id, *after)?))]))
        }
        Edit::Remove { kind, id } => {
            let record = plan.find(*kind, *id).ok_or(EditProblem::NoRecord)?;
            Ok(real(record, vec![("removed_at".to_owned(), Some(now.to_owned()))]))
        }
        Edit::Restore { kind, id } => {
            let record = plan.rows.get(*kind, *id).ok_or(EditProblem::NoRecord)?;
            Ok(real(record, vec![("removed_at".to_owned(), None)]))
        }
        Edit::Adopt { kinds, only, by, on } => {
            let by = text(by.trim())?;
            if by.is_empty() {
                return Err(EditProblem::NoField("adopted_by".to_owned()));
            }
            Ok(kinds
                .iter()
                .flat_map(|kind| crate::drafts(plan, *kind))
                .filter(|record| {
                    if only.is_empty() { !crate::adopted_alone(template, *record) } else { only.contains(&record.id()) }
                })
                .flat_map(|record| {
                    let columns = [("adopted_by", &by), ("adopted_on", on)];
                    real(record, columns.map(|(c, v)| (c.to_owned(), Some(v.clone()))).to_vec())
                })
                .collect())
        }
        Edit::Answer { key, value, leaving } => answer(plan, key, value.as_deref(), *leaving),
        Edit::Section { number, blocks } => {
            let section = template.section(number).ok_or(EditProblem::NoRecord)?;
            section_changes(plan, (section, &template.hash), blocks, now)
        }
        Edit::FollowPack { number } => {
            template.section(number).ok_or(EditProblem::NoRecord)?;
            Ok(section::follow(plan, number, &template.hash, now))
        }
        Edit::KeepOwnText { number } => {
            template.section(number).ok_or(EditProblem::NoRecord)?;
            Ok(section::compared(plan, number, &template.hash, false))
        }
    }
}

fn add(
    plan: &Plan,
    template: &Template,
    kind: Kind,
    fresh: Id,
    source: Option<&str>,
    values: &[(String, String)],
) -> Result<Vec<Change>, EditProblem> {
    let link = kind.facts().joins.map(|(from, to)| {
        let end = |field: &str| values.iter().find(|(id, _)| id == field).map(|(_, v)| v.as_str()).unwrap_or_default();
        format!("{}>{}", end(from), end(to))
    });
    let derived = source.map(str::to_owned).or(link).map(|from| Id::derived(plan.id, kind.noun(), &from));
    if let Some(removed) = derived.and_then(|id| plan.rows.get(kind, id)) {
        if removed.row().is_removed() {
            return Ok(real(removed, vec![("removed_at".to_owned(), None)]));
        }
        if kind.facts().joins.is_some() {
            return Ok(Vec::new());
        }
    }
    let id = derived.filter(|id| plan.rows.get(kind, *id).is_none()).unwrap_or(fresh);
    let last = plan.last_place(kind);
    let position = order::after(last.as_deref(), 1).remove(0);
    let mut columns = vec![("position".to_owned(), Some(position)), ("source".to_owned(), source.map(str::to_owned))];
    if let Some(entry) = source.and_then(|source| template.entry(source)) {
        for (field, value) in &entry.values {
            if values.iter().any(|(given, _)| given == field) {
                continue;
            }
            let link = kind.field(field).is_some_and(Field::is_link);
            let value = if link {
                // A link of the catalogue holds only where its other end is ticked too.
                plan.from_entry(value).map(|record| record.id().to_string())
            } else {
                Some(value.clone())
            };
            columns.push((field.clone(), value));
        }
    }
    for (field, value) in values {
        columns.push((field.clone(), checked(kind, field, Some(value), true)?));
    }
    columns.retain(|(_, value)| value.is_some());
    Ok(vec![Change { kind, id, new: true, columns }])
}

fn answer(plan: &Plan, key: &AnswerKey, value: Option<&str>, leaving: bool) -> Result<Vec<Change>, EditProblem> {
    let id = plan.answer_row(key).map_or_else(|| key.id(plan.id), Record::id);
    let mut value = checked(Kind::Answer, "value", value, false)?;
    if key.is_of_a_list() {
        let known = |value: &&String| checklist::RESULTS.contains(&value.as_str());
        if key.question == checklist::RESULT && value.as_ref().is_some_and(|value| !known(&value)) {
            return Err(EditProblem::NoField(value.unwrap_or_default()));
        }
        if leaving && checklist::asks_a_day(&key.question) {
            value = value.map(|value| normalise(FieldKind::Date, &value)).filter(|value| !value.is_empty());
        }
    }
    if let Some(record) = plan.rows.get(Kind::Answer, id) {
        return Ok(real(record, vec![("value".to_owned(), value), ("removed_at".to_owned(), None)]));
    }
    if value.is_none() {
        return Ok(Vec::new());
    }
    let last = plan.rows.answers.last().map(|answer| answer.row.position.clone());
    let mut columns = vec![("position".to_owned(), order::after(last.as_deref(), 1).pop())];
    for (column, said) in key.columns() {
        columns.push((column, said.map(|said| text(&said)).transpose()?));
    }
    columns.push(("value".to_owned(), value));
    columns.retain(|(_, value)| value.is_some());
    Ok(vec![Change { kind: Kind::Answer, id, new: true, columns }])
}

/// The text of a field as it may be stored, of whoever brings it (a file, the command line).
///
/// # Errors
/// [`EditProblem`]: an unknown field or choice, a control character, too long.
pub fn stored(kind: Kind, field: &str, value: &str) -> Result<Option<String>, EditProblem> {
    let link = kind.field(field).is_some_and(Field::is_link);
    let value = checked(kind, field, Some(value), false)?;
    // An id may be written in capitals; it is stored in one way.
    Ok(value.map(|value| if link { Id::parse(&value).map_or(value, |id| id.to_string()) } else { value }))
}

/// The text of a field as it will be stored.
fn checked(kind: Kind, field: &str, value: Option<&str>, leaving: bool) -> Result<Option<String>, EditProblem> {
    let declared = kind.field(field).ok_or_else(|| EditProblem::NoField(format!("{}.{field}", kind.noun())))?;
    let Some(value) = value.filter(|value| !value.is_empty()) else { return Ok(None) };
    let mut value = text(value)?;
    if declared.kind != FieldKind::Long {
        value = value.replace('\n', " ");
    }
    match declared.kind {
        FieldKind::Choice(choices) if !choices.contains(&value.as_str()) => return Err(EditProblem::NoField(value)),
        FieldKind::Flag if value != "1" => return Err(EditProblem::NoField(value)),
        FieldKind::Link(_) if Id::parse(&value).is_none() => return Err(EditProblem::NoField(value)),
        FieldKind::Image | FieldKind::File if !crate::Attachment::fits(declared.kind, &value) => {
            return Err(EditProblem::NoField(value));
        }
        FieldKind::Cells => {
            parse_cells(&value).map_err(EditProblem::Cells)?;
        }
        _ => {}
    }
    if leaving {
        value = normalise(declared.kind, &value);
    }
    Ok(Some(value).filter(|value| !value.is_empty()))
}

fn text(value: &str) -> Result<String, EditProblem> {
    let length = value.chars().count();
    if length > MAX_CHARACTERS {
        return Err(EditProblem::TooLong(length));
    }
    clean(value).map_err(|c| EditProblem::Control(c as u32))
}

fn place(plan: &Plan, kind: Kind, id: Id, after: Option<Id>) -> Result<String, EditProblem> {
    let others: Vec<&dyn Record> = plan.rows.all(kind).filter(|record| record.id() != id).collect();
    let at = match after {
        None => 0,
        Some(after) => 1 + others.iter().position(|record| record.id() == after).ok_or(EditProblem::NoRecord)?,
    };
    let before = at.checked_sub(1).map(|at| others[at].row().position.as_str());
    // Rows of another program may share a place; the next one behind them is meant.
    let behind = others[at..].iter().map(|record| record.row().position.as_str());
    Ok(order::between(before, behind.into_iter().find(|next| before.is_none_or(|before| before < *next))))
}

/// Only the columns that really change; nothing at all when none does.
fn real(record: &dyn Record, columns: Vec<(String, Option<String>)>) -> Vec<Change> {
    let columns: Vec<_> = columns.into_iter().filter(|(column, value)| record.column(column) != *value).collect();
    if columns.is_empty() {
        return Vec::new();
    }
    vec![Change { kind: record.kind(), id: record.id(), new: false, columns }]
}
