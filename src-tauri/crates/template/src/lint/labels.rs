//! Labels of kinds and fields, words of the paper.

use super::{At, Lint};
use crate::{raw, *};
use std::collections::BTreeMap;

/// By noun: the file, and what it says where it can be read.
type Given = BTreeMap<String, (String, Option<raw::KindLabels>)>;

impl<'a> Lint<'a> {
    /// The labels of every kind.
    pub(super) fn labels(&mut self, folder: &str) -> Option<BTreeMap<String, KindLabels>> {
        let given = self.read_labels(folder)?;
        let vocabulary = self.vocabulary;
        let mut out = BTreeMap::new();
        for (noun, shape) in &vocabulary.kinds {
            let own = self.own.and_then(|own| own.labels.get(noun));
            match (given.get(noun), own) {
                (Some((file, Some(given))), own) => {
                    let fields = self.field_labels(file, noun, shape, given, own);
                    let (name, about, example) = (given.name.clone(), given.about.clone(), given.example.clone());
                    out.insert(noun.clone(), KindLabels { name, about, example, fields });
                }
                (Some((_, None)), _) => {} // cannot be read, and that was said
                (None, Some(own)) => drop(out.insert(noun.clone(), own.clone())),
                (None, None) => {
                    let file = self.one_file(folder).unwrap_or_else(|| format!("{folder}/labels/{noun}.toml"));
                    self.say(&file, 0..0, &format!("種類 {noun} の言葉がありません。"));
                }
            }
        }
        Some(out)
    }

    /// What is given for each kind, and where: a file of its own below `labels/`, or a table of the one `labels.toml`
    /// that packs had before.
    fn read_labels(&mut self, folder: &str) -> Option<Given> {
        let parts = format!("{folder}/labels/");
        let operations = operations_file(folder);
        let paths: Vec<&String> = self.below(&parts).filter(|path| **path != operations).collect();
        let mut out = Given::new();
        if let Some(file) = self.one_file(folder) {
            if self.own.is_none() && !paths.is_empty() {
                self.say(&file, 0..0, "labels フォルダもあります。どちらか1つにしてください。");
            }
            for (noun, labels) in self.read::<raw::Labels>(&file)? {
                if self.own.is_none() {
                    self.kind(&file, &noun);
                }
                out.insert(noun.into_inner(), (file.clone(), Some(labels)));
            }
            return Some(out);
        }
        if paths.is_empty() {
            self.say(&parts, 0..0, "このフォルダに何もありません。");
            return None;
        }
        for path in paths {
            let noun = path.trim_start_matches(&parts).trim_end_matches(".toml");
            if self.vocabulary.kinds.contains_key(noun) {
                out.insert(noun.to_owned(), (path.clone(), self.read(path)));
            } else if self.own.is_none() {
                self.say(path, 0..0, &format!("知らない種類です: {noun}"));
            }
        }
        Some(out)
    }

    /// Where the labels of all kinds stand together.
    fn one_file(&self, folder: &str) -> Option<String> {
        Some(format!("{folder}/labels.toml")).filter(|file| self.files.0.contains_key(file))
    }

    fn field_labels(
        &mut self,
        file: &str,
        noun: &str,
        shape: &KindShape,
        given: &raw::KindLabels,
        own: Option<&KindLabels>,
    ) -> BTreeMap<String, FieldLabels> {
        if own.is_none() {
            for field in given.fields.keys() {
                self.field((file, field.span()), noun, field.get_ref());
            }
        }
        let mut out = BTreeMap::new();
        for (id, field) in &shape.fields {
            let own = own.and_then(|own| own.fields.get(id));
            let Some((at, words)) = given.fields.iter().find(|(one, _)| one.get_ref() == id) else {
                match own {
                    Some(own) => drop(out.insert(id.clone(), own.clone())),
                    None => self.say(file, 0..0, &format!("項目 {noun}.{id} の言葉がありません。")),
                }
                continue;
            };
            let mut choices: BTreeMap<String, String> =
                words.choices.iter().map(|(id, word)| (id.get_ref().clone(), word.clone())).collect();
            for choice in
                field.choices.iter().filter(|choice| !words.choices.keys().any(|one| one.get_ref() == *choice))
            {
                match own.and_then(|own| own.choices.get(choice)) {
                    Some(word) => drop(choices.insert(choice.clone(), word.clone())),
                    None => self.say(file, at.span(), &format!("{noun}.{id} の選択肢 {choice} の言葉がありません。")),
                }
            }
            if self.own.is_none() {
                for choice in words.choices.keys() {
                    self.one_of((file, choice.span()), choice.get_ref(), &field.choices, "選択肢");
                }
            }
            out.insert(id.clone(), FieldLabels { label: words.label.clone(), help: words.help.clone(), choices });
        }
        out
    }

    /// The words of operations. A pack from before they had some takes the program's.
    pub(super) fn operations(&mut self, folder: &str) -> BTreeMap<String, String> {
        let file = operations_file(folder);
        let own = self.own.map(|own| &own.operations);
        let given = match own {
            Some(_) if !self.files.0.contains_key(&file) => Some(raw::Operations::new()),
            _ => self.read::<raw::Operations>(&file),
        };
        let Some(given) = given else { return BTreeMap::new() };
        let mut out = BTreeMap::new();
        for (verb, text) in given {
            match self.vocabulary.operations.get(verb.get_ref()) {
                Some(words) => {
                    self.filled((&file, text.span()), verb.get_ref(), text.get_ref());
                    self.fits((&file, text.span()), text.get_ref(), *words);
                    out.insert(verb.into_inner(), text.into_inner());
                }
                None if own.is_none() => {
                    self.say(&file, verb.span(), &format!("知らない操作です: {}", verb.get_ref()));
                }
                None => {}
            }
        }
        for verb in
            self.vocabulary.operations.keys().filter(|verb| !out.contains_key(*verb)).cloned().collect::<Vec<_>>()
        {
            match own.and_then(|own| own.get(&verb)) {
                Some(text) => drop(out.insert(verb, text.clone())),
                None => self.say(&file, 0..0, &format!("操作 {verb} の言葉がありません。")),
            }
        }
        out
    }

    /// A sentence has room for the words its operation has, and no other braces.
    fn fits(&mut self, (file, at): At<'_>, text: &str, words: usize) {
        let mut rest = text.to_owned();
        for word in 0..words {
            rest = rest.replace(&format!("{{{word}}}"), "");
        }
        if rest.contains(['{', '}']) {
            self.say(file, at, &format!("差し込めるのは {{0}} から数えて {words} つです: {text}"));
        }
    }

    pub(super) fn words(&mut self, file: &str, words: raw::Words) -> BTreeMap<String, String> {
        let mut given: BTreeMap<String, String> =
            words.words.iter().map(|(key, text)| (key.get_ref().clone(), text.clone())).collect();
        if self.own.is_none() {
            for key in words.words.keys() {
                self.one_of((file, key.span()), key.get_ref(), &self.vocabulary.words, "言葉の名前");
            }
        }
        for key in &self.vocabulary.words {
            if given.contains_key(key) {
                continue;
            }
            match self.own.and_then(|own| own.words.get(key)) {
                Some(word) => drop(given.insert(key.clone(), word.clone())),
                None => self.say(file, 0..0, &format!("言葉 {key} がありません。")),
            }
        }
        given
    }
}

fn operations_file(folder: &str) -> String {
    format!("{folder}/labels/operations.toml")
}
