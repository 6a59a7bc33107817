//! New text of a section: its first edit writes all its blocks.

use super::{Change, EditProblem, NewBlock, checked, real, text};
use crate::{Id, Kind, Node, Plan, order, parse_cells, section_blocks, write_cells};
use template::Section;

/// The changes that make `blocks` the text of a section.
pub(super) fn section_changes(
    plan: &Plan,
    (section, pack): (&Section, &str),
    blocks: &[NewBlock],
    now: &str,
) -> Result<Vec<Change>, EditProblem> {
    let (current, edited) = section_blocks(plan, section);
    let mut out = Vec::new();
    if !edited {
        out.extend(compared(plan, &section.number, pack, false));
    }
    let positions = order::after(None, blocks.len());
    let mut kept = Vec::new();
    for (block, position) in blocks.iter().zip(positions) {
        let old = block.id.and_then(|id| current.iter().find(|one| one.id == id));
        let id = old.map_or(block.fresh, |old| old.id);
        kept.push(id);
        let mut cells = block.cells.clone();
        for node in cells.iter_mut().flatten().flatten() {
            if let Node::Text(words) | Node::Bold(words) = node {
                *words = text(words)?;
            }
        }
        let json = write_cells(&cells);
        parse_cells(&json).map_err(EditProblem::Cells)?;
        let mut columns = vec![
            ("position".to_owned(), Some(position)),
            ("section".to_owned(), Some(section.number.clone())),
            ("form".to_owned(), checked(Kind::Block, "form", Some(&block.form), false)?),
            ("cells".to_owned(), Some(json)),
        ];
        match plan.rows.get(Kind::Block, id) {
            Some(record) => {
                columns.push(("removed_at".to_owned(), None));
                out.extend(real(record, columns));
            }
            None => {
                columns.push(("source".to_owned(), old.and_then(|old| old.source.clone())));
                columns.retain(|(_, value)| value.is_some());
                out.push(Change { kind: Kind::Block, id, new: true, columns });
            }
        }
    }
    if edited {
        for gone in current.iter().filter(|one| !kept.contains(&one.id)) {
            if let Some(record) = plan.find(Kind::Block, gone.id) {
                out.extend(real(record, vec![("removed_at".to_owned(), Some(now.to_owned()))]));
            }
        }
    } else if blocks.is_empty() {
        // Emptying an untouched section must leave a trace, or the starting text would return.
        for old in &current {
            if let Some(record) = plan.rows.get(Kind::Block, old.id) {
                // Followed the pack again: the row is there and removed; only the mark has to go.
                debug_assert!(record.row().is_removed());
                continue;
            }
            let columns = vec![
                ("position".to_owned(), Some(order::between(None, None))),
                ("section".to_owned(), Some(section.number.clone())),
                ("form".to_owned(), Some(old.form.clone())),
                ("cells".to_owned(), Some(write_cells(&old.cells))),
                ("source".to_owned(), old.source.clone()),
                ("removed_at".to_owned(), Some(now.to_owned())),
            ];
            out.push(Change { kind: Kind::Block, id: old.id, new: true, columns });
        }
    }
    Ok(out)
}

/// The section's own text was compared with this pack's, or follows it again.
pub(super) fn compared(plan: &Plan, number: &str, pack: &str, follows: bool) -> Vec<Change> {
    let id = Id::derived(plan.id, Kind::SectionBase.noun(), number);
    let columns = vec![
        ("section".to_owned(), Some(number.to_owned())),
        ("pack".to_owned(), Some(pack.to_owned())),
        ("follows".to_owned(), follows.then(|| "1".to_owned())),
    ];
    if let Some(record) = plan.rows.get(Kind::SectionBase, id) {
        return real(record, columns.into_iter().chain([("removed_at".to_owned(), None)]).collect());
    }
    let last = plan.rows.section_bases.last().map(|base| base.row.position.clone());
    let mut columns: Vec<_> = columns.into_iter().filter(|(_, value)| value.is_some()).collect();
    columns.push(("position".to_owned(), order::after(last.as_deref(), 1).pop()));
    vec![Change { kind: Kind::SectionBase, id, new: true, columns }]
}

/// Gives up the section's own text: it follows the pack again. The blocks stay in the file, removed.
pub(super) fn follow(plan: &Plan, number: &str, pack: &str, now: &str) -> Vec<Change> {
    let own = plan.rows.blocks.live().filter(|block| block.section.as_deref() == Some(number));
    let mut out: Vec<Change> =
        own.flat_map(|block| real(block, vec![("removed_at".to_owned(), Some(now.to_owned()))])).collect();
    out.extend(compared(plan, number, pack, true));
    out
}
