//! For the hospital expert who edits `templates/`: what a pack may not do.

use binder::plan;
use std::collections::BTreeMap;
use suite::checkout;
use template::{Inline, Mark, PackFiles, PackKind, Template, check};

const PACK: &str = "mhlw-2024";

/// Number → (title, mark), copied once from the reference.
type Official = BTreeMap<String, (String, String)>;

#[test]
fn no_example_is_another_one_with_its_numbers_and_names_changed() {
    assert_eq!(alike(&pack()), [] as [String; 0]);
}

#[test]
fn an_example_that_only_changes_numbers_and_facility_words_is_seen() {
    let mut template = pack();
    let copied = template.items[0].examples["clinic"].clone();
    let changed = copied.replace("院長", "病院長").replace('1', "３") + " ";
    template.items[7].examples.insert("hospital-under-300".to_owned(), changed);
    assert_eq!(alike(&template).len(), 1, "the same example twice");
    let mut template = pack();
    template.items[3].examples.insert("clinic".to_owned(), "第12版を2024年に当院で作った。".to_owned());
    template.items[4].examples.insert("clinic".to_owned(), "第３版を二〇二五年に当薬局で作った。".to_owned());
    assert_eq!(alike(&template).len(), 1, "numerals of every kind and facility words do not make an example");
}

#[test]
fn every_why_tells_a_published_incident() {
    assert_eq!(groundless(&pack()), [] as [String; 0]);
}

#[test]
fn a_why_without_an_incident_or_without_words_is_seen() {
    let mut template = pack();
    template.items[0].incident = String::new();
    template.items[1].why = " ".to_owned();
    template.items[2].incident = "made-up-2031".to_owned();
    assert_eq!(groundless(&template).len(), 3);
    refused(&[("items/1-1.toml", "musashikosugi-2026-nurse-call", "made-up-2031")], &["items/1-1.toml"]);
    refused(&[("items/1-1.toml", "incident = \"musashikosugi-2026-nurse-call\"", "")], &["items/1-1.toml"]);
}

#[test]
fn only_titles_seen_in_the_official_document_claim_to_be_verified() {
    assert_eq!(overclaimed(&pack(), &official()), [] as [String; 0]);
}

#[test]
fn a_title_verified_without_having_been_seen_is_seen() {
    let (template, official) = (pack(), official());
    let unseen: Vec<&String> =
        official.iter().filter(|(_, (_, mark))| mark != "見").map(|(number, _)| number).collect();
    assert!(unseen.iter().any(|number| official[*number].1 == "半"), "a half-seen title is among them");
    for number in unseen {
        let mut wrong = template.clone();
        remark(&mut wrong, number, |_, mark| *mark = Mark::Seen);
        assert_eq!(overclaimed(&wrong, &official).len(), 1, "{number} was not seen whole");
    }
    let mut wrong = template.clone();
    remark(&mut wrong, "1-1", |title, _| title.push('等'));
    assert_eq!(overclaimed(&wrong, &official).len(), 1, "a verified title is the official one, to the letter");
}

#[test]
fn the_pack_has_every_item_phase_chapter_and_section_of_the_official_documents() {
    assert_eq!(missing(&pack(), &official()), [] as [String; 0]);
}

#[test]
fn a_left_out_or_invented_number_is_seen() {
    let official = official();
    let mut template = pack();
    template.items.remove(20);
    assert!(!missing(&template, &official).is_empty(), "20 items are not 21");
    let mut template = pack();
    template.phases.pop();
    assert!(!missing(&template, &official).is_empty(), "four phases are not five");
    let mut template = pack();
    template.sections.retain(|section| section.number != "3.1");
    assert!(!missing(&template, &official).is_empty(), "a section was left out");
    let mut template = pack();
    template.sections[0].number = "9".to_owned();
    assert!(!missing(&template, &official).is_empty(), "a chapter of our own invention");
}

#[test]
fn every_number_of_days_and_every_telephone_number_is_left_to_the_hospital() {
    // No default for what somebody must decide [OWN-NO-DEFAULTS].
    let forbidden = [
        "phone",
        "night_phone",
        "day_phone",
        "private_phone",
        "wait_minutes",
        "wanted_within",
        "day_role",
        "rto_day",
        "rto_night",
        "rpo_day",
        "rpo_night",
        "back_from",
        "back_to",
        "back_ground",
        "paper_day",
        "paper_night",
        "level",
        "beyond",
        "decider",
        "tester",
        "declarer",
    ];
    for entry in pack().catalogue.values().flatten() {
        for field in forbidden {
            assert!(!entry.values.contains_key(field), "{} brings a default for {field}", entry.id);
        }
    }
}

#[test]
fn all_mistakes_of_several_files_are_reported_at_once_with_their_lines() {
    let found = refused(
        &[
            ("items/1-1.toml", "document = \"check-table\"", "document = \"nowhere\""),
            ("items/1-1.toml", "rule = \"adopted\"", "rule = \"guessed\""),
            ("items/3-2.toml", "title = ", "titel = "),
            ("sections/chapter-3.toml", "mark = \"seen\"", "mark = \"sure\""),
            ("first/rooms.toml", "{facility.emergency_call}", "{facility.emergency_cal}"),
            ("labels/facility.toml", "name = { label = \"施設名\"", "nam = { label = \"施設名\""),
        ],
        &["items/1-1.toml", "items/3-2.toml", "sections/chapter-3.toml", "first/rooms.toml", "labels/facility.toml"],
    );
    let lines: Vec<usize> = found.iter().filter(|one| one.file.ends_with("/1-1.toml")).map(|one| one.line).collect();
    let text = &files().0[&path("items/1-1.toml")];
    let line = |words: &str| 1 + text.lines().position(|line| line.contains(words)).expect("in the file");
    assert_eq!(lines, [line("check-table"), line("\"adopted\"")], "a person can go to the line");
    assert!(found.iter().all(|one| one.message.chars().any(|c| c > '\u{3000}')), "in Japanese: {found:?}");
}

#[test]
fn each_rule_of_the_lint_refuses_a_pack_that_breaks_it() {
    let cases: &[(&str, &str, &str)] = &[
        ("pack.toml", "id = \"mhlw-2024\"", "id = \"mhlw-2025\""),
        ("items/1-1.toml", "number = \"1-1\"", "number = \"9-9\""),
        ("items/1-1.toml", "mark = \"seen\"", "mark = \"verified\""),
        ("items/1-1.toml", "sections = [\"2.1.3\"", "sections = [\"2.9.3\""),
        ("items/1-1.toml", "\"block/systems\"", "\"block/sistems\""),
        ("items/1-1.toml", "records = [\"systems\"", "records = [\"sistems\""),
        ("items/1-1.toml", "field = \"fallback\"", "field = \"fallbak\""),
        ("items/1-1.toml", "clinic = ", "clinick = "),
        ("items/1-1.toml", "asked = \"使っている", "asked = \"\"\nextra = \"使っている"),
        ("first/rooms.toml", "part = \"A\"", "part = \"Q\""),
        ("first/rooms.toml", "\"clinic\", \"dental\"", "\"clinic\", \"zoo\""),
        ("first/rooms.toml", "**患者を見る。**", "**患者を見る。"),
        ("first/rooms.toml", "{facility.emergency_call}", "{facility.emergency_call"),
        ("first/rooms.toml", "{roles/chief.phone}", "{roles/cheif.phone}"),
        ("words.toml", "unissued = ", "un-issued = "),
        ("forms/chronology.toml", "goes_to", "goes-to"),
        ("forms/chronology.toml", "group = \"headquarters\"", "group = \"headquarter\""),
        ("forms/chronology.toml", "patient = \"none\"", "patient = \"nobody\""),
        ("forms/temporary-id.toml", "生年月日", "誕生日"),
        ("forms/chronology.toml", "id = \"chronology\"", "id = \"time-line\""),
        ("forms/chronology.toml", "order = false", "order = true"),
        ("examples/inquiry.toml", "\"急ぎ\"", "\"急ぐ\""),
        ("examples/inquiry.toml", "\"医師（院内は後で署名）\"", "\"どこが@2\""),
        ("examples/inquiry.toml", "薬を分けて置いた", "薬を置いた"),
        ("examples/inquiry.toml", "\"10錠\", ", "\"10錠\", \"\", \"\", "),
        ("symptoms.toml", "first/ward", "first/wards"),
        ("symptoms.toml", "forms/", "form/"),
        ("items/2-1.toml", "pharmacy = ", "# "),
        ("items/2-1.toml", "table = [\"roles/", "table = [\"rolls/"),
        ("sections/chapter-1.toml", "text = \"この計画は、{facility.name}", "text = \"{roles/chief.numbers}"),
        ("sections/chapter-1.toml", "text = \"この計画は、", "text = \"{unless facility.name: 施設}"),
        ("sections/chapter-3.toml", "[\"確かめること\", \"書くところ\"]", "[\"確かめること\"]"),
        ("first/ward.toml", "{roles/duty-doctor.numbers}", "{roles/duty-doctor.number}"),
        ("first/service.toml", "in_place_of = \"ward\"", "in_place_of = \"wards\""),
        ("first/service.toml", "\"departments/lab\"", "\"departments/laboratory\""),
        ("first/duty.toml", "departments.patients=1", "departments.patient=1"),
        ("terms.toml", "also = [\"控えのデータ\"]", "also = [\"オフライン\"]"),
        ("first-hour.toml", "tick = \"systems\"", "tick = \"sistems\""),
        ("first-hour.toml", "tick = \"systems\"", "tick = \"systems\"\nrows = \"systems\""),
        ("first-hour.toml", "group = \"vendor\"", "group = \"vender\""),
        ("first-hour.toml", "\"roles/director-deputy\"]", "\"decisions/paper-start\", \"roles/director-deputy\"]"),
        ("next.toml", "go = \"guide/1-1\"", "go = \"guide/9-9\""),
        ("first/long-5-beds.toml", "below = \"closing-beds\"", "below = \"closing\""),
        ("next.toml", "rule = \"confirmed\"", "rule = \"conformed\""),
    ];
    for (file, from, to) in cases {
        refused(&[(file, from, to)], &[file]);
    }
}

/// Lints the pack with texts replaced and asserts that exactly these files are complained of.
#[track_caller]
fn refused(changes: &[(&str, &str, &str)], complained: &[&str]) -> Vec<template::Problem> {
    let mut files = files();
    for (file, from, to) in changes {
        let text = files.0.get_mut(&path(file)).expect("a file of the pack");
        assert!(text.contains(from), "{file} says {from}");
        *text = text.replacen(from, to, 1);
    }
    let found = check(&files, &plan::vocabulary()).expect_err("a wrong pack is refused");
    let mut named: Vec<&str> = found.iter().map(|one| one.file.as_str()).collect();
    named.dedup();
    let mut wanted: Vec<String> = complained.iter().map(|file| path(file)).collect();
    wanted.sort();
    assert_eq!(named, wanted, "after {changes:?}: {found:#?}");
    found
}

fn alike(template: &Template) -> Vec<String> {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut out = Vec::new();
    for item in &template.items {
        for (size, example) in &item.examples {
            let at = format!("{} {size}", item.number);
            if let Some(other) = seen.insert(blanked(example), at.clone()) {
                out.push(format!("{at} is {other} again"));
            }
        }
    }
    out
}

/// An example without what anybody can change in it: numerals, facility words, signs, spaces.
fn blanked(text: &str) -> String {
    let mut text = text.to_owned();
    for word in [
        "当薬局",
        "当診療所",
        "当院",
        "病院長",
        "病院",
        "医院",
        "診療所",
        "クリニック",
        "薬局",
        "歯科",
        "施設",
        "院長",
        "所長",
    ] {
        text = text.replace(word, "□");
    }
    let numeral = |c: char| c.is_numeric() || "〇一二三四五六七八九十百千".contains(c);
    let mut out: Vec<char> =
        text.chars().filter(|c| c.is_alphanumeric() || *c == '□').map(|c| if numeral(c) { '0' } else { c }).collect();
    out.dedup_by(|a, b| a == b && (*a == '0' || *a == '□'));
    out.into_iter().collect()
}

fn groundless(template: &Template) -> Vec<String> {
    let told = |item: &&template::Item| {
        let fact = template.incidents.get(&item.incident);
        !item.why.trim().is_empty() && fact.is_some_and(|fact| !fact.fact.is_empty() && !fact.source.is_empty())
    };
    template.items.iter().filter(|item| !told(item)).map(|item| item.number.clone()).collect()
}

fn titles(template: &Template) -> Vec<(&str, &str, Mark)> {
    let items = template.items.iter().map(|item| (item.number.as_str(), item.title.as_str(), item.mark));
    let sections = template.sections.iter().map(|one| (one.number.as_str(), one.title.as_str(), one.mark));
    items.chain(sections).collect()
}

fn overclaimed(template: &Template, official: &Official) -> Vec<String> {
    titles(template)
        .into_iter()
        .filter(|(number, title, mark)| {
            let (wanted, seen) = &official[*number];
            mark.verified() != (seen == "見") || mark.verified() && title != wanted
        })
        .map(|(number, title, _)| format!("{number} {title}: {:?}", official[number]))
        .collect()
}

fn missing(template: &Template, official: &Official) -> Vec<String> {
    let mut out = Vec::new();
    let phases: Vec<&str> = template.phases.iter().map(|phase| phase.number.as_str()).collect();
    if phases != ["1", "2", "3", "4", "5"] {
        out.push(format!("phases {phases:?}"));
    }
    let chapters: Vec<&str> =
        template.sections.iter().filter(|one| one.level() == 1).map(|one| one.number.as_str()).collect();
    if chapters != ["1", "2", "3", "4"] || template.items.len() != 21 {
        out.push(format!("chapters {chapters:?}, {} items", template.items.len()));
    }
    let there: Vec<&str> = titles(template).into_iter().map(|(number, _, _)| number).collect();
    out.extend(official.keys().filter(|number| !there.contains(&number.as_str())).map(|n| format!("{n} is missing")));
    out.extend(there.iter().filter(|number| !official.contains_key(**number)).map(|n| format!("{n} is not official")));
    out
}

fn remark(template: &mut Template, number: &str, change: impl Fn(&mut String, &mut Mark)) {
    template.items.iter_mut().filter(|one| one.number == number).for_each(|one| change(&mut one.title, &mut one.mark));
    let sections = template.sections.iter_mut();
    sections.filter(|one| one.number == number).for_each(|one| change(&mut one.title, &mut one.mark));
}

fn path(file: &str) -> String {
    format!("packs/{PACK}/{file}")
}

fn files() -> PackFiles {
    PackFiles::read(PackKind::Model, &checkout("templates"), PACK).expect("templates can be read")
}

fn pack() -> Template {
    let template = check(&files(), &plan::vocabulary()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let steps = template.first_pages.iter().flat_map(|page| &page.steps);
    assert!(steps.flat_map(|step| &step.text).any(|piece| matches!(piece, Inline::Bold(_))), "texts were read");
    template
}

fn official() -> Official {
    let text = std::fs::read_to_string(checkout("tests/fixtures/official-titles.toml")).expect("the committed list");
    let read: BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>> = toml::from_str(&text).expect("TOML");
    let out: Official = read
        .into_values()
        .flatten()
        .map(|(number, line)| (number, (line["title"].clone(), line["mark"].clone())))
        .collect();
    assert!(out.len() > 50, "{} numbers", out.len());
    out
}

/// A link the catalogue names twice would be one row twice, and no plan could be made.
#[test]
fn what_an_entry_needs_is_named_once() {
    let mut files = files();
    let text = files.0.get_mut("catalogue/procedures.toml").expect("a file of the pack");
    *text = text.replacen(
        "depends = [\"forms/",
        "depends = [\"forms/inpatient-list\", \"forms/inpatient-list\", \"forms/",
        1,
    );
    let found = check(&files, &plan::vocabulary()).expect_err("a wrong pack is refused");
    assert!(found.iter().any(|one| one.message.contains("が2つ")), "{found:#?}");
}
