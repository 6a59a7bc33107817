//! Taking over other editions of what a plan keeps beside the model.

use super::{opened, say};
use crate::words::Words;
use binder::template::PackKind;
use binder::{PackSource, Taking};
use clap::ArgMatches;
use serde_json::json;
use std::path::PathBuf;

/// Where packs to take over come from, when some are.
pub(super) fn source(m: &ArgMatches) -> Option<PackSource> {
    let folder = m.get_one::<PathBuf>("folder").cloned().map(PackSource::Folder);
    folder.or_else(|| m.get_flag("own").then_some(PackSource::Own))
}

/// Takes packs over and says which.
pub(super) fn take(kind: PackKind, source: &PackSource, m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    tell_taken(&opened(m, false)?.take_packs(kind, source, "")?, m, words)
}

/// Says what became of packs that were taken over.
pub(super) fn tell_taken(taken: &[binder::Taken], m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let name = |taking| match taking {
        Taking::New => ("new", "新しい"),
        Taking::Other => ("other", "入れ替えた"),
        Taking::Same => ("same", "同じ"),
    };
    if m.get_flag("json") {
        let one = |one: &binder::Taken| json!({ "id": one.id, "title": one.title, "edition": one.edition, "taken": name(one.taking).0 });
        say(json!({ "taken": taken.iter().map(one).collect::<Vec<_>>() }))?;
        return Ok(0);
    }
    for one in taken {
        let (en, ja) = name(one.taking);
        say(format!("{}\t{}\t{}（{}）", words.say(ja, en), one.id, one.title, one.edition))?;
    }
    Ok(0)
}
