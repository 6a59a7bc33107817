//! The text of the model plan's sections.

use super::guide::{source, title};
use super::records::edit_with;
use crate::types::*;
use crate::{Fault, Host};
use binder::NewerText;
use binder::plan::{Edit, Kind, NewBlock, Node, Plan, SectionBlock, Shown, section_blocks, show_field};
use binder::template::Template;
use binder::{Error, template};
use std::collections::BTreeMap;

/// The model plan's sections.
pub fn sections(host: &Host, _: Empty) -> Result<Vec<SectionInfo>, Fault> {
    let binder = host.binder()?;
    let plan = binder.plan();
    let template = &*binder.template();
    Ok(template
        .sections
        .iter()
        .map(|section| SectionInfo {
            number: section.number.clone(),
            title: title(template, &section.title, section.mark),
            level: u32::from(section.level()),
            edited: section_blocks(&plan, section).1,
        })
        .collect())
}

/// A section's text.
pub fn section(host: &Host, request: SectionRequest) -> Result<SectionText, Fault> {
    let binder = host.binder()?;
    let (plan, seq) = binder.snapshot();
    let template = &*binder.template();
    let section = find(template, &request.number)?;
    let (blocks, edited) = section_blocks(&plan, section);
    let mut shown = BTreeMap::new();
    for node in blocks.iter().flat_map(|block| block.cells.iter().flatten().flatten()) {
        if let Node::Field { kind, record, field } = node {
            shown.insert(format!("{kind}/{record}/{field}"), placeholder(&plan, template, kind, *record, field));
        }
    }
    Ok(SectionText {
        seq,
        number: section.number.clone(),
        title: title(template, &section.title, section.mark),
        source: source(template, &section.source),
        about: section.about.clone(),
        edited,
        blocks: blocks
            .into_iter()
            .map(|block| BlockView { id: block.id.to_string(), form: block.form, cells: block.cells })
            .collect(),
        prints: section.prints.iter().map(|block| template.word(block).to_owned()).collect(),
        shown,
        newer: binder
            .newer_text(&section.number)?
            .map(|newer| newer_blocks(&plan, template, &newer))
            .unwrap_or_default(),
    })
}

/// The starting text before and now, block by block, in the order of the new one.
fn newer_blocks(plan: &Plan, template: &Template, newer: &NewerText) -> Vec<NewerBlock> {
    let says = |block: &SectionBlock| words_of(plan, template, block);
    let mut out: Vec<NewerBlock> = Vec::new();
    for block in &newer.now {
        let before = newer.before.iter().find(|old| old.source == block.source).map(says);
        let now = says(block);
        let sort = match &before {
            None => "added",
            Some(before) if *before == now => "same",
            Some(_) => "changed",
        };
        out.push(NewerBlock { sort: sort.to_owned(), before: before.unwrap_or_default(), now });
    }
    for block in newer.before.iter().filter(|old| !newer.now.iter().any(|block| block.source == old.source)) {
        out.push(NewerBlock { sort: "removed".to_owned(), before: says(block), now: String::new() });
    }
    out
}

/// What a block says, as one text.
fn words_of(plan: &Plan, template: &Template, block: &SectionBlock) -> String {
    let node = |node: &Node| match node {
        Node::Text(text) | Node::Bold(text) => text.clone(),
        Node::Field { kind, record, field } => placeholder(plan, template, kind, *record, field),
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

/// Gives up a section's own text: it follows the pack again.
pub fn follow_pack(host: &Host, request: SectionRequest) -> Result<Changed, Fault> {
    edit_with(host, &Edit::FollowPack { number: request.number }, None)
}

/// Keeps a section's own text after comparing it with the pack's new one.
pub fn keep_own_text(host: &Host, request: SectionRequest) -> Result<Changed, Fault> {
    edit_with(host, &Edit::KeepOwnText { number: request.number }, None)
}

/// What a placeholder shows in the editor: its value, or the name of what is missing.
fn placeholder(plan: &Plan, template: &Template, noun: &str, record: binder::plan::Id, field: &str) -> String {
    let label = format!("〈{}〉", template.label(noun, field));
    let Some(found) = Kind::from_noun(noun).and_then(|kind| plan.rows.get(kind, record)) else { return label };
    match show_field(plan, template, found, field, false) {
        Shown::Value(text) => text,
        _ => label,
    }
}

/// Puts a section's text.
pub fn edit_section(host: &Host, request: EditSectionRequest) -> Result<Changed, Fault> {
    let blocks = request
        .blocks
        .into_iter()
        .map(|block| NewBlock {
            id: block.id.as_deref().and_then(binder::plan::Id::parse),
            fresh: host.outside.new_id(),
            form: block.form,
            cells: block.cells,
        })
        .collect();
    edit_with(host, &Edit::Section { number: request.number, blocks }, Some(request.step))
}

fn find<'t>(template: &'t Template, number: &str) -> Result<&'t template::Section, Fault> {
    template.section(number).ok_or_else(|| Error::NotFound(number.to_owned()).into())
}
