//! What is written reads back equal.

use exchange::sheet::{self, Cell, Table};

/// Values that a spreadsheet likes to change.
const NASTY: [&str; 30] = [
    "007",
    "0312345678",
    "=1+1",
    "=HYPERLINK(\"http://example.invalid\",\"開く\")",
    "-1",
    "-",
    "+81-3-0000-0000",
    "@SUM(A1)",
    "'x",
    "''x",
    "'",
    "引用「\"」符",
    "\"",
    "一行目\n二行目",
    "a,b;c\td",
    "𠮷野家",
    "髙橋",
    "﨑",
    "辻󠄀",
    "か\u{3099}",
    "１２３ＡＢＣ",
    "ｶﾅ",
    " 前後 ",
    "　全角空白　",
    "1e5",
    "2026-06-01",
    "R8.6.1",
    "TRUE",
    "#N/A",
    "_x000D_&amp;<b>",
];

fn table() -> Table {
    let head = ["名前", "値", "空", "続き"].map(str::to_owned).to_vec();
    let rows = (0..1_000)
        .map(|index: usize| {
            let value = |offset: usize| NASTY[(index + offset) % NASTY.len()].to_owned();
            vec![format!("{index:04}"), value(0), String::new(), value(7)]
        })
        .collect();
    Table { title: "機器一覧".to_owned(), head, rows }
}

fn assert_equal(table: &Table, bytes: &[u8]) -> Vec<Vec<Cell>> {
    let book = sheet::read(bytes).expect("our own file is read");
    assert_eq!(book.sheets.len(), 1);
    let rows = book.sheets[0].rows.clone();
    assert_eq!(rows.len(), 1 + table.rows.len());
    for (written, read) in std::iter::once(&table.head).chain(&table.rows).zip(&rows) {
        let read: Vec<&str> = read.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(&read, written);
    }
    rows
}

#[test]
fn an_xlsx_reads_back_equal() {
    let table = table();
    let bytes = sheet::write_xlsx(&table).expect("a table of ordinary size");
    assert_equal(&table, &bytes);
    assert_eq!(sheet::read(&bytes).expect("read").sheets[0].name, "機器一覧");
}

#[test]
fn a_csv_reads_back_equal_and_nothing_in_it_is_taken_for_a_formula() {
    let mut table = table();
    table.rows.push(["=\"0312345678\"", "+", "@", "x"].map(str::to_owned).to_vec());
    let rows = assert_equal(&table, &sheet::write_csv(&table));
    let formulas = rows.iter().flatten().filter(|cell| cell.odd == Some(sheet::Odd::Formula)).count();
    assert_eq!(formulas, 0);
}

#[test]
fn a_list_of_one_column_stays_one_column() {
    let rows = ["内科;外科", "内科;小児科", "\t"].map(|value| vec![value.to_owned()]).to_vec();
    let table = Table { title: String::new(), head: vec!["部署".to_owned()], rows };
    assert_equal(&table, &sheet::write_csv(&table));
    assert_equal(&table, &sheet::write_xlsx(&table).expect("a small table"));
}

/// A part of a written workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut zip.by_name(name).expect("a part"), &mut text).expect("text");
    text
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    let write = || sheet::write_xlsx(&table()).expect("written");
    assert_eq!(write(), write());
    let properties = part(&write(), "docProps/core.xml");
    assert!(properties.contains("2000-01-01T00:00:00Z"), "the day of writing must not be in it: {properties}");
}

#[test]
fn excel_keeps_every_cell_as_text_and_the_head_in_sight() {
    let bytes = sheet::write_xlsx(&table()).expect("written");
    let (cells, styles) = (part(&bytes, "xl/worksheets/sheet1.xml"), part(&bytes, "xl/styles.xml"));
    // The format 49 is "@"; every cell has one of the two made with it, the head the bold one.
    let formats = styles.split_once("<cellXfs").expect("formats").1;
    assert_eq!(formats.matches("numFmtId=\"49\"").count(), 2, "{formats}");
    assert_eq!(cells.matches("<c r=").count(), cells.matches(" s=\"1\"").count() + cells.matches(" s=\"2\"").count());
    assert!(
        styles.contains("<b/>") && cells.contains("state=\"frozen\"") && cells.contains("<autoFilter ref=\"A1:D1001\"")
    );
}

#[test]
fn a_text_longer_than_excel_takes_is_refused_with_its_place() {
    let table = Table { head: vec!["a".into()], rows: vec![vec!["備".repeat(32_768)]], ..Table::default() };
    let refused = sheet::write_xlsx(&table).expect_err("too long");
    assert!(matches!(refused, sheet::Unwritable::TooLong { line: 2, column: 1 }), "{refused}");
}

#[test]
fn a_table_without_lines_or_columns_is_still_a_file() {
    let mut table = Table { title: "空".into(), ..Table::default() };
    assert_eq!(sheet::read(&sheet::write_xlsx(&table).expect("written")), Err(sheet::Problem::Empty));
    assert_eq!(sheet::read(&sheet::write_csv(&table)), Err(sheet::Problem::Empty));
    table.head.push("名前".into());
    assert_equal(&table, &sheet::write_xlsx(&table).expect("written"));
    assert_equal(&table, &sheet::write_csv(&table));
}
