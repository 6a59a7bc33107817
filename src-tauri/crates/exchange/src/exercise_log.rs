//! The log of an exercise as a file: JSON a person can write from the sheets of an exercise held on paper.

use plan::exercise::Script;
use serde::{Deserialize, Serialize};

/// The newest format this program writes and reads.
pub const LOG_FORMAT: u32 = 1;
/// The log of an exercise with its head.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExerciseLog {
    /// Format number.
    pub format: u32,
    /// Id of the scenario.
    pub scenario: String,
    /// Names of the systems that are hit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hits: Vec<String>,
    /// Where it was held.
    #[serde(default)]
    pub place: String,
    /// The day, `2026-11-30`.
    pub held_on: String,
    /// Which book lay on the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book: Option<String>,
    /// Number of the last change that book shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book_point: Option<String>,
    /// `live` or `paper`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
    /// The script as it was played; without one it is made of the scenario and the plan as they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script: Option<Script>,
    /// Typed from sheets on the screen: never in a file.
    #[serde(skip)]
    pub sheets: bool,
    /// What was done, in order.
    pub lines: Vec<ExerciseLine>,
}

/// A line of it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExerciseLine {
    /// `10:03`, `10:03:20`, or a whole moment with offset.
    pub at: String,
    /// What was done (`plan::exercise::Act`).
    pub act: String,
    /// Which inject, branch or stretch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Who, by role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// `paper`, `heard`, `none`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// Who was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<String>,
    /// Which line of the file it completes, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<usize>,
    /// Milliseconds of play; without them they are counted from the times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub played: Option<u64>,
    /// What the story's clocks said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<String>,
}
