//! The workbook of a checklist (票) and a plan: what it is taken for.
//!
//! What is written is what counts (with day and name, `fill`); what is read is put only where the plan says nothing yet
//! (`read`); a list nobody here saw is made of its own workbook (`make`).

mod fill;
mod keep;
mod make;
mod read;

pub use fill::{FilledForm, Unfilled};
pub use make::ListFrom;
pub(crate) use make::number_of;
pub use read::{FormRead, ReadAnswer};

use crate::{Binder, Error, FormProblem, Result, Snapshot, checklists, embedded, files};
use exchange::list_form::{self, Number, Shape};
use exchange::sheet;
use plan::Id;
use plan::checklist::Sheet;
use serde::Deserialize;
use std::path::Path;

/// What a workbook was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormLook {
    /// What stands where.
    pub shape: Shape,
    /// The official file it is, byte for byte, as far as that is known.
    pub official: Option<String>,
    /// Numbers of the list's items it has a line for.
    pub there: Vec<String>,
    /// Numbers of those it has none for.
    pub missing: Vec<String>,
    /// Lines of it that belong to no item of the list: number and text.
    pub others: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct KnownForms {
    form: Vec<KnownForm>,
}

/// A workbook as it was handed out.
#[derive(Debug, Clone, Deserialize)]
struct KnownForm {
    sha256: String,
    name: String,
    list: String,
    supplier: bool,
}

impl Binder {
    /// What a workbook is taken for, as a form of a list.
    ///
    /// # Errors
    /// [`Error::ListForm`]; [`Error::NotFound`] for the list.
    pub fn look_at_form(&self, list: &str, of: Option<Id>, from: &Path) -> Result<FormLook> {
        let Snapshot { plan, template, .. } = self.snapshot();
        let bytes = files::read_whole(from)?;
        look(&checklists::sheet(&plan, &template, list, of)?, &bytes)
    }
}

/// The official file of these bytes, as far as that is known.
fn known(bytes: &[u8]) -> Option<KnownForm> {
    let forms: KnownForms = toml::from_str(embedded::text("known-forms.toml")?).ok()?;
    let hash = store::hash_of(bytes);
    forms.form.into_iter().find(|form| form.sha256 == hash)
}

/// Items of a sheet by the key forms name them with, and their numbers.
fn numbered<'t>(sheet: &Sheet<'t>) -> Vec<(String, &'t str)> {
    let key = |asked: &template::Asked<'t>| match asked.item.group {
        Some(_) => Number::key(asked.number).unwrap_or_else(|| asked.item.id.clone()),
        None => "0".to_owned(),
    };
    sheet.list.asked(sheet.form).map(|asked| (key(&asked), asked.number)).collect()
}

fn look(sheet: &Sheet<'_>, bytes: &[u8]) -> Result<FormLook> {
    let book = sheet::read(bytes).map_err(Error::Sheet)?;
    let shape = list_form::shape(&book).map_err(FormProblem::Cells)?;
    if let Some((form, list)) = shape.year().zip(sheet.list.year).filter(|(form, list)| form != list) {
        let year = |year: i32| plan::day::fiscal_era(year).unwrap_or_else(|| year.to_string());
        return Err(FormProblem::OtherYear { form: year(form), list: year(list) }.into());
    }
    // What a form is for stands on it; a list made of a file knows only its own.
    let suppliers = "事業者確認用";
    let theirs = shape.says(suppliers) || sheet.list.supplier_form().is_some_and(|form| shape.says(&form.title));
    let ours = ["医療機関確認用", "薬局確認用", "医療機関・薬局確認用"].into_iter().find(|title| shape.says(title));
    if theirs && !sheet.form.supplier {
        return Err(FormProblem::OtherForm(suppliers.to_owned()).into());
    }
    if let Some(ours) = ours.filter(|_| sheet.form.supplier && !theirs) {
        return Err(FormProblem::OtherForm(ours.to_owned()).into());
    }
    let items = numbered(sheet);
    let has = |key: &str| shape.lines.iter().any(|line| line.key == key);
    let (there, missing): (Vec<_>, Vec<_>) = items.iter().partition(|(key, _)| has(key));
    let others: Vec<_> = shape.lines.iter().filter(|line| !items.iter().any(|(key, _)| *key == line.key)).collect();
    // Half of the items, and not more strangers than friends: else it is another list.
    if there.len() * 2 < items.len() || others.len() > there.len() {
        return Err(FormProblem::OtherList { there: there.len(), asked: items.len() }.into());
    }
    // The same numbers mean other items in other years: titles that were seen must be there word for word.
    let seen = sheet.list.asked(sheet.form).zip(&items).filter(|(asked, _)| asked.mark.verified());
    let differs = seen.filter(|(asked, (key, _))| {
        let line = shape.lines.iter().find(|line| line.key == *key);
        line.is_some_and(|line| !list_form::alike(&line.title, asked.title))
    });
    let differing = differs.count();
    if differing * 2 > there.len() {
        return Err(FormProblem::OtherList { there: there.len().saturating_sub(differing), asked: items.len() }.into());
    }
    let number = |all: Vec<&(String, &str)>| all.into_iter().map(|(_, number)| (*number).to_owned()).collect();
    let others = others.iter().map(|line| (line.number.clone(), line.title.clone())).collect();
    Ok(FormLook {
        official: known(bytes).map(|form| form.name),
        there: number(there),
        missing: number(missing),
        others,
        shape,
    })
}
