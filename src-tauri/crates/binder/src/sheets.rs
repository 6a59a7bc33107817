//! Sheets in and out of an open plan: look first, then exactly that, as one step.

use crate::{Binder, Done, Error, Progress, Result, Snapshot, Step, embedded};
use exchange::import::{Known, Offered, Preview, Setup, Verdict, What, preview};
use exchange::sheet;
use plan::{Id, Kind, Operation};
use std::sync::LazyLock;

/// The words by which columns and values are known; a broken file stops the tests, not the program.
static KNOWN: LazyLock<Known> =
    LazyLock::new(|| Known::read(embedded::text("import.toml").unwrap_or_default()).unwrap_or_default());

/// A sheet, and what a person said of it.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    /// What it is about.
    pub what: What,
    /// The file.
    pub bytes: Vec<u8>,
    /// Sheet, line of the column names, columns; what is not said is guessed.
    pub setup: Setup,
}

/// What was looked at.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The sheets: names, and the first lines of the chosen one with their numbers.
    pub sheets: Vec<String>,
    /// The first lines of the chosen sheet.
    pub lines: Vec<Vec<String>>,
    /// The verdicts.
    pub preview: Preview,
    /// This file with this set-up and this state of the plan; nothing else is imported.
    pub token: String,
    /// The state of the plan that was looked at.
    seq: i64,
}

/// Lines a person sees of a sheet, to point at the column names.
const LINES: usize = 20;

impl Looked {
    /// How many rows have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.preview.rows.iter().filter(|row| row.verdict == verdict).count()
    }
}

/// Why cells of a sheet are not taken, in a few words.
pub fn import_lost(lost: &exchange::import::Lost) -> String {
    KNOWN.lost(lost)
}

/// A sentence about a row.
pub fn import_note(note: &exchange::import::Note) -> String {
    KNOWN.note(note)
}

/// A table as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFormat {
    /// Excel.
    Xlsx,
    /// CSV, UTF-8 with its mark, so that Excel opens it right.
    Csv,
    /// vCard 3.0, for people and organisations: telephones read it.
    Vcard,
}

impl Binder {
    /// What importing a sheet would do. Nothing is written.
    ///
    /// # Errors
    /// [`Error::Sheet`] when the file cannot be read; [`Error::Cancelled`].
    pub fn look_at_sheet(&self, request: &ImportRequest, progress: &dyn Progress) -> Result<Looked> {
        let book = sheet::read(&request.bytes).map_err(Error::Sheet)?;
        let Snapshot { plan, template, seq } = self.snapshot();
        let mut fresh = || -> Id { self.outside().new_id() };
        let offered = Offered { what: request.what, book: &book, setup: &request.setup };
        let preview = preview(&plan, &template, &KNOWN, offered, &mut fresh, progress).map_err(|_| Error::Cancelled)?;
        // Of a list of patients nothing is shown either.
        let patients = preview.trouble.as_ref().is_some_and(|trouble| trouble.code == "patients");
        let chosen = book.sheets.get(preview.sheet).filter(|_| !patients);
        let lines = chosen.map_or_else(Vec::new, |sheet| {
            let text = |row: &Vec<sheet::Cell>| row.iter().map(|cell| cell.text.clone()).collect();
            sheet.rows.iter().take(LINES).map(text).collect()
        });
        let said =
            format!("{} {:?} {:?} {seq} {}", plan.id, request.what, request.setup, store::hash_of(&request.bytes));
        Ok(Looked {
            sheets: book.sheets.into_iter().map(|sheet| sheet.name).collect(),
            lines,
            preview,
            token: store::hash_of(said.as_bytes()),
            seq,
        })
    }

    /// Imports what was looked at, as one step of undo.
    ///
    /// # Errors
    /// [`Error::ImportChanged`] when file, set-up or plan are no longer those; [`Error::Import`] when there is
    /// nothing to import; [`Error::Cancelled`]. Nothing was written.
    pub fn import_sheet(
        &self,
        request: &ImportRequest,
        token: &str,
        step: &Step,
        progress: &dyn Progress,
    ) -> Result<(Done, Looked)> {
        let looked = self.look_at_sheet(request, progress)?;
        if looked.token != token {
            return Err(Error::ImportChanged);
        }
        if let Some(trouble) = &looked.preview.trouble {
            return Err(Error::Import(KNOWN.note(trouble)));
        }
        let operation = Operation::Import(request.what.lists()[0]);
        let done = self.write_all(operation, &looked.preview.changes, step, looked.seq, progress)?;
        Ok((done, looked))
    }

    /// Records as the bytes of a sheet, and how many rows it has.
    ///
    /// # Errors
    /// [`Error::NotFound`] for what has no table of its own; [`Error::InDoubt`].
    pub fn export_sheet(&self, what: What, format: SheetFormat) -> Result<(Vec<u8>, usize)> {
        let now = self.snapshot();
        now.beyond_doubt()?;
        let Snapshot { plan, template, .. } = now;
        let table =
            exchange::table(&plan, &template, &KNOWN, what).ok_or_else(|| Error::NotFound(what.name().to_owned()))?;
        let rows = table.rows.len();
        let bytes = match format {
            SheetFormat::Xlsx => sheet::write_xlsx(&table).map_err(|error| Error::Unwritable(error.to_string()))?,
            SheetFormat::Csv => sheet::write_csv(&table),
            SheetFormat::Vcard => {
                let kind = what.kind().filter(|kind| matches!(kind, Kind::Person | Kind::Organisation));
                let kind = kind.ok_or_else(|| Error::NotFound(what.name().to_owned()))?;
                let facility = plan.facility().and_then(|one| one.name.clone()).unwrap_or_default();
                sheet::write_vcards(&table, &exchange::table_fields(kind), &facility)
            }
        };
        Ok((bytes, rows))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_words_of_imports_can_be_read() {
        let text = crate::embedded::text("import.toml").expect("it is embedded");
        exchange::import::Known::read(text).expect("and well-formed");
    }
}
