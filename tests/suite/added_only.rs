//! For whoever must be able to show what happened: rows of some kinds are added, never changed and never taken back.

use binder::Direction;
use binder::plan::{Change, Edit, Id, Kind, order};
use binder::{Copy, Document, PrintRequest, Unwatched};
use store::{Intent, Op};
use suite::rows::{add, alone};
use suite::scene::{Scene, whole};
use suite::witness::sql;

fn print(scene: &Scene) {
    let binder = scene.open();
    let request = PrintRequest {
        document: Document::named("poster").expect("a document"),
        copy: Copy::Hq,
        date: "2026-11-28".to_owned(),
        forms: true,
        exercise: Default::default(),
    };
    binder.print_to(&request, &scene.at("poster.pdf"), &Unwatched).expect("printed");
}

#[test]
fn the_record_of_a_print_can_neither_be_changed_nor_removed_nor_taken_back() {
    let scene = Scene::of("clinic");
    print(&scene);
    let binder = scene.open();
    let id = binder.plan().rows.prints.first().expect("noted").row.id;
    for edit in [
        Edit::Remove { kind: Kind::Print, id },
        Edit::Move { kind: Kind::Print, id, after: None },
        Edit::SetField { kind: Kind::Print, id, field: "pages".to_owned(), value: None, leaving: true },
    ] {
        assert_eq!(binder.edit(&edit, &alone()).expect_err("refused").code(), "program-only");
    }
    assert!(binder.steps().expect("readable").0.is_none(), "there is nothing to undo");
    drop(binder);
    for other in ["UPDATE prints SET pages = '1'", "DELETE FROM prints"] {
        assert!(sql(&scene.plan, other).is_err(), "another program is refused by the file: {other}");
    }
    whole(&scene.plan, "with a print noted");
}

#[test]
fn a_step_that_holds_such_rows_is_undone_without_them() {
    let scene = Scene::of("clinic");
    let person = add(&scene.open(), Kind::Person, "佐藤");
    let fresh = |n: u128| Id::from_uuid(uuid::Uuid::from_u128(n));
    let row = |kind, id, field: &str, value: &str| {
        let columns =
            [("position".to_owned(), order::after(None, 1).pop()), (field.to_owned(), Some(value.to_owned()))];
        Change { kind, id, new: true, columns: columns.to_vec() }
    };
    let op = |n: u8, step: &str| Op {
        id: format!("tx-{n}"),
        at: "2026-11-28T09:00:00+09:00".to_owned(),
        operation: "add people".parse().expect("read"),
        step: step.to_owned(),
        undoable: true,
        ..Op::default()
    };
    let mut store = store::open(&scene.plan, Intent::Write, &Op::default(), &binder::Unwatched).expect("opens").store;
    let both = [row(Kind::Person, fresh(1), "name", "鈴木"), row(Kind::Print, fresh(2), "document", "binder")];
    store.write(&op(1, "both"), &both).expect("one step with both");
    store.write(&op(2, "alone"), &[row(Kind::Print, fresh(3), "document", "cards")]).expect("added");
    let undo = store.step_back(Direction::Undo, &op(3, "undo")).expect("undone");
    assert_eq!(undo.rows.iter().map(|(kind, id, _)| (*kind, *id)).collect::<Vec<_>>(), [(Kind::Person, fresh(1))]);
    store.step_back(Direction::Redo, &op(4, "redo")).expect("and done again");
    store.step_back(Direction::Undo, &op(5, "undo again")).expect("undone");
    store.step_back(Direction::Undo, &op(6, "undo more")).expect("the person before");
    drop(store);
    let plan = scene.open().plan();
    assert!(plan.rows.people.get(fresh(1)).is_none() && plan.rows.people.get(person).is_none());
    let kept: Vec<Id> = plan.rows.prints.live().map(|print| print.row.id).collect();
    assert_eq!(kept, [fresh(2), fresh(3)], "what is only added stays");
    whole(&scene.plan, "undone without them");
}

#[test]
fn nobody_but_the_program_writes_its_own_rows() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    for kind in [Kind::Print, Kind::SectionBase] {
        let edit = Edit::Add { kind, fresh: binder.outside().new_id(), source: None, values: Vec::new() };
        assert_eq!(binder.edit(&edit, &alone()).expect_err("refused").code(), "program-only", "{}", kind.noun());
    }
}
