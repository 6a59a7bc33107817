//! The placed pages, for another PDF writer: everything at its place, nothing left to set.

use binder::print::Laid;
use binder::print::fonts::Face;
use binder::print::layout::Mark;
use serde_json::{Value, json};

/// All pages as JSON. Lengths in mm from the upper left corner.
pub(crate) fn whole(laid: &Laid) -> String {
    let page = |page: &binder::print::layout::Page| -> Vec<Value> {
        page.body.iter().chain(&page.furniture).filter_map(mark).collect()
    };
    json!(laid.pages.iter().map(page).collect::<Vec<_>>()).to_string()
}

fn mark(mark: &Mark) -> Option<Value> {
    match mark {
        Mark::Text { x_mm, y_mm, face, size_pt, grey, text, .. } => Some(
            json!({ "text": text, "x": x_mm, "y": y_mm, "bold": *face == Face::Bold, "size": size_pt, "grey": grey }),
        ),
        Mark::Line { from_mm, to_mm, width_pt, grey, .. } => {
            Some(json!({ "line": [from_mm.0, from_mm.1, to_mm.0, to_mm.1], "width": width_pt, "grey": grey }))
        }
        Mark::Rect { at_mm, size_mm, fill, stroke_pt } => Some(
            json!({ "rect": [at_mm.0, at_mm.1, size_mm.0, size_mm.1], "fill": fill, "width": stroke_pt.unwrap_or(0.0) }),
        ),
        Mark::Picture { .. } | Mark::Link { .. } | Mark::Says { .. } => None,
    }
}
