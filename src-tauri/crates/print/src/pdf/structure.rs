//! What surrounds the pages: bookmarks, page labels, links, how a viewer opens and prints the file.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

use crate::layout::{Heading, Laid, Mark, PAPER_HEIGHT_MM, Page, Place};
use crate::outline::PartSort;

use super::{PT, PdfError};

/// Where pages of the layout are in the file, and their objects.
struct Pages<'a> {
    ids: Vec<ObjectId>,
    position: &'a BTreeMap<usize, usize>,
}

/// Completes a document printpdf wrote.
pub(super) fn complete(
    low: &mut Document,
    laid: &Laid,
    pages: &[&Page],
    position: &BTreeMap<usize, usize>,
) -> Result<(), PdfError> {
    let there = Pages { ids: low.get_pages().into_values().collect(), position };
    links(low, laid, pages, &there)?;
    let outline = bookmarks(low, &laid.headings, &there);
    let labels = page_labels(pages);
    let catalog = low.catalog_mut().map_err(written)?;
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    catalog.set("PageLabels", labels);
    // Odd pages right of the binding, as in the binder.
    catalog.set("PageLayout", "TwoPageRight");
    catalog.set(
        "ViewerPreferences",
        dictionary! {
            "DisplayDocTitle" => true,
            "Duplex" => "DuplexFlipLongEdge",
            "PrintScaling" => "None",
        },
    );
    Ok(())
}

/// A link for every reference whose page is in the file. Drops the empty lists of annotations printpdf writes.
fn links(low: &mut Document, laid: &Laid, pages: &[&Page], there: &Pages) -> Result<(), PdfError> {
    for (page, &id) in pages.iter().zip(&there.ids) {
        let annotations: Vec<Object> = page.body.iter().filter_map(|mark| link(mark, laid, there)).collect();
        let dictionary = low.get_object_mut(id).and_then(Object::as_dict_mut).map_err(written)?;
        if annotations.is_empty() {
            dictionary.remove(b"Annots");
        } else {
            dictionary.set("Annots", annotations);
        }
    }
    Ok(())
}

fn link(mark: &Mark, laid: &Laid, there: &Pages) -> Option<Object> {
    let Mark::Link { at_mm, size_mm, to } = mark else { return None };
    let target = there.destination(laid.anchors.get(to)?)?;
    let (left, top) = (at_mm.0, PAPER_HEIGHT_MM - at_mm.1);
    let rect: Vec<Object> =
        [left, top - size_mm.1, left + size_mm.0, top].into_iter().map(|mm| real(mm * PT)).collect();
    Some(Object::Dictionary(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => rect,
        "Border" => vec![0.into(), 0.into(), 0.into()],
        // Printed although it shows nothing: archives refuse annotations that are not.
        "F" => 4,
        "Dest" => target,
    }))
}

impl Pages<'_> {
    /// A place as the file names it, if its page is in the file.
    fn destination(&self, place: &Place) -> Option<Object> {
        let id = *self.ids.get(*self.position.get(&place.page)?)?;
        // A little above, so that the viewer does not cut the line.
        let top = (PAPER_HEIGHT_MM - place.y_mm + 3.0).min(PAPER_HEIGHT_MM);
        Some(Object::Array(vec![Object::Reference(id), "XYZ".into(), Object::Null, real(top * PT), Object::Null]))
    }
}

/// The tree of parts and headings; the id of its root.
fn bookmarks(low: &mut Document, headings: &[Heading], there: &Pages) -> Option<Object> {
    let entries: Vec<(&Heading, Object)> =
        headings.iter().filter_map(|heading| Some((heading, there.destination(&heading.place)?))).collect();
    if entries.is_empty() {
        return None;
    }
    let root = low.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| low.new_object_id()).collect();
    let parents = parents(&entries);
    let children =
        |parent: Option<usize>| -> Vec<usize> { (0..entries.len()).filter(|&nth| parents[nth] == parent).collect() };
    for (nth, (heading, target)) in entries.iter().enumerate() {
        let siblings = children(parents[nth]);
        let at = siblings.iter().position(|&sibling| sibling == nth).unwrap_or(0);
        let mut entry = dictionary! {
            "Title" => text(&heading.title),
            "Parent" => parents[nth].map_or(root, |parent| ids[parent]),
            "Dest" => target.clone(),
        };
        if at > 0 {
            entry.set("Prev", ids[siblings[at - 1]]);
        }
        if let Some(&next) = siblings.get(at + 1) {
            entry.set("Next", ids[next]);
        }
        let below = children(Some(nth));
        if let (Some(&first), Some(&last)) = (below.first(), below.last()) {
            entry.set("First", ids[first]);
            entry.set("Last", ids[last]);
            // Negative: parts open closed, so that all of them are seen at once.
            entry.set("Count", -(below.len() as i64));
        }
        low.set_object(ids[nth], entry);
    }
    let tops = children(None);
    low.set_object(
        root,
        dictionary! {
            "Type" => "Outlines",
            "First" => ids[tops[0]],
            "Last" => ids[tops[tops.len() - 1]],
            "Count" => tops.len() as i64,
        },
    );
    Some(Object::Reference(root))
}

/// For each entry the nearest one before it of a lower level.
fn parents(entries: &[(&Heading, Object)]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    entries
        .iter()
        .enumerate()
        .map(|(nth, (heading, _))| {
            while open.last().is_some_and(|&last| entries[last].0.level >= heading.level) {
                open.pop();
            }
            let parent = open.last().copied();
            open.push(nth);
            parent
        })
        .collect()
}

/// Pages are called as they are printed. A new range wherever numbering does not simply go on.
fn page_labels(pages: &[&Page]) -> Dictionary {
    let mut ranges: Vec<Object> = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let goes_on = at > 0
            && pages[at - 1].part == page.part
            && pages[at - 1].number + 1 == page.number
            && page.part != PartSort::Cover;
        if goes_on {
            continue;
        }
        let number = i64::from(page.number);
        let range = match page.part {
            PartSort::Cover => dictionary! { "P" => text(&page.title) },
            PartSort::Contents => dictionary! { "S" => "r", "St" => number },
            PartSort::Lettered(letter) => {
                dictionary! { "S" => "D", "P" => text(&format!("{letter}-")), "St" => number }
            }
        };
        ranges.push((at as i64).into());
        ranges.push(range.into());
    }
    dictionary! { "Nums" => ranges }
}

/// Text as PDF keeps it outside pages: UTF-16 with its mark.
pub(super) fn text(text: &str) -> Object {
    let bytes = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

pub(super) fn written(error: lopdf::Error) -> PdfError {
    PdfError::Written(error.to_string())
}

fn real(value: f64) -> Object {
    Object::Real(((value * 100.0).round() / 100.0) as f32)
}
