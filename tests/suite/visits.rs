//! For the day a visitor comes: 立入検査, 適時調査, 薬事監視 each get their own paper, in the order of the list, with the pages that
//! prove it; and what would be asked stands on a paper of the institution's own.

use binder::plan::checklist::{self, Sheet, Standing};
use binder::plan::{Held, Kind};
use binder::{Binder, Snapshot};
use suite::paper::Paper;
use suite::scene::Scene;
use suite::witness::bare;

const R7: &str = "mhlw-security-2025";

/// Numbers of the items of this year's list, and where each stands.
fn items(binder: &Binder) -> Vec<(String, String, Standing)> {
    let Snapshot { plan, template, .. } = binder.snapshot();
    let sheet = Sheet::own(&plan, template.checklist(R7).expect("kept")).expect("a form");
    let stands = |asked: template::Asked<'_>| {
        let standing = checklist::standing(&plan, &sheet, &asked).0;
        (asked.number.to_owned(), asked.title.to_owned(), standing)
    };
    sheet.list.asked(sheet.form).map(stands).collect()
}

#[test]
fn the_paper_of_the_inspection_has_every_item_its_answer_and_the_right_pages() {
    for sample in ["hospital", "clinic"] {
        let scene = Scene::sample(sample);
        let binder = scene.open();
        let paper = Paper::document(&scene.plan, "inspection");
        for (number, title, standing) in items(&binder) {
            assert!(paper.has(&title), "{sample} {number}: {title}");
            assert!(standing != Standing::Unsigned, "{sample} {number}");
        }
        // What proves it stands on the page that is named.
        let on = |heading: &str| {
            let page = paper.labelled.iter().filter(|(label, text)| label != "K-1" && text.contains(&bare(heading)));
            page.map(|(label, _)| label.clone()).collect::<Vec<_>>()
        };
        let table: String = paper.labelled.iter().take(3).map(|(_, text)| text.as_str()).collect();
        for heading in ["情報機器の台数（台帳から）", "連絡網", "バックアップ"] {
            let pages = on(heading);
            assert!(pages.iter().any(|label| table.contains(&bare(label))), "{sample} {heading}: {pages:?}");
        }
        assert!(paper.has("運用管理規程 第4条") && paper.has("総務の棚の赤いファイル 1枚目"), "{sample}");
        for supplier in binder.plan().rows.supplier_forms.live() {
            let name = supplier.supplier.and_then(|id| binder.plan().rows.organisations.find(id)?.name.clone());
            assert!(paper.has(&name.expect("a supplier")), "{sample}");
        }
        assert!(!paper.has("毎年"), "{sample}: nobody said that it comes every year");
        let open = Paper::document(&scene.plan, "open-points");
        assert!(open.has("自院用・提出前確認") && open.labelled.len() == 1, "{sample}");
        assert!(open.has("2④"), "{sample}: what nobody answered comes first");
        assert!(!paper.has("自院用"), "{sample}: what is for the house stands apart");
    }
}

#[test]
fn what_nobody_signed_is_blank_on_the_paper_and_named_on_the_houses_own() {
    let scene = Scene::of("clinic");
    let binder = scene.open();
    let Snapshot { plan, template, .. } = binder.snapshot();
    let key = Sheet::own(&plan, template.checklist(R7).expect("kept")).expect("a form").key(Some(1), "2-7", "result");
    let yes = binder::plan::Edit::Answer { key, value: Some("yes".to_owned()), leaving: true };
    binder.edit(&yes, &suite::rows::alone()).expect("said");
    let paper = Paper::document(&scene.plan, "inspection");
    assert!(paper.has("はい 0") && !paper.has("1回目 はい"), "an answer nobody gave is none");
    assert!(Paper::document(&scene.plan, "open-points").has("2⑦"), "and the house is told");
}

#[test]
fn each_visitor_gets_a_paper_of_its_own() {
    let scene = Scene::of("pharmacy");
    let paper = Paper::document(&scene.plan, "pharmacy-inspection");
    assert!(paper.has("薬事監視でお見せするもの") && paper.has("薬局確認用") && !paper.has("立入検査"));
    assert!(!paper.has("毎年"));
    let other = Paper::document(&scene.plan, "inspection");
    assert!(other.has("この施設の種別のためのものではありません") && other.labelled.len() == 1);
    let scene = Scene::sample("hospital");
    let fee = Paper::document(&scene.plan, "fee");
    for said in ["適時調査", "バックアップ", "行った訓練", "令和8年度改定は照合が要る"] {
        assert!(fee.has(said), "{said}");
    }
    assert!(!fee.has("事業者ごとの答え"), "the fee asks for no supplier's form");
    assert!(scene.open().plan().live(Kind::SupplierForm).count() > 0);
}

/// What nobody outside may read: private numbers, cut-off points, where backups lie, addresses in the network.
#[test]
fn no_paper_for_a_visitor_says_what_only_headquarters_may_see() {
    for (sample, documents) in [("hospital", &["inspection", "fee", "calendar"][..]), ("clinic", &["inspection"])] {
        let scene = Scene::sample(sample);
        let plan = scene.open().plan();
        let mut secrets = Vec::new();
        for record in Kind::ALL.iter().flat_map(|kind| plan.live(*kind)) {
            record.each(&mut |field, value| {
                // What is shorter stands on every page by chance.
                if let Held::Text(value) = value
                    && field.private
                    && value.chars().count() > 5
                {
                    secrets.push((format!("{}.{}", record.kind().noun(), field.id), value.to_owned()));
                }
            });
        }
        for needed in ["people.private_phone", "cutoff_points.name", "backups.place"] {
            assert!(secrets.iter().any(|(field, _)| field == needed), "{sample} has some {needed}");
        }
        for document in documents {
            let paper = Paper::document(&scene.plan, document);
            let said: Vec<_> = secrets.iter().filter(|(_, value)| paper.has(value)).collect();
            assert!(said.is_empty(), "{sample} {document}: {said:?}");
        }
    }
}
