//! What somebody means who does not use the plan's words: whole sentences (透析ができないとき), other names of a thing
//! (検査室 for 検査部). Asked only where nothing holds the very words. Deliberately not here: which words mean the same
//! (`templates/everyday.toml`).

use super::{Hit, Search, closed};
use crate::{find_key, usual_form};

/// Words that mean the same, and those that tell nothing apart.
#[derive(Debug, Clone, Default)]
pub struct Everyday {
    groups: Vec<Vec<Word>>,
    unsaid: Vec<String>,
}

/// A word as it is searched, and the part of it a sentence shows: 断る, 断.
#[derive(Debug, Clone)]
struct Word {
    whole: String,
    stem: String,
}

impl Everyday {
    /// Of groups of words, blanks between them.
    pub fn of<'a>(groups: impl Iterator<Item = &'a str>, unsaid: &str) -> Self {
        let word = |word: &str| Word {
            whole: closed(&find_key(word)),
            stem: parts(word).first().map(|part| find_key(part)).unwrap_or_default(),
        };
        Self {
            groups: groups.map(|group| group.split_whitespace().map(word).collect()).collect(),
            unsaid: unsaid.split_whitespace().map(find_key).collect(),
        }
    }

    /// What may stand for each part of a sentence; a part that says nothing has none.
    fn alternatives(&self, words: &str) -> Vec<Vec<String>> {
        let of = |part: String| -> Option<Vec<String>> {
            let said = closed(&find_key(&part));
            if said.is_empty() || self.unsaid.contains(&said) {
                return None;
            }
            let meant = |group: &&Vec<Word>| group.iter().any(|word| word.whole == said || word.stem == said);
            let groups = self.groups.iter().filter(meant);
            let mut out: Vec<String> = groups.flatten().map(|word| word.whole.clone()).collect();
            // One letter alone stands in everything.
            if part.chars().count() > 1 && !out.contains(&said) {
                out.insert(0, said);
            }
            (!out.is_empty()).then_some(out)
        };
        parts(words).into_iter().filter_map(of).collect()
    }
}

/// A sentence in the parts that carry its meaning: what joins them is hiragana.
fn parts(words: &str) -> Vec<String> {
    let plain = usual_form(words);
    let carries = |c: char| (c.is_alphanumeric() || c == '-') && !('ぁ'..='ん').contains(&c);
    plain.split(|c| !carries(c)).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

impl Search {
    /// The records that have most of what somebody may mean, the nearest first.
    pub fn near(&self, words: &str, everyday: &Everyday) -> Vec<Hit> {
        let wanted = everyday.alternatives(words);
        let mut out: Vec<(usize, Hit, usize)> = Vec::new();
        for (kind, folded) in &self.0 {
            for record in &folded.records {
                let hit = |meant: &Vec<String>| {
                    meant.iter().find_map(|word| record.answers(*kind, std::slice::from_ref(word)))
                };
                let hits: Vec<Hit> = wanted.iter().filter_map(hit).collect();
                if let Some(best) = hits.iter().min_by_key(|hit| hit.rank) {
                    out.push((hits.len(), *best, record.title().len()));
                }
            }
        }
        // What has one part less may still be meant.
        let most = out.iter().map(|(count, ..)| *count).max().unwrap_or_default();
        out.retain(|(count, ..)| count + 1 >= most);
        out.sort_by_key(|(count, hit, length)| (most - count, hit.rank, *length, hit.kind, hit.id));
        out.into_iter().map(|(_, hit, _)| hit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_falls_into_what_it_is_about() {
        let everyday = Everyday::of(["検査室 検査部", "断る 受け入れ", "会社 事業者"].into_iter(), "電話 夜");
        let meant = |words: &str| everyday.alternatives(words);
        assert_eq!(meant("検査室 夜"), [["検査室", "検査部"]]);
        assert_eq!(meant("救急を断る"), [vec!["救急"], vec!["断る", "受け入れ"]]);
        assert_eq!(meant("電子カルテの会社の夜の電話"), [vec!["電子かるて"], vec!["会社", "事業者"]]);
        assert!(meant("そんな語はどこにもない").is_empty());
    }
}
