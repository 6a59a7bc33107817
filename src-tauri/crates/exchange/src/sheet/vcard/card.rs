//! What is kept of a card, and what it says as a row.

use super::lines::Property;
use super::{COMPANY, GROUP, NIGHT};
use crate::sheet::Cell;
use plan::{FieldKind, is_mobile, normalise, readable};

/// A card as far as it was read.
#[derive(Default)]
pub(super) struct Card {
    /// As it is shown; of several languages the Japanese one.
    shown: String,
    in_japanese: bool,
    family: String,
    given: String,
    reading: [String; 2],
    sorted_as: String,
    company: String,
    section: String,
    title: String,
    /// What is said of it, its group, the number; in their order.
    numbers: Vec<(String, String, String)>,
    /// What Apple calls the lines of a group.
    labels: Vec<(String, String)>,
    is_company: bool,
    is_group: bool,
}

/// The sorts of numbers a card has.
#[derive(Default)]
struct Sorted {
    work: Vec<String>,
    mobile: Vec<String>,
    home: Vec<String>,
    night: Vec<String>,
    machine: Vec<String>,
}

impl Card {
    pub(super) fn take(&mut self, property: &Property) {
        let first = |into: &mut String, text: String| {
            if into.is_empty() {
                *into = text;
            }
        };
        match property.name.as_str() {
            "FN" => {
                let japanese = property.parameters.contains("LANGUAGE=JA");
                if self.shown.is_empty() || japanese && !self.in_japanese {
                    self.shown = property.text();
                    self.in_japanese = japanese;
                }
            }
            "N" => {
                let parts = property.parts();
                first(&mut self.family, parts.first().cloned().unwrap_or_default());
                first(&mut self.given, parts.get(1).cloned().unwrap_or_default());
                if let Some(reading) = property.parameter("SORT-AS=") {
                    first(&mut self.sorted_as, reading.replace(',', " "));
                }
            }
            "X-PHONETIC-LAST-NAME" => first(&mut self.reading[0], property.text()),
            "X-PHONETIC-FIRST-NAME" => first(&mut self.reading[1], property.text()),
            // A sound is a reading where it is kana, as Japanese telephones write it; else it is one to be heard.
            "SOUND" if !property.foreign && is_reading(&property.text()) => {
                first(&mut self.reading[0], property.text())
            }
            "SORT-STRING" => first(&mut self.sorted_as, property.text()),
            "ORG" => {
                let parts = property.parts();
                first(&mut self.company, parts.first().cloned().unwrap_or_default());
                first(&mut self.section, parts.get(1..).unwrap_or_default().join(" ").trim().to_owned());
            }
            "TITLE" | "ROLE" => first(&mut self.title, property.text()),
            "TEL" => self.numbers.push((property.parameters.clone(), property.group.clone(), property.number())),
            "X-ABLABEL" => self.labels.push((property.group.clone(), property.value.to_uppercase())),
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => {
                let kind = property.value.trim();
                self.is_company |= kind.eq_ignore_ascii_case("org");
                self.is_group |= kind.eq_ignore_ascii_case("group");
            }
            "X-ABSHOWAS" => self.is_company |= property.value.trim().eq_ignore_ascii_case("COMPANY"),
            _ => {}
        }
    }

    /// Family name first, as a list of ours has it: N says which is which, what is shown may be the other way round, in
    /// another alphabet, or with a title.
    fn name(&self) -> String {
        match (self.family.is_empty(), self.given.is_empty()) {
            (false, false) => format!("{} {}", self.family, self.given),
            _ if !self.shown.is_empty() => self.shown.clone(),
            (false, true) => self.family.clone(),
            _ => self.given.clone(),
        }
    }

    /// A machine's number (fax) is nobody's; a mobile number of a person is private, whatever it is called.
    fn sorted(&self, company: bool) -> Sorted {
        let mut out = Sorted::default();
        for (parameters, group, number) in &self.numbers {
            let label = self.labels.iter().find(|(of, _)| !group.is_empty() && of == group);
            let label = label.map_or("", |(_, label)| label.as_str());
            let said = |words: &[&str]| words.iter().any(|word| parameters.contains(word) || label.contains(word));
            let sort = match () {
                () if said(&["FAX", "ファックス", "ファクス", "PAGER", "MODEM", "BBS"]) => &mut out.machine,
                () if said(&[NIGHT, "夜間", "時間外"]) => &mut out.night,
                () if said(&["CELL", "IPHONE", "MOBILE", "携帯"])
                    || !company && is_mobile(&normalise(FieldKind::Phone, number)) =>
                {
                    &mut out.mobile
                }
                () if said(&["HOME", "自宅"]) => &mut out.home,
                () => &mut out.work,
            };
            if !number.is_empty() && !sort.contains(number) {
                sort.push(number.clone());
            }
        }
        out
    }

    /// The row of the card, in the order of the columns.
    pub(super) fn cells(&self) -> Vec<Cell> {
        let name = self.name();
        // Who has no name but a company is one.
        let company = self.is_company || name.is_empty() && !self.company.is_empty();
        let Sorted { work, mobile, home, night, machine } = self.sorted(company);
        let told: Vec<String> = self.reading.iter().filter(|part| !part.is_empty()).cloned().collect();
        let reading = match (told.is_empty(), is_reading(&self.sorted_as)) {
            (true, true) => self.sorted_as.clone(),
            _ => told.join(" "),
        };
        let own = [mobile, home].concat();
        let (house, desk) = match company {
            true if self.company.is_empty() => (name.clone(), String::new()),
            true => (self.company.clone(), if name == self.company { String::new() } else { name.clone() }),
            false if self.company.is_empty() => (String::new(), String::new()),
            false => (self.company.clone(), name.clone()),
        };
        let section = if self.section.is_empty() { &self.company } else { &self.section };
        let sort = match () {
            () if self.is_group => GROUP,
            () if company => COMPANY,
            () => "",
        };
        let cell = |text: String| Cell { text, ..Cell::default() };
        // The same values for a list of companies: told once where people are meant, and the other way round.
        let again = |text: String| Cell { text, again: !company, ..Cell::default() };
        let for_people = |text: String| Cell { text, again: company, ..Cell::default() };
        let desk_phone = if company { [work.clone(), own.clone()].concat() } else { work.clone() };
        vec![
            for_people(if company { String::new() } else { name }),
            for_people(reading),
            for_people(section.clone()),
            for_people(self.title.clone()),
            for_people(work.join("\n")),
            for_people(own.join("\n")),
            again(house),
            again(desk),
            again(desk_phone.join("\n")),
            cell(night.join("\n")),
            cell(machine.join("\n")),
            cell(sort.to_owned()),
        ]
    }
}

/// Whether a text is kana: a reading.
fn is_reading(text: &str) -> bool {
    let plain = normalise(FieldKind::Kana, text);
    !plain.trim().is_empty() && readable(FieldKind::Kana, &plain) && plain.chars().any(|c| matches!(c, 'ァ'..='ヿ'))
}
