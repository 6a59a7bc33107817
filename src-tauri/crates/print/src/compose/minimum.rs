//! The minimum binder (最小の綴じ物): what the first hour yields, on at most eight pages
//! besides forms: first pages, one contact sheet, decisions, restrictions, where patients'
//! data lies, the downtime box, blank sheets [PRACTICE-FIRST-HOUR].

use super::table::{Column, line, named, one, table};
use super::words::Words;
use super::{Composing, contacts, first_pages, form_list, forms, outline, ward_book};
use crate::Copy;
use crate::outline::{Block, Outline, Part, PartSort, Piece, Run, Style, Table, TableRow};
use plan::{Kind, Record, first_hour, starter};
use std::collections::BTreeSet;
use template::{HourFills, Inline};

/// Composes it. Part S goes only into the duty manager's copy; the head of part A says so.
pub(crate) fn compose(of: &Composing<'_>) -> Outline {
    let words = of.words();
    let secret = Words { private: true, ..words };
    let part = |letter: char, blocks: Vec<Piece>| {
        let own = of.template.parts.iter().find(|part| part.letter.starts_with(letter));
        Part {
            sort: PartSort::Lettered(letter),
            title: own.map_or_else(String::new, |part| part.title.clone()),
            blocks,
        }
    };
    let mut first = first_pages::only(&words, "A", 1);
    first.push(words.paragraph(vec![words.word("minimum-notice").into()], Style::Body));
    let mut parts = vec![
        part('A', first),
        // One part: contacts and decisions share pages, so that all stays within eight.
        Part {
            title: words.word("minimum-body").to_owned(),
            ..part('B', numbers_sheet(&words).into_iter().chain(decided(&words)).collect())
        },
        part('J', sheets(&words)),
    ];
    if *of.copy == Copy::Hq {
        let blocks = first_pages::only(&secret, "S", 1).into_iter().chain(cut_off(&secret)).collect();
        parts.insert(2, part('S', blocks));
    }
    outline(&words, words.word("minimum-title"), parts, words.word("minimum-title").to_owned(), of.date)
}

/// Blank sheets for the first night, or those of the department it is for: a thin book is no kit of forms.
fn sheets(words: &Words<'_>) -> Vec<Piece> {
    let usual = starter::with_usual_forms(words.plan, words.template);
    let words = &Words { plan: usual.as_ref().unwrap_or(words.plan), ..*words };
    let own = words.here.map(|department| ward_book::forms_of(words, department)).unwrap_or_default();
    let kit = if own.is_empty() { ward_book::of_the_first_night(words, true) } else { own };
    let mut out = vec![
        words.heading(2, words.word("form-list"), Some("block/form-list".to_owned()), true),
        words.paragraph(vec![Run::from(words.word("minimum-forms"))], Style::Body),
        form_list::quick(words, &kit),
    ];
    out.extend(forms::pages(words, &kit, false));
    out
}

/// One sheet of numbers: places, posts, outside; two beside each other, or it would not be one sheet.
fn numbers_sheet(words: &Words<'_>) -> Vec<Piece> {
    let mut out = vec![words.heading(2, words.word("contact-sheet"), Some("block/contact-sheet".to_owned()), true)];
    let groups: [(Kind, &[&'static str]); 3] = [
        (Kind::Department, &["phone", "night_phone", "box_place", "stock_days"]),
        (Kind::Role, &["holder", "deputy1", "phone", "night_phone"]),
        (Kind::Organisation, &["day_phone", "night_phone", "contract"]),
    ];
    for (kind, fields) in groups {
        out.push(words.heading(4, &words.template.labels[kind.noun()].name, None, false));
        out.push(pairs(words, kind, fields));
    }
    // Radios and the like: what is left when telephones are dead.
    let title = &words.template.labels["contact_points"].name;
    out.push(words.heading(4, title, Some("block/phones-dead".to_owned()), false));
    if let Some(facility) = words.plan.facility() {
        let lines = ["other_means", "runner_place"].map(|field| line(words, facility, field));
        out.push(Piece { block: Block::KeyValues(lines.to_vec()), about: words.about(facility), anchor: None });
    }
    if contacts::has_points(words, |one| contacts::is_inside(words, one)) {
        out.push(contacts::points(words, |one| contacts::is_inside(words, one), 0));
    }
    out
}

/// The catalogue entries the first hour asks this institution about.
fn asked_entries<'a>(words: &Words<'a>) -> BTreeSet<&'a str> {
    let questions = first_hour::questions(words.plan, words.template);
    let parts = questions.into_iter().flat_map(|question| first_hour::parts(words.plan, question));
    let entries = parts.filter_map(|part| match &part.fills {
        HourFills::Entries { entries, .. } => Some(entries),
        _ => None,
    });
    entries.flatten().map(String::as_str).collect()
}

/// Day and night in one line, with room for what is missing; then what else is filled.
fn numbers(words: &Words<'_>, record: &dyn Record, fields: &[&'static str]) -> Vec<Run> {
    let Some((day, Some(night))) = plan::number_fields(record.kind()) else { return words.labelled(record, fields) };
    let (by_day, by_night) = (words.cell(record, day), words.cell(record, night));
    let blank = by_day.is_empty() || by_night.is_empty();
    let or_blank = |runs: Vec<Run>| if runs.is_empty() { vec![Run::Blank(10)] } else { runs };
    let mut runs = vec![Run::Text(format!("{} ", words.word("day")))];
    runs.extend(or_blank(by_day));
    // A blank to write on takes a line of its own.
    runs.push(Run::from(if blank { "\n" } else { "　" }));
    runs.push(Run::Text(format!("{} ", words.word("night"))));
    runs.extend(or_blank(by_night));
    let others: Vec<&'static str> = fields.iter().copied().filter(|field| *field != day && *field != night).collect();
    let more = words.labelled(record, &others);
    if !more.is_empty() {
        runs.push(Run::from("\n"));
        runs.extend(more);
    }
    runs
}

/// A table with two records in a row: name, and its filled fields on lines of their own.
fn pairs(words: &Words<'_>, kind: Kind, fields: &[&'static str]) -> Piece {
    // Whom the first hour did not ask about, and nobody wrote anything of, would only make the sheet two.
    let asked = asked_entries(words);
    let wanted = |record: &&dyn Record| {
        let named = record.row().source.as_deref().is_some_and(|source| asked.contains(source));
        // What somebody wrote by himself is never left out.
        let own = record.row().source.is_none();
        kind == Kind::Department || named || own || fields.iter().any(|field| record.field(field).is_some())
    };
    let records: Vec<&dyn Record> = words.plan.live(kind).filter(wanted).collect();
    let half = |record: Option<&dyn Record>| match record {
        Some(record) => [words.name(record, "name"), numbers(words, record, fields)],
        None => [Vec::new(), Vec::new()],
    };
    let rows = records.chunks(2).map(|two| TableRow {
        cells: half(two.first().copied()).into_iter().chain(half(two.get(1).copied())).collect(),
        about: two.iter().flat_map(|record| words.about_called(*record)).collect(),
        ..TableRow::default()
    });
    let heads = [(words.label(kind, "name"), 24.0), (words.word("contact").to_owned(), 26.0)];
    let columns = heads.iter().chain(&heads).cloned().collect();
    Piece::plain(Block::Table(Table { columns, rows: rows.collect(), blank_rows: 0, fill: false }))
}

/// Where to cut, with what dies and what replaces it, in one small table.
fn cut_off(words: &Words<'_>) -> Vec<Piece> {
    let several = |fields: &[&'static str], share: f64| Column { fields: fields.to_vec(), share, labels: true };
    let columns = [
        several(&["step", "name"], 18.0),
        several(&["place", "who", "key"], 30.0),
        one("stops", 26.0),
        one("instead", 26.0),
    ];
    // Here it is sheet and list in one.
    let sheet = Piece { anchor: Some("block/cutoff-sheet".to_owned()), ..table(words, Kind::CutoffPoint, &columns, 1) };
    vec![words.heading(2, words.word("cutoff-points"), Some("block/cutoff-points".to_owned()), true), sheet]
}

/// Decisions, restrictions, patients' data, the box: the columns the first hour asks for.
fn decided(words: &Words<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut part = |name: &str, kind: Kind, columns: &[Column]| {
        out.push(words.heading(2, words.word(name), Some(format!("block/{name}")), true));
        out.push(table(words, kind, columns, 0));
    };
    part(
        "decisions",
        Kind::Decision,
        &[
            named(36.0),
            one("day_role", 18.0),
            one("night_role", 18.0),
            one("wait_minutes", 10.0),
            one("next_role", 18.0),
        ],
    );
    part(
        "restrictions",
        Kind::Restriction,
        &[named(24.0), one("stance", 12.0), one("decider", 20.0), one("night_decider", 20.0), one("receiver", 24.0)],
    );
    part(
        "downtime",
        Kind::Downtime,
        &[named(24.0), one("department", 18.0), one("interval", 18.0), one("place", 24.0), one("checked_by", 16.0)],
    );
    if let Some(facility) = words.plan.facility() {
        let asked =
            Kind::Facility.fields().iter().filter(|field| is_asked(words, field.id) && !is_first(words, field.id));
        let lines: Vec<_> = asked.map(|field| super::table::line(words, facility, field.id)).collect();
        out.push(Piece { block: Block::KeyValues(lines), about: words.about(facility), anchor: None });
    }
    out
}

/// Whether the first hour asks this institution for a field of the facility. Its name is in every header.
fn is_asked(words: &Words<'_>, field: &str) -> bool {
    let fills = |part: &&template::HourPart| match &part.fills {
        HourFills::Facility { fields } => fields.iter().any(|one| one == field),
        _ => false,
    };
    let questions = first_hour::questions(words.plan, words.template);
    !matches!(field, "name" | "kind")
        && questions.into_iter().any(|question| first_hour::parts(words.plan, question).iter().any(fills))
}

/// Whether a first page of this institution shows it already.
fn is_first(words: &Words<'_>, field: &str) -> bool {
    let names =
        |piece: &Inline| matches!(piece, Inline::Field { kind, field: one, .. } if kind == "facility" && one == field);
    ["A", "S"].iter().any(|part| {
        let page = first_pages::fitting(words, part).next();
        let shown = |step: &&template::Step| first_pages::shown(words, step, words.plan.institution());
        page.is_some_and(|page| page.steps.iter().filter(shown).any(|step| step.text.iter().any(names)))
    })
}
