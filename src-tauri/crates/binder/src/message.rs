//! Codes → plain Japanese: what happened, is my work safe, what do I do now.
//!
//! The sentences are in `templates/messages.toml`, one home for window and command line.

use crate::{Error, embedded};
use plan::Finding;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// An error for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The code, for tests and logs.
    pub code: String,
    /// What happened.
    pub happened: String,
    /// Is my work safe.
    pub safe: String,
    /// What do I do now.
    pub now: String,
}

/// A finding for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingText {
    /// 止まる・直す・気づき.
    pub severity: String,
    /// The sentence.
    pub text: String,
}

type Table = BTreeMap<String, BTreeMap<String, String>>;

static MESSAGES: LazyLock<Table> = LazyLock::new(|| {
    let text = embedded::text("messages.toml").unwrap_or_default();
    template::string_tables(text)
});

impl Message {
    /// The sentences of an error.
    pub fn of(error: &Error) -> Self {
        Self::coded(error.code(), &error.words())
    }

    /// The sentences of a code, also of one that only a floor above raises.
    pub fn coded(code: &str, words: &[String]) -> Self {
        let line = |key: &str| filled(MESSAGES.get(code).and_then(|table| table.get(key)), words);
        Self { code: code.to_owned(), happened: line("happened"), safe: line("safe"), now: line("now") }
    }

    /// The three sentences as one text.
    pub fn whole(&self) -> String {
        [&self.happened, &self.safe, &self.now].map(String::as_str).join("\n")
    }

    /// A sentence that is not an error (`report` table): what a read-only plan or an outside change means.
    pub fn report(key: &str, words: &[String]) -> String {
        filled(MESSAGES.get("report").and_then(|table| table.get(key)), words)
    }
}

impl FindingText {
    /// The sentence of a finding.
    pub fn of(finding: &Finding) -> Self {
        let table = |name: &str, key: &str| MESSAGES.get(name).and_then(|table| table.get(key));
        let check = finding.check;
        Self {
            severity: filled(table("severity", check.severity.name()), &[]),
            text: filled(table("finding", check.id), &finding.words),
        }
    }
}

/// A sentence with its words in {0}, {1} …
pub(crate) fn filled(sentence: Option<&String>, words: &[String]) -> String {
    sentence.map_or_else(String::new, |sentence| template::filled(sentence, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_three_sentences_and_every_finding_one() {
        let codes = [
            "file-missing",
            "file-exists",
            "not-a-plan",
            "no-place",
            "name-long",
            "damaged",
            "newer",
            "read-only",
            "busy",
            "in-use",
            "disk-full",
            "vanished",
            "disk",
            "record-gone",
            "value-unknown",
            "added-only",
            "program-only",
            "control-character",
            "too-long",
            "pack-broken",
            "pack-folder",
            "pack-twice",
            "pack-changed",
            "too-large",
            "pack-unknown",
            "json-newer",
            "json-broken",
            "disk-full-output",
            "folder-missing",
            "output",
            "pdf",
            "picture-unfit",
            "sheet-password",
            "sheet-old",
            "sheet-none",
            "sheet-large",
            "sheet-rows",
            "sheet-columns",
            "sheet-quotes",
            "sheet-encoding",
            "sheet-damaged",
            "sheet-empty",
            "sheet-unwritable",
            "form-none",
            "form-signed",
            "form-formula",
            "form-taken",
            "form-choices",
            "form-year",
            "form-other",
            "form-list",
            "import-changed",
            "import-nothing",
            "picture-inks",
            "picture-large",
            "file-empty",
            "file-large",
            "file-spoilt",
            "other-writes",
            "sheet-ods",
            "in-doubt",
            "headquarters-only",
            "cancelled",
            "not-found",
            "name-several",
            "date",
            "unexpected",
            "window-may-not",
            "window-unopened",
        ];
        for code in codes {
            let table = MESSAGES.get(code).unwrap_or_else(|| panic!("{code} has no message"));
            for key in ["happened", "safe", "now"] {
                assert!(table.get(key).is_some_and(|text| !text.is_empty()), "{code}.{key}");
            }
        }
        let declared = plan::CHECKS.iter().map(|one| &one.check).chain(print::checks());
        for check in declared {
            assert!(MESSAGES["finding"].contains_key(check.id), "finding {}", check.id);
        }
    }
}
