//! For the plan nobody meant to make: each oddity is a finding or a clear sentence, and nothing is lost.

use binder::plan::{AnswerKey, Edit, Finding, Id, Kind, NewBlock, Node};
use binder::{Binder, PackSource};
use std::path::Path;
use suite::checkout;
use suite::paper::Paper;
use suite::rows::{add, alone, get, put};
use suite::scene::{Scene, whole};
use suite::sonae;
use suite::witness::tool;

#[test]
fn a_circle_in_the_contact_tree_is_a_finding_and_every_place_still_prints() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let roles: Vec<Id> = binder.plan().live(Kind::Role).take(3).map(|role| role.id()).collect();
    let places: Vec<Id> = roles.iter().map(|role| place(&binder, *role, None)).collect();
    for (place, above) in [(0, 2), (1, 0), (2, 1)] {
        put(&binder, Kind::TreePlace, places[place], "above", &places[above].to_string(), &alone()).expect("saved");
    }
    assert_eq!(found(&binder, "tree-circle").len(), 3, "at each place: any of them may be the wrong one");
    let names: Vec<String> =
        roles.iter().map(|id| binder.plan().find(Kind::Role, *id).expect("there").title()).collect();
    drop(binder);
    let paper = printed(&scene);
    for name in names {
        assert!(paper.part("F").contains(&suite::witness::bare(&name)), "{name} is in the tree");
    }
    whole(&scene.plan, "with a circle");
}

#[test]
fn a_role_somebody_counts_on_without_anybody_in_it_is_a_finding() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let role = add(&binder, Kind::Role, "だれもいない係");
    assert!(found(&binder, "role-empty").iter().all(|one| one.at != Some((Kind::Role, role))), "nobody counts on it");
    let decision = binder.plan().live(Kind::Decision).next().expect("a decision").id();
    put(&binder, Kind::Decision, decision, "day_role", &role.to_string(), &alone()).expect("saved");
    assert!(found(&binder, "role-empty").iter().any(|one| one.at == Some((Kind::Role, role))));
    put(&binder, Kind::Role, role, "night_phone", "1234", &alone()).expect("saved");
    assert!(found(&binder, "role-empty").iter().all(|one| one.at != Some((Kind::Role, role))), "a number is enough");
}

#[test]
fn a_placeholder_to_a_removed_record_is_a_finding_and_says_so_on_paper() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let role = add(&binder, Kind::Role, "消える係");
    let node = Node::Field { kind: "roles".to_owned(), record: role, field: "name".to_owned() };
    let cells = vec![vec![vec![Node::Text("頼む先は".to_owned()), node]]];
    let block = NewBlock { id: None, fresh: binder.outside().new_id(), form: "paragraph".to_owned(), cells };
    binder.edit(&Edit::Section { number: "1.2".to_owned(), blocks: vec![block] }, &alone()).expect("saved");
    assert_eq!(found(&binder, "placeholder-removed"), []);
    binder.edit(&Edit::Remove { kind: Kind::Role, id: role }, &alone()).expect("removed");
    let said = found(&binder, "placeholder-removed");
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].words, ["1.2", "消える係"]);
    drop(binder);
    assert!(printed(&scene).part("D").contains("頼む先は消える係"), "its last name stands on the paper");
}

#[test]
fn a_pack_that_drops_an_item_keeps_its_answers_and_says_so() {
    let scene = Scene::of("clinic");
    let folder = scene.at("templates");
    tool("cp", &["-r", &text(&checkout("templates")), &text(&folder)]);
    std::fs::remove_file(folder.join("packs/mhlw-2024/items/2-3.toml")).expect("dropped");
    let binder = scene.open();
    answer(&binder, "2-3", "a", "yes");
    answer(&binder, "2-3", "note", "残してほしいメモ");
    let source = PackSource::Folder(folder);
    let offer = binder.pack_offers(&source).expect("a good pack").pop().expect("one pack");
    let gone = offer.changes.iter().find(|change| change.id == "2-3").expect("the preview says it");
    assert_eq!((gone.what, gone.touches), (binder::plan::What::Removed, 2));
    assert_eq!(found(&binder, "item-gone"), [], "looking changes nothing");
    binder.accept_pack(&source, &offer.hash, "山田").expect("accepted");
    assert_eq!(binder.template().items.len(), 20);
    assert_eq!(found(&binder, "item-gone")[0].words, ["2-3", "2"]);
    assert_eq!(
        binder.plan().answer(&AnswerKey::check_table("2-3", "note")),
        Some("残してほしいメモ"),
        "nothing is lost"
    );
    drop(binder);
    assert!(printed(&scene).part("H").contains("残してほしいメモ"), "and it still prints");
    whole(&scene.plan, "on another pack");
}

#[test]
fn two_packs_with_one_id_are_refused_by_name() {
    let scene = Scene::of("clinic");
    let folder = scene.at("templates");
    tool("cp", &["-r", &text(&checkout("templates")), &text(&folder)]);
    let packs = folder.join("packs");
    tool("cp", &["-r", &text(&packs.join("mhlw-2024")), &text(&packs.join("mhlw-2024-copy"))]);
    let refused = sonae::sonae(&["lint", &text(&folder)]);
    refused.refused("pack-twice", 3);
    assert!(refused.err.contains("mhlw-2024-copy"), "{refused:?}");
    let error = scene.open().pack_offers(&PackSource::Folder(folder)).expect_err("refused");
    assert_eq!(error.code(), "pack-twice");
}

#[test]
fn a_name_of_three_thousand_characters_is_a_finding_and_no_page_breaks_on_it() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let name = "長い名前の部署".repeat(429);
    let name: String = name.chars().take(3_000).collect();
    let department = add(&binder, Kind::Department, &name);
    let tree = Edit::Add {
        kind: Kind::TreePlace,
        fresh: binder.outside().new_id(),
        source: None,
        values: vec![("of_kind".to_owned(), "departments".to_owned()), ("of".to_owned(), department.to_string())],
    };
    binder.edit(&tree, &alone()).expect("in the tree");
    assert_eq!(found(&binder, "very-long").len(), 1);
    assert_eq!(get(&binder, Kind::Department, department, "name").map(|name| name.chars().count()), Some(3_000));
    drop(binder);
    let paper = printed(&scene);
    let said: String = paper.labelled.iter().map(|(_, text)| text.as_str()).collect();
    assert!(said.matches("長い名前の部署").count() > 400, "it is on the paper, over several pages");
    for document in ["minimum", "questions"] {
        let to = text(&scene.at("other.pdf"));
        sonae::did(&["print", &text(&scene.plan), "--document", document, "--date", "2026-11-22", "-o", &to]);
        tool("qpdf", &["--check", &to]);
    }
}

#[test]
fn kangxi_radicals_and_half_width_kana_stay_as_typed_are_found_and_print() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let id = add(&binder, Kind::Organisation, "⼭⽥ｼｽﾃﾑ");
    assert_eq!(get(&binder, Kind::Organisation, id, "name").as_deref(), Some("⼭⽥ｼｽﾃﾑ"), "as typed");
    let said = found(&binder, "odd-characters");
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].at, Some((Kind::Organisation, id)));
    assert!(said[0].words[3].contains('山'), "says what is usual: {:?}", said[0].words);
    assert_eq!(binder::plan::search_key("⼭⽥ｼｽﾃﾑ"), binder::plan::search_key("山田システム"), "and search finds it");
    drop(binder);
    let check = sonae::sonae(&["check", &text(&scene.plan)]);
    assert!(!check.out.contains("字形がありません") && check.out.contains("⼭"), "{check:?}");
    assert!(printed(&scene).has("ｼｽﾃﾑ") || printed(&scene).has("システム"));
}

fn place(binder: &Binder, role: Id, above: Option<Id>) -> Id {
    let mut values = vec![("of_kind".to_owned(), "roles".to_owned()), ("of".to_owned(), role.to_string())];
    values.extend(above.map(|above| ("above".to_owned(), above.to_string())));
    let add = Edit::Add { kind: Kind::TreePlace, fresh: binder.outside().new_id(), source: None, values };
    binder.edit(&add, &alone()).expect("added").record.expect("its id")
}

fn answer(binder: &Binder, item: &str, field: &str, value: &str) {
    let edit = Edit::Answer { key: AnswerKey::check_table(item, field), value: Some(value.to_owned()), leaving: false };
    binder.edit(&edit, &alone()).expect("answered");
}

fn found(binder: &Binder, code: &str) -> Vec<Finding> {
    binder.findings().iter().filter(|finding| finding.check.id == code).cloned().collect()
}

fn printed(scene: &Scene) -> Paper {
    Paper::books(&scene.plan)
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn a_contact_tree_of_thousands_of_levels_prints_and_ends() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let role = binder.plan().live(Kind::Role).next().expect("a role").id();
    let mut above = None;
    for _ in 0..120 {
        above = Some(place(&binder, role, above));
    }
    assert_eq!(found(&binder, "tree-deep").len(), 2, "said where a picture of its own begins");
    assert_eq!(found(&binder, "tree-circle"), []);
    drop(binder);
    let pdf = text(&scene.at("print.pdf"));
    sonae::did(&["print", &text(&scene.plan), "--date", "2026-11-22", "-o", &pdf]);
    tool("qpdf", &["--check", &pdf]);
}

#[test]
fn what_a_person_alone_gave_names_nobody_and_stays_private() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let add = Edit::Add {
        kind: Kind::Person,
        fresh: binder.outside().new_id(),
        source: None,
        values: vec![("private_phone".to_owned(), "090-0000-4321".to_owned())],
    };
    let person = binder.edit(&add, &alone()).expect("added").record.expect("its id");
    let role = binder.plan().live(Kind::Role).next().expect("a role").id();
    put(&binder, Kind::Role, role, "holder", &person.to_string(), &alone()).expect("saved");
    let point = binder.plan().live(Kind::CutoffPoint).next().expect("a cut-off point").id();
    put(&binder, Kind::CutoffPoint, point, "name", "秘密の札", &alone()).expect("saved");
    let remark = [
        ("of_kind", "cutoff_points".to_owned()),
        ("of", point.to_string()),
        ("sort", "question".to_owned()),
        ("text", "だれが抜きますか。".to_owned()),
    ];
    let values = remark.map(|(field, value)| (field.to_owned(), value)).to_vec();
    let ask = Edit::Add { kind: Kind::Remark, fresh: binder.outside().new_id(), source: None, values };
    binder.edit(&ask, &alone()).expect("asked");
    drop(binder);
    for (document, copy) in [("binder", "ward"), ("minimum", "ward"), ("questions", "hq")] {
        let to = text(&scene.at("public.pdf"));
        let arguments =
            ["print", &text(&scene.plan), "--document", document, "--copy", copy, "--date", "2026-11-22", "-o", &to];
        sonae::did(&arguments);
        let said = tool("pdftotext", &["-raw", &to, "-"]);
        assert!(!said.contains("4321") && !said.contains("秘密の札"), "{document} {copy}");
    }
    assert!(printed(&scene).part("S").contains("4321"), "headquarters has it");
}

#[test]
fn a_procedure_unticked_and_ticked_again_is_as_it_was() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let procedure = binder.plan().from_entry("procedures/ward-orders").expect("ticked").id();
    let steps = |binder: &Binder| -> Vec<String> {
        let plan = binder.plan();
        let of = |step: &&dyn binder::plan::Record| step.field("procedure").as_deref() == Some(&procedure.to_string());
        plan.live(Kind::ProcedureStep).filter(of).filter_map(|step| step.field("text")).collect()
    };
    let before = steps(&binder);
    assert!(before.len() >= 5);
    binder.edit(&Edit::Remove { kind: Kind::Procedure, id: procedure }, &alone()).expect("unticked");
    let asleep = |one: &Finding| one.at.is_some_and(|(kind, _)| kind == Kind::ProcedureStep);
    assert!(!binder.findings().iter().any(asleep), "its steps sleep");
    binder.tick("procedures/ward-orders", &alone()).expect("ticked again");
    assert_eq!(steps(&binder), before);
    for _ in 0..2 {
        binder.step_back(binder::Direction::Undo, "山田").expect("undone");
    }
    assert_eq!(steps(&binder), before);
    drop(binder);
    whole(&scene.plan, "there and back");
}

#[test]
fn a_ward_of_ones_own_without_its_lists_would_stand_still_at_night() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let ward = add(&binder, Kind::Department, "4階西病棟");
    let about_it = |binder: &Binder| {
        found(binder, "no-downtime").into_iter().filter(|one| one.at == Some((Kind::Department, ward))).count()
    };
    assert_eq!(about_it(&binder), 0, "an office needs no lists of patients");
    put(&binder, Kind::Department, ward, "patients", "1", &alone()).expect("saved");
    assert_eq!(about_it(&binder), 1);
    let list = add(&binder, Kind::Downtime, "在棟一覧（4階西）");
    put(&binder, Kind::Downtime, list, "department", &ward.to_string(), &alone()).expect("saved");
    put(&binder, Kind::Downtime, list, "place", "停止時ボックス", &alone()).expect("saved");
    assert_eq!(about_it(&binder), 0);
    drop(binder);
    let asked = printed(&scene).part("S");
    assert!(asked.contains("4階西病棟"), "and it is asked before anything is cut: {asked}");
}
