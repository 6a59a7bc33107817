//! For whoever keeps the procedures: paste from Word, copy for the next ward, take what a newer catalogue says.

use binder::Binder;
use binder::plan::{Edit, Id, Kind, Record, procedure, stock};
use suite::rows::{add, alone, get, put};
use suite::scene::Scene;

#[test]
fn lines_pasted_from_a_text_become_steps_without_their_marks_in_one_step_to_undo() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let one = add(&binder, Kind::Procedure, "自院の手順");
    let text =
        "1. 患者を一巡する。\r\n（２）　時刻を書く。\n\n・電話する。\n① 紙に書く。\n1.5mLを量る。\n2人で確かめる。";
    binder.paste_steps(Kind::ProcedureStep, one, text, &alone()).expect("pasted");
    let wanted = ["患者を一巡する。", "時刻を書く。", "電話する。", "① 紙に書く。", "1.5mLを量る。", "2人で確かめる。"];
    assert_eq!(steps(&binder, one), wanted);
    binder.step_back(binder::Direction::Undo, "山田").expect("undone");
    assert_eq!(steps(&binder, one), Vec::<String>::new(), "all of it at once");
    let error = binder.paste_steps(Kind::ProcedureStep, one, "良い行\n悪い\u{7}行", &alone()).expect_err("refused");
    assert_eq!(error.code(), "control-character");
    assert_eq!(steps(&binder, one), Vec::<String>::new(), "nothing by halves");
}

/// A lost figure is a wrong dose: only numbers that count the lines go.
#[test]
fn pasting_never_takes_a_figure_that_belongs_to_the_words() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let one = add(&binder, Kind::Procedure, "自院の手順");
    let kept = [
        "０．５mgを量る",
        "１．５mLを溶かす",
        "1.５mLを溶かす",
        "－２０℃の冷凍庫から出す",
        "-20℃の冷凍庫から出す",
        "１、２人で確かめる",
        "(3)回まで",
        "*2回まで",
        "１０：００に見る",
        "①②を照らす",
    ];
    binder.paste_steps(Kind::ProcedureStep, one, &kept.join("\r"), &alone()).expect("pasted");
    assert_eq!(steps(&binder, one), kept, "line ends of an old program, too");
    let nowhere = binder.outside().new_id();
    binder.paste_steps(Kind::ProcedureStep, nowhere, "どこにも無い", &alone()).expect_err("no such procedure");
}

#[test]
fn a_procedure_is_copied_with_steps_and_forms_for_another_department() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let from = binder.plan().from_entry("procedures/ward-medication").expect("ticked").id();
    let to = add(&binder, Kind::Department, "5階病棟");
    let done = binder.copy_procedure(from, to, &alone()).expect("copied");
    let copy = done.record.expect("an id");
    assert_eq!(steps(&binder, copy), steps(&binder, from));
    let plan = binder.plan();
    let forms = |of| stock::forms_of(&plan, of).iter().map(|form| form.row.id).collect::<Vec<Id>>();
    assert!(forms(copy).len() >= 2 && forms(copy) == forms(from), "the same forms");
    assert!(get(&binder, Kind::Procedure, copy, "name").expect("a name").ends_with("（5階病棟）"));
    assert!(stock::forms_in(&plan, to).len() >= 2, "its forms are needed there now");
    let first = plan.live(Kind::ProcedureStep).find(|one| one.field("procedure") == Some(copy.to_string()));
    put(&binder, Kind::ProcedureStep, first.expect("a step").id(), "text", "別の文", &alone()).expect("saved");
    assert!(!steps(&binder, from).contains(&"別の文".to_owned()), "a copy is its own");
    binder.step_back(binder::Direction::Undo, "山田").expect("undone");
    binder.step_back(binder::Direction::Undo, "山田").expect("undone");
    assert!(steps(&binder, copy).is_empty() && binder.plan().find(Kind::Procedure, copy).is_none(), "one step");
}

#[test]
fn what_the_catalogue_says_otherwise_is_shown_and_taken_only_where_wanted() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let one = binder.plan().from_entry("procedures/ward-medication").expect("ticked").id();
    let news = |binder: &Binder| procedure::compared(&binder.plan(), &binder.template(), one);
    assert_eq!(news(&binder), Vec::new(), "a fresh plan says what the catalogue says");
    let before = steps(&binder, one);
    let ids: Vec<Id> = own(&binder, one);
    put(&binder, Kind::ProcedureStep, ids[1], "text", "自院の言い方", &alone()).expect("saved");
    binder.edit(&Edit::Remove { kind: Kind::ProcedureStep, id: ids[2] }, &alone()).expect("removed");
    let adopt = Edit::Adopt {
        kinds: vec![Kind::ProcedureStep],
        only: vec![ids[1]],
        by: "見本".to_owned(),
        on: "2026-11-26".to_owned(),
    };
    binder.edit(&adopt, &alone()).expect("adopted");
    let found = news(&binder);
    assert_eq!(found.len(), 1, "what was removed on purpose is not offered again: {found:?}");
    assert!(found[0].here.starts_with("自院の言い方") && found[0].there.starts_with(before[1].as_str()), "{found:?}");
    assert_eq!(binder.take_steps(one, &[], &alone()).expect("nothing wanted").at, None);
    binder.take_steps(one, &[found[0].entry.clone()], &alone()).expect("taken");
    assert_eq!(get(&binder, Kind::ProcedureStep, ids[1], "text").as_deref(), Some(before[1].as_str()));
    assert_eq!(get(&binder, Kind::ProcedureStep, ids[1], "adopted_by"), None, "nobody adopted these words yet");
    assert_eq!(news(&binder), Vec::new());
}

#[test]
fn a_call_to_whom_nobody_ticked_is_not_on_a_new_card() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let plan = binder.plan();
    assert!(plan.live(Kind::Card).count() >= 2, "a clinic starts with its cards");
    for call in plan.live(Kind::CardCall) {
        assert!(call.field("of").is_some(), "{} leads to somebody", call.title());
    }
    assert!(plan.live(Kind::CardStep).count() >= 10, "with something to do");
}

fn own(binder: &Binder, procedure: Id) -> Vec<Id> {
    let plan = binder.plan();
    let own = plan.live(Kind::ProcedureStep).filter(|one| one.field("procedure") == Some(procedure.to_string()));
    own.map(Record::id).collect()
}

fn steps(binder: &Binder, procedure: Id) -> Vec<String> {
    let plan = binder.plan();
    own(binder, procedure)
        .into_iter()
        .filter_map(|id| plan.find(Kind::ProcedureStep, id).and_then(|one| one.field("text")))
        .collect()
}
