//! Texts that were set before: an edit changes a few, and a document has ten thousand.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use crate::outline::Run;

use super::a4::Type;
use super::lines::Broken;

/// So many are kept at most: what a hospital of 600 beds prints, some megabytes.
const MOST: usize = 100_000;

/// The lines of a text, and the characters of it no font has.
pub(super) type Set = (Arc<[Broken]>, Arc<[char]>);

/// Texts and their lines. What a layout did not use is gone after it.
#[derive(Debug, Default)]
pub struct Kept {
    texts: HashMap<u64, Vec<Text>>,
    hasher: RandomState,
    count: usize,
    /// Which layout this is.
    turn: u32,
}

#[derive(Debug)]
struct Text {
    runs: Box<[Run]>,
    kind: Type,
    width: f64,
    lines: Arc<[Broken]>,
    /// Characters of it no font has: reported each time it is set.
    missing: Arc<[char]>,
    /// The layout that used it last.
    turn: u32,
}

impl Kept {
    /// How many texts are kept.
    pub fn count(&self) -> usize {
        self.count
    }

    /// For another layout.
    pub(super) fn begun(mut self) -> Self {
        self.turn = self.turn.wrapping_add(1);
        self
    }

    /// After a whole layout: what it did not use goes. After one that was cancelled everything stays.
    pub(crate) fn settle(&mut self) {
        let turn = self.turn;
        self.texts.retain(|_, alike| {
            alike.retain(|text| text.turn == turn);
            !alike.is_empty()
        });
        self.count = self.texts.values().map(Vec::len).sum();
    }

    /// The lines of a text that was set before in this width, and the characters of it no font has.
    pub(super) fn find(&mut self, runs: &[Run], kind: Type, width: f64) -> Option<Set> {
        let turn = self.turn;
        let alike = self.texts.get_mut(&self.hasher.hash_one(runs))?;
        // The text itself is compared: another line on a ward's paper is no price for a nanosecond.
        let text = alike.iter_mut().find(|text| *text.runs == *runs && text.kind == kind && text.width == width)?;
        text.turn = turn;
        Some((text.lines.clone(), text.missing.clone()))
    }

    /// Keeps the lines of a text.
    pub(super) fn keep(&mut self, runs: &[Run], kind: Type, width: f64, lines: &Arc<[Broken]>, missing: &[char]) {
        if self.count < MOST {
            let text =
                Text { runs: runs.into(), kind, width, lines: lines.clone(), missing: missing.into(), turn: self.turn };
            self.texts.entry(self.hasher.hash_one(runs)).or_default().push(text);
            self.count += 1;
        }
    }
}
