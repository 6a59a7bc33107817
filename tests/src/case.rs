//! A case of a check as a data file (`tests/fixtures/checks/<id>.toml`): rows in which it finds something, and what
//! mends them. Everything not named in the file is the program's own: the pack, an institution with nothing in it.

use binder::plan::{Columns, Doubt, Finding, Id, Kind, Plan, ROW_COLUMNS, Rows, order};
use binder::template::{self, Template};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// A case.
pub struct Case {
    /// The day, `2026-11-28` unless the file says another.
    pub day: String,
    /// Which document is placed, for checks that only paper answers.
    pub document: String,
    /// The row of the department whose copy it is, by its name in the file; 本部用 without.
    pub ward: Option<String>,
    /// The plan in which the check finds something.
    pub failing: Plan,
    /// The same, mended.
    pub passing: Plan,
    /// What it finds.
    pub finds: Vec<Expected>,
    /// The pack, as the file has it for both.
    pub pack: Template,
    /// The pack in which the check finds something, where it is the pack that is at fault.
    pub broken: Template,
}

/// A finding as the file names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expected {
    /// The row, by its name in the file.
    pub at: Option<Id>,
    /// The field.
    pub field: Option<String>,
    /// The item or the section.
    pub part: Option<String>,
    /// The kind, where it is about no row of it.
    pub of: Option<Kind>,
}

impl Expected {
    /// What a finding is about, in the same form.
    pub fn of(finding: &Finding) -> Self {
        Self {
            at: finding.at.map(|(_, id)| id),
            field: finding.field.map(str::to_owned),
            part: finding.part.clone(),
            of: finding.of,
        }
    }
}

/// Reads the case of a check.
///
/// # Panics
/// When the file is not there or says what no plan can hold.
pub fn read(check: &str) -> Case {
    let path = crate::checkout(&format!("tests/fixtures/checks/{check}.toml"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{check} has no case: {}", path.display()));
    let file: Table = toml::from_str(&text).unwrap_or_else(|error| panic!("{check}: {error}"));
    let said = |key: &str, otherwise: &str| file.get(key).and_then(Value::as_str).unwrap_or(otherwise).to_owned();
    let mut kinds = BTreeMap::from([("facility".to_owned(), Kind::Facility)]);
    let mut failing = Plan::new(id(check), Rows::default());
    let facility =
        Table::from_iter([("kind".to_owned(), Value::from("facility")), ("id".to_owned(), Value::from("facility"))]);
    put(&mut failing, &mut kinds, &facility, check);
    let facility = [("kind", said("institution", "hospital")), ("name", "みらい病院".to_owned())];
    set(&mut failing, Kind::Facility, "facility", &facility.map(|(field, value)| (field.to_owned(), Some(value))));
    rows(&file, "row", &mut failing, &mut kinds, check);
    let mut passing = failing.clone();
    rows(&file, "mend", &mut passing, &mut kinds, check);
    failing.doubts = list(&file, "doubt").iter().map(|row| doubt(&failing, &kinds, row, check)).collect();
    let lost = file.get("lost").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    failing.lost = lost.map(str::to_owned).collect();
    let finds = list(&file, "finds").iter().map(|one| expected(one, check)).collect();
    let only = file.get("only_question").and_then(Value::as_str);
    let pack = |keys: &[&str]| {
        let words = keys.iter().flat_map(|key| list(&file, key)).collect::<Vec<_>>();
        let mut pack = reworded(&words, check);
        pack.first_hour.retain(|question| only.is_none_or(|only| question.id == only));
        pack
    };
    Case {
        day: said("day", "2026-11-28"),
        document: said("document", "binder"),
        ward: file.get("ward").and_then(Value::as_str).map(str::to_owned),
        failing,
        passing,
        finds,
        pack: pack(&["pack"]),
        broken: pack(&["pack", "broken"]),
    }
}

/// The program's pack with some words of its files changed: `{ file = "items/1-1.toml", find = "…", with = "…" }`.
fn reworded(words: &[Table], check: &str) -> Template {
    let (mut files, own) = binder::own_pack(binder::PACK).expect("its own pack");
    if words.is_empty() {
        return Template { checklists: lists(), ..own };
    }
    for word in words {
        let text = |key: &str| word[key].as_str().unwrap_or_else(|| panic!("{check}: {key}"));
        let file = files.0.get_mut(&format!("packs/{}/{}", binder::PACK, text("file"))).expect("a file of the pack");
        assert!(file.contains(text("find")), "{check}: the pack has no {}", text("find"));
        *file = file.replacen(text("find"), text("with"), 1);
    }
    let made = template::check(&files, &binder::plan::vocabulary());
    Template { checklists: lists(), ..made.unwrap_or_else(|problems| panic!("{check}: {problems:?}")) }
}

/// The checklists of the program.
fn lists() -> Vec<template::Checklist> {
    let templates = crate::checkout("templates");
    let all = template::PackFiles::packs(template::PackKind::Checklist, &templates).expect("the folder");
    let read =
        |id: &String| template::PackFiles::read(template::PackKind::Checklist, &templates, id).expect("readable");
    let sound = |files| template::check_checklist(&files, &binder::plan::vocabulary()).expect("sound");
    all.iter().map(read).map(sound).collect()
}

/// A row the history says otherwise of: `id` is its name in the file, the rest what the history says.
fn doubt(plan: &Plan, kinds: &BTreeMap<String, Kind>, row: &Table, check: &str) -> Doubt {
    let name = row["id"].as_str().unwrap_or_else(|| panic!("{check}: a doubt without id"));
    let record = plan.rows.get(kinds[name], id(name)).unwrap_or_else(|| panic!("{check}: no row {name}"));
    let columns = ROW_COLUMNS.iter().copied().chain(record.fields().iter().map(|field| field.id));
    let found: Columns = columns.filter_map(|name| Some((name.to_owned(), record.column(name)?))).collect();
    let mut logged = found.clone();
    let said = row.iter().filter(|(key, _)| *key != "id");
    logged.extend(said.filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned()))));
    Doubt { kind: record.kind(), id: record.id(), found: Some(found), logged: Some(logged), history_whole: false }
}

fn list(file: &Table, key: &str) -> Vec<Table> {
    let tables = file.get(key).and_then(Value::as_array).into_iter().flatten();
    tables.filter_map(Value::as_table).cloned().collect()
}

/// The rows of a list; one with `times = 80` stands for so many, `ward 1` to `ward 80`.
fn rows(file: &Table, key: &str, plan: &mut Plan, kinds: &mut BTreeMap<String, Kind>, check: &str) {
    for mut row in list(file, key) {
        let Some(times) = row.remove("times").and_then(|times| times.as_integer()) else {
            put(plan, kinds, &row, check);
            continue;
        };
        for nth in 1..=times {
            let mut one = row.clone();
            for key in ["id", "name"] {
                if let Some(text) = row.get(key).and_then(Value::as_str) {
                    one.insert(key.to_owned(), Value::from(format!("{text} {nth}")));
                }
            }
            put(plan, kinds, &one, check);
        }
    }
}

/// A row, new or one that is there: `id` is its name in the file; a link holds the name of another row.
fn put(plan: &mut Plan, kinds: &mut BTreeMap<String, Kind>, row: &Table, check: &str) {
    let text = |key: &str| row.get(key).and_then(Value::as_str);
    let name = text("id").unwrap_or_else(|| panic!("{check}: a row without id"));
    let known = kinds.get(name).copied();
    let kind = known.unwrap_or_else(|| {
        let noun = text("kind").unwrap_or_else(|| panic!("{check}: {name} has no kind"));
        Kind::from_noun(noun).unwrap_or_else(|| panic!("{check}: no kind {noun}"))
    });
    kinds.insert(name.to_owned(), kind);
    let mut columns = Vec::new();
    if known.is_none() {
        let last = plan.rows.all(kind).last().map(|last| last.row().position.clone());
        columns.push(("position".to_owned(), order::after(last.as_deref(), 1).pop()));
    }
    // `kind` is a field of the facility, and says of every other new row what it is.
    let own = |key: &str| key != "id" && (key != "kind" || (kind == Kind::Facility && known.is_some()));
    for (key, value) in row.iter().filter(|(key, _)| own(key)) {
        let link = kind.field(key).is_some_and(binder::plan::Field::is_link);
        let common = ["source", "adopted_by", "adopted_on", "removed_at"].contains(&key.as_str());
        assert!(common || kind.field(key).is_some(), "{check}: {} has no field {key}", kind.noun());
        let value = said(value, check).map(|value| match value.strip_prefix('@') {
            Some(name) => naming(kinds[name], name),
            None if link => id(&value).to_string(),
            None => value,
        });
        columns.push((key.clone(), value));
    }
    set(plan, kind, name, &columns);
}

/// A block that names a row: `cells = "@lead"`.
fn naming(kind: Kind, name: &str) -> String {
    let record = binder::plan::Node::Field { kind: kind.noun().to_owned(), record: id(name), field: "name".to_owned() };
    binder::plan::write_cells(&vec![vec![vec![record]]])
}

fn set(plan: &mut Plan, kind: Kind, name: &str, columns: &[(String, Option<String>)]) {
    plan.apply(&binder::plan::Change { kind, id: id(name), new: false, columns: columns.to_vec() });
}

/// Text; `false` = unanswered; `{ repeat = "文", times = 300 }` for what is too long.
fn said(value: &Value, check: &str) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Boolean(false) => None,
        Value::Boolean(true) => Some("1".to_owned()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Table(table) => {
            let times = table["times"].as_integer().and_then(|times| usize::try_from(times).ok());
            Some(table["repeat"].as_str().unwrap_or_default().repeat(times.unwrap_or_default()))
        }
        _ => panic!("{check}: {value} is no value of a field"),
    }
}

fn expected(one: &Table, check: &str) -> Expected {
    let text = |key: &str| one.get(key).and_then(Value::as_str).map(str::to_owned);
    let of = text("of").map(|noun| Kind::from_noun(&noun).unwrap_or_else(|| panic!("{check}: no kind {noun}")));
    Expected { at: text("at").map(|name| id(&name)), field: text("field"), part: text("part"), of }
}

/// The id of a row by its name in the file.
pub fn id(name: &str) -> Id {
    Id::derived(Id::from_uuid(uuid::Uuid::nil()), "case", name)
}

/// What a check of the plan or of the paper finds in a plan.
///
/// # Panics
/// When layout is cancelled, which nobody does here.
pub fn found(check: &str, plan: &Plan, template: &Template, case: &Case) -> Vec<Finding> {
    let on_paper = || {
        let document = print::Document::named(&case.document).expect("a document");
        let ward = case.ward.as_deref().map(|name| print::Copy::Ward(Some(id(name).to_string())));
        let copy = ward.unwrap_or(print::Copy::Hq);
        let of = print::Composing { copy: &copy, ..print::Composing::hq(plan, template, &case.day) };
        let outline = document.compose(&of);
        print::findings(plan, template, &print::layout(outline, &print::Unwatched).expect("not cancelled"))
    };
    let all: Vec<Finding> = if print::checks().any(|one| one.id == check) {
        on_paper()
    } else {
        binder::plan::Findings::of(plan, template, &case.day).iter().cloned().collect()
    };
    all.into_iter().filter(|one| one.check.id == check).collect()
}
