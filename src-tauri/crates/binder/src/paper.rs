//! A plan becomes paper: compose, lay out, select the copy's parts, write the PDF.

use crate::{Binder, Done, Error, Result, Snapshot};
use plan::operation::{Named, Operation};
use plan::{Finding, Id, Kind, Plan};
use print::outline::{About, PartSort};
use print::{Composing, Copy, Document, Info, Laid, PdfError, Progress};
use std::path::Path;
use template::Template;

/// What to print.
#[derive(Debug, Clone)]
pub struct PrintRequest {
    /// Which document.
    pub document: &'static Document,
    /// Which copy.
    pub copy: Copy,
    /// Print date, `2026-11-22`.
    pub date: String,
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
    /// Fingerprints of cards and forms in it.
    sheets: std::collections::BTreeMap<String, String>,
}

/// Pages a preview shows at most: what carries a record everywhere is shown by its first places.
const PREVIEW_PAGES: usize = 6;

impl Binder {
    /// Makes the PDF. Works on a snapshot; editing goes on meanwhile.
    ///
    /// # Errors
    /// [`Error::Cancelled`], a department that is not there, or a copy the document does not have.
    pub fn print(&self, request: &PrintRequest, progress: &dyn Progress) -> Result<Printed> {
        let Snapshot { plan, template, .. } = self.snapshot();
        let PrintRequest { document, copy, date } = request;
        if let Copy::Ward(Some(named)) = copy
            && copy.department(&plan).is_none()
        {
            return Err(Error::NotFound(named.clone()));
        }
        if let Copy::Ward(Some(named)) = copy {
            let alike: Vec<String> =
                plan.rows.departments.live().map(plan::Record::title).filter(|title| title == named).collect();
            if alike.len() > 1 {
                return Err(Error::Ambiguous { name: named.clone(), meant: alike.join("、") });
            }
        }
        if !document.has(copy) {
            return Err(Error::HeadquartersOnly);
        }
        let asked = asked(&plan, &template);
        let outline = document.compose(&Composing { plan: &plan, template: &template, copy, date, asked: &asked });
        let laid = print::layout(outline, progress).map_err(|_| Error::Cancelled)?;
        let pages = laid.pages_of(|part| document.takes(copy, part));
        let bytes = print::pdf_of(&laid, &info(&laid, date), &pages, &Attached(self), progress).map_err(no_pdf)?;
        let sheets = document.sheets.map(|kind| crate::reprint::fingerprints(&laid, kind, &laid.facility));
        let sheets = sheets.unwrap_or_default();
        Ok(Printed {
            bytes,
            pages: pages.len(),
            findings: print::findings(&plan, &template, &laid),
            noted: None,
            sheets,
        })
    }

    /// Makes the PDF and puts it in a file; a file of that name is replaced only by a whole one.
    ///
    /// # Errors
    /// As [`Binder::print`], and when the file cannot be written.
    pub fn print_to(&self, request: &PrintRequest, to: &Path, progress: &dyn Progress) -> Result<Printed> {
        let mut printed = self.print(request, progress)?;
        write_whole(to, &printed.bytes)?;
        if self.read_only().is_none() {
            // The paper is there; that it was printed is only a note, and not worth an error.
            printed.noted = self.note_print(request, &printed).ok();
        }
        Ok(printed)
    }

    fn note_print(&self, request: &PrintRequest, printed: &Printed) -> Result<Done> {
        let last = self.plan().rows.prints.last().map(|one| one.row.position.clone());
        let noted = !printed.sheets.is_empty();
        let columns = [
            ("position", plan::order::after(last.as_deref(), 1).pop()),
            ("document", Some(request.document.name.to_owned())),
            ("copy", Some(request.copy.to_string())),
            ("printed_at", Some(self.outside().now())),
            ("pages", Some(printed.pages.to_string())),
            ("sheets", noted.then(|| serde_json::to_string(&printed.sheets).unwrap_or_default())),
            ("method", noted.then(|| print::layout::METHOD.to_owned())),
        ];
        let columns = columns.map(|(column, value)| (column.to_owned(), value)).to_vec();
        let change = plan::Change { kind: Kind::Print, id: self.outside().new_id(), new: true, columns };
        self.note(Operation::Print(Named(request.document.name.to_owned())), &[change])
    }

    /// The pages that carry a record or a text, as a PDF of its own.
    ///
    /// # Errors
    /// [`Error::NotFound`] when no page carries it; [`Error::Cancelled`] when a newer preview was asked for.
    pub fn preview(&self, about: &About, progress: &dyn Progress) -> Result<Vec<u8>> {
        let Snapshot { plan, template, .. } = self.snapshot();
        let date = self.outside().today();
        let outline = print::Document::binder().compose(&Composing::hq(&plan, &template, &date));
        let laid = print::layout(outline, progress).map_err(|_| Error::Cancelled)?;
        let carries = |at: &usize| laid.pages[*at].about.contains(about) && laid.pages[*at].part != PartSort::Cover;
        let mut pages: Vec<usize> = (0..laid.pages.len()).filter(carries).collect();
        // A form, a card, a procedure is seen on its own page first, then in the lists that name it.
        let own = own_page(&laid, about);
        pages.sort_by_key(|at| Some(*at) != own);
        pages.truncate(PREVIEW_PAGES);
        if pages.is_empty() {
            return Err(Error::NotFound("preview".to_owned()));
        }
        print::pdf_of(&laid, &info(&laid, &date), &pages, &Attached(self), progress).map_err(no_pdf)
    }
}

/// The page that is a record's own: its anchor is the singular of its noun and its id.
fn own_page(laid: &Laid, about: &About) -> Option<usize> {
    let About::Record(kind, id) = about else { return None };
    let name = format!("{}{id}", print::own_pages(*kind));
    let own = |anchor: &String| *anchor == name || anchor.starts_with(&format!("{name}/"));
    laid.anchors.iter().find(|(anchor, _)| own(anchor)).map(|(_, place)| place.page)
}

/// The bytes of attached pictures, read as they are needed. One that cannot be read leaves its frame empty.
struct Attached<'a>(&'a Binder);

impl print::Pictures for Attached<'_> {
    fn bytes(&self, hash: &str) -> Option<Vec<u8>> {
        self.0.attachment(hash).ok().flatten()
    }
}

/// What is put off or asked, by role in the plan's order, those without a role last.
fn asked(plan: &Plan, template: &Template) -> Vec<print::Asked> {
    let mut out: Vec<(Option<Id>, print::Asked)> = Vec::new();
    for owed in plan::overview::owed(plan, template) {
        let Some(remark) = plan.rows.remarks.get(owed.remark) else { continue };
        let text = remark.text.clone().unwrap_or_else(|| template.word("deferred").to_owned());
        let at = crate::remark_place(plan, template, remark, false);
        let role = owed.role.and_then(|id| plan.find(Kind::Role, id));
        let place = match out.iter().position(|(id, _)| *id == owed.role) {
            Some(place) => place,
            None => {
                let role = role.map(|role| plan::title_of(plan, template, role)).unwrap_or_default();
                out.push((owed.role, print::Asked { role, questions: Vec::new() }));
                out.len() - 1
            }
        };
        out[place].1.questions.push((at, text));
    }
    out.sort_by_key(|(role, _)| {
        role.and_then(|role| plan.rows.roles.iter().position(|one| one.row.id == role)).unwrap_or(usize::MAX)
    });
    out.into_iter().map(|(_, asked)| asked).collect()
}

fn no_pdf(error: PdfError) -> Error {
    match error {
        PdfError::Cancelled => Error::Cancelled,
        fault => Error::Pdf(fault.to_string()),
    }
}

fn info(laid: &Laid, date: &str) -> Info {
    Info {
        title: laid.title.clone(),
        facility: laid.facility.clone(),
        date: date.to_owned(),
        language: "ja-JP".to_owned(),
    }
}

/// `2026-11-22` out of what people type as a date.
///
/// # Errors
/// [`Error::Date`] for what is none.
pub fn print_date(text: &str) -> Result<String> {
    let date = plan::normalise(plan::FieldKind::Date, text);
    if plan::readable(plan::FieldKind::Date, &date) { Ok(date) } else { Err(Error::Date(text.to_owned())) }
}

/// Writes a file a person chose, whole or not at all.
///
/// # Errors
/// [`store::Error::Exists`] for a plan and what belongs to it, [`Error::File`] with what the system said.
pub fn write_whole(to: &Path, bytes: &[u8]) -> Result<()> {
    store::write_whole(to, bytes).map_err(|error| match error {
        store::Error::Io { path, cause } => Error::File { path, cause },
        other => other.into(),
    })
}

/// Reads a file a person chose.
///
/// # Errors
/// [`Error::File`].
pub fn read_whole(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|cause| Error::File { path: path.to_owned(), cause })
}
