//! Packs from the program, a folder or the plan file itself.

use super::{changed, count};
use crate::types::*;
use crate::{Fault, Host};
use binder::plan::{Of, PackChange, What};
use binder::{Error, PackSource};

/// Packs found somewhere, and what each would change.
pub fn packs(host: &Host, request: PacksRequest) -> Result<Vec<PackView>, Fault> {
    let offers = host.binder()?.pack_offers(&source(&request.source, request.at)?)?;
    let view = |offer: binder::PackOffer| PackView {
        id: offer.id,
        title: offer.title,
        edition: offer.edition,
        hash: offer.hash,
        current: offer.current,
        changes: offer.changes.iter().map(change).collect(),
    };
    Ok(offers.into_iter().map(view).collect())
}

/// Puts the plan on a pack.
pub fn accept_pack(host: &Host, request: AcceptPackRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let source = source(&request.source, request.at)?;
    let done = binder.accept_pack(&source, &request.hash, &host.settings().person)?;
    host.count_opening();
    Ok(Changed { everything: true, ..changed(&binder, done)? })
}

/// Packs the plan was on before: hash and title.
pub fn earlier_packs(host: &Host, _: Empty) -> Result<Vec<Word>, Fault> {
    let earlier = host.binder()?.earlier_packs()?;
    Ok(earlier.into_iter().map(|(id, text)| Word { id, text }).collect())
}

fn source(name: &str, at: String) -> Result<PackSource, Fault> {
    Ok(match name {
        "own" => PackSource::Own,
        "folder" => PackSource::Folder(at.into()),
        "stored" => PackSource::Stored(at),
        other => return Err(Error::NotFound(other.to_owned()).into()),
    })
}

fn change(change: &PackChange) -> PackChangeView {
    PackChangeView {
        of: match change.of {
            Of::Item => "item",
            Of::Section => "section",
            Of::FirstPage => "first-page",
            Of::Sheet => "sheet",
            Of::Entry => "entry",
            Of::Term => "term",
            Of::Rest => "rest",
        }
        .to_owned(),
        what: match change.what {
            What::Added => "added",
            What::Removed => "removed",
            What::Changed => "changed",
        }
        .to_owned(),
        id: change.id.clone(),
        title: change.title.clone(),
        touches: count(change.touches),
    }
}
