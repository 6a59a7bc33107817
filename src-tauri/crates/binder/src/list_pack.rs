//! A checklist's text, made of a workbook: its titles as they stand there, each marked as compared with nothing.

use crate::{ListFrom, Message, list_file::number_of};
use exchange::list_form::Shape;
use serde::Serialize;
use std::collections::BTreeMap;
use template::{PackFiles, PackKind};

/// How all of it is marked: nobody compared it.
const MARK: &str = "file";

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    id: &'a str,
    title: &'a str,
    mark: &'a str,
    edition: &'a str,
    year: Option<i32>,
    publisher: &'a str,
    source: &'a str,
    guideline: &'a str,
    form: [Form<'a>; 1],
    answer: Vec<Word<'a>>,
    question: Vec<Question<'a>>,
    group: Vec<Group<'a>>,
    item: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Form<'a> {
    id: &'a str,
    title: &'a str,
    mark: &'a str,
    supplier: bool,
    rounds: u32,
}

#[derive(Serialize)]
struct Word<'a> {
    id: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Question<'a> {
    id: &'a str,
    text: &'a str,
    asks: &'a str,
    after: Option<&'a str>,
}

#[derive(Serialize)]
struct Group<'a> {
    number: &'a str,
    title: &'a str,
    mark: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    number: String,
    group: Option<&'a str>,
    title: &'a str,
    mark: &'a str,
    about: &'a str,
    ends: Option<&'a str>,
    source: &'a str,
}

/// The pack of a list.
pub(crate) fn written(list: &ListFrom, shape: &Shape) -> PackFiles {
    let said = |key: &str, words: &[String]| Message::report(key, words);
    let source = match &list.official {
        Some(name) => said("list-file-official", std::slice::from_ref(name)),
        None => said("list-file-unknown", &[]),
    };
    let [form, undated, publisher, guideline, about] =
        ["list-file", "list-file-undated", "list-file-publisher", "list-file-guideline", "list-file-about"]
            .map(|key| said(key, &[]));
    let plain = &form;
    let forms = ["医療機関・薬局確認用", "医療機関確認用", "薬局確認用", "事業者確認用"];
    let one = Form {
        id: if list.supplier { "supplier" } else { "institution" },
        title: forms.iter().find(|name| shape.says(name)).map_or(plain.as_str(), |name| *name),
        mark: MARK,
        supplier: list.supplier,
        rounds: shape.rounds.iter().map(|round| round.round).max().unwrap_or(1),
    };
    let word = |(id, text)| Word { id, text };
    let question = |(id, text, asks)| Question { id, text, asks, after: (id == "target_on").then_some("no") };
    let item = |line: &'_ exchange::list_form::Line| {
        let group = line.key.split_once('-').map(|(group, _)| group.to_owned());
        (line.key.clone(), number_of(line), group, line.title.clone())
    };
    let items: Vec<_> = shape.lines.iter().map(item).collect();
    let whole = Written {
        format: 2,
        id: &list.id,
        title: &list.title,
        mark: MARK,
        edition: if list.edition.is_empty() { &undated } else { &list.edition },
        year: shape.year(),
        publisher: &publisher,
        source: &source,
        guideline: &guideline,
        form: [one],
        answer: [("yes", "はい"), ("no", "いいえ"), ("none", "該当なし")].map(word).into(),
        question: [("result", "確認結果", "answer"), ("checked_on", "確認日", "day"), ("target_on", "目標日", "day")]
            .map(question)
            .into(),
        group: groups(shape),
        item: items
            .iter()
            .map(|(id, number, group, title)| Item {
                id,
                number: number.clone(),
                group: group.as_deref(),
                title,
                mark: MARK,
                about: &about,
                ends: (id == "0").then_some("no"),
                source: plain,
            })
            .collect(),
    };
    // Only a map with other keys than texts could fail.
    let text = toml::to_string(&whole).unwrap_or_default();
    let path = format!("{}/{}/{}", PackKind::Checklist.folder(), list.id, PackKind::Checklist.head());
    PackFiles(BTreeMap::from([(path, text)]))
}

/// The headings of the groups, without the number they begin with.
fn groups(shape: &Shape) -> Vec<Group<'_>> {
    let mut out: Vec<Group<'_>> = Vec::new();
    for line in &shape.lines {
        let Some((number, _)) = line.key.split_once('-') else { continue };
        if out.iter().any(|group| group.number == number) {
            continue;
        }
        let begins = |sign: char| sign.is_numeric() || sign.is_whitespace() || ".．、".contains(sign);
        let title = line.group.trim_start_matches(begins);
        out.push(Group { number, title: if title.is_empty() { number } else { title }, mark: MARK });
    }
    out
}
