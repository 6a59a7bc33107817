//! Automatic copies: which there are, where they are kept, and opening one.

use super::{count, files};
use crate::types::*;
use crate::{Fault, Host};
use std::path::{Path, PathBuf};

/// So many copies are opened and compared: further down nobody looks first.
const COMPARED: usize = 10;

/// Automatic copies of a plan, newest first, beside each other.
pub(crate) fn backups(host: &Host, request: PathRequest) -> Result<Vec<BackupView>, Fault> {
    let places = host.places();
    let plan = Path::new(&request.path);
    let mut all = binder::backups(&places.own, plan);
    // What is on the stick alone is worth as much; what is in both is named once.
    let there = |all: &[binder::Backup], one: &binder::Backup| {
        all.iter().any(|known| known.path.file_name() == one.path.file_name())
    };
    for one in places.second.iter().flat_map(|second| binder::backups(second, plan)) {
        if !there(&all, &one) {
            all.push(one);
        }
    }
    all.sort_by(|one, other| other.saved.cmp(&one.saved));
    let compared = binder::compared(&all[..all.len().min(COMPARED)], &*host.outside)?;
    let newest = compared.iter().position(|one| one.sound);
    let views = all.into_iter().enumerate().map(|(nth, backup)| {
        let known = compared.get(nth);
        BackupView {
            path: backup.path.display().to_string(),
            name: backup.name,
            saved: backup.saved,
            sound: known.map(|one| one.sound),
            newest: newest == Some(nth),
            rows: known.map_or(0, |one| count(one.rows)),
            named: known.map(|one| one.named.clone()).unwrap_or_default(),
        }
    });
    Ok(views.collect())
}

/// Where copies of the open plan are kept.
pub(crate) fn backup_places(host: &Host, _: Empty) -> Result<BackupPlaces, Fault> {
    let (binder, places) = (host.binder()?, host.places());
    let all = binder::backups(&places.own, binder.path());
    let megabytes = |bytes: u64| count(usize::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(usize::MAX));
    Ok(BackupPlaces {
        own: places.own.display().to_string(),
        second: places.second.as_ref().map(|second| second.display().to_string()).unwrap_or_default(),
        second_there: places.second.as_ref().is_some_and(|second| second.is_dir()),
        last: all.first().map(|newest| newest.saved.clone()).unwrap_or_default(),
        count: count(all.len()),
        size: megabytes(all.iter().map(|backup| backup.bytes).sum()),
        most: megabytes(binder::MOST_BYTES),
    })
}

/// Chooses a second place, or none; a copy is kept there at once.
pub(crate) fn choose_second_place(host: &Host, request: SecondPlaceRequest) -> Result<BackupPlaces, Fault> {
    let second = Some(PathBuf::from(&request.path)).filter(|_| !request.path.is_empty());
    if let Some(second) = &second {
        host.binder()?.keep_backup(second, &host.work(Work::Keep))?;
    }
    host.change_settings(|settings| settings.second_backups = second);
    backup_places(host, Empty {})
}

/// Opens a copy as a file of its own. The plan that is open stays as it is, and is closed.
pub(crate) fn open_backup(host: &Host, request: OpenBackupRequest) -> Result<Opened, Fault> {
    let to = PathBuf::from(&request.path);
    binder::take_backup(Path::new(&request.backup), &to)?;
    if let Ok(binder) = host.binder() {
        host.keep(&binder);
    }
    files::open(host, &to, &binder::Unwatched)
}
