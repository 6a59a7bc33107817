//! What is handed to a visitor in a folder (渡すもの一式): the paper, the filled workbook of the list, the suppliers' forms as
//! they came back, the proofs, and an index with the hash of each file.
//!
//! Deliberately not here: what stays in the house (`open-points`), drawings of the network, and looking into files
//! somebody attached.

mod contents;
mod index;
mod names;

use crate::{
    Binder, DocumentWords, Done, Error, Message, PrintRequest, Printed, Result, Snapshot, Unfilled, WhichExercise,
    files,
};
use contents::{Entry, Missing, Source};
use plan::checklist::{self, Sheet};
use plan::{Doing, Progress};
use print::{Copy, Document};
use std::path::{Path, PathBuf};

/// What a filled workbook does not say: numbers of items, and why.
type LeftOut = Vec<(String, Unfilled)>;

/// A folder that was written.
#[derive(Debug, Clone)]
pub struct VisitFolder {
    /// Where it is.
    pub folder: PathBuf,
    /// Its files, in the order of the index; the index itself is the last.
    pub files: Vec<Put>,
    /// What is not in it, each a sentence.
    pub missing: Vec<String>,
    /// The note that the paper was printed, where the plan could take one.
    pub noted: Option<Done>,
}

/// A file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// Where it lies in the folder, with `/`.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the bytes, in hex.
    pub hash: String,
    /// What it is.
    pub what: String,
}

impl Binder {
    /// Writes what a visitor is handed into a new folder, whole or not at all.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a document of no visit or one that does not fit, [`store::Error::Exists`] where something
    /// is, [`Error::InDoubt`], [`Error::Cancelled`], [`Error::File`]; nothing is left behind.
    pub fn write_visit(
        &self,
        document: &'static Document,
        date: &str,
        to: &Path,
        progress: &dyn Progress,
    ) -> Result<VisitFolder> {
        let visit = document.visit.ok_or_else(|| Error::NotFound(document.name.to_owned()))?;
        let snapshot = self.snapshot();
        snapshot.beyond_doubt()?;
        let Snapshot { plan, template, .. } = snapshot;
        let sheet = checklist::for_visit(&plan, &template, visit).filter(|_| document.is_for(plan.institution()));
        let sheet = sheet.ok_or_else(|| Error::NotFound(document.name.to_owned()))?;
        let (copy, exercise) = (Copy::Hq, WhichExercise::default());
        let request = PrintRequest { document, copy, date: date.to_owned(), forms: true, exercise };
        let (printed, files, missing) = files::folder_whole(to, |folder| {
            let printed = self.print(&request, progress)?;
            let (entries, mut missing) = contents::of(&plan, &sheet, DocumentWords::of(document).file);
            let mut put = Vec::new();
            for (nth, entry) in entries.iter().enumerate() {
                if !progress.go_on(Doing::Copying, nth, entries.len()) {
                    return Err(Error::Cancelled);
                }
                match self.put(&sheet, &printed, entry, folder) {
                    Ok((file, left_out)) => {
                        put.push(file);
                        missing.extend(contents::unwritten(&left_out));
                    }
                    // A file that is spoilt, or that cannot be filled, is no reason to hand over nothing; a full disk is.
                    Err(error @ (Error::File { .. } | Error::Store(_))) => return Err(error),
                    Err(error) => {
                        missing.push(Missing::own(format!("{}　{}", entry.what, Message::of(&error).happened)));
                    }
                }
            }
            put.push(index::written(&plan, (document, &sheet), date, folder, (&put, &missing))?);
            Ok((printed, put, missing))
        })?;
        let noted = if self.read_only().is_none() { self.note_print(&request, &printed).ok() } else { None };
        let missing = missing.into_iter().map(|one| one.shown).collect();
        Ok(VisitFolder { folder: to.to_owned(), files, missing, noted })
    }

    /// Puts one file into the folder; for the workbook also what was not written into it.
    fn put(&self, sheet: &Sheet<'_>, printed: &Printed, entry: &Entry, folder: &Path) -> Result<(Put, LeftOut)> {
        let at = folder.join(&entry.name);
        if let Some(above) = at.parent() {
            std::fs::create_dir_all(above).map_err(|cause| Error::File { path: above.to_owned(), cause })?;
        }
        let left_out = match &entry.source {
            Source::Paper => files::write_whole(&at, &printed.bytes).map(|()| LeftOut::new())?,
            Source::Attached(hash) => files::write_whole(&at, &self.attached(hash)?).map(|()| LeftOut::new())?,
            Source::Filled => match self.fill_kept_form(&sheet.list.id, None, &at) {
                Err(Error::Store(store::Error::Damaged(_))) => return Err(Error::FileSpoilt),
                filled => filled?.left_out,
            },
        };
        let bytes = files::read_whole(&at)?;
        let (size, hash) = (bytes.len() as u64, store::hash_of(&bytes));
        Ok((Put { name: entry.name.clone(), size, hash, what: entry.what.clone() }, left_out))
    }

    /// The bytes of an attached file, as they were attached.
    fn attached(&self, hash: &str) -> Result<Vec<u8>> {
        let bytes = match self.attachment(hash) {
            Err(Error::Store(store::Error::Damaged(_))) => None,
            found => found?,
        };
        bytes.filter(|bytes| store::hash_of(bytes) == hash).ok_or(Error::FileSpoilt)
    }

    /// A name for such a folder that nothing has yet, beside other files.
    pub fn visit_folder_in(&self, document: &Document, date: &str, parent: &Path) -> PathBuf {
        let facility = self.plan().facility().and_then(|one| one.name.clone()).unwrap_or_default();
        let name = names::safe(&format!("{}_{facility}_{date}", DocumentWords::of(document).file));
        let numbered = |nth: usize| parent.join(if nth == 1 { name.clone() } else { format!("{name}_{nth}") });
        (1..).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| parent.join(&name))
    }
}
