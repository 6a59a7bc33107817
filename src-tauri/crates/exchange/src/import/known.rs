//! The words by which columns and values of foreign lists are known: data, not code.

use super::What;
use plan::search_key;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The words, ready to be compared: what counts of each is worked out once, not for every cell.
#[derive(Debug, Clone, Default)]
pub struct Known {
    words: Words,
    lists: BTreeMap<String, BTreeSet<String>>,
    choices: BTreeMap<String, Vec<(String, String)>>,
}

/// The words, as `templates/import.toml` has them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: BTreeMap<String, String>,
    lists: BTreeMap<String, Vec<String>>,
    labels: BTreeMap<String, BTreeMap<String, String>>,
    names: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    choices: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    notes: BTreeMap<String, String>,
    lost: BTreeMap<String, String>,
    troubles: BTreeMap<String, String>,
}

impl Known {
    /// Reads the TOML.
    ///
    /// # Errors
    /// What TOML says of it.
    pub fn read(text: &str) -> Result<Self, String> {
        let words: Words = toml::from_str(text).map_err(|error| error.to_string())?;
        let keyed = |list: &Vec<String>| list.iter().map(|one| key(one)).collect();
        let lists = words.lists.iter().map(|(name, list)| (name.clone(), keyed(list))).collect();
        let pairs = |choices: &BTreeMap<String, Vec<String>>| {
            choices.iter().flat_map(|(id, words)| words.iter().map(move |word| (id.clone(), key(word)))).collect()
        };
        let choices = words.choices.iter().map(|(field, choices)| (field.clone(), pairs(choices))).collect();
        Ok(Self { words, lists, choices })
    }

    /// A single word (`id`: the head of the column that finds a record again).
    pub fn word(&self, key: &str) -> &str {
        self.words.words.get(key).map_or("", String::as_str)
    }

    /// Whether a line that stands alone is the foot of a list: it begins with one of these, or is one of those.
    pub(super) fn is_foot(&self, text: &str) -> bool {
        let text = text.trim();
        self.is("feet", text) || self.list("feet-begin").any(|word| text.starts_with(word))
    }

    /// Whether a column with this name is never taken, whatever is said: what it holds is no business of the plan, and
    /// nothing that was written can be taken out of the log again.
    pub(super) fn is_never(&self, title: &str) -> bool {
        let title = key(title);
        self.lists.get("never").into_iter().flatten().any(|word| title.contains(word.as_str()))
    }

    /// The same where people are listed: of a supplier the number for an emergency is what a plan is for.
    pub(super) fn is_never_of(&self, what: What, title: &str) -> bool {
        let title = key(title);
        let of_people =
            || self.lists.get("never-people").into_iter().flatten().any(|word| title.contains(word.as_str()));
        self.is_never(&title) || matches!(what, What::People | What::Contacts) && of_people()
    }

    /// Whether a word beside a number says that it is somebody's own.
    pub(super) fn is_private(&self, sort: &str) -> bool {
        let sort = key(sort);
        self.lists.get("private").into_iter().flatten().any(|word| sort.contains(word.as_str()))
    }

    /// Whether the name of a column says that a mobile number is the house's: 院用携帯, 内線・PHS. Where it says besides that
    /// somebody's own may stand in it (PHS・携帯, 院内連絡先（個人携帯）), it does not.
    pub(super) fn is_of_house(&self, title: &str) -> bool {
        let any = |list: &str, part: &str| {
            self.lists.get(list).into_iter().flatten().any(|word| part.contains(word.as_str()))
        };
        let parts: Vec<String> = title.split(['・', '／', '/', '、', '（', '(', '）', ')', '\n']).map(key).collect();
        let house = |part: &String| any("house", part) && !any("own", part);
        // A word for a telephone that anybody may own is the house's only where the same part says so.
        let unsaid = |part: &String| any("own", part) || any("mobile", part) && !any("house-mobile", part);
        parts.iter().any(house) && !parts.iter().any(unsaid)
    }

    /// A name with the old forms of its characters made new: 髙 and 高 are told apart only where people are.
    pub(super) fn form_key(&self, text: &str) -> String {
        let usual = |c: char| {
            let group = self.words.lists.get("forms").into_iter().flatten().find(|group| group.contains(c));
            group.and_then(|group| group.chars().next()).unwrap_or(c)
        };
        key(text).chars().map(usual).collect()
    }

    /// Whether a text is one of a list (`totals`, `nothing`, `ditto`, `yes`, `no`).
    pub(super) fn is(&self, list: &str, text: &str) -> bool {
        !text.is_empty() && self.lists.get(list).is_some_and(|words| words.contains(&key(text)))
    }

    /// Whether a word in a column of sorts means a system or a device; nothing where it may be either.
    pub(super) fn sort_of(&self, text: &str) -> Option<What> {
        let word = key(text);
        let system =
            || self.lists.get("sorts-of-systems").into_iter().flatten().any(|end| word.ends_with(end.as_str()));
        let device =
            || self.is("sorts-of-devices", text) || self.choice("devices.sort", text).is_some_and(|(_, whole)| whole);
        if system() { Some(What::Systems) } else { device().then_some(What::Devices) }
    }

    /// The words of a list.
    pub(super) fn list(&self, list: &str) -> impl Iterator<Item = &str> {
        self.words.lists.get(list).into_iter().flatten().map(String::as_str)
    }

    /// Targets that are no field, with their labels, in order.
    pub(super) fn labels(&self, what: &str) -> impl Iterator<Item = (&str, &str)> {
        self.words.labels.get(what).into_iter().flatten().map(|(id, label)| (id.as_str(), label.as_str()))
    }

    /// What a column of a target is called elsewhere.
    pub(super) fn names(&self, what: &str, target: &str) -> impl Iterator<Item = &str> {
        let names = self.words.names.get(what).and_then(|names| names.get(target));
        names.into_iter().flatten().map(String::as_str)
    }

    /// The choice a text means, and whether it is the whole of it; else the longest word found in it counts.
    /// A word next to a denial (未取得, 経由なし) counts only when the denial is part of it.
    pub(super) fn choice(&self, field: &str, text: &str) -> Option<(&str, bool)> {
        let text = key(text);
        let denied = |text: &str| self.lists.get("denials").into_iter().flatten().any(|denial| text.contains(denial));
        let all = || self.choices.get(field).into_iter().flatten().map(|(id, word)| (id.as_str(), word));
        let told = || all().filter(|(_, word)| !denied(&text) || denied(word));
        let whole = all().find(|(_, word)| **word == text).map(|(id, _)| (id, true));
        let part = || {
            let inside = told().filter(|(_, word)| word.chars().count() > 1 && text.contains(word.as_str()));
            inside.max_by_key(|(_, word)| word.len()).map(|(id, _)| (id, false))
        };
        // 「あり（会社名）」: one letter counts where the text begins with it.
        let begins =
            || told().find(|(_, word)| !denied(&text) && text.starts_with(word.as_str())).map(|(id, _)| (id, false));
        whole.or_else(part).or_else(begins)
    }

    /// Why cells are not taken, in a few words.
    pub fn lost(&self, lost: &super::Lost) -> String {
        let why = self.words.lost.get(lost.why).map_or(lost.why, String::as_str);
        if lost.column.is_empty() { why.to_owned() } else { format!("{why}「{}」", lost.column) }
    }

    /// A sentence about a row, filled.
    pub fn note(&self, note: &super::Note) -> String {
        let sentence = self.words.notes.get(note.code).or_else(|| self.words.troubles.get(note.code));
        sentence.map_or_else(String::new, |sentence| template::filled(sentence, &note.words))
    }
}

/// Signs nobody sees: which of its forms a character takes (葛󠄀), joiners, marks of direction.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180D}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{00AD}')
}

/// A radical that looks like the character it is the radical of (⾼ for 高), as PDFs give them.
pub(super) fn is_radical(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}')
}

/// What of a word counts when words are compared: no width, case, kana, blanks or marks.
pub(super) fn key(text: &str) -> String {
    let plain: String = search_key(text)
        .chars()
        .filter(|c| !c.is_whitespace() && !is_unseen(*c) && !"・／/_-‐−ー()「」『』[]【】:：".contains(*c))
        .collect();
    // A word made of marks alone (「-」) is compared as it is.
    if plain.is_empty() { search_key(text.trim()) } else { plain }
}

/// What of a number counts when numbers are compared: 1-11 is not 11-1, so its marks stay; every dash is one.
pub(super) fn number_key(text: &str) -> String {
    let dash = |c: char| if "‐−–—ー―".contains(c) { '-' } else { c };
    search_key(text).chars().filter(|c| !c.is_whitespace()).map(dash).collect()
}
