//! The check table as a guide, and findings.

use super::records::{edit_with, with_value};
use crate::types::*;
use crate::{Fault, Host};
use binder::Snapshot;
use binder::plan::{AnswerKey, Edit, Finding, Findings, Kind, Lead, Plan};
use binder::template::{Item, Template};
use binder::{Cause, FindingText};

/// The check table as a guide.
pub(crate) fn guide(host: &Host, _: Empty) -> Result<Guide, Fault> {
    let binder = host.binder()?;
    let Snapshot { plan, template, seq } = binder.snapshot();
    let template = &*template;
    let found = binder.findings();
    let phases = template
        .phases
        .iter()
        .map(|phase| GuidePhase {
            number: phase.number.clone(),
            title: phase.title.clone(),
            about: phase.about.clone(),
            items: template
                .items
                .iter()
                .filter(|item| item.number.split('-').next() == Some(phase.number.as_str()))
                .map(|item| item_view(&plan, template, item, &found))
                .collect(),
        })
        .collect();
    let answers = template.answers.iter().map(|(id, text)| Word { id: id.clone(), text: text.clone() }).collect();
    Ok(Guide { seq, reads: super::reads(&[Kind::Answer, Kind::Facility]), phases, answers })
}

fn item_view(plan: &Plan, template: &Template, item: &Item, found: &Findings) -> GuideItem {
    let answer = |field: &str| plan.answer(&AnswerKey::check_table(&item.number, field)).unwrap_or_default().to_owned();
    let incident = template.incidents.get(&item.incident);
    GuideItem {
        number: item.number.clone(),
        title: template.titled(&item.title, item.mark),
        source: source(template, &item.source),
        asked: item.asked.clone(),
        why: item.why.clone(),
        incident: incident.map(|i| format!("{}：{}（{}・{}）", i.place, i.fact, i.source, i.mark)).unwrap_or_default(),
        prepare: item.prepare.clone(),
        questions: item
            .questions
            .iter()
            .map(|q| GuideQuestion { id: q.id.clone(), text: q.text.clone(), answer: answer(&q.id) })
            .collect(),
        example: item.example(plan.size()).unwrap_or_default().to_owned(),
        note: answer("note"),
        records: item
            .records
            .iter()
            .map(|noun| Word {
                id: noun.clone(),
                text: template.labels.get(noun).map_or(noun.clone(), |labels| labels.name.clone()),
            })
            .collect(),
        sections: item
            .sections
            .iter()
            .filter_map(|number| template.section(number))
            .map(|section| Word {
                id: section.number.clone(),
                text: format!("{} {}", section.number, template.titled(&section.title, section.mark)),
            })
            .collect(),
        open: found
            .iter()
            .filter(|finding| finding.lead() == Lead::Item(&item.number))
            .map(|finding| FindingText::of(finding).text)
            .collect(),
    }
}

/// 「手引き p.4」.
pub(super) fn source(template: &Template, (document, page): &(String, String)) -> String {
    let short = template.documents.get(document).map_or(document.as_str(), |one| one.short.as_str());
    format!("{short} {page}")
}

/// Answers a question, or confirms a first page.
pub(crate) fn answer(host: &Host, request: AnswerRequest) -> Result<Changed, Fault> {
    let value = Some(request.value).filter(|value| !value.is_empty());
    let key = AnswerKey::new(&request.list, &request.round, &request.item, &request.field);
    let edit = Edit::Answer { key, value, leaving: request.leaving };
    with_value(edit_with(host, &edit, Some(request.step))?)
}

/// What is open or odd.
pub(crate) fn findings(host: &Host, _: Empty) -> Result<Vec<FindingView>, Fault> {
    let binder = host.binder()?;
    let (plan, today) = (binder.plan(), host.outside.today());
    let view = |finding: &Finding| {
        let aside = binder::plan::set_aside(&plan, finding, &today);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let aside = aside.map(|row| AsideView {
            id: row.row.id.to_string(),
            reason: text(&row.reason),
            set_by: text(&row.set_by),
            until: text(&row.until),
        });
        FindingView { aside, ..finding_view(finding) }
    };
    Ok(binder.findings().iter().map(view).collect())
}

pub(super) fn finding_view(finding: &Finding) -> FindingView {
    let words = FindingText::of(finding);
    let view = FindingView {
        severity: finding.check.severity.into(),
        word: words.severity,
        cause: Cause::of(finding).map(|cause| cause.id.to_owned()).unwrap_or_default(),
        open: finding.is_open(),
        text: words.text,
        at: mended_at(finding),
        beside: finding.beside().map(|(kind, id)| Ref { kind: kind.noun().to_owned(), id: id.to_string() }),
        go: match finding.lead() {
            Lead::Item(number) => format!("guide/{number}"),
            Lead::Section(number) => format!("text/{number}"),
            Lead::Checklist(item) => format!("checks/{item}"),
            Lead::Print => "print".to_owned(),
            Lead::Record(..) | Lead::List(_) => String::new(),
        },
        field: finding.field.map(str::to_owned),
        item: finding.item().map(str::to_owned),
        key: finding.identity().text(),
        secret: false,
        aside: None,
    };
    FindingView { secret: is_secret(&view), ..view }
}

/// Whether its sentence may say what only headquarters may see: it is about a field that is declared so.
pub(crate) fn is_secret(one: &FindingView) -> bool {
    let at = one.beside.as_ref().or(one.at.as_ref());
    let field = at.zip(one.field.as_deref()).and_then(|(at, field)| Kind::from_noun(&at.kind)?.field(field));
    // Its sentence names the record: where even the name is private, so is all that is said of it.
    let kind = at.and_then(|at| Kind::from_noun(&at.kind));
    let name = kind.and_then(|kind| kind.field(kind.facts().title?));
    kind.is_some_and(|kind| kind.facts().unseen) || field.into_iter().chain(name).any(|field| field.private)
}

/// Where a finding is mended; an empty id leads to the list.
fn mended_at(finding: &Finding) -> Option<Ref> {
    match finding.lead() {
        Lead::Record(kind, id, _) => Some(Ref { kind: kind.noun().to_owned(), id: id.to_string() }),
        Lead::List(kind) => Some(Ref { kind: kind.noun().to_owned(), id: String::new() }),
        Lead::Item(_) | Lead::Section(_) | Lead::Checklist(_) | Lead::Print => None,
    }
}
