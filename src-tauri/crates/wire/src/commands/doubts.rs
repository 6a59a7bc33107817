//! Rows the file and its history disagree about.

use super::{changed, id, kind, records};
use crate::types::*;
use crate::{Fault, Host};
use binder::plan::Shown;

/// What a person has to decide.
pub(crate) fn doubts(host: &Host, _: Empty) -> Result<Doubts, Fault> {
    let binder = host.binder()?;
    let now = binder.snapshot();
    let word = |shown: &Shown| match shown {
        Shown::Value(text) | Shown::Removed(text) => text.clone(),
        Shown::Blank | Shown::Private => now.template.word("doubt-not-there").to_owned(),
    };
    let rows = binder.doubts().into_iter().map(|doubt| DoubtView {
        at: Ref { kind: doubt.kind.noun().to_owned(), id: doubt.id.to_string() },
        kind: now.template.labels.get(doubt.kind.noun()).map(|labels| labels.name.clone()).unwrap_or_default(),
        title: doubt.title,
        disputed: doubt
            .disputed
            .iter()
            .map(|one| DisputedView { label: one.label.clone(), found: word(&one.found), logged: word(&one.logged) })
            .collect(),
        history_whole: doubt.history_whole,
    });
    Ok(Doubts { seq: now.seq, rows: rows.collect() })
}

/// Keeps one side of a row, or of all of them.
pub(crate) fn decide(host: &Host, request: DecideRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let row = if request.kind.is_empty() { None } else { Some((kind(&request.kind)?, id(&request.id)?)) };
    let done = binder.decide(row, request.keep.into(), &records::step(host, None))?;
    changed(&binder, done)
}
