//! What lies on the table: sheets of those who play and of the recorder. Nothing of what whoever leads knows.

use super::super::words::Words;
use super::{page, ruled, ticks};
use crate::outline::{Block, Piece, Run, Style};
use plan::exercise::Script;

/// The pages.
pub(super) fn pages(words: &Words<'_>, script: &Script) -> Vec<Piece> {
    let mut out = Vec::new();
    stop(words, &mut out);
    unusable(words, script, &mut out);
    page(words, &mut out, "ex-decision-sheet", "ex-decision-how");
    let columns = [
        ("ex-time", 11.0),
        ("ex-what-decided", 33.0),
        ("ex-who", 16.0),
        ("ex-basis-tick", 15.0),
        ("ex-told", 15.0),
        ("ex-open", 10.0),
    ];
    out.push(ruled(words, &columns, Vec::new(), 12, false));
    out.push(words.heading(4, words.word("ex-page-sheet"), None, false));
    let columns = [("ex-asked", 40.0), ("ex-page-from", 20.0), ("ex-page-till", 22.0), ("ex-said-page", 18.0)];
    out.push(ruled(words, &columns, Vec::new(), 4, false));
    page(words, &mut out, "ex-contact-sheet", "ex-contact-how");
    let columns = [("ex-time", 11.0), ("ex-call-whom", 22.0), ("ex-what-told", 33.0), ("ex-what-answered", 34.0)];
    out.push(ruled(words, &columns, Vec::new(), 14, true));
    page(words, &mut out, "ex-slip", "ex-slip-how");
    for one in &script.closing {
        out.push(words.paragraph(vec![Run::Text(one.text.clone())], Style::Large));
        out.push(Piece::plain(Block::Space(2)));
    }
    out.extend(ticks(words, "ex-slip-list"));
    out
}

/// The stop word, for the wall.
fn stop(words: &Words<'_>, out: &mut Vec<Piece>) {
    page(words, out, "ex-stop-card", "");
    out.push(words.paragraph(vec![words.word("ex-stop-card").into()], Style::Act));
    out.push(words.paragraph(vec![words.word("ex-stop-how").into()], Style::Large));
    out.push(ruled(
        words,
        &[("ex-stop-when", 20.0), ("ex-stop-why", 40.0), ("ex-stop-resume", 40.0)],
        Vec::new(),
        4,
        false,
    ));
}

/// The poster: what cannot be used, read from across the table.
fn unusable(words: &Words<'_>, script: &Script, out: &mut Vec<Piece>) {
    page(words, out, "ex-unusable", "ex-unusable-how");
    let others = script.unusable.iter().map(|one| one.text.clone());
    for name in script.seen.iter().cloned().chain(others) {
        out.push(Piece::plain(Block::Item {
            marker: Some("×".to_owned()),
            runs: vec![Run::Text(name)],
            style: Style::Large,
        }));
    }
}
