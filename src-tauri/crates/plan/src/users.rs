//! Who uses a record: what would name something that is gone, were it removed.

use crate::{Field, FieldKind, Id, Kind, Plan, Record};

/// The live records that name this one, in the order of the tables. A row that only joins stands for what it joins it to,
/// and what is part of a record for that record.
pub fn users(plan: &Plan, kind: Kind, id: Id) -> Vec<(Kind, Id)> {
    let mut out: Vec<(Kind, Id)> = Vec::new();
    for other in Kind::ALL.iter().copied().filter(|other| !other.facts().program) {
        let fields: Vec<&Field> = other.fields().iter().filter(|field| leads(field, kind)).collect();
        if fields.is_empty() {
            continue;
        }
        let named = |record: &&dyn Record| fields.iter().any(|field| names(*record, field, kind, id));
        for record in plan.live(other).filter(named).filter(|record| plan.awake(*record)) {
            let user = stands_for(plan, record, (kind, id));
            if user != (kind, id) && !out.contains(&user) {
                out.push(user);
            }
        }
    }
    out
}

fn leads(field: &Field, kind: Kind) -> bool {
    matches!(field.kind, FieldKind::Link(to) if to == kind.noun() || to == "any")
}

fn names(record: &dyn Record, field: &Field, kind: Kind, id: Id) -> bool {
    let any = field.kind == FieldKind::Link("any");
    record.link(field.id) == Some(id) && (!any || record.text("of_kind") == Some(kind.noun()))
}

/// What people know a row by: the whole it belongs to, or the other end of a join.
fn stands_for(plan: &Plan, record: &dyn Record, used: (Kind, Id)) -> (Kind, Id) {
    let facts = record.kind().facts();
    let ends = facts.joins.into_iter().flat_map(|(from, to)| [from, to]);
    let at = |field: &str| Some((record.kind().leads_to(field)?, record.link(field)?));
    let other = facts.part_of.into_iter().chain(ends).filter_map(at).find(|end| *end != used);
    other.filter(|(kind, id)| plan.find(*kind, *id).is_some()).unwrap_or((record.kind(), record.id()))
}
