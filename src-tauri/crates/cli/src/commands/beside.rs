//! `sonae checklists`: the lists a plan keeps; and taking over other editions of what it keeps beside the model.

use super::{open, opened, say};
use crate::words::Words;
use binder::template::{Checklist, Mark, PackKind};
use binder::{PackSource, Taking};
use clap::ArgMatches;
use serde_json::json;
use std::path::PathBuf;

/// Says the checklists, or takes some over.
pub(super) fn checklists(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    if let Some(source) = source(m) {
        return take(PackKind::Checklist, &source, m, words);
    }
    let lists = open(m)?.checklists()?;
    if m.get_flag("json") {
        say(json!({ "checklists": lists.iter().map(checklist_json).collect::<Vec<_>>() }))?;
        return Ok(0);
    }
    lists.iter().try_for_each(|list| told(list, words))?;
    Ok(0)
}

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

fn told(list: &Checklist, words: &Words) -> binder::Result<()> {
    say(format!("{}（{}、{}）", titled(&list.title, list.mark, words), list.edition, list.publisher))?;
    let mut group = None;
    for item in &list.items {
        if item.group != group {
            group.clone_from(&item.group);
            if let Some(of) = list.groups.iter().find(|of| Some(&of.number) == group.as_ref()) {
                say(format!("{} {}", of.number, titled(&of.title, of.mark, words)))?;
            }
        }
        say(format!("\t{}\t{}", item.number, titled(&item.title, item.mark, words)))?;
    }
    Ok(())
}

/// A title that was not seen in the official document stands in brackets.
fn titled(title: &str, mark: Mark, words: &Words) -> String {
    if mark.verified() {
        return title.to_owned();
    }
    format!("〔{title}〕（{}）", words.say("公式表題は未確認", "official title not seen"))
}

fn checklist_json(list: &Checklist) -> serde_json::Value {
    let answers: Vec<_> = list.answers.iter().map(|one| json!({ "id": one.id, "text": one.text })).collect();
    let question = |one: &binder::template::ChecklistQuestion| json!({ "id": one.id, "text": one.text, "asks": if one.day { "day" } else { "answer" }, "after": one.after });
    let group = |one: &binder::template::ChecklistGroup| json!({ "number": one.number, "title": one.title, "seen": one.mark.verified() });
    let item = |one: &binder::template::ChecklistItem| {
        json!({
            "id": one.id, "number": one.number, "group": one.group, "target": one.target, "title": one.title,
            "seen": one.mark.verified(), "about": one.about, "unless": one.unless, "ends": one.ends,
            "chapters": one.chapters, "source": one.source,
        })
    };
    json!({
        "id": list.id, "title": list.title, "seen": list.mark.verified(), "edition": list.edition,
        "publisher": list.publisher, "source": list.source, "guideline": list.guideline, "hash": list.hash,
        "answers": answers, "questions": list.questions.iter().map(question).collect::<Vec<_>>(),
        "groups": list.groups.iter().map(group).collect::<Vec<_>>(),
        "items": list.items.iter().map(item).collect::<Vec<_>>(),
    })
}
