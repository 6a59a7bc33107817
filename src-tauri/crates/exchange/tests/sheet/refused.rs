//! A file that cannot or must not be read is refused with its reason, and what it would unpack is never unpacked whole: a
//! reader that did would not come back from these.

use crate::made::{Made, archive, rows};
use exchange::sheet::{self, Problem};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

fn refusal(bytes: &[u8]) -> Problem {
    sheet::read(bytes).expect_err("to be refused")
}

/// An archive with one entry of zeros; `declared` is written where its unpacked size stands.
fn bomb(mib: usize, declared: Option<u32>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(archive(&[])));
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    for (name, size) in [("[Content_Types].xml", 0), ("xl/media/image1.png", mib)] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a name");
        zip.write_all(kind.as_bytes()).expect("into memory");
        for _ in 0..size {
            zip.write_all(&[0; 1024 * 1024]).expect("into memory");
        }
    }
    let mut bytes = zip.finish().expect("into memory").into_inner();
    if let Some(declared) = declared {
        for (signature, offset) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
            let last = bytes.windows(4).rposition(|window| window == signature).expect("a header");
            bytes[last + offset..last + offset + 4].copy_from_slice(&declared.to_le_bytes());
        }
    }
    bytes
}

#[test]
fn a_zip_bomb_is_counted_while_it_unpacks_even_when_its_header_lies() {
    let bytes = bomb(201, None);
    assert!(bytes.len() < 1024 * 1024, "small while packed");
    assert_eq!(refusal(&bytes), Problem::TooLarge { limit_mib: 200 });
    assert_eq!(refusal(&bomb(201, Some(u32::MAX - 1))), Problem::TooLarge { limit_mib: 200 });
    // `zip` itself stops at the size an entry declares, so less than the truth is damage.
    assert!(matches!(refusal(&bomb(201, Some(100))), Problem::Damaged(_)));
}

#[test]
fn a_file_that_weighs_too_much_is_refused_unread() {
    assert_eq!(refusal(&vec![b'a'; 64 * 1024 * 1024 + 1]), Problem::TooLarge { limit_mib: 64 });
}

#[test]
fn a_million_lines_are_refused_at_the_limit_and_a_million_coloured_ones_are_read() {
    let mut filled = String::new();
    let mut coloured = String::from("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    for line in 1..=1_048_576 {
        write!(filled, "<row r=\"{line}\"><c r=\"A{line}\"><v>1</v></c></row>").expect("into memory");
        if line > 1 {
            write!(coloured, "<row r=\"{line}\"><c r=\"A{line}\" s=\"1\"/></row>").expect("into memory");
        }
    }
    let filled = rows(&filled).xlsx();
    let before = peak();
    assert_eq!(refusal(&filled), Problem::TooManyRows { sheet: "表".into(), limit: sheet::MOST_ROWS });
    assert!(peak() - before < 256, "took {} MiB more", peak() - before);
    assert_eq!(sheet::read(&rows(&coloured).xlsx()).expect("read").sheets[0].rows.len(), 1);
}

/// Most memory this process ever had, in MiB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) / 1024
}

#[test]
fn limits_are_of_values_and_the_last_allowed_one_is_read() {
    let csv = |lines: usize, columns: usize| {
        let line = vec!["x"; columns].join(",") + "\n";
        sheet::read(line.repeat(lines).as_bytes())
    };
    let most = sheet::MOST_ROWS as usize;
    assert_eq!(csv(most, 2).expect("allowed").sheets[0].rows.len(), most);
    assert_eq!(csv(most + 1, 2), Err(Problem::TooManyRows { sheet: "CSV".into(), limit: sheet::MOST_ROWS }));
    assert_eq!(csv(1, 300).expect("allowed").sheets[0].rows[0].len(), 300);
    assert_eq!(csv(1, 301), Err(Problem::TooManyColumns { sheet: "CSV".into(), limit: 300 }));
    let wide = rows("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>").xlsx();
    assert_eq!(refusal(&wide), Problem::TooManyColumns { sheet: "表".into(), limit: 300 });
    let far = sheet::read(format!("a\n{}b", "\n,,,\n".repeat(30_000)).as_bytes()).expect("blank lines are none");
    assert_eq!(far.sheets[0].rows.len(), 60_002);
}

#[test]
fn a_small_file_that_names_one_long_text_a_million_times_is_refused() {
    let mut lines = String::new();
    for line in 1..=20_000 {
        write!(lines, "<row r=\"{line}\"><c r=\"A{line}\" t=\"s\"><v>0</v></c></row>").expect("into memory");
    }
    let long: &str = Box::leak(format!("<si><t>{}</t></si>", "備".repeat(30_000)).into_boxed_str());
    assert_eq!(refusal(&Made { strings: long, ..rows(&lines) }.xlsx()), Problem::TooLarge { limit_mib: 200 });
}

#[test]
fn made_up_numbers_in_a_workbook_are_damage_not_a_crash() {
    let one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>1</v></c></row>";
    let damaged = |made: Made| assert!(matches!(refusal(&made.xlsx()), Problem::Damaged(_)));
    damaged(Made { strings_head: "uniqueCount=\"99999999999999\"", ..rows(one) });
    damaged(rows("<row r=\"1\"><c r=\"A99999999999999\"><v>1</v></c></row>"));
    damaged(Made {
        after: "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A1:B1\"/></mergeCells>",
        ..rows(one)
    });
    let far = rows("<row r=\"1\"><c r=\"A1048577\"><v>1</v></c></row>").xlsx();
    assert_eq!(refusal(&far), Problem::TooManyRows { sheet: "表".into(), limit: sheet::MOST_ROWS });
    let whole = rows(one).xlsx();
    for cut in [10, whole.len() / 2, whole.len() - 10] {
        assert!(matches!(refusal(&whole[..cut]), Problem::Damaged(_)), "cut at {cut}");
    }
}

#[test]
fn what_is_no_workbook_is_told_from_one_that_is_of_another_kind() {
    let other = |kind| refusal(&Made { kind, ..rows("") }.xlsx());
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    assert_eq!(other(word), Problem::NotASheet);
    assert_eq!(other("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), Problem::OldExcel);
    assert_eq!(refusal(&archive(&[("読んで.txt", "a,b")])), Problem::NotASheet);
    assert_eq!(refusal(&archive(&[])), Problem::NotASheet);
    assert_eq!(refusal(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), Problem::NotASheet);
    assert_eq!(refusal(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), Problem::OldExcel);
}

#[test]
fn a_file_without_a_value_is_empty() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b"\r\n,,,\r\n"] {
        assert_eq!(refusal(bytes), Problem::Empty);
    }
    assert_eq!(refusal(&rows("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>").xlsx()), Problem::Empty);
}

#[test]
fn unreadable_text_is_told_with_its_line() {
    assert_eq!(refusal(b"a,b\n1,\"x\n"), Problem::Quotes { line: 2 });
    assert_eq!(refusal(b"a,b\n1,\x82\xA0\xFF\n"), Problem::Encoding { line: 2 });
}
