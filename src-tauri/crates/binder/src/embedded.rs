//! The texts this program carries: packs, messages, samples.

use crate::{Error, Result, beside};
use exchange::PlanJson;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use store::StoredPack;
use template::{PackFiles, PackKind, Template};

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The pack new plans start on.
pub const PACK: &str = "mhlw-2024";

/// One embedded text.
pub(crate) fn text(path: &str) -> Option<&'static str> {
    FILES.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
}

/// A pack this program carries.
///
/// # Errors
/// [`Error::UnknownPack`] when it carries none of that id.
pub fn own_pack(id: &str) -> Result<(PackFiles, Template)> {
    let files = PackFiles::gather(PackKind::Model, id, FILES.iter().copied());
    if !files.0.keys().any(|path| path.starts_with("packs/")) {
        return Err(Error::UnknownPack(id.to_owned()));
    }
    let template = template::check(&files, &plan::vocabulary()).map_err(Error::Pack)?;
    Ok((files, template))
}

/// The packs of a sort this program carries beside the model.
///
/// # Errors
/// None that the build would not have found.
pub(crate) fn own_beside(kind: PackKind) -> Result<Vec<beside::Sound>> {
    let id = |path: &&'static str| path.strip_prefix(kind.folder())?.strip_prefix('/')?.split('/').next();
    let ids: BTreeSet<&str> = FILES.iter().filter_map(|(path, _)| id(path)).collect();
    beside::sound_all(kind, ids.into_iter().map(|id| PackFiles::gather(kind, id, FILES.iter().copied())).collect())
}

/// The pack of this program, of whatever sort, that has this hash.
pub(crate) fn with_hash(hash: &str) -> Option<StoredPack> {
    PackKind::ALL.iter().find_map(|kind| {
        let id = |path: &&'static str| path.strip_prefix(kind.folder())?.strip_prefix('/')?.split('/').next();
        let ids: BTreeSet<&str> = FILES.iter().filter_map(|(path, _)| id(path)).collect();
        let all = ids.into_iter().map(|id| (id, PackFiles::gather(*kind, id, FILES.iter().copied())));
        let (id, files) = all.into_iter().find(|(_, files)| files.hash() == hash)?;
        Some(StoredPack { kind: *kind, id: id.to_owned(), hash: hash.to_owned(), files: files.0 })
    })
}

/// Every pack this program carries beside the model: what a new plan keeps.
///
/// # Errors
/// As [`own_beside`].
pub(crate) fn all_beside() -> Result<Vec<StoredPack>> {
    let mut out = Vec::new();
    for kind in PackKind::BESIDE {
        out.extend(beside::stored(own_beside(kind)?));
    }
    Ok(out)
}

/// A pack of a folder that is free of mistakes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linted {
    /// What sort of pack.
    pub kind: PackKind,
    /// Its id.
    pub id: String,
    /// Of how much it consists: items and sections, items, injects.
    pub counts: Vec<usize>,
}

/// Lints every pack of a folder like `templates/`; at least one of any sort.
///
/// # Errors
/// [`Error::Pack`] with every problem of every pack, or the file that cannot be read.
pub fn lint_folder(folder: &Path) -> Result<Vec<Linted>> {
    let mut good = Vec::new();
    let mut problems = Vec::new();
    for kind in PackKind::ALL {
        let mut all = Vec::new();
        for id in packs_or_none(kind, folder)? {
            let files = PackFiles::read(kind, folder, &id).map_err(Error::PackFolder)?;
            match template::counts(kind, &files, &plan::vocabulary()) {
                Ok(counts) => good.push(Linted { kind, id, counts }),
                Err(found) => problems.extend(found),
            }
            all.push(files);
        }
        problems.extend(beside::between(kind, &all));
    }
    if !problems.is_empty() {
        return Err(Error::Pack(problems));
    }
    if good.is_empty() { Err(no_packs(PackKind::Model, folder)) } else { Ok(good) }
}

/// Where the packs of a sort lie: people choose the folder that holds their folder, or the one above it.
pub(crate) fn templates_in(folder: &Path, kind: PackKind) -> PathBuf {
    let inside = folder.join("templates");
    let above = !folder.join(kind.folder()).is_dir() && inside.join(kind.folder()).is_dir();
    if above { inside } else { folder.to_owned() }
}

/// The names of the packs of a sort in a folder: at least one, and no id twice.
pub(crate) fn packs_of(kind: PackKind, folder: &Path) -> Result<Vec<String>> {
    let packs = packs_or_none(kind, folder)?;
    if packs.is_empty() { Err(no_packs(kind, folder)) } else { Ok(packs) }
}

fn no_packs(kind: PackKind, folder: &Path) -> Error {
    let cause = std::io::Error::from(std::io::ErrorKind::NotFound);
    Error::PackFolder(template::ReadError { path: folder.join(kind.folder()), cause })
}

fn packs_or_none(kind: PackKind, folder: &Path) -> Result<Vec<String>> {
    let packs = PackFiles::packs(kind, folder).map_err(Error::PackFolder)?;
    let mut seen = BTreeMap::new();
    for name in &packs {
        let files = PackFiles::read(kind, folder, name).map_err(Error::PackFolder)?;
        if let Some(id) = files.id(kind)
            && let Some(other) = seen.insert(id.clone(), name.clone())
        {
            return Err(Error::PackTwice { id, folders: [other, name.clone()] });
        }
    }
    Ok(packs)
}

/// A sample plan of the program (`hospital`, `clinic`).
///
/// # Errors
/// [`Error::NotFound`] when there is none of that name.
pub fn sample(name: &str) -> Result<PlanJson> {
    let json = text(&format!("samples/{name}.json")).ok_or_else(|| Error::NotFound(name.to_owned()))?;
    Ok(exchange::read_json(json)?)
}
