//! Forms as workbooks: filled, read, made a list of.

use crate::commands::{open, opened, path, say, tell, text};
use crate::words::Words;
use binder::list_form::{Left, Why};
use binder::plan::Id;
use binder::{Binder, FormRead, ReadAnswer, Step, Unfilled};
use clap::ArgMatches;
use serde_json::json;

/// Whose form of which list.
fn asked<'m>(m: &'m ArgMatches, binder: &Binder) -> binder::Result<(&'m str, Option<Id>)> {
    let list = text(m, "list");
    let of = m.get_one::<String>("supplier").map(|name| binder::supplier_form(&binder.plan(), list, name));
    Ok((list, of.transpose()?))
}

/// Writes the answers that count into a copy of a form.
pub(super) fn fill(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let binder = open(m)?;
    let (list, of) = asked(m, &binder)?;
    let filled = binder.fill_form(list, of, (path(m, "into"), path(m, "output")), &Step::default())?;
    let why = |why: Unfilled| match why {
        Unfilled::Open => ("open", words.say("まだ答えがない", "not answered")),
        Unfilled::Unsigned => ("unsigned", words.say("日か人が無い", "without day or name")),
        Unfilled::NoLine => ("no-line", words.say("票に行が無い", "no line in the form")),
        Unfilled::NoColumn => ("no-column", words.say("票に欄が無い（回・日・目標日・備考）", "no column in the form")),
    };
    if m.get_flag("json") {
        let cells: Vec<_> = filled.cells.iter().map(|(cell, said)| json!({ "cell": cell, "says": said })).collect();
        let out = filled.left_out.iter().map(|(number, one)| json!({ "number": number, "why": why(*one).0 }));
        say(json!({ "cells": cells, "left_out": out.collect::<Vec<_>>() }))?;
        return Ok(0);
    }
    filled.cells.iter().try_for_each(|(cell, said)| say(format!("{cell}\t{said}")))?;
    filled.left_out.iter().for_each(|(number, one)| tell(&format!("{number}\t{}", why(*one).1)));
    Ok(0)
}

/// Reads a filled form.
pub(super) fn read(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let dry = m.get_flag("dry-run");
    let binder = if dry { open(m)? } else { opened(m, false)? };
    let (list, of) = asked(m, &binder)?;
    let read: FormRead = binder.read_form(list, of, path(m, "file"))?;
    if !dry {
        binder.take_form(list, of, path(m, "file"), &Step::default())?;
    }
    let why = |why: Why| match why {
        Why::WrongColumn => {
            ("wrong-column", words.say("答えの欄ではない所に答えがある", "an answer in another column"))
        }
        Why::NoAnswer => ("no-answer", words.say("はい・いいえとして読めない", "no answer")),
        Why::NoDay => ("no-day", words.say("日として読めない", "no day")),
        Why::Unasked => ("unasked", words.say("聞いていない欄", "asked for by nobody")),
    };
    if m.get_flag("json") {
        let one = |one: &ReadAnswer| json!({ "number": one.number, "question": one.key.question, "round": one.key.round, "says": one.says, "plan": one.plan });
        let left = |one: &Left| json!({ "cell": one.cell, "text": one.text, "why": why(one.why).0 });
        say(json!({
            "taken": read.taken.iter().map(one).collect::<Vec<_>>(), "kept": read.kept.iter().map(one).collect::<Vec<_>>(),
            "same": read.same, "left": read.left.iter().map(left).collect::<Vec<_>>(),
            "further": read.further.iter().map(|(number, round)| json!({ "number": number, "round": round })).collect::<Vec<_>>(),
            "others": read.others.iter().map(|(number, text)| json!({ "number": number, "text": text })).collect::<Vec<_>>(),
        }))?;
        return Ok(0);
    }
    for one in &read.taken {
        say(format!("{}\t{}\t{}", words.say("読む", "taken"), one.number, one.says))?;
    }
    for one in &read.kept {
        let plan = one.plan.as_deref().unwrap_or_default();
        say(format!("{}\t{}\t{}\t{plan}", words.say("計画のまま", "kept"), one.number, one.says))?;
    }
    read.left.iter().for_each(|one| tell(&format!("{}\t{}\t{}", one.cell, one.text, why(one.why).1)));
    let further = words.say("回目の欄は、この一覧にありません", "is a round the list does not have");
    read.further.iter().for_each(|(number, round)| tell(&format!("{number}\t{round}{further}")));
    let other = words.say("一覧に無い行", "no item of the list");
    read.others.iter().for_each(|(number, text)| tell(&format!("{number}\t{text}\t{other}")));
    Ok(0)
}

/// Makes a list of a form.
pub(super) fn make(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let from = path(m, "file");
    let list = match m.get_flag("dry-run") {
        true => open(m)?.look_at_list_in(from)?,
        false => opened(m, false)?.take_list_in(from, &Step::default())?.0,
    };
    if m.get_flag("json") {
        let items: Vec<_> =
            list.items.iter().map(|(number, text)| json!({ "number": number, "title": text })).collect();
        say(
            json!({ "id": list.id, "title": list.title, "edition": list.edition, "official": list.official, "items": items }),
        )?;
        return Ok(0);
    }
    let unknown =
        words.say("公式に配られたままのファイルではない、または後の版（要照合）", "not the known official file");
    say(format!("{}\t{}（{}）\t{}", list.id, list.title, list.edition, list.official.as_deref().unwrap_or(unknown)))?;
    list.items.iter().try_for_each(|(number, text)| say(format!("\t{number}\t{text}")))?;
    Ok(0)
}
