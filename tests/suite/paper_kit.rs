//! For the ward that takes paper off the shelf: every form is there, every card is true, every count is right.

use binder::plan::stock::{self, lines, person_days, typing};
use binder::plan::{Edit, Kind, Record};
use binder::{Binder, Copy, Document, PrintRequest, Stale, Unwatched};
use std::collections::BTreeSet;
use suite::rows::{add, added, alone, codes, put};
use suite::scene::{Scene, open};
use suite::sonae;
use suite::witness::{bare, pages, tool};

#[test]
fn every_form_a_procedure_names_is_in_the_kit_and_begins_a_page_of_its_own() {
    for scene in [Scene::sample("hospital"), Scene::sample("clinic"), Scene::of("pharmacy"), Scene::of("hospital")] {
        let kit = scene.printed("forms", "hq");
        let wide = scene.printed("forms-a3", "hq");
        let (binder, _) = open(&scene.plan, true);
        let (plan, template) = (binder.plan(), binder.template());
        let mut named = 0;
        for procedure in plan.live(Kind::Procedure) {
            for form in stock::forms_of(&plan, procedure.id()) {
                let (number, title) = (bare(&form.number.clone().unwrap_or_default()), bare(&form.title()));
                let facility = bare(&plan.facility().and_then(|one| one.name.clone()).unwrap_or_default());
                let apart = form.row.source.as_deref().and_then(|source| template.form(source));
                let apart = apart.is_some_and(|form| form.is_wide());
                let kit = if apart { &wide } else { &kit };
                let start = |page: &str| page.replacen(&facility, "", 1).chars().take(12).collect::<String>();
                let heads = kit.iter().filter(|page| start(page).contains(&number) && begins_with(page, &title));
                assert_eq!(heads.count(), 1, "{number} {title} of {} is one page", procedure.title());
                named += 1;
            }
        }
        assert!(named >= 5, "{named} forms of procedures were looked for");
        let drawn = plan
            .rows
            .forms
            .iter()
            .filter(|f| f.row.source.as_deref().and_then(|s| template.form(s)).is_some_and(|form| !form.is_wide()));
        let lists =
            kit.iter().take_while(|page| page.contains("様式の一覧") || !page.contains("使い終わったら")).count();
        assert_eq!(kit.len() - lists, drawn.count(), "one page for each form, behind the list");
    }
}

/// Whether a text stands in the head of a page; poppler mixes its heading with the header.
fn begins_with(page: &str, title: &str) -> bool {
    page.find(title).is_some_and(|at| page[..at].chars().count() < 40)
}

#[test]
fn a_small_place_prints_a_kit_of_at_most_ten_pages_and_a_wards_copy_of_ten() {
    for scene in [Scene::sample("clinic"), Scene::of("clinic"), Scene::of("dental"), Scene::of("pharmacy")] {
        let kit = scene.printed("forms", "hq");
        assert!(kit.len() <= 10, "{} pages", kit.len());
        let (binder, _) = open(&scene.plan, true);
        let said = binder.paper_findings("2026-11-26").expect("findings");
        assert!(!said.iter().any(|one| one.check.id == "ward-copy-long"), "{said:?}");
    }
}

#[test]
fn the_samples_fit_their_sheets_and_every_document_prints() {
    for name in ["hospital", "clinic"] {
        let scene = Scene::sample(name);
        let (binder, _) = open(&scene.plan, true);
        let said = binder.paper_findings("2026-11-26").expect("findings");
        let long: Vec<_> = said.iter().filter(|one| one.check.id.ends_with("-long")).collect();
        assert!(long.is_empty(), "{long:?}");
        for document in ["cards", "forms", "forms-long", "form-examples", "stock", "poster"] {
            assert!(!scene.printed(document, "hq").is_empty(), "{document} of {name}");
        }
        let size = tool("pdfinfo", &[&scene.at("poster.pdf").display().to_string()]);
        assert!(size.contains("A3"), "{size}");
    }
}

/// Whoever never wrote an order by hand is shown how: each form of orders once, on one page, of nobody who lives.
#[test]
fn every_form_of_orders_is_shown_filled_in_on_one_page() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let forms: Vec<String> = binder.template().forms.iter().map(|form| format!("forms/{}", form.id)).collect();
    for form in &forms {
        if binder.plan().from_entry(form).is_none() {
            binder.tick(form, &alone()).expect("ticked");
        }
    }
    let orders: Vec<_> = binder.template().forms.iter().filter(|form| form.order).cloned().collect();
    assert!(orders.len() >= 20, "{} forms of orders", orders.len());
    drop(binder);
    let mut shown = scene.printed("form-examples", "hq");
    let wide: Vec<usize> = (0..orders.len()).filter(|nth| orders[*nth].is_wide()).collect();
    assert_eq!(shown.len(), orders.len() + wide.len(), "one page each, and both halves of A3 sheets");
    for nth in wide {
        let right = shown.remove(nth + 1);
        shown[nth].push_str(&right);
    }
    for (form, page) in orders.iter().zip(&shown) {
        let bare_title = bare(&form.title);
        assert!(
            page.contains(&bare_title) && page.contains("記入例") && page.contains("訓練花子"),
            "{}: {page}",
            form.id
        );
        let example = form.example.as_ref().expect("an example");
        for hand in example.written.values().flatten().filter(|hand| !hand.contains('\n') && hand.chars().count() < 6) {
            assert!(page.contains(&bare(hand)), "{}: {hand} is written: {page}", form.id);
        }
        for hand in
            example.tables.iter().flatten().flatten().filter(|hand| !hand.contains('\n') && hand.chars().count() < 4)
        {
            assert!(page.contains(&bare(hand)), "{}: {hand} stands in a table: {page}", form.id);
        }
    }
    // Of a ward, the examples of the forms it has.
    let sample = Scene::sample("hospital");
    let ward = sample.printed("form-examples", "ward:3階東病棟");
    assert!((5..orders.len()).contains(&ward.len()), "{} examples", ward.len());
    let to = sample.at("examples.pdf");
    let ask = |document: &str| {
        let (plan, to) = (sample.plan.to_str().expect("a path"), to.to_str().expect("a path"));
        sonae::sonae(&["print", plan, "--examples", "--document", document, "-o", to])
    };
    assert_eq!(ask("forms").code, Some(0));
    assert_eq!(pages(&to).len(), sample.printed("form-examples", "hq").len(), "the switch is the document");
    let refused = ask("cards");
    assert_eq!(refused.code, Some(2), "{refused:?}");
}

/// Every form the pack draws, not only those a sample uses.
#[test]
fn every_form_of_the_pack_is_one_page() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let forms: Vec<String> = binder.template().forms.iter().map(|form| format!("forms/{}", form.id)).collect();
    assert!(forms.len() >= 50, "{} forms", forms.len());
    for form in &forms {
        if binder.plan().from_entry(form).is_none() {
            binder.tick(form, &alone()).expect("ticked");
        }
    }
    let said = binder.paper_findings("2026-11-26").expect("findings");
    let long: Vec<&String> =
        said.iter().filter(|one| one.check.id == "form-too-long").flat_map(|one| &one.words).collect();
    assert!(long.is_empty(), "{long:?}");
    let cards = said.iter().filter(|one| one.check.id == "card-too-long").count();
    assert_eq!(cards, 0, "{said:?}");
}

#[test]
fn a_form_that_does_not_fit_is_said_before_printing() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let long = "とても長い様式の名前".repeat(90);
    let form = binder.plan().from_entry("forms/medication-record").expect("ticked").id();
    put(&binder, Kind::Form, form, "name", &long, &alone()).expect("saved");
    let card = binder.plan().from_entry("cards/ward").expect("ticked").id();
    for nth in 0..30 {
        let values = [("card", card.to_string()), ("text", format!("{nth}番目にすること"))];
        added(&binder, Kind::CardStep, &values.map(|(field, value)| (field, value)));
    }
    let ward = binder.plan().from_entry("departments/ward").expect("ticked").id();
    put(&binder, Kind::Department, ward, "patients", "1", &alone()).expect("saved");
    let codes: Vec<&str> =
        binder.paper_findings("2026-11-26").expect("findings").iter().map(|one| one.check.id).collect();
    assert!(codes.contains(&"form-too-long") && codes.contains(&"card-too-long"), "{codes:?}");
}

#[test]
fn a_wards_card_names_only_numbers_and_forms_that_exist_and_no_person() {
    let scene = Scene::sample("hospital");
    let (binder, _) = open(&scene.plan, true);
    let plan = binder.plan();
    let cards = scene.printed("cards", "ward");
    assert!(cards.len() >= 10, "{} cards", cards.len());
    let numbers: BTreeSet<String> = [Kind::Department, Kind::Role, Kind::Organisation, Kind::Facility]
        .iter()
        .flat_map(|kind| plan.live(*kind))
        .flat_map(|one| ["phone", "night_phone", "day_phone"].map(|field| one.field(field)))
        .flatten()
        .map(|number| digits(&number))
        .collect();
    // How help is called is a number of the house, written in words.
    let house = plan.facility().and_then(|one| one.emergency_call.clone()).unwrap_or_default();
    let numbers: BTreeSet<String> = numbers.into_iter().chain(numbers_in(&bare(&house), "内線")).collect();
    let forms: Vec<String> = plan.rows.forms.iter().map(|form| bare(&form.title())).collect();
    let numbered: BTreeSet<String> = plan.rows.forms.iter().filter_map(|form| form.number.clone()).collect();
    let people: Vec<String> =
        plan.live(Kind::Person).filter_map(|one| one.field("name")).map(|name| bare(&name)).collect();
    let mut looked_at = 0;
    for page in &cards {
        for person in &people {
            assert!(!page.contains(person.as_str()), "{person} stands on a ward's card");
        }
        for number in numbers_in(page, "内線") {
            assert!(numbers.contains(&number), "{number} is nobody's: {page}");
            looked_at += 1;
        }
        for form in numbers_of_forms(page) {
            assert!(numbered.iter().any(|one| bare(one) == form), "{form} is in no kit");
            looked_at += 1;
        }
    }
    assert!(looked_at > 60 && forms.len() > 40, "{looked_at} were looked at");
}

/// `内線7091` → `7091`, each time it stands on a page.
fn numbers_in(page: &str, word: &str) -> Vec<String> {
    page.match_indices(word)
        .map(|(at, _)| page[at + word.len()..].chars().take_while(char::is_ascii_digit).collect())
        .collect()
}

/// `病06` (bare text has no hyphens): a group and two digits.
fn numbers_of_forms(page: &str) -> Vec<String> {
    let groups = "共外病薬検画輸手内透食リ訪健本";
    let chars: Vec<char> = page.chars().collect();
    chars
        .windows(4)
        .filter(|four| {
            groups.contains(four[0]) && four[1..3].iter().all(char::is_ascii_digit) && !four[3].is_ascii_digit()
        })
        .filter(|four| four[1] == '0' || four[1] == '1')
        .map(|four| four[..3].iter().collect())
        .collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// 41 beds' patients × 2 sheets for each 3 × 4 days = 109.33 → 110; 2 shifts × 15 seats × 1 × 4 = 120; a form for
/// outpatients on a ward is counted from those who stay there: 41 × 1 ÷ 8 × 4 = 20.5 → 21; 2 a day × 4 = 8.
#[test]
fn what_is_needed_equals_an_example_worked_by_hand() {
    let scene = Scene::of("pharmacy");
    let binder = scene.open();
    let plan = binder.plan();
    for form in plan.live(Kind::Form) {
        binder.edit(&Edit::Remove { kind: Kind::Form, id: form.id() }, &alone()).expect("removed");
    }
    let facility = plan.facility().expect("there").row.id;
    put(&binder, Kind::Facility, facility, "bridge_days", "4", &alone()).expect("saved");
    let [ward, dialysis] = ["病棟", "透析室"].map(|name| add(&binder, Kind::Department, name));
    put(&binder, Kind::Department, ward, "census", "41", &alone()).expect("saved");
    put(&binder, Kind::Department, dialysis, "dialysis_shifts", "2", &alone()).expect("saved");
    put(&binder, Kind::Department, dialysis, "dialysis_seats", "15", &alone()).expect("saved");
    let cases = [
        ("経過", "census", "2", "3", ward, Some(110)),
        ("透析", "dialysis", "1", "1", dialysis, Some(120)),
        ("依頼", "outpatients", "1", "8", ward, Some(21)),
        ("引継", "department", "2", "1", ward, Some(8)),
        ("手術", "operations", "3", "1", ward, None),
    ];
    for (name, basis, sheets, per, department, need) in cases {
        let form = add(&binder, Kind::Form, name);
        for (field, value) in [("basis", basis), ("sheets", sheets), ("per", per), ("reentry", "enter")] {
            put(&binder, Kind::Form, form, field, value, &alone()).expect("saved");
        }
        let ends = [("form", form.to_string()), ("department", department.to_string())];
        added(&binder, Kind::FormStock, &ends);
        let plan = binder.plan();
        let line = lines(&plan).into_iter().find(|line| line.form.row.id == form).expect("a line");
        assert_eq!(line.need, need, "{name}");
    }
    // 「経過」: 41 × 2 ÷ 3 = 27.34 sheets a day, 9 minutes each = 246.06 minutes; in 14 days 3444.84 ÷ 360 = 9.57 → 9.6.
    let form = binder.plan().rows.forms.iter().find(|form| form.title() == "経過").expect("there").row.id;
    put(&binder, Kind::Form, form, "reentry_minutes", "9", &alone()).expect("saved");
    assert_eq!(person_days(&typing(&binder.plan()), 14), 96, "tenths of person-days");
    assert_eq!(person_days(&typing(&binder.plan()), 0), 0);
}

#[test]
fn too_few_sheets_and_sheets_of_an_old_edition_are_findings_at_the_count() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let ward = add(&binder, Kind::Department, "5階病棟");
    put(&binder, Kind::Department, ward, "census", "10", &alone()).expect("saved");
    let form = binder.plan().from_entry("forms/medication-record").expect("ticked").id();
    for (field, value) in [("sheets", "1"), ("per", "1"), ("edition", "2026-11")] {
        put(&binder, Kind::Form, form, field, value, &alone()).expect("saved");
    }
    let line = added(&binder, Kind::FormStock, &[("form", form.to_string()), ("department", ward.to_string())]);
    assert_eq!(codes(&binder, line), Vec::<&str>::new(), "nobody counted yet");
    put(&binder, Kind::FormStock, line, "count", "29", &alone()).expect("saved");
    assert_eq!(codes(&binder, line), ["stock-short"], "3 days of 10 patients are 30");
    put(&binder, Kind::FormStock, line, "count", "30", &alone()).expect("saved");
    assert_eq!(codes(&binder, line), Vec::<&str>::new());
    put(&binder, Kind::FormStock, line, "edition", "2025-04", &alone()).expect("saved");
    assert_eq!(codes(&binder, line), ["stock-outdated"]);
    binder.edit(&Edit::Remove { kind: Kind::Department, id: ward }, &alone()).expect("removed");
    assert_eq!(codes(&binder, line), Vec::<&str>::new(), "a count sleeps with its department");
}

#[test]
fn editing_a_number_lists_exactly_the_cards_that_carry_it() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    assert_eq!(binder.to_reprint().expect("a list"), Vec::new(), "nothing was printed yet");
    let (pdf, cards) = (scene.at("cards.pdf"), Document::named("cards").expect("in the table"));
    let request = PrintRequest {
        document: cards,
        copy: Copy::Hq,
        date: "2026-11-26".to_owned(),
        forms: true,
        exercise: Default::default(),
    };
    binder.print_to(&request, &pdf, &Unwatched).expect("printed");
    assert_eq!(binder.to_reprint().expect("a list"), Vec::new(), "the shelves are up to date");
    let role = binder.plan().from_entry("roles/night-nurse-manager").expect("there").id();
    let before = suite::rows::get(&binder, Kind::Role, role, "phone").expect("a number");
    let wanted: Vec<String> =
        pages(&pdf).iter().map(|page| bare(page)).filter(|page| page.contains(&bare(&before))).collect();
    assert!(wanted.len() > 3, "{before} stands on {} cards", wanted.len());
    for field in ["phone", "night_phone"] {
        put(&binder, Kind::Role, role, field, "内線 8642", &alone()).expect("saved");
    }
    let listed = binder.to_reprint().expect("a list");
    assert_eq!(listed.len(), wanted.len(), "{listed:?}");
    for one in &listed {
        assert!(wanted.iter().any(|page| begins_with(page, &bare(&one.title))), "{} carries it", one.title);
        assert!(one.printed_at.starts_with("20") && one.why == Stale::Changed && one.document == "cards", "{one:?}");
    }
    binder.print_to(&request, &pdf, &Unwatched).expect("printed");
    assert_eq!(binder.to_reprint().expect("a list"), Vec::new(), "printed anew");
    let card = binder.plan().from_entry("cards/guard").expect("there").id();
    binder.edit(&Edit::Remove { kind: Kind::Card, id: card }, &alone()).expect("removed");
    let gone: Vec<_> = binder.to_reprint().expect("a list").into_iter().filter(|one| one.why == Stale::Gone).collect();
    assert_eq!(gone.len(), 1, "a card that is no more is taken back: {gone:?}");
}

#[test]
fn whom_a_card_called_first_stays_on_it_when_the_role_is_removed_and_is_a_finding() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let role = binder.plan().from_entry("roles/night-nurse-manager").expect("there").id();
    binder.edit(&Edit::Remove { kind: Kind::Role, id: role }, &alone()).expect("removed");
    let call = binder.plan().from_entry("card_calls/ward-1").expect("there").id();
    assert_eq!(codes(&binder, call), ["link-removed"]);
    drop(binder);
    let ward = scene.printed("cards", "ward").into_iter().find(|page| page.contains("3階東病棟")).expect("its card");
    assert!(ward.contains("管理当直師長（消された記録）"), "{ward}");
}

#[test]
fn a_deciders_card_and_a_blank_one_take_no_wards_card_away() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    let ward = plan.from_entry("departments/ward").expect("there").id();
    let titles = |binder: &Binder| {
        let plan = binder.plan();
        let sheets = binder::print::card_copies(&plan, &Copy::Ward(Some(ward.to_string())));
        sheets.iter().map(|sheet| sheet.title()).collect::<Vec<_>>()
    };
    let before = titles(&binder);
    assert_eq!(before.len(), 1);
    let decider = plan.from_entry("cards/nurse-director").expect("there").id();
    put(&binder, Kind::Card, decider, "department", &ward.to_string(), &alone()).expect("saved");
    let blank = add(&binder, Kind::Card, "書きかけ");
    put(&binder, Kind::Card, blank, "department", &ward.to_string(), &alone()).expect("saved");
    assert_eq!(titles(&binder).first(), before.first(), "the ward's own card is there still");
}

#[test]
fn a_plan_from_before_there_were_forms_still_prints_blank_sheets() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    drop(binder);
    // As the older program left it: no row of a form, not even a removed one.
    let (json, old) = (scene.at("old.json"), scene.at("old.sonae"));
    let name = |path: &std::path::Path| path.display().to_string();
    sonae::did(&["export", &name(&scene.plan), "--format", "json", "-o", &name(&json)]);
    let mut plan: serde_json::Value = serde_json::from_slice(&std::fs::read(&json).expect("read")).expect("JSON");
    let rows = plan["rows"].as_object_mut().expect("rows");
    ["forms", "procedure_forms", "card_forms"].iter().for_each(|noun| drop(rows.remove(*noun)));
    std::fs::write(&json, plan.to_string()).expect("written");
    sonae::did(&["import", "plan", &name(&json), "-o", &name(&old)]);
    let mut scene = scene;
    scene.plan = old;
    let kit = scene.printed("forms", "hq");
    assert!(kit.len() >= 8 && kit.iter().any(|page| page.contains("外来受付票")), "{} pages", kit.len());
    let (binder, _) = open(&scene.plan, true);
    assert!(binder.findings().iter().any(|one| one.check.id == "no-forms"), "and says so");
}

#[test]
fn numbers_no_hospital_has_are_no_numbers() {
    let scene = Scene::sample("hospital");
    let binder = scene.open();
    let plan = binder.plan();
    let (form, ward) =
        (plan.rows.forms.first().expect("one").row.id, plan.from_entry("departments/ward").expect("there").id());
    let huge = u64::MAX.to_string();
    for field in ["sheets", "per", "reentry_minutes"] {
        put(&binder, Kind::Form, form, field, &huge, &alone()).expect("saved");
    }
    put(&binder, Kind::Department, ward, "census", &huge, &alone()).expect("saved");
    let facility = plan.facility().expect("there").row.id;
    put(&binder, Kind::Facility, facility, "bridge_days", "0", &alone()).expect("saved");
    binder.findings();
    assert_eq!(stock::bridge_days(&binder.plan()), stock::BRIDGE_DAYS, "nobody bridges no days");
    drop(binder);
    assert!(!scene.printed("stock", "hq").is_empty());
}

#[test]
fn a_card_for_every_ward_prints_once_for_each_place_with_patients() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    for name in ["3階病棟", "4階病棟"] {
        let ward = add(&binder, Kind::Department, name);
        put(&binder, Kind::Department, ward, "patients", "1", &alone()).expect("saved");
    }
    let plan = binder.plan();
    let sheets = binder::print::card_copies(&plan, &Copy::Hq);
    let titles: Vec<String> = sheets.iter().map(|sheet| sheet.title()).collect();
    assert!(titles.contains(&"3階病棟".to_owned()) && titles.contains(&"4階病棟".to_owned()), "{titles:?}");
    let ward = plan.live(Kind::Department).find(|one| one.title() == "4階病棟").expect("there").id();
    let one: Vec<String> =
        binder::print::card_copies(&plan, &Copy::Ward(Some(ward.to_string()))).iter().map(|s| s.title()).collect();
    assert_eq!(one, ["4階病棟"], "a ward gets its own card only");
}
