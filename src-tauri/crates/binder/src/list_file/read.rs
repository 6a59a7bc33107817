//! What a filled workbook says, and what of it the plan takes: only where it says nothing yet.

use super::{FormLook, look, numbered};
use crate::{Binder, Done, Error, Result, Snapshot, Step, checklists, files};
use exchange::list_form::{self, Left};
use exchange::sheet;
use plan::checklist::{self, CHECKED_BY, CHECKED_ON, NOTE, RESULT, Sheet, TARGET_ON};
use plan::{AnswerKey, Change, Edit, Id, Kind, Operation, Plan};
use std::collections::BTreeMap;
use std::path::Path;

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

impl Binder {
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
            Ok(checklist::one_after_another(plan, Kind::Answer, out))
        })
    }
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
