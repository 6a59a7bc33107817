//! Telephone numbers of a list: how many stand in a cell, whose a mobile one is, and where one more goes.

use super::growing::Growing;
use super::{FieldChange, Line};
use crate::sheet::Cell;
use plan::{EditProblem, Field, FieldKind, Id, Kind, is_mobile, normalise, readable};

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

/// Whether a number is a mobile one nobody said to be the house's: it is somebody's own, and stands where private numbers
/// stand, or nowhere.
pub(super) fn is_unsaid(line: &Line<'_>, number: &str) -> bool {
    is_mobile(number) && !line.house.iter().any(|one| one == number)
}

/// One more number of a place or person, unless it is there.
pub(super) fn point(
    growing: &mut Growing<'_>,
    of: Kind,
    id: Id,
    (note, number): (&str, &str),
) -> Result<Option<FieldChange>, EditProblem> {
    if growing.has_point(id, number) {
        return Ok(None);
    }
    let values = [
        ("of_kind", of.noun().to_owned()),
        ("of", id.to_string()),
        ("means", "phone".to_owned()),
        ("value", number.to_owned()),
        ("note", note.to_owned()),
    ];
    growing.add(Kind::ContactPoint, values.map(|(field, value)| (field.to_owned(), value)).to_vec())?;
    let label = format!("{}（{note}）", growing.plan.label(growing.template, "contact_points", "value"));
    Ok(Some(FieldChange { label, before: String::new(), after: number.to_owned() }))
}
