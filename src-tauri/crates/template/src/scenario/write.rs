//! A scenario → `scenario.toml` of the newest format: how one made in the program is given away, and how it is held to the
//! same rules as any other, line by line.

use super::{Branch, Hit, Inject, Module, Scenario, Sign};
use serde::Serialize;

/// The format it is written in.
const FORMAT: u32 = 3;

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    id: &'a str,
    title: &'a str,
    edition: &'a str,
    source: &'a str,
    institutions: &'a [String],
    level: u8,
    night: bool,
    minutes: u16,
    opening_minutes: Option<u16>,
    review_minutes: Option<u16>,
    purpose: &'a str,
    opening: &'a str,
    unusable: &'a [String],
    prompts: &'a [String],
    questions: &'a [String],
    closing: &'a [String],
    hit: Vec<WrittenHit<'a>>,
    module: Vec<WrittenModule<'a>>,
    inject: Vec<WrittenInject<'a>>,
    reserve: Vec<WrittenInject<'a>>,
}

#[derive(Serialize)]
struct WrittenHit<'a> {
    entries: &'a [String],
    what: &'a str,
}

#[derive(Serialize)]
struct WrittenModule<'a> {
    id: &'a str,
    title: &'a str,
    minute: u16,
    clock: &'a str,
    jump: Option<&'a str>,
}

#[derive(Serialize)]
struct WrittenInject<'a> {
    id: &'a str,
    minute: Option<u16>,
    from: &'a str,
    to: &'a str,
    text: &'a str,
    listen: &'a str,
    source: Option<&'a str>,
    may_fall: bool,
    leaves: Option<&'a str>,
    record: Option<&'a str>,
    page: Option<&'a str>,
    items: &'a [String],
    phone: Option<&'a str>,
    sign: Vec<WrittenSign<'a>>,
    branch: Vec<WrittenBranch<'a>>,
}

#[derive(Serialize)]
struct WrittenSign<'a> {
    sign: &'a str,
    after: u16,
    say: &'a str,
}

#[derive(Serialize)]
struct WrittenBranch<'a> {
    id: &'a str,
    when: &'a str,
    from: Option<&'a str>,
    text: &'a str,
}

impl Scenario {
    /// Its file: `scenarios/<id>/scenario.toml`. What was of an older format is written in today's, so it may lack what that
    /// asks for.
    pub fn to_toml(&self) -> String {
        let written = Written {
            format: FORMAT,
            id: &self.id,
            title: &self.title,
            edition: &self.edition,
            source: &self.source,
            institutions: &self.institutions,
            level: self.level,
            night: self.night,
            minutes: self.minutes,
            opening_minutes: self.opening_minutes,
            review_minutes: self.review_minutes,
            purpose: &self.purpose,
            opening: &self.opening,
            unusable: &self.unusable,
            prompts: &self.prompts,
            questions: &self.questions,
            closing: &self.closing,
            hit: self.hits.iter().map(hit).collect(),
            module: self.modules.iter().map(module).collect(),
            inject: self.injects.iter().map(|one| inject(one, Some(one.minute))).collect(),
            reserve: self.reserves.iter().map(|one| inject(one, None)).collect(),
        };
        // Texts, numbers and tables in the order TOML wants them: nothing of it can fail.
        toml::to_string_pretty(&written).unwrap_or_default()
    }
}

fn hit(one: &Hit) -> WrittenHit<'_> {
    WrittenHit { entries: &one.entries, what: &one.what }
}

fn module(one: &Module) -> WrittenModule<'_> {
    let jump = Some(one.jump.as_str()).filter(|jump| !jump.is_empty());
    WrittenModule { id: &one.id, title: &one.title, minute: one.minute, clock: &one.clock, jump }
}

fn inject(one: &Inject, minute: Option<u16>) -> WrittenInject<'_> {
    WrittenInject {
        id: &one.id,
        minute,
        from: &one.sender,
        to: &one.addressee,
        text: &one.text,
        listen: &one.listen,
        source: one.source.as_deref(),
        may_fall: one.may_fall,
        leaves: one.leaves.as_deref(),
        record: one.record.as_deref(),
        page: one.page.as_deref(),
        items: &one.items,
        phone: one.phone.as_deref(),
        sign: one.signs.iter().map(sign).collect(),
        branch: one.branches.iter().map(branch).collect(),
    }
}

fn sign(one: &Sign) -> WrittenSign<'_> {
    WrittenSign { sign: &one.sign, after: one.after, say: &one.say }
}

fn branch(one: &Branch) -> WrittenBranch<'_> {
    WrittenBranch { id: &one.id, when: &one.when, from: one.sender.as_deref(), text: &one.text }
}
