//! What whoever leads holds: packing list, steps, invitation, room, script, clock, sheets for recorder and observers.

use super::super::words::Words;
use super::{page, roles, ruled, ticks};
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::exercise::{Card, Script};

/// The pages, in the order in which they are needed.
pub(super) fn pages(words: &Words<'_>, script: &Script) -> Vec<Piece> {
    let mut out = Vec::new();
    packing(words, script, &mut out);
    page(words, &mut out, "ex-steps", "ex-steps-how");
    out.extend(ticks(words, "ex-steps-list"));
    out.push(words.heading(4, words.word("ex-calls"), None, false));
    out.push(words.paragraph(vec![words.word("ex-calls-how").into()], Style::Body));
    let outside = words.word("ex-calls-list").split('|').map(|one| vec![one.to_owned()]).collect();
    out.push(ruled(
        words,
        &[("ex-call-whom", 50.0), ("ex-call-agreed", 25.0), ("ex-call-day", 25.0)],
        outside,
        1,
        false,
    ));
    page(words, &mut out, "ex-room-check", "");
    out.extend(ticks(words, "ex-room-list"));
    out.push(words.heading(4, words.word("ex-late-sheet"), None, false));
    out.extend(ticks(words, "ex-late-list"));
    invitation(words, script, &mut out);
    told(words, script, &mut out);
    clock(words, script, &mut out);
    page(words, &mut out, "ex-hot-wash", "ex-hot-wash-how");
    out.extend(ticks(words, "ex-hot-wash-list"));
    out.push(words.heading(4, words.word("ex-questions"), None, false));
    out.extend(script.questions.iter().map(|one| item("・", &one.text)));
    out.push(ruled(
        words,
        &[("ex-lesson-what", 60.0), ("ex-lesson-who", 20.0), ("ex-lesson-when", 20.0)],
        Vec::new(),
        6,
        false,
    ));
    page(words, &mut out, "ex-observer", "ex-observer-how");
    let points = words.word("ex-observer-list").split('|').map(|one| vec![one.to_owned()]).collect();
    out.push(ruled(
        words,
        &[("ex-point", 34.0), ("ex-went", 16.0), ("ex-minutes-to", 12.0), ("ex-seen", 38.0)],
        points,
        2,
        false,
    ));
    page(words, &mut out, "ex-people-sheet", "ex-people-how");
    out.push(ruled(
        words,
        &[("ex-profession", 30.0), ("ex-name", 40.0), ("ex-signature", 30.0)],
        Vec::new(),
        16,
        false,
    ));
    out
}

fn item(marker: &str, text: &str) -> Piece {
    Piece::plain(Block::Item { marker: Some(marker.to_owned()), runs: vec![Run::from(text)], style: Style::Body })
}

/// How many sheets of what, how often, what is cut, how many spares: the front page of the kit.
fn packing(words: &Words<'_>, script: &Script, out: &mut Vec<Piece>) {
    page(words, out, "ex-kit", "");
    out.push(words.paragraph(vec![Run::Bold(script.title.clone())], Style::Large));
    let parting = script.parting;
    let minutes = [parting.minutes, parting.opening, parting.play(), parting.review].map(|one| one.to_string());
    let said = template::filled(words.word("ex-parting"), &minutes);
    out.push(words.paragraph(vec![Run::Text(said)], Style::Body));
    out.push(words.paragraph(vec![script.purpose.text.as_str().into()], Style::Body));
    out.push(words.heading(4, words.word("ex-packing"), None, false));
    let cards = super::cards::count(script).to_string();
    let people = roles(words, script).len() + 4;
    let lines = words.word("ex-packing-list").split('|').map(|line| {
        let filled = template::filled(line, &[cards.clone(), people.to_string()]);
        filled.split('／').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
    });
    let columns = [("ex-pack-what", 40.0), ("ex-pack-copies", 24.0), ("ex-pack-cut", 22.0), ("ex-pack-done", 14.0)];
    out.push(ruled(words, &columns, lines.collect(), 0, false));
}

fn invitation(words: &Words<'_>, script: &Script, out: &mut Vec<Piece>) {
    page(words, out, "ex-invitation", "");
    let facility = words.plan.facility().and_then(|one| one.name.clone()).unwrap_or_default();
    let blank = |key: &str| vec![words.word(key).into(), Run::from("："), Run::Blank(16)];
    for key in ["ex-inv-to", "ex-inv-day", "ex-inv-place", "ex-inv-role"] {
        out.push(words.paragraph(blank(key), Style::Body));
    }
    let minutes = script.parting.minutes.to_string();
    let said = template::filled(words.word("ex-inv-text"), &[facility, minutes]);
    out.extend(said.split('|').map(|line| words.paragraph(vec![Run::from(line)], Style::Body)));
}

/// The script: per inject what is told, what is listened for, what to say after which sign.
fn told(words: &Words<'_>, script: &Script, out: &mut Vec<Piece>) {
    page(words, out, "ex-script", "ex-script-how");
    out.push(words.heading(4, words.word("ex-opening"), None, false));
    out.push(words.paragraph(vec![script.opening.text.as_str().into()], Style::Body));
    out.push(words.heading(4, words.word("ex-prompts"), None, false));
    out.extend(script.prompts.iter().map(|one| item("・", &one.text)));
    let mut modules = script.modules.iter().peekable();
    let cards = script.cards.iter().enumerate();
    let mut rows: Vec<TableRow> = Vec::new();
    for (nth, card) in cards {
        while let Some(module) = modules.next_if(|module| module.minute <= card.minute) {
            let said = [module.clock.clone(), module.title.clone(), module.jump.text.clone()];
            rows.push(band(said.join("　")));
        }
        rows.push(told_row(words, &(nth + 1).to_string(), card, false));
    }
    rows.push(band(words.word("ex-reserves").to_owned()));
    for (nth, card) in script.reserves.iter().enumerate() {
        rows.push(told_row(words, &super::cards::reserve_name(nth), card, true));
    }
    let columns = [("ex-minute", 9.0), ("ex-told-what", 39.0), ("ex-look-for", 52.0)];
    out.push(Piece::plain(Block::Table(Table {
        columns: columns.map(|(word, share)| (words.word(word).to_owned(), share)).to_vec(),
        rows,
        ..Table::default()
    })));
}

fn band(text: String) -> TableRow {
    TableRow { cells: vec![vec![Run::Bold(text)], Vec::new(), Vec::new()], band: true, ..TableRow::default() }
}

fn told_row(words: &Words<'_>, name: &str, card: &Card, reserve: bool) -> TableRow {
    let minute =
        if reserve { String::new() } else { template::filled(words.word("ex-minute-of"), &[card.minute.to_string()]) };
    let mut told = vec![
        Run::Bold(format!("{} → {}", card.sender.text, card.addressee.text)),
        Run::Text(format!("\n{}", card.text.text)),
    ];
    for branch in &card.branches {
        told.push(Run::Text(format!("\n▷{} → {}：{}", branch.when.text, card.teller(branch), branch.text.text)));
    }
    let mut look = vec![Run::Text(card.listen.text.clone())];
    let mut add = |key: &str, text: &str| {
        if !text.is_empty() {
            look.push(Run::Text("\n".to_owned()));
            look.push(Run::Bold(format!("{}：", words.word(key))));
            look.push(Run::Text(text.to_owned()));
        }
    };
    for sign in &card.signs {
        let after = match sign.after {
            0 => words.word("ex-at-once").to_owned(),
            minutes => template::filled(words.word("ex-after-minutes"), &[minutes.to_string()]),
        };
        add("ex-sign", &format!("{} → {after} → {}", sign.sign.text, sign.say.text));
    }
    add("ex-phone", card.phone.as_ref().map_or("", |phone| phone.text.as_str()));
    let next = card.next.iter().map(|next| template::filled(words.word("ex-next"), std::slice::from_ref(next)));
    let decides: Vec<String> = card.decider.iter().cloned().chain(next).collect();
    add("ex-decider", &decides.join("／"));
    add("ex-right-page", &card.pages.join("、"));
    add("ex-items", &card.items.join("、"));
    add("ex-source", &card.source);
    let mut at = vec![Run::Bold(name.to_owned()), Run::Text(format!("\n{minute}"))];
    if card.may_fall {
        at.push(Run::Text(format!("\n{}", words.word("ex-may-fall"))));
    }
    TableRow { cells: vec![at, told, look], ..TableRow::default() }
}

/// One page for the real start: planned minutes, and room for the clock on the wall.
fn clock(words: &Words<'_>, script: &Script, out: &mut Vec<Piece>) {
    page(words, out, "ex-clock", "ex-clock-how");
    let opening = script.parting.opening;
    let mut lines =
        vec![(0, words.word("ex-clock-begin").to_owned()), (opening, words.word("ex-clock-play").to_owned())];
    lines.extend(
        script.modules.iter().filter(|one| one.minute > 0).map(|one| (opening + one.minute, one.clock.clone())),
    );
    lines.extend(script.cards.iter().enumerate().map(|(nth, card)| {
        let name = format!("{}　{} → {}", nth + 1, card.sender.text, card.addressee.text);
        (opening + card.minute, name)
    }));
    lines.push((script.parting.wind_down, words.word("ex-clock-wind").to_owned()));
    lines.push((script.parting.minutes - script.parting.review, words.word("ex-clock-review").to_owned()));
    lines.push((script.parting.minutes, words.word("ex-clock-end").to_owned()));
    lines.sort_by_key(|(minute, _)| *minute);
    let rows = lines.into_iter().map(|(minute, what)| vec![minute.to_string(), what]).collect();
    out.push(ruled(
        words,
        &[("ex-clock-minute", 12.0), ("ex-clock-what", 48.0), ("ex-clock-real", 20.0), ("ex-clock-note", 20.0)],
        rows,
        0,
        false,
    ));
}
