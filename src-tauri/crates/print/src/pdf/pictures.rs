//! Attached pictures → image objects of the file. A JPEG goes in as it is; a PNG is unpacked,
//! laid on white and packed again, because a PDF has no PNG.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{DictItem, ExternalStream, ExternalXObject, PdfDocument, XObject, XObjectId};

use crate::layout::{Mark, Page};
use crate::picture::{Sort, look};

/// Where the bytes of attachments come from.
pub trait Pictures {
    /// The bytes with this SHA-256; `None` when they are not there.
    fn bytes(&self, hash: &str) -> Option<Vec<u8>>;
}

/// For documents without pictures.
#[derive(Debug, Clone, Copy)]
pub struct NoPictures;

impl Pictures for NoPictures {
    fn bytes(&self, _: &str) -> Option<Vec<u8>> {
        None
    }
}

/// Puts the pictures of the pages into the file, each once. One whose bytes are missing or odd leaves its frame empty.
/// The hashes of those it has.
pub(super) fn add_to(document: &mut PdfDocument, pages: &[&Page], pictures: &dyn Pictures) -> BTreeSet<String> {
    let mut there = BTreeSet::new();
    for mark in pages.iter().flat_map(|page| &page.body) {
        let Mark::Picture { hash, .. } = mark else { continue };
        if there.contains(hash) {
            continue;
        }
        if let Some(object) = pictures.bytes(hash).and_then(|bytes| object(&bytes)) {
            document.resources.xobjects.map.insert(XObjectId(name(hash)), XObject::External(object));
            there.insert(hash.clone());
        }
    }
    there
}

/// The matrix that brings the unit square an image fills, its foot at the bottom, to a place (lower left corner and size
/// in points); turned, its top lies at the left.
pub(super) fn matrix([x, y, width, height]: [f64; 4], turned: bool) -> [f64; 6] {
    if turned { [0.0, height, -width, 0.0, x + width, y] } else { [width, 0.0, 0.0, height, x, y] }
}

/// Of our own making: printpdf's come from a counter, and the same plan must give the same bytes.
pub(super) fn name(hash: &str) -> String {
    format!("P{hash}")
}

fn object(bytes: &[u8]) -> Option<ExternalXObject> {
    let picture = look(bytes).ok()?;
    let (width, height) = picture.pixels;
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let mut dict: BTreeMap<String, DictItem> = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(i64::from(width))),
        ("Height".to_owned(), DictItem::Int(i64::from(height))),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ]);
    let (grey, content, compress) = match picture.sort {
        Sort::Jpeg { grey } => {
            dict.insert("Filter".to_owned(), name("DCTDecode"));
            (grey, bytes.to_vec(), false)
        }
        Sort::Png => (false, crate::picture::on_white(bytes)?, true),
    };
    dict.insert("ColorSpace".to_owned(), name(if grey { "DeviceGray" } else { "DeviceRGB" }));
    Some(ExternalXObject { stream: ExternalStream { dict, content, compress }, width: None, height: None, dpi: None })
}
