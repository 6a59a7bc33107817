//! For whoever leads an exercise: the kit of a scenario is whole, carries 訓練 on every page, can be counted in again, keeps
//! to its sheets, and what lies on the table says nothing only the leader may know.

use binder::plan::exercise::Script;
use binder::{Copy, Document, PrintRequest, Unwatched, WhichExercise};
use print::{Composing, findings, layout};
use suite::rows::{add, alone, put};
use suite::scene::Scene;
use suite::sonae;

/// Text without white space: lines of a cell break anywhere.
fn bare(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace()).collect()
}

/// The pages of a scenario's kit: label and text.
fn kit(scene: &Scene, scenario: &str) -> Vec<(String, String)> {
    let pdf = scene.at("一式.pdf");
    let plan = scene.plan.to_string_lossy().into_owned();
    sonae::did(&["print", &plan, "--document", "exercise", "--scenario", scenario, "-o", &pdf.to_string_lossy()]);
    suite::paper::Paper::sheets(&pdf)
}

fn of(binder: &binder::Binder, id: &str) -> Script {
    binder.rehearsal(id, &[]).expect("this scenario").script
}

#[test]
fn every_scenario_that_fits_prints_its_kit_whole_and_within_its_sheets() {
    let mut printed = 0;
    for (made, scene) in [
        ("hospital", Scene::sample("hospital")),
        ("clinic", Scene::sample("clinic")),
        ("pharmacy", Scene::of("pharmacy")),
        ("dental", Scene::of("dental")),
    ] {
        if made == "dental" {
            let binder = scene.open();
            let role = add(&binder, binder::plan::Kind::Role, "院長（みほん歯科）");
            let decision = binder.plan().from_entry("decisions/paper-start").expect("usual").id();
            put(&binder, binder::plan::Kind::Decision, decision, "day_role", &role.to_string(), &alone()).expect("set");
        }
        let binder = scene.open();
        let fitting: Vec<_> =
            binder.rehearsals().expect("readable").into_iter().filter(binder::Rehearsal::fits).collect();
        assert!(!fitting.is_empty(), "{made}");
        for one in fitting {
            let (id, script) = (one.scenario.id, one.script);
            let now = binder.snapshot();
            let of = Composing { script: Some(&script), ..Composing::hq(&now.plan, &now.template, "2026-11-30") };
            let laid = layout(Document::named("exercise").expect("there").compose(&of), &Unwatched).expect("laid");
            let odd: Vec<_> = findings(&now.plan, &now.template, &laid);
            let bad = ["missing-character", "sheet-too-long", "form-too-long", "card-too-long", "reference-nowhere"];
            assert!(odd.iter().all(|one| !bad.contains(&one.check.id)), "{id}: {odd:?}");
            let pages = kit(&scene, &id);
            let most = match script.parting.minutes {
                0..=30 => 18,
                31..=60 => 20,
                _ => 22,
            };
            assert!(pages.len() <= most, "{id}: {} sheets, at most {most}", pages.len());
            for (label, text) in &pages {
                assert!(text.contains("訓練"), "{id} {label} says 訓練");
                assert!(!text.contains('{') && !text.contains('}'), "{id} {label}: an open placeholder");
            }
            printed += 1;
        }
    }
    assert_eq!(printed, 5);
}

#[test]
fn what_lies_on_the_table_says_nothing_only_the_leader_may_know() {
    let scene = Scene::sample("hospital");
    let script = of(&scene.open(), "night-ransomware");
    let pages = kit(&scene, "night-ransomware");
    let part = |letter: char| -> String {
        let of = pages.iter().filter(|(label, _)| label.starts_with(letter));
        of.map(|(_, text)| bare(text)).collect()
    };
    let (leader, table) = (part('M'), part('P') + &part('Q'));
    assert!(leader.len() > 2_000 && table.len() > 2_000);
    for card in script.cards.iter().chain(&script.reserves) {
        let signs = card.signs.iter().flat_map(|sign| [&sign.sign.text, &sign.say.text]);
        let phone = card.phone.iter().map(|phone| &phone.text);
        let whens = card.branches.iter().map(|branch| &branch.when.text);
        let hidden = [&card.listen.text, &card.source].into_iter().chain(signs).chain(phone).chain(whens);
        for text in hidden.filter(|text| text.chars().count() > 6) {
            // The first of it: a row may be divided between two pages.
            let text: String = bare(text).chars().take(24).collect();
            assert!(leader.contains(&text), "{}: the leader has it: {text}", card.id);
            assert!(!table.contains(&text), "{}: the table has it not: {text}", card.id);
        }
        assert!(part('Q').contains(&bare(&card.text.text)), "{}: its card", card.id);
    }
    for system in ["仮想基盤・共有の記憶装置", "認証（AD・ログイン）", "×バックアップ"] {
        assert!(!part('P').contains(&bare(system)), "what is found out later is not on the wall: {system}");
    }
    for text in script.prompts.iter().chain(&script.questions) {
        assert!(!table.contains(&bare(&text.text)), "{}", text.text);
    }
}

#[test]
fn cards_are_numbered_so_that_they_can_be_counted_in_again() {
    let scene = Scene::sample("hospital");
    let script = of(&scene.open(), "night-ransomware");
    let all = script.cards.iter().map(|card| 1 + card.branches.len()).sum::<usize>() + script.reserves.len();
    let text: String = kit(&scene, "night-ransomware").iter().map(|(_, text)| bare(text)).collect();
    for nth in 1..=all {
        assert_eq!(text.matches(&format!("（{nth}/{all}）")).count(), 1, "card {nth} of {all}");
    }
    assert!(text.contains(&format!("1組{all}枚")), "the packing list says how many");
}

#[test]
fn who_is_hit_may_be_chosen_and_what_is_not_there_is_refused() {
    let scene = Scene::sample("clinic");
    let binder = scene.open();
    let request = |scenario: &str, hits: &[&str]| PrintRequest {
        document: Document::named("exercise").expect("there"),
        copy: Copy::Hq,
        date: "2026-11-30".to_owned(),
        forms: true,
        exercise: WhichExercise {
            scenario: Some(scenario.to_owned()),
            hits: hits.iter().map(|one| (*one).to_owned()).collect(),
            held: None,
        },
    };
    let printed = binder.print(&request("clinic-monday-morning", &["院内LAN"]), &Unwatched).expect("printed");
    assert!(printed.pages > 8);
    let refused =
        |scenario, hits: &[&str]| binder.print(&request(scenario, hits), &Unwatched).expect_err("refused").code();
    assert_eq!(refused("no-such", &[]), "not-found");
    assert_eq!(refused("clinic-monday-morning", &["無いもの"]), "not-found");
}

/// Three cards of five minutes on a ward: nothing of a patient, no number of a person, the result in one line.
#[test]
fn a_ward_has_its_drill_and_the_year_its_table() {
    let scene = Scene::sample("hospital");
    let ward: String = scene.printed("ward-drill", "ward:3階東病棟（急性期）").iter().map(|page| bare(page)).collect();
    for said in [
        "1つ目（5分）",
        "2つ目（5分）",
        "3つ目（5分）",
        "訓練花子",
        "ナースコール・アラーム・急変",
        "抜かない",
        "刷った時刻",
        "無線",
        "与薬予定（3階東）",
        "指示ではありません",
    ] {
        assert!(ward.contains(said), "{said}");
    }
    assert!(
        !ward.contains("医師の指示を兼ねる") && !ward.contains("診療録と一緒に"),
        "no form of the house: it could be taken for an order"
    );
    assert!(
        !ward.contains("救急の固定電話") && !ward.contains("院内放送（非常用）"),
        "nobody is woken, no line is taken"
    );
    let binder = scene.open();
    let plan = binder.plan();
    let east = plan.from_entry("departments/ward").expect("there").id();
    let values = [
        ("department", east.to_string()),
        ("held_on", "2026-11-20".into()),
        ("page_seconds", "45".into()),
        ("handwriting", "5".into()),
        ("cable", "right".into()),
    ];
    suite::rows::added(&binder, binder::plan::Kind::WardDrill, &values);
    drop(binder);
    let year: String = scene.printed("ward-drill", "hq").iter().map(|page| bare(page)).collect();
    assert!(year.contains("2026年11月20日") && year.contains("45") && year.contains("合"), "{year}");
    assert!(year.contains("5階病棟（療養）"), "those that did not are there too");
}
