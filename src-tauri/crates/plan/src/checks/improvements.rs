//! What is to become better and does not: nobody's, or over its day [PRACTICE-EXERCISE-BUDGET].

use super::{Found, Leads, Look, Run};
use crate::{Improvement, checks, day};

checks! { CHECKS: Run;
    /// Nobody does it, or there is no day until when.
    "improvement-unowned" {
        severity: Note, about: Record, item: "1-2",
        reads: [Improvement(name owner due_on state), Role(name)],
        leads: Leads::Record,
        run: Run::Whole(unowned),
    }
    /// Its day is over, and it is not done.
    "improvement-overdue" {
        severity: Mend, about: Record, item: "1-2",
        reads: [Improvement(name due_on state)], by_day: true,
        leads: Leads::Record,
        run: Run::Whole(overdue),
    }
}

/// Those somebody still has to do.
fn open<'a>(look: &Look<'a>) -> impl Iterator<Item = &'a Improvement> {
    look.plan.rows.improvements.live().filter(|one| !one.is_over())
}

fn unowned(look: &Look<'_>, found: &mut Found<'_>) {
    for one in open(look) {
        if look.plan.role(one.owner).is_none() {
            found.field(one, "owner", vec![look.title(one)]);
        } else if one.due_on.is_none() {
            found.field(one, "due_on", vec![look.title(one)]);
        }
    }
}

fn overdue(look: &Look<'_>, found: &mut Found<'_>) {
    let today = day::stored(look.today);
    for one in open(look) {
        let due = one.due_on.as_deref().and_then(day::stored);
        if due.zip(today).is_some_and(|(due, today)| due < today) {
            found.field(one, "done_on", vec![look.title(one), one.due_on.clone().unwrap_or_default()]);
        }
    }
}
