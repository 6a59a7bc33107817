//! For the clerk whose lists are in Excel already: they come in row by row, nothing is written unseen, one step
//! takes it back, and what goes out comes back unchanged.

use binder::import::{Preview, Setup, Verdict, What};
use binder::plan::{Id, Kind, Record};
use binder::{Binder, Direction, Error, ImportRequest, SheetFormat};
use std::path::PathBuf;
use suite::checkout;
use suite::rows::{add, alone, get, put};
use suite::scene::{Scene, open};
use suite::sonae;

fn fixture(name: &str) -> PathBuf {
    checkout("tests/fixtures/sheets").join(name)
}

fn request(what: What, bytes: Vec<u8>) -> ImportRequest {
    ImportRequest { what, bytes, setup: Setup::default() }
}

fn of_file(what: What, name: &str) -> ImportRequest {
    request(what, std::fs::read(fixture(name)).expect("the fixture"))
}

fn hospital() -> Scene {
    let scene = Scene::empty();
    sonae::did(&["sample", "hospital", "-o", &scene.plan.to_string_lossy()]);
    scene
}

fn take(binder: &Binder, request: &ImportRequest) -> Preview {
    let looked = binder.look_at_sheet(request, &binder::Unwatched).expect("it can be read");
    let (_, taken) = binder.import_sheet(request, &looked.token, &alone(), &binder::Unwatched).expect("it is imported");
    taken.preview
}

fn count(preview: &Preview, verdict: Verdict) -> usize {
    preview.rows.iter().filter(|row| row.verdict == verdict).count()
}

fn codes(preview: &Preview) -> Vec<&'static str> {
    preview.rows.iter().flat_map(|row| row.notes.iter().map(|note| note.code)).collect()
}

#[test]
fn a_ledger_of_five_hundred_rows_with_every_mess_says_row_by_row_what_it_did() {
    let scene = hospital();
    let plan = scene.plan.to_string_lossy().into_owned();
    let sheet = fixture("ledger-500.xlsx").to_string_lossy().into_owned();
    let before = open(&scene.plan, true).0.plan().live(Kind::Device).count();
    let dry = sonae::did(&["import", "devices", &sheet, &plan, "--dry-run"]);
    assert_eq!(open(&scene.plan, true).0.plan().live(Kind::Device).count(), before, "looking writes nothing");
    let ran = sonae::did(&["import", "devices", &sheet, &plan]);
    assert_eq!(ran.out, dry.out, "what was looked at is what was done");
    let last = ran.out.lines().last().expect("counts");
    assert_eq!(last, "新しい 499、変わる 0、同じ 0、飛ばす 22、取り込めない 1");
    let line = |number: usize| {
        let start = format!("{number}\t");
        ran.out.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("line {number}")).to_owned()
    };
    assert!(line(312).contains("取り込めない") && line(312).contains("PC-0299") && line(312).contains("311 行目"));
    assert!(line(65).contains("合計の行"), "a subtotal: {}", line(65));
    assert!(line(113).contains("飛ばす"), "a blank row");
    assert!(line(7).contains("2020-03-31"), "令和元年度 ends in March 2020: {}", line(7));

    let (binder, _) = open(&scene.plan, true);
    let plan = binder.plan();
    assert_eq!(plan.live(Kind::Device).count(), before + 499);
    let numbered = |number: &str| {
        let has = |device: &&dyn Record| device.field("asset_no").as_deref() == Some(number);
        plan.live(Kind::Device).find(has).unwrap_or_else(|| panic!("{number}"))
    };
    let first = numbered("PC-0001");
    let shown = |record: &dyn Record, field: &str| match binder::plan::show_field(
        &plan,
        &binder.template(),
        record,
        field,
        true,
    ) {
        binder::plan::Shown::Value(text) => text,
        other => format!("{other:?}"),
    };
    assert_eq!(shown(first, "sort"), "サーバ", "half-width kana is read");
    assert_eq!(shown(first, "system"), "オーダリング", "linked to its system");
    assert_eq!(first.field("support_until").as_deref(), Some("2026-06-01"), "R8.6.1");
    assert_eq!(first.field("state").as_deref(), Some("running"));
    assert_eq!(first.field("backed_up").as_deref(), Some("yes"));
    let second = numbered("PC-0002");
    assert_eq!(second.field("place"), first.field("place"), "a merged cell reaches down");
    assert_eq!(second.field("serial").as_deref(), Some("20200002"), "a number is no fraction");
    assert!(plan.live(Kind::Device).all(|one| one.field("asset_no").as_deref() != Some("PC-9999")), "no example row");
    let ended = binder.findings().iter().filter(|finding| finding.check.id == "support-ended").count();
    assert!(ended > 1, "support that ended is seen at once");
}

#[test]
fn the_same_file_twice_changes_nothing_the_second_time() {
    for (what, name) in [
        (What::Devices, "ledger-500.xlsx"),
        (What::People, "staff-cp932.csv"),
        (What::Contacts, "phones.xlsx"),
        (What::Systems, "systems-vendor.xlsx"),
        (What::Contracts, "contracts-utf8-bom.csv"),
        (What::Devices, "addresses-utf8.csv"),
    ] {
        let scene = hospital();
        let binder = scene.open();
        let request = of_file(what, name);
        let first = take(&binder, &request);
        assert!(count(&first, Verdict::New) + count(&first, Verdict::Update) > 0, "{name}");
        let again = binder.look_at_sheet(&request, &binder::Unwatched).expect("it can be read");
        let odd: Vec<_> =
            again.preview.rows.iter().filter(|row| matches!(row.verdict, Verdict::New | Verdict::Update)).collect();
        assert_eq!(odd, Vec::<&binder::import::Row>::new(), "{name}: every row finds its record again");
        assert_eq!(again.preview.trouble.map(|trouble| trouble.code), Some("nothing"), "{name}");
    }
}

#[test]
fn an_import_is_one_step_of_undo() {
    let scene = hospital();
    let binder = scene.open();
    let before = binder.plan();
    take(&binder, &of_file(What::Devices, "ledger-500.xlsx"));
    assert_ne!(binder.plan().rows, before.rows);
    binder.step_back(Direction::Undo, "山田").expect("undone");
    assert_eq!(binder.plan().rows, before.rows, "one step takes all of it back");
    binder.step_back(Direction::Redo, "山田").expect("and again");
    assert!(binder.plan().live(Kind::Device).count() > 499);
    drop(binder);
    suite::scene::whole(&scene.plan, "after import, undo and redo");
}

#[test]
fn the_telephone_list_gives_numbers_to_places_first_and_to_people_where_they_are_named() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let preview = take(&binder, &of_file(What::Contacts, "phones.xlsx"));
    let plan = binder.plan();
    let person = |name: &str| {
        plan.live(Kind::Person).find(|one| one.title() == name).unwrap_or_else(|| panic!("{name} is a person"))
    };
    assert_eq!(person("渡邉（見本）").field("job").as_deref(), Some("院長"));
    assert_eq!(person("渡邉（見本）").field("extension").as_deref(), Some("7001"));
    assert_eq!(person("永尾（見本）").field("extension").as_deref(), Some("7023"), "full-width digits");
    assert_eq!(person("辻󠄀（見本）").field("job").as_deref(), Some("課長"), "the name stays as typed");
    assert!(plan.live(Kind::Person).all(|one| !["応接室", "サーバ室", "CT室", "当直"].contains(&one.title().as_str())));
    let room = plan.live(Kind::ContactPoint).find(|point| point.field("note").as_deref() == Some("サーバ室"));
    assert_eq!(
        room.and_then(|point| point.field("value")).as_deref(),
        Some("8401"),
        "a room's number is its department's"
    );
    assert!(codes(&preview).contains(&"formula-empty"), "a formula nobody worked out is said");
    assert!(preview.rows.iter().any(|row| row.verdict == Verdict::Skipped && row.notes[0].code == "total"));
}

#[test]
fn a_list_of_departmental_systems_brings_the_dependencies() {
    let scene = hospital();
    let binder = scene.open();
    let links = binder.plan().live(Kind::SystemLink).count();
    let preview = take(&binder, &of_file(What::Systems, "systems-vendor.xlsx"));
    assert!(binder.plan().live(Kind::SystemLink).count() > links, "what connects where becomes a dependency");
    assert!(codes(&preview).contains(&"read-as"), "a name that is alike is said to be");
    let lis = binder.plan().from_entry("systems/lis").expect("there").title();
    assert_eq!(lis, "検体検査（LIS）", "and does not take the other's place");
    assert!(codes(&preview).contains(&"needs-unknown"));
}

#[test]
fn contracts_are_gathered_by_supplier_and_the_earliest_end_is_kept() {
    let scene = hospital();
    let binder = scene.open();
    take(&binder, &of_file(What::Contracts, "contracts-utf8-bom.csv"));
    let plan = binder.plan();
    let vendors = plan.live(Kind::Organisation).filter(|one| one.title().contains("みほん検査システム")).count();
    assert_eq!(vendors, 1, "㈱ and 株式会社 are one supplier");
    let dated = plan.live(Kind::Organisation).filter(|one| one.field("contract_until").is_some()).count();
    assert!(dated >= 5, "{dated}");
}

#[test]
fn what_goes_out_comes_back_unchanged() {
    let scene = hospital();
    let binder = scene.open();
    let system = binder.plan().from_entry("systems/emr").expect("there").id();
    for value in ["=1+1", "+81", "-", "@x", "'y", "一行目\n二行目", "𠮷田　髙橋\"引用\"", "00123"] {
        put(&binder, Kind::System, system, "fallback", value, &alone()).expect("saved");
        for format in [SheetFormat::Xlsx, SheetFormat::Csv] {
            let (bytes, rows) = binder.export_sheet(What::Systems, format).expect("written");
            let looked = binder.look_at_sheet(&request(What::Systems, bytes), &binder::Unwatched).expect("read");
            let same = looked.count(Verdict::Same);
            let odd: Vec<_> = looked.preview.rows.iter().filter(|row| row.verdict != Verdict::Same).collect();
            // Text in an xlsx that begins like a formula is refused rather than guessed at; CSV marks it.
            let refused = format == SheetFormat::Xlsx && value.starts_with('=');
            assert_eq!(same + usize::from(refused), rows, "{value} {format:?}: {odd:?}");
        }
    }
    put(&binder, Kind::System, system, "fallback", "紙に書く", &alone()).expect("saved");
    for what in [What::Systems, What::Devices, What::People, What::Organisations, What::Dependencies] {
        for format in [SheetFormat::Xlsx, SheetFormat::Csv] {
            let (bytes, rows) = binder.export_sheet(what, format).expect("written");
            let looked = binder.look_at_sheet(&request(what, bytes), &binder::Unwatched).expect("read");
            let odd: Vec<_> = looked.preview.rows.iter().filter(|row| row.verdict != Verdict::Same).collect();
            assert!(odd.is_empty(), "{} {format:?}: {odd:?}", what.name());
            assert_eq!(looked.preview.rows.len(), rows);
            assert!(looked.preview.changes.is_empty());
        }
    }
}

#[test]
fn a_row_of_our_own_export_may_be_renamed_emptied_and_unlinked() {
    let scene = hospital();
    let binder = scene.open();
    let emr = binder.plan().from_entry("systems/emr").expect("there").id();
    let (bytes, _) = binder.export_sheet(What::Systems, SheetFormat::Csv).expect("written");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let needed = binder.plan().from_entry("systems/terminals").expect("there").title();
    let edited = text.replacen("電子カルテ,", "電子カルテ本体,", 1).replacen(&format!("{needed}\n"), "", 1);
    let links =
        |binder: &Binder| binder.plan().rows.system_links.live().filter(|link| link.system == Some(emr)).count();
    let before = links(&binder);
    let preview = take(&binder, &request(What::Systems, edited.into_bytes()));
    assert_eq!(get(&binder, Kind::System, emr, "name").as_deref(), Some("電子カルテ本体"));
    assert_eq!(links(&binder), before - 1, "what is not named any more is no dependency any more");
    assert_eq!(count(&preview, Verdict::New), 0, "renaming makes no second one");
}

#[test]
fn a_number_twice_a_removed_row_and_a_name_twice_are_said_and_not_written() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let gone = add(&binder, Kind::Device, "消した機器");
    let (bytes, _) = binder.export_sheet(What::Devices, SheetFormat::Csv).expect("written");
    binder.edit(&binder::plan::Edit::Remove { kind: Kind::Device, id: gone }, &alone()).expect("removed");
    let looked = binder.look_at_sheet(&request(What::Devices, bytes), &binder::Unwatched).expect("read");
    assert_eq!(codes(&looked.preview), ["removed-row"]);
    let csv = "管理番号,機器名\nA-1,一\nＡ－１,二\n,三\n,三\n,\n合計,3\n";
    let looked = binder.look_at_sheet(&request(What::Devices, csv.into()), &binder::Unwatched).expect("read");
    let said: Vec<_> = looked.preview.rows.iter().map(|row| (row.line, row.verdict)).collect();
    use Verdict::{New, Problem, Skipped};
    assert_eq!(said, [(2, New), (3, Problem), (4, New), (5, Problem), (6, Skipped), (7, Skipped)]);
    let other = binder
        .look_at_sheet(&request(What::Devices, "管理番号,機器名\nA-1,一\n".into()), &binder::Unwatched)
        .expect("read");
    let fault = binder.import_sheet(&request(What::Devices, csv.into()), &other.token, &alone(), &binder::Unwatched);
    assert!(matches!(fault, Err(Error::ImportChanged)), "only what was looked at is imported");
    let token = looked.token;
    add(&binder, Kind::Device, "その間に足した機器");
    let fault = binder.import_sheet(&request(What::Devices, csv.into()), &token, &alone(), &binder::Unwatched);
    assert!(matches!(fault, Err(Error::ImportChanged)), "and only into the plan it was looked at with");
}

#[test]
fn people_correct_sheet_line_and_columns() {
    let scene = Scene::of("clinic");
    let plan = scene.plan.to_string_lossy().into_owned();
    let sheet = scene.at("機器.csv");
    std::fs::write(&sheet, "表題\n番号,よび名,使う所\n1,見本機器,受付\n").expect("written");
    let sheet = sheet.to_string_lossy().into_owned();
    sonae::sonae(&["import", "devices", &sheet, &plan]).refused("import-nothing", 3);
    let columns = ["--column", "番号=asset_no", "--column", "よび名=name", "--column", "使う所=place"];
    let mut arguments = vec!["import", "devices", &sheet, &plan, "--header", "2"];
    arguments.extend(columns);
    let ran = sonae::did(&arguments);
    assert!(ran.out.ends_with("新しい 1、変わる 0、同じ 0、飛ばす 0、取り込めない 0\n"), "{}", ran.out);
    let (binder, _) = open(&scene.plan, true);
    let device = binder.plan().live(Kind::Device).map(|one| (one.field("asset_no"), one.field("place"))).next();
    assert_eq!(device, Some((Some("1".to_owned()), Some("受付".to_owned()))));
    sonae::sonae(&["import", "devices", &sheet, &plan, "--header", "2", "--column", "無い列=name"])
        .refused("not-found", 3);
}

#[test]
fn bad_files_are_refused_in_three_sentences_and_nothing_is_written() {
    let scene = hospital();
    let plan = scene.plan.to_string_lossy().into_owned();
    let before = std::fs::read(&scene.plan).expect("the plan");
    let mut cases: Vec<(String, &str)> = [
        ("bad/password.xlsx", "sheet-password"),
        ("bad/old-excel-renamed.xlsx", "sheet-old"),
        ("bad/open-document.ods", "sheet-ods"),
        ("bad/not-a-sheet.xlsx", "sheet-none"),
        ("bad/unbalanced.csv", "sheet-quotes"),
    ]
    .map(|(name, code)| (fixture(name).to_string_lossy().into_owned(), code))
    .to_vec();
    let made = |name: &str, bytes: &[u8]| {
        let path = scene.at(name);
        std::fs::write(&path, bytes).expect("written");
        path.to_string_lossy().into_owned()
    };
    cases.push((made("空.csv", b""), "sheet-empty"));
    cases.push((made("字.csv", &[0x96, 0xBC, 0x91, 0x4F, b',', 0x81, b'\n', 0xFF, 0xFE, 0xFD]), "sheet-encoding"));
    let long: String =
        std::iter::once("管理番号,機器名\n".to_owned()).chain((0..100_101).map(|n| format!("{n},機器{n}\n"))).collect();
    cases.push((made("長い.csv", long.as_bytes()), "sheet-rows"));
    cases.push((made("無関係.csv", "あれ,これ\n1,2\n".as_bytes()), "import-nothing"));
    cases.push((scene.at("無い.xlsx").to_string_lossy().into_owned(), "folder-missing"));
    for (path, code) in cases {
        println!("{path}");
        let exit = if code == "folder-missing" { 4 } else { 3 };
        sonae::sonae(&["import", "devices", &path, &plan]).refused(code, exit);
        assert_eq!(std::fs::read(&scene.plan).expect("the plan"), before, "{path}: nothing was written");
    }
}

#[test]
fn a_cell_that_begins_like_a_formula_is_a_clear_sentence_and_its_row_is_not_written() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let csv = "氏名,内線\n見本一,=1+1\n=HYPERLINK(\"x\"),7\n見本二,=\"0312345678\"\n'=見本三,8\n";
    let preview = take(&binder, &request(What::People, csv.into()));
    let verdicts: Vec<_> = preview.rows.iter().map(|row| row.verdict).collect();
    assert_eq!(verdicts, [Verdict::Problem, Verdict::Problem, Verdict::New, Verdict::New]);
    assert_eq!(codes(&preview), ["formula", "formula"]);
    let names: Vec<String> = binder.plan().live(Kind::Person).map(|one| one.title()).collect();
    assert!(names.contains(&"見本二".to_owned()) && names.contains(&"=見本三".to_owned()), "{names:?}");
    let extension =
        binder.plan().live(Kind::Person).find(|one| one.title() == "見本二").and_then(|one| one.field("extension"));
    assert_eq!(extension.as_deref(), Some("0312345678"));
}

#[test]
fn a_text_no_field_takes_refuses_its_row_alone() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let long = "長".repeat(20_001);
    let csv = format!("機器名,設置場所\n一,{long}\n二,\u{7}受付\n三,受付\n");
    let preview = take(&binder, &request(What::Devices, csv.into_bytes()));
    let verdicts: Vec<_> = preview.rows.iter().map(|row| row.verdict).collect();
    assert_eq!(verdicts, [Verdict::Problem, Verdict::Problem, Verdict::New]);
    assert_eq!(codes(&preview), ["too-long", "control"]);
}

#[test]
fn a_foreign_list_that_knows_nothing_of_a_field_does_not_empty_it() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id: Id = add(&binder, Kind::Device, "受付の端末");
    put(&binder, Kind::Device, id, "asset_no", "1", &alone()).expect("saved");
    put(&binder, Kind::Device, id, "place", "受付", &alone()).expect("saved");
    take(&binder, &request(What::Devices, "管理番号,機器名,設置場所\n1,受付の端末（新）,\n".into()));
    assert_eq!(get(&binder, Kind::Device, id, "place").as_deref(), Some("受付"));
    assert_eq!(get(&binder, Kind::Device, id, "name").as_deref(), Some("受付の端末（新）"));
}
