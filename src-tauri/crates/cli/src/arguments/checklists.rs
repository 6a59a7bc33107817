//! Checklists: what they ask and what was said, and the change of the year.

use super::{beside, file, json, output, plan};
use crate::words::Words;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

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
        .subcommands([carry(words), fill(words), read(words), make(words)]);
    [beside("checklists", about, words), one]
}

fn fill(words: &Words) -> Command {
    let say = |ja, en| words.say(ja, en);
    let into = Arg::new("into")
        .long("into")
        .value_name("FILE.xlsx")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help(say("配られた票（このファイルは変わらない）", "The form that was handed out; it stays as it is"));
    Command::new("fill")
        .about(say(
            "票の写しに、日と人の入った答えを書き込む。ほかの所は1バイトも変えない",
            "Write answers that have day and name into a copy of a form; nothing else of it changes",
        ))
        .arg(plan(words))
        .args(sheet(words))
        .arg(into)
        .arg(output(say("書き込んだ票", "The filled form")))
        .arg(json(words))
}

fn read(words: &Words) -> Command {
    let say = |ja, en| words.say(ja, en);
    Command::new("read")
        .about(say(
            "記入された票から、計画に答えの無い所だけを読む",
            "Read a filled form; what the plan says already stays",
        ))
        .arg(plan(words))
        .args(sheet(words))
        .arg(file("file", "FILE.xlsx", say("記入された票", "The filled form")))
        .arg(dry_run(words))
        .arg(json(words))
}

fn make(words: &Words) -> Command {
    let say = |ja, en| words.say(ja, en);
    Command::new("make")
        .about(say(
            "配られた票（xlsx）から、この計画の一覧をつくる。票はそのまま計画に残る",
            "Make a list of a form that was handed out; the form is kept as it came",
        ))
        .arg(plan(words))
        .arg(file("file", "FILE.xlsx", say("配られた票", "The form")))
        .arg(dry_run(words))
        .arg(json(words))
}

/// Which list, and whose form of it.
fn sheet(words: &Words) -> [Arg; 2] {
    let say = |ja, en| words.say(ja, en);
    let list = Arg::new("list").long("list").value_name("ID").required(true).help(say("どの一覧か", "Which list"));
    let supplier = Arg::new("supplier")
        .long("supplier")
        .value_name("NAME")
        .help(say("この事業者の票（書かなければ自施設の票）", "The form of this supplier; else the institution's"));
    [list, supplier]
}

fn dry_run(words: &Words) -> Arg {
    let help = words.say("計画を変えずに、どうなるかだけを出す", "Only say what it would do");
    Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(help)
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
        .arg(dry_run(words))
        .arg(json(words))
}
