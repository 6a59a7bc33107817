//! What is done in an exercise, and the line the log keeps of it.

use crate::{Change, ExerciseEntry, Id, Kind, Plan, order};

macro_rules! acts {
    ($( $(#[$doc:meta])* $act:ident = $name:literal; )+) => {
        /// What is done. Its names stand in plans for ever.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Act { $( $(#[$doc])* $act, )+ }

        impl Act {
            /// All of them.
            pub const ALL: &'static [Act] = &[$(Act::$act),+];

            /// Its name in the log.
            pub fn name(self) -> &'static str {
                match self { $(Act::$act => $name,)+ }
            }

            /// The act of that name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Act::$act),)+ _ => None }
            }
        }
    };
}

acts! {
    /// The opening is read.
    Begin = "begin";
    /// Play begins: its clock runs.
    Play = "play";
    /// The clock stands.
    Pause = "pause";
    /// It runs again; after the stop word with a reason.
    Resume = "resume";
    /// Found by the program: nobody looked for a while, or the two clocks parted.
    Interrupted = "interrupted";
    /// The stop word.
    Stop = "stop";
    /// An inject is told.
    Tell = "tell";
    /// A branch of one that was told is told.
    Branch = "branch";
    /// One that was told is shown again.
    Again = "again";
    /// Something is told that stands in no script.
    Improvise = "improvise";
    /// An inject falls away.
    Skip = "skip";
    /// One inject, or all that follow (`*`), by so many minutes.
    Delay = "delay";
    /// The story jumps to the next stretch.
    Jump = "jump";
    /// "Which page says so?"
    Seek = "seek";
    /// Somebody found it.
    Found = "found";
    /// Nobody did.
    NotFound = "not-found";
    /// Something was decided.
    Decision = "decision";
    /// Something could not be.
    Undecided = "undecided";
    /// Something was seen.
    Note = "note";
    /// Words for a line that was stamped, or instead of its words.
    Words = "words";
    /// 振り返り begins.
    Review = "review";
    /// What is to become better.
    Lesson = "lesson";
    /// How many of which profession took part, and where the signed list lies.
    People = "people";
    /// Cards counted in.
    Cards = "cards";
    /// The window of the room was opened.
    RoomOpen = "room-open";
    /// It was closed, or its screen went.
    RoomLost = "room-lost";
    /// The room sees nothing.
    Blank = "blank";
    /// It sees again.
    Show = "show";
    /// The clock of play, from time to time: after a crash it goes on from here.
    Beat = "beat";
    /// The end.
    End = "end";
}

impl Act {
    /// Whether it stamps something said or seen, to which words may follow.
    pub fn is_stamp(self) -> bool {
        matches!(self, Act::Decision | Act::Undecided | Act::Note | Act::Found | Act::NotFound | Act::Lesson)
    }
}

/// What is to be kept of an act. Only what applies is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// Which inject, branch (`inject/branch`) or stretch.
    pub of: Option<String>,
    /// Words.
    pub text: Option<String>,
    /// Who, by role.
    pub role: Option<String>,
    /// `paper`, `heard`, `none`.
    pub basis: Option<String>,
    /// Who was told.
    pub told: Option<String>,
    /// The line it completes or corrects.
    pub corrects: Option<Id>,
}

/// The moment of an act, on all clocks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamped {
    /// On the wall, with offset.
    pub at: String,
    /// Milliseconds of play.
    pub played: u64,
    /// The story's clock.
    pub clock: String,
}

/// The new line of an act.
pub fn entry(plan: &Plan, exercise: Id, id: Id, act: Act, said: &Said, moment: &Stamped) -> Change {
    let last = plan.last_place(Kind::ExerciseEntry);
    let columns = [
        ("position", order::after(last.as_deref(), 1).pop()),
        ("exercise", Some(exercise.to_string())),
        ("act", Some(act.name().to_owned())),
        ("of", said.of.clone()),
        ("at", Some(moment.at.clone())),
        ("played", Some(moment.played.to_string())),
        ("clock", Some(moment.clock.clone())),
        ("text", said.text.clone()),
        ("role", said.role.clone()),
        ("basis", said.basis.clone()),
        ("told", said.told.clone()),
        ("corrects", said.corrects.map(|id| id.to_string())),
    ];
    let filled = columns.into_iter().filter(|(_, value)| value.as_ref().is_some_and(|value| !value.is_empty()));
    let columns = filled.map(|(column, value)| (column.to_owned(), value)).collect();
    Change { kind: Kind::ExerciseEntry, id, new: true, columns }
}

/// The lines of an exercise, in the order in which they were kept: never in that of a clock somebody may set.
pub fn entries(plan: &Plan, exercise: Id) -> impl Iterator<Item = &ExerciseEntry> {
    plan.rows.exercise_log.live().filter(move |one| one.exercise == Some(exercise))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_takes_every_act_and_no_other() {
        let names: Vec<&str> = Act::ALL.iter().map(|act| act.name()).collect();
        let mut kept = Kind::ExerciseEntry.choices("act").to_vec();
        let mut declared = names.clone();
        kept.sort_unstable();
        declared.sort_unstable();
        assert_eq!(declared, kept);
        assert!(names.iter().all(|name| Act::named(name).is_some_and(|act| act.name() == *name)));
    }
}
