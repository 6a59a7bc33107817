//! The contact tree: whom each place reaches, by which number, who comes when nobody answers.

use super::table::{Column, table};
use super::words::{Words, numbers_of};
use crate::outline::{Block, Piece, Style, TreeNode};
use plan::tree::{Branch, forest, reached};
use plan::{Kind, Record, Shown, show_field};

/// Numbers up to so many characters stand beside each other.
const SHORT: usize = 7;

/// The tree, and below it the same places as a table with room for notes.
pub(super) fn pieces(words: &Words<'_>) -> Vec<Piece> {
    let heads = nodes(words);
    if heads.is_empty() {
        let empty = words.paragraph(vec![words.word("tree-empty").into()], Style::Small);
        return vec![empty, list(words)];
    }
    let how = words.paragraph(vec![words.word("tree-how").into()], Style::Body);
    vec![how, Piece::plain(Block::Tree(heads)), list(words)]
}

/// The boxes of the tree, for paper and screen.
pub(super) fn nodes(words: &Words<'_>) -> Vec<TreeNode> {
    forest(words.plan).iter().map(|branch| node(words, branch, None)).collect()
}

fn list(words: &Words<'_>) -> Piece {
    let column = |field: &'static str, share: f64| Column { fields: vec![field], share, labels: false };
    let more = Column { fields: vec!["tree", "other_way", "other_note"], share: 24.0, labels: true };
    table(
        words,
        Kind::TreePlace,
        &[column("of", 24.0), column("substitute", 19.0), column("wait_minutes", 9.0), more, column("tell", 24.0)],
        2,
    )
}

/// `nth`: the how-manieth its caller calls.
fn node(words: &Words<'_>, branch: &Branch<'_>, nth: Option<usize>) -> TreeNode {
    let place = branch.place;
    let mut lines = Vec::new();
    let mut about = words.about(place);
    if let Some(record) = reached(words.plan, place) {
        lines.extend(numbers(words, record));
        about.extend(words.about(record));
        let posts = ["holder", "deputy1", "deputy2"];
        let held: Vec<String> = posts.iter().filter_map(|field| said(words, record, field)).collect();
        if !held.is_empty() {
            lines.push(held.join(" → "));
        }
    }
    if let Some(substitute) = said(words, place, "substitute") {
        let wait = said(words, place, "wait_minutes").map(|minutes| words.word("call-wait").replace("{n}", &minutes));
        lines.push(format!("{}{}{substitute}", wait.unwrap_or_default(), words.word("call-else")));
    }
    TreeNode {
        key: place.row.id.to_string(),
        title: match (nth, said(words, place, "of").unwrap_or_default()) {
            (Some(nth), title) => format!("{}. {title}", nth + 1),
            (None, title) => title,
        },
        lines,
        about,
        leads_to: branch.calls.iter().enumerate().map(|(nth, one)| node(words, one, Some(nth))).collect(),
    }
}

/// 「昼 …」「夜 …」; one line where both are the same; a line to write on where there is none.
fn numbers(words: &Words<'_>, record: &dyn Record) -> Vec<String> {
    let (day, night) = numbers_of(record);
    match (day, night) {
        (Some(day), Some(night)) if day == night => vec![day],
        (Some(day), Some(night)) => {
            let both = [format!("{} {day}", words.word("day")), format!("{} {night}", words.word("night"))];
            // Side by side where both are extensions; a long number keeps a line of its own.
            if day.chars().count().max(night.chars().count()) <= SHORT { vec![both.join("　")] } else { both.to_vec() }
        }
        (Some(day), None) => vec![format!("{} {day}", words.word("day"))],
        (None, Some(night)) => vec![format!("{} {night}", words.word("night"))],
        (None, None) => vec![format!("{} ＿＿＿＿＿＿＿＿", words.word("contact"))],
    }
}

fn said(words: &Words<'_>, record: &dyn Record, field: &str) -> Option<String> {
    match show_field(words.plan, words.template, record, field, false) {
        Shown::Value(text) => Some(text),
        Shown::Removed(title) => Some(format!("{title}{}", words.word("removed-record"))),
        Shown::Blank | Shown::Private => None,
    }
}
