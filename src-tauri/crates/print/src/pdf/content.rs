//! Marks → the drawing operators of one page.

use std::collections::BTreeSet;

use crate::fonts::{Face, Glyph, shapes};
use crate::layout::{Mark, PAPER_HEIGHT_MM, Page};
use crate::outline::Paper;

use super::embed::{Embedded, tag};
use super::operators::Operators;
use super::pictures;
use super::{A3, PT};

/// A page with body and furniture: shades, then pictures, rules and frames, then text, so nothing covers anything.
/// `there` are the hashes of the pictures the file has.
pub(super) fn content(page: &Page, paper: Paper, embedded: &Embedded, there: &BTreeSet<String>) -> Vec<u8> {
    let mut drawn = Operators::default();
    if paper == Paper::Poster {
        drawn.transform([A3, 0.0, 0.0, A3, 0.0, 0.0]);
    }
    let marks = || page.body.iter().chain(&page.furniture);
    for mark in marks() {
        if let Mark::Rect { at_mm, size_mm, fill: Some(grey), .. } = mark {
            drawn.fill(*grey);
            drawn.filled(rectangle(*at_mm, *size_mm));
        }
    }
    for mark in &page.body {
        if let Mark::Picture { at_mm, size_mm, turned, hash } = mark
            && there.contains(hash)
        {
            drawn.object(&pictures::name(hash), pictures::matrix(rectangle(*at_mm, *size_mm), *turned));
        }
    }
    let mut upright = Upright::default();
    for mark in marks() {
        match mark {
            Mark::Rect { at_mm, size_mm, stroke_pt: Some(width), .. } => {
                drawn.pen(*width, 0.0, false);
                drawn.framed(rectangle(*at_mm, *size_mm));
            }
            Mark::Line { from_mm, to_mm, width_pt, grey, dotted } => {
                let line = Straight { from: *from_mm, to: *to_mm, width: *width_pt, grey: *grey, dotted: *dotted };
                upright.add(line, &mut drawn);
            }
            _ => {}
        }
    }
    upright.end(&mut drawn);
    drawn.begin_text();
    let mut glyphs = Vec::new();
    for mark in marks() {
        if let Mark::Text { x_mm, y_mm, face, size_pt, grey, text, .. } = mark {
            drawn.fill(*grey);
            glyphs.clear();
            glyphs.extend(shapes(text, *face == Face::Bold));
            write(&glyphs, *size_pt, point((*x_mm, *y_mm)), embedded, &mut drawn);
        }
    }
    drawn.end_text();
    drawn.bytes()
}

/// A line, in mm.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Straight {
    from: (f64, f64),
    to: (f64, f64),
    width: f64,
    grey: f64,
    dotted: bool,
}

impl Straight {
    fn draw(self, drawn: &mut Operators) {
        drawn.pen(self.width, self.grey, self.dotted);
        drawn.line(point(self.from), point(self.to));
    }

    /// Whether this one goes on, downwards, where `above` ends.
    fn continues(&self, above: &Self) -> bool {
        let same = |one: f64, other: f64| (one - other).abs() < 1e-6;
        (self.width, self.grey, self.dotted) == (above.width, above.grey, above.dotted)
            && same(self.from.0, above.to.0)
            && same(self.from.1, above.to.1)
    }
}

/// Upright rules that may go on: each row of a table draws its own piece of them, and a page has forty rows.
#[derive(Default)]
struct Upright(Vec<Straight>);

impl Upright {
    fn add(&mut self, line: Straight, drawn: &mut Operators) {
        if line.dotted || line.from.0 != line.to.0 || line.from.1 >= line.to.1 {
            line.draw(drawn);
            return;
        }
        match self.0.iter_mut().find(|above| line.continues(above)) {
            Some(above) => above.to = line.to,
            None => self.0.push(line),
        }
    }

    fn end(self, drawn: &mut Operators) {
        self.0.into_iter().for_each(|line| line.draw(drawn));
    }
}

/// Writes one line of text: glyphs of the same font together.
fn write(glyphs: &[Glyph], size_pt: f64, (mut x, y): (f64, f64), embedded: &Embedded, drawn: &mut Operators) {
    let mut ids = Vec::with_capacity(glyphs.len());
    for run in glyphs.chunk_by(|one, next| one.face == next.face) {
        drawn.at(run[0].face, tag(run[0].face), size_pt, (x, y));
        for glyph in run {
            let (id, instead) = embedded.drawn(glyph);
            match instead {
                Some(says) => {
                    drawn.show(&std::mem::take(&mut ids));
                    drawn.show_for(&[id], &says);
                }
                None => ids.push(id),
            }
            x += glyph.advance_em * size_pt;
            // The file moves as far as the font says: what stands closer is put there.
            if glyph.tight {
                drawn.show(&std::mem::take(&mut ids));
                drawn.at(glyph.face, tag(glyph.face), size_pt, (x, y));
            }
        }
        drawn.show(&ids);
        ids.clear();
    }
}

/// Lower left corner and size in points.
fn rectangle(at_mm: (f64, f64), size_mm: (f64, f64)) -> [f64; 4] {
    let (x, y) = point((at_mm.0, at_mm.1 + size_mm.1));
    [x, y, size_mm.0 * PT, size_mm.1 * PT]
}

/// From mm below the upper edge to points above the lower.
fn point(at_mm: (f64, f64)) -> (f64, f64) {
    (at_mm.0 * PT, (PAPER_HEIGHT_MM - at_mm.1) * PT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(x: f64, from: f64, to: f64) -> Straight {
        Straight { from: (x, from), to: (x, to), width: 0.4, grey: 0.0, dotted: false }
    }

    fn drawn(lines: &[Straight]) -> Vec<String> {
        let (mut upright, mut drawn) = (Upright::default(), Operators::default());
        lines.iter().for_each(|one| upright.add(*one, &mut drawn));
        upright.end(&mut drawn);
        let text = String::from_utf8(drawn.bytes()).unwrap();
        text.lines().filter(|line| line.ends_with("l S")).map(str::to_owned).collect()
    }

    #[test]
    fn upright_rules_that_go_on_are_one_line_and_no_others() {
        let two_columns = [line(10.0, 0.0, 5.0), line(20.0, 0.0, 5.0), line(10.0, 5.0, 9.0), line(20.0, 5.0, 9.0)];
        assert_eq!(drawn(&two_columns), drawn(&[line(10.0, 0.0, 9.0), line(20.0, 0.0, 9.0)]));
        for other in [
            line(10.0, 5.1, 9.0),
            line(10.1, 5.0, 9.0),
            Straight { width: 0.8, ..line(10.0, 5.0, 9.0) },
            Straight { grey: 0.5, ..line(10.0, 5.0, 9.0) },
            Straight { dotted: true, ..line(10.0, 5.0, 9.0) },
            Straight { from: (10.0, 5.0), to: (30.0, 5.0), ..line(10.0, 5.0, 5.0) },
        ] {
            assert_eq!(drawn(&[line(10.0, 0.0, 5.0), other]).len(), 2, "{other:?}");
        }
    }
}
