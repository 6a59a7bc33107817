//! Which rows in doubt a text shows: by what it is about, and by the values it says. Thousands may be in doubt, and all say
//! one value; every text is read once for all of them.

use super::Shows;
use crate::outline::About;
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Of a value more rows share, a text that does not say whose it is shows so many, and how many there are.
const MOST: usize = 40;

/// So many rows of one value are all shown, whomever the text names.
const FEW: usize = 3;

/// Rows a text names, by the words that are values of theirs.
pub(super) type Named = HashMap<usize, Vec<usize>>;

/// Every doubt of a document, and how it is found.
pub(super) struct Doubts {
    /// As the plan has them; behind them those that stand for the rest of a value.
    all: Vec<Shows>,
    /// How many are the plan's.
    rows: usize,
    by_about: HashMap<About, usize>,
    /// The words that are values of each.
    words_of: Vec<Vec<usize>>,
    /// Values and titles, and what each stands for.
    words: Option<AhoCorasick>,
    meant: Vec<Meant>,
}

/// What a word stands for.
#[derive(Default)]
struct Meant {
    /// Doubts of which it is a value.
    values: BTreeSet<usize>,
    /// Doubts it is the title of.
    titles: Vec<usize>,
    /// What stands for those that are too many.
    rest: Option<usize>,
}

impl Doubts {
    /// `same` words the number of rows that share a value.
    pub(super) fn of(mut all: Vec<Shows>, same: &str) -> Self {
        let rows = all.len();
        let by_about = all.iter().enumerate().map(|(at, one)| (one.about.clone(), at)).collect();
        let mut words: BTreeMap<String, Meant> = BTreeMap::new();
        for (at, one) in all.iter().enumerate() {
            for value in &one.values {
                words.entry(value.clone()).or_default().values.insert(at);
            }
            if one.called.chars().count() > 1 {
                words.entry(one.called.clone()).or_default().titles.push(at);
            }
        }
        for meant in words.values_mut().filter(|meant| meant.values.len() > MOST) {
            let first = meant.values.first().map(|at| &all[*at]);
            let rest = first.map(|first| first.for_rest(format!("{same}{}", meant.values.len())));
            meant.rest = Some(all.len());
            all.extend(rest);
        }
        let (words, meant): (Vec<String>, Vec<Meant>) = words.into_iter().unzip();
        let mut words_of = vec![Vec::new(); rows];
        for (word, meant) in meant.iter().enumerate() {
            meant.values.iter().for_each(|at| words_of[*at].push(word));
        }
        let words = AhoCorasick::new(&words).ok().filter(|_| !words.is_empty());
        Self { all, rows, by_about, words_of, words, meant }
    }

    /// Those that are the plan's own, by their place.
    pub(super) fn own(&self, at: usize) -> Option<&Shows> {
        self.all.get(at).filter(|_| at < self.rows)
    }

    pub(super) fn at(&self, at: usize) -> &Shows {
        &self.all[at]
    }

    /// What these texts show, by place. `around` is who the piece they stand in names.
    pub(super) fn shown(&self, about: &[&About], texts: &[&str], around: &Named) -> BTreeSet<usize> {
        let mut out: BTreeSet<usize> = about.iter().filter_map(|about| self.by_about.get(about).copied()).collect();
        // Whose value a word is the text says: by what it is about, or by name.
        let said: HashSet<usize> = out.iter().flat_map(|at| &self.words_of[*at]).copied().collect();
        let words = self.read(texts);
        let named = self.named_by(&words);
        for word in words {
            let meant = &self.meant[word];
            let here = named.get(&word).map_or(&[][..], Vec::as_slice);
            let of = if here.is_empty() { around.get(&word).map_or(&[][..], Vec::as_slice) } else { here };
            if said.contains(&word) {
                out.extend(here.iter().take(MOST));
            } else if of.is_empty() || meant.values.len() <= FEW {
                out.extend(meant.values.iter().take(MOST));
            } else {
                out.extend(of.iter().take(MOST));
            }
            let all_here = !said.contains(&word) || here.len() > MOST;
            out.extend(meant.rest.filter(|_| all_here));
        }
        out
    }

    /// Whom these texts name, by the words that are values of theirs.
    pub(super) fn named(&self, texts: &[&str]) -> Named {
        self.named_by(&self.read(texts))
    }

    fn read(&self, texts: &[&str]) -> BTreeSet<usize> {
        let read = |text: &&str| {
            let found = self.words.iter().flat_map(|words| words.find_overlapping_iter(*text));
            found.map(|found| found.pattern().as_usize()).collect::<Vec<_>>()
        };
        texts.iter().flat_map(read).collect()
    }

    fn named_by(&self, words: &BTreeSet<usize>) -> Named {
        let mut named = Named::new();
        for at in words.iter().flat_map(|word| &self.meant[*word].titles) {
            self.words_of[*at].iter().for_each(|word| named.entry(*word).or_default().push(*at));
        }
        named
    }
}
