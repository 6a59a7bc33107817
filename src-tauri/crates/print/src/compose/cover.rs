//! The cover: whose binder, which copy, who approved it, how to use it.

use super::words::Words;
use crate::outline::{Block, Part, PartSort, Piece, Run, Style};
use plan::Kind;

/// The cover part: `key` names the book in the pack's words for covers, `copy` is what people call it.
pub(super) fn part(words: &Words<'_>, key: &str, copy: String, date: &str) -> Part {
    let cover = &words.template.cover;
    let facility = words.plan.facility();
    let name = facility.and_then(|f| f.name.clone()).unwrap_or_default();
    let about = facility.map(|f| words.about(f)).unwrap_or_default();
    let text =
        |runs: Vec<Run>, style| Piece { block: Block::Paragraph { runs, style }, about: about.clone(), anchor: None };
    let mut blocks = vec![
        Piece::plain(Block::Space(1)),
        text(vec![Run::Bold(name)], Style::Title),
        text(vec![Run::Bold(cover.title.clone())], Style::Title),
        text(vec![Run::from(cover.subtitle.as_str())], Style::Body),
        Piece::plain(Block::Space(1)),
        text(vec![Run::Bold(copy)], Style::Title),
    ];
    let mut lines = vec![
        (words.word("edition").to_owned(), vec![Run::from(words.word("unissued"))]),
        (words.word("print-date").to_owned(), vec![Run::from(date)]),
        (words.word("copy-number").to_owned(), vec![Run::Blank(8)]),
    ];
    if let Some(facility) = facility {
        lines.push((words.label(Kind::Facility, "binder_keeper"), words.inline(facility, "binder_keeper")));
        // Where the book with the secret part lies, whoever works there must know, and nobody else.
        if key == "ward" {
            if words.here.is_none() {
                lines.insert(0, (words.label(Kind::Department, "name"), vec![Run::Blank(16)]));
            }
            lines.push((words.word("hq-place").to_owned(), words.inline(facility, "binder_place")));
            lines.push((words.word("hq-key").to_owned(), words.inline(facility, "binder_key")));
        }
    }
    blocks.push(Piece { block: Block::KeyValues(lines), about: about.clone(), anchor: None });
    for line in cover.how.get(key).into_iter().flatten() {
        blocks.push(Piece::plain(Block::Item {
            marker: Some("・".to_owned()),
            runs: words.template_runs(line),
            style: Style::Body,
        }));
    }
    blocks.push(Piece::plain(Block::Approvals {
        titles: cover.approvals.clone(),
        date: words.word("approval-date").to_owned(),
    }));
    blocks.push(Piece::plain(Block::Space(1)));
    if let Some(notice) = cover.notices.get(key) {
        blocks.push(Piece::plain(Block::Notice {
            title: words.word("handling").to_owned(),
            runs: vec![Run::from(notice.as_str())],
        }));
    }
    Part { sort: PartSort::Cover, title: cover.title.clone(), blocks }
}
