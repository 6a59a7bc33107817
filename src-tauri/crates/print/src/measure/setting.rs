//! What setting text needs besides the text: where to report what is missing, and what has no room.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::outline::About;

use super::atoms::Atoms;
use super::kept::Kept;

/// The number of texts that stand alone.
pub(crate) const ALONE: u32 = 0;

/// A character no font has; 〓 is printed for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// Where it stands, if that is known.
    pub about: Option<About>,
}

/// What something is about. A row of many systems is divided into many slabs: they share it.
pub(crate) type Abouts = Rc<[About]>;

/// What is known while texts are set.
#[derive(Debug, Default)]
pub(crate) struct Setting {
    /// What the text being set is about.
    pub(crate) about: Abouts,
    /// What a card to carry had no room for.
    pub(crate) cut: BTreeSet<About>,
    /// Characters no font has.
    pub(crate) missing: BTreeSet<Missing>,
    /// Those of the text being set.
    pub(super) missed: Vec<char>,
    /// How many texts were set: each has a number.
    texts: u32,
    /// Texts set before, where some are kept.
    pub(super) kept: Option<Kept>,
    /// Room for the paragraph being set, kept from one to the next.
    pub(super) paragraph: Atoms,
}

impl Setting {
    /// For a document of which texts were set before.
    pub(crate) fn with(kept: Kept) -> Self {
        Self { kept: Some(kept.begun()), ..Self::default() }
    }

    /// The texts that were set, for the next time.
    pub(crate) fn kept(&mut self) -> Kept {
        self.kept.take().unwrap_or_default()
    }

    /// The number of the next text.
    pub(crate) fn next_text(&mut self) -> u32 {
        self.texts += 1;
        self.texts
    }

    /// Notes a character no font has, once per thing it is about.
    pub(crate) fn miss(&mut self, character: char) {
        self.missed.push(character);
        if self.about.is_empty() {
            self.missing.insert(Missing { character, about: None });
        }
        for about in self.about.iter() {
            self.missing.insert(Missing { character, about: Some(about.clone()) });
        }
    }
}
