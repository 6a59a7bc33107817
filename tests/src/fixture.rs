//! Plans that earlier programs wrote, and what those programs printed of them (`tests/fixtures/README.md`).

use crate::checkout;
use crate::scene::Scene;
use crate::witness::tool;
use binder::{Binder, Copy, Document, PrintRequest, Unwatched};
use brotli::enc::BrotliEncoderParams;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// The day all of them were printed.
pub const DATE: &str = "2026-11-22";

/// How the head of a document begins in the text of what was printed.
const HEAD: &str = "=== sonae print --document ";

/// What one `sonae print` put on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheaf {
    /// Schema version of the program that wrote the plan.
    pub version: u32,
    /// Name of the document.
    pub document: String,
    /// Which copy: `hq`, `ward` or `ward:NAME`.
    pub copy: String,
    /// Its pages as lines; a line is its words with one space between.
    pub pages: Vec<Vec<String>>,
}

/// Rows by kind and id; what is not there is `null` where two states are compared.
pub type Rows = BTreeMap<String, Value>;

/// What undo and redo do: by its name the operation, and the rows it makes others.
pub type Steps = BTreeMap<String, (String, Rows)>;

/// A scene with the plan the program of that schema version wrote.
///
/// # Panics
/// When there is none.
pub fn plan(version: u32) -> Scene {
    let scene = Scene::empty();
    std::fs::write(&scene.plan, unpacked(&format!("plan-v{version}.sonae"))).expect("written");
    scene
}

/// The rows of that plan as its program exported them.
///
/// # Panics
/// When there are none.
pub fn rows(version: u32) -> Rows {
    serde_json::from_slice(&unpacked(&format!("rows-v{version}.json"))).expect("JSON")
}

/// The rows of an open plan, as its JSON has them.
///
/// # Panics
/// When it cannot be exported.
pub fn rows_of(binder: &Binder) -> Rows {
    let whole: Value = serde_json::from_str(&binder.export_json(&binder::Unwatched).expect("exported")).expect("JSON");
    let mut rows = Rows::new();
    for (noun, list) in whole["rows"].as_object().expect("kinds") {
        for row in list.as_array().expect("rows") {
            rows.insert(format!("{noun} {}", row["id"].as_str().expect("an id")), row.clone());
        }
    }
    rows
}

/// What undo and redo would do next, as that program did it on a copy.
///
/// # Panics
/// When it is not there.
pub fn steps(version: u32) -> Steps {
    serde_json::from_slice(&unpacked(&format!("steps-v{version}.json"))).expect("JSON")
}

/// What that program printed of it.
///
/// # Panics
/// When there is none.
pub fn printed(version: u32) -> Vec<Sheaf> {
    let text = String::from_utf8(unpacked(&format!("printed-v{version}.txt"))).expect("UTF-8");
    let mut sheaves: Vec<Sheaf> = Vec::new();
    for line in text.split_terminator('\n') {
        if let Some((document, copy)) = line.strip_prefix(HEAD).and_then(|rest| rest.split_once(" --copy ")) {
            sheaves.push(Sheaf { version, document: document.to_owned(), copy: copy.to_owned(), pages: Vec::new() });
            continue;
        }
        let pages = &mut sheaves.last_mut().expect("the text begins with a head").pages;
        match (line, pages.last_mut()) {
            ("\u{c}", _) => pages.push(Vec::new()),
            (line, Some(page)) => page.push(line.to_owned()),
            (line, None) => panic!("{line} stands before the first page"),
        }
    }
    sheaves
}

/// Prints a document of the plan of that version and reads it with poppler.
///
/// # Panics
/// When it does not print.
pub fn print(version: u32, binder: &Binder, document: &str, copy: &str) -> Sheaf {
    let request = PrintRequest {
        document: Document::named(document).expect("a document of today"),
        copy: match copy.split_once(':') {
            Some((_, name)) => Copy::Ward(Some(name.to_owned())),
            None if copy == "ward" => Copy::Ward(None),
            None => Copy::Hq,
        },
        date: DATE.to_owned(),
        forms: true,
        exercise: Default::default(),
    };
    let made = binder.print(&request, &Unwatched).unwrap_or_else(|error| panic!("{document} {copy}: {error}"));
    let mut pdf = tempfile::NamedTempFile::new().expect("a temporary file");
    pdf.write_all(&made.bytes).expect("written");
    Sheaf { version, document: document.to_owned(), copy: copy.to_owned(), pages: lines(pdf.path()) }
}

/// What was printed as one text, as [`printed`] reads it.
pub fn text(sheaves: &[Sheaf]) -> String {
    let page =
        |page: &Vec<String>| format!("\u{c}\n{}", page.iter().map(|line| format!("{line}\n")).collect::<String>());
    let sheaf = |sheaf: &Sheaf| {
        let pages: String = sheaf.pages.iter().map(page).collect();
        format!("{HEAD}{} --copy {}\n{pages}", sheaf.document, sheaf.copy)
    };
    sheaves.iter().map(sheaf).collect()
}

/// Writes a file packed: the same bytes give the same file.
///
/// # Panics
/// When it cannot be written.
pub fn pack(mut bytes: &[u8], to: &Path) {
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut packed, &BrotliEncoderParams::default()).expect("packed");
    std::fs::write(to, packed).expect("written");
}

/// Only words and their order: how wide poppler thinks a gap is depends on its version.
fn lines(pdf: &Path) -> Vec<Vec<String>> {
    let text = tool("pdftotext", &["-raw", "-enc", "UTF-8", &pdf.display().to_string(), "-"]);
    let mut pages: Vec<&str> = text.split('\u{c}').collect();
    pages.pop(); // nothing follows the last form feed
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = |page: &&str| page.lines().map(words).filter(|line| !line.is_empty()).collect();
    pages.iter().map(page).collect()
}

fn unpacked(name: &str) -> Vec<u8> {
    let path = checkout("tests/fixtures").join(name);
    let packed = path.with_file_name(format!("{name}.br"));
    if !packed.exists() {
        return std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let bytes = std::fs::read(&packed).expect("readable");
    let mut whole = Vec::new();
    brotli::BrotliDecompress(&mut bytes.as_slice(), &mut whole).expect("as it was packed");
    whole
}
