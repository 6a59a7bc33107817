//! Words of an exercise that are one of a few: what is done, how far it is, what the wall shows.

choices! {
    /// What is done in an exercise.
    ActView of binder::plan::exercise::Act {
        /// The opening is read.
        Begin,
        /// Play begins: its clock runs.
        Play,
        /// The clock stands.
        Pause,
        /// It runs again; after the stop word with a reason.
        Resume,
        /// Found by the program: nobody looked for a while, or the two clocks parted.
        Interrupted,
        /// The stop word.
        Stop,
        /// An inject is told.
        Tell,
        /// A branch of one that was told is told.
        Branch,
        /// One that was told is shown again.
        Again,
        /// Something is told that stands in no script.
        Improvise,
        /// An inject falls away.
        Skip,
        /// One inject, or all that follow (`*`), by so many minutes.
        Delay,
        /// The story jumps to the next stretch.
        Jump,
        /// "Which page says so?"
        Seek,
        /// Somebody found it.
        Found,
        /// Nobody did.
        NotFound,
        /// Something was decided.
        Decision,
        /// Something could not be.
        Undecided,
        /// Something was seen.
        Note,
        /// Words for a line that was stamped, or instead of its words.
        Words,
        /// 振り返り begins.
        Review,
        /// What is to become better.
        Lesson,
        /// How many of which profession took part, and where the signed list lies.
        People,
        /// Cards counted in.
        Cards,
        /// The window of the room was opened.
        RoomOpen,
        /// It was closed, or its screen went.
        RoomLost,
        /// The room sees nothing.
        Blank,
        /// It sees again.
        Show,
        /// The clock of play, from time to time: after a crash it goes on from here.
        Beat,
        /// The end.
        End,
    }
    /// How far an exercise is.
    StageView of binder::plan::exercise::Phase {
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
    /// Why its clock stands in the middle of play.
    HeldView of binder::plan::exercise::Held {
        /// A pause.
        Pause,
        /// The stop word.
        Stop,
        /// The program does not know what happened meanwhile.
        Interrupted,
    }
    /// Which face the wall shows.
    FaceView of binder::plan::exercise::Face {
        /// Nothing began.
        Waiting,
        /// The opening.
        Opening,
        /// Play.
        Playing,
        /// Play stands.
        Paused,
        /// 訓練中止。本番.
        Stopped,
        /// 振り返り.
        Review,
        /// Over.
        Ended,
        /// Nothing is shown.
        Blank,
    }
}

asked! {
    ActView of binder::plan::exercise::Act {
        Begin, Play, Pause, Resume, Interrupted, Stop, Tell, Branch, Again, Improvise, Skip, Delay, Jump, Seek, Found, NotFound, Decision, Undecided, Note, Words, Review, Lesson, People, Cards, RoomOpen, RoomLost, Blank, Show, Beat, End,
    }
}

/// All of them in TypeScript.
pub(crate) fn declared(config: &ts_rs::Config) -> Vec<String> {
    chosen(config)
}
