//! Part H: the check table with answers, notes and the pages that prove each item.

use super::words::Words;
use crate::outline::{About, Block, Piece, Run, Style, Table, TableRow};
use plan::{AnswerKey, CHECK_TABLE, FIRST_PAGES, Kind};
use template::{Item, Mark};

/// The check table.
pub(super) fn pieces(words: &Words<'_>) -> Vec<Piece> {
    let template = words.template;
    let columns = [("item", 8.0), ("title", 25.0), ("question", 37.0), ("answer", 12.0), ("proof", 18.0)]
        .map(|(key, share)| (words.word(key).to_owned(), share))
        .to_vec();
    let mut rows = Vec::new();
    for phase in &template.phases {
        let band = format!("{} {}（{}）", phase.number, phase.title, phase.about);
        rows.push(TableRow { cells: vec![vec![Run::Bold(band)]], band: true, ..TableRow::default() });
        let own = |item: &&Item| item.number.split('-').next() == Some(phase.number.as_str());
        for item in template.items.iter().filter(own) {
            rows.extend(item_rows(words, item));
        }
    }
    rows.extend(gone(words));
    vec![
        words.heading(2, words.word("check-table"), Some("block/check-table".to_owned()), true),
        words.paragraph(vec![Run::from(words.word("our-words"))], Style::Small),
        Piece::plain(Block::Table(Table { columns, rows, blank_rows: 0, fill: false })),
    ]
}

fn item_rows(words: &Words<'_>, item: &Item) -> Vec<TableRow> {
    let mut out = Vec::new();
    for (at, question) in item.questions.iter().enumerate() {
        let first = at == 0;
        let answer = words.plan.answer(&AnswerKey::check_table(&item.number, &question.id));
        let answer = answer.map(|id| {
            let word = words.template.answers.iter().find(|(one, _)| one == id).map_or(id, |(_, text)| text.as_str());
            vec![Run::from(word)]
        });
        let mut about = About::template(&item.number);
        about.push(About::Record(Kind::Answer, AnswerKey::check_table(&item.number, &question.id).id(words.plan.id)));
        let lettered = item.questions.len() > 1;
        let mut asked = vec![Run::Text(if lettered {
            format!("{} {}", question.id, question.text)
        } else {
            question.text.clone()
        })];
        if at + 1 == item.questions.len()
            && let Some(note) = words.plan.answer(&AnswerKey::check_table(&item.number, "note"))
        {
            asked.push(Run::Text(format!("\n{}：{note}", words.word("note"))));
            about.push(About::Record(Kind::Answer, AnswerKey::check_table(&item.number, "note").id(words.plan.id)));
        }
        out.push(TableRow {
            cells: vec![
                if first { vec![Run::Bold(item.number.clone())] } else { Vec::new() },
                if first { title(words, item) } else { Vec::new() },
                asked,
                answer.unwrap_or_default(),
                if first { proof(item) } else { Vec::new() },
            ],
            about,
            anchor: first.then(|| format!("item/{}", item.number)),
            band: false,
        });
    }
    out
}

/// Answers to items the plan's pack does not have (any more): kept, so they print.
fn gone(words: &Words<'_>) -> Vec<TableRow> {
    let mut out = Vec::new();
    for answer in words.plan.rows.answers.live() {
        let (Some(item), Some(field), Some(value)) = (&answer.item, &answer.field, &answer.value) else { continue };
        let key = AnswerKey::of(answer).filter(|key| [CHECK_TABLE, FIRST_PAGES].contains(&key.list.as_str()));
        if key.is_none_or(|key| plan::is_asked(words.template, &key)) {
            continue;
        }
        if out.is_empty() {
            let band = vec![Run::Bold(words.word("gone-items").to_owned())];
            out.push(TableRow { cells: vec![band], band: true, ..TableRow::default() });
        }
        let word = words.template.answers.iter().find(|(id, _)| id == value).map_or(value.as_str(), |(_, text)| text);
        out.push(TableRow {
            cells: vec![
                vec![Run::Bold(item.clone())],
                Vec::new(),
                vec![Run::from(if field == "note" { words.word("note") } else { field.as_str() })],
                vec![Run::from(word)],
                Vec::new(),
            ],
            about: words.about(answer),
            ..TableRow::default()
        });
    }
    out
}

fn title(words: &Words<'_>, item: &Item) -> Vec<Run> {
    let source = words.template.documents.get(&item.source.0).map_or("", |document| document.short.as_str());
    let mut runs = match item.mark {
        Mark::Seen => vec![Run::Text(item.title.clone())],
        _ => {
            vec![Run::Text(format!("〔{}〕", item.title)), Run::Text(format!("（{}）", words.word("title-unverified")))]
        }
    };
    runs.push(Run::Text(format!("\n{source} {}", item.source.1)));
    runs
}

fn proof(item: &Item) -> Vec<Run> {
    let mut runs = Vec::new();
    for target in &item.proof {
        if !runs.is_empty() {
            runs.push(Run::from(" "));
        }
        runs.push(Run::PageRef(target.clone()));
    }
    runs
}
