//! vCard (RFC 6350, and 3.0 and 2.1 as telephones write them) as a sheet, and back.
//!
//! A card is a row; what a column means is told by the names importing knows (`templates/import.toml`). Several numbers
//! of one sort stand below each other in their cell. Photographs and whatever else a card carries are passed over.
//! Deliberately not here: time zones, calendars; what a group has in it.

mod card;
mod lines;
mod write;

use super::grid::{Allowance, Grid};
use super::{Cell, Problem, Sheet};
use card::Card;
pub use write::write_vcards;

/// A list of people with photographs may weigh so much; more is no list of a hospital.
const MOST_MIB: u32 = 16;

/// What the sheet of a file of cards is called.
pub(super) const SHEET: &str = "vCard";
/// Names of the columns; importing finds them as it finds those of any sheet.
const COLUMNS: [&str; 12] = [
    "氏名",
    "フリガナ",
    "所属",
    "職種・職名",
    "内線",
    "携帯電話",
    "会社名",
    "担当者",
    "電話番号",
    "夜間連絡先",
    "FAX",
    "カードの種類",
];
/// What the last column says of a company and of a group.
const COMPANY: &str = "会社";
/// See [`COMPANY`].
const GROUP: &str = "グループ";
/// Our own mark on a number for nights and holidays.
const NIGHT: &str = "X-SONAE-NIGHT";

/// Whether bytes are vCards.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    start.get(..11).is_some_and(|start| start.eq_ignore_ascii_case(b"BEGIN:VCARD"))
}

/// The cards as a sheet with a head.
pub(super) fn read(bytes: &[u8]) -> Result<Sheet, Problem> {
    if bytes.len() > MOST_MIB as usize * super::MIB {
        return Err(Problem::TooLarge { limit_mib: MOST_MIB });
    }
    let mut allowance = Allowance::new();
    let mut grid = Grid::new(SHEET, false, &mut allowance);
    for (at, name) in (0..).zip(COLUMNS) {
        grid.put(0, at, Cell { text: name.to_owned(), ..Cell::default() })?;
    }
    // What is open, the card first: cards may hold cards (AGENT of 2.1) and appointments, which are passed over.
    let mut open: Vec<String> = Vec::new();
    let (mut card, mut agent, mut row) = (Card::default(), false, 0);
    let unfinished = || Problem::Damaged("END:VCARD が足りません".to_owned());
    for property in lines::properties(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)) {
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
                    for (at, cell) in (0..).zip(card.cells()) {
                        grid.put(row, at, cell)?;
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
