//! For plans of other years: older ones open, newer ones are refused and untouched.

use binder::Direction;
use binder::plan::Kind;
use suite::outside::Still;
use suite::rows::{add, alone, put};
use suite::scene::{Scene, open, whole};
use suite::witness::sql;
use suite::{actor, checkout};

#[test]
fn a_plan_of_a_newer_program_is_refused_by_name_and_untouched() {
    // WAL is what a newer program might choose; asking for our mode would rewrite the header.
    for mode in ["truncate", "wal"] {
        let scene = Scene::of("clinic");
        let newer = format!(
            "UPDATE meta SET value = '9.1.0' WHERE key = 'program'; PRAGMA journal_mode = {mode}; PRAGMA user_version = 900;"
        );
        sql(&scene.plan, &newer).expect("done");
        let before = std::fs::read(&scene.plan).expect("readable");
        for read_only in [false, true] {
            let error = binder::Binder::open(&scene.plan, read_only, Still::world()).err().expect("refused");
            assert_eq!(error.code(), "newer", "{mode}: {error}");
            assert_eq!(error.words(), ["9.1.0"], "the sentence names the program to install");
        }
        assert_eq!(std::fs::read(&scene.plan).expect("readable"), before, "{mode}: not one byte was changed");
    }
}

#[test]
fn columns_a_newer_program_added_do_not_disturb_and_are_not_lost() {
    let scene = Scene::of("clinic");
    let id = add(&scene.open(), Kind::Person, "佐藤");
    sql(&scene.plan, "ALTER TABLE people ADD COLUMN nickname TEXT; CREATE TABLE later(id TEXT);").expect("done");
    put(&scene.open(), Kind::Person, id, "job", "看護師", &alone()).expect("still editable");
    whole(&scene.plan, "with a column of a later program");
    assert!(sql(&scene.plan, "SELECT nickname FROM people").is_ok(), "the column stays");
}

#[test]
fn a_plan_on_a_pack_older_than_a_field_or_a_word_opens() {
    let scene = Scene::of("clinic");
    // The stored pack as a program wrote it that knew neither of the two.
    scene.pack_as_text(&[("\\nround_minutes = {", "\\n# {"), ("\\nhandling = ", "\\n# ")]);
    let binder = scene.open();
    let id = binder.plan().facility().expect("the facility").row.id;
    put(&binder, Kind::Facility, id, "round_minutes", "30", &alone()).expect("the later field can be filled in");
    assert!(!binder.template().label("facility", "round_minutes").is_ascii(), "and has a label of today's program");
    assert!(!binder.template().word("handling").is_empty(), "as has the later word of the paper");
}

#[test]
fn a_field_of_a_new_version_raises_the_schema() {
    // Forgotten, an older file would never grow the new column, and what is typed into it would be rolled back.
    let newest = Kind::ALL.iter().flat_map(|kind| kind.fields()).map(|field| field.since).max();
    assert!(
        newest <= Some(binder::plan::SCHEMA),
        "a version may bring a fixed table alone, a field never comes without one"
    );
}

#[test]
fn a_plan_of_version_1_opens_reads_and_grows() {
    let scene = Scene::empty();
    std::fs::copy(checkout("tests/fixtures/plan-v1.sonae"), &scene.plan).expect("the committed fixture");
    let (reader, _) = open(&scene.plan, true);
    assert_eq!(reader.verify(&binder::Unwatched).expect("readable"), [], "the fixture is sound");
    drop(reader);
    let binder = scene.open();
    let plan = binder.plan();
    assert_eq!(plan.facility().and_then(|f| f.name.clone()).as_deref(), Some("みらい診療所"));
    let person =
        plan.live(Kind::Person).find(|one| one.title() == "髙橋 𠮷塚").expect("the person of the fixture").id();
    assert_eq!(binder.steps().expect("readable").1, "set-field people.job".parse().ok(), "its undo is still there");
    put(&binder, Kind::Person, person, "job", "事務長", &alone()).expect("and it can be edited");
    drop(binder);
    whole(&scene.plan, "version 1 after an edit of today's program");
}

#[test]
fn a_file_of_this_version_that_lacks_a_column_grows_and_what_was_changed_outside_is_still_seen() {
    let scene = Scene::of("clinic");
    // As a program between two versions left it, and another program went through it.
    let lacking = "DROP TRIGGER log_departments_insert; DROP TRIGGER log_departments_update; \
        DROP TRIGGER log_departments_delete; ALTER TABLE departments DROP COLUMN patients; \
        DROP TRIGGER log_facility_update; UPDATE facility SET address = '高知市';";
    sql(&scene.plan, lacking).expect("done");
    let (binder, report) = open(&scene.plan, false);
    assert_eq!(report.foreign_changes, 1, "the change of the other program is entered in the log");
    let ward = binder.plan().live(Kind::Department).next().expect("a department").id();
    put(&binder, Kind::Department, ward, "patients", "1", &alone()).expect("the column is there again");
    drop(binder);
    whole(&scene.plan, "grown and entered in one transaction");
}

#[test]
#[ignore = "writes tests/fixtures/plan-v1.sonae once; never again after version 1 was released"]
fn actor_writes_the_fixture_of_version_1() {
    let Some(stage) = actor::stage() else { return };
    let path = stage.join("plan-v1.sonae");
    suite::scene::fresh(&path, "clinic");
    let binder = open(&path, false).0;
    let id = add(&binder, Kind::Person, "髙橋 𠮷塚");
    put(&binder, Kind::Person, id, "private_phone", "090-0000-0000", &alone()).expect("saved");
    binder.tick("systems/emr", &alone()).expect("ticked");
    put(&binder, Kind::Person, id, "job", "事務", &alone()).expect("saved");
    binder.step_back(Direction::Undo, "山田").expect("undone");
}
