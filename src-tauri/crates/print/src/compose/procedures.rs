//! 代替運用: one procedure after the other, grouped by department, steps in order with room to sign.

use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::{Kind, Procedure, Record};

/// All procedures, those of one department together.
pub fn pieces(words: &Words<'_>) -> Vec<Piece> {
    let mut list: Vec<&Procedure> =
        words.plan.rows.procedures.iter().filter(|one| one.row.removed_at.is_none()).collect();
    let place = |one: &Procedure| {
        let department = one.department.and_then(|id| words.plan.find(Kind::Department, id));
        department.map_or((true, String::new()), |department| (false, department.row().position.clone()))
    };
    list.sort_by_cached_key(|one| place(one));
    if list.is_empty() {
        return vec![words.paragraph(vec![Run::from(words.word("no-rows"))], Style::Small), steps(words, None)];
    }
    list.into_iter().flat_map(|one| procedure(words, one)).collect()
}

fn procedure(words: &Words<'_>, one: &Procedure) -> Vec<Piece> {
    let about = words.about(one);
    let mut out = vec![Piece {
        block: Block::Heading { level: 4, runs: words.name(one, "name"), listed: false },
        about: about.clone(),
        anchor: Some(format!("procedure/{}", one.row.id)),
    }];
    let line = |field: &'static str| (words.label(Kind::Procedure, field), words.inline(one, field));
    let head = ["department", "system", "trigger", "declared_by", "forms", "readable_at"];
    out.push(Piece { block: Block::KeyValues(head.map(line).to_vec()), about: about.clone(), anchor: None });
    out.push(steps(words, Some(one)));
    let tail = ["ends_when", "ended_by"];
    out.push(Piece { block: Block::KeyValues(tail.map(line).to_vec()), about, anchor: None });
    out
}

/// The steps: number, what, who, what may harm.
fn steps(words: &Words<'_>, of: Option<&Procedure>) -> Piece {
    let own = |step: &&dyn Record| {
        of.is_some_and(|one| step.field("procedure").as_deref() == Some(one.row.id.to_string().as_str()))
    };
    let rows: Vec<TableRow> = words
        .plan
        .live(Kind::ProcedureStep)
        .filter(own)
        .enumerate()
        .map(|(nth, step)| TableRow {
            cells: vec![
                vec![Run::Text((nth + 1).to_string())],
                words.cell(step, "text"),
                words.cell(step, "role"),
                words.cell(step, "caution"),
            ],
            about: words.about(step),
            ..TableRow::default()
        })
        .collect();
    let columns = vec![
        (words.word("steps").to_owned(), 8.0),
        (words.label(Kind::ProcedureStep, "text"), 46.0),
        (words.label(Kind::ProcedureStep, "role"), 16.0),
        (words.label(Kind::ProcedureStep, "caution"), 30.0),
    ];
    let blank_rows = if rows.is_empty() { 4 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}
