//! What can be printed: a document is one declaration in [`DOCUMENTS`]. Command line, window, binder and the record of
//! prints read this table; its words are in `templates/documents.toml`.

use crate::Copy;
use crate::compose::{
    self, Composing, board, calendar, contact_kit, exercise_kit, exercise_report, extracts, improvements, minimum,
    paper_kit, questions, visit, ward_drill,
};
use crate::outline::{Outline, PartSort, Run};
use plan::Kind;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// A document.
#[derive(Debug)]
pub struct Document {
    /// Its name on the command line and in the plan's record of prints, for ever.
    pub name: &'static str,
    /// Whether it carries what only headquarters may see (秘): names with private numbers, where to cut.
    pub secret: bool,
    /// Which copies it has.
    pub copies: Copies,
    /// The kind whose records are its single sheets. Such a sheet lies about alone, so its fingerprint is kept when it
    /// is printed, and one that is out of date later is known (docs/adr/0017).
    pub sheets: Option<Kind>,
    /// The pack's word by which other documents refer to it; only a book others leave things to has one.
    pub book: Option<&'static str>,
    /// Kinds of institution it is for; empty = all.
    pub institutions: &'static [&'static str],
    /// The visit it is handed over at: its checklist, proofs and suppliers' forms can be written out with it.
    pub visit: Option<&'static str>,
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

/// The word for 検査・委員会用.
const INSPECTION: &str = "see-inspection";

/// The name of the document of filled forms: the command line has a switch for it.
pub const EXAMPLES: &str = "form-examples";

/// What most documents are: a paper of headquarters, whole and not secret.
const fn paper(name: &'static str, compose: fn(&Composing<'_>) -> Outline) -> Document {
    Document {
        name,
        secret: false,
        copies: Copies::Headquarters,
        sheets: None,
        book: None,
        institutions: &[],
        visit: None,
        listed: true,
        compose,
    }
}

/// All documents, in the order people are shown.
pub static DOCUMENTS: &[Document] = &[
    // The plan as a book for each shelf: 本部用, and 部署用 (docs/adr/0033). The first: [`Document::binder`].
    Document { copies: Copies::Departments, book: Some("see-hq"), ..paper("binder", compose::binder) },
    // The chapters of the model plan and the check table, for committee and inspector (検査・委員会用).
    Document { book: Some(INSPECTION), ..paper("inspection-copy", compose::books::inspection) },
    // Ledgers and lists (台帳・一覧).
    Document { book: Some("see-annex"), ..paper("annex", compose::books::annex) },
    // What the first hour yields, on a few pages (最小の綴じ物).
    Document { copies: Copies::Wards, ..paper("minimum", minimum::compose) },
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
    // The forms that take an A3 sheet (様式・A3).
    Document { copies: Copies::Departments, ..paper("forms-a3", paper_kit::wide) },
    // The forms of orders as they look when filled (記入例).
    Document { copies: Copies::Departments, ..paper(EXAMPLES, paper_kit::examples) },
    // What each department needs and has; the downtime boxes.
    Document { copies: Copies::Departments, ..paper("stock", paper_kit::stock) },
    // The edges of a book.
    Document { copies: Copies::Departments, ..paper("labels", paper_kit::labels) },
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
    // The kit of an exercise at the table; printed where the exercises are.
    Document { listed: false, ..paper("exercise", exercise_kit::compose) },
    // What an exercise gave; printed where the exercises are.
    Document { listed: false, ..paper("report", exercise_report::compose) },
    // The drill of fifteen minutes: a ward's cards, and the table of all.
    Document { copies: Copies::Departments, ..paper("ward-drill", ward_drill::compose) },
    // What is to become better, by who does it.
    paper("improvements", improvements::compose),
    // What the inspector of the 立入検査 asks for, in the order in which it is asked.
    Document {
        institutions: &["hospital", "clinic", "clinic-with-beds", "dental"],
        visit: Some(visit::INSPECTION),
        ..paper("inspection", visit::inspection)
    },
    // What the 適時調査 asks for: the evidence for a fee.
    Document { institutions: &["hospital"], visit: Some(visit::FEE), ..paper("fee", visit::fee) },
    // The same of a pharmacy's 薬事監視.
    Document {
        institutions: &["pharmacy"],
        visit: Some(visit::INSPECTION),
        ..paper("pharmacy-inspection", visit::pharmacy)
    },
    // What a visitor would ask: for the institution itself, before anything is handed over.
    paper("open-points", visit::open_points),
    // Where the house stands, for the board (理事会への1枚).
    paper("board", board::compose),
    // The fiscal year month by month (年間の予定).
    paper("calendar", calendar::compose),
    // What is open, one sheet for each role that is asked; printed where the next sitting is prepared.
    Document { copies: Copies::Same, listed: false, ..paper("questions", questions::compose) },
];

impl Document {
    /// Whether it is for this kind of institution.
    pub fn is_for(&self, institution: &str) -> bool {
        self.institutions.is_empty() || self.institutions.contains(&institution)
    }

    /// The plan as a book for each shelf (綴じ物): what is read at night.
    pub fn binder() -> &'static Self {
        &DOCUMENTS[0]
    }

    /// The books among which everything of a plan is divided, in the order in which they are opened at night.
    pub fn books() -> impl Iterator<Item = &'static Self> {
        DOCUMENTS.iter().filter(|document| document.book.is_some())
    }

    /// The document of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        DOCUMENTS.iter().find(|one| one.name == name)
    }

    /// Whether it has that copy. A ward's paper may be noted for a department also where it makes no difference.
    pub fn has(&self, copy: &Copy) -> bool {
        *copy == Copy::Hq || self.copies != Copies::Headquarters
    }

    /// Makes its outline. What it refers to and has not, it says to stand in another book, and in which part.
    pub fn compose(&self, of: &Composing<'_>) -> Outline {
        self.compose_among(of, &Books::default())
    }

    /// The same for whoever composes several documents of one plan: where other things stand is worked out once.
    pub fn compose_among(&self, of: &Composing<'_>, books: &Books) -> Outline {
        let mut outline = (self.compose)(of);
        let [headquarters, shown] = ["see-hq", "see-shown"].map(|word| of.template.word(word));
        let elsewhere = |anchor: &str, before: &str| {
            let (book, letter) = books.place_of(anchor, of)?;
            // An inspector is shown the secret part, and does not take it along.
            let word = if letter == 'S' && self.book == Some(INSPECTION) { shown } else { of.template.word(book) };
            // A private value says already whose it is.
            let said_before = [headquarters, shown].iter().any(|word| before.trim_end().ends_with(word));
            let said = if said_before { letter.to_string() } else { format!("{word} {letter}") };
            Some(Run::Keep(said))
        };
        outline.nowhere = outline.refer(&elsewhere);
        compose::doubts::mark(&mut outline, of, self.secret);
        outline
    }
}

/// In which book, and in which part of it, everything of one plan stands; worked out when the first asks.
#[derive(Debug, Default)]
pub struct Books(OnceCell<BTreeMap<String, (&'static str, char)>>);

impl Books {
    fn place_of(&self, anchor: &str, of: &Composing<'_>) -> Option<(&'static str, char)> {
        self.0.get_or_init(|| in_books(of)).get(anchor).copied()
    }
}

/// Looks through the books, in the order in which they are opened at night.
fn in_books(of: &Composing<'_>) -> BTreeMap<String, (&'static str, char)> {
    let of = &Composing { copy: &Copy::Hq, ..*of };
    let mut out = BTreeMap::new();
    for document in Document::books() {
        let outline = (document.compose)(of);
        for part in outline.parts {
            let (PartSort::Lettered(letter), Some(book)) = (part.sort, document.book) else { continue };
            let alone = Outline { parts: vec![part], ..Outline::default() };
            for anchor in alone.anchors() {
                out.entry(anchor).or_insert((book, letter));
            }
        }
    }
    out
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
            "inspection-copy",
            "annex",
            "minimum",
            "questions",
            "recovery",
            "cutoff",
            "forms",
            "forms-long",
            "cards",
            "stock",
            "labels",
            "poster",
            "contacts",
            "channels",
            "wallet",
            "handover",
            "exercise",
            "report",
            "improvements",
            "ward-drill",
            "inspection",
            "fee",
            "pharmacy-inspection",
            "open-points",
            "calendar",
        ];
        for name in names {
            assert!(Document::named(name).is_some(), "{name}");
        }
    }
}
