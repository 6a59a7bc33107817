//! `sonae checklists` and `sonae checklist`: what is asked, what was said, the change of the year.

mod forms;

use super::{beside, open, opened, say, text};
use crate::words::Words;
use binder::plan::Plan;
use binder::plan::checklist::{self, MINUTES_ON, NOTE, RULE, Sheet, Standing};
use binder::template::{Asked, Checklist, Mark, PackKind, Template};
use binder::{Binder, Snapshot, Step};
use clap::ArgMatches;
use serde_json::{Value, json};

/// Says the checklists and their answers, or takes some over.
pub(super) fn checklists(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    if let Some(source) = beside::source(m) {
        return beside::take(PackKind::Checklist, &source, m, words);
    }
    let binder = open(m)?;
    let lists = binder.checklists()?;
    let Snapshot { plan, template, .. } = binder.snapshot();
    if m.get_flag("json") {
        let all: Vec<_> = lists.iter().filter_map(|list| in_json(&plan, list)).collect();
        say(json!({ "checklists": all }))?;
        return Ok(0);
    }
    lists
        .iter()
        .filter_map(|list| Sheet::own(&plan, list))
        .try_for_each(|sheet| told(&plan, &template, &sheet, words))?;
    Ok(0)
}

/// One piece of work on a list.
pub(super) fn checklist(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    match m.subcommand() {
        Some(("carry", m)) => carry(m, words),
        Some(("fill", m)) => forms::fill(m, words),
        Some(("read", m)) => forms::read(m, words),
        Some(("make", m)) => forms::make(m, words),
        _ => Ok(2),
    }
}

fn carry(m: &ArgMatches, words: &Words) -> binder::Result<u8> {
    let (from, to) = (text(m, "from"), text(m, "to"));
    let ticked: Vec<String> = m.get_many::<String>("item").into_iter().flatten().cloned().collect();
    let dry = m.get_flag("dry-run");
    let binder: Binder = if dry { open(m)? } else { opened(m, false)? };
    let Snapshot { plan, template, .. } = binder.snapshot();
    let old = binder::sheet(&plan, &template, from, None)?;
    let new = binder::sheet(&plan, &template, to, None)?;
    let proposals = checklist::proposals(old.list, new.list);
    let dropped = checklist::dropped(old.list, &proposals);
    let changed = if dry { 0 } else { binder.carry(from, to, &ticked, &Step::default())?.changed.len() };
    if m.get_flag("json") {
        let one = |one: &checklist::Proposal<'_>| {
            let of: Vec<&str> = one.of.iter().map(|of| of.id.as_str()).collect();
            json!({
                "item": one.item.id, "how": one.how.name(), "of": of, "why": one.why,
                "comes": checklist::comes(&plan, (&old, &new), one), "ticked": ticked.contains(&one.item.id),
            })
        };
        let items: Vec<Value> = proposals.iter().map(one).collect();
        let dropped: Vec<&str> = dropped.iter().map(|item| item.id.as_str()).collect();
        say(json!({ "items": items, "dropped": dropped, "changed": changed }))?;
        return Ok(0);
    }
    for one in &proposals {
        let how = match one.how {
            checklist::How::Same => words.say("同じ", "same"),
            checklist::How::Merged => words.say("まとまった", "merged"),
            checklist::How::Split => words.say("分かれた", "split"),
            checklist::How::New => words.say("新しい", "new"),
            checklist::How::Uncompared => words.say("照合が要る", "to be compared"),
        };
        let of: Vec<&str> = one.of.iter().map(|of| of.number.as_str()).collect();
        let tick = if ticked.contains(&one.item.id) { "■" } else { "□" };
        say(format!("{tick}\t{}\t{how}\t{}\t{}", one.item.number, of.join("、"), one.why.unwrap_or_default()))?;
    }
    for item in dropped {
        say(format!("\t{}\t{}", item.number, words.say("今年の一覧に無い", "not in the other list")))?;
    }
    Ok(0)
}

fn told(plan: &Plan, template: &Template, sheet: &Sheet<'_>, words: &Words) -> binder::Result<()> {
    let list = sheet.list;
    let counts = checklist::counts(plan, sheet);
    let said = [
        (words.say("はい", "yes"), counts.yes),
        (words.say("いいえ", "no"), counts.no),
        (words.say("該当なし", "none"), counts.none),
        (words.say("日か人が無い", "without day or name"), counts.unsigned),
        (words.say("未", "open"), counts.open),
    ];
    let said: Vec<String> = said.iter().map(|(word, count)| format!("{word} {count}")).collect();
    let title = template.titled(&list.title, list.mark);
    say(format!("{}\t{title}（{} {}、{}）", list.id, list.edition, sheet.form.title, list.publisher))?;
    say(format!("\t{}", said.join("　")))?;
    let mut group = None;
    for asked in list.asked(sheet.form) {
        if asked.item.group != group {
            group.clone_from(&asked.item.group);
            if let Some(of) = list.groups.iter().find(|of| Some(&of.number) == group.as_ref()) {
                say(format!("{} {}", of.number, template.titled(&of.title, of.mark)))?;
            }
        }
        let (standing, last) = checklist::standing(plan, sheet, &asked);
        let answer = list.answers.iter().find(|one| one.id == standing.name()).map(|one| one.text.as_str());
        let last = last.filter(|_| answer.is_some());
        let signed =
            last.map(|last| [last.on, last.by, last.target].into_iter().flatten().collect::<Vec<_>>().join("、"));
        let state = [answer.unwrap_or_default(), &signed.unwrap_or_default()].join(" ");
        let title = template.titled(asked.title, asked.mark);
        say(format!("\t{}\t{title}\t{}", asked.item.number_mark.bracketed(asked.number), state.trim()))?;
    }
    Ok(())
}

fn in_json(plan: &Plan, list: &Checklist) -> Option<Value> {
    let sheet = Sheet::own(plan, list)?;
    let answers: Vec<_> = list.answers.iter().map(|one| json!({ "id": one.id, "text": one.text })).collect();
    let question = |one: &binder::template::ChecklistQuestion| json!({ "id": one.id, "text": one.text, "asks": if one.day { "day" } else { "answer" }, "after": one.after });
    let group = |one: &binder::template::ChecklistGroup| json!({ "number": one.number, "title": one.title, "seen": one.mark.verified() });
    let form = |one: &binder::template::ChecklistForm| json!({ "id": one.id, "title": one.title, "supplier": one.supplier, "rounds": one.rounds, "items": list.asked(one).count() });
    let counts = checklist::counts(plan, &sheet);
    Some(json!({
        "id": list.id, "title": list.title, "seen": list.mark.verified(), "edition": list.edition, "year": list.year,
        "publisher": list.publisher, "source": list.source, "guideline": list.guideline, "hash": list.hash,
        "form": sheet.form.id, "forms": list.forms.iter().map(form).collect::<Vec<_>>(),
        "answers": answers, "questions": list.questions.iter().map(question).collect::<Vec<_>>(),
        "groups": list.groups.iter().map(group).collect::<Vec<_>>(),
        "counts": {
            "yes": counts.yes, "no": counts.no, "none": counts.none, "unsigned": counts.unsigned, "open": counts.open,
        },
        "items": list.asked(sheet.form).map(|asked| item_json(plan, &sheet, &asked)).collect::<Vec<_>>(),
    }))
}

fn item_json(plan: &Plan, sheet: &Sheet<'_>, asked: &Asked<'_>) -> Value {
    let item = asked.item;
    let (standing, _): (Standing, _) = checklist::standing(plan, sheet, asked);
    let once = |question: &str| sheet.once(plan, &item.id, question);
    let round = |round: u32| {
        let said = sheet.said(plan, round, &item.id);
        said.result.map(|result| {
            json!({
                "round": round, "result": result, "checked_on": said.on, "checked_by": said.by,
                "target_on": said.target, "stands": said.stands(),
            })
        })
    };
    json!({
        "id": item.id, "number": asked.number, "number_seen": item.number_mark.verified(), "group": item.group,
        "target": item.target, "title": asked.title, "seen": asked.mark.verified(),
        "to_compare": asked.mark == Mark::File, "about": item.about, "unless": item.unless, "ends": item.ends,
        "later": item.later, "chapters": item.chapters, "source": item.source, "standing": standing.name(),
        "rounds": sheet.rounds().filter_map(round).collect::<Vec<_>>(),
        "rule": once(RULE), "minutes_on": once(MINUTES_ON), "note": once(NOTE),
    })
}
