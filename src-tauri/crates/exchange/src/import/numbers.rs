//! Telephone numbers of a list: how many stand in a cell, whose a mobile one is, and where one more goes.

use super::FieldChange;
use super::growing::Growing;
use crate::sheet::Cell;
use plan::{EditProblem, Field, FieldKind, Id, Kind, normalise, readable};
use std::collections::HashMap;

/// The numbers of a cell, normalised: several where each can be read, else the text as it is.
pub(super) fn numbers_of(text: &str) -> Vec<String> {
    let several: Vec<String> =
        plan::phone_numbers(text).iter().map(|number| normalise(FieldKind::Phone, number)).collect();
    let read = several.len() > 1 && several.iter().all(|number| readable(FieldKind::Phone, number));
    if read { several } else { vec![normalise(FieldKind::Phone, text)] }
}

/// Whether a number is that of a mobile telephone in Japan.
pub(super) fn is_mobile(number: &str) -> bool {
    let figures: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let home = figures.strip_prefix("+81").map_or(figures.clone(), |rest| format!("0{}", rest.trim_start_matches('0')));
    home.len() == 11 && ["070", "080", "090"].iter().any(|start| home.starts_with(start))
}

/// The numbers of a cell of a telephone field, where there are several and each can be read.
pub(super) fn several(field: &Field, cell: &Cell) -> Option<Vec<String>> {
    let several = (field.kind == FieldKind::Phone && cell.odd.is_none()).then(|| numbers_of(&cell.text))?;
    (several.len() > 1).then_some(several)
}

/// Whether a value is a mobile number in a column of posts that nobody said to be the house's.
pub(super) fn unsaid_mobile(
    growing: &Growing<'_>,
    kind: Kind,
    field: &Field,
    value: &str,
    titles: &HashMap<&str, &str>,
) -> bool {
    let title = titles.get(field.id).copied().unwrap_or_default();
    kind == Kind::Person && field.id == "extension" && is_mobile(value) && !growing.known.is_of_house(title)
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
