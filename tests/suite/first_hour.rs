//! For the clerk with one hour: the questions of their institution, and a binder at the end of it.

use binder::Binder;
use binder::plan::first_hour::{Standing, parts, questions, standing};
use binder::plan::{Edit, FieldKind, Id, Kind, Record};
use binder::template::HourFills;
use suite::paper::Paper;
use suite::rows::{alone, put};
use suite::scene::Scene;
use suite::sonae;

#[test]
fn each_institution_is_asked_its_own_questions() {
    let numbers = |kind: &str| -> Vec<u8> {
        let binder = Scene::of(kind).open();
        questions(&binder.plan(), &binder.template()).iter().map(|question| question.number).collect()
    };
    // [PRACTICE-FIRST-HOUR]
    assert_eq!(numbers("hospital"), (1..=15).collect::<Vec<u8>>());
    assert_eq!(numbers("clinic"), [1, 2, 3, 5, 7, 9, 10, 11, 13, 15]);
    assert_eq!(numbers("dental"), numbers("clinic"));
    assert_eq!(numbers("pharmacy"), [1, 2, 3, 5, 6, 7, 9, 10, 11, 15]);
    let pharmacy = Scene::of("pharmacy").open();
    let template = pharmacy.template();
    let last = questions(&pharmacy.plan(), &template).pop().expect("the last");
    let asked: Vec<String> = parts(&pharmacy.plan(), last)
        .into_iter()
        .filter_map(|part| match &part.fills {
            HourFills::Entries { entries, .. } => Some(entries.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    for receiver in ["organisations/prescribers", "organisations/wholesaler"] {
        assert!(asked.iter().any(|entry| entry == receiver), "{receiver} in {asked:?}");
    }
}

#[test]
fn nobody_is_asked_the_same_thing_twice() {
    for kind in ["hospital", "clinic", "clinic-with-beds", "dental", "pharmacy"] {
        let scene = Scene::of(kind);
        let binder = scene.open();
        let template = binder.template();
        let mut asked: Vec<(String, String)> = Vec::new();
        for question in questions(&binder.plan(), &template) {
            for part in parts(&binder.plan(), question) {
                let (of, fields) = match &part.fills {
                    HourFills::Facility { fields } => (vec!["facility".to_owned()], fields.clone()),
                    HourFills::Entries { entries, fields } => (entries.clone(), fields.clone()),
                    HourFills::Tick { kind } => (vec![kind.clone()], vec!["tick".to_owned()]),
                    HourFills::Rows { .. } => continue,
                };
                asked.extend(of.iter().flat_map(|of| fields.iter().map(move |field| (of.clone(), field.clone()))));
            }
        }
        let all = asked.len();
        asked.sort();
        asked.dedup();
        assert_eq!(asked.len(), all, "{kind}");
    }
}

#[test]
fn a_new_plan_has_answered_nothing_and_putting_off_is_remembered_and_undone() {
    for kind in ["hospital", "clinic", "clinic-with-beds", "dental", "pharmacy"] {
        let scene = Scene::of(kind);
        let binder = scene.open();
        let of = |id: &str| {
            let (plan, template) = (binder.plan(), binder.template());
            let question = template.first_hour.iter().find(|question| question.id == id).expect("asked");
            standing(&plan, &template, question)
        };
        let asked: Vec<String> =
            questions(&binder.plan(), &binder.template()).iter().map(|question| question.id.clone()).collect();
        for id in &asked {
            assert_eq!(of(id), Standing::Open, "{kind}: {id}");
        }
        let id = &asked[2];
        binder.leave_question(id, true, &alone()).expect("put off");
        binder.leave_question(id, true, &alone()).expect("and once more");
        assert_eq!(of(id), Standing::Later);
        assert_eq!(binder.plan().live(Kind::Remark).count(), 1, "one remark however often");
        binder.step_back(binder::Direction::Undo, "山田").expect("undone");
        assert_eq!(of(id), Standing::Open, "undo takes it back");
        binder.leave_question(id, true, &alone()).expect("put off");
        binder.leave_question(id, false, &alone()).expect("taken up again");
        assert_eq!(of(id), Standing::Open);
        assert_eq!(
            binder.leave_question("nonsense", true, &alone()).expect_err("no such question").code(),
            "not-found"
        );
    }
}

#[test]
fn the_first_hour_yields_a_binder_of_eight_pages_and_every_answer_is_on_it() {
    for kind in ["hospital", "clinic", "pharmacy"] {
        let scene = Scene::of(kind);
        let binder = scene.open();
        let typed = answer_everything(&binder);
        let template = binder.template();
        for question in questions(&binder.plan(), &template) {
            assert_eq!(standing(&binder.plan(), &template, question), Standing::Answered, "{kind}: {}", question.id);
        }
        drop(binder);
        let pdf = scene.at("minimum.pdf");
        let (plan, to) = (scene.plan.display().to_string(), pdf.display().to_string());
        sonae::did(&["print", &plan, "--document", "minimum", "--date", "2026-11-22", "-o", &to]);
        let paper = Paper::of(&pdf);
        let read = paper.labelled.iter().filter(|(label, text)| !label.starts_with("J-") && text.chars().count() > 90);
        let read: Vec<&str> = read.map(|(label, _)| label.as_str()).collect();
        assert!(read.len() <= 8, "{kind}: {read:?} besides forms and blank backs");
        assert!(typed.len() >= 20, "{kind}: {} answers", typed.len());
        let lost: Vec<&String> = typed.iter().filter(|value| !paper.has(value)).collect();
        assert!(lost.is_empty(), "{kind}: typed and not on the paper: {lost:?}");
    }
}

/// Types something short and unique into every field the first hour asks for; returns what must be on paper.
fn answer_everything(binder: &Binder) -> Vec<String> {
    let mut typed = Vec::new();
    let mut people: Vec<Id> = Vec::new();
    let template = binder.template();
    for question in template.first_hour.clone() {
        if !questions(&binder.plan(), &template).iter().any(|one| one.id == question.id) {
            continue;
        }
        for part in parts(&binder.plan(), &question) {
            match &part.fills {
                HourFills::Facility { fields } => {
                    let id = binder.plan().facility().expect("the facility").row.id;
                    for field in fields.iter().filter(|field| !matches!(field.as_str(), "name" | "kind")) {
                        fill(binder, Kind::Facility, id, field, &mut typed, &mut people);
                    }
                }
                // What a new plan ticks is enough; somebody adopts it.
                HourFills::Tick { kind } => {
                    let (plan, kinds) = (binder.plan(), vec![Kind::from_noun(kind).expect("a kind")]);
                    // Who decides is adopted one by one.
                    let only =
                        kinds.iter().flat_map(|kind| binder::plan::drafts(&plan, *kind)).map(Record::id).collect();
                    let adopt = Edit::Adopt { kinds, only, by: "事務".to_owned(), on: "2026-11-22".to_owned() };
                    binder.edit(&adopt, &alone()).expect("adopted");
                }
                HourFills::Entries { entries, fields } => {
                    for entry in entries {
                        let Some((kind, id)) = binder.plan().from_entry(entry).map(|one| (one.kind(), one.id())) else {
                            continue;
                        };
                        for field in fields {
                            fill(binder, kind, id, field, &mut typed, &mut people);
                        }
                    }
                }
                HourFills::Rows { kind, values, fields } => {
                    let kind = Kind::from_noun(kind).expect("a kind");
                    let given = values.iter().map(|(field, value)| (field.clone(), value.clone())).collect();
                    let fresh = binder.outside().new_id();
                    let add = Edit::Add { kind, fresh, source: None, values: given };
                    let id = binder.edit(&add, &alone()).expect("added").record.expect("its id");
                    for field in fields {
                        fill(binder, kind, id, field, &mut typed, &mut people);
                    }
                }
            }
        }
    }
    typed
}

fn fill(binder: &Binder, kind: Kind, id: Id, field: &str, typed: &mut Vec<String>, people: &mut Vec<Id>) {
    let declared = kind.fields().iter().find(|one| one.id == field).expect("declared");
    let number = typed.len();
    let value = match declared.kind {
        FieldKind::Number => (1_000 + number).to_string(),
        FieldKind::Phone => format!("0{number:02}-000-{:04}", 1_000 + number),
        FieldKind::Choice(choices) => choices[0].to_owned(),
        FieldKind::Link("people") => {
            let person = suite::rows::add(binder, Kind::Person, &format!("見本{number:02}"));
            people.push(person);
            person.to_string()
        }
        FieldKind::Link(noun) => {
            let linked = Kind::from_noun(noun).expect("a kind");
            let first = binder.plan().live(linked).next().map(|one| one.id());
            first.expect("something to link to").to_string()
        }
        FieldKind::Text | FieldKind::Long => format!("印{number:02}{field}"),
        _ => return,
    };
    put(binder, kind, id, field, &value, &alone()).expect("saved");
    match declared.kind {
        FieldKind::Link("people") => typed.push(format!("見本{number:02}")),
        FieldKind::Link(_) | FieldKind::Choice(_) => {}
        _ => typed.push(value),
    }
}
