//! Workbooks of checklists, drawn for tests.

use binder::plan::checklist::Sheet;
use binder::{Binder, Snapshot};

/// A form with every item of a list, as the ministry would number it.
///
/// # Panics
/// When the plan has no such list.
pub fn ministry(list: &str, binder: &Binder) -> Vec<u8> {
    let Snapshot { plan, template, .. } = binder.snapshot();
    let sheet = Sheet::own(&plan, template.checklist(list).expect("kept")).expect("a form");
    let head =
        ["番号", "チェック項目", "1回目 はい・いいえ", "1回目 日付", "目標日", "2回目 はい・いいえ", "2回目 日付"];
    let mut rows = vec![vec![format!("{} {}", sheet.list.edition, sheet.form.title)], Vec::new()];
    rows.push(head.map(str::to_owned).to_vec());
    rows.extend(sheet.list.asked(sheet.form).map(|asked| vec![asked.number.to_owned(), asked.title.to_owned()]));
    let table = exchange::sheet::Table { title: "票".to_owned(), head: rows.remove(0), rows };
    exchange::sheet::write_xlsx(&table).expect("written")
}
