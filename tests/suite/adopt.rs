//! Drafts and who took them over: to the clerk whose name stands under them.

use binder::Step;
use binder::plan::{Edit, Id, Kind, Plan, drafts};
use suite::scene::Scene;

fn adopt(only: Vec<Id>, by: &str) -> Edit {
    Edit::Adopt { kinds: vec![Kind::Decision], only, by: by.to_owned(), on: "2026-11-22".to_owned() }
}

fn open_rows(plan: &Plan) -> Vec<Id> {
    drafts(plan, Kind::Decision).map(binder::plan::Record::id).collect()
}

#[test]
fn one_row_is_adopted_alone_and_a_page_at_once_and_both_can_be_undone() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let all = open_rows(&binder.plan());
    assert!(all.len() > 2, "a new plan has decisions nobody has adopted");

    binder.edit(&adopt(vec![all[1]], "渡邉"), &Step::default()).expect("one row");
    let left = open_rows(&binder.plan());
    assert_eq!(left.len(), all.len() - 1, "only that row");
    assert!(!left.contains(&all[1]));
    let row = binder.plan().find(Kind::Decision, all[1]).map(|one| one.row().clone()).expect("still there");
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
