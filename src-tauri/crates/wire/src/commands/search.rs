//! The search over everything: what answers, grouped by what it is, each leading to where it is filled in.

use super::{
    count,
    guide::{finding_view, is_secret},
    kind,
};
use crate::types::*;
use crate::{Fault, Host};
use binder::plan::{
    FieldKind, Hit, Id, Kind, Plan, Record, Shown, TextHit, TextOf, is_private, own_title_of, show_field, title_of,
};
use binder::template::Template;
use binder::{Answer, Copy, Document, DocumentWords, Snapshot, among, is_called, remark_place};

/// So many of a sort are shown.
const SHOWN: usize = 6;
/// So many letters of a long text are shown.
const SNIPPET: usize = 60;

/// Everything in which every word occurs.
pub(crate) fn find(host: &Host, request: FindRequest) -> Result<FoundView, Fault> {
    let Answer { now, records, near, texts, documents, findings } = host.binder()?.search_all(&request.words);
    let Snapshot { plan, template, .. } = &now;
    let (called, says): (Vec<Hit>, Vec<Hit>) = records.into_iter().partition(is_called);
    let numbered = |hit: &Hit| {
        let field = hit.field.and_then(|field| hit.kind.field(field));
        let number = field.is_some_and(|field| field.kind == FieldKind::Phone) || hit.kind == Kind::ContactPoint;
        number || (is_called(hit) && plan.find(hit.kind, hit.id).is_some_and(has_number))
    };
    let (numbers, called): (Vec<Hit>, Vec<Hit>) = called.into_iter().partition(numbered);
    let (said_numbers, says): (Vec<Hit>, Vec<Hit>) = says.into_iter().partition(numbered);
    let numbers: Vec<Hit> = numbers.into_iter().chain(said_numbers).collect();
    let (terms, texts): (Vec<TextHit>, Vec<TextHit>) = texts.into_iter().partition(|hit| hit.of == TextOf::Term);
    let record = |hit: &Hit| record_view(plan, template, hit, &request.words);
    let groups = vec![
        group("numbers", &numbers, record),
        group("records", &called, record),
        group("near", &near, record),
        group("says", &says, record),
        group("texts", &texts, |hit| Some(text_view(template, hit, &request.words))),
        group("documents", &documents, |name| document_view(name)),
        group("terms", &terms, |hit| Some(text_view(template, hit, &request.words))),
        group("findings", &findings, |finding| {
            let view = finding_view(finding);
            let private = is_secret(&view);
            Some(HitView { at: view.at, field: view.field, go: view.go, private, ..hit_view(view.text, view.word) })
        }),
    ];
    let screens = among(&request.words, request.screens.iter().map(|(id, text)| (id.as_str(), text.as_str())));
    Ok(FoundView { groups: groups.into_iter().filter(|group| !group.hits.is_empty()).collect(), screens })
}

fn group<T>(id: &str, found: &[T], view: impl Fn(&T) -> Option<HitView>) -> FoundGroup {
    let hits: Vec<HitView> = found.iter().take(SHOWN).filter_map(view).collect();
    FoundGroup { id: id.to_owned(), more: count(found.len().saturating_sub(SHOWN)), hits }
}

fn hit_view(title: String, label: String) -> HitView {
    HitView {
        title,
        label,
        text: String::new(),
        numbers: Vec::new(),
        at: None,
        field: None,
        go: String::new(),
        private: false,
    }
}

fn has_number(record: &dyn Record) -> bool {
    record.fields().iter().any(|field| field.kind == FieldKind::Phone && record.field(field.id).is_some())
}

fn record_view(plan: &Plan, template: &Template, hit: &Hit, words: &str) -> Option<HitView> {
    let record = plan.find(hit.kind, hit.id)?;
    let noun = hit.kind.noun();
    let field = hit.field.and_then(|field| hit.kind.field(field));
    let mut view = hit_view(title_of(plan, template, record), name(template, noun));
    view.at = Some(Ref { kind: noun.to_owned(), id: hit.id.to_string() });
    view.field = hit.field.or(hit.kind.facts().title).map(str::to_owned);
    // A private name stands in every hit on its record.
    let title = hit.kind.facts().title.and_then(|title| hit.kind.field(title));
    view.private = field.into_iter().chain(title).any(|field| is_private(record, field));
    view.numbers = numbers(plan, template, record);
    if let Some(field) = field.filter(|field| !matches!(field.kind, FieldKind::Phone | FieldKind::Kana)) {
        let said = match show_field(plan, template, record, field.id, true) {
            Shown::Value(text) if field.kind != FieldKind::Cells => text,
            _ => String::new(),
        };
        view.text = format!("{}：{}", plan.label(template, noun, field.id), snippet(&said, words));
    }
    if let Some((whole, title)) = whole(plan, template, record) {
        view.label = name(template, whole.noun());
        // What it says itself, under the name of what it belongs to.
        if view.text.is_empty() {
            view.text = snippet(&own_title_of(plan, template, record), words);
        }
        view.title = title;
    }
    match hit.kind {
        Kind::Remark => {
            let remark = plan.rows.remarks.find(hit.id)?;
            view.title = remark_place(plan, template, remark, true);
            // It says what it is about: where that is private, so is the remark.
            let kind = remark.of_kind.as_deref().and_then(Kind::from_noun);
            let about = kind.and_then(|kind| kind.field(remark.field.as_deref()?));
            let name = kind.and_then(|kind| kind.field(kind.facts().title?));
            view.private = about.into_iter().chain(name).any(|field| field.private);
            view.text = snippet(remark.text.as_deref().unwrap_or_default(), words);
            view.field = None;
            (view.at, view.go) = super::overview::place_of(plan, remark);
        }
        Kind::Block => {
            let block = plan.rows.blocks.find(hit.id)?;
            let number = block.section.clone().unwrap_or_default();
            let title = template.section(&number).map_or("", |section| section.title.as_str());
            view.title = format!("{number} {title}");
            (view.at, view.field, view.go) = (None, None, format!("text/{number}"));
            view.text = String::new();
        }
        _ => {}
    }
    Some(view)
}

/// The record it is written under, and what that is called.
fn whole(plan: &Plan, template: &Template, record: &dyn Record) -> Option<(Kind, String)> {
    let kind = record.kind().whole()?;
    let whole = plan.find(kind, record.link(record.kind().facts().part_of?)?)?;
    Some((kind, title_of(plan, template, whole)))
}

/// The numbers of a record, and further ones of it.
fn numbers(plan: &Plan, template: &Template, record: &dyn Record) -> Vec<NumberSaid> {
    let mut out = Vec::new();
    for field in record.fields().iter().filter(|field| field.kind == FieldKind::Phone) {
        let Some(text) = record.field(field.id) else { continue };
        let label = plan.label(template, record.kind().noun(), field.id);
        out.push(NumberSaid { label, text, private: is_private(record, field) });
    }
    let further =
        plan.rows.contact_points.live().filter(|point| point.of == Some(record.id()) || point.row.id == record.id());
    for point in further {
        let Some(text) = point.value.clone() else { continue };
        let means = point.means.as_deref().map_or("", |means| template.choice("contact_points", "means", means));
        let private = binder::plan::is_own_number(point);
        out.push(NumberSaid { label: means.to_owned(), text, private });
    }
    out
}

fn name(template: &Template, noun: &str) -> String {
    template.labels.get(noun).map_or_else(|| noun.to_owned(), |labels| labels.name.clone())
}

fn text_view(template: &Template, hit: &TextHit, words: &str) -> HitView {
    let (label, go) = match &hit.of {
        TextOf::Item(number) => (template.word("check-table").to_owned(), format!("guide/{number}")),
        TextOf::Section(number) => (name(template, "blocks"), format!("text/{number}")),
        TextOf::Question(id) => (String::new(), format!("first-hour/{id}")),
        TextOf::Term => (String::new(), String::new()),
    };
    let text = if hit.of == TextOf::Term { hit.says.clone() } else { snippet(&hit.says, words) };
    HitView { go, text, ..hit_view(hit.title.clone(), label) }
}

fn document_view(name: &str) -> Option<HitView> {
    let words = DocumentWords::of(Document::named(name)?);
    Some(HitView {
        go: format!("print/{name}"),
        text: words.about.to_owned(),
        ..hit_view(words.title.to_owned(), String::new())
    })
}

/// The part of a long text around the first of the words, as it was typed.
fn snippet(text: &str, words: &str) -> String {
    let line: String = text.chars().map(|c| if c == '\n' { '　' } else { c }).collect();
    if line.chars().count() <= SNIPPET {
        return line;
    }
    let first = words.split_whitespace().next().unwrap_or_default();
    let at = line.find(first).map_or(0, |at| line[..at].chars().count());
    let from = at.saturating_sub(SNIPPET / 3);
    let part: String = line.chars().skip(from).take(SNIPPET).collect();
    format!("{}{part}{}", if from > 0 { "…" } else { "" }, if from + SNIPPET < line.chars().count() { "…" } else { "" })
}

/// The records of a list in which every word occurs.
pub(crate) fn matching(host: &Host, request: MatchingRequest) -> Result<Matching, Fault> {
    let (now, ids) = host.binder()?.matching(kind(&request.kind)?, &request.words);
    Ok(Matching { seq: now.seq, ids: ids.iter().map(Id::to_string).collect() })
}

/// The pages of the book of headquarters that answer.
pub(crate) fn find_pages(host: &Host, request: FindRequest) -> Result<PagesFound, Fault> {
    let found = host.binder()?.find_pages(&Copy::Hq, &request.words)?;
    let page = |hit: binder::print::Hit| PageFound { label: hit.label, why: hit.why };
    Ok(PagesFound { pages: found.into_iter().map(page).collect() })
}
