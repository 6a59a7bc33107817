//! Items of the check table.

use super::{Lint, Names, strings};
use crate::{raw, *};
use toml::Spanned;

impl<'a> Lint<'a> {
    pub(super) fn item(&mut self, file: &str, item: raw::Item, names: &Names) -> Item {
        if !file.ends_with(&format!("/{}.toml", item.number.get_ref())) {
            self.say(file, item.number.span(), "項番がファイルの名前と違います。");
        }
        if !item.number.get_ref().split('-').next().is_some_and(|phase| names.phases.contains(phase)) {
            self.say(file, item.number.span(), "pack.toml に無い区分の項番です。");
        }
        self.source(file, &item.source, names);
        if !names.incidents.contains(item.why.incident.get_ref()) {
            self.say(file, item.why.incident.span(), "incidents.toml に無い事案です。");
        }
        for (what, text) in [("asked", &item.asked), ("why", &item.why.text)] {
            self.filled((file, text.span()), what, text.get_ref());
        }
        for size in item.example.keys() {
            self.one_of((file, size.span()), size.get_ref(), &self.vocabulary.sizes, "規模");
        }
        // A pack of today has all sizes; one kept since an older program need not.
        let sizes: &[String] = if self.own.is_none() { &self.vocabulary.sizes } else { &[] };
        for size in sizes {
            if !item.example.keys().any(|one| one.get_ref() == size) {
                self.say(file, item.number.span(), &format!("規模 {size} の例がありません。"));
            }
        }
        for number in &item.sections {
            if !names.sections.contains(number.get_ref()) {
                self.say(file, number.span(), "ひな形に無い節です。");
            }
        }
        for target in &item.proof {
            self.target((file, target.span()), target.get_ref(), names);
        }
        for kind in &item.records {
            self.kind(file, kind);
        }
        let checks = item.check.into_iter().map(|check| self.rule(file, check)).collect();
        let mut question = |one: raw::Question| {
            let proved_by = one.proved_by.into_iter().map(|check| self.rule(file, check)).collect();
            Question { id: one.id, text: one.text, proved_by }
        };
        let questions = item.question.into_iter().map(&mut question).collect();
        self.entries(file, &item.table, names);
        Item {
            mark: self.mark(file, &item.mark),
            number: item.number.into_inner(),
            title: item.title,
            source: (item.source.document.into_inner(), item.source.page),
            asked: item.asked.into_inner(),
            why: item.why.text.into_inner(),
            incident: item.why.incident.into_inner(),
            prepare: item.prepare,
            questions,
            examples: item.example.into_iter().map(|(size, text)| (size.into_inner(), text)).collect(),
            sections: item.sections.into_iter().map(Spanned::into_inner).collect(),
            proof: item.proof.into_iter().map(Spanned::into_inner).collect(),
            records: item.records.into_iter().map(Spanned::into_inner).collect(),
            checks,
            minutes: item.minutes,
            table: strings(item.table),
        }
    }

    pub(super) fn rule(&mut self, file: &str, check: raw::Check) -> Check {
        self.one_of((file, check.rule.span()), check.rule.get_ref(), &self.vocabulary.rules, "規則");
        self.kind(file, &check.kind);
        if let Some(field) = &check.field {
            self.field((file, field.span()), check.kind.get_ref(), field.get_ref());
        }
        Check {
            rule: check.rule.into_inner(),
            kind: check.kind.into_inner(),
            field: check.field.map(Spanned::into_inner),
        }
    }
}
