//! What lies on paper, read by `pdftotext` and `qpdf`.

use crate::text;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The text of a PDF without white space, in the order in which it was set, so that
/// the lines of a table cell follow each other.
///
/// # Panics
/// When poppler cannot read it.
pub fn bare_pdf(pdf: &Path) -> String {
    // A hyphen at a line end was put there by the break.
    let pages = read(pdf);
    let lines = pages.lines().map(|line| line.trim_end().trim_end_matches('\u{ad}'));
    bare(&lines.collect::<String>())
}

/// Text as it can be compared with [`bare_pdf`].
pub fn bare(value: &str) -> String {
    value.chars().filter(|one| !one.is_whitespace()).collect()
}

/// The letter of its part and the text of each page, in order.
///
/// # Panics
/// When poppler or qpdf cannot read it.
pub fn pages(pdf: &Path) -> Vec<(String, String)> {
    let read = read(pdf);
    let starts = labels(pdf);
    let letter = |page: u64| starts.range(..=page).next_back().map_or("", |(_, prefix)| prefix.as_str()).to_owned();
    let pages = read.trim_end_matches('\u{c}').split('\u{c}').map(bare);
    pages.zip(0..).map(|(text, page)| (letter(page), text)).collect()
}

fn read(pdf: &Path) -> String {
    said("pdftotext", &["-raw", "-enc", "UTF-8", text(pdf), "-"])
}

/// The prefix of the page labels by the page on which it begins.
fn labels(pdf: &Path) -> BTreeMap<u64, String> {
    let json: Value =
        serde_json::from_str(&said("qpdf", &["--json", "--json-key=pagelabels", text(pdf)])).expect("JSON");
    let prefix = |one: &Value| one["label"]["/P"].as_str().unwrap_or("").trim_start_matches("u:").to_owned();
    let starts = json["pagelabels"].as_array().into_iter().flatten();
    starts.map(|one| (one["index"].as_u64().expect("an index"), prefix(one))).collect()
}

fn said(tool: &str, arguments: &[&str]) -> String {
    let run = Command::new(tool).args(arguments).output();
    let run = run.unwrap_or_else(|_| panic!("{tool} is needed (apt-get install poppler-utils qpdf)"));
    assert!(run.status.success(), "{tool}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8_lossy(&run.stdout).into_owned()
}
