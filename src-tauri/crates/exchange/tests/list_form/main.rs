//! Forms of different makers (`tests/fixtures/forms/make.py`): found by their structure, filled without touching anything
//! else, read back.

use exchange::list_form::{Answer, Answered, Problem, Round, Shape, Why, answers, fill, shape};
use exchange::sheet;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::PathBuf;

fn bytes(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/forms").join(name);
    std::fs::read(path).expect("the committed fixture")
}

fn found(bytes: &[u8]) -> Shape {
    shape(&sheet::read(bytes).expect("readable")).expect("a form")
}

/// Names and bytes of all parts, in the order of the archive.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut out = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a part");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("its bytes");
        out.push((file.name().expect("a name").into_owned(), content));
    }
    out
}

/// An answer to every item in every round, with what else the form has room for.
fn all(shape: &Shape) -> Vec<Answered> {
    let mut out = Vec::new();
    for (nth, line) in shape.lines.iter().enumerate() {
        for round in &shape.rounds {
            let yes = (nth + round.round as usize).is_multiple_of(2);
            let first = round.round == 1;
            out.push(Answered {
                key: line.key.clone(),
                round: round.round,
                result: Some(if yes { "yes" } else { "no" }.to_owned()),
                on: round.day.is_some().then(|| format!("2025-0{}-0{}", round.round, nth % 9 + 1)),
                target: (first && !yes && shape.target.is_some()).then(|| "2026-03-31".to_owned()),
                note: (first && nth == 1 && shape.note.is_some()).then(|| "<残り> & \"次\"".to_owned()),
            });
        }
    }
    out
}

/// Every part but the sheet's is what it was, and the answers read back.
fn is_filled(name: &str, also: &[&str]) -> Vec<u8> {
    let before = bytes(name);
    let shape = found(&before);
    let meant = all(&shape);
    let written = fill(&before, &shape, &meant).unwrap_or_else(|problem| panic!("{name}: {problem}"));
    assert_eq!(written.without_line, Vec::<String>::new(), "{name}");
    let (was, is) = (parts(&before), parts(&written.bytes));
    assert_eq!(
        was.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        is.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        "{name}: the same parts in the same order"
    );
    let changed: Vec<&str> =
        was.iter().zip(&is).filter(|(was, is)| was.1 != is.1).map(|(was, _)| was.0.as_str()).collect();
    assert_eq!(changed.iter().filter(|part| !also.contains(part)).count(), 1, "{name}: {changed:?}");
    assert_eq!(changed.len(), 1 + also.len(), "{name}: {changed:?}");
    let book = sheet::read(&written.bytes).unwrap_or_else(|problem| panic!("{name}: {problem}"));
    assert_eq!(exchange::list_form::shape(&book).expect("still a form"), shape, "{name}");
    let (read, left) = answers(&book, &shape);
    assert_eq!(left, [], "{name}");
    let key = |one: &Answered| (one.key.clone(), one.round);
    let read: BTreeMap<_, _> = read.iter().map(|one| (key(one), one)).collect();
    for one in &meant {
        assert_eq!(read.get(&key(one)), Some(&one), "{name}");
    }
    // Twice the same: nothing else, and the same bytes.
    assert_eq!(fill(&before, &shape, &meant).expect("again").bytes, written.bytes, "{name}");
    fill(&written.bytes, &shape, &meant).unwrap_or_else(|problem| panic!("{name}, over its own answers: {problem}"));
    written.bytes
}

#[test]
fn ten_workbooks_of_different_makers_are_filled_and_nothing_else_of_them_changes() {
    for name in [
        "ministry-like.xlsx",
        "libreoffice.xlsx",
        "supplier-xlsxwriter.xlsx",
        "choices-elsewhere.xlsx",
        "prefixed.xlsx",
        "unnumbered.xlsx",
        "phonetics.xlsx",
        "two-columns.xlsx",
        "macros.xlsm",
        "next-year.xlsx",
        "empty-rows.xlsx",
    ] {
        is_filled(name, &[]);
    }
    for name in ["formulas.xlsx", "formulas-never-worked-out.xlsx"] {
        let filled = is_filled(name, &["xl/workbook.xml"]);
        let book = parts(&filled).into_iter().find(|(name, _)| name == "xl/workbook.xml").expect("there").1;
        let book = String::from_utf8_lossy(&book).into_owned();
        assert!(book.find("<calcPr") > book.find("<definedNames"), "{name}: in the order of the format");
        assert_eq!(book.matches("fullCalcOnLoad=\"1\"").count(), 1, "{name}: its formulas are worked out anew");
    }
}

#[test]
fn what_stands_where_is_found() {
    let keys = |shape: &Shape| shape.lines.iter().map(|line| line.key.clone()).collect::<Vec<_>>();
    let form = found(&bytes("ministry-like.xlsx"));
    assert_eq!(keys(&form), ["0", "1-1", "2-1", "2-2", "2-3", "2-4", "3-1", "3-2"]);
    assert_eq!(form.year(), Some(2025));
    assert!(form.says("医療機関確認用") && !form.says("事業者確認用"));
    let column = |at: char| u32::from(at) - u32::from('A');
    let rounds = [(1, 'D', 'E'), (2, 'G', 'H')].map(|(round, answer, day)| Round {
        round,
        answer: Answer::One(column(answer)),
        day: Some(column(day)),
    });
    assert_eq!(form.rounds, rounds);
    assert_eq!((form.target, form.note), (Some(column('F')), None));
    assert_eq!(form.lines[3].title, "リモートメンテナンス（保守）を利用している機器の有無を事業者に確認した。");
    assert_eq!(form.lines[3].group, "2 医療情報システムの管理・運用");

    let form = found(&bytes("supplier-xlsxwriter.xlsx"));
    assert_eq!(keys(&form), ["1-1", "2-1", "2-2", "2-3", "2-4"]);
    assert_eq!(form.rounds, [Round { round: 1, answer: Answer::One(2), day: Some(3) }]);
    assert_eq!(form.note, Some(4));

    let form = found(&bytes("two-columns.xlsx"));
    assert_eq!(form.rounds, [Round { round: 1, answer: Answer::Two { yes: 3, no: 4 }, day: Some(5) }]);
    assert_eq!(keys(&form).len(), 7);
    assert_eq!(found(&bytes("next-year.xlsx")).year(), Some(2026));
}

#[test]
fn what_cannot_take_an_answer_is_refused_with_its_cell() {
    let refused = |name: &str, item: &str| {
        let bytes = bytes(name);
        let one = Answered { key: item.to_owned(), round: 1, result: Some("yes".to_owned()), ..Answered::default() };
        fill(&bytes, &found(&bytes), &[one]).expect_err(name)
    };
    assert_eq!(refused("formula-answer.xlsx", "2-1"), Problem::Formula("D11".to_owned()));
    let offered =
        Problem::NotOffered { cell: "D10".to_owned(), text: "はい".to_owned(), offered: "○、×".to_owned() };
    assert_eq!(refused("other-choices.xlsx", "1-1"), offered);
    assert_eq!(refused("signed.xlsx", "1-1"), Problem::Signed);
    let taken = Problem::Taken { cell: "D13".to_owned(), text: "たぶん".to_owned() };
    assert_eq!(refused("wrong-column.xlsx", "2-3"), taken);
    let none = Answered { key: "9-9".to_owned(), round: 1, result: Some("yes".to_owned()), ..Answered::default() };
    let form = bytes("ministry-like.xlsx");
    let written = fill(&form, &found(&form), &[none]).expect("nothing to write");
    assert_eq!(
        (written.without_line, written.bytes == form),
        (vec!["9-9".to_owned()], true),
        "and the file is as it was"
    );
    // What the drop-down does not offer, though other forms do.
    let none = Answered { key: "1-1".to_owned(), round: 1, result: Some("none".to_owned()), ..Answered::default() };
    assert!(matches!(fill(&form, &found(&form), &[none]), Err(Problem::NotOffered { .. })));
}

#[test]
fn answers_in_the_wrong_column_are_told_and_not_taken() {
    let bytes = bytes("wrong-column.xlsx");
    let (read, left) = answers(&sheet::read(&bytes).expect("readable"), &found(&bytes));
    assert_eq!(read.len(), 1, "{read:?}");
    assert_eq!((read[0].key.as_str(), read[0].on.as_deref()), ("1-1", Some("2025-06-02")));
    let left: Vec<_> = left.iter().map(|one| (one.cell.as_str(), one.why)).collect();
    assert_eq!(left, [("H11", Why::NoDay), ("E12", Why::NoDay), ("D13", Why::NoAnswer)]);
}

#[test]
fn a_workbook_that_is_no_form_is_refused() {
    let read = |name: &str| sheet::read(&bytes(name)).map_err(Problem::from).and_then(|book| shape(&book));
    assert!(read("other-ministry.xlsx").is_ok(), "numbered items: whether they are a list's is asked above");
    let sheets = |name: &str| {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/sheets").join(name);
        sheet::read(&std::fs::read(path).expect("there")).map_err(Problem::from).and_then(|book| shape(&book))
    };
    assert_eq!(sheets("phones.xlsx").expect_err("a telephone list"), Problem::NoItems);
    assert_eq!(sheets("bad/password.xlsx").expect_err("locked"), Problem::Sheet(sheet::Problem::Password));
    assert_eq!(sheets("bad/old-excel-renamed.xlsx").expect_err("old"), Problem::Sheet(sheet::Problem::OldExcel));
}

/// The same archive with one part written otherwise.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (part, content) in parts(bytes) {
        out.start_file(part.as_str(), zip::write::SimpleFileOptions::default()).expect("begun");
        let content = if part == name { change(&content) } else { content };
        std::io::Write::write_all(&mut out, &content).expect("written");
    }
    out.finish().expect("whole").into_inner()
}

#[test]
fn a_part_with_a_byte_order_mark_keeps_it() {
    let mark = |content: &[u8]| [b"\xEF\xBB\xBF", content].concat();
    let form = with_part(&bytes("ministry-like.xlsx"), "xl/worksheets/sheet1.xml", mark);
    let shape = found(&form);
    let written = fill(&form, &shape, &all(&shape)).expect("filled");
    let sheet =
        parts(&written.bytes).into_iter().find(|(name, _)| name == "xl/worksheets/sheet1.xml").expect("there").1;
    assert!(sheet.starts_with(b"\xEF\xBB\xBF<worksheet"), "once, before everything else");
    let (read, left) = answers(&sheet::read(&written.bytes).expect("readable"), &shape);
    assert_eq!((read.len(), left), (all(&shape).len(), Vec::new()));
}

#[test]
fn two_answers_for_one_merged_cell_are_refused() {
    let merge = |content: &[u8]| {
        let text = String::from_utf8_lossy(content).into_owned();
        let at = text.find("<mergeCell ").expect("has some");
        format!("{}<mergeCell ref=\"D11:D12\"/>{}", &text[..at], &text[at..]).into_bytes()
    };
    let form = with_part(&bytes("ministry-like.xlsx"), "xl/worksheets/sheet1.xml", merge);
    let shape = found(&form);
    let say = |key: &str, result: &str| Answered {
        key: key.to_owned(),
        round: 1,
        result: Some(result.to_owned()),
        ..Answered::default()
    };
    let refused = fill(&form, &shape, &[say("2-1", "yes"), say("2-2", "no")]).expect_err("はい and いいえ in one cell");
    assert!(matches!(&refused, Problem::Taken { cell, .. } if cell == "D11"), "{refused:?}");
    assert!(fill(&form, &shape, &[say("2-1", "yes"), say("2-2", "yes")]).is_ok(), "said of both");
}
