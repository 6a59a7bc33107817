//! Which rows in doubt a text shows: by what it is about, and by the values it says. Thousands may be in doubt, and all say
//! one value; every text is read once for all of them.

use super::Shows;
use crate::outline::About;
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many rows of one value a text shows that is about none of them; of the others the number.
const MOST: usize = 8;

/// Every doubt of a document, and how it is found.
pub(super) struct Doubts {
    /// As the plan has them; behind them those that stand for the rest of a value.
    all: Vec<Shows>,
    /// How many are the plan's.
    rows: usize,
    by_about: HashMap<About, usize>,
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
    /// `more` words the number of rows that are not told one by one.
    pub(super) fn of(mut all: Vec<Shows>, more: &str) -> Self {
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
            let rest = first.map(|first| first.for_rest(format!("{more}{}", meant.values.len() - MOST)));
            meant.rest = Some(all.len());
            all.extend(rest);
        }
        let (words, meant): (Vec<String>, Vec<Meant>) = words.into_iter().unzip();
        let words = AhoCorasick::new(&words).ok().filter(|_| !words.is_empty());
        Self { all, rows, by_about, words, meant }
    }

    /// Those that are the plan's own, by their place.
    pub(super) fn own(&self, at: usize) -> Option<&Shows> {
        self.all.get(at).filter(|_| at < self.rows)
    }

    pub(super) fn at(&self, at: usize) -> &Shows {
        &self.all[at]
    }

    /// What these texts show, by place. `around`: what the piece they stand in is about.
    pub(super) fn shown(&self, about: &[&About], around: &[About], texts: &[&str]) -> BTreeSet<usize> {
        let mut out: BTreeSet<usize> = about.iter().filter_map(|about| self.by_about.get(about).copied()).collect();
        let read = |text: &&str| {
            let found = self.words.iter().flat_map(|words| words.find_overlapping_iter(*text));
            found.map(|found| found.pattern().as_usize()).collect::<Vec<_>>()
        };
        let words: BTreeSet<usize> = texts.iter().flat_map(read).collect();
        let named = || words.iter().flat_map(|word| &self.meant[*word].titles).copied();
        let known = out.clone();
        for meant in words.iter().map(|word| &self.meant[*word]).filter(|meant| !meant.values.is_empty()) {
            // Whose value it is the text says: by what it is about, by name, or what stands around it does.
            let said = known.iter().any(|at| meant.values.contains(at));
            if !said && meant.rest.is_none() {
                out.extend(&meant.values);
                continue;
            }
            let mut of: Vec<usize> = named().filter(|at| meant.values.contains(at)).take(MOST).collect();
            if of.is_empty() && !said {
                let around = around.iter().filter_map(|about| self.by_about.get(about).copied());
                of.extend(around.filter(|at| meant.values.contains(at)).take(MOST));
            }
            if of.is_empty() && !said {
                of.extend(meant.values.iter().take(MOST).copied().chain(meant.rest));
            }
            out.extend(of);
        }
        out
    }
}
