//! `sonae find`: which pages of a book answer, in the order to open them.

use super::{open, say};
use crate::words::Words;
use binder::Copy;
use clap::ArgMatches;
use serde_json::json;

/// Says the pages; none is no error.
pub(super) fn find(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let binder = open(m)?;
    let asked: Vec<&str> = m.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    let copy = m.get_one::<Copy>("copy").cloned().unwrap_or(Copy::Hq);
    let found = binder.find_pages(&copy, &asked.join(" "))?;
    if m.get_flag("json") {
        let pages: Vec<_> = found.iter().map(|hit| json!({ "page": hit.label, "why": hit.why })).collect();
        say(json!({ "pages": pages }))?;
        return Ok(0);
    }
    for hit in &found {
        say(format!("{}\t{}", hit.label, hit.why))?;
    }
    if found.is_empty() {
        say(words.say(
            "この綴じ物には見つかりませんでした。ほかの言い方でも探してください。",
            "Nothing found; try other words.",
        ))?;
    }
    Ok(0)
}
