//! 連絡票: each contact tree as a list to work through by hand, with time and result; what drills gave; which sheets'
//! numbers were tried.

use super::words::Words;
use crate::outline::{Block, Look, Piece, Run, Style, Table, TableRow};
use plan::reach::{Case, Stop, stops};
use plan::tree::reached;
use plan::{Kind, Record, TreePlace, drill};

/// A sheet for each tree, in the order of their heads.
pub(super) fn sheets(words: &Words<'_>) -> Vec<Piece> {
    let all = stops(words.plan, Case { night: true, ..Case::default() });
    let mut trees: Vec<Option<&str>> = Vec::new();
    for stop in &all {
        if !trees.contains(&stop.tree) {
            trees.push(stop.tree);
        }
    }
    let mut out = Vec::new();
    if !trees.is_empty() {
        out.push(words.paragraph(vec![words.word("call-care").into()], Style::Body));
        let checked = vec![words.word("call-checked").into(), Run::from(" "), Run::Blank(16)];
        out.push(words.paragraph(checked, Style::Body));
    }
    for tree in trees {
        let title = tree.map_or(words.word("contact-tree").to_owned(), |tree| {
            words.template.choice(Kind::TreePlace.noun(), "tree", tree).to_owned()
        });
        let runs = vec![Run::Text(format!("{title}　{} ", words.word("call-head"))), Run::Blank(14)];
        out.push(Piece::plain(Block::Heading { level: 3, runs, listed: false }));
        let rows = all.iter().filter(|stop| stop.tree == tree).map(|stop| row(words, stop)).collect();
        let columns = [
            ("call-whom", 24.0),
            ("contact", 21.0),
            ("call-next", 22.0),
            ("call-at", 9.0),
            ("call-got", 9.0),
            ("call-result", 15.0),
        ];
        let columns = columns.map(|(word, share)| (words.word(word).to_owned(), share)).to_vec();
        out.push(Piece::plain(Block::Ruled(Table { columns, rows, blank_rows: 1, fill: false }, Look::Form)));
    }
    if out.is_empty() {
        out.push(words.paragraph(vec![words.word("tree-empty").into()], Style::Small));
    }
    out
}

fn row(words: &Words<'_>, stop: &Stop<'_>) -> TableRow {
    let place = stop.place;
    let mut about = words.about(place);
    let (mut whom, mut numbers) = (vec![Run::Text("　".repeat(stop.depth))], Vec::new());
    match reached(words.plan, place) {
        Some(record) => {
            whom.extend(words.name(record, "name"));
            numbers = words.numbers(record);
            about.extend(words.about(record));
            if let (Some(role), true) = (words.plan.role(Some(record.id())), words.private) {
                numbers.push(Run::from("\n"));
                if role.holder.is_none() {
                    numbers.push(Run::from(words.word("call-tonight")));
                }
                numbers.extend(words.chain(record));
            }
        }
        None => whom.extend(words.cell(place, "of")),
    }
    let next = next(words, place);
    TableRow { cells: vec![whom, numbers, next, Vec::new(), Vec::new(), Vec::new()], about, ..TableRow::default() }
}

/// How long to wait, who is next and on which number, and what is left when telephones are dead.
fn next(words: &Words<'_>, place: &TreePlace) -> Vec<Run> {
    let mut next = Vec::new();
    if let Some(minutes) = &place.wait_minutes {
        next.push(Run::Text(words.word("call-wait").replace("{n}", minutes)));
    }
    next.push(Run::from(words.word("call-else")));
    let substitute = words.cell(place, "substitute");
    if substitute.is_empty() {
        next.push(Run::Blank(6));
    }
    next.extend(substitute);
    if let Some(role) = place.substitute.and_then(|id| words.plan.find(Kind::Role, id)) {
        next.push(Run::from(" "));
        next.extend(words.numbers(role));
    }
    let (way, note) = (words.cell(place, "other_way"), words.cell(place, "other_note"));
    if !(way.is_empty() && note.is_empty()) {
        next.push(Run::Text(format!("\n{}", words.word("call-dead"))));
        if !(way.is_empty() || note.is_empty()) {
            next.extend(way);
            next.push(Run::from("。"));
            next.extend(note);
        } else {
            next.extend(way.into_iter().chain(note));
        }
    }
    next
}

/// The drills with their figures, and every call of the newest.
pub(super) fn drills(words: &Words<'_>) -> Vec<Piece> {
    let outcomes = drill::outcomes(words.plan);
    let row = |one: &drill::Outcome| {
        let record: &dyn Record = words.plan.find(Kind::Drill, one.drill)?;
        let minutes = one.minutes.map(|minutes| minutes.map_or("—".to_owned(), |minutes| minutes.to_string()));
        let mut what = words.name(record, "name");
        what.push(Run::from("\n"));
        what.extend(words.labelled(record, &["shift", "down", "led_by"]));
        let cells = vec![
            words.cell(record, "held_on"),
            what,
            vec![Run::Text(format!("{}／{}", one.reached, one.called))],
            vec![Run::Text(minutes.join("／"))],
            vec![Run::Text(one.wrong.to_string())],
            words.cell(record, "learnt"),
        ];
        Some(TableRow { cells, about: words.about(record), ..TableRow::default() })
    };
    let label = |field: &'static str| words.label(Kind::Drill, field);
    let columns = vec![
        (label("held_on"), 13.0),
        (label("name"), 29.0),
        (words.word("drill-reached").to_owned(), 11.0),
        (words.word("drill-minutes").to_owned(), 15.0),
        (words.word("drill-wrong").to_owned(), 8.0),
        (label("learnt"), 24.0),
    ];
    let rows: Vec<TableRow> = outcomes.iter().rev().filter_map(row).collect();
    let blank_rows = if rows.is_empty() { 3 } else { 1 };
    let mut out = vec![Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))];
    let fields = [("place", 34.0), ("minutes", 14.0), ("result", 20.0), ("note", 32.0)];
    let rows: Vec<TableRow> = outcomes
        .iter()
        .rfind(|one| one.called > 0)
        .into_iter()
        .flat_map(|last| drill::calls(words.plan, last.drill))
        .map(|call| TableRow {
            cells: fields.iter().map(|(field, _)| words.cell(call, field)).collect(),
            about: words.about(call),
            ..TableRow::default()
        })
        .collect();
    if !rows.is_empty() {
        let columns = fields.map(|(field, share)| (words.label(Kind::DrillCall, field), share)).to_vec();
        out.push(words.heading(4, words.word("drill-newest"), None, false));
        out.push(Piece::plain(Block::Table(Table { columns, rows, blank_rows: 0, fill: false })));
    }
    out
}

/// Which sheets' numbers were tried, when and by whom.
pub(super) fn checks(words: &Words<'_>) -> Piece {
    let fields = [("sheet", 40.0), ("checked_on", 25.0), ("checked_by", 35.0)];
    let columns = fields.map(|(field, share)| (words.label(Kind::SheetCheck, field), share)).to_vec();
    let row = |one: &dyn Record| TableRow {
        cells: fields.iter().map(|(field, _)| words.cell(one, field)).collect(),
        about: words.about(one),
        ..TableRow::default()
    };
    let rows = words.plan.live(Kind::SheetCheck).map(row).collect();
    Piece::plain(Block::Table(Table { columns, rows, blank_rows: 2, fill: false }))
}
