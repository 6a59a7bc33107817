//! `sonae visit`: what a visitor is handed, in a folder.

use super::{date, json, output, plan};
use crate::words::Words;
use binder::DOCUMENTS;
use clap::builder::PossibleValue;
use clap::{Arg, Command};

/// The command.
pub(super) fn command(words: &Words) -> Command {
    let visits = DOCUMENTS.iter().filter(|document| document.visit.is_some());
    let visits: Vec<PossibleValue> = visits.map(|document| PossibleValue::new(document.name)).collect();
    Command::new("visit")
        .about(words.say("来る人に渡す一式をフォルダに書き出す", "Write what a visitor is handed into a folder"))
        .arg(plan(words))
        .arg(
            Arg::new("document")
                .long("document")
                .default_value("inspection")
                .value_parser(visits)
                .help(words.say("どの検査か", "Which visit")),
        )
        .arg(
            Arg::new("date")
                .long("date")
                .value_name("YYYY-MM-DD")
                .value_parser(date)
                .help(words.say("印刷日（既定は今日）", "Print date (today)")),
        )
        .arg(json(words))
        .arg(output(words.say("つくるフォルダ（まだ無い名前）", "The folder to make; nothing may be there")))
}
