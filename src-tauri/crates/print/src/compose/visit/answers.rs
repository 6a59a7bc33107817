//! The answers of a sheet as a table: item by item, with the page that proves each.

use super::super::words::Words;
use crate::outline::{Block, Piece, Run, Table, TableRow};
use plan::checklist::{self, MINUTES_ON, NOTE, RULE, Said, Sheet, Standing};
use template::Asked;

/// The table. An answer without day or name stays blank: nobody gave it.
pub(super) fn table(words: &Words<'_>, sheet: &Sheet<'_>) -> Piece {
    let own = sheet.of.is_none();
    let columns: &[(&str, f64)] = match own {
        true => {
            &[("item", 8.0), ("visit-item", 36.0), ("visit-answer", 20.0), ("visit-rule", 16.0), ("visit-proof", 20.0)]
        }
        false => &[("item", 8.0), ("visit-item", 52.0), ("visit-answer", 22.0), ("note", 18.0)],
    };
    let mut rows = Vec::new();
    let mut group = None;
    for asked in sheet.list.asked(sheet.form) {
        if asked.item.group != group {
            group.clone_from(&asked.item.group);
            if let Some(of) = sheet.list.groups.iter().find(|of| Some(&of.number) == group.as_ref()) {
                let band = format!("{} {}", of.number, of.mark.bracketed(&of.title));
                rows.push(TableRow { cells: vec![vec![Run::Bold(band)]], band: true, ..TableRow::default() });
            }
        }
        rows.push(row(words, sheet, &asked));
    }
    let columns = columns.iter().map(|(word, share)| (words.word(word).to_owned(), *share)).collect();
    Piece::plain(Block::Table(Table { columns, rows, blank_rows: 0, fill: false }))
}

fn row(words: &Words<'_>, sheet: &Sheet<'_>, asked: &Asked<'_>) -> TableRow {
    let item = asked.item;
    let number = item.number_mark.bracketed(asked.number);
    let mut title = asked.mark.bracketed(asked.title);
    if let Some(target) = &item.target {
        title = format!("{target}：{title}");
    }
    let once = |question: &str| sheet.once(words.plan, &item.id, question);
    if let Some(note) = once(NOTE).filter(|_| sheet.of.is_none()) {
        title = format!("{title}\n{}：{note}", words.word("note"));
    }
    let mut cells = vec![vec![Run::Bold(number)], vec![Run::Text(title)], answer(words, sheet, asked)];
    if sheet.of.is_some() {
        cells.push(once(NOTE).map(|note| vec![Run::from(note)]).unwrap_or_default());
        return TableRow { cells, ..TableRow::default() };
    }
    let mut rule: Vec<Run> = once(RULE).map(|rule| vec![Run::from(rule)]).unwrap_or_default();
    if let Some(day) = once(MINUTES_ON) {
        rule.extend((!rule.is_empty()).then(|| Run::from("\n")));
        rule.push(Run::Text(format!("{} {day}", words.word("visit-minutes"))));
    }
    cells.extend([rule, proof(words, sheet, asked)]);
    TableRow { cells, anchor: Some(format!("list/{}/{}", sheet.list.id, item.id)), ..TableRow::default() }
}

/// Each round that counts, on a line; what nobody signed is a blank to be filled.
fn answer(words: &Words<'_>, sheet: &Sheet<'_>, asked: &Asked<'_>) -> Vec<Run> {
    if checklist::standing(words.plan, sheet, asked).0 == Standing::NotAsked {
        return vec![Run::from("―")];
    }
    let said = sheet.rounds().map(|round| sheet.said(words.plan, round, &asked.item.id));
    let lines: Vec<Vec<Run>> = said.filter(|said| said.stands()).map(|said| line(words, sheet, &said)).collect();
    if lines.is_empty() { vec![Run::Blank(6)] } else { lines.join(&Run::from("\n")) }
}

fn line(words: &Words<'_>, sheet: &Sheet<'_>, said: &Said<'_>) -> Vec<Run> {
    let word =
        sheet.list.answers.iter().find(|one| Some(one.id.as_str()) == said.result).map_or("", |one| one.text.as_str());
    let mut rest = format!(" {}", said.on.unwrap_or_default());
    // A supplier's name stands once at the head of its form.
    if sheet.of.is_none() {
        rest.push_str(&format!(" {}", said.by.unwrap_or_default()));
    }
    if let Some(target) = said.target.filter(|_| said.result == Some("no")) {
        rest.push_str(&format!("\n{} {target}", words.word("visit-target")));
    }
    let mut out = Vec::new();
    if sheet.form.rounds > 1 {
        let round = template::filled(words.word("visit-round"), &[said.round.to_string()]);
        out.push(Run::Text(format!("{round} ")));
    }
    out.extend([Run::Bold(word.to_owned()), Run::Text(rest)]);
    out
}

/// The pages of the plan that prove it, then what lies elsewhere.
fn proof(words: &Words<'_>, sheet: &Sheet<'_>, asked: &Asked<'_>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for anchor in &asked.item.proof {
        out.extend((!out.is_empty()).then(|| Run::from(" ")));
        out.push(Run::PageRef(anchor.clone()));
        // The name beside the number: what is turned to is known before it is found.
        if let Some(block) = anchor.strip_prefix("block/") {
            out.push(Run::Text(format!(" {}", words.word(block))));
        }
    }
    let of_item =
        |one: &&plan::Proof| one.list.as_ref() == Some(&sheet.list.id) && one.item.as_ref() == Some(&asked.item.id);
    for one in words.plan.rows.proofs.live().filter(of_item) {
        out.extend((!out.is_empty()).then(|| Run::from("\n")));
        let said = [one.name.as_deref(), one.dated_on.as_deref(), one.place.as_deref()];
        out.push(Run::Text(said.into_iter().flatten().collect::<Vec<_>>().join("、")));
    }
    out
}
