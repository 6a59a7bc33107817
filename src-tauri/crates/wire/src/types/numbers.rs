//! All telephone numbers as one list.

use super::Ref;

types! {
    /// Asks for the list.
    request NumbersRequest {
        /// Only of this kind; empty = of all.
        kind: String,
        /// Words that must all occur in a line.
        words: String,
        /// How many lines at most.
        most: u32,
    }
    /// The list.
    reply Numbers {
        /// Number of the last change it shows.
        seq: i64,
        /// Nouns it was read from: it changes only with them.
        reads: Vec<String>,
        /// How many lines there are in all.
        total: u32,
        /// How many answer.
        found: u32,
        /// Those that are shown.
        lines: Vec<NumberLine>,
    }
    /// Somebody who has numbers.
    reply NumberLine {
        /// The record.
        at: Ref,
        /// What people call it.
        title: String,
        /// What sort of thing it is, in words.
        kind: String,
        /// What is said beside the name: where, or as what.
        about: String,
        /// The numbers, in the order of the columns; fields nobody filled in are among them.
        numbers: Vec<NumberCell>,
    }
    /// A number, where it is kept.
    reply NumberCell {
        /// Its column: inside, phs, outside, night, own.
        sort: String,
        /// The record that holds it.
        at: Ref,
        /// The field.
        field: String,
        /// The number as it is stored; empty = nobody filled it in.
        text: String,
        /// What is remarked of it.
        note: String,
        /// By which means it is reached where that is no telephone: FAX, radio.
        means: String,
        /// Whether only headquarters may see it.
        private: bool,
    }
}
