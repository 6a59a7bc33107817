//! For whoever brings in a list: what does not come in is counted. Lists nobody wrote, by the hundred.

use binder::import::{Preview, Setup, What};
use binder::plan::{Kind, Plan};
use binder::{Binder, ImportRequest, Unwatched};
use suite::rows::alone;
use suite::scene::Scene;
use suite::torture::Chance;

/// Names of columns as lists have them: known to one sort of list or another, to none, and of what no plan takes.
const HEADS: [&str; 28] = [
    "氏名",
    "フリガナ",
    "職員番号",
    "所属",
    "役職",
    "職種",
    "内線",
    "携帯電話",
    "メールアドレス",
    "備考",
    "管理番号",
    "機器名",
    "製造番号",
    "設置場所",
    "メーカー",
    "IPアドレス",
    "OS",
    "システム名",
    "事業者",
    "要るもの",
    "名称",
    "電話番号",
    "FAX",
    "契約番号",
    "契約先",
    "血液型",
    "住所",
    "減価償却",
];
/// What names a row of each sort of list.
const NAMED: [(What, &str); 6] = [
    (What::People, "氏名"),
    (What::Devices, "機器名"),
    (What::Systems, "システム名"),
    (What::Organisations, "名称"),
    (What::Contacts, "場所"),
    (What::Contracts, "契約先"),
];

/// A list, and every text below its names that is nowhere else in it.
struct List {
    csv: String,
    texts: Vec<String>,
}

fn list(name: &str, chance: &mut Chance) -> List {
    let mut heads = vec![name];
    while heads.len() < 3 + chance.below(6) {
        let head = *chance.one(&HEADS);
        if !heads.contains(&head) {
            heads.push(head);
        }
    }
    let mut rows: Vec<Vec<String>> = Vec::new();
    if chance.below(4) == 0 {
        rows.push(vec!["一覧表".to_owned()]);
    }
    rows.push(heads.iter().map(|head| (*head).to_owned()).collect());
    let mut texts = Vec::new();
    for nth in 0..2 + chance.below(12) {
        let mut row: Vec<String> = Vec::new();
        for (at, head) in heads.iter().enumerate() {
            let number = nth * 20 + at;
            let text = match chance.below(10) {
                0..3 if at > 0 => String::new(),
                3 => ["-", "なし", "同上", "〃", "合計", "=1+1", "#N/A", "不明"][chance.below(8)].to_owned(),
                _ if ["内線", "携帯電話", "電話番号", "FAX"].contains(head) => {
                    [format!("03-5550-{number:04}"), format!("090-0000-{number:04}"), format!("7{number:03}")]
                        [chance.below(3)]
                    .clone()
                }
                4 => format!("語{number}甲、語{number}乙"),
                _ => format!("語{number}丙"),
            };
            texts.extend((text.len() > 3 && text.contains(&number.to_string())).then(|| text.clone()));
            row.push(text);
        }
        rows.push(row);
        if chance.below(12) == 0 {
            rows.push(heads.iter().map(|head| (*head).to_owned()).collect());
        }
    }
    let line = |row: &Vec<String>| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",");
    List { csv: rows.iter().map(line).collect::<Vec<_>>().join("\n"), texts }
}

/// Everything that stands in a plan.
fn written(plan: &Plan) -> String {
    let rows = Kind::ALL.iter().flat_map(|kind| plan.live(*kind));
    let fields = rows.flat_map(|row| row.fields().iter().filter_map(|field| row.field(field.id)).collect::<Vec<_>>());
    fields.collect::<Vec<_>>().join("\n")
}

fn taken(binder: &Binder, what: What, csv: &str) -> Option<Preview> {
    let request = ImportRequest { what, bytes: csv.into(), setup: Setup { make_missing: true, ..Setup::default() } };
    let looked = binder.look_at_sheet(&request, &Unwatched).expect("it can be read");
    if looked.preview.trouble.is_some() {
        return None;
    }
    Some(binder.import_sheet(&request, &looked.token, &alone(), &Unwatched).expect("it is imported").1.preview)
}

#[test]
fn no_cell_of_any_list_is_lost_uncounted() {
    let mut lists = 0;
    for (what, name) in NAMED {
        for seed in 0..25 {
            let List { csv, texts } = list(name, &mut Chance::of(seed));
            let scene = Scene::of("clinic");
            let binder = scene.open();
            let Some(preview) = taken(&binder, what, &csv) else { continue };
            lists += 1;
            let account = &preview.account;
            let sum = account.names + account.taken + account.left();
            assert_eq!(account.cells, sum, "{what:?} {seed}: {account:?}\n{csv}");
            assert!(account.lost.iter().all(|lost| lost.why != "not-taken"), "{what:?} {seed}: {account:?}\n{csv}");
            let plan = written(&binder.plan());
            let parts = |text: &String| text.split('、').all(|part| plan.contains(part));
            let gone: Vec<&String> = texts.iter().filter(|text| !parts(text)).collect();
            assert!(gone.len() <= account.left(), "{what:?} {seed}: {gone:?} are gone, {account:?}\n{csv}");
        }
    }
    assert!(lists > 100, "most can be read: {lists}");
}
