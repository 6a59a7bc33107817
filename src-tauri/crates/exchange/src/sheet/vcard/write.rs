//! People and organisations as vCards 3.0, which every telephone reads.

use super::NIGHT;
use crate::sheet::Table;

/// A table as vCards. Columns are found by their place in
/// `fields`; what a card has no property for is left out.
pub fn write_vcards(table: &Table, fields: &[&str], facility: &str) -> Vec<u8> {
    let mut out = String::new();
    for row in &table.rows {
        let cell = |field: &str| {
            let at = fields.iter().position(|one| *one == field);
            at.and_then(|at| row.get(at)).map(String::as_str).filter(|text| !text.is_empty())
        };
        let Some(name) = cell("name") else { continue };
        let company = fields.contains(&"day_phone");
        let mut line = |name: &str, value: &str| fold(&mut out, &format!("{name}:{value}"));
        line("BEGIN", "VCARD");
        line("VERSION", "3.0");
        line("FN", &escaped(name));
        let (family, given) = name.split_once([' ', '　']).unwrap_or((name, ""));
        line("N", &format!("{};{};;;", escaped(family), escaped(given)));
        if let Some(kana) = cell("kana") {
            line("X-PHONETIC-LAST-NAME", &escaped(kana));
        }
        if company {
            line("X-ABSHOWAS", "COMPANY");
            line("ORG", &escaped(name));
        } else {
            line("ORG", &format!("{};{}", escaped(facility), escaped(cell("department").unwrap_or_default())));
        }
        if let Some(job) = cell("job") {
            line("TITLE", &escaped(job));
        }
        let night = format!("WORK,{NIGHT}");
        let sorts = [("extension", "WORK"), ("day_phone", "WORK"), ("night_phone", &*night), ("private_phone", "CELL")];
        for (field, sort) in sorts {
            if let Some(number) = cell(field) {
                line(&format!("TEL;TYPE={sort}"), &escaped(number));
            }
        }
        line("END", "VCARD");
    }
    out.into_bytes()
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('\n', "\\n");
    text.replace(';', "\\;").replace(',', "\\,")
}

/// Lines of at most 75 bytes, never divided inside a character (RFC 6350 §3.2).
fn fold(out: &mut String, line: &str) {
    let mut room = 75;
    for sign in line.chars() {
        if sign.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        out.push(sign);
        room -= sign.len_utf8();
    }
    out.push_str("\r\n");
}
