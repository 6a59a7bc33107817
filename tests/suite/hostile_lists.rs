//! For the person a list is about: lists a hostile reader made to bring a private number, a patient or another name in.

use binder::import::{Preview, Setup, What};
use binder::plan::{self, Kind, is_private};
use binder::{Binder, ImportRequest, Unwatched};
use suite::rows::alone;
use suite::scene::Scene;

fn request(what: What, list: &str) -> ImportRequest {
    ImportRequest { what, bytes: list.into(), setup: Setup { make_missing: true, ..Setup::default() } }
}

/// Brings a list in.
fn taken(binder: &Binder, what: What, list: &str) -> Preview {
    let request = request(what, list);
    let looked = binder.look_at_sheet(&request, &Unwatched).expect("it can be read");
    binder.import_sheet(&request, &looked.token, &alone(), &Unwatched).expect("it is imported").1.preview
}

/// What a field of the record of that name says.
fn field(binder: &Binder, kind: Kind, name: &str, field: &str) -> Option<String> {
    binder.plan().live(kind).find(|record| record.title() == name)?.field(field)
}

/// Whether anything but a private field says it: its last eight figures, which no id has by chance.
fn stands_openly(binder: &Binder, number: &str) -> bool {
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = figures(number);
    let end = &number[number.len() - 8..];
    let plan = binder.plan();
    Kind::ALL.iter().flat_map(|kind| plan.live(*kind)).any(|record| {
        let fields = record.fields().iter().filter(|field| !is_private(record, field));
        fields.filter_map(|field| record.field(field.id)).any(|value| figures(&value).contains(end))
    })
}

#[test]
fn a_column_of_the_houses_telephones_says_nothing_of_the_column_beside_it() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    taken(&binder, What::People, "氏名,内線番号,院内携帯\n試験 一郎,090-1111-2222,\n試験 二郎,2102,070-1111-9999\n");
    assert!(!stands_openly(&binder, "090-1111-2222"));
    assert_eq!(field(&binder, Kind::Person, "試験 一郎", "private_phone").as_deref(), Some("090-1111-2222"));
    taken(&binder, What::People, "氏名,院用携帯\n試験 三郎,070-3333-4444\n");
    assert_eq!(
        field(&binder, Kind::Person, "試験 三郎", "extension").as_deref(),
        Some("070-3333-4444"),
        "what is said is believed"
    );
}

#[test]
fn a_mobile_number_is_one_in_every_notation_and_a_free_one_is_none() {
    for number in ["9011112222", "060-1111-2222", "+81 90-1111-2222", "81-90-1111-2222", "0081-90-1111-2222"] {
        let scene = Scene::of("clinic");
        let binder = scene.open();
        taken(&binder, What::People, &format!("氏名,内線\n試験 一郎,{number}\n"));
        assert!(!stands_openly(&binder, number), "{number} of a person");
        taken(&binder, What::Contacts, &format!("部署,内線\n試験課,2101\n試験課,{number}\n"));
        assert!(!stands_openly(&binder, number), "{number} of a place");
    }
    let scene = Scene::of("clinic");
    let binder = scene.open();
    taken(&binder, What::Contacts, "部署,内線\n試験課,0800-123-4567\n");
    assert!(stands_openly(&binder, "0800-123-4567"));
}

#[test]
fn a_mobile_number_of_a_place_is_somebodys_own_and_that_of_the_house_is_kept() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let preview = taken(&binder, What::Contacts, "部署,内線\n試験課,\"2101、090-1111-2222\"\n");
    assert!(preview.rows[0].notes.iter().any(|note| note.code == "mobile-private"), "{:?}", preview.rows);
    assert_eq!(preview.account.left(), 0);
    assert!(!stands_openly(&binder, "090-1111-2222"));
    let own = |point: &&plan::ContactPoint| point.value.as_deref() == Some("090-1111-2222");
    assert_eq!(binder.plan().rows.contact_points.live().filter(own).count(), 1, "and in part S it stands");
    let same = "部署,内線,携帯\n試験課,2101,090-1111-2222\n";
    let same = binder.look_at_sheet(&request(What::Contacts, same), &Unwatched).expect("it can be read");
    assert!(same.preview.changes.is_empty(), "{:?}", same.preview.rows);
    let again = taken(&binder, What::Contacts, "部署,内線,院用携帯\n試験課,2101,090-1111-2222\n");
    assert_eq!(again.rows[0].changes.len(), 1, "{:?}", again.rows);
    assert!(stands_openly(&binder, "090-1111-2222"), "somebody said whose it is");
    taken(&binder, What::Contacts, "部署,院用携帯\n試験部,\"070-2222-2222、070-3333-3333\"\n");
    assert!(stands_openly(&binder, "070-3333-3333"));
}

#[test]
fn a_post_beside_a_name_is_the_persons_and_a_room_beside_one_is_counted() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    taken(&binder, What::Contacts, "部署,役職,名称,内線\n試験部,部長,渡邉 太,3101\n");
    assert_eq!(field(&binder, Kind::Person, "渡邉 太", "job").as_deref(), Some("部長"));
    let preview = taken(&binder, What::Contacts, "部署,名称,氏名,内線\n試験部,第二診察室,山田,3102\n");
    assert_eq!(preview.account.left(), 1, "{:?}", preview.account);
}

#[test]
fn patients_are_known_by_their_names_or_one_diagnosis_and_bedside_terminals_are_none() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let trouble = |what, list: &str| {
        let looked = binder.look_at_sheet(&request(what, list), &Unwatched).expect("it can be read");
        looked.preview.trouble.map(|note| note.code)
    };
    for list in
        ["氏名,フリガナ,生年月日,性別,電話番号,病名\n見本,ミホン,,,,\n", "入院患者氏名,病棟,内線\n見本,三階,1\n"]
    {
        assert_eq!(trouble(What::People, list), Some("patients"), "{list}");
    }
    assert_eq!(trouble(What::People, "氏名,病室,病床番号\n見本,301,2\n"), Some("patients"));
    assert_eq!(
        trouble(What::Devices, "機器名,名前,病室,病床番号,IPアドレス\n端末,ベッドサイド,301,2,10.0.0.1\n"),
        None
    );
}

#[test]
fn a_private_landline_of_a_mail_program_stays_private() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let list = "Name,First Name,Last Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value\n,一郎,試験,Home,03-1111-2222,Work,2101\n";
    let preview = taken(&binder, What::People, list);
    assert_eq!(field(&binder, Kind::Person, "試験 一郎", "private_phone").as_deref(), Some("03-1111-2222"));
    assert_eq!(field(&binder, Kind::Person, "試験 一郎", "extension").as_deref(), Some("2101"));
    assert!(preview.how.iter().all(|note| note.code != "read-joined"), "{:?}", preview.how);
}

#[test]
fn a_row_that_is_refused_and_a_heading_nobody_has_are_counted_as_lost() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let list = "管理番号,機器名,種別,状態,メーカー\nZ-1,,なぞ,稼働,試験社\nZ-2,端末,,稼働,試験社\n";
    let account = taken(&binder, What::Devices, list).account;
    assert_eq!((account.taken, account.left()), (4, 4), "{account:?}");
    let mut alone = request(What::People, "氏名,内線\n【新しい謎病棟】,\n山田,2101\n");
    alone.setup.make_missing = false;
    let account = binder.look_at_sheet(&alone, &Unwatched).expect("it can be read").preview.account;
    assert_eq!((account.taken, account.left()), (2, 1), "{account:?}");
}

#[test]
fn parts_of_a_name_are_no_way_round_what_a_name_may_be() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let looked =
        binder.look_at_sheet(&request(What::People, "姓,名,内線\n=1+1,一郎,2101\n"), &Unwatched).expect("read");
    assert!(looked.preview.rows[0].notes.iter().any(|note| note.code == "formula"), "{:?}", looked.preview.rows);
    let preview = taken(&binder, What::People, "氏名,姓,名,内線\n山田 花子,佐藤,花子,2101\n");
    assert!(field(&binder, Kind::Person, "山田 花子", "extension").is_some());
    assert_eq!(preview.account.left(), 2, "{:?}", preview.account);
}

#[test]
fn what_is_out_of_use_does_not_run_and_a_suppliers_emergency_number_is_taken() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    taken(&binder, What::Devices, "機器名,状態\n旧端末,使用中止\n古端末,稼働終了\n");
    for name in ["旧端末", "古端末"] {
        assert_eq!(field(&binder, Kind::Device, name, "state").as_deref(), Some("retired"), "{name}");
    }
    let list = "会社名,緊急時連絡先\n見本社,03-1111-0000\n";
    let looked = binder.look_at_sheet(&request(What::Organisations, list), &Unwatched).expect("read");
    assert!(looked.preview.columns.iter().all(|column| !column.never));
}

#[test]
fn a_column_only_the_last_of_several_tables_has_belongs_to_none() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let preview = taken(&binder, What::People, "氏名,内線,氏名,内線,\n山田 一,2101,佐藤 二,2102,臨時\n");
    assert_eq!(field(&binder, Kind::Person, "佐藤 二", "kana"), None);
    assert_eq!(preview.account.left(), 1, "{:?}", preview.account);
}

#[test]
fn a_mobile_number_is_private_in_whatever_company_it_stands() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let cells = [
        "2102 090-1111-0002",
        "2110（携帯 090-1111-0011）",
        "\"2103,090-1111-0003（夜間のみ）、080-1111-0033\"",
        "山田:090-1111-0005 佐藤:080-1111-0055",
        "内2103・090-1111-0008",
        "代表 2101 090-1111-0009",
        "2101（9011110006）",
    ];
    let list: String = cells.iter().enumerate().map(|(nth, cell)| format!("試験部{nth},{cell}\n")).collect();
    taken(&binder, What::Contacts, &format!("部署,内線\n{list}"));
    let list: String = cells.iter().enumerate().map(|(nth, cell)| format!("試験 {nth},{cell}\n")).collect();
    taken(&binder, What::People, &format!("氏名,内線\n{list}"));
    for end in ["0002", "0011", "0003", "0033", "0005", "0055", "0008", "0009", "0006"] {
        assert!(!stands_openly(&binder, &format!("090-1111-{end}")), "{end}");
    }
    assert_eq!(field(&binder, Kind::Department, "試験部0", "phone").as_deref(), Some("2102"), "and no number is fused");
}

#[test]
fn the_name_of_a_column_makes_a_mobile_number_the_houses_only_where_it_says_so() {
    for (title, house) in [
        ("院用携帯", true),
        ("内線・PHS", true),
        ("院内携帯番号", true),
        ("PHS・携帯", false),
        ("内線・PHS・携帯", false),
        ("院内連絡先（個人携帯）", false),
        ("PHS（私用スマホ可）", false),
        ("院用携帯・個人携帯", false),
    ] {
        let scene = Scene::of("clinic");
        let binder = scene.open();
        let setup = Setup { columns: [(1, "extension".to_owned())].into(), ..Setup::default() };
        let list = format!("部署,{title}\n試験課,090-6666-0003\n");
        let request = ImportRequest { what: What::Contacts, bytes: list.into(), setup };
        let looked = binder.look_at_sheet(&request, &Unwatched).expect("it can be read");
        binder.import_sheet(&request, &looked.token, &alone(), &Unwatched).expect("it is imported");
        assert_eq!(stands_openly(&binder, "090-6666-0003"), house, "{title}");
    }
}

#[test]
fn a_list_with_two_numbers_of_a_persons_own_changes_nothing_the_second_time() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let list = "氏名,内線,携帯電話\n佐藤 花子,090-5555-0009,090-5555-0002\n";
    taken(&binder, What::People, list);
    assert_eq!(field(&binder, Kind::Person, "佐藤 花子", "private_phone").as_deref(), Some("090-5555-0002"));
    let again = binder.look_at_sheet(&request(What::People, list), &Unwatched).expect("it can be read");
    assert!(again.preview.changes.is_empty(), "{:?}", again.preview.rows);
    let own = binder.plan().rows.contact_points.live().any(|point| point.value.as_deref() == Some("090-5555-0009"));
    assert!(own, "the other stands beside it");
}
