//! What a pack may name. Handed in by `plan`, so that this crate knows no record kind.

use std::collections::BTreeMap;

/// The closed set of names a pack may use.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Record kinds by noun (`systems`, `roles` …).
    pub kinds: BTreeMap<String, KindShape>,
    /// Names of check rules (`some-records` …).
    pub rules: Vec<String>,
    /// Names of printed record blocks (`backup-table` …).
    pub blocks: Vec<String>,
    /// Keys of the short words the paper needs (`unissued` …).
    pub words: Vec<String>,
    /// Kinds of institution (`hospital` …).
    pub institutions: Vec<String>,
    /// Sizes an example may be written for (`clinic` …).
    pub sizes: Vec<String>,
    /// Verbs of the log (`set-field` …), and how many words fill the sentence of each.
    pub operations: BTreeMap<String, usize>,
}

/// One record kind as a pack sees it.
#[derive(Debug, Clone, Default)]
pub struct KindShape {
    /// Fields by id.
    pub fields: BTreeMap<String, FieldShape>,
    /// What a first page may ask for besides the fields (`numbers`).
    pub computed: Vec<String>,
}

/// One field as a pack sees it.
#[derive(Debug, Clone, Default)]
pub struct FieldShape {
    /// Allowed values of a choice; empty for every other kind of value.
    pub choices: Vec<String>,
    /// For a link: the noun it points to (`any` when it may point anywhere).
    pub link: Option<String>,
}
