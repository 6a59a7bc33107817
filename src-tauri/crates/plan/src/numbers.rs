//! All telephone numbers as one list: whoever has numbers is one row, the extension and the PHS of a place side by side,
//! wherever in the plan each is kept. Deliberately not here: how numbers are spoken of on paper, who is called when.

use crate::{
    ContactPoint, Id, Kind, Plan, Record, is_number_to_fill, is_own_number, number_fields, phone_numbers, search_key,
};
use std::collections::HashMap;

/// What a number is, in the order of the list's columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Inside the house (内線).
    Inside,
    /// A PHS.
    Phs,
    /// From outside.
    Outside,
    /// At night and on holidays.
    Night,
    /// Somebody's own: only headquarters sees it.
    Own,
}

impl Sort {
    /// Its name, for ever.
    pub fn name(self) -> &'static str {
        match self {
            Self::Inside => "inside",
            Self::Phs => "phs",
            Self::Outside => "outside",
            Self::Night => "night",
            Self::Own => "own",
        }
    }
}

/// A number, where it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// What it is.
    pub sort: Sort,
    /// The record that holds it.
    pub at: (Kind, Id),
    /// The field.
    pub field: &'static str,
    /// The number as it is stored; empty = nobody filled it in.
    pub text: String,
    /// What is remarked of it: 「夜勤者が持つ」.
    pub note: String,
    /// By which means it is reached, when it is a further one: a fax is not to be called.
    pub means: Option<String>,
}

/// Somebody who has numbers, or should.
pub struct Line<'a> {
    /// Who.
    pub record: &'a dyn Record,
    /// The numbers, in the order of the columns; fields nobody filled in are among them.
    pub numbers: Vec<Number>,
}

/// The kinds that have numbers, in the order of the list, each with its fields and what they hold.
const FIELDS: [(Kind, &[(&str, Sort)]); 4] = [
    (Kind::Department, &[("phone", Sort::Inside), ("night_phone", Sort::Night)]),
    (Kind::Role, &[("phone", Sort::Inside), ("night_phone", Sort::Night)]),
    (Kind::Person, &[("extension", Sort::Inside), ("private_phone", Sort::Own)]),
    (Kind::Organisation, &[("day_phone", Sort::Outside), ("night_phone", Sort::Night)]),
];

/// The kinds that have numbers, in the order of the list.
pub fn kinds() -> impl Iterator<Item = Kind> {
    FIELDS.iter().map(|(kind, _)| *kind)
}

/// Everybody who has numbers: places, roles, people, who is outside, in the order of their lists.
pub fn lines(plan: &Plan) -> Vec<Line<'_>> {
    let mut further: HashMap<Id, Vec<&ContactPoint>> = HashMap::new();
    for point in plan.rows.contact_points.live() {
        if let Some(of) = point.of {
            further.entry(of).or_default().push(point);
        }
    }
    let line = |record: &'_ dyn Record, fields: &[(&'static str, Sort)]| -> Vec<Number> {
        let mut numbers: Vec<Number> = fields.iter().map(|(field, sort)| own(record, field, *sort)).collect();
        numbers.extend(further.get(&record.id()).into_iter().flatten().map(|point| further_of(point)));
        numbers.sort_by_key(|number| number.sort);
        numbers
    };
    let of = |(kind, fields): &'static (Kind, &'static [(&'static str, Sort)])| {
        plan.live(*kind).map(move |record| (record, *fields))
    };
    let all = FIELDS.iter().flat_map(of);
    all.map(|(record, fields)| Line { numbers: line(record, fields), record }).collect()
}

fn own(record: &dyn Record, field: &'static str, sort: Sort) -> Number {
    let text = record.field(field).unwrap_or_default();
    let sort = if sort == Sort::Inside && is_phs(&text) { Sort::Phs } else { sort };
    Number { sort, at: (record.kind(), record.id()), field, text, note: String::new(), means: None }
}

fn further_of(point: &ContactPoint) -> Number {
    let text = point.value.clone().unwrap_or_default();
    let note = point.note.clone().unwrap_or_default();
    let sort = match (is_own_number(point), point.hours.as_deref()) {
        (true, _) => Sort::Own,
        _ if is_phs(&note) || is_phs(&text) => Sort::Phs,
        (_, Some("night")) => Sort::Night,
        _ if note.contains("内線") || text.contains("内線") => Sort::Inside,
        _ => Sort::Outside,
    };
    Number { sort, at: (Kind::ContactPoint, point.row.id), field: "value", text, note, means: point.means.clone() }
}

/// The PHS that stand beside the number of a place or post wherever that is printed, so that no second table has to be
/// searched for them.
pub fn beside<'a>(plan: &'a Plan, record: &dyn Record) -> Vec<&'a ContactPoint> {
    let of = Some(record.id()).filter(|_| matches!(record.kind(), Kind::Department | Kind::Role));
    if of.is_none() {
        return Vec::new();
    }
    let day = number_fields(record.kind()).and_then(|(day, _)| record.field(day)).unwrap_or_default();
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let said: Vec<String> = phone_numbers(&day).iter().map(|number| figures(number)).collect();
    // What somebody wrote into the field as well is not said twice.
    let again = |point: &&ContactPoint| said.contains(&figures(&as_phs(point)));
    let beside = plan.rows.contact_points.live().filter(|point| point.of == of && stands_beside(plan, point));
    beside.filter(|point| !again(point)).collect()
}

/// Whether a further number says nothing of itself but that it is the PHS of a place or post which has a number one can dial: then it
/// stands beside that one, and nowhere by itself. One for the night, or with a remark, keeps its own line.
pub fn stands_beside(plan: &Plan, point: &ContactPoint) -> bool {
    let plain = point.note.as_deref().is_some_and(|note| search_key(note.trim()) == "phs");
    let always = point.hours.as_deref().is_none_or(|hours| hours == "always");
    let kind = point.of_kind.as_deref().and_then(Kind::from_noun);
    let held = kind.filter(|kind| matches!(kind, Kind::Department | Kind::Role)).zip(point.of);
    let whole = held.and_then(|(kind, id)| plan.rows.get(kind, id).filter(|one| !one.row().is_removed()));
    let numbered = || {
        whole
            .zip(kind.and_then(number_fields))
            .is_some_and(|(one, (day, _))| one.field(day).is_some_and(|number| !is_number_to_fill(&number)))
    };
    plain && always && !is_own_number(point) && point.value.is_some() && numbered()
}

/// How a PHS is called beside another number: 「PHS 5123」.
pub fn as_phs(point: &ContactPoint) -> String {
    let value = point.value.as_deref().unwrap_or_default();
    if search_key(value).contains("phs") { value.to_owned() } else { format!("PHS {value}") }
}

/// Whether it says of itself that it is a PHS and nothing else.
fn is_phs(text: &str) -> bool {
    search_key(text).contains("phs") && !text.contains("内線")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rows;
    use uuid::Uuid;

    fn put(rows: &mut Rows, kind: Kind, id: u128, columns: &[(&str, &str)]) -> Id {
        let id = Id::from_uuid(Uuid::from_u128(id));
        let columns: Vec<_> =
            columns.iter().map(|(column, value)| ((*column).to_owned(), Some((*value).to_owned()))).collect();
        rows.put(kind, id, Some(&columns));
        id
    }

    #[test]
    fn the_extension_and_the_phs_of_a_place_are_one_row_wherever_they_are_kept() {
        let mut rows = Rows::default();
        let ward = put(&mut rows, Kind::Department, 1, &[("name", "病棟"), ("phone", "内線 201")]);
        let point = [("of_kind", "departments"), ("means", "phone"), ("value", "5123"), ("note", "PHS")];
        let mut point = point.to_vec();
        let of = ward.to_string();
        point.push(("of", &of));
        put(&mut rows, Kind::ContactPoint, 2, &point);
        let person = put(
            &mut rows,
            Kind::Person,
            3,
            &[("name", "渡邉"), ("extension", "PHS 7001"), ("private_phone", "090-0000-0000")],
        );
        // One for the night is called at night, and says so on a line of its own.
        let night =
            [("of_kind", "departments"), ("of", &of), ("hours", "night"), ("value", "5124"), ("note", "ＰＨＳ")];
        put(&mut rows, Kind::ContactPoint, 4, &night);
        let plan = Plan::new(ward, rows);
        let beside = beside(&plan, plan.rows.get(Kind::Department, ward).expect("the ward"));
        assert_eq!(beside.into_iter().map(as_phs).collect::<Vec<_>>(), ["PHS 5123"], "on paper too");
        let lines = lines(&plan);
        let said = |line: &Line<'_>| -> Vec<(&str, String)> {
            line.numbers.iter().map(|one| (one.sort.name(), one.text.clone())).collect()
        };
        assert_eq!(lines.iter().map(|line| line.record.id()).collect::<Vec<_>>(), [ward, person]);
        assert_eq!(
            said(&lines[0]),
            [
                ("inside", "内線 201".to_owned()),
                ("phs", "5123".to_owned()),
                ("phs", "5124".to_owned()),
                ("night", String::new())
            ]
        );
        assert_eq!(said(&lines[1]), [("phs", "PHS 7001".to_owned()), ("own", "090-0000-0000".to_owned())]);
    }
}
