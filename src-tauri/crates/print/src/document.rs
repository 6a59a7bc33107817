//! What can be printed: a document is one declaration in [`DOCUMENTS`]. Command line, window, binder and the record of
//! prints read this table; its words are in `templates/documents.toml`.

use crate::Copy;
use crate::compose::{self, Composing, contact_kit, extracts, minimum, paper_kit, questions};
use crate::outline::{Outline, PartSort};
use plan::Kind;

/// A document.
#[derive(Debug)]
pub struct Document {
    /// Its name on the command line and in the plan's record of prints, for ever.
    pub name: &'static str,
    /// Whether it carries what only headquarters may see (秘): names with private numbers, where to cut.
    pub secret: bool,
    /// Which copies it has.
    pub copies: Copies,
    /// Whether a copy takes parts of the whole after layout (docs/adr/0006); otherwise each copy is composed for
    /// itself.
    pub parts: bool,
    /// The kind whose records are its single sheets. Such a sheet lies about alone, so its fingerprint is kept when it
    /// is printed, and one that is out of date later is known (docs/adr/0017).
    pub sheets: Option<Kind>,
    /// Whether the print screen lists it; what it does not list has its button where it is needed.
    pub listed: bool,
    /// How it is composed.
    compose: fn(&Composing<'_>) -> Outline,
}

/// Which copies a document has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copies {
    /// 本部用 alone.
    Headquarters,
    /// The same paper for everybody; a copy only notes for whom it was printed.
    Same,
    /// 本部用 and 部署用.
    Wards,
    /// 本部用, 部署用, and 部署用 of one department.
    Departments,
}

/// What most documents are: a paper of headquarters, whole and not secret.
const fn paper(name: &'static str, compose: fn(&Composing<'_>) -> Outline) -> Document {
    Document { name, secret: false, copies: Copies::Headquarters, parts: false, sheets: None, listed: true, compose }
}

/// All documents, in the order people are shown.
pub static DOCUMENTS: &[Document] = &[
    // The whole plan (綴じ物), or the parts of it that a copy carries. The first: [`Document::binder`].
    Document { copies: Copies::Departments, parts: true, ..paper("binder", compose::binder) },
    // What the first hour yields, on a few pages (最小の綴じ物).
    Document { copies: Copies::Wards, parts: true, ..paper("minimum", minimum::compose) },
    // The order of recovery with its gate, and the map of dependencies.
    paper("recovery", extracts::recovery),
    // The sheet of what is cut, and tags to cut out.
    Document { secret: true, ..paper("cutoff", extracts::cutoff) },
    // The action cards.
    Document { copies: Copies::Departments, sheets: Some(Kind::Card), ..paper("cards", paper_kit::cards) },
    // The kit of blank forms (様式の束).
    Document { copies: Copies::Departments, sheets: Some(Kind::Form), ..paper("forms", paper_kit::forms) },
    // The same in the versions for weeks (長期用).
    Document { copies: Copies::Departments, ..paper("forms-long", paper_kit::forms_long) },
    // What each department needs and has; the downtime boxes.
    Document { copies: Copies::Departments, ..paper("stock", paper_kit::stock) },
    // Contact tree, call sheets, worst case, drills.
    Document { secret: true, ..paper("contacts", contact_kit::contacts) },
    // Cards to carry.
    Document { secret: true, ..paper("wallet", contact_kit::wallet) },
    // A page for each role that is handed over.
    Document { secret: true, ..paper("handover", contact_kit::handover) },
    // The A3 poster of what still talks when other things are dead.
    Document { copies: Copies::Same, ..paper("channels", contact_kit::channels) },
    // The A3 poster of the first ten minutes.
    Document { copies: Copies::Same, ..paper("poster", paper_kit::poster) },
    // What is open, one sheet for each role that is asked; printed where the next sitting is prepared.
    Document { copies: Copies::Same, listed: false, ..paper("questions", questions::compose) },
];

impl Document {
    /// The whole plan (綴じ物).
    pub fn binder() -> &'static Self {
        &DOCUMENTS[0]
    }

    /// The document of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        DOCUMENTS.iter().find(|one| one.name == name)
    }

    /// Whether it has that copy. A ward's paper may be noted for a department also where it makes no difference.
    pub fn has(&self, copy: &Copy) -> bool {
        *copy == Copy::Hq || self.copies != Copies::Headquarters
    }

    /// Makes its outline. What a ward's copy does not carry says so wherever it is listed: contents and bookmarks.
    pub fn compose(&self, of: &Composing<'_>) -> Outline {
        let mut outline = (self.compose)(of);
        for part in outline.parts.iter_mut().filter(|part| !self.takes(&Copy::Ward(None), part.sort)) {
            part.note = of.template.word("hq-only").to_owned();
        }
        outline
    }

    /// Whether a copy of it carries a part of the outline.
    pub fn takes(&self, copy: &Copy, part: PartSort) -> bool {
        !self.parts || copy.takes(part)
    }
}

/// How the anchors of a kind's own pages begin: `card/` for `cards`.
pub fn own_pages(kind: Kind) -> String {
    format!("{}/", kind.noun().trim_end_matches('s'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_document_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = DOCUMENTS.iter().map(|one| one.name).collect();
        assert_eq!(names.len(), DOCUMENTS.len());
        assert_eq!(Document::binder().name, "binder");
        assert!(names.iter().all(|name| !name.is_empty()));
        for one in DOCUMENTS {
            assert_eq!(Document::named(one.name).map(|found| found.name), Some(one.name));
        }
        assert!(Document::named("letter").is_none());
    }

    #[test]
    fn a_secret_document_has_no_copy_for_wards() {
        let wards = [Copy::Ward(None), Copy::Ward(Some("外来".to_owned()))];
        let secret: Vec<&Document> = DOCUMENTS.iter().filter(|one| one.secret).collect();
        assert!(!secret.is_empty());
        for one in secret {
            assert!(one.has(&Copy::Hq) && wards.iter().all(|ward| !one.has(ward)), "{}", one.name);
        }
    }

    #[test]
    fn names_are_for_ever() {
        // Records of prints that plans hold name these: none may be called otherwise.
        let names = [
            "binder",
            "minimum",
            "questions",
            "recovery",
            "cutoff",
            "forms",
            "forms-long",
            "cards",
            "stock",
            "poster",
            "contacts",
            "channels",
            "wallet",
            "handover",
        ];
        for name in names {
            assert!(Document::named(name).is_some(), "{name}");
        }
    }
}
