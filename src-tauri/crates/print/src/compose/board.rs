//! 理事会への1枚: where the house stands, in words and one bar for each phase, and what the board has to decide.
//!
//! A bar is boxes, one for each question: it survives a copier, and who counts the boxes has the number.

use super::words::Words;
use super::{Composing, outline, visit};
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Run, Style, Table, TableRow};
use plan::board::{Board, Of};
use plan::day;

/// So many open points are named: the board's page is no list.
const POINTS: usize = 3;
/// So many lines to write what was decided.
const LINES: usize = 3;

/// Composes the page.
pub(crate) fn compose(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let board = Board::of(of.plan, of.template, of.date);
    let title = words.word("board-title");
    let said = |key: &str, with: &[String]| template::filled(words.word(key), with);
    let Of { so, all } = board.whole();
    let mut blocks = vec![
        words.heading(1, title, None, true),
        words.paragraph(vec![words.word("board-how").into()], Style::Small),
        words.paragraph(vec![Run::Bold(said("board-sum", &[all.to_string(), so.to_string()]))], Style::Body),
        phases(&words, &board),
        words.paragraph(vec![words.word("board-legend").into()], Style::Small),
        words.heading(3, words.word("board-facts"), None, true),
        Piece::plain(Block::KeyValues(facts(&words, &board))),
    ];
    let points = visit::heaviest(&words, of.date, POINTS);
    if !points.is_empty() {
        blocks.push(words.heading(3, words.word("board-open"), None, true));
        let item =
            |what: String| Piece::plain(Block::Item { marker: None, runs: vec![Run::Text(what)], style: Style::Body });
        blocks.extend(points.into_iter().map(item));
    }
    blocks.push(words.heading(3, words.word("board-decide"), None, true));
    blocks.push(words.paragraph(vec![words.word("board-decide-how").into()], Style::Small));
    blocks.extend((0..LINES).map(|_| words.paragraph(vec![Run::Blank(44)], Style::Body)));
    blocks.push(words.paragraph(vec![words.word("board-sign").into(), Run::Blank(30)], Style::Body));
    let part = Part { sort: PartSort::Lettered('K'), title: title.to_owned(), blocks };
    Outline { paper: Paper::Single, ..outline(&words, title, vec![part], words.word("board-keep").to_owned(), of.date) }
}

fn phases(words: &Words<'_>, board: &Board<'_>) -> Piece {
    let row = |phase: &plan::overview::PhaseProgress| {
        let named = words.template.phases.iter().find(|one| one.number == phase.number);
        let name = named.map_or_else(String::new, |one| format!("{} {}", one.number, one.title));
        let said = phase.answered - phase.yes;
        let open = phase.questions - phase.answered;
        let bar = ["■".repeat(phase.yes), "▲".repeat(said), "□".repeat(open)].concat();
        let count = format!("{}／{}", phase.yes, phase.questions);
        TableRow {
            cells: vec![vec![Run::Text(name)], vec![Run::Text(bar)], vec![Run::Text(count)]],
            ..TableRow::default()
        }
    };
    let columns = [("board-phase", 38.0), ("board-bar", 48.0), ("board-count", 14.0)];
    Piece::plain(Block::Table(Table {
        columns: columns.map(|(word, share)| (words.word(word).to_owned(), share)).to_vec(),
        rows: board.phases.iter().map(row).collect(),
        ..Table::default()
    }))
}

fn facts(words: &Words<'_>, board: &Board<'_>) -> Vec<(String, Vec<Run>)> {
    let said = |key: &str, with: &[usize]| {
        let with: Vec<String> = with.iter().map(usize::to_string).collect();
        template::filled(words.word(key), &with)
    };
    let mut out = Vec::new();
    let mut put = |key: &str, text: String| out.push((words.word(key).to_owned(), vec![Run::Text(text)]));
    if let Some((sheet, counts, overdue)) = &board.list {
        let open = counts.open + counts.unsigned;
        let text = said("board-list-said", &[counts.yes, counts.no, open]);
        let late = if *overdue > 0 { said("board-overdue", &[*overdue]) } else { String::new() };
        put("board-list", format!("{} {text}{late}", sheet.list.edition));
    }
    if board.suppliers.all > 0 {
        put("board-suppliers", said("board-suppliers-said", &[board.suppliers.all, board.suppliers.so]));
    }
    let tried = said("board-restores-said", &[board.restores.all, board.restores.so]);
    put(
        "board-restores",
        format!(
            "{tried}{}",
            board.restored_on.map_or_else(|| words.word("board-restores-never").to_owned(), day::both)
        ),
    );
    put("board-exercise", board.exercised_on.map_or_else(|| words.word("board-never").to_owned(), day::both));
    let Of { so, all } = board.improvements;
    let improved =
        if all > 0 { said("board-improvements-said", &[all, so, board.late]) } else { said("board-none", &[]) };
    put("board-improvements", improved);
    let edition = board.edition.map(|one| {
        let text = |of: &Option<String>| of.clone().unwrap_or_default();
        let issued = one.issued_on.as_deref().and_then(day::stored).map(day::both).unwrap_or_default();
        template::filled(words.word("board-edition-said"), &[text(&one.number), issued, text(&one.approved_by)])
    });
    put("board-edition", edition.unwrap_or_else(|| words.word("board-no-edition").to_owned()));
    out
}
