//! What another pack would change in a plan: shown before anybody accepts it.

use crate::{AnswerKey, CHECK_TABLE, Kind, Plan, section_blocks};
use std::collections::BTreeMap;
use template::Template;

/// One difference between two packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackChange {
    /// What it is.
    pub of: Of,
    /// Its number or id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What happens to it.
    pub what: What,
    /// Answers or own texts of the plan that it touches; all are kept.
    pub touches: usize,
}

/// Parts of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// An item of the check table.
    Item,
    /// A section of the model plan.
    Section,
    /// A first page.
    FirstPage,
    /// A form.
    Form,
    /// A catalogue entry.
    Entry,
    /// A word explained.
    Term,
    /// Labels, short words, answers, cover, parts, first hour, next steps, incidents.
    Rest,
}

/// What happens to a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It comes.
    Added,
    /// It goes.
    Removed,
    /// It reads differently.
    Changed,
}

/// The differences, part by part, in the order of the new pack.
pub fn pack_changes(plan: &Plan, old: &Template, new: &Template) -> Vec<PackChange> {
    let mut out = Vec::new();
    let answers = |number: &str| {
        let of_item = |key: &AnswerKey| key.list == CHECK_TABLE && key.item == number;
        let answered = plan.rows.answers.live().filter(|answer| answer.value.is_some());
        answered.filter_map(AnswerKey::of).filter(of_item).count()
    };
    let edited = |number: &str| old.section(number).is_some_and(|section| section_blocks(plan, section).1);
    let ticked = |id: &str| usize::from(plan.from_entry(id).is_some());
    compare(
        &mut out,
        Of::Item,
        listed(&old.items, |i| (&i.number, &i.title)),
        listed(&new.items, |i| (&i.number, &i.title)),
        |id| answers(id),
    );
    compare(
        &mut out,
        Of::Section,
        listed(&old.sections, |s| (&s.number, &s.title)),
        listed(&new.sections, |s| (&s.number, &s.title)),
        |id| usize::from(edited(id)),
    );
    compare(
        &mut out,
        Of::FirstPage,
        listed(&old.first_pages, |p| (&p.id, &p.title)),
        listed(&new.first_pages, |p| (&p.id, &p.title)),
        |_| 0,
    );
    compare(
        &mut out,
        Of::Form,
        listed(&old.forms, |s| (&s.id, &s.title)),
        listed(&new.forms, |s| (&s.id, &s.title)),
        |_| 0,
    );
    for kind in Kind::ALL {
        let none = Vec::new();
        let entries = |template: &Template| template.catalogue.get(kind.noun()).unwrap_or(&none).clone();
        let (old, new) = (entries(old), entries(new));
        let named = |entry: &template::Entry| {
            entry.values.get("name").or(entry.values.get("text")).cloned().unwrap_or_default()
        };
        let list = |entries: &[template::Entry]| -> Vec<(String, String, String)> {
            entries.iter().map(|entry| (entry.id.clone(), named(entry), format!("{entry:?}"))).collect()
        };
        compare(&mut out, Of::Entry, list(&old), list(&new), |id| ticked(id));
    }
    compare(
        &mut out,
        Of::Term,
        listed(&old.terms, |t| (&t.word, &t.word)),
        listed(&new.terms, |t| (&t.word, &t.word)),
        |_| 0,
    );
    let rest = |template: &Template| {
        vec![
            ("labels", format!("{:?}{:?}", template.labels, template.operations)),
            ("words", format!("{:?}", template.words)),
            ("answers", format!("{:?}", template.answers)),
            ("cover", format!("{:?}{:?}", template.cover, template.parts)),
            ("phases", format!("{:?}{:?}", template.phases, template.documents)),
            ("first-hour", format!("{:?}{:?}", template.first_hour, template.next_steps)),
            ("incidents", format!("{:?}", template.incidents)),
        ]
        .into_iter()
        .map(|(id, says)| (id.to_owned(), id.to_owned(), says))
        .collect::<Vec<_>>()
    };
    compare(&mut out, Of::Rest, rest(old), rest(new), |_| 0);
    out
}

/// (id, title, everything it says) of each part.
fn listed<T: std::fmt::Debug>(parts: &[T], of: impl Fn(&T) -> (&String, &String)) -> Vec<(String, String, String)> {
    parts.iter().map(|part| (of(part).0.clone(), of(part).1.clone(), format!("{part:?}"))).collect()
}

fn compare(
    out: &mut Vec<PackChange>,
    of: Of,
    old: Vec<(String, String, String)>,
    new: Vec<(String, String, String)>,
    touches: impl Fn(&str) -> usize,
) {
    let before: BTreeMap<&str, &str> = old.iter().map(|(id, _, says)| (id.as_str(), says.as_str())).collect();
    let mut say = |id: &str, title: &str, what| {
        out.push(PackChange { of, id: id.to_owned(), title: title.to_owned(), what, touches: touches(id) });
    };
    for (id, title, says) in &new {
        match before.get(id.as_str()) {
            None => say(id, title, What::Added),
            Some(was) if *was != says => say(id, title, What::Changed),
            Some(_) => {}
        }
    }
    for (id, title, _) in old.iter().filter(|(id, ..)| !new.iter().any(|(other, ..)| other == id)) {
        say(id, title, What::Removed);
    }
}
