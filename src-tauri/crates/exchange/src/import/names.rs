//! Records of a kind by their names: letter for letter, as far as letters count, and by what a name is at heart. Whatever
//! is looked up here costs the same however many there are.

use super::known::{Known, key};
use plan::{Id, Kind};
use std::collections::HashMap;

/// What a name leads to.
pub(super) enum Found {
    /// This record, and whether only the heart of its name is the same.
    One(Id, Likeness),
    Several,
    None,
}

/// How a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Letter for letter, as far as letters count.
    Same,
    /// 「検体検査システム（LIS）」 for 「検体検査（LIS）」.
    Alike,
}

/// Records of a kind by their names, and by the hearts of their names.
#[derive(Default)]
pub(super) struct Names {
    whole: HashMap<String, Vec<Id>>,
    hearts: HashMap<Part, Vec<Id>>,
}

/// What of a heart a record is found by.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Part {
    Outside(String),
    Inside(String),
    Both(String, String),
}

impl Names {
    pub(super) fn take(&mut self, known: &Known, kind: Kind, name: &str, id: Id) {
        self.whole.entry(key(name)).or_default().push(id);
        for part in Heart::of(known, kind, name).iter().flat_map(Heart::parts) {
            self.hearts.entry(part).or_default().push(id);
        }
    }

    /// The records that have exactly this name.
    pub(super) fn all(&self, name: &str) -> &[Id] {
        self.whole.get(&key(name)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn find(&self, known: &Known, kind: Kind, name: &str) -> Found {
        match self.all(name) {
            [one] => return Found::One(*one, Likeness::Same),
            [_, _, ..] => return Found::Several,
            [] => {}
        }
        let Some(heart) = Heart::of(known, kind, name) else { return Found::None };
        let like = heart.like();
        let mut there = like.iter().filter_map(|part| self.hearts.get(part)).flatten();
        match there.next() {
            Some(one) if there.all(|other| other == one) => Found::One(*one, Likeness::Alike),
            // Alike to several is like none: nothing is guessed.
            _ => Found::None,
        }
    }
}

/// What a name is at heart: what stands outside its brackets and what stands inside, without the words every
/// system (システム) or company (株式会社) has. People and places have only their names.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Heart {
    outside: String,
    inside: String,
    /// Whether what is in brackets may be the name itself (LIS); of a company it is a branch or a remark.
    both: bool,
}

impl Heart {
    fn of(known: &Known, kind: Kind, name: &str) -> Option<Self> {
        let list = match kind {
            Kind::Organisation => "companies",
            Kind::System => "systems",
            _ => return None,
        };
        let mut plain = plan::usual_form(name);
        for word in known.list(list) {
            plain = plain.replace(&plan::usual_form(word), "");
        }
        let (outside, inside) = match plain.split_once('(') {
            Some((outside, rest)) => (outside, rest.split(')').next().unwrap_or_default()),
            None => (plain.as_str(), ""),
        };
        Some(Self { outside: key(outside), inside: key(inside), both: kind == Kind::System })
    }

    /// What a record of this name is found by.
    fn parts(&self) -> Vec<Part> {
        let (outside, inside) = (long(&self.outside), long(&self.inside).filter(|_| self.both));
        let both = outside.map(|outside| Part::Both(outside.to_owned(), self.inside.clone()));
        let each =
            [outside.map(|text| Part::Outside(text.to_owned())), inside.map(|text| Part::Inside(text.to_owned()))];
        both.into_iter().chain(each.into_iter().flatten()).collect()
    }

    /// What the records are found by whose names are like this one. One name outside with two different things in brackets
    /// (外来, 病棟) is two records. What is in brackets is a name only where it is an abbreviation.
    fn like(&self) -> Vec<Part> {
        let mut out = Vec::new();
        let (outside, inside) = (long(&self.outside), long(&self.inside));
        if let Some(outside) = outside.map(str::to_owned) {
            out.extend(match self.inside.as_str() {
                "" => vec![Part::Outside(outside)],
                inside => [inside, ""].map(|inside| Part::Both(outside.clone(), inside.to_owned())).into(),
            });
        }
        if self.both {
            let short = |text: &&str| text.chars().all(|c| c.is_ascii_alphanumeric());
            out.extend(outside.map(|text| Part::Inside(text.to_owned())));
            out.extend(inside.map(|text| Part::Outside(text.to_owned())));
            out.extend(inside.filter(short).map(|text| Part::Inside(text.to_owned())));
        }
        out
    }
}

/// A text of more than one character: one letter is no name.
fn long(text: &str) -> Option<&str> {
    (text.chars().count() > 1).then_some(text)
}
