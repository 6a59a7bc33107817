//! What a document is called and what it is for: `templates/documents.toml`, by name.

use crate::embedded;
use print::Document;
use std::collections::BTreeMap;
use std::sync::LazyLock;

type Table = BTreeMap<String, BTreeMap<String, String>>;

static WORDS: LazyLock<Table> =
    LazyLock::new(|| template::string_tables(embedded::text("documents.toml").unwrap_or_default()));

/// The table for what all secret documents say.
const SECRET: &str = "secret";

/// The words of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentWords {
    /// What people call it.
    pub title: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// What must be heeded with it; empty = nothing.
    pub caution: &'static str,
    /// How its file is named after the institution's name.
    pub file: &'static str,
    /// The same for a ward's copy.
    pub file_ward: &'static str,
}

impl DocumentWords {
    /// The words of a document.
    pub fn of(document: &Document) -> Self {
        let word = |table: &str, key: &str| WORDS.get(table).and_then(|words| words.get(key)).map(String::as_str);
        let own = |key| word(document.name, key);
        let of_secrets = if document.secret { word(SECRET, "caution") } else { None };
        let file = own("file").unwrap_or_default();
        Self {
            title: own("title").unwrap_or_default(),
            about: own("about").unwrap_or_default(),
            caution: own("caution").or(of_secrets).unwrap_or_default(),
            file,
            file_ward: own("file-ward").unwrap_or(file),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use print::DOCUMENTS;
    use std::collections::BTreeSet;

    #[test]
    fn every_document_has_its_words_and_no_words_are_left_over() {
        let mut files = BTreeSet::new();
        for document in DOCUMENTS {
            let words = DocumentWords::of(document);
            let filled = [words.title, words.about, words.file].iter().all(|text| !text.is_empty());
            assert!(filled && files.insert(words.file), "{}: {words:?}", document.name);
            assert!(!document.secret || !words.caution.is_empty(), "{} says that it is secret", document.name);
            let name = |text: &str| text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | 'ー'));
            assert!(name(words.file) && name(words.file_ward), "{} is a name of a file on Windows", document.name);
        }
        let known = |key: &String| matches!(key.as_str(), "title" | "about" | "caution" | "file" | "file-ward");
        for (name, words) in WORDS.iter() {
            assert!(name == SECRET || Document::named(name).is_some(), "{name} is no document");
            assert!(words.keys().all(known), "{name}: {:?}", words.keys());
        }
    }
}
