//! The first hour.

use super::{HourSort, Offer, StandingView};
use std::collections::BTreeMap;

types! {
    /// The questions of the first hour.
    reply FirstHour {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// Questions of this institution, in order.
        questions: Vec<HourQuestionView>,
    }
    /// A question of the first hour; one per screen.
    reply HourQuestionView {
        /// Id.
        id: String,
        /// The question.
        asked: String,
        /// Why it is asked.
        why: String,
        /// An example of such an institution.
        example: String,
        /// Whether it is answered.
        standing: StandingView,
        /// What is filled in.
        parts: Vec<HourPartView>,
    }
    /// A group of fields.
    reply HourPartView {
        /// What the group is.
        text: String,
        /// What it fills.
        sort: HourSort,
        /// Noun.
        kind: String,
        /// Field ids.
        fields: Vec<String>,
        /// For `entries`: the catalogue entries.
        entries: Vec<Offer>,
        /// For `rows`: what a new record starts with; only records that have it belong here.
        values: BTreeMap<String, String>,
    }
    /// A question of the first hour is left.
    request LeaveRequest {
        /// The question.
        question: String,
        /// Whether it is put off (わからない・後で).
        later: bool,
    }
}
