//! Exercises at the table: scenarios on this plan, the run that is going on, and what the room may see.

use super::{ActView, FaceView, HeldView, StageView, Ref};

types! {
    /// The exercises of the plan. A scenario names whatever it likes, so it is read from everything.
    reply ExercisesView {
        /// Number of the last change it shows.
        seq: i64,
        /// Scenarios for this kind of institution, by year.
        scenarios: Vec<ScenarioView>,
        /// Exercises that were begun, the newest first.
        held: Vec<HeldExercise>,
        /// The one that is going on.
        going: Option<String>,
    }
    /// A scenario on this plan.
    reply ScenarioView {
        /// Id.
        id: String,
        /// Title.
        title: String,
        /// Edition.
        edition: String,
        /// The year of exercises it is for; 0 = not said.
        level: u32,
        /// Minutes.
        minutes: u32,
        /// What it is for.
        purpose: String,
        /// Whether it can be played as it is.
        fits: bool,
        /// What the plan lacks for it.
        lacks: Vec<LackView>,
    }
    /// Something the plan lacks.
    reply LackView {
        /// The sentence.
        text: String,
        /// Noun of what is missing; empty = no one place.
        kind: String,
        /// The record in which a field is empty.
        record: Option<String>,
        /// That field.
        field: Option<String>,
        /// Whether it cannot be played without it.
        needed: bool,
    }
    /// An exercise that was begun.
    reply HeldExercise {
        /// Its record.
        id: String,
        /// Which of all, from 1: what the command line calls it.
        number: u32,
        /// Title of the scenario.
        title: String,
        /// The day.
        held_on: String,
        /// Where.
        place: String,
        /// How far it is.
        phase: StageView,
        /// Decisions that were kept.
        decisions: u32,
        /// Lessons of which no improvement was made yet.
        lessons: u32,
    }
    /// Which scenario, with which systems hit.
    request RehearsalRequest {
        /// The scenario.
        scenario: String,
        /// Names of systems, in the order of its parts; empty = as the scenario means.
        hits: Vec<String>,
    }
    /// A scenario as it would be played, before the day.
    reply RehearsalView {
        /// Number of the last change it shows.
        seq: i64,
        /// What it says of itself.
        scenario: ScenarioView,
        /// The parts that are hit.
        hits: Vec<PartHit>,
        /// Names of systems that may be hit instead.
        candidates: Vec<String>,
        /// Every text, filled.
        script: ScriptView,
    }
    /// A part that is hit.
    reply PartHit {
        /// What it stands for in the story.
        what: String,
        /// The system; empty = the plan has none.
        system: String,
        /// Whether a person chose it.
        chosen: bool,
    }
    /// A script.
    reply ScriptView {
        /// Title.
        title: String,
        /// What it is for.
        purpose: String,
        /// Read out first.
        opening: String,
        /// What is hit.
        hits: Vec<String>,
        /// What stops with it.
        stops: Vec<String>,
        /// What cannot be used besides.
        unusable: Vec<String>,
        /// Stretches of the story.
        modules: Vec<ModuleView>,
        /// Injects, in order, and behind them those outside the time table.
        cards: Vec<CardView>,
        /// Asked into a silence.
        prompts: Vec<String>,
        /// Asked in 振り返り.
        questions: Vec<String>,
        /// Filled in at the end.
        closing: Vec<String>,
        /// Minutes of all.
        minutes: u32,
        /// Of the opening.
        opening_minutes: u32,
        /// Of play.
        play_minutes: u32,
        /// Of 振り返り.
        review_minutes: u32,
        /// The minute of all at which play winds down.
        wind_down: u32,
    }
    /// A stretch of the story.
    reply ModuleView {
        /// Id.
        id: String,
        /// Title.
        title: String,
        /// Minute of play.
        minute: u32,
        /// The story's clock.
        clock: String,
        /// What is said when the story jumps here.
        jump: String,
    }
    /// An inject.
    reply CardView {
        /// Id.
        id: String,
        /// Whether it stands outside the time table.
        reserve: bool,
        /// Minute of play it is planned for, delays included.
        minute: u32,
        /// Minutes by which it was delayed.
        delayed: u32,
        /// Whether it was told.
        told: bool,
        /// Whether it fell away.
        skipped: bool,
        /// Whether the wall cannot show it: the plan lacks something.
        lacks: bool,
        /// Who.
        sender: String,
        /// Whom.
        addressee: String,
        /// What.
        text: String,
        /// What is listened for.
        listen: String,
        /// The fact behind it.
        source: String,
        /// Whether it may fall away.
        may_fall: bool,
        /// Who leaves the room with it.
        leaves: String,
        /// The record that should answer it; empty = the plan has none.
        answer: String,
        /// Who decides it here.
        decider: String,
        /// Minutes after which the next may.
        wait: Option<u32>,
        /// Whether the room is asked for a page.
        asks_page: bool,
        /// Where the answer stands in the book.
        pages: Vec<String>,
        /// Items of the check table.
        items: Vec<String>,
        /// The other end of the telephone.
        phone: String,
        /// What to say after which sign.
        signs: Vec<SignView>,
        /// What may follow.
        branches: Vec<BranchView>,
    }
    /// A sign, and what is said to it.
    reply SignView {
        /// What is seen.
        sign: String,
        /// After so many minutes.
        after: u32,
        /// What is said.
        say: String,
    }
    /// What may follow an inject.
    reply BranchView {
        /// Id.
        id: String,
        /// What the group did.
        when: String,
        /// What is told then.
        text: String,
        /// Whether it was told.
        told: bool,
    }
    /// Begins an exercise.
    request BeginExercise {
        /// The scenario.
        scenario: String,
        /// Names of systems that are hit.
        hits: Vec<String>,
        /// Where it is held.
        place: String,
    }
    /// Something done in the exercise that is going on.
    request ExerciseAct {
        /// What.
        act: ActView,
        /// Which inject, branch or stretch.
        of: Option<String>,
        /// Words.
        text: Option<String>,
        /// Who, by role.
        role: Option<String>,
        /// `paper`, `heard`, `none`.
        basis: Option<String>,
        /// Who was told.
        told: Option<String>,
        /// The line it completes or corrects.
        corrects: Option<String>,
    }
    /// What an act did.
    reply ActedView {
        /// Number of the last change.
        seq: i64,
        /// Rows that changed.
        changed: Vec<Ref>,
        /// The line that was kept.
        entry: String,
    }
    /// The exercise that is going on, for whoever leads.
    reply ExerciseView {
        /// Number of the last change.
        seq: i64,
        /// What the program itself kept at this look.
        changed: Vec<Ref>,
        /// Its record; none = none is going on.
        id: Option<String>,
        /// How far it is.
        phase: StageView,
        /// Why its clock stands.
        held: Option<HeldView>,
        /// Seconds of play.
        played: u32,
        /// The story's clock.
        clock: String,
        /// The stretch of the story.
        module: String,
        /// Minutes since it was begun, whatever stood meanwhile.
        gone: u32,
        /// The minute of all at which 振り返り would begin at this pace.
        review_at: u32,
        /// Injects that may fall away, so that it begins in time.
        may_fall: Vec<String>,
        /// Seconds since the room began to look for a page.
        seeking: Option<u32>,
        /// Whether the room is shown nothing.
        blank: bool,
        /// The script.
        script: ScriptView,
        /// The log, the newest first, without mere notes of the clock.
        lines: Vec<LineView>,
        /// Roles that are offered.
        roles: Vec<String>,
    }
    /// A line of the log.
    reply LineView {
        /// Its record.
        id: String,
        /// What was done.
        act: ActView,
        /// What that is called.
        called: String,
        /// `10:03:20`.
        at: String,
        /// The story's clock.
        clock: String,
        /// What it is about, in words.
        about: String,
        /// Words.
        text: String,
        /// Who.
        role: String,
        /// Based on what.
        basis: String,
        /// Who was told.
        told: String,
        /// Whether words may follow.
        stamp: bool,
        /// How often they were corrected.
        corrected: u32,
        /// Whether an improvement was made of it.
        improved: bool,
    }
    /// What the room sees.
    reply RoomView {
        /// Which face.
        face: FaceView,
        /// Name of the institution.
        facility: String,
        /// The story's clock.
        clock: String,
        /// Whole minutes of play.
        minutes: u32,
        /// How things stood when it began.
        opening: String,
        /// What was said when the story jumped.
        jump: String,
        /// What cannot be used.
        unusable: Vec<String>,
        /// What arrived, oldest first.
        arrived: Vec<ArrivedView>,
        /// Seconds since the room began to look for a page.
        seeking: Option<u32>,
        /// Whether it goes on after the stop word: it is a drill again.
        resumed: bool,
    }
    /// Something that arrived.
    reply ArrivedView {
        /// The story's clock.
        clock: String,
        /// Who.
        sender: String,
        /// Whom.
        addressee: String,
        /// What.
        text: String,
    }
    /// Prints a paper of an exercise.
    request PrintExercise {
        /// `exercise` or `report`.
        document: String,
        /// The scenario whose kit it is; empty = the first that fits.
        scenario: String,
        /// Names of systems that are hit.
        hits: Vec<String>,
        /// The exercise that is reported; none = the last.
        exercise: Option<String>,
        /// Where.
        path: String,
    }
    /// Makes an improvement of a lesson.
    request LessonRequest {
        /// The line of the log.
        entry: String,
    }
}
