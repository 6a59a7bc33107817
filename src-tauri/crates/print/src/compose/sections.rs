//! Parts D–G: the chapters of the model plan, their text and tables.

use super::blocks::{inside, titled};
use super::words::{Book, Words};
use crate::outline::{About, Block, Piece, Run, Style, Table, TableRow};
use plan::{Kind, SectionBlock, section_blocks};
use template::Section;

/// One chapter with its sections.
pub(super) fn chapter(words: &Words<'_>, chapter: u32) -> Vec<Piece> {
    let start = chapter.to_string();
    let own = |section: &&Section| section.number.split('.').next() == Some(start.as_str());
    let mut out: Vec<Piece> = words.template.sections.iter().filter(own).flat_map(|s| pieces(words, s)).collect();
    if chapter == MUST_IN {
        let of = |s: &&Section| words.book != Book::Headquarters || own(s);
        let sections: Vec<&Section> = words.template.sections.iter().filter(of).collect();
        let printed = |name: &str| sections.iter().any(|s| s.prints.iter().any(|one| one == name));
        let must = if words.book == Book::Headquarters { MUST_AT_NIGHT } else { MUST };
        for name in must.iter().filter(|name| !printed(name)) {
            out.extend(titled(words, name));
        }
    }
    if chapter == LAST {
        out.extend(gone(words));
    }
    out
}

/// Tables that must stand somewhere, whichever pack the plan is on: nothing typed is missing on paper.
/// What no section of the pack prints stands at the end of chapter 3.
const MUST: &[&str] = &[
    "facility",
    "departments",
    "roles",
    "people",
    "systems",
    "system-use",
    "fallbacks",
    "dependencies",
    "advisories",
    "external-bodies",
    "department-contacts",
    "vendor-contacts",
    "organisations",
    "contact-tree",
    "backups",
    "decision-details",
    "restriction-details",
    "procedures",
    "devices",
    "dependency-map",
    "weak-points",
    "diagrams",
    "system-targets",
    "clinical-tasks",
    "recovery-order",
    "editions",
];
/// Of these what 本部用 reads, where its own chapter does not have it.
const MUST_AT_NIGHT: &[&str] =
    &["decision-details", "restriction-details", "contact-tree", "procedures", "recovery-order"];
const MUST_IN: u32 = 3;
/// Own words of sections the pack does not have (any more) stand at the end of this chapter.
const LAST: u32 = 4;

/// Texts of sections the plan's pack does not have (any more): kept, so they print.
fn gone(words: &Words<'_>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut last = String::new();
    for block in plan::blocks_of_gone_sections(words.plan, words.template) {
        let number = block.0;
        if number != last {
            out.push(words.heading(2, &format!("{number} {}", words.word("gone-section")), None, true));
            last.clone_from(&number);
        }
        out.push(text(words, &number, &block.1));
    }
    out
}

fn pieces(words: &Words<'_>, section: &Section) -> Vec<Piece> {
    let level = section.level().min(3);
    let mut runs = vec![Run::Text(heading(section))];
    if !section.mark.verified() {
        runs.push(Run::Text(format!("〔{}〕", section.title)));
        runs.push(Run::Badge(words.word("title-unverified").to_owned()));
    } else {
        runs.push(Run::Text(section.title.clone()));
    }
    let mut out = vec![Piece {
        block: Block::Heading { level, runs, listed: true },
        about: About::template(&section.number),
        anchor: Some(format!("section/{}", section.number)),
    }];
    let (blocks, edited) = section_blocks(words.plan, section);
    // Text nobody edited names what is not ticked (any more) as the catalogue does.
    let words = &Words { starting: !edited, ..*words };
    out.extend(blocks.iter().map(|block| text(words, &section.number, block)));
    if blocks.is_empty() && section.prints.is_empty() && level > 1 && !has_children(words, section) {
        let runs = vec![Run::from(words.word("section-blank")), Run::Blank(30)];
        out.push(Piece { about: About::template(&section.number), ..words.paragraph(runs, Style::Body) });
    }
    for name in &section.prints {
        out.extend(inside(words, name));
    }
    out
}

fn heading(section: &Section) -> String {
    if section.level() == 1 { format!("第{}章 ", section.number) } else { format!("{} ", section.number) }
}

fn has_children(words: &Words<'_>, section: &Section) -> bool {
    let start = format!("{}.", section.number);
    words.template.sections.iter().any(|other| other.number.starts_with(&start))
}

fn text(words: &Words<'_>, number: &str, block: &SectionBlock) -> Piece {
    let first =
        || block.cells.first().and_then(|row| row.first()).map(|cell| words.node_runs(cell)).unwrap_or_default();
    let drawn = match block.form.as_str() {
        "heading" => Block::Heading { level: 4, runs: first(), listed: false },
        "item" => Block::Item { marker: Some("・".to_owned()), runs: first(), style: Style::Body },
        "table" => table(words, block),
        _ => Block::Paragraph { runs: first(), style: Style::Body },
    };
    let mut about = About::template(number);
    about.push(About::Record(Kind::Block, block.id));
    Piece { block: drawn, about, anchor: None }
}

fn table(words: &Words<'_>, block: &SectionBlock) -> Block {
    let mut rows = block.cells.iter().map(|row| row.iter().map(|cell| words.node_runs(cell)).collect::<Vec<_>>());
    let head = rows.next().unwrap_or_default();
    let columns = head.iter().map(|cell| (plain(cell), 1.0)).collect();
    let rows = rows.map(|cells| TableRow { cells, ..TableRow::default() }).collect();
    Block::Table(Table { columns, rows, blank_rows: 0, fill: false })
}

fn plain(runs: &[Run]) -> String {
    runs.iter()
        .map(|run| match run {
            Run::Text(text) | Run::Bold(text) | Run::Keep(text) | Run::Badge(text) => text.as_str(),
            Run::Blank(_) | Run::PageRef(_) | Run::Tick | Run::Ticked => "",
        })
        .collect()
}
