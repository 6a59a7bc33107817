//! A new plan file: empty with what such an institution usually has, from JSON, or a sample.

use crate::{Error, Outside, Result, attachment, beside, embedded};
use exchange::PlanJson;
use plan::{Operation, starter};
use std::collections::BTreeMap;
use std::path::Path;
use store::{Op, Seed, StoredPack};
use template::{PackFiles, PackKind};

/// What a new plan starts from.
#[derive(Debug, Clone)]
pub struct NewPlan {
    /// Kind of institution (`hospital` …).
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Beds, where it has some.
    pub beds: Option<u32>,
}

impl NewPlan {
    /// Makes the file.
    ///
    /// # Errors
    /// Nothing is left behind; an existing file is never overwritten.
    pub fn create(&self, path: &Path, outside: &dyn Outside) -> Result<()> {
        let (files, template) = embedded::own_pack(embedded::PACK)?;
        let id = outside.new_id();
        let name = plan::stored(plan::Kind::Facility, "name", self.name.trim())?.unwrap_or_default();
        let rows = starter::rows(id, &template, &self.kind, &name, self.beds);
        let pack =
            StoredPack { kind: PackKind::Model, id: template.id.clone(), hash: template.hash.clone(), files: files.0 };
        let op = made(outside, Operation::New);
        let beside = embedded::all_beside()?;
        let seed = Seed { plan: id, pack: &pack, beside: &beside, rows: &rows, attachments: &[], op: &op };
        Ok(store::create(path, &seed)?)
    }
}

/// Makes a plan file from JSON.
///
/// # Errors
/// Nothing is left behind; an existing file is never overwritten.
pub(crate) fn from_json(json: &PlanJson, path: &Path, outside: &dyn Outside) -> Result<()> {
    let files = if json.files.is_empty() { embedded::own_pack(&json.pack)?.0 } else { PackFiles(json.files.clone()) };
    let (_, own) = embedded::own_pack(embedded::PACK)?;
    template::check_stored(&files, &plan::vocabulary(), &own).map_err(Error::Pack)?;
    attachment::examine_all(json)?;
    let pack = StoredPack { kind: PackKind::Model, id: json.pack.clone(), hash: files.hash(), files: files.0 };
    let op = made(outside, Operation::ImportPlan);
    let beside = beside_of(json)?;
    let attachments = &json.attachments;
    Ok(store::create(
        path,
        &Seed { plan: json.plan, pack: &pack, beside: &beside, rows: &json.rows, attachments, op: &op },
    )?)
}

/// The packs a plan from JSON keeps beside the model. Before format 3 nothing was said of them: such a plan begins with
/// the program's own, as a new one does.
fn beside_of(json: &PlanJson) -> Result<Vec<StoredPack>> {
    let Some(packs) = &json.beside else { return embedded::all_beside() };
    let mut out = Vec::new();
    for kind in PackKind::BESIDE {
        let of_kind = packs.iter().filter(|pack| pack.kind == kind);
        let files = of_kind.map(|pack| PackFiles(pack.files.clone())).collect();
        out.extend(beside::stored(beside::sound_all(kind, files)?));
    }
    Ok(out)
}

/// The operation that makes a file; the program's own, nobody undoes it.
pub(crate) fn made(outside: &dyn Outside, operation: Operation) -> Op {
    Op {
        id: outside.new_id().to_string(),
        at: outside.now(),
        operation,
        step: outside.new_id().to_string(),
        sitting: outside.new_id().to_string(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        ..Op::default()
    }
}

/// The files of a pack as stored.
pub(crate) fn pack_files(files: BTreeMap<String, String>) -> PackFiles {
    PackFiles(files)
}
