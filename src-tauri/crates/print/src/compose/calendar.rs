//! 年間の予定: the fiscal year month by month, with boxes to tick, as an A3 poster for the office.

use super::{Composing, outline};
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Run, Style, Table, TableRow};
use plan::calendar::{Due, in_month, months, year_of};
use plan::day;

/// Composes the poster.
pub(crate) fn compose(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let first = months(of.date).first().copied();
    let year = first.and_then(|first| day::fiscal_era(day::fiscal_year(first))).unwrap_or_default();
    let title = format!("{} {year}", words.word("calendar-title"));
    let all = year_of(of.plan, of.template, of.date);
    let line = |due: &Due| {
        let mut runs = vec![Run::Tick, Run::Text(format!(" {}", due.says(of.template)))];
        if due.said {
            runs.push(Run::Text(format!("（{}）", due.on.format("%-m/%-d"))));
        }
        runs
    };
    let cell = |dues: Vec<&Due>| dues.into_iter().map(line).collect::<Vec<_>>().join(&Run::from("\n"));
    let mut rows = Vec::new();
    let before: Vec<&Due> = all.iter().filter(|due| first.is_some_and(|first| due.on < first)).collect();
    if !before.is_empty() {
        let head = vec![Run::Bold(words.word("calendar-before").to_owned())];
        rows.push(TableRow { cells: vec![head, cell(before), Vec::new()], ..TableRow::default() });
    }
    for month in months(of.date) {
        let dues: Vec<&Due> = all.iter().filter(|due| in_month(due.on, month)).collect();
        let head = template::filled(words.word("calendar-month"), &[month.format("%-m").to_string()]);
        rows.push(TableRow { cells: vec![vec![Run::Bold(head)], cell(dues), Vec::new()], ..TableRow::default() });
    }
    let columns = [("calendar-by", 10.0), ("calendar-what", 68.0), ("calendar-done", 22.0)];
    let blocks = vec![
        words.heading(1, &title, None, true),
        words.paragraph(vec![words.word("calendar-how").into()], Style::Small),
        Piece::plain(Block::Table(Table {
            columns: columns.map(|(word, share)| (words.word(word).to_owned(), share)).to_vec(),
            rows,
            ..Table::default()
        })),
    ];
    let part = Part { sort: PartSort::Lettered('P'), title: title.clone(), blocks };
    Outline { paper: Paper::Poster, ..outline(&words, &title, vec![part], String::new(), of.date) }
}
