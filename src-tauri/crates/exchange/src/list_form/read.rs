//! Answers out of a form somebody filled in.

use super::{Answer, Shape, cell_name};
use crate::sheet::Workbook;
use plan::day::{self, Typed};
use std::collections::BTreeSet;

/// What a form says of an item in a round, or is to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answered {
    /// Group and item, `2-4`.
    pub key: String,
    /// Which round, from 1.
    pub round: u32,
    /// `yes`, `no`, `none`.
    pub result: Option<String>,
    /// The day, as stored.
    pub on: Option<String>,
    /// Until when, as stored; said once, with the first round.
    pub target: Option<String>,
    /// The remark; said once, with the first round.
    pub note: Option<String>,
}

/// A cell that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Which, as Excel names it.
    pub cell: String,
    /// What stands there.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// Why a cell was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// An answer in a column where none is asked for.
    WrongColumn,
    /// In the column of answers, and no answer.
    NoAnswer,
    /// In the column of days, and no day.
    NoDay,
    /// In the line of an item, and asked for by nobody.
    Unasked,
}

/// What a filled form says, and every filled cell of its items that was not taken.
pub fn answers(book: &Workbook, shape: &Shape) -> (Vec<Answered>, Vec<Left>) {
    let (mut out, mut left) = (Vec::new(), Vec::new());
    let Some(sheet) = book.sheets.iter().find(|sheet| sheet.name == shape.sheet) else { return (out, left) };
    for line in &shape.lines {
        let Some(row) = sheet.rows.get(line.row as usize) else { continue };
        let cell = |column: u32| row.get(column as usize).map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
        let mut used: BTreeSet<u32> = BTreeSet::new();
        let leave = |left: &mut Vec<Left>, column: u32, why: Why| {
            let text = cell(column).unwrap_or_default().to_owned();
            left.push(Left { cell: cell_name(line.row, column), text, why });
        };
        for round in &shape.rounds {
            let mut one = Answered { key: line.key.clone(), round: round.round, ..Answered::default() };
            match round.answer {
                Answer::One(column) => {
                    used.insert(column);
                    match cell(column).map(|text| (result(text), is_blank(text))) {
                        Some((Some(result), _)) => one.result = Some(result.to_owned()),
                        Some((None, false)) => leave(&mut left, column, Why::NoAnswer),
                        _ => {}
                    }
                }
                Answer::Two { yes, no } => {
                    used.extend([yes, no]);
                    let marked = |column: u32| cell(column).filter(|text| !is_blank(text));
                    let circle =
                        |text: &str, own: &str| result(text) == Some("yes") || super::heads::plain(text) == own;
                    one.result = match (marked(yes), marked(no)) {
                        (Some(text), None) if result(text) == Some("none") => Some("none".to_owned()),
                        (Some(text), None) if result(text) == Some("yes") => Some("yes".to_owned()),
                        (None, Some(text)) if circle(text, "いいえ") && super::heads::plain(text) != "はい" => {
                            Some("no".to_owned())
                        }
                        (one, other) => {
                            // What is no circle, or two of them, is no answer.
                            for (column, held) in [(yes, one), (no, other)] {
                                if held.is_some() {
                                    leave(&mut left, column, Why::NoAnswer);
                                }
                            }
                            None
                        }
                    };
                }
            }
            let mut read_day = |column: Option<u32>| {
                let column = column?;
                used.insert(column);
                let text = cell(column).filter(|text| !is_blank(text))?;
                let day = day(text);
                if day.is_none() {
                    leave(&mut left, column, Why::NoDay);
                }
                day
            };
            one.on = read_day(round.day);
            if round.round == shape.rounds[0].round {
                one.target = read_day(shape.target);
                if let Some(column) = shape.note {
                    used.insert(column);
                    one.note = cell(column).map(str::to_owned);
                }
            }
            if one != (Answered { key: line.key.clone(), round: round.round, ..Answered::default() }) {
                out.push(one);
            }
        }
        let first = shape.rounds.iter().map(|round| match round.answer {
            Answer::One(column) => column,
            Answer::Two { yes, .. } => yes,
        });
        let first = first.min().unwrap_or_default();
        for (column, held) in (0u32..).zip(row).filter(|(column, held)| held.is_counted() && !used.contains(column)) {
            let text = held.text.trim();
            if result(text).is_some() || day(text).is_some() && column > first {
                leave(&mut left, column, Why::WrongColumn);
            } else if column > first && !is_blank(text) {
                leave(&mut left, column, Why::Unasked);
            }
        }
    }
    (out, left)
}

/// The answer a word is.
pub(super) fn result(text: &str) -> Option<&'static str> {
    match super::heads::plain(text).as_str() {
        "はい" | "○" | "〇" | "◯" | "✓" | "レ" => Some("yes"),
        "いいえ" | "×" | "✕" => Some("no"),
        "該当なし" | "対象外" | "非該当" | "－" | "-" => Some("none"),
        _ => None,
    }
}

/// Whether only what a form has before it is filled stands there: `はい・いいえ`, `／`, `年　月　日`.
pub(super) fn is_blank(text: &str) -> bool {
    let plain = super::heads::plain(text);
    let rest = plain.replace("はい", "").replace("いいえ", "").replace("該当なし", "").replace("令和", "");
    let both = plain.contains("はい") == plain.contains("いいえ");
    both && rest.chars().all(|sign| "・/／()（）年月日□.,、".contains(sign))
}

/// The day a text is, as stored.
pub(super) fn day(text: &str) -> Option<String> {
    match day::typed(text) {
        Typed::Day(day) => Some(day.to_string()),
        _ => None,
    }
}
