//! One open plan.

use crate::{Error, Outside, Result, attachment, checks::OnPaper, embedded, new_plan};
use exchange::JsonPack;
use plan::operation::{Entry, Named};
use plan::{Change, Edit, Findings, Id, Kind, Operation, Plan, Touched};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Direction, Fault, Intent, Op, ReadOnly, Store, StoredPack, Written};
use template::{PackKind, Template};

/// An open plan, shared between threads. Edits take turns under one lock
/// (docs/adr/0004), readers take a snapshot.
pub struct Binder {
    core: Mutex<Core>,
    /// What was found last; behind it [`Core`] may be locked, never the other way round.
    pub(crate) found: Mutex<Option<Arc<Findings>>>,
    /// The change since which the same is found.
    pub(crate) times_found: AtomicU32,
    pub(crate) on_paper: Mutex<Option<OnPaper>>,
    outside: Arc<dyn Outside>,
    sitting: String,
    path: PathBuf,
    read_only: Option<ReadOnly>,
}

/// An open plan as it is at one moment: what readers work on while editing goes on.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The template it is on.
    pub template: Arc<Template>,
    /// The number of its last change.
    pub seq: i64,
}

struct Core {
    /// `None` once the plan was closed; snapshots live on.
    store: Option<Store>,
    plan: Arc<Plan>,
    template: Arc<Template>,
    seq: i64,
    /// What was touched since the findings were looked for.
    touched: Touched,
}

/// What opening found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenReport {
    /// Set when nothing can be saved.
    pub read_only: Option<ReadOnly>,
    /// Rows another program changed, now in the log.
    pub outside_changes: usize,
    /// Rows another program changed, seen by a reader who may enter nothing in the log.
    pub outside_unlogged: usize,
}

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
    /// Opens a plan.
    ///
    /// # Errors
    /// The file is as it was.
    pub fn open(path: &Path, read_only: bool, outside: Arc<dyn Outside>) -> Result<(Self, OpenReport)> {
        let sitting = outside.new_id().to_string();
        let op = Op {
            id: outside.new_id().to_string(),
            at: outside.now(),
            step: outside.new_id().to_string(),
            sitting: sitting.clone(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            ..Op::default()
        };
        let intent = if read_only { Intent::Read } else { Intent::Write };
        let opened = store::open(path, intent, &op)?;
        let pack = opened.store.pack()?.ok_or_else(|| Error::UnknownPack(String::new()))?;
        let (_, own) = embedded::own_pack(embedded::PACK)?;
        let files = new_plan::pack_files(pack.files);
        let template = template::check_stored(&files, &plan::vocabulary(), &own).map_err(Error::Pack)?;
        let seq = opened.store.last_write()?.map_or(0, |(seq, _)| seq);
        let plan = Arc::new(Plan { id: opened.store.plan_id(), rows: opened.rows });
        let report = OpenReport {
            read_only: opened.read_only,
            outside_changes: opened.outside_changes,
            outside_unlogged: opened.outside_unlogged,
        };
        let binder = Self {
            core: Mutex::new(Core {
                store: Some(opened.store),
                plan,
                template: Arc::new(template),
                seq,
                touched: Touched::default(),
            }),
            found: Mutex::new(None),
            times_found: AtomicU32::new(0),
            on_paper: Mutex::new(None),
            outside,
            sitting,
            path: path.to_owned(),
            read_only: opened.read_only,
        };
        Ok((binder, report))
    }

    /// The plan as it is now.
    pub fn plan(&self) -> Arc<Plan> {
        self.core().plan.clone()
    }

    /// Plan, template and number of the last change, taken at once.
    pub fn snapshot(&self) -> Snapshot {
        self.core().snapshot()
    }

    /// The same, and what was touched since this was asked last.
    pub(crate) fn snapshot_and_touched(&self) -> (Snapshot, Touched) {
        let mut core = self.core();
        let touched = std::mem::take(&mut core.touched);
        (core.snapshot(), touched)
    }

    /// The template the plan is on.
    pub fn template(&self) -> Arc<Template> {
        self.core().template.clone()
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why nothing can be saved; `None` when it can.
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.read_only
    }

    /// The world outside, as handed in on opening.
    pub fn outside(&self) -> &dyn Outside {
        &*self.outside
    }

    /// Closes the file and gives up its lock, even while a print or preview still holds this binder.
    pub fn close(&self) {
        self.core().store = None;
    }

    /// Makes an edit.
    ///
    /// # Errors
    /// Nothing was changed, neither in memory nor on disk.
    pub fn edit(&self, edit: &Edit, step: &Step) -> Result<Done> {
        self.edit_in(&mut self.core(), edit, step)
    }

    fn edit_in(&self, core: &mut Core, edit: &Edit, step: &Step) -> Result<Done> {
        let now = self.outside.now();
        let changes = plan::changes(&core.plan, &core.template, edit, &now)?;
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

    /// When the last change was saved.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_saved(&self) -> Result<Option<String>> {
        Ok(self.core().store()?.last_write()?.map(|(_, at)| at))
    }

    /// Writes a checked copy.
    ///
    /// # Errors
    /// The plan itself is untouched; an existing file is never overwritten.
    pub fn save_copy(&self, to: &Path) -> Result<()> {
        Ok(self.core().store()?.save_copy(to)?)
    }

    /// Examines the file.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn verify(&self) -> Result<Vec<Fault>> {
        Ok(self.core().store()?.verify()?)
    }

    /// The plan as JSON: all rows, its packs whole.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn export_json(&self) -> Result<String> {
        let mut core = self.core();
        let pack = core.store()?.pack()?.ok_or_else(|| Error::UnknownPack(String::new()))?;
        let attachments = core.store()?.attachments()?;
        let mut beside = Vec::new();
        for kind in PackKind::BESIDE {
            let packs = core.store()?.beside(kind)?;
            beside.extend(packs.into_iter().map(|pack| JsonPack { kind, id: pack.id, files: pack.files }));
        }
        Ok(exchange::write_json(&core.plan, &pack.id, &pack.files, &beside, &attachments))
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
        let op = self.op((&edit).into(), step, now.clone());
        let written = core.store()?.write_attached(&op, &changes, &of, bytes)?;
        Ok(core.take(written, now))
    }

    /// Writes many changes a person confirmed at once (an import) as one step, unless something was written
    /// since they were worked out.
    pub(crate) fn write_all(&self, operation: Operation, changes: &[Change], step: &Step, seq: i64) -> Result<Done> {
        let now = self.outside.now();
        let mut core = self.core();
        if core.seq != seq {
            return Err(Error::ImportChanged);
        }
        self.write(&mut core, operation, changes, step, now)
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

    /// Bytes of an attached file.
    pub(crate) fn attachment(&self, hash: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.core().store()?.attachment(hash)?)
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
        core.template = Arc::new(template);
        Ok(core.take(written, now))
    }

    /// Packs the plan was on, the first one first.
    pub(crate) fn stored_packs(&self) -> Result<Vec<String>> {
        Ok(self.core().store()?.packs()?)
    }

    /// One of them.
    pub(crate) fn stored_pack(&self, hash: &str) -> Result<Option<StoredPack>> {
        Ok(self.core().store()?.pack_by_hash(hash)?)
    }

    /// The packs of a sort the plan keeps beside the model.
    pub(crate) fn kept_beside(&self, kind: PackKind) -> Result<Vec<StoredPack>> {
        Ok(self.core().store()?.beside(kind)?)
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
        let op = self.op(operation, step, now.clone());
        let written = core.store()?.write(&op, changes)?;
        Ok(core.take(written, now))
    }

    fn op(&self, operation: Operation, step: &Step, at: String) -> Op {
        Op {
            id: self.outside.new_id().to_string(),
            at,
            person: step.person.clone(),
            operation,
            step: step.id.clone().unwrap_or_else(|| self.outside.new_id().to_string()),
            undoes: None,
            undoable: true,
            sitting: self.sitting.clone(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    fn writable(&self) -> Result<()> {
        if self.read_only.is_some() { Err(store::Error::ReadOnly.into()) } else { Ok(()) }
    }

    fn core(&self) -> MutexGuard<'_, Core> {
        // A panic while editing leaves file and memory consistent: memory changes only after the commit.
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Core {
    fn store(&mut self) -> Result<&mut Store> {
        self.store.as_mut().ok_or_else(|| Error::NotFound("plan".to_owned()))
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot { plan: self.plan.clone(), template: self.template.clone(), seq: self.seq }
    }

    /// Takes over exactly the rows the commit named: one path for edit, undo and import. Nothing can fail any more.
    fn take(&mut self, written: Written, now: String) -> Done {
        let Some(seq) = written.seq else {
            return Done { seq: self.seq, ..Done::default() };
        };
        self.seq = seq;
        let before = self.plan.clone();
        let plan = Arc::make_mut(&mut self.plan);
        let mut changed = Vec::with_capacity(written.rows.len());
        for (kind, id, columns) in written.rows {
            plan.rows.put(kind, id, columns.as_deref());
            changed.push((kind, id));
        }
        self.touched.extend(Touched::between(&before, plan, &self.template, &changed));
        Done { seq, at: Some(now), changed, ..Done::default() }
    }
}
