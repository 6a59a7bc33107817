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
