//! The exercise that is going on, and what the room may see of it.

use super::{ActView, FaceView, HeldView, Ref, ScriptView, StageView};

types! {
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
