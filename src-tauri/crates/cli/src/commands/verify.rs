//! `sonae verify`: the examination, and what a person decided about rows that differ from their history.

use super::{opened, say, text};
use crate::waiting::Waiting;
use crate::words::Words;
use binder::plan::{Id, Kind};
use binder::{Binder, Error, Fault, Keep, Step};
use clap::ArgMatches;
use serde_json::json;
use std::collections::BTreeMap;

/// Examines a plan; with `--keep` the rows in doubt are decided first.
pub(super) fn verify(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let keep = match text(m, "keep") {
        "file" => Some(Keep::Found),
        "history" => Some(Keep::Logged),
        _ => None,
    };
    let binder = opened(m, keep.is_none())?;
    if let Some(keep) = keep {
        decide(&binder, keep, text(m, "row"))?;
    }
    let template = binder.template();
    let said = binder.doubts().into_iter().map(|doubt| {
        let whole = doubt.history_whole.then(|| words.say("履歴は書いた時のまま", "the log is as it was written"));
        let lines: Vec<String> = doubt.lines(&template).into_iter().chain(whole.map(str::to_owned)).collect();
        ((doubt.kind, doubt.id), lines.join("、"))
    });
    let said: BTreeMap<(Kind, Id), String> = said.collect();
    let faults: Vec<String> =
        binder.verify(&Waiting::new(words))?.iter().map(|fault| fault_line(&said, fault, words)).collect();
    if m.get_flag("json") {
        say(json!({ "faults": faults }))?;
    } else if faults.is_empty() {
        say(words.say("ファイルに異常はありません。", "The file is sound."))?;
    } else {
        faults.iter().try_for_each(say)?;
    }
    Ok(u8::from(!faults.is_empty()))
}

/// All rows in doubt, or the one of that id.
fn decide(binder: &Binder, keep: Keep, row: &str) -> binder::Result<()> {
    let doubts = binder.doubts();
    let row = match row {
        "" if doubts.is_empty() => return Ok(()),
        "" => None,
        id => {
            let meant = Id::parse(id).and_then(|id| doubts.iter().find(|doubt| doubt.id == id));
            Some(meant.map(|doubt| (doubt.kind, doubt.id)).ok_or_else(|| Error::NotFound(id.to_owned()))?)
        }
    };
    binder.decide(row, keep, &Step::default()).map(drop)
}

fn fault_line(doubts: &BTreeMap<(Kind, Id), String>, fault: &Fault, words: &Words) -> String {
    match fault {
        Fault::Integrity(said) => format!("{}: {said}", words.say("中身が壊れています", "integrity")),
        Fault::Trigger(name) => format!("{}: {name}", words.say("履歴を書く仕組みが変えられています", "trigger")),
        Fault::Row(kind, id) => {
            let lines = doubts.get(&(*kind, *id)).map_or("", String::as_str);
            let said = words.say("行が履歴と違います", "row differs from log");
            format!("{said}: {} {id} {lines}", kind.noun()).trim_end().to_owned()
        }
        Fault::Unnamed(kind) => {
            format!("{}: {}", words.say("名札の読めない行があります", "a row without an id"), kind.noun())
        }
        Fault::Transaction(seq) => {
            format!("{}: {seq}", words.say("履歴が書いた時と違います（番号）", "not as it was entered"))
        }
        Fault::Attachment(hash) => {
            format!("{}: {hash}", words.say("付けたファイルが変えられています", "attachment"))
        }
        Fault::Pack(hash) => format!("{}: {hash}", words.say("ひな形の束が変えられています", "pack")),
    }
}
