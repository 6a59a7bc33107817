//! 代替運用: one procedure after the other, grouped by department, steps in order with room to sign.

use super::words::Words;
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::{Kind, Procedure, ProcedureStep, Record, stock};

/// All procedures, those of one department together.
pub(super) fn pieces(words: &Words<'_>) -> Vec<Piece> {
    let mut list: Vec<&Procedure> = words.plan.rows.procedures.live().collect();
    let place = |one: &Procedure| {
        let department = one.department.and_then(|id| words.plan.find(Kind::Department, id));
        department.map_or((true, String::new()), |department| (false, department.row().position.clone()))
    };
    list.sort_by_cached_key(|one| place(one));
    if list.is_empty() {
        return vec![words.paragraph(vec![Run::from(words.word("no-rows"))], Style::Small), steps(words, None)];
    }
    let mut out = vec![index(words, &list)];
    for one in list {
        // One procedure is what somebody takes along: each begins a page.
        out.push(Piece::plain(Block::PageBreak));
        out.extend(procedure(words, one));
    }
    // What follows is about something else: who takes the last procedure along takes only that.
    out.push(Piece::plain(Block::PageBreak));
    out
}

/// Where each procedure is.
fn index(words: &Words<'_>, list: &[&Procedure]) -> Piece {
    let row = |one: &&Procedure| TableRow {
        cells: vec![
            words.name(*one, "name"),
            words.cell(*one, "department"),
            words.cell(*one, "system"),
            vec![Run::PageRef(anchor(one))],
        ],
        about: words.about(*one),
        ..TableRow::default()
    };
    let mut columns: Vec<(String, f64)> = [("name", 36.0), ("department", 28.0), ("system", 24.0)]
        .map(|(field, share)| (words.label(Kind::Procedure, field), share))
        .to_vec();
    columns.push((words.word("page").to_owned(), 12.0));
    Piece::plain(Block::Table(Table { columns, rows: list.iter().map(row).collect(), blank_rows: 0, fill: false }))
}

fn anchor(one: &Procedure) -> String {
    format!("procedure/{}", one.row.id)
}

fn procedure(words: &Words<'_>, one: &Procedure) -> Vec<Piece> {
    let about = words.about(one);
    let values =
        |lines: Vec<(String, Vec<Run>)>| Piece { block: Block::KeyValues(lines), about: about.clone(), anchor: None };
    let line = |field: &'static str| (words.label(Kind::Procedure, field), words.inline(one, field));
    let with = |field: &'static str, other: &'static str| {
        let (label, mut runs) = line(field);
        runs.push(Run::Text(format!("　{}：", words.label(Kind::Procedure, other))));
        runs.extend(words.inline(one, other));
        (label, runs)
    };
    let mut head = vec![
        line("department"),
        line("system"),
        line("trigger"),
        line("declared_by"),
        (words.word("card-forms").to_owned(), used_forms(words, one)),
        line("readable_at"),
    ];
    // What is not said yet is written by hand elsewhere on the page; a blank for each would make it two.
    let said = |field: &&&'static str| one.field(field).is_some();
    head.extend(["handover"].iter().filter(said).map(|field| line(field)));
    let mut foot = vec![with("ends_when", "ended_by")];
    let reentry = ["reentry_enter", "reentry_scan", "reentry_keep", "reentry_order", "reentry_by"];
    foot.extend(reentry.iter().filter(said).map(|field| line(field)));
    vec![
        Piece {
            block: Block::Heading { level: 3, runs: words.name(one, "name"), listed: false },
            about: about.clone(),
            anchor: Some(anchor(one)),
        },
        values(head),
        steps(words, Some(one)),
        values(foot),
    ]
}

/// The forms of the kit with their pages, then other papers by name.
fn used_forms(words: &Words<'_>, one: &Procedure) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for form in stock::forms_of(words.plan, one.row.id) {
        let number = form.number.as_deref().map(|number| format!("{number} ")).unwrap_or_default();
        runs.push(Run::Text(format!("{number}{}（", form.title())));
        runs.push(Run::PageRef(super::forms::anchor(form)));
        runs.push(Run::from("）　"));
    }
    // Other papers are typed one to a line and printed in one, with room between them.
    if runs.is_empty() || one.forms.is_some() {
        runs.extend(words.inline(one, "forms").into_iter().map(|run| match run {
            Run::Text(text) => Run::Text(text.trim().replace('\n', "　")),
            other => other,
        }));
    }
    runs
}

/// The steps: number, what, who, what may harm.
fn steps(words: &Words<'_>, of: Option<&Procedure>) -> Piece {
    let own = |step: &&ProcedureStep| {
        step.row.removed_at.is_none() && of.is_some_and(|one| step.procedure == Some(one.row.id))
    };
    let mut rows: Vec<TableRow> = Vec::new();
    let mut band: Option<Option<String>> = None;
    for (nth, step) in words.plan.rows.procedure_steps.iter().filter(own).enumerate() {
        // A new span of time is said once, above its steps.
        let now = step.field("band");
        if band.as_ref() != Some(&now) && (band.is_some() || now.is_some()) {
            let title = match now {
                Some(_) => words.cell(step, "band"),
                None => vec![Run::from(words.word("band-none"))],
            };
            rows.push(TableRow { cells: vec![title], band: true, ..TableRow::default() });
        }
        band = Some(now);
        let mut text = words.cell(step, "text");
        if let Some(minutes) = step.field("minutes") {
            text.push(Run::Text(format!("（{minutes}{}）", words.word("minutes-unit"))));
        }
        rows.push(TableRow {
            cells: vec![
                vec![Run::Text((nth + 1).to_string())],
                text,
                words.cell(step, "role"),
                words.cell(step, "caution"),
            ],
            about: words.about(step),
            ..TableRow::default()
        });
    }
    let columns = vec![
        (String::new(), 5.0),
        (words.label(Kind::ProcedureStep, "text"), 42.0),
        (words.label(Kind::ProcedureStep, "role"), 20.0),
        (words.label(Kind::ProcedureStep, "caution"), 33.0),
    ];
    let blank_rows = if rows.is_empty() { 4 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}
