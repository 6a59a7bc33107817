//! The files of a pack as text, and their fingerprint.

use crate::PackKind;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The texts of one pack: its folder; of the model also the incidents and the catalogue.
///
/// Keys are paths relative to `templates/` with `/`, values have LF line ends,
/// so the fingerprint is the same on Windows and Linux.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PackFiles(pub BTreeMap<String, String>);

/// A pack folder that could not be read.
#[derive(Debug)]
pub struct ReadError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system said.
    pub cause: std::io::Error,
}

impl PackFiles {
    /// Takes the files of `pack` (`packs/<pack>/…`, and for the model what all its packs share:
    /// `incidents.toml`, `catalogue/…`) from `(path, text)` pairs.
    pub fn gather<'a>(kind: PackKind, pack: &str, all: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let files = all
            .into_iter()
            .filter(|(path, _)| kind.gathers(pack, path))
            .map(|(path, text)| (path.to_owned(), text.replace("\r\n", "\n")));
        Self(files.collect())
    }

    /// Reads every `.toml` below a `templates` folder and gathers `pack` from it.
    ///
    /// # Errors
    /// The first file or folder the system would not read.
    pub fn read(kind: PackKind, templates: &Path, pack: &str) -> Result<Self, ReadError> {
        // Only what belongs to a pack: whatever else lies on a stick is nobody's business.
        let mut all = Vec::new();
        let model = kind == PackKind::Model;
        let shared = model.then(|| templates.join("catalogue"));
        for place in [templates.join(kind.folder()).join(pack)].into_iter().chain(shared) {
            if place.is_dir() {
                walk(templates, &place, &mut all)?;
            }
        }
        let incidents = templates.join("incidents.toml");
        if model && incidents.is_file() {
            let text = std::fs::read_to_string(&incidents).map_err(|cause| ReadError { path: incidents, cause })?;
            all.push(("incidents.toml".to_owned(), text));
        }
        Ok(Self::gather(kind, pack, all.iter().map(|(p, t)| (p.as_str(), t.as_str()))))
    }

    /// Names of the packs of a sort below a `templates` folder, in order; none where the folder is missing.
    ///
    /// # Errors
    /// When it cannot be listed.
    pub fn packs(kind: PackKind, templates: &Path) -> Result<Vec<String>, ReadError> {
        let folder = templates.join(kind.folder());
        if !folder.exists() {
            return Ok(Vec::new());
        }
        let mut names: Vec<String> = std::fs::read_dir(&folder)
            .map_err(|cause| ReadError { path: folder, cause })?
            .filter_map(Result::ok)
            .filter(|entry| entry.path().is_dir() && !entry.file_name().to_string_lossy().starts_with('.'))
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        Ok(names)
    }

    /// The folder of the pack and the file at its head.
    pub(crate) fn head(&self, kind: PackKind) -> Option<(&str, &str)> {
        self.0.iter().find_map(|(path, text)| {
            let inside = path.strip_prefix(kind.folder())?.strip_prefix('/')?;
            let (pack, file) = inside.split_once('/')?;
            (file == kind.head()).then_some((pack, text.as_str()))
        })
    }

    /// The id its head says, where it can be read at all.
    pub fn id(&self, kind: PackKind) -> Option<String> {
        let (_, text) = self.head(kind)?;
        let table: toml::Table = toml::from_str(text).ok()?;
        table.get("id")?.as_str().map(str::to_owned)
    }

    /// SHA-256 over sorted paths and LF bytes, in lower-case hex.
    pub fn hash(&self) -> String {
        let mut sha = Sha256::new();
        for (path, text) in &self.0 {
            for part in [path.as_bytes(), text.as_bytes()] {
                sha.update((part.len() as u64).to_le_bytes());
                sha.update(part);
            }
        }
        sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn walk(root: &Path, folder: &Path, out: &mut Vec<(String, String)>) -> Result<(), ReadError> {
    let fail = |path: &Path, cause| ReadError { path: path.to_owned(), cause };
    let entries = std::fs::read_dir(folder).map_err(|cause| fail(folder, cause))?;
    for entry in entries {
        let path = entry.map_err(|cause| fail(folder, cause))?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
            continue; // what file managers leave behind
        }
        if path.is_dir() {
            walk(root, &path, out)?;
        } else if path.extension().is_some_and(|end| end == "toml") {
            let text = std::fs::read_to_string(&path).map_err(|cause| fail(&path, cause))?;
            let inside = path.strip_prefix(root).unwrap_or(&path);
            let name: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
            out.push((name.join("/"), text));
        }
    }
    Ok(())
}
