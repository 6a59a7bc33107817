//! Placed pages → the bytes of a PDF. The only place that knows printpdf and lopdf.
//!
//! printpdf writes fonts, pictures and the tree of pages. The contents of pages are ours, because as its operations
//! they take three times the time and ten times the room (docs/adr/0032); so is everything around them (bookmarks, page
//! labels, links, metadata), because its own has faults or is missing.
//! Deliberately not here: any decision about what stands where.

mod content;
mod embed;
mod metadata;
mod operators;
mod pages;
mod pictures;
mod structure;

use std::collections::BTreeMap;

use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};

use crate::layout::{Laid, PAPER_HEIGHT_MM, PAPER_WIDTH_MM, Page};
use crate::outline::Paper;
use plan::{Progress, Unwatched};

pub use pictures::{NoPictures, Pictures};

/// Points of a millimetre.
const PT: f64 = 72.0 / 25.4;
/// From A4 to A3.
const A3: f64 = 420.0 / 297.0;

/// What is left away at each side of a strip, in mm: nothing is printed there.
const BESIDE: f64 = 6.0;

/// What the file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// Title of the document.
    pub title: String,
    /// The facility, as author.
    pub facility: String,
    /// `2026-11-22`: the only date in the file; there is no clock here.
    pub date: String,
    /// `ja-JP`.
    pub language: String,
}

/// Why there is no PDF. Every one of these is a fault of the program, not of the plan.
#[derive(Debug)]
pub enum PdfError {
    /// A font could not be reduced to the glyphs in use.
    Subset(subsetter::Error),
    /// printpdf was not content with what we gave it.
    Warned(String),
    /// The document could not be written.
    Written(String),
    /// The date is not a day as it is stored.
    Date(String),
    /// Whoever watches does not want to go on. The only one that is nobody's fault.
    Cancelled,
}

impl std::fmt::Display for PdfError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PdfError::Subset(error) => write!(f, "font could not be subset: {error}"),
            PdfError::Warned(message) => write!(f, "printpdf warns: {message}"),
            PdfError::Written(message) => write!(f, "PDF could not be written: {message}"),
            PdfError::Date(date) => write!(f, "not a date: {date}"),
            PdfError::Cancelled => write!(f, "cancelled"),
        }
    }
}

impl std::error::Error for PdfError {}

/// All pages as a PDF.
///
/// # Errors
/// [`PdfError`]; see there.
pub fn pdf(laid: &Laid, info: &Info) -> Result<Vec<u8>, PdfError> {
    let all: Vec<usize> = (0..laid.pages.len()).collect();
    pdf_of(laid, info, &all, &NoPictures, &Unwatched)
}

/// Some pages as a PDF, by index, in the order given. Indexes beyond the last page are ignored;
/// links and bookmarks to pages that are not in it are left out.
///
/// # Errors
/// [`PdfError`]; see there.
pub fn pdf_of(
    laid: &Laid,
    info: &Info,
    which: &[usize],
    pictures: &dyn Pictures,
    progress: &dyn Progress,
) -> Result<Vec<u8>, PdfError> {
    write(document(laid, info, which, pictures, progress)?)
}

/// Strips of some pages as a PDF, for a screen: each from a height to a height, in mm from the top of the paper, without
/// the margins beside it.
///
/// # Errors
/// [`PdfError`]; see there.
pub fn pdf_strips(
    laid: &Laid,
    info: &Info,
    strips: &[(usize, (f64, f64))],
    pictures: &dyn Pictures,
    progress: &dyn Progress,
) -> Result<Vec<u8>, PdfError> {
    let which: Vec<usize> = strips.iter().map(|(index, _)| *index).collect();
    let mut low = document(laid, info, &which, pictures, progress)?;
    let ids: Vec<lopdf::ObjectId> = low.page_iter().collect();
    for (id, (_, (top, bottom))) in ids.into_iter().zip(strips) {
        let page = low.get_dictionary_mut(id).map_err(|error| PdfError::Written(error.to_string()))?;
        let wide = if laid.paper == Paper::Wide { 2.0 * PAPER_WIDTH_MM } else { PAPER_WIDTH_MM };
        let sides = [BESIDE, PAPER_HEIGHT_MM - bottom, wide - BESIDE, PAPER_HEIGHT_MM - top];
        let sides = sides.map(|mm| lopdf::Object::Real((mm * PT) as f32)).to_vec();
        page.set("CropBox", lopdf::Object::Array(sides));
    }
    write(low)
}

fn document(
    laid: &Laid,
    info: &Info,
    which: &[usize],
    pictures: &dyn Pictures,
    progress: &dyn Progress,
) -> Result<lopdf::Document, PdfError> {
    let date = plan::day::stored(&info.date).ok_or_else(|| PdfError::Date(info.date.clone()))?;
    let chosen: Vec<(usize, &Page)> = which.iter().filter_map(|&index| Some((index, laid.pages.get(index)?))).collect();
    let pages: Vec<&Page> = chosen.iter().map(|&(_, page)| page).collect();
    // Where a page of the layout is in this file.
    let mut position = BTreeMap::new();
    for (at, &(index, _)) in chosen.iter().enumerate() {
        position.entry(index).or_insert(at);
    }

    let embedded = embed::embed(&pages)?;
    let mut document = PdfDocument::new(&info.title);
    document.pages = pages.iter().map(|_| empty(laid.paper)).collect();
    embedded.add_to(&mut document);
    let there = pictures::add_to(&mut document, &pages, pictures);
    let contents = pages::contents(laid, &pages, &embedded, &there, progress).map_err(|_| PdfError::Cancelled)?;

    let mut warnings = Vec::new();
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut low = document.to_lopdf_document(&options, &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(PdfError::Warned(format!("{warning:?}")));
    }
    pages::fill(&mut low, contents)?;
    structure::complete(&mut low, laid, &pages, &position)?;
    metadata::complete(&mut low, info, date)?;
    Ok(low)
}

/// A page without contents.
fn empty(paper: Paper) -> PdfPage {
    let (wide, high) = match paper {
        Paper::Poster => (PAPER_WIDTH_MM * A3, PAPER_HEIGHT_MM * A3),
        Paper::Wide => (PAPER_WIDTH_MM * 2.0, PAPER_HEIGHT_MM),
        Paper::Bound | Paper::Single => (PAPER_WIDTH_MM, PAPER_HEIGHT_MM),
    };
    PdfPage::new(Mm(wide as f32), Mm(high as f32), Vec::new())
}

fn write(mut low: lopdf::Document) -> Result<Vec<u8>, PdfError> {
    low.version = "1.7".to_owned();
    pages::pack(&mut low);
    metadata::identify(&mut low);
    let options = lopdf::SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    let mut bytes = Vec::new();
    low.save_with_options(&mut bytes, options).map_err(|error| PdfError::Written(error.to_string()))?;
    Ok(bytes)
}
