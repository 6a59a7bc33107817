//! `sonae visit`: what a visitor is handed, in a folder.

use super::{open, path, say, tell, text};
use crate::outside::System;
use crate::waiting::Waiting;
use crate::words::Words;
use binder::{Document, Error, Outside, Put, VisitFolder};
use clap::ArgMatches;
use serde_json::json;

/// Writes the folder, lists its files, and says what is not in it.
pub(super) fn visit(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let binder = open(m)?;
    let name = text(m, "document");
    let document = Document::named(name).ok_or_else(|| Error::NotFound(name.to_owned()))?;
    let date = m.get_one::<String>("date").map_or_else(|| Ok(System.today()), |date| binder::print_date(date))?;
    let VisitFolder { folder, files, missing, .. } =
        binder.write_visit(document, &date, path(m, "output"), &Waiting::new(words))?;
    if m.get_flag("json") {
        let file = |one: &Put| json!({ "name": one.name, "size": one.size, "sha256": one.hash, "what": one.what });
        let files: Vec<_> = files.iter().map(file).collect();
        say(json!({ "path": folder.to_string_lossy(), "files": files, "missing": missing }))?;
        return Ok(0);
    }
    files.iter().try_for_each(|one| say(format!("{}\t{}", one.name, one.what)))?;
    missing.iter().for_each(|one| tell(&format!("・{one}")));
    Ok(0)
}
