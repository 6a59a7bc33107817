//! For whoever has a list already: lists as other programs and other people write them come in right, every filled cell of
//! them is accounted for, and what is no business of a plan stays out of it.

use serde_json::Value;
use std::path::PathBuf;
use suite::checkout;
use suite::scene::{Scene, whole};
use suite::sonae::{self, Ran};
use suite::witness::sql;

fn list(name: &str) -> String {
    let folder = checkout("tests/fixtures/sheets/foreign");
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(&folder).expect("the lists").map(|one| one.expect("one").path()).collect();
    found.retain(|path| path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(&format!("{name}-"))));
    assert_eq!(found.len(), 1, "{name}");
    found[0].display().to_string()
}

fn import(scene: &Scene, what: &str, sheet: &str, more: &[&str]) -> Ran {
    let plan = scene.plan.display().to_string();
    sonae::did(&[&["import", what, sheet, &plan], more].concat())
}

/// A hospital with one list in it.
fn with(what: &str, name: &str, more: &[&str]) -> (Scene, Ran) {
    let scene = Scene::of("hospital");
    // What a new plan has already is not looked for here.
    sql(&scene.plan, "SELECT 1").expect("readable");
    let ran = import(&scene, what, &list(name), more);
    whole(&scene.plan, name);
    (scene, ran)
}

/// Rows of a question, columns with `|` between.
fn said(scene: &Scene, question: &str) -> Vec<String> {
    sql(&scene.plan, question).expect("readable").lines().map(str::to_owned).collect()
}

const PEOPLE: &str = "SELECT name, ifnull(kana, ''), ifnull(extension, ''), ifnull(private_phone, '') FROM people
    WHERE removed_at IS NULL ORDER BY rowid";
const POINTS: &str = "SELECT value FROM contact_points WHERE of_kind = 'people' ORDER BY rowid";

fn people(name: &str) -> Vec<String> {
    said(&with("people", name, &[]).0, PEOPLE)
}

#[test]
fn cards_of_every_telephone_give_the_right_person_and_the_right_number() {
    assert_eq!(people("f04"), ["試野 花子||2101|090-0000-0001"], "fax is nobody's");
    assert_eq!(people("f05"), ["試野 花子|シノ ハナコ||090-0000-0001"], "N says which is which");
    assert_eq!(people("f05b"), ["試野 花子|||090-0000-0001"]);
    assert_eq!(people("f10"), ["試野 花子||2101|", "験田 太郎||2102|", "見田 次郎||2103|"], "a sound is no reading");
    assert_eq!(people("f11"), ["試野 花子|||09000000001"], "decoded");
    assert_eq!(people("f15"), ["試野 花子||2101|"], "groups are no people");
    assert_eq!(people("f18"), ["試野 花子|シノ ハナコ|2101|", "験田 太郎|ケンダ タロウ|2102|"]);
    assert_eq!(people("f19"), ["試野 花子||2101|"], "a colon in a quoted parameter");
    assert_eq!(people("f20"), ["試野 花子||03-0000-0002|", "験田 太郎||+81-3-0000-0001 内線 2101|"]);
    assert_eq!(people("f21"), ["Shino Hanako||2101|"], "a fold of 2.1 is a blank");
    assert_eq!(
        said(&with("people", "f21", &[]).0, "SELECT name FROM departments WHERE name LIKE 'Shiken%'"),
        Vec::<String>::new()
    );
    assert_eq!(people("f25"), ["試野 花子||2101|", "験田 太郎||2102|"], "each line in an encoding of its own");
}

#[test]
fn two_numbers_are_two_numbers_and_the_second_is_not_lost() {
    let (scene, _) = with("people", "f03", &[]);
    assert_eq!(said(&scene, PEOPLE), ["試野花子||2103|", "験田太郎||2105|"]);
    assert_eq!(said(&scene, POINTS), ["2104", "2106"]);
    let (scene, _) = with("people", "f08", &[]);
    assert_eq!(said(&scene, PEOPLE), ["試野 花子||2101|090-0000-0001"]);
    assert_eq!(said(&scene, POINTS), ["2102", "080-0000-0002", "03-0000-0003"]);
    let (scene, ran) = with("organisations", "f09", &[]);
    let numbers = "SELECT name, day_phone FROM organisations WHERE name LIKE '会社%' ORDER BY name";
    assert_eq!(said(&scene, numbers), ["会社A|03-1234-5678", "会社B|1234-5678", "会社C|0120-000-001"]);
    assert!(!ran.out.contains("読めません"), "{ran:?}");
}

#[test]
fn names_in_two_columns_and_the_books_of_mail_programs_are_read() {
    for name in ["f06", "f06b", "f06d"] {
        let found = people(name);
        assert!(found[0].starts_with("試野 花子||2101|"), "{name}: {found:?}");
    }
    assert_eq!(people("f06b")[1..], ["験田 太郎||2102|090-0000-0002", "見田 次郎||2201|"]);
    let (scene, _) = with("people", "f06e", &[]);
    assert_eq!(said(&scene, PEOPLE)[0].split('|').next(), Some("試野 花子"));
    for name in ["f06f", "f06g"] {
        let found = people(name);
        assert!(found[0].starts_with("試野 花子|"), "{name}: {found:?}");
        assert!(found[0].ends_with("090-0000-0001"), "{name}: {found:?}");
    }
}

#[test]
fn who_is_the_same_is_found_through_signs_nobody_sees_and_never_guessed() {
    let (scene, _) = with("people", "f13", &[]);
    let ran = import(&scene, "people", &list("f13b"), &[]);
    let found = said(&scene, "SELECT name, extension FROM people ORDER BY rowid");
    assert_eq!(found[..2], ["葛城六郎|2201", "渡邉花子|2202"], "the same person, the spelling of the plan: {found:?}");
    assert_eq!(found[2..], ["高橋三郎|2103", "山崎次郎|2104", "髙橋三郎|2203", "山﨑次郎|2204"], "offered, not merged");
    assert!(
        ran.out.contains("「髙橋三郎」と似た名前「高橋三郎」")
            && ran.out.contains("「山﨑次郎」と似た名前「山崎次郎」"),
        "{ran:?}"
    );
    let (scene, _) = with("people", "f14", &[]);
    let before = said(&scene, PEOPLE);
    import(&scene, "people", &list("f14b"), &[]);
    assert_eq!(said(&scene, PEOPLE), before, "radicals: the same people, their names as they were");
    let (scene, ran) = with("people", "f14b", &[]);
    assert!(said(&scene, PEOPLE)[0].starts_with("高田七郎|"), "new ones in ordinary characters");
    assert!(ran.out.contains("部首の字"), "{ran:?}");
}

#[test]
fn blocks_headings_feet_and_hidden_rows_are_read_as_they_are_meant() {
    let (scene, ran) = with("contacts", "f01", &[]);
    let numbers =
        "SELECT name, phone FROM departments WHERE phone IN ('2101','3101','4101','2102','3102','4102') ORDER BY phone";
    let found = said(&scene, numbers);
    assert_eq!(found, ["薬剤部|2101", "検査部門|2102", "外来|3101", "放射線部門|3102", "病棟|4101", "栄養・給食|4102"]);
    assert!(ran.out.contains("3 組"), "{ran:?}");
    assert_eq!(said(&scene, "SELECT count(*) FROM people"), ["0"], "a department is no person");
    assert_eq!(people("f16"), ["試野花子||2101|"], "what stands under a list is nobody");
    let (scene, _) = with("people", "f16b", &["--make-missing"]);
    let of = "SELECT p.name, d.name FROM people p JOIN departments d ON d.id = p.department ORDER BY p.rowid";
    assert_eq!(said(&scene, of), ["試野花子|薬剤部", "験田太郎|薬剤部", "見田次郎|看護部"]);
    let (scene, ran) = with("people", "f22", &[]);
    assert!(ran.out.contains("隠してある行が 1 行"), "{ran:?}");
    assert_eq!(said(&scene, "SELECT count(*) FROM people"), ["2"]);
    assert_eq!(said(&with("people", "f22", &["--leave-hidden"]).0, "SELECT name FROM people"), ["試野花子"]);
}

#[test]
fn other_sheets_are_named_and_odd_ones_stop_nobody() {
    let (_, ran) = with("people", "f23", &[]);
    assert!(ran.out.contains("シート「") && ran.out.contains("ほかに"), "{ran:?}");
    assert_eq!(people("f28"), ["試野花子||2101|"]);
    let (scene, ran) = with("people", "f26", &[]);
    assert_eq!(said(&scene, "SELECT staff_no, name, extension FROM people"), ["1001|試野花子|2101"]);
    assert!(ran.out.contains("ISO-2022-JP"), "{ran:?}");
}

#[test]
fn cards_of_companies_and_nameless_ones_say_what_they_are() {
    let scene = Scene::of("hospital");
    let plan = scene.plan.display().to_string();
    for (name, sentence) in [("f24", "会社のカードなので"), ("f27", "名前の欄に電話番号しかない")]
    {
        let ran = sonae::sonae(&["import", "people", &list(name), &plan]);
        assert!(ran.out.contains(sentence) && !ran.out.contains("CSV"), "{ran:?}");
        assert_eq!(said(&scene, "SELECT count(*) FROM people"), ["0"], "{name}");
    }
    import(&scene, "organisations", &list("f24"), &[]);
    let found =
        said(&scene, "SELECT name, day_phone FROM organisations WHERE day_phone LIKE '03-0000%' ORDER BY day_phone");
    assert_eq!(found, ["組織だけ株式会社|03-0000-0002", "ほか株式会社|03-0000-0003"]);
}

/// The account of a list, as `--json` says it.
fn account(what: &str, sheet: &str) -> Value {
    let scene = Scene::of("hospital");
    let plan = scene.plan.display().to_string();
    let ran = sonae::sonae(&["import", what, sheet, &plan, "--dry-run", "--json", "--make-missing"]);
    let said: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{sheet}: {error}: {ran:?}"));
    said["account"].clone()
}

#[test]
fn every_filled_cell_is_accounted_for_and_nearly_all_are_taken() {
    let names = [
        ("contacts", "f01"),
        ("people", "f03"),
        ("people", "f04"),
        ("people", "f05"),
        ("people", "f05b"),
        ("people", "f06"),
        ("people", "f06b"),
        ("people", "f06d"),
        ("people", "f06e"),
        ("people", "f06f"),
        ("people", "f06g"),
        ("people", "f08"),
        ("organisations", "f09"),
        ("people", "f10"),
        ("people", "f11"),
        ("people", "f13"),
        ("people", "f13b"),
        ("people", "f14"),
        ("people", "f14b"),
        ("people", "f15"),
        ("people", "f16"),
        ("people", "f16b"),
        ("people", "f18"),
        ("people", "f19"),
        ("people", "f20"),
        ("people", "f21"),
        ("people", "f22"),
        ("people", "f23"),
        ("organisations", "f24"),
        ("people", "f25"),
        ("people", "f26"),
        ("people", "f27"),
        ("people", "f28"),
    ];
    let others = [
        ("devices", "ledger-500.xlsx"),
        ("people", "staff-cp932.csv"),
        ("contacts", "phones.xlsx"),
        ("systems", "systems-vendor.xlsx"),
        ("contracts", "contracts-utf8-bom.csv"),
        ("devices", "addresses-utf8.csv"),
    ];
    let foreign = names.map(|(what, name)| (what, list(name)));
    let ledgers =
        others.map(|(what, name)| (what, checkout(&format!("tests/fixtures/sheets/{name}")).display().to_string()));
    let (mut all, mut taken) = (0, 0);
    for (what, sheet) in foreign.into_iter().chain(ledgers) {
        let said = account(what, &sheet);
        let number = |key: &str| said[key].as_u64().expect("a number");
        let lost: u64 =
            said["lost"].as_array().expect("a list").iter().map(|one| one["cells"].as_u64().expect("one")).sum();
        assert_eq!(number("cells"), number("names") + number("taken") + lost, "{sheet}: {said}");
        all += number("cells") - number("names");
        taken += number("taken");
        println!("{sheet}: {said}");
    }
    // What is left is columns no field is for (MAC, 異動日, 接続方式), totals, twice the same number.
    assert!(taken * 100 >= all * 95, "{taken} of {all}");
}

#[test]
fn a_list_of_patients_is_refused_whole_and_leaves_nothing() {
    let scene = Scene::of("hospital");
    let plan = scene.plan.display().to_string();
    let log = || said(&scene, "SELECT count(*) FROM log; SELECT count(*) FROM tx;");
    let before = (std::fs::read(&scene.plan).expect("the plan"), log());
    for (nth, head) in [
        "患者番号,氏名,生年月日,病名,入院日",
        "患者ＩＤ,患者氏名,主治医",
        "診察券番号,氏名,電話番号",
        "氏名,生年月日,診断名,病室",
        "ID,氏名,病名,アレルギー,処方",
    ]
    .iter()
    .enumerate()
    {
        let sheet = scene.at(&format!("{nth}.csv"));
        let filled: Vec<String> = (0..head.matches(',').count() + 1).map(|column| format!("値{column}")).collect();
        std::fs::write(&sheet, format!("病棟の一覧,,\n{head}\n{}\n", filled.join(","))).expect("written");
        let sheet = sheet.display().to_string();
        for what in ["people", "contacts", "devices", "organisations"] {
            for more in [&[][..], &["--dry-run"], &["--json"], &["--column", "氏名=name"]] {
                let ran = sonae::sonae(&[&["import", what, &sheet, &plan], more].concat());
                assert_eq!(ran.code, Some(3), "{head}: {ran:?}");
                assert!(
                    ran.err.contains("患者の一覧のようです。この計画には患者の情報を入れません"),
                    "{head}: {ran:?}"
                );
                assert!(!ran.out.contains('値') && !ran.err.contains('値'), "nothing of it is shown: {ran:?}");
            }
        }
    }
    assert_eq!((std::fs::read(&scene.plan).expect("the plan"), log()), before);
    // Devices for patients are no patients.
    let sheet = scene.at("台帳.csv");
    std::fs::write(&sheet, "管理番号,機器名,設置場所\n1,患者監視装置,3階\n").expect("written");
    import(&scene, "devices", &sheet.display().to_string(), &[]);
}

#[test]
fn what_is_no_business_of_a_plan_is_counted_and_never_stored() {
    let scene = Scene::of("hospital");
    let (plan, sheet) = (scene.plan.display().to_string(), scene.at("名簿.csv"));
    let secret = |nth: usize| [format!("東京都架空区{nth}-1"), format!("090-8127-{nth:04}"), format!("9999{nth:08}")];
    let rows: Vec<String> =
        (0..103).map(|nth| format!("職員{nth},{},1980/1/{}", secret(nth).join(","), nth % 28 + 1)).collect();
    std::fs::write(&sheet, format!("氏名,自宅住所,家族連絡先,マイナンバー,生年月日\n{}\n", rows.join("\n")))
        .expect("written");
    let named = ["自宅住所=department", "家族連絡先=private_phone", "マイナンバー=staff_no", "生年月日=kana"];
    let columns: Vec<&str> = named.iter().flat_map(|one| ["--column", one]).collect();
    for more in [&[][..], &columns] {
        let ran = import(&scene, "people", &sheet.display().to_string(), more);
        assert!(ran.out.contains("取り込まない 412"), "{ran:?}");
        assert!(!ran.out.contains("架空区") && !ran.out.contains("9999"), "{ran:?}");
    }
    let json = scene.at("計画.json");
    sonae::did(&["export", &plan, "--format", "json", "-o", &json.display().to_string()]);
    let backups = std::env::temp_dir().join("sonae-suite").join(std::process::id().to_string());
    let mut files = vec![scene.plan.clone(), json];
    files.extend(walk(&backups));
    for file in files {
        // Other tests keep copies in that folder too, and theirs come and go.
        let Ok(bytes) = std::fs::read(&file) else {
            assert!(file.starts_with(&backups), "{}", file.display());
            continue;
        };
        for value in [0, 50, 102].into_iter().flat_map(secret) {
            let utf16: Vec<u8> = value.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for needle in [value.as_bytes(), &utf16] {
                assert!(!bytes.windows(needle.len()).any(|window| window == needle), "{value} in {}", file.display());
            }
        }
    }
}

fn walk(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.flat_map(|entry| if entry.path().is_dir() { walk(&entry.path()) } else { vec![entry.path()] }).collect()
}

#[test]
fn the_number_of_a_post_stays_with_the_post_and_an_unsaid_mobile_number_is_private() {
    let scene = Scene::of("hospital");
    let sheet = |name: &str, text: &str| {
        let path = scene.at(name);
        std::fs::write(&path, text).expect("written");
        path.display().to_string()
    };
    import(
        &scene,
        "people",
        &sheet("三月.csv", "氏名,内線,携帯\n辻󠄀 一郎,7021,090-1111-2222\n見田 花子,7022,090-3333-4444\n"),
        &[],
    );
    sql(&scene.plan, "SELECT 1").expect("readable");
    let binder = scene.open();
    let role = binder.plan().rows.roles.live().next().expect("a role").row.id;
    suite::rows::put(&binder, binder::plan::Kind::Role, role, "phone", "7021", &suite::rows::alone()).expect("saved");
    drop(binder);
    let april = "氏名,内線,携帯\n新人 太郎,7021,080-5555-6666\n験田 花子,7022,090-3333-4444\n";
    let ran = import(&scene, "people", &sheet("四月.csv", april), &[]);
    assert!(ran.out.contains("後任の別の人") && ran.out.contains("同じ人かもしれません"), "{ran:?}");
    assert_eq!(said(&scene, "SELECT count(*) FROM people"), ["4"], "nobody is merged");
    assert_eq!(said(&scene, &format!("SELECT phone FROM roles WHERE id = '{role}'")), ["7021"]);

    // In the list of telephones: a person's own stands in part S, and one beside a place that nobody spoke for.
    let phones = "部署,氏名,内線,携帯\n薬剤部,塚本 次郎,2101,090-7777-8888\n検査部,,2102,090-9999-0000\n";
    let ran = import(&scene, "contacts", &sheet("番号.csv", phones), &[]);
    assert!(ran.out.contains("090-9999-0000 は、院のものと書かれていない"), "{ran:?}");
    for copy in ["ward", "hq"] {
        let pages = scene.printed("binder", copy).concat();
        for number in ["09011112222", "08055556666", "09077778888", "09099990000"] {
            assert_eq!(pages.contains(number), copy == "hq", "{number} in {copy}");
        }
    }
    let house = "部署,氏名,内線,院用携帯\n検査部,,2102,090-9999-0000\n";
    import(&scene, "contacts", &sheet("院用.csv", house), &[]);
    assert!(scene.printed("binder", "ward").concat().contains("09099990000"), "somebody said whose it is");
}

#[test]
fn what_rows_name_and_the_plan_lacks_is_gathered_and_made_in_the_same_step() {
    let scene = Scene::of("hospital");
    let sheet = scene.at("名簿.csv");
    std::fs::write(&sheet, "氏名,所属\n佐藤 一,架空部\n鈴木 二,架空部\n高橋 三,別の部\n").expect("written");
    let sheet = sheet.display().to_string();
    let ran = import(&scene, "people", &sheet, &["--dry-run"]);
    assert!(ran.out.contains("departments 2：") && ran.out.contains("架空部（2）"), "{ran:?}");
    import(&scene, "people", &sheet, &["--make-missing"]);
    let of = "SELECT p.name, d.name FROM people p JOIN departments d ON d.id = p.department ORDER BY p.rowid";
    assert_eq!(said(&scene, of), ["佐藤 一|架空部", "鈴木 二|架空部", "高橋 三|別の部"]);
    scene.open().step_back(binder::Direction::Undo, "").expect("undone");
    assert_eq!(said(&scene, "SELECT count(*) FROM departments WHERE name IN ('架空部', '別の部')"), ["0"], "one step");
    whole(&scene.plan, "undone");
}
