//! For the nurse who dials the number on the page: a value that differs from its history never reaches paper in silence.

use binder::plan::Kind;
use binder::{Copy, Direction, Document, Keep};
use suite::rows::{added, alone, get, put};
use suite::scene::{Scene, open, whole};
use suite::sonae;
use suite::witness::{bare, damaged, sql};

/// What stands on every page that shows a row in doubt.
const MARK: &str = "未確認";

/// Every page of every document, for headquarters and for two departments, with the name of the document and the copy.
fn everything(scene: &Scene) -> Vec<(String, String, Vec<String>)> {
    let copies = ["hq", "ward:薬剤部", "ward:3階東病棟（急性期）"];
    let has = |document: &Document, copy: &str| copy == "hq" || document.has(&Copy::Ward(None));
    let asked = binder::DOCUMENTS.iter().flat_map(|one| copies.map(|copy| (one, copy)));
    let asked = asked.filter(|(document, copy)| has(document, copy));
    asked.map(|(one, copy)| (one.name.to_owned(), copy.to_owned(), scene.printed(one.name, copy))).collect()
}

/// A damaged value: table, column, which row, what stands there now, and on how many pages at least it is read.
const DAMAGED: &[(&str, &str, &str, &str, usize)] = &[
    ("roles", "night_phone", "name = '医療情報システム安全管理責任者'", "099-9988-7766", 4),
    ("departments", "phone", "name = '薬剤部'", "内線 9400", 4),
    ("departments", "name", "name = '5階病棟（療養）'", "5階病柬（療養）", 4),
    ("systems", "name", "rowid = 1", "電子カルチ", 4),
    ("procedure_steps", "text", "rowid = (SELECT min(rowid) FROM procedure_steps)", "先生の名前を読み間違えて書く", 1),
    ("organisations", "day_phone", "day_phone <> ''", "0120-99-8877", 1),
    ("late_drugs", "name", "rowid = 1", "インスリソ", 1),
];

#[test]
fn both_values_stand_wherever_one_of_them_would() {
    let scene = Scene::sample("hospital");
    let mut cases = Vec::new();
    for (table, column, which, value, least) in DAMAGED {
        let row = format!("(SELECT id FROM {table} WHERE {which} ORDER BY rowid LIMIT 1)");
        let logged = sql(&scene.plan, &format!("SELECT {column} FROM {table} WHERE id = {row}")).expect("read");
        assert!(!logged.is_empty(), "{table}.{column}");
        damaged(&scene.plan, &format!("UPDATE {table} SET {column} = '{value}' WHERE id = {row};"));
        cases.push((bare(value), bare(&logged), *least));
    }
    let mut seen = vec![0; cases.len()];
    for (document, copy, pages) in everything(&scene) {
        assert!(pages[0].contains("計画のファイルに食い違いがあります"), "{document} {copy}: page 1 says so");
        // Two pages abreast: whoever reads the text out of the PDF mixes their lines.
        if document == "forms-a3" {
            continue;
        }
        for (nth, page) in pages.iter().enumerate() {
            for (at, (found, logged, _)) in cases.iter().enumerate().filter(|(_, (found, ..))| page.contains(found)) {
                let both = page.contains(logged) && page.contains(MARK);
                assert!(both, "{document} {copy}, page {}: {found} without {logged}: {page}", nth + 1);
                seen[at] += 1;
            }
        }
    }
    for ((found, _, least), seen) in cases.iter().zip(seen) {
        assert!(seen >= *least, "{found} is read on {seen} pages");
    }
}

#[test]
fn a_private_value_in_doubt_stays_where_private_values_stand() {
    let scene = Scene::sample("hospital");
    let row = "(SELECT min(rowid) FROM people WHERE private_phone <> '')";
    let logged = sql(&scene.plan, &format!("SELECT private_phone FROM people WHERE rowid = {row}")).expect("read");
    damaged(&scene.plan, &format!("UPDATE people SET private_phone = '090-9999-8888' WHERE rowid = {row};"));
    let mut secret = 0;
    for (document, copy, pages) in everything(&scene) {
        for page in pages.iter().filter(|page| page.contains("09099998888") || page.contains(&bare(&logged))) {
            assert_eq!(copy, "hq", "{document}: {page}");
            assert!(page.contains("09099998888") && page.contains(&bare(&logged)), "{document}: both: {page}");
            secret += 1;
        }
    }
    assert!(secret > 0);
}

#[test]
fn a_plan_in_doubt_prints_is_not_exported_and_says_so() {
    let scene = Scene::sample("clinic");
    damaged(&scene.plan, "UPDATE facility SET name = '別の診療所';");
    let (plan, to) = (scene.plan.display().to_string(), scene.at("out").display().to_string());
    let told = |arguments: &[&str], code: i32| {
        let ran = sonae::sonae(arguments);
        assert_eq!(ran.code, Some(code), "{ran:?}");
        assert!(ran.err.contains("履歴と食い違う行が 1 あります"), "{ran:?}");
        ran.out
    };
    told(&["print", &plan, "--document", "poster", "-o", &to], 0);
    let found = told(&["check", &plan], 1);
    assert!(found.contains("ファイル 別の診療所／履歴 "), "{found}");
    for format in ["json", "xlsx", "csv"] {
        let list: &[&str] = if format == "json" { &[] } else { &["--kind", "people"] };
        told(
            &[&["export", &plan, "--format", format, "-o", &scene.at("export").display().to_string()], list].concat(),
            3,
        );
        assert!(!scene.at("export").exists(), "{format}");
    }
    let found = told(&["verify", &plan], 1);
    assert!(found.contains("ファイル 別の診療所／履歴 "), "{found}");
}

/// What a row of a plan says after one side was kept, and what an undo of that gives, where there is one.
fn decided(statement: &str, keep: Keep, asked: &str) -> (String, Option<String>) {
    let scene = Scene::sample("clinic");
    damaged(&scene.plan, statement);
    let (binder, report) = open(&scene.plan, false);
    assert_eq!(report.doubts, 1, "{statement}");
    let said = binder.doubts();
    binder.decide(Some((said[0].kind, said[0].id)), keep, &alone()).expect("decided");
    assert!(binder.doubts().is_empty() && binder.findings().iter().all(|one| one.check.id != "differs-from-history"));
    drop(binder);
    whole(&scene.plan, statement);
    assert_eq!(open(&scene.plan, false).1.doubts, 0, "for good");
    let now = sql(&scene.plan, asked).expect("read");
    let binder = scene.open();
    let offered = binder.steps().expect("read").0.is_some();
    let undone = offered.then(|| {
        binder.step_back(Direction::Undo, "").expect("undone");
        sql(&scene.plan, asked).expect("read")
    });
    whole(&scene.plan, "undone");
    (now, undone)
}

#[test]
fn a_person_decides_and_it_is_in_the_log_and_can_be_undone() {
    let asked = "SELECT count(*), max(name) FROM departments WHERE removed_at IS NULL";
    let at_first = sql(&Scene::sample("clinic").plan, asked).expect("read");
    let (count, name) = at_first.split_once('|').expect("two");
    let count: usize = count.parse().expect("a number");
    let of = |count: usize, name: &str| format!("{count}|{name}");
    let (changed, gone, new) = (
        "UPDATE departments SET name = '龠' WHERE rowid = 1;",
        "DELETE FROM departments WHERE name = (SELECT max(name) FROM departments);",
        "INSERT INTO departments(id, position, name) VALUES ('11111111-1111-4111-8111-111111111111', 'a', '龠');",
    );
    assert_eq!(decided(changed, Keep::Found, asked), (of(count, "龠"), Some(of(count, name))));
    assert_eq!(decided(changed, Keep::Logged, asked), (of(count, name), Some(of(count, "龠"))));
    assert_eq!(decided(gone, Keep::Found, asked).1, Some(of(count, name)), "undone, it is there again");
    // An undo would take a row out of the file.
    assert_eq!(decided(gone, Keep::Logged, asked), (of(count, name), None));
    assert_eq!(decided(new, Keep::Found, asked), (of(count + 1, "龠"), None));
    assert_eq!(decided(new, Keep::Logged, asked), (of(count, name), None), "removed, and still in the file");
}

#[test]
fn a_row_the_file_has_lost_is_printed_until_a_person_decides() {
    let scene = Scene::sample("clinic");
    let name = sql(&scene.plan, "SELECT max(name) FROM departments").expect("read");
    damaged(&scene.plan, "DELETE FROM departments WHERE name = (SELECT max(name) FROM departments);");
    let printed = scene.printed("binder", "hq");
    assert!(printed.iter().filter(|page| page.contains(&bare(&name)) && page.contains(MARK)).count() > 1);
    let before = std::fs::read(&scene.plan).expect("the plan");
    drop(open(&scene.plan, false));
    assert_eq!(std::fs::read(&scene.plan).expect("the plan"), before, "opening decides nothing");
}

#[test]
fn what_is_typed_over_a_value_in_doubt_is_decided() {
    let scene = Scene::sample("clinic");
    damaged(&scene.plan, "UPDATE people SET name = '別人', job = '別の職' WHERE rowid = 1;");
    let binder = scene.open();
    let doubt = binder.doubts().remove(0);
    assert_eq!(doubt.disputed.len(), 2);
    put(&binder, Kind::Person, doubt.id, "job", "看護師長", &alone()).expect("saved");
    assert_eq!(binder.doubts()[0].disputed.len(), 1, "the other value is still in doubt");
    put(&binder, Kind::Person, doubt.id, "name", "見本 花子", &alone()).expect("saved");
    assert!(binder.doubts().is_empty());
    assert_eq!(get(&binder, Kind::Person, doubt.id, "name").as_deref(), Some("見本 花子"));
    drop(binder);
    whole(&scene.plan, "typed over");
}

#[test]
fn a_row_the_file_has_lost_is_put_back_by_whoever_types_into_it() {
    let scene = Scene::sample("clinic");
    damaged(&scene.plan, "DELETE FROM departments WHERE name = (SELECT max(name) FROM departments);");
    let binder = scene.open();
    let doubt = binder.doubts().remove(0);
    put(&binder, Kind::Department, doubt.id, "phone", "7099", &alone()).expect("saved");
    assert!(binder.doubts().is_empty());
    drop(binder);
    whole(&scene.plan, "put back");
    let binder = scene.open();
    assert_eq!(get(&binder, Kind::Department, doubt.id, "phone").as_deref(), Some("7099"));
    assert_eq!(get(&binder, Kind::Department, doubt.id, "name"), Some(doubt.title.clone()));
    binder.step_back(Direction::Undo, "").expect("undone");
    assert_eq!(get(&binder, Kind::Department, doubt.id, "name"), Some(doubt.title), "undone is the typing alone");
}

#[test]
fn what_the_program_keeps_of_a_row_is_told_once() {
    let scene = Scene::sample("clinic");
    damaged(
        &scene.plan,
        "UPDATE departments SET position = 'zz', source = 'x', removed_at = '2026-11-29T00:00:00Z' WHERE rowid = 1;",
    );
    let disputed = scene.open().doubts().remove(0).disputed;
    assert_eq!(disputed.len(), 1, "{disputed:?}");
}

#[test]
fn a_number_many_posts_share_stands_with_the_number_of_each() {
    let scene = Scene::sample("hospital");
    let roles = sql(&scene.plan, "SELECT name || '|' || night_phone FROM roles WHERE night_phone <> ''").expect("read");
    let roles: Vec<(String, String)> = roles
        .lines()
        .filter_map(|line| line.split_once('|'))
        .map(|(name, number)| (bare(name), bare(number)))
        .collect();
    assert!(roles.len() > 8, "{roles:?}");
    damaged(&scene.plan, "UPDATE roles SET night_phone = '内線 9876' WHERE night_phone <> '';");
    let paper = scene.printed("binder", "ward:救急外来").concat();
    let places: Vec<usize> = paper.match_indices("内線9876").map(|(at, _)| at).collect();
    assert!(places.len() > 20, "{}", places.len());
    let mut told = 0;
    for at in places.into_iter().filter(|at| !paper[..*at].ends_with("ファイル")) {
        let before: Vec<char> = paper[..at].chars().rev().take(150).collect();
        let before: String = before.into_iter().rev().collect();
        let near = before.clone() + &paper[at..].chars().take(2_500).collect::<String>();
        let named: Vec<&(String, String)> = roles.iter().filter(|(name, _)| before.contains(name)).collect();
        let wanted = |(_, number): &&(String, String)| near.contains(&format!("履歴{number}"));
        let whose = if named.is_empty() { roles.iter().all(|one| wanted(&one)) } else { named.iter().any(wanted) };
        assert!(whose, "{named:?}: {near}");
        told += 1;
    }
    assert!(told > 5, "{told}");
}

#[test]
fn what_one_side_calls_somebodys_own_is_private_until_a_person_decides() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let place = binder.plan().live(Kind::Department).next().expect("a department").id();
    let values = [
        ("of_kind", "departments".to_owned()),
        ("of", place.to_string()),
        ("means", "mobile".to_owned()),
        ("value", "090-0000-0401".to_owned()),
        ("whose", "own".to_owned()),
    ];
    added(&binder, Kind::ContactPoint, &values);
    drop(binder);
    let wards = |scene: &Scene| scene.printed("binder", "ward").concat();
    assert!(!wards(&scene).contains("09000000401"));
    damaged(&scene.plan, "UPDATE contact_points SET whose = NULL WHERE value = '090-0000-0401';");
    assert!(!wards(&scene).contains("09000000401"), "the history still says so");
    assert!(scene.printed("binder", "hq").concat().contains("09000000401"));
    scene.open().decide(None, Keep::Found, &alone()).expect("a person says that it is nobody's own");
    assert!(wards(&scene).contains("09000000401"));
}

#[test]
fn a_card_says_of_every_value_in_doubt_that_it_is() {
    const NAME: &str = "髙橋（見本）";
    let cards = |statement: &str| {
        let scene = Scene::sample("hospital");
        let binder = scene.open();
        let id = binder.plan().live(Kind::Person).find(|one| one.title() == NAME).expect("there").id();
        put(&binder, Kind::Person, id, "private_phone", "", &alone()).expect("saved");
        drop(binder);
        damaged(&scene.plan, statement);
        scene.printed("wallet", "hq")
    };
    let marked = |pages: &[String], said: &str| {
        let with: Vec<&String> = pages.iter().filter(|page| page.contains(said)).collect();
        assert!(!with.is_empty(), "{said} is on a card");
        for page in with {
            let mut rest = page.as_str();
            while let Some(at) = rest.find(said) {
                // Where both sides are told it stands behind the word of its side.
                let told = ["ファイル", "："].iter().any(|word| rest[..at].ends_with(word));
                rest = &rest[at + said.len()..];
                let near: String = rest.chars().take(60).collect();
                assert!(told || near.contains(MARK), "{said} {near}: {page}");
            }
        }
    };
    let blank = "UPDATE people SET private_phone = '000-0000-7777' WHERE name = '髙橋（見本）';";
    marked(&cards(blank), "00000007777");
    marked(&cards("DELETE FROM people WHERE name = '髙橋（見本）';"), "髙橋（見本）");
}

#[test]
fn seals_say_whose_history_is_as_it_was_written() {
    let whole = |scene: &Scene, statement: &str| {
        damaged(&scene.plan, statement);
        let said: Vec<bool> = scene.open().doubts().iter().map(|doubt| doubt.history_whole).collect();
        said
    };
    let row = "UPDATE departments SET phone = '7099' WHERE rowid = 1;";
    assert_eq!(whole(&Scene::sample("clinic"), row), [true], "the file was damaged");
    let entry =
        "UPDATE log SET after = replace(after, 'phone', 'phonx') WHERE kind = 'departments' AND after LIKE '%phone%';";
    let said = whole(&Scene::sample("clinic"), entry);
    assert!(!said.is_empty() && said.iter().all(|whole| !whole), "the history was: {said:?}");
    let both = format!("{row} UPDATE tx SET person = '誰か' WHERE seq = 1;");
    assert_eq!(whole(&Scene::sample("clinic"), &both), [false], "nothing is proven where a seal is broken");
    let lost = "DELETE FROM departments WHERE rowid = 1;";
    assert_eq!(whole(&Scene::sample("clinic"), lost), [true]);
    // An entry that went to another row: what is left of it is not the history.
    let moved =
        "UPDATE log SET id = replace(id, '-4', '-5') WHERE n = (SELECT max(n) FROM log WHERE kind = 'departments');";
    assert!(whole(&Scene::sample("clinic"), moved).iter().all(|whole| !whole));
    // Seals a file got when it grew say nothing about before.
    let grown = suite::fixture::plan(9);
    drop(grown.open());
    assert_eq!(whole(&grown, row), [false]);
    let said = sonae::sonae(&["verify", &grown.plan.display().to_string()]);
    assert!(!said.out.contains("書いた時のまま"), "{said:?}");
}
