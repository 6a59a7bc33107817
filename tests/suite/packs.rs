//! For the hospital that gets a corrected pack on a stick: look, compare, accept, go back; own words stay.

use binder::plan::{AnswerKey, Edit, Kind, NewBlock, Node, What, section_blocks};
use binder::{Binder, Direction, PackSource};
use std::path::{Path, PathBuf};
use suite::checkout;
use suite::rows::alone;
use suite::scene::{Scene, whole};
use suite::witness::tool;

#[test]
fn an_unedited_section_follows_the_pack_and_an_edited_one_is_kept_and_compared() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    edit(&binder, "1.1", "自分たちの言葉で書いた目的。");
    let source = changed_pack(&scene, &[("1.1", "新しい目的の文。"), ("1.2", "新しい位置づけの文。")]);
    let offer = binder.pack_offers(&source).expect("good").pop().expect("one");
    let of = |id: &str| offer.changes.iter().find(|change| change.id == id).expect("named").clone();
    assert_eq!((of("1.1").what, of("1.1").touches), (What::Changed, 1), "an edited section is named as such");
    assert_eq!((of("1.2").what, of("1.2").touches), (What::Changed, 0));
    assert_eq!(offer.changes.len(), 2, "nothing else differs: {:?}", offer.changes);
    assert!(!offer.current);
    binder.accept_pack(&source, &offer.hash, "山田").expect("accepted");

    assert!(says(&binder, "1.2").contains("新しい位置づけの文。"), "unedited text follows the pack");
    assert_eq!(says(&binder, "1.1"), "自分たちの言葉で書いた目的。", "edited text is kept");
    let newer = binder.newer_text("1.1").expect("readable").expect("the pack's change is shown beside it");
    assert!(newer.now.iter().any(|block| format!("{:?}", block.cells).contains("新しい目的の文。")));
    assert!(binder.newer_text("1.2").expect("readable").is_none());

    binder.edit(&Edit::KeepOwnText { number: "1.1".to_owned() }, &alone()).expect("kept");
    assert!(binder.newer_text("1.1").expect("readable").is_none(), "compared once is enough");
    binder.step_back(Direction::Undo, "山田").expect("undone");
    assert!(binder.newer_text("1.1").expect("readable").is_some());
    binder.edit(&Edit::FollowPack { number: "1.1".to_owned() }, &alone()).expect("followed");
    assert!(says(&binder, "1.1").contains("新しい目的の文。"));
    binder.step_back(Direction::Undo, "山田").expect("undone");
    assert_eq!(says(&binder, "1.1"), "自分たちの言葉で書いた目的。", "undo brings the own words back");
    binder.edit(&Edit::FollowPack { number: "1.1".to_owned() }, &alone()).expect("followed");
    edit(&binder, "1.1", "もう一度、自分の言葉。");
    assert_eq!(says(&binder, "1.1"), "もう一度、自分の言葉。");
    assert!(binder.newer_text("1.1").expect("readable").is_none(), "it started from the new pack");
    drop(binder);
    whole(&scene.plan, "after all that");
    assert!(says(&scene.open(), "1.2").contains("新しい位置づけの文。"), "the pack is in the file");
}

#[test]
fn a_plan_goes_back_to_an_earlier_pack_and_undo_leaves_the_pack_alone() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let first = binder.template().hash.clone();
    let source = changed_pack(&scene, &[("1.2", "新しい位置づけの文。")]);
    assert_eq!(binder.earlier_packs().expect("readable"), []);
    edit(&binder, "1.3", "目の前の段。");
    let hash = binder.pack_offers(&source).expect("good")[0].hash.clone();
    binder.accept_pack(&source, &hash, "山田").expect("accepted");
    assert_eq!(binder.earlier_packs().expect("readable")[0].0, first);
    binder.step_back(Direction::Undo, "山田").expect("undone");
    assert_eq!(binder.template().hash, hash, "undo takes back what a person typed, not the pack");
    assert!(!says(&binder, "1.3").contains("目の前の段。"));
    let back = PackSource::Stored(first.clone());
    assert_eq!(binder.pack_offers(&back).expect("good")[0].changes.len(), 1);
    binder.accept_pack(&back, &first, "山田").expect("back");
    assert!(!says(&binder, "1.2").contains("新しい位置づけの文。"));
    assert_eq!(binder.accept_pack(&back, "0000", "山田").expect_err("no such pack").code(), "pack-changed");
    drop(binder);
    whole(&scene.plan, "there and back");
}

#[test]
fn own_words_of_a_section_and_answers_to_a_question_the_pack_drops_still_print() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    edit(&binder, "1.3.2", "消えてはいけない自院の文。");
    let answer = |item: &str, field: &str, value: &str| {
        let edit =
            Edit::Answer { key: AnswerKey::check_table(item, field), value: Some(value.to_owned()), leaving: false };
        binder.edit(&edit, &alone()).expect("answered");
    };
    answer("1-1", "zz", "無くなる問いへの答え");
    let source = changed_pack(&scene, &[]);
    let PackSource::Folder(folder) = &source else { unreachable!("a folder") };
    let path = chapter(folder, "1.3.2");
    let text = std::fs::read_to_string(&path).expect("a chapter");
    std::fs::write(&path, text.replace("number = \"1.3.2\"", "number = \"1.3.9\"")).expect("written");
    let hash = binder.pack_offers(&source).expect("good")[0].hash.clone();
    binder.accept_pack(&source, &hash, "山田").expect("accepted");
    let codes: Vec<&str> = binder.findings().iter().map(|finding| finding.check.id).collect();
    assert!(codes.contains(&"section-gone") && codes.contains(&"item-gone"), "{codes:?}");
    drop(binder);
    let paper = suite::paper::Paper::books(&scene.plan);
    assert!(paper.part("G").contains("消えてはいけない自院の文。"));
    assert!(paper.part("H").contains("無くなる問いへの答え"));
}

#[test]
fn a_pack_that_changed_since_it_was_looked_at_is_not_accepted() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let source = changed_pack(&scene, &[("1.2", "見たときの文。")]);
    let hash = binder.pack_offers(&source).expect("good")[0].hash.clone();
    let PackSource::Folder(folder) = &source else { unreachable!("a folder") };
    let path = chapter(folder, "1.2");
    let text = std::fs::read_to_string(&path).expect("a chapter");
    std::fs::write(&path, text.replace("見たときの文。", "すり替えた文。")).expect("written");
    assert_eq!(binder.accept_pack(&source, &hash, "山田").expect_err("refused").code(), "pack-changed");
    assert_eq!(binder.earlier_packs().expect("readable"), []);
}

#[test]
fn a_broken_or_missing_pack_folder_changes_nothing() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let hash = binder.template().hash.clone();
    let missing = PackSource::Folder(scene.at("nowhere"));
    assert_eq!(binder.pack_offers(&missing).expect_err("refused").code(), "pack-folder");
    let source = changed_pack(&scene, &[]);
    let PackSource::Folder(folder) = &source else { unreachable!("a folder") };
    std::fs::write(folder.join("packs/mhlw-2024/items/2-2.toml"), "number = ").expect("written");
    assert_eq!(binder.pack_offers(&source).expect_err("refused").code(), "pack-broken");
    assert_eq!(binder.accept_pack(&source, &hash, "山田").expect_err("refused").code(), "pack-broken");
    assert_eq!(binder.template().hash, hash);
    drop(binder);
    whole(&scene.plan, "untouched");
}

#[test]
fn the_folder_above_the_templates_is_understood_too() {
    let scene = Scene::of("clinic");
    let _ = changed_pack(&scene, &[]);
    let offers = scene.open().pack_offers(&PackSource::Folder(scene.folder().to_owned())).expect("found");
    assert!(offers[0].current && offers[0].changes.is_empty(), "the same pack is recognised");
}

/// A copy of the templates in which the first block of some sections says something else.
fn changed_pack(scene: &Scene, texts: &[(&str, &str)]) -> PackSource {
    let folder = scene.at("templates");
    tool("cp", &["-r", &checkout("templates").display().to_string(), &folder.display().to_string()]);
    for (number, says) in texts {
        let path = chapter(&folder, number);
        let text = std::fs::read_to_string(&path).expect("a chapter");
        let at = text.find(&format!("number = \"{number}\"")).expect("the section");
        let block = at + text[at..].find("\ntext = \"").expect("its first text") + 1;
        let end = block + text[block..].find('\n').expect("a line");
        std::fs::write(&path, format!("{}text = \"{says}\"{}", &text[..block], &text[end..])).expect("written");
    }
    PackSource::Folder(folder)
}

fn chapter(folder: &Path, number: &str) -> PathBuf {
    folder.join(format!("packs/mhlw-2024/sections/chapter-{}.toml", &number[..1]))
}

fn edit(binder: &Binder, number: &str, says: &str) {
    let cells = vec![vec![vec![Node::Text(says.to_owned())]]];
    let block = NewBlock { id: None, fresh: binder.outside().new_id(), form: "paragraph".to_owned(), cells };
    binder.edit(&Edit::Section { number: number.to_owned(), blocks: vec![block] }, &alone()).expect("saved");
    assert!(binder.plan().live(Kind::Block).next().is_some());
}

/// The plain words of a section.
fn says(binder: &Binder, number: &str) -> String {
    let (plan, template) = (binder.plan(), binder.template());
    let (blocks, _) = section_blocks(&plan, template.section(number).expect("a section"));
    let nodes = blocks.iter().flat_map(|block| block.cells.iter().flatten().flatten());
    nodes
        .filter_map(|node| match node {
            Node::Text(text) | Node::Bold(text) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}
