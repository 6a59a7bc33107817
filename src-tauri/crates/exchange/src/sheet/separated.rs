//! Reading CSV and its cousins.
//!
//! By hand, not with a library: Excel counts blank lines, and a missing quote
//! must be told with its line instead of swallowing the rest of the file.

use super::grid::{Allowance, Grid};
use super::{Cell, Odd, Problem, Sheet, text_cell};
use std::iter::Peekable;
use std::str::Chars;

/// What may stand between two cells; the first is meant when nothing tells.
const SEPARATORS: [char; 3] = [',', '\t', ';'];
/// Lines from which the separator is guessed.
const GUESS_LINES: usize = 20;
/// What Excel writes into a CSV for an error.
const ERRORS: [&str; 7] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];

/// How a cell ends.
enum End {
    Cell,
    Line,
    File,
}

/// Reads text as one sheet.
pub(super) fn read(text: &str) -> Result<Sheet, Problem> {
    let mut allowance = Allowance::new();
    let mut grid = Grid::new("CSV", false, &mut allowance);
    let separator = separator(text);
    let mut rest = text.chars().peekable();
    let (mut row, mut column, mut line) = (0, 0, 1);
    loop {
        let (text, end) = next(&mut rest, separator, &mut line)?;
        grid.put(row, column, cell(text))?;
        match end {
            End::Cell => column += 1,
            End::Line => (row, column) = (row + 1, 0),
            End::File => return Ok(grid.done()),
        }
    }
}

/// One cell; `line` counts the line breaks passed.
fn next(rest: &mut Peekable<Chars>, separator: char, line: &mut u32) -> Result<(String, End), Problem> {
    let mut text = String::new();
    if rest.next_if_eq(&'"').is_some() {
        let opened = *line;
        loop {
            match rest.next().ok_or(Problem::Quotes { line: opened })? {
                '"' if rest.next_if_eq(&'"').is_none() => break,
                break_char @ ('\r' | '\n') => {
                    end_of_line(break_char, rest, line);
                    text.push('\n');
                }
                other => text.push(other),
            }
        }
    }
    // After a closing quote this is the rest of the same cell, as Excel takes it.
    loop {
        match rest.next() {
            None => return Ok((text, End::File)),
            Some(found) if found == separator => return Ok((text, End::Cell)),
            Some(break_char @ ('\r' | '\n')) => {
                end_of_line(break_char, rest, line);
                return Ok((text, End::Line));
            }
            Some(other) => text.push(other),
        }
    }
}

fn end_of_line(first: char, rest: &mut Peekable<Chars>, line: &mut u32) {
    if first == '\r' {
        rest.next_if_eq(&'\n');
    }
    *line += 1;
}

/// One `'` in front says "text, whatever it looks like", in Excel as in our own files.
fn cell(text: String) -> Cell {
    if let Some(plain) = text.strip_prefix('\'') {
        return Cell { text: plain.to_owned(), ..Cell::default() };
    }
    if ERRORS.contains(&text.as_str()) {
        return Cell { text, odd: Some(Odd::ErrorValue), ..Cell::default() };
    }
    text_cell(text)
}

/// The separator that stands equally often in most of the first lines; of two, the one that stands there more often.
fn separator(text: &str) -> char {
    let mut lines: Vec<[usize; 3]> = Vec::new();
    let mut counts = [0; 3];
    let (mut quoted, mut at_start, mut blank) = (false, true, true);
    // A line feed more, so that the last line counts without one.
    for found in text.chars().chain(['\n']) {
        if quoted {
            quoted = found != '"';
            continue;
        }
        if found == '\n' || found == '\r' {
            if !blank {
                lines.push(counts);
            }
            if lines.len() == GUESS_LINES {
                break;
            }
            (counts, at_start, blank) = ([0; 3], true, true);
            continue;
        }
        blank = false;
        if found == '"' && at_start {
            quoted = true;
        } else if let Some(which) = SEPARATORS.iter().position(|separator| *separator == found) {
            counts[which] += 1;
        }
        // A doubled quote inside quotes closes and opens again.
        at_start = SEPARATORS.contains(&found) || found == '"';
    }
    let agreement = |which: usize| {
        let counts: Vec<usize> = lines.iter().map(|line| line[which]).filter(|count| *count > 0).collect();
        let same = |count: usize| counts.iter().filter(|other| **other == count).count();
        counts.iter().map(|count| (same(*count), *count)).max().unwrap_or_default()
    };
    // The last of equals wins in `max_by_key`, and the comma is to win.
    SEPARATORS[(0..SEPARATORS.len()).rev().max_by_key(|which| agreement(*which)).unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let sheet = read(text).expect("readable");
        sheet.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn lines_are_counted_as_excel_counts_them() {
        assert_eq!(
            texts("a,b\r\n\r\n,,\r\n\"x\r\ny\",\"q\"\"q\"\r\n"),
            [vec!["a", "b"], vec![], vec![], vec!["x\ny", "q\"q"]]
        );
        assert_eq!(texts("a\rb"), [["a"], ["b"]]);
        assert_eq!(texts("5\" 画面,\"a\"b"), [["5\" 画面", "ab"]]);
    }

    #[test]
    fn the_separator_is_guessed_outside_quotes() {
        assert_eq!(separator("a\tb\n\"1,2,3\"\t4,5\n"), '\t');
        assert_eq!(separator("a;b\n1;2,5\n"), ';');
        assert_eq!(separator("\"a\tb\tc\",d\n\"e\tf\"\"\tg\",h"), ',');
        assert_eq!(separator("表題\n\na,b,c\n1;2,,\n"), ',');
        assert_eq!(separator("一列だけ"), ',');
        assert_eq!(separator(""), ',');
    }

    #[test]
    fn a_quote_never_closed_is_told_with_its_line() {
        let problem = |text| read(text).err();
        assert_eq!(problem("a,b\r\n\"x\r\ny\",1\r\n2,\"z\r\n3,4\r\n"), Some(Problem::Quotes { line: 4 }));
        assert_eq!(problem("\""), Some(Problem::Quotes { line: 1 }));
    }

    #[test]
    fn one_apostrophe_is_taken_away_and_what_follows_is_text() {
        let sheet = read("'=1+1,''x,=1+1,=\"\"\"0312\"\"\",#N/A,=\"0312\"").expect("readable");
        let cells: Vec<_> = sheet.rows[0].iter().map(|cell| (cell.text.as_str(), cell.odd)).collect();
        assert_eq!(
            cells,
            [
                ("=1+1", None),
                ("'x", None),
                ("=1+1", Some(Odd::Formula)),
                ("=\"\"\"0312\"\"\"", Some(Odd::Formula)),
                ("#N/A", Some(Odd::ErrorValue)),
                ("0312", None),
            ]
        );
    }
}
