//! Print, preview, first pages.

use super::guide::finding_view;
use super::{id, kind};
use crate::types::*;
use crate::{Fault, Host, Rights};
use binder::Snapshot;
use binder::plan::{AnswerKey, Kind};
use binder::{
    Copy, DOCUMENTS, Document, DocumentWords, Error, PrintRequest, Shows, WhichExercise, print::outline::About,
};
use std::path::PathBuf;

/// Prints a document to a file.
pub(crate) fn print(host: &Host, request: PrintCommand) -> Result<PrintedView, Fault> {
    let copy = request.copy.parse().map_err(|_| Error::NotFound(request.copy))?;
    let document = Document::named(&request.document).ok_or(Error::NotFound(request.document))?;
    let date = if request.date.is_empty() { host.outside.today() } else { binder::print_date(&request.date)? };
    let exercise = WhichExercise::default();
    printed(host, &PrintRequest { document, copy, date, forms: request.forms, exercise }, request.path)
}

/// Prints a paper of an exercise to a file.
pub(crate) fn print_exercise(host: &Host, request: PrintExercise) -> Result<PrintedView, Fault> {
    let document = Document::named(&request.document).ok_or(Error::NotFound(request.document))?;
    let exercise = WhichExercise {
        scenario: Some(request.scenario).filter(|id| !id.is_empty()),
        hits: request.hits,
        held: request.exercise.as_deref().map(id).transpose()?,
    };
    let date = host.outside.today();
    printed(host, &PrintRequest { document, copy: Copy::Hq, date, forms: true, exercise }, request.path)
}

fn printed(host: &Host, request: &PrintRequest, path: String) -> Result<PrintedView, Fault> {
    let printed = host.binder()?.print_to(request, &PathBuf::from(&path), &host.work(Work::Print))?;
    let noted = printed.noted.unwrap_or_default();
    Ok(PrintedView {
        seq: noted.seq,
        changed: super::refs(&noted),
        path,
        pages: super::count(printed.pages),
        findings: printed.findings.iter().map(finding_view).collect(),
    })
}

/// Writes what a visitor is handed into a new folder.
pub(crate) fn write_visit(host: &Host, request: VisitCommand) -> Result<VisitFolderView, Fault> {
    let document = Document::named(&request.document).ok_or(Error::NotFound(request.document))?;
    let date = if request.date.is_empty() { host.outside.today() } else { binder::print_date(&request.date)? };
    let binder = host.binder()?;
    let to = binder.visit_folder_in(document, &date, &PathBuf::from(request.folder));
    let written = binder.write_visit(document, &date, &to, &host.work(Work::Print))?;
    let noted = written.noted.unwrap_or_default();
    let file = |one: binder::Put| VisitFile { name: one.name, what: one.what };
    Ok(VisitFolderView {
        seq: noted.seq,
        changed: super::refs(&noted),
        path: written.folder.display().to_string(),
        files: written.files.into_iter().map(file).collect(),
        missing: written.missing,
    })
}

/// What a copy of a document would be.
pub(crate) fn look_at_print(host: &Host, request: LookAtPrint) -> Result<PrintLookView, Fault> {
    let document = Document::named(&request.document).ok_or(Error::NotFound(request.document))?;
    let copy = request.copy.parse().map_err(|_| Error::NotFound(request.copy))?;
    let look = host.binder()?.look_at_print(document, &copy)?;
    Ok(PrintLookView { pages: super::count(look.pages), forms: super::count(look.forms) })
}

/// What can be printed, in order.
pub(super) fn documents() -> Vec<DocumentInfo> {
    let info = |document: &Document| {
        let words = DocumentWords::of(document);
        DocumentInfo {
            name: document.name.to_owned(),
            title: words.title.to_owned(),
            about: words.about.to_owned(),
            caution: words.caution.to_owned(),
            secret: document.secret,
            file: words.file.to_owned(),
            file_ward: words.file_ward.to_owned(),
            copies: document.copies.into(),
            institutions: document.institutions.iter().map(|one| (*one).to_owned()).collect(),
            listed: document.listed,
            visit: document.visit.is_some(),
        }
    };
    DOCUMENTS.iter().map(info).collect()
}

/// First pages and their confirmations.
pub(crate) fn first_pages(host: &Host, _: Empty) -> Result<FirstPages, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, .. } = binder.snapshot();
    let page_view = |page: &binder::template::FirstPage| FirstPageView {
        id: page.id.clone(),
        title: page.title.clone(),
        reader: page.reader.clone(),
        confirm: page
            .confirm
            .iter()
            .map(|(id, text)| Confirmation {
                id: id.clone(),
                text: text.clone(),
                by: plan.answer(&AnswerKey::first_page(&page.id, id)).unwrap_or_default().to_owned(),
            })
            .collect(),
    };
    let pages = binder::plan::rules::first_pages_of(&plan, &template).map(page_view).collect();
    Ok(FirstPages { reads: super::reads(&[Kind::Answer, Kind::Facility]), pages })
}

/// The pages that carry a record or a text of the template, as PDF bytes, for a window with these rights.
///
/// # Errors
/// `window-may-not`; `cancelled` when a newer preview was asked for in the same window.
pub fn preview(host: &Host, window: &str, rights: Rights, request: &PreviewRequest) -> Result<Vec<u8>, Fault> {
    rights.need(Rights::LOOK)?;
    let binder = host.binder()?;
    if request.kind == "page" {
        // Pages of part S are for headquarters.
        if !rights.edit && request.id.starts_with('S') {
            return Err(Fault::of("window-may-not"));
        }
        return Ok(binder.preview_page(&request.id, &host.newest_preview(window))?);
    }
    if request.kind == "print" {
        rights.need(Rights { edit: true, ..Rights::LOOK })?;
        let (name, copy) = request.id.split_once('/').unwrap_or((&request.id, "hq"));
        let document = Document::named(name).ok_or_else(|| Error::NotFound(name.to_owned()))?;
        let copy = copy.parse().map_err(|_| Error::NotFound(copy.to_owned()))?;
        return Ok(binder.preview_print(document, &copy, &host.newest_preview(window))?);
    }
    let about = match request.kind.as_str() {
        "template" => About::Template(request.id.clone()),
        noun => About::Record(kind(noun)?, id(&request.id)?),
    };
    Ok(binder.preview(&about, Shows { whole: request.whole, secret: rights.edit }, &host.newest_preview(window))?)
}
