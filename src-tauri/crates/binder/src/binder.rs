//! One open plan: its file, its rows in memory, and the lock that guards both. What changes it is in `edits`.

use crate::{
    Done, Error, Message, Outside, Progress, Result, Step, Unwatched, attachment, beside, embedded, exercise::Live,
    new_plan, paper::OnPaper, search::Searched,
};
use plan::{Findings, Id, Kind, Operation, Plan, Touched};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Intent, LastWrite, Op, ReadOnly, Store, StoredPack, Stray, Written};
use template::{PackKind, Template};

/// A laid document, and of which change, pack, name, copy and day it is.
pub(crate) type Kept = ((i64, String, &'static str, print::Copy, String), Arc<print::Laid>);

/// An open plan, shared between threads. Edits take turns under one lock
/// (docs/adr/0004), readers take a snapshot.
pub struct Binder {
    core: Mutex<Core>,
    /// What was found last; behind it [`Core`] may be locked, never the other way round.
    pub(crate) found: Mutex<Option<Arc<Findings>>>,
    /// How often something else was found.
    pub(crate) times_found: AtomicU32,
    /// What was searched last; behind it `found` and [`Core`] may be locked, never the other way round.
    pub(crate) searched: Mutex<Option<Searched>>,
    /// The document that was looked at last.
    pub(crate) laid: Mutex<Option<Kept>>,
    pub(crate) on_paper: Mutex<Option<OnPaper>>,
    /// The texts of the last preview, for the next one.
    pub(crate) set_texts: Mutex<print::Kept>,
    /// The clock of the exercise that is going on; behind it [`Core`] may be locked, never the other way round.
    pub(crate) live: Mutex<Option<Live>>,
    /// Whether the last exercise ended in this sitting: the room says so until the next.
    pub(crate) has_ended: AtomicBool,
    pub(crate) outside: Arc<dyn Outside>,
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

pub(crate) struct Core {
    /// `None` once the plan was closed; snapshots live on.
    store: Option<Store>,
    pub(crate) plan: Arc<Plan>,
    pub(crate) template: Arc<Template>,
    pub(crate) seq: i64,
    /// What was touched since the findings were looked for.
    touched: Touched,
    /// What was touched since something was searched for.
    unsearched: Touched,
}

/// What opening found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenReport {
    /// Set when nothing can be saved.
    pub read_only: Option<ReadOnly>,
    /// Rows another program changed, now in the log.
    pub foreign_changes: usize,
    /// Rows another program changed, seen by a reader who may enter nothing in the log.
    pub foreign_unlogged: usize,
    /// A journal that lay beside the plan and is not its own.
    pub stray: Option<Stray>,
    /// Rows the file and its history disagree about.
    pub doubts: usize,
    /// Packs whose texts were spoilt in the file and are the program's again, which are the very same.
    pub mended_packs: usize,
}

impl OpenReport {
    /// What a person has to be told of it, in the order of its weight.
    pub fn notices(&self) -> Vec<String> {
        let told = |key: &str, words: &[String]| Some(Message::report(key, words));
        let counted = |key: &str, count: usize| (count > 0).then(|| Message::report(key, &[count.to_string()]));
        let stray = self.stray.as_ref().and_then(|stray| match stray {
            Stray::Aside(path) => told("journal-aside", &[path.display().to_string()]),
            Stray::Unused(path) => told("journal-unused", &[path.display().to_string()]),
        });
        let changed = counted("foreign-unlogged", self.foreign_unlogged);
        let doubts = counted("doubts", self.doubts);
        let mended = counted("packs-mended", self.mended_packs);
        let spoilt = self.read_only.filter(|why| *why == ReadOnly::Spoilt).and_then(|_| told("read-only-spoilt", &[]));
        [spoilt, doubts, stray, changed, counted("foreign", self.foreign_changes), mended]
            .into_iter()
            .flatten()
            .collect()
    }
}

impl Binder {
    /// Opens a plan.
    ///
    /// # Errors
    /// The file is as it was.
    pub fn open(path: &Path, read_only: bool, outside: Arc<dyn Outside>) -> Result<(Self, OpenReport)> {
        Self::open_watched(path, read_only, outside, &Unwatched)
    }

    /// The same while somebody waits.
    ///
    /// # Errors
    /// As [`Binder::open`], and [`Error::Cancelled`].
    pub fn open_watched(
        path: &Path,
        read_only: bool,
        outside: Arc<dyn Outside>,
        progress: &dyn Progress,
    ) -> Result<(Self, OpenReport)> {
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
        let mut opened = store::open(path, intent, &op, progress)?;
        opened.store.fall_back_on(embedded::with_hash);
        let mended_packs = if opened.read_only.is_none() { opened.store.mend_packs()? } else { 0 };
        let (own_files, own) = embedded::own_pack(embedded::PACK)?;
        let files = match opened.store.pack()? {
            Some(pack) => new_plan::pack_files(pack.files),
            // Every row is whole and can be read and printed; what would be written now might fit no pack.
            None => {
                opened.read_only = Some(ReadOnly::Spoilt);
                own_files
            }
        };
        let mut template = template::check_stored(&files, &plan::vocabulary(), &own).map_err(Error::Pack)?;
        // A spoilt list keeps nobody from the plan: whoever asks for the lists is told.
        template.checklists = beside::readable(opened.store.beside(PackKind::Checklist).unwrap_or_default());
        let seq = opened.store.last_write()?.map_or(0, |last| last.seq);
        let mut plan = Plan { doubts: opened.doubts, ..Plan::new(opened.store.plan_id(), opened.rows) };
        plan.lost = attachment::lost_pictures(&plan, &opened.store)?;
        let plan = Arc::new(plan);
        let report = OpenReport {
            read_only: opened.read_only,
            foreign_changes: opened.foreign_changes,
            foreign_unlogged: opened.foreign_unlogged,
            stray: opened.stray,
            doubts: plan.doubts.len(),
            mended_packs,
        };
        let binder = Self {
            core: Mutex::new(Core {
                store: Some(opened.store),
                plan,
                template: Arc::new(template),
                seq,
                touched: Touched::default(),
                unsearched: Touched::default(),
            }),
            found: Mutex::new(None),
            times_found: AtomicU32::new(0),
            searched: Mutex::new(None),
            laid: Mutex::new(None),
            on_paper: Mutex::new(None),
            set_texts: Mutex::default(),
            live: Mutex::new(None),
            has_ended: AtomicBool::new(false),
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

    /// The same, and what was touched since something was searched for last.
    pub(crate) fn snapshot_and_unsearched(&self) -> (Snapshot, Touched) {
        let mut core = self.core();
        let touched = std::mem::take(&mut core.unsearched);
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

    /// When the last change was saved.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_saved(&self) -> Result<Option<String>> {
        Ok(self.last_write()?.map(|last| last.at))
    }

    /// The last change.
    pub(crate) fn last_write(&self) -> Result<Option<LastWrite>> {
        Ok(self.core().store()?.last_write()?)
    }

    /// Bytes of an attached file.
    pub(crate) fn attachment(&self, hash: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.core().store()?.attachment(hash)?.map(|(_, bytes)| bytes))
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

    pub(crate) fn op(&self, operation: Operation, step: &Step, at: String) -> Op {
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

    pub(crate) fn writable(&self) -> Result<()> {
        match self.read_only {
            None => Ok(()),
            Some(ReadOnly::OtherProgram) => Err(Error::OtherWrites),
            Some(_) => Err(store::Error::ReadOnly.into()),
        }
    }

    pub(crate) fn core(&self) -> MutexGuard<'_, Core> {
        // A panic while editing leaves file and memory consistent: memory changes only after the commit.
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Core {
    pub(crate) fn store(&mut self) -> Result<&mut Store> {
        self.store.as_mut().ok_or_else(|| Error::NotFound("plan".to_owned()))
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        Snapshot { plan: self.plan.clone(), template: self.template.clone(), seq: self.seq }
    }

    /// Forgets doubts that were settled in the file.
    pub(crate) fn decided(&mut self, settled: &[plan::Doubt]) {
        Arc::make_mut(&mut self.plan).doubts.retain(|doubt| !settled.contains(doubt));
    }

    /// The bytes of a picture of this row are in the file again.
    pub(crate) fn found_again(&mut self, hash: &str, row: (Kind, Id)) {
        if self.plan.lost.contains(hash) {
            let plan = Arc::make_mut(&mut self.plan);
            plan.lost.remove(hash);
            self.touched.extend(Touched::between(plan, plan, &self.template, &[row]));
        }
    }

    /// Takes over exactly the rows the commit named: one path for edit, undo and import. Nothing can fail any more.
    pub(crate) fn take(&mut self, written: Written, now: String) -> Done {
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
        plan.doubts = std::mem::take(&mut plan.doubts)
            .into_iter()
            .filter_map(|doubt| {
                let (kind, id) = (doubt.kind, doubt.id);
                doubt.after(plan.rows.get(kind, id), before.rows.get(kind, id))
            })
            .collect();
        let touched = Touched::between(&before, plan, &self.template, &changed);
        self.unsearched.extend(touched.clone());
        self.touched.extend(touched);
        Done { seq, at: Some(now), changed, ..Done::default() }
    }
}
