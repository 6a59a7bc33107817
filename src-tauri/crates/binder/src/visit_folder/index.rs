//! The index of the folder (目録): each file with its size and hash, and what is shown instead of handed over.
//!
//! It goes to the visitor: why something is missing, and where it lies, is told on the screen alone.

use super::Put;
use super::contents::Missing;
use crate::{DocumentWords, Message, Result, files};
use plan::Plan;
use plan::checklist::Sheet;
use print::Document;
use std::path::Path;

/// Writes it, as text every editor of Windows shows: with a byte order mark and its line ends.
pub(super) fn written(
    plan: &Plan,
    (document, sheet): (&Document, &Sheet<'_>),
    date: &str,
    folder: &Path,
    (put, missing): (&[Put], &[Missing]),
) -> Result<Put> {
    let facility = plan.facility().and_then(|one| one.name.clone()).unwrap_or_default();
    let title = DocumentWords::of(document).title.to_owned();
    let list = format!("{} {}", sheet.list.edition, sheet.form.title);
    let mut lines = vec![
        Message::report("visit-index-title", &[title, facility, list, date.to_owned()]),
        Message::report("visit-index-how", &[]),
        String::new(),
        Message::report("visit-index-head", &[]),
    ];
    let line = |one: &Put| format!("{}\t{}\t{}\t{}", one.name, one.size, one.hash, one.what);
    lines.extend(put.iter().map(line));
    let listed: Vec<String> =
        missing.iter().filter_map(|one| one.listed.as_ref()).map(|one| format!("・{one}")).collect();
    if !listed.is_empty() {
        lines.push(String::new());
        lines.push(Message::report("visit-index-missing", &[]));
        lines.extend(listed);
    }
    let text = format!("\u{feff}{}\r\n", lines.join("\r\n"));
    let name = Message::report("visit-index-name", &[]);
    files::write_whole(&folder.join(&name), text.as_bytes())?;
    let what = Message::report("visit-index", &[]);
    Ok(Put { name, size: text.len() as u64, hash: store::hash_of(text.as_bytes()), what })
}
