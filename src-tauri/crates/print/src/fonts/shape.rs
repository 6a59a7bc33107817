//! Text → glyphs, one for each thing that is drawn.

use super::kana::compose;
use super::{Face, STAND_IN};

/// A drawn thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// The font it is in.
    pub face: Face,
    /// Its number in that font.
    pub id: u16,
    /// How far it moves the pen, in em.
    pub advance_em: f64,
    /// Whether that is half an em less than its font says: it stands beside another mark (約物の連続).
    pub tight: bool,
    /// Where its text begins, in bytes.
    pub start: usize,
    /// Where its text ends, in bytes, with swallowed selectors and marks.
    pub end: usize,
    /// What it says to someone who copies or searches the text.
    pub says: Says,
}

/// What a glyph stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// One character.
    Char(char),
    /// A base character with a variation selector that changed the glyph.
    Varied(char, char),
    /// A character no font has; the stand-in is drawn.
    Missing(char),
}

/// The glyphs of a text, in order.
///
/// Variation selectors and invisible characters draw nothing: their bytes
/// belong to the glyph before them.
pub fn shapes(text: &str, bold: bool) -> impl Iterator<Item = Glyph> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, mut base) = rest.find(|(_, c)| !is_invisible(*c))?;
        let mut glyph = draw(base, start, start + base.len_utf8(), bold);
        while let Some(&(at, c)) = rest.peek() {
            let end = at + c.len_utf8();
            if is_selector(c) {
                vary(&mut glyph, base, c);
            } else if let Some(one) = compose(base, c) {
                glyph = draw(one, start, end, bold);
                base = one;
            } else if !is_invisible(c) {
                break;
            }
            glyph.end = end;
            rest.next();
        }
        if rest.peek().is_some_and(|&(_, next)| stands_close(base, next)) && glyph.advance_em > TIGHT {
            glyph.advance_em -= TIGHT;
            glyph.tight = true;
        }
        Some(glyph)
    })
}

/// By so much less a mark moves the pen before another: the empty halves of two marks are one [OWN-TIGHT-MARKS].
const TIGHT: f64 = 0.5;

/// Marks whose right half is empty.
const CLOSE: &str = "、。，．」』）】］｝〉》〕〗";
/// Marks whose left half is empty.
const OPEN: &str = "「『（【［｛〈《〔〖";

/// Whether between two marks stands one empty half too many.
fn stands_close(mark: char, next: char) -> bool {
    CLOSE.contains(mark) && (CLOSE.contains(next) || OPEN.contains(next)) || OPEN.contains(mark) && OPEN.contains(next)
}

/// All glyphs of a text.
pub fn shape(text: &str, bold: bool) -> Vec<Glyph> {
    shapes(text, bold).collect()
}

/// The width of a text in em.
pub fn width_em(text: &str, bold: bool) -> f64 {
    shapes(text, bold).map(|glyph| glyph.advance_em).sum()
}

fn draw(c: char, start: usize, end: usize, bold: bool) -> Glyph {
    // Spaces of other kinds are drawn as the space every font has.
    let shown = match c {
        '\t' => '\u{3000}',
        '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' => ' ',
        c => c,
    };
    let first = if bold { Face::Bold } else { Face::Regular };
    for face in [first, Face::Fallback] {
        let loaded = face.loaded();
        if let Some((id, advance)) = loaded.glyph(shown) {
            let advance_em = f64::from(advance) / f64::from(loaded.units_per_em());
            return Glyph { face, id, advance_em, tight: false, start, end, says: Says::Char(shown) };
        }
    }
    let id = first.loaded().glyph(STAND_IN).map_or(0, |(id, _)| id);
    Glyph { face: first, id, advance_em: 1.0, tight: false, start, end, says: Says::Missing(c) }
}

fn vary(glyph: &mut Glyph, base: char, selector: char) {
    if glyph.says == Says::Char(base)
        && let Some(id) = glyph.face.loaded().variation(base, selector)
    {
        glyph.id = id;
        glyph.says = Says::Varied(base, selector);
    }
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180D}')
}

fn is_invisible(c: char) -> bool {
    is_selector(c)
        || c.is_control() && c != '\t'
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}
