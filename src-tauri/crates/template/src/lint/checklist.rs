//! `checklists/<id>/checklist.toml` → a [`Checklist`].

use super::{Lint, Problem, beside::read_one, strings};
use crate::{Checklist, ChecklistAnswer, ChecklistGroup, ChecklistItem, ChecklistQuestion};
use crate::{PackFiles, PackKind, Vocabulary};
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::Spanned;

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    format: Spanned<u32>,
    id: Text,
    title: Text,
    mark: Text,
    edition: Text,
    publisher: Text,
    source: Text,
    guideline: Text,
    #[serde(default)]
    institutions: Vec<Text>,
    answer: Vec<RawAnswer>,
    question: Vec<RawQuestion>,
    group: Vec<RawGroup>,
    item: Vec<RawItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAnswer {
    id: Text,
    text: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    id: Text,
    text: Text,
    asks: Text,
    after: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    number: Text,
    title: Text,
    mark: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawItem {
    id: Text,
    number: Text,
    group: Option<Text>,
    target: Option<Text>,
    title: Text,
    mark: Text,
    about: Text,
    unless: Option<Text>,
    ends: Option<Text>,
    chapters: Option<Text>,
    source: Text,
}

/// Checks a checklist.
///
/// # Errors
/// Every problem found, sorted by file and line.
pub fn check_checklist(files: &PackFiles, vocabulary: &Vocabulary) -> Result<Checklist, Vec<Problem>> {
    read_one(PackKind::Checklist, files, vocabulary, |lint, folder, file, raw| lint.checklist(folder, file, raw))
}

impl<'a> Lint<'a> {
    fn checklist(&mut self, folder: &str, file: &str, raw: Raw) -> Checklist {
        self.headed(folder, file, &raw.format, &raw.id);
        let head = [&raw.title, &raw.edition, &raw.publisher, &raw.source, &raw.guideline];
        for (what, text) in ["title", "edition", "publisher", "source", "guideline"].iter().zip(head) {
            self.all_filled(file, &[(what, text)]);
        }
        self.institutions(file, &raw.institutions);
        self.unique(file, raw.answer.iter().map(|one| &one.id));
        self.unique(file, raw.question.iter().map(|one| &one.id));
        self.unique(file, raw.group.iter().map(|one| &one.number));
        self.unique(file, raw.item.iter().map(|one| &one.id));
        self.unique(file, raw.item.iter().map(|one| &one.number));
        let answers: BTreeSet<&str> = raw.answer.iter().map(|one| one.id.get_ref().as_str()).collect();
        let numbers: BTreeSet<&str> = raw.group.iter().map(|one| one.number.get_ref().as_str()).collect();
        for one in &raw.answer {
            self.all_filled(file, &[("id", &one.id), ("text", &one.text)]);
        }
        for one in &raw.question {
            self.all_filled(file, &[("id", &one.id), ("text", &one.text)]);
            if !["answer", "day"].contains(&one.asks.get_ref().as_str()) {
                self.say(file, one.asks.span(), "asks は answer か day です。");
            }
            one.after.iter().for_each(|after| self.declared(file, after, &answers, "答え"));
        }
        for one in &raw.group {
            self.all_filled(file, &[("number", &one.number), ("title", &one.title)]);
        }
        for one in &raw.item {
            let texts = [("id", &one.id), ("number", &one.number), ("title", &one.title), ("source", &one.source)];
            self.all_filled(file, &texts);
            let also = [("about", Some(&one.about)), ("target", one.target.as_ref()), ("unless", one.unless.as_ref())];
            for (what, text) in also.into_iter().chain([("chapters", one.chapters.as_ref())]) {
                text.iter().for_each(|text| self.all_filled(file, &[(what, text)]));
            }
            one.group.iter().for_each(|group| self.declared(file, group, &numbers, "区分"));
            one.ends.iter().for_each(|ends| self.declared(file, ends, &answers, "答え"));
        }
        let mark = self.mark(file, &raw.mark);
        let group = |one: RawGroup| ChecklistGroup {
            mark: self.mark(file, &one.mark),
            number: one.number.into_inner(),
            title: one.title.into_inner(),
        };
        let groups = raw.group.into_iter().map(group).collect();
        let item = |one: RawItem| ChecklistItem {
            mark: self.mark(file, &one.mark),
            id: one.id.into_inner(),
            number: one.number.into_inner(),
            group: one.group.map(Spanned::into_inner),
            target: one.target.map(Spanned::into_inner),
            title: one.title.into_inner(),
            about: one.about.into_inner(),
            unless: one.unless.map(Spanned::into_inner),
            ends: one.ends.map(Spanned::into_inner),
            chapters: one.chapters.map(Spanned::into_inner),
            source: one.source.into_inner(),
        };
        let items = raw.item.into_iter().map(item).collect();
        Checklist {
            id: raw.id.into_inner(),
            title: raw.title.into_inner(),
            mark,
            edition: raw.edition.into_inner(),
            publisher: raw.publisher.into_inner(),
            source: raw.source.into_inner(),
            guideline: raw.guideline.into_inner(),
            hash: self.files.hash(),
            institutions: strings(raw.institutions),
            answers: raw
                .answer
                .into_iter()
                .map(|one| ChecklistAnswer { id: one.id.into_inner(), text: one.text.into_inner() })
                .collect(),
            questions: raw
                .question
                .into_iter()
                .map(|one| ChecklistQuestion {
                    id: one.id.into_inner(),
                    text: one.text.into_inner(),
                    day: one.asks.get_ref() == "day",
                    after: one.after.map(Spanned::into_inner),
                })
                .collect(),
            groups,
            items,
        }
    }
}
