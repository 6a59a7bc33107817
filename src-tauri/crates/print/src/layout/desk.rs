//! What setting text needs besides the text: where references lead, and where to report what is missing.

use std::collections::{BTreeMap, BTreeSet};

use crate::outline::About;

use super::Missing;

/// Where an anchor lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Index into the pages of the document.
    pub page: usize,
    /// From the top of the paper, in mm.
    pub y_mm: f64,
}

/// The layouter's desk.
#[derive(Debug, Default)]
pub(super) struct Desk {
    /// Labels of anchors, from the pass before; empty in the first.
    pub(super) labels: BTreeMap<String, String>,
    /// What the text being set is about.
    pub(super) about: Vec<About>,
    /// What a card to carry had no room for.
    pub(super) cut: BTreeSet<About>,
    /// Characters no font has.
    pub(super) missing: BTreeSet<Missing>,
}

/// Printed for a reference to something that is not in this document.
const NOWHERE: &str = "—";

impl Desk {
    /// The page label of an anchor.
    pub(super) fn label(&self, anchor: &str) -> &str {
        self.labels.get(anchor).map_or(NOWHERE, String::as_str)
    }

    /// Notes a character no font has, once per thing it is about.
    pub(super) fn miss(&mut self, character: char) {
        if self.about.is_empty() {
            self.missing.insert(Missing { character, about: None });
        }
        for about in &self.about {
            self.missing.insert(Missing { character, about: Some(about.clone()) });
        }
    }
}
