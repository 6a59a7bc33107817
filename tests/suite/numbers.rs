//! All numbers as one list, on screen and on paper: to whoever must call a ward, and finds its extension and its PHS in
//! one line.

use binder::Binder;
use binder::plan::{Id, Kind};
use serde_json::json;
use suite::rows::{add, added};
use suite::scene::Scene;
use suite::window::{self, asked};
use wire::Rights;

fn number(binder: &Binder, ward: Id, values: &[(&str, &str)]) -> Id {
    let of = ward.to_string();
    let all = [("of_kind", "departments"), ("of", &of), ("means", "phone")].into_iter().chain(values.iter().copied());
    let all: Vec<(&str, String)> = all.map(|(field, value)| (field, value.to_owned())).collect();
    added(binder, Kind::ContactPoint, &all)
}

fn ward(binder: &Binder, name: &str, phone: &str) -> Id {
    let ward = add(binder, Kind::Department, name);
    suite::rows::put(binder, Kind::Department, ward, "phone", phone, &suite::rows::alone()).expect("saved");
    ward
}

#[test]
fn the_list_of_numbers_has_the_extension_and_the_phs_of_a_place_in_one_line() {
    let scene = Scene::of("hospital");
    let ward = {
        let binder = scene.open();
        let ward = ward(&binder, "南5病棟", "内線 501");
        number(&binder, ward, &[("value", "5501"), ("note", "PHS")]);
        ward
    };
    let host = window::opened(&scene);
    let list = asked(&host, Rights::ALL, "numbers", json!({ "kind": "", "words": "南5", "most": 10 })).expect("a list");
    assert_eq!(
        (list["found"].as_u64(), list["lines"][0]["at"]["id"].as_str()),
        (Some(1), Some(ward.to_string().as_str()))
    );
    let said: Vec<(&str, &str)> = list["lines"][0]["numbers"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| (one["sort"].as_str().unwrap_or_default(), one["text"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(said, [("inside", "内線 501"), ("phs", "5501"), ("night", "")]);
    for words in ["5501", "南5 phs", "ﾅﾝｺﾞ 501"] {
        let found = asked(&host, Rights::ALL, "numbers", json!({ "kind": "departments", "words": words, "most": 10 }))
            .expect("a list");
        assert_eq!(found["found"].as_u64(), Some(u64::from(!words.starts_with('ﾅ'))), "{words}");
    }
}

/// A ward's extension and PHS stand in one cell of every list of numbers; what says more of itself, or has no number to
/// stand beside, keeps the line of its own it had.
#[test]
fn on_paper_too_the_extension_and_the_phs_of_a_place_are_one_line() {
    let scene = Scene::of("hospital");
    {
        let binder = scene.open();
        let south = ward(&binder, "南5病棟", "内線 501");
        number(&binder, south, &[("value", "5501"), ("note", "ＰＨＳ"), ("hours", "always")]);
        number(&binder, south, &[("value", "5502"), ("note", "PHS"), ("hours", "night")]);
        number(&binder, south, &[("value", "5503"), ("note", "リーダーのPHS")]);
        let north = add(&binder, Kind::Department, "北6病棟");
        number(&binder, north, &[("value", "5601"), ("note", "PHS")]);
        // Its own number is not looked up yet: the PHS is all there is, and must not go with it.
        let waits = ward(&binder, "東8病棟", "0XX-1234");
        number(&binder, waits, &[("value", "5801"), ("note", "PHS")]);
        let gone = ward(&binder, "西7病棟", "内線 701");
        number(&binder, gone, &[("value", "5701"), ("note", "PHS")]);
        let edit = binder::plan::Edit::Remove { kind: Kind::Department, id: gone };
        binder.edit(&edit, &suite::rows::alone()).expect("removed");
    }
    for (document, copy) in [("binder", "hq"), ("minimum", "hq")] {
        let text = scene.printed(document, copy).concat();
        let times = |number: &str| text.matches(number).count();
        assert!(text.contains("内線501、PHS5501"), "{document}: beside each other");
        assert_eq!(times("5501"), times("内線501、PHS5501"), "{document}: and nowhere by itself");
        assert!(!text.contains("、PHS5801"), "{document}: beside no number there is nothing to stand beside");
        for number in ["5502", "5503", "5601", "5701", "5801"] {
            assert!(times(number) > 0, "{document}: {number} is on paper");
        }
    }
}

/// At night whatever stands on the sheet is dialled: a number that only stands for one prints as a blank to write on, and
/// the one number of a post is no number by day alone.
#[test]
fn nothing_is_printed_that_would_be_dialled_in_vain() {
    let scene = Scene::of("hospital");
    {
        let binder = scene.open();
        let role = |entry: &str| binder.plan().from_entry(entry).map(|one| one.id()).expect("in every new plan");
        let put = |id: Id, field: &str, value: &str| {
            suite::rows::put(&binder, Kind::Role, id, field, value, &suite::rows::alone()).expect("saved");
        };
        put(role("roles/night-nurse-manager"), "night_phone", "0XX-1234-5678");
        put(role("roles/duty-doctor"), "phone", "PHS 7201");
        // He has the post and no number of his own: called by that of the post, he is not the next to call.
        let manager = role("roles/safety-manager");
        let holder = add(&binder, Kind::Person, "見本　斎宮");
        put(manager, "holder", &holder.to_string());
        put(manager, "night_phone", "000-0000-7301");
    }
    for document in ["minimum", "binder"] {
        let text = scene.printed(document, "hq").concat();
        assert!(!text.contains("0XX"), "{document} prints a number nobody has");
        assert!(text.contains("PHS7201"), "{document} has the one number there is");
    }
    let secret = scene.printed("minimum", "hq").concat();
    assert!(secret.contains("00000007301。出なければ順に"), "the post is called");
    assert!(!secret.contains("出なければ順に見本斎宮"), "and not its holder once more");
    let cards = scene.printed("cards", "hq").concat();
    assert!(cards.contains("見本斎宮"), "a card still says who holds the post");
    assert!(secret.contains("PHS7201／夜"), "it is tried at night too");
}
