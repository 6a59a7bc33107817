//! The pages that carry something, shown beside the field while one types.

use super::{Attached, info, no_pdf};
use crate::{Binder, Error, Result, Snapshot};
use plan::{Department, Id, Kind, Plan};
use print::outline::{About, PartSort};
use print::{Books, Composing, Copy, DOCUMENTS, Document, Laid, Progress};
use std::sync::PoisonError;
use template::{FirstPage, Template};

/// Pages a preview shows at most: what carries a record everywhere is shown by its first places.
const PREVIEW_PAGES: usize = 6;

/// What a preview shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shows {
    /// Whole pages, or the strip around what it is about.
    pub whole: bool,
    /// Pages of part S, and documents only headquarters may see, too.
    pub secret: bool,
}

impl Shows {
    /// Whole pages, for whoever may see everything.
    pub const ALL: Self = Self { whole: true, secret: true };
}

impl Binder {
    /// The pages that carry a record or a text, as a PDF of its own: whole, or the strip around it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when no page carries it; [`Error::Cancelled`] when a newer preview was asked for.
    pub fn preview(&self, about: &About, shows: Shows, progress: &dyn Progress) -> Result<Vec<u8>> {
        let Snapshot { plan, template, .. } = self.snapshot();
        let date = self.outside().today();
        // Taken out, so that a newer preview does not wait for this one; it then breaks its lines itself.
        let texts = || self.set_texts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut kept = std::mem::take(&mut *texts());
        let elsewhere = Books::default();
        let found = books(&plan, &template, about)
            .filter(|(document, _)| shows.secret || !document.secret)
            .map(|(document, copy)| {
                let composing = Composing { copy: &copy, ..Composing::hq(&plan, &template, &date) };
                let outline = document.compose_among(&composing, &elsewhere);
                let laid = print::layout_again(outline, &mut kept, progress).map_err(|_| Error::Cancelled)?;
                let pages = pages_of(&laid, about, shows.secret);
                Ok((!pages.is_empty()).then_some((laid, pages)))
            })
            .find_map(Result::transpose);
        // A newer one that ran beside it and was not cancelled knows more.
        let mut there = texts();
        if kept.count() >= there.count() {
            *there = kept;
        }
        drop(there);
        let (laid, pages) = found.transpose()?.ok_or_else(|| Error::NotFound("preview".to_owned()))?;
        let (info, pictures) = (info(&laid, &date), Attached::of(self));
        if shows.whole || laid.paper == print::outline::Paper::Poster {
            return print::pdf_of(&laid, &info, &pages, &pictures, progress).map_err(no_pdf);
        }
        let strips: Vec<(usize, (f64, f64))> =
            pages.into_iter().take(STRIPS).map(|at| (at, strip(&laid, at, about))).collect();
        print::pdf_strips(&laid, &info, &strips, &pictures, progress).map_err(no_pdf)
    }
}

/// So many strips are shown: the own page, and the lists that name it first.
const STRIPS: usize = 3;
/// A strip shows so much above what it is about, is at least so high and at most so high, in mm.
const ABOVE: f64 = 14.0;
const LEAST: f64 = 70.0;
const MOST: f64 = 130.0;

/// From where to where a page is shown.
fn strip(laid: &Laid, at: usize, about: &About) -> (f64, f64) {
    let (top, bottom) = laid.pages[at].about.get(about).copied().unwrap_or_default();
    let top = (f64::from(top) - ABOVE).max(0.0);
    let high = (f64::from(bottom) + ABOVE - top).clamp(LEAST, MOST);
    let top = top.min(print::layout::PAPER_HEIGHT_MM - high);
    (top, top + high)
}

impl Binder {
    /// One page of the book of headquarters, by its label, as a PDF of its own.
    ///
    /// # Errors
    /// As [`Binder::preview`].
    pub fn preview_page(&self, label: &str, progress: &dyn Progress) -> Result<Vec<u8>> {
        let (laid, _) = self.laid(Document::binder(), &Copy::Hq)?;
        let date = self.outside().today();
        let page = laid.pages.iter().position(|page| page.label == label && !page.blank);
        let page = page.ok_or_else(|| Error::NotFound("preview".to_owned()))?;
        print::pdf_of(&laid, &info(&laid, &date), &[page], &Attached::of(self), progress).map_err(no_pdf)
    }
}

/// The documents that may carry it, in the order in which they are looked through: a single sheet of its own first, for
/// a procedure or a page of some departments the shelf on which it lies, then the book that headquarters reads at night.
fn books(plan: &Plan, template: &Template, about: &About) -> impl Iterator<Item = (&'static Document, Copy)> {
    let kind = match about {
        About::Record(kind, _) => Some(kind.whole().unwrap_or(*kind)),
        About::Template(_) => None,
    };
    let page = first_page(template, about);
    // What hangs on a wall stands in no book.
    let wall = page.filter(|page| page.part == "P").and_then(|_| Document::named("poster"));
    let sheets = DOCUMENTS.iter().filter(move |document| kind.is_some() && document.sheets == kind);
    let own = sheets.chain(wall);
    let shelves = shelf_of(plan, about).into_iter().chain(page.into_iter().flat_map(|page| kept_by(plan, page)));
    let shelf = shelves.map(|department| (Document::binder(), Copy::Ward(Some(department.to_string()))));
    let of_headquarters = |document| (document, Copy::Hq);
    own.map(of_headquarters).chain(shelf).chain(Document::books().map(of_headquarters))
}

/// The department on whose shelf a procedure or a step of it lies.
fn shelf_of(plan: &Plan, about: &About) -> Option<Id> {
    let About::Record(kind, id) = about else { return None };
    let procedure = match kind {
        Kind::Procedure => Some(*id),
        Kind::ProcedureStep => plan.rows.procedure_steps.get(*id)?.procedure,
        _ => None,
    };
    plan.rows.procedures.get(procedure?)?.department
}

fn first_page<'a>(template: &'a Template, about: &About) -> Option<&'a FirstPage> {
    let About::Template(id) = about else { return None };
    template.first_pages.iter().find(|page| page.id == *id)
}

/// The departments in whose books alone a first page stands.
fn kept_by(plan: &Plan, page: &FirstPage) -> Vec<Id> {
    let named = |one: &Department| one.row.source.as_ref().is_some_and(|source| page.departments.contains(source));
    let at_beds = |one: &Department| page.departments.is_empty() && !page.with_forms.is_empty() && one.patients;
    let departments = plan.rows.departments.live().filter(|one| named(one) || at_beds(one));
    departments.map(|one| one.row.id).collect()
}

/// The pages that carry it: a form, a card, a procedure is seen on its own page first, then in the lists that name it.
fn pages_of(laid: &Laid, about: &About, secret: bool) -> Vec<usize> {
    let carries = |at: &usize| laid.pages[*at].about.contains_key(about) && laid.pages[*at].part != PartSort::Cover;
    let carries = |at: &usize| carries(at) && (secret || laid.pages[*at].part != PartSort::Lettered('S'));
    let mut pages: Vec<usize> = (0..laid.pages.len()).filter(carries).collect();
    let own = own_page(laid, about);
    pages.sort_by_key(|at| Some(*at) != own);
    pages.truncate(PREVIEW_PAGES);
    pages
}

/// The page that is a record's own: its anchor is the singular of its noun and its id.
fn own_page(laid: &Laid, about: &About) -> Option<usize> {
    let About::Record(kind, id) = about else { return None };
    let name = format!("{}{id}", print::own_pages(*kind));
    let own = |anchor: &String| *anchor == name || anchor.starts_with(&format!("{name}/"));
    laid.anchors.iter().find(|(anchor, _)| own(anchor)).map(|(_, place)| place.page)
}
