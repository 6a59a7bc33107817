//! What else is looked for on a department at night, on one page: patients' data, screens that may still be read, the
//! signal that ends paper, and where more forms come from [PRACTICE-PATIENT-LISTS] [PRACTICE-BOOKS].

use super::signals;
use super::table::{line, named, one, rows_of};
use super::words::Words;
use crate::outline::{Block, Piece, Run, Style};
use plan::{Department, Kind, Procedure, Record};

/// The page.
pub(super) fn page(words: &Words<'_>, department: &Department, procedures: &[&Procedure]) -> Vec<Piece> {
    let mut out = vec![words.heading(2, words.word("here-page"), Some("block/downtime".to_owned()), true)];
    out.extend(lists(words, department));
    out.push(words.heading(4, words.word("here-screens"), None, false));
    out.extend(readable(words, procedures));
    out.push(words.heading(4, words.word("here-signal"), Some("block/signals".to_owned()), false));
    out.extend(signal(words, department, procedures));
    out.push(words.heading(4, words.word("here-paper"), None, false));
    out.push(paper(words, department));
    out
}

/// The department's own lists; with none, those nobody gave to a department. Who looks at all of them is said once.
fn lists(words: &Words<'_>, department: &Department) -> Vec<Piece> {
    let of = |place: Option<plan::Id>| {
        let found = words.plan.rows.downtime.live().filter(move |list| list.department == place);
        found.map(|list| list as &dyn Record).collect::<Vec<_>>()
    };
    let own = of(Some(department.row.id));
    let own = if own.is_empty() { of(None) } else { own };
    let alike = own.iter().all(|list| list.link("checked_by") == own[0].link("checked_by"));
    let mut title = words.word("here-lists").to_owned();
    let mut columns = vec![named(26.0), one("interval", 40.0), one("place", 34.0)];
    match own.first().filter(|list| alike && list.has("checked_by")) {
        Some(first) => {
            let by = words.inline(*first, "checked_by");
            let by: String = by
                .iter()
                .filter_map(|run| if let Run::Text(text) = run { Some(text.as_str()) } else { None })
                .collect();
            title = format!("{title}　{}：{by}", words.label(Kind::Downtime, "checked_by"));
        }
        None => columns.push(one("checked_by", 20.0)),
    }
    vec![words.heading(4, &title, None, false), rows_of(words, Kind::Downtime, own, &columns, 0)]
}

/// What may be read, as the procedures say, each once.
fn readable(words: &Words<'_>, procedures: &[&Procedure]) -> Vec<Piece> {
    let mut said: Vec<(String, &Procedure)> = Vec::new();
    for one in procedures {
        for text in one.readable_at.as_deref().unwrap_or_default().lines().map(str::trim) {
            if !text.is_empty() && said.iter().all(|(known, _)| known != text) {
                said.push((text.to_owned(), one));
            }
        }
    }
    if said.is_empty() {
        return vec![words.paragraph(vec![Run::Blank(30)], Style::Body)];
    }
    let item = |(text, one): (String, &Procedure)| Piece {
        block: Block::Item {
            marker: Some("・".to_owned()),
            runs: draft(words, one).into_iter().chain([Run::Text(text)]).collect(),
            style: Style::Body,
        },
        about: words.about(one),
        anchor: None,
    };
    said.into_iter().map(item).collect()
}

/// Who begins, and the signals by which it ends. Where nobody entered any, what the procedures say, as 案; where they
/// say it differently, of which each is.
fn signal(words: &Words<'_>, department: &Department, procedures: &[&Procedure]) -> Vec<Piece> {
    let signals = plan::signal::of(words.plan, department.row.id);
    let fields: &[&'static str] =
        if signals.is_empty() { &["declared_by", "ends_when", "ended_by"] } else { &["declared_by"] };
    let mut lines: Vec<(String, Vec<Run>)> = fields.iter().map(|field| said_of(words, procedures, field)).collect();
    let mut about: Vec<_> = procedures.iter().flat_map(|one| words.about(*one)).collect();
    if let Some(facility) = words.plan.facility().filter(|facility| facility.broadcast.is_some()) {
        let (label, runs) = line(words, facility, "broadcast");
        lines[0].1.push(Run::Text(format!("　{label}：")));
        lines[0].1.extend(runs);
        about.extend(words.about(facility));
    }
    if signals.is_empty() {
        return vec![Piece { block: Block::KeyValues(lines), about, anchor: None }];
    }
    signals::of_department(words, &signals, lines, about)
}

/// A field of several procedures, each of its values once; a blank where none has any.
fn said_of(words: &Words<'_>, procedures: &[&Procedure], field: &'static str) -> (String, Vec<Run>) {
    let mut said: Vec<(String, Vec<&Procedure>)> = Vec::new();
    for one in procedures {
        let Some(value) = one.field(field) else { continue };
        match said.iter_mut().find(|(known, _)| *known == value) {
            Some((_, of)) => of.push(one),
            None => said.push((value, vec![one])),
        }
    }
    let mut runs: Vec<Run> = Vec::new();
    for (_, of) in &said {
        if !runs.is_empty() {
            runs.push(Run::from("\n"));
        }
        // What a procedure says of its end is a proposal as long as there is no signal.
        let proposed = field != "declared_by" || of[0].row.is_draft();
        runs.extend(proposed.then(|| Run::Badge(words.word("draft").to_owned())));
        runs.extend(words.cell(of[0], field));
        // Of which, where not of all.
        if of.len() < procedures.len() {
            let names: Vec<String> = of.iter().map(|one| one.title()).collect();
            runs.push(Run::Text(format!("（{}）", names.join("、"))));
        }
    }
    if runs.is_empty() {
        runs.push(Run::Blank(24));
    }
    (words.label(Kind::Procedure, field), runs)
}

/// Where forms lie, how long they last, where more come from.
fn paper(words: &Words<'_>, department: &Department) -> Piece {
    let mut lines = vec![line(words, department, "box_place")];
    let mut about = words.about(department);
    if let Some(facility) = words.plan.facility() {
        lines.extend(["reprint", "paper_store"].map(|field| line(words, facility, field)));
        about.extend(words.about(facility));
    }
    Piece { block: Block::KeyValues(lines), about, anchor: None }
}

/// 案 before what nobody adopted.
fn draft(words: &Words<'_>, one: &Procedure) -> Option<Run> {
    one.row.is_draft().then(|| Run::Badge(words.word("draft").to_owned()))
}
