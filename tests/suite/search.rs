//! The search over everything, who uses a record: to the clerk who knows a name and not the place.

use binder::plan::{Edit, Id, Kind, users};
use binder::{Binder, Copy, Document, PrintRequest, Shows, Step, Unwatched};
use print::outline::About;
use serde_json::{Value, json};
use suite::rows::added;
use suite::scene::Scene;
use suite::window::{self, asked, request};
use wire::{COMMANDS, Host, Rights};

fn find(host: &Host, rights: Rights, words: &str) -> Value {
    let screens = json!({ "contacts/changeover": "連絡 ＞ 異動", "print": "印刷" });
    asked(host, rights, "find", json!({ "words": words, "screens": screens })).expect("an answer")
}

/// The titles of a group, the best first.
fn titles(found: &Value, group: &str) -> Vec<String> {
    let groups = found["groups"].as_array().into_iter().flatten().filter(|one| one["id"] == group);
    let hits = groups.flat_map(|one| one["hits"].as_array().into_iter().flatten());
    hits.map(|hit| hit["title"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Adds a record with these values.
fn add(binder: &Binder, kind: Kind, values: &[(&str, &str)]) -> Id {
    let values: Vec<(&str, String)> = values.iter().map(|(field, value)| (*field, (*value).to_owned())).collect();
    added(binder, kind, &values)
}

#[test]
fn a_place_is_found_with_its_number_however_it_is_written() {
    let scene = Scene::sample("hospital");
    let host = window::opened(&scene);
    for words in ["薬剤部", "やくざいぶ", "ﾔｸｻﾞｲﾌﾞ", "ヤクザイ"] {
        let found = find(&host, Rights::ALL, words);
        assert_eq!(titles(&found, "numbers").first().map(String::as_str), Some("薬剤部"), "{words}");
        let hit = &found["groups"][0]["hits"][0];
        assert!(hit["numbers"][0]["text"].as_str().is_some_and(|text| text.contains("1400")), "{hit}");
        assert_eq!(hit["at"]["kind"], "departments");
    }
    drop(host);
    let people = add(&scene.open(), Kind::Person, &[("name", "髙﨑　𠮷太郎"), ("extension", "0120-00-1234")]);
    let host = window::opened(&scene);
    for words in ["高崎吉太郎", "髙﨑", "0120001", "00-12", "０１２０"] {
        let found = find(&host, Rights::ALL, words);
        let hits: Vec<&Value> = found["groups"]
            .as_array()
            .into_iter()
            .flatten()
            .flat_map(|one| one["hits"].as_array().into_iter().flatten())
            .collect();
        assert!(hits.iter().any(|hit| hit["at"]["id"] == json!(people.to_string())), "{words}: {found}");
    }
}

#[test]
fn texts_documents_screens_words_and_findings_are_found_and_lead_somewhere() {
    let scene = Scene::of("hospital");
    let host = window::opened(&scene);
    let go = |words: &str, group: &str| -> Vec<String> {
        let found = find(&host, Rights::ALL, words);
        let groups = found["groups"].as_array().into_iter().flatten().filter(|one| one["id"] == group);
        let hits = groups.flat_map(|one| one["hits"].as_array().into_iter().flatten());
        hits.map(|hit| hit["go"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert!(go("1-1", "texts").contains(&"guide/1-1".to_owned()));
    assert!(go("最小の綴じ物", "documents").contains(&"print/minimum".to_owned()));
    assert!(go("最初にだれへ電話", "texts").iter().any(|go| go.starts_with("first-hour/")));
    assert_eq!(find(&host, Rights::ALL, "異動")["screens"], json!(["contacts/changeover"]));
    assert!(!titles(&find(&host, Rights::ALL, "RTO"), "terms").is_empty());
    assert!(!titles(&find(&host, Rights::ALL, "番号がありません"), "findings").is_empty());
    for nothing in ["", "　", "そんな語はどこにもない"] {
        assert_eq!(find(&host, Rights::ALL, nothing)["groups"], json!([]), "{nothing}");
    }
}

/// Whoever does not use the plan's words: sentences, other names of a thing; and one line for a record, however many of
/// its steps say the word.
#[test]
fn everyday_words_find_what_they_mean() {
    let host = window::opened(&Scene::sample("hospital"));
    let first = |words: &str| {
        let found = find(&host, Rights::ALL, words);
        titles(&found, "numbers").into_iter().chain(titles(&found, "near")).take(4).collect::<Vec<_>>()
    };
    for (words, meant) in [
        ("検査室", "検査部"),
        ("検査室 夜", "検査部"),
        ("救急を断る", "救急・転院の受け入れを変える"),
        ("透析ができないとき", "透析"),
        ("無線機 4階", "4階病棟（地域包括ケア）"),
        ("トランシーバー", "無線 12台"),
        ("電子カルテの会社の夜の電話", "みほんカルテ株式会社（架空）"),
    ] {
        assert!(first(words).iter().any(|title| title == meant), "{words}: {:?}", first(words));
    }
    let training = titles(&find(&host, Rights::ALL, "訓練"), "records");
    assert_eq!(training.len(), 2, "each drill once: {training:?}");
}

#[test]
fn what_is_typed_is_found_at_once_and_what_is_removed_no_more() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let named = |words: &str| binder.search_all(words).records.iter().map(|hit| hit.id).collect::<Vec<_>>();
    assert!(named("臨時検査室").is_empty());
    let id = add(&binder, Kind::Department, &[("name", "臨時検査室")]);
    assert_eq!(named("臨時検査室"), [id]);
    let name = |value: &str| Edit::SetField {
        kind: Kind::Department,
        id,
        field: "name".to_owned(),
        value: Some(value.to_owned()),
        leaving: true,
    };
    // Who is called after another is found under the new name, too.
    let point = add(
        &binder,
        Kind::ContactPoint,
        &[("of_kind", "departments"), ("of", &id.to_string()), ("means", "phone"), ("value", "9901")],
    );
    binder.edit(&name("仮の検査室"), &Step::default()).expect("saved");
    assert!(named("臨時検査室").is_empty());
    assert_eq!(named("仮の検査室").len(), 2);
    assert!(named("9901").contains(&point));
    binder.edit(&Edit::Remove { kind: Kind::Department, id }, &Step::default()).expect("removed");
    assert!(!named("仮の検査室").contains(&id));
    binder.step_back(binder::Direction::Undo, "").expect("undone");
    assert!(named("仮の検査室").contains(&id));
}

/// A window on the wall: private numbers stand in no reply to it.
#[test]
fn a_window_that_only_looks_gets_no_private_number() {
    let scene = Scene::sample("hospital");
    let host = window::opened(&scene);
    let binder = suite::scene::open(&scene.plan, true).0;
    let plan = binder.plan();
    let private: Vec<String> = plan
        .rows
        .people
        .live()
        .filter_map(|one| one.private_phone.clone())
        .chain(
            plan.rows
                .contact_points
                .live()
                .filter(|one| binder::plan::is_own_number(*one))
                .filter_map(|one| one.value.clone()),
        )
        .collect();
    assert!(private.len() > 5, "the sample has some");
    let named =
        plan.rows.people.live().find(|one| one.private_phone.is_some()).expect("one").name.clone().expect("a name");
    let asks = [
        ("rows", json!({ "kind": "people" })),
        ("rows", json!({ "kind": "contact_points" })),
        ("some_rows", json!({ "kind": "people", "search": "", "from": 0, "most": 500, "with": "" })),
        ("numbers", json!({ "kind": "", "words": "", "most": 500 })),
        ("find", json!({ "words": named, "screens": {} })),
        ("find", json!({ "words": private[0], "screens": {} })),
    ];
    let mut seen = 0;
    for (name, request) in asks {
        let say = |rights: Rights| asked(&host, rights, name, request.clone()).expect("an answer").to_string();
        let (whole, looked) = (say(Rights::ALL), say(Rights::LOOK));
        seen += usize::from(private.iter().any(|number| whole.contains(number.as_str())));
        assert!(!private.iter().any(|number| looked.contains(number.as_str())), "{name}: {request}");
    }
    assert!(seen > 3, "whoever edits sees them");
    let sections: Vec<String> = binder.template().sections.iter().map(|section| section.number.clone()).collect();
    let others =
        COMMANDS.iter().filter(|(_, needed)| *needed == Rights::LOOK).map(|(name, _)| (*name, request(name, &host)));
    let texts = sections.iter().map(|number| ("section", json!({ "number": number })));
    let kinds = Kind::ALL.iter().map(|kind| ("rows", json!({ "kind": kind.noun() })));
    for (name, request) in others.chain(texts).chain(kinds) {
        let looked = asked(&host, Rights::LOOK, name, request.clone()).expect("an answer").to_string();
        let told: Vec<&String> = private.iter().filter(|number| looked.contains(number.as_str())).collect();
        assert!(told.is_empty(), "{name} {request}: {told:?}");
    }
    let page = wire::PreviewRequest { kind: "page".to_owned(), id: "S-1".to_owned(), whole: true };
    assert!(wire::preview(&host, "look", Rights::LOOK, &page).is_err());
    assert!(wire::preview(&host, "main", Rights::ALL, &page).is_ok());
}

#[test]
fn whoever_would_miss_a_removed_record_is_named() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    let ward = plan
        .rows
        .departments
        .live()
        .find(|one| one.name.as_deref().is_some_and(|name| name.starts_with("3階東")))
        .expect("it is there");
    let of = users(&plan, Kind::Department, ward.row.id);
    assert!(of.iter().any(|(kind, _)| *kind == Kind::Procedure), "{of:?}");
    assert!(of.iter().all(|(_, id)| *id != ward.row.id), "nobody misses himself");
    let alone = add(&binder, Kind::Department, &[("name", "だれも使わない部屋")]);
    assert!(users(&binder.plan(), Kind::Department, alone).is_empty());
    // A link is told by its other end.
    let system = plan.rows.system_links.live().find_map(|link| link.needs).expect("a link");
    let of = users(&plan, Kind::System, system);
    assert!(of.iter().all(|(kind, _)| *kind != Kind::SystemLink) && of.iter().any(|(kind, _)| *kind == Kind::System));
}

#[test]
fn the_strip_around_a_record_is_a_part_of_its_page() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    let last = plan.rows.departments.live().last().expect("one").row.id;
    let strip = binder
        .preview(&About::Record(Kind::Department, last), Shows { whole: false, secret: true }, &Unwatched)
        .expect("it prints");
    let boxed = lopdf_box(&strip);
    assert!(boxed[3] - boxed[1] < 842.0 / 2.0, "not the whole page: {boxed:?}");
    assert!(boxed[1] >= 0.0 && boxed[3] <= 842.0 && boxed[2] - boxed[0] > 500.0, "{boxed:?}");
}

/// The visible box of the first page, in points, as poppler sees it.
fn lopdf_box(pdf: &[u8]) -> [f64; 4] {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("strip.pdf");
    std::fs::write(&path, pdf).expect("written");
    let out = std::process::Command::new("pdfinfo")
        .args(["-box", "-f", "1", "-l", "1"])
        .arg(&path)
        .output()
        .expect("pdfinfo");
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    let line = text.lines().find(|line| line.contains("CropBox")).expect("a box").to_owned();
    let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    numbers[numbers.len() - 4..].try_into().expect("four")
}

#[test]
fn what_is_chosen_is_counted_before_it_is_made_and_prints_without_its_forms() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let document = Document::named("minimum").expect("it is there");
    let look = binder.look_at_print(document, &Copy::Hq).expect("laid");
    assert!(look.pages > 5 && look.forms > 5, "{look:?}");
    let pages = |forms: bool| {
        let request = PrintRequest {
            document,
            copy: Copy::Hq,
            date: "2026-11-26".to_owned(),
            forms,
            exercise: Default::default(),
        };
        binder.print(&request, &Unwatched).expect("printed").pages
    };
    assert_eq!((pages(true), pages(false)), (look.pages + look.forms, look.pages));
    let kit = Document::named("forms").expect("it is there");
    let of_forms = binder.look_at_print(kit, &Copy::Hq).expect("laid");
    assert_eq!(of_forms.forms, 0, "nothing but forms is printed whole");
    assert!(binder.preview_print(document, &Copy::Hq, &Unwatched).expect("a page").starts_with(b"%PDF"));
}

/// A number somebody meant to look up later is open, not wrong; a box without a name is not blamed by another's.
#[test]
fn findings_say_whether_something_is_open_and_name_no_other_record() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let role = add(&binder, Kind::Role, &[("name", "見本の役割"), ("phone", "0XX-XXX-XXXX")]);
    let head = add(&binder, Kind::TreePlace, &[("of_kind", "roles"), ("of", &role.to_string())]);
    let below = add(&binder, Kind::TreePlace, &[("above", &head.to_string())]);
    let found = binder.findings();
    let of = |id| found.iter().filter(move |one| one.at.is_some_and(|(_, at)| at == id));
    assert!(of(role).any(|one| one.check.id == "number-to-fill" && one.is_open()));
    assert!(!of(role).any(|one| one.check.id == "unreadable-phone"));
    let said: Vec<String> = of(below).map(|one| binder::FindingText::of(one).text).collect();
    assert!(!said.is_empty() && !said.iter().any(|text| text.contains("「見本の役割」に")), "{said:?}");
    assert!(said.iter().any(|text| text.contains("まだ名前なし")), "{said:?}");
    let remark = add(
        &binder,
        Kind::Remark,
        &[("of_kind", "first-hour"), ("of", "cutoff-points"), ("sort", "question"), ("replied_on", "令和8年13月40日")],
    );
    let said: Vec<String> = binder
        .findings()
        .iter()
        .filter(|one| one.at.is_some_and(|(_, at)| at == remark))
        .map(|one| binder::FindingText::of(one).text)
        .collect();
    assert!(!said.is_empty() && !said.iter().any(|text| text.contains("cutoff-points")), "no internal word: {said:?}");
}

/// What cannot be read is quoted by a finding: not on the wall, where the field is headquarters' alone.
#[test]
fn a_finding_quotes_no_private_value_to_a_window_that_only_looks() {
    let scene = Scene::of("hospital");
    let quoted = "みほんの私用に聞く";
    add(&scene.open(), Kind::Person, &[("name", "渡邉（見本）"), ("private_phone", quoted)]);
    let host = window::opened(&scene);
    for (name, request) in [("findings", json!({})), ("find", json!({ "words": quoted, "screens": {} }))] {
        let say = |rights: Rights| asked(&host, rights, name, request.clone()).expect("an answer").to_string();
        assert!(say(Rights::ALL).contains(quoted), "{name}");
        assert!(!say(Rights::LOOK).contains(quoted), "{name}");
    }
}

/// Nor a word of a scenario somebody writes, nor the name of a cut: the room would know what happens next, and where.
#[test]
fn a_window_that_only_looks_gets_no_word_of_an_own_scenario_and_no_name_of_a_cut() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let row = binder.copy_scenario("night-ransomware", &Step::default()).expect("copied").record.expect("a row");
    drop(binder);
    let host = window::opened(&scene);
    let plan = suite::scene::open(&scene.plan, true).0.plan();
    let mut secret: Vec<String> = plan.rows.own_injects.live().filter_map(|one| one.text.clone()).collect();
    secret.extend(plan.rows.own_injects.live().filter_map(|one| one.listen.clone()));
    secret.extend(plan.rows.own_scenarios.find(row).and_then(|one| one.opening.clone()));
    assert!(secret.len() > 20);
    let rows = |noun: &str, rights: Rights| {
        let rows = asked(&host, rights, "rows", json!({ "kind": noun })).expect("an answer");
        rows.to_string()
    };
    assert!(
        secret.iter().any(|text| rows("own_injects", Rights::ALL).contains(text.as_str())),
        "whoever edits has them"
    );
    let others =
        COMMANDS.iter().filter(|(_, needed)| *needed == Rights::LOOK).map(|(name, _)| (*name, request(name, &host)));
    let kinds = Kind::ALL.iter().map(|kind| ("rows", json!({ "kind": kind.noun() })));
    let finds = ["看護師", "英語の紙"].map(|words| ("find", json!({ "words": words, "screens": {} })));
    for (name, request) in others.chain(kinds).chain(finds) {
        let looked = asked(&host, Rights::LOOK, name, request.clone()).expect("an answer").to_string();
        let told: Vec<&String> = secret.iter().filter(|text| looked.contains(text.as_str())).collect();
        assert!(told.is_empty(), "{name} {request}: {told:?}");
    }
    let users = json!({ "kind": "own_scenarios", "id": row.to_string() });
    let used = |rights| asked(&host, rights, "users", users.clone()).expect("an answer").to_string();
    assert!(secret.iter().any(|text| used(Rights::ALL).contains(text.as_str())), "whoever edits is told who uses it");
    assert!(secret.iter().all(|text| !used(Rights::LOOK).contains(text.as_str())));

    let cuts: Vec<&binder::plan::CutoffPoint> = plan.rows.cutoff_points.live().collect();
    let names: Vec<String> = cuts.iter().filter_map(|one| one.name.clone()).collect();
    assert!(!names.is_empty() && rows("cutoff_points", Rights::ALL).contains(names[0].as_str()));
    let looked = rows("cutoff_points", Rights::LOOK);
    assert!(names.iter().all(|name| !looked.contains(name.as_str())), "{looked}");
    // The usual words stand in texts everybody reads; that the house has such a cut is what is not told.
    for name in &names {
        let find = |rights| asked(&host, rights, "find", json!({ "words": name, "screens": {} })).expect("an answer");
        let has = |rights| find(rights).to_string().contains("\"kind\":\"cutoff_points\"");
        assert!(has(Rights::ALL) && !has(Rights::LOOK), "{name}: {}", find(Rights::LOOK));
    }
}
