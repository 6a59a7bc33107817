//! What is wrong with the contact tree.

use super::{Finding, Severity};
use crate::{Plan, Record, tree};
use template::Template;

/// Places that call each other in a circle, and places hanging on one that was removed.
pub(super) fn places(plan: &Plan, template: &Template, out: &mut Vec<Finding>) {
    for place in tree::cut(plan) {
        let name = crate::title_of(plan, template, place);
        out.push(Finding {
            field: Some("above".to_owned()),
            ..Finding::of("tree-circle", Severity::Mend, place, vec![name])
        });
    }
    for place in plan.rows.contact_tree.iter().filter(|place| place.row.removed_at.is_none()) {
        if let Some(substitute) = place.substitute
            && place.of == Some(substitute)
        {
            let name = crate::title_of(plan, template, place as &dyn Record);
            out.push(Finding {
                field: Some("substitute".to_owned()),
                ..Finding::of("tree-own-substitute", Severity::Note, place, vec![name])
            });
        }
    }
}
