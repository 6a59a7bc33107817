//! Words → records and texts: every value of the plan, folded as people vary it, so that it is found from the first sign.
//!
//! The index is made once and then only learns what was touched. A record is found by what it is called and by what its
//! own fields say; figures also without their hyphens, so that half a number is enough. Deliberately not here: pages of
//! the paper (`print::find`), names of what a record is linked to (found there), sentences of findings (`binder`).

mod near;

use crate::checks::Touched;
use crate::{Cells, FieldKind, Held, Id, Kind, Node, Plan, Record, find_key, own_title_of, parse_cells};
use std::collections::{BTreeMap, HashMap};
use template::{Inline, Template};

pub use near::Everyday;

/// Every value of a plan, ready to be searched.
#[derive(Debug, Clone, Default)]
pub struct Search(BTreeMap<Kind, Folded>);

/// The records of a kind.
#[derive(Debug, Clone, Default)]
struct Folded {
    records: Vec<FoldedRecord>,
    at: HashMap<Id, usize>,
}

/// A record: its title and its values, folded, each ended by a line break.
#[derive(Debug, Clone)]
struct FoldedRecord {
    id: Id,
    text: Box<str>,
    /// Where each value ends, and which field it is of (`None` = what the record is called).
    ends: Box<[(u32, Option<&'static str>)]>,
}

/// A record that answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// The field that answers; `None` = the record is called so.
    pub field: Option<&'static str>,
    /// How well, the best first.
    pub rank: Rank,
}

/// How well something answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// It is called exactly so.
    Same,
    /// What it is called begins so.
    Begins,
    /// What it is called has it inside.
    Named,
    /// Something it says has it inside.
    Says,
}

/// A text of the pack that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextHit {
    /// What it is of.
    pub of: TextOf,
    /// How well.
    pub rank: Rank,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub says: String,
}

/// What a text is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextOf {
    /// An item of the check table, by number.
    Item(String),
    /// A section of the model plan, by number.
    Section(String),
    /// A question of the first hour, by id.
    Question(String),
    /// A word that is explained.
    Term,
}

/// What is found where it is asked for, or is no text of its own.
const UNSEARCHED: [Kind; 2] = [Kind::Answer, Kind::ColumnName];

impl Search {
    /// Of a whole plan.
    pub fn of(plan: &Plan, template: &Template) -> Self {
        let kinds = Kind::ALL.iter().copied().filter(|kind| searched(*kind));
        Self(kinds.map(|kind| (kind, Folded::of(plan, template, kind))).collect())
    }

    /// Learns what was touched since.
    pub fn learn(&mut self, plan: &Plan, template: &Template, touched: &Touched) {
        for (kind, folded) in &mut self.0 {
            // Who is called after another is called otherwise when that one is.
            if kind.is_named_by_link() && touched.what_it_names(*kind) {
                *folded = Folded::of(plan, template, *kind);
                continue;
            }
            for id in touched.ids(*kind) {
                folded.put(id, plan.find(*kind, id).map(|record| FoldedRecord::of(plan, template, record)));
            }
        }
    }

    /// The records in which every word occurs, the best first.
    pub fn find(&self, words: &str) -> Vec<Hit> {
        let wanted = wanted(words);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut out: Vec<(Hit, &FoldedRecord)> = Vec::new();
        for (kind, folded) in &self.0 {
            out.extend(folded.records.iter().filter_map(|record| Some((record.answers(*kind, &wanted)?, record))));
        }
        // Among equals the shorter name is the nearer one.
        out.sort_by_key(|(hit, record)| (hit.rank, record.title().len(), hit.kind, hit.id));
        out.into_iter().map(|(hit, _)| hit).collect()
    }
}

fn searched(kind: Kind) -> bool {
    // What only the program writes (a script tells what nobody may know yet), and links, which are found at their ends.
    let facts = kind.facts();
    !UNSEARCHED.contains(&kind) && !facts.program && !facts.unseen && facts.joins.is_none()
}

/// The words of a search, folded; and without the hyphens of a number where it is one.
fn wanted(words: &str) -> Vec<String> {
    words.split_whitespace().map(|word| closed(&find_key(word))).filter(|word| !word.is_empty()).collect()
}

/// A folded text whose numbers have nothing between their figures: `0120-00-1234` → `0120001234`.
fn closed(text: &str) -> String {
    let between = |c: char| matches!(c, '-' | '(' | ')' | '‐' | '−' | '–');
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if !between(c) || !out.ends_with(|last: char| last.is_ascii_digit()) {
            out.push(c);
            continue;
        }
        let mut passed = String::from(c);
        while let Some(next) = rest.next_if(|next| between(*next)) {
            passed.push(next);
        }
        if rest.peek().is_none_or(|next| !next.is_ascii_digit()) {
            out.push_str(&passed);
        }
    }
    out
}

impl Folded {
    fn of(plan: &Plan, template: &Template, kind: Kind) -> Self {
        let records: Vec<_> = plan.live(kind).map(|record| FoldedRecord::of(plan, template, record)).collect();
        let at = records.iter().enumerate().map(|(at, record)| (record.id, at)).collect();
        Self { records, at }
    }

    fn put(&mut self, id: Id, record: Option<FoldedRecord>) {
        match (self.at.get(&id).copied(), record) {
            (Some(at), Some(record)) => self.records[at] = record,
            (Some(at), None) => {
                self.records.swap_remove(at);
                self.at.remove(&id);
                if let Some(moved) = self.records.get(at) {
                    self.at.insert(moved.id, at);
                }
            }
            (None, Some(record)) => {
                self.at.insert(id, self.records.len());
                self.records.push(record);
            }
            (None, None) => {}
        }
    }
}

impl FoldedRecord {
    fn of(plan: &Plan, template: &Template, record: &dyn Record) -> Self {
        let mut text = String::new();
        let mut ends = Vec::new();
        let mut put = |value: &str, field: Option<&'static str>| {
            text.push_str(&closed(&find_key(value)));
            text.push('\n');
            ends.push((u32::try_from(text.len()).unwrap_or(u32::MAX), field));
        };
        let title = record.kind().facts().title;
        put(&own_title_of(plan, template, record), None);
        record.each(&mut |field, held| {
            if Some(field.id) == title || !field.shown {
                return;
            }
            match (field.kind, held) {
                (FieldKind::Image | FieldKind::File | FieldKind::Link(_) | FieldKind::Flag, _) => {}
                (FieldKind::Choice(_), Held::Text(value)) => {
                    put(template.choice(record.kind().noun(), field.id, value), Some(field.id));
                }
                (FieldKind::Cells, Held::Text(json)) => {
                    put(&parse_cells(json).map(|cells| said(&cells)).unwrap_or_default(), Some(field.id));
                }
                (_, Held::Text(value)) => put(value, Some(field.id)),
                _ => {}
            }
        });
        Self { id: record.id(), text: text.into(), ends: ends.into() }
    }

    /// What it is called, folded.
    fn title(&self) -> &str {
        self.ends.first().map_or("", |(end, _)| self.text[..*end as usize].lines().next().unwrap_or_default())
    }

    /// Whether every word occurs, and where the longest does.
    fn answers(&self, kind: Kind, words: &[String]) -> Option<Hit> {
        if words.iter().any(|word| !self.text.contains(word.as_str())) {
            return None;
        }
        let values = || {
            let starts = std::iter::once(0).chain(self.ends.iter().map(|(end, _)| *end as usize));
            starts.zip(&self.ends).map(|(start, (end, field))| (&self.text[start..*end as usize], *field))
        };
        let here = |word: &String| values().find(|(said, _)| said.contains(word.as_str())).map(|(_, field)| field);
        let mut field = None;
        for (nth, word) in words.iter().enumerate() {
            let found = here(word)?;
            if nth == 0 || field.is_none() {
                field = found;
            }
        }
        let title = self.title();
        let first = words.first().map_or("", String::as_str);
        let rank = match field {
            Some(_) if kind.facts().reading.is_some() && field == kind.facts().reading => Rank::Named,
            Some(_) => Rank::Says,
            None if title == first => Rank::Same,
            None if title.starts_with(first) => Rank::Begins,
            None => Rank::Named,
        };
        Some(Hit { kind, id: self.id, field, rank })
    }
}

/// The words of a text's cells; what is filled in from elsewhere is found there.
fn said(cells: &Cells) -> String {
    let mut out = String::new();
    for node in cells.iter().flatten().flatten() {
        if let Node::Text(text) | Node::Bold(text) = node {
            out.push_str(text);
        }
    }
    out
}

/// The pack's own texts in which every word occurs, the best first: items of the check table, sections, questions of
/// the first hour, words explained.
pub fn find_texts(plan: &Plan, template: &Template, words: &str) -> Vec<TextHit> {
    let wanted = wanted(words);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut see = |of: TextOf, title: String, says: Vec<&str>| {
        let name = closed(&find_key(&title));
        let all = says.iter().map(|one| (closed(&find_key(one)), *one)).collect::<Vec<_>>();
        let held =
            |word: &String| name.contains(word.as_str()) || all.iter().any(|(key, _)| key.contains(word.as_str()));
        if !wanted.iter().all(held) {
            return;
        }
        let in_name = wanted.iter().all(|word| name.contains(word.as_str()));
        let rank = match wanted.first() {
            Some(first) if in_name && name == *first => Rank::Same,
            Some(first) if in_name && name.starts_with(first.as_str()) => Rank::Begins,
            _ if in_name => Rank::Named,
            _ => Rank::Says,
        };
        let at = all.iter().find(|(key, _)| wanted.iter().any(|word| key.contains(word.as_str()))).or(all.first());
        out.push(TextHit { of, rank, title, says: at.map(|(_, text)| (*text).to_owned()).unwrap_or_default() });
    };
    for item in &template.items {
        let mut says = vec![item.asked.as_str(), item.why.as_str()];
        says.extend(item.questions.iter().map(|one| one.text.as_str()));
        says.extend(item.prepare.iter().map(String::as_str));
        see(TextOf::Item(item.number.clone()), format!("{} {}", item.number, item.title), says);
    }
    for section in &template.sections {
        let starting: Vec<String> = section.blocks.iter().map(|block| starting(&block.cells)).collect();
        let mut says = vec![section.about.as_str()];
        let own = plan.rows.blocks.live().any(|block| block.section.as_deref() == Some(section.number.as_str()));
        if !own {
            says.extend(starting.iter().map(String::as_str));
        }
        see(TextOf::Section(section.number.clone()), format!("{} {}", section.number, section.title), says);
    }
    for question in crate::first_hour::questions(plan, template) {
        see(TextOf::Question(question.id.clone()), question.asked.clone(), vec![&question.why]);
    }
    for term in &template.terms {
        let mut says = vec![term.text.as_str()];
        says.extend(term.also.iter().map(String::as_str));
        see(TextOf::Term, term.word.clone(), says);
    }
    out.sort_by_key(|hit| hit.rank);
    out
}

fn starting(cells: &[Vec<Vec<Inline>>]) -> String {
    let mut out = String::new();
    for node in cells.iter().flatten().flatten() {
        if let Inline::Text(text) | Inline::Bold(text) = node {
            out.push_str(text);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_without_what_stands_between_its_figures() {
        let same = [("0120-00-1234", "0120001234"), ("03(1234)5678", "0312345678"), ("内線 １４００", "1400")];
        for (said, asked) in same {
            assert!(closed(&find_key(said)).contains(&closed(&find_key(asked))), "{said}");
        }
        assert_eq!(wanted("０９０-1234　薬剤部"), ["0901234", "薬剤部"]);
        assert_eq!(closed("l0-a"), "l0-a", "a code is no number");
        assert_eq!(closed("1-"), "1-");
        assert!(wanted("  ").is_empty());
    }
}
