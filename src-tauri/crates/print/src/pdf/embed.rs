//! The fonts of a file: only the glyphs its pages use, under new numbers.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfDocument, PdfFont, PdfFontMetricsStub};
use subsetter::GlyphRemapper;

use crate::fonts::{Face, Glyph, STAND_IN, Says, shape};
use crate::layout::{Mark, Page};

use super::PdfError;

/// The fonts of one file.
pub(super) struct Embedded {
    fonts: BTreeMap<Face, Font>,
}

/// A subset font.
struct Font {
    parsed: ParsedFont,
    renumbered: GlyphRemapper,
    /// What each glyph says when text is copied. One glyph has one text in a PDF.
    says: BTreeMap<u16, String>,
}

/// A glyph as the file knows it.
pub(super) struct Drawn {
    /// Its number in the subset.
    pub(super) id: u16,
    /// The text printpdf notes for it.
    pub(super) says: String,
    /// The true text, where the noted one would mislead.
    pub(super) instead: Option<String>,
    /// Whether it can be written as the character itself.
    pub(super) plain: Option<char>,
}

/// Collects the glyphs of pages and cuts them out of their fonts.
pub(super) fn embed(pages: &[&Page]) -> Result<Embedded, PdfError> {
    let mut used: BTreeMap<Face, (BTreeSet<u16>, BTreeMap<u16, String>)> = BTreeMap::new();
    let marks = || pages.iter().flat_map(|page| page.body.iter().chain(&page.furniture));
    // Plain characters first: a glyph that also draws a variation must keep saying the plain one.
    for plain in [true, false] {
        for mark in marks() {
            let Mark::Text { text, face, .. } = mark else { continue };
            for glyph in shape(text, *face == Face::Bold) {
                if matches!(glyph.says, Says::Char(_)) == plain {
                    let (ids, says) = used.entry(glyph.face).or_default();
                    ids.insert(glyph.id);
                    says.entry(glyph.id).or_insert_with(|| noted(&glyph.says));
                }
            }
        }
    }
    let fonts = used
        .into_iter()
        .map(|(face, (ids, says))| Ok((face, cut(face, &ids, says)?)))
        .collect::<Result<_, PdfError>>()?;
    Ok(Embedded { fonts })
}

/// The text of a glyph when it is the first to use it.
fn noted(says: &Says) -> String {
    match says {
        Says::Char(c) => c.to_string(),
        Says::Varied(base, selector) => format!("{base}{selector}"),
        Says::Missing(_) => STAND_IN.to_string(),
    }
}

fn truth(says: &Says) -> String {
    match says {
        Says::Missing(c) => c.to_string(),
        other => noted(other),
    }
}

fn cut(face: Face, ids: &BTreeSet<u16>, says: BTreeMap<u16, String>) -> Result<Font, PdfError> {
    let loaded = face.loaded();
    let mut renumbered = GlyphRemapper::new();
    for &id in ids {
        renumbered.remap(id);
    }
    let bytes = subsetter::subset(loaded.bytes, 0, &renumbered).map_err(PdfError::Subset)?;
    let new = |id: u16| renumbered.get(id).unwrap_or(0);
    let glyph_widths = ids.iter().map(|&id| (new(id), loaded.advance(id))).collect();
    // Only characters that are the noted text of their glyph: these may be written as text.
    let codepoint_to_glyph = says
        .iter()
        .filter_map(|(&id, says)| {
            let mut chars = says.chars();
            let only = chars.next().filter(|_| chars.next().is_none())?;
            Some((only as u32, new(id)))
        })
        .collect();
    let metrics = &loaded.face;
    let bounds = metrics.global_bounding_box();
    let units_per_em = loaded.units_per_em();
    let parsed = ParsedFont {
        font_type: if bytes.starts_with(b"OTTO") { FontType::OpenTypeCFF(()) } else { FontType::TrueType },
        original_bytes: bytes,
        font_index: 0,
        font_name: Some(format!("{}+{}", tag(face), loaded.name)),
        codepoint_to_glyph,
        glyph_widths,
        units_per_em,
        font_metrics: FontMetrics { ascent: metrics.ascender(), descent: metrics.descender() },
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em,
            x_min: bounds.x_min,
            y_min: bounds.y_min,
            x_max: bounds.x_max,
            y_max: bounds.y_max,
            caret_slope_rise: 1,
            caret_slope_run: 0,
            us_weight_class: metrics.weight().to_number(),
        },
    };
    Ok(Font { parsed, renumbered, says })
}

/// Six capitals: a lawful tag of a subset, and a stable name.
fn tag(face: Face) -> &'static str {
    match face {
        Face::Regular => "BIZUDR",
        Face::Bold => "BIZUDB",
        Face::Fallback => "SONAEF",
    }
}

impl Embedded {
    /// Gives the fonts to a document.
    pub(super) fn add_to(&self, document: &mut PdfDocument) {
        for (&face, font) in &self.fonts {
            document.resources.fonts.map.insert(id(face), PdfFont::new(font.parsed.clone()));
        }
    }

    /// A glyph as the file knows it. Only of glyphs of the pages given to [`embed`].
    pub(super) fn drawn(&self, glyph: &Glyph) -> Drawn {
        let font = &self.fonts[&glyph.face];
        let says = font.says[&glyph.id].clone();
        let truth = truth(&glyph.says);
        let same = says == truth;
        let plain = match glyph.says {
            Says::Char(c) if same => Some(c),
            _ => None,
        };
        Drawn { id: font.renumbered.get(glyph.id).unwrap_or(0), plain, instead: (!same).then_some(truth), says }
    }
}

/// The name of a font among the resources.
pub(super) fn id(face: Face) -> FontId {
    FontId(tag(face).to_owned())
}
