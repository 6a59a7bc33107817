//! For whoever asks the program instead of turning pages: the first page it names answers (`tests/quiz/`).

use binder::plan::{Kind, Plan, Record};
use binder::{Copy, Document, Snapshot, Unwatched};
use print::Composing;
use print::layout::{Mark, Page};
use serde::Deserialize;
use suite::checkout;
use suite::rows::add;
use suite::scene::Scene;
use suite::sonae;
use suite::witness::bare;

#[derive(Deserialize)]
struct Quiz {
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    asks: String,
    /// `kind.field` or `kind/entry.field`.
    #[serde(default)]
    field: String,
    /// Words of the pack.
    #[serde(default)]
    says: String,
}

fn answer(plan: &Plan, question: &Question) -> String {
    if question.field.is_empty() {
        return bare(&question.says);
    }
    let (of, field) = question.field.split_once('.').expect("kind.field");
    let record: Option<&dyn Record> = match of.split_once('/') {
        Some(_) => plan.from_entry(of),
        None => plan.live(Kind::from_noun(of).expect("a kind")).next(),
    };
    let value = record.and_then(|record| record.field(field));
    bare(&value.unwrap_or_else(|| panic!("{}: {} is not filled", question.asks, question.field)))
}

/// What stands on a page.
fn said(page: &Page) -> String {
    let texts = page.body.iter().filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(&**text),
        _ => None,
    });
    bare(&texts.collect::<String>())
}

/// Asks a book: the first page named answers, and a printed index or the contents lead there, so that whoever has only the
/// paper opens two pages.
fn ask(scene: &Scene, quiz: &str, copies: &[&str]) {
    let text = std::fs::read_to_string(checkout(&format!("tests/quiz/{quiz}.toml"))).expect("the quiz");
    let quiz: Quiz = toml::from_str(&text).expect("as declared");
    let binder = scene.open();
    let Snapshot { plan, template, .. } = binder.snapshot();
    for name in copies {
        let copy: Copy = name.parse().expect("a copy");
        let of = Composing { copy: &copy, ..Composing::hq(&plan, &template, "") };
        let laid = print::layout(Document::binder().compose(&of), &Unwatched).expect("laid out");
        let leads: Vec<String> = laid
            .pages
            .iter()
            .filter(|page| {
                let title = said(page);
                // The index may go on on a second page, under the same column heads.
                title.starts_with("目次") || (title.contains("見えること・起きたこと") && title.contains("見る頁"))
            })
            .map(said)
            .collect();
        for question in &quiz.question {
            let found = binder.find_pages(&copy, &question.asks).expect("the book is there");
            let first = found.first().unwrap_or_else(|| panic!("{name}: nothing for {}", question.asks));
            let page = laid.pages.iter().find(|page| page.label == first.label).expect("a page of the book");
            let wanted = answer(&plan, question);
            assert!(said(page).contains(&wanted), "{name}: {} → {found:?}, but {wanted} is not there", question.asks);
            let label = bare(&first.label);
            assert!(
                leads.iter().any(|page| page.contains(&label)),
                "{name}: {} → {label}, and no index says so",
                question.asks
            );
        }
    }
}

#[test]
fn the_first_page_named_answers_what_a_night_nurse_asks() {
    ask(&Scene::sample("hospital"), "ward", &["ward:3階東病棟", "ward:5階病棟"]);
}

#[test]
fn the_first_page_named_answers_whoever_is_in_charge() {
    ask(&Scene::sample("hospital"), "headquarters", &["hq"]);
}

#[test]
fn the_first_page_named_answers_eight_people_of_a_clinic() {
    ask(&Scene::sample("clinic"), "clinic", &["ward"]);
}

#[test]
fn what_no_page_answers_is_said_and_a_ward_that_is_not_there_is_refused() {
    let scene = Scene::sample("hospital");
    let plan = scene.plan.display().to_string();
    let asked = |words: &str, copy: &str| sonae::sonae(&["find", &plan, words, "--copy", copy, "--json"]);
    let found = asked("プリンタが勝手に動く", "ward:3階東病棟");
    assert_eq!(found.code, Some(0));
    assert!(found.out.starts_with(r#"{"pages":[{"page":"A-1""#), "{}", found.out);
    assert_eq!(asked("宇宙船の燃料", "hq").out.trim(), r#"{"pages":[]}"#);
    assert_eq!(asked(" 　", "hq").out.trim(), r#"{"pages":[]}"#, "nothing asked, nothing found");
    asked("輸血", "ward:9階病棟").refused("not-found", 3);
}

/// A guess would print or search the book of another ward.
#[test]
fn a_short_name_that_two_departments_have_is_asked_about_and_never_guessed() {
    let scene = Scene::sample("hospital");
    add(&scene.open(), Kind::Department, "5階病棟（分室）");
    let (plan, pdf) = (scene.plan.display().to_string(), scene.at("部署用.pdf").display().to_string());
    let refused = [
        sonae::sonae(&["find", &plan, "輸血", "--copy", "ward:5階病棟", "--json"]),
        sonae::sonae(&["print", &plan, "--copy", "ward:5階病棟", "-o", &pdf, "--json"]),
    ];
    for one in refused {
        one.refused("name-several", 3);
        assert!(one.err.contains("5階病棟（療養）、5階病棟（分室）"), "it names both: {}", one.err);
    }
    assert!(!scene.at("部署用.pdf").exists());
    sonae::did(&["print", &plan, "--copy", "ward:5階病棟（分室）", "-o", &pdf]);
}

/// Who prepares medicines or measures specimens has no patients to go round: the page of the wards is not in its book.
#[test]
fn a_department_without_patients_has_a_first_page_of_its_own() {
    let scene = Scene::sample("hospital");
    ask(&scene, "service", &["ward:薬剤部", "ward:検査部"]);
    let binder = scene.open();
    let Snapshot { plan, template, .. } = binder.snapshot();
    for (name, own) in [("ward:薬剤部", true), ("ward:輸血部", true), ("ward:放射線部", false), ("ward", false)]
    {
        let copy: Copy = name.parse().expect("a copy");
        let of = Composing { copy: &copy, ..Composing::hq(&plan, &template, "") };
        let anchors = Document::binder().compose(&of).anchors();
        let pages = ["first/service", "first/ward"].map(|page| anchors.contains(page));
        assert_eq!(pages, [own, !own], "{name}");
    }
}
