//! What setting text needs besides the text: where to report what is missing, and what has no room.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::outline::About;

use super::Missing;
use super::atoms::Atoms;

/// Where an anchor lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Index into the pages of the document.
    pub page: usize,
    /// From the top of the paper, in mm.
    pub y_mm: f64,
}

/// What something is about. A row of many systems is divided into many slabs: they share it.
pub(super) type Abouts = Rc<[About]>;

/// The layouter's desk.
#[derive(Debug, Default)]
pub(super) struct Desk {
    /// What the text being set is about.
    pub(super) about: Abouts,
    /// What a card to carry had no room for.
    pub(super) cut: BTreeSet<About>,
    /// Characters no font has.
    pub(super) missing: BTreeSet<Missing>,
    /// How many texts were set: each has a number.
    texts: u32,
    /// Room for the paragraph being set, kept from one to the next.
    pub(super) paragraph: Atoms,
}

impl Desk {
    /// The number of the next text.
    pub(super) fn next_text(&mut self) -> u32 {
        self.texts += 1;
        self.texts
    }

    /// Notes a character no font has, once per thing it is about.
    pub(super) fn miss(&mut self, character: char) {
        if self.about.is_empty() {
            self.missing.insert(Missing { character, about: None });
        }
        for about in self.about.iter() {
            self.missing.insert(Missing { character, about: Some(about.clone()) });
        }
    }
}
