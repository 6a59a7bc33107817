//! 代替運用: one procedure after the other, grouped by department, steps in order with room to sign.

use super::in_common;
use super::words::{Book, Words};
use crate::outline::{Block, Piece, Run, Style, Table, TableRow};
use plan::{Id, Kind, Plan, Procedure, ProcedureStep, Record, stock};
use std::collections::BTreeMap;

/// All procedures, those of one department together; in 検査・委員会用 only where each is.
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
    if words.book == Book::Inspection {
        return out;
    }
    for (one, others) in in_common::groups(words.plan, &list) {
        // One procedure is what somebody takes along: each begins a page.
        out.push(Piece::plain(Block::PageBreakUnlessLittle));
        out.extend(procedure(words, one));
        out.extend(in_common::differences(words, one, &others));
    }
    // What follows is about something else: who takes the last procedure along takes only that.
    out.push(Piece::plain(Block::PageBreakUnlessLittle));
    out
}

/// Those of a department, in the plan's order. Where patients are in one place only, what nobody gave to a department is
/// done there: else it would lie on no shelf.
pub(super) fn of_department(plan: &Plan, department: Id) -> Vec<&Procedure> {
    let mut with_patients = plan.rows.departments.live().filter(|one| one.patients).map(|one| one.row.id);
    let only = with_patients.next() == Some(department) && with_patients.next().is_none();
    let here = |one: &&Procedure| one.department == Some(department) || (only && one.department.is_none());
    plan.rows.procedures.live().filter(here).collect()
}

/// Procedures for those who carry them out: each begins a page and stands in the contents.
pub(super) fn leaves(words: &Words<'_>, list: &[&Procedure]) -> Vec<Piece> {
    let mut out = Vec::new();
    for one in list {
        if !out.is_empty() {
            out.push(Piece::plain(Block::PageBreakUnlessLittle));
        }
        let mut own = procedure(words, one);
        if let Some(Block::Heading { listed, .. }) = own.first_mut().map(|piece| &mut piece.block) {
            *listed = true;
        }
        out.extend(own);
    }
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

/// A department's own procedure like the one of a catalogue's entry: that one itself, or one of its name before the
/// brackets (病棟の与薬（3階西） for 病棟の与薬（3階東）).
pub(super) fn alike<'a>(words: &Words<'a>, entry: &str, department: Id) -> Option<&'a Procedure> {
    entry.strip_prefix("procedures/")?;
    let ticked = words.plan.from_entry(entry);
    let offered = || words.template.entry(entry).and_then(|one| one.values.get("name").cloned());
    let title = ticked.map(Record::title).or_else(offered)?;
    let name = in_common::called(&title);
    let own = of_department(words.plan, department);
    let itself = own.iter().find(|one| ticked.is_some_and(|ticked| ticked.id() == one.row.id));
    let called = || own.iter().find(|one| !name.is_empty() && in_common::called(&one.title()) == name);
    itself.or_else(called).copied()
}

/// The name references to a procedure use.
pub(super) fn anchor(one: &Procedure) -> String {
    format!("procedure/{}", one.row.id)
}

/// When it begins and what is done, at the top; what is looked up only once stands below.
fn procedure(words: &Words<'_>, one: &Procedure) -> Vec<Piece> {
    let about = words.about(one);
    let values =
        |lines: Vec<(String, Vec<Run>)>| Piece { block: Block::KeyValues(lines), about: about.clone(), anchor: None };
    let line = |field: &'static str| (words.label(Kind::Procedure, field), words.inline(one, field));
    // What is not said yet is written by hand elsewhere on the page; a blank for each would make it two.
    let said = |fields: &[&'static str]| {
        let fields = fields.iter().filter(|field| one.field(field).is_some());
        fields.map(|field| line(field)).collect::<Vec<_>>()
    };
    // In the book of its department, signals say when paper ends and what may be read; the department is on every page.
    let home =
        words.here.filter(|here| of_department(words.plan, here.row.id).iter().any(|own| own.row.id == one.row.id));
    let signals = home.is_some_and(|here| !plan::signal::of(words.plan, here.row.id).is_empty());
    let (ends, mut when) = line("ends_when");
    // Who belongs to the department switches it; who declares the end for it is somebody else's word.
    let own = words
        .plan
        .role(one.ended_by)
        .is_some_and(|role| role.department.is_some() && role.department == one.department);
    let ends_by = if own { words.word("switches-here").to_owned() } else { words.label(Kind::Procedure, "ended_by") };
    when.push(Run::Text(format!("　{ends_by}：")));
    when.extend(words.inline(one, "ended_by"));
    let signal: Vec<(String, Vec<Run>)> =
        if signals { Vec::new() } else { said(&["declared_by"]).into_iter().chain([(ends, when)]).collect() };
    // Where the list of forms is in the same book, numbers lead to it.
    let numbered = home.is_some() || words.book == Book::Headquarters;
    let forms = used_forms(words, one, numbered);
    let mut uses: Vec<_> = forms.into_iter().map(|forms| (words.word("card-forms").to_owned(), forms)).collect();
    if home.is_none() {
        uses.extend(said(&["readable_at"]));
        uses.extend(place(words, one));
    }
    let mut later = said(&["handover"]);
    later.extend(reentry(words, one));
    let mut named = words.name(one, "name");
    named.extend(one.confirmed_by.is_none().then(|| Run::Badge(words.word("procedure-confirm").to_owned())));
    let heading = Piece {
        block: Block::Heading { level: 3, runs: named, listed: false },
        about: about.clone(),
        anchor: Some(anchor(one)),
    };
    let mut out = vec![heading];
    out.extend(confirmed(words, one));
    out.extend([values(vec![line("trigger")]), steps(words, Some(one))]);
    out.extend([signal, uses, later].into_iter().filter(|lines| !lines.is_empty()).map(values));
    out
}

/// Which system is down, and in which department, in one line.
fn place(words: &Words<'_>, one: &Procedure) -> Option<(String, Vec<Run>)> {
    let mut said = ["system", "department"].into_iter().filter(|field| one.field(field).is_some());
    let first = said.next()?;
    let mut runs = words.inline(one, first);
    for field in said {
        runs.push(Run::Text(format!("　{}：", words.label(Kind::Procedure, field))));
        runs.extend(words.inline(one, field));
    }
    Some((words.label(Kind::Procedure, first), runs))
}

/// Who confirmed its text, in one small line. Until somebody did, 要確認 stands beside the name: the house's 案 is another
/// mark.
fn confirmed(words: &Words<'_>, one: &Procedure) -> Option<Piece> {
    one.confirmed_by.as_ref()?;
    let mut runs = vec![Run::Text(format!("{} ", words.word("confirmed")))];
    runs.extend(words.cell(one, "confirmed_by"));
    runs.push(Run::from(" "));
    runs.extend(words.cell(one, "confirmed_on"));
    Some(Piece { about: words.about(one), ..words.paragraph(runs, Style::Small) })
}

/// What is done with the paper when the screens return, in one line: what for each sort, in which order, by whom.
fn reentry(words: &Words<'_>, one: &Procedure) -> Option<(String, Vec<Run>)> {
    let fields = ["reentry_enter", "reentry_scan", "reentry_keep", "reentry_order", "reentry_by"];
    let mut runs: Vec<Run> = Vec::new();
    for field in fields.into_iter().filter(|field| one.field(field).is_some()) {
        runs.extend((!runs.is_empty()).then(|| Run::from("\n")));
        runs.push(Run::Bold(format!("{}：", words.label(Kind::Procedure, field))));
        runs.extend(words.inline(one, field));
    }
    (!runs.is_empty()).then(|| (words.word("after-return").to_owned(), runs))
}

/// The forms of the kit with their pages, then other papers by name. Where a list of forms with names and pages is in the
/// same book, a line of numbers leads to it.
fn used_forms(words: &Words<'_>, one: &Procedure, numbered: bool) -> Option<Vec<Run>> {
    let mut runs: Vec<Run> = Vec::new();
    let forms = stock::forms_of(words.plan, one.row.id);
    if numbered && !forms.is_empty() {
        let named = forms.iter().map(|form| form.number.clone().unwrap_or_else(|| form.title()));
        runs.extend(named.map(|name| Run::Keep(format!("{name} "))));
        runs.push(Run::from("（"));
        runs.push(Run::PageRef("block/form-list".to_owned()));
        runs.push(Run::from("）　"));
    }
    for form in forms.into_iter().filter(|_| !numbered) {
        let number = form.number.as_deref().map(|number| format!("{number} ")).unwrap_or_default();
        runs.push(Run::Text(format!("{number}{}", form.title())));
        let place = super::form_list::place(words, form);
        if !place.is_empty() {
            runs.push(Run::from("（"));
            runs.extend(place);
            runs.push(Run::from("）"));
        }
        runs.push(Run::from("　"));
    }
    // Other papers are typed one to a line and printed in one, with room between them.
    if one.forms.is_some() {
        runs.extend(words.inline(one, "forms").into_iter().map(|run| match run {
            Run::Text(text) => Run::Text(text.trim().replace('\n', "　")),
            other => other,
        }));
    }
    (!runs.is_empty()).then_some(runs)
}

/// The steps: number, what, what may harm. Who does most of them is said once, above; in a row only who else.
fn steps(words: &Words<'_>, of: Option<&Procedure>) -> Piece {
    let own = |step: &&ProcedureStep| {
        step.row.removed_at.is_none() && of.is_some_and(|one| step.procedure == Some(one.row.id))
    };
    let list: Vec<&ProcedureStep> = words.plan.rows.procedure_steps.iter().filter(own).collect();
    let mostly = mostly(&list);
    let warns = list.is_empty() || list.iter().any(|step| step.caution.is_some());

    let mut rows: Vec<TableRow> = Vec::new();
    if let Some(step) = list.iter().find(|step| mostly.is_some() && step.role == mostly) {
        let mut runs = vec![Run::Text(format!("{}：", words.label(Kind::ProcedureStep, "role")))];
        runs.extend(words.cell(*step, "role"));
        rows.push(TableRow { cells: vec![runs], band: true, ..TableRow::default() });
    }
    let mut band: Option<Option<String>> = None;
    for (nth, step) in list.into_iter().enumerate() {
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
        let mut text = Vec::new();
        if step.role.is_some() && step.role != mostly {
            text.extend(words.cell(step, "role").into_iter().map(bold));
            text.push(Run::from("　"));
        }
        text.extend(words.cell(step, "text"));
        if let Some(minutes) = step.field("minutes") {
            text.push(Run::Text(format!("（{minutes}{}）", words.word("minutes-unit"))));
        }
        let mut cells = vec![vec![Run::Text((nth + 1).to_string())], text];
        cells.extend(warns.then(|| words.cell(step, "caution")));
        rows.push(TableRow { cells, about: words.about(step), ..TableRow::default() });
    }
    let mut columns = vec![(String::new(), 5.0), (words.label(Kind::ProcedureStep, "text"), 51.0)];
    columns.extend(warns.then(|| (words.label(Kind::ProcedureStep, "caution"), 44.0)));
    let blank_rows = if rows.is_empty() { 4 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}

/// Who does more than half of the steps.
fn mostly(list: &[&ProcedureStep]) -> Option<Id> {
    let mut counts: BTreeMap<Id, usize> = BTreeMap::new();
    for role in list.iter().filter_map(|step| step.role) {
        *counts.entry(role).or_default() += 1;
    }
    counts.into_iter().find(|(_, count)| count * 2 > list.len()).map(|(role, _)| role)
}

fn bold(run: Run) -> Run {
    match run {
        Run::Text(text) => Run::Bold(text),
        other => other,
    }
}
