//! For the clerk whose one ledger holds everything: systems and devices come in with one pass, each where it belongs.

use binder::import::{Preview, Setup, What};
use binder::plan::{Kind, Record};
use binder::{Binder, ImportRequest, Unwatched};
use suite::rows::alone;
use suite::scene::Scene;

/// A ledger with a column for the system of a device, as hospitals keep it.
const LEDGER: &str = "\
管理番号,種別,名称,システム名,設置場所,保守会社,OS,備考
S-01,システム,電子カルテ,,院内,見本電算株式会社,,
D-01,サーバ,EHR-SV01,電子カルテ,地下1階サーバ室,見本電算株式会社,Windows Server 2022,正
D-02,端末,EHR-PC01,電子カルテ,3階東病棟,,Windows 11,
S-02,部門システム,給食,,クラウド,見本給食株式会社,,夜間は無人
,,,,,,,
D-03,ネットワーク機器,コアスイッチ,,地下1階サーバ室,,,
計,,,,,,,
";

fn request(what: What, list: &str, one_list: bool) -> ImportRequest {
    let setup = Setup { make_missing: true, one_list, ..Setup::default() };
    ImportRequest { what, bytes: list.into(), setup }
}

fn looked(binder: &Binder, what: What, list: &str, one_list: bool) -> Preview {
    let looked = binder.look_at_sheet(&request(what, list, one_list), &Unwatched).expect("it can be read");
    let account = &looked.preview.account;
    assert_eq!(account.cells, account.names + account.taken + account.left(), "{account:?}");
    looked.preview
}

fn taken(binder: &Binder, what: What, list: &str) -> Preview {
    let request = request(what, list, false);
    let looked = binder.look_at_sheet(&request, &Unwatched).expect("it can be read");
    binder.import_sheet(&request, &looked.token, &alone(), &Unwatched).expect("it is imported").1.preview
}

fn names(binder: &Binder, kind: Kind) -> Vec<String> {
    let mut names: Vec<String> = binder.plan().live(kind).map(Record::title).collect();
    names.sort();
    names
}

fn field(binder: &Binder, kind: Kind, name: &str, field: &str) -> Option<String> {
    binder.plan().live(kind).find(|record| record.title() == name)?.field(field)
}

/// Kind and name of what a link leads to.
fn linked(binder: &Binder, kind: Kind, name: &str, link: &str, to: Kind) -> Option<String> {
    let id = field(binder, kind, name, link)?;
    binder.plan().live(to).find(|record| record.id().to_string() == id).map(Record::title)
}

#[test]
fn a_ledger_of_both_fills_both_whatever_it_was_taken_for() {
    for what in [What::Devices, What::Systems] {
        let scene = Scene::of("hospital");
        let binder = scene.open();
        let before = names(&binder, Kind::System);
        let preview = taken(&binder, what, LEDGER);
        let new: Vec<String> = names(&binder, Kind::System).into_iter().filter(|name| !before.contains(name)).collect();
        assert!(new.iter().all(|name| ["電子カルテ", "給食"].contains(&name.as_str())), "{what:?}: {new:?}");
        assert_eq!(names(&binder, Kind::Device), ["EHR-PC01", "EHR-SV01", "コアスイッチ"], "{what:?}");
        assert!(preview.mixed);
        assert_eq!(linked(&binder, Kind::Device, "EHR-SV01", "system", Kind::System).as_deref(), Some("電子カルテ"));
        assert_eq!(field(&binder, Kind::Device, "EHR-SV01", "sort").as_deref(), Some("server"));
        assert_eq!(field(&binder, Kind::System, "給食", "place").as_deref(), Some("cloud"), "{what:?}");
        let vendor = linked(&binder, Kind::System, "給食", "vendor", Kind::Organisation);
        assert_eq!(vendor.as_deref(), Some("見本給食株式会社"), "{what:?}");
        assert_eq!(field(&binder, Kind::System, "給食", "asset_no").as_deref(), Some("S-02"), "{what:?}");
        // Every cell: two remarks are not taken, and the line of totals.
        let lost: Vec<(&str, usize)> = preview.account.lost.iter().map(|lost| (lost.why, lost.cells)).collect();
        assert_eq!(lost, [("total", 1), ("column-unused", 2)], "{what:?}: {:?}", preview.account);
        let of_other = preview.rows.iter().flat_map(|row| row.notes.iter().map(|note| note.code));
        let said = of_other.filter(|code| ["row-systems", "row-devices"].contains(code)).count();
        assert_eq!(said, if what == What::Devices { 2 } else { 3 });
        let again = looked(&binder, what, LEDGER, false);
        assert!(again.changes.is_empty(), "{what:?}: found again: {:?}", again.rows);
    }
}

#[test]
fn a_person_may_keep_it_one_list_and_a_list_of_one_sort_stays_one() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let one = looked(&binder, What::Devices, LEDGER, true);
    assert!(!one.mixed);
    assert_eq!(one.changes.iter().filter(|change| change.kind == Kind::Device && change.new).count(), 5);
    for list in [
        "種別,機器名\nサーバ,A\n端末,B\n",
        "種別,名称\nシステム,A\n部門システム,B\n",
        "システム名,種別\n電子カルテ,サーバ\n給食,クラウド型\n",
        "機器名,システム名\nA,電子カルテ\nB,システム\n",
    ] {
        for what in [What::Devices, What::Systems] {
            let preview = looked(&binder, what, list, false);
            let kind = what.kind().expect("a kind");
            let other = preview.changes.iter().filter(|change| change.new && change.kind != kind);
            assert!(!preview.mixed && other.clone().all(|change| change.kind == Kind::System), "{what:?}: {list}");
        }
    }
}

#[test]
fn a_column_that_was_left_out_is_left_out_of_both() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let mut request = request(What::Devices, LEDGER, false);
    request.setup.columns.insert(5, String::new());
    let looked = binder.look_at_sheet(&request, &Unwatched).expect("it can be read");
    assert!(looked.preview.mixed);
    assert!(looked.preview.changes.iter().all(|change| change.kind != Kind::Organisation));
    let maintained = looked.preview.account.lost.iter().find(|lost| lost.column == "保守会社");
    assert_eq!(maintained.map(|lost| lost.cells), Some(3));
}

/// New systems and devices of a list, whatever it was taken for.
fn parted(list: &str, systems: &[&str], devices: &[&str]) {
    for what in [What::Devices, What::Systems] {
        let scene = Scene::of("clinic");
        let binder = scene.open();
        let had: Vec<Vec<String>> = [Kind::System, Kind::Device].map(|kind| names(&binder, kind)).into();
        taken(&binder, what, list);
        for (kind, had, wanted) in [(Kind::System, &had[0], systems), (Kind::Device, &had[1], devices)] {
            let mut new = names(&binder, kind);
            new.retain(|name| !had.contains(name));
            let mut wanted: Vec<&str> = wanted.to_vec();
            wanted.sort_unstable();
            assert_eq!(new, wanted, "{what:?}: {list}");
        }
        looked(&binder, what, list, false);
    }
}

#[test]
fn what_is_no_system_in_a_mixed_ledger_is_a_device_whatever_word_it_has() {
    parted(
        "種別,名称,IPアドレス,メーカー\n部門システム,試験検査システム,,A社\n端末,PC-01,,B社\nラックサーバ,試験サーバ,10.0.0.9,HP\n\
         無停電電源装置,UPS-1,,C社\n電子カルテシステム,試験カルテ,,D社\n",
        &["試験カルテ", "試験検査システム"],
        &["PC-01", "UPS-1", "試験サーバ"],
    );
    parted("区分,名称,メーカー\nシステム,試験カルテ,A社\n機器,ルータA,B社\n", &["試験カルテ"], &["ルータA"]);
    parted(
        "大分類,中分類,名称,メーカー\nシステム,基幹,試験カルテ,A社\n機器,端末,PC-1,B社\n",
        &["試験カルテ"],
        &["PC-1"],
    );
    // The sort is no name, and headings are no rows.
    parted(
        "システム区分,品名,メーカー\n部門システム,試験検査,A社\n業務システム,試験給食,B社\nサーバ,SV1,C社\n",
        &["試験検査", "試験給食"],
        &["SV1"],
    );
    parted(
        "名称,種別,メーカー\n【情報システム】,,\n試験カルテ,システム,A社\n【機器】,,\nSV1,サーバ,B社\n3,小計,\n",
        &["試験カルテ"],
        &["SV1"],
    );
}

#[test]
fn a_list_of_systems_that_says_where_each_runs_is_not_parted() {
    for list in
        ["名称,区分,ベンダー\n試験カルテ,サーバ,A社\n勤怠,クラウド,B社\n", "名称,種別\n試験カルテ,サーバ\n勤怠,SaaS\n"]
    {
        let scene = Scene::of("clinic");
        let binder = scene.open();
        let preview = looked(&binder, What::Systems, list, false);
        assert!(!preview.mixed && preview.changes.iter().all(|change| change.kind != Kind::Device), "{list}");
    }
    // Software in a ledger of devices is not a system of the plan.
    let list = "管理番号,種別,システム名,名称,IPアドレス\nH1,サーバ,電子カルテ,EMR-SV1,10.0.0.1\n\
        W1,ソフトウェア,電子カルテ,Oracle Database,10.0.0.50\n";
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let preview = taken(&binder, What::Devices, list);
    assert!(!preview.mixed);
    assert_eq!(field(&binder, Kind::System, "電子カルテ", "asset_no"), None, "and nothing of it is written over");
    assert_eq!(linked(&binder, Kind::Device, "EMR-SV1", "system", Kind::System).as_deref(), Some("電子カルテ"));
}

#[test]
fn a_row_of_a_mixed_ledger_without_a_sort_stays_and_says_so() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let list = "種別,名称\nシステム,試験カルテ\nサーバ,SV1\n,試験二号\n";
    let preview = looked(&binder, What::Devices, list, false);
    let said = preview.rows.iter().filter(|row| row.notes.iter().any(|note| note.code == "row-unsorted"));
    assert_eq!(said.map(|row| row.line).collect::<Vec<_>>(), [4]);
}

#[test]
fn a_department_called_like_a_sort_is_a_heading_in_a_list_of_people() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let list = "氏名,所属,職種\n【情報システム】,,\n試験 一郎,,事務\n【設備】,,\n試験 二郎,,技師\n";
    taken(&binder, What::People, list);
    for (name, place) in [("試験 一郎", "情報システム"), ("試験 二郎", "設備")] {
        let there = linked(&binder, Kind::Person, name, "department", Kind::Department);
        assert_eq!(there.as_deref(), Some(place));
    }
}
