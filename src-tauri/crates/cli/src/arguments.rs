//! The commands and their options. Names are fixed, options may grow.

mod checklists;
mod exercise;
mod visit;

use crate::words::Words;
use binder::{Copy, DOCUMENTS, Document, DocumentWords};
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

/// The whole command line.
pub(crate) fn command(words: &Words) -> Command {
    let command = english_frame(words);
    if words.say("ja", "en") == "ja" {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help("版を出す");
        japanese_frame(command.disable_version_flag(true).arg(version))
    } else {
        command
    }
}

/// Whose copy; most commands that print or look up ask for it.
fn copy(words: &Words) -> Arg {
    Arg::new("copy")
        .long("copy")
        .default_value("hq")
        .value_name("hq|ward[:NAME]")
        .value_parser(str::parse::<Copy>)
        .help(words.say("どちらか（hq=本部用、ward=部署用）", "Which copy (hq, ward)"))
}

/// The headings and the help option clap itself only knows in English.
fn japanese_frame(command: Command) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("この説明を出す");
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .help_template("{about}\n\n使い方: {usage}\n\n{all-args}{after-help}")
        .subcommand_help_heading("コマンド")
        .arg(help)
        .mut_args(|arg| if arg.is_positional() { arg.help_heading("引数") } else { arg.help_heading("オプション") })
        .mut_subcommands(japanese_frame)
}

fn english_frame(words: &Words) -> Command {
    let say = |ja, en| words.say(ja, en);
    Command::new("sonae")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(
            "医療機関のサイバー攻撃BCPをつくり、綴じ物に刷る",
            "Draw up and print a medical institution's cyber-attack BCP",
        ))
        .after_help(say(
            "終了コード: 0 できた、1 「止まる」が見つかった、2 使い方の誤り、3 入力の誤り、4 ディスクやファイルの失敗",
            "Exit codes: 0 done, 1 findings of severity 'stop', 2 bad use, 3 bad input, 4 disk or file failed",
        ))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("ja|en")
                .value_parser(["ja", "en"])
                .global(true)
                .help(say("説明のことば", "Language of the help")),
        )
        .subcommand(
            Command::new("new")
                .about(say("新しい計画をつくる", "Make a new plan"))
                .arg(
                    Arg::new("kind")
                        .long("kind")
                        .required(true)
                        .value_parser(["hospital", "clinic", "clinic-with-beds", "dental", "pharmacy"])
                        .help(say("施設の種別", "Kind of institution")),
                )
                .arg(Arg::new("name").long("name").required(true).help(say("施設名", "Name of the institution")))
                .arg(
                    Arg::new("beds")
                        .long("beds")
                        .value_parser(value_parser!(u32))
                        .help(say("病床数", "Number of beds")),
                )
                .arg(output(say("つくる計画のファイル", "The plan file to make"))),
        )
        .subcommand(
            Command::new("sample")
                .about(say("見本の計画をつくる", "Make a copy of the sample plan"))
                .arg(
                    Arg::new("name")
                        .required(true)
                        .value_parser(["hospital", "clinic"])
                        .help(say("見本の名前", "Which sample")),
                )
                .arg(output(say("つくる計画のファイル", "The plan file to make"))),
        )
        .subcommand(
            Command::new("generate")
                .about(say("試験と測定のための大きな計画をつくる", "Make a large plan for tests and measurements"))
                .arg(size("systems", say("システムの数", "Number of systems")))
                .arg(size("people", say("職員の数", "Number of people")))
                .arg(size("devices", say("機器の数", "Number of devices")).required(false))
                .arg(
                    size("dependencies", say("つながりの数（既定は成り行き）", "Number of dependencies (by chance)"))
                        .required(false),
                )
                .arg(
                    Arg::new("seed")
                        .long("seed")
                        .default_value("1")
                        .value_parser(value_parser!(u64))
                        .help(say("同じ数なら同じ計画になる", "The same seed gives the same plan")),
                )
                .arg(output(say("つくる計画のファイル", "The plan file to make"))),
        )
        .subcommand(
            Command::new("import")
                .about(say("ほかの形のファイルから取り込む", "Import from a file of another shape"))
                .subcommand_required(true)
                .subcommands(SHEETS.iter().map(|(name, ja, en)| sheet(name, say(ja, en), words)))
                .subcommand(
                    Command::new("plan")
                        .about(say("JSONから計画をつくる", "Make a plan from JSON"))
                        .arg(file(
                            "json",
                            "JSON",
                            say("`sonae export` で書き出したファイル", "A file written by `sonae export`"),
                        ))
                        .arg(output(say("つくる計画のファイル", "The plan file to make"))),
                ),
        )
        .subcommand(
            Command::new("recovery")
                .about(say(
                    "復旧の順を出す。止まったものを言えば、巻き込まれるものと戻る順を出す",
                    "The order of recovery; with something hit, what stops and how it comes back",
                ))
                .arg(plan(words))
                .arg(
                    Arg::new("hit")
                        .long("hit")
                        .value_name("NAME")
                        .action(ArgAction::Append)
                        .help(say("攻撃を受けたシステムの名前（何度でも）", "A system that is hit (repeatable)")),
                )
                .arg(json(words)),
        )
        .subcommand(
            Command::new("list")
                .about(say("行を並べる、言葉の入った行を探す", "List records, or those in which words occur"))
                .arg(plan(words))
                .arg(Arg::new("words").value_name("WORDS").help(say(
                    "探す言葉（空白で区切ると、すべてを含む行。書かなければ全部の行）",
                    "Words; with blanks, records that have all of them (all records)",
                )))
                .arg(Arg::new("kind").long("kind").value_name("KIND").help(say(
                    "探す種類（systems、people、devices など。既定はすべて）",
                    "Which kind (systems, people, devices …; all)",
                )))
                .arg(json(words)),
        )
        .subcommand(
            Command::new("find")
                .about(say(
                    "綴じ物のどの頁に答えがあるかを、開く順に出す",
                    "The pages of a book that answer, in the order to open them",
                ))
                .arg(plan(words))
                .arg(
                    Arg::new("words").required(true).num_args(1..).value_name("WORDS").help(say(
                        "見えること、起きたこと、知りたいこと",
                        "What is seen, what happened, what is asked",
                    )),
                )
                .arg(copy(words))
                .arg(json(words)),
        )
        .subcommand(
            Command::new("check")
                .about(say("まだ決まっていないことを並べる", "List what is open or odd"))
                .arg(plan(words))
                .arg(json(words)),
        )
        .subcommand(
            Command::new("print")
                .about(say("綴じ物をPDFにする", "Print the binder to a PDF"))
                .arg(plan(words))
                .arg(
                    Arg::new("document")
                        .long("document")
                        .default_value("binder")
                        .value_parser(documents(words))
                        .help(say("何を刷るか", "What to print")),
                )
                .arg(copy(words))
                .arg(
                    Arg::new("examples")
                        .long("examples")
                        .action(ArgAction::SetTrue)
                        .help(say("様式の記入例を刷る", "Print filled-in examples of the forms")),
                )
                .arg(
                    Arg::new("without-forms")
                        .long("without-forms")
                        .action(ArgAction::SetTrue)
                        .help(say("終わりの様式を付けない", "Leave out the blank forms at the end")),
                )
                .arg(
                    Arg::new("date")
                        .long("date")
                        .value_name("YYYY-MM-DD")
                        .value_parser(date)
                        .help(say("印刷日（既定は今日）", "Print date (today)")),
                )
                .args(exercise::printed(words))
                .arg(json(words))
                .arg(output(say("つくるPDF", "The PDF to write"))),
        )
        .subcommand(visit::command(words))
        .subcommand(
            Command::new("export")
                .about(say("計画をほかの形で書き出す", "Export the plan in another shape"))
                .arg(plan(words))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .required(true)
                        .value_parser(["json", "xlsx", "csv", "vcf"])
                        .help(say("ファイルの形", "File format")),
                )
                .arg(
                    Arg::new("kind")
                        .long("kind")
                        .default_value("devices")
                        .value_parser(["systems", "devices", "people", "organisations", "dependencies"])
                        .help(say("表（xlsx・csv）にするもの", "What to write as a sheet (xlsx, csv)")),
                )
                .arg(output(say("書き出すファイル", "The file to write"))),
        )
        .subcommand(
            Command::new("verify")
                .about(say(
                    "計画のファイルを調べる（中身と履歴の一致など）",
                    "Examine a plan file (rows against log and more)",
                ))
                .arg(plan(words))
                .arg(Arg::new("keep").long("keep").value_name("SIDE").value_parser(["file", "history"]).help(say(
                    "履歴と食い違う行を、ファイルの値（file）か履歴の値（history）に決める",
                    "Decide rows that differ from their history: what the file says, or the history",
                )))
                .arg(
                    Arg::new("row")
                        .long("row")
                        .value_name("ID")
                        .requires("keep")
                        .help(say("決める行。書かなければ食い違う行すべて", "Which row; without it all of them")),
                )
                .arg(json(words)),
        )
        .subcommands(checklists::commands(words))
        .subcommands(exercise::commands(words))
        .subcommand(
            Command::new("lint")
                .about(say("ひな形の束（パック）の誤りを調べる", "Check a folder of packs"))
                .arg(file("folder", "FOLDER", say("templates のフォルダ", "A folder like templates/")))
                .arg(json(words)),
        )
}

/// What a sheet may be about: name, and a line in both languages.
const SHEETS: [(&str, &str, &str); 7] = [
    ("contacts", "内線・PHS表を取り込む", "The in-house telephone list"),
    ("people", "職員名簿を取り込む", "The staff list"),
    ("devices", "PC・IP管理表や資産台帳を取り込む", "The ledger of devices"),
    ("systems", "部門システムの一覧を取り込む", "The list of systems, with what they need"),
    ("dependencies", "つながりの一覧を取り込む", "Pairs of systems: who needs what"),
    ("contracts", "保守契約の一覧を取り込む", "Maintenance contracts"),
    ("organisations", "事業者・取引先の一覧を取り込む", "Suppliers and other organisations"),
];

fn sheet(name: &'static str, about: &'static str, words: &Words) -> Command {
    let say = |ja, en| words.say(ja, en);
    Command::new(name)
        .about(about)
        .arg(file("sheet", "SHEET", say("表のファイル（xlsx・csv・vcf）", "The sheet (xlsx, csv, vcf)")))
        .arg(plan(words))
        .arg(
            Arg::new("dry-run")
                .long("dry-run")
                .action(ArgAction::SetTrue)
                .help(say("何が起きるかを言うだけで、書き込まない", "Only say what would happen")),
        )
        .arg(
            Arg::new("sheet-name")
                .long("sheet-name")
                .value_name("NAME")
                .help(say("シートの名前（既定は自動）", "Which sheet (guessed)")),
        )
        .arg(
            Arg::new("header")
                .long("header")
                .value_name("LINE")
                .value_parser(value_parser!(u32).range(1..))
                .help(say("列の名前がある行（既定は自動）", "The line of the column names (guessed)")),
        )
        .arg(Arg::new("column").long("column").value_name("TITLE=TARGET").action(ArgAction::Append).help(say(
            "列の割り当て（例: 備考=purpose、空で外す。2つの列を同じ先にすると、つなぐ）",
            "What a column becomes (empty = left out; two columns of one target are joined)",
        )))
        .arg(Arg::new("make-missing").long("make-missing").action(ArgAction::SetTrue).help(say(
            "表に名前があって計画に無い会社・部署・人・システムも作る",
            "Make the companies, departments, people and systems that rows name and the plan lacks",
        )))
        .arg(
            Arg::new("leave-hidden")
                .long("leave-hidden")
                .action(ArgAction::SetTrue)
                .help(say("Excelで隠してある行は取り込まない", "Leave out rows that Excel hides")),
        )
        .arg(Arg::new("one-list").long("one-list").action(ArgAction::SetTrue).help(say(
            "システムと機器が混じっていても、分けずに1つの一覧として読む",
            "Read a ledger that mixes systems and devices as one list",
        )))
        .arg(Arg::new("blocks").long("blocks").value_name("N").value_parser(value_parser!(u32).range(1..)).help(say(
            "横に並ぶ表の数（1 = 1つの表として読む。既定は自動）",
            "How many tables stand side by side (1 = one; guessed)",
        )))
        .arg(
            Arg::new("heading")
                .long("heading")
                .value_name("LINE")
                .value_parser(value_parser!(u32).range(1..))
                .action(ArgAction::Append)
                .help(say("見出しとして読む行", "A line that is a heading")),
        )
        .arg(
            Arg::new("no-heading")
                .long("no-heading")
                .value_name("LINE")
                .value_parser(value_parser!(u32).range(1..))
                .action(ArgAction::Append)
                .help(say("見出しでも書き添えでもない行", "A line that is neither heading nor foot")),
        )
        .arg(json(words))
}

/// Packs a plan keeps beside the model's.
fn beside(name: &'static str, about: &'static str, words: &Words) -> Command {
    let say = |ja, en| words.say(ja, en);
    let folder = Arg::new("folder")
        .long("folder")
        .value_name("FOLDER")
        .value_parser(value_parser!(PathBuf))
        .conflicts_with("own")
        .help(say("このフォルダの束を計画に入れる", "Take those of this folder into the plan"));
    let own = Arg::new("own")
        .long("own")
        .action(ArgAction::SetTrue)
        .help(say("このソフトの束を計画に入れる", "Take those of this program into the plan"));
    Command::new(name).about(about).arg(plan(words)).arg(folder).arg(own).arg(json(words))
}

/// What can be printed; the Japanese help says what each is.
fn documents(words: &Words) -> Vec<PossibleValue> {
    let one = |document: &'static Document| {
        let value = PossibleValue::new(document.name);
        let title = words.say(DocumentWords::of(document).title, "");
        if title.is_empty() { value } else { value.help(title) }
    };
    DOCUMENTS.iter().map(one).collect()
}

fn date(text: &str) -> Result<String, String> {
    binder::print_date(text).map_err(|_| "YYYY-MM-DD".to_owned())
}

fn plan(words: &Words) -> Arg {
    file("plan", "PLAN", words.say("計画のファイル", "The plan file"))
}

fn file(id: &'static str, name: &'static str, help: &'static str) -> Arg {
    Arg::new(id).value_name(name).required(true).value_parser(value_parser!(PathBuf)).help(help)
}

fn output(help: &'static str) -> Arg {
    Arg::new("output")
        .short('o')
        .long("output")
        .value_name("FILE")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help(help)
}

fn json(words: &Words) -> Arg {
    Arg::new("json")
        .long("json")
        .action(ArgAction::SetTrue)
        .help(words.say("結果をJSONで標準出力へ", "Machine-readable result on standard output"))
}

fn size(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).required(true).value_parser(value_parser!(u32)).help(help)
}
