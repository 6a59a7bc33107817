//! What changes an open plan: each takes its turn under the one lock, and answers with exactly what the file took.

use crate::binder::Core;
use crate::{Binder, Error, Progress, Result, attachment, beside};
use plan::operation::{Entry, Named};
use plan::{Change, Edit, Id, Kind, Operation, Plan};
use std::sync::Arc;
use store::{Direction, Op, StoredPack};
use template::{PackKind, Template};

/// What an edit did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// Grows with every commit; replies and events carry it.
    pub seq: i64,
    /// When it was saved; `None` when nothing changed.
    pub at: Option<String>,
    /// Rows that changed.
    pub changed: Vec<(Kind, Id)>,
    /// The record an `Add` made or brought back.
    pub record: Option<Id>,
    /// What a field or an answer holds now; `None` where no single one was meant, or it is unanswered.
    pub value: Option<String>,
}

/// Which step an edit belongs to, and who makes it.
#[derive(Debug, Clone, Default)]
pub struct Step {
    /// All edits with the same id are one step of undo; `None` = a step of its own.
    pub id: Option<String>,
    /// Who sits at the program.
    pub person: String,
}

impl Binder {
    /// Makes an edit.
    ///
    /// # Errors
    /// Nothing was changed, neither in memory nor on disk.
    pub fn edit(&self, edit: &Edit, step: &Step) -> Result<Done> {
        self.edit_in(&mut self.core(), edit, step)
    }

    fn edit_in(&self, core: &mut Core, edit: &Edit, step: &Step) -> Result<Done> {
        let now = self.outside.now();
        let mut changes = plan::changes(&core.plan, &core.template, edit, &now)?;
        if matches!(edit, Edit::SetField { .. }) {
            let on = plan::day::day_of(&now);
            changes.extend(plan::by_hand(&core.plan, &core.template, &changes, step.person.trim(), &on));
        }
        let record = match edit {
            Edit::Add { .. } => changes.first().map(|change| change.id),
            _ => None,
        };
        let done = self.write(core, edit.into(), &changes, step, now)?;
        let value = match edit {
            Edit::SetField { kind, id, field, .. } => core.plan.find(*kind, *id).and_then(|record| record.field(field)),
            Edit::Answer { key, .. } => core.plan.answer(key).map(str::to_owned),
            _ => None,
        };
        Ok(Done { record, value, ..done })
    }

    /// Ticks a catalogue entry: adds its row and the links that come with it, as one step.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn tick(&self, entry: &str, step: &Step) -> Result<Done> {
        let mut core = self.core();
        let changes = plan::starter::tick(&core.plan, &core.template, entry);
        let record = changes.first().map(|change| change.id);
        let done =
            self.write(&mut core, Operation::Tick(Entry(entry.to_owned())), &changes, step, self.outside.now())?;
        Ok(Done { record, ..done })
    }

    /// Unticks a catalogue entry: removes its row. Ticking again brings it back as it was.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn untick(&self, entry: &str, step: &Step) -> Result<Done> {
        let mut core = self.core();
        let there = core.plan.from_entry(entry).map(|record| Edit::Remove { kind: record.kind(), id: record.id() });
        match there {
            Some(edit) => self.edit_in(&mut core, &edit, step),
            None => Ok(Done { seq: core.seq, ..Done::default() }),
        }
    }

    /// Calls a column of the ledger of devices otherwise.
    ///
    /// # Errors
    /// Nothing was changed; [`Error::NotFound`] for a column that cannot be called otherwise.
    pub fn name_column(&self, kind: Kind, field: &str, label: &str, step: &Step) -> Result<Done> {
        if kind != Kind::Device || kind.field(field).is_none() {
            return Err(Error::NotFound(field.to_owned()));
        }
        let mut core = self.core();
        let named = |one: &&plan::ColumnName| {
            one.of_kind.as_deref() == Some(kind.noun()) && one.field.as_deref() == Some(field)
        };
        let edit = match core.plan.rows.column_names.live().find(named) {
            Some(one) => Edit::SetField {
                kind: Kind::ColumnName,
                id: one.row.id,
                field: "label".to_owned(),
                value: Some(label.to_owned()),
                leaving: true,
            },
            None => Edit::Add {
                kind: Kind::ColumnName,
                fresh: self.outside.new_id(),
                source: None,
                values: [("of_kind", kind.noun()), ("field", field), ("label", label)]
                    .map(|(field, value)| (field.to_owned(), value.to_owned()))
                    .to_vec(),
            },
        };
        self.edit_in(&mut core, &edit, step)
    }

    /// Leaves a question of the first hour: put off, or no longer put off.
    ///
    /// # Errors
    /// Nothing was changed; [`Error::NotFound`] for a question this institution is not asked.
    pub fn leave_question(&self, question: &str, later: bool, step: &Step) -> Result<Done> {
        let now = self.outside.now();
        let mut core = self.core();
        let asked = plan::first_hour::questions(&core.plan, &core.template);
        // One that is no longer asked can still be taken up again.
        let put_off = !later && plan::first_hour::later(&core.plan, question).is_some();
        if !put_off && !asked.iter().any(|one| one.id == question) {
            return Err(Error::NotFound(question.to_owned()));
        }
        let changes = plan::first_hour::leave(&core.plan, question, later, &now);
        self.write(&mut core, Operation::FirstHour, &changes, step, now)
    }

    /// Undoes or redoes the newest step; `Done::changed` is empty when there is none.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn step_back(&self, direction: Direction, person: &str) -> Result<Done> {
        self.writable()?;
        let mut core = self.core();
        let now = self.outside.now();
        let op = self.op(Operation::default(), &Step { id: None, person: person.to_owned() }, now.clone());
        let written = core.store()?.step_back(direction, &op)?;
        Ok(core.take(written, now))
    }

    /// What undo and redo would take back: the operations, where there are some.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn steps(&self) -> Result<(Option<Operation>, Option<Operation>)> {
        let mut core = self.core();
        let store = core.store()?;
        let name = |direction| store.next_step(direction).map(|step| step.map(|step| step.operation));
        Ok((name(Direction::Undo)?, name(Direction::Redo)?))
    }

    /// Attaches a file to a field that takes one; `name` as it came, with or without its folders.
    ///
    /// # Errors
    /// Nothing was changed; [`Error::Picture`] for bytes that cannot be drawn where a picture is wanted,
    /// [`Error::FileLarge`] and [`Error::FileEmpty`] elsewhere.
    pub fn attach(&self, kind: Kind, id: Id, field: &str, name: &str, bytes: &[u8], step: &Step) -> Result<Done> {
        self.writable()?;
        let of = attachment::examine(kind, field, name, bytes)?;
        let now = self.outside.now();
        let value = Some(of.to_string());
        let edit = Edit::SetField { kind, id, field: field.to_owned(), value, leaving: true };
        let mut core = self.core();
        let changes = plan::changes(&core.plan, &core.template, &edit, &now)?;
        self.put_back_lost(&mut core, &changes, step, &now)?;
        let op = self.op((&edit).into(), step, now.clone());
        let written = core.store()?.write_attached(&op, &changes, &of, bytes)?;
        core.found_again(&of.hash, (kind, id));
        Ok(core.take(written, now))
    }

    /// Writes many changes a person confirmed at once (an import) as one step, unless something was written
    /// since they were worked out.
    pub(crate) fn write_all(
        &self,
        operation: Operation,
        changes: &[Change],
        step: &Step,
        seq: i64,
        progress: &dyn Progress,
    ) -> Result<Done> {
        self.writable()?;
        let now = self.outside.now();
        let mut core = self.core();
        if core.seq != seq {
            return Err(Error::ImportChanged);
        }
        self.put_back_lost(&mut core, changes, step, &now)?;
        let op = self.op(operation, step, now.clone());
        let written = core.store()?.write_many(&op, changes, progress)?;
        Ok(core.take(written, now))
    }

    /// Makes changes of the plan as it is now, and writes them as one step.
    pub(crate) fn change_with(
        &self,
        operation: Operation,
        step: &Step,
        make: impl FnOnce(&Plan, &Template, &mut dyn FnMut() -> Id) -> std::result::Result<Vec<Change>, plan::EditProblem>,
    ) -> Result<Done> {
        let now = self.outside.now();
        let mut core = self.core();
        let changes = make(&core.plan, &core.template, &mut || self.outside.new_id())?;
        let record = changes.iter().find(|change| change.new).map(|change| change.id);
        let done = self.write(&mut core, operation, &changes, step, now)?;
        Ok(Done { record, ..done })
    }

    /// Writes rows of the program's own: nobody undoes them.
    pub(crate) fn note(&self, operation: Operation, changes: &[Change]) -> Result<Done> {
        self.writable()?;
        let now = self.outside.now();
        let mut core = self.core();
        let op = Op { undoable: false, ..self.op(operation, &Step::default(), now.clone()) };
        let written = core.store()?.write(&op, changes)?;
        Ok(core.take(written, now))
    }

    /// Adds rows of kinds that are only added: a person did it, and nobody undoes it.
    pub(crate) fn added(&self, operation: Operation, changes: &[Change], step: &Step) -> Result<Done> {
        let now = self.outside.now();
        let mut core = self.core();
        let op = Op { undoable: false, ..self.op(operation, step, now.clone()) };
        let written = core.store()?.write(&op, changes)?;
        Ok(core.take(written, now))
    }

    /// Puts the plan on another pack.
    pub(crate) fn put_pack(
        &self,
        pack: &StoredPack,
        template: Template,
        changes: impl FnOnce(&Plan) -> Vec<Change>,
        person: &str,
    ) -> Result<Done> {
        self.writable()?;
        let now = self.outside.now();
        let mut core = self.core();
        let step = Step { id: None, person: person.to_owned() };
        let op = Op { undoable: false, ..self.op(Operation::Pack(Named(pack.hash.clone())), &step, now.clone()) };
        let changes = changes(&core.plan);
        let written = core.store()?.change_pack(&op, pack, &changes)?;
        let checklists = core.template.checklists.clone();
        core.template = Arc::new(Template { checklists, ..template });
        Ok(core.take(written, now))
    }

    /// Puts packs in the place of those of the same id.
    pub(crate) fn put_beside(&self, kind: PackKind, packs: &[StoredPack], person: &str) -> Result<Done> {
        self.writable()?;
        let now = self.outside.now();
        let mut core = self.core();
        let step = Step { id: None, person: person.to_owned() };
        let op = Op {
            undoable: false,
            ..self.op(
                match kind {
                    PackKind::Scenario => Operation::Scenarios,
                    _ => Operation::Checklists,
                },
                &step,
                now.clone(),
            )
        };
        let written = core.store()?.change_beside(&op, packs)?;
        if kind == PackKind::Checklist {
            let kept = core.store()?.beside(kind).unwrap_or_default();
            Arc::make_mut(&mut core.template).checklists = beside::readable(kept);
        }
        Ok(core.take(written, now))
    }

    fn write(
        &self,
        core: &mut Core,
        operation: Operation,
        changes: &[Change],
        step: &Step,
        now: String,
    ) -> Result<Done> {
        self.writable()?;
        if changes.is_empty() {
            return Ok(Done { seq: core.seq, ..Done::default() });
        }
        self.put_back_lost(core, changes, step, &now)?;
        let op = self.op(operation, step, now.clone());
        let written = core.store()?.write(&op, changes)?;
        Ok(core.take(written, now))
    }
}
