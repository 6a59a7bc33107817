//! The fonts of a file: only the glyphs its pages use, under new numbers.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub,
    Pt, TextItem,
};
use subsetter::GlyphRemapper;

use crate::fonts::{Face, Glyph, STAND_IN, Says, shapes};
use crate::layout::{Mark, Page};

use super::PdfError;

/// The fonts of one file.
pub(super) struct Embedded {
    fonts: BTreeMap<Face, Font>,
}

/// A subset font.
struct Font {
    parsed: ParsedFont,
    /// By its number in the whole font, each glyph that is used.
    glyphs: Glyphs,
}

/// By number; `None` is not used.
type Glyphs = Vec<Option<Used>>;

/// A glyph in use.
#[derive(Debug, Clone)]
struct Used {
    /// Its number in the subset.
    id: u16,
    /// What it says when text is copied. One glyph has one text in a PDF.
    says: Says,
}

/// Collects the glyphs of pages and cuts them out of their fonts.
pub(super) fn embed(pages: &[&Page]) -> Result<Embedded, PdfError> {
    let mut used: BTreeMap<Face, Glyphs> = BTreeMap::new();
    for mark in pages.iter().flat_map(|page| page.body.iter().chain(&page.furniture)) {
        let Mark::Text { text, face, .. } = mark else { continue };
        for glyph in shapes(text, *face == Face::Bold) {
            let glyphs = used.entry(glyph.face).or_default();
            let at = usize::from(glyph.id);
            if glyphs.len() <= at {
                glyphs.resize(at + 1, None);
            }
            // A glyph that also draws a variation must keep saying the plain character.
            let kept = glyphs[at].as_ref().is_some_and(|one| is_plain(&one.says) || !is_plain(&glyph.says));
            if !kept {
                glyphs[at] = Some(Used { id: 0, says: glyph.says });
            }
        }
    }
    let fonts =
        used.into_iter().map(|(face, glyphs)| Ok((face, cut(face, glyphs)?))).collect::<Result<_, PdfError>>()?;
    Ok(Embedded { fonts })
}

fn is_plain(says: &Says) -> bool {
    matches!(says, Says::Char(_))
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

fn cut(face: Face, mut glyphs: Glyphs) -> Result<Font, PdfError> {
    let loaded = face.loaded();
    let mut renumbered = GlyphRemapper::new();
    let mut glyph_widths = BTreeMap::new();
    for (id, glyph) in (0_u16..).zip(&mut glyphs) {
        if let Some(glyph) = glyph {
            glyph.id = renumbered.remap(id);
            glyph_widths.insert(glyph.id, loaded.advance(id));
        }
    }
    let bytes = subsetter::subset(loaded.bytes, 0, &renumbered).map_err(PdfError::Subset)?;
    let metrics = &loaded.face;
    let bounds = metrics.global_bounding_box();
    let units_per_em = loaded.units_per_em();
    let parsed = ParsedFont {
        font_type: if bytes.starts_with(b"OTTO") { FontType::OpenTypeCFF(()) } else { FontType::TrueType },
        original_bytes: bytes,
        font_index: 0,
        font_name: Some(format!("{}+{}", tag(face), loaded.name)),
        // Contents are written as glyphs, never as characters.
        codepoint_to_glyph: BTreeMap::new(),
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
    Ok(Font { parsed, glyphs })
}

/// The name of a font among the resources: six capitals, a lawful tag of a subset, and a stable name.
pub(super) fn tag(face: Face) -> &'static str {
    match face {
        Face::Regular => "BIZUDR",
        Face::Bold => "BIZUDB",
        Face::Fallback => "SONAEF",
    }
}

impl Embedded {
    /// Gives the fonts to a document, and to its first page what uses them all: printpdf leaves out what no page uses.
    pub(super) fn add_to(&self, document: &mut PdfDocument) {
        let mut uses = vec![Op::StartTextSection];
        for (&face, font) in &self.fonts {
            let id = FontId(tag(face).to_owned());
            let glyphs = font.glyphs.iter().flatten();
            let shown = glyphs.map(|glyph| Codepoint::with_cid(glyph.id, 0.0, noted(&glyph.says))).collect();
            uses.push(Op::SetFont { font: PdfFontHandle::External(id.clone()), size: Pt(1.0) });
            uses.push(Op::ShowText { items: vec![TextItem::GlyphIds(shown)] });
            document.resources.fonts.map.insert(id, PdfFont::new(font.parsed.clone()));
        }
        uses.push(Op::EndTextSection);
        if let Some(first) = document.pages.first_mut() {
            first.ops = uses;
        }
    }

    /// The number of a glyph in the file, and its true text where the noted one would mislead. Only of glyphs of the
    /// pages given to [`embed`].
    pub(super) fn drawn(&self, glyph: &Glyph) -> (u16, Option<String>) {
        let used = self.fonts.get(&glyph.face).and_then(|font| font.glyphs.get(usize::from(glyph.id))?.as_ref());
        // Glyph 0 is drawn as a box: seen at once, where a panic would cost the whole paper.
        let Some(used) = used else { return (0, Some(truth(&glyph.says))) };
        let same = used.says == glyph.says && !matches!(glyph.says, Says::Missing(_));
        (used.id, (!same && noted(&used.says) != truth(&glyph.says)).then(|| truth(&glyph.says)))
    }
}
