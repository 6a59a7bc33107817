//! The text of a section: the pack's starting text until its first edit, then the plan's own blocks.

use crate::{Block, Cells, Id, Plan, SectionBase, cells_from_template, parse_cells};
use template::{Section, Template, TextKind};

/// One block of a section as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionBlock {
    /// The block's id; for an unedited section the id its first edit will use.
    pub id: Id,
    /// The starting block it came from.
    pub source: Option<String>,
    /// `paragraph`, `heading`, `item` or `table`.
    pub form: String,
    /// The text.
    pub cells: Cells,
}

/// The blocks of a section, and whether they are the plan's own.
///
/// An unedited section has no rows, so it follows the pack. Starting blocks
/// that belong to something not ticked (`when`) are left out.
pub fn section_blocks(plan: &Plan, section: &Section) -> (Vec<SectionBlock>, bool) {
    let blocks: Vec<SectionBlock> = plan
        .rows
        .blocks
        .live()
        .filter(|block| block.section.as_deref() == Some(section.number.as_str()))
        .map(own)
        .collect();
    let edited = plan.rows.blocks.iter().any(|block| block.section.as_deref() == Some(section.number.as_str()));
    let follows = base(plan, &section.number).is_some_and(|base| base.follows);
    if edited && !(follows && blocks.is_empty()) {
        return (blocks, true);
    }
    (starting_blocks(plan, section), false)
}

/// Own text of sections the pack does not have (any more), by number, in order.
pub fn blocks_of_gone_sections(plan: &Plan, template: &Template) -> Vec<(String, SectionBlock)> {
    let mut out: Vec<(String, SectionBlock)> = plan
        .rows
        .blocks
        .live()
        .filter_map(|block| Some((block.section.clone()?, own(block))))
        .filter(|(number, _)| template.section(number).is_none())
        .collect();
    out.sort_by(|(one, _), (other, _)| one.cmp(other));
    out
}

fn own(block: &Block) -> SectionBlock {
    SectionBlock {
        id: block.row.id,
        source: block.row.source.clone(),
        form: block.form.clone().unwrap_or_else(|| "paragraph".to_owned()),
        cells: block.cells.as_deref().and_then(|json| parse_cells(json).ok()).unwrap_or_default(),
    }
}

/// The pack's starting text, whatever the plan's own is.
pub fn starting_blocks(plan: &Plan, section: &Section) -> Vec<SectionBlock> {
    section
        .blocks
        .iter()
        .filter(|block| plan.ticked(&block.when))
        .map(|block| {
            let source = format!("{}#{}", section.number, block.id);
            SectionBlock {
                id: Id::derived(plan.id, "blocks", &source),
                source: Some(source),
                form: form(block.kind).to_owned(),
                cells: cells_from_template(plan.id, &block.cells),
            }
        })
        .collect()
}

/// What is known about the pack an edited section started from.
pub fn base<'a>(plan: &'a Plan, number: &str) -> Option<&'a SectionBase> {
    let live = plan.rows.section_bases.live();
    live.into_iter().find(|base| base.section.as_deref() == Some(number))
}

fn form(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Paragraph => "paragraph",
        TextKind::Heading => "heading",
        TextKind::Item => "item",
        TextKind::Table => "table",
    }
}
