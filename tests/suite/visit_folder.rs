//! For whoever hands the papers of an inspection over: everything in one folder, with an index one can check, and a word for
//! everything that is not in it.

use binder::plan::checklist::{CHECKED_BY, CHECKED_ON, RESULT, Sheet};
use binder::plan::{Edit, Id, Kind};
use binder::{Binder, Document, Doing, Progress, Snapshot, Unwatched, VisitFolder};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use suite::rows::{added, alone};
use suite::scene::{Scene, whole};
use suite::{checkout, sonae};

const R7: &str = "mhlw-security-2025";
const TODAY: &str = "2026-11-28";

fn written(binder: &Binder, to: &Path) -> binder::Result<VisitFolder> {
    binder.write_visit(Document::named("inspection").expect("declared"), TODAY, to, &Unwatched)
}

/// A proof of an item, with a file.
fn proof(binder: &Binder, item: &str, name: &str, bytes: &[u8]) -> Id {
    let values = [("name", name), ("list", R7), ("item", item)].map(|(field, value)| (field, value.to_owned()));
    let id = added(binder, Kind::Proof, &values);
    binder.attach(Kind::Proof, id, "file", name, bytes, &alone()).expect("attached");
    id
}

fn say(binder: &Binder, item: &str) {
    let Snapshot { plan, template, .. } = binder.snapshot();
    let sheet = Sheet::own(&plan, template.checklist(R7).expect("kept")).expect("a form");
    for (question, value) in [(RESULT, "yes"), (CHECKED_ON, "2026-11-20"), (CHECKED_BY, "院長")] {
        let edit =
            Edit::Answer { key: sheet.key(Some(1), item, question), value: Some(value.to_owned()), leaving: true };
        binder.edit(&edit, &alone()).expect("said");
    }
}

/// Every file below a folder, with `/`.
fn files(folder: &Path) -> Vec<String> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            out.extend(files(&entry.path()).into_iter().map(|below| format!("{name}/{below}")));
        } else {
            out.push(name);
        }
    }
    out.sort();
    out
}

#[test]
fn everything_a_visitor_is_handed_lies_in_one_folder_with_its_hashes() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    say(&binder, "1-1");
    // The workbook that was handed out is kept when it is filled the first time.
    let form = scene.at("令和7年度.xlsx");
    std::fs::write(&form, suite::forms::ministry(R7, &binder)).expect("written");
    binder.fill_form(R7, None, (&form, &scene.at("記入済み.xlsx")), &alone()).expect("filled");
    assert_eq!(binder.plan().rows.list_files.live().count(), 1);
    binder.fill_form(R7, None, (&form, &scene.at("二度目.xlsx")), &alone()).expect("filled");
    assert_eq!(binder.plan().rows.list_files.live().count(), 1, "and not twice");
    binder.fill_form(R7, None, (&scene.at("記入済み.xlsx"), &scene.at("三度目.xlsx")), &alone()).expect("filled");
    assert_eq!(binder.plan().rows.list_files.live().count(), 1, "nor one that says something already");
    proof(&binder, "1-1", "議事録:2回目.pdf", b"%PDF-1.7 minutes");
    let elsewhere = [("name", "辞令"), ("list", R7), ("item", "1-1"), ("place", "総務の棚")];
    added(&binder, Kind::Proof, &elsewhere.map(|(field, value)| (field, value.to_owned())));
    let supplier =
        added(&binder, Kind::Organisation, &[("name", "みほん/カルテ".to_owned()), ("group", "vendor".to_owned())]);
    let nowhere = [("name", "どこにも無い"), ("list", R7), ("item", "1-1")];
    added(&binder, Kind::Proof, &nowhere.map(|(field, value)| (field, value.to_owned())));
    let back = added(&binder, Kind::SupplierForm, &[("supplier", supplier.to_string()), ("list", R7.to_owned())]);
    let theirs = std::fs::read(checkout("tests/fixtures/forms/supplier-xlsxwriter.xlsx")).expect("there");
    binder.attach(Kind::SupplierForm, back, "file", "回答.xlsx", &theirs, &alone()).expect("attached");
    let silent =
        added(&binder, Kind::Organisation, &[("name", "みほん回線".to_owned()), ("group", "vendor".to_owned())]);
    added(&binder, Kind::SupplierForm, &[("supplier", silent.to_string()), ("list", R7.to_owned())]);

    let to = scene.at("提出");
    let done = written(&binder, &to).expect("written");
    let names: Vec<&str> = done.files.iter().map(|one| one.name.as_str()).collect();
    let expected = [
        "1_立入検査.pdf",
        "2_令和7年度.xlsx",
        "3_事業者の票/01_みほん_カルテ_回答.xlsx",
        "4_証跡/1①_1_議事録_2回目.pdf",
        "目録.txt",
    ];
    assert_eq!(names, expected);
    let mut there = files(&to);
    there.sort();
    let mut sorted = expected.map(str::to_owned).to_vec();
    sorted.sort();
    assert_eq!(there, sorted, "and nothing else");
    let index = std::fs::read_to_string(to.join("目録.txt")).expect("text");
    assert!(index.starts_with('\u{feff}') && index.contains("\r\n"), "Windows shows it: {index}");
    for one in &done.files {
        let bytes = std::fs::read(to.join(&one.name)).expect("there");
        assert_eq!(
            (one.size, one.hash.as_str()),
            (bytes.len() as u64, store::hash_of(&bytes).as_str()),
            "{}",
            one.name
        );
        assert!(one.name == "目録.txt" || index.contains(&one.hash), "{} is in the index", one.name);
    }
    assert_eq!(std::fs::read(to.join(names[2])).expect("there"), theirs, "the supplier's form as it came");
    assert_eq!(done.missing.len(), 4, "{:?}", done.missing);
    for of in ["2⑪", "みほん回線", "総務の棚", "どこにも無い"] {
        assert!(done.missing.iter().any(|said| said.contains(of)), "{of}: {done:?}");
    }
    assert!(
        index.contains("みほん回線") && index.contains("辞令"),
        "what is shown instead stands in the index: {index}"
    );
    assert!(
        !index.contains("総務の棚") && !index.contains("2⑪"),
        "where it lies and what is open is the house's: {index}"
    );
    let read = binder.read_form(R7, None, &to.join(names[1])).expect("readable");
    assert_eq!((read.taken.len(), read.same), (0, 2), "it says what the plan says");
    assert_eq!(binder.plan().rows.prints.live().count(), 1, "that it was printed is noted");
    drop(binder);
    whole(&scene.plan, "after handing over");
}

/// Cancels once so many steps of copying were told.
struct Until(AtomicUsize);

impl Progress for Until {
    fn go_on(&self, doing: Doing, _: usize, _: usize) -> bool {
        doing != Doing::Copying || self.0.fetch_sub(1, Ordering::Relaxed) > 1
    }
}

#[test]
fn nothing_is_left_of_a_folder_that_was_not_finished_and_nothing_is_written_over() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    proof(&binder, "1-1", "証跡.bin", b"bytes");
    let (to, folder) = (scene.at("提出"), scene.at("提出").parent().expect("a folder").to_owned());
    let before = files(&folder);
    let document = Document::named("inspection").expect("declared");
    let cancelled = binder.write_visit(document, TODAY, &to, &Until(AtomicUsize::new(2))).expect_err("cancelled");
    assert_eq!((cancelled.code(), files(&folder)), ("cancelled", before), "as it was");
    assert_eq!(binder.plan().rows.prints.live().count(), 0, "and no print is noted");
    std::fs::create_dir(&to).expect("made");
    assert_eq!(written(&binder, &to).expect_err("something is there").code(), "file-exists");
    for other in ["pharmacy-inspection", "binder"] {
        let other = Document::named(other).expect("declared");
        let refused = binder.write_visit(other, TODAY, &scene.at("別"), &Unwatched).expect_err("not this house's");
        assert_eq!(refused.code(), "not-found");
    }
}

#[test]
fn a_spoilt_proof_is_named_and_the_rest_is_handed_over() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    proof(&binder, "1-1", "傷んだ.bin", b"what it was");
    proof(&binder, "2-1", "無事.bin", b"sound");
    drop(binder);
    let spoil = format!("UPDATE attachments SET bytes = x'00' WHERE hash = '{}';", store::hash_of(b"what it was"));
    suite::witness::sql(&scene.plan, &spoil).expect("spoilt");
    let (binder, _) = suite::scene::open(&scene.plan, true);
    let done = written(&binder, &scene.at("提出")).expect("written");
    let names: Vec<&str> = done.files.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["1_立入検査.pdf", "4_証跡/2①_1_無事.bin", "目録.txt"]);
    assert!(done.missing.iter().any(|said| said.contains("傷んだ.bin")), "{:?}", done.missing);
}

#[test]
fn two_hundred_megabytes_of_proof_go_over_file_by_file() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    for nth in 0..11_u8 {
        let bytes: Vec<u8> = (0..19 * 1024 * 1024_u32).map(|at| (at % 251) as u8 ^ nth).collect();
        proof(&binder, "2-1", &format!("画面の写し{nth}.bin"), &bytes);
    }
    drop(binder);
    let (plan, to) = (scene.plan.display().to_string(), scene.at("提出"));
    let said = sonae::did(&["visit", &plan, "-o", &to.display().to_string(), "--json"]).out;
    let said: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    let sizes = said["files"].as_array().expect("files").iter().map(|one| one["size"].as_u64().unwrap_or(0));
    assert!(sizes.sum::<u64>() > 200 * 1024 * 1024);
    assert_eq!(files(&to).len(), 13);
}
