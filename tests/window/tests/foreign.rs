//! A list in blocks, with headings between its rows, is corrected by hand in the preview and imported; a ledger of systems
//! and devices fills both lists.

use window::{Home, Window, file};

#[tokio::test]
async fn a_list_in_blocks_is_corrected_by_hand_and_imported() {
    let home = Home::new();
    let (plan, sheet) = (home.at("計画.sonae"), home.at("内線.csv"));
    file::clinic(&plan);
    let text = "内線番号表（令和8年4月）,,,,\n部署,内線,,部署,内線\n受付,2101,,検査室,3101\n二階の部屋,,,薬局,3102\n処置室,2103,,,\n以上,,,,\n";
    std::fs::write(&sheet, text).expect("a list");
    let window = Window::open(home, &plan).await;
    window.tab("contacts", "people").await;
    window.press("import-people").await;
    window.until("the sheets", "document.querySelector('[data-field=\"import.what\"][value=\"contacts\"]')").await;
    let choose_list =
        "document.querySelector('[data-field=\"import.what\"][value=\"contacts\"]').click(); return null;";
    window.js(choose_list, serde_json::json!([])).await;
    window.home.pick(&sheet);
    window.press("pick-sheet").await;
    window
        .until("two tables were found", "document.querySelector('[data-field=\"import.blocks\"]')?.value === '2'")
        .await;
    window.until("the foot", "document.querySelector('[data-do=\"no-heading\"]')").await;
    // One table, and two again; a line that stands alone is made a heading.
    let choose = |value: &str| {
        format!(
            "const blocks = document.querySelector('[data-field=\"import.blocks\"]'); blocks.value = '{value}';
             blocks.dispatchEvent(new Event('change', {{ bubbles: true }})); return null;"
        )
    };
    window.js(&choose("1"), serde_json::json!([])).await;
    window
        .until(
            "one table",
            "!document.querySelector('[data-line=\"3\"]')?.parentElement.querySelectorAll('[data-line=\"3\"]')[1]",
        )
        .await;
    window.js(&choose("2"), serde_json::json!([])).await;
    window.until("two again", "document.querySelectorAll('tr[data-line=\"3\"]').length === 2").await;
    window.press("heading").await;
    window.until("a heading", "document.querySelectorAll('[data-do=\"no-heading\"]').length === 2").await;
    window.js("document.querySelector('[data-how]').scrollIntoView(); return null;", serde_json::json!([])).await;
    window.screenshot("import-blocks").await;
    window.js("document.querySelector('[data-account]').scrollIntoView(); return null;", serde_json::json!([])).await;
    window.screenshot("import-account").await;
    window.press("import-now").await;
    window.until("back in the list", "!document.querySelector('.import')").await;
    for (name, phone) in [("受付", "2101"), ("検査室", "3101"), ("薬局", "3102"), ("処置室", "2103")] {
        let there = file::rows(&plan, "departments").iter().any(|row| row["name"] == name && row["phone"] == phone);
        assert!(there, "{name} {phone}");
    }
    assert!(!file::holds(&plan, "departments", "name", "以上"));
}

#[tokio::test]
async fn a_ledger_of_systems_and_devices_fills_both_lists_in_one_pass() {
    let home = Home::new();
    let (plan, sheet) = (home.at("計画.sonae"), home.at("台帳.csv"));
    file::clinic(&plan);
    let text = "情報資産台帳,,,,,\n管理番号,種別,名称,システム名,設置場所,保守会社\n\
        S-01,システム,予約受付システム（外来・検査の予約をまとめて扱う長い名前のもの）,,院内,見本電算株式会社\n\
        D-01,サーバ,RSV-SV01,予約受付システム（外来・検査の予約をまとめて扱う長い名前のもの）,地下1階サーバ室,見本電算株式会社\n\
        D-02,端末,RSV-PC01,,外来受付,\n";
    std::fs::write(&sheet, text).expect("a ledger");
    let window = Window::open(home, &plan).await;
    window.tab("systems", "devices").await;
    window.press("import-devices").await;
    window.home.pick(&sheet);
    window.press("pick-sheet").await;
    window.until("both lists", "document.querySelector('[data-field=\"import.one-list\"]')?.checked === false").await;
    window.js("document.querySelector('[data-how]').scrollIntoView(); return null;", serde_json::json!([])).await;
    window.screenshot("import-mixed").await;
    // One list, and both again.
    let tick = "document.querySelector('[data-field=\"import.one-list\"]')";
    let click = format!("{tick}.click(); return null;");
    let two = "document.querySelector('[data-how]')?.textContent.includes('システムの一覧に入れます')";
    window.until("two lists", two).await;
    window.js(&click, serde_json::json!([])).await;
    window.until("one list", &format!("{tick}?.checked && !{two}")).await;
    window.js(&click, serde_json::json!([])).await;
    window.until("two lists again", two).await;
    window.press("import-now").await;
    window.until("back in the list", "!document.querySelector('.import')").await;
    assert!(file::holds(&plan, "devices", "name", "RSV-SV01") && file::holds(&plan, "devices", "name", "RSV-PC01"));
    let system = "予約受付システム（外来・検査の予約をまとめて扱う長い名前のもの）";
    assert!(file::holds(&plan, "systems", "name", system));
}
