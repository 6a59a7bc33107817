//! Where a run stands: computed from its log and its script, never stored. The same log gives the same run.

use super::{Act, Card, Script, act};
use crate::{Exercise, ExerciseEntry, Id, Plan};
use std::collections::{BTreeMap, BTreeSet};

/// A run, as its log says.
#[derive(Debug, Clone)]
pub struct Run<'p> {
    /// What it was begun with.
    pub exercise: &'p Exercise,
    /// Its script.
    pub script: Script,
    /// The lines of its log, in their order.
    pub lines: Vec<&'p ExerciseEntry>,
    /// How far it is.
    pub phase: Phase,
    /// Why the clock stands, when it stands in the middle of play.
    pub held: Option<Held>,
    /// Milliseconds of play at the last line.
    pub played: u64,
    /// Stretch of the story, and the play at its beginning.
    pub module: (usize, u64),
    /// How much was told before it.
    pub told_before: usize,
    /// What was told, in order.
    pub told: Vec<Told>,
    /// Injects that fell away.
    pub skipped: BTreeSet<String>,
    /// Minutes by which injects are later than planned.
    pub delayed: BTreeMap<String, u16>,
    /// Since which play the room looks for a page, for which inject.
    pub seeking: Option<(String, u64)>,
    /// Whether the room is shown nothing.
    pub blank: bool,
    /// Whether it goes on after the stop word, and nothing was told since: the room must know that it is a drill again.
    pub resumed: bool,
}

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Nothing was begun.
    Ready,
    /// The opening is read.
    Opening,
    /// Play.
    Playing,
    /// 振り返り.
    Review,
    /// Over.
    Ended,
}

/// Why the clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// A pause.
    Pause,
    /// The stop word: a real thing happened.
    Stop,
    /// The program does not know what happened meanwhile.
    Interrupted,
}

/// Something that was told to the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The inject; empty for what stood in no script.
    pub of: String,
    /// The branch of it.
    pub branch: String,
    /// Milliseconds of play.
    pub played: u64,
    /// The story's clock.
    pub clock: String,
    /// Who, whom, what: as it was shown.
    pub sender: String,
    /// Whom.
    pub addressee: String,
    /// What.
    pub text: String,
}

impl<'p> Run<'p> {
    /// The run of an exercise; `None` where its script cannot be read.
    pub fn of(plan: &'p Plan, exercise: Id) -> Option<Self> {
        let exercise = plan.rows.exercises.find(exercise)?;
        let script = serde_json::from_str(exercise.script.as_deref()?).ok()?;
        let mut run = Self {
            exercise,
            script,
            lines: Vec::new(),
            phase: Phase::Ready,
            held: None,
            played: 0,
            module: (0, 0),
            told_before: 0,
            told: Vec::new(),
            skipped: BTreeSet::new(),
            delayed: BTreeMap::new(),
            seeking: None,
            blank: false,
            resumed: false,
        };
        for line in act::entries(plan, exercise.row.id) {
            run.take(line);
            run.lines.push(line);
        }
        Some(run)
    }

    /// Whether it was held: it is over, and there was play. One that was begun by mistake and left was not.
    pub fn was_held(&self) -> bool {
        self.phase == Phase::Ended && self.lines.iter().any(|line| line.act.as_deref() == Some(Act::Play.name()))
    }

    /// The one run of a plan that has not ended.
    pub fn open(plan: &'p Plan) -> Option<Self> {
        let mut runs = plan.rows.exercises.live().rev().filter_map(|one| Self::of(plan, one.row.id));
        runs.find(|run| run.phase != Phase::Ended)
    }

    /// Whether the clock of play should run.
    pub fn runs(&self) -> bool {
        self.phase == Phase::Playing && self.held.is_none()
    }

    /// The minute of play an inject is planned for now.
    pub fn planned(&self, card: &Card) -> u16 {
        card.minute.saturating_add(self.delayed.get(&card.id).copied().unwrap_or_default())
    }

    /// Injects of the time table that are neither told nor fell away, in order.
    pub fn ahead(&self) -> impl Iterator<Item = &Card> {
        self.script.cards.iter().filter(|card| !self.was_told(&card.id) && !self.skipped.contains(&card.id))
    }

    /// Whether an inject was told.
    pub fn was_told(&self, id: &str) -> bool {
        self.told.iter().any(|told| told.of == id)
    }

    /// What the story's clocks say after so much play: the stretch's clock, and what was played since it began.
    pub fn clock(&self, played: u64) -> String {
        let (module, since) = self.module;
        let minutes = played.saturating_sub(since) / 60_000;
        self.script.modules.get(module).map_or_else(String::new, |one| later(&one.clock, minutes))
    }

    fn take(&mut self, line: &ExerciseEntry) {
        let Some(act) = line.act.as_deref().and_then(Act::named) else { return };
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let of = said(&line.of);
        self.played = line.played.as_deref().and_then(|text| text.parse().ok()).unwrap_or(self.played);
        match act {
            Act::Begin => self.phase = Phase::Opening,
            Act::Play => self.phase = Phase::Playing,
            Act::Pause => self.held = Some(Held::Pause),
            Act::Stop => self.held = Some(Held::Stop),
            Act::Interrupted => self.held = self.held.or(Some(Held::Interrupted)),
            Act::Resume => {
                // After a real thing the wall is lit again, whatever it was before, and says that it is a drill.
                let after_stop = self.held == Some(Held::Stop);
                self.resumed |= after_stop;
                self.blank &= !after_stop;
                self.held = None;
            }
            Act::Review => (self.phase, self.held, self.seeking) = (Phase::Review, None, None),
            Act::End => (self.phase, self.held) = (Phase::Ended, None),
            Act::Tell => {
                if let Some(card) = self.script.card(&of).cloned() {
                    self.arrived(line, &of, "", [&card.sender.text, &card.addressee.text, &card.text.text]);
                }
            }
            Act::Branch => {
                let (inject, branch) = of.split_once('/').unwrap_or((&of, ""));
                if let Some(card) = self.script.card(inject).cloned()
                    && let Some(found) = card.branches.iter().find(|one| one.id == branch)
                {
                    self.arrived(line, inject, branch, [card.teller(found), &card.addressee.text, &found.text.text]);
                }
            }
            Act::Improvise => self.arrived(line, "", "", ["", "", &said(&line.text)]),
            Act::Skip => _ = self.skipped.insert(of),
            Act::Delay => {
                let minutes: u16 = said(&line.text).parse().unwrap_or_default();
                let ids: Vec<String> = match of.as_str() {
                    "*" => self.ahead().map(|card| card.id.clone()).collect(),
                    _ => vec![of],
                };
                for id in ids {
                    *self.delayed.entry(id).or_default() += minutes;
                }
            }
            Act::Jump => {
                if let Some(at) = self.script.modules.iter().position(|one| one.id == of) {
                    self.module = (at, self.played);
                    self.told_before = self.told.len();
                }
            }
            Act::Seek => self.seeking = Some((of, self.played)),
            Act::Found | Act::NotFound => self.seeking = None,
            Act::Blank => self.blank = true,
            Act::Show => self.blank = false,
            Act::Again
            | Act::Decision
            | Act::Undecided
            | Act::Note
            | Act::Words
            | Act::Lesson
            | Act::People
            | Act::Cards
            | Act::RoomOpen
            | Act::RoomLost
            | Act::Beat => {}
        }
    }

    fn arrived(&mut self, line: &ExerciseEntry, of: &str, branch: &str, [sender, addressee, text]: [&str; 3]) {
        self.resumed = false;
        self.told.push(Told {
            of: of.to_owned(),
            branch: branch.to_owned(),
            played: self.played,
            clock: line.clock.clone().unwrap_or_default(),
            sender: sender.to_owned(),
            addressee: addressee.to_owned(),
            text: text.to_owned(),
        });
    }
}

/// A clock of the story, some minutes later: `金曜 1:20` → `金曜 1:25`. One that names no time stays.
pub fn later(clock: &str, minutes: u64) -> String {
    let Some((day, time)) = clock.rsplit_once(' ') else { return clock.to_owned() };
    let parsed = time.split_once(':').and_then(|(h, m)| Some((h.parse::<u64>().ok()?, m.parse::<u64>().ok()?)));
    let Some((hour, minute)) = parsed else { return clock.to_owned() };
    let all = hour * 60 + minute + minutes;
    format!("{day} {}:{:02}", all / 60 % 24, all % 60)
}

#[cfg(test)]
mod tests {
    use super::later;

    #[test]
    fn a_clock_of_the_story_goes_on() {
        assert_eq!(later("金曜 1:20", 45), "金曜 2:05");
        assert_eq!(later("日曜 23:50", 20), "日曜 0:10");
        assert_eq!(later("3日目の午後", 20), "3日目の午後");
    }
}
