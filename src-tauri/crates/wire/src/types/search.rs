//! The search over everything.

use super::Ref;
use std::collections::BTreeMap;

types! {
    /// Words to be found.
    request FindRequest {
        /// Words that must all occur.
        words: String,
        /// What the screens call their places, by the screens' own ids: the core alone says what is alike.
        screens: BTreeMap<String, String>,
    }
    /// What was found.
    reply FoundView {
        /// Groups that are not empty.
        groups: Vec<FoundGroup>,
        /// Ids of the screens that are called so.
        screens: Vec<String>,
    }
    /// A sort of what was found, the best first.
    reply FoundGroup {
        /// numbers, records, near (nothing is called so), says, texts, documents, terms, findings.
        id: String,
        /// Those that are shown.
        hits: Vec<HitView>,
        /// How many there are besides.
        more: u32,
    }
    /// Something that answers.
    reply HitView {
        /// What it is called.
        title: String,
        /// What sort of thing it is: a kind, a field, 「確認表」.
        label: String,
        /// What it says.
        text: String,
        /// Its numbers, each with its name.
        numbers: Vec<NumberSaid>,
        /// The record, where it is one.
        at: Option<Ref>,
        /// The field that answers.
        field: Option<String>,
        /// Where it leads when to no record: guide/…, text/…, first-hour/…, print/….
        go: String,
        /// Whether only headquarters may see it.
        private: bool,
    }
    /// A number and its name.
    reply NumberSaid {
        /// What the field is called.
        label: String,
        /// The number.
        text: String,
        /// Whether only headquarters may see it.
        private: bool,
    }
    /// Words to be found in a list.
    request MatchingRequest {
        /// Noun.
        kind: String,
        /// Words that must all occur in a record.
        words: String,
    }
    /// Records of a list that answer.
    reply Matching {
        /// Number of the last change it shows.
        seq: i64,
        /// Their ids, in the order of entry.
        ids: Vec<String>,
    }
    /// Pages of the paper that answer, the first to open first.
    reply PagesFound {
        /// The pages.
        pages: Vec<PageFound>,
    }
    /// A page that answers.
    reply PageFound {
        /// Its label: `A-2`.
        label: String,
        /// What it is, or which symptom leads there.
        why: String,
    }
}
