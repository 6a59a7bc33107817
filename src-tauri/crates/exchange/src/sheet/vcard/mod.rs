//! vCard (RFC 6350, and 3.0 and 2.1 as telephones write them) as a sheet, and back.
//!
//! A card is a row; what a column means is told by the names importing knows (`templates/import.toml`). Photographs and
//! whatever else a card carries are passed over. Deliberately not here: groups, time zones, calendars.

use super::grid::{Allowance, Grid};
use super::{Cell, Problem, Sheet, Table};

/// A list of people with photographs may weigh so much; more is no list of a hospital.
const MOST_MIB: u32 = 16;

/// Names of the columns; importing finds them as it finds those of any sheet.
const COLUMNS: [&str; 10] =
    ["氏名", "フリガナ", "所属", "職種・職名", "内線", "携帯電話", "会社名", "担当者", "電話番号", "夜間連絡先"];
/// Our own mark on a number for nights and holidays.
const NIGHT: &str = "X-SONAE-NIGHT";

/// Whether a text is vCards.
pub(super) fn is_one(text: &str) -> bool {
    text.trim_start().get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// The cards as a sheet with a head.
pub(super) fn read(text: &str) -> Result<Sheet, Problem> {
    if text.len() > MOST_MIB as usize * super::MIB {
        return Err(Problem::TooLarge { limit_mib: MOST_MIB });
    }
    let mut allowance = Allowance::new();
    let mut grid = Grid::new("vCard", false, &mut allowance);
    for (at, name) in (0..).zip(COLUMNS) {
        grid.put(0, at, Cell { text: name.to_owned(), ..Cell::default() })?;
    }
    // What is open, the card first: cards may hold cards (AGENT of 2.1) and appointments, which are passed over.
    let mut open: Vec<String> = Vec::new();
    let (mut card, mut agent, mut row) = (Card::default(), false, 0);
    let unfinished = || Problem::Damaged("END:VCARD が足りません".to_owned());
    for line in unfolded(text) {
        let Some(property) = Property::of(&line) else { continue };
        let value = property.value.trim().to_uppercase();
        match property.name.as_str() {
            "BEGIN" if open.is_empty() && value == "VCARD" => {
                card = Card::default();
                open.push(value);
            }
            "BEGIN" if open.is_empty() => {}
            "BEGIN" if value == "VCARD" && !agent => return Err(unfinished()),
            "BEGIN" => open.push(value),
            "END" if open.last() == Some(&value) => {
                open.pop();
                if open.is_empty() {
                    row += 1;
                    for (at, text) in (0..).zip(card.cells()) {
                        grid.put(row, at, Cell { text, ..Cell::default() })?;
                    }
                }
            }
            "END" if !open.is_empty() => return Err(unfinished()),
            _ if open.len() == 1 => card.take(&property),
            _ => {}
        }
        agent = property.name == "AGENT";
    }
    if !open.is_empty() {
        return Err(unfinished());
    }
    Ok(grid.done())
}

/// Lines, with those that were folded put together again (RFC 6350 §3.2; quoted-printable as 2.1 folds it).
fn unfolded(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut printable = false;
    for line in text.split(['\n', '\r']).filter(|line| !line.is_empty()) {
        let soft = printable && out.last().is_some_and(|last| last.ends_with('='));
        match (line.strip_prefix([' ', '\t']), out.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            (None, Some(last)) if soft => {
                last.pop();
                last.push_str(line);
            }
            _ => {
                let head = line.split(':').next().unwrap_or_default();
                printable = head.to_uppercase().contains("QUOTED-PRINTABLE");
                out.push(line.to_owned());
            }
        }
    }
    out
}

/// A line of a card.
struct Property {
    name: String,
    parameters: String,
    value: String,
}

impl Property {
    fn of(line: &str) -> Option<Self> {
        let (head, value) = line.split_once(':')?;
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        // `item1.TEL` is how Apple groups.
        let name = name.rsplit('.').next().unwrap_or(name).trim().to_uppercase();
        let parameters = parameters.to_uppercase();
        let value =
            if parameters.contains("QUOTED-PRINTABLE") { printable(value, &parameters) } else { value.to_owned() };
        Some(Self { name, parameters, value })
    }

    /// The parts of a structured value, unescaped.
    fn parts(&self) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut signs = self.value.chars();
        while let Some(sign) = signs.next() {
            let last = parts.last_mut().expect("there is always a part");
            match sign {
                '\\' => match signs.next() {
                    Some('n' | 'N') => last.push(' '),
                    Some(other) => last.push(other),
                    None => {}
                },
                ';' => parts.push(String::new()),
                _ => last.push(sign),
            }
        }
        parts.iter().map(|part| part.trim().to_owned()).collect()
    }

    fn text(&self) -> String {
        self.parts().into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Bytes are UTF-8 or, from older Japanese telephones, Shift_JIS.
fn printable(value: &str, parameters: &str) -> String {
    let bytes = value.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = value.get(at + 1..at + 3).filter(|_| bytes[at] == b'=');
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    if parameters.contains("UTF-8") {
        return String::from_utf8_lossy(&out).into_owned();
    }
    String::from_utf8(out).unwrap_or_else(|wrong| encoding_rs::SHIFT_JIS.decode(wrong.as_bytes()).0.into_owned())
}

/// What is kept of a card.
#[derive(Default)]
struct Card {
    name: String,
    family: String,
    reading: [String; 2],
    company: String,
    section: String,
    title: String,
    /// Parameters and numbers, in their order.
    numbers: Vec<(String, String)>,
    is_company: bool,
}

impl Card {
    fn take(&mut self, property: &Property) {
        let first = |into: &mut String, text: String| {
            if into.is_empty() {
                *into = text;
            }
        };
        match property.name.as_str() {
            "FN" => first(&mut self.name, property.text()),
            "N" => {
                let parts = property.parts();
                let whole: Vec<String> = parts.into_iter().take(2).filter(|part| !part.is_empty()).collect();
                first(&mut self.family, whole.join(" "));
            }
            "X-PHONETIC-LAST-NAME" => first(&mut self.reading[0], property.text()),
            "X-PHONETIC-FIRST-NAME" => first(&mut self.reading[1], property.text()),
            "SOUND" => {
                let parts: Vec<String> = property.parts().into_iter().filter(|part| !part.is_empty()).collect();
                first(&mut self.reading[0], parts.join(" "));
            }
            "ORG" => {
                let parts = property.parts();
                first(&mut self.company, parts.first().cloned().unwrap_or_default());
                first(&mut self.section, parts.get(1..).unwrap_or_default().join(" ").trim().to_owned());
            }
            "TITLE" | "ROLE" => first(&mut self.title, property.text()),
            "TEL" => {
                let number = property.text().trim_start_matches("tel:").to_owned();
                self.numbers.push((property.parameters.clone(), number));
            }
            "KIND" => self.is_company = property.value.trim().eq_ignore_ascii_case("org"),
            "X-ABSHOWAS" => self.is_company = property.value.trim().eq_ignore_ascii_case("COMPANY"),
            _ => {}
        }
    }

    /// The numbers of a card, of each sort the first: desk, mobile, home, night. A machine's number (fax) is nobody's; a
    /// mobile number of a person is private, whatever it is called.
    fn sorted(&self) -> [String; 4] {
        let mut sorts: [String; 4] = Default::default();
        for (parameters, number) in &self.numbers {
            let said = |words: &[&str]| words.iter().any(|word| parameters.contains(word));
            if said(&["FAX", "PAGER", "MODEM", "BBS"]) {
                continue;
            }
            let at = if said(&[NIGHT]) {
                3
            } else if said(&["CELL", "IPHONE"]) || (!self.is_company && is_mobile(number)) {
                1
            } else if said(&["HOME"]) {
                2
            } else {
                0
            };
            if sorts[at].is_empty() {
                sorts[at].clone_from(number);
            }
        }
        sorts
    }

    fn cells(&self) -> Vec<String> {
        let [work, cell, home, night] = self.sorted();
        let own = if cell.is_empty() { home } else { cell };
        let desk_phone = if work.is_empty() && self.is_company { own.clone() } else { work.clone() };
        let name = if self.name.is_empty() { &self.family } else { &self.name };
        let reading = self.reading.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
        let (company, desk) = match (self.is_company, self.company.is_empty()) {
            (true, _) => (name.clone(), String::new()),
            (false, true) => (String::new(), String::new()),
            (false, false) => (self.company.clone(), name.clone()),
        };
        let section = if self.section.is_empty() { &self.company } else { &self.section };
        vec![
            if self.is_company { String::new() } else { name.clone() },
            reading,
            section.clone(),
            self.title.clone(),
            work,
            own,
            company,
            desk,
            desk_phone,
            night,
        ]
    }
}

/// Whether a number is that of a mobile telephone in Japan, however it is written.
fn is_mobile(number: &str) -> bool {
    let plain = plan::normalise(plan::FieldKind::Phone, number);
    let figures: String = plain.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let home = figures.strip_prefix("+81").map(|rest| format!("0{}", rest.trim_start_matches('0')));
    ["070", "080", "090"].iter().any(|start| home.as_ref().unwrap_or(&figures).starts_with(start))
}

/// A table of people or organisations as vCards 3.0, which every telephone reads. Columns are found by their place in
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
