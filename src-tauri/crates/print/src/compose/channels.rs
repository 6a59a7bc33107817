//! Ways to talk that are left when others are dead, floor by floor; and main numbers of the outside as QR codes.

use super::table::{self, named, one};
use super::words::Words;
use crate::outline::{Block, Piece, Run, Table, TableRow};
use plan::{Kind, Record};

/// The table, floor by floor [PRACTICE-OTHER-MEANS].
pub(super) fn table(words: &Words<'_>) -> Piece {
    let mut list: Vec<&dyn Record> = words.plan.live(Kind::Channel).collect();
    list.sort_by_key(|one| {
        let floor = one.field("floor");
        let figures: String = floor.iter().flat_map(|text| text.chars()).filter(char::is_ascii_digit).collect();
        (figures.parse().unwrap_or(u32::MAX), floor)
    });
    let mut rows: Vec<TableRow> = Vec::new();
    for floor in list.chunk_by(|one, other| one.field("floor") == other.field("floor")) {
        let title = floor[0].field("floor").unwrap_or_else(|| words.word("channel-anywhere").to_owned());
        rows.push(TableRow { cells: vec![vec![Run::Text(title)]], band: true, ..TableRow::default() });
        for one in floor {
            let mut name = words.name(*one, "name");
            let sort = words.cell(*one, "sort");
            if sort != [Run::Text(one.title())] {
                name.push(Run::from("\n"));
                name.extend(sort);
            }
            let rest = ["number", "place", "no_lan", "no_exchange", "no_power", "tested_on"];
            let cells = std::iter::once(name).chain(rest.map(|field| words.cell(*one, field))).collect();
            rows.push(TableRow { cells, about: words.about(*one), ..TableRow::default() });
        }
    }
    let blank_rows = if rows.is_empty() { 6 } else { 2 };
    let columns = [
        ("name", 22.0),
        ("number", 16.0),
        ("place", 19.0),
        ("no_lan", 10.0),
        ("no_exchange", 10.0),
        ("no_power", 9.0),
        ("tested_on", 14.0),
    ];
    let columns = columns.map(|(field, share)| (words.label(Kind::Channel, field), share)).to_vec();
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}

/// The same without floors and tests, for the back of a department's numbers.
pub(super) fn short(words: &Words<'_>) -> Piece {
    let columns =
        [named(24.0), one("number", 18.0), one("place", 26.0), one("no_exchange", 16.0), one("no_power", 16.0)];
    table::table(words, Kind::Channel, &columns, 0)
}

/// Main numbers of the outside that are wanted as QR codes: `tel:` and digits. Off until somebody wants one.
pub(super) fn codes(words: &Words<'_>) -> Option<Piece> {
    let (mut list, mut about) = (Vec::new(), Vec::new());
    for one in words.plan.live(Kind::Organisation).filter(|one| one.field("qr").is_some()) {
        let Some(number) = one.field("day_phone").or_else(|| one.field("night_phone")) else { continue };
        let Some(digits) = plan::reach::dialled(&number) else { continue };
        list.push((format!("{} {number}", one.title()), format!("tel:{digits}")));
        about.extend(words.about(one));
    }
    (!list.is_empty()).then_some(Piece { block: Block::Codes(list), about, anchor: None })
}
