//! The text of a cell is what a person sees.

use crate::made::{Made, rows};
use exchange::sheet::{self, Cell, Odd};

fn read(made: &Made) -> Vec<Vec<Cell>> {
    sheet::read(&made.xlsx()).expect("a readable workbook").sheets.remove(0).rows
}

fn texts(rows: &[Vec<Cell>]) -> Vec<Vec<&str>> {
    rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

#[test]
fn furigana_is_no_part_of_a_name_and_rich_text_is_joined() {
    let made = Made {
        strings: "<si><t>見本 花子</t><rPh sb=\"0\" eb=\"2\"><t>ミホン</t></rPh><rPh sb=\"3\" eb=\"5\"><t>ハナコ</t></rPh><phoneticPr fontId=\"1\"/></si>\
                  <si><r><rPr><b/></rPr><t xml:space=\"preserve\">見本 </t></r><r><t>太郎</t></r><rPh sb=\"0\" eb=\"2\"><t>ミホン</t></rPh></si>",
        ..rows(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
                <c r=\"C1\" t=\"inlineStr\"><is><t>見本</t><rPh sb=\"0\" eb=\"2\"><t>ミホン</t></rPh></is></c></row>",
        )
    };
    assert_eq!(texts(&read(&made)), [["見本 花子", "見本 太郎", "見本"]]);
}

#[test]
fn numbers_dates_and_yes_or_no_are_written_in_one_way() {
    let line = "<row r=\"1\"><c r=\"A1\"><v>1234567</v></c><c r=\"B1\"><v>0.5</v></c><c r=\"C1\" t=\"b\"><v>1</v></c>\
                <c r=\"D1\" s=\"1\"><v>46174</v></c><c r=\"E1\" s=\"3\"><v>46174.354166666664</v></c>\
                <c r=\"F1\" s=\"2\"><v>0.35416666666666669</v></c><c r=\"G1\" s=\"4\"><v>1.25</v></c>\
                <c r=\"H1\" t=\"d\"><v>2026-06-01T00:00:00</v></c><c r=\"I1\" s=\"1\"><v>60</v></c></row>";
    let seen = ["1234567", "0.5", "TRUE", "2026-06-01", "2026-06-01 08:30", "08:30", "30:00", "2026-06-01"];
    let rows_1900 = read(&rows(line));
    assert_eq!(texts(&rows_1900)[0][..8], seen);
    assert_eq!(rows_1900[0][8].text, "1900-02-29", "the day Excel believes in");

    let made = Made { properties: "date1904=\"1\"", ..rows(line) };
    let rows_1904 = read(&made);
    assert_eq!(rows_1904[0][3].text, "2030-06-02", "a workbook from an old Mac counts from 1904");
    assert_eq!(rows_1904[0][5].text, "08:30");
}

#[test]
fn leading_zeros_that_only_the_format_shows_are_kept() {
    let rows = read(&rows(
        "<row r=\"1\"><c r=\"A1\" s=\"5\"><v>123</v></c><c r=\"B1\" s=\"5\"><f>A1+1</f><v>124</v></c>\
         <c r=\"C1\" s=\"5\" t=\"str\"><v>125</v></c><c r=\"D1\" s=\"6\"><v>46174</v></c><c r=\"E1\" s=\"5\"/></row>",
    ));
    assert_eq!(texts(&rows), [["00123", "00124", "125", "2026-06-01"]]);
}

#[test]
fn a_merged_cell_says_what_its_upper_left_one_says() {
    let made = Made {
        after: "<mergeCells count=\"3\"><mergeCell ref=\"A1:XFD1\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"A3:A1048576\"/></mergeCells>",
        ..rows(
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>台帳</v></c></row>\
                <row r=\"2\"><c r=\"B2\" t=\"str\"><v>保守</v></c></row>\
                <row r=\"3\"><c r=\"A3\" t=\"str\"><v>３階</v></c><c r=\"B3\" t=\"str\"><v>期限</v></c><c r=\"C3\" t=\"str\"><v>会社</v></c></row>\
                <row r=\"5\"><c r=\"C5\" t=\"str\"><v>見本</v></c></row>",
        )
    };
    let rows = read(&made);
    assert_eq!(
        texts(&rows),
        [
            vec!["台帳", "台帳", "台帳"],
            vec!["", "保守", "保守"],
            vec!["３階", "期限", "会社"],
            vec!["３階"],
            vec!["３階", "", "見本"],
        ]
    );
    let merged: Vec<Vec<bool>> = rows.iter().map(|row| row.iter().map(|cell| cell.merged).collect()).collect();
    assert_eq!(merged[0], [false, true, true]);
    assert_eq!(merged[1], [false, false, true]);
    assert_eq!(merged[4], [true, false, false]);
}

#[test]
fn a_formula_nobody_has_worked_out_is_odd_and_an_empty_result_is_not() {
    let rows = read(&rows(
        "<row r=\"1\"><c r=\"A1\"><f>B1&amp;C1</f><v></v></c><c r=\"B1\"><f>1+1</f><v>2</v></c>\
         <c r=\"C1\" t=\"str\"><f>IF(1,\"\",2)</f><v></v></c><c r=\"D1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>\
         <c r=\"E1\" t=\"e\"><v>#N/A</v></c><c r=\"F1\" t=\"str\"><v>=1+1</v></c><c r=\"G1\" t=\"str\"><v>=\"0312\"</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"4000000000\"/></c></row>",
    ));
    let found: Vec<_> = rows[0].iter().map(|cell| (cell.text.as_str(), cell.odd)).collect();
    assert_eq!(
        found,
        [
            ("", Some(Odd::FormulaWithoutValue)),
            ("2", None),
            ("", None),
            ("#DIV/0!", Some(Odd::ErrorValue)),
            ("#N/A", Some(Odd::ErrorValue)),
            ("=1+1", Some(Odd::Formula)),
            ("0312", None),
        ]
    );
    assert_eq!(rows[1][0].odd, Some(Odd::FormulaWithoutValue));
}

#[test]
fn lines_are_where_excel_counts_them_and_nothing_trails() {
    let rows = read(&rows(
        "<row r=\"2\"><c r=\"B2\" t=\"str\"><v>a_x000D_\nb</v></c><c r=\"C2\" s=\"1\"/></row>\
         <row r=\"4\"><c r=\"A4\"><v>1</v></c></row><row r=\"9\"><c r=\"A9\" s=\"1\"/></row>",
    ));
    assert_eq!(texts(&rows), [vec![], vec!["", "a\nb"], vec![], vec!["1"]]);
}

#[test]
fn every_sheet_comes_in_the_order_of_the_file_and_hidden_ones_say_so() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, hidden) in [("記入例", true), ("台帳", false)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name").set_hidden(hidden);
        sheet.write_string(0, 0, name).expect("a cell");
    }
    book.worksheet_from_index(1).expect("the second").set_active(true);
    let sheets = sheet::read(&book.save_to_buffer().expect("saved")).expect("read").sheets;
    let found: Vec<_> = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
    assert_eq!(found, [("記入例", true), ("台帳", false)]);
}
