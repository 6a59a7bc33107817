//! `sonae exercise`: the log of an exercise, in and out.

use super::{open, opened, path, say};
use crate::words::Words;
use binder::plan::Id;
use binder::{Binder, Error, WhichExercise};
use clap::ArgMatches;
use serde_json::json;

/// Takes a log in, or writes one.
pub(super) fn exercise(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    match m.subcommand() {
        Some(("replay", m)) => replay(m, words),
        Some(("log", m)) => log(m),
        _ => Ok(2),
    }
}

fn replay(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let text = binder::read_whole(path(m, "log"))?;
    let binder = opened(m, false)?;
    let taken = binder.replay(&String::from_utf8_lossy(&text), "")?;
    let added = taken.done.changed.len();
    if m.get_flag("json") {
        say(json!({ "exercise": taken.entry.to_string(), "added": added }))?;
    } else {
        say(format!("{}：{added}", words.say("入れた行", "rows added")))?;
    }
    Ok(0)
}

fn log(m: &ArgMatches) -> binder::Result<u8> {
    let binder = open(m)?;
    let held = held(&binder, m)?;
    let last = || binder.plan().rows.exercises.live().next_back().map(|one| one.row.id);
    let id = held.or_else(last).ok_or_else(|| Error::NotFound("1".to_owned()))?;
    binder::write_whole(path(m, "output"), binder.exercise_log(id)?.as_bytes())?;
    Ok(0)
}

/// The exercise of that number, from 1; none asked for is none.
fn held(binder: &Binder, m: &ArgMatches) -> binder::Result<Option<Id>> {
    let Some(number) = m.get_one::<u32>("exercise") else { return Ok(None) };
    let nth = usize::try_from(number - 1).unwrap_or(usize::MAX);
    let found = binder.plan().rows.exercises.live().nth(nth).map(|one| one.row.id);
    found.map(Some).ok_or_else(|| Error::NotFound(number.to_string()))
}

/// What the documents of an exercise are printed of.
pub(super) fn which(binder: &Binder, m: &ArgMatches) -> binder::Result<WhichExercise> {
    Ok(WhichExercise {
        scenario: m.get_one::<String>("scenario").cloned(),
        hits: m.get_many::<String>("hit").into_iter().flatten().cloned().collect(),
        held: held(binder, m)?,
    })
}
