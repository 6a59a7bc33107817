//! The clock of play: the sum of the stretches in which it ran. What nobody looked at counts nothing: a pause, a closed
//! lid, a crash, a computer that slept.
//!
//! Pure: moments come in. A moment has the clock on the wall, which somebody may set, and one that only goes on.

use std::time::Duration;

/// A look at both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Milliseconds on the wall, since whenever.
    pub wall: i64,
    /// Time of this run of the program.
    pub elapsed: Duration,
}

/// The clock of play.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PlayClock {
    played: u64,
    /// The last look while it ran.
    since: Option<Look>,
}

/// What a look found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passed {
    /// It stands.
    Stands,
    /// It ran on.
    Ran,
    /// It does not know what happened meanwhile, and stands now.
    Unknown,
}

/// Longer than this nobody failed to look: the windows look every second.
const UNSEEN: u64 = 30_000;
/// The two clocks may differ by so much.
const APART: u64 = 30_000;

impl PlayClock {
    /// A clock that stands at so many milliseconds.
    pub fn standing(played: u64) -> Self {
        Self { played, since: None }
    }

    /// Milliseconds of play.
    pub fn played(&self) -> u64 {
        self.played
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Lets it run from now on.
    pub fn start(&mut self, now: Look) {
        self.since = Some(now);
    }

    /// Looks at it. What passed since the last look counts, unless that cannot be believed.
    pub fn look(&mut self, now: Look) -> Passed {
        let Some(last) = self.since else { return Passed::Stands };
        let went = u64::try_from(now.elapsed.saturating_sub(last.elapsed).as_millis()).unwrap_or(u64::MAX);
        let wall = now.wall - last.wall;
        let apart = wall.abs_diff(i64::try_from(went).unwrap_or(i64::MAX));
        if went > UNSEEN || apart > APART {
            self.since = None;
            return Passed::Unknown;
        }
        self.played += went;
        self.since = Some(now);
        Passed::Ran
    }

    /// Lets it stand, from a moment on.
    pub fn stop(&mut self, now: Look) -> Passed {
        let passed = self.look(now);
        self.since = None;
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64, wall: i64) -> Look {
        Look { wall: wall * 1000, elapsed: Duration::from_secs(seconds) }
    }

    /// Looks every second until then.
    fn until(clock: &mut PlayClock, from: u64, to: u64) {
        for second in from..=to {
            assert_eq!(clock.look(at(second, i64::try_from(second).unwrap())), Passed::Ran);
        }
    }

    #[test]
    fn it_is_the_sum_of_the_stretches_in_which_it_ran() {
        let mut clock = PlayClock::standing(0);
        clock.start(at(10, 10));
        until(&mut clock, 11, 70);
        assert_eq!(clock.stop(at(71, 71)), Passed::Ran);
        assert_eq!(clock.look(at(600, 600)), Passed::Stands, "a pause counts nothing");
        clock.start(at(600, 600));
        until(&mut clock, 601, 610);
        assert_eq!(clock.played(), 71_000);
    }

    #[test]
    fn a_closed_lid_counts_nothing_whichever_clock_noticed_it() {
        // The clock that only goes on stood with the computer, the one on the wall did not; or both went on.
        for woken in [at(21, 3600), at(3600, 3600)] {
            let mut clock = PlayClock::standing(5_000);
            clock.start(at(10, 10));
            until(&mut clock, 11, 20);
            assert_eq!(clock.look(woken), Passed::Unknown);
            assert_eq!((clock.played(), clock.runs()), (15_000, false), "as when it was last seen");
        }
    }

    #[test]
    fn a_clock_on_the_wall_that_is_set_is_noticed_and_counts_nothing() {
        for set in [-365 * 86_400, 365 * 86_400, 60] {
            let mut clock = PlayClock::standing(0);
            clock.start(at(0, 0));
            assert_eq!(clock.look(at(1, 1 + set)), Passed::Unknown, "{set}");
            assert_eq!(clock.played(), 0);
        }
        let mut clock = PlayClock::standing(0);
        clock.start(at(0, 0));
        assert_eq!(clock.look(at(1, 21)), Passed::Ran, "a small correction of the wall is none of ours");
        assert_eq!(clock.played(), 1_000);
    }
}
