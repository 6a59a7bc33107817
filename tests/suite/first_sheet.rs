//! 今すぐ fits on a front and a back, whatever an ordinary house answers: to the nurse who turns it once, at 3 a.m.

use binder::plan::{FieldKind, Kind, Record};
use binder::{Binder, Document, Unwatched};
use print::Composing;
use print::outline::About;
use suite::rows::{alone, put};
use suite::scene::Scene;

/// What an ordinary house writes into a field of the facility, of so many characters.
fn answered(binder: &Binder, letters: usize) {
    let words = "夜は管理当直師長のPHSへ電話し、出なければ事務当直室へ走って伝える。返事があるまで三分ごとにくり返す。";
    let text: String = words.chars().cycle().take(letters).collect();
    let plan = binder.plan();
    let facility = plan.facility().expect("it is there");
    let fields = facility.fields().iter().filter(|field| matches!(field.kind, FieldKind::Text | FieldKind::Long));
    for field in fields.filter(|field| field.id != "name") {
        put(binder, Kind::Facility, facility.row.id, field.id, &text, &alone()).expect("saved");
    }
}

/// Every sheet of part A that goes on over its back, and on which side that begins; and how many sides it has.
fn sides(scene: &Scene) -> Vec<(String, usize, usize)> {
    let binder = scene.open();
    let (plan, template) = (binder.plan(), binder.template());
    let outline =
        Document::named("minimum").expect("it is there").compose(&Composing::hq(&plan, &template, "2026-11-26"));
    let laid = print::layout(outline, &Unwatched).expect("nobody cancels");
    let place = |anchor: &str| laid.anchors.get(anchor).map(|place| place.page);
    let sheets = template.first_pages.iter().filter_map(|page| {
        let front = place(&format!("first/{}", page.id))?;
        let back = place(&format!("first/{}/back", page.id))?;
        let about = About::Template(page.id.clone());
        let count = laid.pages.iter().filter(|page| page.about.contains_key(&about)).count();
        Some((page.id.clone(), back - front, count))
    });
    sheets.collect()
}

#[test]
fn ordinary_answers_leave_the_first_sheet_on_a_front_and_a_back() {
    for letters in [10, 30, 60, 90] {
        let scene = Scene::of("hospital");
        answered(&scene.open(), letters);
        let sheets = sides(&scene);
        assert!(!sheets.is_empty());
        for (id, back, count) in sheets {
            assert_eq!((back, count), (1, 2), "{id}: {letters} characters in each answer");
        }
    }
}

#[test]
fn answers_no_sheet_can_hold_are_named() {
    let scene = Scene::of("hospital");
    answered(&scene.open(), 400);
    let binder = scene.open();
    let request = binder::PrintRequest {
        document: Document::named("minimum").expect("it is there"),
        copy: binder::Copy::Hq,
        date: "2026-11-26".to_owned(),
        forms: true,
        exercise: Default::default(),
    };
    let found = binder.print(&request, &Unwatched).expect("printed").findings;
    let said: Vec<String> = found
        .iter()
        .filter(|one| one.check.id == "sheet-too-long")
        .map(|one| binder::FindingText::of(one).text)
        .collect();
    assert!(said.iter().any(|text| text.contains("400 字")), "{said:?}");
}
