//! What may harm a patient, and is said no more: cautions of steps that went missing.

use super::{Found, Leads, Look, Run};
use crate::{Kind, Record, checks};
use std::collections::BTreeMap;

checks! { CHECKS: Run;
    /// A step made from the catalogue whose caution was deleted.
    "caution-deleted" {
        severity: Mend, about: Record, item: "3-4", reads: all, leads: Leads::Record,
        run: Run::Each(deleted),
    }
    /// The same step stands in the procedures of several departments, and one of them is not warned.
    "caution-elsewhere" {
        severity: Mend, about: Record, item: "3-4", reads: [ProcedureStep(procedure text caution)], leads: Leads::Record,
        run: Run::Whole(elsewhere),
    }
}

/// A shorter text is a phrase that means something else in every procedure. Ours.
const LONG: usize = 12;

fn deleted(look: &Look<'_>, record: &dyn Record, found: &mut Found<'_>) {
    if !matches!(record.kind(), Kind::ProcedureStep | Kind::CardStep) || record.has("caution") {
        return;
    }
    let entry = record.row().source.as_deref().and_then(|source| look.template.entry(source));
    if let Some(was) = entry.and_then(|entry| entry.values.get("caution")) {
        found.field(record, "caution", vec![look.title(record), was.clone()]);
    }
}

fn elsewhere(look: &Look<'_>, found: &mut Found<'_>) {
    let steps = || look.plan.rows.procedure_steps.live().filter(|step| look.plan.awake(*step));
    let mut warned = BTreeMap::new();
    let is_long = |step: &&crate::ProcedureStep| step.text.as_deref().is_some_and(|text| text.chars().count() >= LONG);
    for step in steps().filter(is_long) {
        if let (Some(text), Some(caution)) = (step.text.as_deref(), step.caution.as_deref()) {
            warned.entry(text).or_insert((caution, step));
        }
    }
    for step in steps().filter(|step| step.caution.is_none()) {
        if let Some((caution, other)) = step.text.as_deref().and_then(|text| warned.get(text)) {
            let whole = look.plan.rows.procedures.find(other.procedure).map_or(String::new(), |one| look.title(one));
            found.field(step, "caution", vec![look.title(step), whole, (*caution).to_owned()]);
        }
    }
}
