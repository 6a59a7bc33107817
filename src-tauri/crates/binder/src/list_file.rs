//! The workbook of a checklist (票) and a plan: a list made from it, answers written into it and read from it.
//!
//! What is written is what counts (with day and name); what is read is put only where the plan says nothing yet.

use crate::{
    Binder, Done, Error, FormProblem, Result, Snapshot, Step, attachment, beside, checklists, embedded, files,
};
use exchange::list_form::{self, Answered, Left, Number, Shape};
use exchange::sheet;
use plan::checklist::{self, CHECKED_BY, CHECKED_ON, NOTE, RESULT, Sheet, TARGET_ON};
use plan::{AnswerKey, Change, Edit, Id, Kind, Operation, Plan};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use template::{PackFiles, PackKind};

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

/// What was written into a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledForm {
    /// Cells, and what they hold now.
    pub cells: Vec<(String, String)>,
    /// Answers that stay out: number of the item, and why.
    pub left_out: Vec<(String, Unfilled)>,
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

/// One value read from a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAnswer {
    /// Number of the item.
    pub number: String,
    /// Where it belongs.
    pub key: AnswerKey,
    /// What the form says.
    pub says: String,
    /// What the plan says; `None` = nothing, and then the form's is taken.
    pub plan: Option<String>,
}

/// What was read from a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormRead {
    /// What is taken: the plan said nothing.
    pub taken: Vec<ReadAnswer>,
    /// What is not: the plan says something else.
    pub kept: Vec<ReadAnswer>,
    /// Values the plan has already.
    pub same: usize,
    /// Cells that were not taken, and why.
    pub left: Vec<Left>,
    /// Lines that belong to no item: number and text.
    pub others: Vec<(String, String)>,
    /// Answers of rounds the list's form has no room for: number of the item, and round.
    pub further: Vec<(String, u32)>,
}

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

    /// Writes the answers that count into a copy of a workbook; the workbook itself stays as it is.
    ///
    /// # Errors
    /// [`Error::ListForm`]; as [`files::write_whole`]. Nothing was written.
    pub fn fill_form(&self, list: &str, of: Option<Id>, into: &Path, to: &Path) -> Result<FilledForm> {
        files::place_for(to)?;
        if std::fs::canonicalize(to).is_ok_and(|to| std::fs::canonicalize(into).is_ok_and(|into| into == to)) {
            return Err(store::Error::Exists(to.to_owned()).into());
        }
        self.fill_bytes(list, of, &files::read_whole(into)?, to)
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
        Ok(FilledForm { cells: written.cells, left_out })
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

    /// What a filled workbook says, and what of it would be taken.
    ///
    /// # Errors
    /// [`Error::ListForm`].
    pub fn read_form(&self, list: &str, of: Option<Id>, from: &Path) -> Result<FormRead> {
        let Snapshot { plan, template, .. } = self.snapshot();
        let sheet = checklists::sheet(&plan, &template, list, of)?;
        read(&plan, &sheet, &files::read_whole(from)?)
    }

    /// Takes what a filled workbook says where the plan says nothing, as one step.
    ///
    /// # Errors
    /// [`Error::ListForm`]. Nothing was changed.
    pub fn take_form(&self, list: &str, of: Option<Id>, from: &Path, step: &Step) -> Result<Done> {
        let FormRead { taken, .. } = self.read_form(list, of, from)?;
        self.change_with(Operation::Import(Kind::Answer), step, |plan, template, _| {
            let mut out: Vec<Change> = Vec::new();
            for one in taken.iter().filter(|one| plan.answer(&one.key).is_none()) {
                let edit = Edit::Answer { key: one.key.clone(), value: Some(one.says.clone()), leaving: true };
                out.extend(plan::changes(plan, template, &edit, "")?);
            }
            Ok(checklist::one_after_another(plan, out))
        })
    }

    /// The list a workbook would make.
    ///
    /// # Errors
    /// [`Error::ListForm`].
    pub fn look_at_list_in(&self, from: &Path) -> Result<ListFrom> {
        Ok(list_in(&files::read_whole(from)?)?.0)
    }

    /// Makes a list of a workbook and keeps the workbook as it came. A list of the same id takes its place; answers stay.
    ///
    /// # Errors
    /// [`Error::ListForm`]; [`Error::Pack`] for one that breaks a rule of lists. Nothing was changed.
    pub fn take_list_in(&self, from: &Path, step: &Step) -> Result<ListFrom> {
        let (name, bytes) = attachment::read_to_attach(from)?;
        let (list, pack) = list_in(&bytes)?;
        let sound = beside::sound_all(PackKind::Checklist, vec![pack])?;
        self.taken(PackKind::Checklist, sound, &step.person)?;
        let kept = |plan: &Plan| {
            let hash = store::hash_of(&bytes);
            plan.rows.list_files.live().any(|one| {
                let file = one.file.as_deref().and_then(plan::Attachment::parse);
                one.list.as_ref() == Some(&list.id) && file.is_some_and(|file| file.hash == hash)
            })
        };
        if !kept(&self.plan()) {
            let step = Step { id: Some(self.outside.new_id().to_string()), ..step.clone() };
            let values = [("name", name.clone()), ("list", list.id.clone()), ("read_on", self.outside.today())];
            let values = values.map(|(field, value)| (field.to_owned(), value)).to_vec();
            let add = Edit::Add { kind: Kind::ListFile, fresh: self.outside.new_id(), source: None, values };
            let made = self.edit(&add, &step)?.record.ok_or_else(|| Error::NotFound(name.clone()))?;
            self.attach(Kind::ListFile, made, "file", &name, &bytes, &step)?;
        }
        Ok(list)
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

fn read(plan: &Plan, sheet: &Sheet<'_>, bytes: &[u8]) -> Result<FormRead> {
    let FormLook { shape, others, .. } = look(sheet, bytes)?;
    let (answers, left) = list_form::answers(&sheet::read(bytes).map_err(Error::Sheet)?, &shape);
    let mut out = FormRead { left, others, ..FormRead::default() };
    let items: BTreeMap<String, template::Asked<'_>> =
        numbered(sheet).into_iter().map(|(key, _)| key).zip(sheet.list.asked(sheet.form)).collect();
    for one in &answers {
        let Some(asked) = items.get(&one.key) else { continue };
        let Some(round) = Some(one.round).filter(|round| sheet.rounds().contains(round)) else {
            out.further.push((asked.number.to_owned(), one.round));
            continue;
        };
        let key = |question: &str| sheet.key(Some(round), &asked.item.id, question);
        let of_round = [(RESULT, &one.result), (CHECKED_ON, &one.on), (TARGET_ON, &one.target)];
        // One statement: an answer and its day. A day of the file never signs an answer of the plan, nor the other way round.
        let ours = |question: &str| plan.answer(&key(question));
        let other =
            |says: &Option<String>, question: &str| ours(question).is_some_and(|ours| says.as_deref() != Some(ours));
        let named = sheet.of.is_none() && ours(CHECKED_BY).is_some() && ours(RESULT).is_none();
        let whole = !named && !of_round.iter().any(|(question, says)| other(says, question));
        let once = one.note.as_ref().map(|says| (sheet.key(None, &asked.item.id, NOTE), says, true));
        let said = of_round.into_iter().filter_map(|(question, says)| Some((key(question), says.as_ref()?, whole)));
        for (key, says, free) in said.chain(once) {
            let ours = plan.answer(&key).map(str::to_owned);
            let same = ours.as_ref() == Some(says);
            let none = ours.is_none();
            let read = ReadAnswer { number: asked.number.to_owned(), key, says: says.clone(), plan: ours };
            match (same, none && free) {
                (true, _) => out.same += 1,
                (_, true) => out.taken.push(read),
                _ => out.kept.push(read),
            }
        }
    }
    Ok(out)
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
