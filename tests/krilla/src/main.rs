//! Our placed pages through krilla: `krilla-pages pages.json FONTS out.pdf`. Text, rules and rectangles at their places; no
//! bookmarks, links or metadata.

use krilla::Document;
use krilla::color::luma;
use krilla::geom::{PathBuilder, Point, Rect, Size};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

const PT: f64 = 72.0 / 25.4;

/// A font, and the glyph and advance of each character asked for so far.
struct Face {
    font: Font,
    parsed: ttf_parser::Face<'static>,
    known: HashMap<char, (u16, f32)>,
}

impl Face {
    fn read(path: &Path) -> Self {
        let bytes: &'static [u8] = Box::leak(std::fs::read(path).expect("a font").into_boxed_slice());
        let font = Font::new(bytes.to_vec().into(), 0).expect("a font krilla reads");
        Self { font, parsed: ttf_parser::Face::parse(bytes, 0).expect("a font"), known: HashMap::new() }
    }

    fn glyphs(&mut self, text: &str) -> Vec<KrillaGlyph> {
        let mut out = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            let (parsed, known) = (&self.parsed, &mut self.known);
            let (id, advance) = *known.entry(c).or_insert_with(|| {
                let id = parsed.glyph_index(c).map_or(0, |id| id.0);
                let advance = parsed.glyph_hor_advance(ttf_parser::GlyphId(id)).unwrap_or(0);
                (id, f32::from(advance) / f32::from(parsed.units_per_em()))
            });
            let range = at..at + c.len_utf8();
            out.push(KrillaGlyph::new(GlyphId::new(id.into()), advance, 0.0, 0.0, 0.0, range, None));
        }
        out
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pages, fonts, out] = &arguments[..] else { panic!("pages.json FONTS out.pdf") };
    let pages: Value = serde_json::from_slice(&std::fs::read(pages).expect("pages")).expect("JSON");
    let face = |name: &str| Face::read(&Path::new(fonts).join(name));
    let (mut regular, mut bold) = (face("BIZUDGothic-Regular.ttf"), face("BIZUDGothic-Bold.ttf"));
    let mut document = Document::new();
    for marks in pages.as_array().expect("pages") {
        let mut page = document.start_page_with(PageSettings::new(Size::from_wh(595.28, 841.89).expect("A4")));
        let mut surface = page.surface();
        for mark in marks.as_array().expect("marks") {
            let face = if mark["bold"] == true { &mut bold } else { &mut regular };
            draw(mark, face, &mut surface);
        }
        surface.finish();
        page.finish();
    }
    std::fs::write(out, document.finish().expect("a PDF")).expect("written");
}

fn draw(mark: &Value, face: &mut Face, surface: &mut Surface) {
    let number = |value: &Value| value.as_f64().unwrap_or(0.0);
    let mm = |value: &Value| (number(value) * PT) as f32;
    let grey = |value: &Value| luma::Color::new((number(value) * 255.0) as u8);
    let pen = |mark: &Value| Stroke { paint: grey(&mark["grey"]).into(), width: number(&mark["width"]) as f32, ..Stroke::default() };
    let fill = |value: &Value| Fill { paint: grey(value).into(), opacity: NormalizedF32::ONE, ..Fill::default() };
    if let Some(text) = mark["text"].as_str() {
        surface.set_stroke(None);
        surface.set_fill(Some(fill(&mark["grey"])));
        let glyphs = face.glyphs(text);
        let start = Point::from_xy(mm(&mark["x"]), mm(&mark["y"]));
        surface.draw_glyphs(start, &glyphs, face.font.clone(), text, number(&mark["size"]) as f32, false);
        return;
    }
    let mut path = PathBuilder::new();
    if mark["line"].is_array() {
        let line = &mark["line"];
        path.move_to(mm(&line[0]), mm(&line[1]));
        path.line_to(mm(&line[2]), mm(&line[3]));
        surface.set_fill(None);
        surface.set_stroke(Some(pen(mark)));
    } else {
        let rect = &mark["rect"];
        path.push_rect(Rect::from_xywh(mm(&rect[0]), mm(&rect[1]), mm(&rect[2]), mm(&rect[3])).expect("a rectangle"));
        surface.set_fill(mark["fill"].as_f64().map(|_| fill(&mark["fill"])));
        surface.set_stroke((number(&mark["width"]) > 0.0).then(|| pen(mark)));
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}
