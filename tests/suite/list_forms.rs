//! For the clerk who must hand the ministry's own file in: answers go into that very file, a file of another year or sort is
//! refused, a new year's list is made of it, and a supplier's returned file is read (docs/adr/0046).

use binder::plan::checklist::{CHECKED_BY, CHECKED_ON, RESULT, Sheet};
use binder::plan::{Edit, Kind};
use binder::{Binder, Error, Snapshot, Unfilled};
use serde_json::Value;
use std::path::PathBuf;
use suite::forms::ministry;
use suite::rows::{add, added, alone};
use suite::scene::{Scene, whole};
use suite::{checkout, sonae};

const R7: &str = "mhlw-security-2025";

fn form(name: &str) -> PathBuf {
    checkout("tests/fixtures/forms").join(name)
}

fn say(binder: &Binder, item: &str, says: &[(&str, &str)]) {
    for (question, value) in says {
        let Snapshot { plan, template, .. } = binder.snapshot();
        let list = template.checklist(R7).expect("kept");
        let key = Sheet::own(&plan, list).expect("a form").key(Some(1), item, question);
        let edit = Edit::Answer { key, value: Some((*value).to_owned()), leaving: true };
        binder.edit(&edit, &alone()).expect("said");
    }
}

#[test]
fn what_counts_goes_into_the_file_and_is_read_back() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    say(&binder, "1-1", &[(RESULT, "yes"), (CHECKED_ON, "2025-06-02"), (CHECKED_BY, "院長")]);
    say(
        &binder,
        "2-1",
        &[(RESULT, "no"), (CHECKED_ON, "2025-06-02"), (CHECKED_BY, "院長"), ("target_on", "2026-03-31")],
    );
    say(&binder, "2-2", &[(RESULT, "yes")]);
    let (from, to) = (form("ministry-like.xlsx"), scene.at("記入済み.xlsx"));
    // The small form of the tests has seven of nineteen items: taken as the list's, it must be the ministry's size.
    let few = binder.fill_form(R7, None, (&from, &to), &alone()).expect_err("seven of nineteen items");
    assert_eq!(few.code(), "form-list");
    let plan = scene.plan.to_string_lossy().into_owned();
    drop(binder);
    let whole_form = scene.at("令和7年度.xlsx");
    std::fs::write(&whole_form, ministry(R7, &scene.open())).expect("written");
    let binder = scene.open();
    let before = std::fs::read(&whole_form).expect("readable");
    let filled = binder.fill_form(R7, None, (&whole_form, &to), &alone()).expect("filled");
    assert!(std::fs::read(&whole_form).expect("readable") == before, "the file that was handed out stays as it is");
    let cells: Vec<&str> = filled.cells.iter().map(|(_, said)| said.as_str()).collect();
    assert_eq!(cells, ["はい", "令和7年6月2日", "いいえ", "令和7年6月2日", "令和8年3月31日"]);
    assert!(filled.left_out.contains(&("2②".to_owned(), Unfilled::Unsigned)), "nobody said that はい: {filled:?}");
    assert_eq!(filled.left_out.iter().filter(|(_, why)| *why == Unfilled::Open).count(), 16);
    drop(binder);

    // Into another plan: what it says is taken where that plan says nothing, and counts for nobody before it has a name.
    let other = Scene::of("hospital");
    let theirs = other.plan.to_string_lossy().into_owned();
    let file = to.to_string_lossy().into_owned();
    let read = |more: &[&str]| -> Value {
        let all = [&["checklist", "read", &theirs, "--list", R7, &file, "--json"], more].concat();
        serde_json::from_str(&sonae::did(&all).out).expect("JSON")
    };
    assert_eq!(read(&["--dry-run"])["taken"].as_array().map(Vec::len), Some(5));
    assert_eq!(read(&["--dry-run"]), read(&[]), "and the first time nothing was written");
    let again = read(&[]);
    assert_eq!((again["taken"].as_array().map(Vec::len), again["same"].as_u64()), (Some(0), Some(5)));
    let said: Value = serde_json::from_str(&sonae::did(&["checklists", &theirs, "--json"]).out).expect("JSON");
    let counts =
        said["checklists"].as_array().expect("lists").iter().find(|list| list["id"] == R7).expect("it")["counts"]
            .clone();
    assert_eq!((counts["yes"].as_u64(), counts["unsigned"].as_u64()), (Some(0), Some(2)), "{counts}");
    whole(&other.plan, "read from a form");
    let refused = sonae::sonae(&["checklist", "fill", &plan, "--list", R7, "--into", &file, "-o", &plan]);
    refused.refused("file-exists", 3);
    // The file that was handed out is never written over.
    let before = std::fs::read(&file).expect("readable");
    sonae::sonae(&["checklist", "fill", &plan, "--list", R7, "--into", &file, "-o", &file]).refused("file-exists", 3);
    assert!(std::fs::read(&file).expect("readable") == before);
}

#[test]
fn a_day_of_a_file_never_signs_an_answer_of_the_plan() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    say(&binder, "1-1", &[(RESULT, "yes"), (CHECKED_ON, "2025-06-02"), (CHECKED_BY, "院長")]);
    let (blank, filled) = (scene.at("空の票.xlsx"), scene.at("記入済み.xlsx"));
    std::fs::write(&blank, ministry(R7, &binder)).expect("written");
    binder.fill_form(R7, None, (&blank, &filled), &alone()).expect("filled");
    drop(binder);
    let other = Scene::of("hospital");
    let binder = other.open();
    // Here somebody said the opposite and has not signed it yet.
    say(&binder, "1-1", &[(RESULT, "no")]);
    let read = binder.read_form(R7, None, &filled).expect("readable");
    assert!(read.taken.is_empty(), "{read:?}");
    assert_eq!(read.kept.len(), 2, "{read:?}");
    // Here somebody wrote down who looks at it: what the file says is not their word.
    say(&binder, "1-1", &[(RESULT, ""), (CHECKED_BY, "看護部長")]);
    let read = binder.read_form(R7, None, &filled).expect("readable");
    assert!(read.taken.is_empty(), "{read:?}");
}

#[test]
fn what_a_form_has_no_room_for_is_told() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    say(
        &binder,
        "1-1",
        &[(RESULT, "no"), (CHECKED_ON, "2025-06-02"), (CHECKED_BY, "院長"), ("target_on", "2026-03-31")],
    );
    say(&binder, "2-1", &[(RESULT, "no"), (CHECKED_ON, "2025-06-02"), (CHECKED_BY, "院長")]);
    let Snapshot { plan, template, .. } = binder.snapshot();
    let sheet = Sheet::own(&plan, template.checklist(R7).expect("kept")).expect("a form");
    for (question, value) in [(RESULT, "yes"), (CHECKED_ON, "2026-01-09"), (CHECKED_BY, "院長")] {
        let edit =
            Edit::Answer { key: sheet.key(Some(2), "2-1", question), value: Some(value.to_owned()), leaving: true };
        binder.edit(&edit, &alone()).expect("said");
    }
    // One round, and no column for the day until when.
    let head = ["番号", "チェック項目", "確認結果", "確認日"].map(str::to_owned).to_vec();
    let asked = sheet.list.asked(sheet.form);
    let rows = asked.map(|asked| vec![asked.number.to_owned(), asked.title.to_owned()]).collect();
    let table = exchange::sheet::Table { title: "票".to_owned(), head, rows };
    let (from, to) = (scene.at("一回だけの票.xlsx"), scene.at("記入済み.xlsx"));
    std::fs::write(&from, exchange::sheet::write_xlsx(&table).expect("written")).expect("written");
    let filled = binder.fill_form(R7, None, (&from, &to), &alone()).expect("filled");
    let cells: Vec<&str> = filled.cells.iter().map(|(_, said)| said.as_str()).collect();
    assert_eq!(cells, ["いいえ", "令和7年6月2日"], "2① says はい by now: its first answer alone would be wrong");
    for number in ["1①", "2①"] {
        assert!(filled.left_out.contains(&(number.to_owned(), Unfilled::NoColumn)), "{number}: {filled:?}");
    }
}

#[test]
fn a_form_of_another_year_sort_or_ministry_is_refused_with_a_sentence() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let refused = |name: &str| match binder.look_at_form(R7, None, &form(name)) {
        Err(error) => error.code().to_owned(),
        Ok(look) => panic!("{name}: {look:?}"),
    };
    assert_eq!(refused("next-year.xlsx"), "form-year");
    assert_eq!(refused("supplier-xlsxwriter.xlsx"), "form-other");
    assert_eq!(refused("other-ministry.xlsx"), "form-list");
    let sheets = |name: &str| format!("../sheets/{name}");
    assert_eq!(refused(&sheets("bad/password.xlsx")), "sheet-password");
    assert_eq!(refused(&sheets("bad/old-excel-renamed.xlsx")), "sheet-old");
    assert_eq!(refused(&sheets("bad/not-a-sheet.xlsx")), "sheet-none");
    assert_eq!(refused(&sheets("phones.xlsx")), "form-none");
    for name in ["signed.xlsx", "other-choices.xlsx", "formula-answer.xlsx"] {
        assert!(
            exchange::list_form::shape(
                &exchange::sheet::read(&std::fs::read(form(name)).expect("there")).expect("readable")
            )
            .is_ok(),
            "{name}: found, and refused when it is written (exchange::list_form)"
        );
    }
}

#[test]
fn a_list_nobody_here_saw_is_made_of_its_own_file_and_carries_nothing() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    say(&binder, "2-1", &[(RESULT, "yes"), (CHECKED_ON, "2025-06-02"), (CHECKED_BY, "院長")]);
    let from = form("next-year.xlsx");
    let plan = scene.plan.to_string_lossy().into_owned();
    let before = binder.checklists().expect("readable").len();
    let looked = binder.look_at_list_in(&from).expect("a list");
    assert_eq!(binder.checklists().expect("readable").len(), before, "looking makes nothing");
    assert_eq!((looked.edition.as_str(), looked.official.clone(), looked.supplier), ("令和8年度", None, false));
    let made = binder.take_list_in(&from, &alone()).expect("made").0;
    assert_eq!(made, looked);
    let numbers: Vec<&str> = made.items.iter().map(|(number, _)| number.as_str()).collect();
    assert_eq!(numbers, ["有無", "1①", "2①", "2②", "2③", "2④", "3①", "3②"], "the items as read");
    let (_, again) = binder.take_list_in(&from, &alone()).expect("again");
    assert!(again.changed.is_empty(), "{again:?}");
    assert_eq!(binder.plan().rows.list_files.live().count(), 1, "the file is kept once");
    drop(binder);
    let carry = |more: &[&str]| -> Value {
        let all = [&["checklist", "carry", &plan, "--from", R7, "--to", &made.id, "--json"], more].concat();
        serde_json::from_str(&sonae::did(&all).out).expect("JSON")
    };
    let proposed = carry(&["--dry-run"]);
    for one in proposed["items"].as_array().expect("items") {
        let title = made
            .items
            .iter()
            .zip(numbers.iter())
            .find(|((number, _), _)| binder_key(number) == one["item"].as_str().unwrap_or_default());
        let same = title.is_some_and(|((_, title), _)| is_an_item_of_r7(title, &scene));
        assert_eq!(one["how"] == "uncompared", !same, "{one}: 照合が要る unless the words are the very same");
    }
    assert_eq!(carry(&[])["changed"], 0, "nothing without a tick");
    let said: Value = serde_json::from_str(&sonae::did(&["checklists", &plan, "--json"]).out).expect("JSON");
    let list = said["checklists"]
        .as_array()
        .expect("lists")
        .iter()
        .find(|list| list["id"] == made.id.as_str())
        .expect("it")
        .clone();
    assert_eq!(list["counts"]["open"], 8, "no answer came along");
    assert!(
        list["items"].as_array().expect("items").iter().all(|item| item["to_compare"] == true),
        "all are to be compared"
    );
    assert!(sonae::did(&["checklists", &plan]).out.contains("（照合が要る）"));
    // The plan's own file is what the answers go into.
    let binder = scene.open();
    let (to, again) = (scene.at("令和8年度.xlsx"), scene.at("もう一度.xlsx"));
    binder.fill_kept_form(&made.id, None, &to).expect("filled");
    binder.fill_form(&made.id, None, (&from, &again), &alone()).expect("filled");
    assert!(std::fs::read(to).expect("written") == std::fs::read(again).expect("written"), "kept as it came");
    drop(binder);
    whole(&scene.plan, "with a list of its own file");
}

fn binder_key(number: &str) -> String {
    exchange::list_form::Number::key(number).unwrap_or_else(|| "0".to_owned())
}

fn is_an_item_of_r7(title: &str, scene: &Scene) -> bool {
    let binder = scene.open();
    let Snapshot { template, .. } = binder.snapshot();
    template.checklist(R7).expect("kept").items.iter().any(|item| item.title == title)
}

#[test]
fn a_suppliers_returned_file_is_read_under_its_name() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let company = add(&binder, Kind::Organisation, "みらいシステム");
    let row = [("list", R7.to_owned()), ("supplier", company.to_string()), ("answered_by", "保守部 担当".to_owned())];
    let row = added(&binder, Kind::SupplierForm, &row);
    let (plan, file) = (scene.plan.to_string_lossy().into_owned(), scene.at("事業者.xlsx"));
    let Snapshot { plan: now, template, .. } = binder.snapshot();
    let list = template.checklist(R7).expect("kept");
    let sheet = Sheet::of_supplier(list, now.rows.supplier_forms.find(row).expect("there")).expect("a form");
    let mut rows = vec![vec!["番号", "項目", "1回目", "日付"].into_iter().map(str::to_owned).collect::<Vec<_>>()];
    for (nth, asked) in list.asked(sheet.form).enumerate() {
        let answer = if nth == 3 { "いいえ" } else { "はい" };
        rows.push([asked.number, asked.title, answer, "令和7年7月1日"].map(str::to_owned).to_vec());
    }
    let table = exchange::sheet::Table { title: "票".to_owned(), head: vec!["事業者確認用".to_owned()], rows };
    std::fs::write(&file, exchange::sheet::write_xlsx(&table).expect("written")).expect("written");
    let own = binder.look_at_form(R7, None, &file).expect_err("a supplier's");
    assert!(matches!(&own, Error::ListForm(_)), "{own}");
    drop((binder, now, template));
    let file = file.to_string_lossy().into_owned();
    sonae::sonae(&["checklist", "read", &plan, "--list", R7, "--supplier", "別の会社", &file]).refused("not-found", 3);
    sonae::did(&["checklist", "read", &plan, "--list", R7, "--supplier", "みらいシステム", &file]);
    let binder = scene.open();
    let Snapshot { plan, template, .. } = binder.snapshot();
    let list = template.checklist(R7).expect("kept");
    let sheet = Sheet::of_supplier(list, plan.rows.supplier_forms.find(row).expect("there")).expect("a form");
    let counts = binder::plan::checklist::counts(&plan, &sheet);
    assert_eq!((counts.yes, counts.no, counts.unsigned), (12, 1, 0), "who filled it in stands at its head");
    let own = Sheet::own(&plan, list).expect("a form");
    assert_eq!(binder::plan::checklist::counts(&plan, &own).yes, 0, "and the institution said nothing");
}
