//! For the board: one page with what the plan says, no more and nothing of what only headquarters may see.

use binder::plan::board::{Board, Of};
use binder::plan::checklist::{CHECKED_BY, CHECKED_ON, INSPECTION, RESULT, Sheet, TARGET_ON};
use binder::plan::{AnswerKey, Edit, Kind};
use binder::{Binder, Snapshot};
use suite::rows::{add, added, alone, put};
use suite::scene::Scene;

const R7: &str = "mhlw-security-2025";
const TODAY: &str = "2026-11-28";

fn answered(binder: &Binder, key: AnswerKey, value: &str) {
    let edit = Edit::Answer { key, value: Some(value.to_owned()), leaving: true };
    binder.edit(&edit, &alone()).expect("answered");
}

/// What the board is told: はい of all, overdue いいえ, forms, restores, improvements and how many are late.
fn told(binder: &Binder) -> (Of, usize, Of, Of, Of, usize) {
    let Snapshot { plan, template, .. } = binder.snapshot();
    let board = Board::of(&plan, &template, TODAY);
    let overdue = board.list.as_ref().map_or(0, |(.., overdue)| *overdue);
    (board.whole(), overdue, board.suppliers, board.restores, board.improvements, board.late)
}

#[test]
fn each_number_is_counted_from_the_plan_and_what_lies_in_the_future_is_not_done() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    let empty = told(&binder);
    assert_eq!((empty.0.so, empty.1, empty.2, empty.3, empty.4), (0, 0, Of::default(), Of::default(), Of::default()));
    let Snapshot { plan, template, .. } = binder.snapshot();
    let (item, question) = template.items.iter().find_map(|item| Some((item, item.questions.first()?))).expect("one");
    answered(&binder, AnswerKey::check_table(&item.number, &question.id), "yes");
    let sheet = Sheet::own(&plan, template.checklist(R7).expect("kept")).expect("a form");
    assert_eq!(sheet.list.visit, INSPECTION);
    for (id, target) in [("2-1", "2026-11-27"), ("2-2", "2026-11-28")] {
        for (question, value) in [(RESULT, "no"), (CHECKED_ON, "2026-06-01"), (CHECKED_BY, "院長"), (TARGET_ON, target)]
        {
            answered(&binder, sheet.key(Some(1), id, question), value);
        }
    }
    for (name, day) in [("試した", "2026-10-01"), ("年を間違えた", "2062-10-01")] {
        let system = add(&binder, Kind::System, name);
        let backup = added(&binder, Kind::Backup, &[("system", system.to_string())]);
        put(&binder, Kind::Backup, backup, "tested_on", day, &alone()).expect("saved");
    }
    let vendor = added(&binder, Kind::Organisation, &[("name", "みほん".to_owned()), ("group", "vendor".to_owned())]);
    let form = added(&binder, Kind::SupplierForm, &[("supplier", vendor.to_string()), ("list", R7.to_owned())]);
    assert_eq!(told(&binder).2, Of::default(), "nobody was asked yet");
    put(&binder, Kind::SupplierForm, form, "sent_on", "2026-10-01", &alone()).expect("saved");
    for (name, state, due) in
        [("済んだ", "done", "2026-01-01"), ("遅れた", "open", "2026-11-27"), ("これから", "open", "2026-12-31")]
    {
        let values = [("name", name), ("state", state), ("due_on", due)];
        added(&binder, Kind::Improvement, &values.map(|(field, value)| (field, value.to_owned())));
    }
    let all = empty.0.all;
    let of = |so, all| Of { so, all };
    assert_eq!(told(&binder), (of(1, all), 1, of(0, 1), of(1, 2), of(1, 3), 1));
}

#[test]
fn the_page_is_one_page_and_names_no_system_no_number_and_no_address() {
    for sample in ["hospital", "clinic"] {
        let scene = Scene::sample(sample);
        let binder = scene.open();
        // The heaviest thing there is, and it names what no board needs to read.
        for name in ["秘のNAS（地下の棚2）を直す", "内線7021の夜の番号を書く"] {
            let values = [("name", name), ("state", "open"), ("due_on", "2020-01-01")];
            added(&binder, Kind::Improvement, &values.map(|(field, value)| (field, value.to_owned())));
        }
        drop(binder);
        let pages = scene.printed("board", "hq");
        assert_eq!(pages.len(), 1, "{sample}");
        let Snapshot { plan, .. } = scene.open().snapshot();
        let words = plan.rows.systems.live().flat_map(|one| [one.address.clone(), one.remote.clone()]);
        let words = words.chain(plan.rows.people.live().map(|one| one.private_phone.clone()));
        let typed = plan.rows.improvements.live().map(|one| one.name.clone());
        let words = words.chain(typed).chain(plan.rows.backups.live().map(|one| one.place.clone())).flatten();
        for word in words.map(|word| suite::witness::bare(&word)) {
            assert!(!pages[0].contains(&word), "{sample}: {word}");
        }
    }
}
