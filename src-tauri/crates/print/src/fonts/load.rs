//! The font files in the program and their tables of glyphs and advances.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Face;

/// A font with what setting and embedding need.
pub(crate) struct Loaded {
    /// The whole file.
    pub(crate) bytes: &'static [u8],
    /// PostScript name.
    pub(crate) name: &'static str,
    /// The parsed tables.
    pub(crate) face: ttf_parser::Face<'static>,
    /// Glyph and advance (font units) of each character of the first plane; glyph 0 = none.
    /// A flat table: measuring is the hot loop of the layout.
    plane: Vec<(u16, u16)>,
    /// The same for characters beyond it.
    beyond: HashMap<char, (u16, u16)>,
}

static REGULAR: LazyLock<Loaded> =
    LazyLock::new(|| load("BIZUDGothic-Regular", include_bytes!("../../fonts/BIZUDGothic-Regular.ttf")));
static BOLD: LazyLock<Loaded> =
    LazyLock::new(|| load("BIZUDGothic-Bold", include_bytes!("../../fonts/BIZUDGothic-Bold.ttf")));
static FALLBACK: LazyLock<Loaded> =
    LazyLock::new(|| load("SonaeFallback-Regular", include_bytes!("../../fonts/SonaeFallback-Regular.otf")));

impl Face {
    /// The font, parsed on first use.
    pub(crate) fn loaded(self) -> &'static Loaded {
        match self {
            Face::Regular => &REGULAR,
            Face::Bold => &BOLD,
            Face::Fallback => &FALLBACK,
        }
    }
}

impl Loaded {
    /// Glyph and advance (font units) of a character, if the font has it.
    pub(super) fn glyph(&self, c: char) -> Option<(u16, u16)> {
        let found = match self.plane.get(c as usize) {
            Some(found) => *found,
            None => *self.beyond.get(&c)?,
        };
        (found.0 != 0).then_some(found)
    }

    /// The glyph of a base character with a variation selector, where it differs from the plain one.
    pub(super) fn variation(&self, base: char, selector: char) -> Option<u16> {
        let varied = self.face.glyph_variation_index(base, selector)?.0;
        (self.glyph(base).map(|(plain, _)| plain) != Some(varied)).then_some(varied)
    }

    /// The advance of a glyph in font units.
    pub(crate) fn advance(&self, glyph: u16) -> u16 {
        self.face.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0)
    }

    /// Font units in one em.
    pub(crate) fn units_per_em(&self) -> u16 {
        self.face.units_per_em()
    }
}

/// The fonts are part of the program: a broken one is a broken build, which every test notices.
fn load(name: &'static str, bytes: &'static [u8]) -> Loaded {
    let face = ttf_parser::Face::parse(bytes, 0).expect("an embedded font parses");
    let mut plane = vec![(0, 0); 0x1_0000];
    let mut beyond = HashMap::new();
    let tables = face.tables();
    for table in tables.cmap.iter().flat_map(|cmap| cmap.subtables) {
        if !table.is_unicode() {
            continue;
        }
        table.codepoints(|code| {
            let Some(c) = char::from_u32(code) else { return };
            let Some(glyph) = table.glyph_index(code) else { return };
            let found = (glyph.0, face.glyph_hor_advance(glyph).unwrap_or(0));
            match plane.get_mut(code as usize) {
                Some(place) => *place = found,
                None => {
                    beyond.insert(c, found);
                }
            }
        });
    }
    Loaded { bytes, name, face, plane, beyond }
}
