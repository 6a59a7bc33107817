//! Attached pictures → image objects of the file. A JPEG goes in as it is; a PNG is unpacked,
//! laid on white and packed again, because a PDF has no PNG.

use std::collections::BTreeMap;

use printpdf::{
    CurTransMat, DictItem, ExternalStream, ExternalXObject, Op, PdfDocument, XObject, XObjectId, XObjectTransform,
};

use crate::layout::{Mark, PAPER_HEIGHT_MM, Page};
use crate::picture::{Sort, look};

const PT: f64 = 72.0 / 25.4;

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
pub(super) fn add_to(document: &mut PdfDocument, pages: &[&Page], pictures: &dyn Pictures) {
    for mark in pages.iter().flat_map(|page| &page.body) {
        let Mark::Picture { hash, .. } = mark else { continue };
        let id = id(hash);
        if document.resources.xobjects.map.contains_key(&id) {
            continue;
        }
        if let Some(object) = pictures.bytes(hash).and_then(|bytes| object(&bytes)) {
            document.resources.xobjects.map.insert(id, XObject::External(object));
        }
    }
}

/// Draws one, if the file has it.
pub(super) fn draw(mark: &Mark, document: &PdfDocument, ops: &mut Vec<Op>) {
    let Mark::Picture { at_mm, size_mm, turned, hash } = mark else { return };
    let id = id(hash);
    if !document.resources.xobjects.map.contains_key(&id) {
        return;
    }
    let (left, bottom) = (at_mm.0 * PT, (PAPER_HEIGHT_MM - at_mm.1 - size_mm.1) * PT);
    let (width, height) = (size_mm.0 * PT, size_mm.1 * PT);
    // An image fills the unit square, its foot at the bottom; turned, its top lies at the left.
    let matrix = if *turned {
        [0.0, height, -width, 0.0, left + width, bottom]
    } else {
        [width, 0.0, 0.0, height, left, bottom]
    };
    ops.push(Op::SaveGraphicsState);
    ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix.map(|one| one as f32)) });
    let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
    ops.push(Op::UseXobject { id, transform });
    ops.push(Op::RestoreGraphicsState);
}

/// Of our own making: printpdf's come from a counter, and the same plan must give the same bytes.
fn id(hash: &str) -> XObjectId {
    XObjectId(format!("P{hash}"))
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
