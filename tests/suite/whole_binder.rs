//! For the ward that has one shelf: the binder is whole, a ward's copy is short, the minimum is a minimum.

use binder::plan::{self, Kind, Plan};
use suite::paper::Paper;
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
fn the_binder_of_a_hospital_has_forty_pages_and_a_wards_copy_twelve() {
    let scene = Scene::sample("hospital");
    let hq = printed(&scene, "binder", "hq");
    assert!(hq.labelled.len() >= 40, "{} pages", hq.labelled.len());
    let ward = counted(&printed(&scene, "binder", "ward"));
    assert!(ward <= 12, "{ward} pages before forms and blank backs");
}

#[test]
fn every_procedure_begins_a_page_and_is_in_the_index() {
    let scene = Scene::sample("hospital");
    let paper = printed(&scene, "binder", "hq");
    let plan = open(&scene.plan, true).0.plan();
    let pages: Vec<&str> = paper.labelled.iter().map(|(_, text)| text.as_str()).collect();
    for procedure in plan.live(Kind::Procedure) {
        let name = suite::witness::bare(&procedure.field("name").expect("a name"));
        let on = pages.iter().filter(|page| page.contains(&name)).count();
        assert!(on >= 2, "{name} is in the index and on a page of its own");
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

/// Pages besides forms (part J) and blank backs.
fn counted(paper: &Paper) -> usize {
    paper.labelled.iter().filter(|(label, text)| !label.starts_with("J-") && !is_blank(label, text)).count()
}

/// A blank back says only a dash between header and footer.
fn is_blank(label: &str, text: &str) -> bool {
    let said = text.chars().filter(|c| *c == '—').count();
    said == 1 && text.chars().count() < 90 + label.len()
}
