//! The two fingerprints of a page: what is said on it, and where it stands.
//!
//! "Changed" means the first (docs/adr/0031). Neither covers what is on every page: facility, edition, date, copy.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::measure::ALONE;

use super::page::{Mark, Page};

/// How fingerprints of what is said are made. Another way of making them gets another name: prints keep it beside
/// theirs, and those of different methods are never compared.
pub const METHOD: &str = "said-1";

impl Page {
    /// What it says, in reading order: a text is one line however it was set, and what ink says without letters stands
    /// in its place.
    pub fn says(&self) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        // The lines of the cells of a row come in turn, so a text may go on a few texts further up.
        let mut begun: BTreeMap<u32, usize> = BTreeMap::new();
        for mark in &self.body {
            let (text, of) = match mark {
                Mark::Text { text, of, .. } => (&**text, *of),
                Mark::Says { text, of } => (text.as_str(), *of),
                Mark::Picture { hash, .. } => (hash.as_str(), 0),
                Mark::Line { .. } | Mark::Rect { .. } | Mark::Link { .. } => continue,
            };
            match begun.get(&of) {
                Some(&at) => said[at].push_str(text),
                None => {
                    if of != ALONE {
                        begun.insert(of, said.len());
                    }
                    said.push(text.to_owned());
                }
            }
        }
        said
    }

    /// The fingerprint of what is said: text and order, the records and anchors, the label and the labels of what it
    /// refers to. In hexadecimal.
    pub fn said(&self) -> String {
        let mut hash = Sha256::new();
        text(&self.label, &mut hash);
        hash.update([u8::from(self.blank)]);
        self.feed_said(&mut hash);
        hex(hash)
    }

    /// The same without its label: of a sheet that lies about singly, wherever it stood among others.
    pub fn said_alone(&self) -> String {
        let mut hash = Sha256::new();
        self.feed_said(&mut hash);
        hex(hash)
    }

    /// The fingerprint of where everything stands, with label and side. In hexadecimal.
    pub fn placed(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.label.as_bytes());
        hash.update([0, u8::from(self.right), u8::from(self.blank)]);
        self.feed_placed(&mut hash);
        hex(hash)
    }

    /// The same of the body alone: how programs before schema 7 told sheets that lie about singly apart.
    pub fn placed_alone(&self) -> String {
        let mut hash = Sha256::new();
        self.feed_placed(&mut hash);
        hex(hash)
    }

    fn feed_said(&self, hash: &mut Sha256) {
        for said in self.says() {
            text(&said, hash);
        }
        for anchor in &self.anchors {
            text(anchor, hash);
        }
        for about in self.about.keys() {
            text(&about.to_string(), hash);
        }
    }

    fn feed_placed(&self, hash: &mut Sha256) {
        self.body.iter().for_each(|mark| mark.feed(hash));
    }
}

/// A text with its end: "ab" and "c" are not "a" and "bc".
fn text(text: &str, hash: &mut Sha256) {
    hash.update(text.as_bytes());
    hash.update([0]);
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Mark {
    fn feed(&self, hash: &mut Sha256) {
        // Thousandths of a millimetre: finer differences are noise of floating point.
        let mut number = |value: f64| hash.update(((value * 1000.0).round() as i64).to_le_bytes());
        match self {
            Mark::Text { x_mm, y_mm, face, size_pt, grey, text, .. } => {
                for value in [1.0, *x_mm, *y_mm, *size_pt, *grey, f64::from(*face as u8), text.len() as f64] {
                    number(value);
                }
                hash.update(text.as_bytes());
            }
            Mark::Line { from_mm, to_mm, width_pt, grey, dotted } => {
                let dotted = f64::from(u8::from(*dotted));
                for value in [2.0, from_mm.0, from_mm.1, to_mm.0, to_mm.1, *width_pt, *grey, dotted] {
                    number(value);
                }
            }
            Mark::Rect { at_mm, size_mm, fill, stroke_pt } => {
                let (fill, stroke) = (fill.unwrap_or(-1.0), stroke_pt.unwrap_or(-1.0));
                for value in [3.0, at_mm.0, at_mm.1, size_mm.0, size_mm.1, fill, stroke] {
                    number(value);
                }
            }
            Mark::Picture { at_mm, size_mm, turned, hash: name } => {
                for value in [4.0, at_mm.0, at_mm.1, size_mm.0, size_mm.1, f64::from(u8::from(*turned))] {
                    number(value);
                }
                hash.update(name.as_bytes());
            }
            Mark::Link { .. } | Mark::Says { .. } => {}
        }
    }
}
