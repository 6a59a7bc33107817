//! Rows of ruled boxes to write in → slabs. Edges and heights are whole half millimetres.

use crate::measure::a4::{BODY, HALF, WRITING, halved};
use crate::measure::{ALONE, Line, Setting, Type, lines, width};
use crate::outline::{BoxCell, Run};

use super::draw::{baseline, text};
use super::ink::Ink;
use super::page::Mark;
use super::prose::spaced;
use super::signs::BOX;
use super::slab::Slab;

/// Below a label, to write in: the label takes nothing from the hand.
const HAND: f64 = 8.0;
/// A label with so much room at its side needs none below: one writes in the same line.
const BY_ITS_SIDE: f64 = 20.0;
/// What a number with its decimals takes.
const NUMBER: f64 = 10.0;
/// Between a rule and what stands beside it.
const BESIDE: f64 = 1.0;
/// Labels: black, so that a bad copier keeps them.
const LABEL: Type = Type { size_pt: 8.0, leading_pt: 9.5, bold: false };
/// What a hand wrote: bold, so that it stands out from what is printed.
const WRITTEN: Type = Type { size_pt: 10.5, leading_pt: 11.5, bold: true };
/// Choices to tick, and units.
const CHOICE: Type = Type { size_pt: 9.5, leading_pt: 13.5, bold: false };

/// The rows under each other, in one outline.
pub(super) fn boxes(rows: &[Vec<BoxCell>], setting: &mut Setting) -> Vec<Slab> {
    let last = rows.len().saturating_sub(1);
    let mut slabs: Vec<Slab> = rows.iter().map(|row| drawn(row, setting)).collect();
    if let Some(slab) = slabs.last_mut() {
        slab.marks.push(Mark::rule((0.0, slab.height), (BODY, slab.height)));
    }
    for slab in slabs.iter_mut().take(last) {
        slab.with_next = true;
    }
    spaced(&mut slabs, 1.0, 2.0);
    slabs
}

/// A row: each box draws its left and upper rule, the row its right one.
fn drawn(row: &[BoxCell], setting: &mut Setting) -> Slab {
    let all: f64 = row.iter().map(|cell| cell.share).sum();
    let mut edges = vec![0.0];
    let mut so_far = 0.0;
    for cell in row {
        so_far += cell.share;
        edges.push((so_far / all * BODY / HALF).round() * HALF);
    }
    if let Some(last) = edges.last_mut() {
        *last = BODY;
    }
    let set: Vec<Set> =
        row.iter().zip(edges.windows(2)).map(|(cell, edge)| Set::of(cell, edge[1] - edge[0], setting)).collect();
    let height = set.iter().map(|set| set.height).fold(0.0, f64::max);
    // How many boxes, and how much room each has, is what a form says.
    let room: String =
        row.iter().map(|cell| format!("{BOX}{}{}", cell.lines, if cell.joined { "^" } else { "" })).collect();
    let says = Mark::Says { text: room, of: ALONE };
    let mut slab = Slab::new(halved(height), vec![says]);
    for ((cell, set), edge) in row.iter().zip(&set).zip(edges.windows(2)) {
        slab.marks.push(Mark::rule((edge[0], 0.0), (edge[0], slab.height)));
        if !cell.joined {
            slab.marks.push(Mark::rule((edge[0], 0.0), (edge[1], 0.0)));
        }
        set.draw(cell, (edge[0], edge[1]), slab.height, setting, &mut slab.marks);
    }
    slab.marks.push(Mark::rule((BODY, 0.0), (BODY, slab.height)));
    slab
}

/// What stands in a box, measured.
struct Set {
    label: Vec<Line>,
    ticks: Vec<Line>,
    /// What a hand wrote.
    hand: Vec<Line>,
    /// Whether what is written stands beside the label.
    by_label: bool,
    /// Whether choices, or room to write, stand beside the label: then the box need not be higher.
    beside: bool,
    height: f64,
}

impl Set {
    fn of(cell: &BoxCell, wide: f64, setting: &mut Setting) -> Self {
        let room = (wide - 2.0 * BESIDE).max(CHOICE.em());
        let label = lines(&[cell.label.as_str().into()], LABEL, room, setting);
        let mut runs: Vec<Run> = Vec::new();
        for tick in &cell.ticks {
            let sign = if cell.ticked.contains(tick) { Run::Ticked } else { Run::Tick };
            runs.extend([sign, Run::Keep(tick.clone()), Run::from("　")]);
        }
        let ticks = lines(&runs, CHOICE, room, setting);
        let tall = |list: &[Line]| list.iter().map(|line| line.height).sum::<f64>();
        let label_wide = label.iter().map(|line| line.width()).fold(0.0, f64::max);
        let beside = ticks.len() == 1
            && label.len() <= 1
            && cell.lines <= 1.0
            && label_wide + ticks[0].width() + 2.0 * BESIDE <= room;
        let hand = if ticks.is_empty() && !label.is_empty() { HAND } else { 0.0 };
        // Before a unit stands a number.
        let needed = if cell.unit.is_empty() { BY_ITS_SIDE } else { NUMBER + width(&cell.unit, CHOICE) };
        let beside = beside || hand > 0.0 && label.len() == 1 && room - label_wide >= needed;
        let hand_wide = width(&cell.hand, WRITTEN);
        let ticks_wide = ticks.first().map_or(0.0, |line| BESIDE + line.width());
        let by_label = beside
            && cell.lines <= 1.0
            && !cell.hand.contains('\n')
            && label_wide + BESIDE + hand_wide + ticks_wide <= room;
        let written = lines(&[Run::from(cell.hand.as_str())], WRITTEN, room, setting);
        let written = if cell.hand.is_empty() { Vec::new() } else { written };
        let natural = if by_label || (beside && written.is_empty()) {
            tall(&ticks).max(tall(&written))
        } else {
            0.8 + tall(&label) + (tall(&ticks) + tall(&written)).max(hand)
        };
        let hand = written;
        Self { label, ticks, hand, by_label, beside, height: natural.max(WRITING * cell.lines.max(1.0)) }
    }

    fn draw(&self, cell: &BoxCell, edge: (f64, f64), height: f64, setting: &mut Setting, marks: &mut Ink) {
        let x = edge.0 + BESIDE;
        let mut y = 0.8;
        for line in &self.label {
            line.draw(x, y, marks);
            y += line.height;
        }
        if let (true, Some(ticks)) = (self.beside, self.ticks.first()) {
            let right = edge.1 - BESIDE - ticks.width();
            ticks.draw(right, (height - ticks.height) / 2.0, marks);
        } else {
            // Below the label, at the foot of a box that is one row high; in a higher one room stays below.
            let tall: f64 = self.ticks.iter().map(|line| line.height).sum();
            let mut y = if cell.lines <= 1.0 { (height - tall).max(y) } else { y };
            for line in &self.ticks {
                line.draw(x, y, marks);
                y += line.height;
            }
        }
        // A hand writes low in a low box, and from the label down in a high one.
        let tall: f64 = self.hand.iter().map(|line| line.height).sum();
        let ticks: f64 = if self.beside { 0.0 } else { self.ticks.iter().map(|line| line.height).sum() };
        let (mut x, mut at) = (x, if cell.lines <= 1.0 { (height - tall - BESIDE).max(y) } else { y + ticks });
        if self.by_label {
            x += self.label.iter().map(|line| line.width()).fold(0.0, f64::max) + BESIDE;
            at = (height - tall) / 2.0;
        }
        for line in &self.hand {
            line.draw(x, at, marks);
            at += line.height;
        }
        if !cell.unit.is_empty() {
            crate::measure::note_missing(&cell.unit, setting);
            let at = edge.1 - BESIDE - width(&cell.unit, CHOICE);
            marks.push(text(&cell.unit, at, baseline(height - CHOICE.line(), CHOICE), CHOICE, false));
        }
    }
}
