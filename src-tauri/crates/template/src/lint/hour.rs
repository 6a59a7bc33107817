//! The first hour, what comes after it, and the words explained on the way.

use super::{Lint, Names, strings};
use crate::{raw, *};
use std::collections::{BTreeMap, BTreeSet};

impl<'a> Lint<'a> {
    pub(super) fn terms(&mut self, file: &str, terms: raw::Terms) -> Vec<Term> {
        let mut seen = BTreeSet::new();
        for word in terms.term.iter().flat_map(|term| std::iter::once(&term.word).chain(&term.also)) {
            self.filled((file, word.span()), "word", word.get_ref());
            if !seen.insert(word.get_ref().clone()) {
                self.say(file, word.span(), &format!("用語 {} が2つあります。", word.get_ref()));
            }
        }
        let read = |term: raw::Term| {
            self.filled((file, term.text.span()), "text", term.text.get_ref());
            Term { word: term.word.into_inner(), also: strings(term.also), text: term.text.into_inner() }
        };
        terms.term.into_iter().map(read).collect()
    }

    pub(super) fn first_hour(&mut self, file: &str, hour: raw::FirstHour, names: &Names) -> Vec<HourQuestion> {
        self.unique(file, hour.question.iter().map(|question| &question.id));
        hour.question.into_iter().map(|question| self.hour_question(file, question, names)).collect()
    }

    fn hour_question(&mut self, file: &str, question: raw::HourQuestion, names: &Names) -> HourQuestion {
        self.institutions(file, &question.institutions);
        for (what, text) in [("asked", &question.asked), ("why", &question.why)] {
            self.filled((file, text.span()), what, text.get_ref());
        }
        for institution in question.example.keys() {
            self.one_of((file, institution.span()), institution.get_ref(), &self.vocabulary.institutions, "施設の種別");
        }
        if question.part.is_empty() {
            self.say(file, question.id.span(), "part がありません。");
        }
        let at = question.id.span();
        HourQuestion {
            id: question.id.into_inner(),
            number: question.number,
            asked: question.asked.into_inner(),
            why: question.why.into_inner(),
            institutions: strings(question.institutions),
            examples: question.example.into_iter().map(|(id, text)| (id.into_inner(), text)).collect(),
            parts: question
                .part
                .into_iter()
                .filter_map(|part| self.hour_part((file, at.clone()), part, names))
                .collect(),
        }
    }

    fn hour_part(&mut self, (file, at): super::At<'_>, part: raw::HourPart, names: &Names) -> Option<HourPart> {
        self.institutions(file, &part.institutions);
        self.entries(file, &part.entries, names);
        let ways = [!part.facility.is_empty(), part.tick.is_some(), !part.entries.is_empty(), part.rows.is_some()];
        if ways.iter().filter(|way| **way).count() != 1 {
            self.say(file, at, &format!("「{}」には facility・tick・entries・rows のどれか1つを書きます。", part.text));
            return None;
        }
        let kind_of = |entry: &str| entry.split('/').next().unwrap_or_default().to_owned();
        let fills = if let Some(kind) = part.tick {
            self.kind(file, &kind);
            HourFills::Tick { kind: kind.into_inner() }
        } else if let Some(kind) = part.rows {
            self.kind(file, &kind);
            for field in &part.fields {
                self.field((file, field.span()), kind.get_ref(), field.get_ref());
            }
            for (field, value) in &part.values {
                let shape = self.field((file, field.span()), kind.get_ref(), field.get_ref());
                if let Some(shape) = shape.filter(|shape| !shape.choices.is_empty()) {
                    self.one_of((file, value.span()), value.get_ref(), &shape.choices, "選択肢");
                }
            }
            let values: BTreeMap<String, String> =
                part.values.into_iter().map(|(field, value)| (field.into_inner(), value.into_inner())).collect();
            HourFills::Rows { kind: kind.into_inner(), values, fields: strings(part.fields) }
        } else if let Some(first) = part.entries.first() {
            let kind = kind_of(first.get_ref());
            for entry in part.entries.iter().filter(|entry| kind_of(entry.get_ref()) != kind) {
                self.say(file, entry.span(), "entries は1つの種類だけです。");
            }
            for field in &part.fields {
                self.field((file, field.span()), &kind, field.get_ref());
            }
            HourFills::Entries { entries: strings(part.entries), fields: strings(part.fields) }
        } else {
            for field in &part.facility {
                self.field((file, field.span()), "facility", field.get_ref());
            }
            HourFills::Facility { fields: strings(part.facility) }
        };
        Some(HourPart { text: part.text, institutions: strings(part.institutions), fills })
    }

    pub(super) fn next_steps(&mut self, file: &str, next: raw::NextSteps, names: &Names) -> Vec<NextStep> {
        self.unique(file, next.step.iter().map(|step| &step.id));
        let read = |step: raw::NextStep| {
            self.filled((file, step.value.span()), "value", step.value.get_ref());
            self.institutions(file, &step.institutions);
            self.place((file, step.go.span()), step.go.get_ref(), names);
            NextStep {
                id: step.id.into_inner(),
                title: step.title,
                value: step.value.into_inner(),
                minutes: step.minutes,
                institutions: strings(step.institutions),
                go: step.go.into_inner(),
                check: self.rule(file, step.check),
            }
        };
        next.step.into_iter().map(read).collect()
    }

    fn place(&mut self, (file, at): super::At<'_>, go: &str, names: &Names) {
        let known = match go.split_once('/') {
            Some(("guide", number)) => names.items.contains(number),
            Some(("text", number)) => names.sections.contains(number),
            Some(_) => false,
            None => matches!(go, "first-hour" | "first" | "print") || self.vocabulary.kinds.contains_key(go),
        };
        if !known {
            self.say(file, at, &format!("行き先が分かりません: {go}"));
        }
    }

    /// A file that came after version 1: a stored pack without it takes the program's own.
    pub(super) fn later<T: serde::de::DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        if self.own.is_some() && !self.files.0.contains_key(path) { None } else { self.read(path) }
    }
}

/// The texts of a list, and of what the program's own pack has where the list is missing.
pub(super) fn or_own<T: Clone>(given: Option<Vec<T>>, own: Option<&Vec<T>>) -> Vec<T> {
    given.or_else(|| own.cloned()).unwrap_or_default()
}
