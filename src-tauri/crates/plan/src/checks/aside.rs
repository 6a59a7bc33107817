//! Findings that somebody set aside: with a reason, a name, and the day they come back. They stay counted.

use super::{Finding, Identity};
use crate::{Plan, SetAside, day};

impl Identity<'_> {
    /// What makes a finding the same finding tomorrow, as one text: what a row that sets it aside holds.
    pub fn text(&self) -> String {
        let at = self.at.map(|(kind, id)| format!("{}/{id}", kind.noun())).unwrap_or_default();
        let of = self.of.map(crate::Kind::noun).unwrap_or_default();
        [self.check, &at, of, self.field.unwrap_or_default(), self.part.unwrap_or_default()].join("|")
    }
}

/// Who set a finding aside, and why; `None` once its day has come, or while it lacks reason or name.
pub fn set_aside<'p>(plan: &'p Plan, finding: &Finding, today: &str) -> Option<&'p SetAside> {
    let text = finding.identity().text();
    let today = day::stored(today);
    let waits = |one: &&SetAside| {
        let until = one.until.as_deref().and_then(day::stored);
        one.finding.as_ref() == Some(&text)
            && one.reason.is_some()
            && one.set_by.is_some()
            && until.zip(today).is_none_or(|(until, today)| today < until)
    };
    plan.rows.set_asides.live().find(waits)
}
