//! Scenarios of one's own: a copy with other words, order and injects; given away and taken as one file.

use binder::plan::{Edit, Id, Kind};
use binder::{Binder, Direction, Rehearsal, Taking};
use suite::rows::{added, alone, get, put};
use suite::scene::Scene;
use template::{PackFiles, PackKind, Scenario, check_scenario};

const NIGHT: &str = "night-ransomware";

/// A copy of a scenario: its row.
fn copy(binder: &Binder, id: &str) -> Id {
    binder.copy_scenario(id, &alone()).expect("copied").record.expect("the row")
}

fn own(binder: &Binder, row: Id) -> Rehearsal {
    binder.rehearsals().expect("readable").into_iter().find(|one| one.own == Some(row)).expect("it is listed")
}

/// The inject made from one of the original.
fn inject(binder: &Binder, of: &str) -> Id {
    let plan = binder.plan();
    plan.rows.own_injects.live().find(|one| one.of.as_deref() == Some(of)).expect("copied").row.id
}

fn change(binder: &Binder, id: Id, field: &str, value: &str) {
    put(binder, Kind::OwnInject, id, field, value, &alone()).expect("saved");
}

/// What is said of it, and where that leads.
fn wrong(binder: &Binder, row: Id) -> Vec<(String, Option<String>)> {
    let one = own(binder, row);
    assert!(!one.fits(), "while something is wrong it does not fit");
    one.lacks.into_iter().filter(|lack| lack.needed).map(|lack| (lack.text, lack.record)).collect()
}

#[test]
fn every_scenario_written_out_reads_back_as_it_was() {
    let ids = PackFiles::packs(PackKind::Scenario, &suite::checkout("templates")).expect("readable");
    assert_eq!(ids.len(), 5);
    for id in ids {
        let files = PackFiles::read(PackKind::Scenario, &suite::checkout("templates"), &id).expect("readable");
        let was = check_scenario(&files, &plan::vocabulary()).expect("sound");
        let path = format!("scenarios/{id}/scenario.toml");
        let written = PackFiles([(path, was.to_toml())].into());
        let is = check_scenario(&written, &plan::vocabulary()).expect("sound again");
        assert_eq!(Scenario { hash: was.hash.clone(), ..is }, was, "{id}");
    }
}

#[test]
fn a_copy_plays_as_the_original_and_undo_takes_it_back() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let before = binder.rehearsal(NIGHT, &[]).expect("there").script;
    let row = copy(&binder, NIGHT);
    let mine = own(&binder, row);
    assert!(mine.fits(), "{:?}", mine.lacks);
    assert_eq!(mine.script.title, format!("{}（自施設版）", before.title));
    let told = |script: &binder::plan::exercise::Script| {
        let cards = script.cards.iter().chain(&script.reserves);
        let card = |card: &binder::plan::exercise::Card| {
            (
                card.minute,
                card.sender.clone(),
                card.text.clone(),
                card.decider.clone(),
                card.branches.clone(),
                card.page.clone(),
            )
        };
        (script.opening.clone(), script.stops.clone(), script.modules.clone(), cards.map(card).collect::<Vec<_>>())
    };
    assert_eq!(told(&mine.script), told(&before));
    assert_eq!(binder.rehearsals().expect("readable").len(), 6, "the original stays");
    assert!(binder.copy_scenario(&mine.scenario.id, &alone()).is_err(), "its rows are there already");
    binder.step_back(Direction::Undo, "山田").expect("undone");
    assert_eq!(binder.rehearsals().expect("readable").len(), 5);
    assert_eq!(binder.plan().rows.own_injects.live().count(), 0);
}

#[test]
fn words_order_and_what_is_left_out_are_the_institutions() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let row = copy(&binder, NIGHT);
    let cards = own(&binder, row).script.cards;
    let (first, second) = (cards[0].clone(), cards[1].clone());
    let second_row = Id::parse(&second.id).expect("a card of an own scenario is its row");
    change(&binder, second_row, "text", "「{ward.1}の端末が、{hit.1.name}の画面のまま動きません。」");
    // Earlier than the first: the order follows the minute.
    change(&binder, second_row, "minute", "0");
    let may_fall = cards.iter().find(|card| card.may_fall).expect("one may fall");
    change(&binder, Id::parse(&may_fall.id).expect("a row"), "out", "1");
    let new = [
        ("scenario", row.to_string()),
        ("minute", "31".to_owned()),
        ("sender", "守衛".to_owned()),
        ("addressee", "全員".to_owned()),
        ("text", "「記者が玄関に来ています。」".to_owned()),
        ("listen", "答える人が決まっているか。".to_owned()),
    ];
    let new = added(&binder, Kind::OwnInject, &new);
    let mine = own(&binder, row);
    let ids: Vec<&str> = mine.script.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(ids.len(), cards.len(), "one left out, one new");
    assert_eq!(ids[..2], [second.id.as_str(), first.id.as_str()]);
    assert!(ids.contains(&new.to_string().as_str()) && !ids.contains(&may_fall.id.as_str()));
    let ward = binder.rehearsal(NIGHT, &[]).expect("there").script;
    let said = &mine.script.cards[0].text;
    assert!(said.lacks.is_empty() && !said.text.contains('{') && said.text.contains("端末が、"), "{said:?}");
    assert_eq!(mine.script.hits, ward.hits);
    assert!(own(&binder, row).fits(), "{:?}", own(&binder, row).lacks);
    // What is printed and played is this.
    let begun = binder.begin_exercise(&mine.scenario.id, &[], "会議室", "山田").expect("begun");
    let script = get(&binder, Kind::Exercise, begun.entry, "script").expect("kept");
    assert!(script.contains("記者が玄関に来ています"));
}

#[test]
fn what_is_wrong_is_said_in_the_words_of_the_form_and_leads_to_the_row() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let row = copy(&binder, NIGHT);
    let cards = own(&binder, row).script.cards;
    let first = Id::parse(&cards[0].id).expect("a row");
    let says = |field: &str, value: &str, expected: &str| {
        let was = get(&binder, Kind::OwnInject, first, field).unwrap_or_default();
        change(&binder, first, field, value);
        let found = wrong(&binder, row);
        let here = found.iter().find(|(text, _)| text.contains(expected));
        let (_, at) = here.unwrap_or_else(|| panic!("{field}={value}: {found:?}"));
        assert_eq!(at.as_deref(), Some(first.to_string().as_str()), "{expected}");
        change(&binder, first, field, &was);
        assert!(own(&binder, row).fits(), "mended");
    };
    says("listen", "", "「聞きどころ」が空です");
    says("sender", "", "「だれから」が空です");
    says("text", &"長".repeat(161), "160 字まで");
    says("text", "「{ward.x}です。」", "差し込みの形が違います");
    says("text", "「{hit.9.name}です。」", "9 番目の hit がありません");
    says("minute", "58", "終わりの 5 分");
    says("minute", "30分ごろ", "「30分ごろ」が、分の数ではありません");
    says("minute", "65530", "分の数ではありません");
    // Who leaves out the inject with which somebody leaves decides that alone.
    let leaves = cards.iter().find(|card| card.leaves.is_some()).expect("one");
    let leaves = Id::parse(&leaves.id).expect("a row");
    change(&binder, leaves, "out", "1");
    assert!(own(&binder, row).fits(), "{:?}", own(&binder, row).lacks);
    change(&binder, leaves, "out", "");
    // Ten are the most in 90 minutes.
    let more = |nth: usize| {
        let values = [("scenario", row.to_string()), ("minute", (20 + nth).to_string()), ("sender", "守衛".to_owned())];
        let rest =
            [("addressee", "全員".to_owned()), ("text", "「一つ多い。」".to_owned()), ("listen", "無し。".to_owned())];
        added(&binder, Kind::OwnInject, &values.into_iter().chain(rest).collect::<Vec<_>>())
    };
    let made: Vec<Id> = (cards.len()..11).map(more).collect();
    assert!(wrong(&binder, row).iter().any(|(text, _)| text.contains("10 個まで")));
    binder.edit(&Edit::Remove { kind: Kind::OwnInject, id: made[0] }, &alone()).expect("removed");
    assert!(own(&binder, row).fits(), "{:?}", own(&binder, row).lacks);
    put(&binder, Kind::OwnScenario, row, "level", "9", &alone()).expect("saved");
    assert!(wrong(&binder, row).iter().any(|(_, at)| at.as_deref() == Some(row.to_string().as_str())));
    put(&binder, Kind::OwnScenario, row, "level", "2", &alone()).expect("saved");
    put(&binder, Kind::OwnScenario, row, "opening", "", &alone()).expect("saved");
    let opening = wrong(&binder, row);
    assert!(opening[0].0.contains("「始まりに読む文」が空です"), "{opening:?}");
    // Until it is mended, nobody can begin or print it, and it is not given away.
    let mine = own(&binder, row).scenario.id;
    let begun = binder.begin_exercise(&mine, &[], "", "山田").expect_err("not finished");
    assert_eq!(begun.code(), "scenario-unsound");
    assert_eq!(
        binder.give_scenario(&mine, &scene.at("まだ.toml")).expect_err("not finished").code(),
        "scenario-unsound"
    );
    assert!(!scene.at("まだ.toml").exists());
    // What it was made from is gone: nothing is lost, and it is said.
    put(&binder, Kind::OwnScenario, row, "base", "from-a-stick", &alone()).expect("saved");
    assert!(wrong(&binder, row)[0].0.contains("from-a-stick"));
    assert_eq!(binder.plan().rows.own_injects.live().count(), cards.len() + made.len() - 1 + reserves(&binder, row));
}

fn reserves(binder: &Binder, row: Id) -> usize {
    let plan = binder.plan();
    plan.rows.own_injects.live().filter(|one| one.scenario == Some(row) && one.minute.is_none()).count()
}

#[test]
fn one_file_is_given_away_and_taken_and_plays_there_on_their_plan() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let row = copy(&binder, NIGHT);
    change(
        &binder,
        inject(&binder, &binder.rehearsal(NIGHT, &[]).expect("there").script.cards[0].id),
        "sender",
        "夜の守衛",
    );
    let mine = own(&binder, row);
    let file = scene.at("私たちのシナリオ.toml");
    binder.give_scenario(&mine.scenario.id, &file).expect("given away");
    assert!(binder.give_scenario("nobody", &scene.at("x.toml")).is_err());
    // Who has the rows keeps them, and is told.
    assert_eq!(binder.take_scenario(&file, "山田").expect_err("its own").code(), "scenario-own");
    assert_eq!(own(&binder, row).script, mine.script);
    // What came as a file is given on to the letter.
    let ours = scene.at("もとのまま.toml");
    binder.give_scenario(NIGHT, &ours).expect("given");
    let text = std::fs::read_to_string(suite::checkout("templates/scenarios/night-ransomware/scenario.toml"));
    assert_eq!(std::fs::read_to_string(&ours).expect("there"), text.expect("there").replace("\r\n", "\n"));

    let there = Scene::of("hospital");
    let other = there.open();
    let taken = other.take_scenario(&file, "佐藤").expect("taken");
    assert_eq!((taken[0].taking, taken[0].title.as_str()), (Taking::New, mine.script.title.as_str()));
    assert_eq!(other.take_scenario(&file, "佐藤").expect("again")[0].taking, Taking::Same);
    let theirs = other.rehearsal(&mine.scenario.id, &[]).expect("there");
    assert_eq!(theirs.script.cards[0].sender.text, "夜の守衛");
    assert_eq!(theirs.own, None, "it can be copied again");
    let again = copy(&other, &mine.scenario.id);
    assert_eq!(own(&other, again).script.cards.len(), theirs.script.cards.len());
    // CRLF and a mark of the encoding, as Windows writes them.
    let text = std::fs::read_to_string(&file).expect("there").replace('\n', "\r\n");
    std::fs::write(&file, format!("\u{feff}{text}")).expect("written");
    assert_eq!(other.take_scenario(&file, "佐藤").expect("the same")[0].taking, Taking::Same);
}

#[test]
fn a_file_that_is_no_scenario_is_refused_and_nothing_is_taken() {
    let scene = Scene::sample("clinic");
    let binder = scene.open();
    let own = suite::checkout("templates/scenarios/clinic-monday-morning/scenario.toml");
    let sound = std::fs::read_to_string(own).expect("there");
    let file = scene.at("来た.toml");
    let id = "id = \"clinic-monday-morning\"";
    let flood: String = (0..10_000).map(|nth| format!("\n[[inject]]\nid = \"n{nth}\"\n")).collect();
    for (what, bytes) in [
        ("not text", vec![0xff, 0xfe, 0x00]),
        ("CP932", vec![0x83, 0x56, 0x83, 0x69]),
        ("no TOML", "これはシナリオです".into()),
        ("no id", sound.replacen(id, "", 1).into()),
        ("a path", sound.replacen(id, "id = \"../../x\"", 1).into()),
        ("newer", sound.replacen("format = 3", "format = 9", 1).into()),
        ("a flood", (sound.clone() + &flood).into()),
        ("large", (sound.clone() + &"#\n".repeat(1_000_000)).into()),
    ] {
        std::fs::write(&file, bytes).expect("written");
        let error = binder.take_scenario(&file, "山田").expect_err(what);
        assert_eq!(error.code(), "scenario-broken", "{what}");
    }
    assert_eq!(binder.take_scenario(&scene.at("無い.toml"), "山田").expect_err("no file").code(), "folder-missing");
    let kept = binder.rehearsals().expect("readable").len();
    assert_eq!(kept, 5);
}

#[test]
fn another_edition_takes_the_place_of_the_one_that_is_there_only_when_that_is_meant() {
    let scene = Scene::sample("clinic");
    let binder = scene.open();
    let own = suite::checkout("templates/scenarios/clinic-monday-morning/scenario.toml");
    let text = std::fs::read_to_string(own).expect("there");
    let file = scene.at("新しい版.toml");
    std::fs::write(&file, text.replacen("edition = \"", "edition = \"別の", 1)).expect("written");
    let looked = binder.look_at_scenario(&file).expect("looked at");
    assert_eq!(looked[0].taking, Taking::Other);
    let edition = || binder.rehearsal("clinic-monday-morning", &[]).expect("there").scenario.edition;
    assert!(!edition().starts_with("別の"), "looking takes nothing");
    binder.take_scenario(&file, "山田").expect("taken");
    assert!(edition().starts_with("別の"));
}

#[test]
fn an_inject_whose_original_is_gone_keeps_its_words_and_says_what_is_lost() {
    let scene = Scene::sample("clinic");
    let binder = scene.open();
    let row = copy(&binder, "clinic-monday-morning");
    assert!(own(&binder, row).lacks.is_empty());
    let text = std::fs::read_to_string(suite::checkout("templates/scenarios/clinic-monday-morning/scenario.toml"));
    let file = scene.at("新しい版.toml");
    let text = text.expect("there").replacen("id = \"queue\"", "id = \"line\"", 1);
    std::fs::write(&file, text).expect("written");
    binder.take_scenario(&file, "山田").expect("taken");
    let mine = own(&binder, row);
    let queue = inject(&binder, "queue");
    assert!(mine.fits(), "it can be played: {:?}", mine.lacks);
    let said: Vec<_> = mine.lacks.iter().filter(|lack| lack.record == Some(queue.to_string())).collect();
    assert!(said.len() == 1 && !said[0].needed && said[0].text.contains("今の版にありません"), "{:?}", mine.lacks);
    let card = mine.script.card(&queue.to_string()).expect("still told");
    assert!(card.text.text.contains("入口に12人並びました") && card.page.is_none());
}

#[test]
fn no_word_of_a_scenario_reaches_who_only_looks_and_no_search_finds_it() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let row = copy(&binder, NIGHT);
    let card = own(&binder, row).script.cards[0].clone();
    change(&binder, Id::parse(&card.id).expect("a row"), "text", "「だれも知らない出来事です。」");
    let found = binder.search_all("だれも知らない出来事");
    assert!(found.records.iter().chain(&found.near).all(|hit| hit.kind != Kind::OwnInject));
    let scenario = Kind::OwnScenario;
    assert!(["purpose", "opening"].iter().all(|field| scenario.field(field).is_some_and(|field| field.private)));
}
