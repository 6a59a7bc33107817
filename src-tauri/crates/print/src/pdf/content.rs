//! Marks → drawing operations of one page.

use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, Greyscale, Line, LineCapStyle, LineDashPattern, LinePoint, Mm, Op,
    PaintMode, PdfDocument, PdfFontHandle, PdfPage, Point, Pt, Rect, TextItem, TextMatrix,
};

use crate::fonts::{Face, Glyph, shape};
use crate::layout::{Mark, PAPER_HEIGHT_MM, PAPER_WIDTH_MM, Page};
use crate::outline::Paper;

use super::embed::{Embedded, id};

const PT: f64 = 72.0 / 25.4;
/// From A4 to A3.
const A3: f64 = 420.0 / 297.0;
/// Between the dots of a leader, in pt.
const DOTS_PT: f32 = 4.0;

/// A page with body and furniture: shades, then rules and frames, then text, so nothing covers anything.
pub(super) fn page(page: &Page, paper: Paper, embedded: &Embedded, document: &PdfDocument) -> PdfPage {
    let enlarged = if paper == Paper::Poster { A3 } else { 1.0 };
    let mut ops = Vec::new();
    if paper == Paper::Poster {
        let matrix = CurTransMat::Raw([enlarged as f32, 0.0, 0.0, enlarged as f32, 0.0, 0.0]);
        ops.push(Op::SetTransformationMatrix { matrix });
    }
    let marks = || page.body.iter().chain(&page.furniture);
    for mark in marks() {
        if let Mark::Rect { at_mm, size_mm, fill: Some(grey), .. } = mark {
            ops.push(fill_with(*grey));
            rect(*at_mm, *size_mm, PaintMode::Fill, &mut ops);
        }
    }
    for mark in &page.body {
        super::pictures::draw(mark, document, &mut ops);
    }
    for mark in marks() {
        match mark {
            Mark::Rect { at_mm, size_mm, stroke_pt: Some(width_pt), .. } => {
                ops.extend(pen(*width_pt, 0.0, false));
                rect(*at_mm, *size_mm, PaintMode::Stroke, &mut ops);
            }
            Mark::Line { from_mm, to_mm, width_pt, grey, dotted } => {
                line(*from_mm, *to_mm, *width_pt, *grey, *dotted, &mut ops);
            }
            _ => {}
        }
    }
    ops.push(Op::StartTextSection);
    for mark in marks() {
        if let Mark::Text { x_mm, y_mm, face, size_pt, grey, text, .. } = mark {
            ops.push(fill_with(*grey));
            write(text, *face, *size_pt, (*x_mm, *y_mm), embedded, &mut ops);
        }
    }
    ops.push(Op::EndTextSection);
    PdfPage::new(Mm((PAPER_WIDTH_MM * enlarged) as f32), Mm((PAPER_HEIGHT_MM * enlarged) as f32), ops)
}

fn rect(at: (f64, f64), size: (f64, f64), mode: PaintMode, ops: &mut Vec<Op>) {
    let corner = point((at.0, at.1 + size.1));
    // Without a mode printpdf draws nothing.
    let rectangle =
        Rect { x: corner.x, y: corner.y, width: pt(size.0), height: pt(size.1), mode: Some(mode), winding_order: None };
    ops.push(Op::DrawRectangle { rectangle });
}

fn line(from: (f64, f64), to: (f64, f64), width_pt: f64, grey: f64, dotted: bool, ops: &mut Vec<Op>) {
    ops.extend(pen(width_pt, grey, dotted));
    let points = [from, to].map(|end| LinePoint { p: point(end), bezier: false }).to_vec();
    ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
}

fn pen(width_pt: f64, grey: f64, dotted: bool) -> [Op; 4] {
    // A dash of length 0 with round ends is a dot.
    let dash = if dotted { LineDashPattern::new(0.0, &[0.0, DOTS_PT]) } else { LineDashPattern::solid() };
    let cap = if dotted { LineCapStyle::Round } else { LineCapStyle::Butt };
    [
        Op::SetOutlineColor { col: colour(grey) },
        Op::SetOutlineThickness { pt: Pt(width_pt as f32) },
        Op::SetLineDashPattern { dash },
        Op::SetLineCapStyle { cap },
    ]
}

/// Writes one line of text: runs of the same font, glyphs with a text of their own apart.
fn write(text: &str, face: Face, size_pt: f64, at: (f64, f64), embedded: &Embedded, ops: &mut Vec<Op>) {
    let glyphs = shape(text, face == Face::Bold);
    let mut x = at.0;
    for run in glyphs.chunk_by(|one, next| one.face == next.face) {
        ops.push(Op::SetFont { font: PdfFontHandle::External(id(run[0].face)), size: Pt(size_pt as f32) });
        let start = point((x, at.1));
        ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(start.x, start.y) });
        show(run, embedded, ops);
        x += run.iter().map(|glyph| glyph.advance_em).sum::<f64>() * size_pt / PT;
    }
}

fn show(run: &[Glyph], embedded: &Embedded, ops: &mut Vec<Op>) {
    let mut plain = String::new();
    for glyph in run {
        let drawn = embedded.drawn(glyph);
        if let Some(c) = drawn.plain {
            plain.push(c);
            continue;
        }
        flush(&mut plain, ops);
        let item = TextItem::GlyphIds(vec![Codepoint::with_cid(drawn.id, 0.0, drawn.says)]);
        match drawn.instead {
            Some(truth) => {
                ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".into(), properties: actual(&truth) });
                ops.push(Op::ShowText { items: vec![item] });
                ops.push(Op::EndMarkedContentWithProperties);
            }
            None => ops.push(Op::ShowText { items: vec![item] }),
        }
    }
    flush(&mut plain, ops);
}

fn flush(plain: &mut String, ops: &mut Vec<Op>) {
    if !plain.is_empty() {
        ops.push(Op::ShowText { items: vec![TextItem::Text(std::mem::take(plain))] });
    }
}

/// The true text of what is drawn, for whoever copies or searches it: UTF-16 with its mark.
fn actual(text: &str) -> DictItem {
    let bytes = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let map = [("ActualText".to_owned(), DictItem::String { data: bytes, literal: false })].into_iter().collect();
    DictItem::Dict { map }
}

fn fill_with(grey: f64) -> Op {
    Op::SetFillColor { col: colour(grey) }
}

fn colour(grey: f64) -> Color {
    Color::Greyscale(Greyscale { percent: grey as f32, icc_profile: None })
}

/// From mm below the upper edge to points above the lower.
fn point(at: (f64, f64)) -> Point {
    Point { x: pt(at.0), y: pt(PAPER_HEIGHT_MM - at.1) }
}

fn pt(mm: f64) -> Pt {
    // Hundredths are finer than any printer and keep the file small.
    Pt(((mm * PT * 100.0).round() / 100.0) as f32)
}
