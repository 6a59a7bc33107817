//! An exercise that is going on: what is done becomes a line of its log, durable before anybody sees it. The clock of play
//! runs only while somebody looks (`plan::exercise::PlayClock`); what the log says is all that is left after a crash.

use crate::{Binder, Done, Error, Result, Step};
use plan::exercise::{Act, Face, Look, Passed, PlayClock, Room, Run, Said, Stamped, entry};
use plan::operation::{Named, Operation};
use plan::{Change, Id, Kind, Plan, day, order};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

/// The clock of the exercise that is going on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Live {
    exercise: Id,
    clock: PlayClock,
    /// Milliseconds of play the log knows of.
    kept: u64,
    /// The stop word was said and could not be kept yet: the room shows it all the same, because somebody may need help.
    stop_unkept: bool,
}

/// A line that was kept.
#[derive(Debug, Clone)]
pub struct Acted {
    /// The line.
    pub entry: Id,
    /// What the file took.
    pub done: Done,
}

/// The exercise that is going on, at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExerciseNow {
    /// It.
    pub exercise: Id,
    /// Milliseconds of play.
    pub played: u64,
    /// Whether its clock runs.
    pub runs: bool,
}

/// After so many milliseconds of play without a line the clock is noted: a crash costs no more.
const BEAT: u64 = 15_000;

impl Binder {
    /// Begins an exercise: its script, filled from the plan as it is now, is kept with it.
    ///
    /// # Errors
    /// [`Error::ExerciseOpen`] while another has not ended; [`Error::Unsound`]; as [`Binder::rehearsal`]; when nothing can
    /// be saved.
    pub fn begin_exercise(&self, scenario: &str, hits: &[String], place: &str, person: &str) -> Result<Acted> {
        self.writable()?;
        let rehearsal = self.rehearsal(scenario, hits)?;
        if !rehearsal.sound {
            return Err(Error::Unsound(rehearsal.script.title));
        }
        let id = self.outside.new_id();
        let script = serde_json::to_string(&rehearsal.script).unwrap_or_default();
        let mut live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        let plan = self.plan();
        if Run::open(&plan).is_some() {
            return Err(Error::ExerciseOpen);
        }
        let now = self.outside.now();
        let last = plan.rows.exercises.last().map(|one| one.row.position.clone());
        let (book, book_point) = book(&plan);
        let columns = [
            ("position", order::after(last.as_deref(), 1).pop()),
            ("name", Some(rehearsal.script.title.clone())),
            ("scenario", Some(rehearsal.script.scenario.clone())),
            ("held_on", Some(day::day_of(&now))),
            ("place", plan::stored(Kind::Exercise, "place", place)?),
            ("book", book),
            ("book_point", book_point),
            ("script", Some(script)),
            ("kept", Some("live".to_owned())),
        ];
        let columns = columns.into_iter().filter(|(_, value)| value.is_some());
        let columns = columns.map(|(column, value)| (column.to_owned(), value)).collect();
        let head = Change { kind: Kind::Exercise, id, new: true, columns };
        let done = self.keep_line("new", &[head], person)?;
        self.has_ended.store(false, Ordering::Relaxed);
        *live = Some(Live { exercise: id, clock: PlayClock::standing(0), kept: 0, stop_unkept: false });
        Ok(Acted { entry: id, done })
    }

    /// Does something in the exercise that is going on. The moment is that of this call: words for it may follow.
    ///
    /// # Errors
    /// [`Error::NoExercise`], [`Error::Exercise`]; when nothing can be saved, then nothing is done either.
    pub fn exercise_act(&self, act: Act, said: &Said, person: &str) -> Result<Acted> {
        self.writable()?;
        let mut live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        let looked = self.looked(&mut live);
        // Nothing the program notices meanwhile, and cannot keep, stands in the way of the stop word.
        let known = if act == Act::Stop { *live } else { None };
        let mut now = match (looked, known) {
            (Ok(looked), _) => looked.ok_or(Error::NoExercise)?.0,
            (Err(_), Some(known)) => known,
            (Err(error), None) => return Err(error),
        };
        let plan = self.plan();
        let run = Run::of(&plan, now.exercise).ok_or(Error::NoExercise)?;
        run.may(act, said)?;
        let id = self.outside.new_id();
        let at = self.outside.now();
        // What jumps says the time it jumps to.
        let clock = match act {
            Act::Jump => {
                run.script.modules.iter().find(|one| Some(&one.id) == said.of.as_ref()).map(|one| one.clock.clone())
            }
            _ => Some(run.clock(now.clock.played())),
        };
        let said = cleaned(said)?;
        let moment = Stamped { at, played: now.clock.played(), clock: clock.unwrap_or_default() };
        let line = entry(&plan, now.exercise, id, act, &said, &moment);
        let done = match self.keep_line(act.name(), &[line], person) {
            Ok(done) => done,
            Err(error) => {
                if act == Act::Stop {
                    now.clock = PlayClock::standing(now.clock.played());
                    *live = Some(Live { stop_unkept: true, ..now });
                }
                return Err(error);
            }
        };
        now.kept = now.clock.played();
        now.stop_unkept = false;
        match act {
            Act::Play | Act::Resume => {
                let plan = self.plan();
                if Run::of(&plan, now.exercise).is_some_and(|run| run.runs()) {
                    now.clock.start(self.look());
                }
            }
            Act::Pause | Act::Stop | Act::Review | Act::End => now.clock = PlayClock::standing(now.clock.played()),
            _ => {}
        }
        self.has_ended.store(act == Act::End, Ordering::Relaxed);
        *live = if act == Act::End { None } else { Some(now) };
        Ok(Acted { entry: id, done })
    }

    /// Looks at the exercise that is going on, and lets its clock run on; `None` when there is none. What the program notices
    /// itself (nobody looked for a while, the clocks parted, it was started anew) is kept as a line, and the clock stands.
    /// The changes it made, where it made some.
    ///
    /// # Errors
    /// When what was noticed cannot be saved: then the clock stands anyway.
    pub fn exercise_now(&self) -> Result<Option<(ExerciseNow, Option<Done>)>> {
        let mut live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        let looked = self.looked(&mut live)?;
        Ok(looked.map(|(now, done)| {
            let runs = now.clock.runs();
            (ExerciseNow { exercise: now.exercise, played: now.clock.played(), runs }, done)
        }))
    }

    /// What the room sees, as whoever leads looked last: the room itself lets no clock run and keeps no line.
    pub fn room(&self) -> Room {
        let live = *self.live.lock().unwrap_or_else(PoisonError::into_inner);
        let plan = self.plan();
        let facility = plan.facility().and_then(|one| one.name.clone()).unwrap_or_default();
        let ended = || {
            let last = plan.rows.exercises.live().next_back();
            last.and_then(|one| Run::of(&plan, one.row.id)).filter(|_| self.has_ended.load(Ordering::Relaxed))
        };
        let Some(run) = Run::open(&plan).or_else(ended) else { return Room::waiting(&facility) };
        if live.is_some_and(|live| live.stop_unkept) {
            return Room { face: Face::Stopped, ..Room::waiting(&facility) };
        }
        let played = live.map_or(run.played, |live| live.clock.played());
        let mut room = Room::of(&run, &facility, played);
        // The program was started anew, and nobody leads yet.
        if room.face == Face::Playing && live.is_none() {
            room.face = Face::Paused;
        }
        room
    }

    fn looked(&self, live: &mut Option<Live>) -> Result<Option<(Live, Option<Done>)>> {
        let Some(mut now) = *live else {
            let plan = self.plan();
            let Some(run) = Run::open(&plan) else { return Ok(None) };
            let clock = PlayClock::standing(run.played);
            let found = Live { exercise: run.exercise.row.id, clock, kept: run.played, stop_unkept: false };
            *live = Some(found);
            // It ran when the program went: nobody knows what happened since.
            let done = if run.runs() && self.writable().is_ok() { Some(self.interrupted(&found)?) } else { None };
            return Ok(Some((found, done)));
        };
        if now.stop_unkept {
            let done = self.line(&now, Act::Stop)?;
            now = Live { kept: now.clock.played(), stop_unkept: false, ..now };
            *live = Some(now);
            return Ok(Some((now, Some(done))));
        }
        let passed = now.clock.look(self.look());
        *live = Some(now);
        let done = match passed {
            // The log says that it runs and the clock stands: what was noticed could not be kept then.
            Passed::Stands if self.writable().is_ok() && self.should_run(&now) => Some(self.interrupted(&now)?),
            Passed::Unknown => Some(self.interrupted(&now)?),
            // Only a note of the clock: what it costs when it cannot be kept is seconds after a crash.
            Passed::Ran if now.clock.played() >= now.kept + BEAT => self.line(&now, Act::Beat).ok(),
            _ => None,
        };
        if done.is_some() {
            now.kept = now.clock.played();
            *live = Some(now);
        }
        Ok(Some((now, done)))
    }

    fn should_run(&self, now: &Live) -> bool {
        Run::of(&self.plan(), now.exercise).is_some_and(|run| run.runs())
    }

    fn interrupted(&self, now: &Live) -> Result<Done> {
        self.line(now, Act::Interrupted)
    }

    fn line(&self, now: &Live, act: Act) -> Result<Done> {
        let plan = self.plan();
        let clock = Run::of(&plan, now.exercise).map(|run| run.clock(now.clock.played())).unwrap_or_default();
        let moment = Stamped { at: self.outside.now(), played: now.clock.played(), clock };
        let line = entry(&plan, now.exercise, self.outside.new_id(), act, &Said::default(), &moment);
        self.keep_line(act.name(), &[line], "")
    }

    fn look(&self) -> Look {
        let wall = day::millis_of(&self.outside.now()).unwrap_or_default();
        Look { wall, elapsed: self.outside.elapsed() }
    }

    fn keep_line(&self, act: &str, changes: &[Change], person: &str) -> Result<Done> {
        let step = Step { id: None, person: person.to_owned() };
        self.added(Operation::Exercise(Named(act.to_owned())), changes, &step)
    }
}

/// What a person typed, as the file takes it.
pub(crate) fn cleaned(said: &Said) -> Result<Said> {
    let text = |field: &str, text: &Option<String>| match text {
        Some(text) => plan::stored(Kind::ExerciseEntry, field, text.trim()),
        None => Ok(None),
    };
    Ok(Said {
        of: text("of", &said.of)?,
        text: text("text", &said.text)?,
        role: text("role", &said.role)?,
        basis: text("basis", &said.basis)?,
        told: text("told", &said.told)?,
        corrects: said.corrects,
    })
}

/// Which book lies on the table: the last print of the binder, by its day and the last change it shows. Until editions can
/// be issued it is none of an edition.
fn book(plan: &Plan) -> (Option<String>, Option<String>) {
    let last = plan.rows.prints.live().rev().find(|one| one.document.as_deref() == Some("binder"));
    let day = last.and_then(|one| one.printed_at.as_deref()).map(day::day_of);
    (day, last.and_then(|one| one.point.clone()))
}
