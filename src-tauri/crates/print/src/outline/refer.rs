//! References to pages: what a document refers to, and what it has.
//!
//! A book is read away from the others: what it refers to and has not, it must say in which book that stands.
//! Deliberately not here: page labels, which only layout knows.

use super::{About, Block, Outline, Run, TableRow};
use std::collections::BTreeSet;

/// A reference nothing answers: whoever reads the page is sent nowhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nowhere {
    /// What it refers to.
    pub anchor: String,
    /// What the text it stands in is about.
    pub about: Vec<About>,
}

impl Outline {
    /// Everything references can point to in this document.
    pub fn anchors(&self) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        for piece in self.parts.iter().flat_map(|part| &part.blocks) {
            out.extend(piece.anchor.clone());
            if let Block::Table(table) | Block::Ruled(table, _) = &piece.block {
                out.extend(table.rows.iter().filter_map(|row| row.anchor.clone()));
            }
        }
        out
    }

    /// Says of each reference to what it has not where that stands; `elsewhere` is asked with the anchor and the text
    /// just before it. What nobody knows stays a reference, is printed as `—`, and is told.
    pub fn refer(&mut self, elsewhere: &dyn Fn(&str, &str) -> Option<Run>) -> Vec<Nowhere> {
        let own = self.anchors();
        let mut nowhere = BTreeSet::new();
        for piece in self.parts.iter_mut().flat_map(|part| &mut part.blocks) {
            for (about, runs) in texts(&mut piece.block) {
                for at in 0..runs.len() {
                    let Run::PageRef(anchor) = &runs[at] else { continue };
                    if own.contains(anchor.as_str()) {
                        continue;
                    }
                    let before = match at.checked_sub(1).and_then(|before| runs.get(before)) {
                        Some(Run::Text(text) | Run::Bold(text)) => text.as_str(),
                        _ => "",
                    };
                    match elsewhere(anchor, before) {
                        Some(said) => runs[at] = said,
                        None => {
                            let about = if about.is_empty() { &piece.about[..] } else { about };
                            nowhere.insert(Nowhere { anchor: anchor.clone(), about: about.to_vec() });
                        }
                    }
                }
                told_once(runs);
            }
        }
        nowhere.into_iter().collect()
    }
}

/// Several references of one list that are told by the same words are told once.
fn told_once(runs: &mut Vec<Run>) {
    let list =
        |run: &Run| matches!(run, Run::Keep(_) | Run::PageRef(_)) || matches!(run, Run::Text(text) if text == " ");
    if !runs.iter().all(list) {
        return;
    }
    let mut said: Vec<String> = Vec::new();
    let mut out: Vec<Run> = Vec::new();
    for run in runs.drain(..) {
        match &run {
            Run::Keep(text) if said.contains(text) => {
                // The gap before it goes with it.
                out.pop();
                continue;
            }
            Run::Keep(text) => said.push(text.clone()),
            _ => {}
        }
        out.push(run);
    }
    *runs = out;
}

/// What a part of a block alone is about, and its text.
type Text<'a> = (&'a [About], &'a mut Vec<Run>);

fn plain(runs: &mut Vec<Run>) -> Text<'_> {
    (&[], runs)
}

fn of_row(row: &mut TableRow) -> impl Iterator<Item = Text<'_>> {
    let TableRow { cells, about, .. } = row;
    let about: &[About] = about;
    cells.iter_mut().map(move |cell| (about, cell))
}

/// The texts of a block that may refer.
fn texts(block: &mut Block) -> Vec<Text<'_>> {
    match block {
        Block::Heading { runs, .. }
        | Block::Paragraph { runs, .. }
        | Block::Item { runs, .. }
        | Block::Notice { runs, .. } => vec![plain(runs)],
        Block::KeyValues(lines) => lines.iter_mut().map(|(_, runs)| plain(runs)).collect(),
        Block::Table(table) | Block::Ruled(table, _) => table.rows.iter_mut().flat_map(of_row).collect(),
        Block::Tags(tags) => tags.iter_mut().flat_map(|tag| &mut tag.lines).map(plain).collect(),
        Block::Wallet(cards) => {
            cards.iter_mut().flat_map(|card| card.outside.iter_mut().chain(&mut card.inside)).map(plain).collect()
        }
        Block::Boxes(_)
        | Block::Approvals { .. }
        | Block::Tree(_)
        | Block::Map(..)
        | Block::Codes(_)
        | Block::IndexLabels(_)
        | Block::Picture(_)
        | Block::Contents
        | Block::PageBreak
        | Block::PageBreakUnlessLittle
        | Block::BackSide
        | Block::FrontSide
        | Block::Space(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::{Part, PartSort, Piece, Style};

    fn outline(refers: &[&str]) -> Outline {
        let paragraph = |anchor: &&str| {
            let runs = vec![Run::from("→"), Run::PageRef((*anchor).to_owned())];
            Piece { about: About::template(anchor), ..Piece::plain(Block::Paragraph { runs, style: Style::Body }) }
        };
        let mut blocks: Vec<Piece> = refers.iter().map(paragraph).collect();
        blocks[0].anchor = Some("here".to_owned());
        let part = Part { sort: PartSort::Lettered('A'), title: String::new(), blocks };
        Outline { parts: vec![part], ..Outline::default() }
    }

    #[test]
    fn what_stands_elsewhere_is_said_and_what_stands_nowhere_is_told() {
        let mut outline = outline(&["here", "there", "nowhere"]);
        let elsewhere =
            |anchor: &str, before: &str| (anchor == "there" && before == "→").then(|| Run::from("本部用 F"));
        let nowhere = outline.refer(&elsewhere);
        let said = |at: usize| match &outline.parts[0].blocks[at].block {
            Block::Paragraph { runs, .. } => runs[1].clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(said(0), Run::PageRef("here".to_owned()), "a page of this book");
        assert_eq!(said(1), Run::from("本部用 F"));
        assert_eq!(said(2), Run::PageRef("nowhere".to_owned()));
        assert_eq!(nowhere, [Nowhere { anchor: "nowhere".to_owned(), about: About::template("nowhere") }]);
    }
}
