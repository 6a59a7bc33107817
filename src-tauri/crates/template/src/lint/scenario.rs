//! `scenarios/<id>/scenario.toml` → a [`Scenario`].

use super::{Lint, Problem, beside::read_one, strings};
use crate::{Inject, PackFiles, PackKind, Scenario, Vocabulary};
use serde::Deserialize;
use toml::Spanned;

type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    format: Spanned<u32>,
    id: Text,
    title: Text,
    edition: Text,
    source: Text,
    #[serde(default)]
    institutions: Vec<Text>,
    minutes: Spanned<u16>,
    purpose: Text,
    opening: Text,
    unusable: Vec<Text>,
    inject: Vec<RawInject>,
    closing: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInject {
    id: Text,
    minute: Spanned<u16>,
    from: Text,
    to: Text,
    text: Text,
    listen: Text,
    source: Option<Text>,
}

/// Checks a scenario.
///
/// # Errors
/// Every problem found, sorted by file and line.
pub fn check_scenario(files: &PackFiles, vocabulary: &Vocabulary) -> Result<Scenario, Vec<Problem>> {
    read_one(PackKind::Scenario, files, vocabulary, |lint, folder, file, raw| lint.scenario(folder, file, raw))
}

impl<'a> Lint<'a> {
    fn scenario(&mut self, folder: &str, file: &str, raw: Raw) -> Scenario {
        self.headed(folder, file, &raw.format, &raw.id);
        let head = [("title", &raw.title), ("edition", &raw.edition), ("source", &raw.source)];
        self.all_filled(file, &head);
        self.all_filled(file, &[("purpose", &raw.purpose), ("opening", &raw.opening)]);
        self.institutions(file, &raw.institutions);
        self.unique(file, raw.inject.iter().map(|one| &one.id));
        for (what, list) in [("unusable", &raw.unusable), ("closing", &raw.closing)] {
            list.iter().for_each(|text| self.all_filled(file, &[(what, text)]));
        }
        let mut last = 0;
        for one in &raw.inject {
            let texts = [("id", &one.id), ("from", &one.from), ("to", &one.to)];
            self.all_filled(file, &texts);
            self.all_filled(file, &[("text", &one.text), ("listen", &one.listen)]);
            one.source.iter().for_each(|source| self.all_filled(file, &[("source", source)]));
            let minute = *one.minute.get_ref();
            if minute < last {
                self.say(file, one.minute.span(), "前の注入より早い分です。時刻の順に並べてください。");
            }
            if minute >= *raw.minutes.get_ref() {
                self.say(file, one.minute.span(), "演習が終わる分より後の注入です。");
            }
            last = minute;
        }
        if raw.inject.is_empty() {
            self.say(file, raw.id.span(), "注入が1つもありません。");
        }
        let inject = |one: RawInject| Inject {
            id: one.id.into_inner(),
            minute: one.minute.into_inner(),
            sender: one.from.into_inner(),
            addressee: one.to.into_inner(),
            text: one.text.into_inner(),
            listen: one.listen.into_inner(),
            source: one.source.map(Spanned::into_inner),
        };
        Scenario {
            id: raw.id.into_inner(),
            title: raw.title.into_inner(),
            edition: raw.edition.into_inner(),
            source: raw.source.into_inner(),
            hash: self.files.hash(),
            institutions: strings(raw.institutions),
            minutes: raw.minutes.into_inner(),
            purpose: raw.purpose.into_inner(),
            opening: raw.opening.into_inner(),
            unusable: strings(raw.unusable),
            injects: raw.inject.into_iter().map(inject).collect(),
            closing: strings(raw.closing),
        }
    }
}
