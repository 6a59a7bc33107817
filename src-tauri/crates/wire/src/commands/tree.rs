//! The contact tree, drawn by the same coordinates as on paper.

use super::{count, reads};
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::plan::Kind;
use binder::print::diagram::{self, Sheet, TreeBox};
use binder::print::tree_nodes;

/// The contact tree as the paper draws it.
pub fn contact_tree(host: &Host, _: Empty) -> Result<TreePicture, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let sheets = diagram::sheets(&tree_nodes(&plan, &template));
    Ok(TreePicture {
        seq,
        reads: reads(&[Kind::TreePlace]),
        width: diagram::WIDTH,
        letters: diagram::SIZE_PT * 25.4 / 72.0,
        line: diagram::LINE,
        sheets: sheets.iter().map(|sheet| sheet_view(sheet, &sheets)).collect(),
    })
}

fn sheet_view(sheet: &Sheet, all: &[Sheet]) -> TreeSheet {
    TreeSheet {
        key: sheet.key.clone(),
        part: count(sheet.part),
        goes_on: sheet.goes_on,
        height: sheet.height_mm,
        boxes: sheet.boxes.iter().map(|one| box_view(one, all)).collect(),
        lines: sheet.lines.iter().map(|((x1, y1), (x2, y2))| [*x1, *y1, *x2, *y2]).collect(),
    }
}

fn box_view(one: &TreeBox, all: &[Sheet]) -> TreeBoxView {
    let drawn = all.iter().position(|sheet| sheet.part == 0 && sheet.key == one.key);
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
