//! For the clerk who answers the ministry's list: what counts, what is asked, and what a year's change brings
//! (docs/adr/0045).

use binder::plan::checklist::{self, CHECKED_BY, CHECKED_ON, How, NOTE, RESULT, RULE, Sheet, Standing, TARGET_ON};
use binder::plan::{Edit, Findings, Kind, Plan};
use binder::template::{Checklist, Template};
use binder::{Binder, PackSource, Snapshot, Step};
use std::sync::Arc;
use suite::rows::{added, alone};
use suite::scene::{Scene, whole};
use template::PackKind;

const R5: &str = "mhlw-security-2023";
const R6: &str = "mhlw-security-2024";
const R7: &str = "mhlw-security-2025";

fn now(binder: &Binder) -> (Arc<Plan>, Arc<Template>) {
    let Snapshot { plan, template, .. } = binder.snapshot();
    (plan, template)
}

fn list<'t>(template: &'t Template, id: &str) -> &'t Checklist {
    template.checklist(id).unwrap_or_else(|| panic!("{id}"))
}

/// Says something of an item: in a round, or once.
fn say(binder: &Binder, id: &str, round: Option<u32>, item: &str, question: &str, value: &str) {
    let (plan, template) = now(binder);
    let key = Sheet::own(&plan, list(&template, id)).expect("a form").key(round, item, question);
    let edit = Edit::Answer { key, value: Some(value.to_owned()), leaving: true };
    binder.edit(&edit, &alone()).unwrap_or_else(|error| panic!("{id} {item} {question}: {error}"));
}

fn stands(binder: &Binder, id: &str, item: &str) -> Standing {
    let (plan, template) = now(binder);
    let sheet = Sheet::own(&plan, list(&template, id)).expect("a form");
    let asked = sheet.list.asked(sheet.form).find(|asked| asked.item.id == item).expect("asked");
    checklist::standing(&plan, &sheet, &asked).0
}

#[test]
fn a_yes_counts_with_day_and_name_and_the_last_round_decides() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    assert_eq!(stands(&binder, R7, "1-1"), Standing::Open);
    say(&binder, R7, Some(1), "1-1", RESULT, "yes");
    assert_eq!(stands(&binder, R7, "1-1"), Standing::Unsigned, "nobody said it yet");
    say(&binder, R7, Some(1), "1-1", CHECKED_ON, "令和7年6月2日");
    assert_eq!(stands(&binder, R7, "1-1"), Standing::Unsigned);
    say(&binder, R7, Some(1), "1-1", CHECKED_BY, "安全管理責任者");
    assert_eq!(stands(&binder, R7, "1-1"), Standing::Yes);
    say(&binder, R7, Some(1), "1-1", CHECKED_ON, "六月のどこか");
    assert_eq!(stands(&binder, R7, "1-1"), Standing::Unsigned, "a day nobody can read is none");
    say(&binder, R7, Some(1), "1-1", CHECKED_ON, "2025-06-02");
    for (question, value) in [(RESULT, "no"), (CHECKED_ON, "2025-12-01"), (CHECKED_BY, "院長")] {
        say(&binder, R7, Some(2), "1-1", question, value);
    }
    assert_eq!(stands(&binder, R7, "1-1"), Standing::No, "the second time it was いいえ");
    let (plan, template) = now(&binder);
    let sheet = Sheet::own(&plan, list(&template, R7)).expect("a form");
    let first = sheet.said(&plan, 1, "1-1");
    assert_eq!((first.result, first.on), (Some("yes"), Some("2025-06-02")), "the first round stays what it was");
    let key = sheet.key(Some(1), "2-1", RESULT);
    let maybe = Edit::Answer { key, value: Some("maybe".to_owned()), leaving: true };
    assert!(binder.edit(&maybe, &alone()).is_err(), "the form knows no such answer");
}

#[test]
fn without_systems_nothing_else_is_asked_and_what_is_announced_is_not_open() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let counts = |id: &str| {
        let (plan, template) = now(&binder);
        checklist::counts(&plan, &Sheet::own(&plan, list(&template, id)).expect("a form"))
    };
    assert_eq!((counts(R5).open, counts(R6).open, counts(R7).open), (10, 19, 19), "as many as each year's form has");
    for (question, value) in [(RESULT, "no"), (CHECKED_ON, "2025-06-02")] {
        say(&binder, R7, Some(1), "0", question, value);
    }
    assert_eq!(counts(R7).open, 18, "nobody's いいえ ends nothing");
    say(&binder, R7, Some(1), "0", CHECKED_BY, "院長");
    assert_eq!((counts(R7).open, counts(R7).no), (0, 1));
    assert_eq!(stands(&binder, R7, "3-3"), Standing::NotAsked);
}

/// The overdue いいえ that are found, by list and item.
fn overdue(binder: &Binder) -> Vec<String> {
    let (plan, template) = now(binder);
    let found = Findings::of(&plan, &template, "2026-11-28");
    found.iter().filter(|one| one.check.id == "list-target-over").filter_map(|one| one.part.clone()).collect()
}

#[test]
fn a_year_is_history_once_the_next_one_is_answered_not_once_something_came_along() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    for (question, value) in
        [(RESULT, "no"), (CHECKED_ON, "2024-06-03"), (CHECKED_BY, "院長"), (TARGET_ON, "2025-03-31")]
    {
        say(&binder, R6, Some(1), "2-1", question, value);
    }
    let old = [format!("{R6}/2-1")];
    assert_eq!(overdue(&binder), old);
    say(&binder, R7, None, "1-1", RULE, "規程 第3条");
    assert_eq!(overdue(&binder), old, "a rule that came along answers nothing");
    say(&binder, R7, Some(1), "1-1", RESULT, "yes");
    assert_eq!(overdue(&binder), [""; 0], "the new year was begun");
}

#[test]
fn every_kind_of_institution_has_its_form() {
    let forms = [
        ("hospital", "医療機関確認用"),
        ("clinic", "医療機関確認用"),
        ("clinic-with-beds", "医療機関確認用"),
        ("dental", "医療機関確認用"),
        ("pharmacy", "薬局確認用"),
    ];
    for (kind, title) in forms {
        let scene = Scene::of(kind);
        let (plan, template) = now(&scene.open());
        for id in [R5, R6, R7] {
            let sheet = Sheet::own(&plan, list(&template, id)).expect("a form");
            assert_eq!(sheet.form.title, title, "{kind} {id}");
            let unseen = sheet.list.asked(sheet.form).all(|asked| !asked.mark.verified());
            assert!(kind != "pharmacy" || unseen, "no title of the pharmacy's form was seen");
        }
        let supplier = list(&template, R7).supplier_form().expect("one");
        let asked: Vec<_> = list(&template, R7).asked(supplier).map(|asked| asked.number.to_owned()).collect();
        assert!(asked.contains(&"2⑪".to_owned()) && !asked.contains(&"3③".to_owned()), "{asked:?}");
    }
}

/// What each item of a year was the year before. Item, what became of it, what it was.
const R6_OF_R5: &[(&str, How, &[&str])] = &[
    ("0", How::New, &[]),
    ("1-1", How::Same, &["1-1"]),
    ("2-1", How::Same, &["2-1"]),
    ("2-2", How::Same, &["2-2"]),
    ("2-3", How::Same, &["2-3"]),
    ("2-4", How::Same, &["2-4"]),
    ("2-5", How::Same, &["2-5"]),
    ("2-6", How::Same, &["2-6"]),
    ("2-7", How::Same, &["2-9"]),
    ("2-8", How::Same, &["2-10"]),
    ("2-9", How::Same, &["2-11"]),
    ("2-10", How::Same, &["2-12"]),
    ("2-11", How::Same, &["2-13"]),
    ("2-12", How::Same, &["2-14"]),
    ("2-13", How::Same, &["2-7"]),
    ("2-14", How::Same, &["2-8"]),
    ("3-1", How::Same, &["3-1"]),
    ("3-2", How::Same, &["3-2"]),
    ("3-3", How::Same, &["3-3"]),
];
const R7_OF_R6: &[(&str, How, &[&str])] = &[
    ("0", How::Same, &["0"]),
    ("1-1", How::Same, &["1-1"]),
    ("2-1", How::Same, &["2-1"]),
    ("2-2", How::Same, &["2-2"]),
    ("2-3", How::Same, &["2-3"]),
    ("2-4", How::Merged, &["2-4", "2-9"]),
    ("2-5", How::Merged, &["2-5", "2-10"]),
    ("2-6", How::Merged, &["2-7", "2-11", "2-13"]),
    ("2-7", How::New, &[]),
    ("2-8", How::New, &[]),
    ("2-9", How::New, &[]),
    ("2-10", How::New, &[]),
    ("2-11", How::Same, &["2-6"]),
    ("2-12", How::Merged, &["2-8", "2-12"]),
    ("2-13", How::Same, &["2-14"]),
    ("3-1", How::Same, &["3-1"]),
    ("3-2", How::Same, &["3-2"]),
    ("3-3", How::Same, &["3-3"]),
    ("4-1", How::New, &[]),
];

#[test]
fn a_filled_list_goes_through_the_years_item_by_item() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let (_, template) = now(&binder);
    for (from, to, wanted) in [(R5, R6, R6_OF_R5), (R6, R7, R7_OF_R6)] {
        let proposals = checklist::proposals(list(&template, from), list(&template, to));
        let is: Vec<_> = proposals
            .iter()
            .map(|one| (one.item.id.as_str(), one.how, one.of.iter().map(|of| of.id.as_str()).collect::<Vec<_>>()))
            .collect();
        let wanted: Vec<_> = wanted.iter().map(|(item, how, of)| (*item, *how, of.to_vec())).collect();
        assert_eq!(is, wanted, "{from} → {to}");
        assert_eq!(checklist::dropped(list(&template, from), &proposals), Vec::<&template::ChecklistItem>::new());
    }
    // Every item of the first year is filled: answer, day, name, until when, rule, note, a proof.
    let items: Vec<String> = list(&template, R5).items.iter().map(|item| item.id.clone()).collect();
    for item in &items {
        for (question, value) in
            [(RESULT, "no"), (CHECKED_ON, "2023-10-20"), (CHECKED_BY, "事務長"), (TARGET_ON, "2024-03-31")]
        {
            say(&binder, R5, Some(1), item, question, value);
        }
        say(&binder, R5, None, item, RULE, &format!("第{item}条"));
        say(&binder, R5, None, item, NOTE, &format!("メモ{item}"));
        added(&binder, Kind::Proof, &[("list", R5.into()), ("item", item.clone()), ("name", format!("証跡{item}"))]);
    }
    let before = of_list(&now(&binder).0, R5);
    let step = Step { person: "山田".to_owned(), ..alone() };
    assert!(binder.carry(R5, R6, &[], &step).expect("nothing to do").changed.is_empty(), "nothing without a tick");
    let all = |id: &str| list(&template, id).items.iter().map(|item| item.id.clone()).collect::<Vec<_>>();
    binder.carry(R5, R6, &all(R6), &step).expect("carried");
    binder.carry(R6, R7, &all(R7), &step).expect("carried");
    let back = binder.carry(R7, R6, &all(R6), &step).expect_err("a later year is none to come from");
    assert_eq!(back.code(), "not-found");
    assert!(binder.carry(R6, R7, &all(R7), &step).expect("again").changed.is_empty(), "twice brings nothing more");
    let (plan, template) = now(&binder);
    assert_eq!(of_list(&plan, R5), before, "the old year is what it was");
    let through: std::collections::BTreeMap<&str, &[&str]> =
        R6_OF_R5.iter().map(|(item, _, of)| (*item, *of)).collect();
    let sheet = Sheet::own(&plan, list(&template, R7)).expect("a form");
    for (item, _, of) in R7_OF_R6 {
        let first: Vec<&str> = of.iter().flat_map(|of| through[of].iter().copied()).collect();
        let said = |from: fn(&str) -> String| first.iter().map(|of| from(of)).collect::<Vec<_>>();
        let (rules, notes) = (said(|of| format!("第{of}条")).join("、"), said(|of| format!("メモ{of}")).join("\n"));
        let once = |question: &str| sheet.once(&plan, item, question).unwrap_or_default().to_owned();
        assert_eq!(once(RULE), rules, "{item}: the rules, on one line");
        assert_eq!(once(NOTE), notes, "{item}: the notes");
        let proofs =
            plan.rows.proofs.live().filter(|one| one.list.as_deref() == Some(R7) && one.item.as_deref() == Some(*item));
        let mut proofs: Vec<String> = proofs.filter_map(|one| one.name.clone()).collect();
        let mut wanted = said(|of| format!("証跡{of}"));
        proofs.sort();
        wanted.sort();
        assert_eq!(proofs, wanted, "{item}: the proofs");
        assert_eq!(stands(&binder, R7, item), Standing::Open, "{item}: no answer comes along");
    }
    whole(&scene.plan, "carried through the years");
    binder.step_back(binder::Direction::Undo, "山田").expect("undone");
    let (plan, _) = now(&binder);
    assert!(of_list(&plan, R7).is_empty(), "one step back takes the whole year back");
}

/// Everything said of a list, and its proofs.
fn of_list(plan: &Plan, id: &str) -> Vec<String> {
    let answers = plan.rows.answers.live().filter(|one| one.list.as_deref() == Some(id) && one.value.is_some());
    let answers = answers.map(|one| format!("{:?} {:?} {:?} {:?}", one.round, one.item, one.field, one.value));
    let proofs = plan.rows.proofs.live().filter(|one| one.list.as_deref() == Some(id));
    answers.chain(proofs.map(|one| format!("{:?} {:?}", one.item, one.name))).collect()
}

#[test]
fn split_and_dropped_items_are_told_and_a_list_that_says_nothing_is_compared_by_its_words() {
    let scene = Scene::of("clinic");
    let (_, template) = now(&scene.open());
    let old = list(&template, R6).clone();
    let mut new = list(&template, R7).clone();
    new.carries.retain(|carry| carry.item == "2-4");
    let of = |carry: &mut template::Carry| carry.of.truncate(1);
    new.carries.iter_mut().for_each(of);
    let twin = template::Carry { item: "2-5".to_owned(), ..new.carries[0].clone() };
    new.carries.push(twin);
    let proposals = checklist::proposals(&old, &new);
    let split: Vec<&str> =
        proposals.iter().filter(|one| one.how == How::Split).map(|one| one.item.id.as_str()).collect();
    assert_eq!(split, ["2-4", "2-5"], "one became two");
    assert_eq!(checklist::dropped(&old, &proposals).len(), old.items.len() - 1, "nothing else came of the others");

    new.carries.clear();
    for one in checklist::proposals(&old, &new) {
        let same = old.items.iter().any(|item| item.title == one.item.title);
        assert_eq!(one.how == How::Same, same, "{}: only word for word is the same", one.item.id);
        assert!(same || one.how == How::Uncompared, "{}", one.item.id);
    }
}

#[test]
fn a_mapping_that_names_a_missing_item_is_refused_with_its_line() {
    let scene = Scene::empty();
    let folder = scene.at("stick").join("checklists");
    for id in [R6, R7] {
        std::fs::create_dir_all(folder.join(id)).expect("made");
        let text = std::fs::read_to_string(suite::checkout("templates/checklists").join(id).join("checklist.toml"));
        let text = text.expect("there").replacen("of = [\"2-4\", \"2-9\"]", "of = [\"2-4\", \"2-99\"]", 1);
        std::fs::write(folder.join(id).join("checklist.toml"), text).expect("written");
    }
    let source = PackSource::Folder(scene.at("stick"));
    let clinic = Scene::of("clinic");
    let refused = clinic.open().take_packs(PackKind::Checklist, &source, "").expect_err("refused");
    assert!(
        matches!(refused, binder::Error::Pack(problems) if problems.iter().any(|one| one.message.contains("2-99") && one.line > 1))
    );
    let linted = suite::sonae::sonae(&["lint", &scene.at("stick").to_string_lossy()]);
    assert!(linted.out.contains("2-99"), "{linted:?}");
}

#[test]
fn several_suppliers_are_asked_in_one_step_each_in_a_row_of_its_own() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let vendor =
        |name: &str| added(&binder, Kind::Organisation, &[("name", name.to_owned()), ("group", "vendor".to_owned())]);
    let suppliers = [vendor("みほん甲"), vendor("みほん乙"), vendor("みほん丙")];
    binder.ask_suppliers(R7, &suppliers, &alone()).expect("asked");
    let rows = || binder.plan().rows.supplier_forms.live().map(|row| row.supplier).collect::<Vec<_>>();
    assert_eq!(rows(), suppliers.map(Some), "in the order they were chosen in");
    binder.step_back(binder::Direction::Undo, "山田").expect("undone");
    assert_eq!(rows(), [], "in one step");
    assert_eq!(binder.ask_suppliers("no-such-list", &suppliers, &alone()).expect_err("none").code(), "not-found");
    drop(binder);
    whole(&scene.plan, "after asking");
}
