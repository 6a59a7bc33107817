//! Runs → atoms: the smallest things a line is filled with, each with its width.

use crate::fonts::{Says, shapes, width_em};
use crate::outline::Run;

use super::a4::Type;
use super::setting::Setting;

/// The text of all page references takes the width of this, so resolving never re-breaks a line.
const WIDEST_LABEL: &str = "WW-000";
/// Stands for blanks, badges and references in the text the breaking rules read:
/// an ideograph, because lines may break on both sides of one.
const OBJECT: char = '国';
/// Stands for a box to tick: no line ends behind it, because the word it belongs to follows.
const OPENING: char = '（';
/// Width of a box to tick with its room, in em.
const TICK: f64 = 1.2;
/// Letters of a badge, against those around it.
pub(crate) const BADGE_SIZE: f64 = 0.8;
/// Room between the frame of a badge and its letters, in em of the surrounding text.
pub(crate) const BADGE_PAD: f64 = 0.2;
/// Room around a badge, in em.
pub(crate) const BADGE_GAP: f64 = 0.15;

/// Something with a width that no line break divides.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    /// Where its text begins in [`Atoms::text`], in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Its first character.
    pub(super) first: char,
    /// In mm.
    pub(super) width: f64,
    /// What it is.
    pub(super) what: What,
}

/// Kinds of atom.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum What {
    /// A glyph.
    Glyph {
        /// Whether it is bold.
        bold: bool,
    },
    /// A rule to write on.
    Blank,
    /// A box to tick.
    Tick {
        /// Whether it is.
        done: bool,
    },
    /// A boxed word.
    Badge(String),
    /// A page label.
    PageRef(String),
}

/// The atoms of one paragraph without forced breaks.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    /// The text, objects as ideographs.
    pub(super) text: String,
    /// In reading order.
    pub(super) atoms: Vec<Atom>,
}

/// Sets the atoms of runs, once for each forced line. What is too long for a line of `width` mm cannot be kept on one.
pub(super) fn paragraphs(runs: &[Run], kind: Type, width: f64, setting: &mut Setting, mut set: impl FnMut(&mut Atoms)) {
    let em = kind.em();
    let too_long = |text: &str| super::lines::width(text, kind) > width;
    let mut here = std::mem::take(&mut setting.paragraph);
    for run in runs {
        match run {
            Run::Keep(text) if !too_long(text) => here.word(text, kind.bold, em, setting),
            Run::Text(text) | Run::Bold(text) | Run::Keep(text) => {
                let bold = kind.bold || matches!(run, Run::Bold(_));
                for (nth, piece) in text.split('\n').enumerate() {
                    if nth > 0 {
                        set(&mut here);
                        here.clear();
                    }
                    here.glyphs(piece, bold, em, setting);
                }
            }
            Run::Blank(wide) => here.object(What::Blank, f64::from(*wide) * em),
            Run::Tick | Run::Ticked => {
                here.object_as(OPENING, What::Tick { done: *run == Run::Ticked }, TICK * em);
            }
            Run::Badge(word) => {
                note_missing(word, setting);
                let width = width_em(word, false) * BADGE_SIZE + 2.0 * (BADGE_PAD + BADGE_GAP);
                here.object(What::Badge(word.clone()), width * em);
            }
            Run::PageRef(anchor) => {
                here.object(What::PageRef(anchor.clone()), width_em(WIDEST_LABEL, kind.bold) * em);
            }
        }
    }
    set(&mut here);
    here.clear();
    setting.paragraph = here;
}

/// Reports the characters of a text that no font has.
pub(crate) fn note_missing(text: &str, setting: &mut Setting) {
    for glyph in shapes(text, false) {
        if let Says::Missing(character) = glyph.says {
            setting.miss(character);
        }
    }
}

impl Atoms {
    fn clear(&mut self) {
        self.text.clear();
        self.atoms.clear();
    }

    fn glyphs(&mut self, text: &str, bold: bool, em: f64, setting: &mut Setting) {
        let from = self.text.len();
        self.text.push_str(text);
        for glyph in shapes(text, bold) {
            if let Says::Missing(character) = glyph.says {
                setting.miss(character);
            }
            self.atoms.push(Atom {
                start: from + glyph.start,
                end: from + glyph.end,
                first: text[glyph.start..].chars().next().unwrap_or(' '),
                width: glyph.advance_em * em,
                what: What::Glyph { bold },
            });
        }
    }

    /// One atom for a whole text; what holds it together holds it on one line.
    fn word(&mut self, text: &str, bold: bool, em: f64, setting: &mut Setting) {
        note_missing(text, setting);
        let start = self.text.len();
        self.text.push_str(text);
        self.atoms.push(Atom {
            start,
            end: self.text.len(),
            first: text.chars().next().unwrap_or(' '),
            width: width_em(text, bold) * em,
            what: What::Glyph { bold },
        });
    }

    fn object(&mut self, what: What, width: f64) {
        self.object_as(OBJECT, what, width);
    }

    fn object_as(&mut self, stands_for: char, what: What, width: f64) {
        let start = self.text.len();
        self.text.push(stands_for);
        self.atoms.push(Atom { start, end: self.text.len(), first: stands_for, width, what });
    }
}
