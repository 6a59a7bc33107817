//! Packs from the program, a folder or the plan file itself.

use super::{changed, count};
use crate::types::*;
use crate::{Fault, Host};
use binder::PackSource;
use binder::plan::PackChange;

/// Packs found somewhere, and what each would change.
pub(crate) fn packs(host: &Host, request: PacksRequest) -> Result<Vec<PackView>, Fault> {
    let offers = host.binder()?.pack_offers(&source(request.source, request.at))?;
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
pub(crate) fn accept_pack(host: &Host, request: AcceptPackRequest) -> Result<Changed, Fault> {
    let binder = host.binder()?;
    let source = source(request.source, request.at);
    host.keep(&binder);
    let done = binder.accept_pack(&source, &request.hash, &host.settings().person)?;
    host.count_opening();
    Ok(Changed { everything: true, ..changed(&binder, done)? })
}

/// Packs the plan was on before: hash and title.
pub(crate) fn earlier_packs(host: &Host, _: Empty) -> Result<Vec<Word>, Fault> {
    let earlier = host.binder()?.earlier_packs()?;
    Ok(earlier.into_iter().map(|(id, text)| Word { id, text }).collect())
}

fn source(place: PackPlace, at: String) -> PackSource {
    match place {
        PackPlace::Own => PackSource::Own,
        PackPlace::Folder => PackSource::Folder(at.into()),
        PackPlace::Stored => PackSource::Stored(at),
    }
}

fn change(change: &PackChange) -> PackChangeView {
    PackChangeView {
        of: change.of.into(),
        what: change.what.into(),
        id: change.id.clone(),
        title: change.title.clone(),
        touches: count(change.touches),
    }
}
