//! What the pack asks of a kind, item by item, and is not so yet (`rules`).

use super::{Found, Leads, Look, Run};
use crate::{AnswerKey, Kind, checks, rules};

checks! { CHECKS: Run;
    /// Not one record of a kind.
    "rule-some-records" {
        severity: Note, about: Institution, reads: all, leads: Leads::Item,
        run: Run::Whole(|look, found| unmet(look, found, "some-records")),
    }
    /// Rows without an answer to a field.
    "rule-every-filled" {
        severity: Note, about: Institution, reads: all, leads: Leads::Item,
        run: Run::Whole(|look, found| unmet(look, found, "every-filled")),
    }
    /// No row with an answer to a field.
    "rule-one-filled" {
        severity: Note, about: Institution, reads: all, leads: Leads::Item,
        run: Run::Whole(|look, found| unmet(look, found, "one-filled")),
    }
    /// Rows that are still 案.
    "rule-adopted" {
        severity: Note, about: Institution, reads: all, leads: Leads::Item,
        run: Run::Whole(|look, found| unmet(look, found, "adopted")),
    }
    /// First pages a profession has not confirmed.
    "rule-confirmed" {
        severity: Note, about: Institution, reads: [Answer, Facility(kind)], leads: Leads::Item,
        run: Run::Whole(|look, found| unmet(look, found, "confirmed")),
    }
    /// A question of the check table answered with yes, and what would show it is not there.
    "yes-unproved" {
        severity: Mend, about: Institution, reads: all, leads: Leads::Item,
        run: Run::Whole(unproved),
    }
    /// Questions of the first hour without an answer.
    "rule-hour" {
        severity: Note, about: Institution, reads: all, leads: Leads::Item,
        run: Run::Whole(|look, found| unmet(look, found, "hour-answered")),
    }
}

fn unmet(look: &Look<'_>, found: &mut Found<'_>, rule: &str) {
    let template = look.template;
    for item in &template.items {
        for check in item.checks.iter().filter(|check| check.rule == rule) {
            if rules::holds(look.plan, template, check) {
                continue;
            }
            let kind = template.labels.get(&check.kind).map_or(check.kind.clone(), |labels| labels.name.clone());
            let asked = check.field.as_deref();
            let label = asked.map(|field| template.label(&check.kind, field).to_owned()).unwrap_or_default();
            let words = vec![item.number.clone(), kind, label];
            found.asked(&item.number, Kind::from_noun(&check.kind), asked, words);
        }
    }
}

/// はい is a statement of the institution; a visitor asks for the page that shows it.
fn unproved(look: &Look<'_>, found: &mut Found<'_>) {
    for item in &look.template.items {
        for question in &item.questions {
            let key = AnswerKey::check_table(&item.number, &question.id);
            if look.plan.answer(&key) != Some("yes") {
                continue;
            }
            let missing = question.proved_by.iter().find(|check| !rules::holds(look.plan, look.template, check));
            if let Some(check) = missing {
                let kind = look.template.labels.get(&check.kind).map_or(check.kind.clone(), |one| one.name.clone());
                let asked = check.field.as_deref();
                let label = asked.map_or(String::new(), |field| look.template.label(&check.kind, field).to_owned());
                let what = if label.is_empty() { kind } else { format!("{kind}の「{label}」") };
                let words = vec![item.number.clone(), question.text.clone(), what];
                found.asked(&item.number, Kind::from_noun(&check.kind), asked, words);
            }
        }
    }
}
