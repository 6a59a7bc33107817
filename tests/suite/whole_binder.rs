//! For the ward that has one shelf: the binder is whole, a ward's copy is short, the minimum is a minimum.

use binder::plan::{self, Id, Kind, Plan, Record};
use binder::{Binder, Copy, Document, Snapshot, Unwatched};
use print::Composing;
use print::outline::About;
use std::collections::BTreeSet;
use suite::paper::Paper;
use suite::rows::{add, alone, put};
use suite::scene::{Scene, open};
use suite::sonae;

#[test]
fn the_sample_hospital_is_a_whole_hospital() {
    let scene = Scene::sample("hospital");
    let (binder, _) = open(&scene.plan, true);
    let plan = binder.plan();
    for (kind, least) in [
        (Kind::System, 25),
        (Kind::SystemLink, 25),
        (Kind::Person, 40),
        (Kind::Organisation, 20),
        (Kind::Procedure, 15),
        (Kind::ProcedureStep, 60),
        (Kind::TreePlace, 20),
        (Kind::Decision, 12),
        (Kind::CutoffPoint, 3),
    ] {
        assert!(plan.live(kind).count() >= least, "{} {}", plan.live(kind).count(), kind.noun());
    }
    assert_eq!(plan.facility().and_then(|f| f.beds.clone()).as_deref(), Some("180"));
    assert_eq!(deepest(&plan::tree::forest(&plan)), 3, "a tree of three levels");
    let stops = binder.findings().count(plan::Severity::Stop);
    assert_eq!(stops, 0, "nobody would stand still");
    assert!(sample_people(&plan).iter().all(|name| name.contains("見本") || name.contains("架空")), "obviously nobody");
}

#[test]
fn the_book_of_every_department_is_thin_in_both_samples_and_in_plans_made_anew() {
    let mut plans: Vec<(String, Scene)> =
        ["hospital", "clinic"].map(|name| (format!("the sample {name}"), Scene::sample(name))).into();
    for kind in ["hospital", "clinic", "clinic-with-beds", "dental", "pharmacy"] {
        plans.push((format!("a new {kind}"), Scene::of(kind)));
        plans.push((format!("a {kind} half filled"), half_filled(kind)));
    }
    for (name, scene) in plans {
        let Snapshot { plan, template, .. } = scene.open().snapshot();
        let (most, all) = if plan.has_beds() { (12, 34) } else { (10, 34) };
        let some = plan.rows.departments.live().any(|one| one.patients);
        for department in plan.rows.departments.live().filter(|one| one.patients || !some) {
            let of = format!("{name}, {}", department.title());
            let copy = Copy::Ward(Some(department.row.id.to_string()));
            let composing = Composing { copy: &copy, ..Composing::hq(&plan, &template, "2026-11-22") };
            let laid = print::layout(Document::binder().compose(&composing), &Unwatched).expect("laid out");
            let procedures =
                plan.rows.procedures.live().filter(|one| one.department == Some(department.row.id)).count();
            let more = 2 * procedures.saturating_sub(2);
            let (read, pages) = (print::to_read(&laid), laid.pages.len());
            assert!(read <= most + more, "{of}: {read} pages to read");
            assert!(pages <= all, "{of}: {pages} pages in all");
            assert_eq!(laid.nowhere, [], "{of}: every reference leads somewhere");
        }
    }
}

/// As it looks after some sittings: every second entry the catalogue offers is ticked, and every second record has what is
/// typed first.
fn half_filled(kind: &str) -> Scene {
    let scene = Scene::of(kind);
    let binder = scene.open();
    let template = binder.template();
    // Steps and calls come with what they belong to.
    let alone_kinds =
        ["departments", "roles", "systems", "procedures", "forms", "cards", "organisations", "restrictions", "signals"];
    let offered = alone_kinds
        .iter()
        .filter_map(|kind| template.catalogue.get(*kind))
        .flatten()
        .filter(|one| one.institutions.is_empty() || one.institutions.iter().any(|at| at == kind));
    for entry in offered.step_by(2) {
        if binder.plan().from_entry(&entry.id).is_none() {
            binder.tick(&entry.id, &alone()).expect("ticked");
        }
    }
    let departments: Vec<_> = binder.plan().live(Kind::Department).map(|one| one.id()).collect();
    for (nth, id) in departments.into_iter().enumerate().step_by(2) {
        for (field, value) in [("patients", "1"), ("box_place", "記録台の下の赤い箱"), ("phone", "内線 3100")]
        {
            put(&binder, Kind::Department, id, field, value, &alone()).expect("put");
        }
        put(&binder, Kind::Department, id, "night_phone", &format!("内線 31{nth:02}"), &alone()).expect("put");
    }
    let procedures: Vec<_> = binder.plan().live(Kind::Procedure).map(|one| one.id()).collect();
    for id in procedures.into_iter().step_by(2) {
        put(
            &binder,
            Kind::Procedure,
            id,
            "handover",
            "まだ行っていない事と、待っている返事を、紙を見せて渡す。",
            &alone(),
        )
        .expect("put");
    }
    drop(binder);
    scene
}

#[test]
fn the_book_of_headquarters_begins_with_what_is_read_at_night_and_ends_below_130_pages() {
    let scene = Scene::sample("hospital");
    let paper = printed(&scene, "binder", "hq");
    assert!(paper.labelled.len() <= 130, "{} pages", paper.labelled.len());
    let order: Vec<char> = paper.labelled.iter().skip(2).filter_map(|(label, _)| label.chars().next()).collect();
    let mut parts = order.clone();
    parts.dedup();
    assert_eq!(parts, ['S', 'A', 'B', 'C', 'F', 'L', 'J']);
    // Four wards have two procedures in common: each stands once, and each ward is named there.
    let plan = scene.open().plan();
    let wards = plan.rows.procedures.live().filter(|one| one.title().starts_with("病棟の与薬"));
    let names: Vec<String> = wards.map(|one| suite::witness::bare(&one.title())).collect();
    let pages: Vec<&str> = paper.labelled.iter().map(|(_, text)| text.as_str()).collect();
    let of = |name: &String| pages.iter().filter(|page| page.contains(name.as_str())).count();
    assert_eq!(names.len(), 4);
    assert!(names.iter().all(|name| of(name) == 2), "in the index, and on one page in common: {names:?}");
}

#[test]
fn the_book_of_a_ward_has_what_it_lists_and_lists_what_it_has() {
    let scene = Scene::sample("hospital");
    let Snapshot { plan, template, .. } = scene.open().snapshot();
    for department in plan.rows.departments.live() {
        let copy = Copy::Ward(Some(department.row.id.to_string()));
        let outline = Document::binder().compose(&Composing { copy: &copy, ..Composing::hq(&plan, &template, "") });
        let laid = print::layout(outline, &Unwatched).expect("laid out");
        let own = |kind: &str| -> BTreeSet<Id> {
            let anchors = laid.anchors.keys().filter_map(|anchor| anchor.strip_prefix(kind));
            anchors.filter_map(Id::parse).collect()
        };
        let procedures: BTreeSet<Id> = plan
            .rows
            .procedures
            .live()
            .filter(|one| one.department == Some(department.row.id))
            .map(|one| one.row.id)
            .collect();
        assert_eq!(own("procedure/"), procedures, "{}: its own procedures, and no other", department.title());
        let listed: Vec<&str> = laid.headings.iter().map(|heading| heading.title.as_str()).collect();
        let forms = own("form/");
        let titles = procedures.iter().chain(&forms).filter_map(|id| {
            plan.rows.get(Kind::Procedure, *id).or_else(|| plan.rows.get(Kind::Form, *id)).map(Record::title)
        });
        for title in titles {
            assert!(listed.iter().any(|line| line.contains(&title)), "{}: {title} is listed", department.title());
        }
    }
}

/// Read literally, "必ず二人" delays whoever is alone with somebody who dies: the way out stands on the same page.
#[test]
fn every_page_that_asks_for_two_says_what_one_may_do() {
    let mut looked_at = 0;
    for sample in ["hospital", "clinic"] {
        let scene = Scene::sample(sample);
        let plan = scene.open().plan();
        let wards: Vec<String> = plan.rows.departments.live().map(|one| format!("ward:{}", one.row.id)).collect();
        let mut prints: Vec<(&str, String)> = binder::DOCUMENTS.iter().map(|one| (one.name, "hq".to_owned())).collect();
        prints.extend(wards.into_iter().map(|ward| ("binder", ward)));
        for (document, copy) in prints {
            let pdf = scene.at("two.pdf");
            let (plan, to) = (scene.plan.display().to_string(), pdf.display().to_string());
            sonae::did(&["print", &plan, "--document", document, "--copy", &copy, "--date", "2026-11-22", "-o", &to]);
            for page in suite::witness::pages(&pdf).iter().map(|page| suite::witness::bare(page)) {
                if page.contains("必ず二人") {
                    assert!(
                        page.contains("救命（急変") && page.contains("一人でも行い"),
                        "{sample} {document} {copy}: {page}"
                    );
                    looked_at += 1;
                }
            }
        }
    }
    assert!(looked_at > 40, "{looked_at} pages");
}

#[test]
fn no_document_refers_to_a_page_nobody_has() {
    for sample in ["hospital", "clinic"] {
        let scene = Scene::sample(sample);
        let Snapshot { plan, template, .. } = scene.open().snapshot();
        for document in binder::DOCUMENTS {
            for copy in [Copy::Hq, Copy::Ward(None)].into_iter().filter(|copy| document.has(copy)) {
                let outline = document.compose(&Composing { copy: &copy, ..Composing::hq(&plan, &template, "") });
                assert_eq!(outline.nowhere, [], "{sample}: {} {copy}", document.name);
            }
        }
    }
}

#[test]
fn every_procedure_begins_a_page_and_is_in_the_index() {
    let scene = Scene::sample("hospital");
    let Snapshot { plan, template, .. } = scene.open().snapshot();
    let outline = Document::binder().compose(&Composing::hq(&plan, &template, ""));
    let laid = print::layout(outline, &Unwatched).expect("laid out");
    let index = laid.anchors["block/procedures"].page;
    for procedure in plan.live(Kind::Procedure) {
        let own = laid.anchors[&format!("procedure/{}", procedure.id())].page;
        let listed = laid.pages[index..own]
            .iter()
            .any(|page| page.about.contains_key(&About::Record(Kind::Procedure, procedure.id())));
        assert!(listed && own > index, "{} is in the index and on a page behind it", procedure.title());
    }
}

/// How deep a tree is.
fn deepest(branches: &[plan::tree::Branch<'_>]) -> usize {
    branches.iter().map(|branch| 1 + deepest(&branch.calls)).max().unwrap_or(0)
}

fn sample_people(plan: &Plan) -> Vec<String> {
    plan.live(Kind::Person).filter_map(|person| person.field("name")).collect()
}

fn printed(scene: &Scene, document: &str, copy: &str) -> Paper {
    let pdf = scene.at(&format!("{document}-{copy}.pdf"));
    let (plan, to) = (scene.plan.display().to_string(), pdf.display().to_string());
    sonae::did(&["print", &plan, "--document", document, "--copy", copy, "--date", "2026-11-22", "-o", &to]);
    Paper::of(&pdf)
}

/// A step read from another department's sheet is a wrong step: only what is really the same is printed once.
#[test]
fn procedures_are_told_as_one_only_when_they_are_the_same() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let departments = ["東の島", "西の島", "北の島"].map(|name| add(&binder, Kind::Department, name));
    let said = ["一巡する。\n書く。\n電話する。", "一巡する。\n書く。\n走って知らせる。", "止める。\n外す。\n運ぶ。"];
    for (at, (department, steps)) in departments.iter().zip(said).enumerate() {
        let name = format!("夜の見回り（{}）", ["東", "西", "北"][at]);
        let one = add(&binder, Kind::Procedure, &name);
        put(&binder, Kind::Procedure, one, "department", &department.to_string(), &alone()).expect("put");
        binder.paste_steps(Kind::ProcedureStep, one, steps, &alone()).expect("pasted");
    }
    let text = told(&binder, &Copy::Hq, "F");
    let heading = |name: &str| text.lines().any(|line| line.starts_with(&format!("--- {name}")));
    assert!(heading("夜の見回り（東）") && heading("夜の見回り（北）"), "each of its own kind begins a page");
    assert!(!heading("夜の見回り（西）"), "two steps of three are alike: it is told with the first");
    assert!(text.contains("走って知らせる。"), "with what it does otherwise");
    for (department, own) in departments.iter().zip(["電話する。", "走って知らせる。", "外す。"]) {
        let text = told(&binder, &Copy::Ward(Some(department.to_string())), "F");
        assert!(text.contains(own), "on its own shelf each is whole: {text}");
    }
}

/// Patients must not be without any sheet because nobody has linked one yet; and the book stays thin.
#[test]
fn a_department_with_patients_and_no_form_linked_has_the_sheets_of_the_first_night() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let ward = add(&binder, Kind::Department, "7階病棟");
    let copy = Copy::Ward(Some(ward.to_string()));
    let sheets = |binder: &Binder| {
        let Snapshot { plan, template, .. } = binder.snapshot();
        let outline = Document::binder().compose(&Composing { copy: &copy, ..Composing::hq(&plan, &template, "") });
        outline.anchors().iter().filter(|anchor| anchor.starts_with("form/")).count()
    };
    let without = sheets(&binder);
    put(&binder, Kind::Department, ward, "patients", "1", &alone()).expect("put");
    let (first, all) = (sheets(&binder), binder.plan().rows.forms.live().count());
    assert!(without == 0 && (12..=24).contains(&first) && first < all, "{without}, {first} of {all}");
    let first = told(&binder, &copy, "A");
    assert!(first.contains("最初の8時間は、まずこの5枚"), "and is told which of them come first: {first}");
}

fn told(binder: &Binder, copy: &Copy, part: &str) -> String {
    let parts = suite::outline::parts(binder, Document::binder(), copy);
    parts.into_iter().find(|(name, _)| name == part).map(|(_, text)| text).unwrap_or_default()
}
