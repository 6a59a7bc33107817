//! The worst case of the contact tree, and drills.

use super::{DownView};

types! {
    /// A case of the contact tree.
    request ReachRequest {
        /// At night or on a holiday.
        night: bool,
        /// What does not work.
        down: DownView,
        /// Who does not answer: a person or role; empty = everybody does.
        silent: String,
    }
    /// A case: every place, the deciders, the people on whom much hangs.
    reply ReachView {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Places, callers before whom they call.
        stops: Vec<ReachStop>,
        /// Who decides at that time.
        deciders: Vec<ReachDecider>,
        /// People who are tried at several places, or without whom places are lost.
        hinges: Vec<ReachHinge>,
        /// People and roles of the tree: who may be taken as silent.
        silent: Vec<ReachWho>,
    }
    /// A place.
    reply ReachStop {
        /// The place.
        place: String,
        /// Whom it reaches.
        title: String,
        /// The tree, in words; empty = none said.
        tree: String,
        /// How deep, from 0.
        depth: u32,
        /// Who is tried, in order.
        tries: Vec<ReachTry>,
        /// Minutes until somebody answers, at the soonest.
        soonest: Option<u32>,
        /// Minutes of waiting until the last who can answers; none = nobody is reached.
        latest: Option<u32>,
        /// Whether only by the other way.
        other_way: bool,
        /// Whether it may take longer, because a waiting time is missing.
        unsaid: bool,
    }
    /// Somebody who is tried.
    reply ReachTry {
        /// Name.
        name: String,
        /// Number; empty = none.
        number: String,
        /// Whether only headquarters may see the number; a window that only looks has not got it.
        private: bool,
        /// Whether anybody can answer there.
        works: bool,
    }
    /// Somebody who decides.
    reply ReachDecider {
        /// The role.
        role: String,
        /// Its name.
        title: String,
        /// What it decides.
        decides: Vec<String>,
        /// Minutes of waiting.
        latest: Option<u32>,
        /// Whether only by the other way.
        other_way: bool,
        /// Whether it may take longer, because a waiting time is missing.
        unsaid: bool,
        /// Whether it stands in a tree.
        placed: bool,
    }
    /// A person on whom chains hang.
    reply ReachHinge {
        /// The person.
        person: String,
        /// Name.
        title: String,
        /// Places that name them.
        places: u32,
        /// Places lost without them.
        lost: u32,
    }
    /// A person or role.
    reply ReachWho {
        /// Noun.
        kind: String,
        /// Record.
        id: String,
        /// Name.
        title: String,
    }
    /// All drills in figures.
    reply Drills {
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Drills in order of their day.
        drills: Vec<DrillView>,
    }
    /// A drill in figures.
    reply DrillView {
        /// The drill.
        drill: String,
        /// Its name.
        name: String,
        /// Places called.
        called: u32,
        /// Places reached.
        reached: u32,
        /// Wrong numbers.
        wrong: u32,
        /// Minutes until 50, 90 and 100 % were reached.
        minutes: Vec<Option<u32>>,
    }
}
