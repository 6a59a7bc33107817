//! What stands where in a form: found by numbered lines, their heads and merged areas.

use super::heads::{self, Column};
use super::{Number, Problem};
use crate::sheet::{Sheet, Workbook};
use serde::{Deserialize, Serialize};

/// What was taken for what. Rows and columns from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// The sheet.
    pub sheet: String,
    /// What stands above the table: title, year, who fills it in.
    pub top: Vec<String>,
    /// Its items in order.
    pub lines: Vec<Line>,
    /// Where each round is answered.
    pub rounds: Vec<Round>,
    /// The column of the day until when a いいえ becomes はい.
    pub target: Option<u32>,
    /// The column of remarks.
    pub note: Option<u32>,
}

/// An item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its row.
    pub row: u32,
    /// Group and number, `2-4`; `0` for whether there are such systems at all.
    pub key: String,
    /// Its number as it stands there.
    pub number: String,
    /// The heading of its group; empty where none stands.
    pub group: String,
    /// What it says.
    pub title: String,
}

/// The columns of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Which, from 1.
    pub round: u32,
    /// Where the answer stands.
    pub answer: Answer,
    /// Where the day stands.
    pub day: Option<u32>,
}

/// Where an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// A word in one column.
    One(u32),
    /// A circle in one of two.
    Two {
        /// Under はい.
        yes: u32,
        /// Under いいえ.
        no: u32,
    },
}

/// Fewest items that make a form.
const FEWEST: usize = 3;
/// Fewest characters of a title.
const SHORTEST: usize = 5;
/// So many lines above the first item belong to the head of the table.
const HEAD: usize = 6;

impl Shape {
    /// The fiscal year that stands above the table: 2025 for 令和7年度.
    pub fn year(&self) -> Option<i32> {
        self.top.iter().find_map(|text| heads::year(text))
    }

    /// Whether one of these words stands above the table.
    pub fn says(&self, word: &str) -> bool {
        self.top.iter().any(|text| text.contains(word))
    }
}

/// Finds a form in a workbook.
///
/// # Errors
/// [`Problem::NoItems`], [`Problem::NoAnswers`].
pub fn shape(book: &Workbook) -> Result<Shape, Problem> {
    // A filled example beside it is not the form; of several the first.
    let shown = book.sheets.iter().filter(|sheet| !sheet.hidden && !sheet.name.contains("例"));
    let mut found: Option<(&Sheet, Vec<(Line, u32)>)> = None;
    for sheet in shown {
        let lines = lines(sheet);
        if found.as_ref().is_none_or(|(_, most)| lines.len() > most.len()) {
            found = Some((sheet, lines));
        }
    }
    let (sheet, lines) = found.filter(|(_, lines)| lines.len() >= FEWEST).ok_or(Problem::NoItems)?;
    let first = lines[0].0.row as usize;
    // The column most titles share: a long remark is no title.
    let share = |column: u32| lines.iter().filter(|(_, at)| *at == column).count();
    let title = lines.iter().map(|(_, column)| *column).max_by_key(|column| (share(*column), u32::MAX - column));
    let title = title.unwrap_or_default();
    let lines: Vec<(Line, u32)> = lines.into_iter().map(|(line, at)| (titled(sheet, line, at, title), at)).collect();
    // Whether there are such systems stands above the head in some forms, below it in others.
    let table = lines.iter().find(|(line, _)| line.key != "0").map_or(first, |(line, _)| line.row as usize);
    let head = |to: usize| heads::columns(sheet, (to.saturating_sub(HEAD), to), title + 1);
    let above = head(first);
    let columns = if rounds(&above).is_empty() { head(table) } else { above };
    let rounds = rounds(&columns);
    if rounds.is_empty() {
        return Err(Problem::NoAnswers);
    }
    let at = |wanted: Column| columns.iter().find(|(_, column)| *column == wanted).map(|(at, _)| *at);
    let mut top: Vec<String> = Vec::new();
    for cell in sheet.rows[..first.min(sheet.rows.len())].iter().flatten().filter(|cell| cell.is_counted()) {
        top.push(cell.text.trim().to_owned());
    }
    Ok(Shape {
        sheet: sheet.name.clone(),
        top,
        rounds,
        target: at(Column::Target),
        note: at(Column::Note),
        lines: lines.into_iter().map(|(line, _)| line).collect(),
    })
}

/// A line with the title that stands in the column of titles.
fn titled(sheet: &Sheet, line: Line, at: u32, column: u32) -> Line {
    let cell = sheet.rows.get(line.row as usize).and_then(|row| row.get(column as usize));
    let text = cell.map(|cell| cell.text.trim()).filter(|text| text.chars().count() >= SHORTEST && at != column);
    match text {
        Some(title) => Line { title: title.to_owned(), ..line },
        None => line,
    }
}

/// The numbered lines, each with the column of its title.
fn lines(sheet: &Sheet) -> Vec<(Line, u32)> {
    let mut group: Option<u32> = None;
    let mut heading = String::new();
    let mut out: Vec<(Line, u32)> = Vec::new();
    for (row, cells) in (0u32..).zip(&sheet.rows) {
        let mut number = None;
        for (column, cell) in (0u32..).zip(cells) {
            let text = cell.text.trim();
            if text.is_empty() {
                continue;
            }
            // A group stands beside its items, or in a line of its own.
            if let Some(of) = Number::of_heading(text) {
                if group != Some(of) {
                    heading.clear();
                }
                group = Some(of);
                if text.chars().count() > 2 {
                    heading = text.to_owned();
                }
                continue;
            }
            number = match Number::of(text) {
                Some(Number::Whole(of, item)) => Some((of, item, column, text)),
                Some(Number::Sub(item)) => group.map(|of| (of, item, column, text)),
                _ => None,
            };
            break;
        }
        let titled = |from: u32| {
            let cells = (0u32..).zip(cells).skip(from as usize).filter(|(_, cell)| cell.is_counted());
            cells.max_by_key(|(column, cell)| (cell.text.chars().count(), u32::MAX - column))
        };
        let line = match number {
            Some((of, item, column, text)) => titled(column + 1)
                .map(|(at, cell)| (format!("{of}-{item}"), text.to_owned(), at, cell.text.trim().to_owned())),
            None => titled(0)
                .filter(|(_, cell)| cell.text.contains("導入、運用している"))
                .map(|(at, cell)| ("0".to_owned(), String::new(), at, cell.text.trim().to_owned())),
        };
        let Some((key, number, at, title)) = line.filter(|(.., title)| title.chars().count() >= SHORTEST) else {
            continue;
        };
        if out.iter().any(|(line, _)| line.key == key) {
            continue;
        }
        let group = if key == "0" { String::new() } else { heading.clone() };
        out.push((Line { row, key, number, group, title }, at));
    }
    out
}

fn rounds(columns: &[(u32, Column)]) -> Vec<Round> {
    let mut rounds = Vec::new();
    let numbers: std::collections::BTreeSet<u32> = columns.iter().filter_map(|(_, column)| column.round()).collect();
    for round in numbers {
        let at = |wanted: Column| columns.iter().filter(move |(_, column)| *column == wanted).map(|(at, _)| *at);
        let answers: Vec<u32> = at(Column::Answer(round)).collect();
        let (yes, no) = (at(Column::Yes(round)).next(), at(Column::No(round)).next());
        let answer = match (yes.zip(no), answers.first()) {
            (Some((yes, no)), _) => Answer::Two { yes, no },
            (None, Some(at)) => Answer::One(*at),
            (None, None) => continue,
        };
        // Two columns under one round without heads of their own: the answer, and its day.
        let second = answers.get(1).copied().filter(|_| yes.is_none());
        rounds.push(Round { round, answer, day: at(Column::Day(round)).next().or(second) });
    }
    rounds
}
