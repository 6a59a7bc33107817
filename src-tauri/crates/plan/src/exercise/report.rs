//! What a run gave: everything in it follows from its log, its script and the improvements that name it.

use super::{Act, Card, Run};
use crate::{Exercise, ExerciseEntry, Id, Improvement, Plan, Record, day};

/// What a run gave.
#[derive(Debug, Clone)]
pub struct Report<'p> {
    /// The run.
    pub run: Run<'p>,
    /// Everything that was done, in order, with the words that were added; the program's own notes of the clock left out.
    pub lines: Vec<Line<'p>>,
    /// What was decided, and what was not.
    pub decisions: Vec<Decided<'p>>,
    /// Pages that were looked for.
    pub pages: Vec<Sought>,
    /// The improvements that came of it, in the order of the list.
    pub improvements: Vec<&'p Improvement>,
    /// Those of exercises before it: what became of them is asked first.
    pub earlier: Vec<&'p Improvement>,
}

/// A line of the log with the words that were added to it.
#[derive(Debug, Clone)]
pub struct Line<'p> {
    /// The line that was stamped: its times count.
    pub entry: &'p ExerciseEntry,
    /// What was done.
    pub act: Act,
    /// Milliseconds of play.
    pub played: u64,
    /// Words, the last ones.
    pub text: String,
    /// Who, by role.
    pub role: String,
    /// What it was based on.
    pub basis: String,
    /// Who was told.
    pub told: String,
    /// How often its words were corrected.
    pub corrected: usize,
}

/// A decision.
#[derive(Debug, Clone)]
pub struct Decided<'p> {
    /// Its line.
    pub line: Line<'p>,
    /// The inject it answers: the one it names, else the last told before.
    pub of: Option<Card>,
    /// Seconds of play since that was told.
    pub after: Option<u64>,
}

/// A page that was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// The inject; empty where the line says in words what was looked for.
    pub of: String,
    /// Those words.
    pub words: String,
    /// Seconds until it was found, or given up; `None` = still looking.
    pub seconds: Option<u64>,
    /// Whether it was found.
    pub found: bool,
    /// Where, as was said.
    pub said: String,
}

impl<'p> Report<'p> {
    /// The report of an exercise; `None` where its script cannot be read.
    pub fn of(plan: &'p Plan, exercise: Id) -> Option<Self> {
        let run = Run::of(plan, exercise)?;
        let entries = run.lines.iter().copied();
        let lines: Vec<Line<'p>> = entries.filter_map(|entry| line(&run, entry)).collect();
        let decisions = lines.iter().filter(|line| matches!(line.act, Act::Decision | Act::Undecided));
        let decisions = decisions.map(|line| decided(&run, line.clone())).collect();
        let pages = sought(&lines);
        let improvements = plan.rows.improvements.live().filter(|one| one.exercise == Some(exercise)).collect();
        let all: Vec<Id> = in_time(plan).iter().map(|one| one.row.id).collect();
        let before = all.iter().take_while(|id| **id != exercise).copied().collect::<Vec<_>>();
        let of_one = |one: &&Improvement| one.exercise.is_some_and(|of| before.contains(&of));
        let earlier = plan.rows.improvements.live().filter(of_one).collect();
        Some(Self { run, lines, decisions, pages, improvements, earlier })
    }

    /// When its first and its last line were kept.
    pub fn times(&self) -> Option<(&str, &str)> {
        let at = |line: Option<&Line<'p>>| line.and_then(|line| line.entry.at.as_deref());
        Some((
            at(self.lines.first())?,
            at(self.lines.iter().rev().find(|line| line.act == Act::End).or(self.lines.last()))?,
        ))
    }

    /// How many decisions were based on paper, on what was heard, on nothing: the three tallies; and of how many that was
    /// not written.
    pub fn bases(&self) -> [(&'static str, usize); 4] {
        let count = |basis: &str| self.decisions.iter().filter(|one| one.line.basis == basis).count();
        ["paper", "heard", "none", ""].map(|basis| (basis, count(basis)))
    }

    /// The last words of an act that is said once: the participants, the cards.
    pub fn last(&self, act: Act) -> Option<&Line<'p>> {
        self.lines.iter().rev().find(|line| line.act == act)
    }

    /// Lessons of which no improvement was made yet.
    pub fn open_lessons(&self) -> impl Iterator<Item = &Line<'p>> {
        let made = |line: &&Line<'p>| !self.improvements.iter().any(|one| one.entry == Some(line.entry.id()));
        self.lines.iter().filter(|line| line.act == Act::Lesson).filter(made)
    }

    /// The exercise of the same scenario held before this one, else any before.
    pub fn before(&self, plan: &'p Plan) -> Option<Report<'p>> {
        let all = in_time(plan);
        let here = all.iter().position(|one| one.row.id == self.run.exercise.row.id)?;
        let held = |one: &&&Exercise| Run::of(plan, one.row.id).is_some_and(|run| run.was_held());
        let earlier: Vec<_> = all[..here].iter().filter(held).collect();
        let same = earlier.iter().rev().find(|one| one.scenario == self.run.exercise.scenario);
        Report::of(plan, same.or(earlier.last())?.row.id)
    }
}

/// Exercises in the order of their days: sheets of an earlier one may be typed in later.
pub(super) fn in_time(plan: &Plan) -> Vec<&Exercise> {
    let mut all: Vec<&Exercise> = plan.rows.exercises.live().collect();
    all.sort_by_key(|one| one.held_on.as_deref().and_then(day::stored));
    all
}

impl Improvement {
    /// Whether nobody has to do anything any more.
    pub fn is_over(&self) -> bool {
        matches!(self.state.as_deref(), Some("done" | "dropped"))
    }
}

impl Line<'_> {
    /// `10:03:20`, as the clock on the wall showed it.
    pub fn second(&self) -> String {
        self.entry.at.as_deref().map(day::second_of).unwrap_or_default()
    }
}

/// A line with its words; `None` for what stands in another line or is a mere note of the clock.
fn line<'p>(run: &Run<'p>, entry: &'p ExerciseEntry) -> Option<Line<'p>> {
    let act = entry.act.as_deref().and_then(Act::named)?;
    if matches!(act, Act::Words | Act::Beat) {
        return None;
    }
    let words =
        |of: Id| run.lines.iter().filter(move |one| one.act.as_deref() == Some("words") && one.corrects == Some(of));
    // A correction may itself be corrected.
    let mut said = vec![entry];
    let mut next = 0;
    while next < said.len() {
        let more: Vec<_> =
            words(said[next].id()).copied().filter(|one| !said.iter().any(|known| known.id() == one.id())).collect();
        said.extend(more);
        next += 1;
    }
    let last = |field: fn(&ExerciseEntry) -> &Option<String>| said.iter().rev().find_map(|one| field(one).clone());
    let written = said.iter().filter(|one| one.text.is_some()).count();
    Some(Line {
        entry,
        act,
        played: entry.played.as_deref().and_then(|text| text.parse().ok()).unwrap_or_default(),
        text: last(|one| &one.text).unwrap_or_default(),
        role: last(|one| &one.role).unwrap_or_default(),
        basis: last(|one| &one.basis).unwrap_or_default(),
        told: last(|one| &one.told).unwrap_or_default(),
        corrected: written.saturating_sub(1),
    })
}

fn decided<'p>(run: &Run<'p>, line: Line<'p>) -> Decided<'p> {
    let named = line.entry.of.as_deref();
    let before = run.told.iter().rev().find(|told| match named {
        Some(of) => told.of == of,
        None => told.played <= line.played && !told.of.is_empty(),
    });
    let of = before.and_then(|told| run.script.card(&told.of)).cloned();
    // From when the inject itself was told: a branch of it is no new question.
    let first = before.and_then(|told| run.told.iter().find(|one| one.of == told.of));
    let after = first.map(|told| line.played.saturating_sub(told.played) / 1000);
    Decided { line, of, after }
}

fn sought(lines: &[Line<'_>]) -> Vec<Sought> {
    let mut out: Vec<Sought> = Vec::new();
    let mut since = 0;
    for line in lines {
        match line.act {
            Act::Seek => {
                since = line.played;
                let of = line.entry.of.clone().unwrap_or_default();
                out.push(Sought { of, words: line.text.clone(), seconds: None, found: false, said: String::new() });
            }
            Act::Found | Act::NotFound => {
                if let Some(open) = out.last_mut().filter(|one| one.seconds.is_none()) {
                    open.seconds = Some(line.played.saturating_sub(since) / 1000);
                    open.found = line.act == Act::Found;
                    open.said = line.text.clone();
                }
            }
            _ => {}
        }
    }
    out
}
