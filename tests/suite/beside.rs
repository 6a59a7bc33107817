//! For the inspection and the exercise: checklists and scenarios are packs of their own, whole in every plan, and a
//! corrected one comes from a folder.

use binder::{Binder, Direction, Fault, PackSource, Taking};
use serde_json::Value;
use std::path::PathBuf;
use suite::scene::{Scene, open, whole};
use suite::witness::{sql, tool};
use suite::{checkout, sonae};
use template::{Mark, PackFiles, PackKind, check_checklist, check_scenario, string_tables};

const LIST: &str = "mhlw-security-2025";
const LISTS: [&str; 3] = ["mhlw-security-2023", "mhlw-security-2024", LIST];
const SCENARIO: &str = "clinic-monday-morning";

fn ids(binder: &Binder) -> (Vec<String>, Vec<String>) {
    let lists = binder.checklists().expect("readable").into_iter().map(|one| one.id).collect();
    (lists, binder.scenarios().expect("readable").into_iter().map(|one| one.id).collect())
}

/// A folder with one of the program's packs, its head changed.
fn changed(scene: &Scene, kind: PackKind, id: &str, from: &str, to: &str) -> PathBuf {
    let folder = scene.at("stick");
    let inside = folder.join(kind.folder());
    std::fs::create_dir_all(&inside).expect("made");
    let pack = inside.join(id);
    if !pack.exists() {
        let own = checkout("templates").join(kind.folder()).join(id);
        tool("cp", &["-r", &own.display().to_string(), &pack.display().to_string()]);
    }
    let head = pack.join(kind.head());
    let text = std::fs::read_to_string(&head).expect("there");
    assert!(text.contains(from), "{from}");
    std::fs::write(&head, text.replacen(from, to, 1)).expect("written");
    folder
}

#[test]
fn a_new_plan_keeps_the_programs_lists_and_scenarios_whole_and_they_go_with_its_json() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    assert_eq!(ids(&binder), (LISTS.map(str::to_owned).to_vec(), vec![SCENARIO.to_owned()]));
    assert_eq!(binder.earlier_packs().expect("readable"), [], "they are no packs the plan was on");
    let text = binder.export_json(&binder::Unwatched).expect("exported");
    drop(binder);
    whole(&scene.plan, "with packs beside the model");
    let (json, made) = (scene.at("plan.json"), scene.at("写し.sonae"));
    std::fs::write(&json, &text).expect("written");
    sonae::did(&["import", "plan", &json.to_string_lossy(), "-o", &made.to_string_lossy()]);
    assert_eq!(open(&made, true).0.export_json(&binder::Unwatched).expect("exported"), text, "the same again");
}

#[test]
fn lists_and_scenarios_of_other_institutions_are_kept_and_not_shown() {
    let scene = Scene::of("pharmacy");
    let binder = scene.open();
    assert_eq!(ids(&binder), (LISTS.map(str::to_owned).to_vec(), vec!["pharmacy-evening".to_owned()]));
    assert!(
        binder.export_json(&binder::Unwatched).expect("exported").contains(LIST),
        "kept: the kind of an institution may be mended"
    );
    let of_hospitals = ["alarm-cuts-the-network", "night-ransomware"].map(str::to_owned).to_vec();
    let lists = ["mhlw-fee-2024"].iter().chain(&LISTS).map(|id| (*id).to_owned()).collect();
    assert_eq!(ids(&Scene::of("hospital").open()), (lists, of_hospitals));
    // A list of the first format was one form, of the kinds of institution in its head.
    let head = [("format = 2", "format = 1"), ("year = 2025\n", "institutions = [\"hospital\"]\n")];
    let mut folder = scene.at("stick");
    for (from, to) in head {
        folder = changed(&scene, PackKind::Checklist, LIST, from, to);
    }
    let text = std::fs::read_to_string(folder.join("checklists").join(LIST).join("checklist.toml")).expect("there");
    let (before, after) = (text.find("[[form]]").expect("forms"), text.find("[[answer]]").expect("answers"));
    let mut text = format!("{}{}", &text[..before], &text[after..]);
    while let Some(at) = text.find("[[item.variant]]") {
        let end = text[at + 2..].find("[[").map_or(text.len(), |end| at + 2 + end);
        text.replace_range(at..end, "");
    }
    std::fs::write(folder.join("checklists").join(LIST).join("checklist.toml"), text).expect("written");
    binder.take_packs(PackKind::Checklist, &PackSource::Folder(folder), "山田").expect("taken");
    assert_eq!(ids(&binder).0, LISTS[..2], "no pharmacy's");
}

#[test]
fn a_plan_of_an_older_program_has_none_until_somebody_takes_them() {
    let scene = Scene::empty();
    std::fs::copy(checkout("tests/fixtures/plan-v1.sonae"), &scene.plan).expect("the committed fixture");
    assert_eq!(ids(&open(&scene.plan, true).0), (Vec::new(), Vec::new()), "opened for reading");
    let binder = scene.open();
    assert_eq!(ids(&binder), (Vec::new(), Vec::new()), "nothing is put on anybody");
    let json: Value = serde_json::from_str(&binder.export_json(&binder::Unwatched).expect("exported")).expect("JSON");
    assert_eq!(json["checklists"], serde_json::json!([]), "and its JSON says so");
    let take = || binder.take_packs(PackKind::Checklist, &PackSource::Own, "山田").expect("taken");
    assert_eq!(take()[0].taking, Taking::New);
    let steps = sql(&scene.plan, "SELECT count(*) FROM tx").expect("counted");
    assert_eq!(take()[0].taking, Taking::Same);
    assert_eq!(sql(&scene.plan, "SELECT count(*) FROM tx").expect("counted"), steps, "nothing to write");
    assert_eq!(ids(&binder), (LISTS.map(str::to_owned).to_vec(), Vec::new()));
    drop(binder);
    whole(&scene.plan, "grown, with a list");
}

#[test]
fn another_edition_takes_the_place_of_the_earlier_which_can_be_returned_to() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    suite::rows::add(&binder, binder::plan::Kind::Person, "佐藤");
    let first = binder.checklists().expect("readable").remove(2).hash;
    let folder = changed(&scene, PackKind::Checklist, LIST, "令和7年度", "令和7年度（訂正）");
    let source = PackSource::Folder(folder.clone());
    let taken = binder.take_packs(PackKind::Checklist, &source, "山田").expect("taken");
    assert_eq!((taken.len(), taken[0].taking), (1, Taking::Other));
    let edition = |binder: &Binder| binder.checklists().expect("readable").remove(2).edition;
    assert!(edition(&binder).contains("訂正"));
    binder.step_back(Direction::Undo, "山田").expect("undone");
    assert!(edition(&binder).contains("訂正"), "undo takes back what a person typed, not a pack");
    let back = PackSource::Stored(first.clone());
    binder.take_packs(PackKind::Checklist, &back, "山田").expect("back");
    assert!(!edition(&binder).contains("訂正"));
    let wrong = binder.take_packs(PackKind::Scenario, &back, "山田").expect_err("a list is no scenario");
    assert_eq!(wrong.code(), "not-found");
    assert_eq!(binder.pack_offers(&back).expect_err("nor a model").code(), "not-found");
    let none = binder.take_packs(PackKind::Scenario, &source, "山田").expect_err("none there");
    assert_eq!(none.code(), "pack-folder");
    // Both are in the file, and verify looks at both.
    drop(binder);
    whole(&scene.plan, "there and back");
    sql(&scene.plan, &format!("UPDATE packs SET packed = x'00' WHERE id = '{LIST}' AND hash <> '{first}'"))
        .expect("done");
    let (reader, _) = open(&scene.plan, true);
    assert!(matches!(reader.verify(&binder::Unwatched).expect("readable")[..], [Fault::Pack(_)]));
    assert!(!edition(&reader).contains("訂正"), "a spoilt earlier one stands in nobody's way");
}

#[test]
fn every_mistake_in_a_list_or_scenario_is_named_with_its_file_and_line() {
    let list = [
        ("format = 2", "format = 3", "より新しい書き方"),
        ("format = 2", "format = 0", "1からの番号"),
        ("id = \"mhlw", "id = \"mhwl", "フォルダの名前と違います"),
        ("[\"hospital\"", "[\"hotel\"", "知らない施設の種別"),
        ("asks = \"day\"", "asks = \"month\"", "answer か day"),
        ("after = \"no\"", "after = \"never\"", "この束に無い答え"),
        ("ends = \"no\"", "ends = \"never\"", "この束に無い答え"),
        ("group = \"1\"", "group = \"9\"", "この束に無い区分"),
        ("number = \"2②\"", "number = \"2①\"", "2つあります"),
        ("id = \"2-2\"", "id = \"2-1\"", "2つあります"),
        ("mark = \"seen\"\nabout", "mark = \"sure\"\nabout", "mark は"),
        ("publisher = \"厚生労働省\"", "publisher = \"\"", "publisher が空です"),
        ("[[group]]", "[[grope]]", "読めません"),
        ("id = \"institution\"", "id = \"institution\"\nsupplier = true", "先に1つ要ります"),
        ("rounds = 2", "rounds = 6", "1から5です"),
        ("form = \"supplier\"", "form = \"visitor\"", "この束に無い用紙"),
        ("year = 2025", "year = 2025\ninstitutions = [\"hospital\"]", "用紙（form）ごと"),
        ("id = \"none\"", "id = \"maybe\"", "yes・no・none"),
        ("proof = [\"block/roles\"]", "proof = [\"block/rolls\"]", "印刷に無い所"),
        ("records = [\"roles\"]", "records = [\"rolls\"]", "rolls"),
        ("item = \"3-3\"", "item = \"3-9\"", "この束に無い項目"),
        ("of = [\"3-3\"]", "of = []", "1つは書きます"),
    ];
    let scenario = [
        ("format = 3", "format = 4", "より新しい書き方"),
        ("minute = 10", "minute = 5", "前の出来事より早い"),
        ("\nminutes = 30", "\nminutes = 15", "より後の出来事"),
        ("id = \"queue\"", "id = \"plug\"", "2つあります"),
        ("from = \"受付\"", "from = \" \"", "from が空です"),
        ("listen = \"", "hear = \"", "読めません"),
        // The budget of time (format 2): a scenario nobody can play is none.
        ("review_minutes = 7", "", "opening_minutes"),
        ("opening_minutes = 3", "opening_minutes = 11", "始まりは 10 分まで"),
        ("review_minutes = 7", "review_minutes = 6", "振り返りに 7 分以上"),
        ("\nminutes = 30", "\nminutes = 65535", "分以上を残します"),
        ("minute = 15", "minute = 16", "話し合いは 20 分です。終わりの 5 分には"),
        (
            "[[inject]]",
            "[[inject]]\nid = \"more\"\nminute = 1\nfrom = \"受付\"\nto = \"全員\"\ntext = \"一つ多い。\"\nlisten = \"無し。\"\n\n[[inject]]",
            "出来事は 4 個まで",
        ),
        // What plays somebody's plan (format 3).
        ("level = 1", "level = 6", "level（何年目向けか）"),
        ("[\n  \"前の処方", "[\n  \"{hit.2.name}\",\n  \"前の処方", "2 番目の hit がありません"),
        ("{hit.1.name}も予約", "{hit.1.address}も予約", "差し込みの形が違います"),
        ("{hit.1.name}も予約", "{people/x}も予約", "差し込みの形が違います"),
        ("{hit.1.name}も予約", "{hit.1.name も予約", "対応する"),
        ("entries = [\"systems/emr\"", "entries = [\"roles/chief\"", "systems/…"),
        ("record = \"procedures/clinic-p", "record = \"prescriptions/p", "記録の種類"),
        ("leaves = \"{decisions/paper-start.who}\"\n", "", "席を外す出来事"),
        ("may_fall = true\n", "", "外してよい出来事"),
        ("[[reserve]]", "[[inject]]", "予備の出来事"),
        ("clock = \"月曜 8:20\"", "clock = \"\"", "clock が空です"),
        ("minute = 0\nclock", "minute = 3\nclock", "minute = 0 で始まります"),
        ("「手書きの処方箋を", "「LONG手書きの処方箋を", "映して読めるのは 160 字まで"),
    ];
    let cases = list.map(|case| (PackKind::Checklist, LIST, case));
    let cases = cases.into_iter().chain(scenario.map(|case| (PackKind::Scenario, SCENARIO, case)));
    for (kind, id, (from, to, says)) in cases {
        let scene = Scene::empty();
        let folder = changed(&scene, kind, id, from, &to.replace("LONG", &"長い".repeat(60)));
        let found = sonae::sonae(&["lint", &folder.to_string_lossy()]);
        assert_eq!(found.code, Some(1), "{from} → {to}: {found:?}");
        let file = format!("{}/{id}/{}:", kind.folder(), kind.head());
        assert!(found.out.contains(&file) && found.out.contains(says), "{from} → {to}: {found:?}");
    }
    let scene = Scene::empty();
    let folder = changed(&scene, PackKind::Checklist, LIST, "format", "format");
    let done = sonae::did(&["lint", &folder.to_string_lossy()]);
    assert!(done.out.contains("checklists/mhlw-security-2025"), "a stick with lists alone is linted: {done:?}");
    std::fs::write(folder.join("checklists").join(LIST).join("more.toml"), "").expect("written");
    let found = sonae::sonae(&["lint", &folder.to_string_lossy()]);
    assert!(found.out.contains("more.toml:1: このファイルは読まれません"), "{found:?}");
}

#[test]
fn a_broken_list_changes_nothing_be_it_in_a_folder_or_in_json() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let source = PackSource::Folder(changed(&scene, PackKind::Checklist, LIST, "format = 2", "format = 3"));
    let refused = binder.take_packs(PackKind::Checklist, &source, "山田").expect_err("refused");
    assert_eq!(refused.code(), "pack-broken");
    assert_eq!(ids(&binder).0, LISTS);
    let mut json: Value =
        serde_json::from_str(&binder.export_json(&binder::Unwatched).expect("exported")).expect("JSON");
    let import = |json: &Value| {
        let (from, to) = (scene.at("plan.json"), scene.at("new.sonae"));
        std::fs::write(&from, json.to_string()).expect("written");
        let _ = std::fs::remove_file(&to);
        (sonae::sonae(&["import", "plan", &from.to_string_lossy(), "-o", &to.to_string_lossy()]), to)
    };
    let head = format!("/checklists/3/files/checklists~1{LIST}~1checklist.toml");
    let good = json.pointer(&head).cloned().expect("there");
    *json.pointer_mut(&head).expect("there") = "format = 3".into();
    import(&json).0.refused("pack-broken", 3);
    *json.pointer_mut(&head).expect("there") = good;
    json["format"] = 2.into();
    json.as_object_mut().expect("an object").retain(|key, _| key != "checklists" && key != "scenarios");
    let (_, made) = import(&json);
    assert_eq!(ids(&open(&made, true).0), ids(&binder), "a plan of format 2 begins with the program's own");
}

#[test]
fn the_command_line_says_them_and_takes_others() {
    let scene = Scene::of("clinic");
    let plan = scene.plan.to_string_lossy().into_owned();
    let said = sonae::did(&["checklists", &plan]).out;
    assert!(said.contains("2⑦\tパスワードは英数字"), "{said}");
    assert!(said.contains("2⑤\t〔辞めた人"), "a title nobody saw stands in brackets: {said}");
    let json: Value = serde_json::from_str(&sonae::did(&["checklists", &plan, "--json"]).out).expect("JSON");
    assert_eq!(json["checklists"][2]["items"].as_array().map(Vec::len), Some(19));
    let said = sonae::did(&["scenarios", &plan]).out;
    assert!(said.contains("6分\t受付 → 全員\t") && said.contains("始まり 3分、話し合い 20分、振り返り 7分"), "{said}");
    let json: Value = serde_json::from_str(&sonae::did(&["scenarios", &plan, "--json"]).out).expect("JSON");
    assert_eq!(json["scenarios"][0]["script"]["cards"].as_array().map(Vec::len), Some(4));

    let folder = changed(&scene, PackKind::Scenario, SCENARIO, "第3版", "第4版").to_string_lossy().into_owned();
    let taken = sonae::did(&["scenarios", &plan, "--folder", &folder]).out;
    assert!(taken.starts_with("入れ替えた\tclinic-monday-morning"), "{taken}");
    assert!(sonae::did(&["scenarios", &plan]).out.contains("第4版"));
    let taken: Value = serde_json::from_str(&sonae::did(&["scenarios", &plan, "--own", "--json"]).out).expect("JSON");
    let back = |one: &Value| one["id"] == SCENARIO && one["taken"] == "other";
    assert!(taken["taken"].as_array().is_some_and(|all| all.iter().any(back)), "{taken}");
    whole(&scene.plan, "taken over on the command line");
}

/// Titles are facts: what is marked as seen is word for word what the official document says, and nothing else is.
#[test]
fn titles_of_the_checklist_are_those_that_were_seen() {
    let text = std::fs::read_to_string(checkout("tests/fixtures/official-checklist.toml")).expect("the committed list");
    let mut official = string_tables(&text);
    for (id, unseen) in [("mhlw-security-2023", 12), ("mhlw-security-2024", 18), (LIST, 8)] {
        let files = PackFiles::read(PackKind::Checklist, &checkout("templates"), id).expect("readable");
        let list = check_checklist(&files, &plan::vocabulary()).expect("sound");
        let seen = list.items.iter().filter(|item| item.mark == Mark::Seen);
        let seen: Vec<_> = seen.map(|item| (item.number.clone(), item.title.clone())).collect();
        let mut wanted: Vec<_> = official.remove(id).expect("of this list").into_iter().collect();
        wanted.sort_by_key(|(number, _)| list.items.iter().position(|item| item.number == *number));
        assert_eq!(seen, wanted, "{id}");
        assert_eq!(list.items.len() - seen.len(), unseen, "{id}: the others are marked");
        let others = list.items.iter().flat_map(|item| &item.variants).chain([]);
        assert!(others.into_iter().all(|variant| !variant.mark.verified()), "{id}: nobody saw a supplier's form");
    }
}

/// Plans keep scenarios from before the budget: they stay what they were.
#[test]
fn a_scenario_of_the_first_format_is_read_as_it_was_written() {
    let scene = Scene::empty();
    let folder = changed(&scene, PackKind::Scenario, SCENARIO, "format = 3", "format = 1");
    changed(&scene, PackKind::Scenario, SCENARIO, "opening_minutes = 3\nreview_minutes = 7\n", "");
    changed(&scene, PackKind::Scenario, SCENARIO, "minute = 15", "minute = 29");
    let files = PackFiles::read(PackKind::Scenario, &folder, SCENARIO).expect("readable");
    let scenario = check_scenario(&files, &plan::vocabulary()).expect("sound");
    assert_eq!((scenario.opening_minutes, scenario.play_minutes()), (None, 30));
    assert_eq!(scenario.injects.last().map(|inject| inject.minute), Some(29));
}

/// Nobody's hospital is named to those who play, and every inject says which fact is behind it.
#[test]
fn a_scenario_tells_its_facts_only_to_whoever_leads() {
    for id in ["night-ransomware", "alarm-cuts-the-network", SCENARIO, "pharmacy-evening", "dental-morning"] {
        let files = PackFiles::read(PackKind::Scenario, &checkout("templates"), id).expect("readable");
        let scenario = check_scenario(&files, &plan::vocabulary()).expect("sound");
        let all = || scenario.injects.iter().chain(&scenario.reserves);
        let branches = all().flat_map(|one| one.branches.iter().map(|branch| &branch.text));
        let played = all().map(|one| &one.text).chain(branches).chain([&scenario.opening]).chain(&scenario.unusable);
        for text in played {
            let named =
                ["半田", "鳴門", "大阪", "岡山", "奈良", "武蔵小杉", "有田"].iter().any(|name| text.contains(name));
            assert!(!named, "{id}: {text}");
        }
        assert!(all().all(|inject| inject.source.is_some()), "{id}");
    }
}
