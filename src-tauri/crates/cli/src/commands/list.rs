//! `sonae list`: records, or those in which some words occur, as the window finds them.

use super::{open, say};
use crate::words::Words;
use binder::plan::{Kind, title_of};
use binder::{Error, Part};
use clap::ArgMatches;
use serde_json::json;

/// Says kind and title of each; in every kind, or in one.
pub(super) fn list(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let binder = open(m)?;
    let kinds = match m.get_one::<String>("kind") {
        Some(noun) => vec![Kind::from_noun(noun).ok_or_else(|| Error::NotFound(noun.clone()))?],
        None => Kind::ALL.to_vec(),
    };
    let mut found = Vec::new();
    for kind in kinds {
        let listed = binder.search(
            kind,
            m.get_one::<String>("words").map_or("", String::as_str),
            Part { most: usize::MAX, ..Part::default() },
        );
        let (plan, template) = (&listed.now.plan, &listed.now.template);
        let name = template.labels.get(kind.noun()).map_or(kind.noun(), |labels| &labels.name).to_owned();
        let title = |id| plan.find(kind, id).map(|record| title_of(plan, template, record)).unwrap_or_default();
        found.extend(listed.ids.iter().map(|id| (kind, *id, name.clone(), title(*id))));
    }
    if m.get_flag("json") {
        let one =
            |(kind, id, _, title): &(Kind, _, String, String)| json!({ "kind": kind.noun(), "id": id, "title": title });
        say(json!({ "found": found.iter().map(one).collect::<Vec<_>>() }))?;
    } else if found.is_empty() {
        say(words.say("見つかりませんでした。", "Nothing found."))?;
    } else {
        found.iter().try_for_each(|(_, _, name, title)| say(format!("{name}\t{title}")))?;
    }
    Ok(0)
}
