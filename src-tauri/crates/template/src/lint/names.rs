//! Small checks: does a name exist, is a text filled, is an id alone.

use super::{At, Lint, Names};
use crate::{raw, *};
use std::collections::BTreeSet;
use toml::Spanned;

impl<'a> Lint<'a> {
    pub(super) fn inline(&mut self, (file, at): At<'_>, text: &str, names: &Names) -> Vec<Inline> {
        let read = match parse_inline(text) {
            Ok(read) => read,
            Err(message) => {
                self.say(file, at, &message);
                return Vec::new();
            }
        };
        for piece in &read {
            match piece {
                Inline::Field { kind, source, field } | Inline::Unless { kind, source, field, .. } => {
                    let shape = self.vocabulary.kinds.get(kind);
                    if !shape.is_some_and(|shape| shape.computed.contains(field)) {
                        self.field((file, at.clone()), kind, field);
                    }
                    if let Some(source) = source.as_ref().filter(|source| !names.entries.contains(*source)) {
                        self.say(file, at.clone(), &format!("目録に無い id です: {source}"));
                    }
                }
                Inline::Here(field) => {
                    let shape = self.vocabulary.kinds.get("departments");
                    if shape.is_some_and(|shape| shape.computed.contains(field)) {
                        continue;
                    }
                    self.field((file, at.clone()), "departments", field);
                }
                Inline::Names(sources) => {
                    for source in sources {
                        if let Some((of, _)) = source.split_once('=') {
                            let (kind, field) = of.split_once('.').unwrap_or((of, ""));
                            self.field((file, at.clone()), kind, field);
                        } else if !names.entries.contains(source) {
                            self.say(file, at.clone(), &format!("目録に無い id です: {source}"));
                        }
                    }
                }
                Inline::Page(target) => self.target((file, at.clone()), target, names),
                Inline::Text(_) | Inline::Bold(_) | Inline::Blank(_) => {}
            }
        }
        read
    }

    /// A text people may edit has no words that come and go, and nothing put together.
    pub(super) fn plain(&mut self, (file, at): At<'_>, read: &[Inline]) {
        for piece in read {
            let Inline::Field { kind, field, .. } = piece else {
                if let Inline::Unless { .. } = piece {
                    self.say(file, at.clone(), "unless は「今すぐ」の頁だけで使えます。");
                }
                continue;
            };
            if self.vocabulary.kinds.get(kind).is_some_and(|shape| shape.computed.contains(field)) {
                self.say(file, at.clone(), &format!("{field} は「今すぐ」の頁だけで使えます。"));
            }
        }
    }

    pub(super) fn target(&mut self, (file, at): At<'_>, target: &str, names: &Names) {
        let known = match target.split_once('/') {
            Some(("section", number)) => names.sections.contains(number),
            Some(("block", block)) => self.is_block(block),
            _ => false,
        };
        if !known {
            self.say(file, at, &format!("参照先が分かりません: {target}"));
        }
    }

    pub(super) fn is_block(&self, block: &str) -> bool {
        self.vocabulary.blocks.iter().any(|one| one == block)
    }

    pub(super) fn field(&mut self, (file, at): At<'_>, kind: &str, field: &str) -> Option<&'a FieldShape> {
        let vocabulary = self.vocabulary;
        let found = vocabulary.kinds.get(kind).and_then(|shape| shape.fields.get(field));
        if found.is_none() {
            self.say(file, at, &format!("知らない項目です: {kind}.{field}"));
        }
        found
    }

    pub(super) fn kind(&mut self, file: &str, kind: &Spanned<String>) {
        if !self.vocabulary.kinds.contains_key(kind.get_ref()) {
            self.say(file, kind.span(), &format!("知らない種類です: {}", kind.get_ref()));
        }
    }

    pub(super) fn entries(&mut self, file: &str, list: &[Spanned<String>], names: &Names) {
        for one in list.iter().filter(|one| !names.entries.contains(one.get_ref())) {
            self.say(file, one.span(), &format!("目録に無い id です: {}", one.get_ref()));
        }
    }

    pub(super) fn institutions(&mut self, file: &str, list: &[Spanned<String>]) {
        for one in list {
            self.one_of((file, one.span()), one.get_ref(), &self.vocabulary.institutions, "施設の種別");
        }
    }

    pub(super) fn source(&mut self, file: &str, source: &raw::Source, names: &Names) {
        if !names.documents.contains(source.document.get_ref()) {
            self.say(file, source.document.span(), "pack.toml に無い文書です。");
        }
    }

    pub(super) fn mark(&mut self, file: &str, mark: &Spanned<String>) -> Mark {
        match mark.get_ref().as_str() {
            "seen" => Mark::Seen,
            "half" => Mark::Half,
            "secondary" => Mark::Secondary,
            "inferred" => Mark::Inferred,
            "file" => Mark::File,
            _ => {
                self.say(file, mark.span(), "mark は seen・half・secondary・inferred・file のどれかです。");
                Mark::Inferred
            }
        }
    }

    pub(super) fn one_of(&mut self, (file, at): At<'_>, value: &str, allowed: &[String], what: &str) {
        if !allowed.iter().any(|one| one == value) {
            self.say(file, at, &format!("知らない{what}です: {value}"));
        }
    }

    pub(super) fn filled(&mut self, (file, at): At<'_>, what: &str, text: &str) {
        if text.trim().is_empty() {
            self.say(file, at, &format!("{what} が空です。"));
        }
    }

    pub(super) fn unique<'t>(&mut self, file: &str, ids: impl Iterator<Item = &'t Spanned<String>>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.get_ref()) {
                self.say(file, id.span(), &format!("{} が2つあります。", id.get_ref()));
            }
        }
    }
}
