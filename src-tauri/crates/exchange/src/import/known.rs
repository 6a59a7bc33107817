//! The words by which columns and values of foreign lists are known: data, not code.

use plan::search_key;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words, as `templates/import.toml` has them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    words: BTreeMap<String, String>,
    lists: BTreeMap<String, Vec<String>>,
    labels: BTreeMap<String, BTreeMap<String, String>>,
    names: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    choices: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    notes: BTreeMap<String, String>,
    troubles: BTreeMap<String, String>,
}

impl Known {
    /// Reads the TOML.
    ///
    /// # Errors
    /// What TOML says of it.
    pub fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// A single word (`id`: the head of the column that finds a record again).
    pub fn word(&self, key: &str) -> &str {
        self.words.get(key).map_or("", String::as_str)
    }

    /// Whether a text is one of a list (`totals`, `nothing`, `ditto`, `yes`, `no`).
    pub(super) fn is(&self, list: &str, text: &str) -> bool {
        let text = key(text);
        self.list(list).any(|one| key(one) == text)
    }

    /// The words of a list.
    pub(super) fn list(&self, list: &str) -> impl Iterator<Item = &str> {
        self.lists.get(list).into_iter().flatten().map(String::as_str)
    }

    /// Targets that are no field, with their labels, in order.
    pub(super) fn labels(&self, what: &str) -> impl Iterator<Item = (&str, &str)> {
        self.labels.get(what).into_iter().flatten().map(|(id, label)| (id.as_str(), label.as_str()))
    }

    /// What a column of a target is called elsewhere.
    pub(super) fn names(&self, what: &str, target: &str) -> impl Iterator<Item = &str> {
        let names = self.names.get(what).and_then(|names| names.get(target));
        names.into_iter().flatten().map(String::as_str)
    }

    /// The choice a text means; the longest word found in it counts where none is the whole of it.
    pub(super) fn choice(&self, field: &str, text: &str) -> Option<&str> {
        let text = key(text);
        let all = || {
            let choices = self.choices.get(field).into_iter().flatten();
            choices.flat_map(|(id, words)| words.iter().map(move |word| (id.as_str(), key(word))))
        };
        let whole = all().find(|(_, word)| *word == text).map(|(id, _)| id);
        let part = || {
            let inside = all().filter(|(_, word)| word.chars().count() > 1 && text.contains(word.as_str()));
            inside.max_by_key(|(_, word)| word.len()).map(|(id, _)| id)
        };
        // 「あり（会社名）」: one letter counts where the text begins with it.
        let begins = || all().find(|(_, word)| text.starts_with(word.as_str())).map(|(id, _)| id);
        whole.or_else(part).or_else(begins)
    }

    /// A sentence about a row, filled.
    pub fn note(&self, note: &super::Note) -> String {
        let sentence = self.notes.get(note.code).or_else(|| self.troubles.get(note.code));
        let mut text = sentence.cloned().unwrap_or_default();
        for (at, word) in note.words.iter().enumerate() {
            text = text.replace(&format!("{{{at}}}"), word);
        }
        text
    }
}

/// What of a word counts when words are compared: no width, case, kana, blanks or marks.
pub(super) fn key(text: &str) -> String {
    let plain: String = search_key(text)
        .chars()
        .filter(|c| !c.is_whitespace() && !"・／/_-‐−ー()「」『』[]【】:：".contains(*c))
        .collect();
    // A word made of marks alone (「-」) is compared as it is.
    if plain.is_empty() { search_key(text.trim()) } else { plain }
}
