//! Words → pages of a book, in the order to open them: for whoever asks the program instead of turning pages.
//!
//! Japanese has no blanks between words and nobody types what is printed to the letter, so pairs of characters are
//! compared, in whatever kana they are written; a pair that stands everywhere counts little. A number is compared whole:
//! half of it is no other number. What people see (the index of symptoms) counts most, because it
//! says which page to open first; then headings, then any text. Deliberately not here: records (`plan::search`), and any
//! page that only lists others: cover, contents; the index only behind the pages it leads to.

use crate::Laid;
use crate::compose::{Composing, symptom_rows};
use crate::layout::{Mark, Page};
use crate::outline::PartSort;
use plan::{find_key, usual_form};
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

/// A word that is asked for.
struct Term {
    /// Its pairs, and how much meaning each carries as it was written.
    pairs: BTreeMap<Pair, f64>,
    /// The figures, where it is nothing but a number.
    number: Option<String>,
}

/// A text that may answer.
struct Said {
    /// How much it counts.
    counts: f64,
    pairs: BTreeSet<Pair>,
    /// Its numbers, without what stands between their figures.
    figures: String,
    /// The pages it leads to, the first to open first.
    leads: Vec<usize>,
    /// What to call it.
    why: String,
}

impl Said {
    fn of(counts: f64, text: &str, leads: Vec<usize>, why: String) -> Self {
        Self { counts, pairs: pairs(text), figures: figures(text), leads, why }
    }
}

/// The pages of a laid book that answer, the first to open first.
pub fn find(of: &Composing<'_>, laid: &Laid, words: &str) -> Vec<Hit> {
    let terms: Vec<Term> = words.split_whitespace().map(term).filter(|term| !term.pairs.is_empty()).collect();
    if terms.is_empty() {
        return Vec::new();
    }
    let answers = answers(of, laid);
    let mut standing: BTreeMap<Pair, usize> = BTreeMap::new();
    for pair in answers.iter().flat_map(|said| &said.pairs) {
        *standing.entry(*pair).or_default() += 1;
    }
    let all = answers.len() as f64;
    let rare = |pair: &Pair| (1.0 + all / (1.0 + standing.get(pair).copied().unwrap_or_default() as f64)).ln();
    let share = |term: &Term, said: &Said| {
        if let Some(number) = &term.number {
            return if said.figures.contains(number.as_str()) { 1.0 } else { 0.0 };
        }
        let (met, asked) = term.pairs.iter().fold((0.0, 0.0), |(met, asked), (pair, weight)| {
            let counts = rare(pair) * weight;
            (if said.pairs.contains(pair) { met + counts } else { met }, asked + counts)
        });
        met / asked
    };
    let mut found: Vec<(f64, usize, String)> = Vec::new();
    for said in &answers {
        if terms.iter().any(|term| term.number.is_some() && share(term, said) == 0.0) {
            continue;
        }
        let met = terms.iter().map(|term| share(term, said)).sum::<f64>() / terms.len() as f64;
        if met < LEAST {
            continue;
        }
        for (nth, at) in said.leads.iter().enumerate() {
            // The first page of a row is to be opened first.
            let score = met * said.counts - 0.02 * nth as f64;
            match found.iter_mut().find(|(_, known, _)| known == at) {
                Some(known) if known.0 < score => *known = (score, *at, said.why.clone()),
                Some(_) => {}
                None => found.push((score, *at, said.why.clone())),
            }
        }
    }
    found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let best = found.first().map_or(0.0, |(score, ..)| *score);
    found.retain(|(score, ..)| *score >= best * BESIDE);
    found.truncate(MOST);
    found.into_iter().map(|(_, at, why)| Hit { label: laid.pages[at].label.clone(), why }).collect()
}

/// What may answer: rows of the index of symptoms, headings, pages.
fn answers(of: &Composing<'_>, laid: &Laid) -> Vec<Said> {
    let there: BTreeSet<String> = laid.anchors.keys().cloned().collect();
    let index = laid.anchors.get("block/symptoms").map(|place| place.page);
    let page = |anchor: &str| laid.anchors.get(anchor).map(|place| place.page);
    let opens = |at: &usize| !laid.pages[*at].blank && laid.pages[*at].part != PartSort::Cover && Some(*at) != index;
    let texts: Vec<String> = laid.pages.iter().map(text).collect();

    let mut out = Vec::new();
    for row in symptom_rows(of, &there) {
        // Where the row itself stands: what to do first is said there.
        let says = find_key(&row.symptom.says);
        let itself = index
            .and_then(|index| (index..texts.len()).find(|at| find_key(&texts[*at].replace('\n', "")).contains(&says)));
        let mut leads: Vec<usize> = row.anchors.iter().filter_map(|anchor| page(anchor)).filter(opens).collect();
        leads.extend(itself.filter(|at| !leads.contains(at)));
        let why = format!("{}：{}", row.symptom.says, row.symptom.first);
        for other in &row.symptom.also {
            out.push(Said::of(COUNTS[0], other, leads.clone(), why.clone()));
        }
        out.push(Said::of(COUNTS[0], &format!("{}\n{}", row.symptom.says, row.symptom.first), leads, why));
    }
    for heading in laid.headings.iter().filter(|heading| heading.level > 0 && opens(&heading.place.page)) {
        out.push(Said::of(COUNTS[1], &heading.title, vec![heading.place.page], heading.title.clone()));
    }
    for (at, text) in texts.iter().enumerate().filter(|(at, _)| opens(at)) {
        out.push(Said::of(COUNTS[2], text, vec![at], titled(laid, at)));
    }
    out
}

/// What carries a meaning is written in kanji, katakana, letters or figures; what joins words in hiragana.
fn weight(one: char, other: char) -> f64 {
    let joins = |c: char| ('ぁ'..='ん').contains(&c) || c == ' ';
    match (joins(one), joins(other)) {
        (true, true) => 0.08,
        (true, false) | (false, true) => 0.25,
        (false, false) => 1.0,
    }
}

fn term(word: &str) -> Term {
    let plain = usual_form(word).to_lowercase();
    let written: Vec<char> =
        plain.chars().filter(|c| c.is_alphanumeric() && !find_key(&c.to_string()).is_empty()).collect();
    let folded: Vec<char> = written.iter().flat_map(|c| find_key(&c.to_string()).chars().next()).collect();
    let mut pairs: BTreeMap<Pair, f64> = BTreeMap::new();
    for (two, as_written) in folded.windows(2).zip(written.windows(2)) {
        pairs.insert((two[0], two[1]), weight(as_written[0], as_written[1]));
    }
    if let [alone] = folded[..] {
        pairs.insert((alone, ' '), weight(written[0], ' '));
    }
    let figures = figures(word);
    let whole = plain.chars().all(|c| c.is_ascii_digit() || "-()".contains(c)) && figures.len() > 1;
    Term { pairs, number: whole.then_some(figures) }
}

fn pairs(text: &str) -> BTreeSet<Pair> {
    let mut out = BTreeSet::new();
    for line in text.split(['\n', ' ', '　']) {
        let letters: Vec<char> = find_key(line).chars().filter(|c| c.is_alphanumeric()).collect();
        out.extend(letters.windows(2).map(|two| (two[0], two[1])));
        if let [alone] = letters[..] {
            out.insert((alone, ' '));
        }
    }
    out
}

/// The figures of every number of a text, each on a line; the hyphens of a number are none of it, the dots of an address
/// part it.
fn figures(text: &str) -> String {
    let mut out = String::new();
    for c in usual_form(text).chars() {
        match c {
            c if c.is_ascii_digit() => out.push(c),
            '-' | '(' | ')' | '‐' | '−' => {}
            _ if out.ends_with('\n') || out.is_empty() => {}
            _ => out.push('\n'),
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
