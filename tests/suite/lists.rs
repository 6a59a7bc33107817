//! For the clerk with a surname-only telephone list and a copied row: two things stay two, one thing stays one,
//! and nothing that is written already gets lost.

use binder::import::{Preview, Setup, Verdict, What};
use binder::plan::{Kind, Plan};
use binder::{Binder, ImportRequest, SheetFormat};
use suite::rows::{add, alone, put};
use suite::scene::Scene;

fn request(what: What, text: &str) -> ImportRequest {
    ImportRequest { what, bytes: text.as_bytes().to_vec(), setup: Setup::default() }
}

/// Imports a list, and once more: what came in is found again, and nothing changes.
fn take(binder: &Binder, what: What, text: &str) -> Preview {
    let request = request(what, text);
    let looked = binder.look_at_sheet(&request, &binder::Unwatched).expect("it can be read");
    let (_, taken) =
        binder.import_sheet(&request, &looked.token, &alone(), &binder::Unwatched).expect("it is imported");
    let again = binder.look_at_sheet(&request, &binder::Unwatched).expect("it can be read");
    let odd = again.preview.rows.iter().find(|row| matches!(row.verdict, Verdict::New | Verdict::Update));
    assert_eq!(odd, None, "{text}: every row finds its record again");
    taken.preview
}

fn clinic() -> Scene {
    Scene::of("clinic")
}

fn named(plan: &Plan, kind: Kind, name: &str) -> Vec<std::collections::BTreeMap<&'static str, String>> {
    let all = plan.live(kind).filter(|one| one.title() == name);
    all.map(|one| one.fields().iter().filter_map(|field| Some((field.id, one.field(field.id)?))).collect()).collect()
}

fn values(plan: &Plan) -> Vec<String> {
    plan.live(Kind::ContactPoint).filter_map(|point| point.field("value")).collect()
}

fn codes(preview: &Preview) -> Vec<&'static str> {
    preview.rows.iter().flat_map(|row| row.notes.iter().map(|note| note.code)).collect()
}

#[test]
fn two_people_of_one_surname_in_two_departments_or_posts_stay_two() {
    let scene = clinic();
    let binder = scene.open();
    let list = "部署,役職,氏名,内線\n見本医事課,主任,田中,1001\n見本栄養課,係長,田中,2002\n見本栄養課,主任,田中,2003\n";
    let preview = take(&binder, What::Contacts, list);
    let people = named(&binder.plan(), Kind::Person, "田中");
    let numbers: Vec<&str> = people.iter().map(|one| one["extension"].as_str()).collect();
    assert_eq!(numbers, ["1001", "2002", "2003"]);
    assert!(codes(&preview).contains(&"name-other-place"), "and it is said: {:?}", codes(&preview));
}

#[test]
fn a_second_number_of_a_department_or_a_person_stands_beside_the_first() {
    let scene = clinic();
    let binder = scene.open();
    take(
        &binder,
        What::Contacts,
        "部署,氏名,内線\n見本施設課,,3001\n見本施設課,,3002\n見本施設課,佐藤,4001\n見本施設課,佐藤,4002\n",
    );
    let plan = binder.plan();
    assert_eq!(named(&plan, Kind::Department, "見本施設課")[0]["phone"], "3001");
    assert_eq!(named(&plan, Kind::Person, "佐藤")[0]["extension"], "4001");
    let points = values(&plan);
    assert!(["3002", "4002"].iter().all(|number| points.iter().any(|point| point == number)), "{points:?}");
}

#[test]
fn numbers_of_the_ledger_are_compared_with_their_dashes() {
    let scene = clinic();
    let binder = scene.open();
    take(&binder, What::Devices, "管理番号,機器名,設置場所\n1-11,サーバA,1階\n");
    take(&binder, What::Devices, "管理番号,機器名,設置場所\n11-1,サーバB,2階\n１－１１,サーバA,1階\n");
    let plan = binder.plan();
    assert_eq!(named(&plan, Kind::Device, "サーバA").len(), 1, "whatever the width of its digits");
    assert_eq!(named(&plan, Kind::Device, "サーバB").len(), 1);
}

#[test]
fn a_list_that_says_less_finds_the_device_by_its_only_name_and_a_moved_one_by_its_serial() {
    let scene = clinic();
    let binder = scene.open();
    take(&binder, What::Devices, "機器名,製造番号,設置場所\n認証サーバ,SN-1,1階\n心電計X,SN-2,1階\n");
    take(&binder, What::Devices, "機器名,IPアドレス\n認証サーバ,192.0.2.9\n");
    take(&binder, What::Devices, "機器名,製造番号,設置場所\n心電計X,SN-2,2階\n");
    let plan = binder.plan();
    let server = named(&plan, Kind::Device, "認証サーバ");
    assert_eq!((server.len(), server[0]["address"].as_str()), (1, "192.0.2.9"));
    let ecg = named(&plan, Kind::Device, "心電計X");
    assert_eq!((ecg.len(), ecg[0]["place"].as_str()), (1, "2階"));
    take(&binder, What::Devices, "機器名,製造番号,OS\n心電計X,SN-2,見本OS・版3\n");
    let less = request(What::Devices, "機器名,製造番号,OS\n心電計X,SN-2,見本OS\n");
    let less = binder.look_at_sheet(&less, &binder::Unwatched).expect("it can be read").preview;
    assert_eq!(codes(&less), ["says-less"], "it is not shortened, and said");
    assert!(less.changes.is_empty());
}

#[test]
fn a_copied_row_of_our_own_export_does_not_overwrite_the_original() {
    let scene = clinic();
    let binder = scene.open();
    let id = add(&binder, Kind::Device, "受付PC");
    put(&binder, Kind::Device, id, "asset_no", "P-1", &alone()).expect("saved");
    let (bytes, _) = binder.export_sheet(What::Devices, SheetFormat::Csv).expect("exported");
    let text = String::from_utf8(bytes).expect("text");
    let line = text.lines().find(|line| line.contains("受付PC")).expect("its row");
    let copied = line.replace("受付PC", "診察PC").replace(&id.to_string(), "");
    let looked = binder
        .look_at_sheet(&request(What::Devices, &format!("{text}{copied}\n")), &binder::Unwatched)
        .expect("it can be read");
    let last = looked.preview.rows.last().expect("the copy");
    assert_eq!((last.verdict, last.notes[0].code), (Verdict::Problem, "row-twice"));
}

#[test]
fn what_differs_in_brackets_is_two_things_and_an_abbreviation_is_one() {
    let scene = clinic();
    let binder = scene.open();
    take(&binder, What::Systems, "システム名,IPアドレス\n見本精算機（外来）,192.0.2.1\n見本台帳（ABC）,192.0.2.3\n");
    take(
        &binder,
        What::Systems,
        "システム名,IPアドレス\n見本精算機（病棟）,192.0.2.2\n見本台帳システム（ABC）,192.0.2.3\n",
    );
    let plan = binder.plan();
    assert_eq!(named(&plan, Kind::System, "見本精算機（外来）")[0]["address"], "192.0.2.1");
    assert_eq!(named(&plan, Kind::System, "見本精算機（病棟）")[0]["address"], "192.0.2.2");
    assert!(named(&plan, Kind::System, "見本台帳システム（ABC）").is_empty());
}

#[test]
fn what_contracts_of_one_supplier_say_otherwise_is_counted_and_said() {
    let scene = clinic();
    let binder = scene.open();
    let list = "契約先,件名,契約期間,受付時間,契約番号\n\
        架空電算,保守,R8.4.1～R9.3.31,24時間,K-1\n\
        架空電算,回線,R8.4.1～R8.12.31,平日のみ,K-2\n\
        架空電算,点検,～R8.12.31,24時間,\n\
        架空給食,厨房 点検,,,\n";
    let preview = take(&binder, What::Contracts, list);
    let vendor = &named(&binder.plan(), Kind::Organisation, "架空電算")[0];
    assert_eq!(vendor["contract"], "保守 K-1、回線 K-2、点検");
    assert_eq!((vendor["open_hours"].as_str(), vendor["contract_until"].as_str()), ("24時間", "2026-12-31"));
    assert_eq!(named(&binder.plan(), Kind::Organisation, "架空給食")[0]["contract"], "厨房 点検");
    let lost: Vec<(&str, usize)> = preview.account.lost.iter().map(|lost| (lost.why, lost.cells)).collect();
    assert_eq!(lost, [("other-contract", 2)], "an end of the first, the hours of the second");
    let said = preview.rows.iter().filter(|row| row.notes.iter().any(|note| note.code == "other-contract"));
    assert_eq!(said.map(|row| row.line).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn contracts_imported_twice_are_the_same_contracts() {
    for list in [
        "契約先,件名,契約番号\n架空電算,電子カルテ、医事 保守,K-1、K-2\n",
        "契約先,件名,契約番号\n架空電算,\"電子カルテ\n医事\",K-1\n",
        "契約先,件名\n架空電算,PACS保守 R8\n架空電算,電子カルテ医事会計保守 R8\n",
        "契約先,件名,契約番号\n架空電算,保守,1\n架空電算,回線,1\n",
        "契約先,件名,契約期間,受付時間\n架空電算,保守,自動更新,9時\n架空電算,回線,R8.4.1～R9.3.31,９時\n",
    ] {
        let scene = clinic();
        let binder = scene.open();
        let preview = take(&binder, What::Contracts, list);
        let written = |binder: &Binder| named(&binder.plan(), Kind::Organisation, "架空電算")[0]["contract"].clone();
        let first = written(&binder);
        assert_eq!(first.split('、').count(), list.lines().filter(|line| line.starts_with('架')).count(), "{first}");
        let request = request(What::Contracts, list);
        let again = binder.look_at_sheet(&request, &binder::Unwatched).expect("it can be read");
        assert!(again.preview.changes.is_empty(), "{list}: {:?}", again.preview.rows);
        let unreadable = codes(&preview).contains(&"unreadable");
        assert!(!unreadable, "what is not put in is not said to be: {:?}", codes(&preview));
    }
    // A list of one more contract leaves what was said of the others.
    let scene = clinic();
    let binder = scene.open();
    let head = "契約先,件名,契約期間,受付時間,契約番号\n";
    take(&binder, What::Contracts, &format!("{head}架空電算,保守,～R8.3.31,24時間,A\n"));
    let other = take(&binder, What::Contracts, &format!("{head}架空電算,回線,～R10.3.31,平日,B\n"));
    let lost: Vec<(&str, usize)> = other.account.lost.iter().map(|lost| (lost.why, lost.cells)).collect();
    assert_eq!(lost, [("other-contract", 2)], "its end and its hours are not put in");
    take(&binder, What::Contracts, &format!("{head}架空給食,保守,,,A\n"));
    take(&binder, What::Contracts, &format!("{head}架空給食,回線,自動更新,,B\n"));
    assert_eq!(named(&binder.plan(), Kind::Organisation, "架空給食")[0]["contract_until"], "自動更新", "as typed");
    let vendor = &named(&binder.plan(), Kind::Organisation, "架空電算")[0];
    assert_eq!(vendor["contract"], "保守 A、回線 B");
    assert_eq!((vendor["contract_until"].as_str(), vendor["open_hours"].as_str()), ("2026-03-31", "24時間"));
    // The same contract, renewed.
    take(
        &binder,
        What::Contracts,
        &format!("{head}架空電算,保守,～R9.3.31,24時間,A\n架空電算,回線,～R10.3.31,平日,B\n"),
    );
    assert_eq!(named(&binder.plan(), Kind::Organisation, "架空電算")[0]["contract_until"], "2027-03-31");
}

#[test]
fn contracts_keep_every_desk_and_every_number_and_read_periods() {
    let scene = clinic();
    let binder = scene.open();
    let head = "契約件名,契約先,契約期間,連絡先,契約番号\n";
    let first = "透析の保守,架空保守,2026-04-01〜2027-03-31,00-0000-0001,K1\n画像の保守,架空保守,R8.4.1-R10.3.31,00-0000-0002,K2\n";
    take(&binder, What::Contracts, &format!("{head}{first}"));
    take(&binder, What::Contracts, &format!("{head}受付の保守,架空保守,,,K9\n"));
    let preview = take(&binder, What::Contracts, &format!("{head}空調,架空空調,自動更新,,K7\n別,#N/A,,,K8\n"));
    let plan = binder.plan();
    let vendor = &named(&plan, Kind::Organisation, "架空保守")[0];
    assert_eq!(vendor["contract_until"], "2027-03-31");
    assert!(["K1", "K2", "K9"].iter().all(|number| vendor["contract"].contains(number)), "{vendor:?}");
    assert_eq!(vendor["day_phone"], "00-0000-0001");
    assert!(values(&plan).iter().any(|number| number == "00-0000-0002"), "the other desk");
    assert!(codes(&preview).contains(&"unreadable"), "{:?}", codes(&preview));
    assert_eq!(named(&plan, Kind::Organisation, "架空空調")[0]["contract_until"], "自動更新", "as typed");
    let asked = binder.findings().iter().any(|finding| finding.check.id == "unreadable-date");
    assert!(asked, "and asked about");
    assert!(named(&plan, Kind::Organisation, "#N/A").is_empty());
    let head = "契約先,連絡先\n";
    take(&binder, What::Contracts, &format!("{head}架空商事,00-0000-0010\n"));
    take(
        &binder,
        What::Contracts,
        &format!("{head}架空商事（東京支店）,00-0000-0010\n架空商事（大阪支店）,00-0000-0020\n"),
    );
    let plan = binder.plan();
    assert_eq!(named(&plan, Kind::Organisation, "架空商事")[0]["day_phone"], "00-0000-0010");
    assert_eq!(named(&plan, Kind::Organisation, "架空商事（大阪支店）")[0]["day_phone"], "00-0000-0020");
}

#[test]
fn a_denial_is_never_read_as_what_it_denies() {
    let scene = clinic();
    let binder = scene.open();
    let rows = [
        ("リモート保守なし", Some("no")),
        ("経由なし", Some("no")),
        ("有無確認中", None),
        ("VPN経由（A社）", Some("yes")),
        ("未導入", None),
    ];
    let list: String = rows.iter().enumerate().map(|(nth, (text, _))| format!("試{nth},{text}\n")).collect();
    take(&binder, What::Devices, &format!("機器名,リモート保守\n{list}"));
    let plan = binder.plan();
    for (nth, (text, wanted)) in rows.iter().enumerate() {
        let found = named(&plan, Kind::Device, &format!("試{nth}"));
        assert_eq!(found[0].get("remote").map(String::as_str), *wanted, "{text}");
    }
    let backed = take(&binder, What::Devices, "機器名,バックアップ対象\n写1,未取得\n写2,対象（夜間）\n");
    assert!(codes(&backed).contains(&"choice-unknown") && codes(&backed).contains(&"choice-read-as"));
}

#[test]
fn a_list_makes_no_circle_of_systems() {
    let scene = clinic();
    let binder = scene.open();
    take(&binder, What::Systems, "システム名,連携先\n輪A,\n輪B,\n輪C,\n");
    take(&binder, What::Dependencies, "システム,要るもの\n輪A,輪B\n輪B,輪C\n");
    let looked = binder
        .look_at_sheet(&request(What::Dependencies, "システム,要るもの\n輪C,輪A\n"), &binder::Unwatched)
        .expect("read");
    assert_eq!(codes(&looked.preview), ["needs-circle"]);
    assert!(looked.preview.changes.is_empty());
}

#[test]
fn a_link_to_something_removed_survives_the_way_out_and_back() {
    let scene = clinic();
    let binder = scene.open();
    let (device, system) = (add(&binder, Kind::Device, "端末"), add(&binder, Kind::System, "消える仕組み"));
    put(&binder, Kind::Device, device, "system", &system.to_string(), &alone()).expect("saved");
    let edit = binder::plan::Edit::Remove { kind: Kind::System, id: system };
    binder.edit(&edit, &alone()).expect("removed");
    let (bytes, _) = binder.export_sheet(What::Devices, SheetFormat::Csv).expect("exported");
    let looked = binder
        .look_at_sheet(&request(What::Devices, &String::from_utf8(bytes).expect("text")), &binder::Unwatched)
        .expect("read");
    assert_eq!(looked.preview.trouble.map(|trouble| trouble.code), Some("nothing"));
}
