//! For whoever keeps systems, copies and the ledger: each thing that is odd is said at its field, and falls silent when mended.

use binder::Binder;
use binder::plan::{Edit, Id, Kind};
use suite::rows::{add, alone, put};
use suite::scene::{Scene, open};

fn added(binder: &Binder, kind: Kind, values: &[(&str, &str)]) -> Id {
    let values = values.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
    let edit = Edit::Add { kind, fresh: binder.outside().new_id(), source: None, values };
    binder.edit(&edit, &alone()).expect("saved").record.expect("an id")
}

fn set(binder: &Binder, kind: Kind, id: Id, field: &str, value: &str) {
    put(binder, kind, id, field, value, &alone()).expect("saved");
}

/// The findings of a code about a record: their fields.
fn said(binder: &Binder, code: &str, id: Id) -> Vec<String> {
    let about =
        |finding: &&binder::plan::Finding| finding.check.id == code && finding.at.is_some_and(|(_, at)| at == id);
    binder.findings().iter().filter(about).map(|finding| finding.field.unwrap_or_default().to_owned()).collect()
}

fn need(binder: &Binder, from: Id, to: Id) {
    added(binder, Kind::SystemLink, &[("system", &from.to_string()), ("needs", &to.to_string())]);
}

#[test]
fn a_target_earlier_than_something_it_depends_on_is_said_at_the_target() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let [top, middle, base] = ["上", "中", "下"].map(|name| add(&binder, Kind::System, name));
    need(&binder, top, middle);
    need(&binder, middle, base);
    set(&binder, Kind::System, top, "rto_night", "4時間");
    set(&binder, Kind::System, base, "rto_night", "2日");
    assert_eq!(said(&binder, "target-too-early", top), ["rto_night"], "also over a system in between");
    set(&binder, Kind::System, base, "rto_day", "1時間");
    assert_eq!(said(&binder, "target-too-early", top), ["rto_night"], "day and night are apart");
    set(&binder, Kind::System, base, "rto_night", "4時間");
    assert_eq!(said(&binder, "target-too-early", top), Vec::<String>::new());
}

#[test]
fn data_that_may_go_back_less_than_the_copies_are_apart_is_said() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let system = add(&binder, Kind::System, "系");
    set(&binder, Kind::System, system, "rpo_day", "4時間");
    let rare = added(&binder, Kind::Backup, &[("system", &system.to_string()), ("interval", "1日")]);
    assert_eq!(said(&binder, "rpo-under-interval", system), ["rpo_day"]);
    added(&binder, Kind::Backup, &[("system", &system.to_string()), ("interval", "１時間")]);
    assert_eq!(said(&binder, "rpo-under-interval", system), Vec::<String>::new(), "the most frequent copy counts");
    set(&binder, Kind::Backup, rare, "interval", "なるべく");
    assert_eq!(said(&binder, "unreadable-span", rare), ["interval"], "what cannot be read stays, and is said");
}

#[test]
fn copies_within_reach_behind_one_key_and_never_tried_are_said() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    for backup in binder.plan().live(Kind::Backup).map(|one| one.id()).collect::<Vec<_>>() {
        binder.edit(&Edit::Remove { kind: Kind::Backup, id: backup }, &alone()).expect("removed");
    }
    let [one, other] = ["一", "二"].map(|name| add(&binder, Kind::System, name));
    let [a, b] = [one, other]
        .map(|system| added(&binder, Kind::Backup, &[("system", &system.to_string()), ("credentials", "shared")]));
    let of_all = || binder.findings().iter().filter(|finding| finding.check.id == "same-credentials").count();
    assert_eq!(said(&binder, "no-offline-copy", one).len(), 1, "of the system, however many copies it has");
    assert_eq!(said(&binder, "restore-untried", other).len(), 1);
    assert_eq!(of_all(), 1, "of the institution");
    set(&binder, Kind::Backup, b, "credentials", "own");
    assert_eq!(of_all(), 0);
    set(&binder, Kind::Backup, a, "write_once", "1");
    set(&binder, Kind::Backup, b, "offline", "1");
    set(&binder, Kind::Backup, b, "tested_on", "R8.10.1");
    for (code, id) in [("no-offline-copy", one), ("no-offline-copy", other), ("restore-untried", other)] {
        assert_eq!(said(&binder, code, id), Vec::<String>::new(), "{code}");
    }
}

#[test]
fn a_cut_that_kills_the_channel_needed_to_announce_it_stops() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let [line, phone, radio] = ["線の先", "電話", "無線"].map(|name| add(&binder, Kind::System, name));
    need(&binder, phone, line);
    set(&binder, Kind::System, phone, "channel", "1");
    let point = added(&binder, Kind::CutoffPoint, &[("name", "太い線"), ("step", "3")]);
    added(&binder, Kind::CutoffStop, &[("cutoff", &point.to_string()), ("system", &line.to_string())]);
    assert_eq!(said(&binder, "cutoff-no-channel", point), ["announce"], "the telephone hangs on it");
    set(&binder, Kind::CutoffPoint, point, "announce", &phone.to_string());
    assert_eq!(said(&binder, "cutoff-silences", point), ["announce"]);
    let stop = binder
        .findings()
        .iter()
        .any(|f| f.check.id == "cutoff-silences" && f.check.severity == binder::plan::Severity::Stop);
    assert!(stop, "somebody would stand still");
    set(&binder, Kind::CutoffPoint, point, "announce", &radio.to_string());
    for code in ["cutoff-silences", "cutoff-no-channel"] {
        assert_eq!(said(&binder, code, point), Vec::<String>::new(), "{code}");
    }
}

#[test]
fn a_supplier_nobody_can_call_at_night_is_said() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let vendor = add(&binder, Kind::Organisation, "昼だけの会社");
    let system = add(&binder, Kind::System, "系");
    set(&binder, Kind::System, system, "vendor", &vendor.to_string());
    assert_eq!(said(&binder, "no-night-window", vendor), Vec::<String>::new(), "nothing vital hangs on it");
    set(&binder, Kind::System, system, "importance", "a");
    assert_eq!(said(&binder, "no-night-window", vendor), ["night_phone"]);
    let values = [
        ("of_kind", "organisations"),
        ("of", &*vendor.to_string()),
        ("means", "mobile"),
        ("hours", "always"),
        ("value", "000-0000-0000"),
    ];
    added(&binder, Kind::ContactPoint, &values);
    assert_eq!(said(&binder, "no-night-window", vendor), Vec::<String>::new(), "a number that works always is enough");
}

#[test]
fn remote_maintenance_unknown_to_the_ledger_and_ended_support_are_said() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let system = add(&binder, Kind::System, "系");
    set(&binder, Kind::System, system, "remote", "保守の箱から");
    assert_eq!(said(&binder, "remote-not-in-ledger", system), ["remote"]);
    let box_ =
        added(&binder, Kind::Device, &[("name", "保守の箱"), ("system", &system.to_string()), ("sort", "maintenance")]);
    assert_eq!(said(&binder, "remote-not-in-ledger", system), Vec::<String>::new());
    // The clock of these tests stands at 22 November 2026.
    for (until, ended) in [("2026-11-21", true), ("2026-11-22", false), ("2027-03-31", false)] {
        set(&binder, Kind::Device, box_, "support_until", until);
        assert_eq!(!said(&binder, "support-ended", box_).is_empty(), ended, "{until}");
    }
    set(&binder, Kind::Device, box_, "support_until", "2020-01-01");
    set(&binder, Kind::Device, box_, "state", "retired");
    assert_eq!(said(&binder, "support-ended", box_), Vec::<String>::new(), "what is thrown away needs no support");
    let [one, other] = ["一", "二"].map(|name| added(&binder, Kind::Device, &[("name", name), ("asset_no", "A-1")]));
    for device in [one, other] {
        assert_eq!(said(&binder, "same-asset-no", device), ["asset_no"], "either may be the wrong one");
    }
}

#[test]
fn a_system_people_count_on_without_anything_instead_is_said() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let system = add(&binder, Kind::System, "系");
    assert_eq!(said(&binder, "no-fallback", system), Vec::<String>::new(), "nobody counts on it yet");
    let task = add(&binder, Kind::ClinicalTask, "業務");
    added(&binder, Kind::TaskNeed, &[("task", &task.to_string()), ("system", &system.to_string())]);
    assert_eq!(said(&binder, "no-fallback", system), ["fallback"]);
    added(&binder, Kind::Procedure, &[("name", "紙で続ける"), ("system", &system.to_string())]);
    assert_eq!(said(&binder, "no-fallback", system), Vec::<String>::new());
}

#[test]
fn paper_that_lasts_less_than_anybody_believes_the_recovery_takes_asks_for_a_decision() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let [chart, base] = ["カルテ系", "土台系"].map(|name| add(&binder, Kind::System, name));
    need(&binder, chart, base);
    let task = add(&binder, Kind::ClinicalTask, "救急の受け入れ");
    added(&binder, Kind::TaskNeed, &[("task", &task.to_string()), ("system", &chart.to_string())]);
    set(&binder, Kind::ClinicalTask, task, "paper_night", "8時間");
    assert_eq!(said(&binder, "paper-too-short", task), Vec::<String>::new(), "nobody believes anything yet");
    set(&binder, Kind::System, chart, "back_from", "2時間");
    assert_eq!(said(&binder, "paper-too-short", task), Vec::<String>::new());
    set(&binder, Kind::System, base, "back_to", "2週間");
    assert_eq!(said(&binder, "paper-too-short", task), ["way"], "no earlier than what it stands on");
    set(&binder, Kind::ClinicalTask, task, "beyond", "隣の病院に頼む");
    assert_eq!(said(&binder, "paper-too-short", task), ["way"], "words are no decision");
    set(&binder, Kind::ClinicalTask, task, "way", "divert");
    assert_eq!(said(&binder, "paper-too-short", task), Vec::<String>::new(), "a decision is an answer");
}

#[test]
fn a_column_of_the_ledger_may_have_another_name_on_screen_and_paper() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    add(&binder, Kind::Device, "受付の端末");
    added(&binder, Kind::ColumnName, &[("of_kind", "devices"), ("field", "asset_no"), ("label", "備品番号")]);
    assert_eq!(binder.plan().label(&binder.template(), "devices", "asset_no"), "備品番号");
    drop(binder);
    let ledgers = suite::paper::Paper::books(&scene.plan).part("K");
    assert!(ledgers.contains("備品番号") && !ledgers.contains("管理番号"), "{ledgers}");
    let (binder, _) = open(&scene.plan, true);
    let (bytes, _) = binder.export_sheet(binder::import::What::Devices, binder::SheetFormat::Csv).expect("written");
    assert!(String::from_utf8_lossy(&bytes).contains("備品番号"));
}

#[test]
fn a_link_is_there_once_and_sleeps_with_its_ends() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let (task, system) = (add(&binder, Kind::ClinicalTask, "業務"), add(&binder, Kind::System, "系"));
    let values = [("task", task), ("system", system)].map(|(field, id)| (field.to_owned(), id.to_string())).to_vec();
    let link = |binder: &Binder| {
        let edit =
            Edit::Add { kind: Kind::TaskNeed, fresh: binder.outside().new_id(), source: None, values: values.clone() };
        binder.edit(&edit, &alone()).expect("saved")
    };
    let first = link(&binder).record.expect("made");
    assert_eq!(link(&binder).at, None, "a second one changes nothing");
    binder.edit(&Edit::Remove { kind: Kind::System, id: system }, &alone()).expect("removed");
    assert_eq!(said(&binder, "link-removed", first), ["system"], "what the task needed is no more");
    binder.edit(&Edit::Remove { kind: Kind::ClinicalTask, id: task }, &alone()).expect("removed");
    assert_eq!(said(&binder, "link-removed", first), Vec::<String>::new(), "asleep with the task, not wrong");
    binder.edit(&Edit::Restore { kind: Kind::ClinicalTask, id: task }, &alone()).expect("back");
    binder.edit(&Edit::Remove { kind: Kind::TaskNeed, id: first }, &alone()).expect("removed");
    assert_eq!(link(&binder).record, Some(first), "adding again brings the same one back");
}
