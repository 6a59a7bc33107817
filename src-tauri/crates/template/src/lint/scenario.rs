//! `scenarios/<id>/scenario.toml` → a [`Scenario`]. Since format 2 its time is parted and held to a budget
//! [PRACTICE-EXERCISE-BUDGET]: nobody listens to an opening of a quarter of an hour, eleven injects leave no time to
//! decide anything, and what is learnt is learnt in 振り返り.

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
    opening_minutes: Option<Spanned<u16>>,
    review_minutes: Option<Spanned<u16>>,
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

/// So many minutes an opening may take at most.
const OPENING: u16 = 10;
/// Nothing new comes in so many last minutes of play: what was begun is finished.
const LAST: u16 = 5;

/// So many injects a scenario of some minutes may have.
fn most_injects(minutes: u16) -> usize {
    match minutes {
        0..=30 => 4,
        31..=60 => 7,
        _ => 10,
    }
}

/// So many minutes of 振り返り at least: 20 of 90, and as much of a shorter one.
fn least_review(minutes: u16) -> u16 {
    minutes.saturating_mul(2).div_ceil(9)
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
        self.budget(file, &raw);
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
            opening_minutes: raw.opening_minutes.map(Spanned::into_inner),
            review_minutes: raw.review_minutes.map(Spanned::into_inner),
            purpose: raw.purpose.into_inner(),
            opening: raw.opening.into_inner(),
            unusable: strings(raw.unusable),
            injects: raw.inject.into_iter().map(inject).collect(),
            closing: strings(raw.closing),
        }
    }

    /// Whether the time is parted as a group can play it. A scenario of format 1 said nothing of it and is left as it is:
    /// plans keep such.
    fn budget(&mut self, file: &str, raw: &Raw) {
        if *raw.format.get_ref() < 2 {
            return;
        }
        let (Some(opening), Some(review)) = (&raw.opening_minutes, &raw.review_minutes) else {
            self.say(
                file,
                raw.minutes.span(),
                "opening_minutes（始まりを読む分）と review_minutes（振り返りの分）が要ります。",
            );
            return;
        };
        let minutes = *raw.minutes.get_ref();
        if *opening.get_ref() > OPENING {
            self.say(file, opening.span(), &format!("始まりは {OPENING} 分までです。"));
        }
        let least = least_review(minutes);
        if *review.get_ref() < least {
            self.say(file, review.span(), &format!("{minutes} 分の演習では、振り返りに {least} 分以上を残します。"));
        }
        let most = most_injects(minutes);
        if let Some(one) = raw.inject.get(most) {
            self.say(file, one.id.span(), &format!("{minutes} 分の演習では、注入は {most} 個までです。"));
        }
        let play = minutes.saturating_sub(*opening.get_ref()).saturating_sub(*review.get_ref());
        for one in raw.inject.iter().filter(|one| one.minute.get_ref().saturating_add(LAST) > play) {
            let says = format!("話し合いは {play} 分です。終わりの {LAST} 分には、新しい注入を入れません。");
            self.say(file, one.minute.span(), &says);
        }
    }
}
