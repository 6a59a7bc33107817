//! A document as a PDF: compose, lay out, select the copy's parts, write it, note that it was printed.

use super::asked::asked;
use super::{Attached, info, no_pdf, reprint};
use crate::{Binder, Done, Error, Rehearsal, Result, Snapshot, write_whole};
use plan::operation::{Named, Operation};
use plan::{Finding, Id, Kind, Plan};
use print::outline::PartSort;
use print::{Composing, Copy, Document, Laid, Progress, Unwatched};
use std::path::Path;
use std::sync::{Arc, PoisonError};

/// The part of a book that holds the blank forms to copy.
const FORMS: PartSort = PartSort::Lettered('J');

/// The document that is made of a scenario.
const KIT: &str = "exercise";

/// What to print.
#[derive(Debug, Clone)]
pub struct PrintRequest {
    /// Which document.
    pub document: &'static Document,
    /// Which copy.
    pub copy: Copy,
    /// Print date, `2026-11-22`.
    pub date: String,
    /// Whether the blank forms at the end of a book are printed with it: who has them on the shelf needs them not.
    pub forms: bool,
    /// Which exercise, for the documents of one.
    pub exercise: WhichExercise,
}

/// The exercise a paper is of.
#[derive(Debug, Clone, Default)]
pub struct WhichExercise {
    /// The scenario whose kit is printed; the first that fits while none is named.
    pub scenario: Option<String>,
    /// Names of the systems that are hit.
    pub hits: Vec<String>,
    /// The exercise that is reported; the last while none is named.
    pub held: Option<Id>,
}

/// A printed document.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What only shows on paper.
    pub findings: Vec<Finding>,
    /// The note that it was printed, where the plan could take one.
    pub noted: Option<Done>,
    /// Number of the last change it shows.
    point: i64,
    /// Fingerprints of cards and forms in it.
    sheets: std::collections::BTreeMap<String, String>,
}

impl Binder {
    /// Makes the PDF. Works on a snapshot; editing goes on meanwhile.
    ///
    /// # Errors
    /// [`Error::Cancelled`], a department that is not there, or a copy the document does not have.
    pub fn print(&self, request: &PrintRequest, progress: &dyn Progress) -> Result<Printed> {
        let Snapshot { plan, template, seq } = self.snapshot();
        let PrintRequest { document, copy, date, forms, exercise } = request;
        meant(&plan, copy)?;
        if !document.has(copy) {
            return Err(Error::HeadquartersOnly);
        }
        let asked = asked(&plan, &template);
        let script = if document.name == KIT { self.kit(exercise)? } else { None };
        let outline = document.compose(&Composing {
            plan: &plan,
            template: &template,
            copy,
            date,
            asked: &asked,
            script: script.as_ref(),
            held: exercise.held,
        });
        let laid = print::layout(outline, progress).map_err(|_| Error::Cancelled)?;
        let pages = chosen(&laid, *forms);
        let pictures = Attached::of(self);
        let bytes = print::pdf_of(&laid, &info(&laid, date), &pages, &pictures, progress).map_err(no_pdf)?;
        let sheets = document.sheets.map(|kind| reprint::fingerprints(&laid, kind, &laid.facility));
        let sheets = sheets.filter(|_| !pictures.missed()).unwrap_or_default();
        Ok(Printed {
            bytes,
            pages: pages.len(),
            findings: print::findings(&plan, &template, &laid),
            noted: None,
            point: seq,
            sheets,
        })
    }

    /// Makes the PDF and puts it in a file; a file of that name is replaced only by a whole one.
    ///
    /// # Errors
    /// As [`Binder::print`], and when the file cannot be written.
    pub fn print_to(&self, request: &PrintRequest, to: &Path, progress: &dyn Progress) -> Result<Printed> {
        crate::place_for(to)?;
        let mut printed = self.print(request, progress)?;
        write_whole(to, &printed.bytes)?;
        if self.read_only().is_none() {
            // The paper is there; that it was printed is only a note, and not worth an error.
            printed.noted = self.note_print(request, &printed).ok();
        }
        Ok(printed)
    }

    /// Notes that a document was printed.
    pub(crate) fn note_print(&self, request: &PrintRequest, printed: &Printed) -> Result<Done> {
        let last = self.plan().rows.prints.last().map(|one| one.row.position.clone());
        let noted = !printed.sheets.is_empty();
        let columns = [
            ("position", plan::order::after(last.as_deref(), 1).pop()),
            ("document", Some(request.document.name.to_owned())),
            ("copy", Some(request.copy.to_string())),
            ("printed_at", Some(self.outside().now())),
            ("pages", Some(printed.pages.to_string())),
            ("point", Some(printed.point.to_string())),
            ("sheets", noted.then(|| serde_json::to_string(&printed.sheets).unwrap_or_default())),
            ("method", noted.then(|| print::layout::METHOD.to_owned())),
        ];
        let columns = columns.map(|(column, value)| (column.to_owned(), value)).to_vec();
        let change = plan::Change { kind: Kind::Print, id: self.outside().new_id(), new: true, columns };
        self.note(Operation::Print(Named(request.document.name.to_owned())), &[change])
    }
}

impl Binder {
    /// The script whose kit is printed: of the scenario that is named, else of the first that fits.
    fn kit(&self, which: &WhichExercise) -> Result<Option<plan::exercise::Script>> {
        let first = || Ok(self.rehearsals()?.into_iter().find(Rehearsal::fits).map(|one| one.scenario.id));
        let named = which.scenario.clone().map_or_else(first, |id| Ok::<_, Error>(Some(id)))?;
        let made = |id: String| match self.rehearsal(&id, &which.hits)? {
            one if one.sound => Ok(one.script),
            one => Err(Error::Unsound(one.script.title)),
        };
        named.map(made).transpose()
    }
}

/// What a copy of a document would be, before it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintLook {
    /// Pages before the blank forms.
    pub pages: usize,
    /// Pages of blank forms at its end.
    pub forms: usize,
}

/// The pages that are printed; a document that is nothing but forms is not printed without them.
fn chosen(laid: &Laid, forms: bool) -> Vec<usize> {
    let all = 0..laid.pages.len();
    let before: Vec<usize> = all.clone().filter(|at| laid.pages[*at].part != FORMS).collect();
    if forms || before.is_empty() { all.collect() } else { before }
}

impl Binder {
    /// What a copy of a document would be.
    ///
    /// # Errors
    /// As [`Binder::print`].
    pub fn look_at_print(&self, document: &'static Document, copy: &Copy) -> Result<PrintLook> {
        let laid = self.laid(document, copy)?.0;
        let pages = chosen(&laid, false).len();
        Ok(PrintLook { pages, forms: laid.pages.len() - pages })
    }

    /// The first page of a copy that says something, as a PDF of its own.
    ///
    /// # Errors
    /// As [`Binder::print`].
    pub fn preview_print(&self, document: &'static Document, copy: &Copy, progress: &dyn Progress) -> Result<Vec<u8>> {
        let laid = self.laid(document, copy)?.0;
        let says = |page: &print::layout::Page| matches!(page.part, PartSort::Lettered(_)) && !page.blank;
        let first = laid.pages.iter().position(says).unwrap_or_default();
        let date = self.outside().today();
        print::pdf_of(&laid, &info(&laid, &date), &[first], &Attached::of(self), progress).map_err(no_pdf)
    }

    /// A copy of a document, laid. Who looks asks several times: the last one is kept until something changes.
    pub(super) fn laid(&self, document: &'static Document, copy: &Copy) -> Result<(Arc<Laid>, Snapshot)> {
        let snapshot = self.snapshot();
        let Snapshot { plan, template, seq } = &snapshot;
        meant(plan, copy)?;
        if !document.has(copy) {
            return Err(Error::HeadquartersOnly);
        }
        let date = self.outside().today();
        let now = (*seq, template.hash.clone(), document.name, copy.clone(), date.clone());
        let mut kept = self.laid.lock().unwrap_or_else(PoisonError::into_inner);
        let laid = match kept.take() {
            Some((known, laid)) if known == now => laid,
            _ => {
                let asked = asked(plan, template);
                let of = Composing { copy, asked: &asked, ..Composing::hq(plan, template, &date) };
                Arc::new(print::layout(document.compose(&of), &Unwatched).map_err(|_| Error::Cancelled)?)
            }
        };
        *kept = Some((now, laid.clone()));
        drop(kept);
        Ok((laid, snapshot))
    }
}

/// Whether a copy's department is there, and only one is meant.
pub(super) fn meant(plan: &Plan, copy: &Copy) -> Result<()> {
    let Copy::Ward(Some(named)) = copy else { return Ok(()) };
    let meant = copy.meant(plan);
    if meant.is_empty() {
        return Err(Error::NotFound(named.clone()));
    }
    if meant.len() > 1 {
        let titles: Vec<String> = meant.into_iter().map(plan::Record::title).collect();
        return Err(Error::Ambiguous { name: named.clone(), meant: titles.join("、") });
    }
    Ok(())
}

/// `2026-11-22` out of what people type as a date.
///
/// # Errors
/// [`Error::Date`] for what is none.
pub fn print_date(text: &str) -> Result<String> {
    let date = plan::normalise(plan::FieldKind::Date, text);
    if plan::readable(plan::FieldKind::Date, &date) { Ok(date) } else { Err(Error::Date(text.to_owned())) }
}
