//! The exercises of a fiscal year: what was held, at which level, which wards did the drill, and what is due before it ends.

use super::Run;
use super::report::in_time;
use crate::{Department, Exercise, Id, Kind, Plan, Record, day};
use chrono::NaiveDate;
use template::Template;

/// A fiscal year (年度) of exercises.
#[derive(Debug, Clone)]
pub struct Year<'p> {
    /// The year in whose April it began.
    pub year: i32,
    /// Exercises at the table that were held to their end, in the order of the list, with the level of their scenario.
    pub held: Vec<(&'p Exercise, u8)>,
    /// Each department where patients lie, and the days of its drills.
    pub wards: Vec<(&'p Department, Vec<String>)>,
    /// The level the next exercise should have: one more than the years in which one was held before.
    pub level: u8,
    /// What is due.
    pub due: Vec<Due>,
}

/// Something that is due before the year ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// An exercise at the table.
    Exercise,
    /// The drill, of so many wards.
    Wards(Vec<Id>),
    /// Improvements whose day is over.
    Improvements(usize),
}

/// So many wards are named in a sentence.
const NAMED: usize = 5;

impl Due {
    /// The sentence.
    pub fn says(&self, plan: &Plan, template: &Template) -> String {
        let (word, said) = match self {
            Due::Exercise => ("year-exercise", Vec::new()),
            Due::Wards(wards) => {
                let names = wards.iter().filter_map(|id| plan.department(Some(*id))).map(|one| one.title());
                let named = names.take(NAMED).collect::<Vec<_>>().join("、");
                let more = wards.len().saturating_sub(NAMED);
                let more =
                    if more == 0 { String::new() } else { template.word("and-more").replace("{n}", &more.to_string()) };
                ("year-wards", vec![named + &more])
            }
            Due::Improvements(count) => ("year-improvements", vec![count.to_string()]),
        };
        template::filled(template.word(word), &said)
    }

    /// The list in which it is done.
    pub fn kind(&self) -> Kind {
        match self {
            Due::Exercise => Kind::Exercise,
            Due::Wards(_) => Kind::WardDrill,
            Due::Improvements(_) => Kind::Improvement,
        }
    }
}

/// The level no scenario goes beyond.
const MOST: u8 = 5;

impl<'p> Year<'p> {
    /// The year a day is in; `None` for a day that cannot be read.
    pub fn of(plan: &'p Plan, today: &str) -> Option<Self> {
        let today = day::stored(today)?;
        let year = day::fiscal_year(today);
        let ended = |one: &&Exercise| Run::of(plan, one.row.id).is_some_and(|run| run.was_held());
        let all: Vec<(&Exercise, i32)> =
            in_time(plan).into_iter().filter(ended).filter_map(|one| Some((one, year_of(&one.held_on)?))).collect();
        let level = |one: &Exercise| Run::of(plan, one.row.id).map_or(0, |run| run.script.level);
        let here = all.iter().filter(|(_, of)| *of == year);
        let held: Vec<_> = here.map(|(one, _)| (*one, level(one))).collect();
        let mut before: Vec<i32> = all.iter().map(|(_, of)| *of).filter(|of| *of < year).collect();
        before.sort_unstable();
        before.dedup();
        let done = |ward: &Department| {
            let here = plan.rows.ward_drills.live().filter(|one| one.department == Some(ward.row.id));
            // A day that is still to come was mostly mistyped: nothing was done on it yet.
            let past = |held_on: &&String| day::stored(held_on).is_some_and(|day| day <= today);
            here.filter(|one| year_of(&one.held_on) == Some(year))
                .filter_map(|one| one.held_on.as_ref())
                .filter(past)
                .cloned()
                .collect()
        };
        let wards = plan.rows.departments.live().filter(|one| one.patients);
        let wards: Vec<(&Department, Vec<String>)> = wards.map(|ward| (ward, done(ward))).collect();
        let mut due = Vec::new();
        if held.is_empty() {
            due.push(Due::Exercise);
        }
        let waiting: Vec<Id> = wards.iter().filter(|(_, days)| days.is_empty()).map(|(ward, _)| ward.row.id).collect();
        if !waiting.is_empty() {
            due.push(Due::Wards(waiting));
        }
        let late = overdue(plan, today);
        if late > 0 {
            due.push(Due::Improvements(late));
        }
        let level = u8::try_from(before.len() + 1).unwrap_or(MOST).min(MOST);
        Some(Self { year, held, wards, level, due })
    }
}

impl Year<'_> {
    /// Whether a stored day is in it; one without a day is, so that it is not forgotten.
    pub fn has(&self, held_on: Option<&str>) -> bool {
        held_on.and_then(day::stored).is_none_or(|day| day::fiscal_year(day) == self.year)
    }
}

fn year_of(held_on: &Option<String>) -> Option<i32> {
    held_on.as_deref().and_then(day::stored).map(day::fiscal_year)
}

/// Improvements nobody finished by their day.
fn overdue(plan: &Plan, today: NaiveDate) -> usize {
    let open = plan.rows.improvements.live().filter(|one| !one.is_over());
    open.filter(|one| one.due_on.as_deref().and_then(day::stored).is_some_and(|due| due < today)).count()
}
