//! The books made of the pack's parts: 本部用, the common part of 部署用, 検査・委員会用, 台帳・一覧 (docs/adr/0033). The book
//! of a department is `ward_book`.

use super::words::{Book, Words};
use super::{
    Composing, blocks, check_table, contacts, copy_word, cover, first_pages, forms, ledger, outline, sections, symptoms,
};
use crate::outline::{Block, Outline, Part, PartSort, Piece, Run, Shelf, Style};

/// Lists nobody reads at night: they stand in 台帳・一覧, and the chapters say so.
pub(super) const LEDGERS: [&str; 7] =
    ["devices", "people", "stock-list", "typing-estimate", "box-list", "sheet-checks", "drills"];

/// 本部用: what whoever decides reads at night, the secret part first.
pub(super) fn headquarters(of: &Composing<'_>) -> Outline {
    let words = Words { book: Book::Headquarters, ..of.here() };
    let mut parts = vec![with_contents(&words, cover::part(&words, "hq", copy_word(&words, of.copy), of.date))];
    for letter in ['S', 'A', 'B', 'C', 'F', 'L', 'J'] {
        let blocks = match letter {
            'A' => first_pages::pages(&words, "A"),
            'B' => numbers(&words),
            'C' => decisions(&words),
            'F' => sections::chapter(&words, 3),
            'J' => forms::part(&words),
            'L' => first_pages::pages(&words, first_pages::WEEKS),
            _ => secret_part(&Words { private: true, ..words }),
        };
        // A small institution has no pages for weeks: its procedure says what there is to say.
        if !blocks.is_empty() {
            parts.push(part(&words, letter, blocks));
        }
    }
    indexed(&words, outline(&words, &of.template.cover.title, parts, copy_word(&words, of.copy), of.date))
}

/// 部署用 without a department: what every one of them may need.
pub(super) fn common(of: &Composing<'_>) -> Outline {
    let words = of.here();
    let mut parts = vec![with_contents(&words, cover::part(&words, "ward", copy_word(&words, of.copy), of.date))];
    for letter in ['A', 'B', 'C', 'J'] {
        let blocks = match letter {
            'A' => first_pages::pages(&words, "A"),
            'B' => contacts::sheet(&words),
            'C' => decisions(&words),
            _ => forms::part(&words),
        };
        parts.push(part(&words, letter, blocks));
    }
    let out = outline(&words, &of.template.cover.title, parts, copy_word(&words, of.copy), of.date);
    Outline { shelf: Some(Shelf::Any), ..indexed(&words, out) }
}

/// 検査・委員会用: the chapters of the model plan and the check table, in the ministry's order [TABLE-ITEMS] [MODEL-TITLES].
/// Nothing of part S stands in it.
pub(crate) fn inspection(of: &Composing<'_>) -> Outline {
    let words = Words { book: Book::Inspection, ..of.words() };
    let copy = words.word("copy-inspection").to_owned();
    let mut parts = vec![with_contents(&words, cover::part(&words, "inspection", copy.clone(), of.date))];
    for letter in ['D', 'E', 'F', 'G', 'H'] {
        let blocks = match letter {
            'H' => check_table::pieces(&words),
            chapter => sections::chapter(&words, chapter as u32 - 'D' as u32 + 1),
        };
        parts.push(part(&words, letter, blocks));
    }
    outline(&words, &of.template.cover.title, parts, copy, of.date)
}

/// 台帳・一覧: what is looked up by day.
pub(crate) fn annex(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let copy = words.word("copy-annex").to_owned();
    let mut blocks = Vec::new();
    for name in LEDGERS {
        if !blocks.is_empty() {
            blocks.push(Piece::plain(Block::PageBreak));
        }
        blocks.extend(blocks::titled(&words, name));
    }
    let ledgers = Part { sort: PartSort::Lettered('K'), title: copy.clone(), blocks };
    let parts = vec![with_contents(&words, cover::part(&words, "annex", copy.clone(), of.date)), ledgers];
    outline(&words, &of.template.cover.title, parts, copy, of.date)
}

/// The cover with the contents on its back.
pub(super) fn with_contents(words: &Words<'_>, mut cover: Part) -> Part {
    cover.blocks.push(Piece::plain(Block::BackSide));
    cover.blocks.push(words.heading(2, words.word("contents"), None, false));
    cover.blocks.push(Piece::plain(Block::Contents));
    cover
}

/// A part of the pack by its letter.
pub(super) fn part(words: &Words<'_>, letter: char, blocks: Vec<Piece>) -> Part {
    let own = words.template.parts.iter().find(|part| part.letter.starts_with(letter));
    Part { sort: PartSort::Lettered(letter), title: own.map_or_else(String::new, |part| part.title.clone()), blocks }
}

/// What the index of symptoms may lead to in a book is known only when the rest stands.
fn indexed(words: &Words<'_>, mut out: Outline) -> Outline {
    let there = out.anchors();
    if let Some(first) = out.parts.iter_mut().find(|part| part.sort == PartSort::Lettered('A')) {
        first.blocks.push(Piece::plain(Block::PageBreak));
        first.blocks.push(words.heading(2, words.word("symptoms"), Some("block/symptoms".to_owned()), true));
        first.blocks.push(symptoms::of_book(words, &there, None));
    }
    out
}

/// Whom headquarters calls: the sheet, whom to report to, and what is left when telephones are dead.
fn numbers(words: &Words<'_>) -> Vec<Piece> {
    let mut out = contacts::sheet(words);
    for name in ["external-bodies", "channels"] {
        out.extend(blocks::titled(words, name));
    }
    out
}

fn decisions(words: &Words<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    for name in ["decisions", "restrictions", "downtime"] {
        out.extend(blocks::titled(words, name));
        if name != "downtime" {
            let anchor = format!("block/{}-details", name.trim_end_matches('s'));
            let runs = vec![Run::from(words.word("criteria-at")), Run::PageRef(anchor)];
            out.push(words.paragraph(runs, Style::Body));
        }
    }
    out
}

fn secret_part(words: &Words<'_>) -> Vec<Piece> {
    let mut out = first_pages::pages(words, "S");
    out.push(Piece::plain(Block::PageBreak));
    for name in ["cutoff-sheet", "cutoff-points", "private-phones", "system-addresses", "remote-maintenance"] {
        out.extend(blocks::titled(words, name));
    }
    // Numbered documents that are handed to people: the cards themselves are a kit of their own.
    out.push(Piece::plain(Block::PageBreak));
    out.extend(blocks::titled(words, "cards"));
    out.push(Piece::plain(Block::PageBreak));
    for name in ["device-remote", "backup-places", "diagram-pictures", "cutoff-tags"] {
        // A page with nothing but its heading helps nobody: the list of drawings says which has no picture.
        if name == "diagram-pictures" && !ledger::has_pictures(words) {
            continue;
        }
        match name {
            "diagram-pictures" => out.push(Piece::plain(Block::PageBreak)),
            "cutoff-tags" => out.push(Piece::plain(Block::FrontSide)),
            _ => {}
        }
        out.extend(blocks::titled(words, name));
    }
    out
}
