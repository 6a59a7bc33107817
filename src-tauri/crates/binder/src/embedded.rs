//! The texts this program carries: packs, messages, samples.

use crate::{Error, Result};
use exchange::PlanJson;
use std::path::Path;
use template::{PackFiles, Template};

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The pack new plans start on.
pub const PACK: &str = "mhlw-2024";

/// One embedded text.
pub fn text(path: &str) -> Option<&'static str> {
    FILES.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
}

/// A pack this program carries.
///
/// # Errors
/// [`Error::UnknownPack`] when it carries none of that id.
pub fn own_pack(id: &str) -> Result<(PackFiles, Template)> {
    let files = PackFiles::gather(id, FILES.iter().copied());
    if !files.0.keys().any(|path| path.starts_with("packs/")) {
        return Err(Error::UnknownPack(id.to_owned()));
    }
    let template = template::check(&files, &plan::vocabulary()).map_err(Error::Pack)?;
    Ok((files, template))
}

/// Lints every pack of a folder like `templates/`. Returns (pack, items, sections) of each.
///
/// # Errors
/// [`Error::Pack`] with every problem of every pack, or the file that cannot be read.
pub fn lint_folder(folder: &Path) -> Result<Vec<(String, usize, usize)>> {
    let mut good = Vec::new();
    let mut problems = Vec::new();
    for id in packs_of(folder)? {
        let files = PackFiles::read(folder, &id).map_err(Error::PackFolder)?;
        match template::check(&files, &plan::vocabulary()) {
            Ok(template) => good.push((id, template.items.len(), template.sections.len())),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(good) } else { Err(Error::Pack(problems)) }
}

/// The names of the packs in a folder: at least one, and no id twice.
pub fn packs_of(folder: &Path) -> Result<Vec<String>> {
    let packs = PackFiles::packs(folder).map_err(Error::PackFolder)?;
    if packs.is_empty() {
        let cause = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(Error::PackFolder(template::ReadError { path: folder.join("packs"), cause }));
    }
    let mut seen = std::collections::BTreeMap::new();
    for name in &packs {
        let files = PackFiles::read(folder, name).map_err(Error::PackFolder)?;
        if let Some(id) = files.id()
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
