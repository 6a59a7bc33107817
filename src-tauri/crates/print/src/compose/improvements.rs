//! 改善の一覧: what is to become better, by who does it, with a box to tick; what is done stands behind it with its proof.

use super::words::Words;
use super::{Composing, outline};
use crate::outline::{Block, Outline, Paper, Part, PartSort, Piece, Run, Style, Table, TableRow};
use plan::exercise::Report;
use plan::{Id, Improvement, ImprovementPlace, Kind};
use std::collections::BTreeSet;

/// Composes the list.
pub(crate) fn compose(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let mut blocks = vec![
        words.heading(1, words.word("improvements-title"), None, true),
        words.paragraph(vec![words.word("improvements-how").into()], Style::Small),
    ];
    let rows: Vec<&Improvement> = of.plan.rows.improvements.live().collect();
    let lessons = lessons(of);
    if !lessons.is_empty() {
        blocks.push(words.heading(3, words.word("improvements-lessons"), None, true));
        blocks.extend(
            lessons.into_iter().map(|text| {
                Piece::plain(Block::Item { marker: None, runs: vec![Run::Text(text)], style: Style::Body })
            }),
        );
    } else if rows.is_empty() {
        blocks.push(words.paragraph(vec![words.word("improvements-none").into()], Style::Body));
    }
    let (done, open): (Vec<&Improvement>, Vec<&Improvement>) = rows.into_iter().partition(|one| one.is_over());
    for (owner, list) in by_owner(&words, &open) {
        let head = owner.and_then(|id| of.plan.role(Some(id))).map_or_else(
            || words.word("improvements-nobody").to_owned(),
            |role| plan::title_of(of.plan, of.template, role),
        );
        blocks.push(words.heading(3, &head, None, true));
        blocks.push(table(&words, &list));
    }
    if !done.is_empty() {
        blocks.push(words.heading(3, words.word("improvements-done"), None, true));
        blocks.push(table(&words, &done));
    }
    let part = Part { sort: PartSort::Lettered('K'), title: words.word("improvements-title").to_owned(), blocks };
    Outline {
        paper: Paper::Single,
        ..outline(&words, words.word("improvements-title"), vec![part], String::new(), of.date)
    }
}

/// Lessons of exercises of which no improvement was made, with the day.
fn lessons(of: &Composing<'_>) -> Vec<String> {
    let reports = of.plan.rows.exercises.live().filter_map(|one| Report::of(of.plan, one.row.id));
    let said = reports.flat_map(|report| {
        let day = report.run.exercise.held_on.clone().unwrap_or_default();
        report.open_lessons().map(|line| format!("{}（{day}）", line.text)).collect::<Vec<_>>()
    });
    said.collect()
}

/// The open ones by owner, in the order of the roles, those of nobody first: somebody must take them.
fn by_owner<'a>(words: &Words<'_>, open: &[&'a Improvement]) -> Vec<(Option<Id>, Vec<&'a Improvement>)> {
    let mut out: Vec<(Option<Id>, Vec<&Improvement>)> = Vec::new();
    for one in open {
        let owner = one.owner.filter(|id| words.plan.role(Some(*id)).is_some());
        match out.iter_mut().find(|(of, _)| *of == owner) {
            Some((_, list)) => list.push(one),
            None => out.push((owner, vec![one])),
        }
    }
    out.sort_by_key(|(owner, _)| owner.and_then(|id| words.plan.rows.roles.iter().position(|one| one.row.id == id)));
    for (_, list) in &mut out {
        // What has no day comes last: a day is before every word.
        list.sort_by_key(|one| one.due_on.clone().unwrap_or_else(|| "~".to_owned()));
    }
    out
}

/// What shows it, and what of the plan was changed with it, each on a line.
fn changed(words: &Words<'_>, one: &Improvement) -> Vec<Run> {
    let mut said = BTreeSet::new();
    let places = words.plan.rows.improvement_places.live().filter(|place| place.improvement == Some(one.row.id));
    // Linked from both ends it may be there twice.
    let places = places.filter(|place| said.insert(place.of)).map(|place| place_of(words, place));
    let cells = std::iter::once(words.labelled(one, &["proof", "place"])).chain(places);
    let lines: Vec<Vec<Run>> = cells.filter(|runs| !runs.is_empty()).collect();
    lines.join(&Run::from("\n"))
}

/// Where it was; of what only headquarters may read, as a cut, only of which sort: the list goes to the committee.
fn place_of(words: &Words<'_>, place: &ImprovementPlace) -> Vec<Run> {
    let kind = place.of_kind.as_deref().and_then(Kind::from_noun);
    let of = kind.and_then(|kind| words.plan.find(kind, place.of?));
    let hidden = of.filter(|of| plan::public_title(words.plan, words.template, *of).is_empty());
    match hidden.and_then(|of| words.template.labels.get(of.kind().noun())) {
        Some(labels) => vec![Run::Text(format!("{}：{}", words.label(Kind::ImprovementPlace, "of"), labels.name))],
        None => words.labelled(place, &["of"]),
    }
}

/// What is to be done, why, until when, how far it is.
pub(super) fn table(words: &Words<'_>, list: &[&Improvement]) -> Piece {
    let row = |one: &&Improvement| TableRow {
        cells: vec![
            [vec![Run::from(if one.is_over() { "■ " } else { "□ " })], words.cell(*one, "name")].concat(),
            words.labelled(*one, &["cause", "origin", "owner"]),
            words.labelled(*one, &["due_on", "state", "done_on"]),
            changed(words, one),
        ],
        about: words.about(*one),
        ..TableRow::default()
    };
    let columns = [("improve-what", 34.0), ("improve-why", 26.0), ("improve-when", 20.0), ("improve-proof", 20.0)];
    Piece::plain(Block::Table(Table {
        columns: columns.map(|(word, share)| (words.word(word).to_owned(), share)).to_vec(),
        rows: list.iter().map(row).collect(),
        ..Table::default()
    }))
}
