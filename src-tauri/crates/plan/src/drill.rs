//! What a drill of the contact tree showed: how many were reached, after how many minutes, against the drill before.

use crate::procedure::Fresh;
use crate::reach::{Case, stops};
use crate::{Change, Drill, DrillCall, Edit, EditProblem, Id, Kind, Plan, changes, day, order};
use chrono::NaiveDate;
use template::Template;

/// The figures of a drill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The drill.
    pub drill: Id,
    /// Its day; `None` = none that can be read, which is never the newest.
    pub held_on: Option<NaiveDate>,
    /// Places that were called.
    pub called: usize,
    /// Places that were reached.
    pub reached: usize,
    /// Numbers that were wrong.
    pub wrong: usize,
    /// Minutes until half, nine in ten, and all of the called were reached; `None` = they were not.
    pub minutes: [Option<u32>; 3],
}

/// Shares of the called, in percent.
pub const SHARES: [usize; 3] = [50, 90, 100];

/// The drills in the order of their days, oldest first.
pub fn outcomes(plan: &Plan) -> Vec<Outcome> {
    let mut drills: Vec<&Drill> = plan.rows.drills.live().collect();
    drills.sort_by_key(|one| (held_on(one), one.row.position.clone()));
    drills.into_iter().map(|drill| outcome(plan, drill)).collect()
}

fn held_on(drill: &Drill) -> Option<NaiveDate> {
    drill.held_on.as_deref().and_then(day::stored)
}

fn outcome(plan: &Plan, drill: &Drill) -> Outcome {
    let calls: Vec<&DrillCall> = calls(plan, drill.row.id).filter(|call| call.result.is_some()).collect();
    let is = |call: &DrillCall, results: &[&str]| call.result.as_deref().is_some_and(|one| results.contains(&one));
    let mut minutes: Vec<u32> = calls
        .iter()
        .filter(|call| is(call, &["first", "next"]))
        .filter_map(|call| call.minutes.as_deref()?.parse().ok())
        .collect();
    minutes.sort_unstable();
    let reached = calls.iter().filter(|call| is(call, &["first", "next"])).count();
    let after = |share: usize| {
        let wanted = (calls.len() * share).div_ceil(100);
        if wanted == 0 { None } else { minutes.get(wanted - 1).copied() }
    };
    Outcome {
        drill: drill.row.id,
        held_on: held_on(drill),
        called: calls.len(),
        reached,
        wrong: calls.iter().filter(|call| is(call, &["wrong"])).count(),
        minutes: SHARES.map(after),
    }
}

/// The calls of a drill, in their order.
pub fn calls(plan: &Plan, drill: Id) -> impl Iterator<Item = &DrillCall> {
    plan.rows.drill_calls.live().filter(move |call| call.drill == Some(drill))
}

/// Rows for the places of the tree a drill has none for, in the order in which they are called.
///
/// # Errors
/// [`EditProblem::NoRecord`] for a drill that is not there.
pub fn filled(plan: &Plan, template: &Template, drill: Id, fresh: &mut Fresh<'_>) -> Result<Vec<Change>, EditProblem> {
    plan.find(Kind::Drill, drill).ok_or(EditProblem::NoRecord)?;
    let places: Vec<Id> = stops(plan, Case::default()).iter().map(|stop| stop.place.row.id).collect();
    let known: Vec<Option<Id>> = calls(plan, drill).map(|call| call.place).collect();
    let missing: Vec<Id> = places.into_iter().filter(|place| !known.contains(&Some(*place))).collect();
    let last = plan.rows.drill_calls.last().map(|call| call.row.position.clone());
    let keys = order::after(last.as_deref(), missing.len());
    let mut out = Vec::new();
    for (place, key) in missing.into_iter().zip(keys) {
        let values = vec![("drill".to_owned(), drill.to_string()), ("place".to_owned(), place.to_string())];
        let add = Edit::Add { kind: Kind::DrillCall, fresh: fresh(), source: None, values };
        out.extend(crate::starter::placed(changes(plan, template, &add, "")?, &key));
    }
    Ok(out)
}
