//! `scenarios/<id>/scenario.toml` → a [`Scenario`]. Since format 2 its time is parted and held to a budget; since format 3
//! it plays the plan of those who play: systems that are hit, slots, modules, and all that whoever leads needs.

mod budget;
mod raw;

use super::{Lint, Problem, beside::read_one, strings};
use crate::{Branch, Hit, Inject, Module, PackFiles, PackKind, Piece, Scenario, Sign, SlotOf, Vocabulary, slots};
use raw::{Raw, RawHit, RawInject, RawModule, Text};
use std::collections::BTreeSet;
use toml::Spanned;

/// The format in which a scenario plays somebody's plan.
const PLAYS_A_PLAN: u32 = 3;
/// So many characters of one text can be read on the wall from eight metres.
const MOST_TEXT: usize = 160;
/// The same of what is read out first.
const MOST_OPENING: usize = 420;

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
        self.unique(file, raw.inject.iter().chain(&raw.reserve).map(|one| &one.id));
        self.unique(file, raw.module.iter().map(|one| &one.id));
        for (what, list) in [
            ("unusable", &raw.unusable),
            ("closing", &raw.closing),
            ("prompts", &raw.prompts),
            ("questions", &raw.questions),
        ] {
            list.iter().for_each(|text| self.all_filled(file, &[(what, text)]));
        }
        self.budget(file, &raw);
        self.in_time(file, &raw);
        if *raw.format.get_ref() >= PLAYS_A_PLAN {
            self.plays_a_plan(file, &raw);
        }
        if raw.inject.is_empty() {
            self.say(file, raw.id.span(), "出来事が1つもありません。");
        }
        for one in raw.inject.iter().chain(&raw.reserve) {
            self.inject(file, one);
        }
        Scenario {
            id: raw.id.into_inner(),
            title: raw.title.into_inner(),
            edition: raw.edition.into_inner(),
            source: raw.source.into_inner(),
            hash: self.files.hash(),
            institutions: strings(raw.institutions),
            level: raw.level.map_or(0, Spanned::into_inner),
            night: raw.night,
            minutes: raw.minutes.into_inner(),
            opening_minutes: raw.opening_minutes.map(Spanned::into_inner),
            review_minutes: raw.review_minutes.map(Spanned::into_inner),
            purpose: raw.purpose.into_inner(),
            opening: raw.opening.into_inner(),
            hits: raw.hit.into_iter().map(hit).collect(),
            unusable: strings(raw.unusable),
            modules: raw.module.into_iter().map(module).collect(),
            injects: raw.inject.into_iter().map(inject).collect(),
            reserves: raw.reserve.into_iter().map(inject).collect(),
            prompts: strings(raw.prompts),
            questions: strings(raw.questions),
            closing: strings(raw.closing),
        }
    }

    fn inject(&mut self, file: &str, one: &RawInject) {
        let texts =
            [("id", &one.id), ("from", &one.from), ("to", &one.to), ("text", &one.text), ("listen", &one.listen)];
        self.all_filled(file, &texts);
        let more = [("source", &one.source), ("leaves", &one.leaves), ("record", &one.record), ("page", &one.page)];
        let more = more.into_iter().chain([("phone", &one.phone)]);
        more.for_each(|(what, text)| text.iter().for_each(|text| self.all_filled(file, &[(what, text)])));
        one.sign.iter().for_each(|sign| self.all_filled(file, &[("sign", &sign.sign), ("say", &sign.say)]));
        self.unique(file, one.branch.iter().map(|branch| &branch.id));
        for branch in &one.branch {
            self.all_filled(file, &[("id", &branch.id), ("when", &branch.when), ("text", &branch.text)]);
        }
        if let Some(third) = one.branch.get(2) {
            self.say(file, third.id.span(), "分かれ道は2つまでです。進行役はその場で言い足せます。");
        }
    }

    /// What a scenario must have that plays the plan of those who play.
    fn plays_a_plan(&mut self, file: &str, raw: &Raw) {
        let id = raw.id.span();
        let mut wants = |there: bool, says: &str| {
            if !there {
                self.say(file, id.clone(), says);
            }
        };
        wants(
            raw.level.as_ref().is_some_and(|level| (1..=5).contains(level.get_ref())),
            "level（何年目向けか）は1から5です。",
        );
        wants(
            raw.module.first().is_some_and(|one| *one.minute.get_ref() == 0),
            "最初の module は minute = 0 で始まります。",
        );
        // How good a scenario is; who changes a copy decides that alone.
        let ours = !Scenario::is_own(raw.id.get_ref());
        let mut wants = |there: bool, says: &str| wants(there || !ours, says);
        wants((2..=3).contains(&raw.reserve.len()), "予備の出来事（reserve）を2つか3つ書いてください。");
        wants(raw.prompts.len() >= 2, "黙ったときの問い（prompts）を2つ以上書いてください。");
        wants(!raw.questions.is_empty(), "振り返りの問い（questions）がありません。");
        wants(
            raw.inject.iter().filter(|one| one.leaves.is_some()).count() == 1,
            "決める人が席を外す出来事（leaves）を1つ書いてください。",
        );
        wants(raw.inject.iter().any(|one| one.page.is_some()), "計画の頁を探してもらう出来事（page）がありません。");
        wants(
            raw.inject.iter().any(|one| one.may_fall),
            "時間が足りないとき外してよい出来事（may_fall）がありません。",
        );
        for (nth, one) in raw.module.iter().enumerate() {
            self.all_filled(file, &[("id", &one.id), ("title", &one.title), ("clock", &one.clock)]);
            match &one.jump {
                Some(jump) => self.all_filled(file, &[("jump", jump)]),
                None if nth > 0 => {
                    self.say(file, one.id.span(), "時刻を進める module には、告げる言葉（jump）が要ります。")
                }
                None => {}
            }
        }
        for one in raw.module.windows(2).filter(|two| two[0].minute.get_ref() >= two[1].minute.get_ref()) {
            self.say(file, one[1].minute.span(), "module は時刻の順に並べてください。");
        }
        for entry in raw.hit.iter().flat_map(|hit| &hit.entries) {
            if !entry.get_ref().starts_with("systems/") {
                self.say(file, entry.span(), "entries には systems/… の目録の番号を書きます。");
            }
        }
        for one in raw.inject.iter().chain(&raw.reserve) {
            if let Some(record) = &one.record {
                let noun = record.get_ref().split('/').next().unwrap_or_default().to_owned();
                let kinds: Vec<String> = self.vocabulary.kinds.keys().cloned().collect();
                self.one_of((file, record.span()), &noun, &kinds, "記録の種類");
            }
            for text in std::iter::once(&one.text).chain(one.branch.iter().map(|branch| &branch.text)) {
                self.no_longer(file, text, MOST_TEXT);
            }
        }
        self.no_longer(file, &raw.opening, MOST_OPENING);
        self.all_slots(file, raw);
    }

    fn no_longer(&mut self, file: &str, text: &Text, most: usize) {
        let count = text.get_ref().chars().count();
        if count > most {
            self.say(file, text.span(), &format!("{count} 字あります。映して読めるのは {most} 字までです。"));
        }
    }

    fn all_slots(&mut self, file: &str, raw: &Raw) {
        let of_module = raw.module.iter().flat_map(|one| one.jump.iter());
        let lists = [&raw.unusable, &raw.prompts, &raw.questions, &raw.closing].into_iter().flatten();
        let texts = [&raw.purpose, &raw.opening].into_iter().chain(lists).chain(of_module);
        let of_inject = raw.inject.iter().chain(&raw.reserve).flat_map(texts_of);
        let mut used = BTreeSet::new();
        for text in texts.chain(of_inject) {
            match slots(text.get_ref()) {
                Err(says) => self.say(file, text.span(), &says),
                Ok(pieces) => {
                    let ways = pieces.into_iter().filter_map(|piece| match piece {
                        Piece::Slot(slot) => Some(slot.ways),
                        Piece::Text(_) => None,
                    });
                    for way in ways.flatten() {
                        let SlotOf::Hit(nth, _) = way else { continue };
                        used.insert(nth);
                        if nth > raw.hit.len() {
                            self.say(file, text.span(), &format!("{nth} 番目の hit がありません。"));
                        }
                    }
                }
            }
        }
        // Who left an inject out of a copy may have left out the only text that names what is hit: it is hit all the same.
        let all = raw.hit.iter().enumerate().filter(|_| !Scenario::is_own(raw.id.get_ref()));
        for (nth, hit) in all.filter(|(nth, _)| !used.contains(&(nth + 1))) {
            self.say(file, hit.what.span(), &format!("{} 番目の hit は、どの文にも出てきません。", nth + 1));
        }
    }
}

fn texts_of(one: &RawInject) -> impl Iterator<Item = &Text> {
    [&one.from, &one.to, &one.text, &one.listen]
        .into_iter()
        .chain(&one.leaves)
        .chain(&one.phone)
        .chain(one.sign.iter().flat_map(|sign| [&sign.sign, &sign.say]))
        .chain(one.branch.iter().flat_map(|branch| [&branch.when, &branch.text].into_iter().chain(&branch.from)))
}

fn hit(raw: RawHit) -> Hit {
    Hit { entries: strings(raw.entries), what: raw.what.into_inner() }
}

fn module(raw: RawModule) -> Module {
    Module {
        id: raw.id.into_inner(),
        title: raw.title.into_inner(),
        minute: raw.minute.into_inner(),
        clock: raw.clock.into_inner(),
        jump: raw.jump.map_or_else(String::new, Spanned::into_inner),
    }
}

fn inject(raw: RawInject) -> Inject {
    let some = |text: Option<Text>| text.map(Spanned::into_inner);
    let sign = |one: raw::RawSign| Sign {
        sign: one.sign.into_inner(),
        after: one.after.into_inner(),
        say: one.say.into_inner(),
    };
    let branch = |one: raw::RawBranch| Branch {
        id: one.id.into_inner(),
        when: one.when.into_inner(),
        sender: one.from.map(Spanned::into_inner),
        text: one.text.into_inner(),
    };
    Inject {
        id: raw.id.into_inner(),
        minute: raw.minute.map_or(0, Spanned::into_inner),
        sender: raw.from.into_inner(),
        addressee: raw.to.into_inner(),
        text: raw.text.into_inner(),
        listen: raw.listen.into_inner(),
        source: some(raw.source),
        may_fall: raw.may_fall,
        leaves: some(raw.leaves),
        record: some(raw.record),
        page: some(raw.page),
        items: strings(raw.items),
        phone: some(raw.phone),
        signs: raw.sign.into_iter().map(sign).collect(),
        branches: raw.branch.into_iter().map(branch).collect(),
    }
}
