//! `sonae scenarios`: which scenarios fit this plan, what each lacks, and how it reads here.

use super::{beside, open, opened, say};
use crate::words::Words;
use binder::Rehearsal;
use binder::plan::exercise::{Card, Filled, Script, Year};
use binder::template::PackKind;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Says the scenarios as they are played here, or takes some over.
pub(super) fn scenarios(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    if let Some(source) = beside::source(m) {
        return beside::take(PackKind::Scenario, &source, m, words);
    }
    if let Some(file) = m.get_one::<PathBuf>("file") {
        return beside::tell_taken(&opened(m, false)?.take_scenario(file, "")?, m, words);
    }
    if let Some((id, to)) = m.get_one::<String>("give").zip(m.get_one::<PathBuf>("output")) {
        open(m)?.give_scenario(id, to)?;
        return Ok(0);
    }
    let binder = open(m)?;
    let all = binder.rehearsals()?;
    if m.get_flag("json") {
        say(json!({ "scenarios": all.iter().map(as_json).collect::<Vec<_>>() }))?;
        return Ok(0);
    }
    all.iter().try_for_each(|one| read_out(one, words))?;
    let now = binder.snapshot();
    let year = Year::of(&now.plan, &binder.outside().today());
    let due = year.iter().flat_map(|year| year.due.iter().map(|due| due.says(&now.plan, &now.template)));
    due.into_iter().try_for_each(|text| say(format!("{}\t{text}", words.say("今年度", "due"))))?;
    Ok(0)
}

/// Whether it can be played, in a word.
fn fit(one: &Rehearsal, words: &Words) -> String {
    let said = match (one.for_here, one.fits()) {
        (false, _) => {
            words.say("合わない（ほかの種別の施設のシナリオ）", "does not fit: for another kind of institution")
        }
        (true, false) => words.say("合わない", "does not fit"),
        (true, true) => words.say("合う", "fits"),
    };
    said.to_owned()
}

fn read_out(one: &Rehearsal, words: &Words) -> binder::Result<()> {
    let (script, minutes) = (&one.script, words.say("分", " min"));
    let head =
        format!("{}\t{}（{}、{}{minutes}）", script.scenario, script.title, script.edition, script.parting.minutes);
    say(format!("{head}\t{}", fit(one, words)))?;
    if !one.for_here {
        return Ok(());
    }
    let lacks = one.lacks.iter().map(|lack| format!("\t{}：{}", words.say("足りない", "lacks"), lack.text));
    lacks.into_iter().try_for_each(say)?;
    line(words.say("目的", "purpose"), &script.purpose)?;
    line(words.say("始まり", "opening"), &script.opening)?;
    let parts = [
        (words.say("始まり", "opening"), script.parting.opening),
        (words.say("話し合い", "play"), script.parting.play()),
        (words.say("振り返り", "hot wash"), script.parting.review),
    ];
    let parts = parts.map(|(what, count)| format!("{what} {count}{minutes}"));
    say(format!("{}：{}", words.say("時間の分け方", "time"), parts.join(words.say("、", ", "))))?;
    for hit in &script.hits {
        line(words.say("攻撃を受けるもの", "hit"), hit)?;
    }
    say(format!("{}：{}", words.say("一緒に止まるもの", "stops with it"), script.stops.join("、")))?;
    script.unusable.iter().try_for_each(|one| line(words.say("使えないもの", "cannot be used"), one))?;
    let mut modules = script.modules.iter().peekable();
    for card in &script.cards {
        while let Some(module) = modules.next_if(|module| module.minute <= card.minute) {
            say(format!("{}{minutes}\t― {}　{}　{}", module.minute, module.clock, module.title, module.jump.text))?;
        }
        inject(card, format!("{}{minutes}", card.minute), words)?;
    }
    script.reserves.iter().try_for_each(|card| inject(card, words.say("予備", "reserve").to_owned(), words))?;
    script.closing.iter().try_for_each(|one| line(words.say("終わりに埋める文", "to fill in at the end"), one))
}

fn line(what: &str, text: &Filled) -> binder::Result<()> {
    say(format!("{what}：{}", text.text))
}

fn inject(card: &Card, at: String, words: &Words) -> binder::Result<()> {
    say(format!("{at}\t{} → {}\t{}", card.sender.text, card.addressee.text, card.text.text))?;
    say(format!("\t{}：{}", words.say("聞きどころ", "listen for"), card.listen.text))?;
    for branch in &card.branches {
        say(format!("\t{}：{} → {}", words.say("分かれ道", "branch"), branch.when.text, branch.text.text))?;
    }
    Ok(())
}

fn as_json(one: &Rehearsal) -> Value {
    let lacks = |lack: &binder::LackSaid| json!({ "text": lack.text, "noun": lack.noun, "record": lack.record, "field": lack.field, "needed": lack.needed });
    json!({
        "id": one.scenario.id, "for_here": one.for_here, "fits": one.fits(),
        "lacks": one.lacks.iter().map(lacks).collect::<Vec<_>>(),
        "source": one.scenario.source, "minutes": one.scenario.minutes,
        "opening_minutes": one.scenario.opening_minutes, "review_minutes": one.scenario.review_minutes,
        "script": script_json(&one.script),
    })
}

/// The script, as the plan keeps it with a run.
fn script_json(script: &Script) -> Value {
    serde_json::to_value(script).unwrap_or_default()
}
