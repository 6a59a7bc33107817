//! Labels of kinds and fields, words of the paper.

use super::Lint;
use crate::{raw, *};
use std::collections::BTreeMap;

impl<'a> Lint<'a> {
    pub(super) fn labels(&mut self, file: &str, labels: raw::Labels) -> BTreeMap<String, KindLabels> {
        let vocabulary = self.vocabulary;
        for kind in labels.keys() {
            self.kind(file, kind);
        }
        let mut out = BTreeMap::new();
        for (noun, shape) in &vocabulary.kinds {
            let Some((_, given)) = labels.iter().find(|(kind, _)| kind.get_ref() == noun) else {
                self.say(file, 0..0, &format!("種類 {noun} の言葉がありません。"));
                continue;
            };
            for field in given.fields.keys() {
                self.field((file, field.span()), noun, field.get_ref());
            }
            let mut fields = BTreeMap::new();
            for (id, field) in &shape.fields {
                let Some((at, words)) = given.fields.iter().find(|(one, _)| one.get_ref() == id) else {
                    self.say(file, 0..0, &format!("項目 {noun}.{id} の言葉がありません。"));
                    continue;
                };
                for choice in &field.choices {
                    if !words.choices.keys().any(|one| one.get_ref() == choice) {
                        self.say(file, at.span(), &format!("{noun}.{id} の選択肢 {choice} の言葉がありません。"));
                    }
                }
                for choice in words.choices.keys() {
                    self.one_of((file, choice.span()), choice.get_ref(), &field.choices, "選択肢");
                }
                fields.insert(
                    id.clone(),
                    FieldLabels {
                        label: words.label.clone(),
                        help: words.help.clone(),
                        choices: words.choices.iter().map(|(k, v)| (k.get_ref().clone(), v.clone())).collect(),
                    },
                );
            }
            out.insert(
                noun.clone(),
                KindLabels {
                    name: given.name.clone(),
                    about: given.about.clone(),
                    example: given.example.clone(),
                    fields,
                },
            );
        }
        out
    }

    pub(super) fn words(&mut self, file: &str, words: raw::Words) -> BTreeMap<String, String> {
        let given: BTreeMap<String, String> =
            words.words.iter().map(|(key, text)| (key.get_ref().clone(), text.clone())).collect();
        for key in words.words.keys() {
            self.one_of((file, key.span()), key.get_ref(), &self.vocabulary.words, "言葉の名前");
        }
        for key in &self.vocabulary.words {
            if !given.contains_key(key) {
                self.say(file, 0..0, &format!("言葉 {key} がありません。"));
            }
        }
        given
    }
}
