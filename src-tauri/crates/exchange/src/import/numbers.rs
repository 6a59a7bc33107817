//! Telephone numbers of a list: how many stand in a cell, whose a mobile one is, and where one more goes.

use super::growing::Growing;
use super::{FieldChange, Line};
use crate::sheet::Cell;
use plan::{EditProblem, Field, FieldKind, Id, Kind, has_mobile, normalise, readable};

/// The numbers of a cell, normalised: several where each can be read, else the text as it is.
pub(super) fn numbers_of(text: &str) -> Vec<String> {
    let several: Vec<String> =
        plan::phone_numbers(text).iter().map(|number| normalise(FieldKind::Phone, number)).collect();
    let read = several.len() > 1 && several.iter().all(|number| readable(FieldKind::Phone, number));
    if read { several } else { vec![normalise(FieldKind::Phone, text)] }
}

/// The numbers of a cell of a telephone field, where there are several and each can be read.
pub(super) fn several(field: &Field, cell: &Cell) -> Option<Vec<String>> {
    let several = (field.kind == FieldKind::Phone && cell.odd.is_none()).then(|| numbers_of(&cell.text))?;
    (several.len() > 1).then_some(several)
}

/// Whether a number is a mobile one, or a text with one, nobody said to be the house's: it is somebody's own, and stands where
/// private numbers stand.
pub(super) fn is_unsaid(line: &Line<'_>, number: &str) -> bool {
    has_mobile(number) && !line.house.iter().any(|one| one == number)
}

/// One more number of a place or person, unless it is there.
pub(super) fn point(
    growing: &mut Growing<'_>,
    of: Kind,
    id: Id,
    said: (&str, &str),
) -> Result<Option<FieldChange>, EditProblem> {
    // Somebody says now whose it is.
    if let Some(own) = growing.own_point(id, said.1) {
        let values = [("whose".to_owned(), Some("house".to_owned()))];
        growing.set(Kind::ContactPoint, own, &values)?;
        return Ok(growing.differences(Kind::ContactPoint, own, &["whose"], &[String::new()]).pop());
    }
    beside(growing, (of, id), said, &[("means", "phone")])
}

/// The same for a mobile number nobody said to be the house's: somebody's own, whatever place it stands beside.
pub(super) fn own_point(
    growing: &mut Growing<'_>,
    of: Kind,
    id: Id,
    said: (&str, &str),
) -> Result<Option<FieldChange>, EditProblem> {
    beside(growing, (of, id), said, &[("means", "mobile"), ("whose", "own")])
}

fn beside(
    growing: &mut Growing<'_>,
    (of, id): (Kind, Id),
    (note, number): (&str, &str),
    more: &[(&str, &str)],
) -> Result<Option<FieldChange>, EditProblem> {
    if growing.has_point(id, number) {
        return Ok(None);
    }
    let id = id.to_string();
    let values = [("of_kind", of.noun()), ("of", id.as_str()), ("value", number), ("note", note)];
    let values = values.iter().chain(more).filter(|(_, value)| !value.is_empty());
    growing
        .add(Kind::ContactPoint, values.map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect())?;
    let label = format!("{}（{note}）", growing.plan.label(growing.template, "contact_points", "value"));
    Ok(Some(FieldChange { label, before: String::new(), after: number.to_owned() }))
}
