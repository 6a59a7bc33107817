//! アクションカード: one page for each role and place, from roles, procedures, contacts and decisions
//! (`practice.md` §1-8, §1-9). A card of a place carries numbers of places and roles only; a card of a decider is a
//! numbered document of headquarters and may carry names. Private numbers stand on none: a card can be lost.

use super::words::Words;
use crate::outline::{Block, Look, Piece, Run, Style, Table, TableRow};
use plan::{Card, CardCall, Department, Id, Kind, Record, stock};

/// So many decisions are listed; the rest is on the sheet of decisions.
const DECISIONS: usize = 6;
/// Room for more calls, written by hand.
const SPARE_CALLS: u8 = 1;

/// One printed card.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The card.
    pub card: &'a Card,
    /// The place it lies in; a card for every ward has one sheet for each.
    pub department: Option<&'a Department>,
}

impl Sheet<'_> {
    /// Its name in a document.
    pub fn anchor(&self) -> String {
        match self.department.filter(|_| self.card.every_ward) {
            Some(department) => format!("card/{}/{}", self.card.row.id, department.row.id),
            None => format!("card/{}", self.card.row.id),
        }
    }

    /// Who it is for.
    pub fn title(&self) -> String {
        match self.department.filter(|_| self.card.every_ward) {
            Some(department) => department.title(),
            None => self.card.title(),
        }
    }
}

/// The sheets of a copy: all, those of every place, or those of one.
pub fn sheets<'a>(plan: &'a plan::Plan, copy: super::Copy) -> Vec<Sheet<'a>> {
    let live: Vec<&Card> = plan.rows.cards.iter().filter(|card| card.row.removed_at.is_none()).collect();
    let own: Vec<Id> = live.iter().filter(|card| !card.every_ward).filter_map(|card| card.department).collect();
    let mut out = Vec::new();
    for card in live {
        if card.every_ward {
            let wards = plan.rows.departments.iter().filter(|one| one.row.removed_at.is_none() && one.patients);
            let without = wards.filter(|one| !own.contains(&one.row.id));
            out.extend(without.map(|department| Sheet { card, department: Some(department) }));
        } else {
            out.push(Sheet { card, department: plan.department(card.department) });
        }
    }
    out.retain(|sheet| match copy {
        super::Copy::Hq => true,
        super::Copy::Ward(None) => !sheet.card.headquarters,
        super::Copy::Ward(Some(id)) => !sheet.card.headquarters && sheet.department.is_some_and(|one| one.row.id == id),
    });
    out
}

/// The cards of a copy, each on a page; documents of headquarters are numbered in their order.
pub fn pages(words: &Words<'_>, copy: super::Copy) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut number = 0;
    for sheet in sheets(words.plan, copy) {
        number += usize::from(sheet.card.headquarters);
        out.push(Piece::plain(Block::PageBreak));
        out.extend(page(words, sheet, number));
    }
    out
}

/// A card as a page.
fn page(words: &Words<'_>, sheet: Sheet<'_>, number: usize) -> Vec<Piece> {
    let mut heading = words.name(sheet.card, "name");
    if sheet.card.every_ward {
        heading.retain(|run| matches!(run, Run::Badge(_)));
        heading.push(Run::Text(sheet.title()));
    }
    let mut about = words.about(sheet.card);
    about.extend(sheet.department.map(|one| words.about(one)).into_iter().flatten());
    let block = Block::Heading { level: 5, runs: heading, listed: true };
    let mut out = vec![Piece { block, about: about.clone(), anchor: Some(sheet.anchor()) }];
    out.push(words.paragraph(lead(words, sheet, number), Style::Body));
    out.push(steps(words, sheet.card));
    out.extend(calls(words, sheet.card));
    out.extend(decisions(words, sheet.card));
    out.extend(forms(words, sheet));
    for piece in &mut out {
        piece.about.extend(about.iter().cloned());
    }
    out
}

/// The number of a document of headquarters, or where the card lies.
fn lead(words: &Words<'_>, sheet: Sheet<'_>, number: usize) -> Vec<Run> {
    let mut runs = vec![Run::Bold(words.word("night-only").to_owned())];
    if sheet.card.headquarters {
        runs.push(Run::Text(format!("　{} {number}　{} ", words.word("card-number"), words.word("card-handed"))));
        runs.push(Run::Blank(10));
    } else {
        runs.push(Run::Text(format!("　{}：", words.label(Kind::Card, "place"))));
        runs.extend(words.inline(sheet.card, "place"));
    }
    runs
}

/// First actions with tick box, time and initials.
fn steps(words: &Words<'_>, card: &Card) -> Piece {
    let own = words.plan.rows.card_steps.iter();
    let own = own.filter(|step| step.row.removed_at.is_none() && step.card == Some(card.row.id));
    let row = |step: &plan::CardStep| {
        let mut said = words.name(step, "text");
        if step.caution.is_some() {
            said.push(Run::from("\n"));
            said.extend(words.cell(step, "caution").into_iter().map(|run| match run {
                Run::Text(text) => Run::Bold(format!("！{text}")),
                other => other,
            }));
        }
        let cells = vec![vec![Run::Tick], said, Vec::new(), Vec::new()];
        TableRow { cells, about: words.about(step), ..TableRow::default() }
    };
    let rows: Vec<TableRow> = own.map(row).collect();
    let columns = vec![
        (String::new(), 5.0),
        (words.word("card-first").to_owned(), 75.0),
        (words.word("time").to_owned(), 10.0),
        (words.word("initials").to_owned(), 10.0),
    ];
    let blank_rows = if rows.is_empty() { 6 } else { 0 };
    Piece::plain(Block::Ruled(Table { columns, rows, blank_rows, fill: false }, Look::Card))
}

/// Whom to call, with the numbers.
fn calls(words: &Words<'_>, card: &Card) -> Vec<Piece> {
    let own = words.plan.rows.card_calls.iter();
    let own = own.filter(|call| call.row.removed_at.is_none() && call.card == Some(card.row.id));
    let rows: Vec<TableRow> = own.enumerate().filter_map(|(at, call)| called(words, card, at + 1, call)).collect();
    let columns = vec![
        (String::new(), 5.0),
        (words.word("card-calls").to_owned(), 33.0),
        (words.word("contact").to_owned(), 32.0),
        (words.label(Kind::CardCall, "why"), 20.0),
        (words.word("time").to_owned(), 10.0),
    ];
    vec![Piece::plain(Block::Ruled(Table { columns, rows, blank_rows: SPARE_CALLS, fill: false }, Look::Numbers))]
}

fn called(words: &Words<'_>, card: &Card, nth: usize, call: &CardCall) -> Option<TableRow> {
    let kind = call.of_kind.as_deref().and_then(Kind::from_noun)?;
    let of = words.plan.find(kind, call.of?)?;
    let mut name: Vec<Run> = words.name(of, "name").into_iter().map(bold).collect();
    if card.headquarters && kind == Kind::Role {
        name.push(Run::from("\n"));
        name.extend(words.chain(of));
    }
    let mut about = words.about(call);
    about.extend(words.about(of));
    let cells = vec![vec![Run::Text(nth.to_string())], name, words.numbers(of), words.cell(call, "why"), Vec::new()];
    Some(TableRow { cells, about, ..TableRow::default() })
}

fn bold(run: Run) -> Run {
    match run {
        Run::Text(text) => Run::Bold(text),
        other => other,
    }
}

/// What the holder of a role may decide, and after how many minutes the next may.
fn decisions(words: &Words<'_>, card: &Card) -> Vec<Piece> {
    let Some(role) = card.role.filter(|_| card.headquarters) else { return Vec::new() };
    let of_role = |one: &&dyn Record| {
        let id = role.to_string();
        ["day_role", "night_role", "next_role"].iter().any(|field| one.field(field).as_deref() == Some(id.as_str()))
    };
    let own: Vec<&dyn Record> = words.plan.live(Kind::Decision).filter(of_role).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let when = |one: &dyn Record| {
        let is = |field: &str| one.field(field).as_deref() == Some(role.to_string().as_str());
        let mut said = Vec::new();
        if is("day_role") {
            said.push(words.word("day").to_owned());
        }
        if is("night_role") {
            said.push(words.word("night").to_owned());
        }
        if is("next_role") {
            said.push(words.label(Kind::Decision, "next_role"));
        }
        said.join(words.word("and"))
    };
    let names: Vec<String> = own.iter().map(|one| format!("{}（{}）", one.title(), when(*one))).collect();
    let about = own.iter().flat_map(|one| words.about(*one)).collect();
    let lines = vec![(words.word("card-decides").to_owned(), vec![Run::Text(words.listed(names, DECISIONS))])];
    vec![Piece { block: Block::KeyValues(lines), about, anchor: None }]
}

/// Which forms lie where.
fn forms(words: &Words<'_>, sheet: Sheet<'_>) -> Vec<Piece> {
    let of_role = words.plan.role(sheet.card.role).and_then(|role| role.department);
    let department = sheet.department.or_else(|| words.plan.department(of_role));
    let forms = match department.filter(|_| !sheet.card.headquarters) {
        Some(department) => stock::forms_in(words.plan, department.row.id),
        None if sheet.card.headquarters => {
            let kit = stock::kit(words.plan).into_iter();
            kit.filter(|form| form.group.as_deref() == Some("headquarters")).collect()
        }
        None => Vec::new(),
    };
    let mut lines = Vec::new();
    let mut about = Vec::new();
    if !forms.is_empty() {
        let said = |form: &&plan::Form| format!("{} {}", form.number.as_deref().unwrap_or_default(), form.title());
        let names: Vec<String> = forms.iter().map(said).map(|said| said.trim().to_owned()).collect();
        about.extend(forms.iter().flat_map(|form| words.about(*form)));
        lines.push((words.word("card-forms").to_owned(), vec![Run::Text(names.join("、"))]));
    }
    if let Some(department) = department {
        lines.push((words.word("card-box").to_owned(), words.inline(department, "box_place")));
        about.extend(words.about(department));
    }
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Piece { block: Block::KeyValues(lines), about, anchor: None }]
}

/// Which cards there are, for whom and where.
pub fn list(words: &Words<'_>) -> Piece {
    let row = |card: &dyn Record| {
        let copy = if card.field("headquarters").is_some() { "copy-hq" } else { "copy-ward" };
        let whom = if card.field("role").is_some() { "role" } else { "department" };
        let whom = match card.field("every_ward") {
            Some(_) => vec![Run::Text(words.label(Kind::Card, "every_ward"))],
            None => words.cell(card, whom),
        };
        let cells = vec![words.name(card, "name"), whom, vec![Run::from(words.word(copy))], words.cell(card, "place")];
        TableRow { cells, about: words.about(card), ..TableRow::default() }
    };
    let rows: Vec<TableRow> = words.plan.live(Kind::Card).map(row).collect();
    let label = |field: &'static str| words.label(Kind::Card, field);
    let columns = vec![
        (label("name"), 30.0),
        (label("role"), 28.0),
        (words.word("copy").to_owned(), 12.0),
        (label("place"), 30.0),
    ];
    let blank_rows = if rows.is_empty() { 3 } else { 0 };
    Piece::plain(Block::Table(Table { columns, rows, blank_rows, fill: false }))
}
