//! One plain function per command.

mod backups;
mod checklists;
mod doubts;
mod exercise;
mod files;
mod first_hour;
mod guide;
mod list_forms;
mod numbers;
mod overview;
mod packs;
mod paper;
mod paper_kit;
mod reach;
mod records;
mod recovery;
mod scenarios;
mod search;
mod sections;
mod sheets;
mod tree;

pub(crate) use backups::*;
pub(crate) use checklists::*;
pub(crate) use doubts::*;
pub use exercise::room_act;
pub(crate) use exercise::*;
pub(crate) use files::*;
pub(crate) use first_hour::*;
pub(crate) use guide::*;
pub(crate) use list_forms::*;
pub(crate) use numbers::*;
pub(crate) use overview::*;
pub(crate) use packs::*;
pub use paper::*;
pub(crate) use paper_kit::*;
pub(crate) use reach::*;
pub(crate) use records::*;
pub(crate) use recovery::*;
pub(crate) use scenarios::*;
pub(crate) use search::*;
pub(crate) use sections::*;
pub(crate) use sheets::*;
pub(crate) use tree::*;

use crate::{Changed, Fault, Ref, Status};
use binder::plan::overview::PhaseProgress;
use binder::plan::{Id, Kind, Operation, Severity, day};
use binder::{Binder, Done, Error, Snapshot, operation_words};
use std::collections::BTreeSet;

/// What undo and redo would take back.
type Steps = (Option<Operation>, Option<Operation>);

fn kind(noun: &str) -> Result<Kind, Fault> {
    Kind::from_noun(noun).ok_or_else(|| Error::NotFound(noun.to_owned()).into())
}

fn id(text: &str) -> Result<Id, Fault> {
    Id::parse(text).ok_or_else(|| Error::NotFound(text.to_owned()).into())
}

fn status_of(binder: &Binder) -> Result<Status, Fault> {
    let steps = if binder.read_only().is_some() { (None, None) } else { binder.steps()? };
    Ok(status_with(binder, binder.last_saved()?, steps))
}

/// The top line, with what only the file says.
fn status_with(binder: &Binder, saved: Option<String>, (undo, redo): Steps) -> Status {
    let Snapshot { plan, template, seq } = binder.snapshot();
    let template = &*template;
    let today = binder.outside().today();
    let words = |operation: Operation| operation_words(template, &operation);
    // What is saved is saved: a check that panics must not deny it. Whoever asks for the findings is told.
    let stops = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| binder.findings().count(Severity::Stop)));
    let stops = stops.unwrap_or_default();
    let progress = binder::plan::overview::progress(&plan, template);
    let of_all = |part: fn(&PhaseProgress) -> usize| count(progress.iter().map(part).sum());
    Status {
        seq,
        facility: plan.facility().and_then(|f| f.name.clone()).unwrap_or_default(),
        institution: plan.institution().to_owned(),
        has_beds: plan.has_beds(),
        saved_at: moment(&saved.unwrap_or_default(), &today),
        read_only: binder.read_only().map(files::read_only_words).unwrap_or_default(),
        undo: undo.map(words),
        redo: redo.map(words),
        stops: count(stops),
        found: binder.times_found(),
        answered: of_all(|phase| phase.answered),
        questions: of_all(|phase| phase.questions),
    }
}

/// `10:32`, or the day when it was not today.
fn moment(at: &str, today: &str) -> String {
    let day = day::day_of(at);
    if day == today { day::time_of(at) } else { day }
}

/// Nouns of what a reply was read from: these kinds, and those their titles and links name.
fn reads(kinds: &[Kind]) -> Vec<String> {
    let all: BTreeSet<Kind> = kinds.iter().flat_map(|kind| kind.names().iter().chain([kind]).copied()).collect();
    all.into_iter().map(|kind| kind.noun().to_owned()).collect()
}

/// A count for the screens.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The rows that changed.
fn refs(done: &Done) -> Vec<Ref> {
    done.changed.iter().map(|(kind, id)| Ref { kind: kind.noun().to_owned(), id: id.to_string() }).collect()
}

/// The reply of an edit. What was saved is saved: no reading that fails afterwards says otherwise.
fn changed(binder: &Binder, done: Done) -> Result<Changed, Fault> {
    Ok(Changed {
        seq: done.seq,
        changed: refs(&done),
        everything: false,
        record: done.record.map(|id| id.to_string()),
        value: done.value,
        // The file may not be readable any more: the edit is in it all the same.
        status: status_with(binder, done.at.or_else(|| binder.last_saved().ok()?), binder.steps().unwrap_or_default()),
    })
}
