//! One document with everything the layout can do: `cargo run -p print --example specimen`
//! writes /tmp/specimen.pdf (or the path given) to be looked at.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "an example is no part of the program")]

use print::Unwatched;
use print::layout::layout;
use print::outline::{Block, Furniture, Outline, Part, PartSort, Piece, Run, Style, Table, TableRow};
use print::pdf::{Info, pdf};

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| "/tmp/specimen.pdf".to_owned());
    let outline = specimen();
    let laid = layout(outline, &Unwatched).expect("nobody cancels");
    for missing in &laid.missing {
        println!("missing: U+{:04X} {:?}", missing.character as u32, missing.about);
    }
    for page in &laid.pages {
        println!("{:>4} {} {}", page.label, if page.blank { "blank" } else { "     " }, &page.placed()[..12]);
    }
    let info = Info {
        title: laid.title.clone(),
        facility: laid.facility.clone(),
        date: "2026-11-22".into(),
        language: "ja-JP".into(),
    };
    std::fs::write(&path, pdf(&laid, &info).expect("the specimen is a lawful PDF")).expect("written");
    println!("{path}: {} pages", laid.pages.len());
}

fn specimen() -> Outline {
    Outline {
        title: "サイバー攻撃事業継続計画（見本）".into(),
        facility: "医療法人社団 備え会 備え中央総合病院附属みなとみらい地域医療支援センター".into(),
        furniture: Furniture {
            edition: "第3版".into(),
            printed_on: "印刷日 2026-11-22".into(),
            copy: "本部用".into(),
            beside: Vec::new(),
        },
        parts: vec![
            part(PartSort::Cover, "表紙", cover()),
            part(PartSort::Lettered('A'), "今すぐ", first_page()),
            part(PartSort::Contents, "目次", vec![heading(1, "目次", false), plain(Block::Contents)]),
            part(PartSort::Lettered('B'), "連絡先", contacts()),
            part(PartSort::Lettered('D'), "第1章 総則", chapter()),
            part(PartSort::Lettered('J'), "様式", forms()),
            part(PartSort::Lettered('S'), "秘（当直責任者）", secrets()),
        ],
        ..Outline::default()
    }
}

fn cover() -> Vec<Piece> {
    vec![
        plain(Block::Space(8)),
        paragraph("サイバー攻撃\n事業継続計画", Style::Title),
        paragraph("備え中央総合病院", Style::Large),
        plain(Block::Space(4)),
        plain(Block::KeyValues(vec![
            ("版".into(), vec!["第3版（2026年11月22日）".into()]),
            ("この綴りの置き場所".into(), vec![Run::Blank(20)]),
            ("本部用の鍵を持つ人".into(), vec![]),
        ])),
        plain(Block::Approvals {
            titles: vec!["院長".into(), "事務長".into(), "医療情報システム安全管理責任者".into()],
            date: "年　月　日".into(),
        }),
    ]
}

fn first_page() -> Vec<Piece> {
    let mut blocks = vec![
        paragraph("電子カルテが使えないとき", Style::Title),
        tick("患者さんの安全を確かめる。急変・手術・透析の人を先に数える。", Style::Large),
        tick("画面を消さずに写真を撮る。電源は切らない。", Style::Large),
        plain(Block::Item {
            marker: None,
            runs: vec![
                "当直責任者へ電話する：".into(),
                Run::Bold("内線 2119 ／ 院内PHS 7001".into()),
                "　つながらなければ ".into(),
                Run::Blank(8),
            ],
            style: Style::Large,
        }),
        plain(Block::Item {
            marker: Some("2.".into()),
            runs: vec![
                "紙の様式に切り替える（".into(),
                Run::PageRef("form".into()),
                "）。連絡先は".into(),
                Run::PageRef("contacts".into()),
                "、無い頁は".into(),
                Run::PageRef("nowhere".into()),
                "。".into(),
            ],
            style: Style::Large,
        }),
        plain(Block::Notice {
            title: "要確認：遮断の判断者が決まっていません".into(),
            runs: vec![
                "夜間の判断者を「決定」で選んでください。".into(),
                Run::Badge("案".into()),
                "のままでは印刷に「案」と出ます。".into(),
            ],
        }),
        plain(Block::BackSide),
        paragraph("うらめん：その次にすること", Style::Title),
    ];
    for nth in 1..=9 {
        blocks.push(plain(Block::Item {
            marker: Some(format!("({nth})")),
            runs: vec![
                "薬の指示は、必ず2人で読み合わせてから紙に書き、".into(),
                Run::Bold("時刻と名前".into()),
                "を残す。".into(),
            ],
            style: Style::Body,
        }));
    }
    blocks
}

fn contacts() -> Vec<Piece> {
    let people = [
        ("𠮷田 髙志", "内線 2101", "院長"),
        ("辻\u{E0100}本 﨑子", "090-0000-0000", "事務長"),
        ("か\u{3099}き 葛\u{E0100}城", "03-0000-0000（内線 5678）", "システム係"),
        ("😀山 未定", "", ""),
    ];
    let rows = (0..48)
        .map(|nth| {
            if nth % 12 == 0 {
                return TableRow {
                    cells: vec![vec![format!("フェーズ{}：初動対応", nth / 12 + 1).into()]],
                    band: true,
                    ..TableRow::default()
                };
            }
            let (name, phone, role) = people[nth % people.len()];
            let mut remark: Vec<Run> = vec![
                "https://www.example.co.jp/support/very/long/path/without/any/spaces?query=0123456789 まで".into(),
            ];
            if nth % 3 == 0 {
                remark = vec!["休日・夜間は守衛室へ。月～金の昼／夜で番号が違う。".into()];
            }
            TableRow {
                cells: vec![vec![name.into()], vec![Run::Bold(phone.into())], vec![role.into()], remark],
                anchor: (nth == 5).then(|| "row".to_owned()),
                ..TableRow::default()
            }
        })
        .collect();
    vec![
        Piece { anchor: Some("contacts".into()), ..heading(1, "連絡先", true) },
        paragraph("職ごとの連絡先。番号は最後に確かめた日のもの。", Style::Body),
        plain(Block::Table(Table {
            columns: vec![("氏名".into(), 2.0), ("電話".into(), 2.5), ("職".into(), 1.5), ("備考".into(), 2.5)],
            rows,
            blank_rows: 3,
            fill: false,
        })),
        paragraph("出典：厚生労働省 確認表 p.6〜7。この列の名前は公式のもの。", Style::Small),
    ]
}

fn chapter() -> Vec<Piece> {
    let long = "本計画は、サイバー攻撃により医療情報システムが停止した場合でも、診療を続けるために必要な手順と体制（いわゆるBCP）を定める。システムを「止める」「切り離す」「戻す」の判断は、決められた責任者が行い、サーバーやネットワークの担当者は、それを記録する。約 20 mL、AES-256、03-1234-5678、第１２３号のような語は途中で切らない。";
    let mut blocks = vec![heading(1, "第1章 総則", true)];
    for nth in 1..=6 {
        blocks.push(heading(2, &format!("1.{nth} 基本方針（その{nth}）"), true));
        blocks.push(paragraph(long, Style::Body));
        blocks.push(heading(3, &format!("1.{nth}.1 目的と適用の範囲"), true));
        blocks.push(paragraph(long, Style::Body));
        for marker in ["・", "・", "・"] {
            blocks.push(plain(Block::Item { marker: Some(marker.into()), runs: vec!["外来・病棟・手術室・透析室・薬剤部・検査部・放射線部の全てに紙の様式を置き、年に一度は数を確かめて、足りない分を補う。".into()], style: Style::Body }));
        }
        blocks.push(heading(4, "備考", false));
        blocks.push(plain(Block::KeyValues(vec![
            (
                "責任者".into(),
                vec![
                    "院長 ".into(),
                    Run::Badge("案".into()),
                    "（不在のときは副院長。→".into(),
                    Run::PageRef("row".into()),
                    "）".into(),
                ],
            ),
            ("いつまでに使いたいか（RTO）".into(), vec![]),
            ("置き場所".into(), vec!["医事課の".into(), Run::Blank(6), "番の棚".into()]),
        ])));
    }
    blocks.push(plain(Block::Table(Table {
        columns: vec![("項目".into(), 1.0), ("長い説明".into(), 3.0)],
        rows: vec![TableRow {
            cells: vec![vec!["一頁より高い行".into()], vec![long.repeat(12).into()]],
            ..TableRow::default()
        }],
        ..Table::default()
    })));
    blocks.push(plain(Block::Notice { title: "長い注意".into(), runs: vec![long.repeat(4).into()] }));
    blocks
}

fn forms() -> Vec<Piece> {
    let columns: Vec<(String, f64)> = [("時刻", 1.0), ("患者氏名・ID", 2.0), ("指示・処置", 4.0), ("記入者", 1.2)]
        .map(|(title, share)| (title.into(), share))
        .into();
    vec![
        Piece { anchor: Some("form".into()), ..heading(2, "様式1 経過記録", true) },
        plain(Block::KeyValues(vec![("部署".into(), vec![]), ("日付".into(), vec!["　　　年　　月　　日".into()])])),
        plain(Block::Table(Table { columns: columns.clone(), blank_rows: 5, fill: true, ..Table::default() })),
        paragraph("記入したら：各頁を写し、原本は診療録管理室へ。", Style::Small),
        plain(Block::PageBreak),
        heading(2, "様式2 数を数える", true),
        plain(Block::Table(Table { columns, blank_rows: 22, fill: true, ..Table::default() })),
    ]
}

fn secrets() -> Vec<Piece> {
    vec![heading(1, "秘（当直責任者）", true), paragraph("この頁は本部用にだけ綴じる。", Style::Large)]
}

fn part(sort: PartSort, title: &str, blocks: Vec<Piece>) -> Part {
    Part { sort, title: title.into(), blocks }
}

fn plain(block: Block) -> Piece {
    Piece::plain(block)
}

fn heading(level: u8, text: &str, listed: bool) -> Piece {
    plain(Block::Heading { level, runs: vec![text.into()], listed })
}

fn paragraph(text: &str, style: Style) -> Piece {
    plain(Block::Paragraph { runs: vec![text.into()], style })
}

fn tick(text: &str, style: Style) -> Piece {
    plain(Block::Item { marker: None, runs: vec![text.into()], style })
}
