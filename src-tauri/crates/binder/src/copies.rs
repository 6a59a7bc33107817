//! What takes long and reads the whole file: a copy, an examination, plan JSON. None of them makes an edit wait for
//! more than a step.

use crate::{Binder, Error, Fault, Progress, Result};
use exchange::JsonPack;
use plan::Doing;
use std::path::Path;
use template::PackKind;

/// A copy has its turns under the lock that guards the plan.
struct OwnTurns<'a> {
    binder: &'a Binder,
    progress: &'a dyn Progress,
}

impl store::Turns for OwnTurns<'_> {
    fn turn(&self, step: &mut dyn FnMut()) {
        let _core = self.binder.core();
        step();
    }

    fn progress(&self) -> &dyn Progress {
        self.progress
    }
}

impl Binder {
    /// Writes a checked copy.
    ///
    /// # Errors
    /// The plan itself is untouched; an existing file is never overwritten. [`Error::Cancelled`].
    pub fn save_copy(&self, to: &Path, progress: &dyn Progress) -> Result<()> {
        let from = {
            let mut core = self.core();
            let store = core.store()?;
            match store.place() {
                // What is still open is all there is.
                Err(store::Error::Vanished(_)) => return Ok(store.rescue(to)?),
                place => place?,
            }
        };
        Ok(store::copy(&from, to, &OwnTurns { binder: self, progress })?)
    }

    /// Examines the file, on a copy.
    ///
    /// # Errors
    /// When the file cannot be read at all; [`Error::Cancelled`].
    pub fn verify(&self, progress: &dyn Progress) -> Result<Vec<Fault>> {
        let from = self.core().store()?.place()?;
        Ok(store::verify(&from, &OwnTurns { binder: self, progress })?)
    }

    /// The plan as JSON: all rows, its packs whole, its attachments one by one.
    ///
    /// # Errors
    /// When the file cannot be read; [`Error::InDoubt`]; [`Error::Cancelled`].
    pub fn export_json(&self, progress: &dyn Progress) -> Result<String> {
        let (now, pack, beside, hashes) = {
            let mut core = self.core();
            let now = core.snapshot();
            now.beyond_doubt()?;
            let store = core.store()?;
            let pack = store.pack()?.ok_or_else(|| store::Error::Damaged("pack".to_owned()))?;
            let mut beside = Vec::new();
            for kind in PackKind::BESIDE {
                let packs = store.beside(kind)?;
                beside.extend(packs.into_iter().map(|pack| JsonPack { kind, id: pack.id, files: pack.files }));
            }
            (now, pack, beside, store.attachment_hashes()?)
        };
        let attachment = |(nth, hash): (usize, &String)| {
            if !progress.go_on(Doing::Copying, nth, hashes.len()) {
                return Err(Error::Cancelled);
            }
            self.core().store()?.attachment(hash)?.ok_or_else(|| Error::NotFound(hash.clone()))
        };
        let attachments = hashes.iter().enumerate().map(attachment);
        exchange::write_json(&now.plan, &pack.id, &pack.files, &beside, attachments)
    }
}
