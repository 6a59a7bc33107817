//! The fonts of the paper: which glyph draws which character, and how wide it is.
//!
//! The chain is BIZ UDGothic (regular or bold) → Sonae Fallback → the stand-in
//! 〓. Deliberately not here: shaping and kerning; the chosen fonts need neither
//! for Japanese, and widths from a table are fifty times quicker.

mod kana;
mod load;
mod shape;

pub use shape::{Glyph, Says, shape, shapes, width_em};

/// A font file that glyphs come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// BIZ UDGothic Regular.
    Regular,
    /// BIZ UDGothic Bold.
    Bold,
    /// Sonae Fallback: characters of names that BIZ UDGothic lacks. It has no bold.
    Fallback,
}

/// What stands for a character no font has: the geta mark.
pub const STAND_IN: char = '〓';

#[cfg(test)]
mod tests {
    use super::*;

    fn faces(text: &str) -> Vec<Face> {
        shape(text, false).iter().map(|glyph| glyph.face).collect()
    }

    #[test]
    fn characters_of_names_are_found_along_the_chain() {
        assert_eq!(faces("髙﨑㈱"), [Face::Regular; 3], "BIZ UDGothic has these itself");
        assert_eq!(faces("𠮷⚠⼀"), [Face::Fallback; 3], "these only the fall-back has");
        for rare in "\u{20B9F}\u{2123D}\u{2131B}\u{2146E}\u{218BD}\u{21E34}\u{25874}\u{28EF6}\u{29FD7}".chars() {
            let glyph = &shape(&rare.to_string(), true)[0];
            assert_eq!(glyph.says, Says::Char(rare), "U+{:X} is drawn", rare as u32);
        }
    }

    #[test]
    fn a_variation_selector_picks_another_glyph_and_takes_no_room() {
        let plain = shape("辻", false);
        let varied = shape("辻\u{E0100}", false);
        assert_eq!(varied.len(), 1, "the selector is swallowed");
        assert_eq!(varied[0].end, "辻\u{E0100}".len(), "and stays in the text of its base");
        assert_eq!(varied[0].advance_em, plain[0].advance_em);
        assert_eq!(shape("\u{26A0}\u{FE0F}", false).len(), 1, "emoji selectors too");
    }

    #[test]
    fn kana_with_a_combining_mark_is_one_glyph() {
        let glyphs = shape("か\u{3099}ハ\u{309A}", false);
        let says: Vec<_> = glyphs.iter().map(|glyph| glyph.says.clone()).collect();
        assert_eq!(says, [Says::Char('が'), Says::Char('パ')]);
    }

    #[test]
    fn what_no_font_has_becomes_a_stand_in() {
        let glyphs = shape("\u{1F600}", false);
        assert_eq!(glyphs[0].says, Says::Missing('\u{1F600}'));
        assert_eq!(glyphs[0].id, shape("〓", false)[0].id);
    }

    #[test]
    fn full_width_is_one_em_and_half_width_half() {
        assert!((width_em("備え", false) - 2.0).abs() < 1e-9);
        assert!((width_em("A-1", true) - 1.5).abs() < 1e-9);
    }
}
