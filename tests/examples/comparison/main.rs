//! What `cargo xtask compare` gives other programs to set: the binder of a plan as Typst, as HTML, and as placed pages.
//! `cargo run --release -p suite --example comparison -- PLAN FOLDER`
//!
//! The text is the same word for word, in tables where we set tables; pages, forms and drawings are not.
#![allow(clippy::disallowed_methods, reason = "an example is no part of the program")]

mod html;
mod pages;
mod text;
mod typst;

use binder::print::{self, Composing, Document};
use binder::{Snapshot, Unwatched};
use std::path::Path;
use suite::scene::open;

/// The day all of them are printed.
const DATE: &str = "2026-11-22";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [plan, folder] = &arguments[..] else { panic!("PLAN FOLDER") };
    let Snapshot { plan, template, .. } = open(Path::new(plan), true).0.snapshot();
    let outline = Document::binder().compose(&Composing::hq(&plan, &template, DATE));
    let put = |name: &str, text: String| std::fs::write(Path::new(folder).join(name), text).expect("written");
    put("binder.typ", typst::whole(&outline));
    put("binder.html", html::whole(&outline));
    let laid = print::layout(outline, &Unwatched).expect("nobody cancels");
    put("pages.json", pages::whole(&laid));
}
