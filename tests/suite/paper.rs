//! For the nurse at 3 a.m.: what was typed is on the paper, and nothing that must not be.
//! Read with poppler and qpdf, which share no code with us.

use binder::plan::{self, Edit, Field, FieldKind, Id, Kind, NewBlock, Node, Plan, Record, Shown};
use binder::{Binder, Outside};
use std::path::{Path, PathBuf};
use suite::filled::filled;
use suite::outside::Still;
use suite::paper::Paper;
use suite::rows::alone;
use suite::scene::{Scene, open};
use suite::sonae;
use suite::witness::{bare, tool};

const DATE: &str = "2026-11-22";

#[test]
fn the_binder_of_the_sample_gives_back_every_printed_value() {
    let scene = sample();
    gives_back(&open(&scene.plan, true).0, &scene.plan);
}

#[test]
fn every_field_of_every_kind_that_is_declared_printed_is_on_the_paper() {
    for kind in ["clinic", "hospital"] {
        let scene = Scene::of(kind);
        let binder = filled(&scene);
        gives_back(&binder, &scene.plan);
    }
}

#[test]
fn a_value_that_is_not_on_the_paper_is_seen() {
    let scene = sample();
    let text = Paper::of(&print(&scene, "hq"));
    assert!(text.has("みほん坂ひのき内科小児科クリニック"));
    assert!(!text.has("みほん坂ひのき内科小児科クリニツク") && !text.has("090-1234-9876"), "the search can say no");
}

#[test]
fn only_headquarters_book_has_private_values() {
    for kind in ["clinic", "hospital"] {
        let scene = Scene::of(kind);
        let binder = filled(&scene);
        // A private number in the running text of a public chapter, too.
        let person = binder.plan().rows.people.first().expect("one").row.id;
        let node = |field: &str| Node::Field { kind: "people".to_owned(), record: person, field: field.to_owned() };
        let cells = vec![vec![vec![Node::Text("電話は".to_owned()), node("private_phone"), node("job")]]];
        let block = NewBlock { id: None, fresh: Still::default().new_id(), form: "paragraph".to_owned(), cells };
        binder.edit(&Edit::Section { number: "1.2".to_owned(), blocks: vec![block] }, &alone()).expect("saved");
        let (hq, ward) = (Paper::books(&scene.plan), Paper::of(&print(&scene, "ward")));
        let [shown, ledgers] = ["inspection-copy", "annex"].map(|name| Paper::document(&scene.plan, name));
        // What is handed to visitors goes out of the house.
        let [visit, fee, open] = ["inspection", "fee", "open-points"].map(|name| Paper::document(&scene.plan, name));
        let plan = binder.plan();
        let mut looked_at = 0;
        // A name the catalogue gives is in everybody's templates and tells nothing about this hospital.
        let template = binder.template();
        let given = |record: &dyn Record, field: &Field| {
            let entry = record.row().source.as_deref().and_then(|source| template.entry(source));
            entry.is_some_and(|entry| entry.values.get(field.id) == record.field(field.id).as_ref())
        };
        for (record, field) in fields(&plan).filter(|(record, field)| field.private && !given(*record, field)) {
            let Shown::Value(value) = plan::show_field(&plan, &template, record, field.id, true) else {
                continue;
            };
            if matches!(field.kind, FieldKind::Choice(_) | FieldKind::Link(_) | FieldKind::Image) {
                continue; // the word of a choice, or a name that is public elsewhere, tells nothing by itself
            }
            // What is on no paper is in no book of headquarters either.
            assert_eq!(hq.has(&value), field.printed, "{}.{}, headquarters: {value}", record.kind().noun(), field.id);
            let books = [("the ward's", &ward), ("the inspector's", &shown), ("the ledgers'", &ledgers)];
            let visitors = [("the inspection's", &visit), ("the fee's", &fee), ("the open points'", &open)];
            for (book, paper) in books.into_iter().chain(visitors) {
                assert!(!paper.has(&value), "{}.{} must not be in {book}: {value}", record.kind().noun(), field.id);
            }
            looked_at += 1;
        }
        assert!(looked_at >= 12, "{looked_at} private values");
        let d = hq.part("D");
        assert!(
            d.contains("電話は閲覧用S") && d.contains("印people_job"),
            "a private placeholder says where it is: {d}"
        );
        assert!(!d.contains(&bare(&number(&plan, person))), "not even the headquarters' copy prints it outside S");
    }
}

#[test]
fn the_ward_copy_of_the_sample_has_no_private_number() {
    let scene = sample();
    let plan = open(&scene.plan, true).0.plan();
    let (hq, ward) = (Paper::of(&print(&scene, "hq")), Paper::of(&print(&scene, "ward")));
    let numbers: Vec<String> = plan.rows.people.iter().filter_map(|person| person.private_phone.clone()).collect();
    assert!(numbers.len() >= 3, "some of the eight people gave their own number: {numbers:?}");
    for number in numbers {
        assert!(hq.has(&number) && !ward.has(&number), "{number}");
    }
}

/// The text of a page without whose it is and how many its part has.
fn body(label: &str, text: &str) -> String {
    let text = text.replace("部署用", "本部用");
    let of = format!("{}／", bare(label));
    let (before, after) = text.split_once(&of).expect("the label, of how many");
    format!("{before}{}", after.trim_start_matches(|c: char| c.is_ascii_digit()))
}

#[test]
fn what_stands_in_both_books_says_the_same_in_both() {
    for scene in [sample(), Scene::of("hospital")] {
        let (hq, ward) = (Paper::of(&print(&scene, "hq")), Paper::of(&print(&scene, "ward")));
        let mut compared = 0;
        // What is of the book itself (cover, contents, index), where another book goes on, and what says that it
        // stands in 本部用, is not the same.
        for (label, text) in ward.labelled.iter().filter(|(label, _)| ["A-1", "A-2", "B-1"].contains(&label.as_str())) {
            let other = hq.labelled.iter().find(|(one, _)| one == label).map(|(_, text)| body(label, text));
            assert_eq!(other, Some(body(label, text)), "page {label}");
            compared += 1;
        }
        assert_eq!(compared, 3, "pages");
        let parts: Vec<&str> = ["A", "B", "C", "D", "E", "F", "G", "H", "J", "S"]
            .into_iter()
            .filter(|part| !ward.part(part).is_empty())
            .collect();
        assert_eq!(parts, ["A", "B", "C", "J"], "what a ward gets");
    }
}

#[test]
fn every_page_says_its_label_its_edition_and_its_date() {
    for (scene, copy) in [(sample(), "hq"), (sample(), "ward"), (Scene::of("hospital"), "hq")] {
        let paper = Paper::of(&print(&scene, copy));
        assert!(paper.labelled.iter().any(|(label, _)| label == "A-1"), "page labels: A-1 …");
        for (at, (label, text)) in paper.labelled.iter().enumerate() {
            if at == 1 {
                continue; // the blank back of the cover
            }
            let cover = at == 0;
            assert!(text.contains("未発行"), "edition on {label}: {text}");
            assert!(text.contains(&bare(DATE)), "date on {label}");
            assert!(cover || text.contains(&bare(label)), "label on {label}");
        }
        let mut labels: Vec<&String> = paper.labelled.iter().skip(2).map(|(label, _)| label).collect();
        let all = labels.len();
        labels.sort();
        labels.dedup();
        assert_eq!(labels.len(), all, "no two pages of one label");
    }
}

#[test]
fn the_cover_is_one_page_with_the_contents_on_its_back() {
    for (scene, name) in [(sample(), "the sample"), (Scene::of("hospital"), "a fresh hospital")] {
        for copy in ["hq", "ward"] {
            let paper = Paper::of(&print(&scene, copy));
            assert!(paper.labelled[1].1.starts_with("目次"), "{copy} of {name}: what does not fit has no edition");
            let first = if copy == "hq" { "S-1" } else { "A-1" };
            assert_eq!(paper.labelled[2].0, first, "{copy} of {name}: then what is read first");
        }
    }
}

#[test]
fn a_fresh_plan_prints_everything_official_and_nothing_raw() {
    for kind in ["hospital", "clinic", "clinic-with-beds", "dental", "pharmacy"] {
        let scene = Scene::empty();
        sonae::did(&["new", "--kind", kind, "--name", "みらい病院", "-o", &text(&scene.plan)]);
        let paper = Paper::books(&scene.plan);
        let template = open(&scene.plan, true).0.template().clone();
        for item in &template.items {
            assert!(paper.part("H").contains(&bare(&item.number)), "{kind}: item {}", item.number);
            assert!(paper.part("H").contains(&bare(&item.title)), "{kind}: title of {}", item.number);
        }
        for section in &template.sections {
            let title =
                if section.mark.verified() { section.title.clone() } else { format!("〔{}〕", section.title) };
            assert!(paper.has(&title), "{kind}: section {} {title}", section.number);
            assert!(
                paper.has(&format!("{} {title}", section.number)) || section.level() == 1,
                "{kind}: {}",
                section.number
            );
        }
        assert!(paper.has("公式表題は未確認"));
        for (label, text) in &paper.labelled {
            assert!(!text.contains('{') && !text.contains('}') && !text.contains("**"), "{kind} {label}: {text}");
            assert_eq!(raw_id(text), None, "{kind} {label}");
            assert!(!text.contains("〓"), "{kind} {label}: a character without a glyph");
        }
    }
}

#[test]
fn first_pages_name_nothing_that_is_not_ticked() {
    // What a place without beds does not have; said on its first pages it would frighten or mislead.
    let absent = ["病棟", "入院", "手術", "透析", "分娩", "当直", "夜勤", "師長", "集中治療"];
    for kind in ["clinic", "dental", "pharmacy"] {
        let scene = Scene::of(kind);
        let paper = Paper::of(&print(&scene, "hq"));
        let director: Vec<&str> = paper
            .labelled
            .iter()
            .filter(|(label, _)| label == "S-1" || label == "S-2")
            .map(|(_, text)| text.as_str())
            .collect();
        let first = format!("{}{}", paper.part("A"), director.concat());
        assert!(first.contains("今すぐすること"), "these are the first pages: {first}");
        // The part's own name stands in every header, 今すぐ（病棟・部署）: reported, it is in the pack.
        let first = first.replace("今すぐ（病棟・部署）", "");
        for word in absent {
            assert!(!first.contains(word), "{kind}: {word} is named but not ticked: {first}");
        }
    }
}

#[test]
fn the_same_plan_and_date_give_the_same_bytes() {
    let scene = sample();
    let first = std::fs::read(print(&scene, "hq")).expect("printed");
    // Another process in another time zone, where it is another day.
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago"] {
        let to = text(&scene.at("again.pdf"));
        let arguments = ["print", &text(&scene.plan), "--date", DATE, "-o", &to];
        let status = sonae::command(&arguments).env("TZ", zone).status().expect("started");
        assert!(status.success());
        assert!(std::fs::read(&to).expect("printed") == first, "{zone}: the same bytes");
    }
    // An imported copy of the plan is the same plan.
    let json = text(&scene.at("a.json"));
    sonae::did(&["export", &text(&scene.plan), "--format", "json", "-o", &json]);
    let copy = Scene::empty();
    sonae::did(&["import", "plan", &json, "-o", &text(&copy.plan)]);
    assert!(std::fs::read(print(&copy, "hq")).expect("printed") == first, "the same bytes from its copy");
    let other = text(&scene.at("other.pdf"));
    sonae::did(&["print", &text(&scene.plan), "--date", "2026-11-23", "-o", &other]);
    assert!(std::fs::read(&other).expect("printed") != first, "another date is another document");
}

#[test]
fn the_pdf_is_sound_and_its_fonts_are_embedded_subset_and_readable() {
    for scene in [sample(), Scene::of("hospital")] {
        for copy in ["hq", "ward"] {
            let pdf = text(&print(&scene, copy));
            tool("qpdf", &["--check", &pdf]);
            let fonts = tool("pdffonts", &[&pdf]);
            let lines: Vec<&str> = fonts.lines().skip(2).collect();
            assert!(lines.len() >= 2, "{fonts}");
            for line in lines {
                let words: Vec<&str> = line.split_whitespace().collect();
                let [.., emb, sub, uni, _, _] = words[..] else { panic!("{line}") };
                assert_eq!([emb, sub, uni], ["yes"; 3], "{line}");
            }
            let info = tool("pdfinfo", &[&pdf]);
            assert!(
                info.contains("595.276 x 841.89") && !info.contains("Title:          \n"),
                "A4 with a title: {info}"
            );
        }
    }
}

/// Asserts that every answered field declared printed is on the paper, in words.
fn gives_back(binder: &Binder, plan: &Path) {
    let paper = Paper::books(plan);
    let (plan, template) = (binder.plan(), &binder.template());
    let mut lost = Vec::new();
    let mut looked_at = 0;
    for (record, field) in fields(&plan).filter(|(_, field)| field.printed) {
        let value = match plan::show_field(&plan, template, record, field.id, true) {
            Shown::Value(value) if record.kind() == Kind::Answer => {
                let list = record.field("list").and_then(|list| template.checklist(&list));
                let of_list = list.and_then(|list| list.answers.iter().find(|one| one.id == value));
                let of_table = template.answers.iter().find(|(id, _)| *id == value && list.is_none());
                of_list.map(|one| one.text.clone()).or(of_table.map(|(_, words)| words.clone())).unwrap_or(value)
            }
            Shown::Value(value) => value,
            _ => continue,
        };
        looked_at += 1;
        if !paper.has(&value) {
            lost.push(format!("{}.{} of {}: {value}", record.kind().noun(), field.id, record.title()));
        }
    }
    assert!(looked_at > 60, "{looked_at} values");
    assert!(lost.is_empty(), "{} of {looked_at} values are not on the paper: {lost:#?}", lost.len());
}

fn fields(plan: &Plan) -> impl Iterator<Item = (&dyn Record, &'static Field)> {
    let records = Kind::ALL.iter().flat_map(|kind| plan.live(*kind));
    records.flat_map(|record| record.fields().iter().map(move |field| (record, field)))
}

fn number(plan: &Plan, person: Id) -> String {
    plan.rows.get(Kind::Person, person).and_then(|one| one.field("private_phone")).expect("filled")
}

/// The first thing that looks like an id or the name of something in the code.
fn raw_id(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    // Hyphens are gone from bare text: a UUID is 32 hexadecimal digits in a row.
    let found = chars
        .windows(32)
        .find(|run| run.iter().all(|c| c.is_ascii_hexdigit()) && run.iter().any(|c| c.is_alphabetic()));
    let names =
        ["departments/", "roles/", "systems/", "decisions/", "section/", "block/", "removed_at", "clinicwithbeds"];
    found
        .map(|run| run.iter().collect())
        .or_else(|| names.iter().find(|name| text.contains(**name)).map(|n| (*n).to_owned()))
}

fn sample() -> Scene {
    let scene = Scene::empty();
    sonae::did(&["sample", "clinic", "-o", &text(&scene.plan)]);
    scene
}

fn print(scene: &Scene, copy: &str) -> PathBuf {
    let pdf = scene.at(&format!("{copy}.pdf"));
    sonae::did(&["print", &text(&scene.plan), "--copy", copy, "--date", DATE, "-o", &text(&pdf)]);
    pdf
}

fn text(path: &Path) -> String {
    path.display().to_string()
}
