//! What lies on paper, read by `pdftotext`.

use crate::text;
use std::path::Path;
use std::process::Command;

/// The text of a PDF without white space, in the order in which it was set, so that
/// the lines of a table cell follow each other.
///
/// # Panics
/// When poppler cannot read it.
pub fn bare_pdf(pdf: &Path) -> String {
    let read = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8", text(pdf), "-"]).output();
    let read = read.expect("pdftotext is needed (apt-get install poppler-utils)");
    assert!(read.status.success(), "pdftotext: {}", String::from_utf8_lossy(&read.stderr));
    let pages = String::from_utf8_lossy(&read.stdout);
    // A hyphen at a line end was put there by the break.
    let lines = pages.lines().map(|line| line.trim_end().trim_end_matches('\u{ad}'));
    bare(&lines.collect::<String>())
}

/// Text as it can be compared with [`bare_pdf`].
pub fn bare(value: &str) -> String {
    value.chars().filter(|one| !one.is_whitespace()).collect()
}
