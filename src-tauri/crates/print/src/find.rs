//! Words → pages of a book, in the order to open them: for whoever asks the program instead of turning pages.
//!
//! Japanese has no blanks between words and nobody types what is printed to the letter, so pairs of characters are
//! compared; a pair that stands everywhere counts little. What people see (the index of symptoms) counts most, because it
//! says which page to open first; then headings, then any text. Deliberately not here: records (`plan::search`), and any
//! page that only lists others: cover, contents, the index itself.

use crate::Laid;
use crate::compose::{Composing, symptom_rows};
use crate::layout::{Mark, Page};
use crate::outline::PartSort;
use plan::usual_form;
use std::collections::{BTreeMap, BTreeSet};

/// A page that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its label: `A-2`.
    pub label: String,
    /// What it is, or which symptom leads there.
    pub why: String,
}

/// So many are named: nobody opens more.
const MOST: usize = 5;
/// How much a symptom, a heading and a mere text count.
const COUNTS: [f64; 3] = [1.3, 1.1, 0.65];
/// Less than this of what was asked is no answer.
const LEAST: f64 = 0.38;
/// What is that much worse than the best is left out.
const BESIDE: f64 = 0.6;

/// Two characters that stand beside each other; one alone stands beside nothing.
type Pair = (char, char);

/// The pages of a laid book that answer, the first to open first.
pub fn find(of: &Composing<'_>, laid: &Laid, words: &str) -> Vec<Hit> {
    let terms: Vec<BTreeSet<Pair>> = words.split_whitespace().map(pairs).filter(|term| !term.is_empty()).collect();
    if terms.is_empty() {
        return Vec::new();
    }
    let there: BTreeSet<String> = laid.anchors.keys().cloned().collect();
    let index = laid.anchors.get("block/symptoms").map(|place| place.page);
    let page = |anchor: &str| laid.anchors.get(anchor).map(|place| place.page);
    let opens = |at: usize| !laid.pages[at].blank && laid.pages[at].part != PartSort::Cover && Some(at) != index;

    // What may answer: how much it counts, its words, where it leads, what to call it.
    let mut answers: Vec<(f64, BTreeSet<Pair>, Vec<usize>, String)> = Vec::new();
    for row in symptom_rows(of, &there) {
        let leads: Vec<usize> = row.anchors.iter().filter_map(|anchor| page(anchor)).collect();
        let said = format!("{}\n{}", row.symptom.says, row.symptom.first);
        for other in &row.symptom.also {
            answers.push((COUNTS[0], pairs(other), leads.clone(), row.symptom.says.clone()));
        }
        answers.push((COUNTS[0], pairs(&said), leads, row.symptom.says.clone()));
    }
    for heading in laid.headings.iter().filter(|heading| heading.level > 0) {
        answers.push((COUNTS[1], pairs(&heading.title), vec![heading.place.page], heading.title.clone()));
    }
    for (at, page) in laid.pages.iter().enumerate().filter(|(at, _)| opens(*at)) {
        answers.push((COUNTS[2], pairs(&text(page)), vec![at], titled(laid, at)));
    }

    let mut standing: BTreeMap<Pair, usize> = BTreeMap::new();
    for pair in answers.iter().flat_map(|(_, said, ..)| said) {
        *standing.entry(*pair).or_default() += 1;
    }
    let all = answers.len() as f64;
    let rare =
        |pair: &Pair| (1.0 + all / (1.0 + standing.get(pair).copied().unwrap_or_default() as f64)).ln() * weight(pair);
    let share = |term: &BTreeSet<Pair>, said: &BTreeSet<Pair>| {
        let (met, asked) = term.iter().fold((0.0, 0.0), |(met, asked), pair| {
            let counts = rare(pair);
            (if said.contains(pair) { met + counts } else { met }, asked + counts)
        });
        met / asked
    };
    let mut found: Vec<(f64, usize, String)> = Vec::new();
    for (counts, said, leads, why) in &answers {
        let met = terms.iter().map(|term| share(term, said)).sum::<f64>() / terms.len() as f64;
        if met < LEAST {
            continue;
        }
        for (nth, at) in leads.iter().enumerate().filter(|(_, at)| opens(**at)) {
            // The first page of a row is to be opened first.
            let score = met * counts - 0.02 * nth as f64;
            match found.iter_mut().find(|(_, known, _)| known == at) {
                Some(known) if known.0 < score => *known = (score, *at, why.clone()),
                Some(_) => {}
                None => found.push((score, *at, why.clone())),
            }
        }
    }
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let best = found.first().map_or(0.0, |(score, ..)| *score);
    found.retain(|(score, ..)| *score >= best * BESIDE);
    found.truncate(MOST);
    found.into_iter().map(|(_, at, why)| Hit { label: laid.pages[at].label.clone(), why }).collect()
}

/// What carries a meaning is written in kanji, katakana, letters or figures; what joins words in hiragana.
fn weight((one, other): &Pair) -> f64 {
    let joins = |c: char| ('ぁ'..='ん').contains(&c) || c == ' ';
    match (joins(*one), joins(*other)) {
        (true, true) => 0.08,
        (true, false) | (false, true) => 0.25,
        (false, false) => 1.0,
    }
}

fn pairs(text: &str) -> BTreeSet<Pair> {
    let mut out = BTreeSet::new();
    for line in text.split(['\n', ' ', '　']) {
        let letters: Vec<char> =
            usual_form(line).to_lowercase().chars().filter(|c| c.is_alphanumeric() || *c == 'ー').collect();
        out.extend(letters.windows(2).map(|two| (two[0], two[1])));
        if let [alone] = letters[..] {
            out.insert((alone, ' '));
        }
    }
    out
}

/// Lines of a text follow each other, so that a word is whole where a line ends in it.
fn text(page: &Page) -> String {
    let mut out = String::new();
    let mut last = 0;
    for mark in &page.body {
        if let Mark::Text { text, of, .. } = mark {
            if *of != last || *of == 0 {
                out.push('\n');
            }
            last = *of;
            out.push_str(text);
        }
    }
    out
}

/// The last heading before or on a page, in its part.
fn titled(laid: &Laid, at: usize) -> String {
    let before = laid.headings.iter().filter(|heading| {
        heading.level > 0 && heading.place.page <= at && laid.pages[heading.place.page].part == laid.pages[at].part
    });
    before
        .max_by_key(|heading| heading.place.page)
        .map_or_else(|| laid.pages[at].title.clone(), |one| one.title.clone())
}
