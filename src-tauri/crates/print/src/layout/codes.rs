//! QR codes → slabs of four. The matrix comes from a library; a code is drawn as black squares, so a copier keeps it.

use qrcode::{Color, EcLevel, QrCode};

use crate::measure::a4::BODY;
use crate::measure::{ALONE, Line, Setting, Type, lines};

use super::ink::Ink;
use super::page::Mark;
use super::prose::spaced;
use super::slab::Slab;

/// Side of a code with its quiet margin, in mm: a telephone reads it from a hand's breadth.
const SIDE: f64 = 28.0;
/// Codes beside each other.
const ACROSS: usize = 4;
/// Modules left white around a code (ISO/IEC 18004).
const QUIET: usize = 4;

/// The codes, words below each. What does not fit into a code is left out; its words stay.
pub(super) fn codes(list: &[(String, String)], setting: &mut Setting) -> Vec<Slab> {
    let mut slabs: Vec<Slab> = list.chunks(ACROSS).map(|row| drawn(row, setting)).collect();
    spaced(&mut slabs, 2.0, 4.0);
    slabs
}

fn drawn(row: &[(String, String)], setting: &mut Setting) -> Slab {
    let wide = BODY / ACROSS as f64;
    let set: Vec<Vec<Line>> =
        row.iter().map(|(words, _)| lines(&[words.as_str().into()], Type::CELL, wide - 4.0, setting)).collect();
    let tall = |list: &Vec<Line>| list.iter().map(|line| line.height).sum::<f64>();
    let mut slab = Slab::new(SIDE + set.iter().map(tall).fold(0.0, f64::max), Vec::new());
    for (nth, ((_, says), words)) in row.iter().zip(&set).enumerate() {
        let left = wide * nth as f64;
        matrix(says, left, &mut slab.marks);
        slab.marks.push(Mark::Says { text: says.clone(), of: ALONE });
        let mut y = SIDE;
        for line in words {
            line.draw(left, y, &mut slab.marks);
            y += line.height;
        }
    }
    slab
}

fn matrix(says: &str, left: f64, marks: &mut Ink) {
    let Ok(code) = QrCode::with_error_correction_level(says, EcLevel::M) else { return };
    let modules = code.width();
    let each = SIDE / (modules + 2 * QUIET) as f64;
    let at = |nth: usize| each * (nth + QUIET) as f64;
    for (y, row) in code.to_colors().chunks(modules).enumerate() {
        // Dark modules beside each other are one rectangle: no hair lines between them.
        let mut x = 0;
        while x < modules {
            let run = row[x..].iter().take_while(|colour| **colour == Color::Dark).count();
            if run > 0 {
                let at_mm = (left + at(x), at(y));
                marks.push(Mark::Rect { at_mm, size_mm: (each * run as f64, each), fill: Some(0.0), stroke_pt: None });
            }
            x += run.max(1);
        }
    }
}
