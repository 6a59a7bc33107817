//! Answers that count, written into a copy of a workbook, and a blank one to be sent.

use super::{FormLook, look, numbered};
use crate::{Binder, Done, Error, FormProblem, Result, Snapshot, Step, checklists, files};
use exchange::list_form::{self, Answered};
use exchange::sheet;
use plan::checklist::{self, CHECKED_ON, NOTE, RESULT, Sheet};
use plan::{Id, Plan};
use std::collections::BTreeMap;
use std::path::Path;

/// What was written into a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledForm {
    /// Cells, and what they hold now.
    pub cells: Vec<(String, String)>,
    /// Answers that stay out: number of the item, and why.
    pub left_out: Vec<(String, Unfilled)>,
    /// The change that keeps the workbook with the plan, where it was not kept yet.
    pub kept: Done,
}

/// Why an answer was not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfilled {
    /// Nobody answered.
    Open,
    /// It has no day or no name.
    Unsigned,
    /// The form has no line for it.
    NoLine,
    /// The form has no column for the last round, or for something else that was said of it.
    NoColumn,
}

impl Binder {
    /// Writes the answers that count into a copy of a workbook; the workbook itself stays as it is. The institution's own,
    /// where nothing is answered in it, is kept with the plan: next time, and in what a visitor is handed, it is there.
    ///
    /// # Errors
    /// [`Error::ListForm`]; as [`files::write_whole`]. Nothing was written.
    pub fn fill_form(&self, list: &str, of: Option<Id>, (into, to): (&Path, &Path), step: &Step) -> Result<FilledForm> {
        files::place_for(to)?;
        if std::fs::canonicalize(to).is_ok_and(|to| std::fs::canonicalize(into).is_ok_and(|into| into == to)) {
            return Err(store::Error::Exists(to.to_owned()).into());
        }
        let bytes = files::read_whole(into)?;
        let mut filled = self.fill_bytes(list, of, &bytes, to)?;
        // One that says something already would say it for ever in every copy.
        let says = |read: &super::FormRead| read.same > 0 || !read.taken.is_empty() || !read.kept.is_empty();
        let is_blank = self.read_form(list, None, into).is_ok_and(|read| !says(&read));
        if of.is_none() && self.read_only().is_none() && is_blank {
            // The filled copy is there; that the blank one is kept too is not worth an error.
            let name = into.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            filled.kept = self.keep_workbook(list, (&name, &bytes), step).unwrap_or_default();
        }
        Ok(filled)
    }

    /// The same with the workbook the plan keeps for the list.
    ///
    /// # Errors
    /// As [`Binder::fill_form`]; [`Error::NotFound`] where it keeps none.
    pub fn fill_kept_form(&self, list: &str, of: Option<Id>, to: &Path) -> Result<FilledForm> {
        files::place_for(to)?;
        let plan = self.plan();
        let kept = plan.rows.list_files.live().filter(|row| row.list.as_deref() == Some(list));
        let kept = kept.filter_map(|row| plan::Attachment::parse(row.file.as_deref()?)).next_back();
        let bytes = kept.map(|file| self.attachment(&file.hash)).transpose()?.flatten();
        self.fill_bytes(list, of, &bytes.ok_or_else(|| Error::NotFound(list.to_owned()))?, to)
    }

    fn fill_bytes(&self, list: &str, of: Option<Id>, bytes: &[u8], to: &Path) -> Result<FilledForm> {
        let Snapshot { plan, template, .. } = self.snapshot();
        let sheet = checklists::sheet(&plan, &template, list, of)?;
        let FormLook { shape, .. } = look(&sheet, bytes)?;
        let (answers, mut left_out) = answers_of(&plan, &sheet);
        let written = list_form::fill(bytes, &shape, &answers).map_err(FormProblem::Cells)?;
        let numbers: BTreeMap<String, String> =
            numbered(&sheet).into_iter().map(|(key, asked)| (key, asked.to_owned())).collect();
        let no_line = written.without_line.iter().filter_map(|key| numbers.get(key));
        left_out.extend(no_line.map(|number| (number.clone(), Unfilled::NoLine)));
        let no_column = written.without_column.iter().filter_map(|key| numbers.get(key));
        left_out.extend(no_column.map(|number| (number.clone(), Unfilled::NoColumn)));
        files::write_whole(to, &written.bytes)?;
        Ok(FilledForm { cells: written.cells, left_out, kept: Done::default() })
    }

    /// Writes a blank form of a sheet: for a supplier who was given none. What comes back is read like any other.
    ///
    /// # Errors
    /// [`Error::NotFound`]; as [`files::write_whole`].
    pub fn blank_form(&self, list: &str, of: Option<Id>, to: &Path) -> Result<()> {
        files::place_for(to)?;
        let Snapshot { plan, template, .. } = self.snapshot();
        let sheet = checklists::sheet(&plan, &template, list, of)?;
        let asked_for =
            |id: &str| sheet.list.questions.iter().find(|one| one.id == id).map_or("", |one| one.text.as_str());
        let round = template::filled(template.word("visit-round"), &["1".to_owned()]);
        let column = |id: &str| format!("{round} {}", asked_for(id));
        let head = [
            template.word("item").to_owned(),
            template.word("visit-item").to_owned(),
            column(RESULT),
            column(CHECKED_ON),
            template.word("note").to_owned(),
        ];
        let supplier = of.and_then(|id| plan.rows.supplier_forms.find(id)?.supplier);
        let supplier = supplier.and_then(|id| plan.rows.organisations.find(id)).map(plan::Record::title);
        let facility = plan.facility().and_then(|one| one.name.clone());
        let mut rows = vec![supplier.into_iter().chain(facility).collect(), head.to_vec()];
        let line = |asked: template::Asked<'_>| vec![asked.number.to_owned(), asked.mark.bracketed(asked.title)];
        rows.extend(sheet.list.asked(sheet.form).map(line));
        let title = format!("{} {}", sheet.list.edition, sheet.form.title);
        let table = sheet::Table { title: title.clone(), head: vec![title], rows };
        let bytes = sheet::write_xlsx(&table).map_err(|error| Error::Unwritable(error.to_string()))?;
        files::write_whole(to, &bytes)
    }
}

/// What counts of a sheet's answers, and what does not.
fn answers_of(plan: &Plan, sheet: &Sheet<'_>) -> (Vec<Answered>, Vec<(String, Unfilled)>) {
    let (mut out, mut left_out) = (Vec::new(), Vec::new());
    for ((key, number), asked) in numbered(sheet).into_iter().zip(sheet.list.asked(sheet.form)) {
        match checklist::standing(plan, sheet, &asked).0 {
            checklist::Standing::Open => left_out.push((number.to_owned(), Unfilled::Open)),
            checklist::Standing::Unsigned => left_out.push((number.to_owned(), Unfilled::Unsigned)),
            _ => {}
        }
        let mut once = sheet.once(plan, &asked.item.id, NOTE).map(str::to_owned);
        for round in sheet.rounds() {
            let said = sheet.said(plan, round, &asked.item.id);
            if said.stands() {
                let owned = |text: Option<&str>| text.map(str::to_owned);
                let note = once.take();
                let (result, on, target) = (owned(said.result), owned(said.on), owned(said.target));
                out.push(Answered { key: key.clone(), round, result, on, target, note });
            }
        }
    }
    (out, left_out)
}
