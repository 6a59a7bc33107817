//! アクションカード: one page for each role and place, from roles, procedures, contacts and decisions
//! [PRACTICE-NIGHT-STAFF] [PRACTICE-BOOKS]. A card of a place carries numbers of places and roles only; a card of a
//! decider is a numbered document of headquarters and may carry names. Private numbers stand on none: a card can be
//! lost.

use super::words::Words;
use crate::Copy;
use crate::outline::{Block, Look, Piece, Run, Style, Table, TableRow};
use plan::{Card, CardCall, Department, Id, Kind, Record, stock};
use std::collections::{BTreeMap, BTreeSet};

/// So many decisions are listed; the rest is on the sheet of decisions.
const DECISIONS: usize = 6;
/// So many forms are named by title; more by number.
const TITLED: usize = 8;
/// The ward of the catalogue.
const WARD: &str = "departments/ward";
/// Room for more calls, written by hand.
const SPARE_CALLS: u8 = 1;

/// The forms of each department.
type InDepartments<'a> = BTreeMap<Id, Vec<&'a plan::Form>>;

/// A card as it is printed: for a place, where it lies in several.
#[derive(Debug, Clone, Copy)]
pub struct CardCopy<'a> {
    /// The card.
    pub card: &'a Card,
    /// The place it lies in; a card for every ward has one sheet for each.
    pub department: Option<&'a Department>,
}

impl CardCopy<'_> {
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

/// The cards of a copy: all, those of every place, or those of one.
pub fn copies_of<'a>(plan: &'a plan::Plan, copy: &Copy) -> Vec<CardCopy<'a>> {
    let live: Vec<&Card> = plan.rows.cards.live().collect();
    // A ward has a card of its own when one lies there that says something; a decider's card takes no ward's away.
    let steps = plan.rows.card_steps.live();
    let said: BTreeSet<Id> = steps.filter_map(|step| step.card).collect();
    let own: BTreeSet<Id> = live
        .iter()
        .filter(|card| !card.every_ward && !card.headquarters && said.contains(&card.row.id))
        .filter_map(|card| card.department)
        .collect();
    let wards = || plan.rows.departments.live().filter(|one| one.patients);
    let mut out = Vec::new();
    for card in live {
        // A card of a role lies where the role's people are.
        let of_role = || plan.role(card.role).and_then(|role| role.department);
        let place = plan.department(card.department.or_else(of_role));
        if card.every_ward && wards().next().is_some() {
            let without = wards().filter(|one| !own.contains(&one.row.id));
            out.extend(without.map(|department| CardCopy { card, department: Some(department) }));
        } else {
            out.push(CardCopy { card, department: place });
        }
    }
    let here = copy.department(plan).map(|one| one.row.id);
    out.retain(|sheet| match copy {
        Copy::Hq => true,
        Copy::Ward(None) => !sheet.card.headquarters,
        Copy::Ward(Some(_)) => {
            !sheet.card.headquarters && here.is_some() && sheet.department.map(|one| one.row.id) == here
        }
    });
    out
}

/// The number of a document of headquarters: counted over removed ones too, so that a card in somebody's hand keeps its
/// number when another goes.
fn number(plan: &plan::Plan, card: &Card) -> usize {
    let documents = plan.rows.cards.iter().filter(|one| one.headquarters);
    documents.take_while(|one| one.row.id != card.row.id).count() + 1
}

/// The cards of a copy, each on a page.
pub(super) fn pages(words: &Words<'_>, copy: &Copy) -> Vec<Piece> {
    let mut out = Vec::new();
    let forms = stock::by_department(words.plan);
    for sheet in copies_of(words.plan, copy) {
        out.push(Piece::plain(Block::PageBreak));
        out.extend(page(words, sheet, &forms));
    }
    out
}

/// A card as a page.
fn page(words: &Words<'_>, sheet: CardCopy<'_>, forms: &InDepartments<'_>) -> Vec<Piece> {
    let mut heading = words.name(sheet.card, "name");
    if sheet.card.every_ward {
        heading.retain(|run| matches!(run, Run::Badge(_)));
        heading.push(Run::Text(sheet.title()));
    }
    let mut about = words.about(sheet.card);
    about.extend(sheet.department.map(|one| words.about(one)).into_iter().flatten());
    let block = Block::Heading { level: 5, runs: heading, listed: true };
    let mut out = vec![Piece { block, about: about.clone(), anchor: Some(sheet.anchor()) }];
    out.push(words.paragraph(lead(words, sheet), Style::Body));
    out.push(steps(words, sheet.card));
    out.extend(calls(words, sheet.card));
    out.extend(decisions(words, sheet.card));
    out.extend(used_forms(words, sheet, forms));
    for piece in &mut out {
        piece.about.extend(about.iter().cloned());
    }
    out
}

/// The number of a document of headquarters, or where the card lies.
fn lead(words: &Words<'_>, sheet: CardCopy<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    if sheet.card.confirmed_by.is_none() {
        runs.extend([Run::Badge(words.word("card-confirm").to_owned()), Run::from(" ")]);
    }
    runs.push(Run::Bold(words.word("night-only").to_owned()));
    if sheet.card.headquarters {
        let number = number(words.plan, sheet.card);
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
    let own = words.plan.rows.card_steps.live().filter(|step| step.card == Some(card.row.id));
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
        (words.word("card-first").to_owned(), 78.0),
        (words.word("time").to_owned(), 8.5),
        (words.word("initials").to_owned(), 8.5),
    ];
    let blank_rows = if rows.is_empty() { 6 } else { 0 };
    Piece::plain(Block::Ruled(Table { columns, rows, blank_rows, fill: false }, Look::Card))
}

/// Whom to call, with the numbers.
fn calls(words: &Words<'_>, card: &Card) -> Vec<Piece> {
    let own = words.plan.rows.card_calls.live().filter(|call| call.card == Some(card.row.id));
    let rows: Vec<TableRow> = own.enumerate().map(|(at, call)| called(words, card, at + 1, call)).collect();
    let columns = vec![
        (String::new(), 5.0),
        (words.word("card-calls").to_owned(), 30.0),
        (words.word("contact").to_owned(), 31.0),
        (words.label(Kind::CardCall, "why"), 25.5),
        (words.word("time").to_owned(), 8.5),
    ];
    vec![Piece::plain(Block::Ruled(Table { columns, rows, blank_rows: SPARE_CALLS, fill: false }, Look::Numbers))]
}

fn called(words: &Words<'_>, card: &Card, nth: usize, call: &CardCall) -> TableRow {
    let kind = call.of_kind.as_deref().and_then(Kind::from_noun);
    let mut about = words.about(call);
    let (name, numbers) = match kind.zip(call.of).and_then(|(kind, id)| words.plan.find(kind, id)) {
        Some(of) => {
            about.extend(words.about(of));
            each_ward(words, of).unwrap_or_else(|| (words.name(of, "name"), words.numbers(of)))
        }
        // Somebody who is no more is still on the card, so that nobody wonders who came first.
        None => (words.inline(call, "of"), vec![Run::Blank(8)]),
    };
    let mut name: Vec<Run> = name.into_iter().map(bold).collect();
    let of_role = words.plan.role(call.of).filter(|_| card.headquarters && kind == Some(Kind::Role));
    if let Some(role) = of_role {
        name.push(Run::from("\n"));
        name.extend(words.chain(role));
    }
    let cells = vec![vec![Run::Text(nth.to_string())], name, numbers, words.cell(call, "why"), Vec::new()];
    TableRow { cells, about, ..TableRow::default() }
}

/// The catalogue's ward stands for all of them: whoever calls "the ward" at night needs the number of each.
fn each_ward(words: &Words<'_>, of: &dyn Record) -> Option<(Vec<Run>, Vec<Run>)> {
    let cards = || words.plan.rows.cards.live().filter(|card| !card.every_ward);
    let own = |ward: &Department| cards().any(|card| card.department == Some(ward.row.id));
    let beds = |one: &&Department| one.patients && one.census.is_some();
    // Rooms with a card of their own are called by their own number.
    let wards = || words.plan.rows.departments.live().filter(beds).filter(|one| !own(one));
    if of.row().source.as_deref() != Some(WARD) || wards().nth(1).is_none() {
        return None;
    }
    let mut numbers = Vec::new();
    for ward in wards() {
        numbers.extend((!numbers.is_empty()).then(|| Run::from("\n")));
        // What a ward is for stands in brackets behind its name.
        let name = ward.title();
        numbers.push(Run::Text(format!("{}（", name.split('（').next().unwrap_or_default())));
        let number = ward.night_phone.clone().or_else(|| ward.phone.clone());
        numbers.push(number.map_or(Run::Blank(4), Run::Keep));
        numbers.push(Run::from("）"));
    }
    Some((vec![Run::from(words.word("each-ward"))], numbers))
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
fn used_forms(words: &Words<'_>, sheet: CardCopy<'_>, all: &InDepartments<'_>) -> Vec<Piece> {
    let department = sheet.department;
    let forms = forms_of(words, sheet, all);
    let mut lines = Vec::new();
    let mut about = Vec::new();
    if !forms.is_empty() {
        // Many are found by their numbers: the box is in that order, and the card has one page.
        let short = forms.len() > TITLED;
        let said = |form: &&plan::Form| match (&form.number, short) {
            (Some(number), true) => number.clone(),
            (number, _) => format!("{} {}", number.as_deref().unwrap_or_default(), form.title()).trim().to_owned(),
        };
        let names: Vec<String> = forms.iter().map(said).collect();
        about.extend(forms.iter().flat_map(|form| words.about(*form)));
        lines.push((words.word("card-forms").to_owned(), vec![Run::Text(names.join("、"))]));
    }
    if let Some(department) = department {
        lines.push((words.word("card-box").to_owned(), words.inline(department, "box_place")));
        about.extend(words.about(department));
    }
    // On a ward: how help is called and where to run when no telephone works.
    if let Some(facility) = words.plan.facility().filter(|_| sheet.department.is_some_and(|one| one.patients)) {
        let mut run = words.inline(facility, "emergency_call");
        run.push(Run::Text(format!("　{}：", words.label(Kind::Facility, "runner_place"))));
        run.extend(words.inline(facility, "runner_place"));
        lines.push((words.word("card-run").to_owned(), run));
        about.extend(words.about(facility));
    }
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Piece { block: Block::KeyValues(lines), about, anchor: None }]
}

/// Those the card names; else those of the department's procedures, or of headquarters.
fn forms_of<'a>(words: &Words<'a>, sheet: CardCopy<'_>, all: &InDepartments<'a>) -> Vec<&'a plan::Form> {
    let links = words.plan.rows.card_forms.live().filter(|link| link.card == Some(sheet.card.row.id));
    let named: Vec<Id> = links.filter_map(|link| link.form).collect();
    if named.is_empty() && !sheet.card.headquarters {
        return sheet.department.and_then(|one| all.get(&one.row.id)).cloned().unwrap_or_default();
    }
    let wanted = |form: &&plan::Form| {
        if named.is_empty() { form.group.as_deref() == Some("headquarters") } else { named.contains(&form.row.id) }
    };
    stock::kit(words.plan).into_iter().filter(wanted).collect()
}

/// Which cards there are, for whom and where.
pub(super) fn list(words: &Words<'_>) -> Piece {
    let row = |card: &dyn Record| {
        let copy = if card.field("headquarters").is_some() { "copy-hq" } else { "copy-ward" };
        let whom = if card.field("role").is_some() { "role" } else { "department" };
        let whom = match card.field("every_ward") {
            Some(_) => vec![Run::Text(words.label(Kind::Card, "every_ward"))],
            None => words.cell(card, whom),
        };
        let mut place = words.cell(card, "place");
        if card.field("confirmed_by").is_some() {
            place.push(Run::Text(format!("\n{} ", words.word("confirmed"))));
            place.extend(words.cell(card, "confirmed_by"));
            place.push(Run::from(" "));
            place.extend(words.cell(card, "confirmed_on"));
        }
        let cells = vec![words.name(card, "name"), whom, vec![Run::from(words.word(copy))], place];
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
