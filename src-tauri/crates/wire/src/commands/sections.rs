//! The text of the model plan's sections.

use super::guide::{source, title};
use super::records::edit_with;
use crate::types::*;
use crate::{Fault, Host};
use binder::plan::{Edit, Kind, NewBlock, Node, Plan, Shown, section_blocks, show_field};
use binder::template::Template;
use binder::{Error, template};
use std::collections::BTreeMap;

/// The model plan's sections.
pub fn sections(host: &Host, _: Empty) -> Result<Vec<SectionInfo>, Fault> {
    let binder = host.binder()?;
    let plan = binder.plan();
    let template = binder.template();
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
    let template = binder.template();
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
    })
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
