//! Scenarios, and the logs of exercises.

use super::{beside, file, json, output, plan};
use crate::words::Words;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

/// `sonae scenarios` and `sonae exercise`.
pub(super) fn commands(words: &Words) -> [Command; 2] {
    [scenarios(words), logs(words)]
}

/// What the documents of an exercise are printed of.
pub(super) fn printed(words: &Words) -> [Arg; 3] {
    let scenario = Arg::new("scenario").long("scenario").value_name("ID").help(
        words.say("シナリオ（書かなければ、合うシナリオの最初）", "Which scenario; the first that fits without it"),
    );
    let hit = Arg::new("hit").long("hit").value_name("NAME").action(ArgAction::Append).help(
        words.say("攻撃を受けるとするシステム（順に）", "A system that is hit, in the order of the scenario's parts"),
    );
    [scenario, hit, number(words)]
}

fn scenarios(words: &Words) -> Command {
    let say = |ja, en| words.say(ja, en);
    let about = say(
        "シナリオが計画に合うか、何が足りないかを出す。シナリオを入れ替える、1つをファイルに書き出す",
        "Say which scenarios fit this plan and what each lacks; take others, or give one away",
    );
    let from = Arg::new("file")
        .long("file")
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .conflicts_with_all(["own", "folder", "give"])
        .help(say("このファイルのシナリオを計画に入れる", "Take the scenario of this file into the plan"));
    let give = Arg::new("give")
        .long("give")
        .value_name("ID")
        .requires("output")
        .conflicts_with_all(["own", "folder"])
        .help(say("このシナリオをファイルに書き出す", "Write this scenario to a file"));
    let to = output(say("書き出すファイル", "The file to write")).required(false).requires("give");
    beside("scenarios", about, words).args([from, give, to])
}

fn logs(words: &Words) -> Command {
    let say = |ja, en| words.say(ja, en);
    let replay = Command::new("replay")
        .about(say("紙で残した記録を計画に入れる（同じ記録は2度入らない）", "Take a log in; twice adds nothing"))
        .arg(plan(words))
        .arg(file("log", "LOG.json", say("記録のファイル", "The log")))
        .arg(json(words));
    let log = Command::new("log")
        .about(say("演習の記録を台本と一緒に書き出す", "Write a log with its script"))
        .arg(plan(words))
        .arg(number(words))
        .arg(output(say("書き出すファイル", "The file to write")));
    Command::new("exercise")
        .about(say("行った演習の記録", "The log of an exercise"))
        .subcommand_required(true)
        .subcommands([replay, log])
}

fn number(words: &Words) -> Arg {
    Arg::new("exercise")
        .long("exercise")
        .value_name("N")
        .value_parser(value_parser!(u32).range(1..))
        .help(words.say("何番目の演習か（書かなければ最後）", "Which exercise, from 1; the last without it"))
}
