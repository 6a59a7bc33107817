//! Checklists and scenarios: packs a plan keeps beside the model's, replaceable one by one.

use crate::{Binder, Error, PackSource, Result, embedded};
use store::StoredPack;
use template::{Checklist, PackFiles, PackKind, Problem, Scenario};

/// What taking a pack over did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// The plan had none of this id.
    New,
    /// It stands in the place of another edition.
    Other,
    /// The plan had it already.
    Same,
}

/// A pack that was taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Which edition it is.
    pub edition: String,
    /// What became of it.
    pub taking: Taking,
}

/// A pack beside the model that is free of mistakes.
pub(crate) struct Sound {
    title: String,
    edition: String,
    pub(crate) pack: StoredPack,
}

impl Binder {
    /// The checklists this plan keeps, for its kind of institution.
    ///
    /// # Errors
    /// When the file cannot be read, or a pack in it.
    pub fn checklists(&self) -> Result<Vec<Checklist>> {
        let institution = self.plan().institution().to_owned();
        let lists = self.read_beside(PackKind::Checklist, template::check_checklist)?;
        Ok(lists.into_iter().filter(|list| list.own_form(&institution).is_some()).collect())
    }

    /// The scenarios this plan keeps, for its kind of institution.
    ///
    /// # Errors
    /// When the file cannot be read, or a pack in it.
    pub fn scenarios(&self) -> Result<Vec<Scenario>> {
        let institution = self.plan().institution().to_owned();
        Ok(self.kept_scenarios()?.into_iter().filter(|one| fits(&one.institutions, &institution)).collect())
    }

    /// Every scenario this plan keeps, for any kind of institution.
    pub(crate) fn kept_scenarios(&self) -> Result<Vec<Scenario>> {
        self.read_beside(PackKind::Scenario, template::check_scenario)
    }

    /// Takes over every pack of a sort found there, in one transaction nobody undoes: one of an id the plan has takes
    /// its place, and the earlier one stays in the file.
    ///
    /// # Errors
    /// [`Error::Pack`] with every problem, [`Error::PackTwice`], or a folder that cannot be read or has none of this
    /// sort. The plan is as before.
    pub fn take_packs(&self, kind: PackKind, source: &PackSource, person: &str) -> Result<Vec<Taken>> {
        self.taken(kind, self.beside_at(kind, source)?, person)
    }

    /// What taking over some packs would do.
    pub(crate) fn would_take(&self, kind: PackKind, found: &[Sound]) -> Result<Vec<Taken>> {
        let kept = self.kept_beside(kind)?;
        let taking = |pack: &StoredPack| match kept.iter().find(|one| one.id == pack.id) {
            None => Taking::New,
            Some(one) if one.hash == pack.hash => Taking::Same,
            Some(_) => Taking::Other,
        };
        let taken = found.iter().map(|one| Taken {
            id: one.pack.id.clone(),
            title: one.title.clone(),
            edition: one.edition.clone(),
            taking: taking(&one.pack),
        });
        Ok(taken.collect())
    }

    /// Takes over packs that are free of mistakes.
    pub(crate) fn taken(&self, kind: PackKind, found: Vec<Sound>, person: &str) -> Result<Vec<Taken>> {
        let taken = self.would_take(kind, &found)?;
        let new = found.into_iter().zip(&taken).filter(|(_, taken)| taken.taking != Taking::Same);
        let changed: Vec<StoredPack> = new.map(|(one, _)| one.pack).collect();
        if !changed.is_empty() {
            self.put_beside(kind, &changed, person)?;
        }
        Ok(taken)
    }

    /// The packs of a sort that are there, free of mistakes.
    pub(crate) fn beside_at(&self, kind: PackKind, source: &PackSource) -> Result<Vec<Sound>> {
        match source {
            PackSource::Own => embedded::own_beside(kind),
            PackSource::Folder(folder) => {
                let folder = embedded::templates_in(folder, kind);
                let read = |id: &String| PackFiles::read(kind, &folder, id).map_err(Error::PackFolder);
                sound_all(kind, embedded::packs_of(kind, &folder)?.iter().map(read).collect::<Result<_>>()?)
            }
            PackSource::Stored(hash) => {
                let stored = self.stored_pack(hash)?.filter(|pack| pack.kind == kind);
                let stored = stored.ok_or_else(|| Error::NotFound(hash.clone()))?;
                sound_all(kind, vec![PackFiles(stored.files)])
            }
        }
    }

    /// Reads the packs of a sort it keeps.
    fn read_beside<T>(
        &self,
        kind: PackKind,
        check: fn(&PackFiles, &template::Vocabulary) -> std::result::Result<T, Vec<Problem>>,
    ) -> Result<Vec<T>> {
        let vocabulary = plan::vocabulary();
        let read = |pack: StoredPack| check(&PackFiles(pack.files), &vocabulary).map_err(Error::Pack);
        self.kept_beside(kind)?.into_iter().map(read).collect()
    }
}

/// The checklists among stored packs that can be read.
pub(crate) fn readable(packs: Vec<StoredPack>) -> Vec<Checklist> {
    let vocabulary = plan::vocabulary();
    packs.into_iter().filter_map(|pack| template::check_checklist(&PackFiles(pack.files), &vocabulary).ok()).collect()
}

pub(crate) fn fits(institutions: &[String], institution: &str) -> bool {
    institutions.is_empty() || institutions.iter().any(|one| one == institution)
}

/// Checks packs of a sort; all of them or every problem.
pub(crate) fn sound_all(kind: PackKind, packs: Vec<PackFiles>) -> Result<Vec<Sound>> {
    let mut good = Vec::new();
    let mut problems = between(kind, &packs);
    for files in packs {
        match sound(kind, files) {
            Ok(one) => good.push(one),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(good) } else { Err(Error::Pack(problems)) }
}

/// What is wrong with what checklists of one folder say of each other.
pub(crate) fn between(kind: PackKind, packs: &[PackFiles]) -> Vec<Problem> {
    let vocabulary = plan::vocabulary();
    let read = |files: &PackFiles| template::check_checklist(files, &vocabulary).ok();
    let lists: Vec<Checklist> = packs.iter().filter(|_| kind == PackKind::Checklist).filter_map(read).collect();
    template::check_carries(&lists)
}

/// The packs of [`sound_all`], ready to be stored.
pub(crate) fn stored(sound: Vec<Sound>) -> Vec<StoredPack> {
    sound.into_iter().map(|one| one.pack).collect()
}

fn sound(kind: PackKind, files: PackFiles) -> std::result::Result<Sound, Vec<Problem>> {
    let vocabulary = plan::vocabulary();
    let (id, title, edition, hash) = match kind {
        PackKind::Model => template::check(&files, &vocabulary).map(|one| (one.id, one.title, one.edition, one.hash)),
        PackKind::Checklist => {
            template::check_checklist(&files, &vocabulary).map(|one| (one.id, one.title, one.edition, one.hash))
        }
        PackKind::Scenario => {
            template::check_scenario(&files, &vocabulary).map(|one| (one.id, one.title, one.edition, one.hash))
        }
    }?;
    Ok(Sound { title, edition, pack: StoredPack { kind, id, hash, files: files.0 } })
}
