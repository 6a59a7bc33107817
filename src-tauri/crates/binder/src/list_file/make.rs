//! A list made of its own workbook, for a year nobody here saw (docs/adr/0046).

use super::known;
use crate::{Binder, Done, Error, FormProblem, Result, Step, attachment, beside, files};
use exchange::list_form::{self, Number};
use exchange::sheet;
use std::path::Path;
use template::{PackFiles, PackKind};

/// A list made from a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFrom {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Which year's; empty where none stands on it.
    pub edition: String,
    /// The official file it is, as far as that is known.
    pub official: Option<String>,
    /// Its items: number and text.
    pub items: Vec<(String, String)>,
    /// Whether it is a supplier's form.
    pub supplier: bool,
}

impl Binder {
    /// The list a workbook would make.
    ///
    /// # Errors
    /// [`Error::ListForm`].
    pub fn look_at_list_in(&self, from: &Path) -> Result<ListFrom> {
        Ok(list_in(&files::read_whole(from)?)?.0)
    }

    /// Makes a list of a workbook and keeps the workbook as it came, with what that changed. A list of the same id takes its
    /// place; answers stay.
    ///
    /// # Errors
    /// [`Error::ListForm`]; [`Error::Pack`] for one that breaks a rule of lists: nothing was changed. Where only the workbook
    /// could not be kept the list is there, and making it again keeps it.
    pub fn take_list_in(&self, from: &Path, step: &Step) -> Result<(ListFrom, Done)> {
        let (name, bytes) = attachment::read_to_attach(from)?;
        let (list, pack) = list_in(&bytes)?;
        let sound = beside::sound_all(PackKind::Checklist, vec![pack])?;
        self.taken(PackKind::Checklist, sound, &step.person)?;
        let done = self.keep_workbook(&list.id, (&name, &bytes), step)?;
        Ok((list, done))
    }
}

/// The list a workbook makes, and its pack.
fn list_in(bytes: &[u8]) -> Result<(ListFrom, PackFiles)> {
    let book = sheet::read(bytes).map_err(Error::Sheet)?;
    let shape = list_form::shape(&book).map_err(FormProblem::Cells)?;
    let official = known(bytes);
    let hash = store::hash_of(bytes);
    let id = official.as_ref().map_or_else(|| format!("file-{}", &hash[..12]), |known| known.list.clone());
    let edition = shape.year().and_then(plan::day::fiscal_era);
    let title =
        shape.top.first().filter(|text| text.chars().count() >= 4).cloned().unwrap_or_else(|| shape.sheet.clone());
    let supplier = official.as_ref().map_or_else(|| shape.says("事業者確認用"), |known| known.supplier);
    let list = ListFrom {
        items: shape.lines.iter().map(|line| (number_of(line), line.title.clone())).collect(),
        edition: edition.clone().unwrap_or_default(),
        official: official.map(|known| known.name),
        title,
        supplier,
        id: if supplier { format!("{id}-supplier") } else { id },
    };
    let pack = crate::list_pack::written(&list, &shape);
    Ok((list, pack))
}

/// A line's number as it stands there; where it stands alone in a circle, with its group.
pub(crate) fn number_of(line: &list_form::Line) -> String {
    match Number::of(&line.number) {
        Some(Number::Sub(_)) => format!("{}{}", line.key.split('-').next().unwrap_or_default(), line.number),
        _ if line.number.is_empty() => "有無".to_owned(),
        _ => line.number.clone(),
    }
}
