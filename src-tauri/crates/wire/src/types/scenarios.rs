//! Scenarios on this plan, their scripts, and the exercises that were held.

use super::{ActView, StageView};

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
        /// The fiscal year.
        year: YearView,
    }
    /// The exercises of the fiscal year that is going on.
    reply YearView {
        /// The year in whose April it began.
        year: i32,
        /// Exercises that were held to their end.
        held: Vec<YearLine>,
        /// Departments where patients lie, each with the days of its drills.
        wards: Vec<YearLine>,
        /// Title and level of the scenario that would be next.
        next: Option<YearLine>,
        /// What is due.
        due: Vec<DueView>,
    }
    /// A line of it.
    reply YearLine {
        /// The exercise, or the ward.
        title: String,
        /// The days.
        days: Vec<String>,
        /// The level of the scenario; none for a ward.
        level: Option<u32>,
    }
    /// Something that is due.
    reply DueView {
        /// The sentence.
        text: String,
        /// The list in which it is done.
        kind: String,
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
        /// The row it is made from, where it is the plan's own.
        own: Option<String>,
        /// Whether rows can be made of it, to be changed.
        copies: bool,
        /// Whether it can be played as it is.
        fits: bool,
        /// Whether nothing is wrong with the scenario itself; one of the plan's own may not be finished.
        sound: bool,
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
        /// Whether it was held: one that was begun by mistake and left was not.
        was_held: bool,
        /// Decisions that were kept.
        decisions: u32,
        /// Lessons of which no improvement was made yet.
        lessons: Vec<OpenLesson>,
    }
    /// A lesson of which no improvement was made yet.
    reply OpenLesson {
        /// The line of the log.
        entry: String,
        /// Its words.
        text: String,
    }
    /// A scenario.
    request ScenarioRequest {
        /// It.
        scenario: String,
    }
    /// A scenario as a file.
    request ScenarioFile {
        /// The scenario.
        scenario: String,
        /// Where.
        path: String,
    }
    /// A file with a scenario.
    request TakeScenario {
        /// Where it lies.
        path: String,
        /// Whether it may stand in the place of another edition.
        replace: bool,
    }
    /// A scenario of the plan's own, while it is changed.
    reply OwnScenarioView {
        /// Injects and reserves in the order they are told, filled, those that are left out too; an id is that of the row.
        cards: Vec<CardView>,
        /// What is wrong with it, and what the plan lacks for it.
        lacks: Vec<LackView>,
        /// Minutes of all.
        minutes: u32,
        /// Of play.
        play_minutes: u32,
    }
    /// What became of a scenario that was taken from a file.
    reply TakenScenario {
        /// Its title.
        title: String,
        /// Its edition.
        edition: String,
        /// Whether the plan has another edition of it.
        other: bool,
        /// Whether it was taken: in the place of another edition only when that was said.
        taken: bool,
        /// Whether the plan had it already.
        same: bool,
    }
    /// What stands on the sheets of an exercise that was held on paper.
    request SheetsRequest {
        /// The scenario.
        scenario: String,
        /// The day, as it was typed.
        held_on: String,
        /// Where.
        place: String,
        /// Names of systems that were hit; empty = as the scenario means.
        hits: Vec<String>,
        /// Its lines, in any order.
        lines: Vec<SheetLine>,
    }
    /// A line of them.
    request SheetLine {
        /// When: `14:03`; empty = it did not happen.
        at: String,
        /// What was done.
        act: ActView,
        /// Which inject or stretch.
        of: Option<String>,
        /// Words.
        text: String,
        /// Who, by role.
        role: String,
        /// `paper`, `heard`, `none`.
        basis: String,
        /// Who was told.
        told: String,
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
}
