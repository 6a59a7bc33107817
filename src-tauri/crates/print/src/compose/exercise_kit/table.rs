//! What lies on the table: sheets of those who play, of the recorder, of observers. Nothing of what whoever leads knows.

use super::super::words::Words;
use super::{page, ruled, ticks};
use crate::outline::{Block, Piece, Run, Style};
use plan::exercise::Script;

/// The pages.
pub(super) fn pages(words: &Words<'_>, script: &Script) -> Vec<Piece> {
    let mut out = Vec::new();
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
    out.push(ruled(words, &columns, Vec::new(), 14, true));
    page(words, &mut out, "ex-contact-sheet", "ex-contact-how");
    let columns = [("ex-time", 11.0), ("ex-call-whom", 22.0), ("ex-what-told", 33.0), ("ex-what-answered", 34.0)];
    out.push(ruled(words, &columns, Vec::new(), 14, true));
    page(words, &mut out, "ex-observer", "ex-observer-how");
    let points = words.word("ex-observer-list").split('|').map(|one| vec![one.to_owned()]).collect();
    out.push(ruled(
        words,
        &[("ex-point", 34.0), ("ex-went", 16.0), ("ex-minutes-to", 12.0), ("ex-seen", 38.0)],
        points,
        2,
        false,
    ));
    page(words, &mut out, "ex-slip", "ex-slip-how");
    for one in &script.closing {
        out.push(words.paragraph(vec![Run::Text(one.text.clone())], Style::Large));
        out.push(Piece::plain(Block::Space(2)));
    }
    out.extend(ticks(words, "ex-slip-list"));
    out
}

/// The poster: what cannot be used, read from across the table.
fn unusable(words: &Words<'_>, script: &Script, out: &mut Vec<Piece>) {
    page(words, out, "ex-unusable", "ex-unusable-how");
    let hits = script.hits.iter().map(|one| one.text.clone());
    let others = script.unusable.iter().map(|one| one.text.clone());
    for name in hits.chain(script.stops.iter().cloned()).chain(others) {
        out.push(Piece::plain(Block::Item {
            marker: Some("×".to_owned()),
            runs: vec![Run::Text(name)],
            style: Style::Large,
        }));
    }
}
