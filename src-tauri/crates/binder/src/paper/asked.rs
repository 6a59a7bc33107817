//! Who is asked what: for the document that takes questions to people.

use plan::{Id, Kind, Plan};
use template::Template;

/// What is put off or asked, by role in the plan's order, those without a role last.
pub(super) fn asked(plan: &Plan, template: &Template) -> Vec<print::Asked> {
    let mut out: Vec<(Option<Id>, print::Asked)> = Vec::new();
    for owed in plan::overview::owed(plan, template) {
        let Some(remark) = plan.rows.remarks.get(owed.remark) else { continue };
        let text = remark.text.clone().unwrap_or_else(|| template.word("deferred").to_owned());
        let at = crate::remark_place(plan, template, remark, false);
        let role = owed.role.and_then(|id| plan.find(Kind::Role, id));
        let place = match out.iter().position(|(id, _)| *id == owed.role) {
            Some(place) => place,
            None => {
                let role = role.map(|role| plan::title_of(plan, template, role)).unwrap_or_default();
                out.push((owed.role, print::Asked { role, questions: Vec::new() }));
                out.len() - 1
            }
        };
        out[place].1.questions.push((at, text));
    }
    out.sort_by_key(|(role, _)| {
        role.and_then(|role| plan.rows.roles.iter().position(|one| one.row.id == role)).unwrap_or(usize::MAX)
    });
    out.into_iter().map(|(_, asked)| asked).collect()
}
