//! The log of an exercise as a file: written out whole, and taken in again, or typed from the sheets of an exercise that
//! was held on paper. The same file twice adds nothing.

use crate::sheets_of_exercise as sheets;
use crate::{Acted, Binder, Done, Error, Result, Step};
use exchange::{ExerciseLine as Line, ExerciseLog as Log, LOG_FORMAT as FORMAT};
use plan::exercise::{Act, Report, Said, Script, Stamped, entry, later};
use plan::operation::{Named, Operation};
use plan::{Change, Id, Kind, Plan, day, order};
use std::collections::BTreeMap;

/// So many lines no exercise has.
const MOST: usize = 20_000;

impl Binder {
    /// The log of an exercise, with its script, as a file.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an exercise that is not there, or whose script cannot be read.
    pub fn exercise_log(&self, exercise: Id) -> Result<String> {
        let plan = self.plan();
        let report = Report::of(&plan, exercise).ok_or_else(|| Error::NotFound(exercise.to_string()))?;
        let run = report.run;
        let of = run.exercise;
        let at: BTreeMap<Id, usize> = run.lines.iter().enumerate().map(|(nth, line)| (line.row.id, nth + 1)).collect();
        let lines = run.lines.iter().map(|line| Line {
            at: line.at.clone().unwrap_or_default(),
            act: line.act.clone().unwrap_or_default(),
            of: line.of.clone(),
            text: line.text.clone(),
            role: line.role.clone(),
            basis: line.basis.clone(),
            told: line.told.clone(),
            corrects: line.corrects.and_then(|id| at.get(&id).copied()),
            played: line.played.as_deref().and_then(|text| text.parse().ok()),
            clock: line.clock.clone(),
        });
        let log = Log {
            format: FORMAT,
            scenario: of.scenario.clone().unwrap_or_default(),
            hits: Vec::new(),
            place: of.place.clone().unwrap_or_default(),
            held_on: of.held_on.clone().unwrap_or_default(),
            book: of.book.clone(),
            book_point: of.book_point.clone(),
            kept: of.kept.clone(),
            lines: lines.collect(),
            script: Some(run.script),
            sheets: false,
        };
        Ok(serde_json::to_string_pretty(&log).unwrap_or_default() + "\n")
    }

    /// Takes a log in, as one step nobody undoes. Lines the plan has already are not added again.
    ///
    /// # Errors
    /// [`Error::Log`] with what is wrong and in which line; as [`Binder::rehearsal`]; when nothing can be saved.
    pub fn replay(&self, text: &str, person: &str) -> Result<Acted> {
        let log: Log = serde_json::from_str(text).map_err(|error| Error::Log(error.line(), error.to_string()))?;
        self.take_log(log, person)
    }

    /// Takes in what was typed from the sheets of an exercise held on paper ([`sheets`]). The same sheets twice add nothing;
    /// others are another exercise.
    ///
    /// # Errors
    /// As [`sheets::in_order`] and [`Binder::replay`].
    pub fn take_sheets(&self, log: Log, person: &str) -> Result<Acted> {
        self.take_log(sheets::in_order(log, &self.outside.today(), &self.offset())?, person)
    }

    /// Looks at such sheets and takes nothing: what would be refused is refused before anybody is asked.
    ///
    /// # Errors
    /// As [`sheets::in_order`].
    pub fn look_at_sheets(&self, log: Log) -> Result<()> {
        sheets::in_order(log, &self.outside.today(), &self.offset()).map(|_| ())
    }

    /// Where the clocks of this house stand, as `+09:00`.
    fn offset(&self) -> String {
        let now = self.outside.now();
        now.get(now.len().saturating_sub(6)..).unwrap_or("+09:00").to_owned()
    }

    fn take_log(&self, log: Log, person: &str) -> Result<Acted> {
        self.writable()?;
        let wrong = |nth: usize, what: &str| Error::Log(nth + 1, what.to_owned());
        if log.format > FORMAT {
            return Err(Error::Log(1, format!("format {}", log.format)));
        }
        if log.lines.len() > MOST {
            return Err(wrong(MOST, "lines"));
        }
        let script = match log.script {
            Some(ref script) => script.clone(),
            None => self.rehearsal(&log.scenario, &log.hits)?.script,
        };
        let plan = self.plan();
        let first = log.lines.first().map(|line| line.at.clone()).unwrap_or_default();
        // Of sheets all that stands in them: a sheet that was forgotten makes another exercise, never half of this one.
        let first = if log.sheets { serde_json::to_string(&log.lines).unwrap_or_default() } else { first };
        let identity = format!("{}/{}/{first}", log.scenario, log.held_on);
        let exercise = Id::derived(plan.id, Kind::Exercise.noun(), &identity);
        let id_of = |nth: usize| Id::derived(exercise, Kind::ExerciseEntry.noun(), &nth.to_string());
        let offset = self.offset();
        let mut changes = Vec::new();
        if plan.rows.exercises.get(exercise).is_none() {
            changes.push(head(&plan, exercise, &log, &script)?);
        }
        let mut counted = Counted::default();
        let mut last = plan.last_place(Kind::ExerciseEntry);
        for (nth, line) in log.lines.iter().enumerate() {
            let act = Act::named(&line.act).ok_or_else(|| wrong(nth, &line.act))?;
            let at = moment(&line.at, &log.held_on, &offset).ok_or_else(|| wrong(nth, &line.at))?;
            let said = Said {
                of: line.of.clone(),
                text: line.text.clone(),
                role: line.role.clone(),
                basis: line.basis.clone(),
                told: line.told.clone(),
                corrects: match line.corrects {
                    Some(of) if of == 0 || of > nth => return Err(wrong(nth, "corrects")),
                    of => of.map(|of| id_of(of - 1)),
                },
            };
            if !names_something(&script, act, line.of.as_deref()) {
                return Err(wrong(nth, line.of.as_deref().unwrap_or_default()));
            }
            let played = line.played.unwrap_or_else(|| counted.until(&at));
            let clock = line.clock.clone().unwrap_or_else(|| counted.clock(&script, act, line.of.as_deref(), played));
            counted.take(&script, act, line.of.as_deref(), &at, played);
            if plan.rows.exercise_log.get(id_of(nth)).is_some() {
                continue;
            }
            let said = crate::exercise::cleaned(&said)?;
            let mut change = entry(&plan, exercise, id_of(nth), act, &said, &Stamped { at, played, clock });
            last = order::after(last.as_deref(), 1).pop();
            if let Some(place) = change.columns.iter_mut().find(|(column, _)| column == "position") {
                place.1.clone_from(&last);
            }
            changes.push(change);
        }
        let step = Step { id: None, person: person.to_owned() };
        let done = if changes.is_empty() {
            Done { seq: self.snapshot().seq, ..Done::default() }
        } else {
            self.added(Operation::Exercise(Named("replay".to_owned())), &changes, &step)?
        };
        Ok(Acted { entry: exercise, done })
    }
}

/// The row of the exercise itself.
fn head(plan: &Plan, id: Id, log: &Log, script: &Script) -> Result<Change> {
    let last = plan.rows.exercises.last().map(|one| one.row.position.clone());
    let text = |field: &str, text: &str| plan::stored(Kind::Exercise, field, text);
    let columns = [
        ("position", order::after(last.as_deref(), 1).pop()),
        ("name", Some(script.title.clone())),
        ("scenario", Some(log.scenario.clone())),
        ("held_on", text("held_on", &log.held_on)?),
        ("place", text("place", &log.place)?),
        ("book", log.book.clone()),
        ("book_point", log.book_point.clone()),
        ("script", serde_json::to_string(script).ok()),
        ("kept", Some(log.kept.clone().unwrap_or_else(|| "paper".to_owned()))),
    ];
    let columns = columns.into_iter().filter(|(_, value)| value.as_ref().is_some_and(|value| !value.is_empty()));
    let columns = columns.map(|(column, value)| (column.to_owned(), value)).collect();
    Ok(Change { kind: Kind::Exercise, id, new: true, columns })
}

/// A whole moment out of what stands on a sheet.
pub(crate) fn moment(at: &str, held_on: &str, offset: &str) -> Option<String> {
    if day::millis_of(at).is_some() {
        return Some(at.to_owned());
    }
    let seconds = if at.matches(':').count() == 1 { ":00" } else { "" };
    let at = if at.find(':') == Some(1) { format!("0{at}") } else { at.to_owned() };
    let whole = format!("{held_on}T{at}{seconds}.000{offset}");
    day::millis_of(&whole).map(|_| whole)
}

/// Whether what an act is about is in the script.
fn names_something(script: &Script, act: Act, of: Option<&str>) -> bool {
    let of = of.unwrap_or_default();
    match act {
        Act::Tell | Act::Again | Act::Skip => script.card(of).is_some(),
        Act::Branch => of.split_once('/').is_some_and(|(inject, branch)| {
            script.card(inject).is_some_and(|card| card.branches.iter().any(|one| one.id == branch))
        }),
        Act::Jump => script.modules.iter().any(|one| one.id == of),
        _ => true,
    }
}

/// The clock of play, counted from the times on the sheets.
#[derive(Default)]
struct Counted {
    played: u64,
    running_since: Option<i64>,
    module: (usize, u64),
}

impl Counted {
    fn until(&self, at: &str) -> u64 {
        let went = self.running_since.zip(day::millis_of(at)).map_or(0, |(since, at)| (at - since).max(0));
        self.played + u64::try_from(went).unwrap_or_default()
    }

    fn clock(&self, script: &Script, act: Act, of: Option<&str>, played: u64) -> String {
        if act == Act::Jump {
            return script
                .modules
                .iter()
                .find(|one| Some(one.id.as_str()) == of)
                .map(|one| one.clock.clone())
                .unwrap_or_default();
        }
        let clock = script.modules.get(self.module.0).map(|one| one.clock.as_str()).unwrap_or_default();
        later(clock, played.saturating_sub(self.module.1) / 60_000)
    }

    fn take(&mut self, script: &Script, act: Act, of: Option<&str>, at: &str, played: u64) {
        let ran = self.running_since.is_some();
        self.played = played;
        let runs = match act {
            Act::Play | Act::Resume => true,
            Act::Pause | Act::Stop | Act::Interrupted | Act::Review | Act::End => false,
            _ => ran,
        };
        self.running_since = if runs { day::millis_of(at) } else { None };
        if act == Act::Jump {
            let nth = script.modules.iter().position(|one| Some(one.id.as_str()) == of);
            self.module = (nth.unwrap_or(self.module.0), played);
        }
    }
}
