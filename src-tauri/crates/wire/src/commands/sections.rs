//! The text of the model plan's sections.

use super::guide::source;
use super::reads;
use super::records::edit_with;
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::placeholder_words;
use binder::plan::{Edit, Kind, NewBlock, Node, section_blocks};
use binder::template::Template;
use binder::{Error, template};
use std::collections::BTreeMap;

/// The model plan's sections.
pub(crate) fn sections(host: &Host, _: Empty) -> Result<Sections, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, .. } = binder.snapshot();
    let info = |section: &template::Section| SectionInfo {
        number: section.number.clone(),
        title: template.titled(&section.title, section.mark),
        level: u32::from(section.level()),
        edited: section_blocks(&plan, section).1,
    };
    Ok(Sections {
        reads: reads(&[Kind::Block, Kind::SectionBase]),
        sections: template.sections.iter().map(info).collect(),
    })
}

/// A section's text.
pub(crate) fn section(host: &Host, request: SectionRequest) -> Result<SectionText, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let template = &*template;
    let section = find(template, &request.number)?;
    let (blocks, edited) = section_blocks(&plan, section);
    let mut shown = BTreeMap::new();
    let mut read = vec![Kind::Block, Kind::SectionBase];
    for node in blocks.iter().flat_map(|block| block.cells.iter().flatten().flatten()) {
        if let Node::Field { kind, record, field } = node {
            read.extend(Kind::from_noun(kind));
            shown.insert(format!("{kind}/{record}/{field}"), placeholder_words(&plan, template, kind, *record, field));
        }
    }
    Ok(SectionText {
        seq,
        reads: reads(&read),
        number: section.number.clone(),
        title: template.titled(&section.title, section.mark),
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
            .section_news(&section.number)?
            .into_iter()
            .map(|one| NewerBlock { sort: one.sort.into(), before: one.before, now: one.now })
            .collect(),
    })
}

/// Gives up a section's own text: it follows the pack again.
pub(crate) fn follow_pack(host: &Host, request: SectionRequest) -> Result<Changed, Fault> {
    edit_with(host, &Edit::FollowPack { number: request.number }, None)
}

/// Keeps a section's own text after comparing it with the pack's new one.
pub(crate) fn keep_own_text(host: &Host, request: SectionRequest) -> Result<Changed, Fault> {
    edit_with(host, &Edit::KeepOwnText { number: request.number }, None)
}

/// Puts a section's text.
pub(crate) fn edit_section(host: &Host, request: EditSectionRequest) -> Result<Changed, Fault> {
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
