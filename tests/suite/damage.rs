//! For whoever has a bad disk: what is acknowledged is in the file.

use binder::plan::Kind;
use binder::{Binder, Direction, Error, Fault};
use suite::outside::Still;
use suite::rows::{add, alone, get, put};
use suite::scene::{Scene, open};
use suite::sonae;
use suite::witness::{damaged, sql};

/// SQLite finds a row through an index. Every bit of it, one after the other: the plan is refused as damaged, or the edit is
/// in the file. (With a quick check at opening, an edit was acknowledged that no row had taken.)
#[test]
fn a_flipped_bit_in_an_index_is_damage_and_no_lost_edit() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let ids: Vec<_> = ["カルテ", "画像", "検査", "薬", "会計"].map(|name| add(&binder, Kind::Device, name)).into();
    drop(binder);
    let number = |statement: &str| -> usize { sql(&scene.plan, statement).expect("read").parse().expect("a number") };
    let page = number("PRAGMA page_size;");
    let root = number("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_devices_1';");
    let sound = std::fs::read(&scene.plan).expect("the plan");
    let path = scene.at("damaged.sonae");
    let mut refused = 0;
    // Entries of an index lie at the end of its page, some forty bytes each.
    for back in (1..200_usize).step_by(4) {
        let mut bytes = sound.clone();
        bytes[root * page - back] ^= 1 << (back % 8);
        std::fs::write(&path, &bytes).expect("written");
        let done = Binder::open(&path, false, Still::world()).and_then(|(binder, _)| {
            ids.iter().try_for_each(|id| put(&binder, Kind::Device, *id, "purpose", "診察", &alone()).map(drop))
        });
        match done {
            Err(error) => {
                assert_eq!(Error::code(&error), "damaged", "{back}: {error}");
                refused += 1;
            }
            Ok(()) => {
                let there = "SELECT count(*) FROM devices NOT INDEXED WHERE purpose = '診察';";
                assert_eq!(sql(&path, there).expect("read"), ids.len().to_string(), "{back}: acknowledged");
            }
        }
    }
    assert!(refused > 40, "nearly every bit matters: {refused}");
}

/// A cell that holds no text was "the disk failed, save again"; no disk mends it, a backup does.
#[test]
fn a_cell_that_is_no_text_and_a_table_that_is_not_there_are_called_damage() {
    for statement in [
        "UPDATE facility SET name = CAST(x'e38182ff' AS TEXT);",
        "UPDATE facility SET name = x'ff00';",
        "DROP TABLE facility;",
        "DROP TABLE log;",
    ] {
        let scene = Scene::of("clinic");
        let drop = "SELECT 'DROP TRIGGER ' || quote(name) || ';' FROM sqlite_schema WHERE type = 'trigger';";
        let drop = sql(&scene.plan, drop).expect("the triggers");
        sql(&scene.plan, &format!("{drop}\n{statement}")).expect("changed");
        let plan = scene.plan.display().to_string();
        sonae::sonae(&["check", &plan]).refused("damaged", 4);
        sonae::sonae(&["export", &plan, "--format", "json", "-o", &scene.at("a.json").display().to_string()])
            .refused("damaged", 4);
    }
}

/// A view has the name of a table, and no end: nobody waits for it.
#[test]
fn what_only_has_the_name_of_a_table_is_damage_and_hangs_nothing() {
    let endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, x AS name, x AS value, x AS key";
    for table in ["people", "facility", "meta", "tx", "log", "packs", "cur", "seals"] {
        for made in [
            format!("CREATE VIEW \"{table}\" AS {endless} FROM c"),
            format!("CREATE VIRTUAL TABLE \"{table}\" USING fts5(id, name, value, key)"),
        ] {
            let scene = Scene::of("clinic");
            let drop = "SELECT 'DROP TRIGGER ' || quote(name) || ';' FROM sqlite_schema WHERE type = 'trigger';";
            let drop = sql(&scene.plan, drop).expect("the triggers");
            if sql(&scene.plan, &format!("{drop}\nDROP TABLE \"{table}\"; {made};")).is_err() {
                continue; // this sqlite3 has no such module
            }
            let plan = scene.plan.display().to_string();
            for command in ["verify", "check", "recovery"] {
                sonae::sonae(&[command, &plan]).refused("damaged", 4);
            }
            assert_eq!(
                Binder::open(&scene.plan, false, Still::world()).err().map(|error| error.code()),
                Some("damaged")
            );
        }
    }
    // One of a newer program is refused by name all the same.
    let scene = Scene::of("clinic");
    let newer = format!("DROP TABLE meta; CREATE VIEW meta AS {endless} FROM c; PRAGMA user_version = 900;");
    sql(&scene.plan, &newer).expect("done");
    sonae::sonae(&["check", &scene.plan.display().to_string()]).refused("newer", 3);
}

#[test]
fn verify_names_rows_without_an_id_and_transactions_that_are_gone_or_others() {
    let faults = |statement: &str| {
        let scene = Scene::sample("clinic");
        damaged(&scene.plan, statement);
        scene.open();
        open(&scene.plan, true).0.verify(&binder::Unwatched).expect("readable")
    };
    let last = "DELETE FROM tx WHERE seq = (SELECT max(seq) FROM tx);";
    assert!(faults(last).contains(&Fault::Transaction(1)), "the sample has one");
    assert!(faults("DELETE FROM tx;").contains(&Fault::Transaction(1)));
    for changed in [
        "UPDATE tx SET at = replace(at, '2026', '2025') WHERE seq = 1;",
        "UPDATE tx SET person = '別の人' WHERE seq = 1;",
        "UPDATE log SET before = '{}' WHERE n = (SELECT min(n) FROM log WHERE tx = 1);",
        "DELETE FROM seals;",
        "DELETE FROM tx; DELETE FROM log;",
    ] {
        assert!(faults(changed).contains(&Fault::Transaction(1)), "{changed}");
    }
    let found = faults("UPDATE people SET id = 'x' || id WHERE rowid = 1;");
    assert!(found.contains(&Fault::Unnamed(Kind::Person)), "{found:?}");
    assert!(
        found.iter().any(|fault| matches!(fault, Fault::Row(Kind::Person, _))),
        "and the row is missing: {found:?}"
    );
}

/// What an undo writes stands in the log alone: a value that was damaged there does not come back as the old one.
#[test]
fn an_undo_of_what_is_no_longer_as_it_was_entered_is_damage() {
    let scene = Scene::of("clinic");
    let id = add(&scene.open(), Kind::Person, "佐藤");
    put(&scene.open(), Kind::Person, id, "job", "看護師", &alone()).expect("saved");
    put(&scene.open(), Kind::Person, id, "job", "薬剤師", &alone()).expect("saved");
    let spoilt = "UPDATE log SET before = replace(before, '看護師', '看護帥') WHERE n = (SELECT max(n) FROM log);";
    damaged(&scene.plan, spoilt);
    let binder = scene.open();
    assert!(binder.doubts().is_empty(), "the rows are as the log says");
    let said = binder.step_back(Direction::Undo, "").err().map(|error| error.code());
    assert_eq!(said, Some("damaged"));
    assert_eq!(get(&binder, Kind::Person, id, "job").as_deref(), Some("薬剤師"));
}

/// What is left of a transaction that was lost, and what of a seal cannot be read, keep nobody from their plan.
#[test]
fn a_damaged_seal_keeps_nobody_from_opening_or_writing() {
    for spoilt in [
        "DELETE FROM tx WHERE seq = (SELECT max(seq) FROM tx);",
        "DELETE FROM log WHERE tx = (SELECT max(seq) FROM tx); DELETE FROM tx WHERE seq = (SELECT max(seq) FROM tx);",
        "UPDATE seals SET seal = CAST(x'B3' || substr(seal, 2) AS TEXT); UPDATE departments SET phone = '9999' WHERE rowid = 1;",
        "UPDATE seals SET seal = CAST(seal AS BLOB);",
        "UPDATE tx SET schema = 'x' WHERE seq = 1; UPDATE departments SET phone = '9999' WHERE rowid = 1;",
        "PRAGMA user_version = 8;",
    ] {
        let scene = Scene::sample("clinic");
        let id = add(&scene.open(), Kind::Person, "佐藤");
        put(&scene.open(), Kind::Person, id, "job", "看護師", &alone()).expect("saved");
        damaged(&scene.plan, spoilt);
        let binder = scene.open();
        assert!(binder.doubts().iter().all(|doubt| !doubt.history_whole), "{spoilt}: nothing is proven");
        let other = add(&binder, Kind::Person, "鈴木");
        assert_eq!(get(&binder, Kind::Person, other, "name").as_deref(), Some("鈴木"), "{spoilt}");
        let faults = binder.verify(&binder::Unwatched).expect("readable");
        let healed = spoilt.starts_with("PRAGMA");
        assert_eq!(faults.iter().any(|fault| matches!(fault, Fault::Transaction(_))), !healed, "{spoilt}: {faults:?}");
        binder.step_back(Direction::Undo, "").expect("and what was typed since is undone");
    }
}
