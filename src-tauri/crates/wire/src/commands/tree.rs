//! The contact tree, drawn by the same coordinates as on paper.

use super::{count, reads};
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::plan::Kind;
use binder::print::tree::{self as drawn, Panel, TreeBox};
use binder::print::tree_nodes;

/// The contact tree as the paper draws it.
pub(crate) fn contact_tree(host: &Host, _: Empty) -> Result<TreePicture, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let panels = drawn::panels(&tree_nodes(&plan, &template));
    Ok(TreePicture {
        seq,
        reads: reads(&[Kind::TreePlace]),
        width: drawn::WIDTH,
        letters: drawn::SIZE_PT * 25.4 / 72.0,
        line: drawn::LINE,
        panels: panels.iter().map(|panel| panel_view(panel, &panels)).collect(),
    })
}

fn panel_view(panel: &Panel, all: &[Panel]) -> TreePanel {
    TreePanel {
        key: panel.key.clone(),
        part: count(panel.part),
        goes_on: panel.goes_on,
        height: panel.height_mm,
        boxes: panel.boxes.iter().map(|one| box_view(one, all)).collect(),
        lines: panel.lines.iter().map(|((x1, y1), (x2, y2))| [*x1, *y1, *x2, *y2]).collect(),
    }
}

fn box_view(one: &TreeBox, all: &[Panel]) -> TreeBoxView {
    let drawn = all.iter().position(|panel| panel.part == 0 && panel.key == one.key);
    TreeBoxView {
        key: one.key.clone(),
        x: one.at_mm.0,
        y: one.at_mm.1,
        width: one.size_mm.0,
        height: one.size_mm.1,
        lines: one.lines.iter().map(|(text, bold)| TreeLine { text: text.clone(), bold: *bold }).collect(),
        elsewhere: if one.elsewhere { drawn.map_or(0, |at| count(at + 1)) } else { 0 },
    }
}
