//! The text of sections in words, as screens show it: placeholders by their values, or by the name of what is missing.

use crate::{Binder, NewerText, Result};
use plan::{Id, Kind, Node, Plan, SectionBlock, Shown, show_field};
use template::Template;

/// A block of a section's starting text, before and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockNews {
    /// What became of it.
    pub sort: News,
    /// What it said.
    pub before: String,
    /// What it says.
    pub now: String,
}

/// What became of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// It is new.
    Added,
    /// It says something else.
    Changed,
    /// It says the same.
    Same,
    /// It is no more.
    Removed,
}

impl Binder {
    /// What the pack says differently about an edited section since it was last compared, block by block, in the order
    /// of the new text; empty = nothing.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn section_news(&self, number: &str) -> Result<Vec<BlockNews>> {
        let now = self.snapshot();
        Ok(self.newer_text(number)?.map(|newer| news(&now.plan, &now.template, &newer)).unwrap_or_default())
    }
}

fn news(plan: &Plan, template: &Template, newer: &NewerText) -> Vec<BlockNews> {
    let says = |block: &SectionBlock| block_words(plan, template, block);
    let mut out: Vec<BlockNews> = Vec::new();
    for block in &newer.now {
        let before = newer.before.iter().find(|old| old.source == block.source).map(says);
        let now = says(block);
        let sort = match &before {
            None => News::Added,
            Some(before) if *before == now => News::Same,
            Some(_) => News::Changed,
        };
        out.push(BlockNews { sort, before: before.unwrap_or_default(), now });
    }
    for block in newer.before.iter().filter(|old| !newer.now.iter().any(|block| block.source == old.source)) {
        out.push(BlockNews { sort: News::Removed, before: says(block), now: String::new() });
    }
    out
}

/// What a block says, as one text.
fn block_words(plan: &Plan, template: &Template, block: &SectionBlock) -> String {
    let node = |node: &Node| match node {
        Node::Text(text) | Node::Bold(text) => text.clone(),
        Node::Field { kind, record, field } => placeholder_words(plan, template, kind, *record, field),
        Node::Here(field) => format!("〈{}〉", template.label("departments", field)),
        Node::Blank(_) => "＿＿＿".to_owned(),
        Node::Names(entries) => entries
            .iter()
            .filter_map(|entry| plan.from_entry(entry))
            .map(|record| record.title())
            .collect::<Vec<_>>()
            .join(template.word("and")),
        Node::Page(_) => "〈頁〉".to_owned(),
    };
    let cell = |nodes: &Vec<Node>| nodes.iter().map(node).collect::<String>();
    let rows = block.cells.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("｜"));
    rows.collect::<Vec<_>>().join("\n")
}

/// What a placeholder shows in the editor: its value, or the name of what is missing.
pub fn placeholder_words(plan: &Plan, template: &Template, noun: &str, record: Id, field: &str) -> String {
    let label = format!("〈{}〉", template.label(noun, field));
    let Some(found) = Kind::from_noun(noun).and_then(|kind| plan.rows.get(kind, record)) else { return label };
    match show_field(plan, template, found, field, false) {
        Shown::Value(text) => text,
        _ => label,
    }
}
