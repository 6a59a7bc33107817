//! Part J: blank sheets to copy, one page each.

use super::blocks::about_template;
use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table};

/// The sheets.
pub fn pieces(words: &Words<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    for sheet in &words.template.sheets {
        if !out.is_empty() {
            out.push(Piece::plain(Block::PageBreak));
        }
        let start = out.len();
        out.push(words.heading(2, &sheet.title, Some(format!("sheet/{}", sheet.id)), true));
        out.push(words.paragraph(vec![Run::from(sheet.about.as_str())], Style::Body));
        if !sheet.fields.is_empty() {
            let lines = sheet.fields.iter().map(|field| (field.clone(), vec![Run::Blank(20)])).collect();
            out.push(Piece::plain(Block::KeyValues(lines)));
        }
        let foot = format!("{}：{}　{}", words.word("goes-to"), sheet.goes_to, words.word("copy-this"));
        out.push(Piece::plain(Block::Table(Table {
            columns: sheet.columns.clone(),
            rows: Vec::new(),
            blank_rows: sheet.rows,
            fill: true,
        })));
        out.push(words.paragraph(vec![Run::Text(foot)], Style::Body));
        for piece in &mut out[start..] {
            piece.about = about_template(&sheet.id);
        }
    }
    out
}
