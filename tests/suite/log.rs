//! For everybody who types: every change is in the log, and can be taken back.

use binder::plan::{self, AnswerKey, Edit, Kind};
use binder::{Direction, Fault};
use suite::rows::{add, alone, get, put, step};
use suite::scene::{Scene, open, whole};
use suite::witness::sql;

#[test]
fn the_log_names_exactly_the_columns_that_changed() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::System, "電子カルテ");
    put(&binder, Kind::System, id, "purpose", "診察", &alone()).expect("saved");
    put(&binder, Kind::System, id, "purpose", "受付", &alone()).expect("saved");
    binder.edit(&Edit::Remove { kind: Kind::System, id }, &alone()).expect("removed");
    let said =
        sql(&scene.plan, &format!("SELECT op, before, after FROM log WHERE id = '{id}' AND op = 'U' ORDER BY n"));
    let said = said.expect("the log can be read by any program");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], r#"U|{"purpose":null}|{"purpose":"診察"}"#, "only the column that changed, by name");
    assert_eq!(lines[1], r#"U|{"purpose":"診察"}|{"purpose":"受付"}"#, "before and after");
    assert!(lines[2].starts_with(r#"U|{"removed_at":null}|{"removed_at":"2026-11-22T"#), "removal is a column");
    assert_eq!(lines.len(), 3);
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::System, "電子カルテ");
    let before = binder.snapshot().seq;
    let same = put(&binder, Kind::System, id, "name", "電子カルテ", &alone()).expect("no error");
    assert_eq!((same.seq, same.at, same.changed), (before, None, Vec::new()), "the same value again");
    let none = put(&binder, Kind::System, id, "purpose", "", &alone()).expect("no error");
    assert_eq!((none.seq, none.at), (before, None), "nothing into an empty field");
    let answer = Edit::Answer { key: AnswerKey::check_table("1-1", "note"), value: None, leaving: false };
    assert_eq!(binder.edit(&answer, &alone()).expect("no error").seq, before, "no answer where there was none");
    assert_eq!(sql(&scene.plan, "SELECT max(seq) FROM tx").expect("readable"), before.to_string());
}

#[test]
fn the_log_refuses_to_be_rewritten() {
    let scene = Scene::of("clinic");
    for statement in [
        "UPDATE log SET after = '{}' WHERE n = 1",
        "DELETE FROM log WHERE n = 1",
        "UPDATE tx SET person = '別人'",
        "DELETE FROM tx",
    ] {
        let said = sql(&scene.plan, statement).expect_err("the log is append-only");
        assert!(said.contains("append-only"), "{statement}: {said}");
    }
    whole(&scene.plan, "after refused statements");
}

#[test]
fn a_write_outside_a_transaction_of_ours_is_refused() {
    let scene = Scene::of("clinic");
    for statement in [
        "UPDATE facility SET name = '別の名前'",
        "INSERT INTO people(id, name) VALUES ('11111111-1111-4111-8111-111111111111', '誰か')",
        "DELETE FROM roles",
    ] {
        let said = sql(&scene.plan, statement).expect_err("a write nobody answers for");
        assert!(said.contains("NOT NULL"), "{statement}: {said}");
    }
    whole(&scene.plan, "after refused statements");
}

#[test]
fn undo_and_redo_work_across_restarts() {
    let scene = Scene::of("clinic");
    let id = add(&scene.open(), Kind::Person, "佐藤");
    put(&scene.open(), Kind::Person, id, "job", "看護師", &alone()).expect("saved");
    let job = || get(&scene.open(), Kind::Person, id, "job");
    let back = |direction| !scene.open().step_back(direction, "山田").expect("no error").changed.is_empty();
    assert!(back(Direction::Undo), "there was an edit");
    assert_eq!(job(), None, "the edit is undone");
    assert!(back(Direction::Undo), "there was an earlier one");
    assert!(scene.open().plan().rows.get(Kind::Person, id).is_none(), "undoing the insert takes the row out");
    assert!(back(Direction::Redo) && back(Direction::Redo), "both come again");
    assert_eq!(job().as_deref(), Some("看護師"), "the same record under the same id");
    assert!(!back(Direction::Redo), "nothing is left to redo");
    assert_eq!(scene.open().steps().expect("readable").0, "set-field people.job".parse().ok());
    whole(&scene.plan, "after undo and redo");
}

#[test]
fn several_saves_of_one_field_are_one_step() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Person, "佐藤");
    for typed in ["か", "看", "看護", "看護師"] {
        put(&binder, Kind::Person, id, "job", typed, &step("focus-1")).expect("saved");
    }
    put(&binder, Kind::Person, id, "extension", "123", &step("focus-2")).expect("saved");
    binder.step_back(Direction::Undo, "").expect("undone");
    assert_eq!(get(&binder, Kind::Person, id, "job").as_deref(), Some("看護師"), "only the last field");
    binder.step_back(Direction::Undo, "").expect("undone");
    assert_eq!(get(&binder, Kind::Person, id, "job"), None, "all four saves at once");
    binder.step_back(Direction::Redo, "").expect("redone");
    assert_eq!(get(&binder, Kind::Person, id, "job").as_deref(), Some("看護師"), "and all four again");
}

#[test]
fn typing_on_in_a_field_whose_step_was_undone_can_be_undone_too() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Person, "佐藤");
    put(&binder, Kind::Person, id, "job", "看護師", &step("focus-1")).expect("saved");
    binder.step_back(Direction::Undo, "").expect("undone");
    put(&binder, Kind::Person, id, "job", "医師", &step("focus-1")).expect("saved");
    binder.step_back(Direction::Undo, "").expect("undone");
    assert!(binder.plan().rows.get(Kind::Person, id).is_some(), "undo takes the newest edit, not an older one");
    assert_eq!(get(&binder, Kind::Person, id, "job"), None, "the newest edit is undone");
}

#[test]
fn a_new_edit_ends_redo_and_the_programs_own_writes_do_not() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Person, "佐藤");
    put(&binder, Kind::Person, id, "job", "看護師", &alone()).expect("saved");
    binder.step_back(Direction::Undo, "").expect("undone");
    drop(binder);
    // A change behind the log's back is entered by the program itself on the next opening.
    behind_the_log(&scene, "UPDATE facility SET address = '高知市'");
    let binder = scene.open();
    assert_eq!(binder.steps().expect("readable").1, "set-field people.job".parse().ok(), "redo is still there");
    add(&binder, Kind::Person, "鈴木");
    assert_eq!(binder.steps().expect("readable").1, None, "a person's new edit ends redo");
    let redone = binder.step_back(Direction::Redo, "").expect("no error");
    assert!(redone.changed.is_empty());
    assert_eq!(get(&binder, Kind::Person, id, "job"), None);
}

#[test]
fn making_the_plan_cannot_be_undone() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    assert_eq!(binder.steps().expect("readable"), (None, None), "the program made the first rows, not a person");
    assert!(binder.step_back(Direction::Undo, "").expect("no error").changed.is_empty());
}

#[test]
fn unticking_and_ticking_brings_back_the_same_row() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let entry = "systems/nurse-call";
    let first = binder.tick(entry, &alone()).expect("ticked").record.expect("its id");
    put(&binder, Kind::System, first, "purpose", "2階", &alone()).expect("saved");
    binder.edit(&Edit::Remove { kind: Kind::System, id: first }, &alone()).expect("unticked");
    let again = binder.tick(entry, &alone()).expect("ticked").record.expect("its id");
    assert_eq!(again, first, "the same catalogue entry is the same record");
    assert_eq!(get(&binder, Kind::System, first, "purpose").as_deref(), Some("2階"), "with what was typed in it");
    assert_eq!(first, plan::Id::derived(binder.plan().id, "systems", entry), "in every copy of this plan");
    let before = binder.snapshot().seq;
    let twice = binder.tick(entry, &alone()).expect("ticking what is ticked (a double click) is no error");
    assert_eq!(twice.seq, before, "and changes nothing");
}

#[test]
fn a_record_taken_away_by_another_program_does_not_block_undo() {
    let scene = Scene::of("clinic");
    let first = add(&scene.open(), Kind::Person, "佐藤");
    let second = add(&scene.open(), Kind::Person, "鈴木");
    behind_the_log(&scene, &format!("DELETE FROM people WHERE id = '{second}'"));
    let binder = scene.open();
    for _ in 0..2 {
        binder.step_back(Direction::Undo, "").expect("no error");
    }
    assert!(binder.plan().rows.get(Kind::Person, first).is_none(), "undo reaches the step before");
    whole(&scene.plan, "after undoing what was already gone");
}

#[test]
fn changes_behind_the_log_become_one_transaction_nobody_can_undo() {
    let scene = Scene::of("clinic");
    let id = add(&scene.open(), Kind::Person, "佐藤");
    behind_the_log(&scene, &format!("UPDATE people SET name = '別人' WHERE id = '{id}'; DELETE FROM restrictions"));
    let before = std::fs::read(&scene.plan).expect("readable");
    let (reader, report) = open(&scene.plan, true);
    assert_eq!(report.foreign_changes, 0, "a reader enters nothing in the log");
    assert!(
        reader
            .verify(&binder::Unwatched)
            .expect("readable")
            .iter()
            .any(|f| matches!(f, Fault::Row(Kind::Person, one) if *one == id))
    );
    drop(reader);
    assert_eq!(std::fs::read(&scene.plan).expect("readable"), before, "a reader leaves the file as it is");
    let (writer, report) = open(&scene.plan, false);
    assert!(report.foreign_changes > 1, "a writer says how many rows were changed");
    assert_eq!(get(&writer, Kind::Person, id, "name").as_deref(), Some("別人"), "and keeps them: nothing is lost");
    assert_eq!(writer.steps().expect("readable").0, "add people".parse().ok(), "undo stays with what people did");
    let said = sql(&scene.plan, "SELECT count(*), min(undoable) FROM tx WHERE operation = 'outside'");
    assert_eq!(said.expect("readable"), "1|0");
    drop(writer);
    whole(&scene.plan, "after the changes were entered");
    assert_eq!(open(&scene.plan, false).1.foreign_changes, 0, "once");
}

#[test]
fn verify_finds_a_row_a_trigger_and_a_pack_that_were_changed() {
    let spoiled = |statements: &str| {
        let scene = Scene::of("clinic");
        sql(&scene.plan, statements).expect("done");
        open(&scene.plan, true).0.verify(&binder::Unwatched).expect("readable")
    };
    let trigger = "DROP TRIGGER log_facility_update;";
    let faults = spoiled(trigger);
    assert_eq!(faults, [Fault::Trigger("log_facility_update".to_owned())], "a missing trigger");
    let faults =
        spoiled(&format!("{trigger} CREATE TRIGGER log_facility_update AFTER UPDATE ON facility BEGIN SELECT 1; END"));
    assert_eq!(
        faults,
        [Fault::Trigger("log_facility_update".to_owned())],
        "a trigger of the same name that logs nothing"
    );
    let faults = spoiled("CREATE TRIGGER mine AFTER UPDATE ON people BEGIN SELECT 1; END");
    assert_eq!(faults, [Fault::Trigger("mine".to_owned())], "a trigger that is not ours");
    // The trigger is taken away and put back, so only the comparison with the log can tell.
    let faults = spoiled(&format!(
        "CREATE TEMP TABLE kept AS SELECT sql FROM sqlite_master WHERE name = 'log_facility_update'; {trigger}
         UPDATE facility SET name = '別の病院';
         PRAGMA writable_schema = ON;
         INSERT INTO sqlite_master SELECT 'trigger', 'log_facility_update', 'facility', 0, sql FROM kept;"
    ));
    assert!(matches!(faults[..], [Fault::Row(Kind::Facility, _)]), "a changed row: {faults:?}");
    let scene = Scene::of("clinic");
    scene.pack_as_text(&[]);
    sql(&scene.plan, "UPDATE packs SET files = replace(files, '未発行', '発行済')").expect("done");
    let faults = open(&scene.plan, true).0.verify(&binder::Unwatched).expect("readable");
    assert!(matches!(faults[..], [Fault::Pack(_)]), "a changed pack: {faults:?}");
    assert_eq!(spoiled("SELECT 1"), [], "a plan nobody touched");
}

/// Changes rows with the triggers gone, as another program would.
fn behind_the_log(scene: &Scene, statements: &str) {
    let drop: Vec<String> = ["facility", "people", "restrictions"]
        .iter()
        .flat_map(|noun| ["insert", "update", "delete"].map(|verb| format!("DROP TRIGGER log_{noun}_{verb};")))
        .collect();
    sql(&scene.plan, &format!("{} {statements};", drop.concat())).expect("another program can do that");
}
