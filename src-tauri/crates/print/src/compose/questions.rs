//! 次の会の問い: what is open, one sheet for each role that is asked, to be handed to whoever cannot come.

use super::{Composing, outline};
use crate::outline::{Block, Outline, Part, PartSort, Piece, Run, Style, Table, TableRow};

/// The questions to one role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Its name; empty = nobody in particular.
    pub role: String,
    /// Where each belongs, and what is asked.
    pub questions: Vec<(String, String)>,
}

/// Composes the sheets: one page for each, rows to answer by hand.
pub(crate) fn compose(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let mut blocks = Vec::new();
    for one in of.asked {
        if !blocks.is_empty() {
            blocks.push(Piece::plain(Block::PageBreak));
        }
        let who = if one.role.is_empty() { Vec::from([Run::Blank(14)]) } else { vec![Run::Bold(one.role.clone())] };
        blocks.push(words.heading(2, words.word("agenda"), None, false));
        let mut to = vec![Run::Text(format!("{}：", words.word("asked-of")))];
        to.extend(who);
        blocks.push(words.paragraph(to, Style::Body));
        let rows = one.questions.iter().map(|(at, question)| TableRow {
            cells: vec![vec![Run::from(at.as_str())], vec![Run::from(question.as_str())], vec![Run::from("\n\n")]],
            ..TableRow::default()
        });
        let columns = [("item", 18.0), ("open-question", 40.0), ("reply", 42.0)]
            .map(|(key, share)| (words.word(key).to_owned(), share));
        blocks.push(Piece::plain(Block::Table(Table {
            columns: columns.to_vec(),
            rows: rows.collect(),
            blank_rows: 2,
            fill: false,
        })));
        let mut foot = Vec::new();
        for key in ["return-to", "return-by", "answered-by"] {
            foot.extend([Run::Text(format!("{}：", words.word(key))), Run::Blank(10), Run::from("　")]);
        }
        blocks.push(words.paragraph(foot, Style::Body));
    }
    let part = Part { sort: PartSort::Lettered('Q'), title: words.word("agenda").to_owned(), blocks };
    outline(&words, words.word("agenda"), vec![part], String::new(), of.date)
}
