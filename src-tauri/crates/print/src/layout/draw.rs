//! Lines and texts → marks.

use crate::fonts::Face;
use crate::measure::a4::RULE_PT;
use crate::measure::{ALONE, BADGE_GAP, BADGE_PAD, BADGE_SIZE, Line, Type, What};

use super::ink::{Ink, Labels};
use super::page::Mark;
use super::signs::{BLANK, BOXED, EMPHASISED, TICK, TICKED};

/// The stroke of a tick.
const TICK_PT: f64 = 1.4;
/// From the baseline up to the middle of the em box, in em (BIZ UDGothic: ascent 0.88, descent 0.12).
const MIDDLE: f64 = 0.38;

impl Line {
    /// Draws it with its upper left corner at a place; with references in it, as soon as their labels are known.
    pub(super) fn draw(&self, left: f64, top: f64, marks: &mut Ink) {
        if self.items.iter().any(|item| matches!(item.what, What::PageRef(_))) {
            let line = self.clone();
            marks.later(move |labels, marks| line.drawn(left, top, labels, marks));
        } else {
            self.drawn(left, top, &Labels::default(), marks.marks());
        }
    }

    /// What follows a reference moves up to its label, so no gap shows.
    fn drawn(&self, left: f64, top: f64, labels: &Labels, marks: &mut Vec<Mark>) {
        let em = self.kind.em();
        // In a line to write on the letters stand low, with the room above the rule.
        let middle = top + self.height - self.kind.line() / 2.0;
        let baseline = middle + MIDDLE * em;
        let mut x = left;
        // In a list of references a page is said once; in running text every word counts.
        let list = self.items.iter().all(|item| matches!(item.what, What::PageRef(_)) || item.text.trim().is_empty());
        // Of several, the first is to be opened first.
        let several = self.items.iter().filter(|item| matches!(item.what, What::PageRef(_))).count() > 1;
        let mut said: Vec<String> = Vec::new();
        for item in &self.items {
            let mut width = item.width;
            match &item.what {
                What::Glyph { bold } => {
                    let emphasised = *bold && !self.kind.bold;
                    if emphasised {
                        marks.push(self.says(EMPHASISED));
                    }
                    marks.push(self.piece(&item.text, x, baseline, self.kind, *bold));
                    if emphasised {
                        marks.push(self.says(EMPHASISED));
                    }
                }
                What::Blank => {
                    let y = baseline + 0.14 * em;
                    marks.push(Mark::rule((x + 0.1 * em, y), (x + width - 0.1 * em, y)));
                    marks.push(self.says(&BLANK.repeat((item.width / em).round() as usize)));
                }
                What::Tick { done } => {
                    let side = 0.85 * em;
                    let at_mm = (x + 0.1 * em, middle - side / 2.0);
                    marks.push(Mark::Rect { at_mm, size_mm: (side, side), fill: None, stroke_pt: Some(0.7) });
                    if *done {
                        let (left, low) = (at_mm.0, middle + side / 2.0);
                        let foot = (left + 0.4 * side, low - 0.12 * side);
                        for (from, to) in
                            [((left + 0.1 * side, middle), foot), (foot, (left + 1.1 * side, low - 1.1 * side))]
                        {
                            marks.push(Mark::Line {
                                from_mm: from,
                                to_mm: to,
                                width_pt: TICK_PT,
                                grey: 0.0,
                                dotted: false,
                            });
                        }
                    }
                    marks.push(self.says(if *done { TICKED } else { TICK }));
                }
                What::Badge(word) => self.badge(word, x, width, middle, marks),
                What::PageRef(anchor) => {
                    let label = labels.of(anchor);
                    if list && said.iter().any(|one| one == label) {
                        continue;
                    }
                    let bold = self.kind.bold || (list && several && said.is_empty());
                    said.push(label.to_owned());
                    width = crate::fonts::width_em(label, bold) * em;
                    marks.push(self.piece(label, x, baseline, self.kind, bold));
                    marks.push(Mark::Link {
                        at_mm: (x, middle - 0.6 * em),
                        size_mm: (width, 1.2 * em),
                        to: anchor.clone(),
                    });
                }
            }
            x += width;
        }
        if !self.taken.is_empty() {
            marks.push(self.says(&self.taken));
        }
    }

    fn piece(&self, words: &str, x: f64, y: f64, kind: Type, bold: bool) -> Mark {
        part_of(self.of, text(words, x, y, kind, bold))
    }

    fn says(&self, text: &str) -> Mark {
        Mark::Says { text: text.to_owned(), of: self.of }
    }

    fn badge(&self, word: &str, x: f64, width: f64, middle: f64, marks: &mut Vec<Mark>) {
        let em = self.kind.em();
        let small = Type { size_pt: self.kind.size_pt * BADGE_SIZE, ..self.kind };
        let high = 1.05 * em;
        marks.push(Mark::Rect {
            at_mm: (x + BADGE_GAP * em, middle - high / 2.0),
            size_mm: (width - 2.0 * BADGE_GAP * em, high),
            fill: None,
            stroke_pt: Some(RULE_PT),
        });
        let inside = x + (BADGE_GAP + BADGE_PAD) * em;
        marks.push(self.says(BOXED[0]));
        marks.push(self.piece(word, inside, middle + MIDDLE * small.em(), small, false));
        marks.push(self.says(BOXED[1]));
    }
}

/// A text mark.
pub(super) fn text(text: &str, x_mm: f64, y_mm: f64, kind: Type, bold: bool) -> Mark {
    let face = if bold { Face::Bold } else { Face::Regular };
    Mark::Text { x_mm, y_mm, face, size_pt: kind.size_pt, grey: 0.0, text: text.into(), of: ALONE }
}

/// The same as a piece of a text.
pub(super) fn part_of(text: u32, mut mark: Mark) -> Mark {
    if let Mark::Text { of, .. } | Mark::Says { of, .. } = &mut mark {
        *of = text;
    }
    mark
}

/// The baseline of a line of this type whose top is at `top`.
pub(super) fn baseline(top: f64, kind: Type) -> f64 {
    top + kind.line() / 2.0 + MIDDLE * kind.em()
}
