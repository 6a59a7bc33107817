//! Which rows Excel does not show: filtered, or hidden by hand. calamine does not tell, so the parts are looked at for
//! this alone; what cannot be found says that nothing is hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Lines, from 1, by the name of the sheet. The archive was measured before.
pub(super) fn rows(bytes: &[u8]) -> BTreeMap<String, BTreeSet<usize>> {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
    let mut part = |path: &str| {
        let mut text = Vec::new();
        zip.by_name(path).ok()?.read_to_end(&mut text).ok()?;
        Some(String::from_utf8_lossy(&text).into_owned())
    };
    let (Some(book), Some(relations)) = (part("xl/workbook.xml"), part("xl/_rels/workbook.xml.rels")) else {
        return BTreeMap::new();
    };
    let targets: BTreeMap<String, String> = tags(&relations, "Relationship")
        .filter_map(|tag| Some((attribute(tag, "Id")?, attribute(tag, "Target")?)))
        .collect();
    let mut out = BTreeMap::new();
    for tag in tags(&book, "sheet") {
        let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "r:id")) else { continue };
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let Some(sheet) = part(&path) else { continue };
        let hidden = hidden_in(&sheet);
        if !hidden.is_empty() {
            out.insert(unescaped(&name), hidden);
        }
    }
    out
}

fn hidden_in(sheet: &str) -> BTreeSet<usize> {
    let (mut line, mut out) = (0, BTreeSet::new());
    for tag in tags(sheet, "row") {
        line = attribute(tag, "r").and_then(|number| number.parse().ok()).unwrap_or(line + 1);
        if attribute(tag, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true") {
            out.insert(line);
        }
    }
    out
}

/// The insides of all tags of a name.
fn tags<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    xml.split('<').skip(1).filter_map(move |tag| {
        let rest = tag.strip_prefix(name)?;
        rest.starts_with([' ', '\n', '\r', '\t', '/', '>']).then(|| rest.split('>').next().unwrap_or_default())
    })
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    while let Some(at) = rest.find(name) {
        let before = rest[..at].chars().next_back();
        let after = rest[at + name.len()..].trim_start();
        rest = &rest[at + name.len()..];
        let Some(value) = after.strip_prefix('=').map(str::trim_start) else { continue };
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        if before.is_none_or(char::is_whitespace) {
            return value[1..].split(quote).next().map(str::to_owned);
        }
    }
    None
}

fn unescaped(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
