//! Writes the drawing operators of one page (ISO 32000-1, annex A), and what they leave set only when it changes.

use std::io::Write;

use crate::fonts::Face;

/// A page being drawn. Lengths in points from the lower left corner.
#[derive(Default)]
pub(super) struct Operators {
    out: Vec<u8>,
    fill: Option<i64>,
    font: Option<(Face, i64)>,
    pen: Option<Pen>,
}

/// How lines are drawn; numbers in hundredths.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pen {
    width: i64,
    grey: i64,
    dotted: bool,
}

/// Between the dots of a leader, in pt.
const DOTS: f64 = 4.0;

impl Operators {
    /// All of them.
    pub(super) fn bytes(self) -> Vec<u8> {
        self.out
    }

    /// Transforms all that follows.
    pub(super) fn transform(&mut self, matrix: [f64; 6]) {
        for value in matrix {
            // Finer than hundredths: a factor moves the far end of a page.
            write!(self.out, "{} ", (value * 1e7).round() / 1e7).expect("memory takes everything");
        }
        self.word("cm");
    }

    /// Grey of areas and letters that follow; 0 is black.
    pub(super) fn fill(&mut self, grey: f64) {
        if self.fill.replace(hundredths(grey)) != Some(hundredths(grey)) {
            self.numbers([grey]);
            self.word("g");
        }
    }

    /// Thickness and grey of lines that follow.
    pub(super) fn pen(&mut self, width: f64, grey: f64, dotted: bool) {
        let pen = Pen { width: hundredths(width), grey: hundredths(grey), dotted };
        let before = self.pen.replace(pen);
        if before.map(|one| one.grey) != Some(pen.grey) {
            self.numbers([grey]);
            self.word("G");
        }
        if before.map(|one| one.width) != Some(pen.width) {
            self.numbers([width]);
            self.word("w");
        }
        if before.map(|one| one.dotted) != Some(dotted) {
            // A dash of length 0 with round ends is a dot.
            self.out.extend_from_slice(if dotted { b"[0 " } else { b"[" });
            if dotted {
                self.numbers([DOTS]);
            }
            self.out.extend_from_slice(if dotted { b"] 0 d 1 J\n" } else { b"] 0 d 0 J\n" });
        }
    }

    /// Fills a rectangle by its lower left corner and its size.
    pub(super) fn filled(&mut self, rectangle: [f64; 4]) {
        self.numbers(rectangle);
        self.word("re f");
    }

    /// Draws the edge of one.
    pub(super) fn framed(&mut self, rectangle: [f64; 4]) {
        self.numbers(rectangle);
        self.word("re S");
    }

    /// Draws a line.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.numbers([from.0, from.1]);
        self.out.extend_from_slice(b"m ");
        self.numbers([to.0, to.1]);
        self.word("l S");
    }

    /// Draws an object of the file into a unit square transformed by `matrix`.
    pub(super) fn object(&mut self, name: &str, matrix: [f64; 6]) {
        self.word("q");
        self.transform(matrix);
        writeln!(self.out, "/{name} Do").expect("memory takes everything");
        self.word("Q");
    }

    /// Begins the texts.
    pub(super) fn begin_text(&mut self) {
        self.word("BT");
    }

    /// Ends them.
    pub(super) fn end_text(&mut self) {
        self.word("ET");
    }

    /// The font of texts that follow, by its name in the file, and where the next one begins.
    pub(super) fn at(&mut self, face: Face, name: &str, size: f64, (x, y): (f64, f64)) {
        if self.font.replace((face, hundredths(size))) != Some((face, hundredths(size))) {
            write!(self.out, "/{name} ").expect("memory takes everything");
            self.numbers([size]);
            self.word("Tf");
        }
        self.out.extend_from_slice(b"1 0 0 1 ");
        self.numbers([x, y]);
        self.word("Tm");
    }

    /// Shows glyphs of the font.
    pub(super) fn show(&mut self, glyphs: &[u16]) {
        if glyphs.is_empty() {
            return;
        }
        self.out.push(b'<');
        for byte in glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()) {
            self.hex(byte);
        }
        self.word("> Tj");
    }

    /// Shows glyphs that say something else than their font notes: UTF-16 with its mark, for whoever copies or searches.
    pub(super) fn show_for(&mut self, glyphs: &[u16], says: &str) {
        self.out.extend_from_slice(b"/Span <</ActualText <FEFF");
        for byte in says.encode_utf16().flat_map(u16::to_be_bytes) {
            self.hex(byte);
        }
        self.word(">>> BDC");
        self.show(glyphs);
        self.word("EMC");
    }

    fn word(&mut self, word: &str) {
        self.out.extend_from_slice(word.as_bytes());
        self.out.push(b'\n');
    }

    fn hex(&mut self, byte: u8) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        self.out.extend([DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }

    fn numbers<const N: usize>(&mut self, values: [f64; N]) {
        for value in values {
            self.number(hundredths(value));
            self.out.push(b' ');
        }
    }

    /// A number in hundredths as text: 1200 is 12, 1250 is 12.5.
    fn number(&mut self, hundredths: i64) {
        if hundredths < 0 {
            self.out.push(b'-');
        }
        let (mut whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        let mut digits = [0_u8; 20];
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (whole % 10) as u8;
            whole /= 10;
            if whole == 0 {
                break;
            }
        }
        self.out.extend_from_slice(&digits[at..]);
        if part > 0 {
            self.out.extend([b'.', b'0' + (part / 10) as u8]);
            if part % 10 > 0 {
                self.out.push(b'0' + (part % 10) as u8);
            }
        }
    }
}

/// Hundredths are finer than any printer and keep the file small.
fn hundredths(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(draw: impl FnOnce(&mut Operators)) -> String {
        let mut page = Operators::default();
        draw(&mut page);
        String::from_utf8(page.bytes()).unwrap()
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let numbers = |values: [f64; 4]| written(|page| page.filled(values));
        assert_eq!(numbers([0.0, 12.0, 12.5, 12.345]), "0 12 12.5 12.35 re f\n");
        assert_eq!(numbers([-0.001, -0.5, 1e9, 0.05]), "0 -0.5 1000000000 0.05 re f\n");
    }

    #[test]
    fn what_is_set_is_not_set_again() {
        let drawn = written(|page| {
            for _ in 0..2 {
                page.fill(0.0);
                page.pen(0.4, 0.0, false);
                page.line((0.0, 0.0), (1.0, 1.0));
            }
            page.pen(0.4, 0.0, true);
        });
        assert_eq!(drawn, "0 g\n0 G\n0.4 w\n[] 0 d 0 J\n0 0 m 1 1 l S\n0 0 m 1 1 l S\n[0 4 ] 0 d 1 J\n");
    }

    #[test]
    fn what_a_glyph_does_not_say_is_said_beside_it() {
        let drawn = written(|page| page.show_for(&[0x0102], "𠮷"));
        assert_eq!(drawn, "/Span <</ActualText <FEFFd842dfb7>>> BDC\n<0102> Tj\nEMC\n");
    }
}
