//! The signals (合図) that count for a department: its own, and for the other tasks those of the whole house.
//!
//! Deliberately not here: whether signals agree (`checks::signals`), and what a procedure without any says about its end
//! (its own fields are printed then).

use crate::{Id, Kind, Plan, Signal};

/// The signals of a department, in the order of the tasks.
pub fn of(plan: &Plan, department: Id) -> Vec<&Signal> {
    let tasks = Kind::Signal.choices("task");
    tasks.iter().flat_map(|task| of_task(plan, Some(department), task)).collect()
}

/// Those for one task, of a department or of the whole house: a house's are taken only where the department has none.
pub fn of_task<'a>(plan: &'a Plan, department: Option<Id>, task: &str) -> Vec<&'a Signal> {
    let given = |to: Option<Id>| {
        let all = plan.rows.signals.live();
        all.filter(move |one| one.task.as_deref() == Some(task) && one.department == to).collect::<Vec<_>>()
    };
    let own = given(department);
    if own.is_empty() && department.is_some() { given(None) } else { own }
}
