//! For whoever prints: each document of the table prints for the copies it declares, and for no other.

use binder::plan::Kind;
use binder::{Copies, Copy, DOCUMENTS, Document, PrintRequest, Unwatched};
use suite::scene::Scene;
use suite::sonae;

const DATE: &str = "2026-11-26";

#[test]
fn every_document_prints_for_every_copy_it_has_and_is_refused_for_the_others() {
    for sample in ["hospital", "clinic"] {
        let scene = Scene::sample(sample);
        let binder = scene.open();
        let plan = binder.plan();
        let ward = plan.live(Kind::Department).next().expect("a department");
        let copies =
            [Copy::Hq, Copy::Ward(None), Copy::Ward(ward.field("name")), Copy::Ward(Some(ward.id().to_string()))];
        for (document, copy) in DOCUMENTS.iter().flat_map(|one| copies.iter().map(move |copy| (one, copy))) {
            let of = format!("{sample}: {} {copy}", document.name);
            let request = PrintRequest {
                document,
                copy: copy.clone(),
                date: DATE.to_owned(),
                forms: true,
                exercise: Default::default(),
            };
            match binder.print(&request, &Unwatched) {
                Ok(printed) => {
                    assert!(document.has(copy) && printed.bytes.starts_with(b"%PDF"), "{of}");
                    assert!(*copy == Copy::Hq || !document.secret, "{of}: what is secret went to a ward");
                }
                Err(error) => {
                    assert_eq!(error.code(), "headquarters-only", "{of}");
                    assert!(*copy != Copy::Hq && document.copies == Copies::Headquarters, "{of}");
                }
            }
        }
    }
}

#[test]
fn a_department_that_is_not_there_is_named_whatever_is_printed() {
    let scene = Scene::sample("clinic");
    let binder = scene.open();
    for document in DOCUMENTS {
        let request = PrintRequest {
            document,
            copy: Copy::Ward(Some("月面".to_owned())),
            date: DATE.to_owned(),
            forms: true,
            exercise: Default::default(),
        };
        assert_eq!(binder.print(&request, &Unwatched).expect_err("refused").code(), "not-found", "{}", document.name);
    }
}

#[test]
fn the_record_of_prints_keeps_document_and_copy_as_they_are_typed() {
    let scene = Scene::sample("clinic");
    let binder = scene.open();
    let ward = binder.plan().live(Kind::Department).next().expect("a department").field("name").expect("a name");
    let asked = [("binder", Copy::Hq), ("cards", Copy::Ward(None)), ("forms", Copy::Ward(Some(ward.clone())))];
    for (name, copy) in &asked {
        let document = Document::named(name).expect("in the table");
        let request = PrintRequest {
            document,
            copy: copy.clone(),
            date: DATE.to_owned(),
            forms: true,
            exercise: Default::default(),
        };
        binder.print_to(&request, &scene.at("x.pdf"), &Unwatched).expect("printed");
    }
    let plan = binder.plan();
    let kept: Vec<(&str, &str)> = plan
        .rows
        .prints
        .iter()
        .map(|print| (print.document.as_deref().unwrap_or_default(), print.copy.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(kept, [("binder", "hq"), ("cards", "ward"), ("forms", &format!("ward:{ward}"))]);
    for ((name, copy), (document, text)) in asked.iter().zip(kept) {
        assert_eq!((Document::named(document).map(|one| one.name), text.parse().as_ref()), (Some(*name), Ok(copy)));
    }
}

#[test]
fn the_command_line_offers_the_table_and_says_in_japanese_what_each_is() {
    let [japanese, english] = ["ja", "en"].map(|lang| sonae::did(&["print", "--help", "--lang", lang]).out);
    for document in DOCUMENTS {
        assert!(japanese.contains(document.name) && english.contains(document.name), "{}", document.name);
        assert!(japanese.contains(binder::DocumentWords::of(document).title), "{}", document.name);
    }
}
