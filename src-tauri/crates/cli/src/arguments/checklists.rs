//! Checklists: what they ask and what was said, and the change of the year.

use super::{beside, json, plan};
use crate::words::Words;
use clap::{Arg, ArgAction, Command};

/// `sonae checklists` and `sonae checklist`.
pub(super) fn commands(words: &Words) -> [Command; 2] {
    let say = |ja, en| words.say(ja, en);
    let about = say(
        "計画が持つチェックリストと、項目ごとの答えを出す。一覧を入れ替える",
        "Say the plan's checklists with their answers, or take others",
    );
    let one = Command::new("checklist")
        .about(say("1つのチェックリストの仕事", "Work on one checklist"))
        .subcommand_required(true)
        .subcommand(carry(words));
    [beside("checklists", about, words), one]
}

fn carry(words: &Words) -> Command {
    let say = |ja, en| words.say(ja, en);
    let list = |name: &'static str, help| Arg::new(name).long(name).value_name("ID").required(true).help(help);
    Command::new("carry")
        .about(say(
            "前の年の規程・メモ・証跡を、印を付けた項目に引き継ぐ（答えは引き継がない）",
            "Take rules, notes and proofs of an earlier list over for ticked items; never answers",
        ))
        .arg(plan(words))
        .arg(list("from", say("前の年の一覧", "The earlier list")))
        .arg(list("to", say("引き継ぐ先の一覧", "The other list")))
        .arg(
            Arg::new("item")
                .long("item")
                .value_name("ID")
                .action(ArgAction::Append)
                .help(say("印を付ける項目（書かなければ、引き継がない）", "An item to tick; nothing without any")),
        )
        .arg(
            Arg::new("dry-run")
                .long("dry-run")
                .action(ArgAction::SetTrue)
                .help(say("計画を変えずに、どうなるかだけを出す", "Only say what it would do")),
        )
        .arg(json(words))
}
