//! Files as LibreOffice, openpyxl and older programs write them (`tests/fixtures/sheets/make.py`).

use exchange::sheet::{self, Cell, Odd, Problem, Sheet};
use std::path::PathBuf;

fn bytes(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/sheets").join(name);
    std::fs::read(path).expect("the committed fixture")
}

fn sheets(name: &str) -> Vec<Sheet> {
    sheet::read(&bytes(name)).expect("a readable fixture").sheets
}

/// A cell by its place as Excel counts: line from 1, column from 1.
fn cell(sheet: &Sheet, line: usize, column: usize) -> Cell {
    sheet.rows[line - 1].get(column - 1).cloned().unwrap_or_default()
}

fn text(sheet: &Sheet, line: usize, column: usize) -> String {
    cell(sheet, line, column).text
}

#[test]
fn a_ledger_of_five_hundred_devices_comes_in_as_it_is_seen() {
    let sheets = sheets("ledger-500.xlsx");
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["情報機器台帳", "記入例"]);
    let ledger = &sheets[0];
    assert_eq!(ledger.rows.len(), 526);
    assert_eq!(text(ledger, 1, 1), "情報機器台帳（令和8年6月1日現在）　みらい見本病院");
    assert!(cell(ledger, 1, 19).merged, "the title is merged over the whole table");
    assert_eq!(ledger.rows[1], []);
    // 「保守」 over 「期限」「会社」「リモート」, and the others over two lines.
    assert_eq!([13, 14, 15].map(|column| text(ledger, 3, column)), ["保守", "保守", "保守"]);
    assert_eq!([13, 14, 15].map(|column| text(ledger, 4, column)), ["期限", "会社", "リモート"]);
    assert_eq!((text(ledger, 4, 10).as_str(), cell(ledger, 4, 10).merged), ("OS・ファームウェア\nと版", true));
    // A place merged downwards over the devices that stand there.
    assert_eq!((text(ledger, 8, 6).as_str(), cell(ledger, 8, 6).merged), ("地下1階 サーバ室 1番の棚", true));
    // Zeros in front: as text, and by a number format.
    assert_eq!([text(ledger, 5, 4), text(ledger, 7, 4)], ["0007919", "00000093"]);
    // A real date, one with an era, one with the time of day, one worked out by a formula.
    assert_eq!([text(ledger, 11, 11), text(ledger, 5, 17)], ["2022-03-12", "2016-05-08"]);
    assert_eq!([text(ledger, 8, 19), text(ledger, 10, 13)], ["2025-11-04 08:30", "2021-11-09"]);
    assert_eq!(cell(ledger, 71, 13).odd, Some(Odd::ErrorValue));
    assert_eq!([text(ledger, 65, 1), text(ledger, 65, 3)], ["小計", "60"]);
    assert_eq!([text(ledger, 526, 1), text(ledger, 526, 3)], ["合計", "500"]);

    let keys: Vec<String> =
        (5..=526).filter(|line| !text(ledger, *line, 2).is_empty()).map(|line| text(ledger, line, 1)).collect();
    assert_eq!(keys.len(), 500);
    assert_eq!(keys.iter().filter(|key| key.is_empty()).count(), 4);
    assert_eq!(keys.iter().filter(|key| *key == "PC-0299").count(), 2);
}

#[test]
fn a_telephone_list_keeps_rooms_merged_departments_and_formulas_nobody_worked_out() {
    let sheet = &sheets("phones.xlsx")[0];
    assert_eq!([1, 2, 3, 4].map(|column| text(sheet, 3, column)), ["部署", "役職・氏名", "内線", "PHS"]);
    assert_eq!([1, 2, 3].map(|column| text(sheet, 6, column)), ["看護部", "看護部長 𠮷田（見本）", "7004"]);
    assert_eq!((text(sheet, 8, 1).as_str(), cell(sheet, 8, 1).merged), ("看護部", true));
    assert_eq!(text(sheet, 9, 2), "課長　辻󠄀（見本）");
    assert_eq!(text(sheet, 11, 3), "７０２３");
    assert_eq!(cell(sheet, 10, 4), Cell { odd: Some(Odd::FormulaWithoutValue), ..Cell::default() });
    assert_eq!(cell(sheet, 22, 3).odd, Some(Odd::FormulaWithoutValue));
}

#[test]
fn a_list_of_systems_from_a_vendor_is_read() {
    let sheet = &sheets("systems-vendor.xlsx")[0];
    assert_eq!(sheet.rows.len(), 16);
    assert_eq!([1, 2, 5].map(|column| text(sheet, 4, column)), ["No", "部門システム名", "接続先"]);
    assert_eq!([1, 2, 5].map(|column| text(sheet, 9, column)), ["5", "ＰＡＣＳ", "放射線情報（RIS）、電子カルテ"]);
}

#[test]
fn csv_files_of_three_encodings_are_read() {
    let staff = &sheets("staff-cp932.csv")[0];
    assert_eq!((staff.name.as_str(), staff.rows.len()), ("CSV", 41));
    assert_eq!([1, 2, 3].map(|column| text(staff, 3, column)), ["001201", "髙橋（見本）", "ﾀｶﾊｼ ﾐﾎﾝ"]);
    assert_eq!([text(staff, 4, 2), text(staff, 4, 7)], ["﨑山（見本）", "H31.4.1"]);

    let contracts = &sheets("contracts-utf8-bom.csv")[0];
    assert_eq!([text(contracts, 1, 1), text(contracts, 2, 3)], ["件名", "R8.4.1～R9.3.31"]);
    assert_eq!(text(contracts, 4, 5), "00-0000-1003\n000-0000-1903");
    assert_eq!(cell(contracts, 6, 5), Cell { text: "0000001005".into(), ..Cell::default() });
    assert_eq!(text(contracts, 6, 1), "院内LAN \"見本網\" 保守");

    let addresses = &sheets("addresses-utf8.csv")[0];
    assert_eq!(addresses.rows.len(), 61);
    assert_eq!([1, 2, 7].map(|column| text(addresses, 4, column)), ["MIHON-003", "192.0.2.12", "令和4年度"]);
}

#[test]
fn bad_files_are_told_apart() {
    let problem = |name| sheet::read(&bytes(name)).expect_err("to be refused");
    assert_eq!(problem("bad/password.xlsx"), Problem::Password);
    assert_eq!(problem("bad/old-excel-renamed.xlsx"), Problem::OldExcel);
    assert_eq!(problem("bad/unbalanced.csv"), Problem::Quotes { line: 3 });
    assert_eq!(problem("bad/not-a-sheet.xlsx"), Problem::NotASheet);
    let formulas = &sheets("bad/formula.csv")[0];
    let odd: Vec<Option<Odd>> =
        (2..=5).flat_map(|line| [2, 3].map(|column| cell(formulas, line, column).odd)).collect();
    assert_eq!(odd, [None, Some(Odd::Formula), None, Some(Odd::Formula), None, None, None, Some(Odd::ErrorValue)]);
    assert_eq!(text(formulas, 2, 2), "0312345678");
}
