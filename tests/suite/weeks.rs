//! When it goes on for weeks: what Handa and Osaka lived through has a page, and what the house decided stands on it.

use binder::Snapshot;
use binder::plan::stock::{days_of, person_days, typing, typing_by};
use binder::plan::{Kind, Record};
use suite::rows::{add, alone, put};
use suite::scene::Scene;
use suite::sonae;
use suite::witness::bare;

/// What is asked in the weeks after, and the page that answers.
const ASKED: [(&str, &str); 9] = [
    ("停電", "停電も重なったとき"),
    ("紙カルテの整理", "紙のカルテは、1人に1冊"),
    ("処方切れ", "薬が切れる前に"),
    ("応援の看護師に教える", "人が続くように"),
    ("病床を閉じる", "病床を閉じる順"),
    ("参照専用のカルテを置く", "読むだけのカルテを、どこから置くか"),
    ("部門ごとに戻る", "紙と画面の境"),
    ("装置の容量", "撮る装置の空き"),
    ("遡り入力は何人で", "後から画面に入れる"),
];

#[test]
fn each_question_of_the_weeks_after_leads_to_its_page() {
    for scene in [Scene::sample("hospital"), Scene::of("hospital")] {
        let book = scene.printed("binder", "hq");
        for (asked, title) in ASKED {
            let ran = sonae::sonae(&["find", scene.plan.to_str().expect("a path"), asked]);
            assert_eq!(ran.code, Some(0), "{asked}: {ran:?}");
            let label = ran.out.split_whitespace().next().unwrap_or_default().to_owned();
            assert!(label.starts_with("L-"), "{asked}: {}", ran.out);
            let page = book.iter().find(|page| page.contains(&bare(&format!("{label}／"))));
            let page = page.unwrap_or_else(|| panic!("{label} is in the book"));
            assert!(page.contains(&bare(title)), "{asked} is answered on {label}: {page}");
        }
    }
}

#[test]
fn beds_and_screens_stand_in_the_order_the_house_gave_them() {
    let scene = Scene::of("hospital");
    let binder = scene.open();
    for (name, order) in [("一番目に閉じる病棟", "2"), ("二番目に書いた病棟", "10"), ("先に閉じる病棟", "1")]
    {
        let ward = add(&binder, Kind::Department, name);
        for (field, value) in [("patients", "1"), ("census", "30"), ("close_order", order), ("viewer_order", order)] {
            put(&binder, Kind::Department, ward, field, value, &alone()).expect("put");
        }
    }
    let never = add(&binder, Kind::Department, "閉じない病棟");
    for (field, value) in [("patients", "1"), ("census", "20")] {
        put(&binder, Kind::Department, never, field, value, &alone()).expect("put");
    }
    drop(binder);
    let book = scene.printed("binder", "hq");
    for label in ["L-5／", "L-6／"] {
        let page = book.iter().find(|page| page.contains(&bare(label))).expect("its page");
        let at = |name: &str| page.rfind(&bare(name)).unwrap_or_else(|| panic!("{name} is on it: {page}"));
        let places = ["先に閉じる病棟", "一番目に閉じる病棟", "二番目に書いた病棟", "閉じない病棟"].map(at);
        assert!(places.windows(2).all(|two| two[0] < two[1]), "1, 2, 10, and who is never closed: {page}");
    }
}

/// A sum that hides what nobody counted is believed: it says how many forms are not in it, and whose hours they are.
#[test]
fn the_work_of_typing_is_told_by_profession_and_says_what_was_not_counted() {
    let scene = Scene::sample("hospital");
    let Snapshot { plan, .. } = scene.open().snapshot();
    let all = typing(&plan);
    let shares = typing_by(&all);
    let nurses = shares.iter().find(|one| one.by.as_deref() == Some("nurse")).expect("nurses type");
    let own = all.iter().filter(|one| one.form.typed_by.as_deref() == Some("nurse"));
    let minutes: u64 = own.filter_map(|one| Some(one.daily * one.minutes?)).sum();
    assert_eq!(nurses.daily, minutes);
    let nobody = shares.last().expect("the rest");
    assert_eq!((nobody.by.as_deref(), nobody.daily), (None, 0), "who is not named was not counted here");
    let counted: u64 = shares.iter().map(|one| one.daily).sum();
    assert_eq!(days_of(counted, 60), person_days(&all, 60), "the shares are the whole");
    let uncounted = all.iter().filter(|one| one.minutes.is_none()).count();
    assert_eq!(shares.iter().map(|one| one.uncounted).sum::<usize>(), uncounted);
    assert!(uncounted > 5, "{uncounted} forms of the sample were not counted");
    let book = scene.printed("binder", "hq");
    let page =
        book.iter().find(|page| page.contains("後から画面に入れる") && page.contains("看護師")).expect("the page");
    for said in ["数えていない", "入力しないと決めた様式", &format!("分を数えていない様式{uncounted}")]
    {
        assert!(page.contains(&bare(said)), "{said}: {page}");
    }
    for form in all.iter().filter(|one| one.minutes.is_none()).take(3) {
        assert!(page.contains(&bare(&form.form.title())), "{} is named", form.form.title());
    }
}
