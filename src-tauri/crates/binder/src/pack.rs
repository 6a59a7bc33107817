//! Packs from a folder or a stick: look, compare, accept for one plan; and back to an earlier one.

use crate::{Binder, Done, Error, Result, Snapshot, embedded, new_plan};
use plan::{Change, Edit, PackChange, Plan, changes, pack_changes, section_base, section_blocks, starting_blocks};
use std::path::{Path, PathBuf};
use store::StoredPack;
use template::{PackFiles, PackKind, Template};

/// A pack a plan may be put on.
#[derive(Debug, Clone)]
pub struct PackOffer {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Which official editions it follows.
    pub edition: String,
    /// Its hash: two packs of one id with different hashes are editions of it.
    pub hash: String,
    /// Whether the plan is on it already.
    pub current: bool,
    /// What it would change.
    pub changes: Vec<PackChange>,
}

/// Where a pack comes from.
#[derive(Debug, Clone)]
pub enum PackSource {
    /// The program itself.
    Own,
    /// A folder like `templates/`, or the one above it.
    Folder(PathBuf),
    /// The plan file: one it was on before, by hash.
    Stored(String),
}

/// The starting text of a section, before and now.
#[derive(Debug, Clone)]
pub struct NewerText {
    /// What the pack said when the section was last compared.
    pub before: Vec<plan::SectionBlock>,
    /// What the plan's pack says now.
    pub now: Vec<plan::SectionBlock>,
}

impl Binder {
    /// The packs found there and what each would change; nothing is changed by looking.
    ///
    /// # Errors
    /// [`Error::Pack`] with every problem, [`Error::PackTwice`], or a folder that cannot be read.
    pub fn pack_offers(&self, source: &PackSource) -> Result<Vec<PackOffer>> {
        let Snapshot { plan, template: old, .. } = self.snapshot();
        let offer = |(_, new): (PackFiles, Template)| PackOffer {
            current: new.hash == old.hash,
            changes: pack_changes(&plan, &old, &new),
            id: new.id,
            title: new.title,
            edition: new.edition,
            hash: new.hash,
        };
        Ok(self.packs_at(source)?.into_iter().map(offer).collect())
    }

    /// Puts the plan on a pack. Nothing typed is lost: answers to items it drops stay, edited sections stay.
    ///
    /// # Errors
    /// As [`Binder::pack_offers`]; [`Error::PackChanged`] when no pack there has this hash (any more). The plan is as before.
    pub fn accept_pack(&self, source: &PackSource, hash: &str, person: &str) -> Result<Done> {
        let found = self.packs_at(source)?.into_iter().find(|(_, template)| template.hash == hash);
        let (files, new) = found.ok_or(Error::PackChanged)?;
        let old = self.template();
        if old.hash == new.hash {
            return Ok(Done { seq: self.snapshot().seq, ..Done::default() });
        }
        let pack = StoredPack { kind: PackKind::Model, id: new.id.clone(), hash: new.hash.clone(), files: files.0 };
        self.put_pack(&pack, new, |plan| bases(plan, &old), person)
    }

    /// Packs the plan was on before, newest first: (hash, title).
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn earlier_packs(&self) -> Result<Vec<(String, String)>> {
        let mut out = Vec::new();
        for hash in self.stored_packs()?.into_iter().rev() {
            if hash != self.template().hash
                && let Some(template) = self.template_of(&hash)?
            {
                out.push((hash, format!("{}（{}）", template.title, template.edition)));
            }
        }
        Ok(out)
    }

    /// What the pack says differently about an edited section since it was last compared; `None` = nothing.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn newer_text(&self, number: &str) -> Result<Option<NewerText>> {
        let Snapshot { plan, template, .. } = self.snapshot();
        let Some(section) = template.section(number).filter(|section| section_blocks(&plan, section).1) else {
            return Ok(None);
        };
        // A section edited before bases were kept started from the first pack of the file.
        let base = section_base(&plan, number).and_then(|base| base.pack.clone());
        let base = match base {
            Some(base) => Some(base),
            None => self.stored_packs()?.into_iter().next(),
        };
        let Some(old) =
            base.filter(|base| *base != template.hash).map(|base| self.template_of(&base)).transpose()?.flatten()
        else {
            return Ok(None);
        };
        let before = old.section(number).map(|section| starting_blocks(&plan, section)).unwrap_or_default();
        let now = starting_blocks(&plan, section);
        Ok((before != now).then_some(NewerText { before, now }))
    }

    /// A pack of the file as a template. One this program cannot read any more compares with nothing.
    fn template_of(&self, hash: &str) -> Result<Option<Template>> {
        let pack = match self.stored_pack(hash) {
            Ok(Some(pack)) => pack,
            Ok(None) | Err(Error::Store(store::Error::Damaged(_))) => return Ok(None),
            Err(other) => return Err(other),
        };
        let (_, own) = embedded::own_pack(embedded::PACK)?;
        Ok(template::check_stored(&new_plan::pack_files(pack.files), &plan::vocabulary(), &own).ok())
    }

    fn packs_at(&self, source: &PackSource) -> Result<Vec<(PackFiles, Template)>> {
        match source {
            PackSource::Own => Ok(vec![embedded::own_pack(embedded::PACK)?]),
            PackSource::Folder(folder) => in_folder(folder),
            PackSource::Stored(hash) => {
                let stored = self.stored_pack(hash)?.filter(|pack| pack.kind == PackKind::Model);
                let stored = stored.ok_or_else(|| Error::NotFound(hash.clone()))?;
                let files = new_plan::pack_files(stored.files);
                let (_, own) = embedded::own_pack(embedded::PACK)?;
                let template = template::check_stored(&files, &plan::vocabulary(), &own).map_err(Error::Pack)?;
                Ok(vec![(files, template)])
            }
        }
    }
}

/// Edited sections without a known base started from the pack the plan is on now.
fn bases(plan: &Plan, old: &Template) -> Vec<Change> {
    let edited = old.sections.iter().filter(|section| section_blocks(plan, section).1);
    let unknown = edited.filter(|section| section_base(plan, &section.number).is_none());
    unknown
        .flat_map(|section| {
            let keep = Edit::KeepOwnText { number: section.number.clone() };
            changes(plan, old, &keep, "").unwrap_or_default()
        })
        .collect()
}

/// The packs of a folder; people choose the one that holds `packs`, or the one above it.
fn in_folder(folder: &Path) -> Result<Vec<(PackFiles, Template)>> {
    let folder = &embedded::templates_in(folder, PackKind::Model);
    let (_, own) = embedded::own_pack(embedded::PACK)?;
    let mut good = Vec::new();
    let mut problems = Vec::new();
    for name in embedded::packs_of(PackKind::Model, folder)? {
        let files = PackFiles::read(PackKind::Model, folder, &name).map_err(Error::PackFolder)?;
        // As strict as with a pack a plan has kept: one made for an earlier program lacks later words.
        match template::check_stored(&files, &plan::vocabulary(), &own) {
            Ok(template) => good.push((files, template)),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(good) } else { Err(Error::Pack(problems)) }
}
