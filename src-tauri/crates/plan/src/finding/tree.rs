//! What is wrong with the contact tree.

use super::{Finding, Severity};
use crate::{Kind, Plan, Record, numbers_of, tree};
use template::Template;

/// Places that call each other in a circle, and substitutes who would be reached on the very
/// telephone nobody answered, or on the one that is calling.
pub(super) fn places(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    for place in tree::cut(plan) {
        let name = crate::title_of(plan, template, place);
        out.push(Finding {
            field: Some("above".to_owned()),
            ..Finding::of("tree-circle", Severity::Mend, place, vec![name])
        });
    }
    for place in tree::deep(plan) {
        let name = crate::title_of(plan, template, place);
        out.push(Finding::of("tree-deep", Severity::Note, place, vec![name]));
    }
    for place in plan.rows.contact_tree.live() {
        if let Some(substitute) = place.substitute
            && place.of == Some(substitute)
        {
            let name = crate::title_of(plan, template, place as &dyn Record);
            out.push(Finding {
                field: Some("substitute".to_owned()),
                ..Finding::of("tree-own-substitute", Severity::Note, place, vec![name])
            });
            continue;
        }
        let Some(substitute) = place.substitute.and_then(|id| plan.find(Kind::Role, id)) else { continue };
        let caller = place.above.and_then(|id| plan.rows.contact_tree.get(id));
        let silent = [tree::reached(plan, place), caller.and_then(|caller| tree::reached(plan, caller))];
        let number = |record: &dyn Record| {
            let (day, night) = numbers_of(record);
            night.or(day)
        };
        let wanted = number(substitute);
        if wanted.is_some() && silent.into_iter().flatten().any(|record| number(record) == wanted) {
            let words = vec![
                crate::title_of(plan, template, place as &dyn Record),
                substitute.title(),
                wanted.unwrap_or_default(),
            ];
            out.push(Finding {
                field: Some("substitute".to_owned()),
                ..Finding::of("tree-same-number", Severity::Mend, place, words)
            });
        }
    }
}
