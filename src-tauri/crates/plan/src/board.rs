//! Where the house stands, in numbers a board can read: phases of the check table, the visitor's list, suppliers, restores,
//! the last exercise, improvements, the edition in force.
//!
//! Deliberately not here: who is to blame, names of systems, anything of part S, and a mark for the whole.

use crate::checklist::{self, Counts, Sent, Sheet, Standing};
use crate::exercise::Run;
use crate::overview::{PhaseProgress, progress};
use crate::{Edition, Plan, day};
use chrono::NaiveDate;
use template::Template;

/// Words of the page.
pub const WORDS: &[&str] = &[
    "board-title",
    "board-how",
    "board-sum",
    "board-phase",
    "board-bar",
    "board-count",
    "board-legend",
    "board-facts",
    "board-list",
    "board-list-said",
    "board-overdue",
    "board-suppliers",
    "board-suppliers-said",
    "board-restores",
    "board-restores-said",
    "board-restores-never",
    "board-exercise",
    "board-never",
    "board-improvements",
    "board-improvements-said",
    "board-none",
    "board-edition",
    "board-edition-said",
    "board-no-edition",
    "board-open",
    "board-decide",
    "board-decide-how",
    "board-sign",
    "board-keep",
];

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Of {
    /// Those that are so.
    pub so: usize,
    /// All.
    pub all: usize,
}

/// Where the house stands.
#[derive(Debug)]
pub struct Board<'a> {
    /// The phases of the check table, in order.
    pub phases: Vec<PhaseProgress>,
    /// The list the inspector asks for, how it is answered, and how many いいえ are past their day or have none.
    pub list: Option<(Sheet<'a>, Counts, usize)>,
    /// Suppliers' forms of that list: returned.
    pub suppliers: Of,
    /// Backups: those whose restore was tried at least once.
    pub restores: Of,
    /// The newest day on which one was tried.
    pub restored_on: Option<NaiveDate>,
    /// The newest day on which an exercise at the table came to its end.
    pub exercised_on: Option<NaiveDate>,
    /// Improvements: over.
    pub improvements: Of,
    /// Of those that are not, how many are past their day.
    pub late: usize,
    /// The newest issued edition.
    pub edition: Option<&'a Edition>,
}

impl<'a> Board<'a> {
    /// Works it out for a day, `2026-11-28`. What lies in the future was not done.
    pub fn of(plan: &'a Plan, template: &'a Template, today: &str) -> Self {
        let past = |on: Option<&str>| {
            let today = day::stored(today);
            on.and_then(day::stored).filter(|on| today.is_none_or(|today| *on <= today))
        };
        let rows = &plan.rows;
        let sheet = checklist::for_visit(plan, template, checklist::INSPECTION);
        let list = sheet.map(|sheet| (sheet, checklist::counts(plan, &sheet), overdue(plan, &sheet, today)));
        let forms = || {
            let of_list = sheet.map(|sheet| &sheet.list.id);
            let asked = move |row: &&crate::SupplierForm| {
                row.list.as_ref() == of_list && checklist::sent(row, today) != Sent::Unsent
            };
            rows.supplier_forms.live().filter(asked)
        };
        let returned = forms().filter(|row| checklist::sent(row, today) == Sent::Returned).count();
        let tried: Vec<NaiveDate> = rows.backups.live().filter_map(|one| past(one.tested_on.as_deref())).collect();
        let held = rows.exercises.live().filter(|one| Run::of(plan, one.row.id).is_some_and(|run| run.was_held()));
        let open = || rows.improvements.live().filter(|one| !one.is_over());
        let is_late =
            |due: &str| day::stored(due).is_some_and(|due| past(Some(today)).is_some_and(|today| due < today));
        let number = |one: &&Edition| one.number.as_deref().and_then(|text| text.parse::<u32>().ok());
        Self {
            phases: progress(plan, template),
            list,
            suppliers: Of { so: returned, all: forms().count() },
            restores: Of { so: tried.len(), all: rows.backups.live().count() },
            restored_on: tried.into_iter().max(),
            exercised_on: held.filter_map(|one| past(one.held_on.as_deref())).max(),
            improvements: Of {
                so: rows.improvements.live().count() - open().count(),
                all: rows.improvements.live().count(),
            },
            late: open().filter(|one| one.due_on.as_deref().is_some_and(is_late)).count(),
            edition: rows.editions.live().filter(|one| number(one).is_some()).max_by_key(number),
        }
    }

    /// All phases together: はい of how many questions.
    pub fn whole(&self) -> Of {
        let sum = |of: fn(&PhaseProgress) -> usize| self.phases.iter().map(of).sum();
        Of { so: sum(|phase| phase.yes), all: sum(|phase| phase.questions) }
    }
}

/// いいえ whose day is over, or that have none.
fn overdue(plan: &Plan, sheet: &Sheet<'_>, today: &str) -> usize {
    let late = |asked: &template::Asked<'_>| match checklist::standing(plan, sheet, asked) {
        (Standing::No, said) => said
            .and_then(|said| said.target)
            .and_then(day::stored)
            .is_none_or(|target| day::stored(today).is_some_and(|today| target < today)),
        _ => false,
    };
    sheet.list.asked(sheet.form).filter(late).count()
}
