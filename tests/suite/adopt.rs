//! Drafts and who took them over: to the clerk whose name stands under them.

use binder::plan::{Edit, Id, Kind, Plan, Record, drafts, rules};
use binder::{Step, Unwatched};
use print::outline::About;
use suite::scene::Scene;
use suite::witness::bare;

fn adopt(only: Vec<Id>, by: &str) -> Edit {
    Edit::Adopt { kinds: vec![Kind::Department], only, by: by.to_owned(), on: "2026-11-22".to_owned() }
}

fn open_rows(plan: &Plan) -> Vec<Id> {
    drafts(plan, Kind::Department).map(Record::id).collect()
}

#[test]
fn one_row_is_adopted_alone_and_a_page_at_once_and_both_can_be_undone() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let all = open_rows(&binder.plan());
    assert!(all.len() > 1, "a new plan has departments nobody has adopted");

    binder.edit(&adopt(vec![all[1]], "渡邉"), &Step::default()).expect("one row");
    let left = open_rows(&binder.plan());
    assert_eq!(left.len(), all.len() - 1, "only that row");
    assert!(!left.contains(&all[1]));
    let row = binder.plan().find(Kind::Department, all[1]).map(|one| one.row().clone()).expect("still there");
    assert_eq!((row.adopted_by.as_deref(), row.adopted_on.as_deref()), (Some("渡邉"), Some("2026-11-22")));

    binder.edit(&adopt(Vec::new(), "渡邉"), &Step::default()).expect("the page");
    assert!(open_rows(&binder.plan()).is_empty());
    binder.step_back(binder::Direction::Undo, "").expect("undone");
    assert_eq!(open_rows(&binder.plan()), left, "one act is one step");
}

#[test]
fn nobody_adopts_without_a_name() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let refused = binder.edit(&adopt(Vec::new(), "　 "), &Step::default()).expect_err("no name");
    assert_eq!(refused.code(), "value-unknown");
    assert!(!open_rows(&binder.plan()).is_empty(), "nothing was adopted");
}

/// Adopting is for what a house has; who decides, what may harm, and numbers are looked at one by one.
#[test]
fn adopting_a_page_takes_no_clinical_text_no_decider_and_no_number() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    let kinds: Vec<Kind> = Kind::ALL.to_vec();
    let all = Edit::Adopt { kinds, only: Vec::new(), by: "渡邉".to_owned(), on: "2026-11-22".to_owned() };
    binder.edit(&all, &Step::default()).expect("a page of everything");
    let after = binder.plan();
    for kind in [Kind::Procedure, Kind::ProcedureStep, Kind::Card, Kind::CardStep, Kind::LateDrug, Kind::Decision] {
        assert!(drafts(&plan, kind).next().is_some(), "{}: there are some", kind.noun());
        assert_eq!(drafts(&after, kind).count(), drafts(&plan, kind).count(), "{}: none was adopted", kind.noun());
    }
    let numbers = drafts(&plan, Kind::Organisation).filter(|one| one.has("day_phone") || one.has("night_phone"));
    // A new plan's numbers are all the catalogue's.
    for one in numbers {
        assert!(after.find(one.kind(), one.id()).expect("there").row().is_draft(), "{}", one.title());
    }
    assert!(drafts(&after, Kind::Department).next().is_none(), "the rest was");
    let step = drafts(&plan, Kind::ProcedureStep).next().expect("one").id();
    let one = Edit::Adopt {
        kinds: vec![Kind::ProcedureStep],
        only: vec![step],
        by: "渡邉".to_owned(),
        on: "2026-11-22".to_owned(),
    };
    binder.edit(&one, &Step::default()).expect("one by one");
    assert!(!binder.plan().find(Kind::ProcedureStep, step).expect("there").row().is_draft());
}

/// 要確認 is of a profession, 案 of the house: a changed step brings the first back and leaves the second alone.
#[test]
fn one_changed_sign_of_a_step_brings_to_confirm_back_and_undo_takes_it_away_again() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    let confirmed = plan.rows.procedures.live().find(|one| one.confirmed_by.is_some()).expect("one is confirmed");
    let (id, by) = (confirmed.row.id, confirmed.confirmed_by.clone());
    let step = plan.rows.procedure_steps.live().find(|step| step.procedure == Some(id)).expect("it has steps");
    let by_now = || binder.plan().rows.procedures.get(id).expect("there").confirmed_by.clone();
    let change = |field: &str, value: Option<String>| {
        let edit = Edit::SetField {
            kind: Kind::ProcedureStep,
            id: step.row.id,
            field: field.to_owned(),
            value,
            leaving: true,
        };
        binder.edit(&edit, &Step::default()).expect("saved");
    };
    change("minutes", Some("3".to_owned()));
    assert_eq!(by_now(), by, "how long it takes harms nobody");
    change("text", step.text.clone().map(|text| format!("{text}！")));
    assert_eq!(by_now(), None, "one sign more");
    let row = |plan: &Plan| plan.rows.procedures.get(id).expect("there").row.clone();
    assert_eq!(row(&binder.plan()).adopted_by, row(&plan).adopted_by, "the house's mark is another");
    binder.step_back(binder::Direction::Undo, "").expect("undone");
    assert_eq!(by_now(), by, "the text of before is the one they confirmed");
    let gone = Edit::Remove { kind: Kind::ProcedureStep, id: step.row.id };
    binder.edit(&gone, &Step::default()).expect("removed");
    assert_eq!(by_now(), None, "a step less is another text");
}

/// The first pages lean on the procedures: while one waits for its professions, they say so, too.
#[test]
fn the_first_page_of_the_ward_says_that_a_procedure_waits_to_be_confirmed() {
    let scene = Scene::sample("hospital");
    let says = || {
        let book = scene.printed("binder", "ward:3階東病棟");
        let of = |title: &str| book.iter().find(|page| page.contains(&bare(title)) && !page.contains("目次")).cloned();
        let (first, procedure) = (of("今すぐすること"), of("病棟の与薬（3階東）"));
        let waits = bare("要確認（確かめる人：医療安全管理者・薬剤師）");
        [first, procedure].map(|page| page.expect("a page").contains(&waits))
    };
    assert_eq!(says(), [false, false], "both procedures of that ward are confirmed");
    let binder = scene.open();
    let plan = binder.plan();
    let procedure = plan.rows.procedures.live().find(|one| one.title() == "病棟の与薬（3階東）").expect("there").row.id;
    let step = plan.rows.procedure_steps.live().find(|step| step.procedure == Some(procedure)).expect("a step");
    let text = format!("{}！", step.text.clone().unwrap_or_default());
    let value = Some(text);
    let edit =
        Edit::SetField { kind: Kind::ProcedureStep, id: step.row.id, field: "text".to_owned(), value, leaving: true };
    binder.edit(&edit, &Step::default()).expect("saved");
    drop(binder);
    assert_eq!(says(), [true, true], "one sign more, and two professions are asked again");
}

/// Nobody confirms what he cannot read: also a page that stands in the books of a few departments alone is shown.
#[test]
fn every_page_that_is_to_be_confirmed_can_be_looked_at() {
    for name in ["hospital", "clinic"] {
        let scene = Scene::sample(name);
        let binder = scene.open();
        let (plan, template) = (binder.plan(), binder.template());
        for page in rules::first_pages_of(&plan, &template) {
            let shown = binder.preview(&About::Template(page.id.clone()), binder::Shows::ALL, &Unwatched);
            assert!(shown.is_ok_and(|pdf| pdf.starts_with(b"%PDF")), "{name}: {}", page.id);
        }
    }
}

/// Who wrote into a row need not be asked whether it is meant; but a typo mended in clinical text confirms nothing.
#[test]
fn a_row_a_hand_changed_is_adopted_unless_it_is_adopted_alone() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    let step = Step { id: None, person: "渡邉".to_owned() };
    let put = |kind: Kind, id: Id, field: &str, value: &str| {
        let edit = Edit::SetField { kind, id, field: field.to_owned(), value: Some(value.to_owned()), leaving: true };
        binder.edit(&edit, &step).expect("saved");
        binder.plan().find(kind, id).expect("there").row().clone()
    };
    let department = drafts(&plan, Kind::Department).next().expect("one");
    let row = put(Kind::Department, department.id(), "place", "本館2階");
    assert!(!row.is_draft(), "it says what somebody wrote");
    assert_eq!((row.adopted_by.as_deref(), row.adopted_on.is_some()), (Some("渡邉"), true));
    binder.step_back(binder::Direction::Undo, "").expect("undone");
    assert!(binder.plan().find(Kind::Department, department.id()).expect("there").row().is_draft(), "as it was");
    let row = put(Kind::Department, department.id(), "place", &department.field("place").unwrap_or_default());
    assert!(row.is_draft(), "the same text is no edit");
    for (kind, field) in [(Kind::ProcedureStep, "text"), (Kind::Decision, "criterion"), (Kind::Procedure, "trigger")] {
        let one = drafts(&plan, kind).next().expect("one").id();
        assert!(put(kind, one, field, "直した文").is_draft(), "{}: somebody must look at all of it", kind.noun());
    }
}
